// The rows of a file: what each would do, what is wrong with it, and which entry it is.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fieldLabel, formatValue } from "../fields";
import type { Taxonomy } from "../taxonomy";
import { t } from "../words";
import type { Question, Report } from "./columns";

export type ImportRow = Report["rows"][number];
/** What becomes of a row. */
export type Outcome = ImportRow["outcome"];

/** All of them, those that need somebody first. */
export const OUTCOMES: readonly Outcome[] = [
  "WRONG",
  "LIKELY_DUPLICATE",
  "CONFLICT",
  "NEW",
  "CHANGED",
  "SAME",
  "LEFT_OUT",
];

/** At most so many entries are shown that a row may be: more help nobody to decide. */
const CANDIDATES = 3;
/** So many changed fields are shown at once. */
const CHANGES = 6;

/** Whether a row is taken. */
export const isTaken = (outcome: Outcome) => outcome === "NEW" || outcome === "CHANGED";

/** What can be done with a row. */
export interface RowActs {
  /** Which entry it is: a slug, `new` or `skip`. */
  readonly decide: (row: ImportRow, decision: string) => void;
  /** What is still asked of the table: a row that waits for an answer only says so. */
  readonly questions: readonly Question[];
}

/** What there is to know of a row. */
export function hintList({ hints }: Pick<ImportRow, "hints">) {
  if (hints.length === 0) return nothing;
  return html`<ul class="soft">${hints.map(({ field, column, message }) => html`<li>${column ?? fieldLabel(field)}: ${message}</li>`)}</ul>`;
}

/** One row. */
export function importRow(row: ImportRow, outcome: Outcome, known: Taxonomy | null, acts: RowActs): TemplateResult {
  const { number, line, name, problems, changes } = row;
  return html`<li class="card" data-row=${number}>
    <div class="row-head">
      <strong>${name || t("nameless")}</strong>
      <span class=${`outcome ${outcome}`}>${t(`import-outcome-${outcome}`)}</span>
      <span class="soft">${line === null ? t("import-row", { number }) : t("import-line", { line })}</span>
      ${row.entryId && row.kind === "ACTOR" ? html`<a href=${`/console/entries/${row.entryId}`} target="_blank" rel="noopener">${t("import-entry")}</a>` : nothing}
      ${
        isTaken(outcome)
          ? html`<button type="button" aria-label=${t("import-skip-row", { name })} @click=${() => acts.decide(row, "skip")}>${t("import-skip")}</button>`
          : nothing
      }
    </div>
    ${
      problems.length > 0
        ? html`<ul class="error">
          ${problems.map((problem) => html`<li>${problem.column ?? fieldLabel(problem.field)}: ${problemText(problem, acts.questions)}</li>`)}
        </ul>`
        : nothing
    }
    ${hintList(row)}
    ${changes.length > 0 ? changeList(changes, known) : nothing} ${outcome === "LIKELY_DUPLICATE" ? candidateList(row, acts) : nothing}
  </li>`;
}

function problemText({ column, message }: ImportRow["problems"][number], questions: readonly Question[]): string {
  const open = questions.find(({ heading, value }) => heading === column && message.includes(`"${value}"`));
  return open ? t("import-waits", { value: open.value }) : message;
}

function changeList(changes: ImportRow["changes"], known: Taxonomy | null) {
  const line = ({ field, before, after }: ImportRow["changes"][number]) =>
    html`<li>${fieldLabel(field)}: <del>${formatValue(field, before, known)}</del> <ins>${formatValue(field, after, known)}</ins></li>`;
  const rest = changes.slice(CHANGES);
  return html`<ul>${changes.slice(0, CHANGES).map(line)}</ul>
    ${
      rest.length > 0
        ? html`<details><summary>${t("import-more-changes", { count: rest.length })}</summary><ul>${rest.map(line)}</ul></details>`
        : nothing
    }`;
}

function candidateList(row: ImportRow, { decide }: RowActs) {
  const candidates = row.alike.slice(0, CANDIDATES);
  return html`<p>${t("import-alike")}</p>
    <ul class="candidates">
      ${repeat(
        candidates,
        ({ entryId, row: other }) => entryId ?? other,
        ({ entryId, slug, row: other, name, reasons }) =>
          html`<li>
            ${
              entryId
                ? html`<a href=${`/console/entries/${entryId}`} target="_blank" rel="noopener">${name}</a>`
                : html`${t("import-alike-row", { number: other ?? 0, name })}`
            }
            <span class="soft">(${reasons.map(({ label }) => label).join(", ")})</span>
            ${
              slug
                ? html`<button type="button" @click=${() => decide(row, slug)}>${t("import-is-that")}</button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
    <div class="acts">
      <button type="button" @click=${() => decide(row, "new")}>${t("import-is-new")}</button>
      <button type="button" @click=${() => decide(row, "skip")}>${t("import-skip")}</button>
    </div>`;
}
