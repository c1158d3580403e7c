// Hours as people write them: the service reads them, as it does for members, and what they mean is sent.

import { parseHours } from "@bruecke/shared/hours-notation";
import { request } from "../client";
import { ConsoleOpeningHours } from "../generated/questions";
import type { EntryForm } from "./form";

/** The fields that hold hours. */
const HOURS_FIELDS = ["openingHours", "schedule"] as const;
/** How long typing pauses before the service is asked, milliseconds. */
const DEBOUNCE_MS = 400;

/** What texts mean in the notation; null where they are not understood. */
const notations = new Map<string, string | null>();
const waiting = new Map<string, Promise<string | null>>();
const timers = new Map<string, number>();

/** What a text means in the notation; null where it is not understood, undefined where nobody has looked. */
export const knownNotation = (text: string) => notations.get(text);

function readNotation(text: string): Promise<string | null> {
  const known = notations.get(text);
  if (known !== undefined) return Promise.resolve(known);
  const asked =
    waiting.get(text) ??
    request(ConsoleOpeningHours, { text })
      .then(({ viewer }) => {
        const notation = viewer?.openingHours ?? null;
        notations.set(text, notation);
        return notation;
      })
      .finally(() => waiting.delete(text));
  waiting.set(text, asked);
  return asked;
}

/** Reads what stands in a field once typing pauses; `done` is called when it is known. */
export function readSoon(form: EntryForm, field: string, done: () => void): void {
  const text = String(form.value(field) ?? "").trim();
  clearTimeout(timers.get(field));
  const known = notations.get(text);
  if (!text || parseHours(text) || known === null || known === text || waiting.has(text)) return;
  // Without an answer the text stays as it is, and saving asks again.
  const read = () => void takeNotation(form, field).then(done, () => undefined);
  // What was asked before is taken at once.
  timers.set(field, window.setTimeout(read, known === undefined ? DEBOUNCE_MS : 0));
}

/** Puts what a text means in its place; what was typed stays in sight. */
async function takeNotation(form: EntryForm, field: string): Promise<void> {
  const typed = String(form.value(field) ?? "");
  const text = typed.trim();
  if (!text || parseHours(text)) return;
  const notation = await readNotation(text);
  // Somebody has typed on.
  if (notation === null || notation === typed || form.value(field) !== typed) return;
  form.keepText(field, typed, true);
  form.set(field, notation);
}

/** Puts what every field of hours means in its place, before it is sent. */
export async function takeNotations(form: EntryForm): Promise<void> {
  for (const field of HOURS_FIELDS) await takeNotation(form, field);
}
