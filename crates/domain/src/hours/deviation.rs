//! Days on which the hours are not those of their day of the week, found by evaluating them, whatever rule makes them so:
//! what is told of hours is true also where no words are known for a rule.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};

use super::{
    change::HoursChange,
    schedule::{HoursPeriod, HoursState, Schedule},
};

/// The most that are told.
const MOST: usize = 6;
/// How many weeks are looked at: as many as tell which times of a day are the usual ones.
pub(super) const WEEKS: u64 = 9;

/// The longest stretch without anybody between days that are told together: a weekend.
const LONGEST_GAP: TimeDelta = TimeDelta::days(3);

/// Other times than usual on a day, or on several that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursDeviation {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// The times of the first day; none where nobody is there.
    pub periods: Vec<HoursPeriod>,
}

/// What begins on a day: minutes from its midnight, state, note, whether only the beginning is known.
pub(super) type DayTimes = Vec<(i64, i64, HoursState, Option<Arc<str>>, bool)>;

/// A day with what begins on it.
pub(super) struct DayPeriods {
    pub(super) date: NaiveDate,
    pub(super) periods: Vec<HoursPeriod>,
}

impl DayPeriods {
    pub(super) fn times(&self) -> DayTimes {
        let midnight = self.date.and_time(NaiveTime::MIN);
        let minutes =
            |period: &HoursPeriod| ((period.start - midnight).num_minutes(), (period.end - midnight).num_minutes());
        let periods = self.periods.iter();
        periods.map(|it| (minutes(it).0, minutes(it).1, it.state, it.note.clone(), it.open_end)).collect()
    }
}

/// The days from `first` on, each with what begins on it; what lasts longer than a day begins anew at each midnight.
pub(super) fn days_of(schedule: &Schedule, first: NaiveDate, count: u64) -> Vec<DayPeriods> {
    let before = first.pred_opt().unwrap_or(first);
    let mut days: Vec<DayPeriods> = (0..count)
        .filter_map(|ahead| first.checked_add_days(Days::new(ahead)))
        .map(|date| DayPeriods { date, periods: Vec::new() })
        .collect();
    // A day more on both sides, so that nothing is cut.
    for mut period in schedule.periods(before, count + 2) {
        // Of what holds whenever nobody is there ("sonst nach Vereinbarung") the whole days count, not the hours between others.
        let is_time = period.is_time();
        let is_counted = |piece: &HoursPeriod| is_time || is_from_midnight_to_midnight(piece);
        while period.end - period.start > TimeDelta::hours(24) {
            let Some(midnight) = period.start.date().succ_opt().map(|day| day.and_time(NaiveTime::MIN)) else { break };
            let piece = HoursPeriod { end: midnight, ..period.clone() };
            if is_counted(&piece) {
                add(&mut days, piece);
            }
            period.start = midnight;
        }
        if is_counted(&period) {
            add(&mut days, period);
        }
    }
    days
}

fn is_from_midnight_to_midnight(period: &HoursPeriod) -> bool {
    period.start.time() == NaiveTime::MIN && period.end - period.start == TimeDelta::hours(24)
}

fn add(days: &mut [DayPeriods], period: HoursPeriod) {
    if let Ok(at) = days.binary_search_by_key(&period.start.date(), |day| day.date) {
        days[at].periods.push(period);
    }
}

/// Of each day of the week, Monday first, the times that most of its days have.
fn usual_week(days: &[DayPeriods]) -> [DayTimes; 7] {
    std::array::from_fn(|weekday| {
        let of_weekday = days.iter().filter(|day| day.date.weekday().num_days_from_monday() as usize == weekday);
        let all: Vec<DayTimes> = of_weekday.map(DayPeriods::times).collect();
        let count = |times: &DayTimes| all.iter().filter(|other| *other == times).count();
        // Of as many the first counts.
        all.iter().rev().max_by_key(|times| count(times)).cloned().unwrap_or_default()
    })
}

/// The days of the next weeks, with what is usual.
pub(super) struct ComparedDays<'a> {
    days: Vec<DayPeriods>,
    usual: [DayTimes; 7],
    change: Option<&'a HoursChange>,
}

impl<'a> ComparedDays<'a> {
    /// The days from `today` on. From a change on, its own week is the usual one.
    pub(super) fn new(schedule: &Schedule, today: NaiveDate, change: Option<&'a HoursChange>) -> Self {
        let days = days_of(schedule, today, WEEKS * 7);
        let before = days.iter().take_while(|day| change.is_none_or(|change| day.date < change.first)).count();
        // Before a change that comes soon there are too few days.
        let compared = if before < 14 { days.as_slice() } else { &days[..before] };
        Self { usual: usual_week(compared), days, change }
    }

    fn usual_of(&self, day: &DayPeriods) -> &DayTimes {
        &self.usual[day.date.weekday().num_days_from_monday() as usize]
    }

    fn is_usual(&self, day: &DayPeriods) -> bool {
        day.times() == *self.usual_of(day) || self.change.is_some_and(|change| change.tells(day))
    }

    /// The days that are not as usual, but for those that are told already.
    pub(super) fn deviations(&self, is_told: impl Fn(NaiveDate) -> bool) -> Vec<HoursDeviation> {
        let mut found: Vec<(HoursDeviation, DayTimes)> = Vec::new();
        // Days in between on which nobody is there anyway do not part others on which nobody is there.
        let mut follows = false;
        for day in &self.days {
            let times = day.times();
            if self.is_usual(day) || is_told(day.date) {
                let is_away = found.last().is_some_and(|(_, of_known)| of_known.is_empty());
                follows &= is_away && times.is_empty() && self.usual_of(day).is_empty();
                continue;
            }
            match found.last_mut() {
                Some((known, of_known)) if follows && *of_known == times && day.date - known.last <= LONGEST_GAP => {
                    known.last = day.date;
                }
                _ => {
                    let (first, last) = (day.date, day.date);
                    found.push((HoursDeviation { first, last, periods: day.periods.clone() }, times));
                }
            }
            follows = true;
        }
        found.into_iter().take(MOST).map(|(deviation, _)| deviation).collect()
    }

    /// The days of the first week that are not as usual, told or not.
    pub(super) fn unusual_days(&self) -> Vec<NaiveDate> {
        let is_unusual = |day: &&DayPeriods| day.times() != *self.usual_of(day);
        self.days.iter().take(7).filter(is_unusual).map(|day| day.date).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{OpeningHours, hours::Locality};

    fn describe_deviations(hours: &str) -> Vec<String> {
        let hours: OpeningHours = hours.parse().expect("hours");
        let at = "2026-11-27T09:00:00Z".parse().expect("a time");
        let deviations = hours.special_hours(&Locality::default(), at).deviations.into_iter();
        deviations
            .map(|it| {
                let times: Vec<_> = it
                    .periods
                    .iter()
                    .map(|period| format!("{}-{}", period.start.format("%H:%M"), period.end.format("%H:%M")))
                    .collect();
                format!("{}/{} {}", it.first, it.last, times.join(","))
            })
            .collect()
    }

    #[test]
    fn days_that_are_not_as_usual_are_told_whatever_makes_them_so() {
        for (hours, expected) in [
            ("Mo-Fr 10:00-12:00", vec![]),
            ("24/7", vec![]),
            ("unknown", vec![]),
            ("Mo-Fr 09:00-12:00 || \"nach Vereinbarung\"", vec![]),
            // Told in words.
            ("Mo-Fr 10:00-12:00; PH off", vec![]),
            ("Sa[2] 10:00-12:00", vec![]),
            ("Mo-Fr 10:00-12:00; Dec 24 off", vec![]),
            // A season is told once, also when it comes within the weeks that are compared.
            ("Mo-Fr 10:00-12:00; Dec 20-Mar 15 Mo-Fr 14:00-16:00", vec![]),
            ("Mo-Fr 10:00-12:00; 2026 Dec 20-2027 Mar 15 Mo-Fr 14:00-16:00", vec![]),
            ("Tu 10:00-12:00; SH Tu 14:00-16:00", vec![]),
            ("Mo-Fr 14:00-18:00; SH Mo-Fr off", vec![]),
            ("SH Mo-Fr 10:00-14:00", vec![]),
            // Nothing has words for these.
            ("Mo-Fr 10:00-12:00; Th[3] off", vec!["2026-12-17/2026-12-17 ", "2027-01-21/2027-01-21 "]),
            (
                "Mo-Fr 09:00-18:00; PH 12:00-13:00 off",
                vec!["2026-12-25/2026-12-25 09:00-12:00,13:00-18:00", "2027-01-01/2027-01-01 09:00-12:00,13:00-18:00"],
            ),
        ] {
            assert_eq!(describe_deviations(hours), expected, "{hours}");
        }
    }
}
