// Where the entries of a picture stand: pushed apart, and held together by their links. The same links give the same picture.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { Link } from "./link";

export interface PlacedNode {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** How many links it has here. */
  readonly degree: number;
  readonly radius: number;
}

export interface PlacedLink {
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  readonly kind: string;
  /** Whether it is none that stands: waiting, resting, over. */
  readonly isDashed: boolean;
}

interface Node extends SimulationNodeDatum {
  readonly id: string;
  readonly name: string;
  degree: number;
}

/** How often the forces act: the more nodes, the less there is time for. */
const STEPS = 300;
const MANY = 400;

const radiusOf = (degree: number) => 6 + Math.min(10, 2 * Math.sqrt(degree));

/** Places the ends of links; those whose name is nobody's to know are left out. */
export function placeNetwork(links: readonly Link[]): {
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLink[];
} {
  const nodes = new Map<string, Node>();
  const drawn = links.flatMap((link) => (link.from && link.to ? [{ link, from: link.from, to: link.to }] : []));
  // In an order that does not change when a link does.
  for (const { id, name } of drawn
    .flatMap(({ from, to }) => [from, to])
    .sort((one, other) => one.id.localeCompare(other.id))) {
    const known = nodes.get(id);
    if (known) known.degree += 1;
    else nodes.set(id, { id, name, degree: 1 });
  }
  const all = [...nodes.values()];
  const ties = drawn.map(({ from, to }): SimulationLinkDatum<Node> => ({ source: from.id, target: to.id }));
  forceSimulation(all)
    .force(
      "links",
      forceLink<Node, SimulationLinkDatum<Node>>(ties)
        .id(({ id }) => id)
        .distance(70),
    )
    .force("charge", forceManyBody().strength(-180).distanceMax(400))
    .force(
      "room",
      forceCollide<Node>(({ degree }) => radiusOf(degree) + 14),
    )
    .force("x", forceX().strength(0.06))
    .force("y", forceY().strength(0.09))
    .stop()
    .tick(all.length > MANY ? STEPS / 3 : STEPS);
  const placed = new Map(
    all.map(({ id, name, degree, x = 0, y = 0 }) => [id, { id, name, degree, x, y, radius: radiusOf(degree) }]),
  );
  const lines = drawn.flatMap(({ link, from, to }) => {
    const [start, end] = [placed.get(from.id), placed.get(to.id)];
    return start && end ? [{ from: start, to: end, kind: link.kind, isDashed: link.status !== "ACTIVE" }] : [];
  });
  return { nodes: [...placed.values()], lines };
}
