// Acts on many entries: first what will change, then one after the other, then one message, which takes it back.
import { ConsoleArchive, ConsoleEdit, ConsoleNotifications, ConsolePublish, ConsoleVerify } from "../../generated/questions";
import { request } from "../client";
import { choose } from "../dialogue";
import { readNotes } from "../editor/notes";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { takeBack, type UndoableChange } from "../undo";
import { attempt, failureOf } from "../view";
import { t } from "../words";
import { concernsChange, changeOf, type FieldChange } from "./change";
import { refreshRow, type Row } from "./rows";

/** Steps that many can take together. */
export const BULK_ACTS = ["verify", "publish", "archive"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Names that are said one by one; of more the number is said. */
const NAMED = 8;
/** Of so many entries the notes are read at once. */
const READ_TOGETHER = 10;
/** Of so many entries the notes are shown, and so much of each. */
const SHOWN_NOTES = 100;
const SHOWN_CHARACTERS = 200;
/** Failures that are said one by one. */
const TOLD_FAILURES = 3;

const QUESTIONS = { verify: ConsoleVerify, publish: ConsolePublish, archive: ConsoleArchive };

/** Tries one entry: its new version, or why not. */
type EntryAction = (row: Row) => Promise<{ readonly version: number | null; readonly failure: string }>;

function concerns(act: BulkAct, { status }: Row): boolean {
  if (act === "publish") return status === "DRAFT";
  if (act === "verify") return status === "PUBLISHED";
  return status !== "ARCHIVED";
}

/** Some names, and how many more there are. */
export function nameSome(rows: readonly Row[]): string[] {
  const lines = rows.slice(0, NAMED).map(({ name }) => name);
  if (rows.length > NAMED) lines.push(t("bulk-more", { count: rows.length - NAMED }));
  return lines;
}

/** What is to be read before entries are published, a line for each that has it. */
async function noteLines(rows: readonly Row[]): Promise<string[]> {
  const lines: string[] = [];
  for (let at = 0; at < rows.length && lines.length < SHOWN_NOTES; at += READ_TOGETHER) {
    const some = rows.slice(at, at + READ_TOGETHER);
    const notes = await Promise.all(some.map(({ id }) => readNotes(id)));
    some.forEach(({ name }, nth) => {
      const text = (notes[nth] ?? []).join(" · ");
      if (text) lines.push(`${name}: ${text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text}`);
    });
  }
  return lines.length > 0 ? [t("read-before-publishing"), ...lines] : [];
}

/** How many are written to because they become public: those with an address, where such mails are sent. */
async function welcomeMails(rows: readonly Row[]): Promise<string> {
  const notifications = (await request(ConsoleNotifications, {})).viewer?.settings?.notifications ?? [];
  return t("bulk-publish-mails", { count: notifications.includes("welcome") ? rows.filter(({ email }) => email).length : 0 });
}

/** Asks, acts and tells; whether anything was tried. `progress` is called after each entry. */
export async function actOnMany(act: BulkAct, rows: readonly Row[], progress: () => void): Promise<boolean> {
  const concerned = rows.filter((row) => concerns(act, row));
  const left = rows.length - concerned.length;
  if (concerned.length === 0) {
    notify({ tone: "bad", text: t(`bulk-${act}-none`) });
    return false;
  }
  const lines = nameSome(concerned);
  if (left > 0) lines.push(t(`bulk-${act}-left`, { count: left }));
  // Nobody is published without having read what is noted of it and how many hear of it.
  const tell = async () => void lines.push(...(await noteLines(concerned)), await welcomeMails(concerned));
  if (act === "publish" && !(await attempt(tell))) return false;
  const answer = await choose(
    t(`bulk-${act}-title`, { count: concerned.length }),
    lines,
    [
      { value: true, label: t(`bulk-${act}`), tone: act === "archive" ? "danger" : "strong" },
      { value: false, label: t("cancel") },
    ],
    false,
  );
  if (!answer) return false;
  const action: EntryAction = async (row) => {
    const { entry, userErrors } = await mutate(QUESTIONS[act], { id: row.id, expectedVersion: row.version });
    return { version: entry?.version ?? null, failure: describeErrors(userErrors) };
  };
  await tryEach(concerned, action, true, progress, (count) => t(`bulk-${act}-done`, { count }));
  return true;
}

/** Changes a list of many entries, once it was said what will change. */
export async function changeMany(change: FieldChange, rows: readonly Row[], progress: () => void): Promise<void> {
  const action: EntryAction = async (row) => {
    const { entry, userErrors } = await mutate(ConsoleEdit, { id: row.id, expectedVersion: row.version, ...changeOf(change, row) });
    return { version: entry?.version ?? null, failure: describeErrors(userErrors) };
  };
  const concerned = rows.filter((row) => concernsChange(change, row));
  await tryEach(concerned, action, false, progress, (count) => t("bulk-change-done", { count }));
}

async function tryEach(rows: readonly Row[], attempt: EntryAction, isStep: boolean, progress: () => void, said: (count: number) => string): Promise<void> {
  const done: UndoableChange[] = [];
  const failures: string[] = [];
  for (const row of rows) {
    try {
      const { version, failure } = await attempt(row);
      if (version !== null) done.push({ id: row.id, before: row.version, after: version, isStep });
      await refreshRow(row.id);
      if (failure) failures.push(`${row.name}: ${failure}`);
    } catch (error) {
      failures.push(`${row.name}: ${t(`failure-${failureOf(error).kind}`)}`);
    }
    progress();
  }
  const undo = done.length > 0 ? { undo: () => undoAll(done, progress) } : {};
  const text = said(done.length);
  if (failures.length === 0) return notify({ text, ...undo });
  const told = failures.slice(0, TOLD_FAILURES).join(" ");
  notify({ tone: "bad", text: `${text} ${t("bulk-failed", { count: failures.length })} ${told}`, ...undo });
}

async function undoAll(done: readonly UndoableChange[], progress: () => void): Promise<void> {
  let failed = 0;
  for (const one of done) {
    if (await takeBack(one)) failed++;
    await refreshRow(one.id);
    progress();
  }
  notify(failed > 0 ? { tone: "bad", text: t("bulk-undo-failed", { count: failed }) } : { text: t("undone") });
}
