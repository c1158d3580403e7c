// The row of filters above the table.

import { parseCoordinates } from "@bruecke/shared/coordinates";
import { html, nothing, type TemplateResult } from "lit";
import type { Option } from "../options";
import { actorPicker } from "../people/actor-picker";
import type { Taxonomy, Term } from "../taxonomy";
import { language, t, vocabulary } from "../words";
import { DAYS, FEATURES, type ListName, RADII, type RowFilter, radiusOf, TIMES } from "./filter";
import { pick } from "./pick";
import { knownRows } from "./rows";

const SHOWS = ["due", "drafts", "unplaced"] as const;
const STATES = ["DRAFT", "PUBLISHED", "ARCHIVED"] as const;
const TYPES = ["organisation", "institution", "network"] as const;
/** Filters that stand in sight; the others unfold. */
const FIRST: readonly ListName[] = ["type", "theme", "district"];
const MORE: readonly ListName[] = ["kind", "field", "language", "group", "feature", "day", "time"];

/** Whether one of those that unfold narrows the table. */
export const hasMore = (filter: RowFilter) =>
  MORE.some((name) => filter[name].length > 0) || [filter.age, filter.partner, filter.near].some(Boolean);

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

/** Entries around a place, as maps give its coordinates. */
function nearFilter(filter: RowFilter, set: (change: Partial<RowFilter>) => void) {
  const isWrong = filter.near !== "" && !parseCoordinates(filter.near);
  return html`<label>
      ${t("filter-near")}
      <input name="near" autocomplete="off" placeholder="51.5386, 7.2257" .value=${filter.near} aria-invalid=${isWrong} aria-describedby="near-error"
        @change=${(event: Event) => set({ near: (event.target as HTMLInputElement).value.trim() })} />
      <span class="error" id="near-error" role="status">${isWrong ? t("filter-near-wrong") : ""}</span>
    </label>
    <label>
      ${t("filter-radius")}
      <select name="radius" @change=${(event: Event) => set({ radius: (event.target as HTMLSelectElement).value })}>
        ${RADII.map((radius) => html`<option value=${radius} ?selected=${radius === radiusOf(filter)}>${t("filter-kilometres", { count: radius })}</option>`)}
      </select>
    </label>`;
}

/** Entries that work with another one. */
function partnerFilter({ partner }: RowFilter, set: (change: Partial<RowFilter>) => void) {
  const row = knownRows().find(({ id }) => id === partner);
  const chosen = partner ? [{ id: partner, slug: row?.slug ?? "", name: row?.name ?? t("nameless") }] : [];
  return actorPicker("partner", t("filter-partner"), chosen, (picked) => set({ partner: picked[0]?.id ?? "" }), 1);
}

/** All filters; `set` is told what changes. */
export function filterForm(
  filter: RowFilter,
  terms: Taxonomy,
  isMore: boolean,
  set: (change: Partial<RowFilter>) => void,
  unfold: () => void,
): TemplateResult {
  const several = (name: ListName) =>
    pick(name, t(`filter-${name}`), optionsOf(name, terms), filter[name], (chosen) => set({ [name]: chosen }));
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
    ${single(
      "show",
      t("filter-show"),
      SHOWS.map((show) => [show, t(`show-${show}`)]),
    )}
    ${single(
      "status",
      t("column-status"),
      STATES.map((status) => [status, t(`status-${status}`)]),
    )} ${FIRST.map(several)}
    <button type="button" class="unfold" aria-expanded=${isMore} @click=${unfold}>${t("filters-more")}</button>
    ${
      isMore
        ? html`${MORE.map(several)}
          <label>
            ${t("filter-age")}
            <input type="number" name="age" min="0" max="120" .value=${filter.age} @change=${(event: Event) => set({ age: typed(event) })} />
          </label>
          ${nearFilter(filter, set)} ${partnerFilter(filter, set)}
          ${
            filter.day.length > 0 ||
            filter.time.length > 0 ||
            filter.age ||
            filter.near ||
            filter.partner ||
            filter.feature.includes("open")
              ? html`<p class="soft">${t("filters-public-only")}</p>`
              : nothing
          }`
        : nothing
    }
  </form>`;
}
