//! Whether a question wants several themes of one and the same entry: "Deutschkurs mit Kinderbetreuung".
//!
//! Themes joined by "and" or "or" are alternatives: who asks for help with work and housing is helped by either. Only
//! words that say so ask for both; of themes that nothing joins, `topics` leaves one.

use std::{collections::HashSet, sync::LazyLock};

use super::{
    concept::Aspect,
    forms::read,
    matching::Understanding,
    table::{phrases, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// The words that join themes.
#[derive(Default)]
struct ConjunctionWords {
    /// Between two themes of which either is wanted: "or".
    either: HashSet<String>,
    /// Between two themes of which both are: "with".
    all_between: HashSet<String>,
    /// Anywhere in a question: "both".
    all_anywhere: HashSet<String>,
}

static CONJUNCTION_WORDS: LazyLock<ConjunctionWords> = LazyLock::new(|| {
    let mut reader = WordReader::new();
    let mut words = ConjunctionWords::default();
    for row in rows(include_str!("../../words/conjunctions.csv")) {
        let list = match row[0].as_str() {
            "either" => &mut words.either,
            "all-between" => &mut words.all_between,
            _ => &mut words.all_anywhere,
        };
        // Of a phrase the last word tells.
        for phrase in row[1..].iter().flat_map(|cell| phrases(cell)) {
            let mut last = None;
            read(&mut reader, phrase, |_, word| last = Some(word.bare.clone()));
            list.extend(last);
        }
    }
    words
});

/// Whether a word joins two themes that were understood, so that neither is the other's explanation.
pub(super) fn are_joined(tokens: &[QuestionToken], one: &Understanding<'_>, other: &Understanding<'_>) -> bool {
    let places = one.places.iter().chain(&other.places);
    let (first, last) = places.fold((usize::MAX, 0), |(first, last), place| (first.min(*place), last.max(*place)));
    let words = &*CONJUNCTION_WORDS;
    let has = |words: &HashSet<String>, tokens: &[QuestionToken]| tokens.iter().any(|it| words.contains(&it.word.bare));
    has(&words.all_anywhere, tokens)
        || has(&words.either, &tokens[first..=last])
        || has(&words.all_between, &tokens[first..=last])
}

/// Whether a question wants all of its themes together; the words that say so carry nothing else.
pub(super) fn wants_all_themes(tokens: &mut [QuestionToken], understood: &[Understanding<'_>]) -> bool {
    let themes: Vec<&Understanding<'_>> =
        understood.iter().filter(|it| it.asks_for(Aspect::Theme) && !it.is_negated).collect();
    if themes.len() < 2 {
        return false;
    }
    let is_one_of = |words: &HashSet<String>, token: &QuestionToken| words.contains(&token.word.bare);
    let is_used = |place: &usize| understood.iter().any(|it| it.places.contains(place));
    let mut joining: Vec<usize> =
        (0..tokens.len()).filter(|place| is_one_of(&CONJUNCTION_WORDS.all_anywhere, &tokens[*place])).collect();
    for pair in themes.windows(2) {
        let (Some(end), Some(start)) = (pair[0].places.last(), pair[1].places.first()) else { continue };
        let joins = |place: &usize| is_one_of(&CONJUNCTION_WORDS.all_between, &tokens[*place]);
        let between = end + 1..*start;
        let says_nothing = between.clone().skip(1).all(|place| tokens[place].is_stop);
        joining.extend(between.take(1).filter(|place| joins(place) && says_nothing));
    }
    joining.retain(|place| !is_used(place));
    joining.iter().for_each(|place| tokens[*place].is_stop = true);
    !joining.is_empty()
}
