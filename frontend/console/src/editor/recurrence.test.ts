import { expect, test } from "vitest";
import { datesOf, formatRule, ONCE, parseRule } from "./recurrence";

// A Tuesday.
const START = "2026-03-17";

test.each([
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=2;COUNT=5",
  "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260630",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
  "FREQ=MONTHLY;BYDAY=3TU",
  "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
  "FREQ=MONTHLY",
])("%s reads and is written the same", (rule) => {
  expect(formatRule(parseRule(rule), START)).toBe(rule);
});

test.each([
  "FREQ=YEARLY",
  "FREQ=WEEKLY;BYSETPOS=1",
  "FREQ=MONTHLY;BYDAY=5MO",
  "FREQ=MONTHLY;BYDAY=1MO,3MO",
  "FREQ=WEEKLY;INTERVAL=0",
  "FREQ=DAILY;UNTIL=20260630T120000Z",
  "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
  "Every second Tuesday",
])("%s says what cannot be chosen", (rule) => {
  expect(parseRule(rule).frequency).toBe("other");
  expect(datesOf(parseRule(rule), START)).toEqual([]);
});

test("no rule takes place once", () => {
  expect(parseRule(" ")).toEqual(ONCE);
  expect(datesOf(ONCE, START)).toEqual([START]);
});

test("weeks are counted from Monday, over the day on which clocks are put forward", () => {
  expect(datesOf(parseRule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=4"), START)).toEqual([
    "2026-03-17",
    "2026-03-30",
    "2026-03-31",
    "2026-04-13",
  ]);
});

test("months without the day are passed over", () => {
  expect(datesOf(parseRule("FREQ=MONTHLY;COUNT=3"), "2026-01-31")).toEqual(["2026-01-31", "2026-03-31", "2026-05-31"]);
  expect(datesOf(parseRule("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260531"), "2026-03-27")).toEqual([
    "2026-03-27",
    "2026-04-24",
    "2026-05-29",
  ]);
});

test("a rule without an end is looked at as far as anybody looks", () => {
  expect(datesOf(parseRule("FREQ=DAILY"), START)).toHaveLength(400);
});
