//! Opening hours as a table of the coming seven days, Monday first, holidays included.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use domain::OpeningHours;
use maud::{Markup, html};

use crate::{Visit, words::clock};

/// How many days a table has.
const WEEK: u64 = 7;
/// More changes than any real hours have in the time that is looked at.
const MOST: usize = 1_000;

/// One stretch of time on the clock of the directory.
type Stretch = (NaiveDateTime, NaiveDateTime);

/// When somebody is there in some days from `today`; what goes on past midnight belongs to the day it began.
fn stretches(hours: &OpeningHours, zone: Tz, today: NaiveDate, days: u64) -> Vec<Stretch> {
    let schedule = hours.schedule(zone);
    let midnight = |day: NaiveDate| {
        let start = day.and_hms_opt(0, 0, 0).unwrap_or_default();
        zone.from_local_datetime(&start).earliest().map_or_else(|| start.and_utc(), |start| start.to_utc())
    };
    let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let (mut at, end) = (midnight(today), midnight(today + Days::new(days)));
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
        while end - start > TimeDelta::hours(24) {
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
    let stretches = by_day(stretches(hours, visit.snapshot.settings().zone, today, WEEK));
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

/// When something that has a schedule takes place, in a row where that is short: "Di 10–12 Uhr", or the next time
/// where weeks differ.
pub(crate) fn row(visit: &Visit<'_>, hours: &OpeningHours) -> Option<Markup> {
    let ahead = stretches_ahead(visit, hours);
    match usual_week(visit.today(), &ahead) {
        Some(week) => (1..=FEW).contains(&week.len()).then(|| {
            html! {
                @for (at, stretch) in week.iter().enumerate() {
                    @if at > 0 { (visit.words().comma()) }
                    (slot(visit, stretch))
                }
            }
        }),
        None => ahead.first().map(|(start, end)| html! { (visit.words().period(*start, *end)) }),
    }
}

/// A day of the week with its times: "Di 10–12 Uhr".
fn slot(visit: &Visit<'_>, (start, end): &Stretch) -> Markup {
    let words = visit.words();
    html! { span.slot { (words.short_weekday(start.weekday())) " " (words.time_range(start.time(), end.time())) } }
}

/// How many weeks are compared to tell whether there is a usual one, and how many have to be alike: holidays fall into
/// some, and what takes place every other week is in half of them.
const WEEKS: (u64, usize) = (9, 6);
/// How many of the next times are told where weeks differ.
const NEXT: usize = 3;

fn stretches_ahead(visit: &Visit<'_>, hours: &OpeningHours) -> Vec<Stretch> {
    by_day(stretches(hours, visit.snapshot.settings().zone, visit.today(), WEEK * WEEKS.0))
}

/// The times of the usual week, Monday first, as if it were the coming one; none where weeks differ.
fn usual_week(today: NaiveDate, ahead: &[Stretch]) -> Option<Vec<Stretch>> {
    let weeks = (0..WEEKS.0).map(|week| {
        let later = TimeDelta::weeks(week.cast_signed());
        let (from, until) = (today + later, today + later + TimeDelta::weeks(1));
        let of_week = ahead.iter().filter(|(start, _)| (from..until).contains(&start.date()));
        of_week.map(|(start, end)| (*start - later, *end - later)).collect::<Vec<Stretch>>()
    });
    let weeks: Vec<Vec<Stretch>> = weeks.collect();
    let is_usual =
        |week: &&Vec<Stretch>| !week.is_empty() && weeks.iter().filter(|other| other == week).count() >= WEEKS.1;
    let mut week = weeks.iter().find(is_usual)?.clone();
    week.sort_by_key(|(start, _)| (start.weekday().num_days_from_monday(), start.time()));
    Some(week)
}

/// When something that has a schedule takes place: its usual week, else the next times by date.
pub(crate) fn schedule(visit: &Visit<'_>, hours: &OpeningHours) -> Markup {
    let ahead = stretches_ahead(visit, hours);
    html! {
        @match usual_week(visit.today(), &ahead) {
            None => {
                ul.plain.dates {
                    @for (start, end) in ahead.iter().take(NEXT) { li { (visit.words().period(*start, *end)) } }
                }
            }
            Some(week) if week.len() <= SLOTS => {
                ul.plain.slots { @for stretch in &week { li { (slot(visit, stretch)) } } }
            }
            Some(_) => { (table(visit, hours)) }
        }
    }
}

/// The most times of a week that are told without a table.
const SLOTS: usize = 7;

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
        let stretches = by_day(stretches(&hours, chrono_tz::Europe::Berlin, monday, WEEK));
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
            stretches(&hours, chrono_tz::Europe::Berlin, monday, WEEK).iter().map(|it| it.0.weekday()).collect();
        assert!(!days.contains(&chrono::Weekday::Fri), "{days:?}");
    }

    /// The days of the usual week by their letters in English.
    fn usual(hours: &str) -> Option<Vec<String>> {
        let hours: OpeningHours = hours.parse().expect("hours");
        let thursday = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
        let ahead = by_day(stretches(&hours, chrono_tz::Europe::Berlin, thursday, WEEK * WEEKS.0));
        let week = usual_week(thursday, &ahead)?;
        Some(week.iter().map(|stretch| format!("{} {}", stretch.0.weekday(), times(stretch))).collect())
    }

    #[test]
    fn a_usual_week_is_one_despite_holidays_and_none_where_weeks_differ() {
        assert_eq!(usual("Th,Tu 18:00-20:30"), Some(vec!["Tue 18:00–20:30".to_owned(), "Thu 18:00–20:30".to_owned()]));
        assert_eq!(usual("Fr 10:00-12:00; PH off"), Some(vec!["Fri 10:00–12:00".to_owned()]));
        for hours in ["Sa[1] 10:00-12:00", "week 1-53/2 We 10:00-12:00"] {
            assert_eq!(usual(hours), None, "{hours}");
        }
    }
}
