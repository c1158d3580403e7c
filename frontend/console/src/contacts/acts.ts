// What is done to the consents of people: renewed, withdrawn, and everything about a person erased.
import { html, nothing } from "lit";
import { request } from "../client";
import { choose, openDialogue } from "../dialogue";
import { fieldLabel } from "../fields";
import {
  ConsoleErasePerson,
  type ConsoleErasePersonAnswer,
  ConsoleMentions,
  ConsoleRecordConsent,
  ConsoleWithdrawConsent,
} from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { attempt } from "../view";
import { t } from "../words";
import { CONTACT_FIELDS, type Consent, consentsInForce, contactValue, isInForce, type PersonFacts } from "./person";

export type Mention = NonNullable<NonNullable<ConsoleErasePersonAnswer["erasePerson"]>["mentions"]>[number];
export type Method = NonNullable<Consent["givenBy"]>;

/** How consents are given, what is usual first. */
export const METHODS: readonly Method[] = ["ORAL", "WRITTEN", "ONLINE"];

/** For how many years a consent counts before the person is asked again. */
const REVIEW_YEARS = 2;

export const today = () => new Date().toLocaleDateString("sv-SE");

/** The day on which to ask again about a consent given on `day`; null where that is no day. */
export function reviewDay(day: string): string | null {
  const date = new Date(`${day}T12:00`);
  if (Number.isNaN(date.getTime())) return null;
  date.setFullYear(date.getFullYear() + REVIEW_YEARS);
  return date.toLocaleDateString("sv-SE");
}

const called = ({ name }: PersonFacts) => name ?? t("nameless");

/** Ends all consents of a person once it was said what nobody sees any more; whether that was done. */
export async function withdrawConsents(person: PersonFacts): Promise<boolean> {
  const ended = consentsInForce(person);
  const lines = ended.map(({ field, visibility }) => `${t(`contact-${field}`)}: ${t(`visibility-${visibility}`)}`);
  const choices = [
    { value: true, label: t("contact-withdraw-do"), tone: "danger" as const },
    { value: false, label: t("cancel") },
  ];
  const answer = await choose(
    t("contact-withdraw-title", { name: called(person) }),
    [...lines, t("contact-withdraw-text")],
    choices,
    false,
  );
  if (!answer) return false;
  return attemptOn(async () => {
    const { userErrors } = await mutate(ConsoleWithdrawConsent, { id: person.id });
    if (userErrors.length > 0) return describeErrors(userErrors);
    notify({ text: t("contact-withdrawn-done", { name: called(person) }) });
    return "";
  });
}

/** Writes down that a person has agreed again today to all that is seen of them. */
export async function renewConsents(person: PersonFacts, givenBy: Method): Promise<boolean> {
  return attemptOn(async () => {
    let version = person.version ?? 0;
    const givenOn = today();
    for (const { field, visibility, purpose, textVersion, textLanguage } of consentsInForce(person)) {
      const consent = {
        purpose: purpose ?? t("contact-purpose"),
        textVersion: textVersion ?? "1",
        textLanguage: textLanguage ?? "de",
        givenOn,
        givenBy,
        reviewDue: reviewDay(givenOn),
      };
      const { contactPerson, userErrors } = await mutate(ConsoleRecordConsent, {
        id: person.id,
        expectedVersion: version,
        field,
        visibility,
        consent,
      });
      if (userErrors.length > 0) return describeErrors(userErrors);
      version = contactPerson?.version ?? version + 1;
    }
    notify({ text: t("contact-renewed", { name: called(person) }) });
    return "";
  });
}

/** Erases a person once it was said what goes and what is left to staff; the mentions that are left, null when nothing was done. */
export async function erasePerson(person: PersonFacts): Promise<readonly Mention[] | null> {
  let left: readonly Mention[] | null = null;
  await attempt(async () => {
    const mentions = (await request(ConsoleMentions, { id: person.id })).viewer?.personMentions ?? [];
    if (!(await askToErase(person, mentions))) return;
    const { userErrors, mentions: after } = await mutate(ConsoleErasePerson, { id: person.id });
    if (userErrors.length > 0) return notify({ tone: "bad", text: describeErrors(userErrors) });
    left = (after ?? []).filter(({ isBlanked }) => !isBlanked);
    notify({ text: t("contact-erased") });
  });
  return left;
}

function askToErase(person: PersonFacts, mentions: readonly Mention[]): Promise<boolean> {
  const known = new Set((person.consents ?? []).map(({ field }) => field));
  const values = CONTACT_FIELDS.filter((field) => known.has(field) || contactValue(person, field)).map((field) =>
    t(`contact-${field}`),
  );
  const blanked = mentions.filter(({ isBlanked }) => isBlanked).length;
  const others = mentions.filter(({ isBlanked }) => !isBlanked);
  return openDialogue(
    false,
    (answer) =>
      html`<h2 id="dialogue-title">${t("contact-erase-title", { name: called(person) })}</h2>
        <ul>
          <li>${t("contact-erase-values", { values: values.join(", ") })}</li>
          ${blanked > 0 ? html`<li>${t("contact-erase-blanked", { count: blanked })}</li>` : nothing}
        </ul>
        ${others.length > 0 ? html`<p>${t("contact-erase-left", { count: others.length })}</p> ${mentionList(others)}` : nothing}
        <p>${t("contact-erase-final")}</p>
        <div class="acts">
          <button type="button" @click=${() => answer(false)}>${t("cancel")}</button>
          <button type="button" class="danger" @click=${() => answer(true)}>${t("contact-erase-do")}</button>
        </div>`,
  );
}

/** Where a person is mentioned, with ways there. */
export function mentionList(mentions: readonly Mention[]) {
  return html`<ul>
    ${mentions.map(({ entryId, proposalId, field, trace, isCurrent }) => {
      const text = [fieldLabel(field), t(`trace-${trace}`), isCurrent ? "" : t("mention-past")]
        .filter(Boolean)
        .join(", ");
      const address = proposalId ? `/console/review/${proposalId}` : entryId ? `/console/entries/${entryId}` : null;
      return html`<li>${address ? html`<a href=${address} target="_blank">${text}</a>` : text}</li>`;
    })}
  </ul>`;
}

/** Does something that says in words what stands in the way; whether nothing did. */
async function attemptOn(act: () => Promise<string>): Promise<boolean> {
  let failure = "";
  const isAnswered = await attempt(async () => {
    failure = await act();
  });
  if (failure) notify({ tone: "bad", text: failure });
  return isAnswered && !failure;
}

/** Whether a person agreed to anything that is seen now. */
export const hasConsents = (person: PersonFacts) => (person.consents ?? []).some(isInForce);
