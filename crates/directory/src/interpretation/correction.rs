//! "Did you mean": the nearest words that are known in the place of those that are not.
//!
//! What is forgiven silently is less: there a word must be the one that is meant. Here somebody is asked, so two letters
//! may be wrong in short words too, and the first one.

use super::{
    forms::arabic_bases,
    spelling::{TWO_TYPOS_FROM, TypoLimit, near_spellings},
    stop_words::is_stop_word_anywhere,
    vocabulary::Vocabulary,
};
use crate::{
    Snapshot,
    text::{TypoMatcher, Word, WordReader},
};

/// From how many characters another word is offered in place of one, and how many that must have.
const OFFERED_FROM: usize = 5;
const SHORTEST_OFFER: usize = 4;
/// How many typos it may be away.
const TYPOS: u8 = 2;
/// So many words of a text are looked for.
const MAX_CORRECTIONS: usize = 3;

/// How near a word is; the least is the nearest: typos, whether it begins with another letter, whether nobody in the
/// directory has it, and the word itself.
type Nearness<'a> = (u8, bool, bool, &'a str);

impl Snapshot {
    /// The text with the nearest known word in the place of each that neither the directory nor the vocabulary knows;
    /// `None` where there is no such word, or nothing near one. The language is that of the reader, a primary tag.
    pub fn correct_text(&self, text: &str, language: &str) -> Option<String> {
        let mut reader = WordReader::new();
        let (mut corrected, mut corrections) = (Vec::new(), 0);
        for written in text.split_whitespace() {
            let mut words = Vec::new();
            reader.read(written, |word| words.push(word.clone()));
            let unknown = match words.as_slice() {
                [word] if !self.is_known_word(word) => word,
                _ => {
                    corrected.push(written.to_owned());
                    continue;
                }
            };
            if corrections == MAX_CORRECTIONS {
                return None;
            }
            corrections += 1;
            let nearest = self.nearest_word(&unknown.bare, language)?;
            let nearest = self.vocabularies().into_iter().find_map(|it| it.written_form(nearest)).unwrap_or(nearest);
            corrected.push(match_case(written, nearest));
        }
        (corrections > 0).then(|| corrected.join(" "))
    }

    fn is_known_word(&self, word: &Word) -> bool {
        let is_number = word.bare.chars().any(|c| c.is_ascii_digit());
        let vocabularies = self.vocabularies();
        is_number
            || is_stop_word_anywhere(&word.bare)
            || self.texts.actors.has_word(word)
            || vocabularies.iter().any(|vocabulary| {
                let mut forms = std::iter::once(word.bare.as_str()).chain(arabic_bases(&word.bare));
                forms.any(|form| vocabulary.exact(form).is_some())
            })
    }

    /// The known word that comes nearest to one that is not.
    fn nearest_word(&self, bare: &str, language: &str) -> Option<&str> {
        if bare.chars().count() < OFFERED_FROM {
            return None;
        }
        let matcher = TypoMatcher::new(bare, TYPOS);
        let begins_otherwise = |word: &str| word.chars().next() != bare.chars().next();
        let mut nearest: Option<Nearness<'_>> = None;
        let mut offer = |typos, is_in_directory: bool, word| {
            let nearness = (typos, begins_otherwise(word), !is_in_directory, word);
            let is_offered = word.chars().count() >= SHORTEST_OFFER;
            if is_offered && nearest.is_none_or(|known| nearness < known) {
                nearest = Some(nearness);
            }
        };
        self.texts.actors.near_words(&matcher, |typos, word| offer(typos, true, word));
        let limit = TypoLimit { begins_alike: TYPOS, begins_otherwise: Some(TYPOS) };
        // In languages that the reader does not type, short words are near by chance ("Bochum" and the Turkish for
        // "my debt").
        let is_short = bare.chars().count() < TWO_TYPOS_FROM;
        let is_of_reader = |vocabulary: &Vocabulary, word| {
            let languages = vocabulary.phrases_of(word).iter().map(|no| vocabulary.phrase(*no).language);
            languages.into_iter().any(|known| known == "de" || known == language)
        };
        for vocabulary in self.vocabularies() {
            let near = near_spellings(vocabulary, bare, limit);
            let near = near.filter(|(typos, _, no)| *typos < TYPOS || !is_short || is_of_reader(vocabulary, *no));
            near.for_each(|(typos, word, _)| offer(typos, false, word));
        }
        nearest.map(|(_, _, _, word)| word)
    }
}

/// A word as another one is written: with a capital where that has one.
fn match_case(written: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if written.chars().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}
