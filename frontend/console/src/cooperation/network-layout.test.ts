import { expect, test } from "vitest";
import type { Link } from "./link";
import { placeNetwork } from "./network-layout";

const link = (from: string, to: string, status = "ACTIVE") =>
  ({
    id: `${from}-${to}`,
    kind: "PARTNER",
    status,
    from: { id: from, name: from },
    to: { id: to, name: to },
  }) as unknown as Link;

const LINKS = [link("a", "b"), link("b", "c", "PROPOSED"), link("b", "d")];

test("the same links give the same picture, in whichever order they come", () => {
  const { nodes } = placeNetwork(LINKS);
  expect(placeNetwork(LINKS).nodes).toEqual(nodes);
  expect(nodes.map(({ id, degree }) => [id, degree])).toEqual([
    ["a", 1],
    ["b", 3],
    ["c", 1],
    ["d", 1],
  ]);
  expect(placeNetwork([...LINKS].reverse()).nodes.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
});

test("no two ends lie upon each other, and what does not stand is dashed", () => {
  const { nodes, lines } = placeNetwork(LINKS);
  for (const one of nodes) {
    for (const other of nodes) {
      if (one.id < other.id)
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
    }
  }
  expect(lines.map(({ isDashed }) => isDashed)).toEqual([false, true, false]);
});

test("an end whose name is nobody's to know is left out", () => {
  expect(placeNetwork([{ ...link("a", "b"), to: null } as unknown as Link])).toEqual({ nodes: [], lines: [] });
});
