//! The schema's scalars: ids, times, days, shapes on the map.

use async_graphql::{ID, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Utc};
use domain::recurrence::YEARS;
use geo::{LineString, MultiPolygon};
use uuid::Uuid;

use crate::{
    error::ResolverError,
    exec::{Argument, Call, Output, ResponseWriter, WriteResult},
    global_id::GlobalId,
    schema::type_registry::TypeRegistry,
};

/// A time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time(pub(crate) DateTime<Utc>);

/// A time, RFC 3339. Answers are in UTC (`2026-01-12T08:30:00Z`); questions may carry any offset, and name the
/// years 1900 to 2199.
#[Scalar(name = "DateTime", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3339")]
impl ScalarType for Time {
    fn parse(value: Value) -> InputValueResult<Self> {
        let refuse = || InputValueError::custom(format!("allowed is {ALLOWED_TIMES}"));
        read_time(&value).map(Self).ok_or_else(refuse)
    }

    fn is_valid(value: &Value) -> bool {
        read_time(value).is_some()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

/// What a time may be, as a sentence has it.
pub(crate) const ALLOWED_TIMES: &str = "a time by RFC 3339 such as \"2026-01-12T08:30:00Z\" in the years 1900 to 2199";

/// A time in the years that questions may name: opening hours, recurring events and the past are followed from one
/// day to the next, and nobody plans a course for the year 9999.
fn read_time(value: &Value) -> Option<DateTime<Utc>> {
    let Value::String(text) = value else { return None };
    let time = DateTime::parse_from_rfc3339(text).ok()?.with_timezone(&Utc);
    YEARS.contains(&time.year()).then_some(time)
}

impl Output for Time {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<Self>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.plain_string(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true));
        Ok(())
    }
}

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(pub(crate) NaiveDate);

/// A day, ISO 8601: `2026-01-12`.
#[Scalar(name = "Date", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6")]
impl ScalarType for Day {
    fn parse(value: Value) -> InputValueResult<Self> {
        match read_day(&value) {
            Some(day) => Ok(Self(day)),
            None => Err(InputValueError::custom("allowed are days by ISO 8601 such as \"2026-01-12\"")),
        }
    }

    fn is_valid(value: &Value) -> bool {
        read_day(value).is_some()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

fn read_day(value: &Value) -> Option<NaiveDate> {
    match value {
        // The length keeps out "2026-1-2", which the parser below would take.
        Value::String(text) if text.len() == 10 && text.starts_with(|c: char| c.is_ascii_digit()) => {
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
        }
        _ => None,
    }
}

impl Output for Day {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<Self>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.plain_string(&self.0.to_string());
        Ok(())
    }
}

/// A geometry as somebody gives it; whether it is a boundary, curation says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Geometry(pub(crate) serde_json::Value);

/// A geometry by GeoJSON (RFC 7946), as a JSON object: `{"type": "MultiPolygon", "coordinates": …}`,
/// longitude before latitude, WGS84 degrees.
#[Scalar(name = "GeoJsonGeometry", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc7946#section-3.1")]
impl ScalarType for Geometry {
    fn parse(value: Value) -> InputValueResult<Self> {
        if !Self::is_valid(&value) {
            return Err(InputValueError::custom("allowed are GeoJSON geometries, objects with type and coordinates"));
        }
        value.into_json().map(Self).map_err(|_| InputValueError::custom("allowed are numbers that JSON has"))
    }

    fn is_valid(value: &Value) -> bool {
        matches!(value, Value::Object(_))
    }

    fn to_value(&self) -> Value {
        Value::from_json(self.0.clone()).unwrap_or_default()
    }
}

/// The scalar's entry in the schema; nobody may pass one in.
#[derive(Clone, Debug, PartialEq)]
struct AnyJson;

/// Any JSON value, as it is stored.
#[Scalar(name = "JSON", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc8259")]
impl ScalarType for AnyJson {
    fn parse(value: Value) -> InputValueResult<Self> {
        Err(InputValueError::expected_type(value))
    }

    fn is_valid(_: &Value) -> bool {
        false
    }

    fn to_value(&self) -> Value {
        Value::Null
    }
}

/// A stored value, whatever it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<'s>(pub(crate) &'s serde_json::Value);

impl Output for Json<'_> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<AnyJson>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.raw(self.0.to_string().as_bytes());
        Ok(())
    }
}

/// A boundary.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Boundary<'s>(pub(crate) &'s MultiPolygon<f64>);

impl Output for Boundary<'_> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<Geometry>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.raw(b"{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (at, polygon) in self.0.iter().enumerate() {
            out.raw(if at == 0 { b"[" } else { b",[" });
            write_ring(polygon.exterior(), out);
            for hole in polygon.interiors() {
                out.byte(b',');
                write_ring(hole, out);
            }
            out.byte(b']');
        }
        out.raw(b"]}");
        Ok(())
    }
}

fn write_ring(ring: &LineString<f64>, out: &mut ResponseWriter<'_>) {
    out.byte(b'[');
    for (at, point) in ring.coords().enumerate() {
        out.raw(if at == 0 { b"[" } else { b",[" });
        out.float(point.x);
        out.byte(b',');
        out.float(point.y);
        out.byte(b']');
    }
    out.byte(b']');
}

impl Output for GlobalId {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<ID>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.byte(b'"');
        out.raw(&self.encode());
        out.byte(b'"');
        Ok(())
    }
}

/// The id of what is no entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainId(pub(crate) Uuid);

impl Output for PlainId {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<ID>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.plain_string(&self.0.to_string());
        Ok(())
    }
}

/// The reader's language as an argument: not read here, because every text looks it up itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag;

impl Argument for Tag {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<Option<String>>()
    }

    fn read(_: &'static str, _: Option<&Value>) -> Result<Self, ResolverError> {
        Ok(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::String(text.to_owned())
    }

    #[test]
    fn times_are_read_with_any_offset_and_shown_in_utc() {
        let time = <Time as ScalarType>::parse(text("2026-01-12T09:30:00+01:00")).expect("time");
        assert_eq!(ScalarType::to_value(&time), text("2026-01-12T08:30:00Z"));
        for wrong in ["2026-01-12", "2026-01-12T09:30:00", "soon", "9999-12-31T00:00:00Z", "1899-12-31T00:00:00Z"] {
            assert!(!<Time as ScalarType>::is_valid(&text(wrong)), "{wrong}");
        }
    }

    #[test]
    fn days_are_iso_8601() {
        assert!(<Day as ScalarType>::is_valid(&text("2026-02-28")));
        for wrong in ["2026-2-28", "2026-02-30", "28.02.2026", ""] {
            assert!(!<Day as ScalarType>::is_valid(&text(wrong)), "{wrong}");
        }
    }
}
