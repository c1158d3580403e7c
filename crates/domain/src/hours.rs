//! Opening hours in the notation of OpenStreetMap's `opening_hours` key, in local time.

mod change;
mod cycle;
mod deviation;
mod exception;
mod locality;
mod notation;
mod schedule;
mod special;
mod sun;
mod week;
mod wording;

use messages::Message;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Opening hours as they were written, known to be readable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OpeningHours(Box<str>);

pub use change::HoursChange;
pub use cycle::{CyclePattern, HoursCycle};
pub use deviation::HoursDeviation;
pub use exception::{ExceptionDays, HoursException};
pub use locality::{FederalState, Holidays, Locality, ParseSchoolHolidayError, SchoolHoliday};
pub use schedule::{HoursPeriod, HoursState, LOOKAHEAD, Schedule};
pub use special::SpecialHours;
pub use sun::{SunEvent, SunHours, SunTime};
pub use week::{WeekPattern, is_daytime, parse_weekday, weekday_word};

/// The text is not in opening-hours notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotOpeningHours {
    text: String,
    reason: Message,
}

impl NotOpeningHours {
    /// What was given and why it cannot be read.
    pub fn message(&self) -> Message {
        Message::new("value-opening-hours").quote("given", &self.text).with("reason", self.reason.clone())
    }
}

messages::error_by_message!(NotOpeningHours);

/// The longest text that is read, in bytes.
const MAX_BYTES: usize = 1000;

impl OpeningHours {
    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// On which days of the week and at what times of the day it is open in some week of the year.
    pub fn week_pattern(&self) -> WeekPattern {
        week::read_pattern(&self.0)
    }

    /// Makes the hours ready for questions at a place.
    pub fn schedule(&self, locality: &Locality) -> Schedule {
        Schedule::new(&notation::parse_rules(&self.0).unwrap_or_default(), locality)
    }

    /// Whether the same times are there in every week, whatever the date, the holidays and the sun.
    pub fn is_weekly(&self) -> bool {
        let rules = notation::parse_rules(&self.0).unwrap_or_default();
        rules.iter().all(|rule| cycle::is_weekly(&rule.day_selector) && sun::sun_times(rule).is_none())
    }

    /// All of what is not of every week, as it comes at a place after an instant.
    pub fn special_hours(&self, locality: &Locality, at: DateTime<Utc>) -> SpecialHours {
        SpecialHours::new(self, locality, at)
    }

    /// What is noted in quotes, each once, in the order of the text.
    pub fn notes(&self) -> Vec<&str> {
        let mut notes: Vec<&str> = Vec::new();
        for note in self.0.split('"').skip(1).step_by(2).map(str::trim) {
            if !note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }
}

impl FromStr for OpeningHours {
    type Err = NotOpeningHours;

    fn from_str(text: &str) -> Result<Self, NotOpeningHours> {
        let refuse = |reason: Message| NotOpeningHours { text: text.chars().take(120).collect(), reason };
        if text.len() > MAX_BYTES {
            return Err(refuse(Message::new("hours-too-long").with("allowed", MAX_BYTES)));
        }
        notation::parse_rules(text).map_err(refuse)?;
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
        let schedule = hours.schedule(&Locality::default());
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
            hours.schedule(&Locality::default()).next_change(at("2026-01-12T08:30:00Z"))
        };
        assert_eq!(next("2019 Jan 01-2019 Feb 01 10:00-12:00"), None);
        assert_eq!(next("Dec 24 10:00-12:00"), Some(at("2026-12-24T09:00:00Z")));
    }

    fn state(hours: &str, instant: &str) -> HoursState {
        hours.parse::<OpeningHours>().expect("hours").schedule(&Locality::default()).state(at(instant))
    }

    #[test]
    fn what_is_unknown_is_not_open() {
        assert_eq!(state("\"nach telefonischer Vereinbarung\"", "2027-01-10T02:00:00Z"), HoursState::Unknown);
        assert_eq!(state("Mo-Fr 09:00-12:00; We 14:00-16:00 \"a\"", "2027-01-13T13:30:00Z"), HoursState::Unknown);
        assert_eq!(state("We 14:00-16:00 open \"a\"", "2027-01-13T13:30:00Z"), HoursState::Open);
        assert_eq!(state("Fr 18:00+", "2027-01-15T18:00:00Z"), HoursState::Unknown, "nobody knows how long");
        assert_eq!(state("off \"Sommerpause\"", "2027-01-15T18:00:00Z"), HoursState::Closed);
    }

    #[test]
    fn a_fallback_holds_whenever_nothing_else_does() {
        let hours = "Mo-Fr 08:00-11:00 || Tu-Th open \"nur Notfaelle\"";
        assert_eq!(state(hours, "2027-01-12T11:32:00Z"), HoursState::Open);
        assert_eq!(state(hours, "2027-01-11T11:32:00Z"), HoursState::Closed, "Monday has none");
    }

    #[test]
    fn the_sun_and_the_holidays_are_those_of_the_place() {
        assert_eq!(state("sunrise-sunset", "2026-12-15T06:30:00Z"), HoursState::Closed);
        assert_eq!(state("sunrise-sunset", "2027-06-21T18:30:00Z"), HoursState::Open);
        assert_eq!(state("Mo-Fr 08:00-12:00; PH off", "2027-05-27T08:00:00Z"), HoursState::Closed, "Corpus Christi");
        assert_eq!(state("PH +1 day 10:00-12:00", "2027-05-28T08:30:00Z"), HoursState::Open, "the day after");
        assert_eq!(state("Mo-Fr 08:00-12:00; SH off", "2026-10-20T08:00:00Z"), HoursState::Closed, "autumn holidays");
    }

    #[test]
    fn the_rule_of_a_day_takes_the_place_of_a_night_that_goes_into_it() {
        let hours: OpeningHours = "Fr 20:00-02:00; Sa 10:00-12:00 \"Basar\"".parse().expect("hours");
        assert_eq!(hours.notes(), ["Basar"]);
        let friday = "2027-01-15".parse().expect("a day");
        let periods = hours.schedule(&Locality::default()).periods(friday, 3);
        let midnight = "2027-01-16T00:00:00".parse().expect("a time");
        assert_eq!(periods.first().map(|first| first.end), Some(midnight));
        assert_eq!(periods.last().and_then(|last| last.note.as_deref()), Some("Basar"));
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_the_reason() {
        let refusal = "Montag bis Freitag".parse::<OpeningHours>().expect_err("not hours").to_string();
        assert!(refusal.contains("opening-hours notation"), "{refusal}");
    }
}
