// A text field that suggests: the editable combobox with list autocomplete of the ARIA Authoring Practices, for the pages
// and for the widget. What is typed stays as it is until a suggestion is chosen; where nothing comes, or nothing in time,
// it is a plain search field.
import { inGroups, SORTS, type Suggestion } from "./suggestions";

/** How long readers may type before something is suggested, milliseconds. */
const DEBOUNCE_MS = 120;
/** How often, and after which time, what failed is asked again. */
const RETRIES = 3;
const RETRY_MS = 2_000;

export interface ComboboxOptions {
  readonly input: HTMLInputElement;
  /** An empty element behind the field, in which the list is put. */
  readonly place: HTMLElement;
  /** The words of the interface; `count` chooses among their forms. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  readonly choose: (suggestion: Suggestion) => void;
  /** Whether somebody has typed already what stands in the field, and not searched for it yet. */
  readonly isTyped: boolean;
}

let instances = 0;

export class Combobox {
  readonly #options: ComboboxOptions;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #listening = new AbortController();
  #suggestions: readonly Suggestion[] = [];
  /** The option that the keyboard has reached; -1 for the field itself. */
  #active = -1;
  /** Which text the suggestions belong to. */
  #text = "";
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ComboboxOptions) {
    this.#options = options;
    const { input, place, say } = options;
    instances += 1;
    this.#list = document.createElement("div");
    this.#list.id = `suggestions-${instances}`;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("part", "suggestions");
    this.#list.setAttribute("aria-label", say("suggestions"));
    this.#list.hidden = true;
    this.#status = document.createElement("p");
    this.#status.className = "unseen";
    this.#status.setAttribute("role", "status");
    place.append(this.#list, this.#status);
    // A search field is a searchbox, which cannot be a combobox as well.
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.#list.id);
    this.#listen();
    if (options.isTyped && this.#hasFocus()) this.#typed(false);
  }

  #listen(): void {
    const { signal } = this.#listening;
    const { input } = this.#options;
    input.addEventListener("input", (event) => this.#typed((event as InputEvent).isComposing), { signal });
    input.addEventListener("compositionend", () => this.#typed(false), { signal });
    input.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    input.addEventListener("blur", () => this.close(), { signal });
    input.addEventListener("click", () => this.#open(), { signal });
    input.form?.addEventListener("submit", () => this.close(), { signal });
    // The field keeps the focus while the list is used.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    this.#list.addEventListener(
      "click",
      ({ target }) => {
        const option = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
        if (option) this.#choose(Number(option.dataset.index));
      },
      { signal },
    );
  }

  /** Takes everything away that was added, but for the attributes of the field. */
  remove(): void {
    this.close();
    this.#listening.abort();
    this.#list.remove();
    this.#status.remove();
  }

  /** Closes the list and asks for nothing any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#activate(-1);
    this.#list.hidden = true;
    this.#status.textContent = "";
    this.#options.input.setAttribute("aria-expanded", "false");
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  #typed(isComposing: boolean): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#activate(-1);
    if (isComposing) return;
    if (this.#options.input.value.trim() === "") {
      this.#show("", []);
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(), DEBOUNCE_MS);
  }

  /** Asks for suggestions; where that fails, a few times more, as a line that was gone for a moment does. */
  async #ask(retries = RETRIES): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const text = this.#options.input.value.trimStart();
    try {
      const suggestions = await this.#options.find(text, signal);
      if (!signal.aborted) this.#show(text, suggestions);
    } catch {
      if (signal.aborted) return;
      this.#show("", []);
      if (retries > 0) this.#timer = setTimeout(() => void this.#ask(retries - 1), RETRY_MS);
    }
  }

  #show(text: string, suggestions: readonly Suggestion[]): void {
    const { say } = this.#options;
    this.#text = text;
    this.#suggestions = inGroups(suggestions);
    this.#list.replaceChildren(...this.#groups());
    this.#list.scrollTop = 0;
    if (suggestions.length === 0) this.close();
    else this.#open();
    // What nobody asked for yet is no news.
    this.#status.textContent = text === "" ? "" : say("suggestions-count", { count: suggestions.length });
  }

  #groups(): HTMLElement[] {
    const { say } = this.#options;
    return SORTS.flatMap((sort) => {
      const indexed = this.#suggestions.map((suggestion, index) => ({ suggestion, index }));
      const options = indexed.filter(({ suggestion }) => suggestion.sort === sort);
      if (options.length === 0) return [];
      const label = say(`suggestions-${sort}`);
      const head = element("div", "sort", label);
      head.id = `${this.#list.id}-${sort}`;
      head.setAttribute("role", "presentation");
      const group = document.createElement("div");
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", head.id);
      group.append(head, ...options.map(({ suggestion, index }) => this.#option(suggestion, index, label)));
      return [group];
    });
  }

  #option(suggestion: Suggestion, index: number, sort: string): HTMLElement {
    const option = document.createElement("div");
    option.id = `${this.#list.id}-${index}`;
    option.dataset.index = String(index);
    option.setAttribute("role", "option");
    option.setAttribute("part", "suggestion");
    option.setAttribute("aria-selected", "false");
    option.append(element("bdi", "label", suggestion.label));
    if (suggestion.context) option.append(" ", element("bdi", "context", suggestion.context));
    // Not every screen reader tells the group of what the keyboard reaches.
    option.append(element("span", "unseen", ` (${sort})`));
    return option;
  }

  #open(): void {
    const { input } = this.#options;
    const isOfText = this.#text !== "" && this.#text === input.value.trimStart();
    if (this.#suggestions.length === 0 || !isOfText || !this.#hasFocus()) return;
    this.#list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  #hasFocus(): boolean {
    const root = this.#options.input.getRootNode() as Document | ShadowRoot;
    return root.activeElement === this.#options.input;
  }

  #activate(index: number): void {
    const { input } = this.#options;
    for (const option of this.#list.querySelectorAll("[aria-selected=true]"))
      option.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#list.querySelector(`[data-index="${index}"]`);
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #choose(index: number): void {
    const suggestion = this.#suggestions[index];
    this.close();
    if (suggestion) this.#options.choose(suggestion);
  }

  #pressed(event: KeyboardEvent): void {
    // What an input method does with its keys is its own affair; some tell only by this code.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    if (this.#handles(event)) event.preventDefault();
  }

  /** Whether a key was meant for the list. */
  #handles({ key, altKey }: KeyboardEvent): boolean {
    const { input } = this.#options;
    const last = this.#suggestions.length - 1;
    switch (key) {
      case "ArrowDown":
      case "ArrowUp": {
        const isDown = key === "ArrowDown";
        if (altKey && !isDown) this.close();
        else if (!this.#isOpen) this.#open();
        if (!this.#isOpen) return altKey;
        if (altKey) return true;
        const next = this.#active + (isDown ? 1 : -1);
        this.#activate(next > last ? 0 : next < 0 ? last : next);
        return true;
      }
      case "Enter":
        if (!this.#isOpen || this.#active < 0) return false;
        this.#choose(this.#active);
        return true;
      case "Escape":
        if (!this.#isOpen && input.value === "") return false;
        if (this.#isOpen) this.close();
        else this.#clear();
        return true;
      case "Tab":
        this.close();
        return false;
      case "Home":
      case "End":
      case "ArrowLeft":
      case "ArrowRight":
        this.#activate(-1);
        return false;
      default:
        return false;
    }
  }

  #clear(): void {
    this.#options.input.value = "";
    this.#options.input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
