//! The words somebody asks for.

use super::rank::{Match, Part};
use super::words::{Word, WordReader};

/// The longest question, in characters.
pub const MAX_CHARACTERS: usize = 200;
/// The most words in a question.
pub const MAX_WORDS: usize = 10;

/// From how many characters the last word also matches as a prefix, and in running text.
const PREFIX_FROM: usize = 2;
const PREFIX_IN_RUNNING_TEXT_FROM: usize = 4;
/// From how many characters one typo is forgiven, and two.
const TYPO_FROM: usize = 4;
const TWO_TYPOS_FROM: usize = 8;
/// From how many characters a typo is forgiven in a prefix.
const PREFIX_TYPO_FROM: usize = 6;
/// From how many characters a word is looked for inside of longer ones.
const INSIDE_FROM: usize = 5;

/// A question that cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextQueryError {
    /// Too many characters.
    #[error("the text has {given} characters; at most {MAX_CHARACTERS} are allowed")]
    TooLong {
        /// How many it has.
        given: usize,
    },
    /// Too many words.
    #[error("the text has {given} words; at most {MAX_WORDS} are allowed")]
    TooManyWords {
        /// How many it has.
        given: usize,
    },
}

/// A parsed question: all words must match.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextQuery {
    words: Vec<QueryWord>,
}

/// One word of a question with what is forgiven in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct QueryWord {
    pub(super) word: Word,
    /// Characters of the bare form.
    length: usize,
    is_last: bool,
}

impl TextQuery {
    /// Reads a question. A text without any word is no condition: see [`TextQuery::is_empty`].
    ///
    /// # Errors
    /// When the text is longer than [`MAX_CHARACTERS`] or has more than [`MAX_WORDS`] words.
    pub fn parse(text: &str) -> Result<Self, TextQueryError> {
        let given = text.chars().count();
        if given > MAX_CHARACTERS {
            return Err(TextQueryError::TooLong { given });
        }
        let mut words = Vec::new();
        WordReader::new().read(text, |word| words.push(word.clone()));
        let given = words.len();
        if given > MAX_WORDS {
            return Err(TextQueryError::TooManyWords { given });
        }
        let words = words
            .into_iter()
            .enumerate()
            .map(|(at, word)| QueryWord { length: word.bare.chars().count(), word, is_last: at + 1 == given })
            .collect();
        Ok(Self { words })
    }

    /// Whether there is no word to look for, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn words(&self) -> &[QueryWord] {
        &self.words
    }
}

impl QueryWord {
    /// How tokens in this part that begin with the word match, if they do.
    pub(super) fn beginning(&self, part: Part) -> Option<Match> {
        let enough = if part.is_running_text() { PREFIX_IN_RUNNING_TEXT_FROM } else { PREFIX_FROM };
        match self.is_last {
            true if self.length >= enough => Some(Match::Prefix),
            false if self.is_looked_for_inside() => Some(Match::Inside),
            _ => None,
        }
    }

    /// Whether tokens that begin with the word but for one typo match.
    pub(super) fn is_forgiving_prefix(&self) -> bool {
        self.is_last && self.length >= PREFIX_TYPO_FROM
    }

    /// Whether longer tokens that hold the word match.
    pub(super) fn is_looked_for_inside(&self) -> bool {
        self.length >= INSIDE_FROM
    }

    /// How many typos are forgiven.
    pub(super) fn typos(&self) -> u8 {
        match self.length {
            ..TYPO_FROM => 0,
            TYPO_FROM..TWO_TYPOS_FROM => 1,
            _ => 2,
        }
    }
}
