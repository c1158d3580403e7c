// The file that is being imported with everything decided of it: it stays on this device over a reload, until the
// service has taken it. What columns and values meant is remembered for the next file.
import { del, get, set } from "idb-keyval";
import { currentAccount } from "../session";
import type { Rest } from "./rest";

/** A file and what was decided of it. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Blob;
  /** The sheet of a workbook; absent for the first that is shown. */
  readonly sheet?: string;
  /** The encoding of a text; absent for the most plausible one. */
  readonly encoding?: string;
  /** Whether new entries are published at once. */
  readonly isPublished: boolean;
  /** What columns hold, by their headings; an empty text for those that are passed over. */
  readonly columns: Readonly<Record<string, string>>;
  /** What values mean, by `HEADING:VALUE`; an empty text for nothing. */
  readonly values: Readonly<Record<string, string>>;
  /** Which entry a row is, by its number: a slug, `new` or `skip`. */
  readonly rows: Readonly<Record<number, string>>;
  /** Whether rows that look like others are new entries. */
  readonly areAlikeNew: boolean;
  /** Whether rows that look like entries are these; absent for no. */
  readonly areAlikeEntries?: boolean;
  /** Whether values that nobody has decided stand in the notes of their rows. */
  readonly notesUnclear: boolean;
  /** The cells that are being put right; null while the file is looked at as it is. */
  readonly rest: Rest | null;
}

/** What was learned of files before: the same headings and values mean the same again. */
export interface Lessons {
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

const key = (what: string) => `bruecke-console-import:${currentAccount()}:${what}`;

/** A file as it comes, with nothing decided. */
export function newFile(name: string, bytes: Blob, isPublished = false): ImportFile {
  return {
    name,
    bytes,
    isPublished,
    columns: {},
    values: {},
    rows: {},
    areAlikeNew: false,
    notesUnclear: false,
    rest: null,
  };
}

/** What the file with what is left is called. */
export const restName = (name: string) => `${name.replace(/\.[^.]*$/, "").replace(/-rest$/, "")}-rest.csv`;

/** The rows that are left of a file, as one that means the same by its headings, with the decisions that concern it. */
export const restOf = ({ name, isPublished, columns, values, notesUnclear }: ImportFile, csv: string): ImportFile => ({
  ...newFile(restName(name), new Blob([csv], { type: "text/csv" }), isPublished),
  ...{ columns, notesUnclear },
  values: Object.fromEntries(Object.entries(values).filter(([key]) => csv.includes(key.slice(key.indexOf(":") + 1)))),
});

/** The file that was left in the middle; null for none. A browser that keeps nothing has none. */
export async function readFile(): Promise<ImportFile | null> {
  return (await get<ImportFile>(key("file")).catch(() => undefined)) ?? null;
}

/** Keeps the file. False when the device does not. */
export function writeFile(file: ImportFile): Promise<boolean> {
  return set(key("file"), file).then(
    () => true,
    () => false,
  );
}

/** Removes the file. */
export async function discardFile(): Promise<void> {
  await del(key("file")).catch(() => undefined);
}

/** What was learned so far. */
export function readLessons(): Lessons {
  try {
    const lessons = JSON.parse(localStorage.getItem(key("lessons")) ?? "null") as Lessons | null;
    return { columns: lessons?.columns ?? {}, values: lessons?.values ?? {} };
  } catch {
    return { columns: {}, values: {} };
  }
}

/** Remembers what was decided of a file that was taken. */
export function learn({ columns, values }: ImportFile): void {
  const known = readLessons();
  const lessons = { columns: { ...known.columns, ...columns }, values: { ...known.values, ...values } };
  try {
    localStorage.setItem(key("lessons"), JSON.stringify(lessons));
  } catch {
    // A full device only means that the same is asked again.
  }
}

/** The bytes in base64, as the service takes them. */
export async function base64(bytes: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(reader.error?.message ?? "unreadable"));
    reader.readAsDataURL(bytes);
  });
  return address.slice(address.indexOf(",") + 1);
}
