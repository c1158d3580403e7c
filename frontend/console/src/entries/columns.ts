// The columns of the table: what each says, by what it is put in order, and which are shown.
import { formatValue, kindLabel, languageLabel } from "../fields";
import { currentAccount } from "../session";
import type { Taxonomy } from "../taxonomy";
import { formatDate, vocabulary } from "../words";
import type { Row } from "./rows";

/** All columns beside the name, in their order. */
export const COLUMNS = [
  "kind",
  "district",
  "status",
  "verified",
  "updated",
  "themes",
  "languages",
  "groups",
  "phone",
  "email",
  "website",
  "address",
  "hours",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Those shown until something else is chosen. */
const USUAL: readonly Column[] = ["kind", "district", "status", "verified", "updated"];

/** By what rows are put in order. */
export const SORTS = ["name", ...COLUMNS] as const;
export type Sort = (typeof SORTS)[number];

const labels = (ids: readonly string[], label: (id: string) => string) =>
  [...new Set(ids)].map(label).filter(Boolean).join(", ");

/** What a row says in a column. */
export function cellText(row: Row, column: Column, terms: Taxonomy): string {
  const term = (id: string) => terms.byId.get(id)?.label ?? "";
  switch (column) {
    case "kind":
      return kindLabel(row.type, row.kind);
    case "district":
      return labels(row.districts, term);
    case "themes":
      return labels(row.themes, term);
    case "languages":
      return labels(row.languages, languageLabel);
    case "groups":
      return labels(row.targetGroups, (word) => vocabulary().targetGroups[word] ?? word);
    case "hours":
      return row.hours ? formatValue("openingHours", row.hours, terms) : "";
    case "verified":
      return formatDate(row.verifiedOn);
    case "updated":
      return formatDate(row.updatedAt.slice(0, 10));
    default:
      return row[column];
  }
}

/** Rows in order; ties by name. */
export function sortRows(rows: readonly Row[], sort: Sort, isDown: boolean, terms: Taxonomy, tag: string): Row[] {
  const order = new Intl.Collator(tag, { numeric: true });
  const isTime = sort === "verified" || sort === "updated";
  const key = (row: Row) => {
    if (sort === "verified") return row.verifiedOn;
    if (sort === "updated") return row.updatedAt;
    return sort === "name" ? row.name : cellText(row, sort, terms);
  };
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  const compare = isTime ? (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) : order.compare;
  keyed.sort(
    (a, b) => (isDown ? compare(b.key, a.key) : compare(a.key, b.key)) || order.compare(a.row.name, b.row.name),
  );
  return keyed.map(({ row }) => row);
}

const stored = () => `bruecke-console-columns:${currentAccount()}`;

/** The columns that this account has chosen on this device. */
export function readColumns(): readonly Column[] {
  const text = localStorage.getItem(stored());
  return text === null ? USUAL : COLUMNS.filter((column) => text.split(",").includes(column));
}

/** Remembers a choice. */
export function writeColumns(columns: readonly Column[]): void {
  localStorage.setItem(stored(), columns.join(","));
}
