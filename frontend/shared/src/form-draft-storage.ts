// Where drafts of forms lie on the device.

/** What the keys of all of them begin with. */
export const DRAFT_PREFIX = "bruecke-form:";

/** Forgets all drafts of this device. */
export function discardDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT_PREFIX)) localStorage.removeItem(key);
}
