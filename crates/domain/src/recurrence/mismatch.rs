//! Whether the first start of an event is one of its rule, and which nearby starts would be.
//!
//! RFC 5545 leaves open what a first start means that its rule does not have (section 3.8.5.3), and calendar programs
//! differ: some show it beside the dates of the rule, some do not. So nobody may write one.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

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

    /// What is wrong and how it is put right, in English.
    pub fn english(&self) -> String {
        let day = |day: NaiveDate| format!("{} {day}", english_weekday(day.weekday()));
        match self {
            Self::NoStart => "does not fit the first start: the rule ends before it (UNTIL), or names days that never \
                              come; give a later end or other days"
                .to_owned(),
            Self::TimesOfDay => {
                "does not fit an event of whole days: leave out BYHOUR, BYMINUTE and BYSECOND".to_owned()
            }
            Self::FirstStart { first, .. } => {
                let told = self.tell(" or ", &day);
                let repair = if told.is_empty() { String::new() } else { format!("; the nearest that fit: {told}") };
                format!("does not fit the first start: {} is none of its dates{repair}", self.moment(*first, &day))
            }
        }
    }

    /// The same in German.
    pub fn german(&self) -> String {
        let day = |day: NaiveDate| format!("{}, {}", german_weekday(day.weekday()), day.format("%d.%m.%Y"));
        match self {
            Self::NoStart => {
                "passt nicht zum ersten Beginn: die Regel endet davor (UNTIL) oder nennt Tage, die es nie \
                              gibt; bitte ein späteres Ende oder andere Tage angeben"
                    .to_owned()
            }
            Self::TimesOfDay => {
                "passt nicht zu einer ganztägigen Veranstaltung: bitte BYHOUR, BYMINUTE und BYSECOND weglassen"
                    .to_owned()
            }
            Self::FirstStart { first, .. } => {
                let told = self.tell(" oder ", &day);
                let repair = if told.is_empty() { String::new() } else { format!("; am nächsten liegen: {told}") };
                format!("passt nicht zum ersten Beginn: {} ist keiner ihrer Termine{repair}", self.moment(*first, &day))
            }
        }
    }

    fn tell(&self, or: &str, day: &dyn Fn(NaiveDate) -> String) -> String {
        self.nearest().map(|start| self.moment(start, day)).collect::<Vec<_>>().join(or)
    }

    /// A start with its time of day where the times differ.
    fn moment(&self, start: NaiveDateTime, day: &dyn Fn(NaiveDate) -> String) -> String {
        let Self::FirstStart { first, .. } = self else { return day(start.date()) };
        match self.nearest().all(|near| near.time() == first.time()) {
            true => day(start.date()),
            false => format!("{} {}", day(start.date()), start.format("%H:%M")),
        }
    }
}

fn english_weekday(day: Weekday) -> &'static str {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES[day.num_days_from_monday() as usize]
}

fn german_weekday(day: Weekday) -> &'static str {
    const NAMES: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
    NAMES[day.num_days_from_monday() as usize]
}
