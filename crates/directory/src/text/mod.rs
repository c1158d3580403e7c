//! Full-text search: which documents hold all words of a question, and how well.
//!
//! Every document becomes a bag of tokens (`words`), each remembering the part of the document it came
//! from. Neighbours are read as one word too, in names and titles and in questions, so that "Frauen-Café",
//! "Frauencafé" and "Frauen Café" find each other, as do "e. V." and "eV".
//!
//! A word of a question matches a token, best first ([`Match`]):
//! 1. the same but for case, accents and the variants of a letter;
//! 2. the same when umlauts, spelt out or not, count as their bare vowels;
//! 3. two neighbours make it, in names and titles;
//! 4. the same German stem, where the text is German;
//! 5. the token begins with it: the last word from two characters, in running text from four; other
//!    words from five.
//!
//! Only where no document matches a word in one of these ways are the weak ones sought:
//!
//! 6. one typo away (a letter wrong, missing, too many, or two swapped), from four characters; a typo
//!    in the first letter from eight;
//! 7. the token begins with something one typo away and the same first letter; the last word only,
//!    from eight characters;
//! 8. two typos away, with the same first letter, from nine characters;
//! 9. a part of a longer token behind at least three letters ("beratung" in "Schuldnerberatung"), from
//!    five characters; not in descriptions.
//!
//! Where each word is somewhere but no document has all of them, every word is sought in the last of these ways
//! too: "elterntreff linde" is the "Elterntreff Winterlinde", though others have a "Lindenfest".
//!
//! Characters are counted with umlauts as bare vowels, so all spellings of a word are treated alike.
//!
//! # Scores
//! A document scores the sum of the best match of each word, by the part it stands in; a document whose
//! whole name is the question comes before all others. A score depends on the document, on the question,
//! and on one more thing: for each word whether any document matches it other than weakly, and whether any
//! matches all. No frequency enters. An index that grew edit by edit therefore answers exactly as one built afresh. A cursor into a
//! ranked answer says how a document scored, not which one it is, so it stays a place in the order while
//! other entries come and go; should the first document with a word come between two pages, the second
//! page is of the new answer, from the same place.
//!
//! [`naive`] says the same rules in the simplest code there is: the oracle of the tests. To add a kind of
//! match: a variant in `rank.rs` with its worth, a look-up in `search.rs`, the rule in `naive.rs`; the
//! property tests then compare the two. To make something else searchable: a [`DocumentPart`], and the passages
//! in the document of the snapshot.

mod document;
mod fingerprints;
mod hits;
mod index;
mod lookups;
pub mod naive;
mod phone_numbers;
mod query;
mod rank;
mod search;
mod typos;
pub(crate) mod words;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use document::{Passage, TextDocument};
pub use hits::Hits;
pub use index::{DocumentEdit, TextIndex};
pub use query::{MAX_CHARACTERS, MAX_WORDS, TextQuery, TextQueryError, quoted_text};
pub use rank::{DocumentPart, Match};
pub use search::Explanation;
pub(crate) use search::SearchScope;
pub(crate) use typos::TypoMatcher;
pub(crate) use words::{Word, WordReader};
