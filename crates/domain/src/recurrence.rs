//! Repeating dates by RFC 5545 (RRULE), in the local time of the directory.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use rrule::{RRule, RRuleSet, Unvalidated};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An RRULE as it was written (`FREQ=WEEKLY;BYDAY=TU`), known to be readable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Recurrence(Box<str>);

/// The text is not an RRULE.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{text:?} is not a recurrence rule by RFC 5545, such as \"FREQ=WEEKLY;BYDAY=TU\": {reason}")]
pub struct NotARecurrence {
    text: String,
    reason: String,
}

impl Recurrence {
    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The starts that lie in `[from, until]`, at most `limit` of them, for a series whose first
    /// start is `first` in the local time of `zone`.
    pub fn starts(
        &self,
        first: NaiveDateTime,
        zone: Tz,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: u16,
    ) -> Vec<DateTime<Utc>> {
        let Some(series) = self.series(first, zone) else { return Vec::new() };
        let zone = rrule::Tz::Tz(zone);
        series
            .after(from.with_timezone(&zone))
            .before(until.with_timezone(&zone))
            .all(limit)
            .dates
            .into_iter()
            .map(|start| start.with_timezone(&Utc))
            .collect()
    }

    fn series(&self, first: NaiveDateTime, zone: Tz) -> Option<RRuleSet> {
        let zone = rrule::Tz::Tz(zone);
        let first = zone.from_local_datetime(&first).earliest()?;
        let rule: RRule<Unvalidated> = self.0.parse().ok()?;
        Some(RRuleSet::new(first).rrule(rule.validate(first).ok()?))
    }

    /// Reads a rule for a series that starts at `first`.
    ///
    /// # Errors
    /// [`NotARecurrence`] when the text is no RRULE or does not fit the start (an `UNTIL` before it).
    pub fn parse(text: &str) -> Result<Self, NotARecurrence> {
        let refuse = |reason: String| NotARecurrence { text: text.chars().take(120).collect(), reason };
        if text.len() > 500 {
            return Err(refuse("longer than the 500 bytes allowed".to_owned()));
        }
        text.parse::<RRule<Unvalidated>>().map_err(|error| refuse(error.to_string()))?;
        Ok(Self(text.into()))
    }

    /// Whether the rule can be followed from this first start.
    pub fn fits(&self, first: NaiveDateTime, zone: Tz) -> bool {
        self.series(first, zone).is_some()
    }
}

impl<'de> Deserialize<'de> for Recurrence {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Recurrence {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Recurrence".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "maxLength": 500,
            "description": "Recurrence rule by RFC 5545 without the leading RRULE:, such as FREQ=WEEKLY;BYDAY=TU.",
        })
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("time")
    }

    #[test]
    fn a_weekly_series_keeps_its_local_hour_over_the_clock_change() {
        let rule = Recurrence::parse("FREQ=WEEKLY;BYDAY=TU").expect("rule");
        let first = "2026-03-17T17:00:00".parse().expect("start");
        let starts =
            rule.starts(first, chrono_tz::Europe::Berlin, at("2026-03-20T00:00:00Z"), at("2026-04-05T00:00:00Z"), 10);
        assert_eq!(starts, [at("2026-03-24T16:00:00Z"), at("2026-03-31T15:00:00Z")]);
    }

    #[test]
    fn an_endless_series_stops_at_the_limit() {
        let rule = Recurrence::parse("FREQ=DAILY").expect("rule");
        let first = "2026-01-01T10:00:00".parse().expect("start");
        let starts =
            rule.starts(first, chrono_tz::Europe::Berlin, at("2026-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"), 7);
        assert_eq!(starts.len(), 7);
    }

    #[test]
    fn what_is_not_a_rule_is_refused() {
        assert!(Recurrence::parse("jeden Dienstag").is_err());
        assert!(Recurrence::parse("FREQ=SOMETIMES").is_err());
    }
}
