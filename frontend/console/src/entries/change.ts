// A theme, a district or a language that many entries get or lose: chosen in a dialogue that says what will change.
import { html } from "lit";
import { openDialogue } from "../dialogue";
import type { EditActorInput } from "../generated/questions";
import type { Option } from "../options";
import type { Taxonomy } from "../taxonomy";
import { t, vocabulary } from "../words";
import { nameSome } from "./bulk";
import type { Row } from "./rows";

/** The lists that many entries are changed in together. */
const FIELDS = ["themes", "activeIn", "languages"] as const;
type ListField = (typeof FIELDS)[number];

/** One value more or less in a list. */
export interface FieldChange {
  readonly field: ListField;
  readonly isAdded: boolean;
  readonly value: string;
}

/** Whether an entry would say something else. */
export const concernsChange = ({ field, isAdded, value }: FieldChange, row: Row) =>
  row[field].includes(value) !== isAdded;

/** What is sent for an entry. */
export function changeOf({ field, isAdded, value }: FieldChange, row: Row): Pick<EditActorInput, ListField> {
  return { [field]: isAdded ? [...row[field], value] : row[field].filter((one) => one !== value) };
}

function optionsOf(field: ListField, terms: Taxonomy): readonly Option[] {
  if (field === "languages")
    return Object.entries(vocabulary().languages).sort(([, one], [, other]) => one.localeCompare(other));
  return (field === "themes" ? terms.themes : terms.districts).map(
    ({ id, label, depth }) => [id, label, depth] as const,
  );
}

/** Asks which change; null for none. */
export function askForChange(rows: readonly Row[], terms: Taxonomy): Promise<FieldChange | null> {
  let change: FieldChange = { field: "themes", isAdded: true, value: "" };
  const [choose, text] = [
    (event: Event) => (event.target as HTMLSelectElement).value,
    (value: string, depth = 0) => `${"\u00a0\u00a0".repeat(depth)}${value}`,
  ];
  return openDialogue<FieldChange | null>(null, (answer, update) => {
    const set = (part: Partial<FieldChange>) => {
      change = { ...change, ...part };
      update();
    };
    const concerned = change.value ? rows.filter((row) => concernsChange(change, row)) : [];
    const left = rows.length - concerned.length;
    return html`<h2 id="dialogue-title">${t("bulk-change-title", { count: rows.length })}</h2>
      <div class="filters">
        <label>
          ${t("bulk-change-way")}
          <select name="way" @change=${(event: Event) => set({ isAdded: choose(event) === "add" })}>
            <option value="add" ?selected=${change.isAdded}>${t("bulk-change-add")}</option>
            <option value="remove" ?selected=${!change.isAdded}>${t("bulk-change-remove")}</option>
          </select>
        </label>
        <label>
          ${t("bulk-change-field")}
          <select name="field" @change=${(event: Event) => set({ field: choose(event) as ListField, value: "" })}>
            ${FIELDS.map((field) => html`<option value=${field} ?selected=${field === change.field}>${t(`bulk-field-${field}`)}</option>`)}
          </select>
        </label>
        <label>
          ${t(`bulk-field-${change.field}`)}
          <select name="value" @change=${(event: Event) => set({ value: choose(event) })}>
            <option value="" .selected=${!change.value}>${t("choose")}</option>
            ${optionsOf(change.field, terms).map(
              ([value, label, depth]) =>
                html`<option value=${value} .selected=${value === change.value}>${text(label, depth)}</option>`,
            )}
          </select>
        </label>
      </div>
      <div role="status">
        ${
          change.value
            ? html`<p>${t("bulk-change-concerned", { count: concerned.length })}${left > 0 ? ` ${t(`bulk-change-left-${change.isAdded ? "add" : "remove"}`, { count: left })}` : ""}</p>
              <ul>
                ${nameSome(concerned).map((name) => html`<li>${name}</li>`)}
              </ul>`
            : html`<p class="soft">${t("bulk-change-none")}</p>`
        }
      </div>
      <div class="acts">
        <button type="button" class="strong" ?disabled=${concerned.length === 0} @click=${() => answer(change)}>${t("bulk-change-do")}</button>
        <button type="button" @click=${() => answer(null)}>${t("cancel")}</button>
      </div>`;
  });
}
