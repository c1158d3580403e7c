// The names of districts: each once, and whole.
import type { Feature, Point } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Box } from "./fit";
import { type Place, placeNames } from "./places";

/** The most letters that a line of a name has, and how wide and high a letter is, pixels: as the style writes names. */
const LINE = { letters: 12, width: 6.6, height: 15 };
/** How far from its point a name may stand, where a mark has its place, pixels. */
const SHIFT = 17;
/** What lies over the map. */
const CONTROLS = ".map-buttons button, .map-legend";

export interface District {
  readonly box: Box;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The districts and where they lie, as the first picture of everything shows them. */
export function seenDistricts(map: MapLibre): ReadonlyMap<string, District> {
  const districts = new Map<string, District>();
  for (const { geometry, properties } of map.querySourceFeatures("directory", { sourceLayer: "districts" })) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const slug = String(properties.slug);
    const [west, south, east, north] = districts.get(slug)?.box ?? [180, 90, -180, -90];
    const points = (geometry.coordinates as number[][][][]).flat(geometry.type === "Polygon" ? 1 : 2) as unknown as [
      number,
      number,
    ][];
    const longitudes = points.map(([longitude]) => longitude);
    const latitudes = points.map(([, latitude]) => latitude);
    const box: Box = [
      Math.min(west, ...longitudes),
      Math.min(south, ...latitudes),
      Math.max(east, ...longitudes),
      Math.max(north, ...latitudes),
    ];
    districts.set(slug, { box, properties });
  }
  return districts;
}

/**
 * Writes the name of each quarter once: what a tile has of a district would be named in each tile. One without a boundary has
 * its name at its point, with a mark where it is chosen. A name that the side of the map would cut is left out until
 * there is room for it: MapLibre cuts it.
 */
export class DistrictNames {
  readonly #quarters: readonly Feature<Point>[];
  #features: readonly Feature<Point>[] = [];
  #shown = "";

  constructor(
    private readonly map: MapLibre,
    districts: ReadonlyMap<string, District>,
    private readonly places: readonly Place[],
    private readonly language: string,
  ) {
    const quarters = [...districts.values()].filter(({ properties }) => properties.level === "quarter");
    this.#quarters = quarters.map(({ box: [west, south, east, north], properties }) => ({
      type: "Feature",
      properties: { name: properties[`name:${language}`] ?? properties.name ?? "" },
      geometry: { type: "Point", coordinates: [(west + east) / 2, (south + north) / 2] },
    }));
    map.on("moveend", () => this.#draw());
    map.on("resize", () => this.#draw());
  }

  /** Writes them with what is asked for told apart. */
  write(asked: readonly string[]): void {
    this.#features = [...this.#quarters, ...placeNames(this.places, this.language, asked)];
    this.#shown = "";
    this.#draw();
  }

  #draw(): void {
    const features = this.#features.flatMap((feature) =>
      feature.properties?.isChosen === true ? [feature] : this.#inside(feature),
    );
    const shown = JSON.stringify(features.map(({ properties }) => properties));
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.map.getSource<GeoJSONSource>("names")?.setData({ type: "FeatureCollection", features });
  }

  /** A name that is seen whole, said to be at a side where it has room over and under its point alone; else none. */
  #inside(feature: Feature<Point>): Feature<Point>[] {
    const name = String(feature.properties?.name ?? "");
    const lines = Math.ceil(name.length / LINE.letters);
    const longest = Math.max(...name.split(/[\s/-]+/).map((word) => word.length), Math.ceil(name.length / lines));
    const [wide, high] = [longest * LINE.width, lines * LINE.height];
    const { x, y } = this.map.project(feature.geometry.coordinates as [number, number]);
    const container = this.map.getContainer();
    const { clientWidth, clientHeight } = container;
    const around = container.getBoundingClientRect();
    const isUnder = [...container.querySelectorAll(CONTROLS)].some((control) => {
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const [centre, middle] = [around.left + x, around.top + y];
      return (
        centre + wide / 2 > left && centre - wide / 2 < right && middle + high / 2 > top && middle - high / 2 < bottom
      );
    });
    const across = Math.min(x, clientWidth - x);
    const isWhole = across >= wide / 2 && y >= high / 2 && y <= clientHeight - high / 2;
    if (isUnder || !isWhole) return [];
    return [{ ...feature, properties: { ...feature.properties, isAtSide: across < wide + SHIFT } }];
  }
}
