// How the map looks. Its colours are custom properties of the page or widget around it.
import type {
  ExpressionSpecification,
  StyleSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from "maplibre-gl";
import type { Ground } from "./basemap";

const FONT = ["system-ui", "sans-serif"];

/** Colours with what stands where the page around says nothing. */
const COLOURS = {
  ground: "#f3f1ea",
  district: "#ffffff",
  border: "#a9b4b6",
  text: "#3f4d51",
  organisation: "#0b4f5c",
  institution: "#a34d0b",
  network: "#6b3a86",
  on: "#ffffff",
  selected: "#d97706",
  here: "#2f7de1",
  land: "#f3f1ea",
  green: "#dfe8d3",
  water: "#b9d7e3",
  building: "#dedad0",
  road: "#c9c4b8",
};

export type Palette = Readonly<Record<keyof typeof COLOURS, string>>;

/** The colours of a place, as browsers compute them: the map knows no functions of CSS. */
export function palette(place: HTMLElement): Palette {
  const probe = place.ownerDocument.createElement("span");
  place.append(probe);
  const computed = (name: string, usual: string) => {
    probe.style.color = usual;
    probe.style.color = `var(--map-${name}, ${usual})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(
    Object.entries(COLOURS).map(([name, usual]) => [name, computed(name, usual)]),
  ) as Palette;
  probe.remove();
  return colours;
}

/** How much of what lies below shows through the districts. */
const THROUGH = 0.25;

/** Where a name stands by its point: on it where no mark is, else above, below or beside; in letters. */
const BESIDE: VariableAnchorOffsetCollectionSpecification = [
  "center",
  [0, 0],
  "top",
  [0, 1.2],
  "bottom",
  [0, -1.2],
  "top",
  [0, 2],
  "bottom",
  [0, -2],
  "top-left",
  [0.8, 0.8],
  "top-right",
  [-0.8, 0.8],
  "bottom-left",
  [0.8, -0.8],
  "bottom-right",
  [-0.8, -0.8],
  "left",
  [1.4, 0],
  "right",
  [-1.4, 0],
];
/** The same at a side of the map, which would cut it beside its point. */
const AT_SIDE: VariableAnchorOffsetCollectionSpecification = [
  "center",
  [0, 0],
  "top",
  [0, 1.2],
  "bottom",
  [0, -1.2],
  "top",
  [0, 2],
  "bottom",
  [0, -2],
];
/** The same by the mark of a chosen district. */
const AROUND_CHOSEN: VariableAnchorOffsetCollectionSpecification = [
  "top",
  [0, 2.5],
  "bottom",
  [0, -2.5],
  "left",
  [2.5, 0],
  "right",
  [-2.5, 0],
];

const NOTHING = { type: "FeatureCollection" as const, features: [] };

/** The style of the map over the tiles of the directory. */
export function mapStyle(
  colour: Palette,
  source: { readonly tiles: readonly string[]; readonly minzoom: number; readonly maxzoom: number },
  ground: Ground | null,
): StyleSpecification {
  const byType: ExpressionSpecification = [
    "match",
    ["get", "type"],
    "institution",
    colour.institution,
    "network",
    colour.network,
    colour.organisation,
  ];
  const isApproximate: ExpressionSpecification = ["in", ["get", "precision"], ["literal", ["quarter", "district"]]];
  const isGroup: ExpressionSpecification = ["has", "count"];
  const groupSize: ExpressionSpecification = ["interpolate", ["linear"], ["get", "count"], 2, 13, 20, 18, 200, 26];
  return {
    version: 8,
    ...(ground?.sprite ? { sprite: ground.sprite } : {}),
    sources: {
      ...ground?.sources,
      names: { type: "geojson", data: NOTHING },
      here: { type: "geojson", data: NOTHING },
      directory: { type: "vector", tiles: [...source.tiles], minzoom: source.minzoom, maxzoom: source.maxzoom },
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour.ground } },
      ...(ground?.layers ?? []),
      {
        id: "districts",
        type: "fill",
        source: "directory",
        "source-layer": "districts",
        // Districts lie in each other: painting the outermost alone, nothing shows through less than the rest.
        filter: ["!", ["has", "parent"]],
        paint: { "fill-color": colour.district, "fill-opacity": ground ? THROUGH : 1 },
      },
      {
        id: "borders",
        type: "line",
        source: "directory",
        "source-layer": "districts",
        paint: {
          "line-color": colour.border,
          "line-width": ["match", ["get", "level"], "quarter", 0.75, "borough", 1.5, 2],
        },
      },
      {
        id: "chosen",
        type: "line",
        source: "directory",
        "source-layer": "districts",
        filter: ["==", ["get", "slug"], ""],
        paint: { "line-color": colour.selected, "line-width": 3.5 },
      },
      // A chosen district that has no boundary.
      {
        id: "chosen-places",
        type: "circle",
        source: "names",
        filter: ["==", ["get", "isChosen"], true],
        paint: {
          "circle-radius": 30,
          "circle-color": colour.selected,
          "circle-opacity": 0.15,
          "circle-stroke-width": 3.5,
          "circle-stroke-color": colour.selected,
        },
      },
      // The reader's own position: a wide ring in a colour of its own below all marks, none of which it hides.
      {
        id: "here",
        type: "circle",
        source: "here",
        paint: {
          "circle-radius": 30,
          "circle-color": colour.here,
          "circle-opacity": 0.18,
          "circle-stroke-width": 3,
          "circle-stroke-color": colour.here,
        },
      },
      { id: "here-point", type: "circle", source: "here", paint: { "circle-radius": 5, "circle-color": colour.here } },
      {
        id: "selected",
        type: "circle",
        source: "directory",
        "source-layer": "actors",
        filter: ["==", ["get", "slug"], ""],
        paint: { "circle-radius": 14, "circle-color": colour.selected },
      },
      {
        id: "actors",
        type: "circle",
        source: "directory",
        "source-layer": "actors",
        filter: ["!", isGroup],
        // Hollow: it stands somewhere in its quarter.
        paint: {
          "circle-radius": 7.5,
          "circle-color": ["case", isApproximate, colour.on, byType],
          "circle-stroke-width": ["case", isApproximate, 3, 2],
          "circle-stroke-color": ["case", isApproximate, byType, colour.on],
        },
      },
      // A name stands where no mark is; one that has no room there comes nearer up, and stands in the list.
      {
        id: "names",
        type: "symbol",
        source: "names",
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": 12,
          "text-max-width": 7,
          "text-justify": "auto",
          "text-padding": 1,
          "text-variable-anchor-offset": [
            "case",
            ["==", ["get", "isAtSide"], true],
            ["literal", AT_SIDE],
            ["literal", BESIDE],
          ],
        },
        filter: ["!=", ["get", "isChosen"], true],
        paint: {
          "text-color": colour.text,
          "text-halo-color": ["case", ["has", "isChosen"], colour.ground, colour.district],
          "text-halo-width": 2,
        },
      },
      // That of a chosen district without a boundary is always there.
      {
        id: "chosen-names",
        type: "symbol",
        source: "names",
        filter: ["==", ["get", "isChosen"], true],
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": 13,
          "text-max-width": 8,
          "text-justify": "auto",
          "text-padding": 1,
          "text-variable-anchor-offset": AROUND_CHOSEN,
          "text-allow-overlap": true,
        },
        paint: { "text-color": colour.text, "text-halo-color": colour.ground, "text-halo-width": 2 },
      },
      // Takes the room of a mark, of which collisions know nothing; it is placed before the names, which stand below.
      {
        id: "mark-room",
        type: "symbol",
        source: "directory",
        "source-layer": "actors",
        filter: ["!", isGroup],
        layout: {
          "text-field": "O",
          "text-font": FONT,
          "text-size": 14,
          "text-allow-overlap": true,
          "text-padding": 2,
        },
        paint: { "text-opacity": 0 },
      },
      {
        id: "groups",
        type: "circle",
        source: "directory",
        "source-layer": "actors",
        filter: isGroup,
        paint: {
          "circle-radius": groupSize,
          "circle-color": colour.organisation,
          "circle-stroke-width": 2,
          "circle-stroke-color": colour.on,
        },
      },
      {
        id: "numbers",
        type: "symbol",
        source: "directory",
        "source-layer": "actors",
        filter: isGroup,
        // As much room as the circle has: names keep off it.
        layout: {
          "text-field": ["to-string", ["get", "count"]],
          "text-font": FONT,
          "text-size": 13,
          "text-allow-overlap": true,
          "text-padding": 12,
        },
        paint: { "text-color": colour.on },
      },
      {
        id: "actor-names",
        type: "symbol",
        source: "directory",
        "source-layer": "actors",
        minzoom: 14,
        filter: ["!", isGroup],
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": 12,
          "text-anchor": "top",
          "text-offset": [0, 0.8],
          "text-max-width": 10,
        },
        paint: { "text-color": colour.text, "text-halo-color": colour.district, "text-halo-width": 1.5 },
      },
    ],
  };
}

/** What the elements of the map need; MapLibre's own style sheet holds pictures that a strict policy refuses. */
const SHEET = `
.maplibregl-map { position: relative; overflow: hidden; -webkit-tap-highlight-color: transparent; }
.maplibregl-canvas { position: absolute; inset-block-start: 0; left: 0; }
.maplibregl-canvas-container.maplibregl-interactive { cursor: grab; user-select: none; }
.maplibregl-canvas-container.maplibregl-interactive:active { cursor: grabbing; }
.maplibregl-canvas-container.maplibregl-touch-zoom-rotate.maplibregl-cooperative-gestures { touch-action: pan-x pan-y; }
.maplibregl-canvas:focus-visible { outline: 3px solid var(--map-focus, #b3540a); outline-offset: -3px; }
.maplibregl-control-container { display: none; }
.maplibregl-cooperative-gesture-screen { position: absolute; inset: 0; z-index: 2; display: flex; align-items: center;
  justify-content: center; padding: 1em; text-align: center; font-size: 1.05em; color: #fff; background: rgb(0 0 0 / 55%);
  opacity: 0; visibility: hidden; pointer-events: none; }
.maplibregl-cooperative-gesture-screen.maplibregl-show { opacity: 1; visibility: visible; }
.maplibregl-cooperative-gesture-screen .maplibregl-mobile-message { display: none; }
@media (hover: none), (width <= 480px) {
  .maplibregl-cooperative-gesture-screen .maplibregl-desktop-message { display: none; }
  .maplibregl-cooperative-gesture-screen .maplibregl-mobile-message { display: block; }
}
.map-buttons { position: absolute; inset-block-start: .5em; inset-inline-end: .5em; z-index: 1; display: grid; gap: .25em; }
.map-buttons button, .map-legend { border: 1px solid var(--map-edge, #7b878a); border-radius: .5em; background: var(--map-district, #fff);
  color: var(--map-ink, #1b2629); }
.map-buttons button { inline-size: 44px; block-size: 44px; font: 600 1.4em/1 system-ui, sans-serif; cursor: pointer; padding: 0; }
.map-buttons button:hover, .map-legend summary:hover { background: color-mix(in srgb, var(--map-organisation, #0b4f5c) 12%, var(--map-district, #fff)); }
.map-legend { position: absolute; inset-block-start: .5em; inset-inline-start: .5em; z-index: 1; max-inline-size: min(19.5em, 100% - 72px);
  max-block-size: calc(100% - 1em); overflow: auto; font: .875em/1.45 system-ui, sans-serif; text-align: start; }
.map-legend summary { display: flex; align-items: center; min-block-size: 44px; padding-inline: .9em; border-radius: .6em;
  font-weight: 600; cursor: pointer; }
.map-legend ul { margin: 0; padding: .1em .8em .7em; list-style: none; display: grid; gap: .45em; }
.map-legend li { display: grid; grid-template-columns: 1.8em minmax(0, 1fr); gap: .7em; align-items: center; }
.map-mark { justify-self: center; display: grid; place-items: center; inline-size: 1.15em; block-size: 1.15em; border-radius: 50%;
  background: var(--map-organisation, #0b4f5c); color: var(--map-on, #fff); forced-color-adjust: none; }
.map-mark.institution { background: var(--map-institution, #a34d0b); }
.map-mark.network { background: var(--map-network, #6b3a86); }
.map-mark.group { inline-size: 2em; block-size: 2em; font-size: .9em; }
.map-mark.selected { border: .35em solid var(--map-selected, #d97706); inline-size: 1.8em; block-size: 1.8em; }
.map-mark.here { border: 3px solid var(--map-here, #2f7de1); inline-size: 1.8em; block-size: 1.8em;
  background: color-mix(in srgb, var(--map-here, #2f7de1) 18%, transparent); }
.map-mark.approximate { background: none; border: 3px solid var(--map-organisation, #0b4f5c); }
.map-mark.border { inline-size: 1.8em; block-size: 0; border-radius: 0; background: none; border-block-start: 2px solid var(--map-border, #a9b4b6); }
.map-legend summary:focus-visible, .map-buttons button:focus-visible { outline: 3px solid var(--map-focus, #b3540a); outline-offset: 2px; }
.map-attribution { position: absolute; inset-block-end: 0; inset-inline-end: 0; z-index: 1; margin: 0; padding: .1em .4em;
  font: .75em/1.4 system-ui, sans-serif; color: var(--map-ink, #1b2629);
  background: color-mix(in srgb, var(--map-district, #fff) 88%, transparent); border-start-start-radius: .4em; }
.map-attribution a { color: inherit; }
.map-note { position: absolute; inset-block-start: .6em; inset-inline: 4.2em; z-index: 2; margin: 0 auto; max-inline-size: max-content;
  padding: .5em .9em; border-radius: .6em; color: var(--map-ink, #1b2629); background: var(--map-district, #fff); }
.map-note:empty { display: none; }
.maplibregl-popup { position: absolute; top: 0; left: 0; z-index: 2; display: flex; pointer-events: none; }
.maplibregl-popup-content { position: relative; pointer-events: auto; min-inline-size: 10em; padding: .7em 2.9em .7em .9em; border-radius: .6em;
  font-size: .95em; line-height: 1.4; color: var(--map-ink, #1b2629); background: var(--map-district, #fff); box-shadow: 0 .2em 1em rgb(0 0 0 / 35%); }
[dir="rtl"] .maplibregl-popup-content { padding: .7em .9em .7em 2.9em; }
.maplibregl-popup-close-button { position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: 44px; block-size: 44px; padding: 0;
  font: inherit; font-size: 1.4em; color: inherit; background: none; border: 0; cursor: pointer; }
.map-entry p { margin: 0; overflow-wrap: anywhere; }
.map-entry p:first-child { font-weight: 600; }
.map-entry a { color: var(--map-organisation, #0b4f5c); display: inline-block; min-block-size: 1.7em; }
.map-cross { position: absolute; inset: 50% auto auto 50%; inline-size: 1.5em; block-size: 1.5em; margin: -.75em 0 0 -.75em; z-index: 1;
  display: none; border: 2px solid var(--map-focus, #b3540a); border-radius: 50%; pointer-events: none; }
.maplibregl-canvas-container:has(:focus-visible) ~ .map-cross { display: block; }
`;

const adopted = new WeakSet<Document | ShadowRoot>();

/** Gives the page or the widget around a place the map's style sheet, once. */
export function adoptStyle(place: HTMLElement): void {
  const root = place.getRootNode() as Document | ShadowRoot;
  if (adopted.has(root)) return;
  adopted.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets.push(sheet);
}
