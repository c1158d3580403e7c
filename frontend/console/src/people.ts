// Settings: who may sign in and do what, open invitations, whether mail is sent, and what the settings file decides.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { request } from "./client";
import { choose } from "./dialogue";
import {
  ConsoleChangeRole,
  ConsoleDisableAccount,
  ConsoleEnableAccount,
  ConsoleInvite,
  ConsoleMoreAccounts,
  ConsoleNames,
  ConsoleResendInvitation,
  ConsoleRevokeInvitation,
  ConsoleSettings,
  type ConsoleSettingsAnswer,
  ConsoleTestMail,
} from "./generated/questions";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import type { ActorName } from "./people/actor-picker";
import { roleLabel, type Standing, standingFields, standingInput } from "./people/standing";
import { setLeaveGuard } from "./router";
import { currentAccount, currentRole } from "./session";
import { attempt, View } from "./view";
import { formatDate, language, t, vocabulary } from "./words";

type Settings = NonNullable<NonNullable<ConsoleSettingsAnswer["viewer"]>["settings"]>;
type Account = NonNullable<NonNullable<ConsoleSettingsAnswer["viewer"]>["accounts"]>["nodes"][number];
type Invitation = NonNullable<NonNullable<ConsoleSettingsAnswer["viewer"]>["invitations"]>[number];

/** How many names are asked for at once. */
const NAMES = 100;
/** The languages of an invitation. */
const LANGUAGES = ["de", "en", "tr", "ar", "uk", "ro", "pl"] as const;

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly standing: Standing;
}

const NOBODY: Invited = {
  email: "",
  name: "",
  language: "de",
  standing: { role: "MEMBER", actors: [], isTrusted: false },
};

/** Under what an invitation is kept that is being written, until the tab is closed. */
const INVITED = "bruecke-invitation";

function keptInvitation(): Invited | null {
  try {
    return JSON.parse(sessionStorage.getItem(INVITED) ?? "null") as Invited | null;
  } catch {
    return null;
  }
}

class ConsolePeople extends View {
  #accounts: readonly Account[] = [];
  #next: string | null = null;
  #invitations: readonly Invitation[] = [];
  #settings: Settings | null = null;
  #names = new Map<string, ActorName>();
  #invited: Invited | null = keptInvitation();
  #editing: { readonly id: string; readonly standing: Standing } | null = null;
  #errors = "";
  #link = "";
  #mail = "";
  #isBusy = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setLeaveGuard(null);
  }

  get #isAdmin(): boolean {
    return currentRole() === "admin";
  }

  protected async load(): Promise<void> {
    const { viewer } = await request(ConsoleSettings, { isAdmin: this.#isAdmin });
    this.#invitations = viewer?.invitations ?? [];
    this.#settings = viewer?.settings ?? null;
    this.#accounts = [];
    await this.#take(viewer?.accounts);
    await this.#learn(this.#invitations.flatMap(({ actorIds }) => actorIds));
  }

  async #take(page: NonNullable<ConsoleSettingsAnswer["viewer"]>["accounts"] | undefined): Promise<void> {
    this.#accounts = [...this.#accounts, ...(page?.nodes ?? [])];
    this.#next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    await this.#learn((page?.nodes ?? []).flatMap(({ actorIds }) => actorIds));
    this.requestUpdate();
  }

  /** What entries are called that accounts speak for. */
  async #learn(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#names.has(id));
    for (let at = 0; at < unknown.length; at += NAMES) {
      const { nodes } = await request(ConsoleNames, { ids: unknown.slice(at, at + NAMES) });
      for (const node of nodes) if (node && "name" in node) this.#names.set(node.id, node as ActorName);
    }
  }

  #namesOf(ids: readonly string[]): string {
    return ids.map((id) => this.#names.get(id)?.name ?? t("people-hidden")).join(", ");
  }

  protected content(): TemplateResult {
    return html`<h1>${t("title-settings")}</h1>
      ${this.#isAdmin ? this.#people() : html`<p class="soft">${t("people-admins")}</p>`} ${this.#invitationList()} ${this.#isAdmin ? this.#mailTest() : nothing}
      <section class="card" aria-labelledby="settings-texts">
        <h2 id="settings-texts">${t("title-texts")}</h2>
        <p>${t("settings-texts-text")}</p>
        <div class="acts">
          ${this.#isAdmin ? html`<a class="button" href="/console/texts">${t("settings-texts-edit")}</a>` : nothing}
          <a class="button" href="/imprint" target="_blank" rel="noopener">${t("texts-imprint")}</a> <a class="button" href="/privacy" target="_blank" rel="noopener">${t("texts-privacy")}</a>
          ${this.#isAdmin ? html`<a class="button" href="/console/report">${t("report-template")}</a>` : nothing}
        </div>
      </section>
      ${this.#file()}
      <section class="card">
        <h2>${t("settings-words")}</h2>
        <p>${t("settings-words-text")}</p>
        <div class="acts"><a class="button" href="/console/themes">${t("nav-themes")}</a> <a class="button" href="/console/districts">${t("nav-districts")}</a> <a class="button" href="/console/synonyms">${t("title-synonyms")}</a></div>
      </section>`;
  }

  #people() {
    return html`<section aria-labelledby="people">
      <h2 id="people">${t("people-title")}</h2>
      <ul class="cards">
        ${repeat(
          this.#accounts,
          ({ id }) => id,
          (account) => this.#person(account),
        )}
      </ul>
      ${this.#next ? html`<button type="button" @click=${() => attempt(async () => this.#take((await request(ConsoleMoreAccounts, { after: this.#next })).viewer?.accounts))}>${t("more")}</button>` : nothing}
    </section>`;
  }

  #person(account: Account) {
    const { id, email, name, role, actorIds, isTrusted, disabledAt, hasSecondFactor } = account;
    const isOwn = id === currentAccount();
    const called = name ?? email;
    return html`<li class="card" data-account=${email}>
      <h3>${called}</h3>
      <ul class="facts">
        ${name ? html`<li>${email}</li>` : nothing}
        <li>${roleLabel(role)}${isTrusted ? html` · ${t("people-is-trusted")}` : nothing}</li>
        ${actorIds.length > 0 ? html`<li>${this.#namesOf(actorIds)}</li>` : nothing}
        ${hasSecondFactor ? html`<li>${t("people-second-factor")}</li>` : nothing}
        ${disabledAt ? html`<li class="warn">${t("people-disabled", { date: formatDate(disabledAt.slice(0, 10)) })}</li>` : nothing}
        ${isOwn ? html`<li class="soft">${t("people-own")}</li>` : nothing}
      </ul>
      ${
        this.#editing?.id === id
          ? this.#roleForm(account, this.#editing.standing)
          : isOwn
            ? nothing
            : html`<div class="acts">
              <button type="button" aria-label=${t("people-change-one", { name: called })} @click=${() => this.#edit(account)}>${t("people-change")}</button>
              ${
                disabledAt
                  ? html`<button type="button" aria-label=${t("people-enable-one", { name: called })} @click=${() => this.#enable(account)}>${t("people-enable")}</button>`
                  : html`<button type="button" class="apart" aria-label=${t("people-disable-one", { name: called })} @click=${() => this.#disable(account)}>${t("people-disable")}</button>`
              }
            </div>`
      }
    </li>`;
  }

  #guard(): void {
    setLeaveGuard(async () =>
      choose(
        t("leave-title"),
        t("leave-text"),
        [
          { value: false, label: t("leave-stay"), tone: "strong" as const },
          { value: true, label: t("leave-discard"), tone: "danger" as const },
        ],
        false,
      ),
    );
  }

  #edit({ id, role, actorIds, isTrusted }: Account): void {
    const actors = actorIds.map((actor) => this.#names.get(actor)).filter((actor) => actor !== undefined);
    this.#editing = { id, standing: { role: role as Standing["role"], actors, isTrusted } };
    this.#errors = "";
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("select[name=role-role]")?.focus());
  }

  #roleForm(account: Account, standing: Standing) {
    const set = (changed: Standing) => {
      this.#editing = { id: account.id, standing: changed };
      this.#guard();
      this.requestUpdate();
    };
    return html`<form novalidate @submit=${(event: Event) => this.#saveRole(event, account)}>
      ${this.#errors ? html`<div class="bar bad" role="alert">${this.#errors}</div>` : nothing} ${standingFields("role", standing, set)}
      <p class="help">${t("people-change-text")}</p>
      <div class="acts">
        <button class="strong" ?disabled=${this.#isBusy}>${t("save")}</button>
        <button type="button" @click=${() => this.#stop()}>${t("cancel")}</button>
      </div>
    </form>`;
  }

  #stop(): void {
    this.#editing = null;
    this.#invited = null;
    sessionStorage.removeItem(INVITED);
    this.#errors = "";
    setLeaveGuard(null);
    this.requestUpdate();
  }

  /** Does something once; what stands in the way is said at the form, or in the message where there is none. */
  async #act(work: () => Promise<string>): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    this.#errors = "";
    this.requestUpdate();
    const isDone = await attempt(async () => {
      this.#errors = await work();
    });
    this.#isBusy = false;
    this.requestUpdate();
    return isDone && !this.#errors;
  }

  async #saveRole(event: Event, { id, email, name }: Account): Promise<void> {
    event.preventDefault();
    const standing = this.#editing?.standing;
    if (!standing) return;
    const done = await this.#act(async () =>
      describeErrors((await mutate(ConsoleChangeRole, { id, ...standingInput(standing) })).userErrors),
    );
    if (!done) return;
    this.#stop();
    notify({ text: t("people-changed", { name: name ?? email }) });
    await this.reload();
  }

  async #disable({ id, email, name }: Account): Promise<void> {
    await this.#switch(
      async () => mutate(ConsoleDisableAccount, { id }),
      t("people-disabled-now", { name: name ?? email }),
      async () => {
        await mutate(ConsoleEnableAccount, { id });
        await this.reload();
      },
    );
  }

  async #enable({ id, email, name }: Account): Promise<void> {
    await this.#switch(async () => mutate(ConsoleEnableAccount, { id }), t("people-enabled", { name: name ?? email }));
  }

  async #switch(act: () => ReturnType<typeof mutate>, text: string, undo?: () => Promise<void>): Promise<void> {
    await attempt(async () => {
      const { userErrors } = await act();
      if (userErrors.length > 0) return notify({ tone: "bad", text: describeErrors(userErrors) });
      notify(undo ? { text, undo } : { text });
      await this.reload();
    });
  }

  #invitationList() {
    return html`<section aria-labelledby="invitations">
      <div class="headline">
        <h2 id="invitations">${t("invitations-title")}</h2>
        ${this.#invited ? nothing : html`<button type="button" class="strong" @click=${() => this.#beginInvitation()}>${t("invite")}</button>`}
      </div>
      ${this.#invited ? this.#invitationForm(this.#invited) : nothing}
      ${
        this.#link
          ? html`<div class="card warm" role="status">
            <p>${t("invitation-link")}</p>
            <p><input class="link" readonly aria-label=${t("invitation-link-label")} .value=${this.#link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /></p>
          </div>`
          : nothing
      }
      ${this.isLoading || this.#invitations.length > 0 ? nothing : html`<p class="soft">${t("invitations-none")}</p>`}
      <ul class="cards">
        ${repeat(
          this.#invitations,
          ({ id }) => id,
          (invitation) =>
            html`<li class="card" data-invitation=${invitation.email}>
              <h3>${invitation.name ?? invitation.email}</h3>
              <ul class="facts">
                ${invitation.name ? html`<li>${invitation.email}</li>` : nothing}
                <li>${roleLabel(invitation.role)}${invitation.isTrusted ? html` · ${t("people-is-trusted")}` : nothing}</li>
                ${invitation.actorIds.length > 0 ? html`<li>${this.#namesOf(invitation.actorIds)}</li>` : nothing}
                <li>${t("invitation-until", { date: formatDate(invitation.expiresAt) })}</li>
              </ul>
              <div class="acts">
                <button type="button" aria-label=${t("invitation-resend-one", { name: invitation.name ?? invitation.email })} @click=${() => this.#resend(invitation)}>${t("invitation-resend")}</button>
                <button type="button" class="apart" aria-label=${t("invitation-revoke-one", { name: invitation.name ?? invitation.email })} @click=${() => this.#revoke(invitation)}>${t("invitation-revoke")}</button>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #beginInvitation(): void {
    this.#invited = { ...NOBODY, language: language() };
    this.#link = "";
    this.#errors = "";
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("#invite-email")?.focus());
  }

  #invitationForm(invited: Invited) {
    const set = (change: Partial<Invited>) => {
      this.#invited = { ...invited, ...change };
      sessionStorage.setItem(INVITED, JSON.stringify(this.#invited));
      this.#guard();
      this.requestUpdate();
    };
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<form class="card" novalidate @submit=${(event: Event) => this.#invite(event, invited)}>
      ${this.#errors ? html`<div class="bar bad" role="alert">${this.#errors}</div>` : nothing}
      <label class="field"> ${t("invite-email")} <input id="invite-email" type="email" autocomplete="off" maxlength="254" .value=${invited.email} @input=${(event: Event) => set({ email: typed(event) })} /> </label>
      <label class="field"> ${t("invite-name")} <input autocomplete="off" maxlength="200" .value=${invited.name} @input=${(event: Event) => set({ name: typed(event) })} /> </label>
      ${standingFields("invite", invited.standing, (standing) => set({ standing }))}
      <label class="field">
        ${t("invite-language")}
        <select @change=${(event: Event) => set({ language: typed(event) })}>
          ${LANGUAGES.map((tag) => html`<option value=${tag} ?selected=${tag === invited.language}>${vocabulary().languages[tag] ?? tag}</option>`)}
        </select>
      </label>
      <p class="help">${t("invite-text")}</p>
      <div class="acts">
        <button class="strong" ?disabled=${this.#isBusy}>${t("invite-send")}</button>
        <button type="button" @click=${() => this.#stop()}>${t("cancel")}</button>
      </div>
    </form>`;
  }

  async #invite(event: Event, { email, name, language: tag, standing }: Invited): Promise<void> {
    event.preventDefault();
    let link: string | null = null;
    const done = await this.#act(async () => {
      const answer = await mutate(ConsoleInvite, {
        email: email.trim(),
        name: name.trim() || null,
        language: tag,
        ...standingInput(standing),
      });
      link = answer.link;
      return describeErrors(answer.userErrors);
    });
    if (!done) return;
    this.#stop();
    await this.#sent(email, link);
  }

  async #resend({ id, email }: Invitation): Promise<void> {
    let link: string | null = null;
    let errors = "";
    const done = await this.#act(async () => {
      const answer = await mutate(ConsoleResendInvitation, { id });
      link = answer.link;
      errors = describeErrors(answer.userErrors);
      return "";
    });
    if (errors) notify({ tone: "bad", text: errors });
    else if (done) await this.#sent(email, link);
  }

  async #sent(email: string, link: string | null): Promise<void> {
    this.#link = link ? `${location.origin}${link}` : "";
    notify({ text: t(this.#link ? "invite-done-link" : "invite-done", { email }) });
    await this.reload();
  }

  async #revoke({ id, email, name }: Invitation): Promise<void> {
    const answer = await choose(
      t("invitation-revoke-title", { name: name ?? email }),
      t("invitation-revoke-text"),
      [
        { value: true, label: t("invitation-revoke"), tone: "danger" },
        { value: false, label: t("cancel"), tone: "strong" },
      ],
      false,
    );
    if (!answer) return;
    this.#link = "";
    await this.#switch(
      async () => mutate(ConsoleRevokeInvitation, { id }),
      t("invitation-revoked", { name: name ?? email }),
    );
  }

  #mailTest() {
    return html`<section class="card" aria-labelledby="mail-test">
      <h2 id="mail-test">${t("mail-test-title")}</h2>
      <p>${t("mail-test-text")}</p>
      <div class="acts"><button type="button" ?disabled=${this.#isBusy} @click=${() => this.#sendMail()}>${t("mail-test-send")}</button></div>
      <p id="mail-answer" role="status">${this.#mail}</p>
    </section>`;
  }

  async #sendMail(): Promise<void> {
    this.#mail = "";
    await this.#act(async () => {
      const { test, userErrors } = await mutate(ConsoleTestMail, { language: language() });
      if (!test) this.#mail = describeErrors(userErrors);
      else if (!test.answer) this.#mail = t("mail-test-silent");
      else this.#mail = t(test.isTaken ? "mail-test-taken" : "mail-test-refused", { to: test.to, answer: test.answer });
      return "";
    });
  }

  /** What the settings file decides: to be seen here, and changed there. */
  #file() {
    if (!this.#settings) return nothing;
    const { verificationMonths, verificationByKind, partners, notifications, wordTables } = this.#settings;
    const kinds = vocabulary().kinds;
    const label = (kind: string) => kinds.organisation[kind] ?? kinds.institution[kind] ?? kinds.network[kind] ?? kind;
    return html`<section class="card" aria-labelledby="settings-file">
      <h2 id="settings-file">${t("settings-file")}</h2>
      <p class="soft">${t("settings-file-text")}</p>
      <dl class="settings-list">
        <dt>${t("settings-verification")} <code>[verification]</code></dt>
        <dd>${t("settings-months", { count: verificationMonths })}</dd>
        ${verificationByKind.map(({ kind, months }) => html`<dd>${label(kind)}: ${t("settings-months", { count: months })}</dd>`)}
        <dt>${t("settings-own-words")} <code>[directory] words</code></dt>
        ${wordTables.length === 0 ? html`<dd>${t("settings-no-words")}</dd>` : wordTables.map(({ name, lines }) => html`<dd><code>${name}</code>: ${t("settings-lines", { count: lines })}</dd>`)}
        <dt>${t("settings-partners")} <code>[[partners]]</code></dt>
        ${partners.length === 0 ? html`<dd>${t("settings-nobody")}</dd>` : partners.map(({ name, origins }) => html`<dd>${name}: ${origins.join(", ")}</dd>`)}
        <dt>${t("settings-mails")} <code>[notifications]</code></dt>
        ${notifications.length === 0 ? html`<dd>${t("settings-no-mails")}</dd>` : notifications.map((name) => html`<dd>${t(`settings-mail-${name}`)} <code>${name}</code></dd>`)}
      </dl>
    </section>`;
  }
}

customElements.define("console-people", ConsolePeople);
