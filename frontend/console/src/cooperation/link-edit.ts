// What a cooperation says beside its two ends, changed where it stands. What is typed stays in the tab until the service has
// said yes.
import { html, LitElement } from "lit";
import { ConsoleEditLink } from "../generated/questions";
import { refuseIncomplete } from "../incomplete";
import { describeErrors, mutate } from "../mutation";
import { options } from "../options";
import type { Taxonomy } from "../taxonomy";
import { attempt } from "../view";
import { t } from "../words";
import type { Link } from "./link";

interface LinkChanges {
  readonly themes: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly publicNote: string;
  readonly internalNote: string;
}

const key = (id: string) => `bruecke-link-${id}`;

const valuesOf = ({ themeIds, since, until, publicNote, internalNote }: Link): LinkChanges => ({
  themes: themeIds,
  since: since ?? "",
  until: until ?? "",
  publicNote: publicNote ?? "",
  internalNote: internalNote ?? "",
});

/** Whether a change of a link was begun in this tab. */
export const isLinkEdited = (id: string) => sessionStorage.getItem(key(id)) !== null;

/** Begins to change a link. */
export const editLink = (link: Link) => sessionStorage.setItem(key(link.id), JSON.stringify(valuesOf(link)));

/** The form; `done` is called when it is over, with the version that was written. */
export const linkEdit = (link: Link, terms: Taxonomy | null, done: (version: number | null) => void) =>
  html`<console-link-edit .link=${link} .terms=${terms} .done=${done}></console-link-edit>`;

class ConsoleLinkEdit extends LitElement {
  static override properties = { link: { attribute: false }, terms: { attribute: false }, done: { attribute: false } };
  declare link: Link;
  declare terms: Taxonomy | null;
  declare done: (version: number | null) => void;
  #error = "";
  #isBusy = false;

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>("input[type=date]")?.focus();
  }

  get #values(): LinkChanges {
    return {
      ...valuesOf(this.link),
      ...(JSON.parse(sessionStorage.getItem(key(this.link.id)) ?? "{}") as Partial<LinkChanges>),
    };
  }

  #set(change: Partial<LinkChanges>): void {
    sessionStorage.setItem(key(this.link.id), JSON.stringify({ ...this.#values, ...change }));
    this.#error = "";
    this.requestUpdate();
  }

  override render() {
    const values = this.#values;
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    const input = (name: "since" | "until" | "publicNote" | "internalNote", label: string, type: string) =>
      html`<label class="field">${t(label)} <input type=${type} maxlength="500" autocomplete="off" .value=${values[name]} @input=${(event: Event) => this.#set({ [name]: typed(event) })} /></label>`;
    const submit = (event: KeyboardEvent) => {
      if (
        event.key !== "Enter" ||
        event.defaultPrevented ||
        !(event.target as HTMLElement).matches("input[type=date], input[type=text]")
      )
        return;
      event.preventDefault();
      void this.#save();
    };
    return html`<div role="group" aria-label=${t("link-edit")} @keydown=${submit}>
      <div class="columns">${input("since", "link-since-field", "date")} ${input("until", "link-until-field", "date")}</div>
      <p class="help">${t("link-since-help")}</p>
      ${options(
        `link-themes-${this.link.id}`,
        t("field-themes"),
        (this.terms?.themes ?? []).map(({ id, label, depth }) => [id, label, depth] as const),
        values.themes,
        (themes) => this.#set({ themes }),
      )}
      <p class="help">${t("link-kind-help")}</p>
      <div class="columns">${input("publicNote", "link-public-note", "text")} ${input("internalNote", "link-internal-note", "text")}</div>
      <p class="error" role="alert">${this.#error}</p>
      <div class="acts">
        <button type="button" class="strong" ?disabled=${this.#isBusy} @click=${() => this.#save()}>${t("save")}</button>
        <button type="button" ?disabled=${this.#isBusy} @click=${() => this.#end(null)}>${t("cancel")}</button>
      </div>
    </div>`;
  }

  async #save(): Promise<void> {
    if (this.#isBusy || refuseIncomplete(this)) return;
    const { themes, since, until, publicNote, internalNote } = this.#values;
    this.#isBusy = true;
    await attempt(async () => {
      const { entry, userErrors } = await mutate(ConsoleEditLink, {
        id: this.link.id,
        expectedVersion: this.link.version,
        themes,
        since: since || null,
        until: until || null,
        publicNote: publicNote.trim() || null,
        internalNote: internalNote.trim() || null,
      });
      this.#error = describeErrors(userErrors);
      if (entry) this.#end(entry.version);
    });
    this.#isBusy = false;
    this.requestUpdate();
  }

  #end(version: number | null): void {
    sessionStorage.removeItem(key(this.link.id));
    this.done(version);
  }
}

customElements.define("console-link-edit", ConsoleLinkEdit);
