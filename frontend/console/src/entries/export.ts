// What is shown as a file: a sheet for people, and the tables that an import reads back.
import { html, type TemplateResult } from "lit";
import { requestFile } from "../client";
import { choose } from "../dialogue";
import { datedName, saveFile } from "../download";
import { notify } from "../notice";
import type { Taxonomy } from "../taxonomy";
import { attempt } from "../view";
import { t } from "../words";
import { nameSome } from "./bulk";
import { type Column, cellText } from "./columns";
import type { RowFilter } from "./filter";
import type { Row } from "./rows";

const FORMATS = ["xlsx", "csv"] as const;
type Format = (typeof FORMATS)[number];

/** What a file is made of. */
export interface ShownTable {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly filter: RowFilter;
  readonly terms: Taxonomy;
}

/** The ways to take along what is shown. `busy` is told when a file is being made. */
export function exportButtons(table: ShownTable, isBusy: boolean, busy: (isBusy: boolean) => void): TemplateResult {
  const isOff = isBusy || table.rows.length === 0;
  const run = async (save: () => Promise<void>) => {
    busy(true);
    await attempt(save);
    busy(false);
  };
  return html`${FORMATS.map(
    (format) =>
      html`<button type="button" ?disabled=${isOff} title=${t("export-help")} @click=${() => run(() => saveSheet(table, format))}>${t(`export-${format}`)}</button>`,
  )}
    <button type="button" ?disabled=${isOff} @click=${() => run(() => saveAllFields(table.rows))}>${t("export-all")}</button>`;
}

/** The rows that a sheet for people has: what is not public only where it was asked for. */
function sheetRows({ rows, filter }: ShownTable): readonly Row[] {
  const published = rows.filter(({ status }) => status === "PUBLISHED");
  const isAsked = filter.status !== "" || filter.show === "drafts" || published.length === 0;
  return isAsked ? rows : published;
}

/** The columns that are shown, with headings and values as the screen has them. */
async function saveSheet(table: ShownTable, format: Format): Promise<void> {
  const rows = sheetRows(table);
  const needsStatus = rows.some(({ status }) => status !== "PUBLISHED") && !table.columns.includes("status");
  const columns: readonly Column[] = needsStatus ? ["status", ...table.columns] : table.columns;
  const text = (row: Row, column: Column) => {
    if (column === "status") return t(`status-${row.status}`);
    // Whoever gets the file may not know where that is; without the word they would look for it elsewhere.
    if (column === "address" && row.isSecret) return t("export-secret");
    return cellText(row, column, table.terms);
  };
  const sheet = {
    header: [t("column-name"), ...columns.map((column) => t(`column-${column}`))],
    rows: rows.map((row) => [row.name, ...columns.map((column) => text(row, column))]),
  };
  saveFile(await requestFile(`/export/staff/report.${format}`, sheet), datedName(t("export-name"), format));
  const left = table.rows.length - rows.length;
  const secret = columns.includes("address") ? rows.filter(({ isSecret }) => isSecret).length : 0;
  const said = [
    t("export-done", { count: rows.length }),
    left > 0 ? t("export-left", { count: left }) : "",
    secret > 0 ? t("export-secret-left", { count: secret }) : "",
  ];
  notify({ text: said.filter(Boolean).join(" ") });
}

/** Every field of every entry, once it was said what of that is not for others. */
async function saveAllFields(rows: readonly Row[]): Promise<void> {
  const secret = rows.filter(({ isSecret }) => isSecret);
  const unpublished = rows.filter(({ status }) => status !== "PUBLISHED").length;
  const lines = [
    t("export-all-text"),
    ...(secret.length > 0
      ? [t("export-all-secret", { count: secret.length, names: nameSome(secret).join(", ") })]
      : []),
    ...(unpublished > 0 ? [t("export-all-unpublished", { count: unpublished })] : []),
  ];
  const format = await choose<Format | null>(
    t("export-all-title", { count: rows.length }),
    lines,
    [
      ...FORMATS.map((value) => ({ value, label: t(`export-${value}`) })),
      { value: null, label: t("cancel"), tone: "strong" as const },
    ],
    null,
  );
  if (!format) return;
  const file = await requestFile(`/export/staff/actors.${format}`, { ids: rows.map(({ id }) => id) });
  saveFile(file, datedName(t("export-all-name"), format));
}
