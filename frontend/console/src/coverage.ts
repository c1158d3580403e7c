// Who works on what where: every number opens its entries, every gap says who could fill it.
import { html, nothing, type TemplateResult } from "lit";
import { request, requestFile } from "./client";
import { datedName, saveFile } from "./download";
import { ConsoleCoverage, type ConsoleCoverageAnswer, ConsoleGap, type ConsoleGapAnswer } from "./generated/questions";
import { attempt, View } from "./view";
import { language, t } from "./words";

type Coverage = ConsoleCoverageAnswer["coverage"];
type Theme = Coverage["themes"][number];
type District = Coverage["districts"][number];

const LEVELS = ["BOROUGH", "QUARTER"] as const;

/** A gap and who could fill it. */
interface Gap {
  readonly theme: Theme;
  readonly district: District;
  readonly found: ConsoleGapAnswer | null;
}

class ConsoleCoverageView extends View {
  #coverage: Coverage | null = null;
  #level: (typeof LEVELS)[number] = "BOROUGH";
  #isWhole = false;
  #gap: Gap | null = null;
  #tag = "";
  #isBusy = false;

  protected async load(): Promise<void> {
    this.#tag = language();
    this.#coverage = (await request(ConsoleCoverage, { language: this.#tag })).coverage;
  }

  protected override updated(): void {
    if (this.#tag !== language() && !this.isLoading) void this.reload();
  }

  /** Themes and districts in sight, with their places in the table of counts. */
  #shown(): { themes: [Theme, number][]; districts: [District, number][] } {
    const { themes = [], districts = [] } = this.#coverage ?? {};
    return {
      themes: themes
        .map((theme, at): [Theme, number] => [theme, at])
        .filter(([{ parent }]) => this.#isWhole || !parent),
      districts: districts
        .map((district, at): [District, number] => [district, at])
        .filter(([{ level }]) => level === this.#level),
    };
  }

  protected content(): TemplateResult {
    const coverage = this.#coverage;
    return html`<div class="headline">
        <h1>${t("title-coverage")}</h1>
        <div class="tools unprinted">
          <button type="button" ?disabled=${!coverage || this.#isBusy} @click=${() => this.#save()}>${t("export-xlsx")}</button>
          <button type="button" ?disabled=${!coverage} @click=${() => window.print()}>${t("print")}</button>
        </div>
      </div>
      <p class="soft">${t("coverage-text")}</p>
      <div class="tabs unprinted">
        ${LEVELS.map((level) => html`<button type="button" aria-pressed=${level === this.#level} @click=${() => this.#show({ level })}>${t(`coverage-${level}`)}</button>`)}
        <button type="button" aria-pressed=${this.#isWhole} @click=${() => this.#show({ isWhole: !this.#isWhole })}>${t("coverage-whole")}</button>
      </div>
      ${this.#gap ? this.#gapCard(this.#gap) : nothing} ${coverage ? this.#table(coverage) : nothing}`;
  }

  #show({
    level = this.#level,
    isWhole = this.#isWhole,
  }: {
    level?: (typeof LEVELS)[number];
    isWhole?: boolean;
  }): void {
    this.#level = level;
    this.#isWhole = isWhole;
    this.requestUpdate();
  }

  #table({ counts }: Coverage) {
    const { themes, districts } = this.#shown();
    return html`<div class="wide-table" tabindex="0" role="region" aria-label=${t("title-coverage")}>
      <table class="plain figures">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">${t("field-themes")}</span></th>
            ${districts.map(([{ label }]) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${themes.map(
            ([theme, row]) =>
              html`<tr>
                <th scope="row" class=${theme.parent ? "depth-1" : nothing}>${theme.label}</th>
                ${districts.map(([district, column]) => this.#cell(theme, district, counts[row]?.[column] ?? 0))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #cell(theme: Theme, district: District, count: number) {
    const place = `${theme.label}, ${district.label}`;
    if (count > 0) {
      const address = `/console/entries?status=PUBLISHED&theme=${theme.slug}&district=${district.slug}`;
      return html`<td><a class="number" href=${address} aria-label=${t("coverage-some", { place, count })}>${count}</a></td>`;
    }
    return html`<td class="gap"><button type="button" class="number" aria-label=${t("coverage-gap", { place })} @click=${() => this.#open(theme, district)}>0</button></td>`;
  }

  async #open(theme: Theme, district: District): Promise<void> {
    this.#gap = { theme, district, found: null };
    this.requestUpdate();
    await attempt(async () => {
      const near = { themes: [theme.slug] };
      const there = { districts: [district.slug], ...(theme.parent ? { themes: [theme.parent.slug] } : {}) };
      this.#gap = { theme, district, found: await request(ConsoleGap, { near, there }) };
    });
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>("#gap")?.focus();
  }

  #gapCard({ theme, district, found }: Gap) {
    const near = t("coverage-near", { theme: theme.label });
    const there = theme.parent
      ? t("coverage-there", { theme: this.#parentLabel(theme), district: district.label })
      : t("coverage-there-any", { district: district.label });
    const list = (key: "near" | "there", heading: string) => {
      const { nodes = [], totalCount = 0 } = found?.[key] ?? {};
      return html`<div>
        <h3>${heading}</h3>
        ${nodes.length === 0 && found ? html`<p class="soft">${t("coverage-nobody")}</p>` : nothing}
        <ul>
          ${nodes.map(({ id, name }) => html`<li><a href=${`/console/entries/${id}`}>${name}</a></li>`)}
          ${totalCount > nodes.length ? html`<li class="soft">${t("bulk-more", { count: totalCount - nodes.length })}</li>` : nothing}
        </ul>
      </div>`;
    };
    return html`<section class="card unprinted" aria-labelledby="gap">
      <h2 id="gap" tabindex="-1">${t("coverage-gap-title", { theme: theme.label, district: district.label })}</h2>
      ${found ? nothing : html`<p class="loading" role="status">${t("loading")}</p>`}
      <div class="sides">${list("near", near)} ${list("there", there)}</div>
      <button type="button" @click=${() => this.#close()}>${t("close")}</button>
    </section>`;
  }

  #parentLabel({ parent, label }: Theme): string {
    return this.#coverage?.themes.find(({ slug }) => slug === parent?.slug)?.label ?? label;
  }

  #close(): void {
    this.#gap = null;
    this.requestUpdate();
  }

  async #save(): Promise<void> {
    const { themes, districts } = this.#shown();
    this.#isBusy = true;
    this.requestUpdate();
    const report = {
      title: t("title-coverage"),
      header: [t("field-themes"), ...districts.map(([{ label }]) => label)],
      rows: themes.map(([{ label }, row]) => [
        label,
        ...districts.map(([, column]) => this.#coverage?.counts[row]?.[column] ?? 0),
      ]),
    };
    await attempt(async () =>
      saveFile(await requestFile("/export/staff/report.xlsx", report), datedName(t("coverage-name"), "xlsx")),
    );
    this.#isBusy = false;
    this.requestUpdate();
  }
}

customElements.define("console-coverage", ConsoleCoverageView);
