// The table of all actors: search, filters, order, selection. Only the rows in sight are in the document.
import { html, nothing, type TemplateResult } from "lit";
import { actOnMany, BULK_ACTS, type BulkAct } from "./bulk";
import { kindLabel } from "./fields";
import { districtLabels, fetchDueIds, fetchRows, filterRows, knownRows, sortRows, SORTS, type Row, type RowFilter, type Sort } from "./rows";
import { taxonomy, type Taxonomy, type Term } from "./taxonomy";
import { View } from "./view";
import { formatDate, language, t } from "./words";

/** The height of a row, pixels, as the stylesheet has it. */
const ROW_PX = 44;
/** Rows above and below what is in sight. */
const MARGIN_ROWS = 8;
const SHOWS = ["due", "drafts", "unplaced"] as const;
const STATES = ["DRAFT", "PUBLISHED", "ARCHIVED"] as const;
const TYPES = ["organisation", "institution", "network"] as const;

class ConsoleEntryTable extends View {
  #sort: Sort = "updated";
  #isDown = true;
  #terms: Taxonomy = { themes: [], districts: [], byId: new Map() };
  #tag = "";
  #due: ReadonlySet<string> = new Set();
  #total = 0;
  #shown: readonly Row[] = [];
  #selected = new Set<string>();
  /** Where a selection with the shift key begins. */
  #anchor = -1;
  #scrolled = 0;
  #progress = "";
  #filter: RowFilter = this.#read();

  #read(): RowFilter {
    const query = new URLSearchParams(location.search);
    const value = (name: string) => query.get(name) ?? "";
    const [sort = "", way] = value("sort").split("-");
    this.#sort = SORTS.find((known) => known === sort) ?? "updated";
    this.#isDown = sort ? way === "down" : true;
    return { q: value("q"), show: value("show"), status: value("status"), type: value("type"), theme: value("theme"), district: value("district") };
  }

  readonly #routed = () => {
    if (location.pathname !== "/console/entries") return;
    this.#filter = this.#read();
    this.#apply();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("console-route", this.#routed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("console-route", this.#routed);
  }

  protected async load(): Promise<void> {
    await this.#label();
    this.#apply();
    const due = fetchDueIds().then((ids) => (this.#due = ids));
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
    this.#shown = sortRows(filterRows(knownRows(), this.#filter, this.#due, this.#terms), this.#sort, this.#isDown, this.#terms, language());
    this.requestUpdate();
  }

  #set(change: Partial<RowFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#address();
    this.#anchor = -1;
    this.#selected.clear();
    this.querySelector(".rows")?.scrollTo(0, 0);
    this.#apply();
  }

  /** Keeps the filter in the address, so that a reload and the back button find it. */
  #address(): void {
    const query = new URLSearchParams(Object.entries(this.#filter).filter(([, value]) => value));
    if (this.#sort !== "updated" || !this.#isDown) query.set("sort", `${this.#sort}-${this.#isDown ? "down" : "up"}`);
    history.replaceState(history.state, "", query.size > 0 ? `/console/entries?${query}` : "/console/entries");
  }

  protected content(): TemplateResult {
    const isFiltered = Object.values(this.#filter).some(Boolean);
    return html`<div class="headline">
        <h1>${t("title-entries")}</h1>
        <a class="button strong" href="/console/entries/new?type=organisation">${t("new-entry")}</a>
      </div>
      <form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <label class="wide">
          ${t("search")}
          <input type="search" name="q" .value=${this.#filter.q} @input=${(event: Event) => this.#set({ q: (event.target as HTMLInputElement).value })} />
        </label>
        ${this.#select("show", t("filter-show"), SHOWS.map((show) => [show, t(`show-${show}`)]))}
        ${this.#select("status", t("column-status"), STATES.map((status) => [status, t(`status-${status}`)]))}
        ${this.#select("type", t("filter-type"), TYPES.map((type) => [type, t(`type-${type}`)]))}
        ${this.#select("theme", t("field-themes"), this.#options(this.#terms.themes))}
        ${this.#select("district", t("column-district"), this.#options(this.#terms.districts))}
      </form>
      <div class="tally">
        <p role="status">
          ${t("entries-count", { count: this.#shown.length })}
          ${this.isLoading && this.#total > knownRows().length ? t("entries-loading", { known: knownRows().length, total: this.#total }) : nothing}
        </p>
        ${isFiltered
          ? html`<button type="button" @click=${() => this.#set({ q: "", show: "", status: "", type: "", theme: "", district: "" })}>${t("filters-clear")}</button>`
          : nothing}
      </div>
      ${this.#selected.size > 0 ? this.#bulk() : nothing} ${this.#table()}`;
  }

  #options(terms: readonly Term[]): (readonly [string, string])[] {
    return terms.map(({ slug, label, depth }) => [slug, `${"\u00a0\u00a0".repeat(depth)}${label}`] as const);
  }

  #select(name: keyof RowFilter, label: string, options: readonly (readonly [string, string])[]) {
    const chosen = this.#filter[name];
    return html`<label>
      ${label}
      <select name=${name} @change=${(event: Event) => this.#set({ [name]: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${!chosen}>${t("all")}</option>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select>
    </label>`;
  }

  #bulk() {
    return html`<div class="bulk" role="group" aria-label=${t("bulk-title")}>
      <strong role="status">${t("bulk-selected", { count: this.#selected.size })} ${this.#progress}</strong>
      ${BULK_ACTS.map(
        (act) =>
          html`<button type="button" class=${act === "archive" ? "apart" : nothing} ?disabled=${this.#progress !== ""} @click=${() => this.#act(act)}>${t(`bulk-${act}`)}</button>`,
      )}
      <button type="button" @click=${() => this.#clear()}>${t("bulk-clear")}</button>
    </div>`;
  }

  #clear(): void {
    this.#selected.clear();
    this.requestUpdate();
  }

  async #act(act: BulkAct): Promise<void> {
    const rows = knownRows().filter(({ id }) => this.#selected.has(id));
    let done = 0;
    const isTried = await actOnMany(act, rows, () => {
      this.#progress = `${++done}/${rows.length}`;
      this.#apply();
    });
    this.#progress = "";
    if (!isTried) return;
    this.#selected.clear();
    this.#due = await fetchDueIds().catch(() => this.#due);
    this.#apply();
  }

  #table() {
    const height = this.querySelector(".rows")?.clientHeight ?? 640;
    const first = Math.max(0, Math.floor(this.#scrolled / ROW_PX) - MARGIN_ROWS);
    const rows = this.#shown.slice(first, first + Math.ceil(height / ROW_PX) + 2 * MARGIN_ROWS);
    const rest = this.#shown.length - first - rows.length;
    const isAll = this.#shown.length > 0 && this.#shown.every(({ id }) => this.#selected.has(id));
    return html`<div class="rows" tabindex="0" role="region" aria-label=${t("title-entries")} @scroll=${this.#scroll}>
      <table aria-rowcount=${this.#shown.length + 1}>
        <thead>
          <tr aria-rowindex="1">
            <th scope="col" class="tick"><input type="checkbox" aria-label=${t("select-all")} .checked=${isAll} @change=${() => this.#selectAll(isAll)} /></th>
            ${SORTS.map((sort) => this.#heading(sort))}
          </tr>
        </thead>
        <tbody>
          ${space(first)} ${rows.map((row, index) => this.#row(row, first + index))} ${space(rest)}
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
        <input type="checkbox" .checked=${isSelected} aria-label=${t("select-entry", { name: row.name })} @click=${(event: MouseEvent) => this.#tick(event, row, index)} />
      </td>
      <th scope="row" class="c-name"><a href=${`/console/entries/${row.id}`} title=${row.name}>${row.name}</a></th>
      <td class="c-kind">${kindLabel(row.type, row.kind)}</td>
      <td class="c-district">${districtLabels(row, this.#terms)}</td>
      <td class="c-status"><span class=${`status ${row.status}`}>${t(`status-${row.status}`)}</span></td>
      <td class="c-verified">${formatDate(row.verifiedOn)}${this.#due.has(row.id) ? html` <span class="mark">${t("due-mark")}</span>` : nothing}</td>
      <td class="c-updated">${formatDate(row.updatedAt.slice(0, 10))}</td>
    </tr>`;
  }

  #tick(event: MouseEvent, row: Row, index: number): void {
    const isOn = (event.target as HTMLInputElement).checked;
    const [from, to] = event.shiftKey && this.#anchor >= 0 ? [Math.min(this.#anchor, index), Math.max(this.#anchor, index)] : [index, index];
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
  return rows > 0 ? html`<tr class="space" aria-hidden="true"><td .style=${`height: ${rows * ROW_PX}px`}></td></tr>` : nothing;
}

customElements.define("console-entries", ConsoleEntryTable);
