// Messages of what was done, with the way back.

/** One message. */
export interface Notice {
  readonly text: string;
  readonly tone?: "good" | "bad";
  /** Where what is said can be put right. */
  readonly way?: { readonly label: string; readonly address: string };
  /** Takes back what was done. */
  readonly undo?: () => Promise<void> | void;
}

/** Shows a message until the next one, or until it is closed. */
export function notify(notice: Notice): void {
  window.dispatchEvent(new CustomEvent("console-notice", { detail: notice }));
}
