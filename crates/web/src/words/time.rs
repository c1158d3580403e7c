//! Days and times as each language tells them. Months and weekdays are strings of the interface.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use fluent_bundle::FluentValue;

use super::Words;

impl Words {
    /// A day, such as 14. Juli 2026.
    pub fn date(self, day: NaiveDate) -> String {
        let month = self.say(MONTHS[day.month0() as usize]);
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.together("date", [("day", number.into()), ("month", month.into()), ("year", year.into())])
    }

    /// A day with its weekday.
    pub fn long_date(self, day: NaiveDate) -> String {
        let (weekday, date) = (self.weekday(day.weekday()), self.date(day));
        self.together("date-with-weekday", [("weekday", weekday.into()), ("date", date.into())])
    }

    /// A day with its weekday and a time on that day's clock.
    pub fn moment(self, at: NaiveDateTime) -> String {
        let (date, time) = (self.long_date(at.date()), clock(at.time()));
        self.together("date-with-time", [("date", date.into()), ("time", time.into())])
    }

    /// A string whose values are of its own language: marks that keep a foreign value apart would turn the order of
    /// a date around, since nothing but its month tells which way it reads.
    fn together<const N: usize>(self, key: &str, values: [(&'static str, FluentValue<'_>); N]) -> String {
        self.with(key, values).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The name of a weekday.
    pub fn weekday(self, day: Weekday) -> String {
        self.say(WEEKDAYS[day.num_days_from_monday() as usize]).into_owned()
    }
}

/// A time as clocks show it.
pub(crate) fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locale;

    #[test]
    fn a_date_reads_in_the_order_of_its_language() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        assert_eq!(Words::of(Locale::De).date(day), "22. November 2026");
        assert_eq!(Words::of(Locale::Ar).date(day), "22 نوفمبر 2026");
        let said = Words::of(Locale::Ar).with("data-as-of", [("date", Words::of(Locale::Ar).date(day).into())]);
        assert_eq!(said.matches('\u{2068}').count(), 1, "the date as a whole is kept apart: {said:?}");
    }
}
