// The texts of the site: imprint, privacy, and who funds the directory, with their logos. What is typed stays on the
// device until the service has it; what two administrators change at once is put together field by field.
import { html, nothing, type TemplateResult } from "lit";
import { request, type UserError } from "./client";
import { choose } from "./dialogue";
import { discardDraft, type Fields, readDraft, SITE_TEXTS, watchDraft, writeDraft } from "./drafts";
import { languageLabel } from "./fields";
import { ConsoleEditSiteTexts, ConsoleSiteTexts, ConsoleSiteTextsVersion } from "./generated/questions";
import { mutate } from "./mutation";
import { notify } from "./notice";
import { setLeaveGuard } from "./router";
import { currentRole } from "./session";
import {
  type Funder,
  fieldsOf,
  fundersOf,
  inputOf,
  isSame,
  LANGUAGES,
  LOGO_BYTES,
  NOBODY,
  readUpload,
  rebase,
  TEXTS,
  type TextName,
  textOf,
} from "./texts/content";
import { type Known, pastTexts } from "./texts/past";
import { attempt, View } from "./view";
import { formatDate, t } from "./words";

const ROWS: Readonly<Record<TextName, number>> = { imprint: 10, privacy: 12, funding: 2 };

const controlId = (field: string) => `t-${field.replaceAll(/[^\w-]+/g, "-")}`;
const typed = (event: Event) => (event.target as HTMLInputElement).value;

class ConsoleTexts extends View {
  #known: Known | null = null;
  /** What the service says. */
  #stored: Fields = {};
  /** What was changed here and not sent yet. */
  #changes: Fields = {};
  #contested: readonly string[] = [];
  #errors: ReadonlyMap<string, string> = new Map();
  #general = "";
  #tag = "de";
  #draftFrom = "";
  #isKept = true;
  #isElsewhere = false;
  #isBusy = false;
  #unwatch = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = watchDraft(SITE_TEXTS, () => {
      this.#isElsewhere = true;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    setLeaveGuard(null);
  }

  protected async load(): Promise<void> {
    if (currentRole() !== "admin") return;
    await this.#fetch();
    const draft = readDraft(SITE_TEXTS);
    this.#draftFrom = draft?.at ?? "";
    this.#isElsewhere = false;
    if (draft) this.#rebase(draft.base, draft.changes);
    else this.#take({});
  }

  async #fetch(): Promise<void> {
    this.#known = (await request(ConsoleSiteTexts, {})).viewer?.siteTexts ?? null;
    this.#stored = this.#known ? fieldsOf(this.#known) : {};
  }

  /** Puts what was changed here over what the service says now. */
  #rebase(base: Fields, changes: Fields): void {
    const rebased = rebase(base, changes, this.#stored);
    this.#contested = rebased.contested;
    this.#take(rebased.changes);
  }

  #take(changes: Fields): void {
    this.#changes = changes;
    const fields = Object.keys(changes);
    if (fields.length === 0) {
      this.#contested = [];
      this.#draftFrom = "";
      this.#isKept = true;
      discardDraft(SITE_TEXTS);
    } else {
      const base = Object.fromEntries(fields.map((field) => [field, this.#stored[field] ?? null]));
      const version = this.#known?.version ?? 0;
      // What is contested goes on to be so after a reload: its base stays as it was.
      const before = readDraft(SITE_TEXTS)?.base ?? {};
      for (const field of this.#contested) base[field] = before[field] ?? null;
      this.#isKept = writeDraft({
        entry: SITE_TEXTS,
        name: t("title-texts"),
        version,
        base,
        changes,
        at: new Date().toISOString(),
      });
    }
    setLeaveGuard(fields.length > 0 ? () => this.#leave() : null);
    this.requestUpdate();
  }

  async #leave(): Promise<boolean> {
    const answers = [
      { value: "stay", label: t("leave-stay"), tone: "strong" as const },
      { value: "keep", label: t("leave-keep") },
      { value: "discard", label: t("leave-discard"), tone: "danger" as const },
    ];
    const answer = await choose(t("leave-title"), t("leave-text"), answers, "stay");
    if (answer === "discard") discardDraft(SITE_TEXTS);
    return answer !== "stay";
  }

  get #fields(): Fields {
    return { ...this.#stored, ...this.#changes };
  }

  #set(field: string, value: unknown): void {
    const { [field]: _, ...others } = this.#changes;
    const errors = [...this.#errors].filter(([known]) => known !== field && !known.startsWith(`${field}[`));
    this.#errors = new Map(errors);
    this.#take(isSame(value, this.#stored[field]) ? others : { ...others, [field]: value });
  }

  protected content(): TemplateResult {
    const heading = html`<h1>${t("title-texts")}</h1>`;
    if (currentRole() !== "admin") return html`${heading} <p class="soft">${t("texts-admins")}</p>`;
    const known = this.#known;
    if (!known) return heading;
    return html`${heading}
      <p>${t("texts-lead")}</p>
      ${this.#messages()}
      <form class="editor" novalidate @submit=${(event: Event) => this.#submit(event)}>
        <label class="field">
          ${t("texts-language")}
          <select name="text-language" @change=${(event: Event) => this.#choose(typed(event))}>
            ${LANGUAGES.map((tag) => html`<option value=${tag} ?selected=${tag === this.#tag}>${languageLabel(tag)}${this.#isEmpty(tag) ? ` (${t("texts-empty")})` : nothing}</option>`)}
          </select>
        </label>
        <p class="help">${t(this.#tag === "de" ? "texts-german-help" : "texts-other-help")}</p>
        ${TEXTS.map((name) => this.#text(name, known.fromSettingsFile.includes(name)))} ${this.#funders()}
        <div class="savebar">
          <span role="status">${Object.keys(this.#changes).length > 0 ? t("texts-changed") : t("changes-none")}</span>
          <button class="strong" ?disabled=${this.#isBusy || Object.keys(this.#changes).length === 0 || this.#contested.length > 0}>${t("save")}</button>
        </div>
      </form>
      ${pastTexts(known, (version) => void this.#restore(version))}`;
  }

  #isEmpty(tag: string): boolean {
    return TEXTS.every((name) => !textOf(this.#fields, `${name}.${tag}`).trim());
  }

  #choose(tag: string): void {
    this.#tag = tag;
    this.requestUpdate();
  }

  #messages() {
    return html`${
      this.#draftFrom
        ? html`<div class="bar warm" role="status">
          ${t("draft-restored", { date: formatDate(this.#draftFrom) })}
          <button type="button" @click=${() => this.#take({})}>${t("draft-discard")}</button>
        </div>`
        : nothing
    }
    ${this.#isElsewhere ? html`<div class="bar warm" role="status">${t("texts-elsewhere")}</div>` : nothing}
    ${this.#isKept ? nothing : html`<div class="bar bad" role="alert">${t("draft-not-kept")}</div>`}
    ${
      this.#general || this.#errors.size > 0
        ? html`<div class="bar bad" role="alert" id="errors" tabindex="-1">
          ${this.#general || t("errors-title", { count: this.#errors.size })}
          <ul>
            ${[...this.#errors].map(([field, message]) => html`<li><a href=${`#${controlId(field)}`} @click=${(event: Event) => this.#focus(event, field)}>${this.#label(field)}</a>: ${message}</li>`)}
          </ul>
        </div>`
        : nothing
    }
    ${this.#contested.length > 0 ? this.#conflicts() : nothing}`;
  }

  /** What a field is called: `imprint.tr`, `funders`, `funders[1].website`. */
  #label(field: string): string {
    const [, at, part] = field.match(/^funders\[(\d+)\]\.(\w+)/) ?? [];
    if (at && part) return `${t("funder-number", { number: Number(at) + 1 })}, ${t(`funder-${part}`)}`;
    const [name = "", tag = ""] = field.split(".");
    return tag ? `${t(`texts-${name}`)} (${languageLabel(tag)})` : t(`texts-${name}`);
  }

  #focus(event: Event, field: string): void {
    event.preventDefault();
    const tag = field.split(".").at(-1) ?? "";
    if (LANGUAGES.some((known) => known === tag)) this.#choose(tag);
    const stem = field.startsWith("funders") ? field.replace(/\.(\w\w)$/, "") : field;
    void this.updateComplete.then(() => document.getElementById(controlId(stem))?.focus());
  }

  #conflicts() {
    const written = (field: string, value: unknown) =>
      (field === "funders"
        ? (value as readonly Funder[]).map(({ names }) => names.de ?? "").join(", ")
        : String(value ?? "")) || t("texts-nothing");
    const newest = this.#known?.versions[0];
    const submit = (event: Event) => {
      event.preventDefault();
      const chosen = new FormData(event.target as HTMLFormElement);
      const theirs = this.#contested.filter((field) => chosen.get(field) === "theirs");
      this.#contested = [];
      this.#take(Object.fromEntries(Object.entries(this.#changes).filter(([field]) => !theirs.includes(field))));
      void this.#save();
    };
    return html`<form class="card conflicts" @submit=${submit}>
      <h2>${t("conflict-title")}</h2>
      ${newest?.byName ? html`<p class="help">${t("conflict-by", { name: newest.byName, time: formatDate(newest.at) })}</p>` : nothing}
      ${this.#contested.map(
        (field) =>
          html`<fieldset class="field">
            <legend>${this.#label(field)}</legend>
            <label class="check"><input type="radio" name=${field} value="mine" checked /> ${t("conflict-mine")} <ins dir="auto">${written(field, this.#changes[field])}</ins></label>
            <label class="check"><input type="radio" name=${field} value="theirs" /> ${t("conflict-theirs")} <ins dir="auto">${written(field, this.#stored[field])}</ins></label>
          </fieldset>`,
      )}
      <button class="strong">${t("conflict-save")}</button>
    </form>`;
  }

  #text(name: TextName, isFromFile: boolean) {
    const field = `${name}.${this.#tag}`;
    const id = controlId(field);
    const error = this.#errors.get(field) ?? "";
    const german = textOf(this.#fields, `${name}.de`);
    return html`<section class="card" aria-labelledby=${`s-${name}`}>
      <h2 id=${`s-${name}`}>${t(`texts-${name}`)}</h2>
      <div class=${field in this.#changes ? "field changed" : "field"}>
        <label for=${id}>${this.#label(field)}</label>
        <p class="help" id=${`${id}-help`}>${t(`texts-${name}-help`)}${isFromFile ? html` ${t("texts-from-file")} <code>[pages] ${name}</code>` : nothing}</p>
        <textarea id=${id} rows=${ROWS[name]} lang=${this.#tag} dir="auto" .value=${textOf(this.#fields, field)} aria-describedby=${`${id}-help ${id}-error`} aria-invalid=${error !== ""} @input=${(event: Event) => this.#set(field, typed(event))}></textarea>
        <p class="error" id=${`${id}-error`}>${error}</p>
      </div>
      ${
        this.#tag !== "de" && german
          ? html`<details>
            <summary>${t("texts-german")}</summary>
            <p class="site-text" lang="de">${german}</p>
          </details>`
          : nothing
      }
      ${name === "funding" ? nothing : html`<p><a href=${`/${name}`} target="_blank" rel="noopener">${t("public-page")}</a></p>`}
    </section>`;
  }

  #funders() {
    const funders = fundersOf(this.#fields);
    return html`<section class="card" aria-labelledby="s-funders">
      <h2 id="s-funders">${t("texts-funders")}</h2>
      <p class="help">${t("texts-funders-help")}</p>
      ${this.#errors.has("funders") ? html`<p class="error">${this.#errors.get("funders")}</p>` : nothing}
      <ol class="cards">
        ${funders.map((funder, at) => this.#funder(funder, at, funders))}
      </ol>
      <div class="acts"><button type="button" id="t-funder-add" @click=${() => this.#add(funders)}>${t("funder-add")}</button></div>
    </section>`;
  }

  #add(funders: readonly Funder[]): void {
    this.#set("funders", [...funders, NOBODY]);
    void this.updateComplete.then(() => document.getElementById(controlId(`funders[${funders.length}].name`))?.focus());
  }

  #funder(funder: Funder, at: number, funders: readonly Funder[]) {
    const set = (change: Partial<Funder>) =>
      this.#set(
        "funders",
        funders.map((known, place) => (place === at ? { ...known, ...change } : known)),
      );
    const move = (by: number) => {
      const others = funders.filter((_, place) => place !== at);
      this.#set("funders", [...others.slice(0, at + by), funder, ...others.slice(at + by)]);
    };
    const called = funder.names.de || t("funder-number", { number: at + 1 });
    const field = (part: string) => `funders[${at}].${part}`;
    const error = (part: string) =>
      [...this.#errors].find(
        ([known]) => known === field(part) || known.startsWith(`${field(part)}.`) || known === field(`${part}Base64`),
      )?.[1] ?? "";
    const around = (part: string, control: TemplateResult) => {
      const id = controlId(field(part));
      return html`<div class="field">
        <label for=${id}>${part === "name" ? `${t("funder-name")} (${languageLabel(this.#tag)})` : t(`funder-${part}`)}</label>
        <p class="help" id=${`${id}-help`}>${t(`funder-${part}-help`)}</p>
        ${control}
        <p class="error" id=${`${id}-error`}>${error(part)}</p>
      </div>`;
    };
    const described = (part: string) => `${controlId(field(part))}-help ${controlId(field(part))}-error`;
    return html`<li class="card" data-funder=${at}>
      <h3>${called}</h3>
      ${around("name", html`<input id=${controlId(field("name"))} autocomplete="off" dir="auto" lang=${this.#tag} .value=${funder.names[this.#tag] ?? ""} aria-describedby=${described("name")} aria-invalid=${error("name") !== ""} @input=${(event: Event) => set({ names: { ...funder.names, [this.#tag]: typed(event) } })} />`)}
      ${around("website", html`<input id=${controlId(field("website"))} type="url" autocomplete="off" .value=${funder.website} aria-describedby=${described("website")} aria-invalid=${error("website") !== ""} @input=${(event: Event) => set({ website: typed(event) })} />`)}
      ${funder.upload ? html`<p>${t("funder-logo-chosen", { name: funder.upload.name })}</p>` : funder.path ? html`<p><img class="logo" src=${funder.path} alt=${called} /></p>` : nothing}
      ${around("logo", html`<input id=${controlId(field("logo"))} type="file" accept="image/png,image/jpeg" aria-describedby=${described("logo")} aria-invalid=${error("logo") !== ""} @change=${(event: Event) => this.#choosePicture(event, at, set)} />`)}
      <div class="acts">
        <button type="button" ?disabled=${at === 0} aria-label=${t("funder-up", { name: called })} @click=${() => move(-1)}>↑</button>
        <button type="button" ?disabled=${at === funders.length - 1} aria-label=${t("funder-down", { name: called })} @click=${() => move(1)}>↓</button>
        ${funder.upload || funder.hash ? html`<button type="button" @click=${() => set({ upload: null, hash: null, path: null })}>${t("funder-logo-remove")}</button>` : nothing}
        <button type="button" class="apart" aria-label=${t("funder-remove-one", { name: called })} @click=${() => this.#remove(at, funders)}>${t("funder-remove")}</button>
      </div>
    </li>`;
  }

  #remove(at: number, funders: readonly Funder[]): void {
    this.#set(
      "funders",
      funders.filter((_, place) => place !== at),
    );
    void this.updateComplete.then(() => document.getElementById("t-funder-add")?.focus());
  }

  async #choosePicture(event: Event, at: number, set: (change: Partial<Funder>) => void): Promise<void> {
    const control = event.target as HTMLInputElement;
    const file = control.files?.[0];
    if (!file) return;
    const wrong = !["image/png", "image/jpeg"].includes(file.type)
      ? t("funder-logo-format")
      : file.size > LOGO_BYTES
        ? t("funder-logo-size")
        : "";
    control.value = "";
    if (!wrong) return set({ upload: await readUpload(file) });
    this.#errors = new Map([...this.#errors, [`funders[${at}].logo`, wrong]]);
    this.requestUpdate();
  }

  /** Puts an earlier version into the form; nothing is sent before it is saved. */
  async #restore(version: number): Promise<void> {
    await attempt(async () => {
      const before = await this.#version(version);
      const fields = new Set([...Object.keys(before), ...Object.keys(this.#stored)]);
      const changed = [...fields].filter((field) => !isSame(before[field], this.#stored[field]));
      this.#contested = [];
      this.#take(Object.fromEntries(changed.map((field) => [field, before[field] ?? ""])));
      notify({ text: t("texts-fetched") });
      window.scrollTo(0, 0);
    });
  }

  async #version(number: number): Promise<Fields> {
    const found = (await request(ConsoleSiteTextsVersion, { number })).viewer?.siteTexts?.versions[0];
    return fieldsOf(found ?? { imprint: [], privacy: [], funding: [], funders: [] });
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#save();
  }

  async #save(): Promise<void> {
    if (this.#isBusy || Object.keys(this.#changes).length === 0 || this.#contested.length > 0) return;
    this.#isBusy = true;
    this.#errors = new Map();
    this.#general = "";
    this.requestUpdate();
    await attempt(() => this.#send(true));
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #send(mayRepeat: boolean): Promise<void> {
    const [base, changes] = [this.#stored, this.#changes];
    const before = this.#known?.version ?? 0;
    const input = { expectedVersion: before, ...inputOf(this.#fields, Object.keys(changes)) };
    const { siteTexts, userErrors } = await mutate(ConsoleEditSiteTexts, input);
    if (siteTexts) {
      // What was typed while it was sent is not there yet.
      const later = Object.fromEntries(
        Object.entries(this.#changes).filter(([field, value]) => !isSame(value, changes[field])),
      );
      await this.#fetch();
      this.#draftFrom = "";
      this.#take(later);
      notify({ text: t("texts-saved"), undo: () => this.#undo(before, siteTexts.version) });
      return;
    }
    if (!userErrors.some(({ code }) => code === "SITE_TEXTS_CHANGED")) return this.#complain(userErrors);
    await this.#fetch();
    this.#rebase(base, this.#changes);
    // Fields that nobody else has touched go on by themselves.
    if (this.#contested.length === 0 && mayRepeat && Object.keys(this.#changes).length > 0) return this.#send(false);
    if (this.#contested.length > 0)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(".conflicts input")?.focus());
  }

  async #undo(before: number, after: number): Promise<void> {
    const fields = await this.#version(before);
    const written = await this.#version(after);
    const changed = [...new Set([...Object.keys(fields), ...Object.keys(written)])].filter(
      (field) => !isSame(fields[field], written[field]),
    );
    // A text that was not written before is as the settings file says again: it is sent without any language.
    const absent = Object.fromEntries(
      Object.keys(written)
        .filter((field) => !(field in fields))
        .map((field) => [field, ""]),
    );
    const { siteTexts, userErrors } = await mutate(ConsoleEditSiteTexts, {
      expectedVersion: after,
      ...inputOf({ ...absent, ...fields }, changed),
    });
    notify(
      siteTexts ? { text: t("undone") } : { tone: "bad", text: userErrors.map(({ message }) => message).join(" ") },
    );
    if (siteTexts && this.isConnected) await this.reload();
  }

  #complain(errors: readonly UserError[]): void {
    this.#errors = new Map(errors.flatMap(({ field, message }) => (field ? [[field, message] as const] : [])));
    this.#general = errors
      .filter(({ field }) => !field)
      .map(({ message }) => message)
      .join(" ");
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#errors")?.focus());
  }
}

customElements.define("console-texts", ConsoleTexts);
