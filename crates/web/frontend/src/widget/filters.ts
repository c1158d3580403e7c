// What the widget is asked to show: filters as attributes preset them, as readers change them, and as they stand in
// addresses and questions.
import type { ActorFilter } from "../generated/questions";

/** The filters that readers may change. */
export const NAMES = ["theme", "district", "language", "text"] as const;
export type Name = (typeof NAMES)[number];

/** A value of each filter; several values of one are joined by commas, none is the empty text. */
export type Filters = Readonly<Record<Name, string>>;

export const NONE: Filters = { theme: "", district: "", language: "", text: "" };

const values = (text: string): string[] =>
  text
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");

/** The filter as the schema has it. */
export function toFilter(filters: Filters): ActorFilter {
  const filter: ActorFilter = {};
  const text = filters.text.trim();
  if (text !== "") filter.text = text;
  if (filters.theme !== "") filter.themes = values(filters.theme);
  if (filters.district !== "") filter.districts = values(filters.district);
  if (filters.language !== "") filter.languages = values(filters.language);
  return filter;
}

/** The query part of an address, as the search page and the map take it. */
export function toQuery(filters: Filters): string {
  const pairs = NAMES.flatMap((name) =>
    (name === "text" ? [filters.text.trim()] : values(filters[name])).map((value) => [name, value] as [string, string]),
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== "")).toString();
}

/** Which filters `locked` names; the bare attribute, `all` and `true` mean every one. */
export function lockedNames(attribute: string | null): ReadonlySet<Name> {
  if (attribute === null || attribute === "false") return new Set();
  const named = values(attribute);
  const all = named.length === 0 || named.some((name) => name === "all" || name === "true" || name === "locked");
  return new Set(NAMES.filter((name) => all || named.includes(name)));
}
