// What staff noted with the changes of an entry: an import leaves there what a list says and no field holds.
import { ConsoleEntryNotes } from "../../generated/questions";
import { request } from "../client";
import { t } from "../words";

interface History {
  readonly history?: { readonly nodes: readonly { readonly note: string | null; readonly noteAsks: boolean }[] } | null;
}

/** A note as it is read before an entry is published. */
export interface EntryNote {
  readonly text: string;
  /** Whether it forbids something, or asks for something to be cleared first. */
  readonly asks: boolean;
}

/** How the log notes an import: the files, what was noted of all rows, and in lines below what one says beside the fields. */
const IMPORT_NOTE = /^import of ([^\n]+?)(?:(?:: |\n)([^]*))?$/;

/** What a note says to whoever publishes the entry; nothing of an import that says no more than its file. */
function describeNote(note: string): string {
  const [isImport, file = "", text = ""] = IMPORT_NOTE.exec(note) ?? [];
  if (!isImport) return note;
  return text ? t("note-from-file", { text, file }) : "";
}

/** The notes of an entry, newest first, each once. */
export function notesOf(entry: History | null | undefined): readonly EntryNote[] {
  const notes = new Map<string, EntryNote>();
  for (const { note, noteAsks } of entry?.history?.nodes ?? []) {
    const text = describeNote(note?.trim() ?? "");
    if (text) notes.set(text, { text, asks: noteAsks });
  }
  return [...notes.values()];
}

/** Reads the notes of an entry. */
export async function readNotes(id: string): Promise<readonly EntryNote[]> {
  return notesOf((await request(ConsoleEntryNotes, { id })).viewer?.entry);
}
