// The sections of the editor, in the order in which an entry is usually written down.
import { html, type nothing, type TemplateResult } from "lit";
import { languageLabel } from "../fields";
import type { Taxonomy } from "../taxonomy";
import { t, vocabulary } from "../words";
import { type EntryForm, TEXTS } from "./form";
import { hoursField } from "./hours-rows";
import { area, type Context, choice, flag, line, lines, many } from "./inputs";
import { isActivity } from "./operations";

/** The languages in which texts are always offered; others stand where an entry has them. */
const OFFERED = ["de", "de-simple", "en", "tr", "ar", "uk", "ro", "pl"];
const WHEELCHAIR = ["yes", "limited", "no"] as const;

export const pairs = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).sort(([, one], [, other]) => one.localeCompare(other));

/** A part of the page with its heading. */
export const section = (key: string, content: TemplateResult) =>
  html`<section class="card" aria-labelledby=${`s-${key}`}>
    <h2 id=${`s-${key}`} tabindex="-1">${t(`section-${key}`)}</h2>
    ${content}
  </section>`;

/** Goes to a part of the page. */
export function showSection(event: Event, key: string): void {
  event.preventDefault();
  const heading = document.getElementById(`s-${key}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** Ways to the parts of the page, which is long. */
export function sectionLinks(keys: readonly string[]): TemplateResult {
  return html`<nav class="jumps" aria-label=${t("editor-parts")}>
    ${keys.map((key) => html`<a href=${`#s-${key}`} @click=${(event: Event) => showSection(event, key)}>${t(`section-${key}`)}</a>`)}
  </nav>`;
}

/** Name, kind and legal form; entries that look alike stand below the name. */
export function basics(context: Context, similar: TemplateResult | typeof nothing): TemplateResult {
  const { form } = context;
  const kind = (form.value("kind") as { kind?: string } | null)?.kind ?? "";
  const words = vocabulary();
  return html`${line(context, "name")} ${similar} ${lines(context, "alternativeNames")}
  ${choice(context, "kind", pairs(isActivity(form.type) ? {} : words.kinds[form.type]), kind, (value) => context.set("kind", value ? { kind: value, type: form.type } : null))}
  ${choice(context, "legalForm", pairs(words.legalForms), String(form.value("legalForm") ?? ""), (value) => context.set("legalForm", value || null))}`;
}

/** Texts with how many lines each has. */
type Texts = readonly (readonly [stem: string, rows: number])[];

const ACTOR_TEXTS: Texts = [
  ["summary", 3],
  ["description", 8],
];

/** The texts, the languages side by side; `open` is the one whose texts are shown beside German. */
export function texts(
  context: Context,
  open: string,
  choose: (tag: string) => void,
  stems: Texts = ACTOR_TEXTS,
): TemplateResult {
  const tags = languagesOf(context.form);
  const [[first] = ["summary"]] = stems;
  const state = (tag: string) => (context.form.value(`${first}.${tag}`) ? t("text-there") : t("text-missing"));
  const column = (tag: string) => stems.map(([stem, rows]) => area(context, `${stem}.${tag}`, rows, tag));
  return html`<div class="columns">
    <div>${column("de")}</div>
    <div>
      <label class="field">
        ${t("text-language")}
        <select data-text-language @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${tags
            .filter((tag) => tag !== "de")
            .map(
              (tag) =>
                html`<option value=${tag} ?selected=${tag === open}>${languageLabel(tag)} – ${state(tag)}</option>`,
            )}
        </select>
      </label>
      ${column(open)}
    </div>
  </div>`;
}

function languagesOf(form: EntryForm): string[] {
  const there = form.fields.map((field) => field.split(".")).filter(([stem = ""]) => TEXTS.includes(stem));
  return [...new Set([...OFFERED, ...there.map(([, tag]) => tag ?? "").filter(Boolean)])];
}

export const termOptions = (list: Taxonomy["themes"]) =>
  list.map(({ id, label, depth }) => [id, label, depth] as const);

/** What it is about, for whom, and in which languages. */
export function subjects(context: Context, terms: Taxonomy): TemplateResult {
  const words = vocabulary();
  return html`${many(context, "themes", termOptions(terms.themes))}
  ${many(context, "languages", pairs(words.languages))} ${many(context, "targetGroups", pairs(words.targetGroups))}`;
}

/** What it does, for whom, and in which languages. */
export function work(context: Context, terms: Taxonomy): TemplateResult {
  return html`${subjects(context, terms)}
  ${choice(
    context,
    "basedIn",
    terms.districts.map(({ id, label, depth }) => [id, "\u00a0\u00a0".repeat(depth) + label] as const),
    String(context.form.value("basedIn") ?? ""),
    (value) => context.set("basedIn", value || null),
  )}
  ${many(context, "activeIn", termOptions(terms.districts))}`;
}

/** How to reach it. */
export function contact(context: Context): TemplateResult {
  return html`${line(context, "phone", "tel")} ${line(context, "email", "email")} ${line(context, "website", "url")}
  ${lines(context, "socialLinks")}`;
}

/** When it is open and what a visit is like. */
export function visit(context: Context): TemplateResult {
  const wheelchair = String(context.form.value("wheelchair") ?? "");
  return html`${hoursField(context, "openingHours")} ${flag(context, "byAppointment")} ${flag(context, "freeOfCharge")} ${flag(context, "confidential")}
  ${choice(
    context,
    "wheelchair",
    WHEELCHAIR.map((value) => [value, t(`wheelchair-${value}`)] as const),
    wheelchair,
    (value) => context.set("wheelchair", value || null),
  )}
  ${many(context, "accessibility", pairs(vocabulary().accessibility))}`;
}

/** How open an institution is, and since when that is known. */
export function openness(context: Context): TemplateResult {
  return html`${line(context, "openness.on", "date")} ${many(context, "openness.languages", pairs(vocabulary().languages))}
  ${flag(context, "openness.interpreters")} ${line(context, "openness.contact")} ${line(context, "openness.trainingOn", "date")}
  ${line(context, "openness.declaration")}`;
}

/** What it is called elsewhere. */
export function identifiers(context: Context): TemplateResult {
  return html`${line(context, "identifiers.register")} ${line(context, "identifiers.osm")} ${line(context, "identifiers.wikidata")}`;
}
