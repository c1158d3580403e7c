//! Boundaries of districts from a GeoJSON `FeatureCollection` (RFC 7946).
//!
//! Each feature names its district by `properties.slug`. A district that exists gets the boundary;
//! a new one needs a name and a level as well. Other properties are left alone, since such files
//! come from offices that put in what they like.

use std::{collections::HashSet, io::Read};

use domain::{DistrictLevel, LocalisedText, Slug, rules};
use messages::Message;
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;

use crate::{
    interchange::{Boundary, DistrictEntry, ReadError, entry_reader, read_failure, value_reader::ValueReader},
    problem::{Place, Problem, Problems},
    source::CheckedReader,
};

/// What a feature says about a district.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictPatch {
    /// Where the feature stands in the file.
    pub place: Place,
    /// Which district.
    pub slug: Slug,
    /// What people call it, if the file says so.
    pub name: Option<LocalisedText>,
    /// City, borough or quarter, if the file says so.
    pub level: Option<DistrictLevel>,
    /// The district above, if the file says so.
    pub parent: Option<Slug>,
    /// The boundary.
    pub boundary: Boundary,
    /// Where the boundary comes from, as shown to readers.
    pub source: Option<String>,
}

impl DistrictPatch {
    /// The district's entry with what the feature says put over what is there.
    ///
    /// The source is always the feature's: the old one spoke of the old boundary.
    ///
    /// # Errors
    /// A problem for each of `properties.name` and `properties.level` that a new district lacks.
    pub fn over(self, existing: Option<DistrictEntry>) -> Result<DistrictEntry, Vec<Problem>> {
        if let Some(existing) = existing {
            return Ok(DistrictEntry {
                name: self.name.unwrap_or(existing.name),
                level: self.level.unwrap_or(existing.level),
                parent: self.parent.or(existing.parent),
                boundary: Some(self.boundary),
                boundary_source: self.source,
                ..existing
            });
        }
        let (Some(name), Some(level)) = (&self.name, self.level) else {
            let lacking = [("properties.name", self.name.is_none()), ("properties.level", self.level.is_none())];
            let lacking = lacking.into_iter().filter(|(_, is_lacking)| *is_lacking);
            return Err(lacking.map(|(field, _)| self.place.problem(field, rules::Problem::Required)).collect());
        };
        Ok(DistrictEntry {
            id: None,
            created_at: None,
            slug: self.slug,
            former_slugs: Vec::new(),
            parent: self.parent,
            level,
            name: name.clone(),
            alternative_names: Vec::new(),
            centre: None,
            boundary: Some(self.boundary),
            boundary_source: self.source,
        })
    }
}

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boundaries {
    /// What the features say.
    pub patches: Vec<DistrictPatch>,
    /// Slugs of districts whose features are refused: they may still be referred to.
    pub refused: Vec<Slug>,
    /// Where each feature stands and what it is called, refused ones included.
    pub heads: Vec<(Place, String)>,
    /// Everything that is wrong with single features.
    pub problems: Problems,
}

#[derive(Deserialize)]
#[serde(expecting = "a GeoJSON Feature")]
struct DistrictFeature {
    #[serde(rename = "type")]
    _type: FeatureType,
    properties: Properties,
    geometry: Boundary,
}

#[derive(Deserialize)]
enum FeatureType {
    Feature,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with at least a slug")]
struct Properties {
    slug: Slug,
    #[serde(default, deserialize_with = "one_name_or_many")]
    name: Option<LocalisedText>,
    level: Option<DistrictLevel>,
    parent: Option<Slug>,
    source: Option<String>,
}

/// A name is a German text or one text per language.
fn one_name_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<LocalisedText>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(name) => Ok(Some(LocalisedText::german(name))),
        names => LocalisedText::deserialize(ValueReader(&names)).map(Some).map_err(D::Error::custom),
    }
}

/// Reads a `FeatureCollection`. Features that cannot be read are described in the problems.
///
/// # Errors
/// [`ReadError`] when the file as a whole is no `FeatureCollection`.
pub fn read<R: Read>(reader: R) -> Result<Boundaries, ReadError> {
    let source = CheckedReader::new(reader);
    let progress = source.progress();
    let mut file: Value = serde_json::from_reader(source).map_err(|error| read_failure(error, &progress))?;
    let given = file.get("type").unwrap_or(&Value::Null).to_string();
    let features = match file.get_mut("features").map(Value::take) {
        Some(Value::Array(features)) if given == "\"FeatureCollection\"" => features,
        _ => {
            let given: String = given.chars().take(60).collect();
            let reason = Message::new("file-no-collection").with("given", given);
            return Err(ReadError::WrongShape { line: 1, column: 1, reason });
        }
    };
    // One sentence says more than one for each of them.
    if let Some(kind) = kind_of_points(&features) {
        let reason = Message::new("file-points").with("kind", kind);
        return Err(ReadError::WrongShape { line: 1, column: 1, reason });
    }
    let mut problems = Problems::to_show();
    if let Some(reference) = file.get("crs").filter(|reference| !is_wgs84(reference)) {
        let given: String = reference.to_string().chars().take(80).collect();
        let wrong = rules::Problem::Format(Message::new("file-coordinate-system").with("given", given));
        problems.add(Problem { path: "crs".to_owned(), ..Place::entry("features", 0, None).problem("", wrong) });
    }
    let mut patches = Vec::new();
    let (mut refused, mut heads) = (Vec::new(), Vec::with_capacity(features.len()));
    let mut slugs = HashSet::new();
    for (index, feature) in features.into_iter().enumerate() {
        let place = Place::entry("features", index, None).with_row(index + 1);
        let slug = feature.pointer("/properties/slug").and_then(Value::as_str).and_then(|slug| slug.parse().ok());
        let text = |path: &str| feature.pointer(path).and_then(Value::as_str);
        let name = ["/properties/name", "/properties/name/de", "/properties/slug"].into_iter().find_map(text);
        heads.push((place.clone(), name.unwrap_or_default().to_owned()));
        match entry_reader::read_value::<DistrictFeature>(feature, &place) {
            Ok(DistrictFeature { properties, .. }) if !slugs.insert(properties.slug.clone()) => {
                let wrong = rules::Problem::Duplicate(properties.slug.to_string());
                problems.add(place.problem("properties.slug", wrong));
            }
            Ok(DistrictFeature { properties: Properties { slug, name, level, parent, source }, geometry, _type }) => {
                patches.push(DistrictPatch { place, slug, name, level, parent, boundary: geometry, source });
            }
            Err(wrong) => {
                refused.extend(slug);
                wrong.problems.into_iter().for_each(|problem| problems.add(problem));
            }
        }
    }
    Ok(Boundaries { patches, refused, heads, problems })
}

/// Of what features are that have no area, all of them: points, as a rule.
fn kind_of_points(features: &[Value]) -> Option<String> {
    let kind = |feature: &Value| match feature.get("geometry") {
        Some(Value::Null) | None => Some("null".to_owned()),
        Some(geometry) => geometry.get("type").and_then(Value::as_str).map(ToOwned::to_owned),
    };
    let has_no_area =
        |feature: &Value| kind(feature).is_some_and(|kind| ["Point", "MultiPoint", "null"].contains(&kind.as_str()));
    let is_of_points = features.len() > 1 && features.iter().all(has_no_area);
    features.iter().filter_map(kind).find(|kind| kind != "null").filter(|_| is_of_points)
}

/// RFC 7946 has one coordinate system; older files may name it, by a name or, older still, by its number. ETRS89, in
/// which German surveying offices deliver, is less than a metre off and as good.
fn is_wgs84(reference: &Value) -> bool {
    let name = reference.pointer("/properties/name").and_then(Value::as_str).unwrap_or_default();
    let code = reference.pointer("/properties/code");
    let code = code.map(|code| code.as_str().map_or_else(|| code.to_string(), ToOwned::to_owned));
    let number = code.as_deref().or_else(|| name.rsplit([':', '/', '#']).next()).unwrap_or_default();
    reference.is_null() || matches!(number, "CRS84" | "4326" | "4258")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(properties: &str, geometry: &str) -> String {
        format!(r#"{{"type": "Feature", "properties": {properties}, "geometry": {geometry}}}"#)
    }

    fn collection(features: &[String]) -> String {
        format!("{{\"type\": \"FeatureCollection\", \"features\": [{}]}}", features.join(", "))
    }

    const SQUARE: &str = r#"{"type": "Polygon", "coordinates": [[[7,51],[8,51],[8,52,30.5],[7,52],[7,51]]]}"#;

    #[test]
    fn an_export_of_actors_is_refused_in_one_sentence() {
        let point = feature(r#"{"slug": "verein"}"#, r#"{"type": "Point", "coordinates": [7, 51]}"#);
        let hidden = feature(r#"{"slug": "zuflucht"}"#, "null");
        let refused = read(collection(&[hidden, point.clone()]).as_bytes()).expect_err("no boundaries");
        assert!(refused.to_string().contains("as in exports of actors"), "{refused}");
        let mixed = read(collection(&[point, feature(r#"{"slug": "wanne"}"#, SQUARE)]).as_bytes()).expect("boundaries");
        assert_eq!((mixed.patches.len(), mixed.refused.len()), (1, 1));
    }

    #[test]
    fn what_is_wrong_with_a_feature_is_told_in_words_of_its_own() {
        let told = |properties: &str, geometry: &str, language: &str| {
            let problems = read(collection(&[feature(properties, geometry)]).as_bytes()).expect("collection").problems;
            problems.into_iter().map(|problem| problem.message().text(language)).collect::<Vec<_>>().join("; ")
        };
        for (properties, geometry, words) in [
            (r#"{"slug": "wanne", "name": {"de": 7}}"#, SQUARE, "invalid type: integer `7`"),
            (r#"{"slug": "wanne", "name": [1]}"#, SQUARE, "invalid type"),
            (r#"{"slug": "wanne"}"#, r#"{"type": "Polygon", "coordinates": "x"}"#, "expected lists of positions"),
            (r#"{"slug": "wanne"}"#, r#"{"type": "Polygon", "coordinates": {}}"#, "expected lists of positions"),
        ] {
            let english = told(properties, geometry, "en");
            assert!(english.contains(words) && !english.contains("Message {"), "{properties} {geometry}: {english}");
            let turkish = told(properties, geometry, "tr");
            assert!(!turkish.contains("expected") && turkish != english, "{properties} {geometry}: {turkish}");
        }
    }

    #[test]
    fn boundaries_are_read_and_other_properties_left_alone() {
        let text = collection(&[
            feature(r#"{"slug": "wanne", "approximate": true, "source": "own drawing"}"#, SQUARE),
            feature(r#"{"slug": "neu", "name": "Neu", "level": "quarter", "parent": "wanne"}"#, SQUARE),
            feature(r#"{"slug": "neuer", "name": {"de": "Neuer", "tr": "Yeni"}, "level": "quarter"}"#, SQUARE),
        ]);
        let Boundaries { patches, problems, .. } = read(text.as_bytes()).expect("collection");
        assert!(problems.is_empty(), "{problems}");
        assert_eq!(patches[0].boundary.polygons().0[0].exterior().0.len(), 5);
        assert_eq!(patches[0].source.as_deref(), Some("own drawing"));
        let lacking = patches[0].clone().over(None).expect_err("no name, no level");
        assert_eq!(
            lacking.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(),
            ["features[0].properties.name", "features[0].properties.level"]
        );
        let fresh = patches[1].clone().over(None).expect("entry");
        assert_eq!(fresh.name.get("de"), Some("Neu"));
        let moved = patches[2].clone().over(Some(fresh.clone())).expect("entry");
        assert_eq!((moved.slug, moved.parent), (fresh.slug, fresh.parent));
        assert_eq!(moved.name.get("tr"), Some("Yeni"));
    }

    #[test]
    fn every_broken_feature_is_told_by_its_index() {
        let polygon = |ring: &str| format!(r#"{{"type": "Polygon", "coordinates": [{ring}]}}"#);
        let text = collection(&[
            feature(r#"{"name": "ohne"}"#, SQUARE),
            feature(r#"{"slug": "a", "level": "village"}"#, r#"{"type": "Point", "coordinates": [7, 51]}"#),
            feature(r#"{"slug": "b"}"#, &polygon("[[7,51],[8,51],[8,52],[7,52]]")),
            feature(r#"{"slug": "c"}"#, &polygon("[[7,51],[8,51],[7,51]]")),
            feature(
                r#"{"slug": "d"}"#,
                &polygon("[[378000,5711000],[378100,5711000],[378100,5711100],[378000,5711000]]"),
            ),
            feature(r#"{"slug": "e"}"#, &polygon("[[7],[8,51],[8,52],[7,51]]")),
            feature(r#"{"slug": "f"}"#, "null"),
            feature(r#"{"slug": "g"}"#, r#"{"type": "MultiPolygon", "coordinates": []}"#),
            feature(r#"{"slug": "h"}"#, SQUARE),
            feature(r#"{"slug": "h"}"#, SQUARE),
        ]);
        let Boundaries { patches, problems, .. } = read(text.as_bytes()).expect("collection");
        assert_eq!(patches.len(), 1);
        insta::assert_snapshot!(problems.to_string());
    }

    #[test]
    fn boundaries_that_cross_themselves_are_told_with_the_place() {
        let polygon = |rings: &str| format!(r#"{{"type": "Polygon", "coordinates": [{rings}]}}"#);
        let outer = "[[7,51],[8,51],[8,52],[7,52],[7,51]]";
        let text = collection(&[
            feature(r#"{"slug": "a"}"#, &polygon("[[7,51],[8,52],[8,51],[7,52],[7,51]]")),
            feature(r#"{"slug": "b"}"#, &polygon(&format!("{outer},[[7.5,51.5],[8.5,51.4],[8.5,51.6],[7.5,51.5]]"))),
            feature(r#"{"slug": "c"}"#, &polygon(&format!("{outer},[[9,51.5],[9.5,51.4],[9.5,51.6],[9,51.5]]"))),
            feature(r#"{"slug": "d"}"#, &polygon("[[7,51],[8,51],[7.5,51],[7,51]]")),
            feature(r#"{"slug": "e"}"#, &polygon(&format!("{outer},[[7,51.5],[7.5,51.4],[7.5,51.6],[7,51.5]]"))),
        ]);
        let Boundaries { patches, refused, problems, .. } = read(text.as_bytes()).expect("collection");
        assert_eq!((patches.len(), refused.len()), (1, 4), "{problems}");
        insta::assert_snapshot!(problems.to_string());
    }

    #[test]
    fn what_is_no_collection_and_what_is_not_wgs84_is_refused() {
        let error = read(SQUARE.as_bytes()).expect_err("a geometry").to_string();
        assert_eq!(
            error,
            "line 1, column 1: type is \"Polygon\": allowed is \"FeatureCollection\" with a list of features"
        );
        let text = r#"{"type": "FeatureCollection", "features": [],
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}}"#;
        let Boundaries { problems, .. } = read(text.as_bytes()).expect("collection");
        assert!(problems.to_string().starts_with("crs: "), "{problems}");
        for (reference, is_taken) in [
            (r#"{"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, true),
            (r#"{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4258"}}"#, true),
            (r#"{"type": "name", "properties": {"name": "http://www.opengis.net/def/crs/EPSG/0/4326"}}"#, true),
            (r#"{"type": "name", "properties": {"name": "EPSG:4326"}}"#, true),
            (r#"{"type": "EPSG", "properties": {"code": 4326}}"#, true),
            (r#"{"type": "EPSG", "properties": {"code": "4258"}}"#, true),
            (r#"{"type": "EPSG", "properties": {"code": 25832}}"#, false),
            (r#"{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::14326"}}"#, false),
            (r#"{"type": "link", "properties": {"href": "http://example.org/crs"}}"#, false),
            ("null", true),
        ] {
            let text = format!(r#"{{"type": "FeatureCollection", "features": [], "crs": {reference}}}"#);
            let Boundaries { problems, .. } = read(text.as_bytes()).expect("collection");
            assert_eq!(problems.is_empty(), is_taken, "{reference}");
        }
        assert!(matches!(read(b"{\"type\":".as_slice()), Err(ReadError::Truncated { .. })));
    }
}
