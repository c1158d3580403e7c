//! What of a polygon lies in a tile: cut at its edges (Sutherland and Hodgman 1974, "Reentrant polygon clipping")
//! with a rim, so that the cut itself is out of sight, and brought to whole units.

use geo::{BoundingRect, LineString, MultiPolygon};

use super::address::{EXTENT, TileAddress};

/// The rim around a tile, units: wider than any line that is drawn.
const RIM: f64 = 128.0;
const LEAST: f64 = -RIM;
const MOST: f64 = EXTENT as f64 + RIM;

type Point = (f64, f64);
/// Corners in whole units, the first not repeated at the end.
pub(super) type Ring = Vec<(i32, i32)>;

/// The polygons of a boundary as far as they lie in a tile, each with its outer ring first.
pub(super) fn polygons(boundary: &MultiPolygon<f64>, at: TileAddress) -> Vec<Vec<Ring>> {
    let mut clipped = Vec::new();
    for polygon in boundary {
        if !polygon.bounding_rect().is_some_and(|bounds| touches(bounds, at)) {
            continue;
        }
        let Some(outer) = ring(polygon.exterior(), at, true) else { continue };
        let holes = polygon.interiors().iter().filter_map(|hole| ring(hole, at, false));
        clipped.push(std::iter::once(outer).chain(holes).collect());
    }
    clipped
}

fn touches(bounds: geo::Rect<f64>, at: TileAddress) -> bool {
    let (west, north) = at.units(bounds.min().x, bounds.max().y);
    let (east, south) = at.units(bounds.max().x, bounds.min().y);
    west <= MOST && east >= LEAST && north <= MOST && south >= LEAST
}

/// A ring in the direction that tells outer rings from holes: clockwise as one sees it for an outer one, since y
/// grows southwards. `None` where nothing of it has an area.
fn ring(line: &LineString<f64>, at: TileAddress, is_outer: bool) -> Option<Ring> {
    let mut points: Vec<Point> = line.0.iter().map(|corner| at.units(corner.x, corner.y)).collect();
    points.pop();
    for edge in [Edge::West, Edge::East, Edge::North, Edge::South] {
        points = cut(&points, edge);
    }
    let mut ring: Ring = Vec::with_capacity(points.len());
    for (x, y) in points {
        let corner = (x.round() as i32, y.round() as i32);
        if ring.last() != Some(&corner) {
            ring.push(corner);
        }
    }
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    let area = doubled_area(&ring);
    if ring.len() < 3 || area == 0 {
        return None;
    }
    if (area > 0) != is_outer {
        ring.reverse();
    }
    Some(ring)
}

/// Twice the area by the surveyor's formula, as the specification of vector tiles has it (section 4.3.4.4).
fn doubled_area(ring: &Ring) -> i64 {
    let next = ring.iter().cycle().skip(1);
    let product = |((x, y), (next_x, next_y)): (&(i32, i32), &(i32, i32))| {
        i64::from(*x) * i64::from(*next_y) - i64::from(*next_x) * i64::from(*y)
    };
    ring.iter().zip(next).map(product).sum()
}

#[derive(Clone, Copy)]
enum Edge {
    West,
    East,
    North,
    South,
}

impl Edge {
    fn is_inside(self, (x, y): Point) -> bool {
        match self {
            Self::West => x >= LEAST,
            Self::East => x <= MOST,
            Self::North => y >= LEAST,
            Self::South => y <= MOST,
        }
    }

    /// Where a line from one side of the edge to the other meets it.
    fn intersection(self, (x, y): Point, (to_x, to_y): Point) -> Point {
        match self {
            Self::West | Self::East => {
                let edge = if matches!(self, Self::West) { LEAST } else { MOST };
                (edge, y + (to_y - y) * (edge - x) / (to_x - x))
            }
            Self::North | Self::South => {
                let edge = if matches!(self, Self::North) { LEAST } else { MOST };
                (x + (to_x - x) * (edge - y) / (to_y - y), edge)
            }
        }
    }
}

fn cut(points: &[Point], edge: Edge) -> Vec<Point> {
    let mut kept = Vec::with_capacity(points.len() + 4);
    let Some(mut from) = points.last().copied() else { return kept };
    for to in points.iter().copied() {
        if edge.is_inside(from) != edge.is_inside(to) {
            kept.push(edge.intersection(from, to));
        }
        if edge.is_inside(to) {
            kept.push(to);
        }
        from = to;
    }
    kept
}

#[cfg(test)]
mod tests {
    use geo::{Polygon, Rect, coord};

    use super::*;

    fn square(west: f64, south: f64, east: f64, north: f64) -> Polygon<f64> {
        Rect::new(coord! { x: west, y: south }, coord! { x: east, y: north }).to_polygon()
    }

    fn world() -> TileAddress {
        TileAddress::new(0, 0, 0).expect("the tile of the world")
    }

    #[test]
    fn outer_rings_and_holes_run_in_opposite_directions_whatever_the_source_does() {
        let outer = square(-90.0, -45.0, 90.0, 45.0).exterior().clone();
        let hole = square(-10.0, -10.0, 10.0, 10.0).exterior().clone();
        let turned = |line: &LineString<f64>| LineString(line.0.iter().rev().copied().collect());
        for polygon in
            [Polygon::new(outer.clone(), vec![hole.clone()]), Polygon::new(turned(&outer), vec![turned(&hole)])]
        {
            let clipped = polygons(&MultiPolygon(vec![polygon]), world());
            let areas: Vec<bool> = clipped[0].iter().map(|ring| doubled_area(ring) > 0).collect();
            assert_eq!(areas, [true, false]);
        }
    }

    #[test]
    fn a_polygon_around_a_tile_fills_it_with_its_rim_and_one_beside_it_is_none() {
        let inside = TileAddress::new(4, 8, 8).expect("a tile");
        let filled = polygons(&MultiPolygon(vec![square(-60.0, -60.0, 60.0, 60.0)]), inside);
        let mut corners = filled[0][0].clone();
        corners.sort_unstable();
        assert_eq!(corners, [(-128, -128), (-128, 4224), (4224, -128), (4224, 4224)]);
        assert!(polygons(&MultiPolygon(vec![square(-60.0, 10.0, -50.0, 20.0)]), inside).is_empty());
    }

    #[test]
    fn what_is_too_small_to_have_an_area_is_left_out() {
        assert!(polygons(&MultiPolygon(vec![square(7.1, 51.5, 7.1001, 51.5001)]), world()).is_empty());
    }
}
