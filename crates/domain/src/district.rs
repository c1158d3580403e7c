//! Districts: city, borough (Stadtbezirk), quarter (Ortsteil), with their boundaries.

use geo::{CoordsIter, MultiPolygon};
use messages::Message;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DistrictId, LocalisedText, Position, Slug,
    labels::{label_in, primary_tag},
    record::{Entity, EntityKind},
    rules::{Problem, SUMMARY_LENGTH, Violations},
};

/// A city, borough or quarter; a query for one includes everything below.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct District {
    /// The readable name; unique among districts.
    pub slug: Slug,
    /// Slugs the district had before; they lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<Slug>,
    /// The district above, `None` for a city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<DistrictId>,
    /// City, borough or quarter.
    pub level: DistrictLevel,
    /// What people call it.
    pub name: LocalisedText,
    /// Other names people use for it, in any language; the search knows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::text::deserialize_lines")]
    pub alternative_names: Vec<String>,
    /// Place among its siblings, from 0.
    #[serde(default)]
    pub position: u32,
    /// A point to show the district at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<Position>,
    /// The boundary, WGS84 degrees, closed rings, holes allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<MultiPolygon<f64>>,
    /// Where the boundary comes from, as shown to readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary_source: Option<String>,
    /// The district that stands in its place since it was retired; a retired one is no longer public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<DistrictId>,
}

impl Entity for District {
    type Id = DistrictId;
    const KIND: EntityKind = EntityKind::District;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        violations.title("name", &self.name);
        violations.lines("alternativeNames", &self.alternative_names);
        violations.optional_line("boundarySource", self.boundary_source.as_deref(), SUMMARY_LENGTH);
        let off_the_earth = self
            .boundary
            .as_ref()
            .is_some_and(|boundary| boundary.coords_iter().any(|at| Position::new(at.x, at.y).is_err()));
        if off_the_earth {
            violations.add("boundary", Problem::Format(Message::new("problem-boundary-off-the-earth")));
        }
        violations
    }
}

/// The level of a district.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DistrictLevel {
    /// A whole city.
    City,
    /// A borough (Stadtbezirk).
    Borough,
    /// A quarter (Ortsteil).
    Quarter,
}

impl DistrictLevel {
    /// All levels, the highest first.
    pub const ALL: &'static [Self] = &[Self::City, Self::Borough, Self::Quarter];

    /// What it is called in the reader's language; in German where there is no such label.
    pub fn label(self, reader: &str) -> &'static str {
        let (key, german, english) = match self {
            Self::City => ("district-level-city", "Stadt", "city"),
            Self::Borough => ("district-level-borough", "Stadtbezirk", "borough"),
            Self::Quarter => ("district-level-quarter", "Ortsteil", "quarter"),
        };
        match primary_tag(reader) {
            "en" => english,
            primary => label_in(key, primary).unwrap_or(german),
        }
    }

    /// The word in files.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Borough => "borough",
            Self::Quarter => "quarter",
        }
    }
}
