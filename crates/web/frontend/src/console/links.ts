// Cooperation links that wait for a confirmation, and those that are active.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import {
  ConsoleConfirmLink,
  ConsoleEndLink,
  ConsoleLinks,
  ConsoleRejectLink,
  type ConsoleLinksAnswer,
  type ConsoleLinksVariables,
} from "../generated/questions";
import { request } from "./client";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { undoOf } from "./undo";
import { attempt, View } from "./view";
import { formatDate, t, vocabulary } from "./words";

type Link = NonNullable<NonNullable<ConsoleLinksAnswer["viewer"]>["links"]>["nodes"][number];
type Side = Link["awaits"][number];

const WAITING: ConsoleLinksVariables["status"] = ["PROPOSED", "CONFIRMED_BY_ONE_SIDE"];
const ACTIVE: ConsoleLinksVariables["status"] = ["ACTIVE", "DORMANT"];

/** How a link comes to an end. */
const LEAVING = { reject: ConsoleRejectLink, end: ConsoleEndLink };

class ConsoleLinkList extends View {
  #links: readonly Link[] = [];
  #total = 0;
  #next: string | null = null;
  #isActive = new URLSearchParams(location.search).get("show") === "active";
  /** The link whose confirmation is being written, and for which side. */
  #confirming: { readonly id: string; readonly side: Side } | null = null;
  #error = "";

  protected async load(): Promise<void> {
    await this.#fetch(null);
  }

  async #fetch(after: string | null): Promise<void> {
    const { viewer } = await request(ConsoleLinks, { status: this.#isActive ? ACTIVE : WAITING, after });
    const page = viewer?.links;
    this.#links = after ? [...this.#links, ...(page?.nodes ?? [])] : (page?.nodes ?? []);
    this.#total = page?.totalCount ?? 0;
    this.#next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    return html`<h1>${t("title-links")}</h1>
      <p class="soft">${t("links-text")}</p>
      <div class="tabs">
        ${[false, true].map(
          (isActive) =>
            html`<button type="button" aria-pressed=${isActive === this.#isActive} @click=${() => this.#choose(isActive)}>
              ${isActive ? t("links-active") : t("links-waiting")}
            </button>`,
        )}
      </div>
      ${this.isLoading ? nothing : html`<p role="status">${t("links-count", { count: this.#total })}</p>`}
      <ul class="cards">
        ${repeat(this.#links, ({ id }) => id, (link) => this.#card(link))}
      </ul>
      ${this.#next ? html`<button type="button" @click=${() => attempt(() => this.#fetch(this.#next))}>${t("more")}</button>` : nothing}`;
  }

  #choose(isActive: boolean): void {
    this.#isActive = isActive;
    this.#links = [];
    history.replaceState(history.state, "", isActive ? "/console/links?show=active" : "/console/links");
    void this.reload();
  }

  #card(link: Link) {
    const kind = vocabulary().linkKinds[link.kind.toLowerCase()] ?? link.kind;
    const name = (side: Side) => (side === "FROM" ? link.from : link.to)?.name ?? t("nameless");
    return html`<li class="card" data-link=${link.id}>
      <h2>
        ${link.from ? html`<a href=${`/console/entries/${link.from.id}`}>${link.from.name}</a>` : t("nameless")}
        <span class="kind">${kind}</span>
        ${link.to ? html`<a href=${`/console/entries/${link.to.id}`}>${link.to.name}</a>` : t("nameless")}
      </h2>
      <ul class="facts">
        <li>${t(`link-status-${link.status}`)}</li>
        ${link.since ? html`<li>${t("link-since", { date: formatDate(link.since) })}</li>` : nothing}
        ${link.confirmedByFromOn ? html`<li>${t("link-confirmed-by", { name: name("FROM"), date: formatDate(link.confirmedByFromOn) })}</li>` : nothing}
        ${link.confirmedByToOn ? html`<li>${t("link-confirmed-by", { name: name("TO"), date: formatDate(link.confirmedByToOn) })}</li>` : nothing}
        ${link.source ? html`<li>${t("link-source", { text: link.source })}</li>` : nothing}
        ${link.publicNote ? html`<li>${link.publicNote}</li>` : nothing}
        ${link.internalNote ? html`<li><span class="lock">${t("internal")}</span> ${link.internalNote}</li>` : nothing}
      </ul>
      ${this.#confirming?.id === link.id ? this.#form(link, name(this.#confirming.side)) : this.#acts(link, name)}
    </li>`;
  }

  #acts(link: Link, name: (side: Side) => string) {
    return html`<div class="acts">
      ${link.awaits.map(
        (side) =>
          html`<button type="button" class="strong" ?disabled=${this.isLoading} @click=${() => this.#begin(link.id, side)}>${t("link-confirm", { name: name(side) })}</button>`,
      )}
      ${link.status === "ACTIVE" || link.status === "DORMANT"
        ? html`<button type="button" ?disabled=${this.isLoading} @click=${() => this.#leave("end", link)}>${t("link-end")}</button>`
        : html`<button type="button" class="apart" ?disabled=${this.isLoading} @click=${() => this.#leave("reject", link)}>${t("link-reject")}</button>`}
    </div>`;
  }

  #begin(id: string, side: Side): void {
    this.#confirming = { id, side };
    this.#error = "";
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#evidence")?.focus());
  }

  #form(link: Link, name: string) {
    return html`<form @submit=${(event: Event) => this.#confirm(event, link)} novalidate>
      <label for="evidence">${t("link-evidence", { name })}</label>
      <p class="help" id="evidence-help">${t("link-evidence-help")}</p>
      <input id="evidence" name="evidence" maxlength="500" autocomplete="off" aria-describedby="evidence-help evidence-error" aria-invalid=${this.#error !== ""} />
      <p class="error" id="evidence-error" role="alert">${this.#error}</p>
      <div class="acts">
        <button class="strong">${t("link-confirm-do")}</button>
        <button type="button" @click=${() => this.#stop()}>${t("cancel")}</button>
      </div>
    </form>`;
  }

  #stop(): void {
    this.#confirming = null;
    this.requestUpdate();
  }

  async #confirm(event: Event, link: Link): Promise<void> {
    event.preventDefault();
    const evidence = String(new FormData(event.target as HTMLFormElement).get("evidence") ?? "").trim();
    const side = this.#confirming?.side;
    if (!side) return;
    if (!evidence) {
      this.#error = t("link-evidence-missing");
      this.requestUpdate();
      return;
    }
    await attempt(async () => {
      const input = { id: link.id, expectedVersion: link.version, side, evidence };
      const { entry, userErrors } = await mutate(ConsoleConfirmLink, input);
      // Meanwhile another one may be being written: that stays open.
      const isShown = this.#confirming?.id === link.id && this.#confirming.side === side;
      if (isShown) this.#error = describeErrors(userErrors);
      else if (!entry) notify({ tone: "bad", text: describeErrors(userErrors) });
      if (!entry) return this.requestUpdate();
      if (isShown) this.#confirming = null;
      this.#finish(t("link-confirmed"), link, entry.version);
    });
  }

  async #leave(act: keyof typeof LEAVING, link: Link): Promise<void> {
    await attempt(async () => {
      const { entry, userErrors } = await mutate(LEAVING[act], { id: link.id, expectedVersion: link.version });
      if (!entry) return notify({ tone: "bad", text: describeErrors(userErrors) });
      this.#finish(t(`link-${act}-done`), link, entry.version);
    });
  }

  #finish(text: string, { id, version }: Link, after: number): void {
    const undo = undoOf({ id, before: version, after, isStep: true }, async () => {
      if (this.isConnected) await this.reload();
    });
    notify({ text, undo });
    void this.reload();
  }
}

customElements.define("console-links", ConsoleLinkList);
