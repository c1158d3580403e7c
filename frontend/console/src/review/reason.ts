// The words about a proposal that are being written: kept in the tab, beside the queue as beside the entry.
import { currentAccount } from "../session";

/** Where they are kept: each account has its own. */
const key = (proposal: string) => `bruecke-console-reason:${currentAccount()}:${proposal}`;

export const keptReason = (proposal: string | null | undefined) =>
  (proposal ? sessionStorage.getItem(key(proposal)) : null) ?? "";

export const keepReason = (proposal: string, reason: string) => sessionStorage.setItem(key(proposal), reason);

export const forgetReason = (proposal: string | null | undefined) =>
  proposal && sessionStorage.removeItem(key(proposal));
