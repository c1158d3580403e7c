// The links of a list as a picture: each entry a node that leads to it, each link a line. The forces come when somebody
// looks at it; the list beside it says the same.
import { html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { attempt } from "../view";
import { t } from "../words";
import { kindName, type Link } from "./link";
import type { PlacedLink, PlacedNode } from "./network-layout";

const LONGEST_NAME = 28;
/** The room that a name takes, for each letter and of a line. */
const LETTER = 5.8;
const LINE = 13;
const MARGIN = 40;

/** The picture of links. */
export const networkPicture = (links: readonly Link[]) =>
  html`<console-network-picture .links=${links}></console-network-picture>`;

class ConsoleNetworkPicture extends LitElement {
  static override properties = { links: { attribute: false } };
  declare links: readonly Link[];
  #nodes: readonly PlacedNode[] = [];
  #lines: readonly PlacedLink[] = [];
  #drawn: readonly Link[] | null = null;

  protected override createRenderRoot() {
    return this;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("links")) return;
    const { links } = this;
    void attempt(async () => {
      const { placeNetwork } = await import("./network-layout");
      // Others may be asked for meanwhile.
      if (links !== this.links) return;
      const { nodes, lines } = placeNetwork(links);
      [this.#nodes, this.#lines, this.#drawn] = [nodes, lines, links];
      this.requestUpdate();
    });
  }

  override render() {
    if (this.#drawn === null) return html`<p class="loading" role="status">${t("loading")}</p>`;
    if (this.#nodes.length === 0) return nothing;
    const [xs, ys] = [this.#nodes.map(({ x }) => x), this.#nodes.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
    const [width, height] = [Math.max(...xs) - left + MARGIN, Math.max(...ys) - top + MARGIN];
    const named = legibleNames(this.#nodes);
    return html`<figure class="network">
      <svg viewBox=${`${left} ${top} ${width} ${height}`} role="group" aria-label=${t("network-label", { count: this.#nodes.length })}>
        ${this.#lines.map(
          ({ from, to, kind, isDashed }) =>
            svg`<line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} class=${isDashed ? "dashed" : nothing}><title>${from.name} – ${kindName(kind)} – ${to.name}</title></line>`,
        )}
        ${this.#nodes.map((node) => this.#node(node, named.has(node.id)))}
      </svg>
      <figcaption class="help">${t("network-help")}</figcaption>
    </figure>`;
  }

  #node({ id, name, x, y, degree, radius }: PlacedNode, isNamed: boolean) {
    return svg`<a href=${`/console/entries/${id}`} class=${isNamed ? "named" : nothing}>
      <title>${t("network-node", { name, count: degree })}</title>
      <circle cx=${x} cy=${y} r=${radius}></circle>
      <text aria-hidden="true" x=${x} y=${y + radius + 11} text-anchor="middle">${shorten(name)}</text>
    </a>`;
  }
}

const shorten = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** Whose names are written: those with the most links first, as far as none lies on another; the rest show theirs when they are pointed at. */
function legibleNames(nodes: readonly PlacedNode[]): ReadonlySet<string> {
  const written: { readonly id: string; readonly x: number; readonly y: number; readonly half: number }[] = [];
  for (const { id, name, x, y, radius } of [...nodes].sort((one, other) => other.degree - one.degree)) {
    const label = { id, x, y: y + radius, half: (shorten(name).length * LETTER) / 2 };
    const isFree = written.every(
      (other) => Math.abs(other.y - label.y) > LINE || Math.abs(other.x - label.x) > other.half + label.half,
    );
    if (isFree) written.push(label);
  }
  return new Set(written.map(({ id }) => id));
}

customElements.define("console-network-picture", ConsoleNetworkPicture);
