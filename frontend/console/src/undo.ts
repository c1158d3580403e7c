// The way back of what was done: a step in an entry's life, or a change of what it says.
import { ConsoleRestoreVersion, ConsoleUndoStep } from "./generated/questions";
import { describeErrors, mutate } from "./mutation";
import { notify } from "./notice";
import { t } from "./words";

/** Something that was done to an entry, and the versions before and after. */
export interface UndoableChange {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  /** Whether it was a publication, a verification or the like, and no change of what the entry says. */
  readonly isStep: boolean;
}

/** Takes one back; the reason where that is not possible. */
export async function takeBack({ id, before, after, isStep }: UndoableChange): Promise<string> {
  const { userErrors } = isStep
    ? await mutate(ConsoleUndoStep, { id, expectedVersion: after })
    : await mutate(ConsoleRestoreVersion, { id, version: before, expectedVersion: after });
  return describeErrors(userErrors);
}

/** The undo of a message about one step; `then` shows what is so now. */
export const undoOf = (done: UndoableChange, then: () => Promise<void>) => async () => {
  const failure = await takeBack(done);
  notify(failure ? { tone: "bad", text: failure } : { text: t("undone") });
  await then();
};
