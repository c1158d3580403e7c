import { expect, test } from "vitest";
import { noteText } from "./import-note";

test("of an import only what was noted beside its file is said", () => {
  expect(noteText("import of liste.xlsx")).toBe("");
  expect(noteText("called on Monday")).toBe("called on Monday");
  // Without a catalogue a text is its key.
  expect(noteText("import of liste.xlsx: nicht veröffentlichen")).toBe("note-from-file");
  expect(noteText("import of liste.xlsx\nerste Zeile\nzweite")).toBe("note-from-file");
});
