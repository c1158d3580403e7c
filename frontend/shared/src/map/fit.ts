// What part of the earth the map shows: the place, the polygon or the districts that are asked for, else what is found.
import type { Map as MapLibre } from "maplibre-gl";

export type Box = [west: number, south: number, east: number, north: number];

/** How far around a place is searched where nothing is said, metres. As the search has it. */
const RADIUS = 2_000;
/** Metres of a degree of latitude. */
const DEGREE = 111_320;

/** No nearer than that to a single entry, so that its surroundings are seen: streets, or the borders of districts. */
const NEAREST_ZOOM = 15;
const NEAREST_WITHOUT_STREETS = 13.5;

/** Room in pixels at each side: `end` is that of the buttons, `start` the other one, whichever way the page is read. */
interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

/** Room for the buttons at the upper end and the legend at the upper start, so that no mark lies under them. */
const BESIDE_BUTTONS: Room = { top: 68, bottom: 36, start: 36, end: 96 };
/** The same with room for the names of districts that have no boundary, which stand around their points. */
const BESIDE_NAMES: Room = { top: 68, bottom: 44, start: 64, end: 96 };
/** What a mark needs above that strip. */
const BESIDE_STRIP = 20;
/** At most so much of a map's width or height is left free: of a small one most shows what is found. */
const MOST_FREE = 0.5;

export interface Wanted {
  /** What is asked for, as the search page's address says it. */
  readonly query: string;
  /** The box around what is found. */
  readonly found: Readonly<Box> | undefined;
  /** The boxes around a district, as sides one after the other. */
  readonly boxesOf: (slug: string) => number[];
  readonly hasStreets: boolean;
  /** Whether there are districts without a boundary. */
  readonly hasPlaces: boolean;
}

/** Shows the place, the polygon or the districts that are asked for, else what is found. */
export function fitTo(map: MapLibre, { query, found, boxesOf, hasStreets, hasPlaces }: Wanted): void {
  const asked = new URLSearchParams(query);
  const place = [...around(asked), ...outline(asked)];
  const wanted = place.length > 0 ? place : askedDistricts(query).flatMap(boxesOf);
  const sides = (at: number) => wanted.filter((_, index) => index % 4 === at);
  const box: Box | undefined =
    wanted.length > 0
      ? [Math.min(...sides(0)), Math.min(...sides(1)), Math.max(...sides(2)), Math.max(...sides(3))]
      : found && [...found];
  const nearest = wanted.length > 0 || hasStreets ? NEAREST_ZOOM : NEAREST_WITHOUT_STREETS;
  if (box)
    map.fitBounds(box, {
      padding: padding(map, hasPlaces ? BESIDE_NAMES : BESIDE_BUTTONS),
      animate: false,
      maxZoom: nearest,
    });
}

/** The room at the sides of a map. */
function padding(map: MapLibre, room: Room): { top: number; bottom: number; left: number; right: number } {
  const { clientWidth, clientHeight } = map.getContainer();
  const isRightToLeft = getComputedStyle(map.getContainer()).direction === "rtl";
  const across = Math.min(1, (clientWidth * MOST_FREE) / (room.start + room.end));
  const down = Math.min(1, (clientHeight * MOST_FREE) / (room.top + room.bottom));
  const [left, right] = isRightToLeft ? [room.end, room.start] : [room.start, room.end];
  // What says whose map it is stands in front of the lower edge.
  const strip = map.getContainer().parentElement?.querySelector<HTMLElement>(".map-attribution")?.offsetHeight ?? 0;
  return {
    top: room.top * down,
    bottom: Math.max(room.bottom, strip + BESIDE_STRIP) * down,
    left: left * across,
    right: right * across,
  };
}

/** What lies around the place that is searched, if one is. */
function around(asked: URLSearchParams): Box | [] {
  const [longitude, latitude] = [Number(asked.get("lon") ?? NaN), Number(asked.get("lat") ?? NaN)];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return [];
  const high = Number(asked.get("radius") ?? RADIUS) / DEGREE;
  const wide = high / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01);
  return [longitude - wide, latitude - high, longitude + wide, latitude + high];
}

/** What lies around the polygon that is asked for, if one is. */
function outline(asked: URLSearchParams): number[] {
  const corners = asked.get("polygon")?.split(",") ?? [];
  // A corner is a box by itself: the sides of several are those of the box around them.
  return corners.flatMap((corner) => {
    const [longitude, latitude] = corner.trim().split(/\s+/).map(Number);
    return [longitude, latitude, longitude, latitude].map((degrees) => degrees ?? NaN);
  });
}

/** The slugs of the districts that are asked for. */
export function askedDistricts(query: string): string[] {
  return new URLSearchParams(query).getAll("district").flatMap((slugs) => slugs.split(","));
}
