//! Inputs about an installation's own words for questions.

use async_graphql::InputObject;

use crate::enums;

/// The own words of an entry of the vocabulary, which take the place of those it had.
#[derive(InputObject)]
pub(crate) struct EditSynonymsInput {
    /// Which table.
    pub(crate) table: enums::SynonymTable,
    /// Which entry of it: a slug, or the tag of a language.
    pub(crate) key: String,
    /// The version that was read, 0 where nobody has written any; another one now is refused.
    pub(crate) expected_version: u32,
    /// All phrases, at most 200 of up to 100 characters; none to take them back. A phrase is one or more words, `word*`
    /// stands for every word that begins so, `(phrase)` is only offered.
    pub(crate) words: Vec<String>,
}

/// A table of words, whose phrases are added to those there are.
#[derive(InputObject)]
pub(crate) struct ImportSynonymsInput {
    /// Which table.
    pub(crate) table: enums::SynonymTable,
    /// The table as CSV with a header: a first column of slugs or tags, then one or more of `de`, `en`, `tr`, `ar`,
    /// `uk`, `ro`, `pl`, `other`; a cell holds phrases separated by `;`.
    pub(crate) csv: String,
}
