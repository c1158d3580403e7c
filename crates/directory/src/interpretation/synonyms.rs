//! The synonyms that staff keep for the closed vocabularies, and what this directory's own words are made ready as.

use std::sync::{Arc, OnceLock};

use domain::SynonymTable;

use super::{
    CompletionList, OwnWords, Vocabulary,
    concept::{Concept, WordTable},
    forms::read,
    stop_words::is_stop_word_anywhere,
};
use crate::{snapshot::taxonomy::Taxonomy, text::WordReader};

/// What staff call the entries of the closed vocabularies, read as words of every language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Synonyms {
    number: u32,
    pub(super) rows: Vec<SynonymRow>,
}

/// The phrases of one entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SynonymRow {
    pub(super) concept: Concept,
    pub(super) phrases: Vec<String>,
}

impl Synonyms {
    /// The phrases of entries, each named by its table and key; what the vocabulary does not have is passed over.
    /// `number` tells them from all others of the same directory.
    pub fn new(number: u32, entries: impl IntoIterator<Item = (SynonymTable, String, Vec<String>)>) -> Self {
        let rows = entries.into_iter().filter_map(|(table, key, phrases)| {
            let concept = WordTable::from(table).concept(&key)?;
            (!phrases.is_empty()).then_some(SynonymRow { concept, phrases })
        });
        Self { number, rows: rows.collect() }
    }

    /// What tells them from all others of the same directory; 0 where there never were any.
    pub const fn number(&self) -> u32 {
        self.number
    }
}

impl From<SynonymTable> for WordTable {
    fn from(table: SynonymTable) -> Self {
        match table {
            SynonymTable::Kinds => Self::Kinds,
            SynonymTable::Languages => Self::Languages,
            SynonymTable::TargetGroups => Self::TargetGroups,
            SynonymTable::FieldsOfAction => Self::Fields,
            SynonymTable::Types => Self::Types,
            SynonymTable::Features => Self::Features,
        }
    }
}

/// Whether a phrase has no word that says something in a question, in any language.
pub fn is_silent(phrase: &str) -> bool {
    let mut is_silent = true;
    for word in phrase.split_whitespace() {
        read(&mut WordReader::new(), word, |_, read| is_silent &= is_stop_word_anywhere(&read.bare));
        is_silent &= !word.ends_with('*');
    }
    is_silent && phrase.contains(char::is_alphanumeric)
}

/// A directory's own words, made ready when the first question is asked.
#[derive(Debug, Default)]
pub(crate) struct DirectoryWords {
    pub(crate) synonyms: Arc<Synonyms>,
    vocabulary: OnceLock<Vocabulary>,
    completions: OnceLock<CompletionList>,
}

impl DirectoryWords {
    /// The words with these synonyms, or with another taxonomy than before.
    pub(crate) fn new(synonyms: Arc<Synonyms>) -> Self {
        Self { synonyms, ..Self::default() }
    }

    /// The labels as words of questions, the tables of the settings, and the synonyms.
    pub(crate) fn vocabulary(&self, taxonomy: &Taxonomy, own_words: &OwnWords) -> &Vocabulary {
        self.vocabulary.get_or_init(|| Vocabulary::of_directory(taxonomy, own_words, &self.synonyms))
    }

    /// The labels and synonyms as ends of questions.
    pub(crate) fn completions(&self, taxonomy: &Taxonomy) -> &CompletionList {
        self.completions.get_or_init(|| CompletionList::of_directory(taxonomy, &self.synonyms))
    }
}

#[cfg(test)]
mod tests {
    use domain::synonyms::FEATURES;

    use super::*;
    use crate::interpretation::{table::rows, vocabulary::SOURCES};

    #[test]
    fn a_phrase_is_silent_where_all_of_its_words_are() {
        for (phrase, silent) in
            [("für", true), ("(und der)", true), ("für umme", false), ("fürs*", false), ("…", false)]
        {
            assert_eq!(is_silent(phrase), silent, "{phrase}");
        }
    }

    #[test]
    fn every_key_of_a_table_means_something_and_features_are_those_of_the_table() {
        for table in SynonymTable::ALL {
            for key in table.keys() {
                assert!(WordTable::from(*table).concept(key).is_some(), "{table}: {key}");
            }
        }
        let features = SOURCES.iter().find(|(table, _)| matches!(table, WordTable::Features)).expect("a table");
        assert_eq!(rows(features.1).map(|row| row[0].clone()).collect::<Vec<_>>(), FEATURES);
    }
}
