import { expect, test } from "vitest";
import { parseRoute } from "./router";

test.each([
  ["/console", { name: "home" }],
  ["/console/", { name: "home" }],
  ["/console/links", { name: "links" }],
  ["/console/links/more", { name: "unknown" }],
  ["/console/nothing", { name: "unknown" }],
  ["/console/review", { name: "review", id: null }],
  ["/console/review/a%2Fb", { name: "review", id: "a/b" }],
  ["/console/merge/one/other", { name: "merge", one: "one", other: "other" }],
  ["/console/merge/one", { name: "unknown" }],
  ["/console/entries", { name: "entries" }],
  ["/console/entries/abc/history", { name: "history", id: "abc" }],
  ["/console/entries/abc/more", { name: "unknown" }],
])("%s", (path, route) => {
  expect(parseRoute(path, "")).toEqual(route);
});

test("a new entry is an organisation unless the address says otherwise", () => {
  expect(parseRoute("/console/entries/new", "")).toMatchObject({ type: "organisation", id: null });
});
