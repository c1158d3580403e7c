// Hours as rows of days and times: what of OpenStreetMap's notation most entries say, read and written. For the console
// and for the pages of members.

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH"];
/** The number of public holidays, behind those of the days of the week. */
export const HOLIDAY = 8;
/** The number of school holidays. */
export const SCHOOL_HOLIDAY = 9;
/** The numbers of all that a row may name. */
export const ALL_DAYS: readonly number[] = DAYS.map((_, index) => index + 1);

/** Some days with one time. */
export interface HoursRow {
  /** 1 for Monday to 7 for Sunday, 8 for public holidays, 9 for those of schools. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly isClosed: boolean;
}

export const EMPTY_ROW: HoursRow = { days: [], from: "", to: "", note: "", isClosed: false };

/** Whether a row says when somebody is there, or is not. */
export const isComplete = ({ days, from, to, isClosed }: HoursRow) =>
  days.length > 0 && (isClosed || (from !== "" && to !== ""));

/** Reads hours; null where they say more than rows can. */
export function parseHours(text: string): readonly HoursRow[] | null {
  let rows: HoursRow[] = [];
  for (const part of text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const additions = part.split(/,\s+(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\b)/).map(parseRule);
    const read = additions.some((rule) => rule === null) ? [parseRule(part)] : additions;
    for (const [index, rule] of read.entries()) {
      if (!rule) return null;
      // What stands behind a semicolon holds instead of what was said of its days before.
      const replaced = index === 0 ? (rule[0]?.days ?? []) : [];
      rows = rows
        .map((row) => ({ ...row, days: row.days.filter((day) => !replaced.includes(day)) }))
        .filter(({ days }) => days.length > 0);
      rows.push(...rule);
    }
  }
  return rows;
}

function parseRule(rule: string): HoursRow[] | null {
  const [, list, times = "", note = ""] =
    rule.match(/^([A-Z][A-Za-z, -]*?)\s+(off|closed|[\d:, -]+?)\s*(?:"([^"]*)")?$/) ?? [];
  const days = list === undefined ? null : parseDays(list);
  if (!days) return null;
  if (times === "off" || times === "closed") return [{ ...EMPTY_ROW, days, note, isClosed: true }];
  const rows: HoursRow[] = [];
  for (const span of times.split(",")) {
    const [, from, to] = span.trim().match(/^((?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*((?:[01]\d|2[0-3]):[0-5]\d)$/) ?? [];
    if (!from || !to) return null;
    rows.push({ ...EMPTY_ROW, days, from, to, note });
  }
  return rows;
}

/** Reads days; null where they are none. */
export function parseDays(list: string): number[] | null {
  const days: number[] = [];
  for (const part of list.split(",")) {
    const [first = 0, last = 0] = part
      .trim()
      .split("-")
      .map((name) => DAYS.indexOf(name.trim()) + 1);
    if (first === 0 || (part.includes("-") && (last === 0 || last >= HOLIDAY || first >= HOLIDAY))) return null;
    const end = part.includes("-") ? last : first;
    for (let day = first; ; day = (day % 7) + 1) {
      days.push(day);
      if (day === end || first >= HOLIDAY) break;
    }
  }
  return [...new Set(days)].sort();
}

/** Runs of days that follow each other. */
export function runs(days: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of [...days].sort()) {
    const last = found.at(-1);
    if (last && last[1] === day - 1 && day < HOLIDAY) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

/** The days of a run. */
export const spread = ([first, last]: [number, number]) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

function formatDays(days: readonly number[]): string {
  const name = (day: number) => DAYS[day - 1] ?? "";
  return runs(days)
    .flatMap((run) => (run[1] - run[0] > 1 ? [`${name(run[0])}-${name(run[1])}`] : spread(run).map(name)))
    .join(",");
}

/** Writes rows in the notation; those that say nothing yet are left out. */
export function formatHours(rows: readonly HoursRow[]): string {
  let text = "";
  const seen = new Set<number>();
  for (const group of grouped(rows.filter(isComplete))) {
    const [{ days, note, isClosed }] = group as [HoursRow];
    const times = isClosed ? "off" : group.map(({ from, to }) => `${from}-${to}`).join(",");
    const words = note.replaceAll(/["\n]/g, "").trim();
    const isAddition = days.some((day) => seen.has(day));
    text += `${text ? (isAddition ? ", " : "; ") : ""}${formatDays(days)} ${times}${words ? ` "${words}"` : ""}`;
    for (const day of days) seen.add(day);
  }
  return text;
}

/** Rows of the same days that follow each other. */
export function grouped(rows: readonly HoursRow[]): HoursRow[][] {
  const groups: HoursRow[][] = [];
  const key = ({ days, note, isClosed }: HoursRow) => JSON.stringify([[...days].sort(), note, isClosed]);
  for (const row of rows) {
    const last = groups.at(-1)?.[0];
    if (last && !row.isClosed && key(last) === key(row)) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}
