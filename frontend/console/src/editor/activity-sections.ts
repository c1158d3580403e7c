// The sections of what belongs to actors: offers, events and projects.
import { html, nothing, type TemplateResult } from "lit";
import { fieldLabel } from "../fields";
import { actorPicker } from "../people/actor-picker";
import type { Taxonomy } from "../taxonomy";
import { t, vocabulary } from "../words";
import { defaultEnd } from "./availability";
import type { ActivityType } from "./form";
import { hoursField } from "./hours-rows";
import { type Context, choice, controlId, line, many, number } from "./inputs";
import { addressLines } from "./place";
import { pairs, subjects, termOptions, texts } from "./sections";
import { times } from "./times";

/** What the sections need beside the form. */
export interface ActivityContext extends Context {
  readonly terms: Taxonomy;
  /** The language whose texts stand beside the German ones. */
  readonly open: string;
  readonly choose: (tag: string) => void;
  /** What the actors are called that it belongs to. */
  readonly names: ReadonlyMap<string, string>;
  /** Told the names of actors that were chosen. */
  readonly learn: (id: string, name: string) => void;
}

type Section = readonly [key: string, content: TemplateResult];

const SHORT = [
  ["title", 1],
  ["description", 6],
] as const;

/** The sections of an entry of a type, each with the key of its heading. */
export function activitySections(context: ActivityContext, type: ActivityType): readonly Section[] {
  if (type === "offer") return offer(context);
  return type === "event" ? event(context) : project(context);
}

function offer(context: ActivityContext): readonly Section[] {
  const kinds = Object.entries(vocabulary().offerKinds);
  const methods = Object.entries(vocabulary().registrationMethods);
  const kind = choice(context, "kind", kinds, String(context.form.value("kind") ?? ""), (value) =>
    context.set("kind", value || null),
  );
  const stems = [...SHORT, ["cost", 1], ["registration", 2], ["exclusions", 2], ["documents", 2]] as const;
  return [
    ["texts", html`${kind} ${texts(context, context.open, context.choose, stems)}`],
    [
      "times",
      html`${hoursField(context, "schedule")} ${line(context, "validFrom", "date")} ${line(context, "validUntil", "date")}`,
    ],
    ["work", subjects(context, context.terms)],
    [
      "admission",
      html`${availability(context)} ${number(context, "minimumAge")} ${number(context, "maximumAge")}
      ${many(context, "registrationMethods", methods)} ${line(context, "registrationUrl", "url")}`,
    ],
    ["venue", venue(context)],
  ];
}

function event(context: ActivityContext): readonly Section[] {
  return [
    ["texts", texts(context, context.open, context.choose, SHORT)],
    ["times", times(context)],
    ["work", subjects(context, context.terms)],
    ["admission", html`${line(context, "registrationUrl", "url")} ${line(context, "website", "url")}`],
    ["venue", venue(context)],
    ["hosts", owners(context, "hosts")],
  ];
}

function project(context: ActivityContext): readonly Section[] {
  return [
    ["texts", texts(context, context.open, context.choose, SHORT)],
    ["times", html`${line(context, "since", "date")} ${line(context, "until", "date")}`],
    [
      "work",
      html`${many(context, "themes", termOptions(context.terms.themes))} ${many(context, "districts", termOptions(context.terms.districts))}`,
    ],
    ["contact", html`${line(context, "funding")} ${line(context, "website", "url")}`],
    ["hosts", owners(context, "actors")],
  ];
}

const venue = (context: Context) => html`<p class="help">${t("venue-help")}</p> ${addressLines(context, "place")}`;

/** Whether it takes people on, how many, and how long that holds. */
function availability(context: Context): TemplateResult {
  const { form, set } = context;
  const word = String(form.value("availability") ?? "");
  const choose = (wanted: string) => {
    set("availability", wanted || null);
    // What is said anew holds for weeks from today, and only free places can be counted.
    set("availabilityUntil", wanted ? defaultEnd() : null);
    if (wanted !== "places-free") set("freePlaces", null);
  };
  return html`${choice(context, "availability", pairs(vocabulary().availability), word, choose)}
    ${word ? line(context, "availabilityUntil", "date") : nothing} ${word === "places-free" ? number(context, "freePlaces") : nothing}`;
}

/** The actors that it belongs to; the first is the one to ask. */
function owners(context: ActivityContext, field: string): TemplateResult {
  const ids = context.form.owners;
  const chosen = ids.map((id) => ({ id, slug: "", name: context.names.get(id) ?? t("nameless") }));
  const isChanged = context.form.isChanged(field);
  return html`<div class=${isChanged ? "field changed" : "field"} data-field=${field}>
    <p class="help">${t("owners-help")}</p>
    ${actorPicker(controlId(field), fieldLabel(field), chosen, (actors) => {
      for (const { id, name } of actors) context.learn(id, name);
      context.set(
        field,
        actors.map(({ id }) => id),
      );
    })}
    <p class="error" id=${`${controlId(field)}-error`}>${context.errors.get(field) ?? ""}</p>
  </div>`;
}
