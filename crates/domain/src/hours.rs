//! Opening hours in the notation of OpenStreetMap's `opening_hours` key, in local time.

mod week;

use std::{fmt, str::FromStr, sync::LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use opening_hours::{
    Context, ContextHolidays, OpeningHours as Expression,
    localization::{Country, TzLocation},
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Opening hours as they were written, known to be readable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OpeningHours(Box<str>);

pub use week::{WeekPattern, is_daytime, parse_weekday, weekday_word};

/// The text is not in opening-hours notation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{text:?} is not in opening-hours notation, such as \"Mo-Fr 09:00-17:00; PH off\": {reason}")]
pub struct NotOpeningHours {
    text: String,
    reason: String,
}

/// Opening hours made ready for questions; costly to make, cheap to ask.
#[derive(Clone)]
pub struct Schedule(Expression<TzLocation<Tz>>);

/// How far ahead a change is looked for: hours that change no more (`2019 Jan 01 10:00-12:00`) would be followed day
/// by day to the year 10000.
pub const LOOKAHEAD: TimeDelta = TimeDelta::days(400);

static HOLIDAYS: LazyLock<ContextHolidays> = LazyLock::new(|| Country::DE.holidays());

impl OpeningHours {
    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// On which days of the week and at what times of the day it is open in some week of the year.
    pub fn week_pattern(&self) -> WeekPattern {
        week::read_pattern(&self.0)
    }

    /// Makes the hours ready for questions in a time zone, with Germany's nationwide holidays.
    pub fn schedule(&self, zone: Tz) -> Schedule {
        let context = Context::default()
            .with_holidays(HOLIDAYS.clone())
            .approx_bound_interval_size(LOOKAHEAD)
            .with_locale(TzLocation::new(zone));
        let expression = Expression::from_str(&self.0).expect("opening hours are parsed before they are made");
        Schedule(expression.with_context(context))
    }
}

impl Schedule {
    /// Whether it is open at an instant; "unknown" (`Mo 10:00-12:00 unknown`) counts as closed.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let zone = *self.0.get_context().locale.get_timezone();
        self.0.is_open(at.with_timezone(&zone))
    }

    /// When the state changes next, if it does within [`LOOKAHEAD`].
    pub fn next_change(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let zone = *self.0.get_context().locale.get_timezone();
        self.0.next_change(at.with_timezone(&zone)).map(|change| change.with_timezone(&Utc))
    }
}

impl fmt::Debug for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Schedule")
    }
}

impl FromStr for OpeningHours {
    type Err = NotOpeningHours;

    fn from_str(text: &str) -> Result<Self, NotOpeningHours> {
        let refuse = |reason: String| NotOpeningHours { text: text.chars().take(120).collect(), reason };
        if text.len() > 1000 {
            return Err(refuse("longer than the 1000 bytes allowed".to_owned()));
        }
        Expression::from_str(text).map_err(|error| refuse(error.to_string()))?;
        Ok(Self(text.into()))
    }
}

impl<'de> Deserialize<'de> for OpeningHours {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for OpeningHours {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OpeningHours".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "maxLength": 1000,
            "description": "Opening hours in OpenStreetMap notation, local time, such as Mo-Fr 09:00-17:00; PH off.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("time")
    }

    #[test]
    fn hours_are_local_on_both_sides_of_the_clock_change() {
        let hours: OpeningHours = "Mo-Fr 09:00-17:00; PH off".parse().expect("hours");
        let schedule = hours.schedule(chrono_tz::Europe::Berlin);
        assert!(schedule.is_open(at("2026-01-12T08:30:00Z")));
        assert!(!schedule.is_open(at("2026-01-12T07:30:00Z")));
        assert!(schedule.is_open(at("2026-07-13T07:30:00Z")));
        assert!(!schedule.is_open(at("2026-12-25T10:00:00Z")), "a public holiday");
        assert_eq!(schedule.next_change(at("2026-01-12T08:30:00Z")), Some(at("2026-01-12T16:00:00Z")));
    }

    #[test]
    fn a_change_is_looked_for_so_far_and_no_further() {
        let next = |hours: &str| {
            let hours: OpeningHours = hours.parse().expect("hours");
            hours.schedule(chrono_tz::Europe::Berlin).next_change(at("2026-01-12T08:30:00Z"))
        };
        assert_eq!(next("2019 Jan 01-2019 Feb 01 10:00-12:00"), None);
        assert_eq!(next("Dec 24 10:00-12:00"), Some(at("2026-12-24T09:00:00Z")));
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_the_reason() {
        let refusal = "Montag bis Freitag".parse::<OpeningHours>().expect_err("not hours").to_string();
        assert!(refusal.contains("opening-hours notation"), "{refusal}");
    }
}
