// Two short lists that lead elsewhere: consents to renew, and what people looked for in vain.
import { html, nothing, type TemplateResult } from "lit";
import { ConsoleConsents, ConsoleDemand, type ConsoleConsentsAnswer, type ConsoleDemandAnswer } from "../generated/questions";
import { request } from "./client";
import { View } from "./view";
import { formatDate, language, t } from "./words";

class ConsoleConsentList extends View {
  #reviews: NonNullable<ConsoleConsentsAnswer["viewer"]>["dueReviews"] = null;

  protected async load(): Promise<void> {
    this.#reviews = (await request(ConsoleConsents, {})).viewer?.dueReviews ?? null;
  }

  protected content(): TemplateResult {
    const reviews = this.#reviews?.nodes ?? [];
    return html`<h1>${t("title-consents")}</h1>
      <p class="soft">${t("consents-text")}</p>
      ${this.isLoading || reviews.length > 0 ? nothing : html`<p class="card good">${t("consents-none")}</p>`}
      <ul class="cards">
        ${reviews.map(
          ({ name, actor, dueSince, consents }) =>
            html`<li class="card">
              <h2>${name ?? t("nameless")}</h2>
              <ul class="facts">
                ${actor ? html`<li><a href=${`/console/entries/${actor.id}`}>${actor.name}</a></li>` : nothing}
                <li>${t("due-since", { date: formatDate(dueSince) })}</li>
                <li>${consents.map(({ field }) => t(`contact-${field}`)).join(", ")}</li>
              </ul>
            </li>`,
        )}
      </ul>`;
  }
}

class ConsoleDemandList extends View {
  #demand: NonNullable<ConsoleDemandAnswer["viewer"]>["unmetDemand"] = null;
  #tag = "";

  protected async load(): Promise<void> {
    this.#tag = language();
    this.#demand = (await request(ConsoleDemand, { language: this.#tag })).viewer?.unmetDemand ?? null;
  }

  protected override updated(): void {
    if (this.#tag !== language() && !this.isLoading) void this.reload();
  }

  protected content(): TemplateResult {
    const rows = this.#demand?.nodes ?? [];
    return html`<h1>${t("title-demand")}</h1>
      <p class="soft">${t("demand-text")}</p>
      ${this.isLoading || rows.length > 0 ? nothing : html`<p class="card good">${t("demand-none")}</p>`}
      ${rows.length === 0
        ? nothing
        : html`<table class="plain">
            <thead>
              <tr>
                <th scope="col">${t("field-themes")}</th>
                <th scope="col">${t("column-district")}</th>
                <th scope="col">${t("field-languages")}</th>
                <th scope="col">${t("demand-count")}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ theme, district, languageLabel, count }) =>
                  html`<tr>
                    <td>${theme?.label ?? t("any")}</td>
                    <td>${district?.name ?? t("any")}</td>
                    <td>${languageLabel ?? t("any")}</td>
                    <td>${count}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`}`;
  }
}

customElements.define("console-consents", ConsoleConsentList);
customElements.define("console-demand", ConsoleDemandList);
