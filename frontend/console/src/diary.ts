// The diary of measures: what the agency did itself, noted in six inputs, counted in the report of the year.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request, requestFile } from "./client";
import { datedName, saveFile } from "./download";
import {
  ConsoleCreateMeasure,
  ConsoleDeleteMeasure,
  ConsoleEditMeasure,
  ConsoleMeasures,
  type ConsoleMeasuresAnswer,
} from "./generated/questions";
import { refuseIncomplete } from "./incomplete";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { type ActorName, actorPicker } from "./people/actor-picker";
import { currentAccount } from "./session";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, t, vocabulary } from "./words";
import { askedYear, recentYears } from "./years";

export type NotedMeasure = NonNullable<NonNullable<ConsoleMeasuresAnswer["viewer"]>["measures"]>[number];

/** What is typed of a measure, as the device keeps it. */
interface Draft {
  readonly id: string | null;
  readonly version: number;
  readonly day: string;
  readonly kind: string;
  readonly fieldOfAction: string;
  readonly district: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly people: string;
}

/** The measures of a year, newest first. */
export async function fetchMeasures(year: number): Promise<readonly NotedMeasure[]> {
  return (await request(ConsoleMeasures, { since: `${year}-01-01`, until: `${year}-12-31` })).viewer?.measures ?? [];
}

const today = () => new Date().toLocaleDateString("sv-SE");
const storageKey = () => `bruecke-measure-${currentAccount()}`;

function keptDraft(): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey()) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

const draftOf = ({ id, version, day, kind, fieldOfAction, district, partners, people }: NotedMeasure): Draft => ({
  ...{ id, version, day, kind, fieldOfAction, partners, district: district?.id ?? "" },
  people: people === null ? "" : String(people),
});

function inputOf({ day, kind, fieldOfAction, district, partners, people }: Draft) {
  return {
    day,
    kind: kind.trim(),
    fieldOfAction,
    district: district || null,
    partners: partners.map(({ id }) => id),
    people: people.trim() ? Number(people) : null,
  };
}

class ConsoleDiary extends View {
  #year = askedYear();
  #measures: readonly NotedMeasure[] = [];
  #terms: Taxonomy | null = null;
  #draft: Draft | null = keptDraft();
  #errors = "";
  #isBusy = false;

  protected async load(): Promise<void> {
    [this.#terms, this.#measures] = await Promise.all([taxonomy(), fetchMeasures(this.#year)]);
  }

  protected content(): TemplateResult {
    const people = this.#measures.reduce((sum, measure) => sum + (measure.people ?? 0), 0);
    return html`<div class="headline">
        <h1>${t("title-diary")}</h1>
        <div class="tools">
          <button type="button" class="strong" ?disabled=${this.#draft !== null} @click=${() => this.#begin()}>${t("diary-new")}</button>
          <button type="button" ?disabled=${this.#measures.length === 0 || this.#isBusy} @click=${() => this.#save()}>${t("export-xlsx")}</button>
        </div>
      </div>
      <p class="soft">${t("diary-text")}</p>
      ${this.#draft ? this.#form(this.#draft) : nothing}
      <label class="year">
        ${t("report-year")}
        <select name="year" @change=${(event: Event) => this.#choose(Number((event.target as HTMLSelectElement).value))}>
          ${recentYears().map((year) => html`<option value=${year} ?selected=${year === this.#year}>${year}</option>`)}
        </select>
      </label>
      ${
        this.isLoading
          ? nothing
          : html`<p role="status">${t("diary-count", { count: this.#measures.length })} ${people > 0 ? t("diary-people", { number: people }) : nothing}</p>`
      }
      <ul class="cards">
        ${repeat(
          this.#measures,
          ({ id }) => id,
          (measure) => this.#card(measure),
        )}
      </ul>`;
  }

  #choose(year: number): void {
    this.#year = year;
    this.#measures = [];
    history.replaceState(history.state, "", `/console/diary?year=${year}`);
    void this.reload();
  }

  #card(measure: NotedMeasure) {
    const { id, day, kind, fieldOfAction, district, partners, people } = measure;
    return html`<li class="card" data-measure=${id}>
      <h2>${kind}</h2>
      <ul class="facts">
        <li>${formatDate(day)}</li>
        <li>${vocabulary().fieldsOfAction[fieldOfAction] ?? fieldOfAction}</li>
        <li>${district?.name ?? t("diary-everywhere")}</li>
        ${partners.length > 0 ? html`<li>${t("diary-with")} ${partners.map((partner, at) => html`${at > 0 ? ", " : ""}<a href=${`/console/entries/${partner.id}`}>${partner.name}</a>`)}</li>` : nothing}
        ${people === null ? nothing : html`<li>${t("diary-reached", { count: people })}</li>`}
      </ul>
      <div class="acts">
        <button type="button" ?disabled=${this.#draft !== null} aria-label=${t("diary-edit-one", { name: kind })} @click=${() => this.#edit(measure)}>${t("diary-edit")}</button>
        <button type="button" class="apart" aria-label=${t("diary-delete-one", { name: kind })} @click=${() => this.#delete(measure)}>${t("diary-delete")}</button>
      </div>
    </li>`;
  }

  #begin(): void {
    this.#errors = "";
    this.#set({
      id: null,
      version: 0,
      day: today(),
      kind: "",
      fieldOfAction: "",
      district: "",
      partners: [],
      people: "",
    });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#measure-kind")?.focus());
  }

  #edit(measure: NotedMeasure): void {
    this.#errors = "";
    this.#set(draftOf(measure));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#measure-kind")?.focus());
  }

  /** What is typed stays on the device until the server has said yes. */
  #set(draft: Draft | null): void {
    this.#draft = draft;
    if (draft) localStorage.setItem(storageKey(), JSON.stringify(draft));
    else localStorage.removeItem(storageKey());
    this.requestUpdate();
  }

  #form(draft: Draft) {
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    const change = (changed: Partial<Draft>) => this.#set({ ...draft, ...changed });
    // The picker needs no more than what is shown.
    const partners = draft.partners.map((partner) => ({ ...partner, slug: "" }) as ActorName);
    return html`<form class="card measure" novalidate @submit=${(event: Event) => this.#send(event, draft)}>
      <h2>${t(draft.id ? "diary-edit-title" : "diary-new")}</h2>
      ${this.#errors ? html`<div class="bar bad" role="alert">${this.#errors}</div>` : nothing}
      <div class="columns">
        <label class="field"> ${t("diary-day")} <input id="measure-day" type="date" max=${today()} required .value=${draft.day} @input=${(event: Event) => change({ day: typed(event) })} /> </label>
        <label class="field">
          ${t("diary-kind")}
          <input id="measure-kind" autocomplete="off" maxlength="200" required list="measure-kinds" .value=${draft.kind} @input=${(event: Event) => change({ kind: typed(event) })} />
        </label>
        <label class="field">
          ${t("diary-field")}
          <select id="measure-field" @change=${(event: Event) => change({ fieldOfAction: typed(event) })}>
            <option value="" ?selected=${!draft.fieldOfAction}>${t("please-choose")}</option>
            ${Object.entries(vocabulary().fieldsOfAction).map(([field, label]) => html`<option value=${field} ?selected=${field === draft.fieldOfAction}>${label}</option>`)}
          </select>
        </label>
        <label class="field">
          ${t("diary-district")}
          <select id="measure-district" @change=${(event: Event) => change({ district: typed(event) })}>
            <option value="">${t("diary-everywhere")}</option>
            ${(this.#terms?.districts ?? []).map(({ id, label, depth }) => html`<option value=${id} ?selected=${id === draft.district}>${"\u00a0\u00a0".repeat(depth)}${label}</option>`)}
          </select>
        </label>
        <label class="field"> ${t("diary-people-field")} <input id="measure-people" type="number" min="0" max="1000000" inputmode="numeric" .value=${draft.people} @input=${(event: Event) => change({ people: typed(event) })} /> </label>
      </div>
      ${actorPicker("measure-partners", t("diary-partners"), partners, (chosen) => change({ partners: chosen.map(({ id, name }) => ({ id, name })) }))}
      <datalist id="measure-kinds">
        ${[...new Set(this.#measures.map(({ kind }) => kind))].map((kind) => html`<option value=${kind}></option>`)}
      </datalist>
      <div class="acts">
        <button class="strong" ?disabled=${this.#isBusy}>${t("save")}</button>
        <button type="button" @click=${() => this.#set(null)}>${t("draft-discard")}</button>
      </div>
    </form>`;
  }

  async #send(event: Event, draft: Draft): Promise<void> {
    event.preventDefault();
    if (this.#isBusy || refuseIncomplete(this)) return;
    this.#errors = !draft.day ? t("diary-day-missing") : !draft.fieldOfAction ? t("diary-field-missing") : "";
    if (this.#errors) return this.requestUpdate();
    this.#isBusy = true;
    await attempt(async () => {
      const input = inputOf(draft);
      const { measure, userErrors } = draft.id
        ? await mutate(ConsoleEditMeasure, { id: draft.id, expectedVersion: draft.version, ...input })
        : await mutate(ConsoleCreateMeasure, input);
      this.#errors = describeErrors(userErrors);
      if (!measure) return;
      this.#set(null);
      this.#year = Number(draft.day.slice(0, 4));
      notify({ text: t("saved") });
      await this.reload();
    });
    this.#isBusy = false;
    this.requestUpdate();
  }

  async #delete(measure: NotedMeasure): Promise<void> {
    await attempt(async () => {
      const { userErrors } = await mutate(ConsoleDeleteMeasure, { id: measure.id, expectedVersion: measure.version });
      if (userErrors.length > 0) return notify({ tone: "bad", text: describeErrors(userErrors) });
      const undo = async () => {
        const { userErrors } = await mutate(ConsoleCreateMeasure, inputOf(draftOf(measure)));
        notify(userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("undone") });
        if (this.isConnected) await this.reload();
      };
      notify({ text: t("diary-deleted", { name: measure.kind }), undo });
      await this.reload();
    });
  }

  async #save(): Promise<void> {
    this.#isBusy = true;
    this.requestUpdate();
    const rows = this.#measures.map(({ day, kind, fieldOfAction, district, partners, people }) => [
      ...[
        day,
        kind,
        vocabulary().fieldsOfAction[fieldOfAction] ?? fieldOfAction,
        district?.name ?? t("diary-everywhere"),
      ],
      ...[partners.map(({ name }) => name).join("; "), people ?? ""],
    ]);
    const table = {
      title: `${t("title-diary")} ${this.#year}`,
      header: [
        t("diary-day"),
        t("diary-kind"),
        t("diary-field"),
        t("diary-district"),
        t("diary-partners"),
        t("diary-people-field"),
      ],
      rows,
    };
    await attempt(async () =>
      saveFile(await requestFile("/export/staff/report.xlsx", table), datedName(t("diary-name"), "xlsx")),
    );
    this.#isBusy = false;
    this.requestUpdate();
  }
}

customElements.define("console-diary", ConsoleDiary);
