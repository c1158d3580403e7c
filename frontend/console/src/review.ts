// Proposals one after the other: field by field what stands and what is proposed, taken or not, with keys.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "./client";
import { fieldLabel, formatValue } from "./fields";
import {
  ConsoleApprove,
  ConsoleComment,
  ConsoleEntryName,
  ConsoleProposal,
  type ConsoleProposalAnswer,
  ConsoleQueue,
  ConsoleReject,
  ConsoleRestoreVersion,
} from "./generated/questions";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { isMessage } from "./review/messages";
import { forgetReason, keepReason, keptReason } from "./review/reason";
import { navigate } from "./router";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, t, vocabulary } from "./words";

type Proposal = NonNullable<NonNullable<ConsoleProposalAnswer["viewer"]>["proposal"]>;
type Difference = NonNullable<Proposal["differences"]>[number];

/** The fields that say what something is come first, when it is next; the rest stays as it comes. */
const ORDER = ["name", "title", "kind", "startsAt", "endsAt", "recurrence", "summary", "description"];

function placeOf(field: string): number {
  const at = ORDER.indexOf(field.split(".")[0] ?? "");
  return at < 0 ? ORDER.length : at;
}

/** What a proposal is about: its entry, or what a new one is to be called. */
export function proposalName({
  entry,
  kind,
  title,
}: {
  readonly entry: { readonly name: string } | null;
  readonly kind: string;
  readonly title: string | null;
}): string {
  if (entry) return entry.name;
  const sort = t(isActivityKind(kind) ? `new-${kind.toLowerCase()}` : "proposal-new");
  return title ? `${sort}: ${title}` : sort;
}

const isActivityKind = (kind: string) => ["OFFER", "EVENT", "PROJECT"].includes(kind);

/** What the entries are called that a proposal names. */
async function fetchNames(differences: readonly Difference[]): Promise<ReadonlyMap<string, string>> {
  const fields = differences.filter(({ field }) => ["hosts", "actor", "actors"].includes(field));
  const ids = new Set(
    fields.flatMap(({ current, proposed }) => [current, proposed].flat().filter((id) => typeof id === "string")),
  );
  const answers = await Promise.all([...ids].map((id) => request(ConsoleEntryName, { id })));
  return new Map(
    answers.flatMap(({ viewer }) => (viewer?.entry ? [[viewer.entry.id, viewer.entry.name] as const] : [])),
  );
}

class ConsoleReview extends View {
  #sorted: readonly Difference[] = [];
  #names: ReadonlyMap<string, string> = new Map();
  static override properties = { proposal: { attribute: false } };
  declare proposal: string | null;
  #queue: readonly string[] = [];
  #total = 0;
  #shown: Proposal | null = null;
  #taxonomy: Taxonomy | null = null;
  /** The fields that are not to be taken. */
  #left = new Set<string>();
  #publish = true;
  /** Whether whoever is published first is told so by mail. */
  #isWelcomed = false;
  #reason = "";
  #error = "";
  #isBusy = false;
  readonly #keys = (event: KeyboardEvent) => this.#press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#keys);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("proposal") && changed.get("proposal") !== undefined && this.proposal !== this.#shown?.id)
      void this.reload();
  }

  protected async load(): Promise<void> {
    const [{ viewer }, known] = await Promise.all([request(ConsoleQueue, {}), taxonomy()]);
    this.#queue = viewer?.proposals?.nodes.map(({ id }) => id) ?? [];
    this.#total = viewer?.proposals?.totalCount ?? 0;
    this.#isWelcomed = viewer?.settings?.notifications.includes("welcome") ?? false;
    this.#taxonomy = known;
    const [first] = this.#queue;
    if (!this.proposal && first) return void (await navigate(`/console/review/${first}`, true));
    this.#shown = this.proposal
      ? ((await request(ConsoleProposal, { id: this.proposal })).viewer?.proposal ?? null)
      : null;
    this.#sorted = [...(this.#shown?.differences ?? [])].sort(
      (one, other) => placeOf(one.field) - placeOf(other.field),
    );
    this.#names = await fetchNames(this.#sorted);
    this.#left = new Set();
    this.#error = "";
    this.#publish = true;
    this.#reason = keptReason(this.proposal);
  }

  get #index(): number {
    return this.proposal ? this.#queue.indexOf(this.proposal) : -1;
  }

  /** The proposal behind or before the present one, round the corner too; null when there is no other. */
  #neighbour(step: 1 | -1): string | null {
    const others = this.#queue.length;
    if (others === 0 || (others === 1 && this.#index === 0)) return null;
    const from = this.#index < 0 ? (step === 1 ? -1 : 0) : this.#index;
    return this.#queue[(from + step + others) % others] ?? null;
  }

  async #go(step: 1 | -1): Promise<void> {
    const next = this.#neighbour(step);
    if (next) await navigate(`/console/review/${next}`);
  }

  #press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (
      event.repeat ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.defaultPrevented ||
      document.querySelector("dialog[open]")
    )
      return;
    // A letter that is typed into a field is that letter.
    if (target.matches("textarea, select, input:not([type=checkbox])")) return;
    if (this.#shown?.status !== "OPEN" && !"np".includes(event.key)) return;
    const differences = this.#differences();
    const number = Number(event.key);
    if (event.key === "a") void this.#approve();
    else if (event.key === "r") this.querySelector<HTMLElement>("#reason")?.focus();
    else if (event.key === "n") void this.#go(1);
    else if (event.key === "p") void this.#go(-1);
    else if (number >= 1 && number <= differences.length) this.#toggle(differences[number - 1] as Difference);
    else return;
    event.preventDefault();
  }

  #differences(): readonly Difference[] {
    return this.#sorted;
  }

  #toggle({ field }: Difference): void {
    if (!this.#left.delete(field)) this.#left.add(field);
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    if (this.isLoading && !this.#shown) return html`<h1>${t("title-review")}</h1>`;
    if (!this.#shown) {
      return html`<h1>${t("title-review")}</h1>
        <p class="card good">${this.proposal ? t("review-missing") : t("review-none")}</p>
        <p><a class="button" href="/console">${t("nav-home")}</a></p>`;
    }
    const proposal = this.#shown;
    const isOpen = proposal.status === "OPEN";
    return html`<h1>${t("title-review")}</h1>
      <div class="queue">
        <button type="button" ?disabled=${!this.#neighbour(-1)} @click=${() => this.#go(-1)}>${t("review-back")} <kbd>p</kbd></button>
        <span role="status">${this.#index >= 0 ? t("review-place", { place: this.#index + 1, total: this.#total }) : t("review-decided")}</span>
        <button type="button" ?disabled=${!this.#neighbour(1)} @click=${() => this.#go(1)}>
          ${isOpen ? t("review-skip") : t("review-next")} <kbd>n</kbd>
        </button>
      </div>
      <section class="card" data-proposal=${proposal.id}>
        <h2>
          ${
            proposal.entry
              ? html`<a href=${`/console/entries/${proposal.entry.id}`}>${proposal.entry.name}</a>`
              : proposalName(proposal)
          }
        </h2>
        <p class="soft">${this.#origin(proposal)}</p>
        ${proposal.comment ? html`<blockquote class="lines" dir="auto">${proposal.comment}</blockquote>` : nothing}
        ${proposal.contact ? html`<p><span class="lock">${t("internal")}</span> ${t("review-contact", { contact: proposal.contact })}</p>` : nothing}
        ${isMessage(proposal) ? this.#wayToEntry(proposal, isOpen) : this.#differences().length > 0 ? this.#table(proposal, isOpen) : nothing}
        ${(proposal.comments ?? []).map(
          ({ at, by, byName, text }) =>
            html`<p class="comment"><strong>${byName ?? vocabulary().roles[by.toLowerCase()]}</strong> · ${formatDate(at)}<br />${text}</p>`,
        )}
        ${isOpen ? this.#decision(proposal) : this.#decided(proposal)}
      </section>`;
  }

  #origin({ by, byName, createdAt }: Proposal): string {
    return t("review-by", { name: byName ?? vocabulary().roles[by.toLowerCase()] ?? by, date: formatDate(createdAt) });
  }

  /** Nothing can be taken over of a message: it is done by hand, with its words beside the form. */
  #wayToEntry({ entry }: Proposal, isOpen: boolean) {
    if (!entry || !isOpen) return nothing;
    return html`<p>${t("message-help")}</p>
      <p><a class="button strong" href=${`/console/entries/${entry.id}`}>${t("message-open")}</a></p>`;
  }

  #table(proposal: Proposal, isOpen: boolean) {
    const isNew = !proposal.entryId;
    return html`<table class="plain compare" aria-label=${t("review-fields")}>
      <thead>
        <tr>
          <th scope="col">${t("review-take")}</th>
          <th scope="col">${t("field")}</th>
          ${isNew ? nothing : html`<th scope="col">${t("review-current")}</th>`}
          <th scope="col">${t("review-proposed")}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.#differences(),
          ({ field }) => field,
          (difference, index) => this.#row(difference, index, isOpen, isNew),
        )}
      </tbody>
    </table>`;
  }

  #row(difference: Difference, index: number, isOpen: boolean, isNew: boolean) {
    const { field, current, proposed, isChanged, isTaken } = difference;
    const isLeft = isOpen ? this.#left.has(field) : isTaken === false;
    return html`<tr class=${isLeft ? "left" : nothing}>
      <td>
        <label class="take">
          <input type="checkbox" .checked=${!isLeft} ?disabled=${!isOpen} @change=${() => this.#toggle(difference)} aria-label=${t("review-take-field", { field: fieldLabel(field) })} />
          ${isOpen && index < 9 ? html`<kbd aria-hidden="true">${index + 1}</kbd>` : nothing}
        </label>
      </td>
      <th scope="row">
        ${fieldLabel(field)} ${isChanged ? html`<p class="warn">${t("review-contested")}</p>` : nothing}
      </th>
      ${isNew ? nothing : html`<td data-label=${t("review-current")}><del>${formatValue(field, current, this.#taxonomy, this.#names)}</del></td>`}
      <td data-label=${t("review-proposed")}><ins>${formatValue(field, proposed, this.#taxonomy, this.#names)}</ins></td>
    </tr>`;
  }

  #decision(proposal: Proposal) {
    const taken = this.#differences().length - this.#left.size;
    const isNew = !proposal.entryId;
    const isTold = isMessage(proposal);
    return html`${proposal.archive ? html`<p class="card"><strong>${t("review-archive")}</strong></p>` : nothing}<form class="decision" @submit=${(event: Event) => event.preventDefault()} novalidate>
      ${
        isNew
          ? html`<label class="check">
            <input type="checkbox" .checked=${this.#publish} @change=${(event: Event) => (this.#publish = (event.target as HTMLInputElement).checked)} />
            ${t("review-publish")}
          </label>
          ${this.#welcomeNote(proposal)}`
          : nothing
      }
      <label for="reason">${t(isTold ? "message-reply" : "review-reason")}</label>
      <p class="help" id="reason-help">${isTold ? nothing : t("review-reason-help")}</p>
      <textarea id="reason" rows="2" maxlength="2000" .value=${this.#reason} @input=${this.#type} aria-describedby="reason-help reason-error" aria-invalid=${this.#error !== ""}></textarea>
      <p class="error" id="reason-error" role="alert">${this.#error}</p>
      <div class="acts">
        <button type="button" class=${isTold ? nothing : "strong"} ?disabled=${this.#isBusy || (taken === 0 && this.#left.size > 0)} @click=${() => this.#approve()}>
          ${isTold ? t("message-done") : this.#left.size > 0 ? t("review-approve-some", { count: taken }) : t("review-approve")} <kbd>a</kbd>
        </button>
        <button type="button" ?disabled=${this.#isBusy} @click=${() => this.#comment()}>${t("review-comment")}</button>
        <button type="button" class="apart" ?disabled=${this.#isBusy} @click=${() => this.#reject()}>${t("review-reject")} <kbd>r</kbd></button>
      </div>
    </form>`;
  }

  #welcomeNote({ kind, differences }: Proposal) {
    const email = differences?.find(({ field }) => field === "email")?.proposed;
    return this.#isWelcomed && kind === "ACTOR" && email
      ? html`<p class="help">${t("publish-mail", { email: String(email) })}</p>`
      : nothing;
  }

  #decided(proposal: Proposal) {
    const { status, review } = proposal;
    return html`<p class="card">
      ${t(isMessage(proposal) && status === "APPROVED" ? "proposal-status-answered" : `proposal-status-${status}`)}
      ${review ? html`· ${review.byName ?? vocabulary().roles[review.by.toLowerCase()]} · ${formatDate(review.at)}` : nothing}
      ${review?.reason ? html`<br />${review.reason}` : nothing}
    </p>`;
  }

  #type(event: Event): void {
    this.#reason = (event.target as HTMLTextAreaElement).value;
    if (this.proposal) keepReason(this.proposal, this.#reason);
  }

  async #approve(): Promise<void> {
    const proposal = this.#shown;
    if (!proposal || this.#isBusy) return;
    const fields = this.#differences().map(({ field }) => field);
    const take = fields.filter((field) => !this.#left.has(field));
    // Without fields it asks for the entry to be archived, or says something in words.
    if (take.length === 0 && fields.length > 0) return;
    const before = proposal.entry?.version;
    await this.#act(async () => {
      const { userErrors, proposal: now } = await mutate(ConsoleApprove, {
        id: proposal.id,
        // What is ticked was seen beside what stands now, also where others have changed it meanwhile.
        ...(fields.length > 0 ? { take } : {}),
        ...(before === undefined ? { publish: this.#publish } : { expectedVersion: before }),
        ...(this.#reason.trim() ? { reason: this.#reason.trim() } : {}),
      });
      if (userErrors.length > 0) return this.#refuse(describeErrors(userErrors));
      const entry = now?.entry;
      const undo = async () => {
        if (!entry || before === undefined) return;
        const { userErrors } = await mutate(ConsoleRestoreVersion, {
          id: entry.id,
          version: before,
          expectedVersion: entry.version,
        });
        notify(
          userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("review-undone") },
        );
      };
      if (isMessage(proposal)) return this.#proceed({ text: t("message-answered") });
      const text = t("review-approved", { name: proposalName(proposal) });
      await this.#proceed(before === undefined ? { text } : { text, undo });
    });
  }

  async #reject(): Promise<void> {
    const proposal = this.#shown;
    if (!proposal) return;
    if (!this.#reason.trim()) {
      this.#refuse(t("review-reason-missing"));
      return this.querySelector<HTMLElement>("#reason")?.focus();
    }
    await this.#act(async () => {
      const { userErrors } = await mutate(ConsoleReject, { id: proposal.id, reason: this.#reason.trim() });
      if (userErrors.length > 0) return this.#refuse(describeErrors(userErrors));
      await this.#proceed({ text: t("review-rejected", { name: proposalName(proposal) }) });
    });
  }

  async #comment(): Promise<void> {
    const proposal = this.#shown;
    if (!proposal || !this.#reason.trim()) return this.#refuse(t("review-comment-missing"));
    await this.#act(async () => {
      const { userErrors } = await mutate(ConsoleComment, { id: proposal.id, text: this.#reason.trim() });
      if (userErrors.length > 0) return this.#refuse(describeErrors(userErrors));
      forgetReason(proposal.id);
      notify({ text: t("review-commented") });
      await this.reload();
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    // Between two proposals the next one is not there yet, and nobody has read it.
    if (this.#isBusy || this.isLoading || this.#shown?.id !== this.proposal) return;
    this.#isBusy = true;
    this.requestUpdate();
    await attempt(act);
    this.#isBusy = false;
    this.requestUpdate();
  }

  #refuse(error: string): void {
    this.#error = error;
    this.requestUpdate();
  }

  /** Says what was done and shows the next one; the address of what was decided still leads to it. */
  async #proceed(notice: Parameters<typeof notify>[0]): Promise<void> {
    forgetReason(this.#shown?.id);
    const next = this.#neighbour(1);
    notify(notice);
    await navigate(next ? `/console/review/${next}` : "/console/review");
  }
}

customElements.define("console-review", ConsoleReview);
