// One entry on one page. What is typed stays on this device until the service has said yes; only changed fields are
// sent; what two people have changed is shown field by field.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Merge } from "./audit/change";
import { request, type UserError } from "./client";
import { ConsoleEntry, ConsoleEntryName, ConsoleNotifications, ConsoleSimilar } from "./generated/questions";
import "./contacts";
import "./cooperation/entry-links";
import { watchDraft } from "./drafts";
import { activitySections } from "./editor/activity-sections";
import { conflictTable } from "./editor/conflicts";
import { type Conflict, type EntryContent, EntryForm, TEXTS } from "./editor/form";
import { entryHead, messages, newHead, welcomeNote } from "./editor/head";
import { type Context, controlId, line, unreadMessage } from "./editor/inputs";
import { confirmLeave } from "./editor/leave";
import { type EntryNote, notesOf } from "./editor/notes";
import { ACTIVITY_TYPES, ACTOR_TYPES, CREATE, editOf, isActivity, type LifeAct, lifeOf } from "./editor/operations";
import { placeSection } from "./editor/place";
import { type Related, readRelated, relatedList, type Similar, similarList } from "./editor/related";
import { saveBar } from "./editor/save-bar";
import { basics, contact, identifiers, openness, section, sectionLinks, texts, visit, work } from "./editor/sections";
import { takeNotations } from "./editor/spoken-hours";
import { refuseIncomplete } from "./incomplete";
import { mutate, refusalOf } from "./mutation";
import { notify } from "./notice";
import { type EntryProposal, entryMessages } from "./review/messages";
import { navigate, setLeaveGuard } from "./router";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { undoOf } from "./undo";
import { attempt, View } from "./view";
import { language, t } from "./words";

const TYPES = [...ACTOR_TYPES, ...ACTIVITY_TYPES];
/** How long typing pauses before entries alike are looked for, milliseconds. */
const DEBOUNCE_MS = 500;

class ConsoleEditor extends View {
  static override properties = {
    entry: { attribute: false },
    type: { attribute: false },
    draft: { attribute: false },
    owner: { attribute: false },
  };
  declare entry: string | null;
  declare type: string;
  declare draft: string;
  /** Whose a new offer, event or project will be; empty for actors. */
  declare owner: string;
  #form = new EntryForm(null, "organisation", "0");
  #stored: EntryContent | null = null;
  #related: Related = [];
  #proposals: readonly EntryProposal[] = [];
  #notes: readonly EntryNote[] = [];
  #merge: Merge | null = null;
  /** Whether whoever is published first is told so by mail. */
  #isWelcomed = false;
  #terms: Taxonomy = { themes: [], districts: [], byId: new Map(), zone: "UTC" };
  #tag = "";
  #errors = new Map<string, string>();
  #codes = new Map<string, string>();
  #general = "";
  #conflicts: readonly Conflict[] = [];
  #similar: Similar = [];
  #similarTimer = 0;
  #openLanguage = "en";
  /** What is wrong with what was left in fields. */
  #complaints = new Map<string, string>();
  /** What the actors are called that it belongs to. */
  #names = new Map<string, string>();
  /** Whether the form is that of the entry: before, nothing can be typed into it. */
  #isOpen = false;
  #isBusy = false;
  #isMissing = false;
  #isElsewhere = false;
  #unwatch = () => {};
  readonly #submit = (event: Event) => {
    event.preventDefault();
    void this.#save();
  };
  readonly #refresh = () => this.requestUpdate();
  readonly #keys = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") this.#submit(event);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#keys);
    window.addEventListener("console-draft", this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#keys);
    window.removeEventListener("console-draft", this.#refresh);
    clearTimeout(this.#similarTimer);
    this.#unwatch();
    setLeaveGuard(null);
  }

  protected override updated(changed: PropertyValues): void {
    // At first there is no value before, and the view loads of itself.
    if (["entry", "type", "draft", "owner"].some((name) => changed.get(name) !== undefined)) {
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
    this.#related = this.#stored?.kind === "ACTOR" ? await readRelated(this.#stored.id) : [];
    this.#proposals = viewer?.proposals?.nodes ?? [];
    this.#notes = notesOf(viewer?.entry);
    this.#merge =
      (viewer?.entry?.history?.nodes ?? [])
        .map(({ merge }) => merge)
        .find((merge) => merge?.loserId === this.entry && !merge?.undoneAt) ?? null;
    const { settings } = viewer ?? (await request(ConsoleNotifications, {})).viewer ?? {};
    this.#isWelcomed = settings?.notifications.includes("welcome") ?? false;
    const type = this.#typeOf(this.#stored);
    this.#isMissing = this.entry !== null && type === null;
    this.#form = new EntryForm(this.entry, type ?? "organisation", this.draft, this.owner || null);
    this.#form.open(this.#stored);
    this.#errors = new Map();
    this.#general = "";
    this.#conflicts = [];
    this.#isElsewhere = false;
    this.#complaints = new Map();
    await this.#readNames();
    this.#isOpen = true;
    this.#unwatch();
    this.#unwatch = watchDraft(this.#form.key, () => {
      this.#isElsewhere = true;
      this.requestUpdate();
    });
    this.#guard();
  }

  /** The sort of an entry; null for what has no form here. */
  #typeOf(stored: EntryContent | null) {
    if (!stored) return TYPES.find((known) => known === this.type) ?? (this.entry ? null : "organisation");
    const kind = stored.content?.find(({ field }) => field === "kind")?.value as { type?: string } | undefined;
    const name = stored.kind === "ACTOR" ? (kind?.type ?? "") : stored.kind.toLowerCase();
    return TYPES.find((known) => known === name) ?? null;
  }

  async #readNames(): Promise<void> {
    const unknown = isActivity(this.#form.type) ? this.#form.owners.filter((id) => !this.#names.has(id)) : [];
    const answers = await Promise.all(unknown.map((id) => request(ConsoleEntryName, { id })));
    for (const { viewer } of answers) if (viewer?.entry) this.#names.set(viewer.entry.id, viewer.entry.name);
  }

  /** Reads what belongs to the entry again; what is typed into the form stays. */
  async #readRelated(): Promise<void> {
    if (!this.entry) return;
    this.#related = await readRelated(this.entry);
    this.requestUpdate();
  }

  /** The same with what waits for an answer. */
  async #readProposals(): Promise<void> {
    if (!this.entry) return;
    this.#proposals = (await request(ConsoleEntry, { id: this.entry })).viewer?.proposals?.nodes ?? [];
    this.requestUpdate();
  }

  /** Asks before something typed is left, and only then. */
  #guard(): void {
    const isTyped = this.#form.changedFields.length > 0 || this.#form.unreadFields.length > 0;
    setLeaveGuard(isTyped ? () => confirmLeave(this.#form) : null);
  }

  #set(field: string, value: unknown): void {
    this.#form.set(field, value);
    for (const wrong of [this.#errors, this.#complaints]) wrong.delete(field);
    this.#guard();
    if (field === "name" && !this.entry) this.#lookForSimilar();
    this.requestUpdate();
  }

  #lookForSimilar(): void {
    clearTimeout(this.#similarTimer);
    this.#similarTimer = window.setTimeout(async () => {
      const name = String(this.#form.value("name") ?? "");
      // Without an answer the form is as good as before.
      const answer =
        name.length < 4
          ? null
          : await request(ConsoleSimilar, { to: { name }, language: language() }).catch(() => null);
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
    const parts = this.#parts();
    return html`${this.#head()} ${entryMessages(this.#proposals, () => void this.#readProposals())} ${sectionLinks(parts.map(([key]) => key))} ${messages(
      {
        form: this.#form,
        errors: this.#errors,
        general: this.#general,
        isElsewhere: this.#isElsewhere,
        discard: () => void this.#discard(),
        focus: (event, field) => this.#focus(event, field),
      },
    )}
      ${this.#conflicts.length > 0 ? conflictTable(this.#conflicts, this.#terms, (theirs) => void this.#resolve(theirs)) : nothing}
      <form class="editor" ?inert=${this.#isBusy && !this.entry} @submit=${this.#submit} novalidate>${parts.map(([key, content]) => section(key, content))} ${saveBar(this.entry, this.#form.changedFields.length, this.#isBusy, () => void this.#save(true), welcomeNote(this.#form, this.#isWelcomed))}</form>`;
  }

  /** What the page has, each part with the key of its heading. */
  #parts(): readonly (readonly [key: string, content: TemplateResult])[] {
    const form = this.#form;
    const context: Context = {
      form,
      errors: new Map([...this.#complaints, ...this.#errors]),
      codes: this.#codes,
      set: (field, value) => this.#set(field, value),
      complain: (field, message) => this.#complain(field, message),
    };
    const choose = (tag: string) => this.#choose(tag);
    if (isActivity(form.type)) {
      const learn = (id: string, name: string) => void this.#names.set(id, name);
      return activitySections(
        { ...context, terms: this.#terms, open: this.#openLanguage, choose, names: this.#names, learn },
        form.type,
      );
    }
    const [stored, entry] = [this.#stored, this.entry];
    return [
      ["basics", basics(context, similarList(this.#similar))],
      ["texts", texts(context, this.#openLanguage, choose)],
      ["work", work(context, this.#terms)],
      ["place", placeSection(context, this.#terms)],
      ["visit", visit(context)],
      ["contact", contact(context)],
      ...(stored
        ? [["contacts", html`<console-contacts .actor=${stored.id} .name=${stored.name}></console-contacts>`] as const]
        : []),
      ...(stored
        ? [
            [
              "links",
              html`<console-entry-links .entry=${{ id: stored.id, name: stored.name }} .isPublic=${stored.status === "PUBLISHED"} .terms=${this.#terms}></console-entry-links>`,
            ] as const,
          ]
        : []),
      ...(form.type === "institution" ? [["openness", openness(context)] as const] : []),
      ["identifiers", identifiers(context)],
      ...(entry
        ? ([
            ["offers", relatedList(entry, this.#related, () => this.#readRelated())],
            ["address", line(context, "slug")],
          ] as const)
        : []),
    ];
  }

  #complain(field: string, message: string): void {
    for (const wrong of [this.#errors, this.#complaints]) wrong.delete(field);
    if (message) this.#complaints.set(field, message);
    this.#guard();
    this.requestUpdate();
  }

  #choose(tag: string): void {
    this.#openLanguage = tag;
    this.requestUpdate();
  }

  #head() {
    if (!this.#stored) return newHead(this.#form, this.#names);
    return entryHead({
      form: this.#form,
      stored: this.#stored,
      names: this.#names,
      proposals: this.#proposals.length,
      notes: this.#notes,
      merge: this.#merge,
      isBusy: this.#isBusy,
      isWelcomed: this.#isWelcomed,
      live: (act) => void this.#live(act),
    });
  }

  #focus(event: Event, field: string): void {
    event.preventDefault();
    const [stem = "", part] = field.split(".");
    if (TEXTS.includes(stem) && part && part !== "de") this.#choose(part);
    void this.updateComplete.then(() => document.getElementById(controlId(field))?.focus());
  }

  async #discard(): Promise<void> {
    this.#form.discard();
    await this.reload();
  }

  async #save(publish = false): Promise<void> {
    // A field that is still being written says so only when it is left.
    (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event("change", { bubbles: true }));
    if (refuseIncomplete(this)) return;
    const unread = this.#form.unreadFields;
    if (unread.length > 0)
      return this.#show(unread.map((field) => ({ field, message: unreadMessage(field), code: "" })));
    if (this.#isBusy || (this.entry && this.#form.changedFields.length === 0)) return;
    this.#isBusy = true;
    this.requestUpdate();
    await attempt(() =>
      takeNotations(this.#form).then(() => (this.entry ? this.#edit(this.entry) : this.#create(publish))),
    );
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #create(publish: boolean): Promise<void> {
    const { entry, userErrors } = await mutate(CREATE[this.#form.type], {
      ...this.#form.input(this.#terms.zone),
      publish,
    });
    if (!entry) return this.#show(userErrors);
    this.#form.discard();
    setLeaveGuard(null);
    notify({ text: publish ? t("saved-published") : t("saved-draft") });
    await navigate(`/console/entries/${entry.id}`, true);
  }

  async #edit(id: string): Promise<void> {
    if (this.#form.changedFields.length === 0) return;
    const sent = this.#form.changes;
    const input = { ...this.#form.input(this.#terms.zone), id, expectedVersion: this.#form.version };
    const { entry, userErrors, conflicts } = await mutate(editOf(this.#form.type), input);
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

  async #live(act: LifeAct): Promise<void> {
    const stored = this.#stored;
    const operation = lifeOf(this.#form.type, act);
    if (!stored || !operation || this.#isBusy) return;
    if (this.#form.changedFields.length > 0 || this.#form.unreadFields.length > 0) {
      this.#general = t("life-save-first");
      return this.#reveal();
    }
    this.#isBusy = true;
    await attempt(async () => {
      const { entry, userErrors } = await mutate(operation, { id: stored.id, expectedVersion: stored.version });
      const refusal = refusalOf(userErrors);
      if (refusal.way) return notify(refusal);
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
