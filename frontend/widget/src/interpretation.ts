// Questions in words: what the service understood, as a filter of which each part can be taken back.

import { type Filters, type Presets, parameterOf, toFilter, toQuery } from "./filters";
import type { ActorFilter, InterpretAnswer } from "./generated/questions";

export type Chip = InterpretAnswer["interpret"]["chips"][number];

/** A question with what is asked for instead of its words. */
export interface Interpretation {
  readonly question: string;
  readonly filter: ActorFilter;
  /** What is left to be looked for as text. */
  readonly words: string;
  /** What can be taken back. */
  readonly chips: readonly Chip[];
}

/** The question as nothing but its words, as they are written. */
export const asWords = (question: string): Interpretation => ({
  question,
  filter: {},
  words: `"${question}"`,
  chips: [],
});

/** What is asked for: what readers chose, and what of their words was understood. */
export function actorFilter(filters: Filters, presets: Presets, interpretation: Interpretation | null): ActorFilter {
  if (!isOf(interpretation, filters)) return toFilter(filters, presets);
  const { filter, words } = interpretation;
  const chosen = toFilter({ ...filters, text: words }, presets);
  return { ...chosen, and: [...(chosen.and ?? []), filter] };
}

/** Whether it is the question that stands in the field. */
export function isOf(interpretation: Interpretation | null, filters: Filters): interpretation is Interpretation {
  return interpretation !== null && interpretation.question === filters.text.trim();
}

/** The query part of an address. Of what was chosen and understood of the same sort, only what was understood: both
 * together would be either. */
export function mapQuery(filters: Filters, presets: Presets, interpretation: Interpretation | null): string {
  if (!isOf(interpretation, filters)) return toQuery(filters, presets);
  const query = new URLSearchParams(toQuery({ ...filters, text: interpretation.words }, presets));
  const { near, not, ...asked } = interpretation.filter;
  add(query, "", asked);
  add(query, "not_", not ?? {});
  if (near) {
    query.set("lon", String(near.longitude));
    query.set("lat", String(near.latitude));
    query.set("radius", String(near.radiusMetres));
  }
  return query.toString();
}

/** Adds conditions to an address; those of a name replace what stands there. */
function add(query: URLSearchParams, prefix: string, conditions: ActorFilter): void {
  for (const [field, value] of Object.entries(conditions)) {
    const name = parameterOf(field);
    if (!name) continue;
    query.delete(prefix + name);
    for (const one of Array.isArray(value) ? value : [value]) {
      query.append(
        prefix + name,
        typeof one === "boolean"
          ? one
            ? "yes"
            : "no"
          : field === "openAt"
            ? "now"
            : field === "languages"
              ? one
              : String(one).toLowerCase().replaceAll("_", "-"),
      );
    }
  }
}
