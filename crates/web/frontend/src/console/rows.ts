// All actors as rows: fetched page by page, newest change first, so that a later look fetches only what has changed.
import { ConsoleDueIds, ConsoleRowById, ConsoleRows, type ConsoleRowsAnswer, type ConsoleRowsVariables } from "../generated/questions";
import { request } from "./client";
import type { Taxonomy } from "./taxonomy";
import { kindLabel } from "./fields";

type Entry = NonNullable<NonNullable<ConsoleRowsAnswer["viewer"]>["entries"]>["nodes"][number];

/** One actor as the table shows it. */
export interface Row {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string;
  readonly status: Entry["status"];
  readonly version: number;
  readonly updatedAt: string;
  readonly type: string;
  readonly kind: string;
  readonly themes: readonly string[];
  /** Where it is based, else where it is active. */
  readonly districts: readonly string[];
  readonly verifiedOn: string;
  readonly isPlaced: boolean;
  /** What a search looks through, without case and accents. */
  readonly text: string;
}

/** A text as it is compared. */
export const fold = (text: string) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replaceAll("ß", "ss");

function rowOf(entry: Entry): Row {
  const fields = new Map((entry.content ?? []).map(({ field, value }) => [field, value]));
  const kind = (fields.get("kind") ?? {}) as { type?: string; kind?: string };
  const said = ["name", "alternativeNames", "email", "phone", "website", "address.street", "address.postcode", "summary.de"];
  return {
    id: entry.id,
    slug: entry.slug,
    name: entry.name,
    status: entry.status,
    version: entry.version,
    updatedAt: entry.updatedAt,
    type: kind.type ?? "",
    kind: kind.kind ?? "",
    themes: (fields.get("themes") ?? []) as string[],
    districts: [fields.get("basedIn") ?? [], fields.get("activeIn") ?? []].flat() as string[],
    verifiedOn: ((fields.get("verification") ?? {}) as { on?: string }).on ?? "",
    isPlaced: fields.has("location"),
    text: fold(said.map((field) => String(fields.get(field) ?? "")).join(" ")),
  };
}

const known = new Map<string, Row>();
let isComplete = false;

/** The rows that are known already. */
export const knownRows = (): readonly Row[] => [...known.values()];

/** Fetches what is not known yet or has changed; tells after each page how many there are in all. */
export async function fetchRows(progress: (total: number) => void): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const answer: ConsoleRowsAnswer = await request<ConsoleRowsAnswer, ConsoleRowsVariables>(ConsoleRows, { after });
    const page = answer.viewer?.entries;
    const nodes = page?.nodes ?? [];
    const isNews = nodes.map((entry) => {
      const isKnown = known.get(entry.id)?.version === entry.version;
      if (!isKnown) known.set(entry.id, rowOf(entry));
      return !isKnown;
    });
    const total = page?.totalCount ?? 0;
    progress(total);
    const next: string | null = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (!next || (isComplete && !isNews.includes(true) && known.size === total)) break;
    after = next;
  }
  isComplete = true;
}

/** Fetches one row again. */
export async function refreshRow(id: string): Promise<void> {
  const entry = (await request(ConsoleRowById, { id })).viewer?.entry;
  if (entry) known.set(id, rowOf(entry));
  else known.delete(id);
}

/** The ids of all entries that are to be verified. */
export async function fetchDueIds(): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } | null | undefined = (
      await request(ConsoleDueIds, { after })
    ).viewer?.dueVerifications;
    for (const { id } of page?.nodes ?? []) ids.add(id);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

/** What narrows the table, as it stands in the address. */
export interface RowFilter {
  readonly q: string;
  readonly show: string;
  readonly status: string;
  readonly type: string;
  readonly theme: string;
  readonly district: string;
}

/** The rows that a filter leaves. A theme or district holds what is below it. */
export function filterRows(rows: readonly Row[], filter: RowFilter, due: ReadonlySet<string>, terms: Taxonomy): Row[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  const themes = below(filter.theme, terms.themes);
  const districts = below(filter.district, terms.districts);
  return rows.filter(
    (row) =>
      words.every((word) => row.text.includes(word)) &&
      (!filter.status || row.status === filter.status) &&
      (!filter.type || row.type === filter.type) &&
      (!themes || row.themes.some((id) => themes.has(id))) &&
      (!districts || row.districts.some((id) => districts.has(id))) &&
      matchesShow(row, filter.show, due),
  );
}

function matchesShow(row: Row, show: string, due: ReadonlySet<string>): boolean {
  if (show === "due") return due.has(row.id);
  if (show === "drafts") return row.status === "DRAFT";
  if (show === "unplaced") return row.status !== "ARCHIVED" && !row.isPlaced;
  return true;
}

function below(slug: string, terms: Taxonomy["themes"]): Set<string> | null {
  if (!slug) return null;
  const start = terms.findIndex((term) => term.slug === slug);
  const root = terms[start];
  if (!root) return new Set();
  const rest = terms.slice(start + 1);
  const end = rest.findIndex(({ depth }) => depth <= root.depth);
  return new Set([root, ...(end < 0 ? rest : rest.slice(0, end))].map(({ id }) => id));
}

/** By what rows are put in order. */
export const SORTS = ["name", "kind", "district", "status", "verified", "updated"] as const;
export type Sort = (typeof SORTS)[number];

/** The districts of a row. */
export const districtLabels = ({ districts }: Row, terms: Taxonomy) =>
  [...new Set(districts)].map((id) => terms.byId.get(id)?.label ?? "").join(", ");

/** Rows in order; ties by name. */
export function sortRows(rows: Row[], sort: Sort, isDown: boolean, terms: Taxonomy, tag: string): Row[] {
  const order = new Intl.Collator(tag, { numeric: true });
  const key: Record<Sort, (row: Row) => string> = {
    name: ({ name }) => name,
    kind: ({ type, kind }) => kindLabel(type, kind),
    district: (row) => districtLabels(row, terms),
    status: ({ status }) => status,
    verified: ({ verifiedOn }) => verifiedOn,
    updated: ({ updatedAt }) => updatedAt,
  };
  const keyed = rows.map((row) => ({ row, key: key[sort](row) }));
  const compare = sort === "verified" || sort === "updated" ? (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) : order.compare;
  keyed.sort((a, b) => (isDown ? compare(b.key, a.key) : compare(a.key, b.key)) || order.compare(a.row.name, b.row.name));
  return keyed.map(({ row }) => row);
}
