// The map: districts and entries from the service's own vector tiles, drawn by MapLibre. It loads nothing else, not
// even fonts: letters are those of the reader's device.
import {
  type LngLatBoundsLike,
  type MapGeoJSONFeature,
  Map as MapLibre,
  setWorkerUrl,
  type VectorTileSource,
} from "maplibre-gl";
import { type Basemap, type Ground, ground } from "./basemap";
import { DistrictNames, seenDistricts } from "./district-names";
import { askedDistricts, fitTo } from "./fit";
import { legend } from "./legend";
import { positionMark, showOwnPosition } from "./own-position";
import { boxesAround, type Place } from "./places";
import { Popups } from "./popups";
import { adoptStyle, mapStyle, palette } from "./style";

/** The worker's file, which the build names. */
declare const MAP_WORKER: string;

/** The same for every map on a page. */
let workerUrl: Promise<string> | undefined;

/** How long the first picture may take, milliseconds. */
const PATIENCE = 25_000;
/** The same with something below that others have to send: without it the map is there, too. */
const PATIENCE_WITH_OTHERS = 12_000;
/** How near to a finger or to the middle an entry must be, pixels. */
const REACH = 22;

/** An entry as the map knows it. */
export interface Selected {
  readonly slug: string;
  readonly name: string;
  readonly type: string;
  readonly kind: string;
}

/** What the map says under a key, with values in it. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface Options {
  /** Where the service is. */
  readonly base: URL;
  /** Which entries, as the search page's address says it. */
  readonly query: string;
  readonly language: string;
  readonly say: Say;
  /** What happens when a reader chooses an entry, or nothing; without it the map is no list of entries. */
  readonly chosen?: (selected: Selected | null) => void;
}

/** What a page around can do with the map. */
export interface MapView {
  readonly map: MapLibre;
  /** Shows other entries. */
  show(query: string): void;
  /** Marks one of them. */
  select(slug: string | null): void;
  remove(): void;
}

interface TileJson {
  readonly tiles: readonly string[];
  readonly bounds?: readonly [number, number, number, number];
  /** The box around what is found. */
  readonly results?: readonly [number, number, number, number];
  readonly attribution?: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly basemap?: Basemap;
  /** Districts without a boundary. */
  readonly places?: readonly Place[];
}

async function tileJson(base: URL, query: string): Promise<TileJson> {
  const response = await fetch(new URL(`tiles.json?${query}`, base), { credentials: "omit" });
  if (!response.ok) throw new Error(`the tiles were answered with ${response.status}`);
  return (await response.json()) as TileJson;
}

const blob = (script: string): string => URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

/**
 * Where the worker starts from. On a page of another site that is an address made there, since workers start from
 * nowhere else; the policy of that page may refuse it (`worker-src blob:` allows it). In a sandbox MapLibre makes a
 * `data:` address itself.
 */
async function workerAddress(): Promise<string> {
  const worker = new URL(MAP_WORKER, import.meta.url);
  if (worker.origin === location.origin && globalThis.origin !== "null") return worker.href;
  const isSandboxed = globalThis.origin === "null";
  const script = "postMessage(0)";
  if (!(await starts(isSandboxed ? `data:text/javascript,${script}` : blob(script))))
    throw new Error("this page allows no worker");
  if (isSandboxed) return worker.href;
  const response = await fetch(worker, { credentials: "omit" });
  if (!response.ok) throw new Error(`the worker was answered with ${response.status}`);
  return blob(await response.text());
}

/** Whether a worker that says something at once starts. */
function starts(address: string): Promise<boolean> {
  return new Promise((tell) => {
    try {
      const trial = new Worker(address, { type: "module" });
      const end = (works: boolean) => {
        trial.terminate();
        tell(works);
      };
      trial.onmessage = () => end(true);
      trial.onerror = () => end(false);
    } catch {
      tell(false);
    }
  });
}

/** Draws a map in `place`; fails where there cannot be one. */
export async function start(place: HTMLElement, options: Options): Promise<MapView> {
  if (!document.createElement("canvas").getContext("webgl2")) throw new Error("this browser draws no map");
  workerUrl ??= workerAddress();
  setWorkerUrl(await workerUrl);
  const source = await tileJson(options.base, options.query);
  // The drawing tells more than a map of the whole earth does.
  if (!source.bounds || source.bounds[2] - source.bounds[0] >= 360) throw new Error("the directory has no places");
  adoptStyle(place);
  const below = source.basemap ? await ground(source.basemap, palette(place)).catch(warned) : null;
  let map = await drawn(place, options, source, below).catch((error: unknown) =>
    below ? warned(error) : Promise.reject(error),
  );
  const basemap = map && below ? source.basemap : undefined;
  map ??= await drawn(place, options, source, null);
  const popups = new Popups(map, options);
  if (options.chosen) listen(map, options.chosen, popups);
  controls(place, map, source, basemap, options);
  const districts = seenDistricts(map);
  const places = source.places ?? [];
  const names = new DistrictNames(map, districts, places, options.language);
  const fit = (query: string, found: TileJson) => {
    map.setFilter("chosen", ["in", ["get", "slug"], ["literal", askedDistricts(query)]]);
    fitTo(map, {
      query,
      found: found.results ?? source.bounds,
      boxesOf: (slug) => districts.get(slug)?.box ?? boxesAround(places, slug),
      hasStreets: basemap !== undefined,
      hasPlaces: places.length > 0,
    });
    names.write(askedDistricts(query));
  };
  fit(options.query, options.query === "" ? { ...source, results: source.bounds } : source);
  keepColours(place, map, source, below && basemap ? below : null);
  return handle(map, options, fit, popups);
}

/** Whoever changes between light and dark sees the map change with the page. */
function keepColours(place: HTMLElement, map: MapLibre, source: TileJson, below: Ground | null): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    for (const { id, paint = {} } of mapStyle(palette(place), source, below).layers) {
      if (map.getLayer(id))
        for (const [name, value] of Object.entries(paint))
          map.setPaintProperty(id, name as Parameters<MapLibre["setPaintProperty"]>[1], value);
    }
  };
  dark.addEventListener("change", paint);
  map.once("remove", () => dark.removeEventListener("change", paint));
}

/** A map without what could not be had is better than none. */
function warned(error: unknown): null {
  console.warn(error);
  return null;
}

/** The map with its first picture. */
async function drawn(place: HTMLElement, { say }: Options, source: TileJson, below: Ground | null): Promise<MapLibre> {
  const map = new MapLibre({
    container: place,
    style: mapStyle(palette(place), source, below),
    ...(source.bounds ? { bounds: [...source.bounds] as LngLatBoundsLike, fitBoundsOptions: { padding: 12 } } : {}),
    minZoom: 7,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: 0,
    locale: {
      "Map.Title": say("map-title"),
      "Popup.Close": say("widget-close"),
      "CooperativeGesturesHandler.WindowsHelpText": say("map-wheel", { key: "Strg / Ctrl" }),
      "CooperativeGesturesHandler.MacHelpText": say("map-wheel", { key: "⌘" }),
      "CooperativeGesturesHandler.MobileHelpText": say("map-fingers"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute("aria-description", say("map-keys"));
  await ready(map, below ? PATIENCE_WITH_OTHERS : PATIENCE);
  return map;
}

/** Once the first picture is there. */
function ready(map: MapLibre, patience: number): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      map.remove();
      fail(new Error("the map was not drawn in time"));
    }, patience);
    map.once("load", () => {
      clearTimeout(timer);
      done();
    });
  });
}

function handle(
  map: MapLibre,
  options: Options,
  fit: (query: string, found: TileJson) => void,
  popups: Popups,
): MapView {
  let query = options.query;
  return {
    map,
    show(next) {
      if (next === query) return;
      query = next;
      popups.close();
      void tileJson(options.base, next)
        .then((source) => {
          if (next !== query) return;
          map.getSource<VectorTileSource>("directory")?.setTiles([...source.tiles]);
          fit(next, source);
        })
        .catch((error: unknown) => console.warn(error));
    },
    select(slug) {
      map.setFilter("selected", ["==", ["get", "slug"], slug ?? ""]);
    },
    remove: () => map.remove(),
  };
}

/** Clicks, taps, and Enter for what lies in the middle. */
function listen(map: MapLibre, chosen: NonNullable<Options["chosen"]>, popups: Popups): void {
  const choose = (x: number, y: number, byKey = false) => {
    const found = near(map, x, y);
    popups.close();
    if (!found) return chosen(null);
    const { properties, geometry } = found;
    if (properties.count !== undefined && geometry.type === "Point") {
      const [longitude, latitude] = geometry.coordinates as [number, number];
      return void map.easeTo({ center: [longitude, latitude], zoom: map.getZoom() + 2 });
    }
    const { slug, name, type, kind } = properties as unknown as Selected;
    chosen({ slug, name, type, kind });
    if (geometry.type === "Point")
      void popups.open({ slug, name, type, kind }, geometry.coordinates as [number, number], byKey);
  };
  map.on("click", ({ point }) => choose(point.x, point.y));
  map.on("mousemove", ({ point }) => {
    map.getCanvas().style.cursor = near(map, point.x, point.y) ? "pointer" : "";
  });
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      popups.close();
      chosen(null);
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    const { clientWidth, clientHeight } = map.getCanvas();
    choose(clientWidth / 2, clientHeight / 2, true);
  });
}

/** The nearest entry or group of entries within reach of a point. */
function near(map: MapLibre, x: number, y: number): MapGeoJSONFeature | undefined {
  if (!map.getLayer("actors")) return undefined;
  const box: [[number, number], [number, number]] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  const distance = ({ geometry }: MapGeoJSONFeature) => {
    if (geometry.type !== "Point") return Infinity;
    const at = map.project(geometry.coordinates as [number, number]);
    return Math.hypot(at.x - x, at.y - y);
  };
  const found = map.queryRenderedFeatures(box, { layers: ["actors", "groups"] });
  return found.sort((one, other) => distance(one) - distance(other))[0];
}

/** Buttons for those who neither pinch nor turn a wheel, and whose data it is. */
function controls(
  place: HTMLElement,
  map: MapLibre,
  source: TileJson,
  basemap: Basemap | undefined,
  { say, chosen }: Options,
): void {
  const group = document.createElement("div");
  group.className = "map-buttons";
  const button = (mark: string | SVGElement, label: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(mark);
    made.ariaLabel = label;
    made.title = label;
    made.addEventListener("click", act);
    group.append(made);
  };
  button("+", say("map-in"), () => map.zoomIn());
  button("\u2212", say("map-out"), () => map.zoomOut());
  const note = document.createElement("p");
  note.className = "map-note";
  note.setAttribute("role", "status");
  if (chosen && navigator.geolocation)
    button(positionMark(), say("map-here"), () => void showOwnPosition(map, source.bounds, say, note));
  const cross = document.createElement("div");
  cross.className = "map-cross";
  place.append(cross, group, ...(chosen ? [legend(say)] : []), note);
  if (source.attribution || basemap) {
    const line = document.createElement("p");
    line.className = "map-attribution";
    line.dir = "auto";
    line.append(plain(source.attribution ?? ""), ...(basemap ? [source.attribution ? " · " : "", whose(basemap)] : []));
    place.append(line);
  }
}

/** Whose map lies below. */
function whose({ attribution, attributionUrl }: Basemap): string | HTMLElement {
  if (!attributionUrl) return attribution;
  const link = document.createElement("a");
  link.href = attributionUrl;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = attribution;
  return link;
}

/** TileJSON tells in HTML whose data it is; here it is text. */
function plain(markup: string): string {
  const letters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
  return markup.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|amp);/g, (name) => letters[name] ?? name);
}
