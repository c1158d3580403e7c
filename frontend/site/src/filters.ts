// Applies a filter as soon as it is chosen, in place: neither the focus nor the place on the page is lost.

/** Asks again whenever a field of the panel changes; where that fails, the form is sent as it is without scripts. */
export function applyAtOnce(panel: HTMLElement, loadMap: (box: HTMLElement) => void): void {
  const form = panel.querySelector<HTMLInputElement>("input")?.form;
  if (!form) return;
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  panel.after(status);
  let asking = new AbortController();
  let shown = location.search;
  /** Shows the answer of an address; `keep` puts it into the history. */
  const apply = (asked: URL, keep: (address: string) => void, otherwise: () => void) => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    fetchPage(asked, signal).then(
      ({ page, address }) => {
        if (signal.aborted) return;
        // The start shows other things than an answer does.
        if (!document.querySelector(".hero.slim") || !page.querySelector(".hero.slim")) return otherwise();
        keep(address);
        shown = location.search;
        document.title = page.title;
        show(page, form, panel, loadMap);
        status.textContent = page.querySelector("#results")?.textContent ?? "";
      },
      () => {
        if (!signal.aborted) otherwise();
      },
    );
  };
  const applyForm = () =>
    apply(
      addressOf(form),
      (address) => history.pushState(null, "", address),
      () => form.requestSubmit(),
    );
  // Back and forth lead through what was chosen, as they do without this script.
  window.addEventListener("popstate", () => {
    if (location.search !== shown)
      apply(
        new URL(location.href),
        () => undefined,
        () => location.reload(),
      );
  });
  panel.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.checked) clearBelow(target);
    applyForm();
  });
  // What was chosen before this script came counts as well.
  if ([...boxes(panel)].some(({ checked, defaultChecked }) => checked !== defaultChecked)) applyForm();
}

/** Who ticks what stands above asks for all of it, no longer for a part. */
function clearBelow(box: HTMLInputElement): void {
  for (const below of box.closest("li")?.querySelectorAll<HTMLInputElement>(":scope ul input[type=checkbox]") ?? [])
    below.checked = false;
}

/** The fields that filter. */
const boxes = (root: ParentNode) => root.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]");

/** The address that the form asks for. */
function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action);
  const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  address.search = new URLSearchParams(pairs).toString();
  return address;
}

async function fetchPage(address: URL, signal: AbortSignal): Promise<{ page: Document; address: string }> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`answered with ${response.status}`);
  return { page: new DOMParser().parseFromString(await response.text(), "text/html"), address: response.url };
}

/** Puts the next answer in the place of this one. */
function show(page: Document, form: HTMLFormElement, panel: HTMLElement, loadMap: (box: HTMLElement) => void): void {
  const [results, others] = [document.querySelector(".results"), page.querySelector(".results")];
  if (results && others) {
    results.replaceWith(others);
    for (const button of others.querySelectorAll<HTMLElement>("[data-print]")) button.hidden = false;
  }
  showMap(page, loadMap);
  // What is left of the question stands in the form.
  for (const hidden of form.querySelectorAll("input[type=hidden]")) hidden.remove();
  form.append(...page.querySelectorAll(`#${form.id} input[type=hidden]`));
  const twins = new Map([...boxes(page)].map((input) => [`${input.name}=${input.value}`, input]));
  for (const input of boxes(panel)) {
    const twin = twins.get(`${input.name}=${input.value}`);
    const [label, next] = [input.closest("label"), twin?.closest("label")];
    if (!twin || !label || !next) continue;
    input.checked = twin.checked;
    label.className = next.className;
    const [count, other] = [label.querySelector(".count"), next.querySelector(".count")];
    if (count && other) count.textContent = other.textContent;
  }
  // What comes and goes with what is chosen; what stays keeps the focus.
  for (const place of panel.querySelectorAll<HTMLElement>("[data-live]")) {
    const next = page.getElementById(place.id);
    const isHidden = place.hidden || place.childElementCount !== next?.childElementCount;
    if (next && isHidden) place.replaceChildren(...next.childNodes);
  }
  const [summary, other] = [panel.querySelector(":scope > summary"), page.querySelector("details.panel > summary")];
  if (summary && other) summary.replaceChildren(...other.childNodes);
}

/** A map that moves goes on with other entries; one that is not there yet is put there. */
function showMap(page: Document, loadMap: (box: HTMLElement) => void): void {
  const [box, next] = [document, page].map((root) => root.querySelector<HTMLElement>(".mapbox"));
  if (box) box.hidden = !next;
  if (!next) return;
  if (!box) {
    document.querySelector(".columns")?.append(next);
    loadMap(next);
    return;
  }
  const [figure, other] = [box, next].map((root) => root.querySelector<HTMLElement>("[data-map]"));
  const [picture, drawing] = [box, next].map((root) => root.querySelector<HTMLImageElement>("[data-picture] img"));
  if (picture && drawing) picture.src = drawing.src;
  const [note, count] = [box, next].map((root) => root.querySelector("[data-off-map]"));
  if (note && count) note.textContent = count.textContent;
  if (!figure || !other) return;
  figure.dataset.query = other.dataset.query ?? "";
  figure.dispatchEvent(new Event("querychange"));
}
