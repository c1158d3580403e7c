// An installation's own words for questions: chosen by table, written entry by entry, each saved by itself. What is typed
// stays on the device until the service has it; where somebody else was faster, both are shown.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { request, type UserError } from "./client";
import { choose } from "./dialogue";
import { discardDraft, readDraft, SYNONYMS, writeDraft } from "./drafts";
import {
  ConsoleEditSynonyms,
  ConsoleImportSynonyms,
  ConsoleSynonymEntry,
  ConsoleSynonyms,
} from "./generated/questions";
import { mutate } from "./mutation";
import { notify } from "./notice";
import { setLeaveGuard } from "./router";
import {
  type Change,
  type Changes,
  changesOf,
  countWords,
  type Entry,
  entryLabel,
  firstWords,
  isSameText,
  phrasesOf,
  TABLES,
  type Table,
  type TableWords,
  textOf,
  wordsLabel,
} from "./synonyms/entries";
import "./synonyms/trial";
import { attempt, View } from "./view";
import { formatDate, t } from "./words";

/** The largest table that is read here, bytes. */
const LARGEST = 1_000_000;

/** The field of an entry grows with its phrases up to so many lines. */
const MOST_ROWS = 8;

const typed = (event: Event) => (event.target as HTMLInputElement).value;

class ConsoleSynonymsView extends View {
  #table: Table = "KINDS";
  #entries: readonly Entry[] = [];
  #changes: Changes = {};
  /** What is wrong, by table and key. */
  #errors: ReadonlyMap<string, readonly string[]> = new Map();
  /** Entries that somebody else changed meanwhile. */
  #contested: ReadonlySet<string> = new Set();
  #search = "";
  #onlyOwn = false;
  #isBegun = false;
  #draftFrom = "";
  #isKept = true;
  #busy = "";
  #csv = "";
  #csvErrors: readonly string[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setLeaveGuard(null);
  }

  protected async load(): Promise<void> {
    if (!this.#isBegun) this.#begin();
    await this.#fetch();
    this.#take(this.#changes);
  }

  /** Goes on with what was typed and not saved, in the table it was typed for. */
  #begin(): void {
    const draft = readDraft(SYNONYMS);
    this.#draftFrom = draft?.at ?? "";
    this.#changes = draft ? changesOf(draft.changes) : {};
    const fields = Object.keys(this.#changes);
    this.#table = TABLES.find((table) => fields.some((field) => field.startsWith(`${table}.`))) ?? this.#table;
    this.#isBegun = true;
  }

  async #fetch(): Promise<void> {
    const { viewer } = await request(ConsoleSynonyms, { table: this.#table });
    this.#entries = viewer?.synonyms?.entries ?? [];
    // Where others wrote meanwhile is seen before anything is sent.
    const newer = this.#entries.map(({ key, version }) => [this.#field(key), version] as const);
    const contested = newer.filter(([field, version]) => (this.#changes[field]?.version ?? version) !== version);
    this.#contested = new Set(contested.map(([field]) => field));
  }

  #field(key: string): string {
    return `${this.#table}.${key}`;
  }

  #take(changes: Changes): void {
    this.#changes = changes;
    if (Object.keys(changes).length === 0) {
      this.#draftFrom = "";
      this.#isKept = true;
      discardDraft(SYNONYMS);
    } else {
      const versions = Object.entries(changes).map(([field, { version }]) => [field, version]);
      this.#isKept = writeDraft({
        entry: SYNONYMS,
        name: t("title-synonyms"),
        version: 0,
        base: Object.fromEntries(versions),
        changes,
        at: new Date().toISOString(),
      });
    }
    setLeaveGuard(Object.keys(changes).length > 0 ? () => this.#leave() : null);
    this.requestUpdate();
  }

  async #leave(): Promise<boolean> {
    const answers = [
      { value: "stay", label: t("leave-stay"), tone: "strong" as const },
      { value: "keep", label: t("leave-keep") },
      { value: "discard", label: t("leave-discard"), tone: "danger" as const },
    ];
    const answer = await choose(t("leave-title"), t("leave-text"), answers, "stay");
    if (answer === "discard") discardDraft(SYNONYMS);
    return answer !== "stay";
  }

  #drop(field: string): void {
    this.#contested = new Set([...this.#contested].filter((known) => known !== field));
    this.#errors = new Map([...this.#errors].filter(([known]) => known !== field));
    const { [field]: _, ...others } = this.#changes;
    this.#take(others);
  }

  #set(entry: Entry, text: string): void {
    const field = this.#field(entry.key);
    if (isSameText(text, textOf(entry.words)) && !this.#contested.has(field)) {
      this.#drop(field);
      return;
    }
    this.#errors = new Map([...this.#errors].filter(([known]) => known !== field));
    this.#take({ ...this.#changes, [field]: { text, version: this.#changes[field]?.version ?? entry.version } });
  }

  async #choose(table: Table): Promise<void> {
    this.#table = table;
    this.#entries = [];
    await this.reload();
  }

  protected content(): TemplateResult {
    const shown = this.#entries.filter((entry) => this.#isShown(entry));
    return html`<h1>${t("title-synonyms")}</h1>
      <p>${t("synonyms-lead")}</p>
      <p class="help">${t("synonyms-format")}</p>
      ${
        this.#draftFrom
          ? html`<div class="bar warm" role="status">
            ${t("draft-restored", { date: formatDate(this.#draftFrom) })}
            <button type="button" @click=${() => this.#discard()}>${t("draft-discard")}</button>
          </div>`
          : nothing
      }
      ${this.#isKept ? nothing : html`<div class="bar bad" role="alert">${t("draft-not-kept")}</div>`}
      <console-synonym-trial></console-synonym-trial>
      <div class="synonyms-tools">
        <label class="field">
          ${t("synonyms-table")}
          <select name="table" @change=${(event: Event) => this.#choose(typed(event) as Table)}>
            ${TABLES.map((table) => html`<option value=${table} ?selected=${table === this.#table}>${t(`synonyms-table-${table}`)}</option>`)}
          </select>
        </label>
        <label class="field">
          ${t("synonyms-search")}
          <input name="search" type="search" autocomplete="off" .value=${this.#search} @input=${(event: Event) => this.#find(typed(event))} />
        </label>
        <label class="check"><input type="checkbox" name="own" .checked=${live(this.#onlyOwn)} @change=${(event: Event) => this.#show((event.target as HTMLInputElement).checked)} /> ${t("synonyms-only-own")}</label>
      </div>
      ${shown.length === 0 && !this.isLoading ? html`<p class="soft" role="status">${t("synonyms-none")}</p>` : nothing}
      <ul class="cards synonyms">
        ${repeat(
          shown,
          ({ key }) => key,
          (entry) => this.#row(entry),
        )}
      </ul>
      ${this.#import()}`;
  }

  #discard(): void {
    this.#errors = new Map();
    this.#contested = new Set();
    this.#take({});
  }

  #find(text: string): void {
    this.#search = text;
    this.requestUpdate();
  }

  #show(onlyOwn: boolean): void {
    this.#onlyOwn = onlyOwn;
    this.requestUpdate();
  }

  #isShown(entry: Entry): boolean {
    const change = this.#changes[this.#field(entry.key)];
    if (this.#onlyOwn && entry.words.length === 0 && !change) return false;
    const wanted = this.#search.trim().toLocaleLowerCase();
    const texts = [entry.key, entryLabel(this.#table, entry.key), ...entry.words, change?.text ?? ""];
    return !wanted || texts.some((text) => text.toLocaleLowerCase().includes(wanted));
  }

  #row(entry: Entry) {
    const field = this.#field(entry.key);
    const change = this.#changes[field];
    const id = `w-${entry.key}`;
    const errors = this.#errors.get(field) ?? [];
    const name = entryLabel(this.#table, entry.key);
    const known = firstWords(entry.builtIn);
    const text = change?.text ?? textOf(entry.words);
    return html`<li class="card" data-key=${entry.key}>
      <h2 id=${`${id}-name`}>${name}</h2>
      ${known ? html`<p class="help" id=${`${id}-known`}>${t("synonyms-known")} <span dir="auto">${known}</span></p>` : nothing}
      <details>
        <summary>${t("synonyms-built-in", { count: countWords(entry.builtIn) })}</summary>
        ${this.#words(entry.builtIn)}
        ${entry.fromSettings.length > 0 ? html`<p>${t("synonyms-from-settings")} <code>[directory] words</code></p>` : nothing} ${this.#words(entry.fromSettings)}
        <p class="help">${t("synonyms-key")} <code>${entry.key}</code></p>
      </details>
      <div class=${change ? "field changed" : "field"}>
        <label for=${id}>${t("synonyms-own")}<span class="unseen">: ${name}</span></label>
        <textarea id=${id} rows=${Math.min(MOST_ROWS, text.split("\n").length)} dir="auto" spellcheck="false" .value=${live(text)} aria-describedby=${known ? `${id}-known ${id}-error` : `${id}-error`} aria-invalid=${errors.length > 0} @input=${(event: Event) => this.#set(entry, typed(event))}></textarea>
        <div class="error" id=${`${id}-error`}>${errors.map((error) => html`<p>${error}</p>`)}</div>
      </div>
      ${change && this.#contested.has(field) ? this.#conflict(entry, change) : nothing}
      ${change || entry.at ? this.#acts(entry, name, change !== undefined && !this.#contested.has(field)) : nothing}
    </li>`;
  }

  #acts(entry: Entry, name: string, isReady: boolean) {
    return html`<div class="acts">
      ${
        isReady
          ? html`<button type="button" class="strong" aria-label=${t("synonyms-save-one", { name })} ?disabled=${this.#busy !== ""} @click=${() => this.#save(entry)}>${t("save")}</button>
            <button type="button" aria-label=${t("synonyms-cancel-one", { name })} @click=${() => this.#drop(this.#field(entry.key))}>${t("cancel")}</button>`
          : nothing
      }
      ${entry.at ? html`<span class="soft">${t("synonyms-changed", { date: formatDate(entry.at), name: entry.byName ?? t("texts-somebody") })}</span>` : nothing}
    </div>`;
  }

  #words(words: readonly TableWords[]) {
    if (words.length === 0) return nothing;
    return html`<dl class="settings-list">${words.map(({ language: tag, phrases }) => html`<dt>${wordsLabel(tag)}</dt> <dd dir="auto">${phrases.join(", ")}</dd>`)}</dl>`;
  }

  #conflict(entry: Entry, change: Change) {
    const keep = () => {
      const field = this.#field(entry.key);
      this.#contested = new Set([...this.#contested].filter((known) => known !== field));
      this.#take({ ...this.#changes, [field]: { ...change, version: entry.version } });
      void this.#save(entry);
    };
    return html`<div class="bar warm conflicts" role="alert">
      <p>${t("synonyms-conflict", { name: entry.byName ?? t("texts-somebody") })}</p>
      <p>${t("conflict-theirs")} <ins dir="auto">${entry.words.join(", ") || t("texts-nothing")}</ins></p>
      <div class="acts">
        <button type="button" class="strong" @click=${keep}>${t("synonyms-keep-mine")}</button>
        <button type="button" @click=${() => this.#drop(this.#field(entry.key))}>${t("synonyms-take-theirs")}</button>
      </div>
    </div>`;
  }

  async #save(entry: Entry): Promise<void> {
    const [table, field] = [this.#table, this.#field(entry.key)];
    const change = this.#changes[field];
    if (!change || this.#busy) return;
    this.#busy = field;
    this.requestUpdate();
    await attempt(async () => {
      const phrases = phrasesOf(change.text);
      const { entry: saved, userErrors } = await mutate(ConsoleEditSynonyms, {
        table,
        key: entry.key,
        expectedVersion: change.version,
        words: phrases,
      });
      if (saved) {
        this.#replace(table, saved);
        // What was typed while it was sent is not there yet.
        const later = this.#changes[field];
        if (later && later.text !== change.text)
          this.#take({ ...this.#changes, [field]: { ...later, version: saved.version } });
        else this.#drop(field);
        const before = entry.words;
        const name = entryLabel(table, entry.key);
        notify({
          text: t("synonyms-saved", { name }),
          undo: () => this.#undo(table, entry.key, before, saved.version),
        });
        await this.querySelector("console-synonym-trial")?.renew();
      } else if (userErrors.some(({ code }) => code === "SYNONYMS_CHANGED")) {
        const { viewer } = await request(ConsoleSynonymEntry, { table, key: entry.key });
        const newest = viewer?.synonyms?.entries.find(({ key }) => key === entry.key);
        if (newest) this.#replace(table, newest);
        this.#contested = new Set([...this.#contested, field]);
      } else {
        this.#errors = new Map([...this.#errors, [field, userErrors.map((error) => describe(error, phrases))]]);
        void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#w-${CSS.escape(entry.key)}`)?.focus());
      }
    });
    this.#busy = "";
    this.requestUpdate();
  }

  #replace(table: Table, newest: Pick<Entry, "key" | "words" | "version" | "at" | "byName">): void {
    if (table !== this.#table) return;
    this.#entries = this.#entries.map((entry) => (entry.key === newest.key ? { ...entry, ...newest } : entry));
  }

  async #undo(table: Table, key: string, words: readonly string[], version: number): Promise<void> {
    const { entry, userErrors } = await mutate(ConsoleEditSynonyms, { table, key, expectedVersion: version, words });
    notify(entry ? { text: t("undone") } : { tone: "bad", text: userErrors.map(({ message }) => message).join(" ") });
    if (entry) this.#replace(table, entry);
    this.requestUpdate();
    await this.querySelector("console-synonym-trial")?.renew();
  }

  #import() {
    return html`<details class="card">
      <summary>${t("synonyms-import")}</summary>
      <form novalidate @submit=${(event: Event) => this.#submitTable(event)}>
        <p class="help" id="csv-help">${t("synonyms-import-text", { table: t(`synonyms-table-${this.#table}`) })}</p>
        <label class="field">${t("synonyms-import-file")} <input type="file" accept=".csv,text/csv" @change=${(event: Event) => this.#read(event)} /></label>
        <label class="field">
          ${t("synonyms-import-csv")}
          <textarea id="csv" rows="6" dir="auto" spellcheck="false" .value=${live(this.#csv)} aria-describedby="csv-help csv-error" aria-invalid=${this.#csvErrors.length > 0} @input=${(event: Event) => (this.#csv = typed(event))}></textarea>
        </label>
        <div class="error" id="csv-error" role="alert">${this.#csvErrors.map((error) => html`<p>${error}</p>`)}</div>
        <div class="acts"><button ?disabled=${this.#busy !== ""}>${t("synonyms-import-add")}</button></div>
      </form>
    </details>`;
  }

  async #read(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    const isLarge = file.size > LARGEST;
    this.#csv = isLarge ? "" : await file.text();
    this.#csvErrors = isLarge ? [t("synonyms-import-large")] : [];
    this.requestUpdate();
  }

  async #submitTable(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#busy || !this.#csv.trim()) return;
    this.#busy = "csv";
    this.#csvErrors = [];
    this.requestUpdate();
    await attempt(async () => {
      const { addition, userErrors } = await mutate(ConsoleImportSynonyms, { table: this.#table, csv: this.#csv });
      if (!addition) {
        this.#csvErrors = userErrors.map(({ field, message }) =>
          field?.startsWith("entries.") ? `${field.slice("entries.".length)}: ${message}` : message,
        );
        void this.updateComplete.then(() => this.querySelector<HTMLElement>("#csv")?.focus());
        return;
      }
      this.#csv = "";
      notify({ text: t("synonyms-imported", { count: addition.phrases }) });
      await this.#fetch();
      await this.querySelector("console-synonym-trial")?.renew();
    });
    this.#busy = "";
    this.requestUpdate();
  }
}

/** What is wrong, with the phrase that it is about. */
function describe({ field, message }: UserError, phrases: readonly string[]): string {
  const at = Number(field?.match(/^words\[(\d+)\]$/)?.[1] ?? Number.NaN);
  const phrase = phrases[at];
  return phrase ? t("synonyms-wrong", { phrase, message }) : message;
}

customElements.define("console-synonyms", ConsoleSynonymsView);
