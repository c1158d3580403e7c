// The builder refreshes its lines and its preview whenever something is chosen, and copies them.

/** How long it waits for the next change, milliseconds. */
const PAUSE = 300;

/** Makes the form of the builder live. */
export function builder(form: HTMLFormElement, made: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const refresh = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const address = new URL(form.action);
    address.search = chosen(form);
    const response = await fetch(address, { signal: asking.signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-made]");
    if (!fresh) return;
    made.replaceChildren(...fresh.childNodes);
    copying(made);
    history.replaceState(null, "", address);
  };
  const refreshSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch(() => undefined), PAUSE);
  };
  form.addEventListener("input", refreshSoon);
  copying(made);
  // On a slow line something may have been chosen before this was there to hear of it.
  const untouched = form.cloneNode(true) as HTMLFormElement;
  untouched.reset();
  if (chosen(form) !== chosen(untouched)) refreshSoon();
}

/** What is chosen, as the question of an address. */
function chosen(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => [name, String(value)]);
  return new URLSearchParams(pairs).toString();
}

/** Shows the buttons that copy, which nobody needs who has no scripts. */
function copying(made: HTMLElement): void {
  for (const button of made.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const text = document.getElementById(button.dataset.copy ?? "");
    const status = button.parentElement?.querySelector("[role=status]");
    if (!(text instanceof HTMLTextAreaElement) || !status) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      void copy(text).then(() => {
        status.textContent = button.dataset.copied ?? "";
        setTimeout(() => {
          status.textContent = "";
        }, 4_000);
      });
    });
  }
}

async function copy(text: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // Without a secure connection there is no clipboard: what is marked can be copied by hand.
    text.select();
    document.execCommand("copy");
  }
}
