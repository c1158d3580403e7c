//! Phrases by their words: the tables, or the labels of a taxonomy, made ready to be looked up.

use std::sync::LazyLock;

use domain::{
    LocalisedText,
    language::KNOWN,
    vocabulary::{InstitutionKind, NetworkKind, OrganisationKind, TargetGroup},
};
use hashbrown::HashMap;

use super::{
    OwnWords, Synonyms,
    concept::{Concept, WordTable},
    forms::{COLUMNS, STEMMED, arabic_bases, read, stem, stemmed_language},
    spelling::{Spelling, by_length},
    stop_words::{is_stop_word, is_stop_word_anywhere},
    table::{phrases, rows},
};
use crate::{Near, entry::DistrictEntry, snapshot::taxonomy::Taxonomy, text::WordReader};

/// The most letters behind the beginning of a word that stands for all that begin so.
const LONGEST_ENDING: usize = 4;

/// The language of a phrase that is inflected as each language with stems does.
const EVERY_LANGUAGE: &str = "every";

/// What stands in a phrase for the name of any language but German.
const ANY_LANGUAGE: &str = "{language}";

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
        builder.add_district_forms(taxonomy);
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

struct VocabularyBuilder {
    reader: WordReader,
    vocabulary: Vocabulary,
}

impl VocabularyBuilder {
    fn new() -> Self {
        let vocabulary = Vocabulary {
            phrases: Vec::new(),
            phrases_of: Vec::new(),
            exact: HashMap::new(),
            beginnings: HashMap::new(),
            stems: std::array::from_fn(|_| HashMap::new()),
            spellings: Vec::new(),
            forms: Vec::new(),
            alphabetical: Vec::new(),
            places: Vec::new(),
            labels: HashMap::new(),
            longest_label: 0,
        };
        Self { reader: WordReader::new(), vocabulary }
    }

    fn add_row(&mut self, concept: &Concept, cells: &[String]) {
        COLUMNS.into_iter().zip(cells).for_each(|(language, cell)| self.add_cell(concept, language, cell));
    }

    fn add_place<'c>(&mut self, concept: &Concept, cells: impl Iterator<Item = (&'static str, &'c str)>) {
        if let Concept::Place(slug, near) = concept {
            let mut place = NamedPlace { slug: slug.clone(), near: *near, names: Vec::new() };
            cells.for_each(|(language, cell)| place.add_name(language, cell));
            self.vocabulary.places.push(place);
        }
    }

    fn add_cell(&mut self, concept: &Concept, language: &str, cell: &str) {
        for phrase in phrases(cell) {
            match phrase.contains(ANY_LANGUAGE) {
                true => self.add_for_every_language(concept, language, phrase),
                false => self.add(concept, language, phrase),
            }
        }
    }

    /// Adds a phrase once for each name of a language but German: "{language} lernen".
    fn add_for_every_language(&mut self, concept: &Concept, language: &str, phrase: &str) {
        for row in rows(include_str!("../../words/languages.csv")).filter(|row| row[0] != "de") {
            let named = COLUMNS.into_iter().zip(&row[1..]).filter(|(column, _)| [language, "other"].contains(column));
            for name in named.flat_map(|(_, cell)| phrases(cell)).filter(|name| !name.contains([' ', '('])) {
                self.add(concept, language, &phrase.replace(ANY_LANGUAGE, name));
            }
        }
    }

    /// What the closed vocabularies call themselves in German and English. Labels with a range of ages are left to
    /// the tables.
    fn add_labels(&mut self) {
        let organisations = OrganisationKind::ALL.iter().map(|it| (it.slug(), it.label_de(), it.label_en()));
        let institutions = InstitutionKind::ALL.iter().map(|it| (it.slug(), it.label_de(), it.label_en()));
        let networks = NetworkKind::ALL.iter().map(|it| (it.slug(), it.label_de(), it.label_en()));
        let kinds = organisations.chain(institutions).chain(networks).filter(|(word, ..)| *word != "other");
        let kinds = kinds.map(|(word, de, en)| (WordTable::Kinds, word, de, en));
        let groups =
            TargetGroup::ALL.iter().map(|it| (WordTable::TargetGroups, it.slug(), it.label_de(), it.label_en()));
        let languages = KNOWN.iter().map(|it| (WordTable::Languages, it.tag, it.de, it.en));
        for (table, word, de, en) in kinds.chain(groups).chain(languages) {
            let Some(concept) = table.concept(word) else { continue };
            for (language, label) in [("de", de), ("en", en)] {
                let parts = label.split(['/', '(', ')', ',']).map(str::trim).filter(|part| !part.is_empty());
                for part in parts.filter(|part| !part.contains(|c: char| c.is_ascii_digit())) {
                    self.add(&concept, language, part);
                }
            }
        }
    }

    /// Adds a label by language, and others that are read as words of every language.
    fn add_whole_labels(&mut self, concept: &Concept, labels: &LocalisedText) {
        for (_, label) in labels.iter() {
            let key = folded_words(&mut self.reader, label).into();
            // Spaces and other spellings of a letter may make it twice as long.
            self.vocabulary.longest_label = self.vocabulary.longest_label.max(2 * label.len());
            let known = self.vocabulary.labels.entry(key).or_insert_with(|| Some(concept.clone()));
            if known.as_ref() != Some(concept) {
                *known = None;
            }
        }
    }

    /// Names of several words written as one, and what districts of one name are told apart by ("Wanne (Ortsteil)"), in
    /// every language of the pages.
    fn add_district_forms(&mut self, taxonomy: &Taxonomy) {
        for district in &taxonomy.districts {
            let concept = Concept::District(district.data().slug.to_string());
            for (_, name) in district.name().iter().filter(|(_, name)| name.contains([' ', '-'])) {
                self.add(&concept, EVERY_LANGUAGE, &name.replace([' ', '-'], ""));
            }
        }
        for language in COLUMNS.into_iter().filter(|language| *language != "other") {
            let name = |district: &DistrictEntry| district.name().resolve(language).map(|(_, name)| name.to_owned());
            let mut of_name: HashMap<String, usize> = HashMap::new();
            taxonomy.districts.iter().filter_map(&name).for_each(|name| *of_name.entry(name).or_default() += 1);
            for district in &taxonomy.districts {
                let Some(name) = name(district).filter(|name| of_name[name] > 1) else { continue };
                let concept = Concept::District(district.data().slug.to_string());
                self.add(&concept, language, &format!("{name} {}", district.data().level.label(language)));
            }
        }
    }

    fn add_labels_of(&mut self, concept: &Concept, label: &LocalisedText, others: &[String]) {
        for (language, label) in label.iter() {
            self.add(concept, language.primary(), label);
        }
        others.iter().for_each(|label| self.add(concept, EVERY_LANGUAGE, label));
    }

    /// Adds a phrase of a language.
    fn add(&mut self, concept: &Concept, language: &str, phrase: &str) {
        let weak = phrase.strip_prefix('(').and_then(|phrase| phrase.strip_suffix(')'));
        let (is_weak, phrase) = (weak.is_some(), weak.unwrap_or(phrase));
        let concrete = phrase.strip_prefix('[').and_then(|phrase| phrase.strip_suffix(']'));
        let (is_concrete, phrase) = (concrete.is_some(), concrete.unwrap_or(phrase));
        let (phrase, sought) = phrase.split_once('=').map_or((phrase, None), |(phrase, it)| (phrase, Some(it.into())));
        let mut words = Vec::new();
        for written in phrase.split_whitespace() {
            let (is_beginning, written) = written.strip_suffix('*').map_or((false, written), |start| (true, start));
            let mut read_words = Vec::new();
            read(&mut self.reader, written, |written, word| {
                read_words.push((written.to_lowercase(), word.bare.clone()));
            });
            let last = read_words.len();
            for (at, (written, bare)) in read_words.into_iter().enumerate() {
                let is_beginning = is_beginning && at + 1 == last;
                let is_stop = !is_beginning
                    && match language {
                        EVERY_LANGUAGE => is_stop_word_anywhere(&bare),
                        _ => is_stop_word(&bare, language),
                    };
                words.push((self.word(&written, &bare, language, is_beginning), is_stop));
            }
        }
        // Small words are left out of a phrase where enough is left to tell it from others.
        let telling: Vec<WordNo> = words.iter().filter(|(_, is_stop)| !is_stop).map(|(word, _)| *word).collect();
        let mut words = if telling.len() > 1 { telling } else { words.into_iter().map(|(word, _)| word).collect() };
        words.sort_unstable();
        words.dedup();
        if words.is_empty() {
            return;
        }
        let language = COLUMNS.iter().find(|known| **known == language).copied().unwrap_or("other");
        let vocabulary = &mut self.vocabulary;
        let known = vocabulary.phrases_of[words[0] as usize].iter().map(|no| &vocabulary.phrases[*no as usize]);
        if known.into_iter().any(|it| *it.words == *words && it.concept == *concept && it.language == language) {
            return;
        }
        let no = vocabulary.phrases.len() as u32;
        words.iter().for_each(|word| vocabulary.phrases_of[*word as usize].push(no));
        vocabulary.phrases.push(Phrase {
            words: words.into(),
            concept: concept.clone(),
            language,
            is_weak,
            is_concrete,
            sought,
        });
    }

    fn word(&mut self, written: &str, bare: &str, language: &str, is_beginning: bool) -> WordNo {
        let vocabulary = &mut self.vocabulary;
        let next = vocabulary.phrases_of.len() as WordNo;
        let table = if is_beginning { &mut vocabulary.beginnings } else { &mut vocabulary.exact };
        let no = *table.entry(bare.into()).or_insert(next);
        if no == next {
            vocabulary.phrases_of.push(Vec::new());
            vocabulary.forms.push(bare.into());
        }
        if is_beginning {
            return no;
        }
        for base in arabic_bases(bare) {
            vocabulary.exact.entry(base.into()).or_insert(no);
        }
        let is_own = |known: usize| language == EVERY_LANGUAGE || stemmed_language(language) == Some(known);
        for language in (0..STEMMED).filter(|known| is_own(*known)) {
            let Some(stem) = stem(written, language) else { continue };
            let words = vocabulary.stems[language].entry(stem.into_boxed_str()).or_default();
            if !words.contains(&no) {
                words.push(no);
            }
        }
        no
    }

    fn build(self) -> Vocabulary {
        let mut vocabulary = self.vocabulary;
        let written = vocabulary.exact.iter().chain(&vocabulary.beginnings);
        vocabulary.spellings = by_length(written.map(|(bare, no)| (&**bare, *no)));
        vocabulary.alphabetical = (0..vocabulary.forms.len() as WordNo).collect();
        vocabulary.alphabetical.sort_by(|a, b| vocabulary.forms[*a as usize].cmp(&vocabulary.forms[*b as usize]));
        vocabulary
    }
}
