//! Demand that the directory does not meet, as it is counted: by theme, district and language, and by calendar month.
//! Nothing else is known of it: no words, nobody who asked, no day.
//!
//! What is shown must not lead to a few people. So only months that are over are shown, and of these only counts of
//! [`LEAST_SHOWN`] and more: since every month by itself has at least so many, no difference of two periods is less.

use chrono::{Datelike, NaiveDate};

use crate::{DistrictId, Language, ThemeId};

/// Counts below this are not shown.
pub const LEAST_SHOWN: u64 = 5;

/// What a question named that nobody answers. At least one of the three is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DemandKey {
    /// The theme, where one was named.
    pub theme: Option<ThemeId>,
    /// The district, where one was named.
    pub district: Option<DistrictId>,
    /// The language that was to be spoken, where one was named.
    pub language: Option<Language>,
}

/// A month of a year, by the number of months since January of the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarMonth(i32);

impl CalendarMonth {
    /// The month that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + day.month0().cast_signed())
    }

    /// So many months later; earlier where negative.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Whether it is the last of its year.
    pub const fn is_december(self) -> bool {
        self.0.rem_euclid(12) == 11
    }

    /// The number of months since January of the year 0.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The month of a number.
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }
}

/// Months on end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DemandPeriod {
    /// The first.
    pub first: CalendarMonth,
    /// The last; a period whose last month is before its first is empty.
    pub last: CalendarMonth,
}

impl DemandPeriod {
    /// The months that lie wholly between two days and are closed on a third, see [`last_closed_month`].
    pub fn between(since: Option<NaiveDate>, until: Option<NaiveDate>, today: NaiveDate) -> Self {
        let first = since.map_or(CalendarMonth(i32::MIN), |day| {
            let month = CalendarMonth::of(day);
            if day.day() == 1 { month } else { month.plus(1) }
        });
        // The last whole month until a day is the one before that of the next day.
        let until = until.map_or(CalendarMonth(i32::MAX), |day| month_before(day.succ_opt().unwrap_or(NaiveDate::MAX)));
        Self { first, last: until.min(last_closed_month(today)) }
    }
}

/// The newest month that is closed on a day: from the second day after it on, when every node has written what it
/// counted.
pub fn last_closed_month(today: NaiveDate) -> CalendarMonth {
    month_before(today.pred_opt().unwrap_or(NaiveDate::MIN))
}

fn month_before(day: NaiveDate) -> CalendarMonth {
    CalendarMonth::of(day).plus(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn months(since: &str, until: &str) -> Vec<i32> {
        let some = |text: &str| (!text.is_empty()).then(|| day(text));
        let DemandPeriod { first, last } = DemandPeriod::between(some(since), some(until), day("2026-11-26"));
        let january = CalendarMonth::of(day("2026-01-01"));
        (0..12).filter(|at| (first..=last).contains(&january.plus(*at))).map(|at| at + 1).collect()
    }

    #[test]
    fn only_whole_months_that_are_over_count() {
        assert_eq!(months("2026-03-01", "2026-05-31"), [3, 4, 5]);
        assert_eq!(months("2026-03-02", "2026-05-30"), [4]);
        assert_eq!(months("2026-02-01", "2026-02-28"), [2]);
        assert_eq!(months("2026-02-01", "2026-02-27"), Vec::<i32>::new());
        assert_eq!(months("2026-09-01", "2026-12-31"), [9, 10], "November is not over");
        assert_eq!(months("", "2026-02-28"), [1, 2]);
        assert_eq!(months("2026-10-01", ""), [10]);
        assert_eq!(months("2026-05-01", "2026-03-31"), Vec::<i32>::new());
        assert_eq!(months("", "2025-12-31"), Vec::<i32>::new());
    }

    #[test]
    fn a_month_is_over_a_day_after_its_last() {
        let october = CalendarMonth::of(day("2026-10-15"));
        assert_eq!(last_closed_month(day("2026-11-01")), october.plus(-1));
        assert_eq!(last_closed_month(day("2026-11-02")), october);
        assert_eq!(last_closed_month(day("2027-01-02")), CalendarMonth::of(day("2026-12-01")));
        assert!(CalendarMonth::of(day("2026-12-01")).is_december() && !october.is_december());
    }
}
