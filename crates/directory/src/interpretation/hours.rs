//! Questions for the hours of somebody: "wann hat das Jobcenter auf" asks when, not who is open now.

use std::sync::LazyLock;

use super::{
    concept::{AccessFeature, Concept},
    matching::Understanding,
    table::{row_words, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// How people ask when.
static WHEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut reader = WordReader::new();
    rows(include_str!("../../words/when.csv")).flat_map(|row| row_words(&mut reader, &row)).collect()
});

/// Sets "open" aside where a question asks when: the answer says the hours of all who are found.
pub(super) fn set_asked_hours_aside(tokens: &mut [QuestionToken], understood: &mut Vec<Understanding<'_>>) {
    if !tokens.iter().any(|token| WHEN.contains(&token.word.bare)) {
        return;
    }
    let is_now = |concept: &Concept| matches!(concept, Concept::AccessFeature(AccessFeature::OpenNow));
    understood.retain(|it| {
        let is_asked = it.concepts.iter().all(|concept| is_now(concept));
        it.places.iter().for_each(|place| tokens[*place].is_stop |= is_asked);
        !is_asked
    });
}
