//! Places: who is where, by cells of a hundredth of a degree (1.1 km north to south).
//!
//! A cell belongs to a persistent map, so an edit copies a path of the map and one cell. The
//! question for a box is a range of cells per row; boxes over the antimeridian are two.

use std::sync::Arc;

use domain::{BoundingBox, Position, SimplePolygon};
use imbl::OrdMap;
use roaring::RoaringBitmap;

use super::column::DenseColumn;
use crate::question::Near;

const CELLS_PER_DEGREE: f64 = 100.0;
const COLUMNS: u32 = 36_001;

/// The least radius of curvature of the WGS84 ellipsoid in metres (along the meridian, at the
/// equator: b²/a), rounded down; and the greatest (at the poles: a²/b), rounded up. A geodesic is
/// between these times the angle between its ends on a sphere of their geodetic coordinates,
/// because ds² = M²dφ² + N²cos²φ dλ² with M and N between the two.
const LEAST_RADIUS: f64 = 6_335_439.0;
const GREATEST_RADIUS: f64 = 6_399_594.0;

/// Who is where.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    cells: OrdMap<u32, Arc<Vec<u32>>>,
    positions: DenseColumn<[f64; 2]>,
}

impl Default for Places {
    fn default() -> Self {
        Self { cells: OrdMap::new(), positions: DenseColumn::new(NOWHERE) }
    }
}

/// No position has these coordinates.
const NOWHERE: [f64; 2] = [1000.0, 1000.0];

fn row(latitude: f64) -> u32 {
    ((latitude + 90.0) * CELLS_PER_DEGREE).floor().clamp(0.0, 18_000.0) as u32
}

fn column(longitude: f64) -> u32 {
    ((longitude + 180.0) * CELLS_PER_DEGREE).floor().clamp(0.0, f64::from(COLUMNS - 1)) as u32
}

fn cell(position: Position) -> u32 {
    row(position.latitude()) * COLUMNS + column(position.longitude())
}

impl Places {
    /// Where a number is.
    pub(crate) fn position(&self, no: u32) -> Option<Position> {
        let [longitude, latitude] = self.positions.get(no);
        Position::new(longitude, latitude).ok()
    }

    /// Puts a number somewhere else, or nowhere.
    pub(crate) fn set(&mut self, no: u32, to: Option<Position>) {
        let from = self.position(no);
        if from == to {
            return;
        }
        if let Some(from) = from {
            let cell = cell(from);
            if let Some(numbers) = self.cells.get_mut(&cell) {
                Arc::make_mut(numbers).retain(|other| *other != no);
                if numbers.is_empty() {
                    self.cells.remove(&cell);
                }
            }
        }
        if let Some(to) = to {
            Arc::make_mut(self.cells.entry(cell(to)).or_default()).push(no);
        }
        self.positions.set(no, to.map_or(NOWHERE, |to| [to.longitude(), to.latitude()]));
    }

    /// Who is in the cells that a box touches: everybody in the box, and some beside it.
    fn around(&self, area: &BoundingBox) -> Vec<u32> {
        let (south, north) = (row(area.south), row(area.north));
        // -180 and 180 are the same meridian, so a box that touches one touches the other.
        let mut spans: Vec<(u32, u32)> = Vec::new();
        if area.west <= area.east {
            spans.push((column(area.west), column(area.east)));
        } else {
            spans.extend([(column(area.west), COLUMNS - 1), (0, column(area.east))]);
        }
        if area.west <= -180.0 {
            spans.push((COLUMNS - 1, COLUMNS - 1));
        }
        if area.east >= 180.0 {
            spans.push((0, 0));
        }
        let rows = (north - south + 1) as usize;
        let mut found = Vec::new();
        if rows * spans.len() * 8 > self.cells.len() {
            let touched = |cell: u32| {
                let (row, column) = (cell / COLUMNS, cell % COLUMNS);
                (south..=north).contains(&row) && spans.iter().any(|(west, east)| (*west..=*east).contains(&column))
            };
            for (_, numbers) in self.cells.iter().filter(|(cell, _)| touched(**cell)) {
                found.extend_from_slice(numbers);
            }
        } else {
            for row in south..=north {
                for (west, east) in &spans {
                    for (_, numbers) in self.cells.range(row * COLUMNS + west..=row * COLUMNS + east) {
                        found.extend_from_slice(numbers);
                    }
                }
            }
        }
        found
    }

    /// Everybody in a box.
    pub(crate) fn within(&self, area: &BoundingBox) -> RoaringBitmap {
        gather(self.around(area), |no| self.is_within(no, area))
    }

    /// Everybody in a circle.
    pub(crate) fn near(&self, circle: &Circle) -> RoaringBitmap {
        gather(self.around(&circle.bounds()), |no| self.is_near(no, circle))
    }

    /// Everybody in a polygon.
    pub(crate) fn within_polygon(&self, area: &SimplePolygon) -> RoaringBitmap {
        gather(self.around(area.bounds()), |no| self.is_within_polygon(no, area))
    }

    pub(crate) fn is_within_polygon(&self, no: u32, area: &SimplePolygon) -> bool {
        self.position(no).is_some_and(|position| area.contains(position))
    }

    pub(crate) fn is_within(&self, no: u32, area: &BoundingBox) -> bool {
        self.position(no).is_some_and(|position| area.contains(position))
    }

    pub(crate) fn is_near(&self, no: u32, circle: &Circle) -> bool {
        self.position(no).is_some_and(|position| circle.contains(position))
    }
}

fn gather(mut found: Vec<u32>, keep: impl Fn(u32) -> bool) -> RoaringBitmap {
    found.retain(|no| keep(*no));
    found.sort_unstable();
    found.dedup();
    found.into_iter().collect()
}

/// Everything within a distance of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Circle {
    pub(crate) centre: Position,
    pub(crate) radius_metres: f64,
}

impl Circle {
    pub(crate) fn new(near: &Near, centre: Position) -> Self {
        Self { centre, radius_metres: near.radius_metres }
    }

    /// Whether a point lies in the circle, its edge included. The geodesic itself is worked out
    /// only where the bounds leave it open.
    pub(crate) fn contains(&self, position: Position) -> bool {
        let (least, greatest) = distance_bounds(self.centre, position);
        greatest <= self.radius_metres
            || (least <= self.radius_metres && self.centre.distance_metres(position) <= self.radius_metres)
    }

    /// A box around the circle. The width of a spherical cap at its widest: sin Δλ = sin δ / cos φ.
    fn bounds(&self) -> BoundingBox {
        // A thousandth more than needed keeps rounding from cutting the edge.
        let angle = self.radius_metres / LEAST_RADIUS * 1.001 + 1e-9;
        let latitude = self.centre.latitude();
        let (south, north) = (latitude - angle.to_degrees(), latitude + angle.to_degrees());
        if south <= -90.0 || north >= 90.0 {
            return BoundingBox { west: -180.0, south: south.max(-90.0), east: 180.0, north: north.min(90.0) };
        }
        let width = (angle.sin() / latitude.to_radians().cos()).clamp(-1.0, 1.0).asin().to_degrees() * 1.001;
        let (west, east) = (self.centre.longitude() - width, self.centre.longitude() + width);
        let turned = |longitude: f64| (longitude + 540.0).rem_euclid(360.0) - 180.0;
        BoundingBox { west: turned(west), south, east: turned(east), north }
    }
}

/// The least and the greatest length in metres that the geodesic between two points can have.
pub(crate) fn distance_bounds(a: Position, b: Position) -> (f64, f64) {
    let (latitude_a, latitude_b) = (a.latitude().to_radians(), b.latitude().to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let haversine = half(latitude_b - latitude_a)
        + latitude_a.cos() * latitude_b.cos() * half((b.longitude() - a.longitude()).to_radians());
    let angle = 2.0 * haversine.clamp(0.0, 1.0).sqrt().asin();
    // The margins cover rounding, of the haversine near the antipode most of all.
    (angle * LEAST_RADIUS * (1.0 - 1e-6) - 0.01, angle * GREATEST_RADIUS * (1.0 + 1e-6) + 0.01)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn position() -> impl Strategy<Value = Position> {
        let longitude = prop_oneof![-180.0..=180.0, Just(180.0), Just(-180.0), 179.9..=180.0, 7.1..7.3];
        let latitude = prop_oneof![-90.0..=90.0, Just(90.0), Just(-90.0), 51.5..51.6, 89.0..90.0];
        (longitude, latitude).prop_map(|(longitude, latitude)| Position::new(longitude, latitude).expect("position"))
    }

    fn places_of(positions: &[Position]) -> Places {
        let mut places = Places::default();
        for (no, position) in (0..).zip(positions) {
            places.set(no, Some(*position));
        }
        places
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn the_bounds_hold_the_geodesic(a in position(), b in position()) {
            let (least, greatest) = distance_bounds(a, b);
            let exact = a.distance_metres(b);
            prop_assert!(least <= exact && exact <= greatest, "{least} {exact} {greatest}");
        }

        #[test]
        fn a_circle_holds_what_brute_force_finds(
            positions in proptest::collection::vec(position(), 1..60),
            centre in position(),
            radius in prop_oneof![1.0..1000.0, 1000.0..200_000.0, 200_000.0..20_100_000.0],
        ) {
            let places = places_of(&positions);
            let circle = Circle { centre, radius_metres: radius };
            let expected: RoaringBitmap = (0_u32..)
                .zip(&positions)
                .filter(|(_, position)| centre.distance_metres(**position) <= radius)
                .map(|(no, _)| no)
                .collect();
            prop_assert_eq!(places.near(&circle), expected);
        }

        #[test]
        fn a_box_holds_what_brute_force_finds(
            positions in proptest::collection::vec(position(), 1..60),
            corner in position(),
            other in position(),
        ) {
            let (south, north) = (corner.latitude().min(other.latitude()), corner.latitude().max(other.latitude()));
            let area = BoundingBox::new(corner.longitude(), south, other.longitude(), north).expect("box");
            let places = places_of(&positions);
            let expected: RoaringBitmap = (0_u32..)
                .zip(&positions)
                .filter(|(_, position)| area.contains(**position))
                .map(|(no, _)| no)
                .collect();
            prop_assert_eq!(places.within(&area), expected);
        }
    }

    #[test]
    fn whoever_moves_is_found_at_the_new_place_only() {
        let at = |longitude, latitude| Position::new(longitude, latitude).expect("position");
        let mut places = places_of(&[at(7.15, 51.53), at(7.16, 51.53)]);
        places.set(0, Some(at(-179.999, 0.0)));
        let pacific = BoundingBox::new(179.0, -1.0, -179.0, 1.0).expect("box");
        assert_eq!(places.within(&pacific).iter().collect::<Vec<_>>(), [0]);
        places.set(0, None);
        assert_eq!((places.within(&pacific).len(), places.position(0)), (0, None));
    }
}
