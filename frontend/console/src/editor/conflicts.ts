// Fields that two people have changed: each is decided by itself.
import { html, nothing, type TemplateResult } from "lit";
import { fieldLabel, formatValue } from "../fields";
import type { Taxonomy } from "../taxonomy";
import { formatDate, t } from "../words";
import type { Conflict } from "./form";

/** Shows both sides; `resolve` is told in which fields the other side stays. */
export function conflictTable(
  conflicts: readonly Conflict[],
  terms: Taxonomy,
  resolve: (theirs: readonly string[]) => void,
): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const chosen = new FormData(event.target as HTMLFormElement);
    resolve(conflicts.map(({ field }) => field).filter((field) => chosen.get(field) === "theirs"));
  };
  return html`<form class="card conflicts" @submit=${submit}>
    <h2>${t("conflict-title")}</h2>
    ${conflicts.map(
      ({ field, theirs, mine, byName, at }) =>
        html`<fieldset class="field">
          <legend>${fieldLabel(field)}</legend>
          ${byName && at ? html`<p class="help">${t("conflict-by", { name: byName, time: formatDate(at) })}</p>` : nothing}
          <label class="check"><input type="radio" name=${field} value="mine" checked /> ${t("conflict-mine")} <ins>${formatValue(field, mine, terms)}</ins></label>
          <label class="check"><input type="radio" name=${field} value="theirs" /> ${t("conflict-theirs")} <ins>${formatValue(field, theirs, terms)}</ins></label>
        </fieldset>`,
    )}
    <button class="strong">${t("conflict-save")}</button>
  </form>`;
}
