//! When something that has a schedule takes place: in a row of a list, and on its own page. Nothing of a schedule is left out:
//! beside the usual week stand the next one of a season, what holds in some weeks or follows the sun, and what is noted.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use domain::{
    OpeningHours,
    hours::{HoursCycle, HoursPeriod, SpecialHours},
};
use maud::{Markup, html};

use super::{
    cycles,
    periods::{TimeSpan, WEEK, by_day, fallback_on, periods, special_hours, unknown_periods},
    slots::{DayRun, runs, slot},
    special, sun, table_with,
};
use crate::Visit;

/// The most times that are told in a row, and the most rules that do not hold in every week.
const FEW: usize = 3;
const CYCLES: usize = 3;
/// How many weeks are compared to tell whether there is a usual one, and how many have to be alike: holidays fall into
/// some, and what takes place every other week is in half of them.
const WEEKS: (u64, usize) = (9, 6);
/// How many of the next times are told where weeks differ.
const NEXT: usize = 3;
/// The most runs of days of a week that are told without a table.
const SLOTS: usize = 7;

/// When something that has a schedule takes place, in a row: "Di 10–12 Uhr", then what is not of every week; where weeks
/// differ in words with the next time, else the next time alone. What is noted stands behind.
pub(crate) fn row(visit: &Visit<'_>, hours: &OpeningHours) -> Option<Markup> {
    let periods = periods_ahead(visit, hours);
    let ahead = to_stretches(&periods);
    let week = usual_week(visit.today(), &ahead).unwrap_or_default();
    let runs = runs(&week, &periods);
    // What is of every week needs no second look.
    let special = if hours.is_weekly() { SpecialHours::default() } else { special_hours(visit, hours) };
    let cycles: Vec<&HoursCycle> = match runs.is_empty() {
        true => special.cycles.iter().collect(),
        false => special.cycles_beside_weeks().collect(),
    };
    let parts = [
        week_part(visit, &runs, special.present_season(&week)),
        season_part(visit, &special, !runs.is_empty()),
        cycles_part(visit, &cycles),
        sun_part(visit, &special),
    ];
    let parts: Vec<Markup> = parts.into_iter().flatten().collect();
    if parts.is_empty() && special.exceptions.is_empty() {
        return match ahead.first() {
            Some((start, end)) => Some(html! { (visit.words().period(*start, *end)) (notes(hours, |_| false)) }),
            None => hours.notes().first().map(|note| html! { bdi lang="de" { (note) } }),
        };
    }
    let fallback = if runs.is_empty() { None } else { fallback_beside(visit, hours, &periods) };
    let is_told = |note: &str| {
        let is_fallback = fallback.as_ref().is_some_and(|period| period.note.as_deref() == Some(note));
        let mut times = runs.iter().take(FEW).flat_map(|run| &run.times);
        let mut next = cycles.iter().take(CYCLES).filter_map(|cycle| cycle.next.as_ref());
        is_fallback
            || times.any(|time| time.note.as_deref() == Some(note))
            || next.any(|next| next.note.as_deref() == Some(note))
    };
    Some(html! {
        @for (at, part) in parts.iter().enumerate() {
            @if at > 0 { (visit.words().semicolon()) }
            (part)
        }
        @if let Some(period) = &fallback { (visit.words().semicolon()) (super::periods::fallback(visit, period)) }
        (notes(hours, is_told))
        @if parts.is_empty() {
            @for (at, exception) in special.exceptions.iter().take(CYCLES).enumerate() {
                @if at > 0 { (visit.words().semicolon()) }
                (special::exception_words(visit, exception))
            }
        } @else {
            @for exception in special.exceptions.iter().take(CYCLES) {
                " " span.small.note { "· " (special::exception_words(visit, exception)) }
            }
        }
    })
}

/// What holds before and after the times of the coming week.
fn fallback_beside(visit: &Visit<'_>, hours: &OpeningHours, periods: &[HoursPeriod]) -> Option<HoursPeriod> {
    // Nothing else makes one, and most have none.
    if !hours.as_str().contains("||") {
        return None;
    }
    let unknown = unknown_periods(hours, &visit.snapshot.settings().locality(), visit.today(), WEEK);
    let mut days = periods.iter().map(|period| period.start.date());
    days.find_map(|day| fallback_on(&unknown, day).cloned())
}

/// The usual week, as far as a row has room for it; that of a season behind its months.
fn week_part(visit: &Visit<'_>, runs: &[DayRun], season: Option<&HoursCycle>) -> Option<Markup> {
    (!runs.is_empty()).then(|| {
        html! {
            @if let Some(season) = season.and_then(|season| cycles::season_name(visit, season)) { (season) ": " }
            @for (at, run) in runs.iter().take(FEW).enumerate() {
                @if at > 0 { (visit.words().comma()) }
                (slot(visit, run))
            }
            @if runs.len() > FEW { " …" }
        }
    })
}

/// The week that comes next, beside a usual one.
fn season_part(visit: &Visit<'_>, special: &SpecialHours, has_week: bool) -> Option<Markup> {
    let change = special.next_week.as_ref().filter(|_| has_week)?;
    let seasons = special.next_seasons();
    Some(html! {
        span.season {
            @if seasons.is_empty() { (special::change_words(visit, change)) }
            @for (at, season) in seasons.iter().enumerate() {
                @if at > 0 { (visit.words().semicolon()) }
                (cycles::season(visit, season))
            }
        }
    })
}

fn cycles_part(visit: &Visit<'_>, cycles: &[&HoursCycle]) -> Option<Markup> {
    (!cycles.is_empty()).then(|| {
        html! {
            @for (at, cycle) in cycles.iter().take(CYCLES).enumerate() {
                @if at > 0 { (visit.words().semicolon()) }
                (cycles::line(visit, cycle))
            }
            @if cycles.len() > CYCLES { " …" }
        }
    })
}

fn sun_part(visit: &Visit<'_>, special: &SpecialHours) -> Option<Markup> {
    let words: Vec<String> = special.sun.iter().map(|sun| sun::sun_words(visit, sun)).collect();
    (!words.is_empty()).then(|| html! { (words.join(visit.words().semicolon())) })
}

/// What is noted and not told yet.
fn notes(hours: &OpeningHours, is_told: impl Fn(&str) -> bool) -> Markup {
    html! {
        @for note in hours.notes().into_iter().filter(|note| !is_told(note)) {
            " " span.small.note { bdi lang="de" { (note) } }
        }
    }
}

/// The times in the weeks that are compared.
pub(super) fn periods_ahead(visit: &Visit<'_>, hours: &OpeningHours) -> Vec<HoursPeriod> {
    periods(hours, &visit.snapshot.settings().locality(), visit.today(), WEEK * WEEKS.0)
}

pub(super) fn to_stretches(periods: &[HoursPeriod]) -> Vec<TimeSpan> {
    by_day(periods.iter().map(|period| (period.start, period.end)).collect())
}

/// The times of the usual week, Monday first, as if it were the coming one: those of the days of the week that have the
/// same ones in most weeks; none where there are none.
pub(super) fn usual_week(today: NaiveDate, ahead: &[TimeSpan]) -> Option<Vec<TimeSpan>> {
    let of_weekday = |weekday: Weekday| {
        let weeks = (0..WEEKS.0).map(|week| {
            let later = TimeDelta::weeks(week.cast_signed());
            let (from, until) = (today + later, today + later + TimeDelta::weeks(1));
            let of_day =
                ahead.iter().filter(|(start, _)| start.weekday() == weekday && (from..until).contains(&start.date()));
            of_day.map(|(start, end)| (*start - later, *end - later)).collect::<Vec<TimeSpan>>()
        });
        let weeks: Vec<Vec<TimeSpan>> = weeks.collect();
        weeks.iter().find(|day| weeks.iter().filter(|other| other == day).count() >= WEEKS.1).cloned()
    };
    let days = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(WEEK as usize);
    let week: Vec<TimeSpan> = days.filter_map(of_weekday).flatten().collect();
    (!week.is_empty()).then_some(week)
}

/// When something that has a schedule takes place: its usual week, else what holds in some weeks, else the next times
/// by date.
pub(crate) fn schedule(visit: &Visit<'_>, hours: &OpeningHours) -> Markup {
    let periods = periods_ahead(visit, hours);
    let ahead = to_stretches(&periods);
    let week = usual_week(visit.today(), &ahead).map(|week| runs(&week, &periods));
    let special = special_hours(visit, hours);
    html! {
        @match week {
            Some(runs) if runs.len() <= SLOTS && hours.notes().is_empty() => {
                ul.plain.slots { @for run in &runs { li { (slot(visit, run)) } } }
                (cycles::list(visit, &special, true))
                (special::lines(visit, &special, visit.today()))
                (special::as_written(visit, hours, &special))
            }
            None if special.tells_nothing() && hours.notes().is_empty() => {
                @if ahead.is_empty() { p.muted { (visit.say("closed")) } }
                @else {
                    ul.plain.dates {
                        @for (start, end) in ahead.iter().take(NEXT) { li { (visit.words().period(*start, *end)) } }
                    }
                }
                (special::as_written(visit, hours, &special))
            }
            _ => { (table_with(visit, hours, &special)) }
        }
    }
}
