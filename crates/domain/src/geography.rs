//! Positions, boxes and distances on the earth, and which district a point lies in.

use geo::{BoundingRect, Distance, Geodesic, Intersects, MultiPolygon, Point};
use messages::Message;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    DistrictId, Record,
    district::{District, DistrictLevel},
};

/// A point on the earth, WGS84 degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "RawPosition")]
pub struct Position {
    /// Degrees east of Greenwich, -180 to 180.
    longitude: f64,
    /// Degrees north of the equator, -90 to 90.
    latitude: f64,
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Position")]
struct RawPosition {
    /// Degrees east of Greenwich.
    #[schemars(range(min = -180.0, max = 180.0))]
    longitude: f64,
    /// Degrees north of the equator.
    #[schemars(range(min = -90.0, max = 90.0))]
    latitude: f64,
}

impl TryFrom<RawPosition> for Position {
    type Error = NotAPosition;

    fn try_from(raw: RawPosition) -> Result<Self, NotAPosition> {
        Self::new(raw.longitude, raw.latitude)
    }
}

/// The numbers are no place on the earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NotAPosition {
    /// Longitude out of range.
    Longitude(f64),
    /// Latitude out of range.
    Latitude(f64),
}

impl NotAPosition {
    /// Which number it is and what is allowed.
    pub fn message(&self) -> Message {
        match self {
            Self::Longitude(given) => Message::new("value-longitude").with("given", given.to_string()),
            Self::Latitude(given) => Message::new("value-latitude").with("given", given.to_string()),
        }
    }
}

messages::error_by_message!(NotAPosition);

impl Position {
    /// A position from degrees, to nine decimals as [`degrees`] leaves them: what is stored is what
    /// files say.
    ///
    /// # Errors
    /// [`NotAPosition`] when a number is out of range or not finite.
    pub fn new(longitude: f64, latitude: f64) -> Result<Self, NotAPosition> {
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(NotAPosition::Longitude(longitude));
        }
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(NotAPosition::Latitude(latitude));
        }
        Ok(Self { longitude: degrees(longitude), latitude: degrees(latitude) })
    }

    /// Degrees east of Greenwich.
    pub const fn longitude(self) -> f64 {
        self.longitude
    }

    /// Degrees north of the equator.
    pub const fn latitude(self) -> f64 {
        self.latitude
    }

    /// The shortest way over the WGS84 ellipsoid in metres (Karney 2013, "Algorithms for geodesics").
    pub fn distance_metres(self, other: Self) -> f64 {
        Geodesic.distance(self.point(), other.point())
    }

    /// The same as a geometry.
    pub fn point(self) -> Point<f64> {
        Point::new(self.longitude, self.latitude)
    }
}

/// Degrees to nine decimals, a tenth of a millimetre on the ground: every number that is written
/// has at most twelve digits and so reads back as exactly the same number.
pub fn degrees(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A box between two meridians and two parallels; `west` greater than `east` crosses the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BoundingBox {
    /// Western edge, degrees.
    pub west: f64,
    /// Southern edge, degrees.
    pub south: f64,
    /// Eastern edge, degrees.
    pub east: f64,
    /// Northern edge, degrees.
    pub north: f64,
}

/// The numbers are no box on the earth.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum NotABox {
    /// A corner is no position.
    #[error(transparent)]
    Corner(#[from] NotAPosition),
    /// Upside down.
    #[error("south {south} lies north of north {north}")]
    UpsideDown {
        /// As given.
        south: f64,
        /// As given.
        north: f64,
    },
}

impl BoundingBox {
    /// A box from its edges in degrees.
    ///
    /// # Errors
    /// [`NotABox`] when an edge is out of range or the box is upside down.
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Result<Self, NotABox> {
        Position::new(west, south)?;
        Position::new(east, north)?;
        if south > north {
            return Err(NotABox::UpsideDown { south, north });
        }
        Ok(Self { west, south, east, north })
    }

    /// Whether the point lies in the box, edges included. -180 and 180 are the same meridian.
    pub fn contains(&self, position: Position) -> bool {
        let (longitude, latitude) = (position.longitude, position.latitude);
        let between = |longitude: f64| {
            if self.west <= self.east {
                self.west <= longitude && longitude <= self.east
            } else {
                self.west <= longitude || longitude <= self.east
            }
        };
        let east_west = between(longitude) || (longitude.abs() >= 180.0 && between(-longitude));
        east_west && self.south <= latitude && latitude <= self.north
    }
}

/// Which district a point lies in.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<GazetteerEntry>,
}

#[derive(Clone, Debug)]
struct GazetteerEntry {
    id: DistrictId,
    level: DistrictLevel,
    centre: Option<Position>,
    bounds: geo::Rect<f64>,
    boundary: MultiPolygon<f64>,
}

impl Gazetteer {
    /// A gazetteer of every district that has a boundary.
    pub fn new<'a>(districts: impl IntoIterator<Item = &'a Record<District>>) -> Self {
        let mut entries: Vec<_> = districts
            .into_iter()
            .filter_map(|district| {
                let boundary = district.data.boundary.clone()?;
                Some(GazetteerEntry {
                    id: district.id,
                    level: district.data.level,
                    centre: district.data.centre,
                    bounds: boundary.bounding_rect()?,
                    boundary,
                })
            })
            .collect();
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.level), entry.id));
        Self { entries }
    }

    /// The deepest district the point lies in, holes respected. A point on a shared border belongs
    /// to the neighbour with the smaller id, so that it always has exactly one.
    pub fn district_at(&self, position: Position) -> Option<DistrictId> {
        self.entry_at(position).map(|entry| entry.id)
    }

    /// The deepest district the point lies in, with its centre.
    pub fn centre_at(&self, position: Position) -> Option<(DistrictId, Option<Position>)> {
        self.entry_at(position).map(|entry| (entry.id, entry.centre))
    }

    fn entry_at(&self, position: Position) -> Option<&GazetteerEntry> {
        let point = position.point();
        self.entries.iter().find(|entry| entry.bounds.intersects(&point) && entry.boundary.intersects(&point))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(longitude: f64, latitude: f64) -> Position {
        Position::new(longitude, latitude).expect("position")
    }

    #[test]
    fn a_place_off_the_earth_is_refused() {
        assert_eq!(Position::new(700.0, 0.0), Err(NotAPosition::Longitude(700.0)));
        assert!(Position::new(0.0, f64::NAN).is_err());
        assert!(serde_json::from_str::<Position>(r#"{"longitude":7.2,"latitude":91}"#).is_err());
    }

    #[test]
    fn rounded_degrees_read_back_as_the_same_number() {
        for value in [7.155_300_123_456_789, -179.999_999_999_99, 51.503_000_000_1, -1e-12, 0.1 + 0.2] {
            let once = degrees(value);
            let text = serde_json::to_string(&once).expect("number");
            assert_eq!(serde_json::from_str::<f64>(&text).expect("number").to_bits(), once.to_bits(), "{text}");
            assert_eq!(degrees(once).to_bits(), once.to_bits());
        }
    }

    #[test]
    fn a_box_may_cross_the_antimeridian() {
        let pacific = BoundingBox::new(170.0, -10.0, -170.0, 10.0).expect("box");
        assert!(pacific.contains(position(175.0, 0.0)) && pacific.contains(position(-175.0, 0.0)));
        assert!(pacific.contains(position(180.0, 0.0)) && pacific.contains(position(-180.0, 0.0)));
        assert!(!pacific.contains(position(0.0, 0.0)));
        let edge = BoundingBox::new(170.0, -10.0, 180.0, 10.0).expect("box");
        assert!(edge.contains(position(-180.0, 0.0)));
        assert!(BoundingBox::new(0.0, 10.0, 1.0, -10.0).is_err());
    }

    #[test]
    fn distance_is_geodesic_in_metres() {
        let (wanne, eickel) = (position(7.1553, 51.5375), position(7.1720, 51.5165));
        let metres = wanne.distance_metres(eickel);
        assert!((2_500.0..2_700.0).contains(&metres), "{metres}");
    }
}
