//! Words that say of what sort something is, but not what it is: school, centre, shop.
//!
//! Alone they may ask for something ("Schule"). Beside a word that nobody knows they do not: a driving school is none.

use std::{collections::HashSet, sync::LazyLock};

use super::{
    concept::Concept,
    matching::Understanding,
    table::{row_words, rows},
    tokens::QuestionToken,
};
use crate::text::{Word, WordReader};

static HEADS: LazyLock<HashSet<Box<str>>> = LazyLock::new(|| {
    let mut reader = WordReader::new();
    let words = rows(include_str!("../../words/heads.csv")).flat_map(|row| row_words(&mut reader, &row));
    words.map(String::into_boxed_str).collect()
});

/// Whether a word says only of what sort something is.
pub(super) fn is_head(bare: &str) -> bool {
    HEADS.contains(bare)
}

/// What was understood without heads that stand beside a word that neither the tables nor the directory know.
pub(super) fn without_bare_heads<'a>(
    tokens: &[QuestionToken],
    understood: Vec<Understanding<'a>>,
    is_known: &dyn Fn(&Word) -> bool,
) -> Vec<Understanding<'a>> {
    let is_understood = |place: usize| understood.iter().any(|it| it.places.contains(&place));
    let is_strange = |place: usize| {
        tokens.get(place).is_some_and(|token| !token.is_stop && !is_understood(place) && !is_known(&token.word))
    };
    // A small word may stand between: "școală de șoferi".
    let step = |place: usize, by: isize| {
        let next = place.wrapping_add_signed(by);
        if tokens.get(next).is_some_and(|token| token.is_stop) { next.wrapping_add_signed(by) } else { next }
    };
    let is_bare_head = |it: &Understanding<'a>| {
        let is_topic = it.is_sure && it.concepts.iter().any(|concept| Concept::is_topic(concept));
        let [place] = it.places[..] else { return false };
        is_topic && is_head(&tokens[place].word.bare) && (is_strange(step(place, 1)) || is_strange(step(place, -1)))
    };
    let settled: Vec<bool> = understood.iter().map(|it| it.is_sure && !is_bare_head(it)).collect();
    understood.into_iter().zip(settled).map(|(it, is_sure)| Understanding { is_sure, ..it }).collect()
}
