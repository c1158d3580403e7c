// The people to speak to at an entry: who may see what and why, adding, changing, renewing, withdrawing, erasing.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "./client";
import {
  erasePerson,
  hasConsents,
  METHODS,
  type Mention,
  type Method,
  mentionList,
  renewConsents,
  withdrawConsents,
} from "./contacts/acts";
import { isPersonChanged, openPerson, type PersonDraft, personForm, personInput } from "./contacts/form";
import { type Person, type PersonFacts, personValues } from "./contacts/person";
import { contactsDraftKey, discardDraft, readDraft, writeDraft } from "./drafts";
import { ConsoleContacts, ConsoleCreateContact, ConsoleEditContact } from "./generated/questions";
import { refuseIncomplete } from "./incomplete";
import { mutate } from "./mutation";
import { notify } from "./notice";
import { attempt, View } from "./view";
import { language, t } from "./words";

/** The page with everything that is stored of a person, to hand over. */
const packageAddress = (id: string) => `/export/staff/persons?language=${language()}&id=${encodeURIComponent(id)}`;

/** What can be done with the consents of a person; `done` is called when something was. */
export function consentActs(person: PersonFacts, isBusy: boolean, act: (what: () => Promise<boolean>) => void) {
  if (!hasConsents(person)) return nothing;
  const name = person.name ?? t("nameless");
  const renew = (event: Event) => {
    const method = (event.currentTarget as HTMLElement).parentElement?.querySelector("select")?.value as Method;
    act(() => renewConsents(person, method));
  };
  return html`<span class="renewal">
      <button type="button" ?disabled=${isBusy} aria-label=${`${t("contact-renew")}: ${name}`} @click=${renew}>${t("contact-renew")}</button>
      <select aria-label=${`${t("contact-given-by")}: ${name}`}>
        ${METHODS.map((method) => html`<option value=${method}>${t(`consent-method-${method}`)}</option>`)}
      </select>
    </span>
    <button type="button" class="apart" ?disabled=${isBusy} aria-label=${`${t("contact-withdraw")}: ${name}`} @click=${() => act(() => withdrawConsents(person))}>${t("contact-withdraw")}</button>`;
}

class ConsoleContactList extends View {
  static override properties = { actor: { attribute: false }, name: { attribute: false } };
  /** The global id of the entry. */
  declare actor: string;
  /** What the entry is called. */
  declare name: string;
  #persons: readonly Person[] = [];
  #draft: PersonDraft | null = null;
  #errors: ReadonlyMap<string, string> = new Map();
  /** Whether the person that the address names was gone to. */
  #isShown = false;
  /** Where people who were erased here are still mentioned. */
  #left: readonly Mention[] = [];

  protected override updated(changed: PropertyValues): void {
    if (changed.get("actor") !== undefined) void this.reload();
    if (!this.#isShown && this.#persons.length > 0) this.#showAsked();
  }

  protected async load(): Promise<void> {
    this.#draft = (readDraft(contactsDraftKey(this.actor))?.changes.person as PersonDraft | undefined) ?? null;
    this.#persons = (await request(ConsoleContacts, { actor: this.actor })).viewer?.contactPersons ?? [];
  }

  /** Goes to the person whom the address names. */
  #showAsked(): void {
    const id = location.hash.match(/^#person-(.+)$/)?.[1];
    const card = id ? this.querySelector<HTMLElement>(`[data-person="${CSS.escape(decodeURIComponent(id))}"]`) : null;
    this.#isShown = true;
    if (!card) return;
    card.tabIndex = -1;
    card.scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
  }

  protected content(): TemplateResult {
    const draft = this.#draft;
    return html`<p class="help">${t("contacts-help")}</p>
      ${this.#left.length > 0 ? html`<div class="bar warm" role="status">${t("contact-erase-left", { count: this.#left.length })} ${mentionList(this.#left)}</div>` : nothing}
      ${this.#persons.length === 0 && !this.isLoading && !draft ? html`<p class="soft">${t("contacts-none")}</p>` : nothing}
      <ul class="cards">
        ${repeat(
          this.#persons,
          ({ id }) => id,
          (person) =>
            html`<li class="card" data-person=${person.id}>${draft?.id === person.id ? this.#form(draft) : this.#card(person)}</li>`,
        )}
      </ul>
      ${draft && draft.id === null ? this.#form(draft) : html`<p><button type="button" ?disabled=${draft !== null} @click=${() => this.#open(null)}>${t("contact-new")}</button></p>`}`;
  }

  #card(person: Person) {
    const name = person.name ?? t("nameless");
    return html`<h3><bdi>${name}</bdi></h3>
      ${personValues(person)}
      <div class="acts">
        <button type="button" ?disabled=${this.#draft !== null || this.isBusy} aria-label=${`${t("contact-edit")}: ${name}`} @click=${() => this.#open(person)}>${t("contact-edit")}</button>
        ${consentActs(person, this.isBusy, (what) => void this.submit(what))}
        <a href=${packageAddress(person.id)} target="_blank" rel="noopener" aria-label=${`${t("contact-package")}: ${name}`}>${t("contact-package")}</a>
        <button type="button" class="apart" ?disabled=${this.isBusy} aria-label=${`${t("contact-erase")}: ${name}`} @click=${() => this.#erase(person)}>${t("contact-erase")}</button>
      </div>`;
  }

  #form(draft: PersonDraft) {
    return personForm({
      draft,
      errors: this.#errors,
      isBusy: this.isBusy,
      change: (changed) => this.#set(changed),
      save: () => void this.#save(),
      discard: () => this.#set(null),
    });
  }

  #open(person: Person | null): void {
    this.#errors = new Map();
    this.#draft = openPerson(person);
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#contact-name")?.focus());
  }

  /** What is typed stays on the device until the service has said yes. */
  #set(draft: PersonDraft | null): void {
    const key = contactsDraftKey(this.actor);
    this.#draft = draft;
    if (draft && isPersonChanged(draft)) {
      writeDraft({
        entry: key,
        name: this.name,
        version: draft.version,
        base: {},
        changes: { person: draft },
        at: new Date().toISOString(),
      });
    } else discardDraft(key);
    window.dispatchEvent(new CustomEvent("console-draft"));
    this.requestUpdate();
  }

  async #erase(person: Person): Promise<void> {
    await this.submit(async () => {
      const left = await erasePerson(person);
      if (left) this.#left = left;
      return left !== null;
    });
  }

  async #save(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.isBusy || !isPersonChanged(draft) || refuseIncomplete(this)) return;
    this.isBusy = true;
    this.requestUpdate();
    await attempt(async () => {
      const input = personInput(draft);
      const { contactPerson, userErrors } = draft.id
        ? await mutate(ConsoleEditContact, { id: draft.id, expectedVersion: draft.version, ...input })
        : await mutate(ConsoleCreateContact, { actor: this.actor, ...input });
      this.#errors = errorsByField(userErrors);
      if (!contactPerson) return;
      this.#set(null);
      notify({ text: t("saved") });
      await this.reload();
    });
    this.isBusy = false;
    this.requestUpdate();
  }
}

/** Complaints by the value they are about; the rest together. */
function errorsByField(
  errors: readonly { readonly field: string | null; readonly message: string }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { field, message } of errors) {
    const [name = ""] = (field ?? "").split(/[.[]/);
    const key = ["name", "role", "phone", "email"].includes(name) ? name : "";
    found.set(key, [found.get(key), message].filter(Boolean).join(" "));
  }
  return found;
}

customElements.define("console-contacts", ConsoleContactList);
