//! Whether the first start of an event is one of its rule, and which nearby starts would be.
//!
//! RFC 5545 leaves open what a first start means that its rule does not have (section 3.8.5.3), and calendar programs
//! differ: some show it beside the dates of the rule, some do not. So nobody may write one.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use messages::{Message, MessageArgument};

use super::{
    rule::{Rule, Until},
    series::Series,
};

/// How far before and behind the first start others are looked for: leap days lie no further apart, but for 1900,
/// 2100 and 2200.
const SEARCH_DAYS: u64 = 4 * 366;

/// Why a rule and a first start cannot stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecurrenceMismatch {
    /// No start follows from the rule: it ends before the first one, or names days that never come.
    NoStart,
    /// The rule names times of day, and only days count.
    TimesOfDay,
    /// The first start is none of the rule's.
    FirstStart {
        /// The first start, local.
        first: NaiveDateTime,
        /// The last start before it that would fit, local.
        before: Option<NaiveDateTime>,
        /// The first start behind it that would fit, local.
        after: Option<NaiveDateTime>,
    },
}

impl RecurrenceMismatch {
    /// The mismatch of a rule that was read and a first start, if there is one.
    pub(super) fn find(mut rule: Rule, first: NaiveDateTime, all_day: bool) -> Option<Self> {
        if all_day && rule.times(NaiveTime::MIN) != [NaiveTime::MIN] {
            return Some(Self::TimesOfDay);
        }
        let until = rule.until.take();
        rule.count = None;
        let is_over = until.is_some_and(|until| match until {
            Until::Local(until) => until < first,
            // Clocks differ by less than a day.
            Until::Instant(until) => until.naive_utc() + TimeDelta::days(1) < first,
        });
        let Some(series) = Series::new(rule, first).filter(|_| !is_over) else { return Some(Self::NoStart) };
        if series.may_begin(first) {
            return None;
        }
        let (day, times) = (first.date(), series.times());
        let starts_on = |day: Option<NaiveDate>| {
            let starts = times.iter().filter_map(move |time| Some(day?.and_time(*time)));
            starts.filter(|start| series.may_begin(*start)).collect::<Vec<_>>()
        };
        let until = until.map(|until| until.instant(chrono_tz::UTC).naive_utc());
        let is_early_enough = |start: &NaiveDateTime| until.is_none_or(|until| *start <= until);
        let before = (0..SEARCH_DAYS).find_map(|days| {
            let starts = starts_on(day.checked_sub_days(Days::new(days)));
            starts.into_iter().rfind(|start| *start < first)
        });
        let after = (0..SEARCH_DAYS).find_map(|days| {
            let starts = starts_on(day.checked_add_days(Days::new(days)));
            starts.into_iter().find(|start| *start > first)
        });
        Some(Self::FirstStart { first, before, after: after.filter(is_early_enough) })
    }

    /// The first starts nearby that would fit, local.
    pub fn nearest(&self) -> impl Iterator<Item = NaiveDateTime> {
        let (before, after) = match self {
            Self::FirstStart { before, after, .. } => (*before, *after),
            Self::NoStart | Self::TimesOfDay => (None, None),
        };
        before.into_iter().chain(after)
    }

    /// What is wrong and how it is put right.
    pub fn message(&self) -> Message {
        match self {
            Self::NoStart => Message::new("problem-recurrence-no-start"),
            Self::TimesOfDay => Message::new("problem-recurrence-times-of-day"),
            Self::FirstStart { first, .. } if self.nearest().next().is_none() => {
                Message::new("problem-recurrence-first-start").with("first", self.moment(*first))
            }
            Self::FirstStart { first, .. } => Message::new("problem-recurrence-nearest-start")
                .with("first", self.moment(*first))
                .with("nearest", MessageArgument::alternatives(self.nearest().map(|start| self.moment(start)))),
        }
    }

    /// A start with its time of day where the times differ.
    fn moment(&self, start: NaiveDateTime) -> Message {
        let day = Message::new("general-weekday-day")
            .with("weekday", start.weekday().number_from_monday())
            .with("day", start.date());
        match self {
            Self::FirstStart { first, .. } if self.nearest().any(|near| near.time() != first.time()) => {
                let time = start.format("%H:%M").to_string();
                Message::new("general-day-time").with("day", day).with("time", time)
            }
            _ => day,
        }
    }
}
