// What the attributes of the element may say. Whoever writes one that cannot be taken reads so in the browser's console;
// visitors see the element as if it were not there.

import { isSpoken } from "@bruecke/shared/words";
import { NAMES } from "./filters";

/** The attributes that are checked here; filters are checked by the service, which knows what there is. */
export const CHECKED = ["view", "lang", "locked", "height", "accent"] as const;
export type Checked = (typeof CHECKED)[number];

const LOCKED: readonly string[] = ["", "false", "true", "all", "locked", ...NAMES];

/** How high the element is, as CSS says it; nothing where the attribute says nothing that CSS knows. */
export function blockSize(height: string | null): string | null {
  const value = height?.trim() ?? "";
  const size = /^\d+$/.test(value) ? `${value}px` : value;
  // Less shows no entry, more is no page.
  return CSS.supports("block-size", size) && !(parseFloat(size) < 200 && size.endsWith("px")) && !/\d{5}/.test(size)
    ? size
    : null;
}

/** A colour, where the attribute names one that CSS knows. */
export const colour = (accent: string | null): string | null =>
  accent && CSS.supports("color", accent.trim()) ? accent.trim() : null;

/** Whether a value can be taken. */
const RULES: Readonly<Record<Checked, (value: string) => boolean>> = {
  view: (value) => ["map", "list", "both"].includes(value),
  lang: isSpoken,
  locked: (value) => value.split(",").every((name) => LOCKED.includes(name.trim())),
  height: (value) => blockSize(value) !== null,
  accent: (value) => colour(value) !== null,
};

/** Those of these attributes that cannot be taken. */
export function wrongAttributes(
  element: Readonly<Record<Checked, string | null>>,
  names: readonly Checked[],
): Checked[] {
  return names.filter((name) => element[name] && !RULES[name](element[name].trim()));
}
