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

/** Every other filter of the search: attributes of the same names, which readers cannot change. */
export const PRESETS = [
  "type",
  "theme_match",
  "relation",
  "kind",
  "group",
  "field",
  "free",
  "appointment",
  "confidential",
  "wheelchair",
  "accessibility",
  "interpreters",
  "counter_language",
  "offer_kind",
  "day",
  "time",
  "age",
  "open",
  "lon",
  "lat",
  "radius",
  "actor",
  "polygon",
  "cooperates_with",
  "cooperation",
  "member_of",
  "network",
  "not_type",
  "not_theme",
  "not_district",
  "not_kind",
  "not_language",
  "not_group",
  "not_field",
] as const;

/** The presets that make one condition together. */
const POINT = ["lon", "lat", "radius"] as const;

/** The values of the other filters, by name. */
export type Presets = Readonly<Partial<Record<(typeof PRESETS)[number], string>>>;

/** The words of a vocabulary as the schema writes them. */
const upper = (text: string): never[] => values(text).map((word) => word.toUpperCase().replaceAll("-", "_")) as never[];
const isSo = (text: string): boolean => text.trim() === "yes";
const number = (text: string): number => Number(text.trim().replace(",", "."));

/** A corner of a polygon: `longitude latitude`. */
function corner(text: string): { longitude: number; latitude: number } {
  const [longitude, latitude] = text.trim().split(/\s+/).map(Number);
  return { longitude: longitude ?? NaN, latitude: latitude ?? NaN };
}

/** What each of the other filters asks for; those that say how another one is meant are read with it. */
const CONDITIONS: { readonly [name in (typeof PRESETS)[number]]?: (value: string) => ActorFilter } = {
  type: (value) => ({ types: upper(value) }),
  kind: (value) => ({ kinds: values(value) }),
  group: (value) => ({ targetGroups: values(value) }),
  field: (value) => ({ fieldsOfAction: values(value) }),
  free: (value) => ({ freeOfCharge: isSo(value) }),
  appointment: (value) => ({ byAppointment: isSo(value) }),
  confidential: (value) => ({ confidential: isSo(value) }),
  wheelchair: (value) => ({ wheelchair: upper(value) }),
  accessibility: (value) => ({ accessibility: upper(value) }),
  interpreters: (value) => ({ interpreters: isSo(value) }),
  counter_language: (value) => ({ counterLanguages: values(value) }),
  offer_kind: (value) => ({ offerKinds: upper(value) }),
  day: (value) => ({ weekdays: upper(value) }),
  time: (value) => ({ daytimes: upper(value) }),
  age: (value) => ({ age: number(value) }),
  actor: (value) => ({ slug: value.trim() }),
  open: () => ({ openAt: new Date().toISOString() }),
  polygon: (value) => ({ withinPolygon: value.split(",").map(corner) }),
  cooperates_with: (value) => ({ cooperatesWithSlug: value.trim() }),
  cooperation: (value) => ({ cooperationKinds: upper(value) }),
  member_of: (value) => ({ memberOfSlug: value.trim() }),
  network: (value) => ({ inNetwork: isSo(value) }),
};

/** What must not be. */
const EXCLUSIONS: { readonly [name in (typeof PRESETS)[number]]?: (value: string) => ActorFilter } = {
  not_type: (value) => ({ types: upper(value) }),
  not_theme: (value) => ({ themes: values(value) }),
  not_district: (value) => ({ districts: values(value) }),
  not_kind: (value) => ({ kinds: values(value) }),
  not_language: (value) => ({ languages: values(value) }),
  not_group: (value) => ({ targetGroups: values(value) }),
  not_field: (value) => ({ fieldsOfAction: values(value) }),
};

const RELATIONS: Readonly<Record<string, ActorFilter["districtRelation"]>> = { based: "BASED_IN", active: "ACTIVE_IN" };
/** The radius where none is said, metres. */
const RADIUS = 2_000;

/** The filter as the schema has it. */
export function toFilter(filters: Filters, presets: Presets = {}): ActorFilter {
  const filter: ActorFilter = {};
  const and: ActorFilter[] = [];
  const text = filters.text.trim();
  if (text !== "") filter.text = text;
  const themes = values(filters.theme);
  if (themes.length > 0) filter.themes = themes;
  if (presets.theme_match === "all" && themes.length > 1) and.push(...themes.map((theme) => ({ themes: [theme] })));
  if (filters.district !== "") filter.districts = values(filters.district);
  if (filters.language !== "") filter.languages = values(filters.language);
  const relation = RELATIONS[presets.relation?.trim() ?? ""];
  const related = relation ? { districtRelation: relation } : {};
  if (relation && filter.districts) Object.assign(filter, related);
  if (presets.lon && presets.lat) {
    const radiusMetres = presets.radius ? number(presets.radius) : RADIUS;
    filter.near = { longitude: number(presets.lon), latitude: number(presets.lat), radiusMetres };
  }
  for (const name of PRESETS) {
    const value = presets[name];
    if (value === undefined || value.trim() === "" || (name === "type" && value === "any")) continue;
    Object.assign(filter, CONDITIONS[name]?.(value));
    const excluded = EXCLUSIONS[name]?.(value);
    if (excluded) and.push({ not: excluded.districts ? { ...excluded, ...related } : excluded });
  }
  if (and.length > 0) filter.and = and;
  return filter;
}

/** The query part of an address, as the search page and the map take it. */
export function toQuery(filters: Filters, presets: Presets = {}): string {
  const pairs = NAMES.flatMap((name) =>
    (name === "text" ? [filters.text.trim()] : values(filters[name])).map((value) => [name, value] as [string, string]),
  );
  const others = PRESETS.map((name) => [name, presets[name]?.trim() ?? ""] as [string, string]);
  return new URLSearchParams([...pairs, ...others].filter(([, value]) => value !== "")).toString();
}

/** Which filters `locked` names; the bare attribute, `all` and `true` mean every one. */
export function lockedNames(attribute: string | null): ReadonlySet<Name> {
  if (attribute === null || attribute === "false") return new Set();
  const named = values(attribute);
  const all = named.length === 0 || named.some((name) => name === "all" || name === "true" || name === "locked");
  return new Set(NAMES.filter((name) => all || named.includes(name)));
}

/** What is left of conditions when those go that a mistake tells of ("filter.and[1].not.themes[0]: …"); all of them where
 * it does not say which. */
export function withoutMistake(message: string, filters: Filters, presets: Presets): { filters: Filters; presets: Presets } {
  const field = /filter\.(?:and\[\d+\]\.)?(?:not\.)?(\w+)/.exec(message)?.[1];
  const fields = (filter: ActorFilter): string[] => [
    ...Object.keys(filter),
    ...(filter.and ?? []).flatMap((part) => [...fields(part), ...(part.not ? fields(part.not) : [])]),
  ];
  const asksFor = (filter: ActorFilter) => field !== undefined && fields(filter).includes(field);
  const wrongNames = NAMES.filter((name) => asksFor(toFilter({ ...NONE, [name]: filters[name] })));
  const wrongPresets = PRESETS.filter((name) => {
    const together: readonly string[] = POINT.some((part) => part === name) ? POINT : [name];
    return asksFor(toFilter(NONE, without(presets, PRESETS.filter((other) => !together.includes(other)))));
  });
  const isUnknown = wrongNames.length + wrongPresets.length === 0;
  const names = isUnknown ? NAMES.filter((name) => filters[name] !== "") : wrongNames;
  const others = isUnknown ? PRESETS.filter((name) => presets[name] !== undefined) : wrongPresets;
  return {
    filters: names.length > 0 ? { ...filters, ...Object.fromEntries(names.map((name) => [name, ""])) } : filters,
    presets: others.length > 0 ? without(presets, others) : presets,
  };
}

function without(presets: Presets, names: readonly string[]): Presets {
  return Object.fromEntries(Object.entries(presets).filter(([name]) => !names.includes(name)));
}
