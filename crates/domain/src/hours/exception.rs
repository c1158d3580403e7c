//! What does not follow the week: public and school holidays, and days on which nobody is there. The table of the coming
//! week shows them when they come; before, they are told in words.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use opening_hours_syntax::rules::{
    RuleKind, RuleSequence,
    day::{Date, DateOffset, DaySelector, HolidayKind, MonthdayRange, WeekDayRange},
    time::{Time, TimeSelector, TimeSpan},
};

use super::{
    locality::{Locality, easter},
    schedule::{HoursState, Schedule},
};

/// The most that are told.
const MOST: usize = 8;
/// Of how many of its next days an exception must be true.
const CHECKED_DAYS: usize = 6;

/// Other times, or none, on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursException {
    /// On which days.
    pub days: ExceptionDays,
    /// On which days of the week alone; empty where it is every one.
    pub weekdays: Vec<Weekday>,
    /// From when until when, on the clock of the place; empty where nobody is there.
    pub times: Vec<(NaiveTime, NaiveTime)>,
}

/// The days of an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExceptionDays {
    /// Public holidays.
    PublicHolidays,
    /// School holidays.
    SchoolHolidays,
    /// From one month to another, by their numbers.
    Months(u8, u8),
    /// From one day to another, both counted.
    Dates(NaiveDate, NaiveDate),
}

impl ExceptionDays {
    /// Whether a day is one of them.
    pub(super) fn contains(&self, day: NaiveDate, locality: &Locality) -> bool {
        match *self {
            Self::PublicHolidays => locality.holidays.is_public(day),
            Self::SchoolHolidays => locality.holidays.is_school(day),
            Self::Months(first, last) if first <= last => (u32::from(first)..=u32::from(last)).contains(&day.month()),
            Self::Months(first, last) => day.month() >= u32::from(first) || day.month() <= u32::from(last),
            Self::Dates(first, last) => (first..=last).contains(&day),
        }
    }
}

impl HoursException {
    /// Whether a day is one of its own.
    pub(super) fn contains(&self, day: NaiveDate, locality: &Locality) -> bool {
        let is_of_week = self.weekdays.is_empty() || self.weekdays.contains(&day.weekday());
        is_of_week && self.days.contains(day, locality)
    }

    /// Whether these are the times of the next of its days: another rule may say otherwise.
    pub(super) fn is_true(&self, schedule: &Schedule, locality: &Locality, today: NaiveDate) -> bool {
        let days = (0..super::schedule::LOOKAHEAD.num_days().unsigned_abs())
            .filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
        let mut own = days.filter(|day| self.contains(*day, locality)).take(CHECKED_DAYS);
        own.all(|day| {
            let periods = schedule.periods(day.pred_opt().unwrap_or(day), 3).into_iter();
            let of_day = periods.filter(|it| it.start.date() == day || it.start.date() < day && it.end.date() > day);
            let times: Option<Vec<_>> =
                of_day.map(|it| (it.state == HoursState::Open).then_some((it.start.time(), it.end.time()))).collect();
            times.as_ref() == Some(&self.times)
        })
    }
}

/// The exceptions among the rules, in their order; of dates the next ones, within a year.
pub(super) fn find_exceptions(rules: &[RuleSequence], today: NaiveDate) -> Vec<HoursException> {
    let mut exceptions: Vec<HoursException> = Vec::new();
    for rule in rules {
        let times = match rule.kind {
            // Some hours off are told with their days.
            RuleKind::Closed if rule.time_selector == TimeSelector::default() => Some(Vec::new()),
            RuleKind::Closed => None,
            RuleKind::Open => rule.time_selector.spans.iter().map(times_of).collect(),
            RuleKind::Unknown => None,
        };
        let Some(times) = times else { continue };
        for days in exception_days(&rule.day_selector, today) {
            // Open in summer is a season, which is told with its next time.
            let is_holiday = matches!(days, ExceptionDays::PublicHolidays | ExceptionDays::SchoolHolidays);
            if is_holiday || times.is_empty() {
                exceptions.push(HoursException { days, weekdays: Vec::new(), times: times.clone() });
            }
        }
        if let Some((holidays, weekdays)) = holidays_with_weekdays(&rule.day_selector) {
            let of_days = |days| HoursException { days, weekdays: weekdays.clone(), times: times.clone() };
            exceptions.extend(holidays.into_iter().map(of_days));
        }
    }
    exceptions.truncate(MOST);
    exceptions
}

/// A time that does not depend on the sun, with an end.
fn times_of(span: &TimeSpan) -> Option<(NaiveTime, NaiveTime)> {
    let time = |time: Time| match time {
        Time::Fixed(time) => NaiveTime::from_hms_opt(u32::from(time.hour()) % 24, u32::from(time.minute()), 0),
        Time::Variable(_) => None,
    };
    (!span.open_end).then_some(())?;
    Some((time(span.range.start)?, time(span.range.end)?))
}

/// The holidays and days of the week of a rule for both together: "SH Mo-Fr".
pub(super) fn holidays_with_weekdays(selector: &DaySelector) -> Option<(Vec<ExceptionDays>, Vec<Weekday>)> {
    let DaySelector { year, monthday, week, weekday } = selector;
    let (holidays, days) = super::schedule::holidays_on_days(weekday)?;
    let is_plain = |range: &WeekDayRange| match range {
        WeekDayRange::Fixed { offset, nth_from_start, nth_from_end, .. } => {
            *offset == 0 && !nth_from_start.contains(&false) && !nth_from_end.contains(&false)
        }
        WeekDayRange::Holiday { .. } => false,
    };
    let named: Vec<ExceptionDays> = holidays.iter().filter_map(holiday).collect();
    let is_whole = year.is_empty() && monthday.is_empty() && week.is_empty() && named.len() == holidays.len();
    (is_whole && days.iter().all(is_plain)).then(|| (named, super::cycle::weekdays(selector)))
}

/// The holidays that a selector names, without days before or after them.
fn holiday(range: &WeekDayRange) -> Option<ExceptionDays> {
    match range {
        WeekDayRange::Holiday { kind: HolidayKind::Public, offset: 0 } => Some(ExceptionDays::PublicHolidays),
        WeekDayRange::Holiday { kind: HolidayKind::School, offset: 0 } => Some(ExceptionDays::SchoolHolidays),
        _ => None,
    }
}

pub(super) fn exception_days(selector: &DaySelector, today: NaiveDate) -> Vec<ExceptionDays> {
    let DaySelector { year, monthday, week, weekday } = selector;
    if !year.is_empty() || !week.is_empty() {
        return Vec::new();
    }
    match (monthday.as_slice(), weekday.as_slice()) {
        // "Mo-Fr,PH 10:00-12:00" speaks of holidays too.
        ([], days) if super::schedule::holidays_on_days(days).is_none() => days.iter().filter_map(holiday).collect(),
        (dates, []) => dates.iter().filter_map(|range| dates_of(range, today)).collect(),
        _ => Vec::new(),
    }
}

/// The days of a range as they come next, where it is of a year or comes every year.
pub(super) fn dates_of(range: &MonthdayRange, today: NaiveDate) -> Option<ExceptionDays> {
    match range {
        MonthdayRange::Month { range, year: None } => {
            Some(ExceptionDays::Months(*range.start() as u8, *range.end() as u8))
        }
        MonthdayRange::Date { start, end } => {
            let in_year = |(date, offset): &(Date, DateOffset), year: i32| {
                date.year().is_none_or(|given| *given == year).then_some(())?;
                let day = match date {
                    Date::Fixed { month, day, .. } => NaiveDate::from_ymd_opt(year, *month as u32, u32::from(*day)),
                    Date::Easter { .. } => easter(year),
                    Date::Weekday { .. } => None,
                }?;
                Some(offset.apply(day))
            };
            let of_year = |year: i32| {
                let first = in_year(start, year)?;
                let last = in_year(end, year).filter(|last| *last >= first).or_else(|| in_year(end, year + 1))?;
                Some((first, last))
            };
            let years = today.year() - 1..=today.year() + 1;
            let next = years.filter_map(of_year).find(|(_, last)| *last >= today)?;
            (next.0 - today < TimeDelta::days(366)).then_some(ExceptionDays::Dates(next.0, next.1))
        }
        MonthdayRange::Month { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpeningHours;

    fn exceptions(hours: &str) -> Vec<(ExceptionDays, usize)> {
        let hours: OpeningHours = hours.parse().expect("hours");
        let at = "2026-11-27T09:00:00Z".parse().expect("a time");
        hours
            .special_hours(&Locality::default(), at)
            .exceptions
            .into_iter()
            .map(|exception| (exception.days, exception.times.len()))
            .collect()
    }

    #[test]
    fn holidays_and_days_without_anybody_are_told() {
        use ExceptionDays::{Dates, Months, PublicHolidays, SchoolHolidays};
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        for (hours, expected) in [
            ("Mo-Fr 09:00-12:00; PH off", vec![(PublicHolidays, 0)]),
            ("Mo-Fr 09:00-12:00; PH,SH off", vec![(PublicHolidays, 0), (SchoolHolidays, 0)]),
            ("Mo-Fr 09:00-12:00; SH 10:00-12:00,13:00-14:00", vec![(SchoolHolidays, 2)]),
            ("Mo-Fr 09:00-12:00; Jul-Aug off", vec![(Months(7, 8), 0)]),
            ("Mo-Fr 09:00-12:00; Dec 24 off", vec![(Dates(day(2026, 12, 24), day(2026, 12, 24)), 0)]),
            ("Mo-Fr 09:00-12:00; Dec 23-Jan 06 off", vec![(Dates(day(2026, 12, 23), day(2027, 1, 6)), 0)]),
            ("Mo-Fr 09:00-12:00; Jan 02-04 off", vec![(Dates(day(2027, 1, 2), day(2027, 1, 4)), 0)]),
            ("Mo-Fr 09:00-12:00; easter off", vec![(Dates(day(2027, 3, 28), day(2027, 3, 28)), 0)]),
            ("Mo-Fr 09:00-12:00; easter +1 day off", vec![(Dates(day(2027, 3, 29), day(2027, 3, 29)), 0)]),
            (
                "Mo-Fr 09:00-12:00; easter -2 days-easter +1 day off",
                vec![(Dates(day(2027, 3, 26), day(2027, 3, 29)), 0)],
            ),
            ("Mo-Fr 09:00-12:00; 2027 Feb 01-2027 Feb 05 off", vec![(Dates(day(2027, 2, 1), day(2027, 2, 5)), 0)]),
            ("Apr-Oct Mo 10:00-12:00", vec![]),
            ("Mo-Fr 09:00-12:00; SH Mo off", vec![(SchoolHolidays, 0)]),
            ("Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00", vec![(SchoolHolidays, 1)]),
            ("Mo-Fr 09:00-12:00; PH \"nach Absprache\"", vec![]),
            ("Mo-Fr 09:00-18:00; PH 12:00-13:00 off", vec![]),
            ("Mo-Fr 09:00-18:00; PH off; Dec 25 10:00-12:00", vec![]),
        ] {
            assert_eq!(exceptions(hours), expected, "{hours}");
        }
    }
}
