// Acts on many entries: first what will change, then one after the other, then one message, which takes it back.

import { choose } from "../dialogue";
import { ConsoleArchive, ConsoleEdit, ConsolePublish, ConsoleVerify } from "../generated/questions";
import { describeErrors, mutate } from "../mutation";
import { notify } from "../notice";
import { takeBack, type UndoableChange } from "../undo";
import { attempt, failureOf } from "../view";
import { t } from "../words";
import { changeOf, concernsChange, type FieldChange } from "./change";
import { chooseForPublication } from "./publish";
import { type Row, refreshRow } from "./rows";

/** Steps that many can take together. */
export const BULK_ACTS = ["verify", "publish", "archive"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Names that are said one by one; of more the number is said. */
const NAMED = 8;
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

/** Says what will change; the entries where that is wanted. */
async function confirmAct(act: BulkAct, rows: readonly Row[], left: string): Promise<readonly Row[] | null> {
  return choose<readonly Row[] | null>(
    t(`bulk-${act}-title`, { count: rows.length }),
    [...nameSome(rows), left].filter(Boolean),
    [
      { value: rows, label: t(`bulk-${act}`), tone: act === "archive" ? "danger" : "strong" },
      { value: null, label: t("cancel") },
    ],
    null,
  );
}

/** Asks, acts and tells; whether anything was tried. `progress` is called after each entry. */
export async function actOnMany(act: BulkAct, rows: readonly Row[], progress: () => void): Promise<boolean> {
  const concerned = rows.filter((row) => concerns(act, row));
  const left = rows.length - concerned.length;
  if (concerned.length === 0) {
    notify({ tone: "bad", text: t(`bulk-${act}-none`) });
    return false;
  }
  const told = left > 0 ? t(`bulk-${act}-left`, { count: left }) : "";
  const action: EntryAction = async (row) => {
    const { entry, userErrors } = await mutate(QUESTIONS[act], { id: row.id, expectedVersion: row.version });
    return { version: entry?.version ?? null, failure: describeErrors(userErrors) };
  };
  let isTried = false;
  await attempt(async () => {
    const taken =
      act === "publish" ? await chooseForPublication(concerned, told) : await confirmAct(act, concerned, told);
    if (!taken) return;
    isTried = true;
    await tryEach(taken, action, true, progress, (count) => t(`bulk-${act}-done`, { count }));
  });
  return isTried;
}

/** Changes a list of many entries, once it was said what will change. */
export async function changeMany(change: FieldChange, rows: readonly Row[], progress: () => void): Promise<void> {
  const action: EntryAction = async (row) => {
    const { entry, userErrors } = await mutate(ConsoleEdit, {
      id: row.id,
      expectedVersion: row.version,
      ...changeOf(change, row),
    });
    return { version: entry?.version ?? null, failure: describeErrors(userErrors) };
  };
  const concerned = rows.filter((row) => concernsChange(change, row));
  await tryEach(concerned, action, false, progress, (count) => t("bulk-change-done", { count }));
}

async function tryEach(
  rows: readonly Row[],
  action: EntryAction,
  isStep: boolean,
  progress: () => void,
  said: (count: number) => string,
): Promise<void> {
  const done: UndoableChange[] = [];
  const failures: string[] = [];
  for (const row of rows) {
    try {
      const { version, failure } = await action(row);
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
