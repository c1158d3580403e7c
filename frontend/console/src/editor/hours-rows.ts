// Hours by rows: days, from, to, a note. The text that they write stays in sight and can be edited itself.

import {
  ALL_DAYS,
  EMPTY_ROW,
  formatHours,
  type HoursRow,
  isComplete,
  parseHours,
} from "@bruecke/shared/hours-notation";
import { html, nothing, type TemplateResult } from "lit";
import { fieldLabel } from "../fields";
import { t } from "../words";
import { dayName, describeHours, describeNotation } from "./hours";
import { type Context, controlId, line } from "./inputs";
import { knownNotation, readSoon } from "./spoken-hours";

/** Where rows are kept that say nothing yet. */
export const rowsField = (field: string) => `${field}.rows`;

/** The rows as they were left here, else those of the text; null where it says more than rows can. */
function rowsOf(context: Context, field: string): readonly HoursRow[] | null {
  const text = String(context.form.value(field) ?? "");
  const typed = readRows(context.form.typed(rowsField(field)));
  return typed && formatHours(typed) === text ? typed : parseHours(text);
}

function readRows(typed: string | null): readonly HoursRow[] | null {
  if (!typed) return null;
  try {
    return JSON.parse(typed) as readonly HoursRow[];
  } catch {
    return null;
  }
}

/** A field of hours. */
export function hoursField(context: Context, field: string): TemplateResult {
  const { form } = context;
  const text = String(form.value(field) ?? "").trim();
  const rows = rowsOf(context, field);
  const write = (changed: readonly HoursRow[]) => {
    form.keepText(field, "", true);
    form.keepText(rowsField(field), JSON.stringify(changed), changed.every(isComplete));
    context.set(field, formatHours(changed));
  };
  const typing: Context = {
    ...context,
    set: (name, value) => {
      // The text counts now: rows of before are no longer what is meant.
      form.keepText(rowsField(field), "", true);
      context.set(name, value);
    },
  };
  readSoon(form, field, () => context.set(field, form.value(field)));
  const words = rows ? describeHours(rows) : knownNotation(text) ? describeNotation(text) : [];
  return html`${line(typing, field, "text", shownText(context, field))}
    <div class="hours" id=${controlId(rowsField(field))} tabindex="-1" role="group" aria-label=${t("hours-rows-title", { field: fieldLabel(field) })}>
      ${rows ? rows.map((row, index) => rowFields(`${field}-${index}`, index, row, (changed) => write(rows.flatMap((known, at) => (at !== index ? known : (changed ?? [])))))) : nothing}
      ${rows ? html`<p><button type="button" @click=${() => write([...rows, EMPTY_ROW])}>${t("hours-add")}</button></p>` : otherHours(text, () => write([EMPTY_ROW]))}
      <p class="error" role="status">${context.errors.get(rowsField(field)) ?? ""}</p>
      ${words.length > 0 ? html`<div class="spoken" role="status"><strong>${t("reads-so")}</strong><ul>${words.map((word) => html`<li>${word}</li>`)}</ul></div>` : nothing}
    </div>`;
}

/** The text as it was typed, as long as it is what the field says. */
function shownText({ form }: Context, field: string): string {
  const value = String(form.value(field) ?? "");
  const typed = form.typed(field);
  return typed && knownNotation(typed.trim()) === value ? typed : value;
}

/** What is said of hours that no rows can hold: that they are kept, or that nobody understands them. */
function otherHours(text: string, begin: () => void) {
  const notation = knownNotation(text);
  if (notation) return html`<p class="soft" role="status">${t("hours-special")}</p>`;
  if (notation === undefined) return nothing;
  return html`<p class="warn" role="status">${t("hours-unread")}</p>
    <p><button type="button" @click=${begin}>${t("hours-rows-instead")}</button></p>`;
}

/** One row; `change` is told what it says now, null when it is taken away. */
function rowFields(id: string, index: number, row: HoursRow, change: (row: HoursRow | null) => void) {
  const toggle = (day: number, isOn: boolean) =>
    change({ ...row, days: isOn ? [...row.days, day].sort() : row.days.filter((known) => known !== day) });
  const input = (part: "from" | "to" | "note") => (event: Event) =>
    change({ ...row, [part]: (event.target as HTMLInputElement).value });
  return html`<fieldset class="hours-row">
    <legend>${t("hours-row", { number: index + 1 })}</legend>
    <span class="days">
      ${ALL_DAYS.map(
        (day) =>
          html`<label class="check"><input type="checkbox" aria-label=${dayName(day)} .checked=${row.days.includes(day)} @change=${(event: Event) => toggle(day, (event.target as HTMLInputElement).checked)} /> ${dayName(day, "short")}</label>`,
      )}
    </span>
    <label class="check"><input type="checkbox" .checked=${row.isClosed} @change=${(event: Event) => change({ ...row, isClosed: (event.target as HTMLInputElement).checked })} /> ${t("hours-closed")}</label>
    ${
      row.isClosed
        ? nothing
        : html`<label>${t("hours-from")} <input type="time" id=${`${id}-from`} .value=${row.from} @input=${input("from")} /></label>
          <label>${t("hours-to")} <input type="time" id=${`${id}-to`} .value=${row.to} @input=${input("to")} /></label>`
    }
    <label class="note">${t("hours-note")} <input id=${`${id}-note`} autocomplete="off" maxlength="200" .value=${row.note} @input=${input("note")} /></label>
    <button type="button" aria-label=${t("hours-remove", { number: index + 1 })} @click=${() => change(null)}>×</button>
  </fieldset>`;
}
