//! Opening hours as a table of the coming seven days, Monday first, holidays included.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use domain::OpeningHours;
use maud::{Markup, html};

use crate::{Visit, words::clock};

/// More changes in a week than any real hours have.
const MOST: usize = 200;

/// One stretch of time on the clock of the directory.
type Stretch = (NaiveDateTime, NaiveDateTime);

/// When somebody is there in the seven days from `today`; what goes on past midnight belongs to the day it began.
fn stretches(hours: &OpeningHours, zone: Tz, today: NaiveDate) -> Vec<Stretch> {
    let schedule = hours.schedule(zone);
    let midnight = |day: NaiveDate| {
        let start = day.and_hms_opt(0, 0, 0).unwrap_or_default();
        zone.from_local_datetime(&start).earliest().map_or_else(|| start.and_utc(), |start| start.to_utc())
    };
    let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let (mut at, end) = (midnight(today), midnight(today + Days::new(7)));
    let mut found = Vec::new();
    for _ in 0..MOST {
        if at >= end {
            break;
        }
        let next = schedule.next_change(at);
        if schedule.is_open(at) {
            // Whoever never closes closes at the end of the week as far as this table goes.
            found.push((local(at), local(next.unwrap_or(end))));
        }
        match next {
            Some(next) if next > at => at = next,
            _ => break,
        }
    }
    found
}

/// The times of one day, as readers know them: 09:00–13:00.
fn times((start, end): &Stretch) -> String {
    let whole_days = start.time() == end.time() && *end > *start;
    match (clock(start.time()), clock(end.time())) {
        (start, _) if whole_days && start == "00:00" => "00:00–24:00".to_owned(),
        (start, end) if end == "00:00" => format!("{start}–24:00"),
        (start, end) => format!("{start}–{end}"),
    }
}

/// Splits what lasts longer than a day at midnight.
fn by_day(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut split = Vec::new();
    for (mut start, end) in stretches {
        while end - start > chrono::TimeDelta::hours(24) {
            let midnight = (start.date() + Days::new(1)).and_hms_opt(0, 0, 0).unwrap_or(end);
            split.push((start, midnight));
            start = midnight;
        }
        split.push((start, end));
    }
    split
}

/// The table.
pub(crate) fn table(visit: &Visit<'_>, hours: &OpeningHours) -> Markup {
    let today = visit.today();
    let stretches = by_day(stretches(hours, visit.snapshot.settings().zone, today));
    let mut days: Vec<NaiveDate> = (0..7).map(|ahead| today + Days::new(ahead)).collect();
    days.sort_by_key(|day| day.weekday().num_days_from_monday());
    let words = visit.words();
    html! {
        table.hours {
            caption.unseen { (visit.say("opening-hours")) }
            tbody {
                @for day in days {
                    @let of_day: Vec<&Stretch> = stretches.iter().filter(|(start, _)| start.date() == day).collect();
                    tr.today[day == today] {
                        th scope="row" {
                            (words.weekday(day.weekday()))
                            @if day == today { span.small { " " (visit.say("today")) } }
                        }
                        td {
                            @if of_day.is_empty() {
                                span.muted { (visit.say("closed")) }
                            } @else {
                                @for (at, stretch) in of_day.iter().enumerate() {
                                    @if at > 0 { br; }
                                    bdi { (times(stretch)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The most times that are told in a row.
const FEW: usize = 3;

/// The times of the coming seven days in a row, where they are few: "Dienstag 10:00–12:00".
pub(crate) fn row(visit: &Visit<'_>, hours: &OpeningHours) -> Option<Markup> {
    let stretches = by_day(stretches(hours, visit.snapshot.settings().zone, visit.today()));
    let is_few = (1..=FEW).contains(&stretches.len());
    is_few.then(|| {
        html! {
            @for (at, stretch) in stretches.iter().enumerate() {
                @if at > 0 { (visit.words().comma()) }
                (visit.words().weekday(stretch.0.weekday())) " " bdi { (times(stretch)) }
            }
        }
    })
}

/// Whether somebody is there now, in a word.
pub(crate) fn badge(visit: &Visit<'_>, actor: directory::ActorNo) -> Markup {
    match visit.snapshot.is_open(actor, visit.now) {
        None => html! {},
        Some(true) => html! { span.badge.open { (visit.say("open-now")) } },
        Some(false) => html! { span.badge.shut { (visit.say("closed-now")) } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(hours: &str) -> Vec<String> {
        let hours = hours.parse().expect("hours");
        let monday = NaiveDate::from_ymd_opt(2026, 7, 13).expect("a day");
        let stretches = by_day(stretches(&hours, chrono_tz::Europe::Berlin, monday));
        stretches.iter().map(|stretch| format!("{} {}", stretch.0.weekday(), times(stretch))).collect()
    }

    #[test]
    fn hours_stand_at_the_day_they_begin() {
        assert_eq!(
            week("Mo 09:00-12:00,14:00-18:00; Fr 20:00-02:00"),
            ["Mon 09:00–12:00", "Mon 14:00–18:00", "Fri 20:00–02:00"]
        );
    }

    #[test]
    fn whoever_never_closes_is_there_every_day() {
        let week = week("24/7");
        assert_eq!(week.len(), 7);
        assert_eq!((week[0].as_str(), week[6].as_str()), ("Mon 00:00–24:00", "Sun 00:00–24:00"));
    }

    #[test]
    fn holidays_are_closed_where_the_hours_say_so() {
        let hours = "Mo-Fr 10:00-12:00; PH off".parse().expect("hours");
        let monday = NaiveDate::from_ymd_opt(2026, 12, 21).expect("a day");
        let days: Vec<_> =
            stretches(&hours, chrono_tz::Europe::Berlin, monday).iter().map(|it| it.0.weekday()).collect();
        assert!(!days.contains(&chrono::Weekday::Fri), "{days:?}");
    }
}
