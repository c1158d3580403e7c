// What was understood of the columns of a table, and what only a person can decide of its values.
import { html, nothing, type TemplateResult } from "lit";
import { fieldLabel, languageLabel } from "../fields";
import type { ConsoleImportAnswer } from "../generated/questions";
import type { Taxonomy, Term } from "../taxonomy";
import { hasText, t, vocabulary } from "../words";

export type Report = NonNullable<NonNullable<ConsoleImportAnswer["importDirectory"]>["report"]>;
type Table = Report["tables"][number];
type Column = Table["columns"][number];
export type Question = Table["questions"][number];

/** What a column may hold, as the service names it: what most lists have first. */
const HOLDS = [
  "name",
  "name+legalForm",
  "alternativeNames",
  "kind",
  "legalForm",
  "street",
  "street+houseNumber",
  "houseNumber",
  "postcode",
  "city",
  "postcode+city",
  "street+postcode+city",
  "addressExtra",
  "basedIn",
  "activeIn",
  "themes",
  "languages",
  "targetGroups",
  "phone",
  "areaCode",
  "email",
  "website",
  "phone+email+website",
  "socialLinks",
  "openingHours",
  "byAppointment",
  "freeOfCharge",
  "wheelchair",
  "confidential",
  "accessibility",
  "opennessOn",
  "counterLanguages",
  "interpreters",
  "associationContact",
  "staffTrainingOn",
  "declaration",
  "registerNumber",
  "osm",
  "wikidata",
  "person",
  "person+phone+email",
  "person:givenName",
  "person:familyName",
  "person:role",
  "person:phone",
  "person:email",
  "summary.de",
  "summary.en",
  "description.de",
  "description.en",
  "note",
  "verifiedOn",
  "verifiedBy",
  "longitude",
  "latitude",
  "precision",
  "status",
  "type",
  "slug",
  "id",
] as const;

/** So many words of a column stand in the table at once; more come with a click. */
const EXAMPLES = 12;

/** What one or several fields of a column are called. */
function holdsLabel(fields: string): string {
  return fields
    .split("+")
    .map((field) =>
      hasText(`import-holds-${field.replace(":", "-")}`)
        ? t(`import-holds-${field.replace(":", "-")}`)
        : fieldLabel(field),
    )
    .join(" + ");
}

/** The columns of a table; whoever looks can say what else one holds. */
export function columnTable(
  table: Table,
  known: Taxonomy | null,
  decide: (heading: string, fields: string) => void,
): TemplateResult {
  const unknown = table.columns.filter(({ usage }) => usage === "UNKNOWN").length;
  return html`<details class="card" data-part="columns" ?open=${unknown > 0}>
    <summary>
      <strong>${t("import-columns", { count: table.columns.length })}</strong>
      ${unknown > 0 ? html`<span class="mark">${t("import-columns-unknown", { count: unknown })}</span>` : nothing}
    </summary>
    <p class="soft">${t("import-columns-text")}</p>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">${t("import-heading")}</th>
          <th scope="col">${t("import-holds")}</th>
          <th scope="col">${t("import-understood")}</th>
        </tr>
      </thead>
      <tbody>
        ${table.columns.map((column) => columnRow(column, known, decide))}
      </tbody>
    </table>
  </details>`;
}

function columnRow(column: Column, known: Taxonomy | null, decide: (heading: string, fields: string) => void) {
  const { heading, usage, fields, filledCount, emptyWordCount, examples } = column;
  const isOther = fields !== "" && !HOLDS.some((field) => field === fields);
  return html`<tr class=${usage === "UNKNOWN" ? "warm" : nothing}>
    <th scope="row">${heading}</th>
    <td>
      <select
        aria-label=${t("import-holds-of", { heading })}
        @change=${(event: Event) => decide(heading, (event.target as HTMLSelectElement).value)}
      >
        ${usage === "UNKNOWN" ? html`<option value="?" .selected=${true} disabled>${t("import-holds-choose")}</option>` : nothing}
        <option value="" .selected=${fields === "" && usage !== "UNKNOWN"}>${t("import-holds-nothing")}</option>
        ${isOther ? html`<option value=${fields} .selected=${true}>${holdsLabel(fields)}</option>` : nothing}
        ${HOLDS.map((field) => html`<option value=${field} .selected=${field === fields}>${holdsLabel(field)}</option>`)}
      </select>
    </td>
    <td>
      ${fields === "" ? nothing : t("import-filled", { count: filledCount })}${emptyWordCount > 0 ? ` · ${t("import-empty-words", { count: emptyWordCount })}` : ""}
      ${examples.length > 0 ? html`<br /><span class="soft">${exampleText(examples.slice(0, EXAMPLES), fields, known)}</span>` : nothing}
      ${
        examples.length > EXAMPLES
          ? html`<details>
            <summary>${t("import-more-words", { count: examples.length - EXAMPLES })}</summary>
            <span class="soft">${exampleText(examples.slice(EXAMPLES), fields, known)}</span>
          </details>`
          : nothing
      }
    </td>
  </tr>`;
}

const exampleText = (examples: Column["examples"], fields: string, known: Taxonomy | null) =>
  examples.map(({ given, understood }) => `${given} → ${meaningLabel(fields, understood, known)}`).join(" · ");

/** What a value was understood as: words of the service, joined by `+`, as people say them. */
export function meaningLabel(fields: string, meaning: string, known: Taxonomy | null): string {
  if (meaning === "") return t("import-means-nothing");
  if (meaning === "note") return t("import-means-note");
  return meaning
    .split("+")
    .map((word) => wordLabel(fields, word, known))
    .join(", ");
}

function wordLabel(fields: string, word: string, known: Taxonomy | null): string {
  const words = vocabulary();
  switch (fields) {
    case "themes":
      return known?.themes.find(({ slug }) => slug === word)?.label ?? word;
    case "basedIn":
    case "activeIn":
      return districtLabel(known?.districts.find(({ slug }) => slug === word)) ?? word;
    case "languages":
    case "counterLanguages":
      return languageLabel(word);
    case "accessibility":
      return words.accessibility[word] ?? word;
    case "targetGroups":
      return words.targetGroups[word] ?? word;
    case "legalForm":
      return words.legalForms[word] ?? word;
    case "kind":
      return words.kinds.organisation[word] ?? words.kinds.institution[word] ?? words.kinds.network[word] ?? word;
    default:
      return word === "yes" || word === "no" ? t(word) : word;
  }
}

/** A district with what it is: a borough and its quarter may have one name. */
function districtLabel(district: Term | undefined): string | undefined {
  if (!district) return undefined;
  const level = `(${t(`level-${district.level ?? "QUARTER"}`)})`;
  return district.label.endsWith(level) ? district.label : `${district.label} ${level}`;
}

/** Everything that a value of a column may mean. */
function meanings(fields: string, known: Taxonomy | null): (readonly [string, string])[] {
  const words = vocabulary();
  const terms = (list: readonly Term[] = []) =>
    list.map(({ slug, label, depth }) => [slug, `${"\u00a0\u00a0".repeat(depth)}${label}`] as const);
  switch (fields) {
    case "themes":
      return terms(known?.themes);
    case "basedIn":
    case "activeIn":
      return terms(known?.districts);
    case "languages":
    case "counterLanguages":
      return Object.entries(words.languages);
    case "accessibility":
      return Object.entries(words.accessibility);
    case "targetGroups":
      return Object.entries(words.targetGroups);
    case "legalForm":
      return Object.entries(words.legalForms);
    case "kind":
      return Object.values(words.kinds).flatMap((kinds) => Object.entries(kinds));
    default:
      return [];
  }
}

/** What only a person can decide, each value once for the whole table. */
export function questionList(
  table: Table,
  known: Taxonomy | null,
  decide: (heading: string, value: string, meaning: string) => void,
  decideAll: (decisions: readonly (readonly [value: string, meaning: string])[], heading: string) => void,
  noteRest: () => void,
): TemplateResult {
  if (table.questions.length === 0) return html``;
  const fieldsOf = (heading: string) => table.columns.find((column) => column.heading === heading)?.fields ?? "";
  return html`<section class="card warm" data-part="questions" aria-labelledby="import-questions">
    <h2 id="import-questions">${t("import-questions", { count: table.questions.length })}</h2>
    <p>${t("import-questions-text")}</p>
    <p><button type="button" @click=${noteRest}>${t("import-note-rest")}</button></p>
    ${[...new Set(table.questions.map(({ heading }) => heading))].map((heading) => {
      const questions = table.questions.filter((question) => question.heading === heading);
      const forms = questions.map((question) =>
        questionForm(question, fieldsOf(heading), known, questions.length > 1, decide),
      );
      if (questions.length === 1) return forms;
      const decideColumn = (event: Event) => {
        const part = (event.currentTarget as HTMLElement).closest("[data-column]");
        // What nobody answers stands in the notes.
        const answers = [...(part?.querySelectorAll("form") ?? [])].map(
          (form, nth) => [questions[nth]?.value ?? "", chosenMeaning(form) || "note"] as const,
        );
        decideAll(answers, heading);
      };
      return html`<section data-column=${heading}>
        ${forms}
        <button type="button" @click=${decideColumn}>${t("import-column-decide", { heading })}</button>
      </section>`;
    })}
  </section>`;
}

/** What is chosen in the form of a question; empty where nothing is. */
const chosenMeaning = (form: HTMLFormElement) =>
  new FormData(form).getAll("meaning").map(String).filter(Boolean).join("+");

function questionForm(
  { heading, value, candidates, rowCount }: Question,
  fields: string,
  known: Taxonomy | null,
  /** Whether other words of the column are asked as well: then the one suggestion is chosen. */
  isShared: boolean,
  decide: (heading: string, value: string, meaning: string) => void,
) {
  const others = meanings(fields, known).filter(([word]) => !candidates.includes(word));
  const submit = (event: Event) => {
    event.preventDefault();
    const chosen = chosenMeaning(event.currentTarget as HTMLFormElement);
    if (chosen) decide(heading, value, chosen);
  };
  return html`<form class="card" data-question=${value} @submit=${submit}>
    <fieldset>
      <legend>${t("import-question", { value, heading, count: rowCount })}</legend>
      <div class="facts">
        ${candidates.map(
          (word) =>
            html`<label class="check"><input type="checkbox" name="meaning" value=${word} ?checked=${candidates.length === 1 && isShared} /> ${meaningLabel(fields, word, known)}</label>`,
        )}
      </div>
      ${
        others.length > 0
          ? html`<label>
            ${candidates.length > 0 ? t("import-question-other") : t("import-question-meaning")}
            <select name="meaning">
              <option value="">–</option>
              ${others.map(([word, label]) => html`<option value=${word}>${label}</option>`)}
            </select>
          </label>`
          : candidates.length > 0
            ? nothing
            : html`<label>${t("import-question-meaning")} <input name="meaning" autocomplete="off" /></label>`
      }
      <div class="acts">
        <button class="strong">${t("import-question-decide")}</button>
        <button type="button" @click=${() => decide(heading, value, "note")}>${t("import-question-note")}</button>
        <button type="button" @click=${() => decide(heading, value, "")}>${t("import-question-nothing")}</button>
      </div>
    </fieldset>
  </form>`;
}
