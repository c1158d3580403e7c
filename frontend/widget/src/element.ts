// <bruecke-directory>: a list of entries with filters, and a map beside it where one is wanted.

import { ask, Mistake } from "@bruecke/shared/ask";
import type { Combobox } from "@bruecke/shared/combobox";
import type { Selected } from "@bruecke/shared/map/map";
import type { Suggestion } from "@bruecke/shared/suggestions";
import { isSpoken, languageAround, spoken, type Words, words } from "@bruecke/shared/words";
import { html, LitElement, nothing, type PropertyValues, render } from "lit";
import type { AttributeProblems } from "./attribute-problems";
import { blockSize, CHECKED, type Checked, colour, wrongAttributes } from "./attributes";
import {
  type Filters,
  lockedNames,
  NAMES,
  type Name,
  NONE,
  PRESETS,
  type Preset,
  type Presets,
  toQuery,
} from "./filters";
import { Further, type FurtherAnswer, One, Start, type StartAnswer } from "./generated/questions";
import type { Guidance } from "./guidance";
import { actorFilter, asWords, type Chip, type Interpretation, isOf, mapQuery } from "./interpretation";
import { chipLabel, labelOfFilter } from "./labels";
import type { MoreFilters } from "./more-filters";
import { style } from "./style";
import { type Entry, fillFunders, view, withoutWords } from "./view";

/** The folder above the one in which this script stands: where the service is. */
export const BASE = new URL("..", import.meta.url);
/** How many entries a page has: few, so that the first is there soon and is not far to scroll on a phone. */
const PAGE = 12;
/** How long readers may type before what they typed is asked, milliseconds. */
const PAUSE = 250;

/** What stands where the entries are not there (yet). */
export type State = "loading" | "ready" | "failed" | "offline";

export class BrueckeDirectory extends LitElement {
  static override styles = style;
  static override properties = {
    theme: {},
    district: {},
    language: {},
    text: {},
    view: {},
    lang: {},
    locked: {},
    height: {},
    accent: {},
    entry: {},
    filters: { state: true },
    presets: { state: true },
    state: { state: true },
    words: { state: true },
    choices: { state: true },
    entries: { state: true },
    total: { state: true },
    selected: { state: true },
    understood: { state: true },
    pane: { state: true },
    guidance: { state: true },
    conditions: { state: true },
    moreFilters: { state: true },
    query: { state: true },
  };

  declare theme: string | null;
  declare district: string | null;
  declare language: string | null;
  declare text: string | null;
  declare view: string | null;
  declare locked: string | null;
  declare height: string | null;
  declare accent: string | null;
  declare entry: string | null;

  /** @internal */ declare filters: Filters;
  /** @internal What readers cannot change. */
  declare presets: Presets;
  /** @internal What readers chose of the further filters. */
  declare conditions: Presets;
  /** @internal The further filters, once somebody opened them. */
  declare moreFilters: MoreFilters | null;
  /** @internal */ declare state: State;
  /** @internal */ declare words: Words | null;
  /** @internal */ declare choices: StartAnswer | null;
  /** @internal */ declare entries: readonly Entry[];
  /** @internal */ declare total: number;
  /** @internal What the question that was typed last means; it counts as long as that stands in the field. */
  declare understood: Interpretation | null;
  /** @internal An entry that the map shows and that may not be on a page that is here. */
  declare selected: Entry | null;
  /** @internal Which of list and map is shown where there is no room for both. */
  declare pane: "list" | "map";
  /** @internal Whom to call, and what to ask instead where nobody is found. */
  declare guidance: Guidance | null;
  /** @internal What is shown, as the map asks for it: nothing that the service does not take. */
  declare query: string;
  /** Whether attributes came of which some values only look as if they were taken. */
  #isUnchecked = false;
  #cursor: string | null = null;
  #more = false;
  #asking = new AbortController();
  #interpreting = new AbortController();
  #combobox: Combobox | null = null;
  /** The question that readers were done with last. */
  #submitted = "";
  /** The field that suggests, and in which language. */
  #suggesting: readonly [HTMLInputElement, string] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Which question the entries belong to, so that nothing is asked twice. */
  #asked = "";
  #ready = false;

  constructor() {
    super();
    this.theme = this.district = this.language = this.text = this.view = this.locked = this.height = null;
    this.accent = this.entry = null;
    this.filters = NONE;
    this.presets = this.conditions = {};
    this.state = "loading";
    this.pane = "list";
    this.words = this.choices = this.selected = this.understood = this.guidance = this.moreFilters = null;
    this.entries = [];
    this.total = 0;
    this.query = "";
  }

  /** The language of the interface: the attribute's, else that of the page around. */
  get tag(): string {
    return spoken(isSpoken(this.lang || "") ? this.lang : languageAround(this));
  }

  /** Where the service is. */
  get base(): URL {
    return BASE;
  }

  get lockedNames(): ReadonlySet<Name> {
    return lockedNames(this.locked);
  }

  /** The other filters: what the page around has set, and what readers chose besides. */
  get others(): Presets {
    return { ...this.presets, ...this.conditions };
  }

  get #filter(): ReturnType<typeof actorFilter> {
    return actorFilter(this.filters, this.others, this.understood);
  }

  /** What of the question in the field was understood and can be taken back. */
  get chips(): readonly Chip[] {
    return isOf(this.understood, this.filters) ? this.understood.chips : [];
  }

  /** The themes that are asked for, with those above them. */
  get askedThemes(): readonly string[] {
    const understood = isOf(this.understood, this.filters) ? (this.understood.filter.themes ?? []) : [];
    const asked = new Set([...this.filters.theme.split(",").map((slug) => slug.trim()), ...understood]);
    const above = (this.choices?.themes ?? []).filter(({ children }) => children.some(({ slug }) => asked.has(slug)));
    return [...asked, ...above.map(({ slug }) => slug)];
  }

  get hasMore(): boolean {
    return this.#more;
  }

  get shows(): "map" | "list" | "both" {
    return this.view === "map" || this.view === "list" ? this.view : "both";
  }

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the base class prepares the class that it is asked for.
    return [...super.observedAttributes, ...PRESETS];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    const isPreset = PRESETS.some((preset) => preset === name);
    if (isPreset) this.presets = { ...this.presets, [name]: value ?? "" };
    if (isPreset || name === "language") this.#isUnchecked = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("online", this.#online);
    // What the address of a frame could not be understood in; its page tells.
    this.#warn(this.dataset.wrong?.split("\n") ?? []);
    const known: readonly string[] = BrueckeDirectory.observedAttributes;
    void this.#explain(
      [],
      this.getAttributeNames().filter((name) => !known.includes(name) && !(name in this) && name !== "class"),
      known,
    );
    // What was asked before the page moved the element was given up.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("online", this.#online);
    this.#asking.abort();
    this.#interpreting.abort();
    this.#combobox?.close();
    clearTimeout(this.#timer);
    this.#asked = "";
  }

  readonly #online = (): void => {
    if (this.state === "offline") this.retry();
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const preset = NAMES.filter((name) => changed.has(name));
    if (preset.length > 0) {
      this.filters = { ...this.filters, ...Object.fromEntries(preset.map((name) => [name, this[name] ?? ""])) };
    }
    const wrong = wrongAttributes(
      this,
      CHECKED.filter((name) => changed.has(name)),
    );
    void this.#explain(wrong);
    if (changed.has("height")) this.#styled("--bruecke-height", blockSize(this.height));
    if (changed.has("accent")) this.#styled("--bruecke-accent", colour(this.accent));
    this.toggleAttribute("data-fixed", blockSize(this.height) !== null);
  }

  async #explain(
    wrong: readonly Checked[],
    unknown: readonly string[] = [],
    known: readonly string[] = [],
  ): Promise<void> {
    if (wrong.length + unknown.length === 0) return;
    const { attributeProblem, unknownAttributes } = await import("./attribute-problems");
    this.#warn([
      ...wrong.map((name) => attributeProblem(name, this[name] ?? "", NAMES)),
      ...unknownAttributes(unknown, known),
    ]);
  }

  /** Tells whoever put the element on a page, and nobody who visits it. */
  #warn(problems: readonly string[]): void {
    for (const problem of problems) console.warn(`<bruecke-directory> ${problem}`);
  }

  /** Through CSSOM, which a policy without inline styles allows. */
  #styled(name: string, value: string | null): void {
    if (value) this.style.setProperty(name, value);
    else this.style.removeProperty(name);
  }

  protected override updated(): void {
    if (this.#combobox) void this.suggest();
    if (this.moreFilters) void this.openFilters(false);
    void fillFunders(this);
    const wanted = JSON.stringify([this.tag, this.entry, this.#filter]);
    if (!this.isConnected || wanted === this.#asked) return;
    this.#asked = wanted;
    void this.#load(this.words?.tag !== this.tag || this.choices === null);
  }

  protected override render(): unknown {
    return this.words ? view(this, this.words) : withoutWords(this);
  }

  async #load(everything: boolean): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.state = "loading";
    this.guidance = null;
    try {
      const wording = this.words?.tag === this.tag ? this.words : words(BASE, this.tag);
      const [spokenWords, answer] = await Promise.allSettled([
        wording,
        this.#answer(everything, signal),
        this.#isUnchecked && this.#leaveOut(signal),
      ]);
      // What is left is asked for anew.
      await this.updateComplete;
      if (signal.aborted) return;
      if (answer.status === "rejected" && answer.reason instanceof Mistake)
        await this.#leaveOut(signal, answer.reason.message);
      await this.updateComplete;
      if (signal.aborted) return;
      this.query = mapQuery(this.filters, this.others, this.understood);
      if (spokenWords.status === "fulfilled") this.words = spokenWords.value;
      else throw spokenWords.reason;
      if (answer.status === "rejected") throw answer.reason;
      this.#take(answer.value, false);
      this.state = "ready";
      void this.#guide(signal);
      if (!this.#ready) this.#tell("bruecke-ready", { total: this.total });
      this.#ready = true;
    } catch (error) {
      this.#failed(error, signal);
    }
  }

  /** What helps those who ask this; without it there is still the way to everything. */
  async #guide(signal: AbortSignal): Promise<void> {
    const { words: general } = this;
    const isNobodyFound = this.total === 0 && !this.entry;
    if (!general || (!isNobodyFound && !general.helpThemes.some((theme) => this.askedThemes.includes(theme)))) return;
    try {
      const { guide } = await import("./guidance");
      const guidance = await guide(
        this,
        { html, nothing, words, general, actorFilter, isOf, chipLabel, labelOfFilter },
        signal,
      );
      if (!signal.aborted) this.guidance = guidance;
    } catch (error) {
      if (!signal.aborted) console.warn("<bruecke-directory>:", error);
    }
  }

  /** Leaves out a condition. */
  loosen(filters: Filters, conditions: Presets, understood: Interpretation | null): void {
    this.understood = understood;
    this.filters = filters;
    this.conditions = conditions;
    this.#tellFilters();
  }

  /** Changes one of the further filters. */
  condition(name: Preset, value: string): void {
    this.conditions = { ...this.conditions, [name]: value };
    this.#tellFilters();
  }

  /** Fetches the further filters, in the language of the element; where somebody asked for them and they do not come, the
   * directory has them. */
  async openFilters(isAsked: boolean): Promise<void> {
    if (this.moreFilters?.tag === this.tag) return;
    try {
      this.moreFilters = await (await import("./more-filters")).moreFilters(this, { html, nothing });
    } catch (error) {
      console.warn("<bruecke-directory>:", error);
      if (isAsked) open(this.page(`?${this.query}`), "_blank", "noopener");
    }
  }

  /** Asks another question. */
  search(question: string): void {
    const [input] = this.#suggesting ?? [];
    if (input) input.value = question;
    void this.question(question);
  }

  /** What the first page shows, and the choices where they are not known in this language. */
  async #answer(everything: boolean, signal: AbortSignal): Promise<FurtherAnswer["found"]> {
    const variables = { filter: this.#filter, first: PAGE, text: this.filters.text, language: this.tag };
    if (this.entry) {
      const { actor } = await ask(BASE, One, { slug: this.entry, language: this.tag }, signal);
      const nodes = actor ? [actor] : [];
      if (!actor) this.#warn([`entry: there is no ${JSON.stringify(this.entry)}, or not any more`]);
      return { totalCount: nodes.length, nodes, pageInfo: { endCursor: null, hasNextPage: false } };
    }
    if (!everything) return (await ask(BASE, Further, variables, signal)).found;
    const answer = await ask(BASE, Start, variables, signal);
    this.choices = answer;
    return answer.found;
  }

  #take({ nodes, totalCount, pageInfo }: FurtherAnswer["found"], further: boolean): void {
    this.entries = further ? [...this.entries, ...nodes] : nodes;
    this.total = totalCount;
    this.#cursor = pageInfo.endCursor;
    this.#more = pageInfo.hasNextPage;
    const kept = this.selected && this.entries.find(({ slug }) => slug === this.selected?.slug);
    if (!further) this.selected = kept ?? null;
  }

  #failed(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    if (error instanceof Mistake) this.#warn([error.message]);
    this.state = error instanceof Mistake || navigator.onLine ? "failed" : "offline";
  }

  /** Leaves out the values that the service does not take, so that visitors see the directory; each of them the console
   * tells whoever wrote them. All of them go where a question was refused and none is known to be wrong. */
  async #leaveOut(signal: AbortSignal, refusal?: string): Promise<void> {
    const address = new URL(`widget/attributes?${toQuery(this.filters, this.presets)}`, BASE);
    const { problems } = (await (await fetch(address, { credentials: "omit", signal })).json()) as AttributeProblems;
    this.#isUnchecked = false;
    if (problems.length === 0 && !refusal) return;
    const { withoutProblems } = await import("./attribute-problems");
    if (signal.aborted) return;
    const { messages, ...left } = withoutProblems(this.filters, this.presets, problems, refusal ?? "");
    this.#warn(messages);
    Object.assign(this, left);
  }

  /** Asks again what was not answered. */
  retry(): void {
    this.#asked = "";
    this.requestUpdate();
  }

  /** The page behind the last one. */
  async further(): Promise<void> {
    const { signal } = this.#asking;
    const before = this.entries.length;
    this.state = "loading";
    try {
      const variables = {
        filter: this.#filter,
        first: PAGE,
        after: this.#cursor,
        text: this.filters.text,
        language: this.tag,
      };
      const { found } = await ask(BASE, Further, variables, signal);
      if (signal.aborted) return;
      this.#take(found, true);
      this.state = "ready";
      await this.updateComplete;
      // Whoever asked for more reads on where it begins.
      this.shadowRoot?.querySelectorAll<HTMLElement>("[part~=entry] a[part~=name]")[before]?.focus();
    } catch (error) {
      this.#failed(error, signal);
    }
  }

  /** Changes one filter; text waits until the reader pauses. */
  filter(name: Name, value: string, pause = false): void {
    clearTimeout(this.#timer);
    const change = () => {
      if (this.filters[name] === value) return;
      this.filters = { ...this.filters, [name]: value };
      this.#tellFilters();
    };
    if (pause) this.#timer = setTimeout(change, PAUSE);
    else change();
  }

  /** Understands what was typed, once readers are done with it; where that fails, its words are looked for. */
  async question(text: string): Promise<void> {
    const question = text.trim();
    this.#submitted = question;
    this.filter("text", text);
    if (question === "" || isOf(this.understood, this.filters)) return;
    this.#interpreting.abort();
    this.#interpreting = new AbortController();
    const { signal } = this.#interpreting;
    try {
      const { interpret } = await import("./question");
      const understood = await interpret(BASE, question, this.tag, signal);
      if (!signal.aborted) this.understood = understood;
    } catch (error) {
      if (!signal.aborted) console.warn("<bruecke-directory>:", error);
    }
  }

  /** Takes back one thing that was understood, or all of it. */
  async takeBack(chip: Chip | null): Promise<void> {
    const { understood } = this;
    if (!understood) return;
    const at = chip ? understood.chips.indexOf(chip) : 0;
    this.understood = chip ? (await import("./question")).withoutChip(understood, chip) : asWords(understood.question);
    await this.updateComplete;
    // What was pressed is gone: readers go on at the next one, or in the field.
    const chips = this.shadowRoot?.querySelectorAll<HTMLElement>("[part~=chip]") ?? [];
    (chips[Math.min(at, chips.length - 1)] ?? this.shadowRoot?.querySelector<HTMLElement>("#text"))?.focus();
  }

  /** Makes the search field suggest, once somebody is there: its script does not come with the first ones. */
  async suggest(): Promise<void> {
    const { tag, words } = this;
    const input = this.shadowRoot?.querySelector<HTMLInputElement>("#text");
    const place = input?.parentElement;
    const [known, language] = this.#suggesting ?? [];
    if (!input || !place || words?.tag !== tag || (input === known && tag === language)) return;
    this.#suggesting = [input, tag];
    try {
      const [{ Combobox: Box }, { suggestionSource }, { adoptSuggestionsStyle }] = await Promise.all([
        import("@bruecke/shared/combobox"),
        import("@bruecke/shared/suggestions"),
        import("./suggestions-style"),
      ]);
      if (this.#suggesting[0] !== input || this.tag !== tag || !this.shadowRoot) return;
      adoptSuggestionsStyle(this.shadowRoot);
      this.#combobox?.remove();
      this.#combobox = new Box({
        input,
        place,
        say: (key, values) => words.say(key, values),
        find: suggestionSource(BASE, tag),
        choose: (suggestion) => this.#follow(suggestion),
        isTyped: input.value.trim() !== this.#submitted,
      });
    } catch (error) {
      console.warn("<bruecke-directory>:", error);
      input.removeAttribute("role");
    }
  }

  /** Somebody's page opens beside this one, as links do; anything else becomes a filter or a question. */
  #follow({ sort, label, value, actor, page }: Suggestion): void {
    if (actor && page) {
      const url = this.page(page).href;
      this.#tell("bruecke-select", { slug: actor.slug, name: label, url });
      open(url, "_blank", "noopener");
    } else if ((sort === "theme" || sort === "district" || sort === "language") && !this.lockedNames.has(sort)) {
      this.filter(sort, value);
      this.filter("text", "");
      // What was typed may not have been looked for yet.
      const [input] = this.#suggesting ?? [];
      if (input) input.value = "";
    } else {
      void this.question(label);
    }
  }

  /** What the map shows; the list shows it too, in its place or above. */
  async select(selected: Selected | null): Promise<void> {
    if (selected === null) {
      this.selected = null;
      return;
    }
    const { slug } = selected;
    let entry: Entry | null = this.entries.find((known) => known.slug === slug) ?? null;
    const { signal } = this.#asking;
    try {
      entry ??= (await ask(BASE, One, { slug, language: this.tag }, signal)).actor;
    } catch (error) {
      console.warn("<bruecke-directory>:", error);
    }
    if (!entry || signal.aborted) return;
    this.selected = entry;
    this.chosen(entry);
    await this.updateComplete;
    this.shadowRoot?.querySelector("[part~=selected]")?.scrollIntoView({ block: "nearest" });
  }

  /** Opens the form by which anybody suggests a change of an entry, or one that is missing. */
  async suggestChange(slug: string | null): Promise<void> {
    try {
      const [{ openSuggestion }, own] = await Promise.all([
        import("./suggestion"),
        words(BASE, this.tag, "-suggestion"),
      ]);
      if (!this.shadowRoot || !this.words) return;
      await openSuggestion(this.shadowRoot, {
        base: BASE,
        words: this.words,
        own,
        slug,
        lit: { html, nothing, render },
      });
    } catch (error) {
      console.warn("<bruecke-directory>:", error);
      // The page of the directory has the same form.
      open(this.page(`suggest-change${slug ? `?entry=${encodeURIComponent(slug)}` : ""}`), "_blank", "noopener");
    }
  }

  /** The address of an entry's profile in the reader's language. */
  profile(entry: { readonly __typename: string; readonly slug: string }): URL {
    return this.page(`${entry.__typename.toLowerCase()}/${entry.slug}`);
  }

  /** The address of a page in the reader's language. */
  page(path: string): URL {
    return new URL(this.tag === "de" ? path : `${this.tag}/${path}`, BASE);
  }

  /** Tells the page around, which may listen on the element or above it. */
  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #tellFilters(): void {
    this.#tell("bruecke-filter", { ...this.filters, ...this.conditions });
  }

  /** A link was followed: the page around may want to count that. */
  chosen(entry: Entry): void {
    this.#tell("bruecke-select", { slug: entry.slug, name: entry.name, url: this.profile(entry).href });
  }
}
