// What scripts add to the pages, which work without them: searching near one's own place, suggestions as one types, and
// addresses without empty parameters.

import { discardDrafts } from "@bruecke/shared/form-draft-storage";

/** Lets readers search around where they are, once they ask for it: by the button among the filters or another one. */
function nearMe(place: HTMLFieldSetElement): void {
  if (!("geolocation" in navigator)) return;
  const fields = place.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select");
  place.hidden = false;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-locate]")) {
    const status = button.parentElement?.querySelector<HTMLElement>("[role=status]");
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          for (const field of fields) {
            field.disabled = false;
            // A hundred metres are near enough, and tell less.
            if (field.name === "lon") field.value = coords.longitude.toFixed(3);
            if (field.name === "lat") field.value = coords.latitude.toFixed(3);
          }
          const form = fields[0]?.form;
          if (form) form.requestSubmit();
        },
        () => {
          if (status) status.textContent = place.dataset.failed ?? "";
        },
        { maximumAge: 300_000, timeout: 10_000 },
      );
    });
  }
}

/** Leaves out what says nothing, so that the first answer needs no detour to the tidy address. */
function tidy(form: HTMLFormElement): void {
  const usual: Record<string, string> = { type: "any", relation: "either" };
  form.addEventListener("formdata", ({ formData }) => {
    const place = formData.has("lon");
    for (const [name, value] of [...formData]) {
      // What is left of a question may be nothing, and says so.
      if (name === "rest") continue;
      if (value === "" || usual[name] === value || (name === "radius" && !place)) formData.delete(name);
    }
  });
}

for (const place of document.querySelectorAll<HTMLFieldSetElement>("[data-near]")) nearMe(place);
for (const form of document.querySelectorAll<HTMLFormElement>("form[method=get]")) tidy(form);

const search = document.querySelector<HTMLFormElement>("form[data-suggestions]");
if (search) void import("./search-field").then(({ searchField }) => searchField(search));

const panel = document.querySelector<HTMLElement>("details.panel");
if (panel) void import("./filters").then(({ applyAtOnce }) => applyAtOnce(panel, map));

/** Loads the map once its place comes into view. */
function map(box: HTMLElement): void {
  const figure = box.querySelector<HTMLElement>("[data-map]");
  if (!figure) return;
  const watching = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    watching.disconnect();
    void import("./search-map").then(({ searchMap }) => searchMap(figure));
  });
  watching.observe(figure);
}

for (const box of document.querySelectorAll<HTMLElement>(".mapbox")) map(box);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
}
if (document.querySelector("form#shortlist")) void import("./shortlist").then(({ carryShortlist }) => carryShortlist());

/** Shares with what the device has, else copies the address; where neither can be, the mail of the link stays. */
function share(link: HTMLAnchorElement): boolean {
  const { share: url, title, copied } = link.dataset;
  if (!url) return false;
  if ("share" in navigator) {
    // Who changes their mind is no failure.
    navigator.share({ url, title: title ?? "" }).catch(() => undefined);
    return true;
  }
  // Only pages that nobody can change on the way have a clipboard.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (!clipboard) return false;
  const write = async (): Promise<void> => {
    await clipboard.writeText(url);
    const status = document.createElement("span");
    status.className = "note";
    status.role = "status";
    link.after(status);
    // What is there before it says something is read out.
    setTimeout(() => (status.textContent = ` ${copied ?? ""}`), 50);
    setTimeout(() => status.remove(), 4_000);
  };
  write().catch(() => location.assign(link.href));
  return true;
}

/** Puts another page in the place of this one, and of the one around where this is a frame. */
function leave(href: string): void {
  try {
    (top ?? window).location.replace(href);
  } catch {
    // A sandbox that keeps the page around.
    location.replace(href);
  }
}

// What stands among the results is exchanged with them.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest("[data-print]")) print();
  const exit = event.target.closest<HTMLAnchorElement>("a[data-exit]");
  if (exit) {
    event.preventDefault();
    document.body.hidden = true;
    leave(exit.href);
  }
  const link = event.target.closest<HTMLAnchorElement>("a[data-share]");
  if (link && share(link)) event.preventDefault();
});

const drafts = document.querySelector<HTMLElement>("[data-drafts]");
if (drafts) {
  const kept = import("./form-drafts").then(({ keepDrafts }) => keepDrafts(drafts));
  // A form that is sent before its draft is known would leave the draft behind, as if it had never been sent.
  const wait = (event: SubmitEvent) => {
    event.preventDefault();
    void kept.catch(() => {}).then(() => (event.target as HTMLFormElement).requestSubmit(event.submitter));
  };
  drafts.addEventListener("submit", wait, true);
  void kept.catch(() => {}).then(() => drafts.removeEventListener("submit", wait, true));
}
for (const box of document.querySelectorAll<HTMLElement>("[data-hours]"))
  void import("./hours-helper").then(({ hoursHelper }) => hoursHelper(box));
for (const box of document.querySelectorAll<HTMLElement>("[data-position]"))
  void import("./position-map").then(({ positionMap }) => positionMap(box));

// Whoever signs out leaves nothing on the device.
document.addEventListener("submit", ({ target }) => {
  if (!(target instanceof HTMLFormElement) || new URL(target.action).pathname !== "/logout") return;
  discardDrafts();
});

const form = document.querySelector<HTMLFormElement>("[data-builder]");
const made = document.querySelector<HTMLElement>("[data-made]");
if (form && made) void import("./builder").then(({ builder }) => builder(form, made));
