// The map beside the list. Its script is loaded once the map comes into view; above the list on a phone, only once a
// reader wants it, since it is many times as much as everything else. Until then, and where it cannot start, a drawing
// of the districts stands in its place.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { MapView } from "../map/map";
import type { BrueckeDirectory } from "./element";
import type { Words } from "./words";

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

/** From which width on the map stands beside the list, pixels. As the style has it. */
const BESIDE = 46 * 16;

class BrueckeMap extends LitElement {
  static override properties = { of: {}, words: {}, query: {}, selected: {}, failed: { state: true }, waits: { state: true } };
  declare of: BrueckeDirectory;
  declare words: Words;
  declare query: string;
  declare selected: string | null;
  declare failed: boolean;
  /** Whether it starts only when it is asked for. */
  declare waits: boolean;
  #view: MapView | null = null;
  #watching: IntersectionObserver | null = null;

  constructor() {
    super();
    this.failed = this.waits = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.waits = this.of.shows === "both" && this.of.clientWidth < BESIDE;
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
  }

  protected override firstUpdated(): void {
    if (!this.waits) this.#watch();
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
      const { start } = await import("../map/map");
      const say = (key: string, values?: Record<string, string | number>) => this.words.say(key, values);
      const chosen = (selected: Parameters<BrueckeDirectory["select"]>[0]) => void this.of.select(selected);
      const view = await start(place, { base: this.of.base, query: this.query, language: this.words.tag, say, chosen });
      if (!this.isConnected) return view.remove();
      this.#view = view;
      view.select(this.selected);
      view.show(this.query);
    } catch {
      this.failed = true;
    }
  }

  async #open(): Promise<void> {
    this.waits = false;
    await this.updateComplete;
    await this.#start();
    this.querySelector("canvas")?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("query")) this.#view?.show(this.query);
    if (changed.has("selected")) this.#view?.select(this.selected);
  }

  protected override render(): TemplateResult {
    const { words, query } = this;
    if (!this.waits && !this.failed) return html`<div class="canvas">${nothing}</div>`;
    const prefix = words.tag === "de" ? "" : `${words.tag}/`;
    const address = new URL(`${prefix}map.svg?${query}`, this.of.base).href;
    return html`<img part="picture" class="picture" src=${address} alt=${words.say("map-picture")} />
      ${this.waits ? html`<button part="button" class="button open" @click=${() => void this.#open()}>${words.say("map-show")}</button>` : nothing}`;
  }
}

if (!customElements.get("bruecke-map")) customElements.define("bruecke-map", BrueckeMap);
