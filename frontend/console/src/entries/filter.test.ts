import { expect, test } from "vitest";
import { filterQuery, NO_FILTER, publicQuestion, radiusOf, readFilter } from "./filter";

test("an address and its filter say the same", () => {
  const address = "q=caf%C3%A9&status=DRAFT&theme=language&theme=family&feature=free";
  const filter = readFilter(new URLSearchParams(address));
  expect(filter).toMatchObject({ q: "café", status: "DRAFT", theme: ["language", "family"], feature: ["free"] });
  expect([...filterQuery(filter)].sort()).toEqual([...new URLSearchParams(address)].sort());
  expect(filterQuery(NO_FILTER).toString()).toBe("");
});

test("only what the directory's own search knows is asked of it", () => {
  expect(publicQuestion({ ...NO_FILTER, q: "café", theme: ["language"], feature: ["free"] })).toBeNull();
  expect(publicQuestion({ ...NO_FILTER, age: "old", near: "Wanne" })).toBeNull();
  expect(publicQuestion({ ...NO_FILTER, age: "121" })).toBeNull();
  const asked = { ...NO_FILTER, day: ["SUNDAY", "MONDAY"], age: "17", near: "51.5, 7.2", radius: "5", partner: "abc" };
  expect(publicQuestion(asked)).toEqual({
    weekdays: ["MONDAY", "SUNDAY"],
    daytimes: [],
    age: 17,
    near: { latitude: 51.5, longitude: 7.2, radiusMetres: 5000 },
    cooperatesWith: "abc",
  });
});

test("a radius that cannot be chosen is the usual one", () => {
  expect(["", "1", "3", "10"].map((radius) => radiusOf({ ...NO_FILTER, radius }))).toEqual([2, 1, 2, 10]);
});
