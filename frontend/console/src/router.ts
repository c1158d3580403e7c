// Addresses of the program: what stands where, links that need no new document, and a back button that asks before
// something typed is left behind.

import { newDraftNumber, newEntryAddress } from "./drafts";

export type Route =
  | {
      readonly name:
        | "home"
        | "links"
        | "duplicates"
        | "consents"
        | "websites"
        | "demand"
        | "import"
        | "coverage"
        | "report"
        | "diary"
        | "audit"
        | "themes"
        | "districts"
        | "settings"
        | "texts"
        | "synonyms"
        | "unknown";
    }
  | { readonly name: "review"; readonly id: string | null }
  | { readonly name: "merge"; readonly one: string; readonly other: string }
  | { readonly name: "entries" }
  | {
      readonly name: "editor";
      readonly id: string | null;
      readonly type: string;
      readonly draft: string;
      readonly owner: string;
    }
  | { readonly name: "history"; readonly id: string };

/** Asked before an address is left; resolves whether it may be. */
export type LeaveGuard = () => Promise<boolean>;

const PLAIN = [
  "links",
  "duplicates",
  "consents",
  "websites",
  "demand",
  "import",
  "coverage",
  "report",
  "diary",
  "audit",
  "themes",
  "districts",
  "settings",
  "texts",
  "synonyms",
] as const;
let guard: LeaveGuard | null = null;
let position = 0;
/** A step back or forward that the program takes itself and must not ask about again. */
let ignored = false;

/** The route of an address. */
export function parseRoute(path: string, query: string): Route {
  const [view = "", id = "", more = ""] = path
    .replace(/^\/console\/?/, "")
    .split("/")
    .map(decodeURIComponent);
  if (view === "") return { name: "home" };
  const plain = PLAIN.find((name) => name === view);
  if (plain && !id) return { name: plain };
  if (view === "review" && !more) return { name: "review", id: id || null };
  if (view === "merge" && id && more) return { name: "merge", one: id, other: more };
  if (view !== "entries") return { name: "unknown" };
  if (!id) return { name: "entries" };
  if (id === "new") {
    const asked = new URLSearchParams(query);
    return {
      name: "editor",
      id: null,
      type: asked.get("type") ?? "organisation",
      draft: asked.get("draft") ?? "",
      owner: asked.get("of") ?? "",
    };
  }
  if (more === "history") return { name: "history", id };
  return more ? { name: "unknown" } : { name: "editor", id, type: "", draft: "", owner: "" };
}

/** The route of the present address. An entry that is begun gets a number, so that a reload finds it again. */
export function currentRoute(): Route {
  const route = parseRoute(location.pathname, location.search);
  if (route.name !== "editor" || route.id !== null || /^\w+$/.test(route.draft)) return route;
  const draft = newDraftNumber();
  history.replaceState(history.state, "", newEntryAddress(route.type, draft, route.owner));
  return { ...route, draft };
}

/** Sets what is asked before the present address is left; null for nothing. */
export function setLeaveGuard(asked: LeaveGuard | null): void {
  guard = asked;
}

/** Goes to an address of the program. */
export async function navigate(address: string, replace = false): Promise<void> {
  if (!replace && guard && !(await guard())) return;
  guard = replace ? guard : null;
  if (replace) history.replaceState({ position }, "", address);
  else history.pushState({ position: ++position }, "", address);
  window.dispatchEvent(new CustomEvent("console-route", { detail: { moved: !replace } }));
}

/** Follows links and the browser's own buttons from now on. */
export function startRouter(): void {
  position = (history.state as { position?: number } | null)?.position ?? 0;
  history.replaceState({ position }, "");
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event
      .composedPath()
      .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    if (!link || link.target || link.origin !== location.origin || !/^\/console(\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    void navigate(link.pathname + link.search + link.hash);
  });
  window.addEventListener(
    "popstate",
    (event) => void followHistory((event.state as { position?: number } | null)?.position ?? 0),
  );
}

async function followHistory(wanted: number): Promise<void> {
  if (ignored) {
    ignored = false;
    return;
  }
  if (guard && wanted !== position) {
    // The browser is there already: back again, ask, and go only then.
    ignored = true;
    const steps = wanted - position;
    history.go(-steps);
    await new Promise((done) => window.addEventListener("popstate", done, { once: true }));
    if (!(await guard())) return;
    guard = null;
    ignored = true;
    history.go(steps);
    await new Promise((done) => window.addEventListener("popstate", done, { once: true }));
  }
  position = wanted;
  window.dispatchEvent(new CustomEvent("console-route", { detail: { moved: true } }));
}
