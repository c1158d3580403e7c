//! Events in questions, and when: "was ist nächste Woche los", "Konzert am 5. Dezember". A period is no condition of
//! those who are asked for, but of the dates that are shown.

use std::sync::LazyLock;

use chrono::{Datelike, Days, Month, Months, NaiveDate};
use hashbrown::HashMap;

use super::{
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
    Week(u64),
    Month(u32),
    NamedMonth(Month),
}

impl Row {
    fn parse(row: &str) -> Option<Self> {
        Some(match row {
            "events" => Self::Events,
            "before" => Self::Before,
            "this-week" => Self::Week(0),
            "next-week" => Self::Week(1),
            "this-month" => Self::Month(0),
            "next-month" => Self::Month(1),
            month => Self::NamedMonth(month.parse().ok()?),
        })
    }
}

/// The phrases that begin with a word, each word by word behind it, the longest first.
static PHRASES: LazyLock<HashMap<String, Vec<(Vec<String>, Row)>>> = LazyLock::new(|| {
    let mut reader = WordReader::new();
    let mut all: HashMap<String, Vec<(Vec<String>, Row)>> = HashMap::new();
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
pub(super) fn asked_events(tokens: &[QuestionToken], today: NaiveDate) -> AskedEvents {
    let mut asked = AskedEvents::default();
    let mut month = None;
    let mut place = 0;
    while place < tokens.len() {
        let Some((length, row)) = phrase_at(tokens, place) else {
            place += 1;
            continue;
        };
        let places = place..place + length;
        match row {
            Row::Events => asked.are_named = true,
            Row::Week(weeks) if asked.period.is_none() => {
                let monday = today - Days::new(today.weekday().num_days_from_monday().into());
                asked.period = Some(EventPeriod::Week(monday + Days::new(7 * weeks)));
            }
            Row::Month(months) if asked.period.is_none() => {
                asked.period = first_day(today).map(|first| EventPeriod::Month(first + Months::new(months)));
            }
            Row::NamedMonth(named) if month.is_none() => month = Some((named, places.clone())),
            _ => {
                place += length;
                continue;
            }
        }
        if !matches!(row, Row::NamedMonth(_)) {
            asked.places.extend(places);
        }
        place += length;
    }
    if let Some((named, places)) = month.filter(|_| asked.period.is_none()) {
        // A month may be part of a name: it is a period behind "in" or a day, and where nothing else is said.
        let day_place = places.start.checked_sub(1).filter(|place| day_number(&tokens[*place]).is_some());
        let first = day_place.unwrap_or(places.start);
        let is_behind = first.checked_sub(1).is_some_and(|before| is_preposition(&tokens[before]));
        let is_other = |place: usize| {
            !tokens[place].is_stop && !asked.places.contains(&place) && !(first..places.end).contains(&place)
        };
        if is_behind || !(0..tokens.len()).any(is_other) {
            let day = day_place.and_then(|place| day_number(&tokens[place]));
            asked.period = next_month(today, named, day);
            asked.places.extend(first..places.end);
        }
    }
    asked
}

/// The longest phrase that begins at a place, and how many words it has.
fn phrase_at(tokens: &[QuestionToken], place: usize) -> Option<(usize, Row)> {
    let is_here = |words: &[String]| {
        let mut rest = tokens[place + 1..].iter();
        words.iter().all(|word| rest.next().is_some_and(|token| token.word.bare == *word))
    };
    let beginning = PHRASES.get(&tokens[place].word.bare)?;
    let (words, row) = beginning.iter().find(|(words, row)| *row != Row::Before && is_here(words))?;
    Some((words.len() + 1, *row))
}

fn is_preposition(token: &QuestionToken) -> bool {
    PHRASES.get(&token.word.bare).is_some_and(|phrases| phrases.iter().any(|(_, row)| *row == Row::Before))
}

fn day_number(token: &QuestionToken) -> Option<u32> {
    token.word.bare.parse().ok().filter(|day| (1..=31).contains(day))
}

fn first_day(today: NaiveDate) -> Option<NaiveDate> {
    today.with_day(1)
}

/// The month of that name that goes on or comes next, or its day that comes next.
fn next_month(today: NaiveDate, month: Month, day: Option<u32>) -> Option<EventPeriod> {
    let of_year = |year| NaiveDate::from_ymd_opt(year, month.number_from_month(), day.unwrap_or(1));
    let (this, next) = (of_year(today.year()), of_year(today.year() + 1));
    match day {
        Some(_) => this.filter(|date| *date >= today).or(next).map(EventPeriod::Day),
        None => this.filter(|date| *date >= first_day(today).unwrap_or(today)).or(next).map(EventPeriod::Month),
    }
}
