//! Words that are almost written like one of the vocabulary.

use super::vocabulary::{Vocabulary, WordNo};
use crate::text::TypoMatcher;

/// From how many characters one typo is forgiven, and two.
pub(super) const TYPO_FROM: usize = 5;
pub(super) const TWO_TYPOS_FROM: usize = 8;
/// From how many characters one typo is forgiven where something else speaks for the word too.
pub(super) const SUPPORTED_TYPO_FROM: usize = 4;

/// How a word of the vocabulary is written, made ready to be held against misspelt ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelling {
    bare: Box<str>,
    word: WordNo,
    letters: LetterSet,
    characters: usize,
}

impl Spelling {
    fn new(bare: &str, word: WordNo) -> Self {
        Self { bare: bare.into(), word, letters: LetterSet::of(bare), characters: bare.chars().count() }
    }
}

/// Which letters a word has: a bit for each; letters that lie 64 apart share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LetterSet(u64);

impl LetterSet {
    fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64)))
    }

    /// The fewest typos between words of these letters: a wrong letter takes one away and brings another.
    const fn least_typos(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones().div_ceil(2)
    }
}

/// The spellings of some words, by their length and then as they are sorted.
pub(super) fn by_length<'a>(words: impl Iterator<Item = (&'a str, WordNo)>) -> Vec<Spelling> {
    let mut spellings: Vec<_> = words.map(|(bare, word)| Spelling::new(bare, word)).collect();
    spellings.sort_by(|a, b| (a.characters, &a.bare, a.word).cmp(&(b.characters, &b.bare, b.word)));
    spellings.dedup();
    spellings
}

/// How many typos a near spelling may be away: where it begins with the same letter, and where it does not.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypoLimit {
    pub(super) begins_alike: u8,
    pub(super) begins_otherwise: Option<u8>,
}

/// One typo, behind the first letter.
pub(super) const ONE_TYPO: TypoLimit = TypoLimit { begins_alike: 1, begins_otherwise: None };

/// The spellings of the vocabulary that are at most so many typos away from a word, with how many, the shorter first.
///
/// All that are nearly as long are passed, most of them by a look at their letters.
pub(super) fn near_spellings<'a>(
    vocabulary: &'a Vocabulary,
    bare: &str,
    limit: TypoLimit,
) -> impl Iterator<Item = (u8, &'a str, WordNo)> + use<'a> {
    let (matcher, own) = (TypoMatcher::new(bare, limit.begins_alike), Spelling::new(bare, WordNo::default()));
    let (spellings, apart) = (vocabulary.spellings(), usize::from(limit.begins_alike));
    let from = spellings.partition_point(|it| it.characters + apart < own.characters);
    let until = spellings.partition_point(|it| it.characters <= own.characters + apart);
    let first = bare.chars().next();
    spellings[from..until].iter().filter_map(move |spelling| {
        let least = own.letters.least_typos(spelling.letters);
        if least > u32::from(limit.begins_alike) {
            return None;
        }
        let begins_alike = spelling.bare.chars().next() == first;
        let most = if begins_alike { Some(limit.begins_alike) } else { limit.begins_otherwise };
        let most = most.filter(|most| least <= u32::from(*most))?;
        let typos = matcher.typos(&spelling.bare).filter(|typos| *typos <= most)?;
        Some((typos, &*spelling.bare, spelling.word))
    })
}

/// The words of the vocabulary that come nearest to one that is misspelt: one letter wrong, missing, too many or
/// swapped from four characters, two from eight. Short ones and those of two begin with the same letter. With each,
/// whether it has the same letters.
pub(super) fn nearest_words(vocabulary: &Vocabulary, bare: &str) -> Vec<(WordNo, bool)> {
    match bare.chars().count() {
        ..SUPPORTED_TYPO_FROM => Vec::new(),
        SUPPORTED_TYPO_FROM..TWO_TYPOS_FROM => nearest_within(vocabulary, bare, ONE_TYPO),
        _ => nearest_within(vocabulary, bare, TypoLimit { begins_alike: 2, begins_otherwise: Some(1) }),
    }
}

/// The words of the vocabulary that come nearest to one that is misspelt, of those that are near enough. With each,
/// whether it has the same letters.
pub(super) fn nearest_within(vocabulary: &Vocabulary, bare: &str, limit: TypoLimit) -> Vec<(WordNo, bool)> {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let own = letters(bare);
    let (mut nearest, mut least) = (Vec::new(), u8::MAX);
    for (typos, spelling, word) in near_spellings(vocabulary, bare, limit) {
        if typos == 0 || typos > least {
            continue;
        }
        if typos < least {
            least = typos;
            nearest.clear();
        }
        nearest.push((word, letters(spelling) == own));
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_never_promise_more_typos_than_there_are() {
        let words = ["deutschkurs", "deutschkurz", "kurs", "kruz", "українська", "українсько", "دورة", "دوره", "aaab"];
        for one in words {
            let matcher = TypoMatcher::new(one, 9);
            for other in words {
                let Some(typos) = matcher.typos(other) else { continue };
                assert!(LetterSet::of(one).least_typos(LetterSet::of(other)) <= u32::from(typos), "{one} {other}");
            }
        }
    }
}
