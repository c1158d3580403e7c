// Filters under names of one's own: kept on this device for the account. They hold no data of entries.
import { currentAccount } from "../session";

/** One of them. */
export interface SavedView {
  readonly name: string;
  /** The query part of the address, order included. */
  readonly query: string;
}

/** How many are kept. */
const MAX_VIEWS = 30;

const stored = () => `bruecke-console-views:${currentAccount()}`;

/** Those of this account, in the order of their names. */
export function readViews(): readonly SavedView[] {
  try {
    const views: unknown = JSON.parse(localStorage.getItem(stored()) ?? "[]");
    return Array.isArray(views) ? (views as SavedView[]) : [];
  } catch {
    return [];
  }
}

/** Keeps one; one of the same name gives way. */
export function saveView(view: SavedView): void {
  const others = readViews().filter(({ name }) => name !== view.name);
  write([...others, view].sort((one, other) => one.name.localeCompare(other.name)).slice(0, MAX_VIEWS));
}

/** Forgets one. */
export function removeView(name: string): void {
  write(readViews().filter((view) => view.name !== name));
}

const write = (views: readonly SavedView[]) => localStorage.setItem(stored(), JSON.stringify(views));
