//! Events by the days of a week or a month. On telephones the days that have some stand below each other, elsewhere the
//! days of a week stand beside each other.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use directory::{EventDate, EventNo};
use maud::{Markup, html};

use super::super::search::{
    event_period::{self, period},
    results::address,
};
use crate::{
    Visit,
    filters::{Calendar, ParameterError, Search},
    parts::{
        activities::{cancelled_mark, has_time},
        icons::{Icon, icon},
        localised,
    },
    words::clock,
};

/// How many dates a page shows at most.
const MOST: usize = 400;
/// How many of a day; the list has all.
const OF_DAY: usize = 8;

/// The heading and the days of a period.
///
/// # Errors
/// [`ParameterError`], what cannot be asked.
pub(super) fn days(visit: &Visit<'_>, search: &Search) -> Result<(Markup, Markup), ParameterError> {
    let (first, end) = period(visit, search);
    let filter = event_period::event_filter(visit, search, &search.filters);
    let (dates, total) = visit.snapshot.event_dates(&filter, MOST)?;
    let is_month = search.calendar == Calendar::Month;
    let heading = match is_month {
        true => visit.words().month(first),
        false => visit.words().dates(first, end - Days::new(1)),
    };
    let mut all: Vec<(NaiveDate, Vec<(EventDate, EventNo)>)> =
        first.iter_days().take_while(|day| *day < end).map(|day| (day, Vec::new())).collect();
    for (date, no) in dates {
        // What goes on for days stands on each of them.
        let (begin, last) = (visit.local(date.start).date(), last_day(visit, date, no));
        for (_, of_day) in all.iter_mut().filter(|(day, _)| (begin..=last).contains(day)) {
            of_day.push((date, no));
        }
    }
    let found = html! {
        (steps(visit, search, (first, end)))
        p.note { (visit.count("dates-count", total as u64)) }
        ol.days.month[is_month] {
            @for (day, of_day) in &all {
                @let column = day.weekday().number_from_monday();
                li.day.none[of_day.is_empty()].today[*day == visit.today()].{ "d" (column) }[is_month && *day == first] {
                    h2 { time datetime=(day) { (visit.words().short_weekday(day.weekday())) " " (day.day()) } }
                    @if !of_day.is_empty() { (entries(visit, search, *day, of_day)) }
                }
            }
        }
    };
    Ok((html! { (heading) }, found))
}

/// The last day of a date: what ends in the night belongs to the evening before, what tells no end to its day.
fn last_day(visit: &Visit<'_>, date: EventDate, no: EventNo) -> NaiveDate {
    let event = visit.snapshot.event(no).data();
    let goes_on = event.all_day || event.ends_at.is_some() && date.end - date.start > TimeDelta::hours(12);
    let last = if goes_on { date.end - TimeDelta::seconds(1) } else { date.start };
    visit.local(last.max(date.start)).date()
}

fn entries(visit: &Visit<'_>, search: &Search, day: NaiveDate, of_day: &[(EventDate, EventNo)]) -> Markup {
    let list = Search { calendar: Calendar::List, from: Some(day), ..search.clone() };
    html! {
        ul {
            @for (date, no) in of_day.iter().take(OF_DAY) { li { (entry(visit, day, *date, *no)) } }
            @if let Some(more) = of_day.len().checked_sub(OF_DAY).filter(|more| *more > 0) {
                li { a href=(address(visit, &list)) rel="nofollow" { (visit.count("more", more as u64)) } }
            }
        }
    }
}

fn entry(visit: &Visit<'_>, day: NaiveDate, date: EventDate, no: EventNo) -> Markup {
    let event = visit.snapshot.event(no).data();
    let (start, end, last) = (visit.local(date.start), visit.local(date.end), last_day(visit, date, no));
    let time = html! {
        @if event.all_day {
            span.at { (visit.say("all-day")) } " "
        } @else if start.date() < day && day < last {
            // Nobody says at what hours.
            span.at { (visit.say("event-ongoing")) } " "
        } @else if start.date() < day {
            span.at { bdi { (visit.with("event-until", "date", &clock(end.time()))) } } " "
        } @else if last > day || event.ends_at.is_none() {
            @if has_time(event, start) { span.at { (clock(start.time())) } " " }
        } @else {
            span.at { bdi { (clock(start.time())) "–" (clock(end.time())) } } " "
        }
    };
    let title = localised::narrow_label(visit, &event.title);
    html! {
        @if event.cancelled { s { (time) } } @else { (time) }
        a href=(visit.event(no)) { @if event.cancelled { s { (title) } } @else { (title) } }
        @if last > day {
            " " span.small { (visit.with("event-until", "date", &visit.words().date(last))) }
        }
        (cancelled_mark(visit, no))
    }
}

/// The way to the period before, to this one, and to the next.
fn steps(visit: &Visit<'_>, search: &Search, (first, end): (NaiveDate, NaiveDate)) -> Markup {
    let to = |from: Option<NaiveDate>| address(visit, &Search { from, ..search.clone() });
    let (now, _) = period(visit, &Search { from: None, ..search.clone() });
    let (before, next) = match search.calendar {
        Calendar::Month => ("month-before", "month-next"),
        Calendar::Week | Calendar::List => ("week-before", "week-next"),
    };
    html! {
        nav.pager.steps aria-label=(visit.say("calendar-steps")) {
            a.button.back href=(to(first.pred_opt())) rel="prev nofollow" { (icon(Icon::Arrow)) (visit.say(before)) }
            @if first != now { a.button href=(to(None)) rel="nofollow" { (visit.say("today")) } }
            a.button.on href=(to(Some(end))) rel="next nofollow" { (visit.say(next)) (icon(Icon::Arrow)) }
        }
    }
}
