// One entry on one page. What is typed stays on this device until the service has said yes; only changed fields are
// sent; what two people have changed is shown field by field.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import {
  ConsoleArchive,
  ConsoleCreateInstitution,
  ConsoleCreateNetwork,
  ConsoleCreateOrganisation,
  ConsoleEdit,
  ConsoleEntry,
  ConsolePublish,
  ConsoleRestore,
  ConsoleSimilar,
  ConsoleVerify,
} from "../generated/questions";
import { request, type UserError } from "./client";
import { choose } from "./dialogue";
import { watchDraft } from "./drafts";
import { conflictTable } from "./editor/conflicts";
import { EntryForm, type ActorType, type Conflict, type EntryContent } from "./editor/form";
import { controlId, line, type Context } from "./editor/inputs";
import { placeSection } from "./editor/place";
import { relatedList, similarList, type Related, type Similar } from "./editor/related";
import { basics, contact, identifiers, openness, texts, visit, work } from "./editor/sections";
import { fieldLabel } from "./fields";
import { mutate } from "./mutation";
import { notify } from "./notice";
import { navigate, setLeaveGuard } from "./router";
import { taxonomy, type Taxonomy } from "./taxonomy";
import { undoOf } from "./undo";
import { attempt, View } from "./view";
import { formatDate, language, t } from "./words";


const TYPES: readonly ActorType[] = ["organisation", "institution", "network"];
const CREATE = { organisation: ConsoleCreateOrganisation, institution: ConsoleCreateInstitution, network: ConsoleCreateNetwork };
const LIFE_ACTS = { publish: ConsolePublish, verify: ConsoleVerify, archive: ConsoleArchive, restore: ConsoleRestore };
/** How long typing pauses before entries alike are looked for, milliseconds. */
const DEBOUNCE_MS = 500;

class ConsoleEditor extends View {
  static override properties = { entry: { attribute: false }, type: { attribute: false }, draft: { attribute: false } };
  declare entry: string | null;
  declare type: string;
  declare draft: string;
  #form = new EntryForm(null, "organisation", "0");
  #stored: EntryContent | null = null;
  #related: Related = [];
  #proposals = 0;
  #terms: Taxonomy = { themes: [], districts: [], byId: new Map() };
  #tag = "";
  #errors = new Map<string, string>();
  #codes = new Map<string, string>();
  #general = "";
  #conflicts: readonly Conflict[] = [];
  #similar: Similar = [];
  #similarTimer = 0;
  #openLanguage = "en";
  /** What is wrong with coordinates that were left. */
  #placeError = "";
  /** Whether the form is that of the entry: before, nothing can be typed into it. */
  #isOpen = false;
  #isBusy = false;
  #isMissing = false;
  #isElsewhere = false;
  #unwatch = () => {};
  readonly #keys = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      void this.#save();
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#keys);
    clearTimeout(this.#similarTimer);
    this.#unwatch();
    setLeaveGuard(null);
  }

  protected override updated(changed: PropertyValues): void {
    // At first there is no value before, and the view loads of itself.
    if (["entry", "type", "draft"].some((name) => changed.get(name) !== undefined)) {
      this.#isOpen = false;
      void this.reload();
    }
    if (this.#tag !== language() && !this.isLoading) {
      this.#tag = language();
      void attempt(async () => {
        this.#terms = await taxonomy();
        this.requestUpdate();
      });
    }
  }

  protected async load(): Promise<void> {
    this.#tag = language();
    const known = taxonomy();
    const viewer = this.entry ? (await request(ConsoleEntry, { id: this.entry })).viewer : null;
    this.#terms = await known;
    this.#stored = viewer?.entry ?? null;
    this.#related = viewer?.entries?.nodes ?? [];
    this.#proposals = viewer?.proposals?.nodes.length ?? 0;
    this.#isMissing = this.entry !== null && this.#stored?.kind !== "ACTOR";
    const stored = this.#stored?.content?.find(({ field }) => field === "kind")?.value as { type?: string } | undefined;
    const type = TYPES.find((known) => known === (stored?.type ?? this.type)) ?? "organisation";
    this.#form = new EntryForm(this.entry, type, this.draft);
    this.#form.open(this.#stored);
    this.#errors = new Map();
    this.#general = "";
    this.#conflicts = [];
    this.#isElsewhere = false;
    this.#placeError = "";
    this.#isOpen = true;
    this.#unwatch();
    this.#unwatch = watchDraft(this.#form.key, () => {
      this.#isElsewhere = true;
      this.requestUpdate();
    });
    this.#guard();
  }

  /** Reads what belongs to the entry again; what is typed into the form stays. */
  async #readRelated(): Promise<void> {
    if (!this.entry) return;
    const answer = await request(ConsoleEntry, { id: this.entry });
    this.#related = answer.viewer?.entries?.nodes ?? [];
    this.requestUpdate();
  }

  /** Asks before something typed is left, and only then. */
  #guard(): void {
    const isTyped = this.#form.changedFields.length > 0 || this.#form.unreadFields.length > 0;
    setLeaveGuard(isTyped ? () => this.#leave() : null);
  }

  async #leave(): Promise<boolean> {
    const answer = await choose(
      t("leave-title"),
      t("leave-text"),
      [
        { value: "stay", label: t("leave-stay"), tone: "strong" },
        { value: "keep", label: t("leave-keep") },
        { value: "discard", label: t("leave-discard"), tone: "danger" },
      ],
      "stay",
    );
    if (answer === "discard") this.#form.discard();
    return answer !== "stay";
  }

  #set(field: string, value: unknown): void {
    this.#form.set(field, value);
    this.#errors.delete(field);
    this.#guard();
    if (field === "name" && !this.entry) this.#lookForSimilar();
    this.requestUpdate();
  }

  #lookForSimilar(): void {
    clearTimeout(this.#similarTimer);
    this.#similarTimer = window.setTimeout(async () => {
      const name = String(this.#form.value("name") ?? "");
      // Without an answer the form is as good as before.
      const answer = name.length < 4 ? null : await request(ConsoleSimilar, { to: { name }, language: language() }).catch(() => null);
      this.#similar = answer?.viewer?.similarActors ?? [];
      this.requestUpdate();
    }, DEBOUNCE_MS);
  }

  protected content(): TemplateResult {
    if (this.#isMissing) {
      return html`<h1>${t("title-unknown")}</h1>
        <p>${t("entry-missing")}</p>
        <p><a class="button" href="/console/entries">${t("title-entries")}</a></p>`;
    }
    if (!this.#isOpen) return html`<h1>${t(this.entry ? "title-editor" : "title-new")}</h1>`;
    const context: Context = { form: this.#form, errors: this.#errors, codes: this.#codes, set: (field, value) => this.#set(field, value) };
    const complain = (message: string) => {
      this.#placeError = message;
      if (!message) this.#errors.delete("location");
      this.#guard();
      this.requestUpdate();
    };
    return html`${this.#head()} ${this.#messages()}
      <form class="editor" ?inert=${this.#isBusy && !this.entry} @submit=${this.#submit} novalidate>
        ${this.#section("basics", html`${basics(context)} ${similarList(this.#similar)}`)}
        ${this.#section("texts", texts(context, this.#openLanguage, (tag) => this.#choose(tag)))}
        ${this.#section("work", work(context, this.#terms))}
        ${this.#section("place", placeSection(context, this.#placeError, complain))}
        ${this.#section("visit", visit(context))} ${this.#section("contact", contact(context))}
        ${this.#form.type === "institution" ? this.#section("openness", openness(context)) : nothing}
        ${this.#section("identifiers", identifiers(context))}
        ${this.entry ? html`${this.#section("offers", relatedList(this.#related, () => this.#readRelated()))} ${this.#section("address", line(context, "slug"))}` : nothing}
        ${this.#bar()}
      </form>`;
  }

  #choose(tag: string): void {
    this.#openLanguage = tag;
    this.requestUpdate();
  }

  #section(key: string, content: TemplateResult) {
    return html`<section class="card" aria-labelledby=${`s-${key}`}>
      <h2 id=${`s-${key}`}>${t(`section-${key}`)}</h2>
      ${content}
    </section>`;
  }

  #head() {
    const stored = this.#stored;
    if (!stored) {
      return html`<h1>${t("title-new")}</h1>
        <div class="tabs">
          ${TYPES.map(
            (type) =>
              html`<a class="button" href=${`/console/entries/new?type=${type}`} aria-current=${type === this.#form.type ? "true" : nothing}>${t(`type-${type}`)}</a>`,
          )}
        </div>`;
    }
    const verified = this.#form.value("verification") as { on?: string } | null;
    return html`<h1>${stored.name}</h1>
      <p class="facts">
        <span class=${`status ${stored.status}`}>${t(`status-${stored.status}`)}</span>
        <span>${verified?.on ? t("verified-on", { date: formatDate(verified.on) }) : t("never-verified")}</span>
        <span>${t("changed-on", { date: formatDate(stored.updatedAt) })}</span>
        ${stored.status === "PUBLISHED" ? html`<a href=${`/${this.#form.type}/${stored.slug}`} target="_blank" rel="noopener">${t("public-page")}</a>` : nothing}
        <a href=${`/console/entries/${stored.id}/history`}>${t("title-history")}</a>
        ${this.#proposals > 0 ? html`<a href="/console/review">${t("entry-proposals", { count: this.#proposals })}</a>` : nothing}
      </p>
      <div class="acts">
        ${stored.status === "DRAFT" ? this.#lifeAct("publish", "strong") : nothing}
        ${stored.status === "PUBLISHED" ? this.#lifeAct("verify", "strong") : nothing}
        ${stored.status === "ARCHIVED" ? this.#lifeAct("restore", "strong") : this.#lifeAct("archive", "apart")}
      </div>`;
  }

  #lifeAct(act: keyof typeof LIFE_ACTS, tone: string) {
    return html`<button type="button" class=${tone} ?disabled=${this.#isBusy} @click=${() => this.#live(act)}>${t(`life-${act}`)}</button>`;
  }

  #messages() {
    const others = [...this.#errors].filter(([, message]) => message);
    return html`
      ${this.#form.draftFrom
        ? html`<div class="bar warm" role="status">
            ${t("draft-restored", { date: formatDate(this.#form.draftFrom) })}
            <button type="button" @click=${() => this.#discard()}>${t("draft-discard")}</button>
          </div>`
        : nothing}
      ${this.#isElsewhere ? html`<div class="bar warm" role="status">${t("draft-elsewhere")}</div>` : nothing}
      ${this.#form.isKept ? nothing : html`<div class="bar bad" role="alert">${t("draft-not-kept")}</div>`}
      ${this.#general || others.length > 0
        ? html`<div class="bar bad" role="alert" id="errors" tabindex="-1">
            ${this.#general || t("errors-title", { count: others.length })}
            <ul>
              ${others.map(
                ([field, message]) =>
                  html`<li><a href=${`#${controlId(field)}`} @click=${(event: Event) => this.#focus(event, field)}>${fieldLabel(field)}</a>: ${message}</li>`,
              )}
            </ul>
          </div>`
        : nothing}
      ${this.#conflicts.length > 0 ? conflictTable(this.#conflicts, this.#terms, (theirs) => this.#resolve(theirs)) : nothing}
    `;
  }

  #focus(event: Event, field: string): void {
    event.preventDefault();
    const [stem, part] = field.split(".");
    if ((stem === "summary" || stem === "description") && part && part !== "de") this.#choose(part);
    void this.updateComplete.then(() => document.getElementById(controlId(field))?.focus());
  }

  async #discard(): Promise<void> {
    this.#form.discard();
    await this.reload();
  }

  #bar() {
    const count = this.#form.changedFields.length;
    return html`<div class="savebar">
      <span role="status">${count > 0 ? t("changes-count", { count }) : t("changes-none")}</span>
      ${this.entry
        ? html`<button class="strong" ?disabled=${this.#isBusy || count === 0}>${t("save")} <kbd>${t("save-key")}</kbd></button>`
        : html`<button class="strong" ?disabled=${this.#isBusy}>${t("save-draft")} <kbd>${t("save-key")}</kbd></button>
            <button type="button" ?disabled=${this.#isBusy} @click=${() => this.#save(true)}>${t("save-publish")}</button>`}
    </div>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#save();
  }

  async #save(publish = false): Promise<void> {
    // A field that is still being written says so only when it is left.
    (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event("change", { bubbles: true }));
    const unread = this.#form.unreadFields;
    if (unread.length > 0) return this.#show(unread.map((field) => ({ field, message: t("coordinates-wrong"), code: "" })));
    if (this.#isBusy || (this.entry && this.#form.changedFields.length === 0)) return;
    this.#isBusy = true;
    this.requestUpdate();
    await attempt(() => (this.entry ? this.#edit(this.entry) : this.#create(publish)));
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #create(publish: boolean): Promise<void> {
    const { entry, userErrors } = await mutate(CREATE[this.#form.type], { ...this.#form.input(), publish });
    if (!entry) return this.#show(userErrors);
    this.#form.discard();
    setLeaveGuard(null);
    notify({ text: publish ? t("saved-published") : t("saved-draft") });
    await navigate(`/console/entries/${entry.id}`, true);
  }

  async #edit(id: string): Promise<void> {
    const sent = this.#form.changes;
    const input = { ...this.#form.input(), id, expectedVersion: this.#form.version };
    const { entry, userErrors, conflicts } = await mutate(ConsoleEdit, input);
    if (entry) {
      this.#form.settle(sent);
      if (this.#form.changedFields.length > 0) await this.#rebase([]);
      else await this.reload();
      const done = { id, before: input.expectedVersion, after: entry.version, isStep: false };
      const undo = undoOf(done, async () => {
        if (this.isConnected) await this.reload();
      });
      notify({ text: t("saved"), undo });
      return;
    }
    if (conflicts.length === 0) return this.#show(userErrors);
    const contested = conflicts.filter(({ isContested }) => isContested);
    if (contested.length > 0) {
      this.#conflicts = contested;
      this.#general = t("conflict-text");
      this.#reveal();
      return;
    }
    // Others have changed other fields: both sides stay.
    if (await this.#rebase([])) await this.#edit(id);
  }

  async #rebase(takeTheirs: readonly string[]): Promise<boolean> {
    if (!this.entry) return false;
    const stored = (await request(ConsoleEntry, { id: this.entry })).viewer?.entry ?? null;
    if (!stored) return false;
    const isNewer = stored.version > this.#form.version;
    this.#stored = stored;
    this.#form.rebase(stored, takeTheirs);
    return isNewer;
  }

  async #resolve(theirs: readonly string[]): Promise<void> {
    await attempt(async () => {
      await this.#rebase(theirs);
      this.#conflicts = [];
      this.#general = "";
      this.#guard();
      if (this.#form.changedFields.length > 0) await this.#save();
      else await this.reload();
    });
  }

  /** Shows each complaint at its field, and all of them above. */
  #show(errors: readonly UserError[]): void {
    this.#errors = new Map();
    this.#codes = new Map();
    const general: string[] = [];
    for (const { field, message, code } of errors) {
      const name = field?.replace(/\[.*$/, "") ?? "";
      if (name) this.#codes.set(name, code);
      if (name && name !== "expectedVersion") this.#errors.set(name, message);
      else general.push(message);
    }
    this.#general = general.join(" ");
    this.#reveal();
  }

  #reveal(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const errors = this.querySelector<HTMLElement>("#errors");
      errors?.scrollIntoView({ block: "center" });
      errors?.focus({ preventScroll: true });
    });
  }

  async #live(act: keyof typeof LIFE_ACTS): Promise<void> {
    const stored = this.#stored;
    if (!stored || this.#isBusy) return;
    if (this.#form.changedFields.length > 0 || this.#form.unreadFields.length > 0) {
      this.#general = t("life-save-first");
      return this.#reveal();
    }
    this.#isBusy = true;
    await attempt(async () => {
      const { entry, userErrors } = await mutate(LIFE_ACTS[act], { id: stored.id, expectedVersion: stored.version });
      if (!entry) return this.#show(userErrors);
      const done = { id: stored.id, before: stored.version, after: entry.version, isStep: true };
      const undo = undoOf(done, async () => {
        if (this.isConnected) await this.reload();
      });
      await this.reload();
      notify({ text: t(`life-${act}-done`), undo });
    });
    this.#isBusy = false;
    this.requestUpdate();
  }
}

customElements.define("console-editor", ConsoleEditor);
