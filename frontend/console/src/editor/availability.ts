// Whether an offer takes people on: said in its line below the entry it belongs to, public at once.
import { html, LitElement, nothing } from "lit";
import { ConsoleSetAvailability, type SetAvailabilityInput } from "../generated/questions";
import { refuseIncomplete } from "../incomplete";
import { mutate } from "../mutation";
import { notify } from "../notice";
import { undoOf } from "../undo";
import { attempt } from "../view";
import { formatDate, t, vocabulary } from "../words";
import { addDays, isoDay } from "./local-time";
import type { Related } from "./related";

type Offer = Related[number];

/** How long it holds where nobody says until when, days. */
const DEFAULT_DAYS = 28;

/** The day until which it holds where nobody says one. */
export const defaultEnd = () => addDays(isoDay(new Date()), DEFAULT_DAYS);

class ConsoleAvailability extends LitElement {
  static override properties = { offer: { attribute: false }, saved: { attribute: false } };
  declare offer: Offer;
  /** Called when something was said. */
  declare saved: () => Promise<void>;
  /** What is typed and not sent; null as long as it is what the service has. */
  #typed: { word: string; until: string; places: string } | null = null;
  #errors: ReadonlyMap<string, string> = new Map();
  #isBusy = false;

  protected override createRenderRoot() {
    return this;
  }

  #stored(field: string): string {
    const value = this.offer.content?.find((content) => content.field === field)?.value;
    return value === undefined || value === null ? "" : String(value);
  }

  /** Whether what was said holds no longer. */
  get #isExpired(): boolean {
    return this.#stored("availability") !== "" && this.#stored("availabilityUntil") < isoDay(new Date());
  }

  get #shown() {
    if (this.#typed) return this.#typed;
    const until = this.#stored("availabilityUntil");
    if (!until || this.#isExpired) return { word: "", until: defaultEnd(), places: "" };
    return { word: this.#stored("availability"), until, places: this.#stored("freePlaces") };
  }

  #type(part: "word" | "until" | "places", event: Event): void {
    this.#typed = { ...this.#shown, [part]: (event.target as HTMLInputElement | HTMLSelectElement).value };
    if (part === "word") {
      // What is said anew holds for weeks from today, and only free places can be counted.
      this.#typed = {
        ...this.#typed,
        until: defaultEnd(),
        places: this.#typed.word === "places-free" ? this.#typed.places : "",
      };
    }
    this.requestUpdate();
  }

  async #save(): Promise<void> {
    if (this.#isBusy || refuseIncomplete(this)) return;
    const { word, until, places } = this.#shown;
    const input: SetAvailabilityInput = {
      id: this.offer.id,
      expectedVersion: this.offer.version,
      availability: word
        ? (word.toUpperCase().replaceAll("-", "_") as NonNullable<SetAvailabilityInput["availability"]>)
        : null,
      freePlaces: word === "places-free" && /^\d{1,9}$/.test(places.trim()) ? Number(places) : null,
      until: word && until ? until : null,
    };
    if (input.availability && places.trim() && input.freePlaces === null) {
      this.#errors = new Map([["freePlaces", t("availability-places-wrong")]]);
      this.requestUpdate();
      return;
    }
    this.#isBusy = true;
    this.requestUpdate();
    await attempt(async () => {
      const { entry, userErrors } = await mutate(ConsoleSetAvailability, input);
      this.#errors = new Map(userErrors.map(({ field, message }) => [field ?? "", message]));
      if (!entry) return;
      this.#typed = null;
      const done = { id: this.offer.id, before: input.expectedVersion, after: entry.version, isStep: false };
      const isChanged = entry.version !== input.expectedVersion;
      notify(isChanged ? { text: t("saved"), undo: undoOf(done, this.saved) } : { text: t("saved") });
      await this.saved();
    });
    this.#isBusy = false;
    this.requestUpdate();
  }

  #submitOnEnter(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    // The line stands inside the form of the entry, which is not what is meant.
    event.preventDefault();
    void this.#save();
  }

  override render() {
    const { word, until, places } = this.#shown;
    const [id, error] = [`availability-${this.offer.id}`, (field: string) => this.#errors.get(field) ?? ""];
    const complaint = ["", "availability", "availabilityUntil", "freePlaces"].map(error).filter(Boolean).join(" ");
    return html`<div class="availability" role="group" aria-label=${`${t("availability-title")}: ${this.offer.name}`} @keydown=${this.#submitOnEnter}>
      <label>
        ${t("field-availability")}
        <select id=${id} aria-describedby=${`${id}-error`} @change=${(event: Event) => this.#type("word", event)}>
          <option value="" .selected=${word === ""}>${t("availability-unsaid")}</option>
          ${Object.entries(vocabulary().availability).map(([value, label]) => html`<option value=${value} .selected=${value === word}>${label}</option>`)}
        </select>
      </label>
      ${
        word
          ? html`<label>
            ${t("availability-until")}
            <input type="date" .value=${until} aria-describedby=${`${id}-error`} @input=${(event: Event) => this.#type("until", event)} />
          </label>`
          : nothing
      }
      ${
        word === "places-free"
          ? html`<label>
            ${t("availability-count")}
            <input class="number" inputmode="numeric" .value=${places} aria-describedby=${`${id}-error`} @input=${(event: Event) => this.#type("places", event)} />
          </label>`
          : nothing
      }
      <button type="button" ?disabled=${this.#isBusy || this.#typed === null} @click=${() => this.#save()}>${t("save")}</button>
      ${this.#isExpired ? html`<p class="soft">${t("availability-expired", { date: formatDate(this.#stored("availabilityUntil")) })}</p>` : nothing}
      <p class="error" id=${`${id}-error`} role="status">${complaint}</p>
    </div>`;
  }
}

customElements.define("console-availability", ConsoleAvailability);
