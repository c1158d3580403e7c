//! The next time that the week as a whole becomes another one, and until when: seasons of any kind, found by evaluating
//! the days of more than a year.
//!
//! Of each day of the week, times that hold for [`LEAST`] weeks or more are a regime; what interrupts one for a shorter
//! time (holidays, every other week) is none and is told otherwise.

use chrono::{Datelike, Days, NaiveDate};

use super::{
    deviation::{DayPeriods, DayTimes, days_of},
    schedule::{HoursPeriod, Schedule},
};

/// How many weeks times hold at least that are no exception.
const LEAST: usize = 5;
/// How many days before today are looked at, so that what holds today is known however soon it changes.
const BEHIND: u64 = 10 * 7;
/// How many days from today on are looked at: a year, and the weeks that make a regime.
const AHEAD: u64 = 366 + 7 * (LEAST as u64 + 1);

/// Another week than the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursChange {
    /// The first day that is another one.
    pub first: NaiveDate,
    /// The last one; none where no other change is in sight within a year.
    pub last: Option<NaiveDate>,
    /// The times of that week, Monday first, each on some date; none where nobody is there.
    pub week: Vec<HoursPeriod>,
}

/// Times that hold on a day of the week for some weeks.
struct Regime<'a> {
    first: NaiveDate,
    last: NaiveDate,
    times: DayTimes,
    sample: &'a DayPeriods,
}

impl HoursChange {
    /// The change that comes next after a day.
    pub(super) fn find(schedule: &Schedule, today: NaiveDate) -> Option<Self> {
        let begin = today.checked_sub_days(Days::new(BEHIND))?;
        let days = days_of(schedule, begin, BEHIND + AHEAD);
        let week: [Vec<Regime<'_>>; 7] = std::array::from_fn(|weekday| regimes(&days, weekday));
        let after = |regimes: &[Regime<'_>], day: NaiveDate| regimes.iter().position(|regime| regime.first > day);
        let first = week.iter().filter_map(|of| Some(of.get(after(of, today).filter(|at| *at > 0)?)?.first)).min()?;
        // Days of the week change one after the other.
        let settled = first.checked_add_days(Days::new(6))?;
        let new: Vec<(&Regime<'_>, bool, bool)> = week
            .iter()
            .filter_map(|of| {
                let at = after(of, settled).unwrap_or(of.len()).checked_sub(1)?;
                let regime = of.get(at)?;
                Some((regime, regime.first >= first, at + 1 < of.len()))
            })
            .collect();
        // Where a day of the week that changed stays so, there is no last day.
        let changed = || new.iter().filter(|(_, is_changed, _)| *is_changed);
        let is_ended = changed().all(|(_, _, is_followed)| *is_followed);
        let last = changed().map(|(regime, ..)| regime.last).max().filter(|_| is_ended);
        let week = new.iter().flat_map(|(regime, ..)| regime.sample.periods.clone()).collect();
        Some(Self { first, last, week })
    }

    /// Whether a day is as this week says.
    pub(super) fn tells(&self, day: &DayPeriods) -> bool {
        let is_within = day.date >= self.first && self.last.is_none_or(|last| day.date <= last);
        let of_day = self.week.iter().filter(|period| period.start.weekday() == day.date.weekday());
        let own = day.periods.iter();
        is_within
            && of_day.map(|it| (it.start.time(), it.end.time())).eq(own.map(|it| (it.start.time(), it.end.time())))
    }
}

/// What holds one after the other on a day of the week, 0 for Monday.
fn regimes(days: &[DayPeriods], weekday: usize) -> Vec<Regime<'_>> {
    let of_weekday: Vec<(&DayPeriods, DayTimes)> = days
        .iter()
        .filter(|day| day.date.weekday().num_days_from_monday() as usize == weekday)
        .map(|day| (day, day.times()))
        .collect();
    let mut regimes: Vec<Regime<'_>> = Vec::new();
    for run in of_weekday.chunk_by(|(_, one), (_, other)| one == other) {
        let (Some((first, times)), Some((last, _))) = (run.first(), run.last()) else { continue };
        match regimes.last_mut() {
            // Back to what was before an interruption.
            Some(known) if known.times == *times => known.last = last.date,
            _ if run.len() < LEAST => {}
            _ => regimes.push(Regime { first: first.date, last: last.date, times: times.clone(), sample: first }),
        }
    }
    regimes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OpeningHours, hours::Locality};

    /// The next change by its days and the times of its week.
    fn change(hours: &str, today: &str) -> String {
        let hours: OpeningHours = hours.parse().expect("hours");
        let schedule = hours.schedule(&Locality::default());
        let Some(change) = HoursChange::find(&schedule, today.parse().expect("a day")) else { return String::new() };
        let times = change
            .week
            .iter()
            .map(|it| format!("{} {}-{}", it.start.weekday(), it.start.format("%H:%M"), it.end.format("%H:%M")));
        let last = change.last.map(|last| last.to_string()).unwrap_or_default();
        format!("{}/{last} {}", change.first, times.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn a_season_is_found_with_its_days_however_far_ahead_and_whatever_makes_it() {
        let summer = "Mo,We 10:00-12:00; Jun 15-Sep 15 Mo,We 14:00-18:00";
        for (hours, today, expected) in [
            (summer, "2026-11-27", "2027-06-16/2027-09-15 Mon 14:00-18:00, Wed 14:00-18:00"),
            (summer, "2026-06-10", "2026-06-15/2026-09-14 Mon 14:00-18:00, Wed 14:00-18:00"),
            (summer, "2026-08-01", "2026-09-16/2027-06-14 Mon 10:00-12:00, Wed 10:00-12:00"),
            ("Apr-Oct Mo 10:00-12:00", "2026-11-27", "2027-04-05/2027-10-25 Mon 10:00-12:00"),
            ("Mo 10:00-12:00; Jul 15-Aug 31 off", "2026-11-27", "2027-07-19/2027-08-30 "),
            ("Mo 10:00-12:00; 2027 Mar 01+ Mo 14:00-16:00", "2026-11-27", "2027-03-01/ Mon 14:00-16:00"),
            ("week 10-30 Tu 10:00-12:00", "2026-11-27", "2027-03-09/2027-07-27 Tue 10:00-12:00"),
            (
                "easter -50 days-easter Mo 10:00-12:00 || Mo 14:00-16:00",
                "2026-11-27",
                "2027-02-08/2027-03-22 Mon 10:00-12:00, Mon 14:00-16:00",
            ),
            // What comes back every few weeks, or for a few, is no season.
            ("Mo-Fr 10:00-12:00; PH off; Dec 20-Jan 10 off", "2026-06-10", ""),
            // Long holidays are one.
            ("Mo 10:00-12:00; SH off", "2026-06-10", "2026-07-20/2026-08-31 "),
            ("week 1-53/2 We 10:00-12:00; Sa[2] 10:00-12:00; Th[3] off", "2026-11-27", ""),
            ("24/7", "2026-11-27", ""),
        ] {
            assert_eq!(change(hours, today), expected, "{hours} on {today}");
        }
    }
}
