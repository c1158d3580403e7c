// Acts on many entries: first what will change, then one after the other, then one message, which takes back what the
// service can take back.
import { ConsoleArchive, ConsolePublish, ConsoleRestore, ConsoleVerify } from "../generated/questions";
import { choose } from "./dialogue";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { refreshRow, type Row } from "./rows";
import { failureOf } from "./view";
import { t } from "./words";

/** What can be done with many. */
export const BULK_ACTS = ["verify", "publish", "archive"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Names that are said one by one; of more the number is said. */
const NAMED = 8;

const QUESTIONS = { verify: ConsoleVerify, publish: ConsolePublish, archive: ConsoleArchive };

function concerns(act: BulkAct, { status }: Row): boolean {
  if (act === "publish") return status === "DRAFT";
  if (act === "verify") return status === "PUBLISHED";
  return status !== "ARCHIVED";
}

/** Asks, acts and tells; whether anything was tried. `progress` is called after each entry. */
export async function actOnMany(act: BulkAct, rows: readonly Row[], progress: () => void): Promise<boolean> {
  const concerned = rows.filter((row) => concerns(act, row));
  const left = rows.length - concerned.length;
  if (concerned.length === 0) {
    notify({ tone: "bad", text: t(`bulk-${act}-none`) });
    return false;
  }
  const lines = concerned.slice(0, NAMED).map(({ name }) => name);
  if (concerned.length > NAMED) lines.push(t("bulk-more", { count: concerned.length - NAMED }));
  if (left > 0) lines.push(t(`bulk-${act}-left`, { count: left }));
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
  const done: { readonly row: Row; readonly version: number }[] = [];
  const failures: string[] = [];
  for (const row of concerned) {
    const failure = await actOnOne(act, row, (version) => done.push({ row, version }));
    if (failure) failures.push(`${row.name}: ${failure}`);
    progress();
  }
  const undo = act === "archive" && done.length > 0 ? { undo: async () => undoAll(done, progress) } : {};
  const text = t(`bulk-${act}-done`, { count: done.length });
  if (failures.length > 0) notify({ tone: "bad", text: `${text} ${t("bulk-failed", { count: failures.length })} ${failures.slice(0, 3).join(" ")}`, ...undo });
  else notify({ text, ...undo });
  return true;
}

async function actOnOne(act: BulkAct, row: Row, done: (version: number) => void): Promise<string> {
  try {
    const { entry, userErrors } = await mutate(QUESTIONS[act], { id: row.id, expectedVersion: row.version });
    if (entry) done(entry.version);
    await refreshRow(row.id);
    return describeErrors(userErrors);
  } catch (error) {
    return t(`failure-${failureOf(error).kind}`);
  }
}

async function undoAll(done: readonly { readonly row: Row; readonly version: number }[], progress: () => void): Promise<void> {
  let failed = 0;
  for (const { row, version } of done) {
    const { userErrors } = await mutate(ConsoleRestore, { id: row.id, expectedVersion: version });
    if (userErrors.length > 0) failed++;
    await refreshRow(row.id);
    progress();
  }
  notify(failed > 0 ? { tone: "bad", text: t("bulk-undo-failed", { count: failed }) } : { text: t("undone") });
}
