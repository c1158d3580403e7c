// The parts of the form: each has a label, plain help, and the service's complaint about it right there.
import { html, nothing, type TemplateResult } from "lit";
import { fieldLabel } from "../fields";
import { type Option, optionList } from "../options";
import { hasText, t } from "../words";
import type { EntryForm } from "./form";

/** What the parts need to know. */
export interface Context {
  readonly form: EntryForm;
  /** Complaints by field. */
  readonly errors: ReadonlyMap<string, string>;
  /** The stable codes of the complaints, by field. */
  readonly codes: ReadonlyMap<string, string>;
  readonly set: (field: string, value: unknown) => void;
  /** Told what is wrong with what was left in a field; nothing is when that is empty. */
  readonly complain: (field: string, message: string) => void;
}

/** What is said of a field in which something stands that means nothing. */
export function unreadMessage(field: string): string {
  if (field === "location") return t("coordinates-wrong");
  if (field === "excludedDates") return t("exclude-pending");
  if (field === "startsAt" || field === "endsAt") return t("moment-incomplete");
  return t(field.endsWith(".rows") ? "hours-incomplete" : "number-wrong");
}

/** The id of a field's control. */
export const controlId = (field: string) => `f-${field.replaceAll(/[^\w-]/g, "-")}`;

/** The fields without which nothing is saved, not even a draft. */
const REQUIRED: readonly string[] = ["name", "kind"];

const helpKey = (field: string) => `help-${field.replaceAll(".", "-")}`;

/** What stands around a control. */
export function framed(
  context: Context,
  field: string,
  control: TemplateResult,
  label = fieldLabel(field),
): TemplateResult {
  const id = controlId(field);
  const error = context.errors.get(field) ?? "";
  return html`<div class=${context.form.isChanged(field) ? "field changed" : "field"} data-field=${field}>
    <label for=${id}>${label}${context.form.isChanged(field) ? html` <span class="mark">${t("changed")}</span>` : nothing}</label>
    ${REQUIRED.includes(field) ? html`<span class="soft" aria-hidden="true">${t("required")}</span>` : nothing}
    ${help(field)} ${control}
    <p class="error" id=${`${id}-error`}>${error}</p>
  </div>`;
}

function help(field: string) {
  return hasText(helpKey(field))
    ? html`<p class="help" id=${`${controlId(field)}-help`}>${t(helpKey(field))}</p>`
    : nothing;
}

export const describedBy = (field: string) =>
  [hasText(helpKey(field)) ? `${controlId(field)}-help` : "", `${controlId(field)}-error`].filter(Boolean).join(" ");

const text = (event: Event) => (event.target as HTMLInputElement).value;

/** A line of text; `shown` is what was typed where the field says it in another way. */
export function line(
  context: Context,
  field: string,
  type = "text",
  shown = String(context.form.value(field) ?? ""),
): TemplateResult {
  return framed(
    context,
    field,
    html`<input
      id=${controlId(field)}
      type=${type}
      autocomplete="off"
      .value=${shown}
      aria-describedby=${describedBy(field)}
      aria-invalid=${context.errors.has(field)}
      aria-required=${REQUIRED.includes(field)}
      @input=${(event: Event) => context.set(field, text(event))}
    />`,
  );
}

/** A whole number. What is none yet stays as it is typed. */
export function number(context: Context, field: string): TemplateResult {
  const value = context.form.value(field);
  const typed = context.form.typed(field);
  const read = (event: Event) => {
    const wanted = text(event).trim();
    const isRead = /^\d{0,4}$/.test(wanted);
    context.form.keepText(field, text(event), isRead);
    if (isRead) context.set(field, wanted ? Number(wanted) : null);
    context.complain(field, "");
  };
  return framed(
    context,
    field,
    html`<input
      id=${controlId(field)}
      class="number"
      inputmode="numeric"
      autocomplete="off"
      .value=${context.form.unreadFields.includes(field) ? (typed ?? "") : String(value ?? "")}
      aria-describedby=${describedBy(field)}
      aria-invalid=${context.errors.has(field)}
      @input=${read}
      @change=${() => context.complain(field, context.form.unreadFields.includes(field) ? unreadMessage(field) : "")}
    />`,
  );
}

/** Text of several lines. */
export function area(context: Context, field: string, rows: number, tag: string): TemplateResult {
  return framed(
    context,
    field,
    html`<textarea
      id=${controlId(field)}
      rows=${rows}
      lang=${tag}
      dir="auto"
      .value=${String(context.form.value(field) ?? "")}
      aria-describedby=${describedBy(field)}
      aria-invalid=${context.errors.has(field)}
      @input=${(event: Event) => context.set(field, text(event))}
    ></textarea>`,
  );
}

const splitLines = (text: string) =>
  text
    .split("\n")
    .map((part) => part.trim())
    .filter(Boolean);

/** A list, one line for each. What is typed counts at once; blank lines stay until the field is shown anew. */
export function lines(context: Context, field: string): TemplateResult {
  const value = (context.form.value(field) ?? []) as readonly string[];
  const typed = context.form.typed(field);
  const isTyped = typed !== null && splitLines(typed).join("\n") === value.join("\n");
  const read = (event: Event) => {
    context.form.keepText(field, text(event), true);
    context.set(field, splitLines(text(event)));
  };
  return framed(
    context,
    field,
    html`<textarea
      id=${controlId(field)}
      rows="2"
      .value=${isTyped ? typed : value.join("\n")}
      aria-describedby=${describedBy(field)}
      aria-invalid=${context.errors.has(field)}
      @input=${read}
    ></textarea>`,
  );
}

/** One of several; `empty` stands for none. */
export function choice(
  context: Context,
  field: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  set: (value: string) => void,
): TemplateResult {
  return framed(
    context,
    field,
    html`<select
      id=${controlId(field)}
      aria-describedby=${describedBy(field)}
      aria-invalid=${context.errors.has(field)}
      aria-required=${REQUIRED.includes(field)}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${!chosen}>${t(REQUIRED.includes(field) ? "please-choose" : "unsaid")}</option>
      ${options.map(([value, label]) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`)}
    </select>`,
  );
}

/** Any of several. */
export function many(context: Context, field: string, options: readonly Option[]): TemplateResult {
  const chosen = (context.form.value(field) ?? []) as readonly string[];
  return html`<fieldset class=${context.form.isChanged(field) ? "field changed" : "field"} data-field=${field} id=${controlId(field)} tabindex="-1" aria-describedby=${describedBy(field)}>
    <legend>${fieldLabel(field)}${context.form.isChanged(field) ? html` <span class="mark">${t("changed")}</span>` : nothing}</legend>
    ${help(field)}
    ${optionList(fieldLabel(field), options, chosen, (now) => context.set(field, now))}
    <p class="error" id=${`${controlId(field)}-error`}>${context.errors.get(field) ?? ""}</p>
  </fieldset>`;
}

/** Yes or nothing said. */
export function flag(context: Context, field: string): TemplateResult {
  return html`<div class=${context.form.isChanged(field) ? "field changed" : "field"} data-field=${field}>
    <label class="check">
      <input
        id=${controlId(field)}
        type="checkbox"
        .checked=${context.form.value(field) === true}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => context.set(field, (event.target as HTMLInputElement).checked || null)}
      />
      ${fieldLabel(field)}
    </label>
    ${help(field)}
    <p class="error" id=${`${controlId(field)}-error`}>${context.errors.get(field) ?? ""}</p>
  </div>`;
}
