import { expect, test } from "vitest";
import { lockedNames, NONE, PRESETS, parameterOf, toFilter, toQuery } from "./filters";

test("nothing chosen asks for everything", () => {
  expect(toFilter(NONE)).toEqual({});
  expect(toQuery(NONE)).toBe("");
});

test("values of a filter are or, filters are and", () => {
  const filters = { ...NONE, theme: "language, family", district: "wanne", text: "  Kurs " };
  expect(toFilter(filters)).toEqual({ text: "Kurs", themes: ["language", "family"], districts: ["wanne"] });
  expect(toQuery(filters)).toBe("theme=language&theme=family&district=wanne&text=Kurs");
});

test("theme_match asks for all themes, relation says how a district is meant", () => {
  const filters = { ...NONE, theme: "language,family", district: "wanne" };
  const filter = toFilter(filters, { theme_match: "all", relation: "based", not_district: "eickel" });
  expect(filter).toMatchObject({ districtRelation: "BASED_IN" });
  expect(filter.and).toEqual([
    { themes: ["language"] },
    { themes: ["family"] },
    { not: { districts: ["eickel"], districtRelation: "BASED_IN" } },
  ]);
});

test("presets are read as the schema has them", () => {
  const filter = toFilter(NONE, {
    type: "organisation",
    free: "yes",
    age: "17",
    day: "monday,friday",
    lon: "7,2",
    lat: "51.5",
  });
  expect(filter).toEqual({
    types: ["ORGANISATION"],
    freeOfCharge: true,
    age: 17,
    weekdays: ["MONDAY", "FRIDAY"],
    near: { longitude: 7.2, latitude: 51.5, radiusMetres: 2000 },
  });
  expect(toFilter(NONE, { type: "any", kind: " " })).toEqual({});
});

test("what is asked for has the name of a preset or of a filter that readers change", () => {
  expect(parameterOf("themes")).toBe("theme");
  expect(parameterOf("counterLanguages")).toBe("counter_language");
  expect(parameterOf("nothing")).toBeUndefined();
  for (const name of PRESETS) expect(toQuery(NONE, { [name]: "x" })).toBe(`${name}=x`);
});

test("locked names some filters, or all of them", () => {
  expect([...lockedNames(null), ...lockedNames("false")]).toEqual([]);
  expect([...lockedNames("district, theme")]).toEqual(["theme", "district"]);
  for (const all of ["", "true", "all", "locked"]) expect(lockedNames(all).size).toBe(4);
});
