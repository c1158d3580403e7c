// What choices, filters and chips are called.

import type { Words } from "@bruecke/shared/words";
import type { Name } from "./filters";
import type { StartAnswer } from "./generated/questions";
import type { Chip } from "./interpretation";

export interface Choice {
  readonly slug: string;
  readonly label: string;
  readonly children?: readonly Choice[];
}

/** What a chip is called; what must not be, with "not" before it. */
export function chipLabel(words: Words, { field, label }: Chip): string {
  return field === "not" ? `${words.say("chip-not")} ${label}` : label;
}

/** What the value of a filter is called. */
export function labelOfFilter(choices: StartAnswer | null, words: Words, name: Name, value: string): string {
  if (name === "language")
    return value
      .split(",")
      .map((tag) => words.language(tag.trim()))
      .join(", ");
  return name === "text" ? value.trim() : named((name === "theme" ? choices?.themes : choices?.districts) ?? [], value);
}

/** A tree from top to bottom, with how deep each choice lies in it. */
export function flat(options: readonly Choice[], depth = 0): { slug: string; label: string; depth: number }[] {
  return options.flatMap(({ slug, label, children }) => [{ slug, label, depth }, ...flat(children ?? [], depth + 1)]);
}

export function named(options: readonly Choice[], value: string): string {
  const known = flat(options);
  const label = (slug: string) => known.find((option) => option.slug === slug.trim())?.label ?? slug.trim();
  return value.split(",").map(label).join(", ");
}
