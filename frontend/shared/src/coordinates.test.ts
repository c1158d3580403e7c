import { expect, test } from "vitest";
import { parseCoordinates } from "./coordinates";

test.each([
  ["51.5369, 7.2009", 51.5369, 7.2009],
  ["  51.5369,7.2009 ", 51.5369, 7.2009],
  ["51,5369; 7,2009", 51.5369, 7.2009],
  ["51.5369 7.2009", 51.5369, 7.2009],
  ["-33.9, 151.2", -33.9, 151.2],
  ["90, 180", 90, 180],
])("%j is a place", (text, latitude, longitude) => {
  expect(parseCoordinates(text)).toEqual({ latitude, longitude });
});

test.each(["", "51.5369", "51.5369, 7.2009, 3", "Wanne", "90.1, 7", "51, 180.1", "51.5°, 7.2°", "1234, 7"])(
  "%j is none",
  (text) => {
    expect(parseCoordinates(text)).toBeNull();
  },
);
