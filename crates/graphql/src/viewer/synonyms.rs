//! An installation's own words for questions, for staff.

use curation::{
    commands::SynonymAddition,
    reading::{KnownSynonyms, SynonymVersion},
};
use directory::{
    Snapshot,
    interpretation::{TableWords, built_in_words},
};

use crate::{enums, exec::object, scalars::Time};

/// The synonyms of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SynonymsView<'s> {
    pub(crate) snapshot: &'s Snapshot,
    pub(crate) known: &'s KnownSynonyms,
}

object! {
    /// A table of words by which questions are read, with those of this installation.
    "Synonyms" ['s] SynonymsView<'s>, implements [], |this, call|
    /// Which table.
    table: enums::SynonymTable => this.known.table.into(),
    /// Its entries in the order of the vocabulary; behind them other languages that have words.
    #[cost(200)]
    entries: Vec<SynonymEntryView<'s>> => this.keys().into_iter().map(|key| this.entry(key)).collect(),
}

impl<'s> SynonymsView<'s> {
    fn keys(self) -> Vec<&'s str> {
        let mut keys: Vec<&str> = self.known.table.keys();
        for entry in &self.known.entries {
            if !keys.contains(&entry.key.as_str()) {
                keys.push(&entry.key);
            }
        }
        keys
    }

    /// An entry of the table.
    pub(crate) fn entry(self, key: &'s str) -> SynonymEntryView<'s> {
        let newest = self.known.entries.iter().find(|entry| entry.key == key);
        SynonymEntryView { synonyms: self, key, newest }
    }
}

/// An entry of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SynonymEntryView<'s> {
    synonyms: SynonymsView<'s>,
    key: &'s str,
    newest: Option<&'s SynonymVersion>,
}

object! {
    /// What an entry of the vocabulary is called in questions.
    "SynonymEntry" ['s] SynonymEntryView<'s>, implements [], |this, call|
    /// Its slug, its tag, or its word.
    key: &'s str => this.key,
    /// The installation's own words, one phrase each.
    words: Vec<&'s str> => this.newest.map_or_else(Vec::new, |newest| newest.words.iter().map(String::as_str).collect()),
    /// How often they were written, which changes expect; 0 where there never were any.
    version: u32 => this.newest.map_or(0, |newest| newest.version),
    /// When they were last written.
    at: Option<Time> => this.newest.map(|newest| Time(newest.at)),
    /// What staff call whoever wrote them last; null where that is not known any more.
    byName: Option<&'s str> => this.newest.and_then(|newest| this.synonyms.known.name(newest)),
    /// The words that every directory has.
    builtIn: Vec<TableWordsView> => {
        built_in_words(this.synonyms.known.table, this.key).iter().cloned().map(TableWordsView).collect()
    },
    /// The words of the tables that the settings name: `[directory] words`.
    fromSettings: Vec<TableWordsView> => {
        let words = this.synonyms.snapshot.settings().words.table_words(this.synonyms.known.table, this.key);
        words.into_iter().map(TableWordsView).collect()
    },
    /// What was written, newest first, at most 50 versions; only where the entry was asked for by its key.
    versions: Vec<SynonymVersionView<'s>> => {
        let known = this.synonyms.known;
        let versions = known.versions.iter().filter(|version| version.key == this.key);
        versions.map(|version| SynonymVersionView { known, version }).collect()
    },
}

/// A version of the words of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SynonymVersionView<'s> {
    known: &'s KnownSynonyms,
    version: &'s SynonymVersion,
}

object! {
    /// A version of the words of an entry, as somebody wrote it.
    "SynonymVersion" ['s] SynonymVersionView<'s>, implements [], |this, call|
    /// Its number.
    version: u32 => this.version.version,
    /// When it was written.
    at: Time => Time(this.version.at),
    /// What staff call whoever wrote it; null where that is not known any more.
    byName: Option<&'s str> => this.known.name(this.version),
    /// The phrases.
    words: Vec<&'s str> => this.version.words.iter().map(String::as_str).collect(),
}

/// What a table has for an entry in one language.
#[derive(Clone, Debug)]
pub(crate) struct TableWordsView(TableWords);

object! {
    /// What a table of words has for an entry in one language.
    "TableWords" [] TableWordsView, implements [], |this, call|
    /// The language; `other` for words of any.
    language: &'static str => this.0.language,
    /// The phrases, in the format of the tables.
    phrases: Vec<String> => this.0.phrases.clone(),
}

object! {
    /// What was added to the words of a table.
    "SynonymAddition" ['s] &'s SynonymAddition, implements [], |this, call|
    /// How many phrases are new.
    phrases: u32 => u32::try_from(this.phrases).unwrap_or(u32::MAX),
    /// To how many entries they were added.
    entries: u32 => u32::try_from(this.entries).unwrap_or(u32::MAX),
}
