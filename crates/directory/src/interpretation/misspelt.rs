//! What a word of a question may stand for that is written otherwise than any of the vocabulary.

use super::{
    spelling::{ONE_TYPO, SUPPORTED_TYPO_FROM, TYPO_FROM, nearest_within, nearest_words},
    stop_words::is_stop_word_anywhere,
    tokens::{BETWEEN, LONGEST_WORD, MatchQuality, Meaning, QuestionReader, SHORTEST_PART},
    vocabulary::Vocabulary,
};

/// From how many letters a compound of the vocabulary is recognised by all of its letters but one.
const MISSPELT_COMPOUND_FROM: usize = 9;

impl QuestionReader<'_> {
    /// What a word may stand for that is almost one of the vocabulary.
    pub(super) fn misspelt(&self, bare: &str) -> Vec<Meaning> {
        let length = bare.chars().count();
        let is_word = is_stop_word_anywhere(bare) || bare.chars().any(|c| c.is_ascii_digit());
        if !(SUPPORTED_TYPO_FROM..=LONGEST_WORD).contains(&length) || is_word {
            return Vec::new();
        }
        let likeness = if length < TYPO_FROM { MatchQuality::ShortTypo } else { MatchQuality::Typo };
        let words = self.vocabularies.iter().enumerate().flat_map(|(at, vocabulary)| {
            let nearest = nearest_words(vocabulary, bare).into_iter();
            let quality = move |is_swap| if is_swap { likeness.min(MatchQuality::Swap) } else { likeness };
            nearest.map(move |(word, is_swap)| (at, word, if length < TYPO_FROM { likeness } else { quality(is_swap) }))
        });
        words.collect()
    }

    /// The compound of the vocabulary that a long word is but for one typo: its parts would be others
    /// ("Familinberatung").
    pub(super) fn misspelt_compound(&self, bare: &str) -> Vec<Meaning> {
        if !(MISSPELT_COMPOUND_FROM..=LONGEST_WORD).contains(&bare.chars().count()) {
            return Vec::new();
        }
        let words = self.vocabularies.iter().enumerate().flat_map(|(at, vocabulary)| {
            let nearest = nearest_within(vocabulary, bare, ONE_TYPO).into_iter();
            let alone = nearest.filter(|(word, _)| vocabulary.stands_alone(*word));
            alone.map(move |(word, is_swap)| (at, word, if is_swap { MatchQuality::Swap } else { MatchQuality::Typo }))
        });
        words.collect()
    }

    /// The compound of the vocabulary that a word is but for the letters that join its parts ("Integration|kurs").
    pub(super) fn compound_meanings(&self, bare: &str) -> Vec<Meaning> {
        let characters = bare.chars().count();
        if !(2 * SHORTEST_PART..=LONGEST_WORD).contains(&characters) || !bare.is_ascii() {
            return Vec::new();
        }
        let mut compound = String::with_capacity(bare.len() + 2);
        for at in SHORTEST_PART..=bare.len() - SHORTEST_PART {
            for joint in BETWEEN.iter().filter(|joint| joint.chars().all(char::is_alphabetic) && !joint.is_empty()) {
                compound.clear();
                compound.extend([&bare[..at], joint, &bare[at..]]);
                let words = self.vocabularies.iter().enumerate();
                let of = |(at, vocabulary): (usize, &&Vocabulary)| {
                    let word = vocabulary.exact(&compound).filter(|word| vocabulary.stands_alone(*word))?;
                    Some((at, word, MatchQuality::Typo))
                };
                let meanings: Vec<Meaning> = words.filter_map(of).collect();
                if !meanings.is_empty() {
                    return meanings;
                }
            }
        }
        Vec::new()
    }
}
