// The table of all actors: search, filters, order, selection. Only the rows in sight are in the document.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { actOnMany, BULK_ACTS, type BulkAct, changeMany } from "./entries/bulk";
import { askForChange } from "./entries/change";
import { type Column, cellText, readColumns, SORTS, type Sort, sortRows, writeColumns } from "./entries/columns";
import { exportButtons } from "./entries/export";
import {
  type Findings,
  filterQuery,
  filterRows,
  NO_FILTER,
  publicQuestion,
  type RowFilter,
  readFilter,
} from "./entries/filter";
import { filterForm, hasMore } from "./entries/filters";
import { fetchDueIds, fetchMatches, fetchRows, knownRows, type Row } from "./entries/rows";
import { columnsMenu, viewsMenu } from "./entries/tools";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { language, t } from "./words";

/** The height of a row, pixels, as the stylesheet has it. */
const ROW_PX = 44;
/** Rows above and below what is in sight. */
const MARGIN_ROWS = 8;
/** How long typing pauses before the directory's own search is asked, milliseconds. */
const DEBOUNCE_MS = 300;
/** How many of those it finds count: the rows say the words themselves, or come first there. */
const MOST_FOUND = 200;
/** How many letters are worth asking it. */
const MIN_LETTERS = 3;

class ConsoleEntryTable extends View {
  #sort: Sort = "updated";
  #isDown = true;
  #columns: readonly Column[] = readColumns();
  #terms: Taxonomy = { themes: [], districts: [], byId: new Map(), zone: "UTC" };
  #tag = "";
  #findings: Findings = { due: new Set(), matches: null, found: new Set(), placed: new Set() };
  /** What the directory's own search was asked last. */
  #asked = { question: "null", words: "", districts: "" };
  #searchTimer = 0;
  #total = 0;
  #shown: readonly Row[] = [];
  #selected = new Set<string>();
  /** Where a selection with the shift key begins. */
  #anchor = -1;
  #scrolled = 0;
  #progress = "";
  #isMore = false;
  #isExporting = false;
  #filter: RowFilter = this.#read();

  #read(): RowFilter {
    const query = new URLSearchParams(location.search);
    const [sort = "", way] = (query.get("sort") ?? "").split("-");
    this.#sort = SORTS.find((known) => known === sort) ?? "updated";
    this.#isDown = sort ? way === "down" : true;
    const filter = readFilter(query);
    this.#isMore ||= hasMore(filter);
    return filter;
  }

  readonly #routed = () => {
    if (location.pathname !== "/console/entries") return;
    this.#filter = this.#read();
    this.#columns = readColumns();
    this.#ask();
    this.#apply();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("console-route", this.#routed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("console-route", this.#routed);
    clearTimeout(this.#searchTimer);
  }

  protected async load(): Promise<void> {
    await this.#label();
    this.#ask();
    this.#apply();
    const due = fetchDueIds().then((ids) => (this.#findings = { ...this.#findings, due: ids }));
    await fetchRows((total) => {
      this.#total = total;
      this.#apply();
    });
    await due;
    this.#apply();
  }

  async #label(): Promise<void> {
    this.#tag = language();
    this.#terms = await taxonomy();
  }

  protected override updated(): void {
    if (this.#tag !== language()) void this.#label().then(() => this.#apply());
  }

  /** Puts the filter to the rows. */
  #apply(): void {
    const rows = filterRows(knownRows(), this.#filter, this.#findings, this.#terms);
    this.#shown = sortRows(rows, this.#sort, this.#isDown, this.#terms, language());
    this.requestUpdate();
  }

  /** Asks the directory's own search what only it knows; until it has answered, what was known before stays. */
  #ask(): void {
    const question = publicQuestion(this.#filter);
    const key = JSON.stringify(question && { ...question, openAt: question.openAt ? "now" : null });
    const words = this.#filter.q.trim().length >= MIN_LETTERS ? this.#filter.q.trim() : "";
    const districts = this.#filter.district.join(" ");
    const asked = { question: key, words, districts };
    clearTimeout(this.#searchTimer);
    if (!words) this.#findings = { ...this.#findings, found: new Set() };
    if (!question) this.#findings = { ...this.#findings, matches: null };
    if (districts !== this.#asked.districts) this.#findings = { ...this.#findings, placed: new Set() };
    if (JSON.stringify(asked) === JSON.stringify(this.#asked)) return;
    const none = new Set<string>();
    const fetch = async () => {
      this.#asked = asked;
      const [matches, found, placed] = await Promise.all([
        question ? fetchMatches(question) : null,
        words ? fetchMatches({ text: words }, MOST_FOUND) : none,
        districts ? fetchMatches({ districts: this.#filter.district }) : none,
      ]);
      // Somebody has typed on: what was found out is of yesterday.
      if (this.#asked !== asked) return;
      this.#findings = { ...this.#findings, matches, found, placed };
      this.#apply();
    };
    const ask = async () => {
      // What was not answered is asked again with the next change.
      if (!(await attempt(fetch)) && this.#asked === asked) this.#asked = { question: "", words: "", districts: "" };
    };
    this.#searchTimer = window.setTimeout(() => void ask(), DEBOUNCE_MS);
  }

  #set(change: Partial<RowFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#address();
    this.#anchor = -1;
    this.#selected.clear();
    this.querySelector(".rows")?.scrollTo(0, 0);
    this.#ask();
    this.#apply();
  }

  /** Keeps the filter in the address, so that a reload and the back button find it. */
  #address(): void {
    const query = this.#query();
    history.replaceState(history.state, "", query ? `/console/entries?${query}` : "/console/entries");
  }

  /** Filter and order as the address has them. */
  #query(): string {
    const query = filterQuery(this.#filter);
    if (this.#sort !== "updated" || !this.#isDown) query.set("sort", `${this.#sort}-${this.#isDown ? "down" : "up"}`);
    return query.toString();
  }

  protected content(): TemplateResult {
    const isFiltered = filterQuery(this.#filter).size > 0;
    return html`<div class="headline">
        <h1>${t("title-entries")}</h1>
        <a class="button strong" href="/console/entries/new?type=organisation">${t("new-entry")}</a>
      </div>
      ${filterForm(
        this.#filter,
        this.#terms,
        this.#isMore,
        (change) => this.#set(change),
        () => this.#unfold(),
      )}
      <div class="tally">
        <p role="status">
          ${t("entries-count", { count: this.#shown.length })}
          ${this.isLoading && this.#total > knownRows().length ? t("entries-loading", { known: knownRows().length, total: this.#total }) : nothing}
        </p>
        ${isFiltered ? html`<button type="button" @click=${() => this.#set(NO_FILTER)}>${t("filters-clear")}</button>` : nothing}
        <div class="tools">
          ${viewsMenu(this.#query(), () => this.requestUpdate())} ${columnsMenu(this.#columns, (columns) => this.#show(columns))}
          ${exportButtons({ rows: this.#shown, columns: this.#columns, filter: this.#filter, terms: this.#terms }, this.#isExporting || this.isLoading, (isBusy) => this.#export(isBusy))}
        </div>
      </div>
      ${this.#selected.size > 0 ? this.#bulk() : nothing} ${this.#table()}`;
  }

  #unfold(): void {
    this.#isMore = !this.#isMore;
    this.requestUpdate();
  }

  #show(columns: readonly Column[]): void {
    this.#columns = columns;
    writeColumns(columns);
    this.requestUpdate();
  }

  #export(isBusy: boolean): void {
    this.#isExporting = isBusy;
    this.requestUpdate();
  }

  #bulk() {
    return html`<div class="bulk" role="group" aria-label=${t("bulk-title")}>
      <strong role="status">${t("bulk-selected", { count: this.#selected.size })} ${this.#progress}</strong>
      ${BULK_ACTS.map(
        (act) =>
          html`<button type="button" class=${act === "archive" ? "apart" : nothing} ?disabled=${this.#progress !== ""} @click=${() => this.#act(act)}>${t(`bulk-${act}`)}</button>`,
      )}
      <button type="button" ?disabled=${this.#progress !== ""} @click=${() => this.#change()}>${t("bulk-change")}</button>
      ${this.#selected.size === 2 ? html`<a class="button" href=${`/console/merge/${[...this.#selected].join("/")}`}>${t("bulk-merge")}</a>` : nothing}
      <button type="button" @click=${() => this.#clear()}>${t("bulk-clear")}</button>
    </div>`;
  }

  #clear(): void {
    this.#selected.clear();
    this.requestUpdate();
  }

  async #act(act: BulkAct): Promise<void> {
    const rows = this.#chosen();
    if (await actOnMany(act, rows, this.#counter(rows.length))) await this.#finish();
    this.#progress = "";
  }

  async #change(): Promise<void> {
    const rows = this.#chosen();
    const change = await askForChange(rows, this.#terms);
    if (!change) return;
    await changeMany(change, rows, this.#counter(rows.length));
    await this.#finish();
  }

  #chosen(): readonly Row[] {
    return knownRows().filter(({ id }) => this.#selected.has(id));
  }

  #counter(total: number): () => void {
    let done = 0;
    return () => {
      this.#progress = `${++done}/${total}`;
      this.#apply();
    };
  }

  async #finish(): Promise<void> {
    this.#progress = "";
    this.#selected.clear();
    const due = await fetchDueIds().catch(() => this.#findings.due);
    this.#findings = { ...this.#findings, due };
    this.#apply();
  }

  #table() {
    const height = this.querySelector(".rows")?.clientHeight ?? 640;
    const first = Math.max(0, Math.floor(this.#scrolled / ROW_PX) - MARGIN_ROWS);
    const rows = this.#shown.slice(first, first + Math.ceil(height / ROW_PX) + 2 * MARGIN_ROWS);
    const rest = this.#shown.length - first - rows.length;
    const isAll = this.#shown.length > 0 && this.#shown.every(({ id }) => this.#selected.has(id));
    return html`<div class="rows" tabindex="0" role="region" aria-label=${t("title-entries")} @scroll=${this.#scroll}>
      <table aria-rowcount=${this.#shown.length + 1} .style=${`min-inline-size: ${18 + 10 * this.#columns.length}rem`}>
        <thead>
          <tr aria-rowindex="1">
            <th scope="col" class="tick"><input type="checkbox" aria-label=${t("select-all")} .checked=${isAll} @change=${() => this.#selectAll(isAll)} /></th>
            ${(["name", ...this.#columns] as const).map((sort) => this.#heading(sort))}
          </tr>
        </thead>
        <tbody>
          ${space(first)} ${repeat(
            rows,
            ({ id }) => id,
            (row, index) => this.#row(row, first + index),
          )} ${space(rest)}
        </tbody>
      </table>
      ${this.#shown.length === 0 && !this.isLoading ? html`<p class="empty">${t("entries-none")}</p>` : nothing}
    </div>`;
  }

  #heading(sort: Sort) {
    const isChosen = sort === this.#sort;
    return html`<th scope="col" class=${`c-${sort}`} aria-sort=${isChosen ? (this.#isDown ? "descending" : "ascending") : nothing}>
      <button type="button" @click=${() => this.#order(sort)}>
        ${t(`column-${sort}`)} <span aria-hidden="true">${isChosen ? (this.#isDown ? "▼" : "▲") : ""}</span>
      </button>
    </th>`;
  }

  #order(sort: Sort): void {
    this.#isDown = sort === this.#sort ? !this.#isDown : sort === "updated";
    this.#sort = sort;
    this.#anchor = -1;
    this.#address();
    this.#apply();
  }

  #row(row: Row, index: number) {
    const isSelected = this.#selected.has(row.id);
    return html`<tr aria-rowindex=${index + 2} class=${isSelected ? "selected" : nothing} data-entry=${row.id}>
      <td class="tick">
        <input type="checkbox" .checked=${isSelected} aria-label=${t("select-entry", { name: row.name })} @click=${(event: MouseEvent) => this.#tick(event, index)} />
      </td>
      <th scope="row" class="c-name"><a href=${`/console/entries/${row.id}`} title=${row.name}>${row.name}</a></th>
      ${this.#columns.map((column) => this.#cell(row, column))}
    </tr>`;
  }

  #cell(row: Row, column: Column) {
    const text = cellText(row, column, this.#terms);
    if (column === "status")
      return html`<td class="c-status"><span class=${`status ${row.status}`}>${t(`status-${row.status}`)}</span></td>`;
    const mark =
      column === "verified" && this.#findings.due.has(row.id)
        ? html` <span class="mark">${t("due-mark")}</span>`
        : nothing;
    return html`<td class=${`c-${column}`} title=${text}>${text}${mark}</td>`;
  }

  #tick(event: MouseEvent, index: number): void {
    const isOn = (event.target as HTMLInputElement).checked;
    const [from, to] =
      event.shiftKey && this.#anchor >= 0
        ? [Math.min(this.#anchor, index), Math.max(this.#anchor, index)]
        : [index, index];
    for (const { id } of this.#shown.slice(from, to + 1)) {
      if (isOn) this.#selected.add(id);
      else this.#selected.delete(id);
    }
    this.#anchor = index;
    this.requestUpdate();
  }

  #selectAll(isAll: boolean): void {
    if (isAll) this.#selected.clear();
    else for (const { id } of this.#shown) this.#selected.add(id);
    this.requestUpdate();
  }

  #scroll(event: Event): void {
    const scrolled = (event.target as HTMLElement).scrollTop;
    if (Math.abs(scrolled - this.#scrolled) < ROW_PX) return;
    this.#scrolled = scrolled;
    this.requestUpdate();
  }
}

/** The room of rows that are not in the document. */
function space(rows: number) {
  return rows > 0
    ? html`<tr class="space" aria-hidden="true"><td .style=${`height: ${rows * ROW_PX}px`}></td></tr>`
    : nothing;
}

customElements.define("console-entries", ConsoleEntryTable);
