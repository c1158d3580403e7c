// What the widget is asked to show: filters as attributes preset them, as readers change them, and as they stand in
// addresses and questions.
import type { ActorFilter } from "./generated/questions";

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

/** The words of a vocabulary as the schema writes them. */
const upper = (text: string): never[] => values(text).map((word) => word.toUpperCase().replaceAll("-", "_")) as never[];
const isSo = (text: string): boolean => text.trim() === "yes";
const plain = (text: string): string => text.trim();
const number = (text: string): number => Number(text.trim().replace(",", "."));

/** A corner of a polygon: `longitude latitude`. */
function corner(text: string): { longitude: number; latitude: number } {
  const [longitude, latitude] = text.trim().split(/\s+/).map(Number);
  return { longitude: longitude ?? NaN, latitude: latitude ?? NaN };
}

/** Now, to the minute: read twice it is the same question. */
function currentMinute(): string {
  const minute = 60_000;
  return new Date(Math.floor(Date.now() / minute) * minute).toISOString();
}

/** What each of the other filters asks for: a field of the schema, and how its value is read; of `not_` the field must not be so. */
const CONDITIONS = {
  type: ["types", upper],
  kind: ["kinds", values],
  group: ["targetGroups", values],
  field: ["fieldsOfAction", values],
  free: ["freeOfCharge", isSo],
  appointment: ["byAppointment", isSo],
  confidential: ["confidential", isSo],
  wheelchair: ["wheelchair", upper],
  accessibility: ["accessibility", upper],
  interpreters: ["interpreters", isSo],
  counter_language: ["counterLanguages", values],
  offer_kind: ["offerKinds", upper],
  availability: ["availability", upper],
  day: ["weekdays", upper],
  time: ["daytimes", upper],
  age: ["age", number],
  open: ["openAt", currentMinute],
  actor: ["slug", plain],
  polygon: ["withinPolygon", (text: string) => text.split(",").map(corner)],
  cooperates_with: ["cooperatesWithSlug", plain],
  cooperation: ["cooperationKinds", upper],
  member_of: ["memberOfSlug", plain],
  network: ["inNetwork", isSo],
  not_type: ["types", upper],
  not_theme: ["themes", values],
  not_district: ["districts", values],
  not_kind: ["kinds", values],
  not_language: ["languages", values],
  not_group: ["targetGroups", values],
  not_field: ["fieldsOfAction", values],
} as const satisfies Readonly<Record<string, readonly [keyof ActorFilter, (text: string) => unknown]>>;

type Condition = keyof typeof CONDITIONS;

/** The parameter of an address that asks for a field of the schema. */
export function parameterOf(field: string): string | undefined {
  const isOf = ([name, [of]]: [string, readonly [string, unknown]]) => of === field && !name.startsWith("not_");
  return NAMES.find((name) => `${name}s` === field) ?? Object.entries(CONDITIONS).find(isOf)?.[0];
}

/** The presets that make one condition together. */
const POINT = ["lon", "lat", "radius"] as const;

/** Every other filter of the search: attributes of the same names, which readers cannot change; some they may choose where
 * there is no such attribute. Those behind the conditions say how another one is meant. */
export const PRESETS = [...(Object.keys(CONDITIONS) as Condition[]), "theme_match", "relation", ...POINT] as const;

export type Preset = (typeof PRESETS)[number];

/** The values of the other filters, by name. */
export type Presets = Readonly<Partial<Record<Preset, string>>>;

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
  for (const [name, [field, read]] of Object.entries(CONDITIONS)) {
    const value = presets[name as Condition];
    if (value === undefined || value.trim() === "" || (name === "type" && value === "any")) continue;
    const condition: ActorFilter = { [field]: read(value) };
    if (!name.startsWith("not_")) Object.assign(filter, condition);
    else and.push({ not: field === "districts" ? { ...condition, ...related } : condition });
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
