//! Words that are almost written like one of the vocabulary.

use super::vocabulary::{Vocabulary, WordNo};
use crate::text::TypoMatcher;

/// From how many characters one typo is forgiven, and two.
pub(super) const TYPO_FROM: usize = 5;
const TWO_TYPOS_FROM: usize = 8;
/// From how many characters one typo is forgiven where something else speaks for the word too.
pub(super) const SUPPORTED_TYPO_FROM: usize = 4;

/// The words of the vocabulary that come nearest to one that is misspelt: one letter wrong, missing, too many or
/// swapped from four characters, two from eight. Short ones and those
/// of two begin with the same letter. With each, whether
/// it has the same letters.
pub(super) fn nearest_words(vocabulary: &Vocabulary, bare: &str) -> Vec<(WordNo, bool)> {
    let length = bare.chars().count();
    if length < SUPPORTED_TYPO_FROM {
        return Vec::new();
    }
    let matcher = TypoMatcher::new(bare, if length < TWO_TYPOS_FROM { 1 } else { 2 });
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let own = letters(bare);
    let (mut nearest, mut least) = (Vec::new(), u8::MAX);
    matcher.walk_sorted(vocabulary.spellings(), |typos, spelling, word| {
        let begins_alike = spelling.chars().next() == bare.chars().next();
        if typos == 0 || typos > least || ((length < TWO_TYPOS_FROM || typos > 1) && !begins_alike) {
            return;
        }
        if typos < least {
            least = typos;
            nearest.clear();
        }
        nearest.push((*word, letters(spelling) == own));
    });
    nearest
}
