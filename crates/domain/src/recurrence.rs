//! Repeating dates by RFC 5545 (RRULE), in the local time of the directory.
//!
//! A [`Recurrence`] is the text of a rule, a [`Series`] what follows from it: `rule` reads, `series` finds starts.
//! Both are our own and not those of a library because a library walks from the first start to the time asked for,
//! which takes as long as whoever writes the rule or asks likes; a test compares them with such a library.

mod mismatch;
mod rule;
mod series;

use messages::Message;
use std::{fmt, ops::RangeInclusive};

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use self::rule::{Rule, RuleError};
pub use self::{
    mismatch::RecurrenceMismatch,
    rule::{MAX_COUNT, MAX_TIMES_A_DAY},
    series::{HORIZON, Series, to_instant},
};

/// The years in which events may start and that questions about times may name.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;
/// How long a rule may be, bytes.
const MAX_BYTES: usize = 500;

/// An RRULE as it was written (`FREQ=WEEKLY;BYDAY=TU`).
///
/// What is deserialised is not read yet: rows of former versions hold rules that are refused today. They have no
/// starts but the first, and [`rules`](crate::rules) refuse them where somebody writes them anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Recurrence(Box<str>);

/// The text is not an RRULE that repeats at most daily.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotARecurrence {
    text: String,
    reason: RuleError,
}

impl NotARecurrence {
    /// What was given, which part of it is wrong and what is allowed.
    pub fn message(&self) -> Message {
        Message::new("value-recurrence").quote("given", &self.text).with("reason", self.reason.message())
    }
}

messages::error_by_message!(NotARecurrence);

impl Recurrence {
    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a rule.
    ///
    /// # Errors
    /// [`NotARecurrence`] when the text is no RRULE or repeats more often than daily.
    pub fn parse(text: &str) -> Result<Self, NotARecurrence> {
        let recurrence = Self(text.into());
        recurrence.rule()?;
        Ok(recurrence)
    }

    fn rule(&self) -> Result<Rule, NotARecurrence> {
        let read = if self.0.len() > MAX_BYTES {
            Err(RuleError::TooLong { allowed: MAX_BYTES })
        } else {
            Rule::parse(&self.0)
        };
        read.map_err(|reason| NotARecurrence { text: self.0.chars().take(120).collect(), reason })
    }

    /// Whether this is a rule as [`Recurrence::parse`] takes it.
    ///
    /// # Errors
    /// [`NotARecurrence`] when it is not.
    pub fn check(&self) -> Result<(), NotARecurrence> {
        self.rule().map(|_| ())
    }

    /// The series whose first start is `first`, local; none where no start follows from the
    /// rule: it cannot be read, ends before the first start, or names days that never come (30 February).
    pub fn series(&self, first: NaiveDateTime) -> Option<Series> {
        Series::new(self.rule().ok()?, first)
    }

    /// Why `first`, local, cannot be the first start of an event that repeats by this rule; none where it is one of the
    /// rule's starts, or the rule cannot be read. Where `all_day`, only days count.
    pub fn mismatch(&self, first: NaiveDateTime, all_day: bool) -> Option<RecurrenceMismatch> {
        RecurrenceMismatch::find(self.rule().ok()?, first, all_day)
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
        let Some(series) = self.series(first) else { return Vec::new() };
        series.within(from, until, zone).take(usize::from(limit)).collect()
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
            "description": "Recurrence rule by RFC 5545 without the leading RRULE:, such as FREQ=WEEKLY;BYDAY=TU; \
                            FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.",
        })
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
