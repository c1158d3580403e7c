// A cooperation as it is written down: both ends, what joins them, on what and since when; and of each side either on what
// evidence it agrees, or that it is asked by mail. What is typed stays on the device until the service has said yes.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { discardDraft, LINK, readDraft, writeDraft } from "../drafts";
import { ConsoleConfirmLink, ConsoleProposeLink, type ProposeLinkInput } from "../generated/questions";
import { refuseIncomplete } from "../incomplete";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { options } from "../options";
import { type ActorName, actorPicker } from "../people/actor-picker";
import type { Taxonomy } from "../taxonomy";
import { attempt } from "../view";
import { t, vocabulary } from "../words";
import type { Link, Side } from "./link";

export interface LinkEnd {
  readonly id: string;
  readonly name: string;
}

/** What is typed of a cooperation. */
interface LinkDraft {
  readonly from: LinkEnd | null;
  readonly to: LinkEnd | null;
  readonly kind: string;
  readonly themes: readonly string[];
  readonly since: string;
  readonly note: string;
  readonly evidence: Readonly<Record<Side, string>>;
}

const EMPTY: LinkDraft = {
  from: null,
  to: null,
  kind: "",
  themes: [],
  since: "",
  note: "",
  evidence: { FROM: "", TO: "" },
};
const SIDES: readonly Side[] = ["FROM", "TO"];

/** Whether one is being written on this device. */
export const hasLinkDraft = () => readDraft(LINK) !== null;

/** Begins one with both ends, or one of them; what was typed before stays where it is about the same two. */
export function beginLink(from: LinkEnd | null, to: LinkEnd | null): void {
  const kept = keptDraft();
  const isSame = kept && (!from || kept.from?.id === from.id) && (!to || kept.to?.id === to.id);
  if (!isSame) keep({ ...EMPTY, from, to });
}

const keptDraft = () => (readDraft(LINK)?.changes.link as LinkDraft | undefined) ?? null;

function keep(link: LinkDraft): void {
  const name = [link.from?.name, link.to?.name].filter(Boolean).join(" – ");
  writeDraft({ entry: LINK, name, version: 0, base: {}, changes: { link }, at: new Date().toISOString() });
}

/** The form; `done` is called when it is over, and told where what was written stands. */
export const linkForm = (terms: Taxonomy | null, done: (written: Link["status"] | null) => void) =>
  html`<console-link-form .terms=${terms} .done=${done}></console-link-form>`;

class ConsoleLinkForm extends LitElement {
  static override properties = { terms: { attribute: false }, done: { attribute: false } };
  declare terms: Taxonomy | null;
  declare done: (written: Link["status"] | null) => void;
  #draft = keptDraft() ?? EMPTY;
  #errors: ReadonlyMap<string, string> = new Map();
  #isBusy = false;

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    const first = this.#draft.from ? (this.#draft.to ? "link-kind" : "link-to") : "link-from";
    this.querySelector<HTMLElement>(`#${first}`)?.focus();
  }

  #set(change: Partial<LinkDraft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#errors = new Map([...this.#errors].filter(([field]) => !(field in change)));
    keep(this.#draft);
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const draft = this.#draft;
    const typed = (event: Event) => (event.target as HTMLInputElement).value;
    const error = (field: string) =>
      html`<p class="error" id=${`link-${field}-error`}>${this.#errors.get(field) ?? ""}</p>`;
    const end = (field: "from" | "to") => {
      const chosen = draft[field];
      // The picker needs no more than what is shown.
      const names = chosen ? [{ ...chosen, slug: "" } as ActorName] : [];
      return html`<div>
        ${actorPicker(`link-${field}`, t(`link-${field}`), names, (picked) => this.#choose(field, picked[0] ?? null), 1)} ${error(field)}
      </div>`;
    };
    const submit = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.defaultPrevented || !(event.target as HTMLElement).matches("input, select"))
        return;
      event.preventDefault();
      void this.#save();
    };
    return html`<div class="card link-form" role="group" aria-label=${t("link-new")} @keydown=${submit}>
      <h2>${t("link-new")}</h2>
      ${this.#errors.get("") ? html`<p class="bar bad" role="alert">${this.#errors.get("")}</p>` : nothing}
      <div class="ends">
        ${end("from")}
        <div class="field">
          <label for="link-kind">${t("link-kind")}</label>
          <select id="link-kind" aria-describedby="link-kind-error" aria-invalid=${this.#errors.has("kind")} @change=${(event: Event) => this.#set({ kind: typed(event) })}>
            <option value="" ?selected=${!draft.kind}>${t("choose")}</option>
            ${Object.entries(vocabulary().linkKinds).map(([kind, label]) => html`<option value=${kind.toUpperCase()} .selected=${kind.toUpperCase() === draft.kind}>${label}</option>`)}
          </select>
          ${error("kind")}
          <button type="button" @click=${() => this.#set({ from: draft.to, to: draft.from, evidence: { FROM: draft.evidence.TO, TO: draft.evidence.FROM } })}>⇄ ${t("link-swap")}</button>
        </div>
        ${end("to")}
      </div>
      ${options(
        "link-themes",
        t("field-themes"),
        (this.terms?.themes ?? []).map(({ id, label, depth }) => [id, label, depth] as const),
        draft.themes,
        (themes) => this.#set({ themes }),
      )}
      <div class="columns">
        <label class="field">${t("link-since-field")}
          <input id="link-since" type="date" .value=${draft.since} aria-describedby="link-since-error" aria-invalid=${this.#errors.has("since")} @input=${(event: Event) => this.#set({ since: typed(event) })} />
          <span class="help">${t("link-since-help")}</span> ${error("since")}</label>
        <label class="field">${t("link-public-note")} <input id="link-note" maxlength="500" autocomplete="off" .value=${draft.note} @input=${(event: Event) => this.#set({ note: typed(event) })} /></label>
      </div>
      <fieldset class="field">
        <legend>${t("link-agreement")}</legend>
        <p class="help">${t("link-agreement-help")}</p>
        ${SIDES.map((side) => {
          const name = (side === "FROM" ? draft.from : draft.to)?.name;
          if (!name) return nothing;
          const id = `link-evidence-${side}`;
          return html`<label for=${id}>${t("link-evidence-of", { name })}</label>
            <input id=${id} maxlength="500" autocomplete="off" .value=${draft.evidence[side]} placeholder=${t("link-evidence-mail")}
              @input=${(event: Event) => this.#set({ evidence: { ...this.#draft.evidence, [side]: typed(event) } })} />`;
        })}
      </fieldset>
      <div class="acts">
        <button type="button" class="strong" ?disabled=${this.#isBusy} @click=${() => this.#save()}>${t("link-save")}</button>
        <button type="button" ?disabled=${this.#isBusy} @click=${() => this.#discard()}>${t("draft-discard")}</button>
      </div>
    </div>`;
  }

  #choose(field: "from" | "to", end: LinkEnd | null): void {
    this.#set({ [field]: end && { id: end.id, name: end.name } });
    if (end)
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(field === "from" ? "#link-kind" : "#link-since")?.focus(),
      );
  }

  #discard(): void {
    discardDraft(LINK);
    this.done(null);
  }

  async #save(): Promise<void> {
    if (this.#isBusy || refuseIncomplete(this)) return;
    const { from, to, kind, themes, since, note, evidence } = this.#draft;
    const missing = [
      ["from", !from],
      ["kind", !kind],
      ["to", !to],
    ] as const;
    this.#errors = new Map(missing.filter(([, isMissing]) => isMissing).map(([field]) => [field, t("link-missing")]));
    if (this.#errors.size > 0) return this.#point();
    this.#isBusy = true;
    this.requestUpdate();
    await attempt(async () => {
      const input = {
        ...{ from: from?.id ?? null, to: to?.id ?? null, kind: kind as NonNullable<ProposeLinkInput["kind"]>, themes },
        ...(since ? { since } : {}),
        ...(note.trim() ? { publicNote: note.trim() } : {}),
      };
      const { entry, userErrors } = await mutate(ConsoleProposeLink, input);
      if (!entry) {
        this.#errors = errorsByField(userErrors);
        return this.#point();
      }
      // From here on it is written: what is left to be confirmed is done in the list.
      discardDraft(LINK);
      const { status, failure } = await confirmSides(entry, evidence);
      notify(failure ? { tone: "bad", text: failure } : { text: t("link-saved") });
      this.done(status);
    });
    this.#isBusy = false;
    this.requestUpdate();
  }

  /** Shows what is wrong and goes to the first field it is about. */
  #point(): void {
    this.requestUpdate();
    const [field] = this.#errors.keys();
    if (field) void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#link-${field}`)?.focus());
  }
}

/** Confirms the sides of which it is said how that is known; where it stands then, and the reason where one is not taken. */
async function confirmSides(
  { id, version }: { readonly id: string; readonly version: number },
  evidence: Readonly<Record<Side, string>>,
): Promise<{ readonly status: Link["status"]; readonly failure: string }> {
  let [expectedVersion, status] = [version, "PROPOSED" as Link["status"]];
  for (const side of SIDES) {
    if (!evidence[side].trim()) continue;
    const { entry, userErrors } = await mutate(ConsoleConfirmLink, {
      id,
      expectedVersion,
      side,
      evidence: evidence[side].trim(),
    });
    if (!entry) return { status, failure: describeErrors(userErrors) };
    [expectedVersion, status] = [entry.version, entry.status];
  }
  return { status, failure: "" };
}

function errorsByField(
  errors: readonly { readonly field: string | null; readonly message: string }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { field, message } of errors) {
    const key = ["from", "to", "kind", "since"].find((known) => known === field) ?? "";
    found.set(key, [found.get(key), message].filter(Boolean).join(" "));
  }
  return found;
}

customElements.define("console-link-form", ConsoleLinkForm);
