// Cooperation: what waits, what stands, what is over, who might work together; searched, drawn as a network, and entered.
import { html, nothing, type TemplateResult } from "lit";
import { fetchLinks, filterLinks, kindName, type Link, type LinkFilter, type LinkStatuses } from "./cooperation/link";
import { beginLink, hasLinkDraft, type LinkEnd, linkForm } from "./cooperation/link-form";
import { linkList } from "./cooperation/link-list";
import { networkPicture } from "./cooperation/network-picture";
import { partnerSuggestions, reloadSuggestions } from "./cooperation/suggestions";
import { type ActorName, actorPicker } from "./people/actor-picker";
import { type Taxonomy, type Term, taxonomy } from "./taxonomy";
import { View } from "./view";
import { language, t, vocabulary } from "./words";

/** What the tabs show. Those of suggestions are none that anybody has written yet. */
const SHOWS: Readonly<Record<"waiting" | "active" | "dormant" | "ended", LinkStatuses>> = {
  waiting: ["PROPOSED", "CONFIRMED_BY_ONE_SIDE"],
  active: ["ACTIVE"],
  dormant: ["DORMANT"],
  ended: ["ENDED", "REJECTED"],
};
const TABS = ["waiting", "active", "dormant", "ended", "suggestions"] as const;
type Tab = (typeof TABS)[number];

class ConsoleLinks extends View {
  #links: readonly Link[] = [];
  #terms: Taxonomy | null = null;
  #tag = "";
  #tab: Tab = "waiting";
  #filter: LinkFilter = { q: "", kind: "", theme: "" };
  #isDrawn = false;
  #isWriting = hasLinkDraft();
  /** Whose suggestions are shown. */
  #entry: LinkEnd | null = null;
  /** What the filter lets through, kept while neither changes: the picture is drawn anew with each other list. */
  #filtered: { readonly of: readonly Link[]; readonly by: LinkFilter; readonly links: readonly Link[] } | null = null;

  constructor() {
    super();
    const asked = new URLSearchParams(location.search);
    this.#tab = TABS.find((tab) => tab === asked.get("show")) ?? "waiting";
    this.#filter = { q: asked.get("q") ?? "", kind: asked.get("kind") ?? "", theme: asked.get("theme") ?? "" };
    this.#isDrawn = asked.get("view") === "picture";
  }

  protected async load(): Promise<void> {
    this.#tag = language();
    const known = taxonomy();
    this.#links = this.#tab === "suggestions" ? [] : await fetchLinks(SHOWS[this.#tab]);
    this.#terms = await known;
  }

  protected override updated(): void {
    if (this.#tag !== language() && !this.isLoading) void this.reload();
  }

  protected content(): TemplateResult {
    return html`<div class="headline">
        <h1>${t("title-links")}</h1>
        ${this.#isWriting ? nothing : html`<button type="button" class="strong" @click=${() => this.#begin(null, null)}>${t("link-new")}</button>`}
      </div>
      <p class="soft">${t("links-text")}</p>
      ${this.#isWriting ? linkForm(this.#terms, (written) => this.#end(written)) : nothing}
      <div class="tabs">
        ${TABS.map((tab) => html`<button type="button" aria-pressed=${tab === this.#tab} @click=${() => this.#choose(tab)}>${t(`links-${tab}`)}</button>`)}
      </div>
      ${this.#tab === "suggestions" ? this.#suggestions() : this.#found()}`;
  }

  #found() {
    const links = this.#matching();
    return html`${this.#filters()}
      ${this.isLoading ? nothing : html`<p role="status">${t("links-count", { count: links.length })}</p>`}
      <div class=${this.#isDrawn ? "beside" : nothing}>
        ${this.#isDrawn && links.length > 0 ? networkPicture(links) : nothing} ${linkList(links, this.#terms, () => this.#changed())}
      </div>`;
  }

  #filters() {
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    const themes = this.#terms?.themes ?? [];
    return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <label class="wide">${t("search")} <input type="search" name="q" .value=${this.#filter.q} @input=${(event: Event) => this.#narrow({ q: typed(event) })} /></label>
      <label>${t("link-kind")}
        <select name="kind" @change=${(event: Event) => this.#narrow({ kind: typed(event) })}>
          <option value="" ?selected=${!this.#filter.kind}>${t("all")}</option>
          ${Object.keys(vocabulary().linkKinds).map((kind) => html`<option value=${kind.toUpperCase()} ?selected=${kind.toUpperCase() === this.#filter.kind}>${kindName(kind)}</option>`)}
        </select></label>
      <label>${t("field-themes")}
        <select name="theme" @change=${(event: Event) => this.#narrow({ theme: typed(event) })}>
          <option value="" ?selected=${!this.#filter.theme}>${t("all")}</option>
          ${themes.map(({ slug, label, depth }) => html`<option value=${slug} ?selected=${slug === this.#filter.theme}>${"\u00a0\u00a0".repeat(depth)}${label}</option>`)}
        </select></label>
      <button type="button" class="unfold" aria-pressed=${this.#isDrawn} @click=${() => this.#draw()}>${t("links-picture")}</button>
    </form>`;
  }

  #suggestions() {
    const chosen = this.#entry ? [{ ...this.#entry, slug: "" } as ActorName] : [];
    return html`<p class="soft">${t("partners-text")}</p>
      ${actorPicker("partners-of", t("partners-of"), chosen, (picked) => this.#ask(picked[0] ?? null), 1)}
      ${this.#entry ? partnerSuggestions(this.#entry, (partner) => this.#begin(this.#entry, partner)) : nothing}`;
  }

  #matching(): readonly Link[] {
    if (this.#filtered?.of !== this.#links || this.#filtered.by !== this.#filter) {
      const themes = this.#filter.theme ? withDescendants(this.#terms?.themes ?? [], this.#filter.theme) : null;
      this.#filtered = { of: this.#links, by: this.#filter, links: filterLinks(this.#links, this.#filter, themes) };
    }
    return this.#filtered.links;
  }

  #ask(entry: LinkEnd | null): void {
    this.#entry = entry;
    this.requestUpdate();
  }

  #narrow(change: Partial<LinkFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#remember();
  }

  #draw(): void {
    this.#isDrawn = !this.#isDrawn;
    this.#remember();
  }

  #choose(tab: Tab): void {
    this.#tab = tab;
    this.#links = [];
    this.#remember();
    void this.reload();
  }

  /** The address says what is shown, so that it can be kept and comes back with a reload. */
  #remember(): void {
    const said = {
      show: this.#tab === "waiting" ? "" : this.#tab,
      ...this.#filter,
      view: this.#isDrawn ? "picture" : "",
    };
    const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value)).toString();
    history.replaceState(history.state, "", query ? `/console/links?${query}` : "/console/links");
    this.requestUpdate();
  }

  #begin(from: LinkEnd | null, to: LinkEnd | null): void {
    beginLink(from, to);
    this.#isWriting = true;
    this.requestUpdate();
    void this.updateComplete.then(() => window.scrollTo(0, 0));
  }

  /** What was written is shown where it stands. */
  #end(written: Link["status"] | null): void {
    this.#isWriting = false;
    this.requestUpdate();
    if (!written) return;
    reloadSuggestions(this);
    const tab = TABS.find((tab) => tab !== "suggestions" && SHOWS[tab]?.includes(written));
    if (tab && this.#tab !== "suggestions") this.#choose(tab);
    else void this.reload();
  }

  async #changed(): Promise<void> {
    if (this.isConnected) await this.reload();
  }
}

/** The ids of a theme and of those below it. */
function withDescendants(terms: readonly Term[], slug: string): ReadonlySet<string> {
  const at = terms.findIndex((term) => term.slug === slug);
  const root = terms[at];
  if (!root) return new Set();
  const behind = terms.slice(at + 1);
  const end = behind.findIndex(({ depth }) => depth <= root.depth);
  return new Set([root, ...(end < 0 ? behind : behind.slice(0, end))].map(({ id }) => id));
}

customElements.define("console-links", ConsoleLinks);
