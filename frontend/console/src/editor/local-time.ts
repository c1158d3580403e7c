// Times on the clock of the directory, which need not be that of the device.

/** How far the clock of a zone is ahead of UTC at an instant, milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((known) => known.type === type)?.value ?? 0);
  const clock = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return clock - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the clock of `zone` shows a time such as `2026-03-17T17:00:00`. */
export function instantOf(local: string, zone: string): string {
  const clock = Date.parse(`${local}Z`);
  if (Number.isNaN(clock)) return local;
  const guess = clock - offsetAt(clock, zone);
  return new Date(clock - offsetAt(guess, zone)).toISOString();
}

/** A day as inputs of days have it. */
export const isoDay = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** A day as a date that no clock is put forward on: noon. */
export const dateOf = (day: string) => new Date(`${day}T12:00`);

/** The day some days later. */
export function addDays(day: string, days: number): string {
  const date = dateOf(day);
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string) => dateOf(day).getDay() || 7;
