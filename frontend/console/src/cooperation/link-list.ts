// Links one below the other, with what can be done with each: confirm on stated evidence, reject, let rest, end.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ConsoleConfirmLink, ConsoleEndLink, ConsoleRejectLink, ConsoleRestLink } from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import type { Taxonomy } from "../taxonomy";
import { undoOf } from "../undo";
import { attempt } from "../view";
import { formatDate, t } from "../words";
import { confirmationText, endName, kindName, type Link, type Side } from "./link";
import { editLink, isLinkEdited, linkEdit } from "./link-edit";

/** So many are drawn until more are asked for. */
const SHOWN = 50;

/** Under what the evidence is kept that is being written. */
const evidenceKey = (id: string, side: Side | undefined) => `bruecke-evidence-${id}-${side}`;

/** The link whose confirmation was being written when the page was left. */
function keptConfirmation(links: readonly Link[]) {
  const open = links.flatMap(({ id, awaits }) => awaits.map((side) => ({ id, side })));
  return open.find(({ id, side }) => sessionStorage.getItem(evidenceKey(id, side))) ?? null;
}

/** Steps that need nothing to be said. */
const STEPS = { reject: ConsoleRejectLink, rest: ConsoleRestLink, end: ConsoleEndLink };

/** A list of links; `changed` is called when something was done with one of them. */
export const linkList = (links: readonly Link[], terms: Taxonomy | null, changed: () => Promise<void>) =>
  html`<console-link-list .links=${links} .terms=${terms} .changed=${changed}></console-link-list>`;

class ConsoleLinkList extends LitElement {
  static override properties = {
    links: { attribute: false },
    terms: { attribute: false },
    changed: { attribute: false },
  };
  declare links: readonly Link[];
  declare terms: Taxonomy | null;
  declare changed: () => Promise<void>;
  /** The link whose confirmation is being written, and for which side. */
  #confirming: { readonly id: string; readonly side: Side } | null = null;
  #error = "";
  #shown = SHOWN;
  #isBusy = false;

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("links")) {
      this.#shown = SHOWN;
      this.#confirming ??= keptConfirmation(this.links);
    }
  }

  override render() {
    return html`<ul class="cards">
        ${repeat(
          this.links.slice(0, this.#shown),
          ({ id }) => id,
          (link) => this.#card(link),
        )}
      </ul>
      ${this.links.length > this.#shown ? html`<button type="button" @click=${() => this.#more()}>${t("more")}</button>` : nothing}`;
  }

  #more(): void {
    this.#shown += SHOWN;
    this.requestUpdate();
  }

  #card(link: Link) {
    const labels = (ids: readonly string[]) =>
      ids
        .map((id) => this.terms?.byId.get(id)?.label)
        .filter(Boolean)
        .join(", ");
    const subjects = [labels(link.themeIds), labels(link.districtIds)].filter(Boolean);
    return html`<li class="card" data-link=${link.id}>
      <h2>
        ${link.from ? html`<a href=${`/console/entries/${link.from.id}`}><bdi>${link.from.name}</bdi></a>` : t("nameless")}
        <span class="kind">${kindName(link.kind)}</span>
        ${link.to ? html`<a href=${`/console/entries/${link.to.id}`}><bdi>${link.to.name}</bdi></a>` : t("nameless")}
      </h2>
      <ul class="facts">
        <li>${t(`link-status-${link.status}`)}</li>
        ${link.since ? html`<li>${t("link-since", { date: formatDate(link.since) })}</li>` : nothing}
        ${link.until ? html`<li>${t("link-until", { date: formatDate(link.until) })}</li>` : nothing}
        ${subjects.map((text) => html`<li>${text}</li>`)}
        ${link.confirmations?.map((confirmation) => html`<li>${confirmationText(link, confirmation)}</li>`)}
        ${link.source ? html`<li>${t("link-source", { text: link.source })}</li>` : nothing}
        ${link.publicNote ? html`<li>${link.publicNote}</li>` : nothing}
        ${link.internalNote ? html`<li><span class="lock">${t("internal")}</span> ${link.internalNote}</li>` : nothing}
      </ul>
      ${isLinkEdited(link.id) ? linkEdit(link, this.terms, (version) => void this.#edited(link, version)) : this.#confirming?.id === link.id ? this.#form(link, endName(link, this.#confirming.side)) : this.#acts(link)}
    </li>`;
  }

  #acts(link: Link) {
    const names = `${endName(link, "FROM")} – ${endName(link, "TO")}`;
    const step = (act: keyof typeof STEPS, tone: string) =>
      html`<button type="button" class=${tone || nothing} aria-label=${`${t(`link-${act}`)}: ${names}`} ?disabled=${this.#isBusy} @click=${() => this.#step(act, link)}>${t(`link-${act}`)}</button>`;
    const isOpen = link.status === "PROPOSED" || link.status === "CONFIRMED_BY_ONE_SIDE";
    return html`<div class="acts">
      ${link.awaits.map(
        (side) =>
          html`<button type="button" class="strong" ?disabled=${this.#isBusy} @click=${() => this.#begin(link.id, side)}>${t("link-confirm", { name: endName(link, side) })}</button>`,
      )}
      <button type="button" aria-label=${`${t("link-edit")}: ${names}`} ?disabled=${this.#isBusy} @click=${() => this.#edit(link)}>${t("link-edit")}</button>
      ${isOpen ? step("reject", "apart") : nothing} ${link.status === "ACTIVE" ? step("rest", "") : nothing}
      ${link.status === "ACTIVE" || link.status === "DORMANT" ? step("end", "apart") : nothing}
    </div>`;
  }

  #edit(link: Link): void {
    editLink(link);
    this.requestUpdate();
  }

  async #edited({ id, version }: Link, after: number | null): Promise<void> {
    this.requestUpdate();
    if (after === null || after === version) return;
    notify({ text: t("saved"), undo: undoOf({ id, before: version, after, isStep: false }, this.changed) });
    await this.changed();
  }

  #begin(id: string, side: Side): void {
    this.#confirming = { id, side };
    this.#error = "";
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#evidence")?.focus());
  }

  /** No form of its own: the list also stands inside that of an entry. */
  #form(link: Link, name: string) {
    const submit = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.target as HTMLElement).matches("input")) return;
      event.preventDefault();
      void this.#confirm(link);
    };
    return html`<div class="confirming" role="group" aria-label=${t("link-confirm", { name })} @keydown=${submit}>
      <label for="evidence">${t("link-evidence", { name })}</label>
      <p class="help" id="evidence-help">${t("link-evidence-help")}</p>
      <input id="evidence" maxlength="500" autocomplete="off" aria-describedby="evidence-help evidence-error" aria-invalid=${this.#error !== ""}
        .value=${sessionStorage.getItem(evidenceKey(link.id, this.#confirming?.side)) ?? ""}
        @input=${(event: Event) => sessionStorage.setItem(evidenceKey(link.id, this.#confirming?.side), (event.target as HTMLInputElement).value)} />
      <p class="error" id="evidence-error" role="alert">${this.#error}</p>
      <div class="acts">
        <button type="button" class="strong" @click=${() => this.#confirm(link)}>${t("link-confirm-do")}</button>
        <button type="button" @click=${() => this.#stop()}>${t("cancel")}</button>
      </div>
    </div>`;
  }

  #stop(): void {
    if (this.#confirming) sessionStorage.removeItem(evidenceKey(this.#confirming.id, this.#confirming.side));
    this.#confirming = null;
    this.requestUpdate();
  }

  async #confirm(link: Link): Promise<void> {
    const evidence = this.querySelector<HTMLInputElement>("#evidence")?.value.trim();
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
      sessionStorage.removeItem(evidenceKey(link.id, side));
      if (isShown) this.#confirming = null;
      await this.#finish(t("link-confirmed"), link, entry.version);
    });
  }

  async #step(act: keyof typeof STEPS, link: Link): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.requestUpdate();
    await attempt(async () => {
      const { entry, userErrors } = await mutate(STEPS[act], { id: link.id, expectedVersion: link.version });
      if (!entry) return notify({ tone: "bad", text: describeErrors(userErrors) });
      await this.#finish(t(`link-${act}-done`), link, entry.version);
    });
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #finish(text: string, { id, version }: Link, after: number): Promise<void> {
    const { changed } = this;
    notify({ text, undo: undoOf({ id, before: version, after, isStep: true }, changed) });
    this.requestUpdate();
    await changed();
  }
}

customElements.define("console-link-list", ConsoleLinkList);
