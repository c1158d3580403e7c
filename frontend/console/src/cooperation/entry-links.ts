// With whom an entry works, on its own page: its links, who might be one more, and the form for that.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Taxonomy } from "../taxonomy";
import { View } from "../view";
import { t } from "../words";
import { fetchLinks, type Link } from "./link";
import { beginLink, hasLinkDraft, type LinkEnd, linkForm } from "./link-form";
import { linkList } from "./link-list";
import { partnerSuggestions, reloadSuggestions } from "./suggestions";

class ConsoleEntryLinks extends View {
  static override properties = {
    entry: { attribute: false },
    isPublic: { attribute: false },
    terms: { attribute: false },
  };
  declare entry: LinkEnd;
  /** Whether everybody sees the entry: for others nobody is suggested. */
  declare isPublic: boolean;
  declare terms: Taxonomy | null;
  #links: readonly Link[] = [];
  #isWriting = false;

  protected override updated(changed: PropertyValues): void {
    const before = changed.get("entry") as LinkEnd | undefined;
    if (!before || before.id === this.entry.id) return;
    this.#isWriting = false;
    void this.reload();
  }

  protected async load(): Promise<void> {
    this.#links = await fetchLinks(["PROPOSED", "CONFIRMED_BY_ONE_SIDE", "ACTIVE", "DORMANT"], this.entry.id);
  }

  protected content(): TemplateResult {
    return html`${
      this.#isWriting
        ? linkForm(this.terms, (written) => this.#end(written))
        : html`<p><button type="button" @click=${() => this.#begin(null)}>${t(hasLinkDraft() ? "link-new-draft" : "link-new")}</button></p>`
    }
      ${this.#links.length === 0 && !this.isLoading ? html`<p class="soft">${t("links-none")}</p>` : linkList(this.#links, this.terms, () => this.#changed())}
      ${
        this.isPublic && !this.isLoading
          ? html`<h3>${t("partners-title")}</h3>
            ${partnerSuggestions(this.entry, (partner) => this.#begin(partner))}`
          : nothing
      }`;
  }

  #begin(partner: LinkEnd | null): void {
    beginLink(this.entry, partner);
    this.#isWriting = true;
    this.requestUpdate();
  }

  #end(written: Link["status"] | null): void {
    this.#isWriting = false;
    this.requestUpdate();
    if (!written) return;
    reloadSuggestions(this);
    void this.reload();
  }

  async #changed(): Promise<void> {
    if (this.isConnected) await this.reload();
  }
}

customElements.define("console-entry-links", ConsoleEntryLinks);
