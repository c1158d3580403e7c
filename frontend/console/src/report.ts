// The year by field of action with the year before beside it; every number opens what it counts.
import { html, nothing, type TemplateResult } from "lit";
import { requestFile } from "./client";
import { fetchMeasures, type NotedMeasure } from "./diary";
import { datedName, saveFile } from "./download";
import {
  type Column,
  type CountedItem,
  columnOf,
  eventText,
  type Figure,
  figureText,
  figureValue,
  isMeasure,
  type Measure,
} from "./report/figures";
import {
  BUILT_IN,
  EVENTS_BY_THEME,
  fetchTemplate,
  inLanguage,
  type ReportTemplate,
  sectionsOf,
} from "./report/template";
import { fetchLinks, fetchYear, type YearLink, type YearState } from "./report/year";
import { currentRole } from "./session";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, language, t, vocabulary } from "./words";
import { askedYear, recentYears } from "./years";

/** What is opened below the table. */
interface OpenFigure {
  readonly title: string;
  readonly counted: readonly CountedItem[];
}

/** A table of the report: figures by field of action, or else events by theme. */
interface ReportPart {
  readonly figures?: { readonly name: Measure; readonly title: string }[];
  /** What the table of events is called. */
  readonly title?: string;
}

/** What is counted of a field of action, or of all together: this year and the one before. */
interface FieldColumns {
  readonly label: string;
  readonly now: Column;
  readonly previous: Column;
}

type States = readonly [YearState, YearState, YearState];

class ConsoleReport extends View {
  #year = askedYear();
  /** The year, the one before, and the one before that, which tells what was new then. */
  #states: States | null = null;
  #links: readonly YearLink[] = [];
  /** The diary of the year, and of the one before. */
  #measures: readonly [readonly NotedMeasure[], readonly NotedMeasure[]] = [[], []];
  #terms: Taxonomy | null = null;
  #template: ReportTemplate = BUILT_IN;
  /** The version of the texts that the template is of. */
  #version = 0;
  #tag = "";
  #opened: OpenFigure | null = null;
  #isBusy = false;

  protected async load(): Promise<void> {
    this.#tag = language();
    this.#opened = null;
    [this.#terms, this.#links] = await Promise.all([taxonomy(), fetchLinks(), this.#readTemplate()]);
    this.#measures = await Promise.all([fetchMeasures(this.#year), fetchMeasures(this.#year - 1)]);
    // One after the other: the service gives a client one look into the past at a time.
    const state = await fetchYear(this.#year);
    const before = await fetchYear(this.#year - 1);
    this.#states = [state, before, await fetchYear(this.#year - 2)];
  }

  async #readTemplate(): Promise<void> {
    ({ template: this.#template, version: this.#version } = await fetchTemplate());
    this.requestUpdate();
  }

  /** What the report is called: the year stands behind it. */
  get #title(): string {
    return inLanguage(this.#template.title) || t("title-report");
  }

  /** The parts in the order of the template: figures that follow each other are one table. */
  get #parts(): readonly ReportPart[] {
    const parts: ReportPart[] = [];
    for (const { name, title } of sectionsOf(this.#template)) {
      const last = parts.at(-1);
      if (name === EVENTS_BY_THEME) parts.push({ title });
      else if (isMeasure(name) && last?.figures) last.figures.push({ name, title });
      else if (isMeasure(name)) parts.push({ figures: [{ name, title }] });
    }
    return parts;
  }

  protected override updated(): void {
    if (this.#tag !== language() && !this.isLoading) void this.reload();
  }

  protected content(): TemplateResult {
    const years = recentYears();
    const states = this.#states;
    return html`<div class="headline">
        <h1>${this.#title}</h1>
        <div class="tools unprinted">
          <button type="button" ?disabled=${!states || this.#isBusy} @click=${() => this.#save()}>${t("export-xlsx")}</button>
          <button type="button" ?disabled=${!states} @click=${() => window.print()}>${t("print")}</button>
        </div>
      </div>
      <p class="soft">${t("report-text")}</p>
      <label class="year unprinted">
        ${t("report-year")}
        <select name="year" @change=${(event: Event) => this.#choose(Number((event.target as HTMLSelectElement).value))}>
          ${years.map((year) => html`<option value=${year} ?selected=${year === this.#year}>${year}</option>`)}
        </select>
      </label>
      ${
        states && !this.isLoading
          ? html`${this.#text(this.#template.introduction)} ${this.#tables(states)} ${this.#openedList()} ${this.#text(this.#template.closing)}`
          : nothing
      }
      ${
        currentRole() === "admin" && !this.isLoading
          ? html`<console-report-template .template=${this.#template} .version=${this.#version} .saved=${() => this.#readTemplate()}></console-report-template>`
          : nothing
      }`;
  }

  /** A text of the template. */
  #text(texts: ReportTemplate["introduction"]) {
    const text = inLanguage(texts);
    return text ? html`<p class="report-text" dir="auto">${text}</p>` : nothing;
  }

  #choose(year: number): void {
    this.#year = year;
    this.#states = null;
    history.replaceState(history.state, "", `/console/report?year=${year}`);
    void this.reload();
  }

  /** The columns: all together, previous each field of action. */
  #columns([state, before, earlier]: States): FieldColumns[] {
    const fields: [string | null, string][] = [[null, t("report-all")], ...Object.entries(vocabulary().fieldsOfAction)];
    return fields.map(([field, label]) => ({
      label,
      now: columnOf(state, before, this.#links, this.#measures[0], field),
      previous: columnOf(before, earlier, this.#links, this.#measures[1], field),
    }));
  }

  #tables(states: States) {
    const columns = this.#columns(states);
    return this.#parts.map(({ figures, title }) =>
      figures ? this.#figures(states, columns, figures) : this.#themes(states, title ?? ""),
    );
  }

  #figures(states: States, columns: readonly FieldColumns[], figures: NonNullable<ReportPart["figures"]>) {
    return html`<div class="wide-table" tabindex="0" role="region" aria-label=${`${this.#title}: ${figures.map(({ title }) => title).join(", ")}`}>
      <table class="plain figures">
        <caption>
          ${t("report-caption", { date: formatDate(states[0].end), year: String(this.#year - 1) })}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="unseen">${t("report-measure")}</span></th>
            ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${figures.map(
            ({ name, title }) =>
              html`<tr>
                <th scope="row">${title}</th>
                ${columns.map(({ label, now, previous }) => this.#cell(`${title} · ${label} · ${this.#year}`, now[name], previous[name]))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #cell(title: string, figure: Figure, before: Figure) {
    const text = figureText(figure);
    return html`<td>
      ${figure.counted.length > 0 ? html`<button type="button" class="number" aria-label=${`${title}: ${text}`} @click=${() => this.#open(title, figure.counted)}>${text}</button>` : html`<span class="number">${text}</span>`}
      <span class="soft">${t("report-before", { number: figureText(before) })}</span>
    </td>`;
  }

  #open(title: string, counted: readonly CountedItem[]): void {
    this.#opened = { title, counted };
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#opened")?.focus());
  }

  #openedList() {
    if (!this.#opened) return nothing;
    const { title, counted } = this.#opened;
    return html`<section class="card unprinted" aria-labelledby="opened">
      <h2 id="opened" tabindex="-1">${title}</h2>
      <ul>
        ${counted.map(({ text, address }) => html`<li>${address ? html`<a href=${address} target=${address.startsWith("/console") ? nothing : "_blank"}>${text}</a>` : text}</li>`)}
      </ul>
    </section>`;
  }

  /** How many events there were of each theme. */
  #themeRows([state, before]: States): { label: string; now: readonly CountedItem[]; previous: number }[] {
    const of = (events: YearState["events"], id: string) =>
      events.filter(({ themes }) => themes.some((theme) => theme.id === id)).map(eventText);
    const rows = (this.#terms?.themes ?? []).map(({ id, label }) => ({
      label,
      now: of(state.events, id),
      previous: of(before.events, id).length,
    }));
    return rows.filter(({ now, previous }) => now.length + previous > 0);
  }

  #themes(states: States, caption: string) {
    const rows = this.#themeRows(states);
    if (rows.length === 0) return nothing;
    return html`<table class="plain" data-part=${EVENTS_BY_THEME}>
      <caption>${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${t("field-themes")}</th>
          <th scope="col">${this.#year}</th>
          <th scope="col">${this.#year - 1}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({ label, now, previous }) => {
          const title = `${t("measure-events")} · ${label} · ${this.#year}`;
          return html`<tr>
            <th scope="row">${label}</th>
            <td><button type="button" class="number" aria-label=${`${title}: ${now.length}`} @click=${() => this.#open(title, now)}>${now.length}</button></td>
            <td>${previous}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  async #save(): Promise<void> {
    const states = this.#states;
    if (!states) return;
    this.#isBusy = true;
    this.requestUpdate();
    const columns = this.#columns(states);
    const rows = this.#parts.flatMap(({ figures, title: caption = "" }) =>
      figures
        ? columns.flatMap(({ label, now, previous }) =>
            figures.map(({ name, title }) => [label, title, figureValue(now[name]), figureValue(previous[name])]),
          )
        : this.#themeRows(states).map(({ label, now, previous }) => [label, caption, now.length, previous]),
    );
    const lines = (texts: ReportTemplate["introduction"]) => [inLanguage(texts)].filter(Boolean);
    const report = {
      title: `${this.#title} ${this.#year}`,
      introduction: lines(this.#template.introduction),
      closing: lines(this.#template.closing),
      header: [t("report-field"), t("report-measure"), String(this.#year), String(this.#year - 1)],
      rows,
    };
    await attempt(async () =>
      saveFile(await requestFile("/export/staff/report.xlsx", report), datedName(t("report-name"), "xlsx")),
    );
    this.#isBusy = false;
    this.requestUpdate();
  }
}

customElements.define("console-report", ConsoleReport);
