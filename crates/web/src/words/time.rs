//! Days and times as each language tells them. Months and weekdays are strings of the interface.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

use fluent_bundle::FluentValue;

use super::Words;
use crate::Locale;

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

    /// From one time to another on the clock, such as 10–12:30 in German, kept from turning around in Arabic. An end
    /// at midnight is that of the day.
    pub fn times(self, start: NaiveTime, end: NaiveTime) -> String {
        let told = |time: NaiveTime| match self.locale() {
            // On the hour, Germans say no minutes.
            Locale::De if time.minute() == 0 => time.hour().to_string(),
            _ => clock(time),
        };
        let end = match (end == NaiveTime::MIN, self.locale()) {
            (true, Locale::De) => "24".to_owned(),
            (true, _) => "24:00".to_owned(),
            (false, _) => told(end),
        };
        // Nor is it broken at the dash.
        format!("\u{2066}{}–\u{2060}{end}\u{2069}", told(start))
    }

    /// The same as a time of its own, such as 10–12 Uhr.
    pub fn time_range(self, start: NaiveTime, end: NaiveTime) -> String {
        self.with_range("time-range", &[], &self.times(start, end))
    }

    /// From a moment to another, on one day or several.
    pub fn period(self, start: NaiveDateTime, end: NaiveDateTime) -> String {
        let is_night = start.date().succ_opt() == Some(end.date()) && end - start < TimeDelta::hours(12);
        if start.date() == end.date() || is_night {
            let date = self.long_date(start.date());
            let times = self.times(start.time(), end.time());
            return self.with_range("date-with-time", &[("date", date)], &times);
        }
        self.together("date-range", [("from", self.moment(start).into()), ("until", self.moment(end).into())])
    }

    /// From a day to another, both counted.
    pub fn days(self, first: NaiveDate, last: NaiveDate) -> String {
        match first == last {
            true => self.long_date(first),
            false => {
                let values = [("from", self.long_date(first).into()), ("until", self.long_date(last).into())];
                self.together("date-range", values)
            }
        }
    }

    /// From a day to another, without their weekdays.
    pub fn dates(self, first: NaiveDate, last: NaiveDate) -> String {
        self.together("date-range", [("from", self.date(first).into()), ("until", self.date(last).into())])
    }

    /// A string with a stretch of time, whose own marks stay.
    fn with_range(self, key: &str, others: &[(&'static str, String)], times: &str) -> String {
        const HERE: &str = "\u{1}";
        let others = others.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str())));
        let values = others.chain([("time", FluentValue::from(HERE))]);
        self.with(key, values).replace(['\u{2068}', '\u{2069}'], "").replace(HERE, times)
    }

    /// A month with its year.
    pub fn month(self, day: NaiveDate) -> String {
        let month = self.say(MONTHS_ALONE[day.month0() as usize]);
        self.together("month-with-year", [("month", month.into()), ("year", day.year().to_string().into())])
    }

    /// From a month to another of every year, by their numbers.
    pub fn months(self, first: u8, last: u8) -> String {
        let name = |month: u8| self.say(MONTHS_ALONE[usize::from(month.saturating_sub(1)) % MONTHS_ALONE.len()]);
        match first == last {
            true => name(first).into_owned(),
            false => self.from_until(name(first).into_owned(), name(last).into_owned()),
        }
    }

    /// From one thing to another.
    pub fn from_until(self, from: String, until: String) -> String {
        self.together("date-range", [("from", from.into()), ("until", until.into())])
    }

    /// Days of the week; three or more that follow each other as a run: "Montag bis Freitag, Sonntag".
    pub fn weekdays(self, days: &[Weekday]) -> String {
        const LEAST: usize = 3;
        let runs = days.chunk_by(|one, other| one.succ() == *other).flat_map(|run| match run {
            [first, .., last] if run.len() >= LEAST => vec![self.from_until(self.weekday(*first), self.weekday(*last))],
            days => days.iter().map(|day| self.weekday(*day)).collect(),
        });
        runs.collect::<Vec<_>>().join(self.comma())
    }

    /// The last of some things with "and" before it.
    pub fn join_list(self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(self.comma());
                self.together("hours-and", [("first", first.into()), ("second", last.as_str().into())])
            }
        }
    }

    /// The name of a weekday in few letters.
    pub fn short_weekday(self, day: Weekday) -> String {
        self.say(SHORT_WEEKDAYS[day.num_days_from_monday() as usize]).into_owned()
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

/// Months where no day stands before them: in some languages that is another case.
const MONTHS_ALONE: [&str; 12] = [
    "month-alone-1",
    "month-alone-2",
    "month-alone-3",
    "month-alone-4",
    "month-alone-5",
    "month-alone-6",
    "month-alone-7",
    "month-alone-8",
    "month-alone-9",
    "month-alone-10",
    "month-alone-11",
    "month-alone-12",
];

const SHORT_WEEKDAYS: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_in_the_order_of_its_language() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        assert_eq!(Words::of(Locale::De).date(day), "22.\u{a0}November 2026");
        assert_eq!(Words::of(Locale::Ar).date(day), "22\u{a0}نوفمبر 2026");
        let said = Words::of(Locale::Ar).with("data-as-of", [("date", Words::of(Locale::Ar).date(day).into())]);
        assert_eq!(said.matches('\u{2068}').count(), 1, "the date as a whole is kept apart: {said:?}");
    }

    #[test]
    fn days_that_follow_each_other_are_a_run() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        let words = Words::of(Locale::De);
        for (days, expected) in [
            (&[Mon, Tue, Wed, Thu, Fri][..], "Montag bis Freitag"),
            (&[Mon, Tue, Wed, Fri], "Montag bis Mittwoch, Freitag"),
            (&[Sat, Sun, Mon], "Samstag bis Montag"),
            (&[Mon, Tue], "Montag, Dienstag"),
            (&[Sun], "Sonntag"),
        ] {
            assert_eq!(words.weekdays(days), expected);
        }
    }

    #[test]
    fn a_period_tells_its_end_and_a_day_only_once() {
        let at = |text: &str| text.parse::<NaiveDateTime>().expect("a time");
        let plain = |text: String| text.replace(['\u{2060}', '\u{2066}', '\u{2069}'], "").replace('\u{a0}', " ");
        let german = |from, until| plain(Words::of(Locale::De).period(at(from), at(until)));
        assert_eq!(german("2027-06-12T14:00:00", "2027-06-12T22:45:00"), "Samstag, 12. Juni 2027, 14–22:45 Uhr");
        assert_eq!(german("2027-06-12T22:00:00", "2027-06-13T02:00:00"), "Samstag, 12. Juni 2027, 22–2 Uhr");
        assert_eq!(
            german("2026-11-20T10:00:00", "2026-12-16T18:00:00"),
            "Freitag, 20. November 2026, 10:00 Uhr bis Mittwoch, 16. Dezember 2026, 18:00 Uhr"
        );
        let midnight = |text: &str| at(text).time();
        let range = Words::of(Locale::De).time_range(midnight("2027-06-12T09:30:00"), NaiveTime::MIN);
        assert_eq!(plain(range), "09:30–24 Uhr");
        for locale in Locale::ALL {
            let told = Words::of(locale).period(at("2027-06-12T14:00:00"), at("2027-06-12T22:45:00"));
            assert!(told.contains("\u{2066}14") && told.contains("22:45\u{2069}"), "{locale:?}: {told:?}");
        }
    }
}
