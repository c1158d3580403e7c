// The sections of the editor, in the order in which an entry is usually written down.
import { html, type TemplateResult } from "lit";
import { languageLabel } from "../fields";
import type { Taxonomy } from "../taxonomy";
import { t, vocabulary } from "../words";
import type { EntryForm } from "./form";
import { area, choice, flag, line, lines, many, type Context } from "./inputs";

/** The languages in which texts are always offered; others stand where an entry has them. */
const OFFERED = ["de", "de-simple", "en", "tr", "ar", "uk", "ro", "pl"];
const WHEELCHAIR = ["yes", "limited", "no"] as const;

const pairs = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).sort(([, one], [, other]) => one.localeCompare(other));

/** Name, kind and legal form. */
export function basics(context: Context): TemplateResult {
  const { form } = context;
  const kind = (form.value("kind") as { kind?: string } | null)?.kind ?? "";
  const words = vocabulary();
  return html`${line(context, "name")} ${lines(context, "alternativeNames")}
  ${choice(context, "kind", pairs(words.kinds[form.type]), kind, (value) => context.set("kind", value ? { kind: value, type: form.type } : null))}
  ${choice(context, "legalForm", pairs(words.legalForms), String(form.value("legalForm") ?? ""), (value) => context.set("legalForm", value || null))}`;
}

/** The texts, the languages side by side; `open` is the one whose texts are shown beside German. */
export function texts(context: Context, open: string, choose: (tag: string) => void): TemplateResult {
  const tags = languagesOf(context.form);
  const state = (tag: string) => (context.form.value(`summary.${tag}`) ? t("text-there") : t("text-missing"));
  return html`<div class="columns">
    <div>${area(context, "summary.de", 3, "de")} ${area(context, "description.de", 8, "de")}</div>
    <div>
      <label class="field">
        ${t("text-language")}
        <select data-text-language @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${tags
            .filter((tag) => tag !== "de")
            .map((tag) => html`<option value=${tag} ?selected=${tag === open}>${languageLabel(tag)} – ${state(tag)}</option>`)}
        </select>
      </label>
      ${area(context, `summary.${open}`, 3, open)} ${area(context, `description.${open}`, 8, open)}
    </div>
  </div>`;
}

function languagesOf(form: EntryForm): string[] {
  const there = form.fields.map((field) => field.split(".")).filter(([stem]) => stem === "summary" || stem === "description");
  return [...new Set([...OFFERED, ...there.map(([, tag]) => tag ?? "").filter(Boolean)])];
}

/** What it does, for whom, and in which languages. */
export function work(context: Context, terms: Taxonomy): TemplateResult {
  const words = vocabulary();
  const options = (list: Taxonomy["themes"]) => list.map(({ id, label, depth }) => [id, label, depth] as const);
  return html`${many(context, "themes", options(terms.themes))}
  ${many(context, "languages", pairs(words.languages))} ${many(context, "targetGroups", pairs(words.targetGroups))}
  ${choice(
    context,
    "basedIn",
    terms.districts.map(({ id, label, depth }) => [id, "\u00a0\u00a0".repeat(depth) + label] as const),
    String(context.form.value("basedIn") ?? ""),
    (value) => context.set("basedIn", value || null),
  )}
  ${many(context, "activeIn", options(terms.districts))}`;
}

/** How to reach it. */
export function contact(context: Context): TemplateResult {
  return html`${line(context, "phone", "tel")} ${line(context, "email", "email")} ${line(context, "website", "url")}
  ${lines(context, "socialLinks")}`;
}

/** When it is open and what a visit is like. */
export function visit(context: Context): TemplateResult {
  const wheelchair = String(context.form.value("wheelchair") ?? "");
  return html`${line(context, "openingHours")} ${flag(context, "byAppointment")} ${flag(context, "freeOfCharge")} ${flag(context, "confidential")}
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
