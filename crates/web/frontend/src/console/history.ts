// Everything that ever happened to an entry, newest first, each state one button from being the present one again.
import { html, nothing, type TemplateResult } from "lit";
import { ConsoleHistory, ConsoleRestoreVersion, type ConsoleHistoryAnswer } from "../generated/questions";
import { request } from "./client";
import { fieldLabel, formatValue } from "./fields";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { taxonomy, type Taxonomy } from "./taxonomy";
import { attempt, View } from "./view";
import { formatDate, t, vocabulary } from "./words";

type Entry = NonNullable<NonNullable<ConsoleHistoryAnswer["viewer"]>["entry"]>;
type Change = NonNullable<Entry["history"]>["nodes"][number];

class ConsoleEntryHistory extends View {
  static override properties = { entry: { attribute: false } };
  declare entry: string;
  #entry: Entry | null = null;
  #changes: readonly Change[] = [];
  #next: string | null = null;
  #terms: Taxonomy | null = null;

  protected async load(): Promise<void> {
    this.#terms = await taxonomy();
    await this.#fetch(null);
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
      <ol class="cards" reversed>
        ${this.#changes.map((change) => this.#card(change))}
      </ol>
      ${this.#next ? html`<button type="button" @click=${() => attempt(() => this.#fetch(this.#next))}>${t("more")}</button>` : nothing}`;
  }

  #card({ version, at, by, byName, note, fieldChanges }: Change) {
    const isPresent = version === this.#entry?.version;
    return html`<li class="card" data-version=${version}>
      <h2>${formatDate(at)} · ${byName ?? vocabulary().roles[by.toLowerCase()]}</h2>
      ${note ? html`<p>${note}</p>` : nothing}
      <dl class="changes">
        ${(fieldChanges ?? []).map(
          ({ field, before, after }) =>
            html`<dt>${fieldLabel(field)}</dt>
              <dd>
                ${before === null ? nothing : html`<del>${formatValue(field, before, this.#terms)}</del> `}
                <ins>${formatValue(field, after, this.#terms)}</ins>
              </dd>`,
        )}
      </dl>
      ${isPresent
        ? html`<p class="soft">${t("history-present")}</p>`
        : html`<div class="acts"><button type="button" @click=${() => this.#restore(version)}>${t("history-restore")}</button></div>`}
    </li>`;
  }

  async #restore(version: number): Promise<void> {
    const entry = this.#entry;
    if (!entry) return;
    await attempt(async () => {
      const { userErrors } = await mutate(ConsoleRestoreVersion, { id: entry.id, version, expectedVersion: entry.version });
      if (userErrors.length > 0) return notify({ tone: "bad", text: describeErrors(userErrors) });
      const undo = async () => {
        const { userErrors } = await mutate(ConsoleRestoreVersion, { id: entry.id, version: entry.version, expectedVersion: entry.version + 1 });
        notify(userErrors.length > 0 ? { tone: "bad", text: describeErrors(userErrors) } : { text: t("undone") });
        await this.reload();
      };
      notify({ text: t("history-restored"), undo });
      await this.reload();
    });
  }
}

customElements.define("console-history", ConsoleEntryHistory);
