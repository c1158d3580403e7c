// Hours in words: what a day is called, what rows say.
import { grouped, HOLIDAY, isComplete, runs, spread, type HoursRow } from "../../hours-notation";
import { t } from "../words";
import { listed, weekdayName } from "./recurrence";

/** What a day is called, holidays included. */
export const dayName = (day: number, width: "long" | "short" = "long") =>
  day === HOLIDAY ? t(width === "long" ? "hours-holidays" : "hours-holidays-short") : weekdayName(day, width);

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
