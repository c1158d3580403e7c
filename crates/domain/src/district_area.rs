//! Whether coordinates can be meant: not the point that machines write for nothing, not with longitude and latitude
//! exchanged, and not far from every district of the directory.

use geo::{BoundingRect, Coord, Rect};
use messages::Message;

use crate::{District, Position, rules::Problem};

/// Coordinates within so many degrees around the districts are taken without a word: some fifty kilometres.
const NEAR_DEGREES: f64 = 0.5;
/// From so many degrees on it is told that a place lies far away: some two hundred kilometres.
const FAR_DEGREES: f64 = 2.0;

/// Where the districts of a directory lie.
#[derive(Clone, Copy, Debug, Default)]
pub struct DistrictArea(Option<Rect<f64>>);

/// What is odd about coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum OddCoordinates {
    /// Both are zero.
    Zero,
    /// Longitude and latitude stand in each other's place.
    Exchanged {
        /// The longitude that is probably meant, degrees.
        longitude: f64,
        /// The latitude that is probably meant, degrees.
        latitude: f64,
    },
    /// They lie far from every district, and may be meant.
    FarAway,
}

impl OddCoordinates {
    /// What is wrong, with its repair.
    pub fn problem(self) -> Problem {
        Problem::Format(match self {
            Self::Zero => Message::new("problem-zero-coordinates"),
            Self::Exchanged { longitude, latitude } => Message::new("problem-exchanged-coordinates")
                .with("longitude", longitude.to_string())
                .with("latitude", latitude.to_string()),
            Self::FarAway => return Problem::FarAway,
        })
    }
}

impl DistrictArea {
    /// The area of all districts that have a boundary or a centre.
    pub fn of<'a>(districts: impl Iterator<Item = &'a District>) -> Self {
        districts.fold(Self::default(), Self::with)
    }

    /// The area with one more district.
    #[must_use]
    pub fn with(self, district: &District) -> Self {
        let boundary = district.boundary.as_ref().and_then(BoundingRect::bounding_rect);
        let centre = district.centre.map(|at| Coord { x: at.longitude(), y: at.latitude() });
        let rects = boundary.into_iter().chain(centre.map(|at| Rect::new(at, at)));
        Self(self.0.into_iter().chain(rects).reduce(|area, rect| {
            let (low, high) = (area.min(), area.max());
            Rect::new(
                Coord { x: low.x.min(rect.min().x), y: low.y.min(rect.min().y) },
                Coord { x: high.x.max(rect.max().x), y: high.y.max(rect.max().y) },
            )
        }))
    }

    /// How many degrees a point lies outside; `None` where nothing is known.
    fn distance(&self, longitude: f64, latitude: f64) -> Option<f64> {
        let (low, high) = (self.0?.min(), self.0?.max());
        let outside = |value: f64, from: f64, to: f64| (from - value).max(value - to).max(0.0);
        Some(outside(longitude, low.x, high.x).max(outside(latitude, low.y, high.y)))
    }

    /// What is odd about a pair, in degrees; off the earth it is told elsewhere.
    pub fn check(&self, longitude: f64, latitude: f64) -> Option<OddCoordinates> {
        if longitude == 0.0 && latitude == 0.0 {
            return Some(OddCoordinates::Zero);
        }
        let distance = self.distance(longitude, latitude).filter(|distance| *distance > NEAR_DEGREES)?;
        let is_exchanged = Position::new(latitude, longitude).is_ok()
            && self.distance(latitude, longitude).is_some_and(|exchanged| exchanged <= NEAR_DEGREES);
        if is_exchanged {
            return Some(OddCoordinates::Exchanged { longitude: latitude, latitude: longitude });
        }
        (distance > FAR_DEGREES).then_some(OddCoordinates::FarAway)
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
        assert_eq!(odd(0.0, 0.0), Some(OddCoordinates::Zero));
        let exchanged = odd(51.5386, 7.2257).expect("exchanged").problem();
        assert!(exchanged.message().text("en").contains("longitude 7.2257 and latitude 51.5386"), "{exchanged:?}");
        assert_eq!(odd(13.4, 52.5), Some(OddCoordinates::FarAway), "Berlin may be meant");
        assert_eq!(odd(7.2257, -51.5386), Some(OddCoordinates::FarAway));
    }

    #[test]
    fn without_districts_only_the_point_for_nothing_is_wrong() {
        let area = DistrictArea::default();
        assert_eq!(area.check(51.5386, 7.2257), None);
        assert!(area.check(0.0, 0.0) == Some(OddCoordinates::Zero));
    }
}
