import { expect, test } from "vitest";
import { isSpoken, spoken, Words } from "./words";

test("of several forms the one for the number is said, an exact number first", () => {
  const strings = {
    hits: { 0: "brak", one: "{count} wynik", few: "{count} wyniki", many: "{count} wyników", other: "{count} wyniku" },
  };
  const words = new Words("pl", { strings });
  const said = [0, 1, 2, 5, 22].map((count) => words.say("hits", { count }));
  expect(said).toEqual(["brak", "1 wynik", "2 wyniki", "5 wyników", "22 wyniki"]);
});

test("numbers are written as the language does, and what has no text says its key", () => {
  const words = new Words("de", { strings: { total: "{count} Einträge von {whose}" } });
  expect(words.say("total", { count: 1234, whose: "Wanne" })).toBe("1.234 Einträge von Wanne");
  expect(words.say("unknown-key")).toBe("unknown-key");
  expect(words.language("xx")).toBe("xx");
});

test("kinds stand in the order of the alphabet of the language", () => {
  const words = new Words("tr", { strings: {}, kinds: { a: "Zirve", b: "Çay evi", c: "Dernek" } });
  expect(words.kinds.map(([kind]) => kind)).toEqual(["b", "c", "a"]);
});

test("a tag speaks its language, any other one German", () => {
  expect(isSpoken("uk-UA")).toBe(true);
  expect(isSpoken("fr")).toBe(false);
  expect([spoken("AR-sy"), spoken("fr"), spoken(null)]).toEqual(["ar", "de", "de"]);
  expect(new Words("ar", { strings: {} }).direction).toBe("rtl");
});
