// People to speak to as a list shows them: each value, who sees it now, and the consent that allows it.
import { html, nothing } from "lit";
import type { ConsoleContactsAnswer } from "../generated/questions";
import { formatDate, t } from "../words";

export type Person = NonNullable<NonNullable<ConsoleContactsAnswer["viewer"]>["contactPersons"]>[number];
export type Consent = NonNullable<Person["consents"]>[number];
export type ContactField = Consent["field"];
export type Visibility = Consent["visibility"];

/** The values of a person, in the order in which they are read. */
export const CONTACT_FIELDS: readonly ContactField[] = ["NAME", "ROLE", "PHONE", "EMAIL"];

/** What lists of consents know of a person; the values only where they were asked for. */
export type PersonFacts = Pick<Person, "id" | "version" | "name" | "consents"> &
  Partial<Pick<Person, "role" | "phone" | "email">>;

/** What one value says. */
export const contactValue = (person: PersonFacts, field: ContactField): string =>
  person[field.toLowerCase() as "name" | "role" | "phone" | "email"] ?? "";

/** Whether a consent lets others than staff and the association see a value. */
export const isInForce = ({ visibility, givenOn, withdrawnOn }: Consent) =>
  visibility !== "INTERNAL" && givenOn !== null && withdrawnOn === null;

/** The consents that let somebody see something now. */
export const consentsInForce = ({ consents }: PersonFacts) => (consents ?? []).filter(isInForce);

/** Who sees a value, and since when the person has agreed. */
function consentText(consent: Consent): string {
  const { withdrawnOn, givenOn, givenBy, reviewDue, visibility } = consent;
  if (withdrawnOn) return t("contact-withdrawn", { date: formatDate(withdrawnOn) });
  if (!isInForce(consent)) return t("visibility-INTERNAL");
  const given = t("contact-given", { date: formatDate(givenOn), method: t(`consent-method-${givenBy}`) });
  return [t(`visibility-${visibility}`), given, reviewDue ? t("contact-review", { date: formatDate(reviewDue) }) : ""]
    .filter(Boolean)
    .join(", ");
}

/** The values of a person, a line for each. */
export function personValues(person: PersonFacts) {
  const consents = new Map((person.consents ?? []).map((consent) => [consent.field, consent]));
  const known = CONTACT_FIELDS.filter((field) => consents.has(field) || contactValue(person, field));
  return html`<ul class="facts person">
    ${known.map((field) => {
      const consent = consents.get(field);
      const value = contactValue(person, field);
      return html`<li data-value=${field}>${t(`contact-${field}`)}${value ? html`: <strong><bdi>${value}</bdi></strong>` : nothing} – ${consent ? consentText(consent) : t("visibility-INTERNAL")}</li>`;
    })}
  </ul>`;
}
