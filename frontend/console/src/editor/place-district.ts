// The district a place lies in, found at once, beside the one that the entry says it is based in.
import { html, LitElement, nothing } from "lit";
import { request } from "../client";
import { ConsoleDistrictAt } from "../generated/questions";
import type { Taxonomy } from "../taxonomy";
import { language, t } from "../words";
import type { Place } from "./form";

type District = { readonly id: string; readonly name: string };

/** How long coordinates rest before they are looked up, milliseconds. */
const PAUSE_MS = 250;

class ConsolePlaceDistrict extends LitElement {
  static override properties = {
    place: { attribute: false },
    basedIn: { attribute: false },
    terms: { attribute: false },
    take: { attribute: false },
  };
  declare place: Place | null;
  /** The district that the entry names; empty for none. */
  declare basedIn: string;
  declare terms: Taxonomy;
  /** Told the district that is to be named. */
  declare take: (id: string) => void;
  /** What was found; null for no district, undefined as long as nobody knows. */
  #found: District | null | undefined;
  #asked = "";
  #timer = 0;

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(): void {
    const asked = this.place ? `${this.place.longitude} ${this.place.latitude} ${language()}` : "";
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#found = undefined;
    clearTimeout(this.#timer);
    this.requestUpdate();
    if (this.place) this.#timer = window.setTimeout(() => void this.#find(asked), PAUSE_MS);
  }

  async #find(asked: string): Promise<void> {
    if (!this.place) return;
    const { longitude, latitude } = this.place;
    // Without an answer the form is as good as before.
    const answer = await request(ConsoleDistrictAt, { longitude, latitude, language: language() }).catch(() => null);
    if (asked !== this.#asked || !answer) return;
    this.#found = answer.districtAt;
    this.requestUpdate();
  }

  override render() {
    const found = this.#found;
    return html`<p class="place-district" role="status">${this.place && found !== undefined ? (found ? this.#district(found) : t("place-district-none")) : nothing}</p>`;
  }

  #district({ id, name }: District) {
    if (this.basedIn === id) return html`${t("place-district-same", { name })}`;
    const other = this.terms.byId.get(this.basedIn)?.label;
    return html`${other ? t("place-district-other", { name, other }) : t("place-district", { name })}
      <button type="button" @click=${() => this.take(id)}>${t("place-district-take", { name })}</button>`;
  }
}

customElements.define("console-place-district", ConsolePlaceDistrict);
