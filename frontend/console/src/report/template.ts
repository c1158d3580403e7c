// How the report is put together: its title, what stands before and behind the figures, which figures in which order.
// Administrators change it in German and English; what is empty is as the program says it.
import { html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "../client";
import { discardDraft, REPORT_TEMPLATE, readDraft, writeDraft } from "../drafts";
import {
  ConsoleEditReportTemplate,
  ConsoleReportTemplate,
  type ConsoleReportTemplateAnswer,
  type EditSiteTextsInput,
} from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { attempt } from "../view";
import { LANGUAGES, language, t } from "../words";
import { MEASURES } from "./figures";

type Stored = NonNullable<NonNullable<ConsoleReportTemplateAnswer["viewer"]>["siteTexts"]>["report"];
type Texts = Readonly<Record<string, string>>;

/** The table of events by theme, which is no figure of a field of action. */
export const EVENTS_BY_THEME = "events-by-theme";
/** Every part that a report can have, in the order of the one that nobody has changed. */
export const SECTIONS: readonly string[] = [...MEASURES, EVENTS_BY_THEME];
const TEXTS = ["title", "introduction", "closing"] as const;

/** A part of the report. */
export interface TemplateSection {
  readonly name: string;
  readonly title: Texts;
}

/** How a report is put together. */
export interface ReportTemplate {
  readonly title: Texts;
  readonly introduction: Texts;
  readonly closing: Texts;
  /** All parts where there are none. */
  readonly sections: readonly TemplateSection[];
}

export const BUILT_IN: ReportTemplate = { title: {}, introduction: {}, closing: {}, sections: [] };

const textsOf = (list: Stored["title"]): Texts =>
  Object.fromEntries(list.map(({ language, text }) => [language, text]));
/** What a text says in the language of the reader; what is only there in German says that. */
export const inLanguage = (texts: Texts) => texts[language()] || texts.de || "";

/** The template, and the version that a change of it expects. */
export async function fetchTemplate(): Promise<{ readonly template: ReportTemplate; readonly version: number }> {
  const stored = (await request(ConsoleReportTemplate, {})).viewer?.siteTexts;
  if (!stored) return { template: BUILT_IN, version: 0 };
  const { title, introduction, closing, sections } = stored.report;
  const named = sections.map(({ name, title }) => ({ name, title: textsOf(title) }));
  return {
    template: {
      title: textsOf(title),
      introduction: textsOf(introduction),
      closing: textsOf(closing),
      sections: named,
    },
    version: stored.version,
  };
}

/** The parts that a report has, with what each is called. */
export function sectionsOf({ sections }: ReportTemplate): readonly { readonly name: string; readonly title: string }[] {
  const chosen = sections.length > 0 ? sections : SECTIONS.map((name) => ({ name, title: {} }));
  return chosen.map(({ name, title }) => ({ name, title: inLanguage(title) || builtInTitle(name) }));
}

export const builtInTitle = (name: string) =>
  t(name === EVENTS_BY_THEME ? "report-events-by-theme" : `measure-${name}`);

const listOf = (texts: Texts) =>
  Object.entries(texts)
    .map(([language, text]) => ({ language, text: text.trim() }))
    .filter(({ text }) => text);

const inputOf = ({
  title,
  introduction,
  closing,
  sections,
}: ReportTemplate): NonNullable<EditSiteTextsInput["report"]> => ({
  ...{ title: listOf(title), introduction: listOf(introduction), closing: listOf(closing) },
  sections: sections.map(({ name, title }) => ({ name, title: listOf(title) })),
});

class ConsoleReportTemplateForm extends LitElement {
  static override properties = {
    template: { attribute: false },
    version: { attribute: false },
    saved: { attribute: false },
  };
  declare template: ReportTemplate;
  declare version: number;
  /** Called when another template is stored. */
  declare saved: () => Promise<void>;
  #typed: ReportTemplate | null = null;
  #error = "";
  #isBusy = false;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#typed = (readDraft(REPORT_TEMPLATE)?.changes.template as ReportTemplate | undefined) ?? null;
  }

  get #shown(): ReportTemplate {
    return this.#typed ?? this.template;
  }

  /** What is typed stays on the device until the service has said yes. */
  #set(typed: ReportTemplate | null): void {
    this.#typed = typed;
    if (typed)
      writeDraft({
        entry: REPORT_TEMPLATE,
        name: t("report-template"),
        version: this.version,
        base: {},
        changes: { template: typed },
        at: new Date().toISOString(),
      });
    else discardDraft(REPORT_TEMPLATE);
    this.requestUpdate();
  }

  /** All parts: those of the template in its order, then what it leaves out. */
  get #rows(): readonly (TemplateSection & { readonly isIn: boolean })[] {
    const { sections } = this.#shown;
    const known = sections.length > 0 ? sections : SECTIONS.map((name) => ({ name, title: {} }));
    const others = SECTIONS.filter((name) => !known.some((section) => section.name === name));
    return [
      ...known.map((section) => ({ ...section, isIn: true })),
      ...others.map((name) => ({ name, title: {}, isIn: false })),
    ];
  }

  #sections(rows: readonly (TemplateSection & { readonly isIn: boolean })[]): void {
    this.#set({
      ...this.#shown,
      sections: rows.filter(({ isIn }) => isIn).map(({ name, title }) => ({ name, title })),
    });
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#isBusy || !this.#typed) return;
    this.#isBusy = true;
    this.#error = "";
    this.requestUpdate();
    const report = inputOf(this.#typed);
    await attempt(async () => {
      let { siteTexts, userErrors } = await mutate(ConsoleEditReportTemplate, {
        expectedVersion: this.version,
        report,
      });
      if (userErrors.some(({ code }) => code === "SITE_TEXTS_CHANGED")) {
        // The imprint and other texts are of the same version: only who has changed the template meanwhile is in the way.
        const { template, version } = await fetchTemplate();
        if (JSON.stringify(template) !== JSON.stringify(this.template)) {
          this.#error = describeErrors(userErrors);
          return this.saved();
        }
        ({ siteTexts, userErrors } = await mutate(ConsoleEditReportTemplate, { expectedVersion: version, report }));
      }
      this.#error = describeErrors(userErrors);
      if (!siteTexts) return;
      this.#set(null);
      notify({ text: t("saved") });
      await this.saved();
    });
    this.#isBusy = false;
    this.requestUpdate();
  }

  override render() {
    const shown = this.#shown;
    const value = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    return html`<details class="card unprinted" ?open=${this.#typed !== null}>
      <summary>${t("report-template")}</summary>
      <form novalidate @submit=${(event: Event) => this.#save(event)}>
        <p class="help">${t("report-template-help")}</p>
        ${this.#error ? html`<p class="bar bad" role="alert">${this.#error}</p>` : nothing}
        ${TEXTS.map(
          (part) =>
            html`<div class="columns">
              ${LANGUAGES.map((tag) => {
                const type = (event: Event) => this.#set({ ...shown, [part]: { ...shown[part], [tag]: value(event) } });
                return html`<label class="field" lang=${tag}>${t(`report-template-${part}`)} (${t(`report-template-${tag}`)})
                  ${
                    part === "title"
                      ? html`<input maxlength="200" autocomplete="off" placeholder=${t("title-report")} .value=${shown[part][tag] ?? ""} @input=${type} />`
                      : html`<textarea rows="3" maxlength="5000" .value=${shown[part][tag] ?? ""} @input=${type}></textarea>`
                  }</label>`;
              })}
            </div>`,
        )}
        <fieldset class="field">
          <legend>${t("report-template-sections")}</legend>
          <p class="help">${t("report-template-sections-help")}</p>
          <ol class="template-sections">
            ${repeat(
              this.#rows,
              ({ name }) => name,
              (row, at) => this.#row(row, at),
            )}
          </ol>
        </fieldset>
        <div class="acts">
          <button class="strong" ?disabled=${this.#isBusy || this.#typed === null}>${t("save")}</button>
          <button type="button" ?disabled=${this.#typed === null} @click=${() => this.#set(null)}>${t("draft-discard")}</button>
          <button type="button" class="apart" @click=${() => this.#set(BUILT_IN)}>${t("report-template-reset")}</button>
        </div>
      </form>
    </details>`;
  }

  #row(row: TemplateSection & { readonly isIn: boolean }, at: number) {
    const rows = this.#rows;
    const name = builtInTitle(row.name);
    const replace = (change: Partial<TemplateSection & { readonly isIn: boolean }>) =>
      this.#sections(rows.map((known, index) => (index === at ? { ...known, ...change } : known)));
    const isLast = row.isIn && rows.filter(({ isIn }) => isIn).length === 1;
    const raise = () => {
      this.#sections([...rows.slice(0, at - 1), row, ...rows.slice(at - 1).filter(({ name }) => name !== row.name)]);
      // The row is moved in the document, which takes the focus away; at the top its button does nothing.
      void this.updateComplete.then(() => {
        const line = this.querySelector(`[data-section="${row.name}"]`);
        line?.querySelector<HTMLElement>(at > 1 ? "button" : "input")?.focus();
      });
    };
    return html`<li data-section=${row.name}>
      <label class="check"><input type="checkbox" .checked=${row.isIn} ?disabled=${isLast} @change=${(event: Event) => replace({ isIn: (event.target as HTMLInputElement).checked })} /> ${name}</label>
      ${
        row.isIn
          ? html`${LANGUAGES.map(
              (tag) =>
                html`<input lang=${tag} maxlength="200" autocomplete="off" placeholder=${t(`report-template-${tag}`)} aria-label=${t("report-template-section-title", { name, language: t(`report-template-${tag}`) })}
                  .value=${row.title[tag] ?? ""} @input=${(event: Event) => replace({ title: { ...row.title, [tag]: (event.target as HTMLInputElement).value } })} />`,
            )}
            <button type="button" ?disabled=${at === 0} aria-label=${t("report-template-raise", { name })} @click=${raise}>↑</button>`
          : nothing
      }
    </li>`;
  }
}

customElements.define("console-report-template", ConsoleReportTemplateForm);
