//! Where hours are told: the clock, the holidays and the sun of a place.

use messages::Message;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use compact_calendar::CompactCalendar;
use opening_hours::{
    ContextHolidays,
    localization::{Coordinates, TzLocation},
};
use serde::{Deserialize, Serialize};

use crate::geography::Position;

/// The years whose holidays are known.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// The longest time school is out at once, in days; more is a mistake in the years.
const LONGEST_SCHOOL_HOLIDAY: i64 = 92;

/// A German state, by its letters in ISO 3166-2:DE; `DE` has the holidays of the whole country only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the letters are those of the standard")]
pub enum FederalState {
    De,
    Bb,
    Be,
    Bw,
    By,
    Hb,
    He,
    Hh,
    Mv,
    Ni,
    #[default]
    Nw,
    Rp,
    Sh,
    Sl,
    Sn,
    St,
    Th,
}

/// The first and the last day of a time without school, written `2026-10-17/2026-10-31` or as one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct SchoolHoliday {
    first: NaiveDate,
    last: NaiveDate,
}

/// A text is no time without school.
#[derive(Debug)]
pub struct ParseSchoolHolidayError(String);

impl ParseSchoolHolidayError {
    /// What was given and what is allowed.
    pub fn message(&self) -> Message {
        Message::new("value-school-holiday").quote("given", &self.0)
    }
}

messages::error_by_message!(ParseSchoolHolidayError);

impl TryFrom<String> for SchoolHoliday {
    type Error = ParseSchoolHolidayError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (first, last) = text.split_once('/').unwrap_or((&text, &text));
        match (first.parse::<NaiveDate>(), last.parse::<NaiveDate>()) {
            (Ok(first), Ok(last)) if (0..=LONGEST_SCHOOL_HOLIDAY).contains(&(last - first).num_days()) => {
                Ok(Self { first, last })
            }
            _ => Err(ParseSchoolHolidayError(text)),
        }
    }
}

/// The public and school holidays of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holidays(pub(super) ContextHolidays);

impl Holidays {
    /// The holidays of a state; without school holidays of one's own, those known of the state.
    pub fn new(state: FederalState, school: Option<&[SchoolHoliday]>) -> Self {
        let mut public = CompactCalendar::default();
        for year in YEARS {
            for day in public_holidays(state, year) {
                public.insert(day);
            }
        }
        let known = || SCHOOL_HOLIDAYS_NW.iter().filter(|_| state == FederalState::Nw).map(|text| parse_known(text));
        let times: Vec<SchoolHoliday> = school.map_or_else(|| known().collect(), <[_]>::to_vec);
        let mut calendar = CompactCalendar::default();
        for time in times {
            for day in time.first.iter_days().take_while(|day| *day <= time.last) {
                calendar.insert(day);
            }
        }
        Self(ContextHolidays::new(Arc::new(public), Arc::new(calendar)))
    }

    /// Whether a day is a public holiday.
    pub fn is_public(&self, day: NaiveDate) -> bool {
        self.0.get_public().contains(day)
    }

    /// Whether school is out on a day.
    pub fn is_school(&self, day: NaiveDate) -> bool {
        self.0.get_school().contains(day)
    }
}

impl Default for Holidays {
    fn default() -> Self {
        Self::new(FederalState::default(), None)
    }
}

/// The clock, the holidays and the sun of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Locality {
    /// The time zone.
    pub zone: Tz,
    /// Its holidays.
    pub holidays: Holidays,
    /// Where the sun rises and sets.
    pub position: Position,
}

impl Default for Locality {
    /// Herne.
    fn default() -> Self {
        let position = Position::new(7.2197, 51.5369).expect("Herne lies on the earth");
        Self { zone: chrono_tz::Europe::Berlin, holidays: Holidays::default(), position }
    }
}

impl Locality {
    pub(super) fn location(&self) -> TzLocation<Tz> {
        let location = TzLocation::new(self.zone);
        match Coordinates::new(self.position.latitude(), self.position.longitude()) {
            Some(coordinates) => location.with_coords(coordinates),
            None => location,
        }
    }
}

/// School holidays of North Rhine-Westphalia as its school ministry set them.
const SCHOOL_HOLIDAYS_NW: [&str; 19] = [
    "2026-01-01/2026-01-06",
    "2026-03-30/2026-04-11",
    "2026-05-26",
    "2026-07-20/2026-09-01",
    "2026-10-17/2026-10-31",
    "2026-12-23/2027-01-06",
    "2027-03-22/2027-04-03",
    "2027-05-18",
    "2027-07-19/2027-08-31",
    "2027-10-23/2027-11-06",
    "2027-12-24/2028-01-08",
    "2028-04-10/2028-04-22",
    "2028-07-10/2028-08-22",
    "2028-10-23/2028-11-04",
    "2028-12-21/2029-01-05",
    "2029-03-26/2029-04-07",
    "2029-05-22",
    "2029-07-02/2029-08-14",
    "2029-10-15/2029-10-27",
];

fn parse_known(text: &str) -> SchoolHoliday {
    SchoolHoliday::try_from(text.to_owned()).expect("the school holidays in the program are readable")
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, month.cast_unsigned(), day.cast_unsigned())
}

/// The days off of a state by its law on Sundays and holidays, as of 2026; those of single municipalities are not told.
fn public_holidays(state: FederalState, year: i32) -> Vec<NaiveDate> {
    use FederalState::{Bb, Be, Bw, By, Hb, He, Hh, Mv, Ni, Nw, Rp, Sh, Sl, Sn, St, Th};
    let mut fixed = vec![(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)];
    let mut from_easter = vec![-2, 1, 39, 50];
    let mut add = |holds: bool, month: u32, day: u32| {
        if holds {
            fixed.push((month, day));
        }
    };
    add(matches!(state, Bw | By | St), 1, 6);
    add(state == Be && year >= 2019 || state == Mv && year >= 2023, 3, 8);
    add(state == Sl, 8, 15);
    add(state == Th && year >= 2019, 9, 20);
    let reformation =
        matches!(state, Bb | Mv | Sn | St | Th) || year == 2017 || matches!(state, Hb | Hh | Ni | Sh) && year >= 2018;
    add(reformation, 10, 31);
    add(matches!(state, Bw | By | Nw | Rp | Sl), 11, 1);
    if matches!(state, Bw | By | He | Nw | Rp | Sl) {
        from_easter.push(60);
    }
    if state == Bb {
        from_easter.extend([0, 49]);
    }
    let mut days: Vec<NaiveDate> =
        fixed.into_iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day)).collect();
    days.extend(from_easter.into_iter().filter_map(|after| Some(easter(year)? + TimeDelta::days(after))));
    if state == Sn {
        // The Wednesday before 23 November.
        let repentance = (16..=22).filter_map(|day| NaiveDate::from_ymd_opt(year, 11, day));
        days.extend(repentance.filter(|day| day.weekday() == chrono::Weekday::Wed));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_state_has_its_own_holidays() {
        let of = |state| Holidays::new(state, None);
        for text in ["2027-05-27", "2027-11-01", "2027-03-26", "2027-10-03"] {
            assert!(of(FederalState::Nw).is_public(day(text)), "{text}");
        }
        assert!(!of(FederalState::De).is_public(day("2027-05-27")));
        assert!(!of(FederalState::Nw).is_public(day("2027-10-31")));
        assert!(of(FederalState::Sn).is_public(day("2026-11-18")));
        assert!(of(FederalState::Be).is_public(day("2027-03-08")));
        for (year, sunday) in [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")] {
            assert_eq!(easter(year), Some(day(sunday)));
        }
    }

    #[test]
    fn school_holidays_are_those_of_the_setting_else_those_known() {
        assert!(Holidays::default().is_school(day("2026-10-20")));
        assert!(!Holidays::new(FederalState::By, None).is_school(day("2026-10-20")));
        let own = SchoolHoliday::try_from("2026-11-02/2026-11-06".to_owned()).expect("a school holiday");
        let holidays = Holidays::new(FederalState::Nw, Some(&[own]));
        assert!(holidays.is_school(day("2026-11-06")) && !holidays.is_school(day("2026-10-20")));
        for wrong in ["Herbst", "2026-11-06/2026-11-02", "2026-11-02/2027-11-02"] {
            assert!(SchoolHoliday::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
