// What narrows the table of entries: OR inside a filter, AND between filters. It stands in the address.

import { parseCoordinates } from "@bruecke/shared/coordinates";
import type { ConsoleMatchesVariables } from "../generated/questions";
import type { Taxonomy, Term } from "../taxonomy";
import { fold, nationalDigits, type Row } from "./rows";

/** Filters of which several values can be chosen. */
export const LISTS = [
  "type",
  "kind",
  "theme",
  "field",
  "district",
  "language",
  "group",
  "feature",
  "day",
  "time",
] as const;
export type ListName = (typeof LISTS)[number];

/** Filters with one value. */
const SINGLE = ["q", "show", "status", "age", "partner", "near", "radius"] as const;
type SingleName = (typeof SINGLE)[number];

/** What the table is narrowed to. */
export type RowFilter = Readonly<Record<SingleName, string> & Record<ListName, readonly string[]>>;

/** What can be said of an entry by yes. */
export const FEATURES = [
  "free",
  "appointment",
  "confidential",
  "wheelchair",
  "toilet",
  "parking",
  "assistance",
  "hearing-loop",
  "plain-language",
  "interpreters",
  "open",
] as const;
const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;
const TIMES = ["MORNING", "AFTERNOON", "EVENING"] as const;
export type Day = (typeof DAYS)[number];
export { DAYS, TIMES };

/** The filter of an address. */
export function readFilter(query: URLSearchParams): RowFilter {
  const single = SINGLE.map((name) => [name, query.get(name) ?? ""]);
  const lists = LISTS.map((name) => [name, query.getAll(name).filter(Boolean)]);
  return Object.fromEntries([...single, ...lists]) as RowFilter;
}

/** The filter as an address has it. */
export function filterQuery(filter: RowFilter): URLSearchParams {
  const pairs = Object.entries(filter).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter(Boolean)
      .map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs);
}

/** A filter that narrows nothing. */
export const NO_FILTER = readFilter(new URLSearchParams());

/** What only the directory's own search knows, where the filter needs it: of published entries alone. */
export function publicQuestion(filter: RowFilter): ConsoleMatchesVariables["filter"] | null {
  const isOpen = filter.feature.includes("open");
  const age = /^\d{1,3}$/.test(filter.age) && Number(filter.age) <= 120 ? Number(filter.age) : null;
  const place = parseCoordinates(filter.near);
  if (filter.day.length === 0 && filter.time.length === 0 && age === null && !isOpen && !place && !filter.partner)
    return null;
  return {
    weekdays: DAYS.filter((day) => filter.day.includes(day)),
    daytimes: TIMES.filter((time) => filter.time.includes(time)),
    ...(age === null ? {} : { age }),
    ...(place ? { near: { ...place, radiusMetres: 1000 * radiusOf(filter) } } : {}),
    ...(filter.partner ? { cooperatesWith: filter.partner } : {}),
    ...(isOpen ? { openAt: new Date().toISOString() } : {}),
  };
}

/** Within how many kilometres of a place, the one that is taken unless another is chosen second. */
export const RADII = [1, 2, 5, 10] as const;
export const radiusOf = ({ radius }: RowFilter): number => RADII.find((known) => String(known) === radius) ?? RADII[1];

/** What the service has found out: which entries are due, which match what only it can say, which match the words. */
export interface Findings {
  readonly due: ReadonlySet<string>;
  /** Null where nothing was asked. */
  readonly matches: ReadonlySet<string> | null;
  /** Entries that the directory's search gives for the words, with its patience for typos. */
  readonly found: ReadonlySet<string>;
  /** Entries that it finds in the districts: it knows of a place which district it lies in. */
  readonly placed: ReadonlySet<string>;
}

/** The rows that a filter leaves. A theme or district holds what is below it. */
export function filterRows(rows: readonly Row[], filter: RowFilter, findings: Findings, terms: Taxonomy): Row[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  const digits = /^[\d\s()+/.-]+$/.test(filter.q) ? nationalDigits(filter.q) : "";
  const hasNumber = (row: Row) => digits.length >= 5 && row.digits.includes(digits);
  const themes = below(filter.theme, terms.themes);
  const districts = below(filter.district, terms.districts);
  const fields =
    filter.field.length > 0
      ? new Set(terms.themes.filter(({ fields }) => meets(filter.field, fields)).map(({ id }) => id))
      : null;
  return rows.filter(
    (row) =>
      (words.every((word) => row.text.includes(word)) || hasNumber(row) || findings.found.has(row.id)) &&
      (!filter.status || row.status === filter.status) &&
      meets(filter.type, [row.type]) &&
      meets(filter.kind, [row.kind]) &&
      meets(filter.language, row.languages) &&
      meets(filter.group, row.targetGroups) &&
      (!themes || row.themes.some((id) => themes.has(id))) &&
      (!fields || row.themes.some((id) => fields.has(id))) &&
      (!districts || findings.placed.has(row.id) || row.districts.some((id) => districts.has(id))) &&
      filter.feature.every((feature) => feature === "open" || row.features.has(feature)) &&
      (!findings.matches || findings.matches.has(row.id)) &&
      matchesShow(row, filter.show, findings.due),
  );
}

const meets = (wanted: readonly string[], values: readonly string[]) =>
  wanted.length === 0 || wanted.some((one) => values.includes(one));

function matchesShow(row: Row, show: string, due: ReadonlySet<string>): boolean {
  if (show === "due") return due.has(row.id);
  if (show === "drafts") return row.status === "DRAFT";
  if (show === "unplaced") return isUnplaced(row);
  return true;
}

/** Whether an entry that is in use stands nowhere on the map. */
export const isUnplaced = (row: Row) => row.status !== "ARCHIVED" && !row.isPlaced;

/** The ids of some terms and of what is below them; null where none is chosen. */
function below(slugs: readonly string[], terms: readonly Term[]): Set<string> | null {
  if (slugs.length === 0) return null;
  const ids = slugs.flatMap((slug) => {
    const start = terms.findIndex((term) => term.slug === slug);
    const root = terms[start];
    if (!root) return [];
    const rest = terms.slice(start + 1);
    const end = rest.findIndex(({ depth }) => depth <= root.depth);
    return [root, ...(end < 0 ? rest : rest.slice(0, end))].map(({ id }) => id);
  });
  return new Set(ids);
}
