// Entries chosen by name: typed, found by the public search, kept as a list that each can be taken out of again.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "../client";
import { ConsoleActorSearch, type ConsoleActorSearchAnswer } from "../generated/questions";
import { attempt } from "../view";
import { t } from "../words";

export type ActorName = NonNullable<ConsoleActorSearchAnswer["actors"]>["nodes"][number];

/** How long typing must pause before it is searched, milliseconds. */
const PAUSE_MS = 200;

/** Entries by name, at most so many. `set` is told the new choice. */
export function actorPicker(
  name: string,
  label: string,
  chosen: readonly ActorName[],
  set: (chosen: readonly ActorName[]) => void,
  most = Infinity,
): TemplateResult {
  return html`<console-actor-picker .most=${most} .name=${name} .label=${label} .chosen=${chosen} .set=${set}></console-actor-picker>`;
}

class ConsoleActorPicker extends LitElement {
  static override properties = {
    most: { attribute: false },
    name: {},
    label: {},
    chosen: { attribute: false },
    set: { attribute: false },
  };
  declare most: number;
  declare name: string;
  declare label: string;
  declare chosen: readonly ActorName[];
  declare set: (chosen: readonly ActorName[]) => void;
  #found: readonly ActorName[] = [];
  #text = "";
  #timer = 0;

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    return html`<div class="field picker">
      <label for=${this.name}>${this.label}</label>
      ${
        this.chosen.length > 0
          ? html`<ul class="chips">
            ${repeat(
              this.chosen,
              ({ id }) => id,
              ({ id, name }) =>
                html`<li>${name} <button type="button" aria-label=${t("picker-remove", { name })} @click=${() => this.#remove(id)}>×</button></li>`,
            )}
          </ul>`
          : nothing
      }
      <input id=${this.name} ?hidden=${this.chosen.length >= this.most} autocomplete="off" .value=${this.#text} aria-describedby=${`${this.name}-found`} @input=${this.#type} @keydown=${this.#takeFirst} />
      <p class="help" id=${`${this.name}-found`} ?hidden=${this.chosen.length >= this.most} role="status">${this.#text && this.#found.length === 0 ? t("picker-none") : t("picker-help")}</p>
      ${
        this.#found.length > 0
          ? html`<ul class="found">
            ${repeat(
              this.#found,
              ({ id }) => id,
              (actor) => html`<li><button type="button" @click=${() => this.#add(actor)}>${actor.name}</button></li>`,
            )}
          </ul>`
          : nothing
      }
    </div>`;
  }

  #type(event: Event): void {
    this.#text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void attempt(() => this.#search()), PAUSE_MS);
  }

  async #search(): Promise<void> {
    const text = this.#text.trim();
    const found = text ? ((await request(ConsoleActorSearch, { text })).actors?.nodes ?? []) : [];
    // What was typed meanwhile has a search of its own.
    if (text !== this.#text.trim()) return;
    this.#found = found.filter(({ id }) => !this.chosen.some((known) => known.id === id));
    this.requestUpdate();
  }

  /** Enter takes the first that was found, and sends no form. */
  async #takeFirst(event: KeyboardEvent): Promise<void> {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(this.#timer);
    await attempt(() => this.#search());
    const [first] = this.#found;
    if (first) this.#add(first);
  }

  #add(actor: ActorName): void {
    this.#text = "";
    this.#found = [];
    this.set([...this.chosen, actor]);
    this.requestUpdate();
    this.querySelector("input")?.focus();
  }

  #remove(id: string): void {
    this.set(this.chosen.filter((known) => known.id !== id));
    void this.updateComplete.then(() => this.querySelector("input")?.focus());
  }
}

customElements.define("console-actor-picker", ConsoleActorPicker);
