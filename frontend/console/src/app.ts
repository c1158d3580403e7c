// The frame around all views: navigation, language, colours, who is signed in, messages, and what is shown when the
// service cannot be reached or the session has ended.
import { html, LitElement, nothing } from "lit";
import { choose } from "./dialogue";
import { discardAllDrafts, listDrafts } from "./drafts";
import { discardFile, readFile } from "./import/file";
import type { Notice } from "./notice";
import { currentRoute, type Route, startRouter } from "./router";
import { checkRenewal, fetchIdentity, type Identity, signInAddress, signOut } from "./session";
import { currentTheme, setTheme, THEMES, type Theme } from "./theme";
import { attempt } from "./view";
import { type ConsoleLanguage, LANGUAGES, language, preferredLanguage, speak, t, vocabulary } from "./words";
import "./home";
import "./links";
import "./duplicates";
import "./lists";
import "./merge";
import "./review";
import "./entries";
import "./editor";
import "./history";
import "./import";
import "./branches";
import "./coverage";
import "./report";
import "./diary";
import "./audit";
import "./people";
import "./texts";
import "./synonyms";

const STAFF = ["editor", "admin"];
const VIEWS = [
  "home",
  "review",
  "entries",
  "links",
  "import",
  "duplicates",
  "consents",
  "websites",
  "demand",
  "coverage",
  "report",
  "diary",
  "audit",
  "themes",
  "districts",
  "settings",
] as const;

/** Views without a line of their own in the navigation, and the one they belong to. */
const PARENTS: Readonly<Record<string, string>> = {
  editor: "entries",
  history: "entries",
  merge: "duplicates",
  texts: "settings",
  synonyms: "settings",
};

/** How long a message stays that nothing can be done with, milliseconds. */
const NOTICE_MS = 8_000;
/** How often a service that is gone is looked for, milliseconds. */
const RECONNECT_MS = 5_000;

class ConsoleApp extends LitElement {
  #identity: Identity | null = null;
  #route: Route = currentRoute();
  #state: "starting" | "ready" | "unreachable" = "starting";
  #isOffline = false;
  #isSessionEnded = false;
  #renewalFailed = false;
  #isDrawerOpen = false;
  #notice: Notice | null = null;
  #noticeTimer = 0;
  #reconnectTimer = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("console-language", () => this.requestUpdate());
    window.addEventListener("console-notice", (event) => this.#show((event as CustomEvent<Notice>).detail));
    window.addEventListener("console-offline", (event) => this.#setOffline((event as CustomEvent<boolean>).detail));
    window.addEventListener("console-route", (event) =>
      this.#follow((event as CustomEvent<{ moved: boolean }>).detail.moved),
    );
    window.addEventListener("console-session-ended", () => {
      this.#isSessionEnded = true;
      this.#renewalFailed = false;
      this.requestUpdate();
    });
    window.addEventListener("focus", () => this.#isSessionEnded && void this.#renew(false));
    window.addEventListener("offline", () => this.#setOffline(true));
    window.addEventListener("online", () => void this.#reconnect());
    void this.#start();
  }

  async #start(): Promise<void> {
    this.#state = "starting";
    try {
      await speak(preferredLanguage());
      this.#identity = await fetchIdentity();
    } catch {
      this.#state = "unreachable";
      this.requestUpdate();
      return;
    }
    if (!this.#identity) {
      location.replace(signInAddress(location.pathname + location.search));
      return;
    }
    this.#state = "ready";
    startRouter();
    this.requestUpdate();
  }

  #follow(moved: boolean): void {
    this.#route = currentRoute();
    this.#isDrawerOpen = false;
    // What went wrong in one view says nothing in the next.
    if (moved && this.#notice?.tone === "bad") this.#notice = null;
    this.requestUpdate();
    if (!moved) return;
    // What went wrong in the view before says nothing of this one.
    if (this.#notice?.tone === "bad" && !this.#notice.undo) this.#closeNotice();
    // Readers of screens learn that something else is there now.
    void this.updateComplete.then(() => {
      window.scrollTo(0, 0);
      this.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    });
  }

  #show(notice: Notice): void {
    this.#notice = notice;
    clearTimeout(this.#noticeTimer);
    if (!notice.undo && notice.tone !== "bad")
      this.#noticeTimer = window.setTimeout(() => this.#closeNotice(), NOTICE_MS);
    this.requestUpdate();
  }

  #closeNotice(): void {
    this.#notice = null;
    this.requestUpdate();
  }

  async #undo(): Promise<void> {
    const undo = this.#notice?.undo;
    this.#closeNotice();
    if (undo) await attempt(async () => undo());
  }

  #setOffline(isOffline: boolean): void {
    if (this.#isOffline === isOffline) return;
    this.#isOffline = isOffline;
    // It looks by itself whether the service is back.
    clearInterval(this.#reconnectTimer);
    if (isOffline) this.#reconnectTimer = window.setInterval(() => void this.#reconnect(), RECONNECT_MS);
    this.requestUpdate();
  }

  async #reconnect(): Promise<void> {
    await fetchIdentity().then(
      () => this.#setOffline(false),
      () => this.#setOffline(true),
    );
  }

  async #renew(byHand: boolean): Promise<void> {
    if (await checkRenewal()) this.#isSessionEnded = false;
    else this.#renewalFailed = byHand;
    this.requestUpdate();
  }

  async #signOut(): Promise<void> {
    const drafts = listDrafts().length + ((await readFile()) ? 1 : 0);
    if (drafts > 0) {
      const answer = await choose(
        t("sign-out-drafts", { count: drafts }),
        t("sign-out-drafts-text"),
        [
          { value: "stay", label: t("sign-out-stay"), tone: "strong" },
          { value: "discard", label: t("sign-out-discard"), tone: "danger" },
        ],
        "stay",
      );
      if (answer === "stay") return;
      discardAllDrafts();
      await discardFile();
    }
    const reason = await signOut();
    if (reason) this.#show({ tone: "bad", text: t("failure-offline") });
    else location.assign("/");
  }

  override render() {
    if (this.#state === "starting") return nothing;
    if (this.#state === "unreachable") return html`<main class="failure" role="alert">${this.#unreachable()}</main>`;
    const isStaff = STAFF.includes(this.#identity?.role ?? "");
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${t("skip")}</a>
      ${this.#header(isStaff)} ${this.#noticeBar()} ${isStaff ? this.#navigation() : nothing}
      <main id="content" tabindex="-1">
        ${
          this.#isOffline
            ? html`<div class="bar bad" role="alert">
              ${t("offline")} <button type="button" @click=${() => this.#reconnect()}>${t("retry")}</button>
            </div>`
            : nothing
        }
        ${this.#identity?.awaitsSecondFactor ? this.#secondFactor() : isStaff ? this.#view() : this.#notForThem()}
      </main>
      ${this.#sessionDialogue()}
    `;
  }

  #skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>("main")?.focus();
  }

  /** Without the words: they could not be fetched either. */
  #unreachable() {
    const german = preferredLanguage() === "de";
    return html`<p>
        ${
          german
            ? "Das Verzeichnis ist gerade nicht erreichbar. Es geht nichts verloren."
            : "The directory cannot be reached at the moment. Nothing is lost."
        }
      </p>
      <button type="button" @click=${() => this.#start()}>${german ? "Noch einmal versuchen" : "Try again"}</button>`;
  }

  #secondFactor() {
    return html`<h1>${t("second-factor-title")}</h1>
      <p>${t("second-factor-text")}</p>
      <p><a class="button strong" href="/account">${t("second-factor-go")}</a></p>`;
  }

  #notForThem() {
    return html`<h1>${t("staff-only-title")}</h1>
      <p>${t("staff-only-text")}</p>
      <p><a class="button" href="/">${t("to-directory")}</a></p>`;
  }

  #header(isStaff: boolean) {
    return html`<header class="top">
      ${
        isStaff
          ? html`<button
            type="button"
            class="menu"
            aria-expanded=${this.#isDrawerOpen}
            aria-controls="navigation"
            @click=${this.#toggleDrawer}
          >
            <span aria-hidden="true">☰</span> ${t("menu")}
          </button>`
          : nothing
      }
      <a class="brand" href="/console">${this.dataset.directory} <small>${t("console")}</small></a>
      <details class="account" @keydown=${this.#closeOnEscape}>
        <summary>${this.#identity?.name ?? vocabulary().roles[this.#identity?.role ?? ""] ?? t("account")}</summary>
        <div class="sheet">
          <p>${t("signed-in-as", { role: vocabulary().roles[this.#identity?.role ?? ""] ?? "" })}</p>
          <label>
            ${t("language")}
            <select data-setting="language" @change=${this.#changeLanguage}>
              ${LANGUAGES.map(
                (tag) =>
                  html`<option value=${tag} ?selected=${tag === language()} lang=${tag}>${tag === "de" ? "Deutsch" : "English"}</option>`,
              )}
            </select>
          </label>
          <label>
            ${t("colours")}
            <select data-setting="theme" @change=${(event: Event) => setTheme((event.target as HTMLSelectElement).value as Theme)}>
              ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === currentTheme()}>${t(`colours-${theme}`)}</option>`)}
            </select>
          </label>
          <a href="/account">${t("own-account")}</a>
          <button type="button" @click=${() => this.#signOut()}>${t("sign-out")}</button>
        </div>
      </details>
    </header>`;
  }

  #toggleDrawer(): void {
    this.#isDrawerOpen = !this.#isDrawerOpen;
    this.requestUpdate();
  }

  #closeOnEscape(event: KeyboardEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  }

  async #changeLanguage(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    await attempt(() => speak(select.value as ConsoleLanguage));
  }

  #navigation() {
    const name = PARENTS[this.#route.name] ?? this.#route.name;
    return html`<nav id="navigation" class=${this.#isDrawerOpen ? "side open" : "side"} aria-label=${t("menu")} @keydown=${this.#closeDrawer}>
      <div>
        <ul>
          ${VIEWS.map(
            (view) =>
              html`<li>
                <a href=${view === "home" ? "/console" : `/console/${view}`} aria-current=${view === name ? "page" : nothing}>${t(`nav-${view}`)}</a>
              </li>`,
          )}
        </ul>
        <p><a href="/" target="_blank" rel="noopener">${t("to-directory")}</a></p>
      </div>
    </nav>`;
  }

  #closeDrawer(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.#isDrawerOpen) return;
    this.#toggleDrawer();
    this.querySelector<HTMLElement>(".menu")?.focus();
  }

  #view() {
    const route = this.#route;
    document.title = `${t(`title-${route.name}`)} · ${this.dataset.directory}`;
    switch (route.name) {
      case "home":
        return html`<console-home></console-home>`;
      case "review":
        return html`<console-review .proposal=${route.id}></console-review>`;
      case "entries":
        return html`<console-entries></console-entries>`;
      case "editor":
        return html`<console-editor .entry=${route.id} .type=${route.type} .draft=${route.draft} .owner=${route.owner}></console-editor>`;
      case "history":
        return html`<console-history .entry=${route.id}></console-history>`;
      case "links":
        return html`<console-links></console-links>`;
      case "merge":
        return html`<console-merge .one=${route.one} .other=${route.other}></console-merge>`;
      case "duplicates":
        return html`<console-duplicates></console-duplicates>`;
      case "consents":
        return html`<console-consents></console-consents>`;
      case "websites":
        return html`<console-websites></console-websites>`;
      case "demand":
        return html`<console-demand></console-demand>`;
      case "coverage":
        return html`<console-coverage></console-coverage>`;
      case "report":
        return html`<console-report></console-report>`;
      case "themes":
      case "districts":
        return html`<console-branches .kind=${route.name}></console-branches>`;
      case "audit":
        return html`<console-audit></console-audit>`;
      case "diary":
        return html`<console-diary></console-diary>`;
      case "texts":
        return html`<console-texts></console-texts>`;
      case "synonyms":
        return html`<console-synonyms></console-synonyms>`;
      case "settings":
        return html`<console-people></console-people>`;
      case "import":
        return html`<console-import></console-import>`;
      default:
        return html`<h1>${t("title-unknown")}</h1>
          <p>${t("unknown-text")}</p>
          <p><a class="button" href="/console">${t("nav-home")}</a></p>`;
    }
  }

  #noticeBar() {
    const notice = this.#notice;
    return html`<div class="notices" role=${notice?.tone === "bad" ? "alert" : "status"}>
      ${
        notice
          ? html`<div class=${notice.tone === "bad" ? "notice bad" : "notice"}>
            <span>${notice.text}</span>
            ${notice.way ? html`<a href=${notice.way.address}>${notice.way.label}</a>` : nothing}
            ${notice.undo ? html`<button type="button" @click=${() => this.#undo()}>${t("undo")}</button>` : nothing}
            <button type="button" aria-label=${t("close")} @click=${() => this.#closeNotice()}>×</button>
          </div>`
          : nothing
      }
    </div>`;
  }

  protected override updated(): void {
    const dialogue = this.querySelector<HTMLDialogElement>("#session");
    if (dialogue && this.#isSessionEnded && !dialogue.open) dialogue.showModal();
    if (dialogue && !this.#isSessionEnded && dialogue.open) dialogue.close();
  }

  #sessionDialogue() {
    return html`<dialog id="session" class="dialogue" aria-labelledby="session-title" @cancel=${(event: Event) => event.preventDefault()}>
      <h2 id="session-title">${t("session-title")}</h2>
      <p>${t("session-text")}</p>
      <p role="alert">${this.#renewalFailed ? t("session-not-yet") : nothing}</p>
      <div class="acts">
        <a class="button strong" href=${signInAddress("/console")} target="_blank" rel="opener">${t("session-sign-in")}</a>
        <button type="button" @click=${() => this.#renew(true)}>${t("session-go-on")}</button>
      </div>
    </dialog>`;
  }
}

customElements.define("bruecke-console", ConsoleApp);
