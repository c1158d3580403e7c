// How the log notes an import, and how people read it.
import { t } from "./words";

/** The files, what was noted of all rows, and in lines below what one says beside the fields. */
const IMPORT_NOTE = /^import of ([^\n]+?)(?:(?:: |\n)([\s\S]*))?$/;

/** What a note says beside the file that it comes from; all of it where it comes from none. */
export function noteText(note: string): string {
  const [isImport, file = "", text = ""] = IMPORT_NOTE.exec(note) ?? [];
  if (!isImport) return note;
  return text ? t("note-from-file", { text, file }) : "";
}

/** A note as the log shows it: of an import at least the file. */
export const loggedNote = (note: string) =>
  noteText(note) || t("note-file", { file: IMPORT_NOTE.exec(note)?.[1] ?? note });
