// What people have written about an entry without saying what a field should say: it stands beside the form while the editor
// does what is asked, and is answered there.
import { html, LitElement, nothing } from "lit";
import { ConsoleApprove, type ConsoleEntryAnswer, ConsoleReject } from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { attempt } from "../view";
import { formatDate, t, vocabulary } from "../words";
import { forgetReason, keepReason, keptReason } from "./reason";

export type EntryProposal = NonNullable<NonNullable<ConsoleEntryAnswer["viewer"]>["proposals"]>["nodes"][number];

/** Whether a proposal says something in words only. */
export const isMessage = ({ fields, archive }: { readonly fields: readonly string[]; readonly archive: boolean }) =>
  fields.length === 0 && !archive;

/** The messages about an entry; `done` is called when one of them was answered. */
export const entryMessages = (proposals: readonly EntryProposal[], done: () => void) =>
  html`${proposals.filter(isMessage).map((message) => html`<console-message .message=${message} .done=${done}></console-message>`)}`;

class ConsoleMessage extends LitElement {
  static override properties = { message: { attribute: false }, done: { attribute: false } };
  declare message: EntryProposal;
  declare done: () => void;
  #error = "";
  #isBusy = false;

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const { id, comment, by, byName, createdAt, contact } = this.message;
    return html`<details class="bar warm message" open data-message=${id}>
      <summary>${t("review-by", { name: byName ?? vocabulary().roles[by.toLowerCase()] ?? by, date: formatDate(createdAt) })}</summary>
      <blockquote class="lines" dir="auto">${comment}</blockquote>
      ${contact ? html`<p><span class="lock">${t("internal")}</span> ${t("review-contact", { contact })}</p>` : nothing}
      <label for=${`reply-${id}`}>${t("message-reply")}</label>
      <textarea id=${`reply-${id}`} rows="2" maxlength="2000" aria-describedby=${`reply-${id}-error`} .value=${keptReason(id)} @input=${(event: Event) => keepReason(id, (event.target as HTMLTextAreaElement).value)}></textarea>
      <p class="error" id=${`reply-${id}-error`} role="alert">${this.#error}</p>
      <div class="acts">
        <button type="button" class="strong" ?disabled=${this.#isBusy} @click=${() => this.#answer(true)}>${t("message-done")}</button>
        <button type="button" class="apart" ?disabled=${this.#isBusy} @click=${() => this.#answer(false)}>${t("review-reject")}</button>
      </div>
    </details>`;
  }

  async #answer(isDone: boolean): Promise<void> {
    const { id } = this.message;
    const reason = keptReason(id).trim();
    this.#error = isDone || reason ? "" : t("review-reason-missing");
    this.requestUpdate();
    if (this.#error) return this.querySelector<HTMLElement>("textarea")?.focus();
    this.#isBusy = true;
    await attempt(async () => {
      const { userErrors } = isDone
        ? await mutate(ConsoleApprove, { id, ...(reason ? { reason } : {}) })
        : await mutate(ConsoleReject, { id, reason });
      this.#error = describeErrors(userErrors);
      if (this.#error) return;
      forgetReason(id);
      notify({ text: t(isDone ? "message-answered" : "message-rejected") });
      this.done();
    });
    this.#isBusy = false;
    this.requestUpdate();
  }
}

customElements.define("console-message", ConsoleMessage);
