// What the program says, in German or English. The service keeps the words.

type Text = string | Readonly<Record<string, string>>;
type Labels = Readonly<Record<string, string>>;

interface Catalogue {
  readonly strings: Readonly<Record<string, Text>>;
  readonly languages: Labels;
  readonly kinds: Readonly<Record<"organisation" | "institution" | "network", Labels>>;
  readonly legalForms: Labels;
  readonly targetGroups: Labels;
  readonly fieldsOfAction: Labels;
  readonly linkKinds: Labels;
  readonly offerKinds: Labels;
  readonly registrationMethods: Labels;
  readonly availability: Labels;
  readonly accessibility: Labels;
  readonly daytimes: Labels;
  readonly roles: Labels;
}

/** The languages that the program speaks. */
export const LANGUAGES = ["de", "en"] as const;
export type ConsoleLanguage = (typeof LANGUAGES)[number];

const STORED = "bruecke-console-language";
let tag: ConsoleLanguage = "de";
let catalogue: Catalogue | null = null;

/** The language in use. */
export const language = () => tag;

/** The labels of the vocabulary. */
export function vocabulary(): Catalogue {
  if (!catalogue) throw new Error("the words are not there yet");
  return catalogue;
}

/** The language that was chosen here, else the one of the document. */
export function preferredLanguage(): ConsoleLanguage {
  const stored = localStorage.getItem(STORED) ?? document.documentElement.lang;
  return stored === "en" ? "en" : "de";
}

/** Speaks a language from now on. */
export async function speak(wanted: ConsoleLanguage): Promise<void> {
  const response = await fetch(`/console/words/${wanted}.json`);
  if (!response.ok) throw new Error(`the words were answered with ${response.status}`);
  catalogue = (await response.json()) as Catalogue;
  tag = wanted;
  localStorage.setItem(STORED, wanted);
  document.documentElement.lang = wanted;
  window.dispatchEvent(new CustomEvent("console-language"));
}

/** A text with values in it; of several forms the one for `count`. */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = catalogue?.strings[key] ?? key;
  return form(text, values.count).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? new Intl.NumberFormat(tag).format(value) : value;
  });
}

function form(text: Text, count: string | number | undefined): string {
  if (typeof text === "string") return text;
  const number = Number(count ?? 0);
  return text[String(number)] ?? text[new Intl.PluralRules(tag).select(number)] ?? text.other ?? "";
}

/** Whether there is a text of a key. */
export const hasText = (key: string) => catalogue?.strings[key] !== undefined;

/** A day or a time as people write it. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return "";
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  const options: Intl.DateTimeFormatOptions = isDay
    ? { dateStyle: "medium" }
    : { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat(tag === "de" ? "de-DE" : "en-GB", options).format(
    new Date(isDay ? `${value}T12:00` : value),
  );
}
