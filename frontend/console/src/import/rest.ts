// The rows that were left out, in cells to be put right and looked at again.
import { html, nothing, type TemplateResult } from "lit";
import Papa from "papaparse";
import { t } from "../words";

/** A table of cells; the last column says what is wrong with the row. */
export interface Rest {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly cells: string[]; readonly problem: string }[];
}

/** The table of the service's answer. */
export function parseRest(csv: string): Rest {
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true });
  const [headings = [], ...rows] = data;
  return {
    headings: headings.slice(0, -1),
    rows: rows.map((cells) => ({ cells: cells.slice(0, -1), problem: cells.at(-1) ?? "" })),
  };
}

/** The table as the text of a file that can be imported. */
export const restCsv = (rest: Rest): string =>
  `\ufeff${Papa.unparse({ fields: [...rest.headings], data: rest.rows.map(({ cells }) => cells) }, { delimiter: ";" })}`;

/** The cells, a row after the other: those that a problem names first, the others behind a click. `change` after each key. */
export function restForm(rest: Rest, change: () => void, submit: () => void): TemplateResult {
  const isNamed = (heading: string, problem: string) => heading !== "" && problem.includes(`${heading}:`);
  const write = (cells: string[], at: number, event: Event) => {
    cells[at] = (event.target as HTMLInputElement).value;
    change();
  };
  const cell = (cells: string[], at: number) => {
    const heading = rest.headings[at] ?? "";
    return html`<label>
      ${heading || t("import-no-heading")}
      <input autocomplete="off" .value=${cells[at] ?? ""} @input=${(event: Event) => write(cells, at, event)} />
    </label>`;
  };
  const send = (event: Event) => {
    event.preventDefault();
    submit();
  };
  return html`<form data-part="rest" @submit=${send}>
    <ol class="cards">
      ${rest.rows.map(({ cells, problem }) => {
        const all = rest.headings.map((_, at) => at);
        const named = all.filter((at) => isNamed(rest.headings[at] ?? "", problem));
        const others = all.filter((at) => !named.includes(at));
        return html`<li class="card">
          <p class="error">${problem}</p>
          <div class="fields">${named.map((at) => cell(cells, at))}</div>
          ${
            others.length > 0
              ? html`<details ?open=${named.length === 0}>
                <summary>${t("import-other-cells", { name: cells.find((text) => /\p{L}{3}/u.test(text)) ?? "" })}</summary>
                <div class="fields">${others.map((at) => cell(cells, at))}</div>
              </details>`
              : nothing
          }
        </li>`;
      })}
    </ol>
    <div class="acts"><button class="strong">${t("import-check-again")}</button></div>
  </form>`;
}
