//! Whether there are words for a rule. What has none is shown as it was written, so that nothing of a rule is left out.

use chrono::{Datelike, NaiveDate};
use opening_hours_syntax::rules::{
    RuleKind, RuleSequence,
    day::{Date, HolidayKind, MonthdayRange, WeekDayRange},
    time::{Time, TimeSelector, TimeSpan},
};

use super::{
    cycle::{CyclePattern, MOST, is_weekly, pattern},
    exception::{ExceptionDays, HoursException, dates_of, exception_days, holidays_with_weekdays},
    sun::{sun_hours, sun_times},
};

/// Whether the table of a week, cycles, exceptions and notes together tell all of these rules.
pub(super) fn tell_all(rules: &[RuleSequence], exceptions: &[HoursException], today: NaiveDate) -> bool {
    let cycles =
        rules.iter().filter(|rule| rule.kind != RuleKind::Closed && pattern(&rule.day_selector, today).is_some());
    cycles.count() <= MOST && rules.iter().all(|rule| tells(rule, exceptions, today) || is_over(rule, today))
}

fn tells(rule: &RuleSequence, exceptions: &[HoursException], today: NaiveDate) -> bool {
    let selector = &rule.day_selector;
    let spans = &rule.time_selector.spans;
    let is_fixed = spans.iter().all(has_fixed_times);
    if is_weekly(selector) {
        return is_fixed || sun_hours(rule).is_some();
    }
    let is_excepted = |days: &ExceptionDays| {
        exceptions.iter().any(|exception| exception.days == *days && exception.weekdays.is_empty())
    };
    if let Some((holidays, weekdays)) = holidays_with_weekdays(selector) {
        let is_told = |days: &ExceptionDays| {
            exceptions.iter().any(|exception| exception.days == *days && exception.weekdays == weekdays)
        };
        return is_fixed && holidays.iter().all(is_told);
    }
    let days = exception_days(selector, today);
    let ranges = selector.weekday.len() + selector.monthday.len();
    if rule.kind == RuleKind::Closed {
        return rule.time_selector == TimeSelector::default() && days.len() == ranges && days.iter().all(is_excepted);
    }
    let holidays = |kind: HolidayKind| {
        selector.weekday.iter().any(|range| matches!(range, WeekDayRange::Holiday { kind: of, .. } if *of == kind))
    };
    // "Mo-Fr,PH 10:00-12:00" is a week with its holidays.
    let has_told_holidays = |kind, days| !holidays(kind) || is_excepted(&days);
    let is_week_with_holidays = selector.monthday.is_empty() && selector.week.is_empty() && selector.year.is_empty();
    if is_week_with_holidays && pattern(selector, today).is_none() {
        let fixed = selector.weekday.iter().filter(|range| matches!(range, WeekDayRange::Fixed { .. })).count();
        return is_fixed
            && days.len() + fixed == ranges
            && super::schedule::holidays_on_days(&selector.weekday).is_none()
            && has_told_holidays(HolidayKind::Public, ExceptionDays::PublicHolidays)
            && has_told_holidays(HolidayKind::School, ExceptionDays::SchoolHolidays);
    }
    let has_holidays = holidays(HolidayKind::Public) || holidays(HolidayKind::School);
    // A cycle is told with the one time that comes next, or with how its times follow the sun.
    let is_one_time = (is_fixed && spans.len() == 1 || sun_times(rule).is_some()) && !has_holidays;
    match pattern(selector, today) {
        Some(CyclePattern::Dates) => is_one_time && is_single_day(rule, today),
        Some(_) => is_one_time,
        None => false,
    }
}

fn has_fixed_times(span: &TimeSpan) -> bool {
    let is_fixed = |time: Time| matches!(time, Time::Fixed(_));
    is_fixed(span.range.start) && is_fixed(span.range.end) && span.repeats.is_none()
}

/// Whether a rule holds on one day, of one year or of each: the next time tells it.
fn is_single_day(rule: &RuleSequence, today: NaiveDate) -> bool {
    let selector = &rule.day_selector;
    let [range] = selector.monthday.as_slice() else { return false };
    selector.weekday.is_empty()
        && selector.week.is_empty()
        && selector.year.is_empty()
        && matches!(dates_of(range, today), Some(ExceptionDays::Dates(first, last)) if first == last)
}

/// Whether a rule held in years that are over.
fn is_over(rule: &RuleSequence, today: NaiveDate) -> bool {
    let selector = &rule.day_selector;
    let year_of = |date: &Date| date.year().map(|year| *year);
    let is_past = |range: &MonthdayRange| match range {
        MonthdayRange::Month { year, .. } => year.is_some_and(|year| *year < today.year()),
        MonthdayRange::Date { end: (end, _), .. } => year_of(end).is_some_and(|year| year < today.year()),
    };
    let are_years_past = selector.year.iter().all(|range| **range.clone().into_parts().0.end() < today.year());
    match (selector.year.as_slice(), selector.monthday.as_slice()) {
        ([], []) => false,
        ([], ranges) => ranges.iter().all(is_past),
        _ => are_years_past,
    }
}
