// The row of filters above the table.
import { html, nothing, type TemplateResult } from "lit";
import type { Taxonomy, Term } from "../taxonomy";
import { language, t, vocabulary } from "../words";
import { DAYS, FEATURES, TIMES, type ListName, type RowFilter } from "./filter";
import { pick, type Option } from "./pick";

const SHOWS = ["due", "drafts", "unplaced"] as const;
const STATES = ["DRAFT", "PUBLISHED", "ARCHIVED"] as const;
const TYPES = ["organisation", "institution", "network"] as const;
/** Filters that stand in sight; the others unfold. */
const FIRST: readonly ListName[] = ["type", "theme", "district"];
const MORE: readonly ListName[] = ["kind", "field", "language", "group", "feature", "day", "time"];

/** Whether one of those that unfold narrows the table. */
export const hasMore = (filter: RowFilter) => MORE.some((name) => filter[name].length > 0) || filter.age !== "";

const byLabel = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).sort(([, one], [, other]) => one.localeCompare(other));

function dayName(day: number): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(language(), { weekday: "long" }).format(new Date(2024, 0, 1 + day, 12));
}

function optionsOf(name: ListName, terms: Taxonomy): readonly Option[] {
  const words = vocabulary();
  const tree = (list: readonly Term[]) => list.map(({ slug, label, depth }): Option => [slug, label, depth]);
  switch (name) {
    case "type":
      return TYPES.map((type) => [type, t(`type-${type}`)]);
    case "kind":
      return byLabel(Object.assign({}, ...Object.values(words.kinds)) as Record<string, string>);
    case "theme":
      return tree(terms.themes);
    case "district":
      return tree(terms.districts);
    case "field":
      return byLabel(words.fieldsOfAction);
    case "language":
      return byLabel(words.languages);
    case "group":
      return byLabel(words.targetGroups);
    case "feature":
      return FEATURES.map((feature) => [feature, vocabulary().accessibility[feature] ?? t(`feature-${feature}`)]);
    case "day":
      return DAYS.map((day, at) => [day, dayName(at)]);
    case "time":
      return TIMES.map((time) => [time, words.daytimes[time.toLowerCase()] ?? time]);
  }
}

/** All filters; `set` is told what changes. */
export function filterForm(filter: RowFilter, terms: Taxonomy, isMore: boolean, set: (change: Partial<RowFilter>) => void, unfold: () => void): TemplateResult {
  const several = (name: ListName) => pick(name, t(`filter-${name}`), optionsOf(name, terms), filter[name], (chosen) => set({ [name]: chosen }));
  const single = (name: "show" | "status", label: string, options: readonly Option[]) => html`<label>
    ${label}
    <select name=${name} @change=${(event: Event) => set({ [name]: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${!filter[name]}>${t("all")}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === filter[name]}>${text}</option>`)}
    </select>
  </label>`;
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
    <label class="wide">
      ${t("search")}
      <input type="search" name="q" .value=${filter.q} @input=${(event: Event) => set({ q: typed(event) })} />
    </label>
    ${single("show", t("filter-show"), SHOWS.map((show) => [show, t(`show-${show}`)]))}
    ${single("status", t("column-status"), STATES.map((status) => [status, t(`status-${status}`)]))} ${FIRST.map(several)}
    <button type="button" class="unfold" aria-expanded=${isMore} @click=${unfold}>${t("filters-more")}</button>
    ${isMore
      ? html`${MORE.map(several)}
          <label>
            ${t("filter-age")}
            <input type="number" name="age" min="0" max="120" .value=${filter.age} @change=${(event: Event) => set({ age: typed(event) })} />
          </label>
          ${filter.day.length > 0 || filter.time.length > 0 || filter.age || filter.feature.includes("open")
            ? html`<p class="soft">${t("filters-public-only")}</p>`
            : nothing}`
      : nothing}
  </form>`;
}
