// Who wrote the texts of the pages before, and the way back to what they said.
import { html, nothing, type TemplateResult } from "lit";
import type { ConsoleSiteTextsAnswer } from "../generated/questions";
import { formatDate, t } from "../words";

/** The texts as the service tells them, with their past. */
export type Known = NonNullable<NonNullable<ConsoleSiteTextsAnswer["viewer"]>["siteTexts"]>;

/** So many versions are shown at once. */
const SHOWN = 5;

/** The versions there were; `restore` is told the number of one that is to be put into the form. */
export function pastTexts(known: Known, restore: (version: number) => void): TemplateResult {
  const card = ({ version, at, byName, changedFields }: Known["versions"][number]) =>
    html`<li class="card" data-version=${version}>
      <p>${t("texts-version", { date: formatDate(at), name: byName ?? t("texts-somebody") })} ${changedFields.map((field) => t(`texts-${field}`)).join(", ")}</p>
      ${version === known.version ? nothing : html`<div class="acts"><button type="button" aria-label=${t("texts-fetch-one", { date: formatDate(at) })} @click=${() => restore(version)}>${t("texts-fetch")}</button></div>`}
    </li>`;
  return html`<section aria-labelledby="s-past">
    <h2 id="s-past">${t("texts-past")}</h2>
    ${known.versions.length === 0 ? html`<p class="soft">${t("texts-never")}</p>` : nothing}
    <ul class="cards">
      ${known.versions.slice(0, SHOWN).map(card)}
    </ul>
    ${
      known.versions.length > SHOWN
        ? html`<details>
          <summary>${t("more")}</summary>
          <ul class="cards">
            ${known.versions.slice(SHOWN).map(card)}
          </ul>
        </details>`
        : nothing
    }
  </section>`;
}
