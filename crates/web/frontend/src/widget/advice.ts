// When nobody is found: the question as it may have been meant, and what each condition less would give. It comes once
// it is needed.
import { ask } from "../ask";
import { Count, Correct } from "../generated/questions";
import { type Filters, NAMES, type Name, type Presets } from "./filters";
import { type Chip, type Interpretation, actorFilter, isOf, withoutChip } from "./interpretation";

/** A condition less, and how many entries there are without it. */
export interface Loosening {
  readonly label: string;
  readonly count: number;
  readonly filters: Filters;
  readonly interpretation: Interpretation | null;
}

export interface Advice {
  /** The question with known words in the place of unknown ones; null where there is none. */
  readonly correction: string | null;
  readonly loosenings: readonly Loosening[];
}

/** At most so many conditions are tried. */
const MOST = 6;

/** What can be asked instead. Locked filters stay. */
export async function advise(
  base: URL,
  { filters, presets, interpretation, locked, language, labelOf, labelOfChip }: {
    readonly filters: Filters;
    readonly presets: Presets;
    readonly interpretation: Interpretation | null;
    readonly locked: ReadonlySet<Name>;
    readonly language: string;
    readonly labelOf: (name: Name, value: string) => string;
    readonly labelOfChip: (chip: Chip) => string;
  },
  signal: AbortSignal,
): Promise<Advice> {
  const question = filters.text.trim();
  const understood = isOf(interpretation, filters) ? interpretation : null;
  const ways: Omit<Loosening, "count">[] = (understood?.chips ?? []).map((chip) => ({
    label: labelOfChip(chip),
    filters,
    interpretation: understood && withoutChip(understood, chip),
  }));
  if (understood?.words && understood.chips.length > 0) {
    ways.push({ label: understood.words, filters, interpretation: { ...understood, words: "" } });
  }
  for (const name of NAMES) {
    if (filters[name].trim() === "" || locked.has(name) || (name === "text" && understood && understood.chips.length > 0)) continue;
    ways.push({ label: labelOf(name, filters[name]), filters: { ...filters, [name]: "" }, interpretation });
  }
  const counted = ways.slice(0, MOST).map(async (way) => {
    const filter = actorFilter(way.filters, presets, way.interpretation);
    return { ...way, count: (await ask(base, Count, { filter }, signal)).actors.totalCount };
  });
  const correction = question === "" || locked.has("text") ? null : ask(base, Correct, { text: question, language }, signal);
  const [answer, loosenings] = await Promise.all([correction, Promise.all(counted)]);
  const helpful = loosenings.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  return { correction: answer?.interpret.correction ?? null, loosenings: helpful };
}
