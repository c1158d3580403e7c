// What the attributes of the element may say. Whoever writes one that cannot be taken reads so in the browser's console;
// visitors see the element as if it were not there.
import { NAMES } from "./filters";
import { isSpoken } from "./words";

/** The attributes that are checked here; filters are checked by the service, which knows what there is. */
export const CHECKED = ["view", "lang", "locked", "height", "accent"] as const;
type Checked = (typeof CHECKED)[number];

const LOCKED: readonly string[] = ["", "false", "true", "all", "locked", ...NAMES];

/** How high the element is, as CSS says it; nothing where the attribute says nothing that CSS knows. */
export function blockSize(height: string | null): string | null {
  const value = height?.trim() ?? "";
  const size = /^\d+$/.test(value) ? `${value}px` : value;
  return size !== "" && CSS.supports("block-size", size) ? size : null;
}

/** A colour, where the attribute names one that CSS knows. */
export const colour = (accent: string | null): string | null => (accent && CSS.supports("color", accent.trim()) ? accent.trim() : null);

/** Whether a value can be taken, and else what could be. */
const RULES: Readonly<Record<Checked, readonly [isRight: (value: string) => boolean, allowed: string]>> = {
  view: [(value) => ["map", "list", "both"].includes(value), "map, list or both"],
  lang: [isSpoken, "de, en, tr, ar, uk, ro or pl"],
  locked: [(value) => value.split(",").every((name) => LOCKED.includes(name.trim())), `all, or some of ${NAMES.join(", ")}`],
  height: [(value) => blockSize(value) !== null, "pixels such as 640, or a length of CSS"],
  accent: [(value) => colour(value) !== null, "a colour such as #0b4f5c"],
};

/** What is wrong with these attributes, in English, for whoever wrote them. */
export function attributeProblems(element: Readonly<Record<Checked, string | null>>, names: readonly Checked[]): string[] {
  return names.flatMap((name) => {
    const value = element[name];
    const [isRight, allowed] = RULES[name];
    return value && !isRight(value.trim()) ? [`${name}: ${JSON.stringify(value)} is left out; allowed is ${allowed}`] : [];
  });
}
