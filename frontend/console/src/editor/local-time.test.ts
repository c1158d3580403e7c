import { expect, test } from "vitest";
import { addDays, instantOf, weekdayOf } from "./local-time";

test.each([
  ["2026-01-15T17:00:00", "2026-01-15T16:00:00.000Z"],
  ["2026-07-15T17:00:00", "2026-07-15T15:00:00.000Z"],
  ["2026-03-29T03:30:00", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25T12:00:00", "2026-10-25T11:00:00.000Z"],
])("the clock of Berlin shows %s at %s", (local, instant) => {
  expect(instantOf(local, "Europe/Berlin")).toBe(instant);
});

test("what is no time stays as it was typed", () => {
  expect(instantOf("soon", "Europe/Berlin")).toBe("soon");
});

test("days are counted over the end of a month and the change of clocks", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect([weekdayOf("2026-03-16"), weekdayOf("2026-03-22")]).toEqual([1, 7]);
});
