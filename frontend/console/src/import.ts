// Importing a file: choose it, see what was understood, decide what only a person can, take the rows, put the rest right.
// Nothing is written before the last button; a reload goes on where one was.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { IMPORT_TIMEOUT_MS } from "./client";
import { saveFile } from "./download";
import { ConsoleImport, type ConsoleImportAnswer, type ImportDirectoryInput } from "./generated/questions";
import { columnTable, meaningLabel, questionList, type Report } from "./import/columns";
import {
  base64,
  discardFile,
  type ImportFile,
  learn,
  newFile,
  readFile,
  readLessons,
  restName,
  restOf,
  writeFile,
} from "./import/file";
import { readingChoice } from "./import/reading";
import { parseRest, type Rest, restCsv, restForm } from "./import/rest";
import { hintList, type ImportRow, importRow, isTaken, OUTCOMES, type Outcome } from "./import/rows";
import { describeErrors, mutate } from "./mutation";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { failureOf, View } from "./view";
import { language, t } from "./words";

/** What can be imported, by the ends of names. */
const KINDS = [".csv", ".xlsx", ".ods", ".json", ".geojson"];
/** So many rows stand in the document at once; more come with a click. */
const ROWS = 50;

class ConsoleImportView extends View {
  #file: ImportFile | null = null;
  #report: Report | null = null;
  /** The sheets of the workbook: one that cannot be read can be left for another. */
  #sheets: readonly string[] = [];
  /** The rows that the last act has written; null before it. */
  #written: number | null = null;
  /** What there is to know of them. */
  #noted: readonly ImportRow[] = [];
  #error = "";
  /** How many requests are under way: each decision asks anew. */
  #requests = 0;
  #isOver = false;
  /** Whether the device keeps the file over a reload. */
  #isKept = true;
  #shown: Outcome | null = null;
  #limit = ROWS;
  #taxonomy: Taxonomy | null = null;
  #tag = "";

  protected async load(): Promise<void> {
    this.#tag = language();
    this.#taxonomy = await taxonomy();
    // Somebody may choose a file while the device is asked for the last one.
    const kept = await readFile();
    this.#file ??= kept;
    if (this.#file && !this.#file.rest) await this.#check();
  }

  protected override updated(): void {
    if (this.#tag !== language() && !this.isLoading) void this.reload();
  }

  get #isWorking(): boolean {
    return this.#requests > 0;
  }

  protected content(): TemplateResult {
    return html`<h1>${t("title-import")}</h1>
      ${this.#file ? this.#opened(this.#file) : this.#chooser()}`;
  }

  #chooser() {
    const drop = (event: DragEvent) => {
      event.preventDefault();
      this.#over(false);
      void this.#choose(event.dataTransfer?.files[0]);
    };
    const hover = (event: DragEvent) => {
      event.preventDefault();
      this.#over(true);
    };
    return html`${this.#writtenCard()}
      <p>${t("import-text")}</p>
      <label class=${this.#isOver ? "drop over" : "drop"} @dragover=${hover} @dragleave=${() => this.#over(false)} @drop=${drop}>
        <strong class="button">${t("import-drop")}</strong>
        <span class="soft">${t("import-kinds")}</span>
        <input
          class="unseen"
          type="file"
          accept=${KINDS.join(",")}
          @change=${(event: Event) => this.#choose((event.target as HTMLInputElement).files?.[0])}
        />
      </label>
      ${this.#errorText()}
      <p class="soft">${t("import-nothing-yet")}</p>`;
  }

  #over(isOver: boolean): void {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.requestUpdate();
  }

  async #choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    this.#error = "";
    if (!KINDS.some((kind) => chosen.name.toLowerCase().endsWith(kind))) {
      this.#error = t("import-wrong-kind", { name: chosen.name });
      this.requestUpdate();
      return;
    }
    this.#written = null;
    await this.#open(newFile(chosen.name, chosen));
  }

  /** Looks at a file for the first time; what was learned before is said for it. */
  async #open(file: ImportFile): Promise<void> {
    this.#shown = null;
    this.#limit = ROWS;
    await this.#decide(file);
    const report = this.#report;
    if (!report) return;
    const lessons = readLessons();
    const columns = { ...file.columns };
    const values = { ...file.values };
    for (const { columns: known, questions } of report.tables) {
      for (const { heading, usage } of known) {
        const fields = lessons.columns[heading];
        if (usage === "UNKNOWN" && fields !== undefined) columns[heading] ??= fields;
      }
      for (const { heading, value } of questions) {
        const meaning = lessons.values[`${heading}:${value}`];
        if (meaning !== undefined) values[`${heading}:${value}`] ??= meaning;
      }
    }
    const isMore = (one: object, other: object) => Object.keys(one).length > Object.keys(other).length;
    // What somebody has decided meanwhile goes before what was learned.
    const current = this.#file;
    if (current?.bytes !== file.bytes || !(isMore(columns, file.columns) || isMore(values, file.values))) return;
    await this.#decide({
      ...current,
      columns: { ...columns, ...current.columns },
      values: { ...values, ...current.values },
    });
  }

  /** Keeps what was decided, and looks again. */
  async #decide(file: ImportFile): Promise<void> {
    // Nothing can be taken by what was looked at before.
    this.#requests += 1;
    await this.#keep(file);
    this.#requests -= 1;
    await this.#check();
  }

  #input(file: ImportFile, bytes: string): ImportDirectoryInput {
    const columns = Object.entries(file.columns);
    return {
      fileName: file.name,
      base64: bytes,
      sheet: file.sheet ?? null,
      encoding: file.encoding ?? null,
      as: file.isPublished ? "PUBLISHED" : "DRAFT",
      map: columns.filter(([, fields]) => fields !== "").map(([heading, fields]) => `${heading}=${fields}`),
      ignore: columns.filter(([, fields]) => fields === "").map(([heading]) => heading),
      decisions: [
        ...Object.entries(file.values).map(([value, meaning]) => `${value}=${meaning}`),
        ...Object.entries(file.rows).map(([row, decision]) => `row ${row}=${decision}`),
        ...(file.areAlikeNew ? ["duplicates=new"] : file.areAlikeEntries ? ["duplicates=entry"] : []),
        ...(file.notesUnclear ? ["unclear=note"] : []),
      ],
    };
  }

  async #check(): Promise<void> {
    await this.#send({});
  }

  /** Asks the service what the file would do, or to do it. True when it was answered without a complaint. */
  async #send(more: Pick<ImportDirectoryInput, "dryRun" | "rows" | "digest">): Promise<boolean> {
    const file = this.#file;
    if (!file) return false;
    this.#requests += 1;
    this.#error = "";
    this.requestUpdate();
    let isDone = false;
    try {
      const input = { ...this.#input(file, await base64(file.bytes)), ...more };
      type Payload = NonNullable<ConsoleImportAnswer["importDirectory"]>;
      const { report, userErrors } = await mutate<Payload, ImportDirectoryInput>(
        ConsoleImport,
        input,
        IMPORT_TIMEOUT_MS,
      );
      // What was decided meanwhile is looked at by a request of its own.
      if (this.#file === file) this.#report = report;
      if (report) this.#sheets = report.tables.find(({ sheets }) => sheets.length > 0)?.sheets ?? [];
      this.#error = describeErrors(userErrors);
      isDone = userErrors.length === 0;
    } catch (error) {
      const { kind } = failureOf(error);
      this.#error = t(`failure-${kind}`);
    }
    this.#requests -= 1;
    this.requestUpdate();
    return isDone;
  }

  #errorText() {
    return html`<p class="error" role="alert">${this.#error}</p>`;
  }

  #opened(file: ImportFile) {
    const report = this.#report;
    return html`${this.#writtenCard()}
      <section class="card" aria-labelledby="import-file">
        <h2 id="import-file">${file.name}</h2>
        ${report?.tables.flatMap(({ remarks }) => remarks).map((remark) => html`<p class="soft">${remark}</p>`) ?? nothing}
        ${readingChoice(
          file,
          this.#sheets,
          report,
          (choice) =>
            // Other headings and values stand there.
            void this.#decide({ ...file, ...choice, columns: {}, values: {}, rows: {} }),
        )}
        ${this.#isKept ? nothing : html`<p class="warn">${t("import-not-kept")}</p>`}
        <label class="check">
          <input
            type="checkbox"
            .checked=${file.isPublished}
            @change=${(event: Event) => this.#decide({ ...file, isPublished: (event.target as HTMLInputElement).checked })}
          />
          ${t("import-publish")}
        </label>
        <div class="acts">
          <button type="button" @click=${() => this.#check()} ?disabled=${this.#isWorking}>${t("import-check-again")}</button>
          <button type="button" class="apart" @click=${() => this.#close()}>${t("import-other-file")}</button>
        </div>
        ${this.#errorText()}
      </section>
      <p role="status">${this.#isWorking ? html`${t("import-working")} <progress aria-label=${t("import-working")}></progress>` : nothing}</p>
      ${file.rest ? this.#restForm(file, file.rest) : report ? this.#looked(file, report) : nothing}`;
  }

  #looked(file: ImportFile, report: Report) {
    return html`${report.tables.map((table) => [
      questionList(
        table,
        this.#taxonomy,
        (heading, value, meaning) =>
          void this.#decide({ ...file, values: { ...file.values, [`${heading}:${value}`]: meaning } }),
        (answers, heading) =>
          void this.#decide({
            ...file,
            values: {
              ...file.values,
              ...Object.fromEntries(answers.map(([value, meaning]) => [`${heading}:${value}`, meaning])),
            },
          }),
        () => void this.#decide({ ...file, notesUnclear: true }),
      ),
      columnTable(
        table,
        this.#taxonomy,
        (heading, fields) => void this.#decide({ ...file, columns: { ...file.columns, [heading]: fields } }),
      ),
    ])}
      ${this.#decisions(file)} ${this.#takeBar(file, report)} ${this.#rows(file, report)}`;
  }

  /** What was decided so far, each with the way back. */
  #decisions(file: ImportFile) {
    const without = <Key extends string | number>(map: Readonly<Record<Key, string>>, key: Key) => {
      const { [key]: _, ...rest } = map;
      return rest as Record<Key, string>;
    };
    const fieldsOf = (heading: string) =>
      this.#report?.tables.flatMap(({ columns }) => columns).find((column) => column.heading === heading)?.fields ?? "";
    const nameOf = (row: number) =>
      this.#report?.rows.find(({ number }) => number === row)?.name ?? t("import-row", { number: row });
    const items = [
      ...Object.entries(file.values).map(([value, meaning]) => ({
        text: `${value} → ${meaningLabel(fieldsOf(value.slice(0, value.indexOf(":"))), meaning, this.#taxonomy)}`,
        undo: { ...file, values: without(file.values, value) },
      })),
      ...Object.entries(file.rows).map(([row, decision]) => ({
        text: `${nameOf(Number(row))}: ${decision === "new" ? t("import-is-new") : decision === "skip" ? t("import-skip") : t("import-is", { slug: decision })}`,
        undo: { ...file, rows: without(file.rows, Number(row)) },
      })),
      ...(file.areAlikeNew ? [{ text: t("import-all-new"), undo: { ...file, areAlikeNew: false } }] : []),
      ...(file.areAlikeEntries ? [{ text: t("import-all-entries"), undo: { ...file, areAlikeEntries: false } }] : []),
      ...(file.notesUnclear ? [{ text: t("import-rest-noted"), undo: { ...file, notesUnclear: false } }] : []),
    ];
    if (items.length === 0) return nothing;
    return html`<details class="card" data-part="decisions">
      <summary>${t("import-decided", { count: items.length })}</summary>
      <ul>
        ${repeat(
          items,
          ({ text }) => text,
          ({ text, undo }) =>
            html`<li>${text} <button type="button" aria-label=${t("import-undo-of", { what: text })} @click=${() => this.#decide(undo)}>${t("undo")}</button></li>`,
        )}
      </ul>
    </details>`;
  }

  #taken(file: ImportFile, report: Report): readonly ImportRow[] {
    return report.rows.filter((row) => isTaken(outcomeOf(file, row)));
  }

  #takeBar(file: ImportFile, report: Report) {
    const taken = this.#taken(file, report);
    const { rowCount: rejects, csv } = report.rejects[0] ?? { rowCount: 0, csv: "" };
    return html`<section class="card" data-part="take">
      <h2>${t("import-result")}</h2>
      ${taken.length === 0 ? html`<p>${t("import-none-takable")}</p>` : nothing}
      ${rejects > 0 && taken.length > 0 ? html`<p class="soft">${t("import-rest-later", { count: rejects })}</p>` : nothing}
      <div class="acts">
        ${
          taken.length > 0
            ? html`<button type="button" class="strong" ?disabled=${this.#isWorking} @click=${() => this.#take(file, report)}>
              ${takeLabel(file, taken)}
            </button>`
            : nothing
        }
        ${
          rejects > 0 && taken.length === 0
            ? html`<button type="button" @click=${() => this.#keep({ ...file, rest: parseRest(csv) })}>${t("import-correct", { count: rejects })}</button>`
            : nothing
        }
        ${rejects > 0 ? html`<button type="button" @click=${() => saveFile(new Blob([csv], { type: "text/csv" }), restName(file.name))}>${t("import-download")}</button>` : nothing}
      </div>
    </section>`;
  }

  async #take(file: ImportFile, report: Report): Promise<void> {
    const rows = this.#taken(file, report).map(({ number }) => number);
    if (!(await this.#send({ dryRun: false, rows, digest: report.digest }))) {
      // Somebody else may have changed an entry: the rows are shown as they stand now, with the reason.
      const reason = this.#error;
      await this.#check();
      this.#error = this.#error || reason;
      this.requestUpdate();
      return;
    }
    learn(file);
    this.#written = rows.length;
    this.#noted = this.#report?.rows.filter(({ hints }) => hints.length > 0) ?? [];
    const [rest] = report.rejects;
    this.#report = null;
    if (rest && rest.rowCount > 0) await this.#open(restOf(file, rest.csv));
    else await this.#close();
    window.scrollTo(0, 0);
  }

  /** Cells are changed in place; each key is kept on the device. */
  #restForm(file: ImportFile, rest: Rest) {
    return restForm(
      rest,
      () => void this.#keep(file),
      () => void this.#open(restOf(file, restCsv(rest))),
    );
  }

  async #close(): Promise<void> {
    this.#file = null;
    this.#report = null;
    this.#error = "";
    await discardFile();
    this.requestUpdate();
  }

  #writtenCard() {
    if (this.#written === null) return nothing;
    return html`<p class="card good" role="status">
        ${t("import-done", { count: this.#written })} <a href="/console/entries?show=drafts">${t("import-see-drafts")}</a>
      </p>
      ${
        this.#noted.length > 0
          ? html`<details class="card" data-part="noted" open>
            <summary>${t("import-noted", { count: this.#noted.length })}</summary>
            <ul>
              ${this.#noted.map((row) => html`<li><strong>${row.name || t("nameless")}</strong> ${hintList(row)}</li>`)}
            </ul>
          </details>`
          : nothing
      }`;
  }

  #rows(file: ImportFile, report: Report) {
    const groups = new Map<Outcome, ImportRow[]>();
    for (const row of report.rows) {
      const outcome = outcomeOf(file, row);
      const group = groups.get(outcome);
      if (group) group.push(row);
      else groups.set(outcome, [row]);
    }
    const known = OUTCOMES.filter((outcome) => groups.has(outcome));
    const shown = this.#shown && groups.has(this.#shown) ? this.#shown : known[0];
    if (!shown) return nothing;
    const rows = groups.get(shown) ?? [];
    const show = (outcome: Outcome) => {
      this.#shown = outcome;
      this.#limit = ROWS;
      this.requestUpdate();
    };
    const questions = report.tables.flatMap((table) => table.questions);
    return html`<div class="tabs" role="group" aria-label=${t("import-result")}>
        ${known.map(
          (outcome) =>
            html`<button type="button" aria-pressed=${outcome === shown} @click=${() => show(outcome)}>
              ${t(`import-outcome-${outcome}`)} ${groups.get(outcome)?.length}
            </button>`,
        )}
      </div>
      ${
        shown === "LIKELY_DUPLICATE" && rows.length > 1
          ? html`<div class="acts">
            ${
              rows.some(({ alike }) => alike.some(({ slug }) => slug)) && !file.areAlikeEntries
                ? html`<button type="button" @click=${() => this.#decide({ ...file, areAlikeEntries: true })}>${t("import-all-entries")}</button>`
                : nothing
            }
            <button type="button" @click=${() => this.#decide({ ...file, areAlikeNew: true, areAlikeEntries: false })}>${t("import-all-new")}</button>
          </div>`
          : nothing
      }
      <ul class="cards">
        ${repeat(
          rows.slice(0, this.#limit),
          ({ number }) => number,
          (row) =>
            importRow(row, shown, this.#taxonomy, {
              questions,
              decide: (row, decision) => void this.#decide({ ...file, rows: { ...file.rows, [row.number]: decision } }),
            }),
        )}
      </ul>
      ${rows.length > this.#limit ? html`<button type="button" @click=${() => this.#more()}>${t("more")}</button>` : nothing}`;
  }

  #more(): void {
    this.#limit += ROWS;
    this.requestUpdate();
  }

  /** Keeps what the service need not be asked about; shown at once, so that the next decision builds on this one. */
  async #keep(file: ImportFile): Promise<void> {
    this.#file = file;
    this.requestUpdate();
    this.#isKept = await writeFile(file);
  }
}

/** What becomes of a row by what was decided here and by the service. */
const outcomeOf = ({ rows }: ImportFile, { number, outcome }: ImportRow): Outcome =>
  rows[number] === "skip" ? "LEFT_OUT" : outcome;

/** What taking the rows does: new ones are published or drafts, changes are neither. */
function takeLabel({ isPublished }: ImportFile, taken: readonly ImportRow[]): string {
  const fresh = taken.filter(({ outcome }) => outcome === "NEW").length;
  const changed = taken.length - fresh;
  if (changed > 0 && fresh > 0) return t("import-take-both", { fresh, changed });
  if (changed > 0) return t("import-take-changes", { count: changed });
  return t(isPublished ? "import-take-published" : "import-take", { count: fresh });
}

customElements.define("console-import", ConsoleImportView);
