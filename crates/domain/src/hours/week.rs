//! The week behind opening hours: on which days, and when on them, somebody is there at all.
//!
//! People ask "on Saturdays" or "in the evening", not for an instant. What they mean is a week as it usually is, so
//! rules for holidays are left aside, "the first Saturday of the month" counts as Saturday, and what holds for part of
//! the year counts. It is read from the rules themselves rather than by looking at sample weeks: no sample has every
//! season, and reading is a hundred times cheaper.

use chrono::Weekday;
use opening_hours_syntax::rules::{
    RuleKind, RuleOperator,
    day::{DaySelector, WeekDayRange},
    time::{Time, TimeSpan},
};

use super::schedule::{days_of, holidays_on_days};
use crate::vocabulary::Daytime;

/// Days of the week, with the times of day at which it is open on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekPattern(u32);

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "monday"),
    (Weekday::Tue, "tuesday"),
    (Weekday::Wed, "wednesday"),
    (Weekday::Thu, "thursday"),
    (Weekday::Fri, "friday"),
    (Weekday::Sat, "saturday"),
    (Weekday::Sun, "sunday"),
];

/// The bits of a day: whether it is open at all, and at each time of the day.
const BITS: u32 = 1 + Daytime::ALL.len() as u32;

impl WeekPattern {
    /// How many places [`Self::place`] gives.
    pub const PLACES: u32 = 7 * BITS;

    /// The place of a day, or of a time of day on it, below [`Self::PLACES`].
    pub const fn place(day: Weekday, time: Option<Daytime>) -> u32 {
        let within = match time {
            None => 0,
            Some(time) => 1 + time as u32,
        };
        day.num_days_from_monday() * BITS + within
    }

    /// The places at which it is open, ascending.
    pub fn places(self) -> impl Iterator<Item = u32> {
        (0..Self::PLACES).filter(move |place| self.0 & 1 << place != 0)
    }

    /// Whether it is open on a day, at some time of that day where one is given.
    pub const fn has(self, day: Weekday, time: Option<Daytime>) -> bool {
        self.0 & 1 << Self::place(day, time) != 0
    }

    fn add(&mut self, day: Weekday, (start, end): (u32, u32)) {
        self.0 |= 1 << Self::place(day, None);
        for time in Daytime::ALL.iter().filter(|time| is_daytime(**time, start, end)) {
            self.0 |= 1 << Self::place(day, Some(*time));
        }
    }

    const fn clear(&mut self, day: Weekday) {
        let bits = (1 << BITS) - 1;
        self.0 &= !(bits << Self::place(day, None));
    }
}

/// Whether hours of one day, in minutes, are ones that people would call by that word. The morning begins before noon;
/// the afternoon has some of 14 to 17 o'clock; the evening goes on after half past six, when people come from work.
pub const fn is_daytime(time: Daytime, start: u32, end: u32) -> bool {
    match time {
        Daytime::Morning => start < 12 * 60,
        Daytime::Afternoon => start < 17 * 60 && end > 14 * 60,
        Daytime::Evening => end > 18 * 60 + 30,
    }
}

/// A day's word in addresses and word lists, such as `monday`.
pub const fn weekday_word(day: Weekday) -> &'static str {
    DAYS[day.num_days_from_monday() as usize].1
}

/// The day of a word.
///
/// # Errors
/// Every word that is allowed.
pub fn parse_weekday(word: &str) -> Result<Weekday, Vec<&'static str>> {
    let day = DAYS.iter().find(|(_, known)| *known == word);
    day.map(|(day, _)| *day).ok_or_else(|| DAYS.iter().map(|(_, word)| *word).collect())
}

/// The pattern of a text that is known to be readable; one that is not is never open.
pub(super) fn read_pattern(text: &str) -> WeekPattern {
    let mut pattern = WeekPattern::default();
    let Ok(rules) = super::notation::parse_rules(text) else { return pattern };
    for rule in &rules {
        let (days, holds_always) = days(&rule.day_selector);
        // A later rule takes the place of an earlier one on its days, where it holds in every week.
        if rule.operator == RuleOperator::Normal && holds_always {
            days.iter().for_each(|day| pattern.clear(*day));
        }
        // "Sa 10:00-12:00, please register" is on Saturdays; "by appointment" at all times is on no day.
        let is_noted = rule.kind == RuleKind::Unknown && !rule.comment.is_empty();
        let is_timed = || rule.time_selector.spans.iter().all(|span| minutes(span) != (0, 24 * 60));
        if rule.kind == RuleKind::Open || is_noted && is_timed() {
            for day in days {
                rule.time_selector.spans.iter().for_each(|span| pattern.add(day, minutes(span)));
            }
        }
    }
    pattern
}

/// The days of the week that a rule is about, and whether it is about all of them in every week.
fn days(selector: &DaySelector) -> (Vec<Weekday>, bool) {
    let in_every_week = selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty();
    if selector.weekday.is_empty() {
        return (DAYS.map(|(day, _)| day).to_vec(), in_every_week);
    }
    if holidays_on_days(&selector.weekday).is_some() {
        return (Vec::new(), false);
    }
    let (mut days, mut holds_always) = (Vec::new(), in_every_week);
    for range in &selector.weekday {
        // Holidays are no days of the usual week.
        let WeekDayRange::Fixed { range, nth_from_start, nth_from_end, .. } = range else { continue };
        holds_always &= !nth_from_start.contains(&false) && !nth_from_end.contains(&false);
        days.extend(days_of(range));
    }
    (days, holds_always)
}

/// Start and end of a span in minutes of its day; the end may lie in the next one. Sunrise counts as six in the
/// morning and sunset as six in the evening.
fn minutes(span: &TimeSpan) -> (u32, u32) {
    let of = |time: Time, event: u32| match time {
        Time::Fixed(time) => u32::from(time.mins_from_midnight()),
        Time::Variable(_) => event,
    };
    let start = of(span.range.start, 6 * 60);
    let end = of(span.range.end, 18 * 60);
    (start, if span.open_end { end.max(start + 60) } else { end })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpeningHours;

    fn pattern(text: &str) -> WeekPattern {
        text.parse::<OpeningHours>().expect("hours").week_pattern()
    }

    fn times(text: &str, day: Weekday) -> Vec<&'static str> {
        let pattern = pattern(text);
        Daytime::ALL.iter().filter(|time| pattern.has(day, Some(**time))).map(|time| time.slug()).collect()
    }

    #[test]
    fn a_day_has_the_times_that_its_hours_touch() {
        let hours = "Mo 09:00-17:00; Tu 17:30-19:00; We 12:00-14:00; Th 14:00-16:00; Fr 11:00-13:00,18:00-20:00";
        assert_eq!(times(hours, Weekday::Mon), ["morning", "afternoon"]);
        assert_eq!(times(hours, Weekday::Tue), ["evening"]);
        assert_eq!(times(hours, Weekday::Wed), [""; 0]);
        assert!(pattern(hours).has(Weekday::Wed, None));
        assert_eq!(times(hours, Weekday::Thu), ["afternoon"]);
        assert_eq!(times(hours, Weekday::Fri), ["morning", "evening"]);
        assert!(!pattern(hours).has(Weekday::Sat, None));
    }

    #[test]
    fn the_week_is_one_without_holidays_and_a_later_rule_goes_before() {
        assert_eq!(pattern("Mo-Fr 09:00-17:00; PH off"), pattern("Mo-Fr 09:00-17:00"));
        assert_eq!(pattern("Mo-Fr 09:00-17:00; SH Mo-Fr off"), pattern("Mo-Fr 09:00-17:00"));
        assert_eq!(pattern("SH Mo-Fr 10:00-12:00"), WeekPattern::default());
        assert_eq!(times("Mo-Fr 09:00-17:00; We 17:00-19:00", Weekday::Wed), ["evening"]);
        assert!(!pattern("Mo-Fr 09:00-17:00; We off").has(Weekday::Wed, None));
        assert_eq!(pattern("24/7").places().count(), WeekPattern::PLACES as usize);
    }

    #[test]
    fn what_holds_in_some_weeks_only_adds() {
        assert!(pattern("Sa[1] 10:00-12:00").has(Weekday::Sat, Some(Daytime::Morning)));
        assert_eq!(times("Mo 09:00-11:00; Apr-Oct Mo 18:00-21:00", Weekday::Mon), ["morning", "evening"]);
        assert_eq!(pattern("Mo 10:00-12:00 unknown"), WeekPattern::default());
        assert_eq!(times("Sa[2] 10:00-12:00 \"bitte anmelden\"", Weekday::Sat), ["morning"]);
        assert_eq!(pattern("Mo-Fr \"nach Vereinbarung\""), WeekPattern::default());
        assert!(pattern("Sa-Mo 10:00-12:00").has(Weekday::Sun, None), "over the end of the week");
    }

    #[test]
    fn every_day_is_found_by_its_word() {
        for (day, word) in DAYS {
            assert_eq!((weekday_word(day), parse_weekday(word)), (word, Ok(day)));
        }
        assert_eq!(parse_weekday("Montag").expect_err("no word").len(), 7);
    }
}
