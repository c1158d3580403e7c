// What stands beside the number of entries: saved views and columns.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../words";
import { COLUMNS, type Column } from "./columns";
import { popup } from "./pick";
import { readViews, removeView, saveView } from "./views";

/** Filters under names of one's own. `query` is that of now; `changed` draws them again. */
export function viewsMenu(query: string, changed: () => void): TemplateResult {
  const views = readViews();
  const save = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = String(new FormData(form).get("view") ?? "").trim();
    if (!name) return form.querySelector("input")?.focus();
    saveView({ name, query });
    form.reset();
    changed();
  };
  const remove = (name: string) => {
    removeView(name);
    changed();
  };
  return popup(
    "views",
    t("views"),
    html`<ul class="views">
        ${repeat(
          views,
          ({ name }) => name,
          ({ name, query: saved }) =>
            html`<li>
              <a href=${saved ? `/console/entries?${saved}` : "/console/entries"} aria-current=${saved === query ? "true" : nothing}>${name}</a>
              <button type="button" aria-label=${t("view-remove", { name })} @click=${() => remove(name)}>×</button>
            </li>`,
        )}
      </ul>
      ${views.length === 0 ? html`<p class="soft">${t("views-none")}</p>` : nothing}
      <form @submit=${save}>
        <label>${t("view-name")} <input name="view" maxlength="60" autocomplete="off" /></label>
        <button>${t("view-save")}</button>
      </form>`,
  );
}

/** Which columns are shown. */
export function columnsMenu(shown: readonly Column[], set: (columns: readonly Column[]) => void): TemplateResult {
  const toggle = (event: Event, column: Column) => {
    const isOn = (event.target as HTMLInputElement).checked;
    set(COLUMNS.filter((known) => (known === column ? isOn : shown.includes(known))));
  };
  return popup(
    "columns",
    t("columns"),
    html`<fieldset>
      <legend class="unseen">${t("columns")}</legend>
      ${COLUMNS.map(
        (column) =>
          html`<label class="check">
            <input type="checkbox" .checked=${shown.includes(column)} @change=${(event: Event) => toggle(event, column)} /> ${t(`column-${column}`)}
          </label>`,
      )}
    </fieldset>`,
  );
}
