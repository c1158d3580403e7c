import { expect, test } from "vitest";
import { contactsDraftKey, draftAddress, newDraftKey, newEntryAddress, SITE_TEXTS, SYNONYMS } from "./drafts";
import { parseRoute } from "./router";

test("the draft of a new entry leads to where it was begun", () => {
  const address = draftAddress(newDraftKey("offer", "m1x"));
  expect(address).toBe(newEntryAddress("offer", "m1x"));
  const { pathname, search } = new URL(newEntryAddress("offer", "m1x", "of&whom"), "http://localhost");
  expect(parseRoute(pathname, search)).toEqual({
    name: "editor",
    id: null,
    type: "offer",
    draft: "m1x",
    owner: "of&whom",
  });
});

test("a draft from before there were numbers is found again", () => {
  expect(newDraftKey("event", "0")).toBe("new-event");
  expect(draftAddress("new-event")).toBe("/console/entries/new?type=event&draft=0");
});

test.each([
  [SITE_TEXTS, { name: "texts" }],
  [SYNONYMS, { name: "synonyms" }],
  ["T3JnYW5pc2F0aW9u", { name: "editor", id: "T3JnYW5pc2F0aW9u", type: "", draft: "", owner: "" }],
  [contactsDraftKey("abc"), { name: "editor", id: "abc", type: "", draft: "", owner: "" }],
])("the draft %s leads to its view", (key, route) => {
  expect(parseRoute(draftAddress(key), "")).toEqual(route);
});
