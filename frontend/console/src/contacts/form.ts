// A person as it is typed: four values, who may see each, and the consent without which only staff may.
import { html, nothing, type TemplateResult } from "lit";
import type { CreateContactPersonInput } from "../generated/questions";
import { t } from "../words";
import { METHODS, type Method, reviewDay, today } from "./acts";
import { CONTACT_FIELDS, type ContactField, contactValue, type Person, type Visibility } from "./person";

const VISIBILITIES: readonly Visibility[] = ["INTERNAL", "PARTNERS", "PUBLIC"];
const TYPES: Readonly<Record<ContactField, string>> = { NAME: "text", ROLE: "text", PHONE: "tel", EMAIL: "email" };

/** What is typed of a person, as the device keeps it. */
export interface PersonDraft {
  /** The person; null for a new one. */
  readonly id: string | null;
  readonly version: number;
  readonly values: Readonly<Record<ContactField, string>>;
  readonly visibility: Readonly<Record<ContactField, Visibility>>;
  /** Values and visibilities as they were when the form was opened: only what differs is sent. */
  readonly base: Pick<PersonDraft, "values" | "visibility"> | null;
  readonly givenOn: string;
  readonly givenBy: Method;
  readonly textVersion: string;
}

const each = <Value>(value: (field: ContactField) => Value) =>
  Object.fromEntries(CONTACT_FIELDS.map((field) => [field, value(field)])) as Record<ContactField, Value>;

/** A form without anything typed, or with what is known of a person. */
export function openPerson(person: Person | null): PersonDraft {
  const seen = new Map(
    (person?.consents ?? []).map(
      ({ field, visibility, withdrawnOn }) => [field, withdrawnOn ? "INTERNAL" : visibility] as const,
    ),
  );
  const values = each((field) => (person ? contactValue(person, field) : ""));
  const visibility = each((field) => seen.get(field) ?? "INTERNAL");
  const textVersion = person?.consents?.find((consent) => consent.textVersion)?.textVersion ?? "1";
  return {
    id: person?.id ?? null,
    version: person?.version ?? 0,
    values,
    visibility,
    base: person ? { values, visibility } : null,
    givenOn: today(),
    givenBy: "ORAL",
    textVersion,
  };
}

/** Whether a value is to be sent: it is new, or others shall see it. */
const isChanged = ({ values, visibility, base }: PersonDraft, field: ContactField) =>
  base
    ? values[field] !== base.values[field] || visibility[field] !== base.visibility[field]
    : values[field].trim() !== "";

/** The values that others shall see, and for which a consent is needed now. */
const consentedFields = (draft: PersonDraft) =>
  CONTACT_FIELDS.filter(
    (field) => isChanged(draft, field) && draft.values[field].trim() !== "" && draft.visibility[field] !== "INTERNAL",
  );

/** Whether anything differs from what stands there. */
export const isPersonChanged = (draft: PersonDraft) => CONTACT_FIELDS.some((field) => isChanged(draft, field));

/** What is sent of a person: what was changed, each with its consent. */
export function personInput(draft: PersonDraft): Omit<CreateContactPersonInput, "actor"> {
  const consent = {
    ...{ purpose: t("contact-purpose"), textVersion: draft.textVersion.trim(), textLanguage: "de" },
    ...{ givenOn: draft.givenOn, givenBy: draft.givenBy, reviewDue: reviewDay(draft.givenOn) },
  };
  const consented = consentedFields(draft);
  const input = (field: ContactField) => {
    const value = draft.values[field].trim();
    if (!value) return { value: null };
    return { value, visibility: draft.visibility[field], ...(consented.includes(field) ? { consent } : {}) };
  };
  return Object.fromEntries(
    CONTACT_FIELDS.filter((field) => isChanged(draft, field)).map((field) => [field.toLowerCase(), input(field)]),
  );
}

export interface PersonForm {
  readonly draft: PersonDraft;
  /** What is wrong, by the field it belongs to; an empty one for all of it. */
  readonly errors: ReadonlyMap<string, string>;
  readonly isBusy: boolean;
  readonly change: (draft: PersonDraft) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

/** The form. It stands inside that of the entry, so it is none of its own: Enter saves the person. */
export function personForm({ draft, errors, isBusy, change, save, discard }: PersonForm): TemplateResult {
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  const submit = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target as HTMLElement).matches("input, select")) return;
    event.preventDefault();
    save();
  };
  const error = (field: string) => errors.get(field) ?? "";
  const title = draft.id ? t("contact-edit-title") : t("contact-new");
  return html`<div class="card contact-form" role="group" aria-label=${title} @keydown=${submit}>
    <h3>${title}</h3>
    <p class="help">${t("contact-form-help")}</p>
    ${error("") ? html`<p class="bar bad" role="alert">${error("")}</p>` : nothing}
    ${CONTACT_FIELDS.map((field) => {
      const [id, name] = [`contact-${field.toLowerCase()}`, field.toLowerCase()];
      return html`<div class="field contact-value">
        <label for=${id}>${t(`contact-${field}`)}</label>
        <input id=${id} type=${TYPES[field]} dir="auto" autocomplete="off" maxlength="200" .value=${draft.values[field]} aria-describedby=${`${id}-error`} aria-invalid=${error(name) !== ""}
          @input=${(event: Event) => change({ ...draft, values: { ...draft.values, [field]: typed(event) } })} />
        <select aria-label=${t("contact-seen-by", { field: t(`contact-${field}`) })}
          @change=${(event: Event) => change({ ...draft, visibility: { ...draft.visibility, [field]: typed(event) as Visibility } })}>
          ${VISIBILITIES.map((one) => html`<option value=${one} .selected=${one === draft.visibility[field]}>${t(`visibility-${one}`)}</option>`)}
        </select>
        <p class="error" id=${`${id}-error`}>${error(name)}</p>
      </div>`;
    })}
    ${
      consentedFields(draft).length > 0
        ? html`<fieldset class="field">
          <legend>${t("contact-consent")}</legend>
          <p class="help">${t("contact-consent-help")}</p>
          <div class="columns">
            <label>${t("contact-given-on")} <input id="contact-given-on" type="date" max=${today()} .value=${draft.givenOn} @input=${(event: Event) => change({ ...draft, givenOn: typed(event) })} /></label>
            <label>${t("contact-given-by")}
              <select @change=${(event: Event) => change({ ...draft, givenBy: typed(event) as Method })}>
                ${METHODS.map((method) => html`<option value=${method} .selected=${method === draft.givenBy}>${t(`consent-method-${method}`)}</option>`)}
              </select></label>
            <label>${t("contact-text-version")} <input autocomplete="off" maxlength="40" .value=${draft.textVersion} @input=${(event: Event) => change({ ...draft, textVersion: typed(event) })} /></label>
          </div>
        </fieldset>`
        : nothing
    }
    <div class="acts">
      <button type="button" class="strong" ?disabled=${isBusy || !isPersonChanged(draft)} @click=${save}>${t("contact-save")}</button>
      <button type="button" ?disabled=${isBusy} @click=${discard}>${t("draft-discard")}</button>
    </div>
  </div>`;
}
