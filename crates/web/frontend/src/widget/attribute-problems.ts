// What is wrong with attributes, in English, for whoever wrote them. A script of its own: it comes where one is wrong.
import type { Checked } from "./attributes";

const ALLOWED: Readonly<Record<Exclude<Checked, "locked">, string>> = {
  view: "map, list or both",
  lang: "de, en, tr, ar, uk, ro or pl",
  height: "200 to 9999 pixels, such as 640, or a length of CSS",
  accent: "a colour such as #0b4f5c",
};

/** What is wrong with an attribute; `filters` are the names of those that can be locked. */
export function attributeProblem(name: Checked, value: string, filters: readonly string[]): string {
  const allowed = name === "locked" ? `all, or some of ${filters.join(", ")}` : ALLOWED[name];
  return `${name}: ${JSON.stringify(value)} is left out; allowed is ${allowed}`;
}
