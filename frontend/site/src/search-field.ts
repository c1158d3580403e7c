// Suggestions in the search field of the pages.
import { Combobox } from "@bruecke/shared/combobox";
import { type Suggestion, suggestionSource } from "@bruecke/shared/suggestions";
import { Words } from "@bruecke/shared/words";

/** The parameters of the search that a suggestion becomes; questions are typed. */
const PARAMETERS: Readonly<Record<string, string>> = { theme: "theme", district: "district", language: "language" };

/** Makes the field of a search form suggest; its words stand in the form as data. */
export function searchField(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[name=text]");
  if (!input) return;
  const language = document.documentElement.lang;
  const words = new Words(language, {
    strings: JSON.parse(form.dataset.suggestions ?? "{}"),
    kinds: {},
    languages: {},
  });
  const place = document.createElement("div");
  place.className = "suggestions-place";
  input.parentElement?.append(place);
  new Combobox({
    input,
    place,
    say: (key, values) => words.say(key, values),
    find: suggestionSource(new URL("/", location.href), language),
    choose: (suggestion) => follow(form, input, suggestion),
    isTyped: input.value !== input.defaultValue,
  });
}

/** Goes where a suggestion leads: to the page of an actor, an offer or an event, or to the search. */
function follow(form: HTMLFormElement, input: HTMLInputElement, { sort, label, value, page }: Suggestion): void {
  if (page) {
    location.assign(new URL(page, form.action));
    return;
  }
  const parameter = PARAMETERS[sort];
  if (parameter) {
    const address = new URL(form.action);
    address.searchParams.set(parameter, value);
    location.assign(address);
    return;
  }
  input.value = label;
  form.requestSubmit();
}
