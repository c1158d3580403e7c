//! Hours that do not hold in every week, in words: "2. Samstag im Monat, nächster Termin: …".

use chrono::Weekday;
use domain::hours::{CyclePattern, HoursCycle, HoursPeriod, SpecialHours};
use maud::{Markup, html};

use super::sun::sun_times;
use crate::Visit;

/// All rules that do not hold in every week, with or without a usual week beside them.
pub(super) fn list(visit: &Visit<'_>, special: &SpecialHours, has_week: bool) -> Markup {
    html! {
        @if !special.cycles.is_empty() {
            ul.plain.cycles { @for cycle in &special.cycles { li { (words(visit, cycle, has_week)) } } }
        }
    }
}

/// What one rule says, and its next time.
fn words(visit: &Visit<'_>, cycle: &HoursCycle, has_week: bool) -> Markup {
    let pattern = pattern(visit, cycle);
    let next = cycle.next.as_ref().map(|next| next_time(visit, next));
    html! {
        @if let Some(pattern) = &pattern { (pattern) }
        @if let Some(next) = next {
            @if pattern.is_some() { br; }
            // Beside a usual week the next single day is not the next time of all.
            @let key = if pattern.is_none() && has_week { "hours-single-days" } else { "hours-next" };
            span.small { (visit.say(key)) " " (next) }
        }
        @if let Some(note) = cycle.next.as_ref().and_then(|next| next.note.as_ref()) {
            " " span.small.note { bdi lang="de" { (note) } }
        }
    }
}

/// The same in one line.
pub(super) fn line(visit: &Visit<'_>, cycle: &HoursCycle) -> Markup {
    let next = cycle.next.as_ref().map(|next| next_time(visit, next));
    html! {
        @match (pattern(visit, cycle), next) {
            (Some(pattern), Some(next)) => { (pattern) (visit.words().comma()) (visit.say("hours-next-inline")) " " (next) }
            (None, Some(next)) => (next),
            (Some(pattern), None) => (pattern),
            (None, None) => "",
        }
        @if let Some(note) = cycle.next.as_ref().and_then(|next| next.note.as_ref()) {
            " " span.small.note { bdi lang="de" { (note) } }
        }
    }
}

/// When a season is: "April bis September".
pub(super) fn season_name(visit: &Visit<'_>, cycle: &HoursCycle) -> Option<String> {
    match cycle.pattern {
        CyclePattern::Season(from, until) => Some(visit.words().months(from, until)),
        CyclePattern::Period(first, last) => Some(visit.words().dates(first, last)),
        _ => None,
    }
}

/// A season with its times: "April bis September: Montag, 10–12 Uhr".
pub(super) fn season(visit: &Visit<'_>, cycle: &HoursCycle) -> Markup {
    let times = cycle.next.as_ref().filter(|_| cycle.sun.is_empty());
    html! {
        @if let Some(pattern) = pattern(visit, cycle) { (pattern) }
        @if let Some(next) = times {
            (visit.words().comma()) (visit.words().time_range(next.start.time(), next.end.time()))
        }
    }
}

/// The next time; of what goes on for long, or nobody knows how long, the beginning.
fn next_time(visit: &Visit<'_>, next: &HoursPeriod) -> String {
    match next.open_end {
        true => visit.words().with("hours-from-time", [("time", visit.words().moment(next.start).into())]).into_owned(),
        false => visit.words().period(next.start, next.end),
    }
}

/// The weeks in which it holds, with times that follow the sun; nothing for single dates, which the next one tells.
fn pattern(visit: &Visit<'_>, cycle: &HoursCycle) -> Option<String> {
    let weeks = weeks(visit, cycle)?;
    Some(if cycle.sun.is_empty() { weeks } else { format!("{weeks}: {}", sun_times(visit, &cycle.sun)) })
}

fn weeks(visit: &Visit<'_>, cycle: &HoursCycle) -> Option<String> {
    let words = visit.words();
    let days = words.weekdays(&cycle.weekdays);
    let with_days = |weeks: String| if days.is_empty() { weeks } else { format!("{weeks}: {days}") };
    match &cycle.pattern {
        CyclePattern::Dates => None,
        CyclePattern::Monthly(ordinals) => Some(monthly_phrase(visit, ordinals, &cycle.weekdays)),
        CyclePattern::MonthlyInSeason(ordinals, from, until) => {
            Some(format!("{}: {}", words.months(*from, *until), monthly_phrase(visit, ordinals, &cycle.weekdays)))
        }
        CyclePattern::EveryWeeks(weeks) => {
            Some(with_days(words.with("hours-every-weeks", [("n", i64::from(*weeks).into())]).into_owned()))
        }
        CyclePattern::Season(from, until) => Some(with_days(words.months(*from, *until))),
        CyclePattern::Period(first, last) => Some(with_days(words.dates(*first, *last))),
    }
}

/// Some weekdays of a month: "2. Samstag im Monat", "jeden 1. und 3. Mittwoch im Monat".
fn monthly_phrase(visit: &Visit<'_>, ordinals: &[i8], weekdays: &[Weekday]) -> String {
    let words = visit.words();
    let has_short_names = ordinals.len() > 1 && ordinals.iter().all(|at| *at >= -1);
    let named: Vec<String> = if has_short_names {
        let ordinals: Vec<String> = ordinals.iter().map(|at| ordinal(visit, *at)).collect();
        let several = |day: &Weekday| {
            let values = [("ordinals", words.join_list(&ordinals).into()), ("weekday", words.weekday(*day).into())];
            words.with("hours-nth-several", values).into_owned()
        };
        weekdays.iter().map(several).collect()
    } else {
        ordinals.iter().flat_map(|at| weekdays.iter().map(move |day| nth(visit, *at, *day))).collect()
    };
    named.join(words.comma())
}

fn ordinal(visit: &Visit<'_>, at: i8) -> String {
    match at {
        -1 => visit.say("hours-ordinal-last").into_owned(),
        at => visit.words().with("hours-ordinal", [("n", i64::from(at).into())]).into_owned(),
    }
}

fn nth(visit: &Visit<'_>, at: i8, day: Weekday) -> String {
    let (key, number) = match at {
        -1 => ("hours-last", 1),
        at if at < 0 => ("hours-nth-last", i64::from(-at)),
        at => ("hours-nth", i64::from(at)),
    };
    let weekday = visit.words().weekday(day);
    visit.words().with(key, [("n", number.into()), ("weekday", weekday.into())]).into_owned()
}
