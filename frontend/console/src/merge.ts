// Two entries for one association become one: field by field what stays, then one button, which can be undone.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { request } from "./client";
import { fieldLabel, formatValue } from "./fields";
import {
  ConsoleMergeActors,
  ConsoleMergeSides,
  type ConsoleMergeSidesAnswer,
  ConsoleUndoMerge,
} from "./generated/questions";
import { type Choice, type Content, choicesOf, chosenValue, differences, usualChoice } from "./merge/choices";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { navigate } from "./router";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, t } from "./words";

type Side = NonNullable<NonNullable<ConsoleMergeSidesAnswer["viewer"]>["one"]>;
type SideName = "one" | "other";

const SIDES: readonly SideName[] = ["one", "other"];

const contentOf = (side: Side): Content => new Map((side.content ?? []).map(({ field, value }) => [field, value]));

class ConsoleMerge extends View {
  static override properties = { one: { attribute: false }, other: { attribute: false } };
  declare one: string;
  declare other: string;
  #sides: Readonly<Record<SideName, Side>> | null = null;
  #terms: Taxonomy | null = null;
  #survivor: SideName = "one";
  #chosen = new Map<string, Choice>();
  #error = "";
  #isBusy = false;

  protected override updated(changed: PropertyValues): void {
    if (changed.get("one") !== undefined || changed.get("other") !== undefined) void this.reload();
  }

  protected async load(): Promise<void> {
    const known = taxonomy();
    const viewer =
      this.one === this.other ? null : (await request(ConsoleMergeSides, { one: this.one, other: this.other })).viewer;
    this.#terms = await known;
    const { one, other } = viewer ?? {};
    this.#sides = one?.kind === "ACTOR" && other?.kind === "ACTOR" ? { one, other } : null;
    this.#chosen.clear();
    this.#error = "";
    // What the public knows stays, else what was there first.
    if (one && other)
      this.#survivor =
        one.status === other.status
          ? one.createdAt <= other.createdAt
            ? "one"
            : "other"
          : other.status === "PUBLISHED"
            ? "other"
            : "one";
  }

  protected content(): TemplateResult {
    const sides = this.#sides;
    if (!sides) {
      return html`<h1>${t("title-merge")}</h1>
        ${this.isLoading ? nothing : html`<p>${t("merge-missing")}</p> <p><a class="button" href="/console/duplicates">${t("title-duplicates")}</a></p>`}`;
    }
    const [one, other] = [contentOf(sides.one), contentOf(sides.other)];
    const fields = differences(one, other);
    return html`<h1>${t("title-merge")}</h1>
      <p class="soft">${t("merge-text")}</p>
      ${this.#error ? html`<div class="bar bad" role="alert" id="errors" tabindex="-1">${this.#error}</div>` : nothing}
      <form class="merge" @submit=${(event: Event) => this.#submit(event, sides, fields)}>
        <fieldset class="card">
          <legend>${t("merge-survivor")}</legend>
          ${SIDES.map(
            (side) =>
              html`<label class="check">
                <input type="radio" name="survivor" value=${side} .checked=${side === this.#survivor} @change=${() => this.#stay(side)} />
                <span
                  ><a href=${`/console/entries/${sides[side].id}`} target="_blank">${sides[side].name}</a>
                  <span class=${`status ${sides[side].status}`}>${t(`status-${sides[side].status}`)}</span>
                  <span class="soft">${t("changed-on", { date: formatDate(sides[side].updatedAt.slice(0, 10)) })}</span></span
                >
              </label>`,
          )}
        </fieldset>
        ${fields.length === 0 ? html`<p class="card good">${t("merge-same")}</p>` : nothing}
        ${fields.map((field) => this.#field(field, one, other))}
        <div class="savebar">
          <span>${t("merge-after", { name: sides[this.#survivor === "one" ? "other" : "one"].name })}</span>
          <button class="strong" ?disabled=${this.#isBusy}>${t("merge-do")}</button>
          <a class="button" href="/console/duplicates">${t("cancel")}</a>
        </div>
      </form>`;
  }

  #stay(side: SideName): void {
    this.#survivor = side;
    this.requestUpdate();
  }

  #choice(field: string, one: Content, other: Content): Choice {
    return this.#chosen.get(field) ?? usualChoice(field, one, other, this.#survivor);
  }

  #field(field: string, one: Content, other: Content) {
    const chosen = this.#choice(field, one, other);
    const choose = (choice: Choice) => {
      this.#chosen.set(field, choice);
      this.requestUpdate();
    };
    return html`<fieldset class="card" data-field=${field}>
      <legend>${fieldLabel(field)}</legend>
      <div class="sides">
        ${choicesOf(field).map(
          (choice) =>
            html`<label class="check">
              <input type="radio" name=${field} value=${choice} .checked=${choice === chosen} @change=${() => choose(choice)} />
              <span>${choice === "both" ? html`<strong>${t("merge-both")}</strong> ` : nothing}${formatValue(field, chosenValue(field, choice, one, other), this.#terms)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** In which fields the other is right, and in which the entry that stays keeps what it says; lists of both are joined. */
  #choices(
    fields: readonly string[],
    one: Content,
    other: Content,
  ): { readonly take: string[]; readonly keep: string[] } {
    const chosen = (side: SideName) => fields.filter((field) => this.#choice(field, one, other) === side);
    return this.#survivor === "one"
      ? { take: chosen("other"), keep: chosen("one") }
      : { take: chosen("one"), keep: chosen("other") };
  }

  async #submit(event: Event, sides: Readonly<Record<SideName, Side>>, fields: readonly string[]): Promise<void> {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#error = "";
    this.requestUpdate();
    await attempt(() => this.#merge(sides, this.#choices(fields, contentOf(sides.one), contentOf(sides.other))));
    this.#isBusy = false;
    this.requestUpdate();
    if (!this.#error) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>("#errors")?.focus();
  }

  async #merge(
    sides: Readonly<Record<SideName, Side>>,
    choices: { readonly take: string[]; readonly keep: string[] },
  ): Promise<void> {
    const survivor = sides[this.#survivor];
    const loser = sides[this.#survivor === "one" ? "other" : "one"];
    const input = {
      survivor: survivor.id,
      expectedVersion: survivor.version,
      loser: loser.id,
      expectedLoserVersion: loser.version,
      ...choices,
    };
    const { merge, userErrors } = await mutate(ConsoleMergeActors, input);
    if (!merge) {
      this.#error = describeErrors(userErrors);
      return;
    }
    const undo = async () => {
      const { userErrors } = await mutate(ConsoleUndoMerge, { id: merge.id });
      if (userErrors.length > 0) return notify({ tone: "bad", text: describeErrors(userErrors) });
      notify({ text: t("undone") });
      await navigate(`/console/merge/${this.one}/${this.other}`);
    };
    notify({ text: t("merge-done", { name: loser.name }), undo });
    await navigate(`/console/entries/${survivor.id}`);
  }
}

customElements.define("console-merge", ConsoleMerge);
