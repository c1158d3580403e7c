//! Whether a question wants several themes of one and the same entry: "Deutschkurs mit Kinderbetreuung".
//!
//! Two themes side by side are alternatives: who asks for help with work and housing is helped by either. Only words
//! that say so ask for both.

use std::sync::LazyLock;

use super::{
    concept::Aspect,
    forms::read,
    matching::Understanding,
    table::{phrases, rows},
    tokens::QuestionToken,
};
use crate::text::WordReader;

/// The words that join themes.
struct ConjunctionWords {
    /// Anywhere in a question: "both".
    anywhere: Vec<String>,
    /// Between two themes: "with".
    between: Vec<String>,
}

static CONJUNCTION_WORDS: LazyLock<ConjunctionWords> = LazyLock::new(|| {
    let mut reader = WordReader::new();
    let mut words = ConjunctionWords { anywhere: Vec::new(), between: Vec::new() };
    for row in rows(include_str!("../../words/conjunctions.csv")) {
        let list = if row[0] == "anywhere" { &mut words.anywhere } else { &mut words.between };
        // Of a phrase the last word tells.
        for phrase in row[1..].iter().flat_map(|cell| phrases(cell)) {
            let mut last = None;
            read(&mut reader, phrase, |_, word| last = Some(word.bare.clone()));
            list.extend(last);
        }
    }
    words
});

/// Whether a question wants all of its themes together; the words that say so carry nothing else.
pub(super) fn wants_all_themes(tokens: &mut [QuestionToken], understood: &[Understanding<'_>]) -> bool {
    let themes: Vec<&Understanding<'_>> =
        understood.iter().filter(|it| it.asks_for(Aspect::Theme) && !it.is_negated).collect();
    if themes.len() < 2 {
        return false;
    }
    let is_one_of = |words: &[String], token: &QuestionToken| words.iter().any(|word| *word == token.word.bare);
    let is_used = |place: &usize| understood.iter().any(|it| it.places.contains(place));
    let mut joining: Vec<usize> =
        (0..tokens.len()).filter(|place| is_one_of(&CONJUNCTION_WORDS.anywhere, &tokens[*place])).collect();
    for pair in themes.windows(2) {
        let (Some(end), Some(start)) = (pair[0].places.last(), pair[1].places.first()) else { continue };
        let joins = |place: &usize| is_one_of(&CONJUNCTION_WORDS.between, &tokens[*place]);
        let between = end + 1..*start;
        let says_nothing = between.clone().skip(1).all(|place| tokens[place].is_stop);
        joining.extend(between.take(1).filter(|place| joins(place) && says_nothing));
    }
    joining.retain(|place| !is_used(place));
    joining.iter().for_each(|place| tokens[*place].is_stop = true);
    !joining.is_empty()
}
