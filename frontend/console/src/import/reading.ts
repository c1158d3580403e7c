// How a file is read: which sheet of a workbook, and in which encoding a text. Shown as long as there is a choice.
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../words";
import type { Report } from "./columns";
import type { ImportFile } from "./file";

/** The encodings that offices' programs save, as the service names them. */
const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1254",
  "iso-8859-9",
  "macroman",
  "utf-16",
] as const;

/** The choice of sheet or encoding; `choose` reads the file anew. */
export function readingChoice(
  file: ImportFile,
  sheets: readonly string[],
  report: Report | null,
  choose: (choice: Pick<ImportFile, "sheet" | "encoding">) => void,
): TemplateResult | typeof nothing {
  const sheet = report?.tables.find(({ sheet }) => sheet !== null)?.sheet ?? file.sheet ?? "";
  const isText = /\.(csv|tsv)$/i.test(file.name);
  const encoding = file.encoding ?? report?.tables.find(({ encoding }) => encoding !== null)?.encoding ?? "";
  if (sheets.length < 2 && !isText) return nothing;
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<div class="facts" data-part="reading">
    ${
      sheets.length > 1
        ? html`<label>
          ${t("import-sheet")}
          <select name="sheet" @change=${(event: Event) => choose({ sheet: chosen(event) })}>
            ${sheets.map((name) => html`<option value=${name} .selected=${name === sheet}>${name}</option>`)}
          </select>
        </label>`
        : nothing
    }
    ${
      isText
        ? html`<label>
          ${t("import-encoding")}
          <select name="encoding" @change=${(event: Event) => choose({ encoding: chosen(event) })}>
            ${isKnown(encoding) ? nothing : html`<option value=${encoding} .selected=${true}>${encoding || t("import-encoding-found")}</option>`}
            ${ENCODINGS.map((name) => html`<option value=${name} .selected=${name === encoding.toLowerCase()}>${t(`import-encoding-${name}`)}</option>`)}
          </select>
        </label>`
        : nothing
    }
  </div>`;
}

const isKnown = (encoding: string) => ENCODINGS.some((name) => name === encoding.toLowerCase());
