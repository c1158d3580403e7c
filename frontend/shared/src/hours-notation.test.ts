import { expect, test } from "vitest";
import { EMPTY_ROW, formatHours, HOLIDAY, parseDays, parseHours, runs, SCHOOL_HOLIDAY } from "./hours-notation";

test.each([
  "Mo-Fr 09:00-17:00",
  "Mo,We 09:00-12:00",
  "Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00",
  'Tu 10:00-12:00 "nach Vereinbarung"',
  "Mo-Fr 09:00-17:00; PH off",
  "PH,SH off",
  'We 10:00-12:00, We 14:00-16:00 "Beratung"',
])("%s reads and is written the same", (text) => {
  const rows = parseHours(text);
  expect(rows).not.toBeNull();
  expect(formatHours(rows ?? [])).toBe(text);
});

test("what stands behind a semicolon holds instead of what was said of its days before", () => {
  const rows = parseHours("Mo-Fr 09:00-17:00; We off");
  expect(rows).toEqual([
    { ...EMPTY_ROW, days: [1, 2, 4, 5], from: "09:00", to: "17:00" },
    { ...EMPTY_ROW, days: [3], isClosed: true },
  ]);
});

test.each([
  "24/7",
  "Mo[1] 10:00-12:00",
  "sunrise-sunset",
  "Mo 25:00-26:00",
  "Mo-PH 09:00-10:00",
  "week 1-10 Mo 09:00-10:00",
])("%s says more than rows can", (text) => {
  expect(parseHours(text)).toBeNull();
});

test("days go round the end of the week, holidays do not", () => {
  expect(parseDays("Sa-Mo")).toEqual([1, 6, 7]);
  expect(parseDays("PH,SH")).toEqual([HOLIDAY, SCHOOL_HOLIDAY]);
  expect(parseDays("Xx")).toBeNull();
  expect(runs([7, 1, 2, 3, 8])).toEqual([
    [1, 3],
    [7, 7],
    [8, 8],
  ]);
});

test("rows that say nothing yet are left out, and a note cannot end its quotation marks", () => {
  const row = { ...EMPTY_ROW, days: [1], from: "09:00", to: "10:00" };
  expect(formatHours([EMPTY_ROW, { ...row, to: "" }])).toBe("");
  expect(formatHours([{ ...row, note: 'bitte "klingeln"' }])).toBe('Mo 09:00-10:00 "bitte klingeln"');
});
