// The map beside the results of the search. Until it is there, and where it cannot be, the drawing of the districts
// stands in its place, and the list says the same either way.
import { type MapView, type Selected, start } from "@bruecke/shared/map/map";

/** Starts the map in its place on the page, which has everything it says as data. */
export async function searchMap(figure: HTMLElement): Promise<void> {
  const picture = figure.querySelector<HTMLElement>("[data-picture]");
  const place = figure.querySelector<HTMLElement>("[data-canvas]");
  if (!picture || !place) return;
  const { said, query, language, prefix } = figure.dataset;
  const words = JSON.parse(said ?? "{}") as Record<string, string>;
  const say = (key: string, values: Record<string, string | number> = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  place.hidden = false;
  picture.hidden = true;
  let view: MapView | null = null;
  const chosen = (selected: Selected | null) => {
    view?.select(selected?.slug ?? null);
    tell(figure, selected, `${prefix ?? ""}/${selected?.type}/${selected?.slug}`);
  };
  try {
    view = await start(place, {
      base: new URL("/", location.href),
      query: query ?? "",
      language: language ?? "de",
      say,
      chosen,
    });
    follow(view);
    const started = view;
    figure.addEventListener("querychange", () => started.show(figure.dataset.query ?? ""));
    // What was chosen while the map was on its way.
    started.show(figure.dataset.query ?? "");
  } catch {
    place.hidden = true;
    picture.hidden = false;
  }
}

/** Marks on the map whichever entry of the list has the focus. */
function follow(view: MapView): void {
  document.querySelector(".columns")?.addEventListener("focusin", ({ target }) => {
    const link =
      target instanceof Element ? target.closest(".card")?.querySelector<HTMLAnchorElement>(":is(h2, h3) a") : null;
    if (link) view.select(link.pathname.split("/").pop() ?? null);
  });
}

/** Shows who was chosen: a link below the map, and the mark on the card where the entry is among the results. */
function tell(figure: HTMLElement, selected: Selected | null, path: string): void {
  const line = figure.querySelector<HTMLElement>("[data-chosen]");
  if (!line) return;
  for (const marked of document.querySelectorAll(".card[aria-current]")) marked.removeAttribute("aria-current");
  line.replaceChildren();
  if (!selected) return;
  const link = document.createElement("a");
  const name = document.createElement("bdi");
  link.href = path;
  name.textContent = selected.name;
  link.append(name);
  line.append(link);
  const card = [...document.querySelectorAll<HTMLAnchorElement>(".card :is(h2, h3) a")]
    .find((known) => known.pathname === path)
    ?.closest(".card");
  card?.setAttribute("aria-current", "true");
  card?.scrollIntoView({ block: "nearest" });
}
