// Where the reader is, once they ask for it. The position stays on their device: the map goes no nearer than to the whole
// directory, whose tiles everybody loads, so that not even the parts that are loaded tell it.
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";

/** How long a device may take, milliseconds. It looks anew every time: people move. */
const REQUEST: PositionOptions = { timeout: 15_000, maximumAge: 0, enableHighAccuracy: true };

type Box = readonly [west: number, south: number, east: number, north: number];

/** Marks the reader's own position; says in `note` where that cannot be. */
export async function showOwnPosition(
  map: MapLibre,
  everything: Box | undefined,
  say: (key: string) => string,
  note: HTMLElement,
): Promise<void> {
  note.textContent = "";
  try {
    const { coords } = await new Promise<GeolocationPosition>((found, failed) =>
      navigator.geolocation.getCurrentPosition(found, failed, REQUEST),
    );
    const here: [number, number] = [coords.longitude, coords.latitude];
    if (everything && !holds(everything, here)) {
      note.textContent = say("map-here-outside");
      return;
    }
    map
      .getSource<GeoJSONSource>("here")
      ?.setData({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: here } });
    if (everything && !map.getBounds().contains(here)) map.fitBounds([...everything], { padding: 20, animate: false });
  } catch {
    note.textContent = say("map-here-failed");
  }
}

function holds([west, south, east, north]: Box, [longitude, latitude]: readonly [number, number]): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** A target; letters have none on every device. */
export function positionMark(): SVGElement {
  const element = (name: string, attributes: Readonly<Record<string, string>>) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const mark = element("svg", {
    viewBox: "0 0 24 24",
    width: "22",
    height: "22",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2.4",
  });
  mark.setAttribute("aria-hidden", "true");
  mark.append(
    element("circle", { cx: "12", cy: "12", r: "6" }),
    element("path", { d: "M12 1v5M12 18v5M1 12h5M18 12h5" }),
  );
  return mark;
}
