// What is wrong with attributes, in English, for whoever wrote them. A script of its own: it comes where one is wrong.
import type { Checked } from "./attributes";
import type { Filters, Presets } from "./filters";

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

/** What may stand on every element, or what frameworks write. */
const OF_OTHERS =
  /^(?:_.*|x|v|is|item.*|tabindex|contenteditable|exportparts|accesskey|enterkeyhint|inputmode|role|anchor|writingsuggestions)$|[^a-z_]/;

/** Attributes that nothing here reads, such as misspelt ones. */
export function unknownAttributes(names: readonly string[], known: readonly string[]): string[] {
  const unknown = names.filter((name) => !OF_OTHERS.test(name));
  return unknown.map((name) => `${name}: there is no such attribute; allowed are ${[...known].sort().join(", ")}`);
}

/** Why some filters cannot be taken, as the service tells it. */
export interface AttributeProblems {
  readonly problems: readonly AttributeProblem[];
}

interface AttributeProblem {
  /** The attributes; all of them where none is named. */
  readonly names: readonly string[];
  /** What is left out of a list of values; the whole attributes where there is none. */
  readonly value: string | null;
  readonly message: string;
}

/** The filters without what cannot be taken, and why each of that cannot. Where nothing is known to be wrong all of them
 * go, with `refusal` as the reason. */
export function withoutProblems(
  filters: Filters,
  presets: Presets,
  known: readonly AttributeProblem[],
  refusal: string,
): { filters: Filters; presets: Presets; messages: string[] } {
  const problems = known.length > 0 ? known : [{ names: [], value: null, message: `a filter is left out: ${refusal}` }];
  const without = <Of extends Readonly<Record<string, string>>>(all: Of): Of =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        problems.reduce((left, problem) => withoutProblem(name, left, problem), value),
      ]),
    ) as Of;
  return {
    filters: without(filters),
    presets: without(presets as Readonly<Record<string, string>>),
    messages: problems.map(({ message }) => message),
  };
}

/** What a problem leaves of an attribute. */
function withoutProblem(name: string, value: string, { names, value: wrong }: AttributeProblem): string {
  if (names.length > 0 && !names.includes(name)) return value;
  if (wrong === null) return "";
  const parts = value.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== wrong).join(",");
}
