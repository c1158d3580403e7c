//! Words of questions that carry nothing, by language.

use std::sync::LazyLock;

use hashbrown::{HashMap, HashSet};

use super::{
    forms::read,
    table::{phrases, rows},
};
use crate::text::WordReader;

static STOP_WORDS: LazyLock<HashMap<String, HashSet<Box<str>>>> = LazyLock::new(|| {
    let (mut reader, mut languages) = (WordReader::new(), HashMap::<String, HashSet<Box<str>>>::new());
    for row in rows(include_str!("../../words/stop_words.csv")) {
        let words = languages.entry(row[0].clone()).or_default();
        for phrase in row[1..].iter().flat_map(|cell| phrases(cell)) {
            // A word that says nothing beside another may say something by itself.
            if !phrase.contains(' ') {
                read(&mut reader, phrase, |_, word| _ = words.insert(word.bare.as_str().into()));
            }
        }
    }
    languages
});

/// Whether a word carries nothing in a question of a reader of that language. German and English are understood from
/// everybody; a word that is not written in Latin letters belongs to its script's languages anyway.
pub(super) fn is_stop_word(bare: &str, language: &str) -> bool {
    let carries_nothing = |language: &str| STOP_WORDS.get(language).is_some_and(|words| words.contains(bare));
    let is_latin = bare.chars().next().is_some_and(|c| c < '\u{370}');
    if is_latin {
        [language, "de", "en"].into_iter().any(carries_nothing)
    } else {
        STOP_WORDS.values().any(|words| words.contains(bare))
    }
}

/// Whether a word carries nothing in questions of any language.
pub(super) fn is_stop_word_anywhere(bare: &str) -> bool {
    STOP_WORDS.values().any(|words| words.contains(bare))
}
