import { expect, test } from "vitest";
import { changesOf, isSameText, phrasesOf } from "./entries";

test("phrases stand in lines or behind semicolons", () => {
  expect(phrasesOf("Frauen ; Mütter\n\nMädchen")).toEqual(["Frauen", "Mütter", "", "Mädchen"]);
  expect(isSameText("Frauen;Mütter", " Frauen\nMütter\n")).toBe(true);
  expect(isSameText("Frauen", "Mütter")).toBe(false);
});

test("of a draft only what is a change is kept", () => {
  const change = { text: "Frauen", version: 3 };
  expect(changesOf({ "KINDS.women": change, "KINDS.men": null, "KINDS.x": "text" })).toEqual({ "KINDS.women": change });
});
