// What is typed into the forms of members stays on the device until the server has said yes: a reload, a link away, a
// session that ends and a server that is gone lose nothing. Passwords are never kept. Each account has drafts of its own.

import { DRAFT_PREFIX } from "@bruecke/shared/form-draft-storage";

/** The draft that was sent last from this tab. */
const SENT = "bruecke-form-sent";
/** Nobody comes back to what is older, milliseconds. */
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;
/** How long forms wait to know whose drafts they have, milliseconds. */
const ACCOUNT_WAIT_MS = 5_000;

type Values = Readonly<Record<string, readonly string[]>>;

/** What differs from what the server has. */
interface Draft {
  readonly base: Values;
  readonly values: Values;
  /** The version that the form was filled with: the server tells what others have changed since. */
  readonly version: string | null;
  readonly at: number;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Keeps what is typed into the forms of a part of the page. */
export async function keepDrafts(box: HTMLElement): Promise<void> {
  const forms = [...box.querySelectorAll<HTMLFormElement>("form[method=post]")].filter(
    (form) => controls(form).length > 0,
  );
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  const isDone = document.querySelector("[data-done]") !== null;
  if (sent && isDone) localStorage.removeItem(sent);
  if (forms.length === 0) return;
  const account = await currentAccount();
  if (!account) return;
  const kept = forms.map((form) => new KeptForm(form, `${DRAFT_PREFIX}${account}:${new URL(form.action).pathname}`));
  for (const form of kept) form.restore(sent === form.key && !isDone, box);
  window.addEventListener("beforeunload", (event) => {
    if (kept.some(({ isTyped }) => isTyped)) event.preventDefault();
  });
}

async function currentAccount(): Promise<string | null> {
  try {
    const response = await fetch("/auth/session", {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(ACCOUNT_WAIT_MS),
    });
    return response.ok ? ((await response.json()) as { account: string }).account : null;
  } catch {
    return null;
  }
}

/** What people type into or choose from. */
function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control => {
    if (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) return element.name !== "";
    return (
      element instanceof HTMLInputElement &&
      element.name !== "" &&
      !["hidden", "submit", "button", "password", "file"].includes(element.type)
    );
  });
}

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);

/** The values of a form by their names; as the server sent them, or as they stand now. */
function valuesOf(form: HTMLFormElement, isServed: boolean): Values {
  const values: Record<string, string[]> = {};
  for (const control of controls(form)) {
    const found = values[control.name] ?? [];
    values[control.name] = found;
    if (isBox(control)) {
      if (isServed ? control.defaultChecked : control.checked) found.push(control.value);
    } else if (control instanceof HTMLSelectElement) {
      const options = [...control.options];
      const served = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
      found.push(isServed ? (served?.value ?? "") : control.value);
    } else found.push(isServed ? control.defaultValue : control.value);
  }
  return values;
}

const isEqual = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.length === other.length && one.every((value, at) => value === other[at]);

class KeptForm {
  readonly #form: HTMLFormElement;
  readonly key: string;
  readonly #version: HTMLInputElement | null;
  readonly #servedVersion: string | null;
  #base: Values;
  /** Whether something was typed that was not sent. */
  isTyped = false;

  constructor(form: HTMLFormElement, key: string) {
    this.#form = form;
    this.key = key;
    this.#version = form.querySelector<HTMLInputElement>("input[type=hidden][name=version]");
    this.#servedVersion = this.#version?.value ?? null;
    this.#base = valuesOf(form, true);
    const keep = () => {
      this.isTyped = true;
      this.#keep();
    };
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", () => {
      this.#keep();
      this.isTyped = false;
      sessionStorage.setItem(SENT, this.key);
    });
  }

  #keep(): void {
    const values = valuesOf(this.#form, false);
    const changed = Object.keys(values).filter((name) => !isEqual(values[name], this.#base[name]));
    if (changed.length === 0) {
      localStorage.removeItem(this.key);
      this.isTyped = false;
      return;
    }
    const pick = (from: Values) => Object.fromEntries(changed.map((name) => [name, from[name] ?? []]));
    const draft: Draft = {
      base: pick(this.#base),
      values: pick(values),
      version: this.#version?.value ?? null,
      at: Date.now(),
    };
    try {
      localStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // A device without room: the warning before leaving is left.
    }
  }

  #read(): Draft | null {
    try {
      const draft = JSON.parse(localStorage.getItem(this.key) ?? "null") as Draft | null;
      if (draft && Date.now() - draft.at < LONGEST_MS) return draft;
    } catch {
      // What cannot be read is of no use to anybody.
    }
    localStorage.removeItem(this.key);
    return null;
  }

  /**
   * Puts back what was typed. In an answer to this form the server has filled in what it was sent: that stays, and so does
   * what was typed while the draft was looked for.
   */
  restore(isAnswer: boolean, box: HTMLElement): void {
    const served = this.#base;
    const present = valuesOf(this.#form, false);
    const draft = this.#read();
    if (!draft) {
      // Somebody typed before this script was there; who goes back or reloads has values that the browser put back.
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      this.isTyped =
        navigation?.type === "navigate" && Object.keys(present).some((name) => !isEqual(present[name], served[name]));
      if (this.isTyped) this.#keep();
      return;
    }
    let isRestored = false;
    for (const [name, values] of Object.entries(draft.values)) {
      if (!(name in served) || isEqual(values, served[name])) continue;
      // Browsers put values back themselves when one goes back.
      const isRetyped = !isEqual(present[name], served[name]) && !isEqual(present[name], values);
      if (isRetyped) {
        this.isTyped = true;
        continue;
      }
      if (isAnswer && !isEqual(served[name], draft.base[name])) continue;
      this.#fill(name, values);
      isRestored = true;
    }
    // From here on it is compared with what the server had before anything was typed.
    this.#base = { ...served, ...Object.fromEntries(Object.entries(draft.base).filter(([name]) => name in served)) };
    if (isRestored && !isAnswer && this.#version && draft.version) this.#version.value = draft.version;
    if (isRestored) this.#tell(box, served);
    else if (!isAnswer) localStorage.removeItem(this.key);
    if (this.isTyped) this.#keep();
  }

  #fill(name: string, values: readonly string[]): void {
    const left = [...values];
    for (const control of controls(this.#form).filter((control) => control.name === name)) {
      if (isBox(control)) control.checked = values.includes(control.value);
      else control.value = left.shift() ?? "";
      // A tick is no use in a part that is folded.
      const details = control.closest("details");
      if (details) details.open = true;
    }
  }

  /** Says that it stands there again, with a way to have it as the server has it. */
  #tell(box: HTMLElement, served: Values): void {
    const note = document.createElement("div");
    note.className = "notice restored";
    note.role = "status";
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "button";
    discard.textContent = box.dataset.discard ?? "";
    discard.addEventListener("click", () => {
      this.#form.reset();
      if (this.#version) this.#version.value = this.#servedVersion ?? "";
      this.#base = served;
      this.isTyped = false;
      localStorage.removeItem(this.key);
      note.remove();
    });
    const text = document.createElement("p");
    // Above everything, since the form may stand far below, and with the way there.
    const way = document.createElement("a");
    this.#form.id ||= `restored-${document.querySelectorAll(".restored").length}`;
    way.href = `#${this.#form.id}`;
    way.textContent = box.dataset.drafts ?? "";
    text.append(way);
    note.append(text, discard);
    box.prepend(note);
  }
}
