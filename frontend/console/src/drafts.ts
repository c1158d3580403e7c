// What was typed and not yet taken by the service: it stays on this device until the service has said yes. Each
// account has drafts of its own.
import { currentAccount } from "./session";

/** The values of fields by their names, as the service names them. */
export type Fields = Readonly<Record<string, unknown>>;

/** An entry as far as it was changed here. */
export interface Draft {
  /** The entry's global id, or `new-TYPE-NUMBER`: several new entries can be begun. */
  readonly entry: string;
  /** What it is called, for lists of drafts. */
  readonly name: string;
  /** Whose the new offer, event or project is. */
  readonly owner?: string;
  /** The version that the changes began from; 0 for what is new. */
  readonly version: number;
  /** What the changed fields said then. */
  readonly base: Fields;
  /** What they say now. */
  readonly changes: Fields;
  /** What stands in fields and means nothing yet, as it was typed. */
  readonly unread?: Readonly<Record<string, string>>;
  /** When it was last changed here. */
  readonly at: string;
}

const prefix = () => `bruecke-console-draft:${currentAccount()}:`;

/** Under what the draft of the texts of the site is kept. */
export const SITE_TEXTS = "site-texts";

/** Under what the draft of the report's template is kept. */
export const REPORT_TEMPLATE = "report-template";

/** Under what the draft of the synonyms is kept. */
export const SYNONYMS = "synonyms";

/** Under what a cooperation is kept that is being written down. */
export const LINK = "link";

const CONTACTS = "contacts-";

/** Under what a person is kept who is being written down for an entry. */
export const contactsDraftKey = (entry: string) => CONTACTS + entry;

/** The number of drafts that were begun before there were numbers. */
const WITHOUT_NUMBER = "0";

/** A number for an entry that is begun now. */
export const newDraftNumber = () => Date.now().toString(36);

/** Under what the draft of a new entry is kept. */
export const newDraftKey = (type: string, number: string) =>
  number === WITHOUT_NUMBER ? `new-${type}` : `new-${type}-${number}`;

/** Where a new entry is written; `owner` is whose it will be. */
export const newEntryAddress = (type: string, number: string, owner = "") =>
  `/console/entries/new?type=${type}${owner ? `&of=${encodeURIComponent(owner)}` : ""}&draft=${number}`;

/** Where a draft goes on. */
export function draftAddress(entry: string): string {
  if (entry === SITE_TEXTS) return "/console/texts";
  if (entry === REPORT_TEMPLATE) return "/console/report";
  if (entry === SYNONYMS) return "/console/synonyms";
  if (entry === LINK) return "/console/links";
  if (entry.startsWith(CONTACTS)) return `/console/entries/${entry.slice(CONTACTS.length)}`;
  const [, type, number] = entry.match(/^new-([a-z]+)(?:-(\w+))?$/) ?? [];
  return type ? newEntryAddress(type, number ?? WITHOUT_NUMBER) : `/console/entries/${entry}`;
}

/** The draft of an entry. */
export function readDraft(entry: string): Draft | null {
  return readKey(prefix() + entry);
}

/** A draft that cannot be read any more is removed: nothing could be done with it. */
function readKey(key: string): Draft | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft | null;
  } catch {
    localStorage.removeItem(key);
    return null;
  }
}

/** Keeps a draft. False when the device has no room for it. */
export function writeDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(prefix() + draft.entry, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Removes the draft of an entry. */
export function discardDraft(entry: string): void {
  localStorage.removeItem(prefix() + entry);
}

/** The drafts of this account, newest first. */
export function listDrafts(): Draft[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix()));
  const drafts = keys.map(readKey);
  return drafts.filter((draft) => draft !== null).sort((one, other) => other.at.localeCompare(one.at));
}

/** Removes all of them. */
export function discardAllDrafts(): void {
  for (const { entry } of listDrafts()) discardDraft(entry);
}

/** Tells when another tab changes the draft of an entry; gives what ends that. */
export function watchDraft(entry: string, changed: () => void): () => void {
  const listener = (event: StorageEvent) => event.key === prefix() + entry && changed();
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
