//! What a week does not say, in words: holidays, single days, and when the week becomes another one.

use chrono::NaiveDate;
use domain::{
    OpeningHours,
    hours::{ExceptionDays, HoursChange, HoursDeviation, HoursException, SpecialHours},
};
use maud::{Markup, html};

use super::{
    periods::{TimeSpan, period_text, unknown_day},
    slots::{runs, slot},
    sun::sun_words,
};
use crate::Visit;

/// What the days of a week do not say: what holds on holidays and dates, and every day from `first` on that is another
/// one than usual.
pub(super) fn lines(visit: &Visit<'_>, special: &SpecialHours, first: NaiveDate) -> Markup {
    let deviations: Vec<HoursDeviation> = special.deviations_from(first).collect();
    html! {
        @if !special.sun.is_empty() {
            ul.plain.cycles { @for sun in &special.sun { li { (sun_words(visit, sun)) } } }
        }
        @if !special.exceptions.is_empty() || !deviations.is_empty() || special.change.is_some() {
            ul.plain.exceptions {
                @for exception in &special.exceptions { li { (exception_words(visit, exception)) } }
                @for deviation in &deviations { li { (deviation_words(visit, deviation)) } }
                @if let Some(change) = &special.change { li { (change_words(visit, change)) } }
            }
        }
    }
}

/// The text of hours that have something for which there are no words.
pub(super) fn as_written(visit: &Visit<'_>, hours: &OpeningHours, special: &SpecialHours) -> Markup {
    html! {
        @if !special.is_complete {
            p.small.as-written { (visit.say("hours-as-written")) " " code dir="ltr" translate="no" { (hours.as_str()) } }
        }
    }
}

/// When the week becomes another one: "15. Juni 2027 bis 15. September 2027: Mo–Fr 14–18 Uhr".
pub(super) fn change_words(visit: &Visit<'_>, change: &HoursChange) -> Markup {
    let words = visit.words();
    let times: Vec<TimeSpan> =
        change.week.iter().filter(|period| period.is_time()).map(|period| (period.start, period.end)).collect();
    let runs = runs(&times, &change.week);
    html! {
        @match change.last {
            Some(last) if last == change.first => (words.date(last)),
            Some(last) => (words.dates(change.first, last)),
            None => (visit.with("hours-from-date", "date", &words.date(change.first))),
        }
        ": "
        @if change.week.is_empty() { (visit.say("closed")) } @else if runs.is_empty() { (visit.say("ask-first")) }
        @for (at, run) in runs.iter().enumerate() {
            @if at > 0 { (words.comma()) }
            (slot(visit, run))
        }
    }
}

/// A day that is another one than usual: "Donnerstag, 17. Dezember: geschlossen".
fn deviation_words(visit: &Visit<'_>, deviation: &HoursDeviation) -> Markup {
    html! {
        (visit.words().days(deviation.first, deviation.last)) ": "
        @if deviation.periods.is_empty() { (visit.say("closed")) }
        @for (at, period) in deviation.periods.iter().enumerate() {
            @if at > 0 { (visit.words().comma()) }
            @if period.is_time() { (period_text(visit, period)) } @else { (unknown_day(visit, period)) }
        }
    }
}

/// What holds on some days: "An Feiertagen: geschlossen".
pub(super) fn exception_words(visit: &Visit<'_>, exception: &HoursException) -> Markup {
    let words = visit.words();
    let days = match exception.days {
        ExceptionDays::PublicHolidays => visit.say("hours-public-holidays").into_owned(),
        ExceptionDays::SchoolHolidays => visit.say("hours-school-holidays").into_owned(),
        ExceptionDays::Months(first, last) => words.months(first, last),
        ExceptionDays::Dates(first, last) if first == last => words.date(first),
        ExceptionDays::Dates(first, last) => words.dates(first, last),
    };
    html! {
        (days) ": "
        @if !exception.weekdays.is_empty() { (words.weekdays(&exception.weekdays)) " " }
        @if exception.times.is_empty() { (visit.say("closed")) }
        @for (at, (start, end)) in exception.times.iter().enumerate() {
            @if at > 0 { (words.comma()) }
            (words.time_range(*start, *end))
        }
    }
}
