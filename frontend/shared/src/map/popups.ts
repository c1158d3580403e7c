// What is told of an entry over the map: its name with the way to its profile, how exactly its place is known, how to call.
import { type Map as MapLibre, Popup } from "maplibre-gl";
import { ask } from "../ask";
import { MapEntry, type MapEntryAnswer } from "../generated/questions";
import type { Options, Selected } from "./map";

type Entry = NonNullable<MapEntryAnswer["actor"]>;

/** How far from the sides of the map a popup stays, pixels. */
const MARGIN = 8;

/** One at a time. */
export class Popups {
  #popup: Popup | null = null;
  #asking = new AbortController();

  constructor(
    private readonly map: MapLibre,
    private readonly options: Options,
  ) {}

  close(): void {
    this.#asking.abort();
    this.#popup?.remove();
    this.#popup = null;
  }

  /** Opens it at an entry; whoever came by keyboard goes on in it. */
  async open(selected: Selected, at: [longitude: number, latitude: number], byKey: boolean): Promise<void> {
    this.close();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { base, language } = this.options;
    // Always above its entry, and the map is moved where that is out of sight: a side that is chosen anew while the map moves
    // would put it somewhere else again.
    const maxWidth = `min(17em, ${this.map.getContainer().clientWidth - 2 * MARGIN}px)`;
    const popup = new Popup({
      anchor: "bottom",
      maxWidth,
      offset: 12,
      focusAfterOpen: byKey,
      closeOnClick: false,
    }).setLngLat(at);
    this.#popup = popup;
    // The name is here already; what else there is comes when it comes.
    const content = document.createElement("div");
    content.className = "map-entry";
    content.append(this.#title(selected));
    popup.setDOMContent(content).addTo(this.map);
    this.#bringIntoView(popup);
    popup.getElement()?.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      this.close();
      this.options.chosen?.(null);
      this.map.getCanvas().focus();
    });
    try {
      const { actor } = await ask(base, MapEntry, { slug: selected.slug, language }, signal);
      if (!actor || signal.aborted) return;
      content.append(...this.#facts(actor));
      this.#bringIntoView(popup);
    } catch (error) {
      if (!signal.aborted) console.warn(error);
    }
  }

  /** Moves the map so far that all of a popup lies on it; what of it is higher than the map is lost below. */
  #bringIntoView(popup: Popup): void {
    const shown = popup.getElement()?.getBoundingClientRect();
    const map = this.map.getContainer().getBoundingClientRect();
    if (!shown) return;
    const beyond = (start: number, end: number, first: number, last: number) =>
      Math.min(start - first - MARGIN, 0) || Math.max(end - last + MARGIN, 0);
    const offset: [number, number] = [
      beyond(shown.left, shown.right, map.left, map.right),
      beyond(shown.top, shown.bottom, map.top, map.bottom),
    ];
    if (offset.some((pixels) => pixels !== 0)) this.map.panBy(offset);
  }

  #title({ slug, name, type }: Selected): HTMLElement {
    const { base, language } = this.options;
    const title = document.createElement("p");
    const path = `${type}/${slug}`;
    title.append(this.#link(new URL(language === "de" ? path : `${language}/${path}`, base).href, name));
    return title;
  }

  #facts({ phone, phoneLink, website, location, basedIn }: Entry): HTMLElement[] {
    const { say } = this.options;
    const lines: HTMLElement[] = [];
    const line = (...parts: (string | HTMLElement)[]) => {
      const made = document.createElement("p");
      made.append(...parts);
      lines.push(made);
    };
    if (basedIn && (!location || location.precision === "QUARTER"))
      line(say("map-approximate", { district: basedIn.label }));
    if (phone && phoneLink) line(this.#link(phoneLink, phone, "ltr"));
    if (website && /^https?:/.test(website)) line(this.#link(website, say("website")));
    return lines;
  }

  /** A link; on the pages of others it opens beside them. */
  #link(address: string, text: string, direction?: string): HTMLAnchorElement {
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    link.href = address;
    name.textContent = text;
    if (direction) name.dir = direction;
    const isElsewhere =
      this.options.base.origin !== location.origin ||
      window.parent !== window ||
      new URL(address).origin !== location.origin;
    if (isElsewhere && !address.startsWith("tel:")) Object.assign(link, { target: "_blank", rel: "noopener" });
    link.append(name);
    return link;
  }
}
