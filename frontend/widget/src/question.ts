// Questions in words: what the service understands, and taking parts of it back. It comes once a question was typed.
import { ask } from "@bruecke/shared/ask";
import { type ActorFilter, Interpret } from "./generated/questions";
import type { Chip, Interpretation } from "./interpretation";

/** Asks what a question means. */
export async function interpret(
  base: URL,
  question: string,
  language: string,
  signal: AbortSignal,
): Promise<Interpretation> {
  const { interpret: answer } = await ask(base, Interpret, { text: question, language }, signal);
  const chips = answer.chips.filter(({ applied }) => applied);
  return { question, filter: withoutNulls(answer.filter) as ActorFilter, words: answer.words, chips };
}

/** The same without what a chip stands for. */
export function withoutChip(interpretation: Interpretation, chip: Chip): Interpretation {
  const { not, ...asked } = interpretation.filter;
  const isNegated = chip.field === "not";
  const part: Record<string, unknown> = { ...(isNegated ? not : asked) };
  const values = part[chip.condition];
  const others =
    Array.isArray(values) && values.includes(chip.value) ? values.filter((value) => value !== chip.value) : [];
  if (others.length > 0) part[chip.condition] = others;
  else delete part[chip.condition];
  const excluded = isNegated ? part : not;
  const filter: ActorFilter = {
    ...(isNegated ? asked : part),
    ...(excluded && Object.keys(excluded).length > 0 ? { not: excluded } : {}),
  };
  const isLeft = (other: Chip) =>
    other.field !== chip.field ||
    other.condition !== chip.condition ||
    (others.length > 0 && other.value !== chip.value);
  return { ...interpretation, filter, chips: interpretation.chips.filter(isLeft) };
}

/** What an answer has as null, a question leaves out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
