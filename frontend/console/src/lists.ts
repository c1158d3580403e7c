// Short lists that lead elsewhere: consents to renew, broken websites, what people looked for in vain.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "./client";
import { consentActs } from "./contacts";
import { personValues } from "./contacts/person";
import {
  ConsoleConsents,
  type ConsoleConsentsAnswer,
  ConsoleDemand,
  type ConsoleDemandAnswer,
  ConsoleEdit,
  ConsoleWebsites,
  type ConsoleWebsitesAnswer,
} from "./generated/questions";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { undoOf } from "./undo";
import { attempt, View } from "./view";
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
      <p><a href=${`/export/staff/persons?language=${language()}`} >${t("consents-package")}</a></p>
      ${this.isLoading || reviews.length > 0 ? nothing : html`<p class="card good">${t("consents-none")}</p>`}
      <ul class="cards">
        ${repeat(
          reviews,
          ({ id }) => id,
          (review) =>
            html`<li class="card" data-person=${review.id}>
              <h2><bdi>${review.name ?? t("nameless")}</bdi></h2>
              <ul class="facts">
                ${review.actor ? html`<li><a href=${`/console/entries/${review.actor.id}#person-${review.id}`}>${review.actor.name}</a></li>` : nothing}
                <li>${t("due-since", { date: formatDate(review.dueSince) })}</li>
              </ul>
              ${personValues(review)}
              <div class="acts">${consentActs(review, this.isBusy, (what) => void this.submit(what))}</div>
            </li>`,
        )}
      </ul>`;
  }
}

type BrokenWebsite = NonNullable<NonNullable<ConsoleWebsitesAnswer["viewer"]>["brokenWebsites"]>["nodes"][number];

class ConsoleWebsiteList extends View {
  #websites: readonly BrokenWebsite[] = [];
  #isChecked = false;
  #next: string | null = null;

  protected async load(): Promise<void> {
    await this.#fetch(null);
  }

  async #fetch(after: string | null): Promise<void> {
    const { viewer } = await request(ConsoleWebsites, { after });
    this.#isChecked = viewer?.settings?.websiteChecks ?? false;
    const page = viewer?.brokenWebsites;
    this.#websites = [...(after ? this.#websites : []), ...(page?.nodes ?? [])];
    this.#next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    return html`<h1>${t("title-websites")}</h1>
      <p class="soft">${t("websites-text")}</p>
      ${this.isLoading || this.#websites.length > 0 ? nothing : html`<p class=${this.#isChecked ? "card good" : "card warm"}>${t(this.#isChecked ? "websites-none" : "websites-unchecked")}</p>`}
      <ul class="cards">
        ${repeat(
          this.#websites,
          ({ entry }) => entry.id,
          (website) => this.#card(website),
        )}
      </ul>
      ${this.#next ? html`<button type="button" @click=${() => attempt(() => this.#fetch(this.#next))}>${t("more")}</button>` : nothing}`;
  }

  #card(website: BrokenWebsite) {
    const { entry, url, outcome, status, movedTo, checkedAt, brokenSince } = website;
    return html`<li class="card" data-website=${entry.id}>
      <h2><a href=${`/console/entries/${entry.id}`}>${entry.name}</a></h2>
      <ul class="facts">
        <li><a href=${url} target="_blank" rel="noopener noreferrer">${url}</a></li>
        <li>${t(`website-${outcome}`)}${status ? ` (${status})` : nothing}</li>
        <li>${t("website-since", { date: formatDate(brokenSince) })}</li>
        <li>${t("website-checked", { date: formatDate(checkedAt) })}</li>
        ${movedTo ? html`<li><a href=${movedTo} target="_blank" rel="noopener noreferrer">${movedTo}</a></li>` : nothing}
      </ul>
      <div class="acts">
        ${
          movedTo
            ? html`<button type="button" class="strong" @click=${() => this.#change(website, movedTo, "website-taken")}>${t("website-take")}</button>`
            : nothing
        }
        <button type="button" @click=${() => this.#change(website, null, "website-removed")}>${t("website-remove")}</button>
      </div>
    </li>`;
  }

  async #change({ entry }: BrokenWebsite, website: string | null, said: string): Promise<void> {
    await attempt(async () => {
      const { entry: now, userErrors } = await mutate(ConsoleEdit, {
        id: entry.id,
        expectedVersion: entry.version,
        website,
      });
      if (!now) return notify({ tone: "bad", text: describeErrors(userErrors) });
      const done = { id: entry.id, before: entry.version, after: now.version, isStep: false };
      notify({ text: t(said, { name: entry.name }), undo: undoOf(done, () => this.reload()) });
      // What was found out of the former address says nothing of this one.
      this.#websites = this.#websites.filter((known) => known.entry.id !== entry.id);
      this.requestUpdate();
    });
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
      ${
        rows.length === 0
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
          </table>`
      }`;
  }
}

customElements.define("console-consents", ConsoleConsentList);
customElements.define("console-websites", ConsoleWebsiteList);
customElements.define("console-demand", ConsoleDemandList);
