//! Full-text search: which documents hold all words of a question, and how well.
//!
//! tantivy keeps the dictionaries and the postings; matching and ranking are this room's own, so
//! that a score depends on the document and the question alone and never on what else is indexed.
//! An index that grew edit by edit therefore answers exactly as one built afresh, and a cursor
//! into a ranked answer stays true while other entries come and go.
//!
//! Every document becomes a bag of tokens (see `words`), each remembering the part of the document
//! it came from. One term holds both (see `terms`), so one walk through a dictionary answers for
//! all parts at once. [`naive`] says the same rules in the simplest code there is: the oracle of
//! the tests, and quick enough for texts too few to index.
//!
//! A word of a question matches a token, best first ([`Match`]):
//! 1. the same but for case and accents;
//! 2. the same when umlauts, spelt out or not, count as their bare vowels;
//! 3. the same German stem, where the text is German;
//! 4. the token begins with it; the last word only, from two characters, in summaries and
//!    descriptions from four;
//! 5. one typo away (a letter wrong, missing, too many, or two swapped), from four characters;
//! 6. the token begins with something one typo away and the same first letter; the last word
//!    only, from six characters;
//! 7. two typos away, from eight characters;
//! 8. a part of a longer token ("beratung" in "Schuldnerberatung"), from five characters: at its
//!    beginning (where 4 does not apply), or behind at least three others; not in descriptions
//!    unless at the beginning.
//!
//! Characters are counted with umlauts as bare vowels, so all spellings of a word are treated alike.
//!
//! To add a kind of match: a variant in `rank.rs` with its worth, a walk in `search.rs`, the rule
//! in `naive.rs`; the property tests then compare the two.

mod document;
mod index;
mod memory;
pub mod naive;
mod query;
mod rank;
mod search;
mod terms;
mod words;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use document::{Passage, TextDocument, passages};
pub use index::{IndexError, TextIndex};
pub use query::{MAX_CHARACTERS, MAX_WORDS, TextQuery, TextQueryError};
pub use rank::{Match, Part};
pub use search::Hits;
