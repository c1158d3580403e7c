//! Whether coordinates can be meant: not the point that machines write for nothing, and not far from every district of
//! the directory.

use directory::Snapshot;
use domain::{Position, rules};
use geo::{BoundingRect, Coord, Rect};

use super::understanding::Sentence;

/// Coordinates within so many degrees around the districts are taken without a word: some fifty kilometres.
const NEAR_DEGREES: f64 = 0.5;
/// From so many degrees on it is told that a place lies far away: some two hundred kilometres.
const FAR_DEGREES: f64 = 2.0;

/// Where the districts of a directory lie.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DistrictArea(Option<Rect<f64>>);

/// What is odd about coordinates.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum OddCoordinates {
    /// They cannot be meant.
    Wrong(rules::Problem),
    /// They may be meant.
    Far(Sentence),
}

impl DistrictArea {
    /// The area of all districts that have a boundary or a centre.
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let mut area: Option<Rect<f64>> = None;
        let mut add = |rect: Rect<f64>| {
            area = Some(area.map_or(rect, |area| {
                let (low, high) = (area.min(), area.max());
                Rect::new(
                    Coord { x: low.x.min(rect.min().x), y: low.y.min(rect.min().y) },
                    Coord { x: high.x.max(rect.max().x), y: high.y.max(rect.max().y) },
                )
            }));
        };
        for no in snapshot.districts() {
            let district = snapshot.district(no).data();
            district.boundary.as_ref().and_then(BoundingRect::bounding_rect).into_iter().for_each(&mut add);
            let centre = district.centre.map(|at| Coord { x: at.longitude(), y: at.latitude() });
            centre.into_iter().for_each(|at| add(Rect::new(at, at)));
        }
        Self(area)
    }

    /// How many degrees a point lies outside; `None` where nothing is known.
    fn distance(&self, longitude: f64, latitude: f64) -> Option<f64> {
        let (low, high) = (self.0?.min(), self.0?.max());
        let outside = |value: f64, from: f64, to: f64| (from - value).max(value - to).max(0.0);
        Some(outside(longitude, low.x, high.x).max(outside(latitude, low.y, high.y)))
    }

    /// What is odd about a pair; off the earth it is told elsewhere.
    pub(super) fn check(&self, longitude: f64, latitude: f64) -> Option<OddCoordinates> {
        if longitude == 0.0 && latitude == 0.0 {
            return Some(OddCoordinates::Wrong(rules::Problem::Malformed {
                german: "0/0 liegt im Atlantik: die Zellen leer lassen, wenn der Ort nicht bekannt ist".to_owned(),
                english: "0/0 lies in the Atlantic: leave the cells empty where the place is not known".to_owned(),
            }));
        }
        let distance = self.distance(longitude, latitude).filter(|distance| *distance > NEAR_DEGREES)?;
        let is_swapped = Position::new(latitude, longitude).is_ok()
            && self.distance(latitude, longitude).is_some_and(|swapped| swapped <= NEAR_DEGREES);
        if is_swapped {
            return Some(OddCoordinates::Wrong(rules::Problem::Malformed {
                german: format!(
                    "liegt weit außerhalb aller Ortsteile; Längen- und Breitengrad sind wohl vertauscht: gemeint ist wohl die Länge {latitude} und die Breite {longitude}"
                ),
                english: format!(
                    "lies far outside all districts; longitude and latitude seem to be swapped: probably meant are longitude {latitude} and latitude {longitude}"
                ),
            }));
        }
        (distance > FAR_DEGREES).then(|| {
            OddCoordinates::Far(Sentence::new(
                "liegt weit außerhalb aller Ortsteile: bitte prüfen",
                "lies far outside all districts: please check",
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area() -> DistrictArea {
        DistrictArea(Some(Rect::new(Coord { x: 7.1, y: 51.5 }, Coord { x: 7.3, y: 51.6 })))
    }

    #[test]
    fn what_cannot_be_meant_is_wrong_and_what_is_far_away_is_told() {
        let odd = |longitude, latitude| area().check(longitude, latitude);
        assert_eq!(odd(7.2257, 51.5386), None);
        assert_eq!(odd(6.77, 51.22), None, "a neighbouring town");
        assert!(matches!(odd(0.0, 0.0), Some(OddCoordinates::Wrong(_))));
        let Some(OddCoordinates::Wrong(swapped)) = odd(51.5386, 7.2257) else { panic!("swapped") };
        assert!(swapped.message("en").contains("longitude 7.2257 and latitude 51.5386"), "{swapped:?}");
        assert!(matches!(odd(13.4, 52.5), Some(OddCoordinates::Far(_))), "Berlin may be meant");
        assert!(matches!(odd(7.2257, -51.5386), Some(OddCoordinates::Far(_))));
    }

    #[test]
    fn without_districts_only_the_point_for_nothing_is_wrong() {
        let area = DistrictArea::default();
        assert_eq!(area.check(51.5386, 7.2257), None);
        assert!(matches!(area.check(0.0, 0.0), Some(OddCoordinates::Wrong(_))));
    }
}
