// Questions in words: what the service understood, as a filter of which each part can be taken back.
import { ask } from "../ask";
import { type ActorFilter, Interpret, type InterpretAnswer } from "../generated/questions";
import { type Filters, parameterOf, type Presets, toFilter, toQuery } from "./filters";

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

/** Asks what a question means. */
export async function interpret(base: URL, question: string, language: string, signal: AbortSignal): Promise<Interpretation> {
  const { interpret: answer } = await ask(base, Interpret, { text: question, language }, signal);
  const chips = answer.chips.filter(({ applied }) => applied);
  return { question, filter: withoutNulls(answer.filter) as ActorFilter, words: answer.words, chips };
}

/** The question as nothing but its words. */
export const asWords = (question: string): Interpretation => ({ question, filter: {}, words: question, chips: [] });

/** The same without what a chip stands for. */
export function withoutChip(interpretation: Interpretation, chip: Chip): Interpretation {
  const filter: Record<string, unknown> = { ...interpretation.filter };
  const values = filter[chip.field];
  const others = Array.isArray(values) && values.includes(chip.value) ? values.filter((value) => value !== chip.value) : [];
  if (others.length > 0) filter[chip.field] = others;
  else delete filter[chip.field];
  const isLeft = ({ field, value }: Chip) => field in filter && (field !== chip.field || (others.length > 0 && value !== chip.value));
  return { ...interpretation, filter: filter as ActorFilter, chips: interpretation.chips.filter(isLeft) };
}

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
  for (const [field, value] of Object.entries(interpretation.filter)) {
    const name = parameterOf(field);
    if (!name) continue;
    query.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) {
      query.append(name, typeof one === "boolean" ? (one ? "yes" : "no") : field === "openAt" ? "now" : field === "languages" ? one : String(one).toLowerCase().replaceAll("_", "-"));
    }
  }
  const { near } = interpretation.filter;
  if (near) {
    query.set("lon", String(near.longitude));
    query.set("lat", String(near.latitude));
    query.set("radius", String(near.radiusMetres));
  }
  return query.toString();
}

/** What an answer has as null, a question leaves out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
