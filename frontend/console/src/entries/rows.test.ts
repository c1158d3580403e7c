import { expect, test } from "vitest";
import { fold, nationalDigits } from "./rows";

test.each([
  ["Café GRÜN", "cafe grun"],
  ["Straße", "strasse"],
  ["Çiğdem", "cigdem"],
  ["Łódź", "łodz"],
])("%s is compared as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each(["+49 (0)2323 123456", "02323/123456", "0049 2323 12 34 56", "2323-123456"])(
  "%s is dialled the same",
  (phone) => {
    expect(nationalDigits(phone)).toBe("2323123456");
  },
);
