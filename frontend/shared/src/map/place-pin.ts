// The map of the pages with a pin that can be put and dragged. It comes in a file of its own.
import { Marker } from "maplibre-gl";
import { type Say, start } from "./map";

/** A point on the map. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** A pin on a map. */
export interface PlacePin {
  /** Puts it where a place is; takes it away without one. */
  move(place: Position | null): void;
  remove(): void;
}

/** How near the map goes to a place that is known. */
const ZOOM = 15;

/** Draws the map in `canvas`; `pick` is told where the pin was put. Fails where there cannot be a map. */
export async function startPin(
  canvas: HTMLElement,
  place: Position | null,
  language: string,
  say: Say,
  pick: (position: Position) => void,
): Promise<PlacePin> {
  const view = await start(canvas, { base: new URL("/", location.href), query: "", language, say });
  const { map } = view;
  const marker = new Marker({
    draggable: true,
    color: getComputedStyle(canvas).getPropertyValue("--focus") || "#b3540a",
  });
  let shown = "";
  const tell = ({ lng, lat }: { lng: number; lat: number }) => {
    shown = `${lng} ${lat}`;
    marker.setLngLat([lng, lat]).addTo(map);
    pick({ longitude: lng, latitude: lat });
  };
  marker.on("dragend", () => tell(marker.getLngLat()));
  map.on("click", ({ lngLat }) => tell(lngLat));
  map.getCanvas().style.cursor = "crosshair";
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    tell(map.getCenter());
  });
  if (place) map.jumpTo({ center: [place.longitude, place.latitude], zoom: ZOOM });
  return {
    move(next) {
      if (!next) return void marker.remove();
      const wanted = `${next.longitude} ${next.latitude}`;
      if (wanted === shown) return;
      const [longitude, latitude] = shown.split(" ").map(Number);
      // What was put by hand comes back with fewer digits: the map stays where it is.
      const isSame =
        Math.abs((longitude ?? NaN) - next.longitude) < 1e-5 && Math.abs((latitude ?? NaN) - next.latitude) < 1e-5;
      shown = wanted;
      marker.setLngLat([next.longitude, next.latitude]).addTo(map);
      if (!isSame && !map.getBounds().contains([next.longitude, next.latitude]))
        map.jumpTo({ center: [next.longitude, next.latitude], zoom: ZOOM });
    },
    remove: () => view.remove(),
  };
}
