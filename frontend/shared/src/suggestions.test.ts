import { expect, test } from "vitest";
import { inGroups, type Sort, type Suggestion, suggestionSource } from "./suggestions";

const suggestion = (sort: Sort, label: string): Suggestion => ({
  sort,
  label,
  value: label,
  context: null,
  actor: null,
  page: null,
});

test("groups stand in their order, and what is in one as the service ranks it", () => {
  const ranked = [
    suggestion("actor", "Verein B"),
    suggestion("theme", "Sprache"),
    suggestion("actor", "Verein A"),
    suggestion("question", "Deutschkurs in Wanne"),
    suggestion("theme", "Arbeit"),
  ];
  const labels = inGroups(ranked).map(({ label }) => label);
  expect(labels).toEqual(["Deutschkurs in Wanne", "Sprache", "Arbeit", "Verein B", "Verein A"]);
});

test.each(["", " ", "a", " ü ", "a".repeat(201)])("nothing is asked for %j", async (text) => {
  // Nobody answers there.
  const find = suggestionSource(new URL("http://127.0.0.1:1/"), "de");
  expect(await find(text, new AbortController().signal)).toEqual([]);
});
