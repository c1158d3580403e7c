//! Opening hours as a table of the coming seven days, Monday first, holidays included; beside it in words what one
//! week cannot show.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::{
    OpeningHours,
    hours::{HoursPeriod, HoursState, SpecialHours},
};
use maud::{Markup, html};

use crate::{Visit, words::clock};

mod cycles;
mod periods;
mod schedule;
mod slots;
mod special;
mod sun;

use self::periods::{
    WEEK, fallback, fallback_on, part_of, period_text, periods, special_hours, unknown_day, unknown_on, unknown_periods,
};
pub(crate) use self::schedule::{row, schedule};

/// A week of opening hours, and in words what it cannot show: what holds in some weeks only, and notes.
pub(crate) fn table(visit: &Visit<'_>, hours: &OpeningHours) -> Markup {
    table_with(visit, hours, &special_hours(visit, hours))
}

fn table_with(visit: &Visit<'_>, hours: &OpeningHours, special: &SpecialHours) -> Markup {
    let locality = visit.snapshot.settings().locality();
    let periods = periods(hours, &locality, visit.today(), WEEK);
    let unknown = unknown_periods(hours, &locality, visit.today(), WEEK);
    let in_table = |note: &str| periods.iter().any(|period| period.note.as_deref() == Some(note));
    let cycles = &special.cycles;
    // Who is away for the whole week, but not for long, has one all the same.
    let is_away = periods.is_empty() && cycles.is_empty() && !schedule::periods_ahead(visit, hours).is_empty();
    let has_week = !periods.is_empty() || is_away || cycles.is_empty() && hours.notes().is_empty();
    let days = (0..WEEK).map(|ahead| visit.today() + Days::new(ahead));
    let in_day: Vec<Option<&str>> = days
        .filter_map(|day| match periods.iter().any(|period| part_of(period, day).is_some()) {
            true => fallback_on(&unknown, day),
            false => unknown_on(&unknown, day),
        })
        .map(|period| period.note.as_deref())
        .collect();
    let is_told = |note: &str| {
        in_table(note)
            || (has_week && in_day.contains(&Some(note)))
            || cycles.iter().any(|it| it.next.as_ref().is_some_and(|next| next.note.as_deref() == Some(note)))
    };
    let notes: Vec<&str> = hours.notes().into_iter().filter(|note| !is_told(note)).collect();
    html! {
        @if has_week { (week(visit, &Week { periods, unknown, unusual: &special.unusual_days })) }
        (cycles::list(visit, special, has_week))
        (special::lines(visit, special, visit.today() + Days::new(if is_away { 0 } else { WEEK })))
        @if !notes.is_empty() {
            ul.plain.notes { @for note in notes { li { bdi lang="de" { (note) } } } }
        }
        (special::as_written(visit, hours, special))
    }
}

/// The coming seven days.
struct Week<'a> {
    /// The times of them.
    periods: Vec<HoursPeriod>,
    /// What holds beside them, and on days without any.
    unknown: Vec<HoursPeriod>,
    /// The days that are other ones than usual.
    unusual: &'a [NaiveDate],
}

fn week(visit: &Visit<'_>, Week { periods, unknown, unusual }: &Week<'_>) -> Markup {
    let today = visit.today();
    let mut days: Vec<NaiveDate> = (0..7).map(|ahead| today + Days::new(ahead)).collect();
    days.sort_by_key(|day| day.weekday().num_days_from_monday());
    let words = visit.words();
    html! {
        table.hours {
            caption.unseen { (visit.say("opening-hours")) }
            tbody {
                @for day in days {
                    @let of_day: Vec<HoursPeriod> = periods.iter().filter_map(|period| part_of(period, day)).collect();
                    tr.today[day == today] {
                        th scope="row" {
                            (words.weekday(day.weekday()))
                            @if day == today { span.small.now { " " (visit.say("today")) } }
                            @if unusual.contains(&day) { span.small { " " (words.date(day)) } }
                        }
                        td {
                            @if of_day.is_empty() {
                                @match unknown_on(unknown, day) {
                                    Some(period) => span.small.note { (unknown_day(visit, period)) },
                                    None => span.muted { (visit.say("closed")) },
                                }
                            } @else {
                                @for (at, period) in of_day.iter().enumerate() {
                                    @if at > 0 { br; }
                                    (period_text(visit, period))
                                }
                                @if let Some(period) = fallback_on(unknown, day) { br; (fallback(visit, period)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// When somebody is there today; nothing where that is unknown.
pub(crate) fn today(visit: &Visit<'_>, actor: directory::ActorNo) -> Option<Markup> {
    let hours = visit.snapshot.actor(actor).data().opening_hours.as_ref()?;
    let locality = visit.snapshot.settings().locality();
    // What goes on past midnight is told to its end.
    let periods = periods(hours, &locality, visit.today(), 2);
    let of_day: Vec<HoursPeriod> = periods.iter().filter_map(|period| part_of(period, visit.today())).collect();
    if of_day.is_empty() {
        let is_unknown = visit.snapshot.hours_state(actor, visit.now) != Some(HoursState::Closed);
        return (!is_unknown).then(|| html! { (visit.say("closed-today")) });
    }
    let unknown = unknown_periods(hours, &locality, visit.today(), 2);
    Some(html! {
        (visit.say("hours-today")) " "
        @for (at, period) in of_day.iter().enumerate() {
            @if at > 0 { (visit.words().comma()) }
            (period_text(visit, period))
        }
        @if let Some(period) = fallback_on(&unknown, visit.today()) { " " (fallback(visit, period)) }
    })
}

/// Whether somebody is there now, in a word, and when that is next.
pub(crate) fn badge(visit: &Visit<'_>, actor: directory::ActorNo) -> Markup {
    match visit.snapshot.hours_state(actor, visit.now) {
        None => html! {},
        Some(HoursState::Open) => html! { span.badge.open { (visit.say("open-now")) } },
        Some(HoursState::Unknown) => html! { span.badge.perhaps { (visit.say("ask-first")) } },
        Some(HoursState::Closed) => {
            let next = visit.snapshot.next_opening(actor, visit.now);
            html! {
                span.badge.shut { (visit.say("closed-now")) }
                @if let Some(next) = next {
                    " " span.small.next-opening {
                        (opens(visit, next.start))
                        @match (&next.note, next.state) {
                            (Some(note), _) => { " · " bdi lang="de" { (note) } },
                            (None, HoursState::Unknown) if !next.open_end => { " · " (visit.say("ask-first")) },
                            _ => "",
                        }
                    }
                }
            }
        }
    }
}

/// When it opens: by the clock today, with the day of the week later.
fn opens(visit: &Visit<'_>, start: NaiveDateTime) -> std::borrow::Cow<'static, str> {
    let time = clock(start.time());
    match start.date() == visit.today() {
        true => visit.words().with("opens-at", [("time", time.into())]),
        false => {
            let day = visit.words().weekday(start.weekday());
            visit.words().with("opens-on", [("day", day.into()), ("time", time.into())])
        }
    }
}

#[cfg(test)]
mod tests;
