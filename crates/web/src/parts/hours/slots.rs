//! The usual week in a row: days that follow each other and have the same times, with what is said of those.

use chrono::{Datelike, NaiveTime, Weekday};
use domain::hours::{HoursPeriod, HoursState};
use maud::{Markup, html};

use super::periods::{TimeSpan, WEEK};
use crate::{Visit, words::clock};

/// Days of the week that follow each other and have the same times.
pub(super) struct DayRun {
    pub(super) first: Weekday,
    pub(super) last: Weekday,
    pub(super) times: Vec<SlotTime>,
}

/// A time of a day of the week, with what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SlotTime {
    start: NaiveTime,
    end: NaiveTime,
    open_end: bool,
    is_unknown: bool,
    pub(super) note: Option<String>,
}

impl SlotTime {
    /// A stretch of a week, as the period that begins like it on that day of the week.
    fn new((start, end): &TimeSpan, periods: &[HoursPeriod]) -> Self {
        let begins = |it: &&HoursPeriod| it.start.weekday() == start.weekday() && it.start.time() == start.time();
        let period = periods.iter().find(begins);
        Self {
            start: start.time(),
            end: end.time(),
            open_end: period.is_some_and(|period| period.open_end),
            is_unknown: period.is_some_and(|period| period.state == HoursState::Unknown && !period.open_end),
            note: period.and_then(|period| period.note.as_deref().map(ToOwned::to_owned)),
        }
    }
}

/// The runs of a week that begins on Monday, whose times are those of some periods.
pub(super) fn runs(week: &[TimeSpan], periods: &[HoursPeriod]) -> Vec<DayRun> {
    let mut runs: Vec<DayRun> = Vec::new();
    for day in std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(WEEK as usize) {
        let of_day = week.iter().filter(|(start, _)| start.weekday() == day);
        let times: Vec<SlotTime> = of_day.map(|stretch| SlotTime::new(stretch, periods)).collect();
        match runs.last_mut() {
            _ if times.is_empty() => {}
            Some(run) if run.last.succ() == day && run.times == times => run.last = day,
            _ => runs.push(DayRun { first: day, last: day, times }),
        }
    }
    runs
}

impl DayRun {
    /// Whether somebody is always there.
    fn is_always(&self) -> bool {
        let is_whole = |it: &SlotTime| it.start == NaiveTime::MIN && it.end == NaiveTime::MIN && it.note.is_none();
        self.first == Weekday::Mon
            && self.last == Weekday::Sun
            && self.times.iter().all(|it| is_whole(it) && !it.is_unknown && !it.open_end)
    }
}

/// Days of the week with their times: "Di 10–12 Uhr", "Mo–Fr 8–10 Uhr", "Fr ab 18:00".
pub(super) fn slot(visit: &Visit<'_>, run: &DayRun) -> Markup {
    if run.is_always() {
        return html! { span.slot { (visit.say("hours-always")) } };
    }
    let (words, DayRun { first, last, times }) = (visit.words(), run);
    html! {
        span.slot {
            (words.short_weekday(*first))
            @if first != last { "–" (words.short_weekday(*last)) }
            " "
            @for (at, time) in times.iter().enumerate() {
                @if at > 0 { (words.comma()) }
                @if time.open_end {
                    (words.with("hours-from-time", [("time", clock(time.start).into())]))
                } @else {
                    (words.time_range(time.start, time.end))
                }
                @if let Some(note) = &time.note {
                    span.small.note { " " bdi lang="de" { (note) } }
                } @else if time.is_unknown {
                    span.small.note { " " (visit.say("ask-first")) }
                }
            }
        }
    }
}
