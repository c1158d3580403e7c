// Hours in words: what a day is called, what rows say.
import {
  grouped,
  HOLIDAY,
  type HoursRow,
  isComplete,
  parseDays,
  parseHours,
  runs,
  SCHOOL_HOLIDAY,
  spread,
} from "@bruecke/shared/hours-notation";
import { hasText, t } from "../words";
import { listed, weekdayName } from "./recurrence";

const HOLIDAYS: Readonly<Record<number, Readonly<Record<"long" | "short", string>>>> = {
  [HOLIDAY]: { long: "hours-holidays", short: "hours-holidays-short" },
  [SCHOOL_HOLIDAY]: { long: "hours-school", short: "hours-school-short" },
};

/** What a day is called, holidays included. */
export function dayName(day: number, width: "long" | "short" = "long"): string {
  const key = HOLIDAYS[day];
  return key ? t(key[width]) : weekdayName(day, width);
}

/** What some days are called together. */
function dayNames(days: readonly number[]): string {
  const names = runs(days).flatMap((run) =>
    run[1] - run[0] > 1
      ? [t("hours-run", { first: dayName(run[0]), last: dayName(run[1]) })]
      : spread(run).map((day) => dayName(day)),
  );
  return listed(names);
}

/** What rows say, a line for each time. */
export function describeHours(rows: readonly HoursRow[]): string[] {
  return grouped(rows.filter(isComplete)).map((group) => {
    const [{ days, note, isClosed }] = group as [HoursRow];
    const times = isClosed ? t("hours-closed") : listed(group.map(({ from, to }) => `${from}–${to}`));
    return `${dayNames(days)}: ${times}${note ? ` (${note})` : ""}`;
  });
}

/** Rules of the notation, and what holds where none of them does: a note may say anything. */
const RULES = /(?:"[^"]*"|[^;|"])+/g;
const OTHERWISE = /\|\|((?:"[^"]*"|[^|"])*)$/;

/** What hours say, a line for each rule; a rule without words stays as it is written. */
export function describeNotation(text: string): string[] {
  const rows = parseHours(text);
  if (rows) return describeHours(rows);
  const [, otherwise = ""] = text.match(OTHERWISE) ?? [];
  const lines = (text.replace(OTHERWISE, "").match(RULES) ?? [])
    .map((rule) => describeRule(rule.trim()))
    .filter(Boolean);
  return otherwise ? [...lines, t("hours-otherwise", { text: describeRule(otherwise.trim()) })] : lines;
}

/** A rule that rows cannot hold: some weeks of a month, a time without an end. */
function describeRule(rule: string): string {
  const rows = parseHours(rule);
  if (rows) return describeHours(rows).join("; ");
  if (rule === "24/7") return t("hours-always");
  const [, comment] = rule.match(/^"([^"]*)"$/) ?? [];
  if (comment) return comment;
  const [, list = "", times = "", note = ""] = rule.match(/^(\S+)\s+(off|[\d:,+-]+)\s*(?:"([^"]*)")?$/) ?? [];
  const [, weekday, weeks] = list.match(/^([A-Z][a-z])\[(-?\d(?:,-?\d)*)\]$/) ?? [];
  const days = parseDays(weekday ?? list);
  const spans = times.split(",").map(describeSpan);
  if (!days || spans.includes("")) return rule;
  const nth = (weeks?.split(",") ?? []).map((week) => `repeat-nth-${week}`);
  if (!nth.every(hasText)) return rule;
  const when = weeks ? t("hours-nth", { nth: listed(nth.map((key) => t(key))), day: dayNames(days) }) : dayNames(days);
  return `${when}: ${listed(spans)}${note ? ` (${note})` : ""}`;
}

/** One time of a rule; nothing where there are no words for it. */
function describeSpan(span: string): string {
  if (span === "off") return t("hours-closed");
  const [, from, to, isOpen] = span.match(/^(\d\d:\d\d)(?:-(\d\d:\d\d)|(\+))$/) ?? [];
  if (!from) return "";
  return isOpen ? t("moment-from", { from }) : `${from}–${to ?? ""}`;
}
