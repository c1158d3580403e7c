//! Small values of the directory format: days, local times, defaults and when to leave them out.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    record::LifeStatus,
    vocabulary::{OfferKind, Wheelchair},
};
use messages::Message;
use serde::{Deserialize, Deserializer, de::Error};

pub(super) fn service() -> OfferKind {
    OfferKind::Service
}

pub(super) fn unknown_access() -> Wheelchair {
    Wheelchair::Unknown
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn is_published(status: &LifeStatus) -> bool {
    *status == LifeStatus::Published
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn is_service(kind: &OfferKind) -> bool {
    *kind == OfferKind::Service
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn is_unknown_access(access: &Wheelchair) -> bool {
    *access == Wheelchair::Unknown
}

fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

fn read_day<E: Error>(text: &str) -> Result<NaiveDate, E> {
    let refuse = || E::custom(Message::new("value-day").quote("given", &shorten(text)));
    if text.len() != 10 { Err(refuse()) } else { text.parse().map_err(|_| refuse()) }
}

fn read_local_time<E: Error>(text: &str) -> Result<NaiveDateTime, E> {
    text.parse()
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"))
        .map_err(|_| E::custom(Message::new("value-local-time").quote("given", &shorten(text))))
}

/// An instant that may be missing, with a refusal that says what is allowed.
pub(super) mod optional_instant {
    use super::*;
    use serde::{Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(at: &Option<DateTime<Utc>>, to: S) -> Result<S::Ok, S::Error> {
        at.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateTime<Utc>>, D::Error> {
        let Some(text) = Option::<String>::deserialize(from)? else { return Ok(None) };
        let refuse = |_| D::Error::custom(Message::new("value-instant").quote("given", &shorten(&text)));
        DateTime::parse_from_rfc3339(&text).map(|at| Some(at.to_utc())).map_err(refuse)
    }
}

/// A day that may be missing, with a refusal that says what is allowed.
pub(super) mod optional_day {
    use super::*;
    use serde::{Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        Option::<String>::deserialize(from)?.map(|text| read_day(&text)).transpose()
    }
}

/// Days, with a refusal that says what is allowed.
pub(super) mod days {
    use super::*;
    use serde::{Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(days: &[NaiveDate], to: S) -> Result<S::Ok, S::Error> {
        days.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<NaiveDate>, D::Error> {
        Vec::<String>::deserialize(from)?.iter().map(|text| read_day(text)).collect()
    }
}

/// A local time, seconds optional.
pub(super) mod local_time {
    use super::*;
    use serde::{Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(time: &NaiveDateTime, to: S) -> Result<S::Ok, S::Error> {
        time.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDateTime, D::Error> {
        read_local_time(&String::deserialize(from)?)
    }
}

/// A local time that may be missing.
pub(super) mod optional_local_time {
    use super::*;
    use serde::{Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(time: &Option<NaiveDateTime>, to: S) -> Result<S::Ok, S::Error> {
        time.serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDateTime>, D::Error> {
        Option::<String>::deserialize(from)?.map(|text| read_local_time(&text)).transpose()
    }
}

/// Stands for a local time in the JSON Schema.
pub(super) struct LocalTime;

impl schemars::JsonSchema for LocalTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LocalTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$",
            "description": "A time in the directory's local time, such as 2027-03-09T18:00.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_time_may_leave_its_seconds_out() {
        let with: Result<_, serde_json::Error> = read_local_time("2027-03-09T18:00:00");
        let without: Result<_, serde_json::Error> = read_local_time("2027-03-09T18:00");
        assert_eq!(with.expect("time"), without.expect("time"));
        assert!(read_local_time::<serde_json::Error>("2027-03-09T18:00:00Z").is_err());
    }
}
