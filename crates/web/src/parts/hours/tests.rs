//! Weeks as tables and lists show them.

use domain::hours::Locality;

use super::{
    periods::times,
    schedule::{to_stretches, usual_week},
    slots::{DayRun, runs},
    *,
};

fn week(hours: &str) -> Vec<String> {
    let hours = hours.parse().expect("hours");
    let monday = NaiveDate::from_ymd_opt(2026, 7, 13).expect("a day");
    let stretches = to_stretches(&periods(&hours, &Locality::default(), monday, WEEK));
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
        periods(&hours, &Locality::default(), monday, WEEK).iter().map(|it| it.start.weekday()).collect();
    assert!(!days.contains(&chrono::Weekday::Fri), "{days:?}");
}

/// The days of the usual week by their letters in English.
fn usual(hours: &str) -> Option<Vec<String>> {
    let hours: OpeningHours = hours.parse().expect("hours");
    let thursday = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
    let ahead = to_stretches(&periods(&hours, &Locality::default(), thursday, WEEK * 9));
    let week = usual_week(thursday, &ahead)?;
    Some(week.iter().map(|stretch| format!("{} {}", stretch.0.weekday(), times(stretch))).collect())
}

#[test]
fn days_of_the_same_times_are_one_run() {
    let monday = NaiveDate::from_ymd_opt(2026, 7, 13).expect("a day");
    let runs = |hours: &str| {
        let hours = hours.parse().expect("hours");
        let periods = periods(&hours, &Locality::default(), monday, WEEK);
        let runs = runs(&to_stretches(&periods), &periods).into_iter();
        let noted = |run: &DayRun| run.times.iter().filter_map(|time| time.note.clone()).collect::<String>();
        runs.map(|run| format!("{}-{} {}{}", run.first, run.last, run.times.len(), noted(&run))).collect::<Vec<_>>()
    };
    assert_eq!(runs("Mo-Fr 08:00-09:30,10:00-11:00; Sa 10:00-12:00"), ["Mon-Fri 2", "Sat-Sat 1"]);
    assert_eq!(runs("Mo,We 08:00-09:00; Th 08:00-09:00"), ["Mon-Mon 1", "Wed-Thu 1"]);
    assert_eq!(runs("Mo 10:00-12:00 \"nur Frauen\"; Tu 10:00-12:00"), ["Mon-Mon 1nur Frauen", "Tue-Tue 1"]);
    assert_eq!(runs("Mo 10:00-12:00 unknown; Tu 10:00-12:00"), ["Mon-Mon 1", "Tue-Tue 1"]);
}

#[test]
fn a_usual_week_is_one_despite_holidays_and_none_where_weeks_differ() {
    assert_eq!(usual("Th,Tu 18:00-20:30"), Some(vec!["Tue 18:00–20:30".to_owned(), "Thu 18:00–20:30".to_owned()]));
    assert_eq!(usual("Fr 10:00-12:00; PH off"), Some(vec!["Fri 10:00–12:00".to_owned()]));
    // What differs from week to week does not hide the days that do not.
    assert_eq!(usual("Mo 09:00-12:00; Sa[1,3] 10:00-12:00"), Some(vec!["Mon 09:00–12:00".to_owned()]));
    assert_eq!(usual("Fr 13:00-15:00; Sa sunset-(sunset+01:00)"), Some(vec!["Fri 13:00–15:00".to_owned()]));
    for hours in ["Sa[1] 10:00-12:00", "week 1-53/2 We 10:00-12:00"] {
        assert_eq!(usual(hours), None, "{hours}");
    }
}
