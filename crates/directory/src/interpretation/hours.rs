//! Questions for the hours of somebody: "wann hat das Jobcenter auf" asks when, not who is open now.

use std::sync::LazyLock;

use super::{
    concept::{AccessFeature, Concept},
    forms::read,
    matching::Understanding,
    table::{phrases, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// How people ask when.
static WHEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let (mut reader, mut words) = (WordReader::new(), Vec::new());
    for row in rows(include_str!("../../words/when.csv")) {
        for phrase in row[1..].iter().flat_map(|cell| phrases(cell)) {
            read(&mut reader, phrase, |_, word| words.push(word.bare.clone()));
        }
    }
    words
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
