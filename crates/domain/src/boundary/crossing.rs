//! Where the rings of a polygon cross themselves or each other, as they do when positions are in the
//! wrong order. `geo::Validation` tells that they do, but not where, and compares every two edges, which
//! takes minutes for the boundary of a large city.

use geo::{Coord, Line, LineIntersection, LineString, Polygon, line_intersection::line_intersection};

/// How many pairs of edges are compared at most: some hundred milliseconds. A boundary of fifty thousand positions
/// has about ten million that lie above each other.
const MAX_PAIRS: usize = 50_000_000;

/// More pairs of edges lie above each other than are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooManyPairs;

/// Two edges that meet where they must not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Crossing {
    /// The rings of the two edges, from 0, the outer ring; the smaller number first.
    pub(super) rings: (usize, usize),
    /// Where they meet.
    pub(super) at: Coord<f64>,
}

/// An edge with its ring and its place in it.
#[derive(Clone, Copy, Debug)]
struct RingEdge {
    ring: usize,
    index: usize,
    /// How many edges the ring has.
    of: usize,
    line: Line<f64>,
}

impl RingEdge {
    fn west(&self) -> f64 {
        self.line.start.x.min(self.line.end.x)
    }

    fn east(&self) -> f64 {
        self.line.start.x.max(self.line.end.x)
    }

    /// Whether the other edge comes right before or after this one.
    fn is_beside(&self, other: &Self) -> bool {
        let apart = self.index.abs_diff(other.index);
        self.ring == other.ring && (apart <= 1 || apart + 1 == self.of)
    }

    /// Where the two meet although they must not. A corner on a corner is allowed: parts of a
    /// district touch like that. So is a corner of one ring on an edge of another one.
    fn crosses(&self, other: &Self) -> Option<Coord<f64>> {
        match line_intersection(self.line, other.line)? {
            LineIntersection::Collinear { intersection } if intersection.start != intersection.end => {
                Some(intersection.start)
            }
            LineIntersection::Collinear { .. } => None,
            LineIntersection::SinglePoint { .. } if self.is_beside(other) => None,
            LineIntersection::SinglePoint { intersection, is_proper: true } => Some(intersection),
            LineIntersection::SinglePoint { intersection, is_proper: false } => {
                let is_corner = |line: Line<f64>| line.start == intersection || line.end == intersection;
                let corners = is_corner(self.line) && is_corner(other.line);
                (self.ring == other.ring && !corners).then_some(intersection)
            }
        }
    }
}

/// The crossing that lies furthest west, roughly; `None` for a polygon that has none.
///
/// Edges are compared with those alone that reach as far east (Shamos and Hoey 1976, without their
/// order from south to north, which saves little for boundaries).
///
/// # Errors
/// [`TooManyPairs`] when the edges reach so far that comparing them would not end.
pub(super) fn first(polygon: &Polygon<f64>) -> Result<Option<Crossing>, TooManyPairs> {
    let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
    let mut edges: Vec<RingEdge> = rings.enumerate().flat_map(|(number, ring)| edges(number, ring)).collect();
    edges.sort_by(|a, b| a.west().total_cmp(&b.west()));
    let mut open: Vec<RingEdge> = Vec::new();
    let mut pairs = 0_usize;
    for edge in edges {
        open.retain(|other| other.east() >= edge.west());
        pairs += open.len();
        if pairs > MAX_PAIRS {
            return Err(TooManyPairs);
        }
        for other in &open {
            if let Some(at) = edge.crosses(other) {
                let rings = (edge.ring.min(other.ring), edge.ring.max(other.ring));
                return Ok(Some(Crossing { rings, at }));
            }
        }
        open.push(edge);
    }
    Ok(None)
}

/// The edges of a ring; a position that stands twice in a row is one corner.
fn edges(ring: usize, positions: &LineString<f64>) -> Vec<RingEdge> {
    let lines: Vec<Line<f64>> = positions.lines().filter(|line| line.start != line.end).collect();
    let of = lines.len();
    lines.into_iter().enumerate().map(|(index, line)| RingEdge { ring, index, of, line }).collect()
}

#[cfg(test)]
mod tests {
    use geo::{Area, Validation, algorithm::validation::InvalidPolygon, polygon};
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn crossing_of(polygon: &Polygon<f64>) -> Option<Crossing> {
        first(polygon).expect("few edges lie above each other")
    }

    fn ring(corners: &[(f64, f64)]) -> Polygon<f64> {
        Polygon::new(LineString::from(corners.to_vec()), Vec::new())
    }

    #[test]
    fn a_bow_tie_crosses_itself_in_its_middle() {
        let crossing = crossing_of(&ring(&[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)])).expect("a crossing");
        assert_eq!((crossing.rings, crossing.at), ((0, 0), Coord { x: 2.0, y: 2.0 }));
        assert_eq!(crossing_of(&ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (4.0, 4.0)])), None);
    }

    #[test]
    fn a_hole_may_touch_the_outer_ring_and_not_cross_it() {
        let outer = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];
        let with_hole =
            |hole: &[(f64, f64)]| Polygon::new(LineString::from(outer.to_vec()), vec![LineString::from(hole.to_vec())]);
        assert_eq!(crossing_of(&with_hole(&[(0.0, 2.0), (2.0, 1.0), (2.0, 3.0)])), None);
        let crossing = crossing_of(&with_hole(&[(-1.0, 2.0), (2.0, 1.0), (2.0, 3.0)])).expect("a crossing");
        assert_eq!(crossing.rings, (0, 1));
    }

    #[test]
    fn a_large_boundary_is_looked_through_in_no_time() {
        let corner = |number: u32| {
            let angle = f64::from(number) / 100_000.0 * std::f64::consts::TAU;
            (angle.cos(), angle.sin())
        };
        let corners: Vec<_> = (0..100_000).map(corner).collect();
        let started = std::time::Instant::now();
        assert_eq!(crossing_of(&ring(&corners)), None);
        assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
        assert!(polygon![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0), (x: 1.0, y: 1.0)].is_valid());
    }

    /// Whether `geo` finds the ring to cross or touch itself.
    fn oracle(polygon: &Polygon<f64>) -> bool {
        polygon.validation_errors().iter().any(|error| matches!(error, InvalidPolygon::SelfIntersection(_)))
    }

    proptest! {
        #[test]
        fn what_crosses_is_what_the_validation_of_geo_refuses(corners in vec((-100.0..100.0f64, -100.0..100.0f64), 3..9)) {
            let polygon = ring(&corners);
            prop_assert_eq!(crossing_of(&polygon).is_some(), oracle(&polygon));
        }

        #[test]
        fn on_a_grid_only_corners_on_corners_are_allowed_beyond_it(corners in vec((0..5i32, 0..5i32), 3..8)) {
            let corners: Vec<(f64, f64)> = corners.into_iter().map(|(x, y)| (x.into(), y.into())).collect();
            let polygon = ring(&corners);
            let mut distinct = corners.clone();
            distinct.dedup();
            let length = distinct.len();
            distinct.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
            distinct.dedup();
            let meets_itself = distinct.len() < length;
            // A ring without an inside runs back along itself, which `geo` lets pass.
            let refused = !polygon.is_valid() || polygon.unsigned_area() == 0.0;
            prop_assert!(crossing_of(&polygon).is_none() || refused, "{polygon:?}");
            prop_assert!(crossing_of(&polygon).is_some() || !oracle(&polygon) || meets_itself, "{polygon:?}");
        }
    }
}
