// A map below an input of coordinates: a tap or the pin writes them. Its words come with the page.
import { parseCoordinates } from "@bruecke/shared/coordinates";
import type { PlacePin, Position } from "@bruecke/shared/map/place-pin";

/** Offers a map for the input that a box names. */
export function positionMap(box: HTMLElement): void {
  const input = document.getElementById(box.dataset.position ?? "");
  if (!(input instanceof HTMLInputElement)) return;
  const word = (name: string) => box.dataset[name] ?? "";
  const said = JSON.parse(word("said")) as Record<string, string>;
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (said[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button",
    textContent: word("open"),
    ariaExpanded: "false",
  });
  const note = Object.assign(document.createElement("p"), { className: "hinted", role: "status" });
  const frame = Object.assign(document.createElement("div"), { className: "placemap", hidden: true });
  let pin: PlacePin | null = null;
  const pick = ({ latitude, longitude }: Position) => {
    // Six digits are finer than a house.
    input.value = `${Number(latitude.toFixed(6))}, ${Number(longitude.toFixed(6))}`;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const show = (isOpen: boolean) => {
    frame.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
    button.textContent = word(isOpen ? "close" : "open");
    note.textContent = isOpen ? word("help") : "";
  };
  const open = async () => {
    show(true);
    const canvas = Object.assign(document.createElement("div"), { className: "canvas" });
    frame.replaceChildren(canvas);
    try {
      const { startPin } = await import("@bruecke/shared/map/place-pin");
      const started = await startPin(canvas, parseCoordinates(input.value), document.documentElement.lang, say, pick);
      if (frame.hidden) return started.remove();
      pin = started;
      pin.move(parseCoordinates(input.value));
    } catch (error) {
      console.warn(error);
      show(false);
      note.textContent = word("failed");
    }
  };
  const close = () => {
    pin?.remove();
    pin = null;
    frame.replaceChildren();
    show(false);
  };
  button.addEventListener("click", () => (frame.hidden ? void open() : close()));
  input.addEventListener("input", () => pin?.move(parseCoordinates(input.value)));
  box.append(button, note, frame);
  box.hidden = false;
}
