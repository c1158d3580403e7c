// What staff noted with the changes of an entry: an import leaves there what a list says and no field holds.

import { request } from "../client";
import { ConsoleEntryNotes } from "../generated/questions";
import { noteText } from "../import-note";

interface History {
  readonly history?: { readonly nodes: readonly { readonly note: string | null; readonly noteAsks: boolean }[] } | null;
}

/** A note as it is read before an entry is published. */
export interface EntryNote {
  readonly text: string;
  /** Whether it forbids something, or asks for something to be cleared first. */
  readonly asks: boolean;
}

/** The notes of an entry, newest first, each once. */
export function notesOf(entry: History | null | undefined): readonly EntryNote[] {
  const notes = new Map<string, EntryNote>();
  for (const { note, noteAsks } of entry?.history?.nodes ?? []) {
    const text = noteText(note?.trim() ?? "");
    if (text) notes.set(text, { text, asks: noteAsks });
  }
  return [...notes.values()];
}

/** Reads the notes of an entry. */
export async function readNotes(id: string): Promise<readonly EntryNote[]> {
  return notesOf((await request(ConsoleEntryNotes, { id })).viewer?.entry);
}
