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
    const pairs = [...new FormData(form)].filter(([, value]) => value !== "").map(([name, value]) => [name, String(value)]);
    address.search = new URLSearchParams(pairs).toString();
    const response = await fetch(address, { signal: asking.signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-made]");
    if (!fresh) return;
    made.replaceChildren(...fresh.childNodes);
    copying(made);
    history.replaceState(null, "", address);
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch(() => undefined), PAUSE);
  });
  copying(made);
}

/** Shows the buttons that copy, which nobody needs who has no scripts. */
function copying(made: HTMLElement): void {
  for (const button of made.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const text = document.getElementById(button.dataset["copy"] ?? "");
    const status = button.parentElement?.querySelector("[role=status]");
    if (!(text instanceof HTMLTextAreaElement) || !status) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      void copy(text).then(() => {
        status.textContent = button.dataset["copied"] ?? "";
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
