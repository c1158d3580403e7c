// Districts of which a point is known and no boundary: no tile has them, so their names and marks come from TileJSON.
import type { Feature, Point } from "geojson";

/** A district of which a point is known and no boundary. */
export interface Place {
  readonly slug: string;
  readonly names: Readonly<Record<string, string>>;
  /** Its own slug and those of the districts that it lies in. */
  readonly within: readonly string[];
  readonly position: readonly [longitude: number, latitude: number];
}

/** How far around its point such a district reaches, degrees: about as far as a quarter does. */
const REACH = 0.008;

/** What lies around the points of a district and of those in it. */
export function boxesAround(places: readonly Place[], slug: string): number[] {
  const own = places.filter(({ within }) => within.includes(slug));
  return own.flatMap(({ position: [x, y] }) => [x - REACH, y - REACH, x + REACH, y + REACH]);
}

/** Their names at their points, with what is asked for told apart. */
export function placeNames(places: readonly Place[], language: string, asked: readonly string[]): Feature<Point>[] {
  return places.map(({ names, within, position }) => ({
    type: "Feature",
    properties: {
      name: names[language] ?? names.de ?? Object.values(names)[0] ?? "",
      isChosen: within.some((slug) => asked.includes(slug)),
    },
    geometry: { type: "Point", coordinates: [...position] },
  }));
}
