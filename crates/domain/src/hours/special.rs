//! What a table of the usual week does not show of hours, evaluated once.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};
use opening_hours_syntax::rules::RuleSequence;

use super::{
    OpeningHours,
    change::HoursChange,
    cycle::{self, CyclePattern, HoursCycle},
    deviation::{self, HoursDeviation},
    exception::{self, HoursException},
    locality::Locality,
    notation,
    schedule::HoursPeriod,
    sun::{self, SunHours},
    wording,
};

/// Times that are not those of every week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecialHours {
    /// The rules that do not hold in every week, each with its next time.
    pub cycles: Vec<HoursCycle>,
    /// Other times, or none, on holidays and dates, as they come: those that hold on every one of the next of these days.
    pub exceptions: Vec<HoursException>,
    /// When the week as a whole becomes another one next, where neither a cycle nor an exception tells it.
    pub change: Option<HoursChange>,
    /// The days in the next weeks whose times are not those of their day of the week and that nothing else here tells.
    pub deviations: Vec<HoursDeviation>,
    /// The same change whether a cycle or exception tells it or not: for lines that tell the present week.
    pub next_week: Option<HoursChange>,
    /// Times that follow the sun, of rules that hold in every week.
    pub sun: Vec<SunHours>,
    /// Whether the table of a week, the notes and all of these tell everything: else the text of the hours tells the rest.
    pub is_complete: bool,
    /// The days of the coming week whose times are not the usual ones, told or not.
    pub unusual_days: Vec<NaiveDate>,
}

impl SpecialHours {
    /// Evaluates hours at a place.
    pub(super) fn new(hours: &OpeningHours, locality: &Locality, at: DateTime<Utc>) -> Self {
        let today = at.with_timezone(&locality.zone).date_naive();
        let rules = notation::parse_rules(&hours.0).unwrap_or_default();
        let schedule = hours.schedule(locality);
        let sun: Vec<SunHours> = rules.iter().filter_map(sun::sun_hours).collect();
        let mut exceptions = exception::find_exceptions(&rules, today);
        exceptions.retain(|exception| exception.is_true(&schedule, locality, today));
        let is_complete = wording::tell_all(&rules, &exceptions, today);
        let mut cycles = cycle::find_cycles(&rules, locality, at);
        let change = rules.iter().any(depends_on_date).then(|| HoursChange::find(&schedule, today)).flatten();
        let days = deviation::ComparedDays::new(&schedule, today, change.as_ref());
        let mut deviations = days.deviations(|day| {
            exceptions.iter().any(|exception| exception.contains(day, locality))
                || cycles.iter().any(|cycle| cycle.tells(day))
        });
        let mut unusual_days = days.unusual_days();
        if !sun.is_empty() {
            // Every day has other times than the one before.
            deviations.retain(|deviation| deviation.periods.is_empty());
            unusual_days.clear();
        }
        let is_told = |change: &HoursChange| {
            let is_off = change.week.is_empty();
            is_off && exceptions.iter().any(|it| it.times.is_empty() && it.contains(change.first, locality))
                || cycles.iter().any(|cycle| tells_change(cycle, change))
        };
        let next_week = change.clone();
        let change = change.filter(|change| !is_told(change));
        if let Some(change) = &change {
            cycles.retain(|cycle| !is_told_by(cycle, change));
        }
        Self { cycles, exceptions, change, next_week, deviations, sun, is_complete, unusual_days }
    }

    /// The cycles that neither the present week nor the next one tells: all but its own seasons.
    pub fn cycles_beside_weeks(&self) -> impl Iterator<Item = &HoursCycle> {
        let seasons = self.next_seasons();
        self.cycles.iter().filter(move |cycle| {
            !self.next_week.as_ref().is_some_and(|change| {
                let begins_before = cycle.next.as_ref().is_some_and(|next| next.start.date() < change.first);
                is_season(cycle) && (begins_before || seasons.contains(cycle))
                    || tells_change(cycle, change)
                    || is_told_by(cycle, change)
            })
        })
    }

    /// The rules of a season by which the week becomes another one next, where they tell all of that week: their months
    /// say better when it is than the days on which the two weeks differ.
    pub fn next_seasons(&self) -> Vec<&HoursCycle> {
        let Some(change) = &self.next_week else { return Vec::new() };
        let is_next = |cycle: &&HoursCycle| {
            is_season(cycle) && cycle.next.as_ref().is_some_and(|next| next.start.date() >= change.first)
        };
        let seasons: Vec<&HoursCycle> = self.cycles.iter().filter(is_next).collect();
        let is_told = |period: &HoursPeriod| seasons.iter().any(|cycle| makes(cycle, period));
        if change.week.iter().all(is_told) { seasons } else { Vec::new() }
    }

    /// The season that makes all times of the present week, where another one comes next.
    pub fn present_season(&self, week: &[(NaiveDateTime, NaiveDateTime)]) -> Option<&HoursCycle> {
        let change = self.next_week.as_ref().filter(|_| !week.is_empty())?;
        self.cycles.iter().filter(|cycle| is_season(cycle)).find(|cycle| {
            let begins_before = cycle.next.as_ref().is_some_and(|next| next.start.date() < change.first);
            begins_before && week.iter().all(|(start, end)| has_times(cycle, *start, *end))
        })
    }

    /// Whether no rule, holiday or sun says when something is: only dates do.
    pub fn tells_nothing(&self) -> bool {
        self.cycles.is_empty() && self.exceptions.is_empty() && self.sun.is_empty()
    }

    /// The deviations from a day on: one that began before is told from there.
    pub fn deviations_from(&self, first: NaiveDate) -> impl Iterator<Item = HoursDeviation> {
        let ahead = self.deviations.iter().filter(move |deviation| deviation.last >= first);
        ahead.map(move |deviation| HoursDeviation { first: deviation.first.max(first), ..deviation.clone() })
    }
}

/// Whether a rule depends on more than the day of the week.
fn depends_on_date(rule: &RuleSequence) -> bool {
    let selector = &rule.day_selector;
    !(selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty())
}

/// Whether a rule for which there are no words has its next time in the week that comes then.
fn is_told_by(cycle: &HoursCycle, change: &HoursChange) -> bool {
    let next = cycle.next.as_ref().filter(|next| next.note.is_none() && cycle.pattern == CyclePattern::Dates);
    next.is_some_and(|next| {
        let day = next.start.date();
        day >= change.first && change.last.is_none_or(|last| day <= last)
    })
}

/// Whether the words for a season say that the week changes then.
fn tells_change(cycle: &HoursCycle, change: &HoursChange) -> bool {
    let Some(next) = cycle.next.as_ref().filter(|_| is_season(cycle)) else { return false };
    // Not where some days of the week have times that other rules make.
    next.start.date() == change.first && change.week.iter().all(|period| makes(cycle, period))
}

const fn is_season(cycle: &HoursCycle) -> bool {
    matches!(cycle.pattern, CyclePattern::Season(..) | CyclePattern::Period(..))
}

/// Whether a time of a week is one of a rule.
fn makes(cycle: &HoursCycle, period: &HoursPeriod) -> bool {
    has_times(cycle, period.start, period.end)
}

/// Whether a rule has these times on the day of the week on which they begin.
fn has_times(cycle: &HoursCycle, start: NaiveDateTime, end: NaiveDateTime) -> bool {
    let is_of_day = cycle.weekdays.is_empty() || cycle.weekdays.contains(&start.weekday());
    let has = |next: &HoursPeriod| (next.start.time(), next.end.time()) == (start.time(), end.time());
    is_of_day && cycle.next.as_ref().is_some_and(has)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_and_the_next_one_leave_over_what_neither_of_them_tells() {
        for (hours, changes, beside) in [
            ("Mo-Fr 10:00-12:00", false, 0),
            ("Oct-Mar Sa 15:00-18:00; Apr-Sep Sa 16:00-20:00", true, 0),
            ("Mo 10:00-12:00; Sa[1] 10:00-12:00", false, 1),
            ("Oct-Mar Sa 15:00-18:00; Apr-Sep Sa 16:00-20:00; Su[2] 10:00-12:00", true, 1),
            ("2027 Feb 08-2027 Mar 09 sunset-(sunset+03:00); Fr 13:00-15:00", false, 1),
        ] {
            let read: OpeningHours = hours.parse().expect("hours");
            let at = "2026-11-27T09:00:00Z".parse().expect("a time");
            let special = read.special_hours(&Locality::default(), at);
            let found = (special.next_week.is_some(), special.cycles_beside_weeks().count());
            assert_eq!(found, (changes, beside), "{hours}: {special:?}");
        }
    }

    #[test]
    fn what_has_no_words_is_known_to_have_none() {
        for (hours, is_complete) in [
            ("Mo-Fr 09:00-12:00; PH off", true),
            ("Mo-Fr,PH 09:00-12:00", true),
            ("24/7", true),
            ("sunrise-sunset", true),
            ("Mo-Fr 08:00-(sunset-01:00)", true),
            ("May-Sep Sa[1] 10:00-12:00", true),
            ("Mo-Fr 09:00-12:00; easter off; easter +1 day off", true),
            ("Mo-Fr 10:00-12:00 || \"nach Vereinbarung\"", true),
            ("Mo-Fr 10:00-12:00 || Sa 14:00-16:00", true),
            ("Mo 18:00+", true),
            ("2019 Dec 24 10:00-12:00; Mo 10:00-12:00", true),
            ("Dec 24 10:00-12:00", true),
            ("May-Sep sunrise-sunset", true),
            ("2027 Feb 08-2027 Mar 09 sunset-(sunset+03:00); Fr 13:00-15:00", true),
            ("Sa[1] 10:00-12:00,14:00-16:00", false),
            ("Dec 24,Dec 31 10:00-12:00", false),
            ("Mo-Fr 09:00-12:00; SH Mo off", true),
            ("Mo-Fr 09:00-12:00; PH -1 day off", false),
            ("Mo-Fr 09:00-18:00; PH 12:00-13:00 off", false),
            ("SH Mo-Fr 10:00-12:00", true),
            ("SH Mo[1] 10:00-12:00", false),
            ("week 1-10 Mo 10:00-12:00", false),
            ("We[1] +1 day 09:00-11:00", false),
            ("Mo 10:00-16:00/01:30", false),
        ] {
            let read: OpeningHours = hours.parse().expect("hours");
            let at = "2026-11-27T09:00:00Z".parse().expect("a time");
            let special = read.special_hours(&Locality::default(), at);
            assert_eq!(special.is_complete, is_complete, "{hours}: {special:?}");
        }
    }
}
