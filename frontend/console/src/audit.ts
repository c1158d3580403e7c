// Who changed what when, newest first: of everything, or of some days, one entry and all that is its own, one person.
import { html, nothing, type TemplateResult } from "lit";
import { changeCard, type LoggedChange } from "./audit/change";
import { request } from "./client";
import { addDays, dateOf } from "./editor/local-time";
import {
  ConsoleAudit,
  ConsoleAuditPeople,
  type ConsoleAuditPeopleAnswer,
  ConsoleEntryName,
} from "./generated/questions";
import { refuseIncomplete } from "./incomplete";
import { type ActorName, actorPicker } from "./people/actor-picker";
import { currentRole } from "./session";
import { attempt, View } from "./view";
import { t } from "./words";

type Person = NonNullable<NonNullable<ConsoleAuditPeopleAnswer["viewer"]>["accounts"]>["nodes"][number];

/** What the log is narrowed down to; empty for all. Days as inputs of days have them. */
interface AuditFilter {
  readonly from: string;
  readonly to: string;
  readonly entry: string;
  readonly account: string;
}

const NAMES = ["from", "to", "entry", "account"] as const;

/** The address of the changes of the day of a time. */
export function auditAddress(at: string): string {
  const day = new Date(at).toLocaleDateString("sv-SE");
  return `/console/audit?from=${day}&to=${day}`;
}

const startOf = (day: string) => new Date(`${day}T00:00:00`);

class ConsoleAuditTrail extends View {
  #filter: AuditFilter;
  #entry: ActorName | null = null;
  #people: readonly Person[] = [];
  #changes: readonly LoggedChange[] = [];
  #total = 0;
  #next: string | null = null;

  constructor() {
    super();
    const asked = new URLSearchParams(location.search);
    const [from = "", to = "", entry = "", account = ""] = NAMES.map((name) => asked.get(name) ?? "");
    const isDay = (day: string) => !Number.isNaN(dateOf(day).getTime());
    this.#filter = { from: isDay(from) ? from : "", to: isDay(to) ? to : "", entry, account };
  }

  protected async load(): Promise<void> {
    const { entry } = this.#filter;
    if (currentRole() === "admin" && this.#people.length === 0)
      this.#people = (await request(ConsoleAuditPeople, {})).viewer?.accounts?.nodes ?? [];
    if (entry && this.#entry?.id !== entry) {
      const found = (await request(ConsoleEntryName, { id: entry })).viewer?.entry;
      this.#entry = found ? ({ ...found, slug: "" } as ActorName) : null;
    }
    await this.#fetch(null);
  }

  async #fetch(after: string | null): Promise<void> {
    const { from, to, entry, account } = this.#filter;
    const until = to ? new Date(startOf(addDays(to, 1)).getTime() - 1).toISOString() : null;
    const variables = {
      since: from ? startOf(from).toISOString() : null,
      until,
      concerning: entry || null,
      account: account || null,
      after,
    };
    const page = (await request(ConsoleAudit, variables)).viewer?.auditTrail;
    this.#changes = after ? [...this.#changes, ...(page?.nodes ?? [])] : (page?.nodes ?? []);
    this.#total = page?.totalCount ?? 0;
    this.#next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    const { from, to, account } = this.#filter;
    const day = (name: "from" | "to", label: string, value: string) =>
      html`<label>${t(label)} <input type="date" name=${name} .value=${value} @change=${(event: Event) => this.#chooseDay(name, event.target as HTMLInputElement)} /></label>`;
    const isNarrowed = NAMES.some((name) => this.#filter[name]);
    return html`<h1>${t("title-audit")}</h1>
      <p class="soft">${t("audit-text")}</p>
      <div class="filters" role="search">
        ${day("from", "audit-from", from)} ${day("to", "audit-to", to)}
        ${
          this.#people.length > 0
            ? html`<label>${t("audit-person")}
              <select name="account" @change=${(event: Event) => this.#choose({ account: (event.target as HTMLSelectElement).value })}>
                <option value="" ?selected=${!account}>${t("all")}</option>
                ${this.#people.map(({ id, name, email }) => html`<option value=${id} ?selected=${id === account}>${name ?? email}</option>`)}
              </select></label>`
            : nothing
        }
        ${isNarrowed ? html`<button type="button" @click=${() => this.#choose({ from: "", to: "", entry: "", account: "" })}>${t("audit-all")}</button>` : nothing}
      </div>
      ${actorPicker("audit-entry", t("audit-entry"), this.#entry ? [this.#entry] : [], (picked) => this.#chooseEntry(picked.at(-1) ?? null), 1)}
      ${from && to && to < from ? html`<p class="error" role="alert">${t("audit-order")}</p>` : nothing}
      ${this.isLoading ? nothing : html`<p role="status">${t("audit-count", { count: this.#total })}</p>`}
      <ol class="cards" reversed>
        ${this.#changes.map((change) => changeCard(change))}
      </ol>
      ${this.#next ? html`<button type="button" @click=${() => attempt(() => this.#fetch(this.#next))}>${t("more")}</button>` : nothing}`;
  }

  #chooseDay(name: "from" | "to", input: HTMLInputElement): void {
    if (!refuseIncomplete(this)) this.#choose({ [name]: input.value });
  }

  #chooseEntry(entry: ActorName | null): void {
    this.#entry = entry;
    this.#choose({ entry: entry?.id ?? "" });
  }

  /** The address says what is shown, so that it can be kept and comes back with a reload. */
  #choose(change: Partial<AuditFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    if (!this.#filter.entry) this.#entry = null;
    this.#changes = [];
    const query = new URLSearchParams(Object.entries(this.#filter).filter(([, value]) => value)).toString();
    history.replaceState(history.state, "", query ? `/console/audit?${query}` : "/console/audit");
    void this.reload();
  }
}

customElements.define("console-audit", ConsoleAuditTrail);
