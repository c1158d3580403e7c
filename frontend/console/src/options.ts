// Any of many things to tick, found by typing: themes, languages, districts.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { fold } from "./entries/rows";
import { t } from "./words";

/** A value, what it is called, and how deep it stands below the roots. */
export type Option = readonly [value: string, label: string, depth?: number];

/** From so many on they can be searched. */
const MANY = 12;

/** Things to tick under a heading that says which are; `set` is told the new choice. */
export function options(
  id: string,
  label: string,
  all: readonly Option[],
  chosen: readonly string[],
  set: (chosen: readonly string[]) => void,
): TemplateResult {
  return html`<fieldset class="field" id=${id}>
    <legend>${label}</legend>
    ${optionList(label, all, chosen, set)}
  </fieldset>`;
}

/** The same without a heading. */
export function optionList(
  label: string,
  all: readonly Option[],
  chosen: readonly string[],
  set: (chosen: readonly string[]) => void,
): TemplateResult {
  const names = all.filter(([value]) => chosen.includes(value)).map(([, name]) => name);
  return html`<details @toggle=${focusSearch}>
    <summary>${names.length > 0 ? names.join(", ") : t("choose")}</summary>
    <console-options .label=${label} .all=${all} .chosen=${chosen} .set=${set}></console-options>
  </details>`;
}

/** Puts the cursor into the search of a list that was opened; on a screen that is touched its keyboard would hide the list. */
export function focusSearch(event: Event): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (details.open && matchMedia("(pointer: fine)").matches)
    details.querySelector<HTMLElement>(".options-search")?.focus();
}

class ConsoleOptions extends LitElement {
  static override properties = {
    label: {},
    all: { attribute: false },
    chosen: { attribute: false },
    set: { attribute: false },
  };
  declare label: string;
  declare all: readonly Option[];
  declare chosen: readonly string[];
  declare set: (chosen: readonly string[]) => void;
  #text = "";

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const found = this.#found();
    const type = (event: Event) => {
      this.#text = (event.target as HTMLInputElement).value;
      this.requestUpdate();
    };
    return html`${
      this.all.length > MANY
        ? html`<input type="search" class="options-search" autocomplete="off" aria-label=${t("options-search", { field: this.label })} placeholder=${t("options-search", { field: this.label })} .value=${this.#text} @input=${type} @keydown=${this.#press} />`
        : nothing
    }
      <div class="options">
        ${found.map(
          ([value, label, depth = 0]) =>
            html`<label class=${`check depth-${depth}`}>
              <input type="checkbox" .checked=${this.chosen.includes(value)} @change=${(event: Event) => this.#toggle(value, (event.target as HTMLInputElement).checked)} />
              ${label}
            </label>`,
        )}
      </div>
      <p class="soft" role="status">${found.length === 0 ? t("options-none") : ""}</p>`;
  }

  /** What is called so, with what it stands below, so that it is known which of two of a name it is. */
  #found(): readonly Option[] {
    const wanted = fold(this.#text.trim());
    if (!wanted) return this.all;
    const found = new Set<Option>();
    let path: Option[] = [];
    for (const option of this.all) {
      const [, label, depth = 0] = option;
      path = [...path.slice(0, depth), option];
      if (fold(label).includes(wanted)) for (const one of path) found.add(one);
    }
    return this.all.filter((option) => found.has(option));
  }

  #toggle(value: string, isOn: boolean): void {
    this.set(isOn ? [...this.chosen, value] : this.chosen.filter((known) => known !== value));
  }

  /** Enter ticks what is called so, the first where several are, and sends no form. */
  #press(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const wanted = fold(this.#text.trim());
    const match = wanted ? this.all.find(([, label]) => fold(label).includes(wanted)) : undefined;
    if (!match) return;
    this.#toggle(match[0], !this.chosen.includes(match[0]));
    this.#text = "";
    this.requestUpdate();
  }
}

customElements.define("console-options", ConsoleOptions);
