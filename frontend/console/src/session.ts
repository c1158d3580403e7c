// Who is signed in, and how the program waits when that ends in the middle of something.

import { discardDrafts } from "@bruecke/shared/form-draft-storage";

/** Who is signed in. */
export interface Identity {
  readonly account: string;
  readonly role: string;
  readonly name: string | null;
  readonly mayWrite: boolean;
  readonly awaitsSecondFactor: boolean;
}

/** The account that this page was opened with; another one must not see its drafts. */
let opened = "";
let role = "";
let renewal: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null;

/** Who is signed in; null for nobody. Throws when the service cannot be reached. */
export async function fetchIdentity(): Promise<Identity | null> {
  const response = await fetch("/auth/session", { headers: { accept: "application/json" } });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const identity = (await response.json()) as Identity;
  opened ||= identity.account;
  role = identity.role;
  return identity;
}

/** The account of this page. */
export const currentAccount = () => opened;

/** The role of who is signed in. */
export const currentRole = () => role;

/** The page to sign in on, which leads back to an address. */
export const signInAddress = (next: string) => `/login?next=${encodeURIComponent(next)}`;

/** Waits until somebody has signed in again; everything that waits goes on together. */
export function renewSession(): Promise<void> {
  if (!renewal) {
    let resolve = () => {};
    const promise = new Promise<void>((done) => (resolve = done));
    renewal = { promise, resolve };
    window.dispatchEvent(new CustomEvent("console-session-ended"));
  }
  return renewal.promise;
}

/** Looks whether somebody has signed in again, and lets everything go on that waits. False while nobody has. */
export async function checkRenewal(): Promise<boolean> {
  if (!renewal) return true;
  const identity = await fetchIdentity().catch(() => null);
  if (!identity) return false;
  if (identity.account !== opened) {
    // Somebody else: nothing of the page before is theirs.
    location.reload();
    return false;
  }
  renewal.resolve();
  renewal = null;
  return true;
}

/** Ends the session here; null when done, else the reason. */
export async function signOut(): Promise<string | null> {
  try {
    const response = await fetch("/auth/logout", { method: "POST" });
    if (!response.ok && response.status !== 401) return `HTTP ${response.status}`;
    discardDrafts();
    return null;
  } catch (error) {
    return String(error);
  }
}
