//! Phrases by their words: the tables, or the labels of a taxonomy, made ready to be looked up.

mod builder;

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::{
    OwnWords, Synonyms,
    concept::{Concept, WordTable},
    forms::{COLUMNS, STEMMED, read},
    spelling::Spelling,
    table::{phrases, rows},
};
use crate::{Near, snapshot::taxonomy::Taxonomy, text::WordReader};
use builder::VocabularyBuilder;

/// The most letters behind the beginning of a word that stands for all that begin so.
const LONGEST_ENDING: usize = 4;

/// The language of a phrase that is inflected as each language with stems does.
pub(super) const EVERY_LANGUAGE: &str = "every";

/// The number of a word of the vocabulary.
pub(super) type WordNo = u32;

/// Words that ask for something.
#[derive(Debug)]
pub(super) struct Phrase {
    /// The words, in no order.
    pub(super) words: Box<[WordNo]>,
    /// What they ask for.
    pub(super) concept: Concept,
    /// The language of its column; `other` for any.
    pub(super) language: &'static str,
    /// Whether it may be offered only, never applied by itself.
    pub(super) is_weak: bool,
    /// Whether it names a thing or an activity, which is looked for as text first.
    pub(super) is_concrete: bool,
    /// What texts call that thing, where it is another word.
    pub(super) sought: Option<Box<str>>,
}

/// A place with its surroundings, and what people call it.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPlace {
    /// Its name in the table of places.
    pub slug: String,
    /// Where it is, and what lies around it.
    pub near: Near,
    /// By language, the first of its names.
    names: Vec<(&'static str, String)>,
}

impl NamedPlace {
    /// What readers of a language call it: a primary tag; German names stand in for those that are missing.
    pub fn label(&self, language: &str) -> &str {
        let of = |wanted: &str| self.names.iter().find(|(language, _)| *language == wanted);
        of(language).or_else(|| of("de")).map_or(&self.slug, |(_, name)| name)
    }

    fn add_name(&mut self, language: &'static str, cell: &str) {
        let is_whole = |phrase: &&str| !phrase.contains(['*', '(']);
        if let Some(name) = phrases(cell).find(is_whole) {
            self.names.push((language, name.to_owned()));
        }
    }
}

/// Phrases by their words.
pub(crate) struct Vocabulary {
    phrases: Vec<Phrase>,
    /// By word, the phrases it stands in.
    phrases_of: Vec<Vec<u32>>,
    /// By folded form, as it stands and without what Arabic writes before a word.
    exact: HashMap<Box<str>, WordNo>,
    /// By what a word that stands for all longer ones begins with.
    beginnings: HashMap<Box<str>, WordNo>,
    /// By stem, in each language.
    stems: [HashMap<Box<str>, Vec<WordNo>>; STEMMED],
    /// The folded forms with their words, by length, to look for what is almost the same.
    spellings: Vec<Spelling>,
    /// How a word is written, where that is not its folded form.
    written_forms: HashMap<WordNo, Box<str>>,
    /// The folded forms by their numbers, and the numbers in the order of the forms.
    forms: Vec<Box<str>>,
    alphabetical: Vec<WordNo>,
    places: Vec<NamedPlace>,
    /// By their folded words, the labels of themes that no other one has.
    labels: HashMap<Box<str>, Option<Concept>>,
    /// How many bytes the longest of them has.
    longest_label: usize,
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("phrases", &self.phrases.len()).finish_non_exhaustive()
    }
}

/// The words of the tables, which every directory has.
pub(super) static TABLES: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut builder = VocabularyBuilder::new();
    for (table, text) in SOURCES {
        for row in rows(text) {
            if let Some(concept) = table.concept(&row[0]) {
                builder.add_row(&concept, &row[1..]);
            }
        }
    }
    for row in rows(include_str!("../../words/places.csv")) {
        let number = |at: usize| row.get(at).and_then(|cell| cell.parse::<f64>().ok());
        if let (Some(longitude), Some(latitude), Some(radius_metres)) = (number(1), number(2), number(3)) {
            let concept = Concept::Place(row[0].clone(), Near { longitude, latitude, radius_metres });
            builder.add_row(&concept, &row[4..]);
            builder.add_place(&concept, COLUMNS.into_iter().zip(row[4..].iter().map(String::as_str)));
        }
    }
    builder.add_labels();
    builder.build()
});

pub(super) const SOURCES: [(WordTable, &str); 8] = [
    (WordTable::Themes, include_str!("../../words/themes.csv")),
    (WordTable::Districts, include_str!("../../words/districts.csv")),
    (WordTable::Kinds, include_str!("../../words/kinds.csv")),
    (WordTable::Languages, include_str!("../../words/languages.csv")),
    (WordTable::TargetGroups, include_str!("../../words/target_groups.csv")),
    (WordTable::Fields, include_str!("../../words/fields_of_action.csv")),
    (WordTable::Types, include_str!("../../words/types.csv")),
    (WordTable::Features, include_str!("../../words/features.csv")),
];

impl Vocabulary {
    /// The labels of a directory's own themes and districts, the other words people use for them, the installation's
    /// own tables, and the synonyms that staff keep.
    pub(crate) fn of_directory(taxonomy: &Taxonomy, own_words: &OwnWords, synonyms: &Synonyms) -> Self {
        let mut builder = VocabularyBuilder::new();
        for theme in &taxonomy.themes {
            let concept = Concept::Theme(theme.data().slug.to_string());
            builder.add_labels_of(&concept, theme.label(), &theme.data().alternative_labels);
            builder.add_whole_labels(&concept, theme.label());
        }
        for district in &taxonomy.districts {
            let concept = Concept::District(district.data().slug.to_string());
            builder.add_labels_of(&concept, district.name(), &district.data().alternative_names);
        }
        builder.add_districts_with_level(taxonomy);
        for row in &own_words.rows {
            row.cells.iter().for_each(|(language, cell)| builder.add_cell(&row.concept, language, cell));
            builder.add_place(&row.concept, row.cells.iter().map(|(language, cell)| (*language, cell.as_str())));
        }
        for row in &synonyms.rows {
            row.phrases.iter().for_each(|phrase| builder.add(&row.concept, EVERY_LANGUAGE, phrase));
        }
        builder.build()
    }

    /// What has this very text as its label.
    pub(super) fn of_label(&self, text: &str) -> Option<&Concept> {
        if text.len() > self.longest_label {
            return None;
        }
        self.labels.get(folded_words(&mut WordReader::new(), text).as_str())?.as_ref()
    }

    /// The places that have names.
    pub(super) fn places(&self) -> &[NamedPlace] {
        &self.places
    }

    /// A phrase.
    pub(super) fn phrase(&self, no: u32) -> &Phrase {
        &self.phrases[no as usize]
    }

    /// The phrases a word stands in.
    pub(super) fn phrases_of(&self, word: WordNo) -> &[u32] {
        &self.phrases_of[word as usize]
    }

    /// The word that is written like this.
    pub(super) fn exact(&self, bare: &str) -> Option<WordNo> {
        self.exact.get(bare).copied()
    }

    /// A folded form of the vocabulary as it is written, in small letters.
    pub(super) fn written_form<'a>(&'a self, bare: &'a str) -> Option<&'a str> {
        let no = self.exact(bare)?;
        Some(self.written_forms.get(&no).map_or(bare, |written| written))
    }

    /// The words that stand for all that begin like them, this one among those.
    pub(super) fn beginnings<'a>(&'a self, bare: &'a str) -> impl Iterator<Item = WordNo> + 'a {
        // An ending of more letters makes another word ("inter" of "interpreter").
        let behind = |end: usize| bare[end..].chars().take(LONGEST_ENDING + 1).count();
        let ends =
            bare.char_indices().map(|(at, c)| at + c.len_utf8()).filter(move |end| behind(*end) <= LONGEST_ENDING);
        ends.filter_map(|end| self.beginnings.get(&bare[..end]).copied())
    }

    /// The words of a stem in a language.
    pub(super) fn of_stem(&self, language: usize, stem: &str) -> &[WordNo] {
        self.stems[language].get(stem).map_or(&[], Vec::as_slice)
    }

    /// The folded forms with their words.
    pub(super) fn spellings(&self) -> &[Spelling] {
        &self.spellings
    }

    /// How a word is written, folded; of one that stands for all longer ones, its beginning.
    pub(super) fn form(&self, word: WordNo) -> &str {
        &self.forms[word as usize]
    }

    /// The words that begin so, in the order of their forms.
    pub(super) fn beginning_with<'a>(&'a self, start: &'a str) -> impl Iterator<Item = WordNo> + 'a {
        let from = self.alphabetical.partition_point(|word| self.form(*word) < start);
        self.alphabetical[from..].iter().copied().take_while(move |word| self.form(*word).starts_with(start))
    }

    /// Whether a word asks for something by itself.
    pub(super) fn stands_alone(&self, word: WordNo) -> bool {
        self.phrases_of(word).iter().map(|no| self.phrase(*no)).any(|phrase| phrase.words.len() == 1 && !phrase.is_weak)
    }
}

/// The words of a text, folded.
fn folded_words(reader: &mut WordReader, text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    read(reader, text, |_, word| {
        key.push_str(&word.bare);
        key.push(' ');
    });
    key
}
