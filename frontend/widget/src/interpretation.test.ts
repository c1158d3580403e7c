import { expect, test } from "vitest";
import { NONE } from "./filters";
import { actorFilter, asWords, type Interpretation, mapQuery } from "./interpretation";

const question = "kostenlose Beratung auf Türkisch";
const filters = { ...NONE, text: question };
const understood: Interpretation = {
  question,
  filter: { freeOfCharge: true, languages: ["tr"], offerKinds: ["ADVICE"] as never },
  words: "",
  chips: [],
};

test("what was understood is asked for instead of the words", () => {
  expect(actorFilter(filters, {}, understood)).toEqual({ and: [understood.filter] });
  expect(actorFilter(filters, {}, null)).toEqual({ text: question });
  expect(actorFilter({ ...filters, text: "etwas anderes" }, {}, understood)).toEqual({ text: "etwas anderes" });
  expect(actorFilter(filters, {}, asWords(question))).toEqual({ text: `"${question}"`, and: [{}] });
});

test("an address has it as the search page takes it, instead of what was chosen of the same sort", () => {
  const query = new URLSearchParams(mapQuery({ ...filters, language: "ar" }, {}, understood));
  expect(Object.fromEntries(query)).toEqual({ language: "tr", free: "yes", offer_kind: "advice" });
  const near = { longitude: 7.2, latitude: 51.5, radiusMetres: 800 };
  const around = { ...understood, filter: { near, not: { kinds: ["mosque"] } } };
  expect(mapQuery(filters, {}, around)).toBe("not_kind=mosque&lon=7.2&lat=51.5&radius=800");
});
