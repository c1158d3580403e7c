// How an event repeats: the rules (RFC 5545) that people say in a sentence, as what they choose, and back.
import { language, t } from "../words";
import { addDays, dateOf, weekdayOf } from "./local-time";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

export const FREQUENCIES = ["once", "daily", "weekly", "monthly", "monthday", "other"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What people choose. */
export interface Repetition {
  readonly frequency: Frequency;
  /** Every so many days, weeks or months. */
  readonly interval: number;
  /** Days of the week, 1 for Monday; none for that of the first date. */
  readonly days: readonly number[];
  /** Which of a month, -1 for the last one. */
  readonly nth: number;
  /** The last day; empty for no end. */
  readonly until: string;
  /** How many dates; 0 for no end. */
  readonly count: number;
}

export const ONCE: Repetition = { frequency: "once", interval: 1, days: [], nth: 1, until: "", count: 0 };

/** No more dates than that are looked at. */
const MOST_DATES = 400;
/** No further ahead than that, days. */
const FURTHEST = 3 * 366;

/** Reads a rule; `other` where it says what cannot be chosen. */
export function parseRule(rule: string): Repetition {
  if (!rule.trim()) return ONCE;
  const other = { ...ONCE, frequency: "other" as const };
  const parts = new Map(
    rule
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, "")
      .split(";")
      .map((part) => part.split("=") as [string, string]),
  );
  if ([...parts.keys()].some((key) => !["FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST"].includes(key)))
    return other;
  const until = parts.get("UNTIL") ?? "";
  const ends = until.match(/^(\d{4})(\d\d)(\d\d)$/);
  const [interval, count] = [Number(parts.get("INTERVAL") ?? 1), Number(parts.get("COUNT") ?? 0)];
  if ((until && !ends) || !Number.isInteger(interval) || interval < 1 || !Number.isInteger(count)) return other;
  if (interval > 1 && (parts.get("WKST") ?? "MO") !== "MO") return other;
  const common = { ...ONCE, interval, count, until: ends ? ends.slice(1).join("-") : "" };
  const byDay = parts.get("BYDAY")?.split(",") ?? [];
  const days = byDay.map((day) => DAYS.indexOf(day) + 1);
  switch (parts.get("FREQ")) {
    case "DAILY":
      return byDay.length === 0 ? { ...common, frequency: "daily" } : other;
    case "WEEKLY":
      return days.every((day) => day > 0) ? { ...common, frequency: "weekly", days: [...days].sort() } : other;
    case "MONTHLY": {
      if (byDay.length === 0) return { ...common, frequency: "monthday" };
      const [, nth, day] = (byDay.length === 1 ? byDay[0] : undefined)?.match(/^\+?([1-4]|-1)([A-Z]{2})$/) ?? [];
      const weekday = DAYS.indexOf(day ?? "") + 1;
      return weekday > 0 ? { ...common, frequency: "monthly", nth: Number(nth), days: [weekday] } : other;
    }
    default:
      return other;
  }
}

/** Writes what was chosen as a rule; `start` is the first day. Empty for what takes place once. */
export function formatRule(repetition: Repetition, start: string): string {
  const { frequency, interval, nth, until, count } = repetition;
  if (frequency === "once" || frequency === "other") return "";
  const names = daysOf(repetition, start).map((day) => DAYS[day - 1]);
  const parts = [`FREQ=${frequency === "daily" ? "DAILY" : frequency === "weekly" ? "WEEKLY" : "MONTHLY"}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (frequency === "weekly" && names.length > 0) parts.push(`BYDAY=${names.join(",")}`);
  if (frequency === "monthly" && names[0]) parts.push(`BYDAY=${nth}${names[0]}`);
  if (until) parts.push(`UNTIL=${until.replaceAll("-", "")}`);
  else if (count > 0) parts.push(`COUNT=${count}`);
  return parts.join(";");
}

/** The days of the week that count: those chosen, else that of the first date. */
export const daysOf = ({ days }: Repetition, start: string): readonly number[] =>
  days.length > 0 ? days : start ? [weekdayOf(start)] : [];

/** The dates from a first day on, until the end or as far as anybody looks; `other` has none that are known here. */
export function datesOf(repetition: Repetition, start: string): string[] {
  if (!start || repetition.frequency === "other") return [];
  if (repetition.frequency === "once") return [start];
  const dates: string[] = [];
  const most = repetition.count > 0 ? Math.min(repetition.count, MOST_DATES) : MOST_DATES;
  for (let ahead = 0; ahead < FURTHEST && dates.length < most; ahead++) {
    const day = addDays(start, ahead);
    if (repetition.until && day > repetition.until) break;
    if (isDate(repetition, start, day, ahead)) dates.push(day);
  }
  return dates;
}

function isDate(repetition: Repetition, start: string, day: string, ahead: number): boolean {
  const { frequency, interval, nth } = repetition;
  if (frequency === "daily") return ahead % interval === 0;
  if (frequency === "weekly") {
    const week = Math.floor((ahead + weekdayOf(start) - 1) / 7);
    return week % interval === 0 && daysOf(repetition, start).includes(weekdayOf(day));
  }
  const [first, date] = [dateOf(start), dateOf(day)];
  const months = (date.getFullYear() - first.getFullYear()) * 12 + date.getMonth() - first.getMonth();
  if (months % interval !== 0) return false;
  if (frequency === "monthday") return date.getDate() === first.getDate();
  if (!daysOf(repetition, start).includes(weekdayOf(day))) return false;
  return nth > 0 ? Math.ceil(date.getDate() / 7) === nth : dateOf(addDays(day, 7)).getMonth() !== date.getMonth();
}

/** What a day of the week is called, 1 for Monday. */
export function weekdayName(day: number, width: "long" | "short" = "long"): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language(), { weekday: width }).format(dateOf(`2024-01-0${day}`));
}

/** Several words in a row. */
export const listed = (words: readonly string[]) =>
  new Intl.ListFormat(language(), { type: "conjunction" }).format(words);

/** How it repeats, as people say it; empty for once and for what is no such rule. */
export function describeRepetition(repetition: Repetition, start: string): string {
  const { frequency, interval, nth } = repetition;
  const days = listed(daysOf(repetition, start).map((day) => weekdayName(day)));
  const values = { count: interval, days, nth: t(`repeat-nth-${nth}`), day: start ? dateOf(start).getDate() : "" };
  switch (frequency) {
    case "daily":
      return t("repeat-words-daily", values);
    case "weekly":
      return t("repeat-words-weekly", values);
    case "monthly":
      return t("repeat-words-monthly", values);
    case "monthday":
      return t("repeat-words-monthday", values);
    default:
      return "";
  }
}
