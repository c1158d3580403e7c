// What staff noted with the changes of an entry: an import leaves there what a list says and no field holds.
import { ConsoleEntryNotes } from "../../generated/questions";
import { request } from "../client";

interface History {
  readonly history?: { readonly nodes: readonly { readonly note: string | null }[] } | null;
}

/** The notes of an entry, newest first, each once. */
export function notesOf(entry: History | null | undefined): readonly string[] {
  const notes = entry?.history?.nodes.map(({ note }) => note?.trim() ?? "") ?? [];
  return [...new Set(notes)].filter(Boolean);
}

/** Reads the notes of an entry. */
export async function readNotes(id: string): Promise<readonly string[]> {
  return notesOf((await request(ConsoleEntryNotes, { id })).viewer?.entry);
}
