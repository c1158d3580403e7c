//! Events in questions, and when: "was ist nächste Woche los", "Konzert am 5. Dezember". A period is no condition of
//! those who are asked for, but of the dates that are shown.

use std::{
    ops::{Range, RangeInclusive},
    sync::LazyLock,
};

use chrono::{Datelike, Days, Month, Months, NaiveDate, TimeDelta, Weekday};
use hashbrown::HashMap;

use super::{
    InterpretationChip,
    forms::read,
    table::{phrases, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// When a question asks for events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventPeriod {
    /// A day.
    Day(NaiveDate),
    /// The week from this Monday.
    Week(NaiveDate),
    /// The month from this first day.
    Month(NaiveDate),
}

/// What a row of the table asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Events,
    Before,
    BeforeDay,
    /// So many weeks from this one.
    Week(i64),
    WeekNumber,
    Month(u32),
    NamedMonth(Month),
}

impl Row {
    fn parse(row: &str) -> Option<Self> {
        Some(match row {
            "events" => Self::Events,
            "before" => Self::Before,
            "before-a-day" => Self::BeforeDay,
            "this-week" => Self::Week(0),
            "next-week" => Self::Week(1),
            "week-after-next" => Self::Week(2),
            "last-week" => Self::Week(-1),
            "week-number" => Self::WeekNumber,
            "this-month" => Self::Month(0),
            "next-month" => Self::Month(1),
            month => Self::NamedMonth(month.parse().ok()?),
        })
    }
}

/// The phrases that begin with a word, each word by word behind it, the longest first.
type PhraseTable = HashMap<String, Vec<(Vec<String>, Row)>>;

static PHRASES: LazyLock<PhraseTable> = LazyLock::new(|| {
    let mut reader = WordReader::new();
    let mut all = PhraseTable::new();
    for row in rows(include_str!("../../words/periods.csv")) {
        let Some(asked) = Row::parse(&row[0]) else { continue };
        for phrase in row.iter().skip(1).flat_map(|cell| phrases(cell)) {
            let mut words = Vec::new();
            read(&mut reader, phrase, |_, word| words.push(word.bare.clone()));
            let first = words.remove(0);
            all.entry(first).or_default().push((words, asked));
        }
    }
    for phrases in all.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    all
});

/// What a question says of events; the places of the words that say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AskedEvents {
    pub(super) are_named: bool,
    pub(super) period: Option<EventPeriod>,
    pub(super) places: Vec<usize>,
}

/// Finds the words for events and the first period of a question that is asked today.
pub(super) fn read_event_period(tokens: &[QuestionToken], today: NaiveDate) -> AskedEvents {
    let mut asked = AskedEvents::default();
    let mut month = None;
    let mut place = 0;
    while place < tokens.len() {
        let (length, row) = phrase_at(tokens, place).unwrap_or((1, Row::Before));
        let (mut places, mut period) = (place..place + length, None);
        match row {
            Row::Before | Row::BeforeDay => {
                period = numbered_day(tokens, place, today).map(|(day, end)| {
                    places.end = end;
                    EventPeriod::Day(day)
                });
            }
            Row::Events => {
                asked.are_named = true;
                asked.places.extend(places.clone());
            }
            Row::Week(weeks) => period = Some(EventPeriod::Week(monday(today) + TimeDelta::weeks(weeks))),
            Row::WeekNumber => {
                period = number_at(tokens, places.end, 1..=53).and_then(|week| {
                    places.end += 1;
                    numbered_week(today, week).map(EventPeriod::Week)
                });
            }
            Row::Month(months) => {
                period = first_day(today).map(|first| EventPeriod::Month(first + Months::new(months)));
            }
            Row::NamedMonth(named) => month = month.or(Some((named, places.clone()))),
        }
        if let Some(period) = period.filter(|_| asked.period.is_none()) {
            asked.period = Some(period);
            asked.places.extend(places.clone());
        }
        place = places.end;
    }
    if let Some((named, places)) = month.filter(|_| asked.period.is_none()) {
        name_month(&mut asked, tokens, (named, places), today);
    }
    asked
}

/// Takes a month for a period behind "in" or a day, and where nothing else is said: elsewhere it may be part of a name.
fn name_month(
    asked: &mut AskedEvents,
    tokens: &[QuestionToken],
    (named, places): (Month, Range<usize>),
    today: NaiveDate,
) {
    let day = places.start.checked_sub(1).and_then(|place| number_at(tokens, place, 1..=31));
    let year = number_at(tokens, places.end, 2000..=2199);
    let behind = if day.is_some() { places.start - 1 } else { places.start };
    let is_preposition = |place: &usize| is_one_of(&tokens[*place], &[Row::Before, Row::BeforeDay]);
    let first = (0..behind).rev().take_while(is_preposition).last().unwrap_or(behind);
    let places = first..places.end + usize::from(year.is_some());
    let is_other = |place: usize| !tokens[place].is_stop && !asked.places.contains(&place) && !places.contains(&place);
    if first < behind || asked.are_named || !(0..tokens.len()).any(is_other) {
        asked.period = next_month(today, named, day, year);
        asked.places.extend(places);
    }
}

/// The day that numbers say from a place on, behind "on" or with its year: "am 5.12.", "5.12.2026"; and the place behind.
fn numbered_day(tokens: &[QuestionToken], place: usize, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let (day, month) = (number_at(tokens, place, 1..=31)?, number_at(tokens, place + 1, 1..=12)?);
    let year = number_at(tokens, place + 2, 2000..=2199);
    let is_behind = place.checked_sub(1).is_some_and(|before| is_one_of(&tokens[before], &[Row::BeforeDay]));
    let date = of_year_or_next(today, year, |year| NaiveDate::from_ymd_opt(year, month, day));
    date.filter(|_| year.is_some() || is_behind).map(|date| (date, place + 2 + usize::from(year.is_some())))
}

/// The day that a question names by where it lies from today; of a weekend its Saturday, of the one that goes on today.
pub(super) fn near_day(chips: &[InterpretationChip], today: NaiveDate) -> Option<NaiveDate> {
    let applied = chips.iter().filter(|chip| chip.applied && chip.field == "weekdays");
    let days = applied.filter_map(|chip| match chip.value.as_str() {
        "today" => Some(0),
        "tomorrow" => Some(1),
        "day-after-tomorrow" => Some(2),
        "weekend" => Some(u64::from(5_u32.saturating_sub(today.weekday().num_days_from_monday()))),
        _ => None,
    });
    days.min().map(|days| today + Days::new(days))
}

/// The longest phrase that begins at a place, and how many words it has.
fn phrase_at(tokens: &[QuestionToken], place: usize) -> Option<(usize, Row)> {
    let is_here = |words: &[String]| {
        let mut rest = tokens[place + 1..].iter();
        words.iter().all(|word| rest.next().is_some_and(|token| token.whole.is_none() && token.word.bare == *word))
    };
    // A part of a compound is none: "arbeitslos".
    let first = tokens.get(place).filter(|token| token.whole.is_none())?;
    let beginning = PHRASES.get(&first.word.bare)?;
    let is_preposition = |row: &Row| matches!(row, Row::Before | Row::BeforeDay);
    let (words, row) = beginning.iter().find(|(words, row)| !is_preposition(row) && is_here(words))?;
    Some((words.len() + 1, *row))
}

fn is_one_of(token: &QuestionToken, rows: &[Row]) -> bool {
    PHRASES.get(&token.word.bare).is_some_and(|phrases| phrases.iter().any(|(_, row)| rows.contains(row)))
}

/// The number that a word is, as far as it lies between these.
fn number_at(tokens: &[QuestionToken], place: usize, bounds: RangeInclusive<u32>) -> Option<u32> {
    tokens.get(place)?.word.bare.parse().ok().filter(|number| bounds.contains(number))
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

fn first_day(today: NaiveDate) -> Option<NaiveDate> {
    today.with_day(1)
}

/// The week of that number (ISO 8601) that goes on or comes next.
fn numbered_week(today: NaiveDate, week: u32) -> Option<NaiveDate> {
    let (year, this) = (today.iso_week().year(), monday(today));
    let of_year = |year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon);
    of_year(year).filter(|first| *first >= this).or_else(|| of_year(year + 1))
}

/// The month of that name, or its day: that of the year, else the one that goes on or comes next.
fn next_month(today: NaiveDate, month: Month, day: Option<u32>, year: Option<u32>) -> Option<EventPeriod> {
    let of_year = |year| NaiveDate::from_ymd_opt(year, month.number_from_month(), day.unwrap_or(1));
    let earliest = if day.is_some() { today } else { first_day(today)? };
    let date = of_year_or_next(earliest, year, of_year)?;
    Some(if day.is_some() { EventPeriod::Day(date) } else { EventPeriod::Month(date) })
}

/// The date of a year; without one that of this year, or of the next where this year's is before the earliest.
fn of_year_or_next(
    earliest: NaiveDate,
    year: Option<u32>,
    of_year: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    match year {
        Some(year) => of_year(year.cast_signed()),
        None => of_year(earliest.year()).filter(|date| *date >= earliest).or_else(|| of_year(earliest.year() + 1)),
    }
}
