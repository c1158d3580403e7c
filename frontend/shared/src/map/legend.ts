// What the marks of the map mean. A list that screen readers read as well; it is closed until somebody asks.

/** The marks, each with what it looks like and the key of what it is called. */
const MARKS = [
  ["organisation", "organisation"],
  ["institution", "institution"],
  ["network", "network"],
  ["group", "map-legend-group"],
  ["selected", "map-legend-selected"],
  ["here", "map-here"],
  ["approximate", "map-legend-approximate"],
  ["border", "map-legend-border"],
] as const;

/** The legend, to be put over the map. */
export function legend(say: (key: string) => string): HTMLElement {
  const box = document.createElement("details");
  const title = document.createElement("summary");
  const list = document.createElement("ul");
  box.className = "map-legend";
  title.textContent = say("map-legend");
  for (const [mark, key] of MARKS) {
    const item = document.createElement("li");
    const sample = document.createElement("span");
    sample.className = `map-mark ${mark}`;
    sample.ariaHidden = "true";
    if (mark === "group") sample.textContent = "5";
    item.append(sample, say(key));
    list.append(item);
  }
  box.append(title, list);
  return box;
}
