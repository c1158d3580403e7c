// What lies below the districts where the operator wants anything there: somebody's style, or tiles of the service.
// Its letters are those of the reader's device too, so that no fonts are loaded.
import type {
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  SpriteSpecification,
  StyleSpecification,
} from "maplibre-gl";

/** How long a style may take to come, milliseconds. */
const PATIENCE = 10_000;
/** In front of the names of what lies below, which may be those of ours. */
const BELOW = "below:";

/** As the service tells it: `style` alone, or the rest. */
export interface Basemap {
  readonly attribution: string;
  readonly attributionUrl?: string;
  readonly style?: string;
  readonly type?: "vector" | "raster";
  readonly tiles?: readonly string[];
  readonly minzoom?: number;
  readonly maxzoom?: number;
  readonly bounds?: readonly [number, number, number, number];
  readonly layers?: readonly string[];
}

/** What it adds to the style of the map. */
export interface Ground {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
  readonly sprite?: SpriteSpecification;
}

/** What is drawn of tiles that have no style, by the names that the common makers of tiles give their layers. */
export interface GroundColours {
  readonly land: string;
  readonly green: string;
  readonly water: string;
  readonly building: string;
  readonly road: string;
  readonly border: string;
}

type Role = keyof GroundColours | "nothing";

const ROLES: readonly [RegExp, Role][] = [
  [/label|place|poi|name|addr|housenum/i, "nothing"],
  [/^(earth|land)$/i, "land"],
  [/landuse|landcover|park|green|wood|forest|natural|sites/i, "green"],
  [/water|ocean|river|lake/i, "water"],
  [/building/i, "building"],
  [/road|street|transport|highway|bridge|rail|transit|aerialway|ferr/i, "road"],
];
/** What lies below what. */
const ORDER: readonly Role[] = ["land", "green", "water", "building", "border", "road"];

/** Fetches or makes what lies below. */
export async function ground(basemap: Basemap, colours: GroundColours): Promise<Ground> {
  if (basemap.style) return fromStyle(new URL(basemap.style));
  const { tiles, bounds, minzoom, maxzoom, layers = [] } = basemap;
  const common = {
    tiles: [...(tiles ?? [])],
    minzoom: minzoom ?? 0,
    maxzoom: maxzoom ?? 14,
    ...(bounds ? { bounds: [...bounds] as [number, number, number, number] } : {}),
  };
  if (basemap.type === "raster") {
    return {
      sources: { [BELOW]: { type: "raster", tileSize: 256, ...common } },
      layers: [{ id: BELOW, type: "raster", source: BELOW }],
    };
  }
  const role = (layer: string) => ROLES.find(([names]) => names.test(layer))?.[1] ?? "border";
  const drawn = ORDER.flatMap((wanted) =>
    wanted === "nothing"
      ? []
      : layers.filter((layer) => role(layer) === wanted).flatMap((layer) => plain(layer, wanted, colours)),
  );
  return { sources: { [BELOW]: { type: "vector", ...common } }, layers: drawn };
}

/** Areas and lines of a layer of tiles in one colour. */
function plain(layer: string, role: keyof GroundColours, colours: GroundColours): LayerSpecification[] {
  const of = (id: string, geometry: string) => ({
    id: `${BELOW}${layer}:${id}`,
    source: BELOW,
    "source-layer": layer,
    filter: ["==", "$type", geometry] as FilterSpecification,
  });
  const colour = colours[role];
  const width = role === "road" ? 1.5 : 0.75;
  const areas: LayerSpecification[] =
    role === "border" || role === "road"
      ? []
      : [{ ...of("areas", "Polygon"), type: "fill", paint: { "fill-color": colour } }];
  const outlines: LayerSpecification[] =
    role === "border"
      ? [{ ...of("outlines", "Polygon"), type: "line", paint: { "line-color": colour, "line-width": width } }]
      : [];
  const lines: LayerSpecification = {
    ...of("lines", "LineString"),
    type: "line",
    paint: {
      "line-color": colour,
      "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], 10, width / 2, 18, width * 4],
    },
  };
  return [...areas, ...outlines, lines];
}

/** A style without its letters, with every address as a whole one. */
async function fromStyle(address: URL): Promise<Ground> {
  const response = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`the style of the map was answered with ${response.status}`);
  const { sources, layers, sprite } = (await response.json()) as StyleSpecification;
  const whole = (part: string) => new URL(part, address).href.replace(/%7B/gi, "{").replace(/%7D/gi, "}");
  const named = Object.entries(sources).map(([name, source]) => [BELOW + name, absolute(source, whole)] as const);
  const pictures = typeof sprite === "string" ? whole(sprite) : sprite?.map(({ id, url }) => ({ id, url: whole(url) }));
  return {
    sources: Object.fromEntries(named),
    layers: layers.map(
      (layer) =>
        ({
          ...layer,
          id: BELOW + layer.id,
          ...("source" in layer ? { source: BELOW + String(layer.source) } : {}),
        }) as LayerSpecification,
    ),
    ...(pictures ? { sprite: pictures } : {}),
  };
}

function absolute(source: SourceSpecification, whole: (part: string) => string): SourceSpecification {
  const changed: Record<string, unknown> = { ...source };
  for (const key of ["url", "data"]) if (typeof changed[key] === "string") changed[key] = whole(changed[key]);
  if (Array.isArray(changed.tiles)) changed.tiles = changed.tiles.map((tile: string) => whole(tile));
  return changed as unknown as SourceSpecification;
}
