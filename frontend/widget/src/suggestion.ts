// The form by which anybody suggests a change, in a dialogue over the widget. It comes once it is asked for. What is
// sent carries no cookie and no session: the service takes it as it takes every stranger's, few an hour, for review.

import { ask, send } from "@bruecke/shared/ask";
import type { Words } from "@bruecke/shared/words";
import type { html as Html, nothing as Nothing, render as Render, TemplateResult } from "lit";
import { SendSuggestion, Suggested, type SuggestedAnswer } from "./generated/questions";
import { adoptSheet } from "./sheets";

/** The longest line and the longest comment, in characters, as the service has them. */
const LINE = 200;
const TEXT = 2_000;
/** The fields of an entry that the form shows. */
const FIELDS = ["name", "phone", "email", "website"] as const;
type Field = (typeof FIELDS)[number] | "kind" | "comment" | "contact";

interface Options {
  readonly base: URL;
  /** The words of the widget around. */
  readonly words: Words;
  /** Those of this form. */
  readonly own: Words;
  /** What the widget draws with: imported here it would be a file of its own, for which everybody waits. */
  readonly lit: { readonly html: typeof Html; readonly nothing: typeof Nothing; readonly render: typeof Render };
  /** The entry; none where one is missing. */
  readonly slug: string | null;
}

type Known = NonNullable<SuggestedAnswer["actor"]>;
interface Problem {
  readonly field: string | null;
  readonly code: string;
}

/** The form's part of the widget's style sheet, which comes with the form. */
const STYLE = `
.suggestion {
  inline-size: min(34em, 100% - 1.5em);
  max-block-size: calc(100% - 1.5em);
  padding: 1.25em;
  color: var(--ink);
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: var(--round);
}
.suggestion::backdrop {
  background: rgb(0 0 0 / 55%);
}
.suggestion h2 {
  margin: 0 0 0.4em;
  font-size: 1.25em;
  line-height: 1.3;
}
.suggestion form {
  display: grid;
  gap: 0.8em;
  margin-block-start: 0.8em;
}
.hint {
  font-size: 0.95em;
  color: var(--soft);
}
`;

/** Opens the form in the widget's shadow root; fails where it cannot be loaded. */
export async function openSuggestion(root: ShadowRoot, options: Options): Promise<void> {
  const { base, slug } = options;
  const signal = new AbortController().signal;
  const answer = slug ? await ask(base, Suggested, { slug }, signal) : null;
  if (slug && !answer?.actor) throw new Error(`there is no ${slug}`);
  adoptSheet(root, STYLE);
  new Dialogue(root, { ...options, known: answer?.actor ?? null }).open();
}

class Dialogue {
  readonly #dialog = document.createElement("dialog");
  #problems: readonly Problem[] = [];
  #state: "open" | "busy" | "thanks" = "open";

  constructor(
    root: ShadowRoot,
    private readonly options: Options & { readonly known: Known | null },
  ) {
    const { tag, direction } = options.words;
    Object.assign(this.#dialog, { lang: tag, dir: direction, className: "suggestion" });
    this.#dialog.setAttribute("part", "dialog");
    this.#dialog.setAttribute("aria-labelledby", "suggestion-title");
    this.#dialog.addEventListener("close", () => this.#dialog.remove());
    root.append(this.#dialog);
  }

  open(): void {
    this.#render();
    this.#dialog.showModal();
  }

  #say(key: string, values?: Record<string, string | number>): string {
    return this.options.own.say(key, values);
  }

  #render(): void {
    this.options.lit.render(this.#state === "thanks" ? this.#thanks() : this.#form(), this.#dialog);
  }

  #thanks(): TemplateResult {
    const { html } = this.options.lit;
    return html`<h2 id="suggestion-title" tabindex="-1">${this.#say("suggest-thanks")}</h2>
      <p>${this.#say("suggest-thanks-text")}</p>
      <button class="button" @click=${() => this.#dialog.close()}>${this.#say("widget-close")}</button>`;
  }

  #form(): TemplateResult {
    const { known, lit } = this.options;
    const { html, nothing } = lit;
    const general = this.#problems.filter(({ field }) => !this.#isOfForm(field));
    return html`<h2 id="suggestion-title">${this.#say(known ? "nav-suggest" : "widget-missing")}</h2>
      ${known ? html`<p><strong><bdi>${known.name}</bdi></strong></p>` : nothing}
      <p>${this.#say("suggest-lead")}</p>
      ${
        this.#problems.length === 0
          ? nothing
          : html`<div class="message" role="alert" tabindex="-1">
            <p>${this.#say("suggest-wrong")}</p>
            ${general.map((problem) => html`<p>${this.#told(problem)}</p>`)}
          </div>`
      }
      <form @submit=${(event: Event) => void this.#submit(event)}>
        ${this.#line("name", "text", "auto", known?.name)} ${known ? nothing : this.#kinds()}
        ${this.#line("phone", "tel", "ltr", known?.phone)} ${this.#line("email", "email", "ltr", known?.email)}
        ${this.#line("website", "text", "ltr", known?.website)}
        ${this.#row(
          "comment",
          html`<textarea id="suggestion-comment" name="comment" rows="4" maxlength=${TEXT} dir="auto" aria-invalid=${this.#invalid("comment")} aria-describedby=${this.#described("comment")}></textarea>`,
        )}
        ${this.#line("contact", "text", "auto")}
        <p class="links">
          <button class="button" ?disabled=${this.#state === "busy"}>${this.#say("suggest-send")}</button>
          <button class="button" type="button" @click=${() => this.#dialog.close()}>${this.#say("widget-close")}</button>
        </p>
      </form>`;
  }

  #line(name: Field, type: string, direction: string, value?: string | null): TemplateResult {
    const { html, nothing } = this.options.lit;
    return this.#row(
      name,
      html`<input id="suggestion-${name}" name=${name} type=${type === "email" ? "text" : type} inputmode=${type === "email" ? "email" : nothing} dir=${direction} maxlength=${LINE} value=${value ?? ""} autocomplete="off" aria-invalid=${this.#invalid(name)} aria-describedby=${this.#described(name)} />`,
    );
  }

  #kinds(): TemplateResult {
    const { html } = this.options.lit;
    const { kinds } = this.options.own;
    return this.#row(
      "kind",
      html`<select id="suggestion-kind" name="kind" aria-invalid=${this.#invalid("kind")} aria-describedby=${this.#described("kind")}>
        <option value="">${this.#say("please-choose")}</option>
        ${kinds.map(([kind, label]) => html`<option value=${kind}>${label}</option>`)}
      </select>`,
    );
  }

  #row(name: Field, field: TemplateResult): TemplateResult {
    const { html, nothing } = this.options.lit;
    const problem = this.#problemOf(name);
    const hasHint = name === "comment" || name === "contact";
    return html`<div class="field">
      <label for="suggestion-${name}"><span>${this.#say(`suggest-${name}`)}</span></label>
      ${
        hasHint || problem
          ? html`<p id="suggestion-${name}-hint" class="hint">
            ${problem ? html`<strong>${this.#told(problem)}</strong>` : nothing} ${hasHint ? this.#say(`suggest-${name}-hint`) : nothing}
          </p>`
          : nothing
      }
      ${field}
    </div>`;
  }

  #described(name: Field): string | typeof Nothing {
    const isDescribed = name === "comment" || name === "contact" || this.#problemOf(name);
    return isDescribed ? `suggestion-${name}-hint` : this.options.lit.nothing;
  }

  #invalid(name: Field): "true" | typeof Nothing {
    return this.#problemOf(name) ? "true" : this.options.lit.nothing;
  }

  #problemOf(name: Field): Problem | undefined {
    return this.#problems.find(({ field }) => field === name || (name === "name" && field === "slug"));
  }

  #isOfForm(field: string | null): boolean {
    return field !== null && [...FIELDS, "kind", "comment", "contact", "slug"].includes(field);
  }

  /** What is wrong, as the form on the directory's page says it. */
  #told({ field, code }: Problem): string {
    const isAddress = field === "phone" || field === "email" || field === "website";
    if (code === "LIMIT_PROPOSALS") return this.#say("suggest-limit-client");
    if (code.startsWith("LIMIT_")) return this.#say("suggest-limit-queue");
    if (code === "DATABASE_BUSY") return this.#say("suggest-limit-busy");
    if (code === "CONFLICT" || field === "expectedVersion") return this.#say("problem-version");
    if (code === "REQUIRED" && field === "slug") return this.#say("problem-latin-name");
    if (code === "REQUIRED")
      return this.#say(field === "name" || field === "kind" ? "problem-required" : "problem-nothing");
    if (code === "TOO_LONG") return this.#say("problem-too-long", { count: field === "comment" ? TEXT : LINE });
    return this.#say(isAddress ? `problem-${field}` : "problem-other");
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#state === "busy") return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    this.#state = "busy";
    this.#render();
    try {
      const { proposeChange } = await send(this.options.base, SendSuggestion, { input: this.#input(data) });
      if (!proposeChange) throw new Error("nothing was answered");
      this.#problems = proposeChange.userErrors;
      this.#state = this.#problems.length === 0 ? "thanks" : "open";
    } catch {
      this.#problems = [{ field: null, code: "DATABASE_BUSY" }];
      this.#state = "open";
    }
    this.#render();
    // What went wrong, or well, is where readers go on: the field, else what is said of all of them.
    const told = ["[aria-invalid]", "[role=alert]", "h2"].map((part) => this.#dialog.querySelector<HTMLElement>(part));
    told.find((part) => part !== null)?.focus();
  }

  /** What differs from what the entry says, and what was written beside. */
  #input(data: FormData): Record<string, unknown> {
    const { known } = this.options;
    const typed = (name: Field) => String(data.get(name) ?? "").trim();
    const changed = FIELDS.filter((name) => typed(name) !== (known?.[name] ?? ""));
    const actor: Record<string, unknown> = Object.fromEntries(changed.map((name) => [name, typed(name) || null]));
    if (!known && typed("kind") !== "") actor.kind = typed("kind");
    const rest = { comment: typed("comment") || null, contact: typed("contact") || null };
    return { ...(known ? { id: known.id, expectedVersion: known.version } : {}), actor, ...rest };
  }
}
