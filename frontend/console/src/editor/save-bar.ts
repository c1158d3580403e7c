// The bar below the form: what is not saved yet, also beside the form, and what saves it.
import { html, nothing, type TemplateResult } from "lit";
import { contactsDraftKey, readDraft } from "../drafts";
import { t } from "../words";
import { showSection } from "./sections";

/** The bar of an entry, null for a new one, with so many changes; `note` is what publishing a new one does besides. */
export function saveBar(
  entry: string | null,
  count: number,
  isBusy: boolean,
  publish: () => void,
  note: unknown,
): TemplateResult {
  const isContactLeft = entry !== null && readDraft(contactsDraftKey(entry)) !== null;
  return html`<div class="savebar">
    <span role="status">${count > 0 || !isContactLeft ? t(count > 0 ? "changes-count" : "changes-none", { count }) : nothing}
      ${isContactLeft ? html`<a href="#s-contacts" @click=${(event: Event) => showSection(event, "contacts")}>${t("changes-contact")}</a>` : nothing}</span>
    ${
      entry
        ? html`<button class="strong" ?disabled=${isBusy || count === 0}>${t("save")} <kbd>${t("save-key")}</kbd></button>`
        : html`<button class="strong" ?disabled=${isBusy}>${t("save-draft")} <kbd>${t("save-key")}</kbd></button>
          <button type="button" ?disabled=${isBusy} @click=${publish}>${t("save-publish")}</button> ${note}`
    }
  </div>`;
}
