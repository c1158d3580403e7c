//! Ages in questions: "8 Jahre", "5-jährige", "15jährig", "ab 60", "Kinder unter 3", "Kinder von 3 bis 5".

use std::sync::LazyLock;

use domain::vocabulary::{MAX_AGE, TargetGroup};

use super::{
    table::{row_beginnings, row_words, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// How many words may stand between a child and its age.
const MOST_BETWEEN: usize = 3;

/// What words of years begin with, children whose age stands behind them, words that stand before an age, before one
/// that is not reached, and between two, groups whose ages stand behind them, and words behind a number that is no age.
#[derive(Default)]
struct AgeWords {
    years: Vec<String>,
    children: Vec<String>,
    before: Vec<String>,
    below: Vec<String>,
    until: Vec<String>,
    groups: Vec<String>,
    times: Vec<String>,
}

static AGE_WORDS: LazyLock<AgeWords> = LazyLock::new(|| {
    let mut words = AgeWords::default();
    let mut reader = WordReader::new();
    for row in rows(include_str!("../../words/ages.csv")) {
        let list = match row[0].as_str() {
            "years" => &mut words.years,
            "before" => &mut words.before,
            "below" => &mut words.below,
            "until" => &mut words.until,
            "groups" => &mut words.groups,
            "children" => &mut words.children,
            _ => &mut words.times,
        };
        match row[0].as_str() {
            "years" => list.extend(row_beginnings(&mut reader, &row)),
            _ => list.extend(row_words(&mut reader, &row)),
        }
    }
    words
});

/// Whether a word is one of years: "ani" is, and "jährige" begins with one that stands for all longer ones.
fn is_years(word: &str) -> bool {
    AGE_WORDS.years.iter().any(|years| match years.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == years,
    })
}

/// The age groups that a question names, each with the places of its words.
pub(super) fn ages(tokens: &[QuestionToken]) -> Vec<(Vec<usize>, TargetGroup)> {
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let written = &token.word.bare;
        let (number, unit) = written.split_at(written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len()));
        let Some(age) = number.parse::<u8>().ok().filter(|age| *age <= MAX_AGE) else { continue };
        if !unit.is_empty() {
            if is_years(unit) {
                found.push((vec![place], group_of(age)));
            }
            continue;
        }
        if let Some((places, ages)) = range(tokens, place) {
            ages.into_iter().for_each(|age| found.push((places.clone(), group_of(age))));
            continue;
        }
        let bare = |place: usize| tokens.get(place).map(|token| token.word.bare.as_str());
        let behind = bare(place + 1).is_some_and(is_years);
        let before = place
            .checked_sub(1)
            .filter(|before| bare(*before).is_some_and(|word| AGE_WORDS.before.iter().any(|known| known == word)));
        // A number alone is none of years; "ab 60" is, "ab 18 Uhr" is not.
        let is_time = bare(place + 1)
            .is_some_and(|word| word.parse::<u16>().is_ok() || AGE_WORDS.times.iter().any(|time| time == word));
        // "My son (15)", "my daughter is 6".
        let is_child = |back: usize| {
            let word = place.checked_sub(back).and_then(bare);
            word.is_some_and(|word| AGE_WORDS.children.iter().any(|known| known == word))
        };
        let is_between = place.checked_sub(1).is_some_and(|between| tokens[between].is_stop);
        let of_child = !is_time && (is_child(1) || is_between && is_child(2));
        if behind || of_child || (before.is_some() && !is_time) {
            let places = before.into_iter().chain([place]).chain(behind.then_some(place + 1));
            found.push((places.collect(), group_of(age)));
        }
    }
    found
}

/// The places and the ends of the ages that a number is the last of: "3 bis 5", "unter 3". They stand behind those who
/// are of that age, or before years: without, they are times of the day.
fn range(tokens: &[QuestionToken], last: usize) -> Option<(Vec<usize>, Vec<u8>)> {
    let bare = |place: usize| tokens.get(place).map_or("", |token| token.word.bare.as_str());
    let age = |place: usize| bare(place).parse::<u8>().ok().filter(|age| *age <= MAX_AGE);
    let is_one_of = |words: &[String], place: usize| words.iter().any(|word| word == bare(place));
    let has_years = is_years(bare(last + 1));
    let before = last.checked_sub(1)?;
    let from = before.checked_sub(1).filter(|_| is_one_of(&AGE_WORDS.until, before));
    let (first, ages) = match from.and_then(|from| Some((from, age(from)?))) {
        Some((from, youngest)) => (from, vec![youngest, age(last)?]),
        None if is_one_of(&AGE_WORDS.below, before) => (before, vec![age(last)?.checked_sub(1)?]),
        None => return None,
    };
    let is_of_group =
        (1..=2).filter_map(|back| first.checked_sub(back)).any(|place| is_one_of(&AGE_WORDS.groups, place));
    let is_time = is_one_of(&AGE_WORDS.times, last + 1);
    ((is_of_group && !is_time) || has_years).then(|| ((first..=last + usize::from(has_years)).collect(), ages))
}

/// The words for children whose ages were found: "copil" of "copil de 8 ani". They say no more than the age.
pub(super) fn children(tokens: &[QuestionToken], ages: &[(Vec<usize>, TargetGroup)]) -> Vec<usize> {
    let is_child = |place: &usize| AGE_WORDS.children.contains(&tokens[*place].word.bare);
    let is_between = |place: usize| tokens[place].is_stop || AGE_WORDS.before.contains(&tokens[place].word.bare);
    let first = ages.iter().filter_map(|(places, _)| places.iter().min());
    let before = first.filter_map(|first| {
        let mut back = (first.saturating_sub(MOST_BETWEEN)..*first).rev();
        back.find(|place| !is_between(*place))
    });
    before.filter(is_child).collect()
}

/// The group that an age is one of.
const fn group_of(age: u8) -> TargetGroup {
    match age {
        0..=5 => TargetGroup::Children0To5,
        6..=13 => TargetGroup::Children6To13,
        14..=17 => TargetGroup::Youth14To17,
        18..=27 => TargetGroup::YoungAdults,
        28..=59 => TargetGroup::Adults,
        _ => TargetGroup::Seniors,
    }
}
