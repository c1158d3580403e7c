// The map beside the list. Its script is loaded once the map comes into view, on a phone once a reader wants it in the
// list's place: it is many times as much as everything else. Until it is there, and where it cannot start, a drawing of
// the districts stands in its place.

import type { MapView } from "@bruecke/shared/map/map";
import { type Words, words } from "@bruecke/shared/words";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { BrueckeDirectory } from "./element";

/** The map in the widget. */
export function mapPane(of: BrueckeDirectory, words: Words): TemplateResult {
  return html`<bruecke-map
    part="map"
    class="map"
    .of=${of}
    .words=${words}
    .query=${of.query}
    .selected=${of.selected?.slug ?? null}
  ></bruecke-map>`;
}

class BrueckeMap extends LitElement {
  static override properties = {
    of: {},
    words: {},
    query: {},
    selected: {},
    isThere: { state: true },
    failure: { state: true },
  };
  declare of: BrueckeDirectory;
  declare words: Words;
  declare query: string;
  declare selected: string | null;
  declare isThere: boolean;
  /** What is said where not even the drawing comes. */
  declare failure: string;
  #view: MapView | null = null;
  #watching: IntersectionObserver | null = null;

  constructor() {
    super();
    this.isThere = false;
    this.failure = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  /** The styles are those of the widget around. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watching?.disconnect();
    this.#view?.remove();
    this.#view = null;
    this.isThere = false;
  }

  protected override firstUpdated(): void {
    this.#watch();
  }

  #watch(): void {
    this.#watching = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      this.#watching?.disconnect();
      void this.#start();
    });
    this.#watching.observe(this);
  }

  async #start(): Promise<void> {
    const place = this.querySelector<HTMLElement>(".canvas");
    if (!place) return;
    try {
      const [{ start }, own] = await Promise.all([
        import("@bruecke/shared/map/map"),
        words(this.of.base, this.words.tag, "-map"),
      ]);
      const say = (key: string, values?: Record<string, string | number>) => own.say(key, values);
      const chosen = (selected: Parameters<BrueckeDirectory["select"]>[0]) => void this.of.select(selected);
      const view = await start(place, { base: this.of.base, query: this.query, language: this.words.tag, say, chosen });
      if (!this.isConnected) return view.remove();
      this.#view = view;
      this.isThere = true;
      view.select(this.selected);
      view.show(this.query);
    } catch (error) {
      console.warn("<bruecke-directory>:", error);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("query")) this.failure = "";
  }

  async #fail(): Promise<void> {
    const own = await words(this.of.base, this.words.tag, "-map");
    this.failure = own.say("map-failed");
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("query")) this.#view?.show(this.query);
    if (changed.has("selected")) this.#view?.select(this.selected);
  }

  protected override render(): TemplateResult {
    const { words, query } = this;
    const prefix = words.tag === "de" ? "" : `${words.tag}/`;
    const address = new URL(`${prefix}map.svg?${query}`, this.of.base).href;
    return html`<div class="canvas"></div>
      ${
        this.isThere
          ? nothing
          : this.failure
            ? html`<p part="message" class="picture message">${this.failure}</p>`
            : html`<img part="picture" class="picture" src=${address} alt=${words.say("map-picture")} loading="lazy" @error=${() => this.#fail()} />`
      }`;
  }
}

if (!customElements.get("bruecke-map")) customElements.define("bruecke-map", BrueckeMap);
