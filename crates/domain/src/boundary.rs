//! Boundaries: a GeoJSON geometry (RFC 7946), Polygon or MultiPolygon, checked while it is read;
//! [`Surroundings`] whether it lies where the directory is.

mod coordinates;
mod crossing;
mod surroundings;

use geo::{
    Coord, LineString, MapCoords, MultiPolygon, Polygon,
    coordinate_position::{CoordPos, CoordinatePosition},
};
use messages::Message;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeStruct};

use coordinates::{Coordinates, Nested};
pub use coordinates::{MAX_POSITIONS, MAX_RINGS};
pub use surroundings::Surroundings;

use crate::{Position, geography::degrees};

/// A boundary of a district: at least one polygon, closed rings, positions on the earth.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundary(MultiPolygon<f64>);

/// The geometry is no boundary.
#[derive(Clone, Debug, PartialEq)]
pub enum NotABoundary {
    /// Neither of the two geometries with an inside.
    Type(String),
    /// No polygon in it.
    Empty,
    /// A ring with too few positions.
    TooShort {
        /// Where the ring stands, such as `[0][1]`.
        ring: String,
        /// How many it has.
        positions: usize,
    },
    /// A ring that does not end where it starts.
    Open {
        /// Where the ring stands, such as `[0][1]`.
        ring: String,
    },
    /// A ring that crosses itself or another one of its polygon.
    Crossing {
        /// Where the ring stands, such as `[0][1]`.
        ring: String,
        /// Where the ring stands that it crosses; none where that is itself.
        other: Option<String>,
        /// Where they meet, degrees.
        longitude: f64,
        /// Where they meet, degrees.
        latitude: f64,
    },
    /// A hole beside its polygon.
    HoleOutside {
        /// Where the ring stands, such as `[0][1]`.
        ring: String,
    },
    /// So many positions and rings that it would fill the memory.
    TooLarge,
    /// Edges that cannot be compared with each other in a reasonable time.
    TooIntricate {
        /// Where the polygon stands, such as `[0]`.
        at: String,
    },
    /// What is no list of positions.
    NotAList {
        /// Where it stands.
        at: String,
    },
    /// A position with less than two numbers.
    Incomplete {
        /// Where the position stands.
        at: String,
    },
    /// A position that is no place on the earth.
    OffTheEarth {
        /// Where the position stands.
        at: String,
        /// Which number and what is allowed.
        reason: crate::geography::NotAPosition,
    },
    /// Lists in lists in lists.
    TooDeep,
}

impl NotABoundary {
    /// Where it is, what is wrong and what is allowed.
    pub fn message(&self) -> Message {
        match self {
            Self::Type(given) => Message::new("boundary-type").quote("given", given),
            Self::Empty => Message::new("boundary-empty"),
            Self::TooShort { ring, positions } => {
                Message::new("boundary-too-short").with("ring", ring.as_str()).with("positions", *positions)
            }
            Self::Open { ring } => Message::new("boundary-open").with("ring", ring.as_str()),
            Self::Crossing { ring, other, longitude, latitude } => Message::new("boundary-crossing")
                .with("ring", ring.as_str())
                .with(
                    "other",
                    match other {
                        Some(other) => Message::new("boundary-crossing-ring").with("ring", other.as_str()),
                        None => Message::new("boundary-crossing-itself"),
                    },
                )
                .with("longitude", longitude.to_string())
                .with("latitude", latitude.to_string()),
            Self::HoleOutside { ring } => Message::new("boundary-hole-outside").with("ring", ring.as_str()),
            Self::TooLarge => {
                Message::new("boundary-too-large").with("positions", MAX_POSITIONS).with("rings", MAX_RINGS)
            }
            Self::TooIntricate { at } => Message::new("boundary-too-intricate").with("at", at.as_str()),
            Self::NotAList { at } => Message::new("boundary-not-a-list").with("at", at.as_str()),
            Self::Incomplete { at } => Message::new("boundary-incomplete").with("at", at.as_str()),
            Self::OffTheEarth { at, reason } => {
                Message::new("boundary-off-the-earth").with("at", at.as_str()).with("reason", reason.message())
            }
            Self::TooDeep => Message::new("boundary-too-deep"),
        }
    }
}

messages::error_by_message!(NotABoundary);

impl Boundary {
    /// A boundary as its polygons.
    pub fn polygons(&self) -> &MultiPolygon<f64> {
        &self.0
    }

    /// The polygons themselves.
    pub fn into_polygons(self) -> MultiPolygon<f64> {
        self.0
    }

    /// Takes polygons that come from a stored district; `None` when there is none among them.
    pub fn from_polygons(polygons: MultiPolygon<f64>) -> Option<Self> {
        (!polygons.0.is_empty()).then_some(Self(polygons))
    }

    fn from_coordinates(polygons: Vec<(String, Vec<Nested>)>) -> Result<Self, NotABoundary> {
        if polygons.is_empty() {
            return Err(NotABoundary::Empty);
        }
        let read = |(at, rings): (String, Vec<Nested>)| {
            let mut rings = rings.into_iter().enumerate().map(|(number, ring)| {
                let at = format!("{at}[{number}]");
                line(&at, ring.into_list(&|| at.clone())?)
            });
            let outer = rings.next().ok_or(NotABoundary::Empty)??;
            let polygon = Polygon::new(outer, rings.collect::<Result<_, _>>()?);
            is_simple(&at, &polygon)?;
            Ok(polygon)
        };
        Ok(Self(MultiPolygon(polygons.into_iter().map(read).collect::<Result<_, _>>()?)))
    }
}

/// Refuses a polygon whose inside cannot be told from its outside.
fn is_simple(at: &str, polygon: &Polygon<f64>) -> Result<(), NotABoundary> {
    let too_intricate = |_| NotABoundary::TooIntricate { at: at.to_owned() };
    if let Some(found) = crossing::first(polygon).map_err(too_intricate)? {
        let other = (found.rings.0 != found.rings.1).then(|| format!("{at}[{}]", found.rings.0));
        // Seven decimals are a centimetre: enough to find the place, and readable.
        let short = |degrees: f64| (degrees * 1e7).round() / 1e7;
        let (longitude, latitude) = (short(found.at.x), short(found.at.y));
        return Err(NotABoundary::Crossing { ring: format!("{at}[{}]", found.rings.1), other, longitude, latitude });
    }
    let outer = Polygon::new(polygon.exterior().clone(), Vec::new());
    // Rings that do not cross lie on one side of each other, so any position that is not on the outer
    // ring tells which.
    let is_outside = |hole: &LineString<f64>| {
        let sides = hole.0.iter().map(|at| outer.coordinate_position(at));
        sides.into_iter().find(|side| *side != CoordPos::OnBoundary) == Some(CoordPos::Outside)
    };
    match polygon.interiors().iter().position(is_outside) {
        Some(hole) => Err(NotABoundary::HoleOutside { ring: format!("{at}[{}]", hole + 1) }),
        None => Ok(()),
    }
}

/// The same polygons as files say them: degrees to nine decimals.
pub fn round_degrees(polygons: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    polygons.map_coords(|at| Coord { x: degrees(at.x), y: degrees(at.y) })
}

fn line(at: &str, ring: Vec<Nested>) -> Result<LineString<f64>, NotABoundary> {
    let mut points = Vec::with_capacity(ring.len());
    for (number, position) in ring.into_iter().enumerate() {
        let place = || format!("{at}[{number}]");
        let position = position.into_list(&place)?;
        let [Nested::Number(longitude), Nested::Number(latitude), ..] = position.as_slice() else {
            return Err(NotABoundary::Incomplete { at: place() });
        };
        let position =
            Position::new(*longitude, *latitude).map_err(|reason| NotABoundary::OffTheEarth { at: place(), reason })?;
        points.push(Coord { x: position.longitude(), y: position.latitude() });
    }
    if points.len() < 4 {
        return Err(NotABoundary::TooShort { ring: at.to_owned(), positions: points.len() });
    }
    if points.first() != points.last() {
        return Err(NotABoundary::Open { ring: at.to_owned() });
    }
    Ok(LineString(points))
}

#[derive(Deserialize)]
#[serde(expecting = "a GeoJSON geometry of type Polygon or MultiPolygon")]
struct Geometry {
    #[serde(rename = "type")]
    geometry_type: String,
    coordinates: Option<Coordinates>,
}

impl<'de> Deserialize<'de> for Boundary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let geometry = Geometry::deserialize(deserializer)?;
        let Coordinates(parts) = geometry.coordinates.ok_or(NotABoundary::Empty).map_err(D::Error::custom)?;
        let polygons = match geometry.geometry_type.as_str() {
            "Polygon" => vec![(String::new(), parts)],
            "MultiPolygon" => {
                let polygon = |(number, rings): (usize, Nested)| {
                    let at = format!("[{number}]");
                    let rings = rings.into_list(&|| at.clone())?;
                    Ok((at, rings))
                };
                let polygons = parts.into_iter().enumerate().map(polygon).collect::<Result<_, _>>();
                polygons.map_err(|error: NotABoundary| D::Error::custom(error))?
            }
            _ => return Err(D::Error::custom(NotABoundary::Type(geometry.geometry_type.chars().take(40).collect()))),
        };
        Self::from_coordinates(polygons).map_err(D::Error::custom)
    }
}

fn coordinates(polygon: &Polygon<f64>) -> Vec<Vec<[f64; 2]>> {
    let ring = |ring: &LineString<f64>| ring.0.iter().map(|at| [degrees(at.x), degrees(at.y)]).collect();
    std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect()
}

impl Serialize for Boundary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut geometry = serializer.serialize_struct("Boundary", 2)?;
        if let [polygon] = self.0.0.as_slice() {
            geometry.serialize_field("type", "Polygon")?;
            geometry.serialize_field("coordinates", &coordinates(polygon))?;
        } else {
            geometry.serialize_field("type", "MultiPolygon")?;
            geometry.serialize_field("coordinates", &self.0.0.iter().map(coordinates).collect::<Vec<_>>())?;
        }
        geometry.end()
    }
}

impl JsonSchema for Boundary {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Boundary".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let position = serde_json::json!({
            "type": "array", "minItems": 2, "items": { "type": "number" },
            "prefixItems": [
                { "type": "number", "minimum": -180, "maximum": 180 },
                { "type": "number", "minimum": -90, "maximum": 90 },
            ],
        });
        let ring = serde_json::json!({ "type": "array", "minItems": 4, "items": position });
        let polygon = serde_json::json!({ "type": "array", "minItems": 1, "items": ring });
        let geometry = |name: &str, coordinates: serde_json::Value| {
            serde_json::json!({
                "type": "object",
                "required": ["type", "coordinates"],
                "properties": { "type": { "const": name }, "coordinates": coordinates },
            })
        };
        let polygons = serde_json::json!({ "type": "array", "minItems": 1, "items": polygon.clone() });
        schemars::json_schema!({
            "description": "GeoJSON geometry (RFC 7946): closed rings of WGS84 positions, longitude first.",
            "oneOf": [geometry("Polygon", polygon), geometry("MultiPolygon", polygons)],
        })
    }
}
