// What every view is made of: no shadow root, so that one stylesheet and plain labels serve; a state of loading; errors
// that say what to do.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { RequestFailure } from "./client";
import { notify } from "./notice";
import { t } from "./words";

/** The base of all views. */
export abstract class View extends LitElement {
  #failure: RequestFailure | null = null;
  #loading = false;
  #loaded = false;
  /** Whether a change is on its way. */
  protected isBusy = false;
  readonly #speak = () => this.requestUpdate();

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("console-language", this.#speak);
    void this.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("console-language", this.#speak);
  }

  /** Fetches what the view shows. */
  protected abstract load(): Promise<void>;

  /** What it shows when it is there. */
  protected abstract content(): TemplateResult;

  /** Fetches again. */
  async reload(): Promise<void> {
    const isFirst = !this.#loaded;
    this.#loading = true;
    this.#failure = null;
    this.requestUpdate();
    try {
      await this.load();
      this.#loaded = true;
    } catch (error) {
      this.#failure = failureOf(error);
    }
    this.#loading = false;
    this.requestUpdate();
    if (isFirst && this.#loaded) await this.#showTarget();
  }

  /** Goes to the part that the address names: browsers look for it before it is there. */
  async #showTarget(): Promise<void> {
    const id = location.hash.slice(1);
    if (!id) return;
    await this.updateComplete;
    this.querySelector(`#${CSS.escape(decodeURIComponent(id))}`)?.scrollIntoView();
  }

  /** Makes a change, one at a time, and fetches again what it has changed. */
  protected async submit(change: () => Promise<boolean>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.requestUpdate();
    let isDone = false;
    try {
      isDone = await change();
    } finally {
      this.isBusy = false;
      this.requestUpdate();
    }
    if (isDone) await this.reload();
  }

  protected get isLoading(): boolean {
    return this.#loading;
  }

  override render() {
    if (this.#failure) {
      return html`<div class="failure" role="alert">
        <p>${t(`failure-${this.#failure.kind}`)}</p>
        <button type="button" @click=${() => this.reload()}>${t("retry")}</button>
      </div>`;
    }
    return html`${this.#loading ? html`<p class="loading" role="status">${t("loading")}</p>` : nothing}${this.content()}`;
  }
}

/** Whatever was thrown as a failure to show. A mistake of the program's own stays visible to developers. */
export function failureOf(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  console.error(error);
  return new RequestFailure("fault", String(error));
}

/** Does something and says when it could not be done; false then. */
export async function attempt(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    notify({ tone: "bad", text: t(`failure-${failureOf(error).kind}`) });
    return false;
  }
}
