//! The words somebody asks for.

use std::sync::Arc;

use super::document::whole_names;
use super::phone_numbers::write_dialled;
use super::rank::{DocumentPart, Match};
use super::words::{Joining, Word, WordReader};

/// The longest question, in characters: as long as the longest name.
pub const MAX_CHARACTERS: usize = domain::rules::NAME_LENGTH;
/// The most words in a question: as many as the longest name can have.
pub const MAX_WORDS: usize = MAX_CHARACTERS / 2;
/// In a question of more words no typo is forgiven: nobody types that many, they are a name or a title
/// that was copied.
const FORGIVING_WORDS: usize = 10;

/// From how many characters the last word also matches as a prefix, and in running text.
const PREFIX_FROM: usize = 2;
const PREFIX_IN_RUNNING_TEXT_FROM: usize = 4;
/// How many characters a token has at least that a misspelt word is taken for: shorter ones are small words.
pub(super) const SHORTEST_MEANT: usize = 4;
/// From how many characters one typo is forgiven, and two.
const TYPO_FROM: usize = 4;
const TWO_TYPOS_FROM: usize = 9;
/// From how many characters a typo is forgiven in a prefix, and in the first letter of a word.
const PREFIX_TYPO_FROM: usize = 8;
const FIRST_LETTER_TYPO_FROM: usize = 8;
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
    /// Too many words, which only characters that stand for whole words can make.
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
    whole_names: Vec<String>,
}

/// One word of a question with what is forgiven in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct QueryWord {
    pub(super) word: Arc<Word>,
    /// What it makes together with its neighbours, each a word that it may be met as, with whether it
    /// ends the question.
    pub(super) joined: Vec<(Arc<Word>, bool)>,
    /// Characters of the bare form.
    length: usize,
    is_last: bool,
    is_forgiving: bool,
    /// Whether it is looked for as it is written, and nothing longer.
    is_exact: bool,
    is_number: bool,
}

/// The pairs of quotation marks that people type.
const QUOTES: [(&str, &str); 6] = [("\"", "\""), ("„", "“"), ("„", "”"), ("“", "”"), ("«", "»"), ("»", "«")];

/// What stands between quotation marks, where nothing stands outside: words that are looked for as they are written.
pub fn quoted_text(text: &str) -> Option<&str> {
    let text = text.trim();
    let within = QUOTES.iter().find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    within.map(str::trim).filter(|within| !within.is_empty())
}

impl TextQuery {
    /// Reads a question; one in quotation marks is looked for as it is written, and in no longer words. A text without any word is no condition: see [`TextQuery::is_empty`].
    ///
    /// # Errors
    /// When the text is longer than [`MAX_CHARACTERS`] or has more than [`MAX_WORDS`] words.
    pub fn parse(text: &str) -> Result<Self, TextQueryError> {
        let given = text.chars().count();
        if given > MAX_CHARACTERS {
            return Err(TextQueryError::TooLong { given });
        }
        let quoted = quoted_text(text);
        let text = &*write_dialled(quoted.unwrap_or(text));
        let mut reader = WordReader::new();
        let (mut words, mut joined) = (Vec::new(), Vec::new());
        reader.read_joined(text, Joining::Neighbours, |it| match it.first == it.last {
            true => words.push(Arc::clone(it.word)),
            false => joined.push((it.first..=it.last, Arc::clone(it.word))),
        });
        let given = words.len();
        if given > MAX_WORDS {
            return Err(TextQueryError::TooManyWords { given });
        }
        let words = words.into_iter().enumerate().map(|(at, word)| QueryWord {
            length: word.bare.chars().count(),
            is_number: word.bare.bytes().all(|byte| byte.is_ascii_digit()),
            joined: joined
                .iter()
                .filter(|(span, _)| span.contains(&at))
                .map(|(span, word)| (Arc::clone(word), span.end() + 1 == given))
                .collect(),
            word,
            is_last: at + 1 == given,
            is_forgiving: given <= FORGIVING_WORDS && quoted.is_none(),
            is_exact: quoted.is_some(),
        });
        Ok(Self { words: words.collect(), whole_names: whole_names(text, &mut reader) })
    }

    /// Whether there is no word to look for, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn words(&self) -> &[QueryWord] {
        &self.words
    }

    /// The names that the question is as a whole.
    pub(super) fn whole_names(&self) -> &[String] {
        &self.whole_names
    }
}

impl QueryWord {
    /// How tokens in this part that begin with the word match, if they do.
    pub(super) fn prefix_match(&self, part: DocumentPart) -> Option<Match> {
        let enough = if part.is_running_text() { PREFIX_IN_RUNNING_TEXT_FROM } else { PREFIX_FROM };
        match self.is_last {
            _ if self.is_exact => None,
            true if self.length >= enough => Some(Match::Prefix),
            false if self.length >= INSIDE_FROM => Some(Match::Beginning),
            _ => None,
        }
    }

    /// The same of a word that it makes with its neighbours at the end of the question.
    pub(super) fn joined_beginning(&self, joined: &Word, part: DocumentPart) -> Option<Match> {
        let enough = if part.is_running_text() { PREFIX_IN_RUNNING_TEXT_FROM } else { PREFIX_FROM };
        (joined.bare.chars().count() >= enough && !self.is_exact).then_some(Match::Prefix)
    }

    /// Whether tokens that begin with the word but for one typo match; their first letter is the same.
    pub(super) fn is_forgiving_prefix(&self) -> bool {
        self.is_forgiving && !self.is_number && self.is_last && self.length >= PREFIX_TYPO_FROM
    }

    /// Whether longer tokens that hold the word behind a head match.
    pub(super) fn is_looked_for_inside(&self) -> bool {
        self.is_forgiving && self.length >= INSIDE_FROM
    }

    /// How many typos are forgiven.
    pub(super) fn typos(&self) -> u8 {
        match self.length {
            _ if !self.is_forgiving => 0,
            ..TYPO_FROM => 0,
            // A telephone number with another digit is somebody else's.
            _ if self.is_number => 0,
            TYPO_FROM..TWO_TYPOS_FROM => 1,
            _ => 2,
        }
    }

    /// Whether a typo may be in the first letter.
    pub(super) fn forgives_first_letter(&self) -> bool {
        self.length >= FIRST_LETTER_TYPO_FROM
    }
}
