// A question to try: what is understood of it now.
import { html, LitElement, nothing } from "lit";
import { request } from "../client";
import { ConsoleInterpretation, type ConsoleInterpretationAnswer } from "../generated/questions";
import { attempt } from "../view";
import { language, t } from "../words";
import { meaningLabel } from "./entries";

type Interpretation = ConsoleInterpretationAnswer["interpret"];

/** The longest question that is read as a whole. */
const LONGEST = 200;

class SynonymTrial extends LitElement {
  #answer: Interpretation | null = null;
  #text = "";

  protected override createRenderRoot() {
    return this;
  }

  /** Asks the same question again: the words have changed. */
  async renew(): Promise<void> {
    if (this.#answer) await this.#ask();
  }

  async #ask(): Promise<void> {
    await attempt(async () => {
      this.#answer = this.#text.trim()
        ? (await request(ConsoleInterpretation, { text: this.#text, language: language() })).interpret
        : null;
    });
    this.requestUpdate();
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#ask();
  }

  protected override render() {
    const answer = this.#answer;
    const understood = answer?.chips.filter(({ applied }) => applied) ?? [];
    const offered = answer?.chips.filter(({ applied, field }) => !applied && field !== "text") ?? [];
    const list = (title: string, chips: typeof understood) =>
      html`<p>${title}</p>
        <ul class="chips meanings">
          ${chips.map((chip) => html`<li><span dir="auto">${chip.text}</span> → ${chip.field === "not" ? `${t("synonyms-trial-not")} ` : nothing}${meaningLabel(chip)}</li>`)}
        </ul>`;
    return html`<form class="card" aria-labelledby="synonyms-trial" @submit=${(event: Event) => this.#submit(event)}>
      <h2 id="synonyms-trial">${t("synonyms-trial")}</h2>
      <label class="field">
        ${t("synonyms-trial-question")}
        <input name="trial" autocomplete="off" dir="auto" maxlength=${LONGEST} .value=${this.#text} @input=${(event: Event) => (this.#text = (event.target as HTMLInputElement).value)} />
      </label>
      <div class="acts"><button>${t("synonyms-trial-ask")}</button></div>
      <div id="trial-answer" role="status">
        ${understood.length > 0 ? list(t("synonyms-trial-understood"), understood) : nothing}
        ${offered.length > 0 ? list(t("synonyms-trial-offered"), offered) : nothing}
        ${answer?.words ? html`<p>${t("synonyms-trial-words")} <q dir="auto">${answer.words}</q></p>` : nothing}
        ${answer && answer.chips.length === 0 && !answer.words ? html`<p>${t("synonyms-trial-nothing")}</p>` : nothing}
      </div>
    </form>`;
  }
}

customElements.define("console-synonym-trial", SynonymTrial);

declare global {
  interface HTMLElementTagNameMap {
    "console-synonym-trial": SynonymTrial;
  }
}
