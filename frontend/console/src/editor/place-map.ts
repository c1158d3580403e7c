// The place on a map: by a click, by dragging the pin, or by Enter for what lies in the middle. It is loaded when
// somebody wants it.

import type { PlacePin, Position } from "@bruecke/shared/map/place-pin";
import { html, LitElement, nothing } from "lit";
import { hasText, language, t } from "../words";

/** What the map says, as far as the console has words for it. */
const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  hasText(`place-${key}`) ? t(`place-${key}`, values) : "";

class ConsolePlaceMap extends LitElement {
  static override properties = { place: { attribute: false }, pick: { attribute: false } };
  declare place: Position | null;
  /** Told where somebody put the pin. */
  declare pick: (position: Position) => void;
  #pin: PlacePin | null = null;
  #state: "closed" | "loading" | "open" | "failed" = "closed";

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override updated(): void {
    this.#pin?.move(this.place);
  }

  #close(): void {
    this.#pin?.remove();
    this.#pin = null;
    this.#state = "closed";
    this.requestUpdate();
  }

  async #open(): Promise<void> {
    this.#state = "loading";
    this.requestUpdate();
    await this.updateComplete;
    const canvas = this.querySelector<HTMLElement>(".canvas");
    try {
      const { startPin } = await import("@bruecke/shared/map/place-pin");
      if (!canvas) return;
      const pin = await startPin(canvas, this.place, language(), say, (position) => this.pick(position));
      if (this.isConnected && this.#state === "loading") this.#pin = pin;
      else return pin.remove();
      this.#state = "open";
      pin.move(this.place);
    } catch (error) {
      console.warn(error);
      this.#state = "failed";
    }
    this.requestUpdate();
  }

  override render() {
    const isOpen = this.#state === "loading" || this.#state === "open";
    return html`<p><button type="button" aria-expanded=${isOpen} @click=${() => (isOpen ? this.#close() : void this.#open())}>${t(isOpen ? "place-map-close" : "place-map-open")}</button></p>
      ${this.#state === "failed" ? html`<p class="warn" role="alert">${t("place-map-failed")}</p>` : nothing}
      ${
        isOpen
          ? html`<p class="help" role="status">${t(this.#state === "loading" ? "loading" : "place-map-help")}</p>
            <div class="placemap"><div class="canvas"></div></div>`
          : nothing
      }`;
  }
}

customElements.define("console-place-map", ConsolePlaceMap);
