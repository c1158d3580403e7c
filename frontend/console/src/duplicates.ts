// Pairs of entries that look like one, side by side: open either, or say that they are two.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "./client";
import { fieldLabel, formatValue } from "./fields";
import {
  ConsoleDismissDuplicate,
  ConsoleDuplicates,
  type ConsoleDuplicatesAnswer,
  ConsoleMerges,
  type ConsoleMergesAnswer,
  ConsoleUndoMerge,
} from "./generated/questions";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, language, t } from "./words";

type Pair = NonNullable<NonNullable<ConsoleDuplicatesAnswer["viewer"]>["duplicates"]>["nodes"][number];

type Merge = NonNullable<NonNullable<ConsoleMergesAnswer["viewer"]>["merges"]>[number];

/** What helps to tell two entries apart. */
const FIELDS = ["name", "alternativeNames", "kind", "address.street", "phone", "email", "website", "summary.de"];

class ConsoleDuplicateList extends View {
  #pairs: readonly Pair[] = [];
  #merges: readonly Merge[] = [];
  #taxonomy: Taxonomy | null = null;
  #tag = "";

  protected async load(): Promise<void> {
    this.#tag = language();
    const [answer, merged, known] = await Promise.all([
      request(ConsoleDuplicates, { language: this.#tag }),
      request(ConsoleMerges, {}),
      taxonomy(),
    ]);
    this.#pairs = answer.viewer?.duplicates?.nodes ?? [];
    this.#merges = merged.viewer?.merges ?? [];
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
        ${repeat(
          this.#pairs,
          ({ first, second }) => `${first.id} ${second.id}`,
          (pair) => this.#card(pair),
        )}
      </ul>
      ${
        this.#merges.length > 0
          ? html`<h2 id="merges">${t("merges-title")}</h2>
            <ul class="cards merges">
              ${repeat(
                this.#merges,
                ({ id }) => id,
                (merge) => this.#mergeCard(merge),
              )}
            </ul>`
          : nothing
      }`;
  }

  #mergeCard(merge: Merge) {
    const { id, at, undoneAt, byName, survivorId, survivorName, loserName } = merge;
    const survivor = survivorName ?? t("merges-nameless");
    return html`<li class="card" data-merge=${id}>
      <h3>${t("merges-became", { name: loserName ?? t("merges-nameless") })} <a href=${`/console/entries/${survivorId}`}>${survivor}</a></h3>
      <ul class="facts">
        <li>${formatDate(at)}</li>
        ${byName ? html`<li>${byName}</li>` : nothing}
        ${undoneAt ? html`<li>${t("merges-undone", { date: formatDate(undoneAt) })}</li>` : nothing}
      </ul>
      ${undoneAt ? nothing : html`<div class="acts"><button type="button" aria-label=${t("merges-undo-one", { name: survivor })} @click=${() => this.#undoMerge(merge)}>${t("merges-undo")}</button></div>`}
    </li>`;
  }

  async #undoMerge({ id }: Merge): Promise<void> {
    await attempt(async () => {
      const { userErrors } = await mutate(ConsoleUndoMerge, { id });
      notify(
        userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("merges-taken-apart") },
      );
      await this.reload();
    });
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
      notify(
        userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("duplicates-dismissed") },
      );
      await this.reload();
    });
  }
}

customElements.define("console-duplicates", ConsoleDuplicateList);
