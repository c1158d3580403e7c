// Themes and districts as a table that is edited by hand: one row at a time, with the way back in the message.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { choose, openDialogue } from "./dialogue";
import { languageLabel } from "./fields";
import { describeErrors } from "./mutation";
import { notify } from "./notice";
import { setLeaveGuard } from "./router";
import { currentRole } from "./session";
import {
  type Branch,
  type BranchFields,
  type BranchKind,
  createBranch,
  type DistrictLevel,
  editBranch,
  fetchBranches,
  reinstateBranch,
  retireBranch,
} from "./settings/branches";
import { forgetTaxonomy } from "./taxonomy";
import { undoOf } from "./undo";
import { attempt, View } from "./view";
import { t, vocabulary } from "./words";

/** The languages that pages are read in, German first. */
const LANGUAGES = ["de", "en", "tr", "ar", "uk", "ro", "pl"] as const;
const LEVELS: readonly DistrictLevel[] = ["CITY", "BOROUGH", "QUARTER"];

/** A row that is being written: one there is, or a new one below another. */
interface Editing {
  readonly id: string | null;
  readonly parent: string | null;
  readonly depth: number;
  fields: BranchFields;
}

const splitWords = (text: string) =>
  text
    .split(/[\n;]/)
    .map((word) => word.trim())
    .filter(Boolean);
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

class ConsoleBranches extends View {
  static override properties = { kind: { attribute: false } };
  declare kind: BranchKind;
  #branches: readonly Branch[] = [];
  #editing: Editing | null = null;
  #errors = "";
  #isBusy = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setLeaveGuard(null);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get("kind") === undefined) return;
    this.#editing = null;
    void this.reload();
  }

  protected async load(): Promise<void> {
    this.#branches = await fetchBranches(this.kind);
  }

  protected content(): TemplateResult {
    return html`<div class="headline">
        <h1>${t(`title-${this.kind}`)}</h1>
        ${this.kind === "themes" ? html`<button type="button" class="strong" ?disabled=${this.#editing !== null} @click=${() => this.#begin(null, null, 0)}>${t("branch-new-themes")}</button>` : nothing}
      </div>
      <p class="soft">${t(`branches-text-${this.kind}`)}</p>
      ${this.#editing?.id === null && this.#editing.parent === null ? this.#form(this.#editing) : nothing}
      <ul class="branches">
        ${repeat(
          this.#branches,
          ({ id }) => id,
          (branch) => this.#row(branch),
        )}
      </ul>`;
  }

  #row(branch: Branch) {
    const editing = this.#editing;
    const isBelow = editing?.id === null && editing.parent === branch.id;
    return html`<li class=${`depth-${branch.depth}`} data-branch=${branch.slug}>
        ${
          editing?.id === branch.id
            ? this.#form(editing)
            : html`<div class="branch">
              <span class="branch-name"><strong>${branch.names.de ?? branch.slug}</strong> ${branch.words.length > 0 ? html`<span class="soft">${branch.words.join(", ")}</span>` : nothing}</span>
              <span class="soft">${this.#kindText(branch)}</span>
              <a href=${`/console/entries?${this.kind === "themes" ? "theme" : "district"}=${branch.slug}`}>${t("entries-count", { count: branch.actors })}</a>
              <span class="acts">
                <button type="button" ?disabled=${editing !== null} aria-label=${t("branch-edit-one", { name: branch.names.de ?? branch.slug })} @click=${() => this.#begin(branch, branch.parent, branch.depth)}>
                  ${t("branch-edit")}
                </button>
                ${branch.depth < 2 ? html`<button type="button" ?disabled=${editing !== null} aria-label=${t("branch-below-one", { name: branch.names.de ?? branch.slug })} @click=${() => this.#begin(null, branch.id, branch.depth + 1)}>${t("branch-below")}</button>` : nothing}
              </span>
            </div>`
        }
      </li>
      ${isBelow && editing ? html`<li class=${`depth-${editing.depth}`}>${this.#form(editing)}</li>` : nothing}`;
  }

  #kindText({ level, fieldsOfAction }: Branch): string {
    if (this.kind === "districts") return t(`level-${level}`);
    return fieldsOfAction.map((field) => vocabulary().fieldsOfAction[field] ?? field).join(", ");
  }

  #begin(branch: Branch | null, parent: string | null, depth: number): void {
    const above = this.#branches.find(({ id }) => id === parent);
    const fresh = {
      names: {},
      words: [],
      fieldsOfAction: above?.fieldsOfAction ?? [],
      level: depth < 2 ? ("BOROUGH" as const) : ("QUARTER" as const),
    };
    this.#editing = { id: branch?.id ?? null, parent, depth, fields: branch ?? fresh };
    this.#errors = "";
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".branch-form input")?.focus());
  }

  #set(change: Partial<BranchFields>): void {
    if (!this.#editing) return;
    this.#editing.fields = { ...this.#editing.fields, ...change };
    setLeaveGuard(() => this.#leave());
    this.requestUpdate();
  }

  async #leave(): Promise<boolean> {
    return choose(
      t("leave-title"),
      t("leave-text"),
      [
        { value: false, label: t("leave-stay"), tone: "strong" as const },
        { value: true, label: t("leave-discard"), tone: "danger" as const },
      ],
      false,
    );
  }

  #stop(): void {
    this.#editing = null;
    setLeaveGuard(null);
    this.requestUpdate();
  }

  #form(editing: Editing) {
    const { names, words, fieldsOfAction, level } = editing.fields;
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    const branch = this.#branches.find(({ id }) => id === editing.id);
    const toggle = (event: Event, field: string) =>
      this.#set({
        fieldsOfAction: (event.target as HTMLInputElement).checked
          ? [...fieldsOfAction, field]
          : fieldsOfAction.filter((one) => one !== field),
      });
    return html`<form class="card branch-form" novalidate @submit=${(event: Event) => this.#save(event)} @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#stop()}>
      ${this.#errors ? html`<div class="bar bad" role="alert">${this.#errors}</div>` : nothing}
      <div class="columns">
        ${LANGUAGES.map(
          (tag) =>
            html`<label class="field">
              ${t("branch-name", { language: languageLabel(tag) })}
              <input lang=${tag} dir="auto" autocomplete="off" maxlength="200" .value=${names[tag] ?? ""} @input=${(event: Event) => this.#set({ names: { ...names, [tag]: typed(event) } })} />
            </label>`,
        )}
      </div>
      <label class="field">
        ${t("branch-words")}
        <input autocomplete="off" .value=${words.join("; ")} @change=${(event: Event) => this.#set({ words: splitWords(typed(event)) })} aria-describedby="branch-words-help" />
      </label>
      <p class="help" id="branch-words-help">${t("branch-words-help")}</p>
      ${
        this.kind === "themes"
          ? html`<fieldset class="field">
            <legend>${t("branch-fields")}</legend>
            ${Object.entries(vocabulary().fieldsOfAction).map(
              ([field, label]) =>
                html`<label class="check"><input type="checkbox" .checked=${fieldsOfAction.includes(field)} @change=${(event: Event) => toggle(event, field)} /> ${label}</label>`,
            )}
          </fieldset>`
          : html`<label class="field">
            ${t("branch-level")}
            <select @change=${(event: Event) => this.#set({ level: typed(event) as DistrictLevel })}>
              ${LEVELS.map((one) => html`<option value=${one} ?selected=${one === level}>${t(`level-${one}`)}</option>`)}
            </select>
          </label>`
      }
      <div class="acts">
        <button class="strong" ?disabled=${this.#isBusy}>${t("save")}</button>
        <button type="button" @click=${() => this.#stop()}>${t("cancel")}</button>
        ${
          branch && currentRole() === "admin"
            ? html`<button type="button" class="apart" ?disabled=${this.#isBusy} @click=${() => this.#retire(branch)}>${t("branch-retire")}</button>`
            : nothing
        }
      </div>
    </form>`;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    // A field that is still being written says so only when it is left.
    (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event("change", { bubbles: true }));
    const editing = this.#editing;
    if (!editing || this.#isBusy) return;
    const branch = this.#branches.find(({ id }) => id === editing.id);
    this.#isBusy = true;
    await attempt(() => (branch ? this.#edit(branch, editing.fields) : this.#create(editing)));
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #edit(branch: Branch, fields: BranchFields): Promise<void> {
    const names = (["names", "words", "fieldsOfAction", "level"] as const).filter(
      (name) => !isSame(fields[name], branch[name]),
    );
    if (names.length === 0) return this.#stop();
    const { entry, userErrors } = await editBranch(
      this.kind,
      branch,
      Object.fromEntries(names.map((name) => [name, fields[name]])),
    );
    if (!entry) return this.#complain(describeErrors(userErrors));
    const done = { id: branch.id, before: branch.version, after: entry.version, isStep: false };
    await this.#finish();
    notify({ text: t("saved"), undo: undoOf(done, () => this.#finish()) });
  }

  async #create({ parent, fields }: Editing): Promise<void> {
    const { entry, userErrors } = await createBranch(this.kind, parent, fields);
    if (!entry) return this.#complain(describeErrors(userErrors));
    await this.#finish();
    notify({ text: t("branch-created", { name: fields.names.de ?? "" }) });
  }

  #complain(message: string): void {
    this.#errors = message;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector(".branch-form .bad")?.scrollIntoView({ block: "center" }));
  }

  async #finish(): Promise<void> {
    this.#stop();
    forgetTaxonomy();
    if (this.isConnected) await this.reload();
  }

  async #retire(branch: Branch): Promise<void> {
    const others = this.#branches.filter(({ id }) => id !== branch.id);
    const name = branch.names.de ?? branch.slug;
    let chosen = "";
    const replacement = await openDialogue<string>(
      "",
      (answer, update) =>
        html`<h2 id="dialogue-title">${t("branch-retire-title", { name })}</h2>
          <p>${t("branch-retire-text", { count: branch.actors })}</p>
          <label>
            ${t("branch-replacement")}
            <select
              @change=${(event: Event) => {
                chosen = (event.target as HTMLSelectElement).value;
                update();
              }}
            >
              <option value="">${t("choose")}</option>
              ${others.map(({ id, names, slug, depth }) => html`<option value=${id}>${"\u00a0\u00a0".repeat(depth)}${names.de ?? slug}</option>`)}
            </select>
          </label>
          <div class="acts">
            <button type="button" class="danger" ?disabled=${!chosen} @click=${() => answer(chosen)}>${t("branch-retire")}</button>
            <button type="button" @click=${() => answer("")}>${t("cancel")}</button>
          </div>`,
    );
    if (!replacement) return;
    await attempt(async () => {
      const { entry, userErrors } = await retireBranch(this.kind, branch, replacement);
      if (!entry) return this.#complain(describeErrors(userErrors));
      const undo = async () => {
        const { userErrors } = await reinstateBranch(this.kind, entry.id, entry.version);
        notify(userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("undone") });
        await this.#finish();
      };
      await this.#finish();
      notify({ text: t("branch-retired", { name }), undo });
    });
  }
}

customElements.define("console-branches", ConsoleBranches);
