//! Hours that do not hold in every week, in words: "2. Samstag im Monat, nächster Termin: …".

use chrono::Weekday;
use domain::hours::{CyclePattern, HoursCycle, HoursPeriod};
use maud::{Markup, html};

use crate::Visit;

/// What one rule says, and its next time.
pub(super) fn words(visit: &Visit<'_>, cycle: &HoursCycle) -> Markup {
    let pattern = pattern(visit, cycle);
    let next = cycle.next.as_ref().map(|next| next_time(visit, next));
    html! {
        @if let Some(pattern) = &pattern { (pattern) }
        @if let Some(next) = next {
            @if pattern.is_some() { br; }
            span.small { (visit.say("hours-next")) " " (next) }
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
            (Some(pattern), Some(next)) => { (pattern) (visit.words().comma()) (visit.say("hours-next")) " " (next) }
            (None, Some(next)) => (next),
            (Some(pattern), None) => (pattern),
            (None, None) => "",
        }
        @if let Some(note) = cycle.next.as_ref().and_then(|next| next.note.as_ref()) {
            " " span.small.note { bdi lang="de" { (note) } }
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

/// The weeks in which it holds; nothing for single dates, which the next one tells.
fn pattern(visit: &Visit<'_>, cycle: &HoursCycle) -> Option<String> {
    let words = visit.words();
    let days: Vec<String> = cycle.weekdays.iter().map(|day| words.weekday(*day)).collect();
    let comma = words.comma();
    let season = |season: String| match days.is_empty() {
        true => season,
        false => format!("{season}: {}", days.join(comma)),
    };
    match &cycle.pattern {
        CyclePattern::Dates => None,
        CyclePattern::Monthly(ordinals) => {
            let named = ordinals.iter().flat_map(|at| cycle.weekdays.iter().map(move |day| nth(visit, *at, *day)));
            Some(named.collect::<Vec<String>>().join(comma))
        }
        CyclePattern::EveryWeeks(weeks) => {
            let every = words.with("hours-every-weeks", [("n", i64::from(*weeks).into())]).into_owned();
            Some(if days.is_empty() { every } else { format!("{every}: {}", days.join(comma)) })
        }
        CyclePattern::Season(from, until) => Some(season(words.months(*from, *until))),
        CyclePattern::Period(first, last) => Some(season(words.dates(*first, *last))),
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
