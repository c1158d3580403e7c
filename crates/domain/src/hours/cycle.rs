//! Rules that do not hold in every week: some weekdays of a month, every few weeks, a season. A table of one week
//! cannot show them, so they are told in words beside it, each with its next time.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use opening_hours_syntax::rules::{
    RuleKind, RuleOperator, RuleSequence,
    day::{DaySelector, MonthdayRange, WeekDayRange},
};

use super::{
    exception::{ExceptionDays, dates_of},
    locality::Locality,
    schedule::{HoursPeriod, LOOKAHEAD, Schedule, days_of, holidays_on_days},
    sun::{SunTime, sun_times},
};

/// The most rules that are told.
pub(super) const MOST: usize = 8;

/// A rule that does not hold in every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursCycle {
    /// When it holds.
    pub pattern: CyclePattern,
    /// On which days of the week; empty where it is every day.
    pub weekdays: Vec<Weekday>,
    /// Its times, where one of them follows the sun.
    pub sun: Vec<(SunTime, SunTime)>,
    /// The next time, where there is one.
    pub next: Option<HoursPeriod>,
}

/// In which weeks a rule holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CyclePattern {
    /// The first (1), second (2) … or last (-1) of its weekdays in a month.
    Monthly(Vec<i8>),
    /// Every so many weeks.
    EveryWeeks(u8),
    /// The first, second … of its weekdays in each month from one to another, by their numbers.
    MonthlyInSeason(Vec<i8>, u8, u8),
    /// From one month to another, by their numbers.
    Season(u8, u8),
    /// From one day to another, both counted, as they come next.
    Period(NaiveDate, NaiveDate),
    /// Single dates, or something that has no short name.
    Dates,
}

impl HoursCycle {
    /// Whether its words say that a day may be another one.
    pub(super) fn tells(&self, day: NaiveDate) -> bool {
        let is_within = match self.pattern {
            CyclePattern::Dates => false,
            CyclePattern::Period(first, last) => (first..=last).contains(&day),
            CyclePattern::Monthly(_)
            | CyclePattern::MonthlyInSeason(..)
            | CyclePattern::EveryWeeks(_)
            | CyclePattern::Season(..) => true,
        };
        is_within && (self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()))
    }
}

/// The rules of that kind in their order.
pub(super) fn find_cycles(rules: &[RuleSequence], locality: &Locality, at: DateTime<Utc>) -> Vec<HoursCycle> {
    let days = LOOKAHEAD.num_days().unsigned_abs();
    let today = at.with_timezone(&locality.zone).date_naive();
    let told = rules.iter().filter(|rule| rule.kind != RuleKind::Closed);
    let patterns = told.flat_map(by_ordinals).filter_map(|rule| Some((pattern(&rule.day_selector, today)?, rule)));
    let cycles = patterns.take(MOST).map(|(pattern, rule)| {
        // What closes holds for this rule too; what opens otherwise does not make its next time.
        let alone = RuleSequence { operator: RuleOperator::Normal, ..rule.clone() };
        let closing = rules.iter().filter(|rule| rule.kind == RuleKind::Closed).cloned();
        let schedule = Schedule::new(&std::iter::once(alone).chain(closing).collect::<Vec<_>>(), locality);
        let local = at.with_timezone(&locality.zone).naive_local();
        let next = schedule.first_period(local, days);
        let sun = sun_times(&rule).unwrap_or_default();
        HoursCycle { pattern, weekdays: weekdays(&rule.day_selector), sun, next }
    });
    cycles.collect()
}

/// A rule once for each of the ordinals that its days of the week have: the first Monday and the third Thursday are not
/// the first and third of both.
fn by_ordinals(rule: &RuleSequence) -> Vec<RuleSequence> {
    let mut by_day: Vec<(Vec<Weekday>, Vec<WeekDayRange>)> = Vec::new();
    for range in &rule.day_selector.weekday {
        let WeekDayRange::Fixed { range: days, .. } = range else { return vec![rule.clone()] };
        let days: Vec<Weekday> = days_of(days).collect();
        match by_day.iter_mut().find(|(known, _)| *known == days) {
            Some((_, ranges)) => ranges.push(range.clone()),
            None => by_day.push((days, vec![range.clone()])),
        }
    }
    let mut groups: Vec<(Vec<i8>, Vec<WeekDayRange>)> = Vec::new();
    for (_, ranges) in by_day {
        let named = ordinals(&ranges);
        match groups.iter_mut().find(|(known, _)| *known == named) {
            Some((_, known)) => known.extend(ranges),
            None => groups.push((named, ranges)),
        }
    }
    if groups.len() < 2 {
        return vec![rule.clone()];
    }
    let with_days = |(_, weekday)| {
        let day_selector = DaySelector { weekday, ..rule.day_selector.clone() };
        RuleSequence { day_selector, ..rule.clone() }
    };
    groups.into_iter().map(with_days).collect()
}

/// In which weeks a selector holds; none where it holds in all of them, or only speaks of holidays.
pub(super) fn pattern(selector: &DaySelector, today: NaiveDate) -> Option<CyclePattern> {
    if holidays_on_days(&selector.weekday).is_some() {
        return None;
    }
    let is_shifted = |range: &WeekDayRange| matches!(range, WeekDayRange::Fixed { offset, .. } if *offset != 0);
    if selector.weekday.iter().any(is_shifted) {
        return Some(CyclePattern::Dates);
    }
    let DaySelector { year, monthday, week, weekday } = selector;
    let ordinals = ordinals(weekday);
    match (year.is_empty(), monthday.as_slice(), week.as_slice(), ordinals.as_slice()) {
        (true, [], [], []) => None,
        (true, [], [], _) => Some(CyclePattern::Monthly(ordinals)),
        (true, [], [weeks], []) => match weeks.into_parts() {
            (range, step) if step > 1 && **range.start() <= step && **range.end() >= 52 => {
                Some(CyclePattern::EveryWeeks(step))
            }
            _ => Some(CyclePattern::Dates),
        },
        (true, [MonthdayRange::Month { range, year: None }], [], []) => {
            Some(CyclePattern::Season(*range.start() as u8, *range.end() as u8))
        }
        // Two parts of one season that goes on over the end of the year.
        (
            true,
            [MonthdayRange::Month { range: one, year: None }, MonthdayRange::Month { range: other, year: None }],
            [],
            [],
        ) => {
            let months = |range: &std::ops::RangeInclusive<_>| (*range.start() as u8, *range.end() as u8);
            Some(match (months(one), months(other)) {
                ((1, until), (from, 12)) | ((from, 12), (1, until)) => CyclePattern::Season(from, until),
                _ => CyclePattern::Dates,
            })
        }
        (true, [MonthdayRange::Month { range, year: None }], [], _) => {
            Some(CyclePattern::MonthlyInSeason(ordinals, *range.start() as u8, *range.end() as u8))
        }
        (true, [range @ MonthdayRange::Date { .. }], [], []) => match dates_of(range, today) {
            Some(ExceptionDays::Dates(first, last)) if first < last => Some(CyclePattern::Period(first, last)),
            _ => Some(CyclePattern::Dates),
        },
        _ => Some(CyclePattern::Dates),
    }
}

/// Whether a selector names nothing but days of the week, or none.
pub(super) fn is_weekly(selector: &DaySelector) -> bool {
    let is_plain = |range: &WeekDayRange| matches!(range, WeekDayRange::Fixed { offset: 0, .. });
    let DaySelector { year, monthday, week, weekday } = selector;
    year.is_empty()
        && monthday.is_empty()
        && week.is_empty()
        && weekday.iter().all(is_plain)
        && ordinals(weekday).is_empty()
}

/// Which of a month's weekdays are named, where not all of them are.
fn ordinals(weekdays: &[WeekDayRange]) -> Vec<i8> {
    let mut ordinals = Vec::new();
    for range in weekdays {
        let WeekDayRange::Fixed { nth_from_start, nth_from_end, .. } = range else { continue };
        if !nth_from_start.contains(&false) && !nth_from_end.contains(&false) {
            continue;
        }
        let named =
            |nths: &[bool; 5]| (1_i8..).zip(*nths).filter(|(_, is_named)| *is_named).map(|(at, _)| at).collect();
        let (first, last): (Vec<i8>, Vec<i8>) = (named(nth_from_start), named(nth_from_end));
        ordinals.extend(first.into_iter().chain(last.into_iter().map(|at| -at)));
    }
    ordinals.sort_unstable_by_key(|at| (*at < 0, at.abs()));
    ordinals.dedup();
    ordinals
}

/// The days of the week that a selector names.
pub(super) fn weekdays(selector: &DaySelector) -> Vec<Weekday> {
    let mut days = Vec::new();
    for range in &selector.weekday {
        if let WeekDayRange::Fixed { range, .. } = range {
            let new: Vec<Weekday> = days_of(range).filter(|day| !days.contains(day)).collect();
            days.extend(new);
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpeningHours;

    fn cycles(hours: &str) -> Vec<(CyclePattern, String)> {
        let hours: OpeningHours = hours.parse().expect("hours");
        let at = "2026-11-27T09:00:00Z".parse().expect("a time");
        let cycles = hours.special_hours(&Locality::default(), at).cycles.into_iter();
        let next = |cycle: &HoursCycle| cycle.next.as_ref().map(|next| next.start.to_string()).unwrap_or_default();
        cycles.map(|cycle| (cycle.pattern.clone(), next(&cycle))).collect()
    }

    #[test]
    fn what_does_not_hold_in_every_week_is_told_with_its_next_time() {
        assert_eq!(cycles("Mo-Fr 09:00-12:00; PH off"), []);
        let day = |month, day| chrono::NaiveDate::from_ymd_opt(2027, month, day).expect("a day");
        let june_to_september = CyclePattern::Period(day(6, 15), day(9, 15));
        for (hours, pattern, next) in [
            ("Sa[2] 10:00-12:00", CyclePattern::Monthly(vec![2]), "2026-12-12 10:00:00"),
            ("Mo 09:00-12:00; Fr[1],Fr[-1] 18:00-20:00", CyclePattern::Monthly(vec![1, -1]), "2026-11-27 18:00:00"),
            ("week 02-53/2 We 10:00-12:00", CyclePattern::EveryWeeks(2), "2026-12-09 10:00:00"),
            ("May-Sep Sa[1] 10:00-12:00", CyclePattern::MonthlyInSeason(vec![1], 5, 9), "2027-05-01 10:00:00"),
            ("Apr-Oct Mo 10:00-12:00", CyclePattern::Season(4, 10), "2027-04-05 10:00:00"),
            ("Th[1] 18:00-20:00; Dec 3 off", CyclePattern::Monthly(vec![1]), "2027-01-07 18:00:00"),
            ("Jan-Mar,Oct-Dec Mo 10:00-12:00", CyclePattern::Season(10, 3), "2026-11-30 10:00:00"),
            ("Jun 15-Sep 15 Mo 10:00-12:00", june_to_september, "2027-06-21 10:00:00"),
            ("We[1] +1 day 09:00-11:00", CyclePattern::Dates, "2026-12-03 09:00:00"),
            ("2026 Dec 24 10:00-12:00", CyclePattern::Dates, "2026-12-24 10:00:00"),
        ] {
            assert_eq!(cycles(hours), [(pattern, next.to_owned())], "{hours}");
        }
        let both = [
            (CyclePattern::Monthly(vec![1]), "2026-12-07 10:00:00".to_owned()),
            (CyclePattern::Monthly(vec![3]), "2026-12-17 10:00:00".to_owned()),
        ];
        assert_eq!(cycles("Mo[1],Th[3] 10:00-12:00"), both);
        // What has no end in sight has none that could be told.
        let hours: OpeningHours = "Feb-Jan".parse().expect("hours");
        let found = hours.special_hours(&Locality::default(), "2026-11-27T09:00:00Z".parse().expect("a time"));
        assert!(found.cycles.iter().filter_map(|cycle| cycle.next.as_ref()).all(|next| next.open_end), "{found:?}");
    }
}
