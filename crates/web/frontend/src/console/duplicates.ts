// Pairs of entries that look like one, side by side: open either, or say that they are two.
import { html, nothing, type TemplateResult } from "lit";
import { ConsoleDismissDuplicate, ConsoleDuplicates, type ConsoleDuplicatesAnswer } from "../generated/questions";
import { request } from "./client";
import { fieldLabel, formatValue } from "./fields";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { taxonomy, type Taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { language, t } from "./words";

type Pair = NonNullable<NonNullable<ConsoleDuplicatesAnswer["viewer"]>["duplicates"]>["nodes"][number];

/** What helps to tell two entries apart. */
const FIELDS = ["name", "alternativeNames", "kind", "address.street", "phone", "email", "website", "summary.de"];

class ConsoleDuplicateList extends View {
  #pairs: readonly Pair[] = [];
  #taxonomy: Taxonomy | null = null;
  #tag = "";

  protected async load(): Promise<void> {
    this.#tag = language();
    const [answer, known] = await Promise.all([request(ConsoleDuplicates, { language: this.#tag }), taxonomy()]);
    this.#pairs = answer.viewer?.duplicates?.nodes ?? [];
    this.#taxonomy = known;
  }

  protected override updated(): void {
    if (this.#tag !== language() && !this.isLoading) void this.reload();
  }

  protected content(): TemplateResult {
    return html`<h1>${t("title-duplicates")}</h1>
      <p class="soft">${t("duplicates-text")}</p>
      ${this.isLoading || this.#pairs.length > 0 ? nothing : html`<p class="card good">${t("duplicates-none")}</p>`}
      <ul class="cards">
        ${this.#pairs.map((pair) => this.#card(pair))}
      </ul>`;
  }

  #card(pair: Pair) {
    const { first, second } = pair;
    const value = (twin: Pair["first"], field: string) => twin.content?.find((known) => known.field === field)?.value;
    const rows = FIELDS.filter((field) => value(first, field) != null || value(second, field) != null);
    const same = (field: string) => JSON.stringify(value(first, field)) === JSON.stringify(value(second, field));
    return html`<li class="card" data-pair=${`${first.id} ${second.id}`}>
      <h2>${first.name} – ${second.name}</h2>
      <p>${t("duplicates-reasons")} ${pair.reasons.map(({ label }) => label).join(", ")}</p>
      <table class="plain compare">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">${t("field")}</span></th>
            ${[first, second].map((twin) => html`<th scope="col"><a href=${`/console/entries/${twin.id}`}>${twin.name}</a></th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (field) =>
              html`<tr class=${same(field) ? "same" : nothing}>
                <th scope="row">${fieldLabel(field)}</th>
                ${[first, second].map((twin) => html`<td>${formatValue(field, value(twin, field), this.#taxonomy)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
      <div class="acts">
        <a class="button strong" href=${`/console/merge/${first.id}/${second.id}`}>${t("duplicates-merge")}</a>
        <button type="button" @click=${() => this.#dismiss(pair)}>${t("duplicates-dismiss")}</button>
      </div>
    </li>`;
  }

  async #dismiss({ first, second }: Pair): Promise<void> {
    await attempt(async () => {
      const { userErrors } = await mutate(ConsoleDismissDuplicate, { one: first.id, other: second.id });
      notify(userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("duplicates-dismissed") });
      await this.reload();
    });
  }
}

customElements.define("console-duplicates", ConsoleDuplicateList);
