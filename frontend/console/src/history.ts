// Everything that ever happened to an entry, newest first, each state one button from being the present one again.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { auditAddress } from "./audit";
import { changeCard, type LoggedChange, mergeLine } from "./audit/change";
import { request } from "./client";
import { choose } from "./dialogue";
import { fieldLabel, formatValue } from "./fields";
import { ConsoleAudit, ConsoleHistory, type ConsoleHistoryAnswer, ConsoleRestoreVersion } from "./generated/questions";
import { loggedNote } from "./import-note";
import { describeErrors, mutate, refusalOf } from "./mutation";
import { notify } from "./notice";
import { type Taxonomy, taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, t, vocabulary } from "./words";

type Entry = NonNullable<NonNullable<ConsoleHistoryAnswer["viewer"]>["entry"]>;
type Change = NonNullable<Entry["history"]>["nodes"][number];

interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two versions: of each field the value that the first change behind the earlier one found, and the
 * one that the last change up to the later one left. */
export function compareStates(changes: readonly Change[], early: number, late: number): readonly Difference[] {
  const found = new Map<string, { before: unknown; after: unknown }>();
  const between = changes
    .filter(({ version }) => version > early && version <= late)
    .sort((one, other) => one.version - other.version);
  for (const { field, before, after } of between.flatMap(({ fieldChanges }) => fieldChanges ?? [])) {
    const known = found.get(field);
    if (known) known.after = after;
    else found.set(field, { before, after });
  }
  return [...found]
    .filter(([, { before, after }]) => JSON.stringify(before) !== JSON.stringify(after))
    .map(([field, values]) => ({ field, ...values }));
}

/** What says where an entry stands, and is changed by its steps alone. */
const STEPS = ["status", "verification", "slug", "formerSlugs"];

class ConsoleEntryHistory extends View {
  static override properties = { entry: { attribute: false } };
  declare entry: string;
  #entry: Entry | null = null;
  #changes: readonly Change[] = [];
  #next: string | null = null;
  /** What happened to the contact persons and cooperations of the entry, newest first. */
  #beside: readonly LoggedChange[] = [];
  #terms: Taxonomy | null = null;
  /** The versions that are compared, the earlier one first; what was not chosen is the present one and the one before. */
  #compared: readonly [number, number] | null = null;

  protected async load(): Promise<void> {
    this.#terms = await taxonomy();
    await this.#fetch(null);
    const beside =
      this.#entry?.kind === "ACTOR"
        ? (await request(ConsoleAudit, { concerning: this.entry })).viewer?.auditTrail
        : null;
    this.#beside = (beside?.nodes ?? []).filter(({ kind }) => kind === "PERSON" || kind === "LINK");
  }

  async #fetch(after: string | null): Promise<void> {
    this.#entry = (await request(ConsoleHistory, { id: this.entry, after })).viewer?.entry ?? null;
    const page = this.#entry?.history;
    this.#changes = after ? [...this.#changes, ...(page?.nodes ?? [])] : (page?.nodes ?? []);
    this.#next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    const entry = this.#entry;
    return html`<h1>${t("title-history")}${entry ? html`: <a href=${`/console/entries/${entry.id}`}>${entry.name}</a>` : nothing}</h1>
      <p class="soft">${t("history-text")}</p>
      ${entry || this.isLoading ? nothing : html`<p>${t("entry-missing")}</p>`}
      ${this.#changes.length > 1 ? this.#comparison() : nothing}
      <ol class="cards" reversed>
        ${repeat(
          this.#changes,
          ({ version }) => version,
          (change) => this.#card(change),
        )}
      </ol>
      ${this.#next ? html`<button type="button" @click=${() => attempt(() => this.#fetch(this.#next))}>${t("more")}</button>` : nothing}
      ${
        this.#beside.length > 0
          ? html`<h2 id="beside">${t("history-beside")}</h2>
            <ol class="cards" reversed>
              ${this.#beside.map((change) => changeCard(change, true))}
            </ol>`
          : nothing
      }
      ${entry?.kind === "ACTOR" ? html`<p><a href=${`/console/audit?entry=${encodeURIComponent(entry.id)}`}>${t("history-log")}</a></p>` : nothing}`;
  }

  /** Whether it is part of another entry: what it said before comes back with the merge being undone. */
  get #isMerged(): boolean {
    return this.#changes.some(({ merge }) => merge?.loserId === this.entry && !merge.undoneAt);
  }

  #name({ at, by, byName }: Change): string {
    return `${formatDate(at)} · ${byName ?? vocabulary().roles[by.toLowerCase()] ?? ""}`;
  }

  /** Two states side by side: of each field that differs the value in either. */
  #comparison() {
    const [early, late] = this.#compared ?? [this.#changes[1]?.version ?? 0, this.#changes[0]?.version ?? 0];
    const rows = compareStates(this.#changes, Math.min(early, late), Math.max(early, late));
    const choice = (at: 0 | 1, chosen: number, label: string) =>
      html`<label
        >${label}
        <select @change=${(event: Event) => this.#choose(at, Number((event.target as HTMLSelectElement).value))}>
          ${this.#changes.map((change) => html`<option value=${change.version} ?selected=${change.version === chosen}>${this.#name(change)} (${change.version})</option>`)}
        </select></label
      >`;
    const head = (version: number) => this.#changes.find((change) => change.version === version);
    const [first, second] = [head(Math.min(early, late)), head(Math.max(early, late))];
    return html`<details class="card comparison">
      <summary>${t("history-compare")}</summary>
      <div class="filters">${choice(0, early, t("history-state"))} ${choice(1, late, t("history-other-state"))}</div>
      ${
        rows.length === 0
          ? html`<p role="status">${t("history-same")}</p>`
          : html`<table class="plain compare">
            <thead>
              <tr>
                <th scope="col"><span class="unseen">${t("field")}</span></th>
                ${[first, second].map((change) => html`<th scope="col">${change ? this.#name(change) : nothing}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ field, before, after }) =>
                  html`<tr>
                    <th scope="row">${fieldLabel(field)}</th>
                    <td>${formatValue(field, before, this.#terms)} ${this.#fieldButton(field, first?.version)}</td>
                    <td>${formatValue(field, after, this.#terms)} ${this.#fieldButton(field, second?.version)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
      }
    </details>`;
  }

  #choose(at: 0 | 1, version: number): void {
    const chosen = this.#compared ?? [this.#changes[1]?.version ?? 0, this.#changes[0]?.version ?? 0];
    this.#compared = at === 0 ? [version, chosen[1]] : [chosen[0], version];
    this.requestUpdate();
  }

  /** Brings back what one field said in a version, where it says something else now. */
  #fieldButton(field: string, version: number | undefined) {
    const present = this.#entry?.version ?? 0;
    if (this.#isMerged || !version || STEPS.includes(field)) return nothing;
    if (!compareStates(this.#changes, version, present).some((difference) => difference.field === field))
      return nothing;
    return html`<button type="button" class="small" aria-label=${`${t("history-restore-value")}: ${fieldLabel(field)}`} @click=${() => this.#restore(version, field)}>${t("history-restore-value")}</button>`;
  }

  #card({ version, at, by, byName, note, fieldChanges, merge }: Change) {
    const isPresent = version === this.#entry?.version;
    return html`<li class="card" data-version=${version}>
      <h2>${formatDate(at)} · ${byName ?? vocabulary().roles[by.toLowerCase()]}</h2>
      ${mergeLine(merge, at)} ${note ? html`<p>${loggedNote(note)}</p>` : nothing}
      <dl class="changes">
        ${(fieldChanges ?? []).map(
          ({ field, before, after }) =>
            html`<dt>${fieldLabel(field)}</dt>
              <dd>
                ${before === null ? nothing : html`<del>${formatValue(field, before, this.#terms)}</del> `}
                <ins>${formatValue(field, after, this.#terms)}</ins>
                ${version > 1 ? this.#fieldButton(field, version - 1) : nothing}
              </dd>`,
        )}
      </dl>
      <p><a href=${auditAddress(at)}>${t("history-same-day")}</a></p>
      ${
        isPresent
          ? html`<p class="soft">${t("history-present")}</p>`
          : this.#isMerged
            ? nothing
            : html`<div class="acts"><button type="button" @click=${() => this.#restoreState(version)}>${t("history-restore")}</button></div>`
      }
    </li>`;
  }

  /** The whole of a state takes later changes of other fields along: it is said which, before that happens. */
  async #restoreState(version: number): Promise<void> {
    const changes = compareStates(this.#changes, version, this.#entry?.version ?? 0).filter(
      ({ field }) => !STEPS.includes(field),
    );
    const said = (field: string, value: unknown) => formatValue(field, value, this.#terms);
    if (changes.length === 0) return notify({ text: t("history-same") });
    const answer = await choose(
      t("history-restore-title"),
      changes.map(({ field, before, after }) =>
        t("history-restore-line", { field: fieldLabel(field), now: said(field, after), restored: said(field, before) }),
      ),
      [
        { value: true, label: t("history-restore"), tone: "strong" },
        { value: false, label: t("cancel") },
      ],
      false,
    );
    if (answer) await this.#restore(version);
  }

  async #restore(version: number, field?: string): Promise<void> {
    const entry = this.#entry;
    if (!entry) return;
    await attempt(async () => {
      const { userErrors } = await mutate(ConsoleRestoreVersion, {
        id: entry.id,
        version,
        expectedVersion: entry.version,
        ...(field ? { fields: [field] } : {}),
      });
      if (userErrors.length > 0) return notify(refusalOf(userErrors));
      const undo = async () => {
        const { userErrors } = await mutate(ConsoleRestoreVersion, {
          id: entry.id,
          version: entry.version,
          expectedVersion: entry.version + 1,
        });
        notify(userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("undone") });
        await this.reload();
      };
      notify({ text: field ? t("history-restored-value", { field: fieldLabel(field) }) : t("history-restored"), undo });
      await this.reload();
    });
  }
}

customElements.define("console-history", ConsoleEntryHistory);
