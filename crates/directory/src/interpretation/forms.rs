//! The forms in which a word is compared: as written but for case and accents, and its stems.

use std::{borrow::Cow, sync::LazyLock};

use domain::text::fold_bare;
use frostem::{Algorithm, Stemmer};

use crate::text::{Word, WordReader};

/// The column of all further languages.
pub(super) const OTHER_LANGUAGES: &str = "other";

/// The languages of the tables' columns, in their order.
pub(super) const COLUMNS: [&str; 8] = ["de", "en", "tr", "ar", "uk", "ro", "pl", OTHER_LANGUAGES];

/// The languages that stems are taken in: who wrote the tables lists inflected forms of all others.
const STEMMERS: [(&str, Algorithm); 6] = [
    ("de", Algorithm::German),
    ("en", Algorithm::English),
    ("tr", Algorithm::Turkish),
    ("ar", Algorithm::Arabic),
    ("ro", Algorithm::Romanian),
    ("pl", Algorithm::Polish),
];

/// How many languages stems are taken in.
pub(super) const STEMMED: usize = STEMMERS.len();

static STEMS: LazyLock<[Stemmer; STEMMED]> = LazyLock::new(|| STEMMERS.map(|(_, algorithm)| Stemmer::new(algorithm)));

/// The place of a language among those with stems.
pub(super) fn stemmed_language(tag: &str) -> Option<usize> {
    STEMMERS.iter().position(|(language, _)| *language == tag)
}

/// A word's stem in a language, without accents; none where it is not of that language's script, or a stem would be too
/// short to tell words apart.
pub(super) fn stem(written: &str, language: usize) -> Option<String> {
    if !is_script_of(STEMMERS[language].0, written) {
        return None;
    }
    let stemmer = &STEMS[language];
    let once = stemmer.stem(written);
    // Stemmed twice, because once leaves "Kurse" at "kurs", but "Kurs" at "kur".
    let stem = if *once == *written { fold_bare(&once) } else { fold_bare(&stemmer.stem(&once)) };
    (stem.chars().count() >= 3).then_some(stem)
}

/// Whether a word is written in the script of a language with stems.
fn is_script_of(language: &str, written: &str) -> bool {
    written.chars().next().is_some_and(|letter| match language {
        "ar" => is_arabic(letter),
        _ => letter < '\u{370}',
    })
}

fn is_arabic(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

/// Reads a text word by word: the word in small letters as it was written, and folded.
pub(super) fn read(reader: &mut WordReader, text: &str, mut visit: impl FnMut(&str, &Word)) {
    for written in text.split(|c: char| !is_part_of_word(c)).filter(|written| !written.is_empty()) {
        if written.is_ascii() {
            reader.read(written, |word| visit(written, word));
            continue;
        }
        let mut words = Vec::new();
        reader.read(written, |word| words.push(word.clone()));
        match words.as_slice() {
            [word] => visit(written, word),
            // One sign that stands for several words: each is written by itself, not the sign for each.
            words => words.iter().for_each(|word| visit(&word.bare, word)),
        }
    }
}

/// So many letters with a full stop between are a name in short.
const INITIALS: usize = 3;

/// A text with names in short as one word: "V.H.S.".
pub(super) fn join_initials(text: &str) -> Cow<'_, str> {
    let join = |piece: &str| {
        let letters = || piece.split('.').filter(|part| !part.is_empty());
        let is_short = letters().count() >= INITIALS
            && letters().all(|part| part.chars().nth(1).is_none() && part.chars().all(char::is_alphabetic));
        is_short.then(|| letters().collect::<String>())
    };
    if !text.split_whitespace().any(|piece| join(piece).is_some()) {
        return Cow::Borrowed(text);
    }
    let joined: Vec<String> =
        text.split_whitespace().map(|piece| join(piece).unwrap_or_else(|| piece.to_owned())).collect();
    Cow::Owned(joined.join(" "))
}

fn is_part_of_word(c: char) -> bool {
    let is_unseen = matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{640}');
    c != '\u{2bc}' && (c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) || is_unseen)
}

/// The letters that Arabic writes before a word: and, with, for, the. The longest come first.
const ARABIC_BEFORE: [&str; 10] = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف"];

/// An Arabic word without what is written before it, all ways of taking that off; none for other words.
pub(super) fn arabic_bases(bare: &str) -> impl Iterator<Item = &str> {
    let is_arabic = bare.chars().next().is_some_and(is_arabic);
    let prefixes = ARABIC_BEFORE.iter().filter(move |_| is_arabic);
    prefixes.filter_map(|prefix| bare.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 3))
}
