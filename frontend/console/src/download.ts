// Hands a file to the browser, which saves it.

/** How long a browser may take to begin, milliseconds. */
const GRACE_MS = 60_000;

/** Saves a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), GRACE_MS);
}

/** A name with today's day. */
export const datedName = (stem: string, ending: string) =>
  `${stem}-${new Date().toLocaleDateString("sv-SE")}.${ending}`;
