// Who changed what when, over all entries, newest first: of everything, or of one day.
import { html, nothing, type TemplateResult } from "lit";
import { ConsoleAudit, type ConsoleAuditAnswer } from "../generated/questions";
import { request } from "./client";
import { fieldLabel } from "./fields";
import { attempt, View } from "./view";
import { formatDate, hasText, t, vocabulary } from "./words";

type Change = NonNullable<NonNullable<ConsoleAuditAnswer["viewer"]>["auditTrail"]>["nodes"][number];

/** The address of the changes of the day of a time. */
export function auditAddress(at: string): string {
  return `/console/audit?day=${new Date(at).toLocaleDateString("sv-SE")}`;
}

/** What a field of a contact person is called: a value has its consent and who may see it beside it, one name for all three. */
function personFieldLabel(field: string): string {
  const [name = ""] = field.split(".");
  const key = `contact-${name.toUpperCase()}`;
  return hasText(key) ? t(key) : fieldLabel(name);
}

class ConsoleAuditTrail extends View {
  #day = new URLSearchParams(location.search).get("day") ?? "";
  #changes: readonly Change[] = [];
  #total = 0;
  #next: string | null = null;

  protected async load(): Promise<void> {
    await this.#fetch(null);
  }

  async #fetch(after: string | null): Promise<void> {
    const first = this.#day ? new Date(`${this.#day}T00:00:00`) : null;
    const last = first ? new Date(first.getFullYear(), first.getMonth(), first.getDate() + 1) : null;
    const variables = { since: first?.toISOString() ?? null, until: last ? new Date(last.getTime() - 1).toISOString() : null, after };
    const page = (await request(ConsoleAudit, variables)).viewer?.auditTrail;
    this.#changes = after ? [...this.#changes, ...(page?.nodes ?? [])] : (page?.nodes ?? []);
    this.#total = page?.totalCount ?? 0;
    this.#next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    this.requestUpdate();
  }

  protected content(): TemplateResult {
    return html`<h1>${t("title-audit")}</h1>
      <p class="soft">${t("audit-text")}</p>
      <div class="filters">
        <label>${t("audit-day")} <input type="date" name="day" .value=${this.#day} @change=${(event: Event) => this.#choose((event.target as HTMLInputElement).value)} /></label>
        ${this.#day ? html`<button type="button" @click=${() => this.#choose("")}>${t("audit-all-days")}</button>` : nothing}
      </div>
      ${this.isLoading ? nothing : html`<p role="status">${t("audit-count", { count: this.#total })}</p>`}
      <ol class="cards" reversed>
        ${this.#changes.map((change) => this.#card(change))}
      </ol>
      ${this.#next ? html`<button type="button" @click=${() => attempt(() => this.#fetch(this.#next))}>${t("more")}</button>` : nothing}`;
  }

  #choose(day: string): void {
    this.#day = day;
    this.#changes = [];
    history.replaceState(history.state, "", day ? `/console/audit?day=${day}` : "/console/audit");
    void this.reload();
  }

  #card({ sequence, at, kind, entryId, entryName, by, byName, note, fieldChanges }: Change) {
    const name = entryName ?? t(`audit-kind-${kind.toLowerCase()}`);
    const label = kind === "PERSON" ? personFieldLabel : fieldLabel;
    const fields = [...new Set((fieldChanges ?? []).map(({ field }) => label(field)))];
    return html`<li class="card" data-sequence=${sequence}>
      <h2>${kind === "ACTOR" ? html`<a href=${`/console/entries/${entryId}/history`}>${name}</a>` : name}</h2>
      <ul class="facts">
        <li>${formatDate(at)}</li>
        <li>${byName ?? vocabulary().roles[by.toLowerCase()]}</li>
        ${entryName && kind !== "ACTOR" ? html`<li>${t(`audit-kind-${kind.toLowerCase()}`)}</li>` : nothing}
        ${fields.length > 0 ? html`<li>${fields.join(", ")}</li>` : nothing}
      </ul>
      ${note ? html`<p>${note}</p>` : nothing}
    </li>`;
  }
}

customElements.define("console-audit", ConsoleAuditTrail);
