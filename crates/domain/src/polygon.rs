//! A simple polygon on the map, to ask who is inside.
//!
//! Edges are straight lines between longitudes and latitudes, as GeoJSON has them (RFC 7946, section 3.1.1). A polygon
//! that crosses itself has no inside that everybody would agree on, so it is refused. Edges are kept by bands of
//! latitude: a point is compared with those of its band only.

use geo::{Contains, Coord, Intersects, Kernel, Line, Orientation, algorithm::kernels::RobustKernel};
use thiserror::Error;

use crate::{BoundingBox, Position, geography::NotAPosition};

/// The most corners of a polygon.
pub const MAX_CORNERS: usize = 200;
const BANDS: usize = 64;

/// A polygon whose edges do not cross each other.
#[derive(Clone, Debug, PartialEq)]
pub struct SimplePolygon {
    corners: Vec<Position>,
    bounds: BoundingBox,
    /// The edges, by the number of the corner where they begin, of each band from south to north.
    bands: Vec<Vec<u16>>,
}

/// The corners are no simple polygon.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum NotASimplePolygon {
    /// Too few corners for an inside.
    #[error("{given} corners have no inside: allowed are 3 to {MAX_CORNERS}, the last of which may repeat the first")]
    TooFewCorners {
        /// How many there are, the repeated one not counted.
        given: usize,
    },
    /// More corners than anybody draws.
    #[error("{given} corners are too many: allowed are 3 to {MAX_CORNERS}")]
    TooManyCorners {
        /// How many there are.
        given: usize,
    },
    /// A corner that is no place on the earth.
    #[error("corner {number}: {reason}")]
    OffTheEarth {
        /// Which one, from 1.
        number: usize,
        /// Which number and what is allowed.
        reason: NotAPosition,
    },
    /// An edge over more than half of the earth, which would be shorter the other way round.
    #[error(
        "the edge behind corner {number} spans more than 180 degrees: to cross the antimeridian ask for a polygon on \
         either side"
    )]
    Antimeridian {
        /// The corner where the edge begins, from 1.
        number: usize,
    },
    /// Two edges that touch beside their common corner.
    #[error("the edges behind corners {one} and {other} cross or touch: allowed are polygons that do not")]
    Crossing {
        /// The corner where an edge begins, from 1.
        one: usize,
        /// The corner where the other edge begins, from 1.
        other: usize,
    },
}

impl SimplePolygon {
    /// The polygon of some corners, longitude first, in either direction; the last may repeat the first.
    ///
    /// # Errors
    /// [`NotASimplePolygon`].
    pub fn new(corners: &[[f64; 2]]) -> Result<Self, NotASimplePolygon> {
        let is_closed = corners.len() > 1 && corners.first() == corners.last();
        let open = &corners[..corners.len() - usize::from(is_closed)];
        match open.len() {
            given @ 0..3 => return Err(NotASimplePolygon::TooFewCorners { given }),
            given if given > MAX_CORNERS => return Err(NotASimplePolygon::TooManyCorners { given }),
            _ => {}
        }
        let read = |(at, [longitude, latitude]): (usize, &[f64; 2])| {
            let refuse = |reason| NotASimplePolygon::OffTheEarth { number: at + 1, reason };
            Position::new(*longitude, *latitude).map_err(refuse)
        };
        let corners: Vec<Position> = open.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        check_edges(&corners)?;
        let (mut south, mut west) = (f64::INFINITY, f64::INFINITY);
        let (mut north, mut east) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for corner in &corners {
            (south, north) = (south.min(corner.latitude()), north.max(corner.latitude()));
            (west, east) = (west.min(corner.longitude()), east.max(corner.longitude()));
        }
        let mut polygon = Self { corners, bounds: BoundingBox { west, south, east, north }, bands: Vec::new() };
        polygon.bands = polygon.fill_bands();
        Ok(polygon)
    }

    /// The corners, none twice.
    pub fn corners(&self) -> &[Position] {
        &self.corners
    }

    /// The box around it.
    pub const fn bounds(&self) -> &BoundingBox {
        &self.bounds
    }

    /// Whether a point lies inside or on the edge.
    pub fn contains(&self, position: Position) -> bool {
        if !self.bounds.contains(position) {
            return false;
        }
        let point = position.point().0;
        let mut is_inside = false;
        for edge in &self.bands[self.band(point.y)] {
            let Line { start, end } = edge_at(&self.corners, usize::from(*edge));
            let (low, high) = if start.y <= end.y { (start, end) } else { (end, start) };
            let side = RobustKernel::orient2d(low, high, point);
            if side == Orientation::Collinear && (Line { start, end }).intersects(&point) {
                return true;
            }
            // An edge counts with its lower end, so that a corner between two edges counts once.
            is_inside ^= low.y <= point.y && point.y < high.y && side == Orientation::CounterClockwise;
        }
        is_inside
    }

    fn band(&self, latitude: f64) -> usize {
        let height = self.bounds.north - self.bounds.south;
        let part = (latitude - self.bounds.south) / height * BANDS as f64;
        (part.max(0.0) as usize).min(BANDS - 1)
    }

    fn fill_bands(&self) -> Vec<Vec<u16>> {
        let mut bands = vec![Vec::new(); BANDS];
        for (at, number) in (0_u16..).zip(0..self.corners.len()) {
            let Line { start, end } = edge_at(&self.corners, number);
            let (low, high) = (self.band(start.y.min(end.y)), self.band(start.y.max(end.y)));
            bands[low..=high].iter_mut().for_each(|band| band.push(at));
        }
        bands
    }
}

/// The edge behind a corner.
fn edge_at(corners: &[Position], at: usize) -> Line<f64> {
    Line { start: corners[at].point().0, end: corners[(at + 1) % corners.len()].point().0 }
}

/// Refuses edges that are too long, or touch another one beside the corner that both have.
fn check_edges(corners: &[Position]) -> Result<(), NotASimplePolygon> {
    let edges: Vec<Line<f64>> = (0..corners.len()).map(|at| edge_at(corners, at)).collect();
    if let Some(at) = edges.iter().position(|edge| (edge.end.x - edge.start.x).abs() > 180.0) {
        return Err(NotASimplePolygon::Antimeridian { number: at + 1 });
    }
    for (one, edge) in edges.iter().enumerate() {
        for (other, next) in edges.iter().enumerate().skip(one + 1) {
            let touches = if other == one + 1 {
                folds(edge.start, edge.end, next.end)
            } else if one == 0 && other == edges.len() - 1 {
                folds(next.start, next.end, edge.end)
            } else {
                edge.intersects(next)
            };
            if touches {
                return Err(NotASimplePolygon::Crossing { one: one + 1, other: other + 1 });
            }
        }
    }
    Ok(())
}

/// Whether the way over three corners turns back on itself, or stands still.
fn folds(from: Coord<f64>, over: Coord<f64>, to: Coord<f64>) -> bool {
    let (first, second) = (Line { start: from, end: over }, Line { start: over, end: to });
    from == over || over == to || first.intersects(&to) || second.contains(&from) || second.intersects(&from)
}

#[cfg(test)]
mod tests {
    use geo::{LineString, Polygon};
    use proptest::prelude::*;

    use super::*;

    fn polygon(corners: &[[f64; 2]]) -> SimplePolygon {
        SimplePolygon::new(corners).expect("a polygon")
    }

    const SQUARE: [[f64; 2]; 4] = [[7.0, 51.0], [8.0, 51.0], [8.0, 52.0], [7.0, 52.0]];

    #[test]
    fn what_lies_inside_or_on_the_edge_is_contained() {
        let is_in =
            |longitude, latitude| polygon(&SQUARE).contains(Position::new(longitude, latitude).expect("a position"));
        assert!(is_in(7.5, 51.5) && is_in(7.0, 51.5) && is_in(8.0, 52.0) && is_in(7.5, 51.0));
        assert!(!is_in(6.999_999, 51.5) && !is_in(7.5, 52.000_001) && !is_in(-7.5, 51.5));
    }

    #[test]
    fn a_ring_may_be_closed_or_not_and_turn_either_way() {
        let mut closed = SQUARE.to_vec();
        closed.push(SQUARE[0]);
        assert_eq!(polygon(&closed), polygon(&SQUARE));
        let mut turned = SQUARE.to_vec();
        turned.reverse();
        assert!(polygon(&turned).contains(Position::new(7.5, 51.5).expect("a position")));
    }

    #[test]
    fn what_is_no_simple_polygon_is_refused_with_its_place() {
        let bow_tie = [[7.0, 51.0], [8.0, 52.0], [8.0, 51.0], [7.0, 52.0]];
        let spike = [[7.0, 51.0], [8.0, 51.0], [7.5, 51.0], [7.5, 52.0]];
        let touching = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [2.0, 0.0], [0.0, 4.0]];
        for (corners, refused) in [
            (&bow_tie[..], NotASimplePolygon::Crossing { one: 1, other: 3 }),
            (&spike[..], NotASimplePolygon::Crossing { one: 1, other: 2 }),
            (&touching[..], NotASimplePolygon::Crossing { one: 1, other: 3 }),
            (&SQUARE[..2], NotASimplePolygon::TooFewCorners { given: 2 }),
            (&[[7.0, 51.0], [7.0, 51.0], [8.0, 52.0]][..], NotASimplePolygon::Crossing { one: 1, other: 2 }),
            (&[[170.0, 0.0], [-170.0, 0.0], [-170.0, 9.0]][..], NotASimplePolygon::Antimeridian { number: 1 }),
            (
                &[[7.0, 51.0], [8.0, 91.0], [8.0, 52.0]][..],
                NotASimplePolygon::OffTheEarth { number: 2, reason: NotAPosition::Latitude(91.0) },
            ),
        ] {
            assert_eq!(SimplePolygon::new(corners), Err(refused));
        }
        let many: Vec<[f64; 2]> =
            (0..=MAX_CORNERS).map(|at| [at as f64 / 10.0, (at as f64 / 10.0).powi(2) / 10.0]).collect();
        assert_eq!(SimplePolygon::new(&many), Err(NotASimplePolygon::TooManyCorners { given: MAX_CORNERS + 1 }));
    }

    proptest! {
        #[test]
        fn a_point_is_inside_where_another_algorithm_says_so(
            radii in prop::collection::vec(0.1_f64..2.0, 3..60),
            points in prop::collection::vec((-2.0_f64..2.0, -2.0_f64..2.0), 1..60),
        ) {
            // A star around a point never crosses itself.
            let turn = std::f64::consts::TAU / radii.len() as f64;
            let corner = |(at, radius): (usize, &f64)| {
                let angle = at as f64 * turn;
                [7.2 + radius * angle.cos(), 51.5 + radius * angle.sin()]
            };
            let corners: Vec<[f64; 2]> = radii.iter().enumerate().map(corner).collect();
            let simple = polygon(&corners);
            let ring: Vec<Coord<f64>> = simple.corners().iter().map(|it| it.point().0).collect();
            let other = Polygon::new(LineString(ring), Vec::new());
            let points = points.into_iter().map(|(x, y)| Position::new(7.2 + x, 51.5 + y).expect("a position"));
            for point in points.chain(simple.corners().to_vec()) {
                prop_assert_eq!(simple.contains(point), other.intersects(&point.point()), "{:?}", point);
            }
        }
    }
}
