// Who an entry might cooperate with and does not yet: proposed from here, or dismissed for a year.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "../client";
import {
  ConsoleDismissPartner,
  ConsoleSuggestedPartners,
  type ConsoleSuggestedPartnersAnswer,
} from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { attempt, View } from "../view";
import { language, t } from "../words";
import type { LinkEnd } from "./link-form";

type Suggestion = NonNullable<NonNullable<ConsoleSuggestedPartnersAnswer["viewer"]>["suggestedPartners"]>[number];

/** The suggestions for an entry; `propose` is told who is chosen. */
export const partnerSuggestions = (entry: LinkEnd, propose: (partner: LinkEnd) => void) =>
  html`<console-partner-suggestions .entry=${entry} .propose=${propose}></console-partner-suggestions>`;

/** Asks again for the suggestions in a view: whoever was proposed is none any more. */
export const reloadSuggestions = (view: ParentNode) =>
  void view.querySelector<View>("console-partner-suggestions")?.reload();

class ConsolePartnerSuggestions extends View {
  static override properties = { entry: { attribute: false }, propose: { attribute: false } };
  declare entry: LinkEnd;
  declare propose: (partner: LinkEnd) => void;
  #suggestions: readonly Suggestion[] = [];

  protected override updated(changed: PropertyValues): void {
    const before = changed.get("entry") as LinkEnd | undefined;
    if (before && before.id !== this.entry.id) void this.reload();
  }

  protected async load(): Promise<void> {
    this.#suggestions =
      (await request(ConsoleSuggestedPartners, { actor: this.entry.id, language: language() })).viewer
        ?.suggestedPartners ?? [];
  }

  protected content(): TemplateResult {
    if (!this.isLoading && this.#suggestions.length === 0) return html`<p class="soft">${t("partners-none")}</p>`;
    return html`<ul class="cards suggestions">
      ${repeat(
        this.#suggestions,
        ({ actor }) => actor.id,
        ({ actor, reasons }) =>
          html`<li class="card" data-partner=${actor.id}>
            <h3><a href=${`/console/entries/${actor.id}`}><bdi>${actor.name}</bdi></a></h3>
            ${reasons.length > 0 ? html`<ul class="facts">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}
            <div class="acts">
              <button type="button" aria-label=${`${t("partner-propose")}: ${actor.name}`} @click=${() => this.propose(actor)}>${t("partner-propose")}</button>
              <button type="button" aria-label=${`${t("partner-dismiss")}: ${actor.name}`} @click=${() => this.#dismiss(actor, true)}>${t("partner-dismiss")}</button>
            </div>
          </li>`,
      )}
    </ul>`;
  }

  async #dismiss(partner: LinkEnd, dismissed: boolean): Promise<void> {
    await attempt(async () => {
      const { userErrors } = await mutate(ConsoleDismissPartner, {
        actor: this.entry.id,
        partner: partner.id,
        dismissed,
      });
      if (userErrors.length > 0) return notify({ tone: "bad", text: describeErrors(userErrors) });
      notify(
        dismissed
          ? { text: t("partner-dismissed", { name: partner.name }), undo: () => this.#dismiss(partner, false) }
          : { text: t("undone") },
      );
      if (this.isConnected) await this.reload();
    });
  }
}

customElements.define("console-partner-suggestions", ConsolePartnerSuggestions);
