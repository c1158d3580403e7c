// Hours in words: what a day is called, what rows say.
import { grouped, HOLIDAY, isComplete, runs, SCHOOL_HOLIDAY, spread, type HoursRow } from "../../hours-notation";
import { t } from "../words";
import { listed, weekdayName } from "./recurrence";

const HOLIDAYS: Readonly<Record<number, string>> = { [HOLIDAY]: "hours-holidays", [SCHOOL_HOLIDAY]: "hours-school" };

/** What a day is called, holidays included. */
export function dayName(day: number, width: "long" | "short" = "long"): string {
  const key = HOLIDAYS[day];
  return key ? t(width === "long" ? key : `${key}-short`) : weekdayName(day, width);
}

/** What rows say, a line for each time. */
export function describeHours(rows: readonly HoursRow[]): string[] {
  return grouped(rows.filter(isComplete)).map((group) => {
    const [{ days, note, isClosed }] = group as [HoursRow];
    const names = runs(days).flatMap((run) =>
      run[1] - run[0] > 1 ? [t("hours-run", { first: dayName(run[0]), last: dayName(run[1]) })] : spread(run).map((day) => dayName(day)),
    );
    const times = isClosed ? t("hours-closed") : listed(group.map(({ from, to }) => `${from}–${to}`));
    return `${listed(names)}: ${times}${note ? ` (${note})` : ""}`;
  });
}
