// Entries of the tables of words: what they are called, the words they have anyway, and what was typed for them.

import type { Fields } from "../drafts";
import { languageLabel } from "../fields";
import type { ConsoleSynonymsAnswer } from "../generated/questions";
import { language, t, vocabulary } from "../words";

/** The tables, in the order of the list to choose from. */
export const TABLES = ["KINDS", "LANGUAGES", "TARGET_GROUPS", "FIELDS_OF_ACTION", "TYPES", "FEATURES"] as const;
export type Table = (typeof TABLES)[number];

export type Entry = NonNullable<NonNullable<ConsoleSynonymsAnswer["viewer"]>["synonyms"]>["entries"][number];
export type TableWords = Entry["builtIn"][number];

/** So many of the words that every directory has stand there at once. */
const SHOWN = 6;
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONDAY = "2026-01-05T12:00";

/** What an entry is called. */
export function entryLabel(table: Table, key: string): string {
  const words = vocabulary();
  switch (table) {
    case "KINDS":
      return words.kinds.organisation[key] ?? words.kinds.institution[key] ?? words.kinds.network[key] ?? key;
    case "LANGUAGES":
      return languageLabel(key);
    case "TARGET_GROUPS":
      return words.targetGroups[key] ?? key;
    case "FIELDS_OF_ACTION":
      return words.fieldsOfAction[key] ?? key;
    case "TYPES":
      return t(`type-${key}`);
    case "FEATURES":
      return (
        words.accessibility[key] ??
        words.availability[key] ??
        words.daytimes[key] ??
        weekdayLabel(key) ??
        t(`synonyms-feature-${key}`)
      );
  }
}

function weekdayLabel(key: string): string | null {
  const at = WEEKDAYS.indexOf(key);
  if (at < 0) return null;
  const day = new Date(MONDAY);
  day.setDate(day.getDate() + at);
  return new Intl.DateTimeFormat(language(), { weekday: "long" }).format(day);
}

/** What a question was taken to ask for, where its own label is no word: `freeOfCharge` with `true`. */
export function meaningLabel({
  field,
  value,
  label,
}: {
  readonly field: string;
  readonly value: string;
  readonly label: string;
}): string {
  switch (field) {
    case "freeOfCharge":
      return entryLabel("FEATURES", "free-of-charge");
    case "byAppointment":
      return entryLabel("FEATURES", value === "true" ? "by-appointment" : "without-appointment");
    case "wheelchair":
    case "confidential":
      return entryLabel("FEATURES", field);
    case "openAt":
      return entryLabel("FEATURES", "open-now");
    case "weekdays":
    case "daytimes":
    case "accessibility":
    case "availability":
      return entryLabel("FEATURES", value);
    case "near":
      return value === "me" ? entryLabel("FEATURES", "near-me") : label;
    case "types":
      return entryLabel("TYPES", value);
    default:
      return label;
  }
}

/** The first of the words there are anyway: those of the reader's language. */
export function firstWords(words: readonly TableWords[]): string {
  const own = words.find((known) => known.language === language()) ?? words[0];
  const phrases = (own?.phrases ?? []).filter((phrase) => !/[(*]/.test(phrase));
  return phrases.slice(0, SHOWN).join(", ") + (phrases.length > SHOWN ? " …" : "");
}

/** How many words there are anyway. */
export const countWords = (words: readonly TableWords[]) =>
  words.reduce((count, { phrases }) => count + phrases.length, 0);

/** What the words of a language are called. */
export const wordsLabel = (tag: string) => (tag === "other" ? t("synonyms-other") : languageLabel(tag));

/** Phrases as they stand in a field, one in each line. */
export const textOf = (phrases: readonly string[]) => phrases.join("\n");

/** Phrases of a field's text, in lines or behind semicolons; empty ones keep the places of the others. */
export const phrasesOf = (text: string) => text.split(/[\n;]/).map((phrase) => phrase.trim());

/** Whether two texts have the same phrases. */
export const isSameText = (one: string, other: string) =>
  textOf(phrasesOf(one).filter(Boolean)) === textOf(phrasesOf(other).filter(Boolean));

/** What was typed for an entry, over which version. */
export interface Change {
  readonly text: string;
  readonly version: number;
}

/** What was typed, by table and key: `KINDS.women`. */
export type Changes = Readonly<Record<string, Change>>;

/** The changes that a draft keeps. */
export function changesOf(changes: Fields): Changes {
  const isChange = (value: unknown): value is Change =>
    typeof value === "object" && value !== null && typeof (value as Change).text === "string";
  return Object.fromEntries(Object.entries(changes).filter((entry): entry is [string, Change] => isChange(entry[1])));
}
