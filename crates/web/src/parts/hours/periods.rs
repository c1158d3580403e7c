//! Periods of opening hours: those of some days, and how each is told.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::{
    OpeningHours,
    hours::{HoursPeriod, HoursState, Locality, SpecialHours},
};
use maud::{Markup, html};

use crate::{Visit, words::clock};

/// How many days a table has.
pub(super) const WEEK: u64 = 7;

/// One stretch of time on the clock of the directory.
pub(super) type TimeSpan = (NaiveDateTime, NaiveDateTime);

/// When somebody is there, or may be, in some days from `today`; what goes on past midnight belongs to the day it
/// began, also on the last day. What is no time of `is_taken` is left out, as it is before longer ones are cut.
pub(super) fn periods_of(
    hours: &OpeningHours,
    locality: &Locality,
    (today, days): (NaiveDate, u64),
    is_taken: impl Fn(&HoursPeriod) -> bool,
) -> Vec<HoursPeriod> {
    let before = today.pred_opt().unwrap_or(today);
    let (first, last) = (today.and_time(NaiveTime::MIN), (today + Days::new(days)).and_time(NaiveTime::MIN));
    let periods = hours.schedule(locality).periods(before, days + 2).into_iter();
    let of_days = periods.filter(|period| period.end > first && period.start < last && is_taken(period));
    let cut = of_days.filter_map(|period| match period.end - period.start > TimeDelta::hours(24) {
        true => Some(HoursPeriod { start: period.start.max(first), end: period.end.min(last), ..period }),
        false => (period.start >= first).then_some(period),
    });
    cut.collect()
}

/// The times in some days that people can come at.
pub(super) fn periods(hours: &OpeningHours, locality: &Locality, today: NaiveDate, days: u64) -> Vec<HoursPeriod> {
    periods_of(hours, locality, (today, days), HoursPeriod::is_time)
}

/// What holds for days and nights of which nothing is known ("by appointment"), alone or between the times.
pub(super) fn unknown_periods(
    hours: &OpeningHours,
    locality: &Locality,
    today: NaiveDate,
    days: u64,
) -> Vec<HoursPeriod> {
    periods_of(hours, locality, (today, days), |period| !period.is_time())
}

/// The times of one day, as readers know them: 09:00–13:00.
pub(super) fn times((start, end): &TimeSpan) -> String {
    let whole_days = start.time() == end.time() && *end > *start;
    match (clock(start.time()), clock(end.time())) {
        (start, _) if whole_days && start == "00:00" => "00:00–24:00".to_owned(),
        (start, end) if end == "00:00" => format!("{start}–24:00"),
        (start, end) => format!("{start}–{end}"),
    }
}

/// Splits what lasts longer than a day at midnight.
pub(super) fn by_day(stretches: Vec<TimeSpan>) -> Vec<TimeSpan> {
    let mut split = Vec::new();
    for (mut start, end) in stretches {
        while end - start > TimeDelta::hours(24) {
            let midnight = (start.date() + Days::new(1)).and_hms_opt(0, 0, 0).unwrap_or(end);
            split.push((start, midnight));
            start = midnight;
        }
        split.push((start, end));
    }
    split
}

/// What says of a day that nobody knows whether somebody is there.
pub(super) fn unknown_on(unknown: &[HoursPeriod], day: NaiveDate) -> Option<&HoursPeriod> {
    let noon = day.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
    unknown.iter().find(|period| (period.start..period.end).contains(&noon))
}

/// What holds on a day before or after its times.
pub(super) fn fallback_on(unknown: &[HoursPeriod], day: NaiveDate) -> Option<&HoursPeriod> {
    let (first, last) = (day.and_time(NaiveTime::MIN), (day + Days::new(1)).and_time(NaiveTime::MIN));
    unknown.iter().find(|period| period.start < last && period.end > first)
}

/// A day of which only a note is known, or nothing.
pub(super) fn unknown_day(visit: &Visit<'_>, period: &HoursPeriod) -> Markup {
    html! {
        @match &period.note {
            Some(note) => bdi lang="de" { (note) },
            None => (visit.say("ask-first")),
        }
    }
}

/// What holds beside the times of a day: "sonst: nach Vereinbarung".
pub(super) fn fallback(visit: &Visit<'_>, period: &HoursPeriod) -> Markup {
    html! { span.small.note { (visit.say("hours-otherwise")) " " (unknown_day(visit, period)) } }
}

/// What of hours is not of every week.
pub(super) fn special_hours(visit: &Visit<'_>, hours: &OpeningHours) -> SpecialHours {
    hours.special_hours(&visit.snapshot.settings().locality(), visit.now)
}

/// What of a period stands at a day: all of it at the day it begins; what lasts longer than a day is split at midnight.
pub(super) fn part_of(period: &HoursPeriod, day: NaiveDate) -> Option<HoursPeriod> {
    let split = by_day(vec![(period.start, period.end)]).into_iter().find(|(start, _)| start.date() == day)?;
    Some(HoursPeriod { start: split.0, end: split.1, ..period.clone() })
}

/// Whether somebody is there from midnight to midnight.
pub(super) fn is_whole_day(period: &HoursPeriod) -> bool {
    let is_midnight = |at: NaiveDateTime| at.time() == NaiveTime::MIN;
    period.state == HoursState::Open
        && is_midnight(period.start)
        && is_midnight(period.end)
        && period.end > period.start
}

/// A time with what is noted of it.
pub(super) fn period_text(visit: &Visit<'_>, period: &HoursPeriod) -> Markup {
    html! {
        @if period.open_end {
            (visit.words().with("hours-from-time", [("time", clock(period.start.time()).into())]))
        } @else if is_whole_day(period) {
            (visit.say("hours-always"))
        } @else {
            bdi { (times(&(period.start, period.end))) }
        }
        @match (&period.note, period.state) {
            (Some(note), _) => span.small.note { " " bdi lang="de" { (note) } },
            (None, HoursState::Unknown) if !period.open_end => span.small.note { " " (visit.say("ask-first")) },
            _ => "",
        }
    }
}
