//! Opening hours as a table of the coming seven days, Monday first, holidays included; beside it in words what one
//! week cannot show.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use domain::{
    OpeningHours,
    hours::{HoursPeriod, HoursState, Locality, SpecialHours},
};
use maud::{Markup, html};

use crate::{Visit, words::clock};

mod cycles;
mod schedule;
mod slots;
mod special;
mod sun;

pub(crate) use schedule::{row, schedule};

/// How many days a table has.
const WEEK: u64 = 7;

/// One stretch of time on the clock of the directory.
type TimeSpan = (NaiveDateTime, NaiveDateTime);

/// When somebody is there, or may be, in some days from `today`; what goes on past midnight belongs to the day it
/// began, also on the last day. What is no time of `is_taken` is left out, as it is before longer ones are cut.
fn periods_of(
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
fn periods(hours: &OpeningHours, locality: &Locality, today: NaiveDate, days: u64) -> Vec<HoursPeriod> {
    periods_of(hours, locality, (today, days), HoursPeriod::is_time)
}

/// What holds for days and nights of which nothing is known ("by appointment"), alone or between the times.
fn unknown_periods(hours: &OpeningHours, locality: &Locality, today: NaiveDate, days: u64) -> Vec<HoursPeriod> {
    periods_of(hours, locality, (today, days), |period| !period.is_time())
}

/// The times of one day, as readers know them: 09:00–13:00.
fn times((start, end): &TimeSpan) -> String {
    let whole_days = start.time() == end.time() && *end > *start;
    match (clock(start.time()), clock(end.time())) {
        (start, _) if whole_days && start == "00:00" => "00:00–24:00".to_owned(),
        (start, end) if end == "00:00" => format!("{start}–24:00"),
        (start, end) => format!("{start}–{end}"),
    }
}

/// Splits what lasts longer than a day at midnight.
fn by_day(stretches: Vec<TimeSpan>) -> Vec<TimeSpan> {
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

/// A week of opening hours, and in words what it cannot show: what holds in some weeks only, and notes.
pub(crate) fn table(visit: &Visit<'_>, hours: &OpeningHours) -> Markup {
    table_with(visit, hours, &special_hours(visit, hours))
}

/// What of hours is not of every week.
fn special_hours(visit: &Visit<'_>, hours: &OpeningHours) -> SpecialHours {
    hours.special_hours(&visit.snapshot.settings().locality(), visit.now)
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

/// What says of a day that nobody knows whether somebody is there.
fn unknown_on(unknown: &[HoursPeriod], day: NaiveDate) -> Option<&HoursPeriod> {
    let noon = day.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
    unknown.iter().find(|period| (period.start..period.end).contains(&noon))
}

/// What holds on a day before or after its times.
fn fallback_on(unknown: &[HoursPeriod], day: NaiveDate) -> Option<&HoursPeriod> {
    let (first, last) = (day.and_time(NaiveTime::MIN), (day + Days::new(1)).and_time(NaiveTime::MIN));
    unknown.iter().find(|period| period.start < last && period.end > first)
}

/// A day of which only a note is known, or nothing.
fn unknown_day(visit: &Visit<'_>, period: &HoursPeriod) -> Markup {
    html! {
        @match &period.note {
            Some(note) => bdi lang="de" { (note) },
            None => (visit.say("ask-first")),
        }
    }
}

/// What holds beside the times of a day: "sonst: nach Vereinbarung".
fn fallback(visit: &Visit<'_>, period: &HoursPeriod) -> Markup {
    html! { span.small.note { (visit.say("hours-otherwise")) " " (unknown_day(visit, period)) } }
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

/// What of a period stands at a day: all of it at the day it begins; what lasts longer than a day is split at midnight.
fn part_of(period: &HoursPeriod, day: NaiveDate) -> Option<HoursPeriod> {
    let split = by_day(vec![(period.start, period.end)]).into_iter().find(|(start, _)| start.date() == day)?;
    Some(HoursPeriod { start: split.0, end: split.1, ..period.clone() })
}

/// Whether somebody is there from midnight to midnight.
fn is_whole_day(period: &HoursPeriod) -> bool {
    let is_midnight = |at: NaiveDateTime| at.time() == NaiveTime::MIN;
    period.state == HoursState::Open
        && is_midnight(period.start)
        && is_midnight(period.end)
        && period.end > period.start
}

/// A time with what is noted of it.
fn period_text(visit: &Visit<'_>, period: &HoursPeriod) -> Markup {
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
