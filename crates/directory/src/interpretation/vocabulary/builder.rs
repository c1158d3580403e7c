//! Making a vocabulary of phrases.

use domain::{
    ActorKind, LocalisedText,
    labels::{Label, of_kind, of_target_group},
    language::KNOWN,
    vocabulary::{InstitutionKind, NetworkKind, OrganisationKind, TargetGroup},
};
use hashbrown::HashMap;

use super::{
    super::{
        concept::{Concept, WordTable},
        forms::{COLUMNS, STEMMED, arabic_bases, read, stem, stemmed_language},
        spelling::by_length,
        stop_words::{is_stop_word, is_stop_word_anywhere},
        table::{phrases, rows},
    },
    EVERY_LANGUAGE, NamedPlace, Phrase, Vocabulary, WordNo, folded_words,
};
use crate::{entry::DistrictEntry, snapshot::taxonomy::Taxonomy, text::WordReader};

/// What stands in a phrase for the name of any language but German.
const ANY_LANGUAGE: &str = "{language}";

/// What becomes of the small words of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SmallWords {
    LeftOut,
    Kept,
}

/// A vocabulary that phrases are added to.
pub(super) struct VocabularyBuilder {
    reader: WordReader,
    vocabulary: Vocabulary,
}

impl VocabularyBuilder {
    pub(super) fn new() -> Self {
        let vocabulary = Vocabulary {
            phrases: Vec::new(),
            phrases_of: Vec::new(),
            exact: HashMap::new(),
            beginnings: HashMap::new(),
            stems: std::array::from_fn(|_| HashMap::new()),
            spellings: Vec::new(),
            written_forms: HashMap::new(),
            forms: Vec::new(),
            alphabetical: Vec::new(),
            places: Vec::new(),
            labels: HashMap::new(),
            longest_label: 0,
        };
        Self { reader: WordReader::new(), vocabulary }
    }

    pub(super) fn add_row(&mut self, concept: &Concept, cells: &[String]) {
        COLUMNS.into_iter().zip(cells).for_each(|(language, cell)| self.add_cell(concept, language, cell));
    }

    pub(super) fn add_place<'c>(&mut self, concept: &Concept, cells: impl Iterator<Item = (&'static str, &'c str)>) {
        if let Concept::Place(slug, near) = concept {
            let mut place = NamedPlace { slug: slug.clone(), near: *near, names: Vec::new() };
            cells.for_each(|(language, cell)| place.add_name(language, cell));
            self.vocabulary.places.push(place);
        }
    }

    pub(super) fn add_cell(&mut self, concept: &Concept, language: &str, cell: &str) {
        for phrase in phrases(cell) {
            match phrase.contains(ANY_LANGUAGE) {
                true => self.add_for_every_language(concept, language, phrase),
                false => self.add(concept, language, phrase),
            }
        }
    }

    /// Adds a phrase once for each name of a language but German: "{language} lernen".
    fn add_for_every_language(&mut self, concept: &Concept, language: &str, phrase: &str) {
        for row in rows(include_str!("../../../words/languages.csv")).filter(|row| row[0] != "de") {
            let named = COLUMNS.into_iter().zip(&row[1..]).filter(|(column, _)| [language, "other"].contains(column));
            for name in named.flat_map(|(_, cell)| phrases(cell)).filter(|name| !name.contains([' ', '('])) {
                self.add(concept, language, &phrase.replace(ANY_LANGUAGE, name));
            }
        }
    }

    /// What the closed vocabularies call themselves in German and English. Labels with a range of ages are left to
    /// the tables.
    pub(super) fn add_labels(&mut self) {
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
        self.add_whole_labels_of_groups_and_kinds();
    }

    /// What groups and kinds are called in every language of the pages, as whole questions.
    fn add_whole_labels_of_groups_and_kinds(&mut self) {
        let groups = TargetGroup::ALL
            .iter()
            .map(|group| (WordTable::TargetGroups, group.slug(), of_target_group(*group).collect()));
        let organisations = OrganisationKind::ALL.iter().map(|it| (it.slug(), ActorKind::Organisation(*it)));
        let institutions = InstitutionKind::ALL.iter().map(|it| (it.slug(), ActorKind::Institution(*it)));
        let networks = NetworkKind::ALL.iter().map(|it| (it.slug(), ActorKind::Network(*it)));
        let kinds = organisations.chain(institutions).chain(networks).filter(|(word, _)| *word != "other");
        let kinds = kinds.map(|(word, kind)| (WordTable::Kinds, word, of_kind(kind).collect()));
        let all: Vec<(WordTable, &str, Vec<Label>)> = groups.chain(kinds).collect();
        for (table, word, labels) in all {
            let Some(concept) = table.concept(word) else { continue };
            labels.into_iter().for_each(|(_, label)| self.add_whole_label(&concept, label));
        }
    }

    /// Adds a label by language, and others that are read as words of every language.
    pub(super) fn add_whole_labels(&mut self, concept: &Concept, labels: &LocalisedText) {
        labels.iter().for_each(|(_, label)| self.add_whole_label(concept, label));
    }

    fn add_whole_label(&mut self, concept: &Concept, label: &str) {
        let key = folded_words(&mut self.reader, label).into();
        // Spaces and other spellings of a letter may make it twice as long.
        self.vocabulary.longest_label = self.vocabulary.longest_label.max(2 * label.len());
        let known = self.vocabulary.labels.entry(key).or_insert_with(|| Some(concept.clone()));
        if known.as_ref() != Some(concept) {
            *known = None;
        }
    }

    /// What districts of one name are told apart by ("Wanne (Ortsteil)"), in every language of the pages.
    pub(super) fn add_districts_with_level(&mut self, taxonomy: &Taxonomy) {
        for language in COLUMNS.into_iter().filter(|language| *language != "other") {
            let name = |district: &DistrictEntry| district.name().resolve(language).map(|(_, name)| name.to_owned());
            let mut of_name: HashMap<String, usize> = HashMap::new();
            taxonomy.districts.iter().filter_map(&name).for_each(|name| *of_name.entry(name).or_default() += 1);
            for district in &taxonomy.districts {
                let Some(name) = name(district).filter(|name| of_name[name] > 1) else { continue };
                let concept = Concept::District(district.data().slug.to_string());
                let told_apart = format!("{name} {}", district.data().level.label(language));
                self.add_phrase(&concept, language, &told_apart, SmallWords::Kept);
            }
        }
    }

    pub(super) fn add_labels_of(&mut self, concept: &Concept, label: &LocalisedText, others: &[String]) {
        for (language, label) in label.iter() {
            self.add(concept, language.primary(), label);
        }
        others.iter().for_each(|label| self.add(concept, EVERY_LANGUAGE, label));
    }

    /// Adds a phrase of a language. Small words are left out where enough is left to tell it from others.
    pub(super) fn add(&mut self, concept: &Concept, language: &str, phrase: &str) {
        self.add_phrase(concept, language, phrase, SmallWords::LeftOut);
    }

    fn add_phrase(&mut self, concept: &Concept, language: &str, phrase: &str, small_words: SmallWords) {
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
        let telling: Vec<WordNo> = words.iter().filter(|(_, is_stop)| !is_stop).map(|(word, _)| *word).collect();
        let is_enough = telling.len() > 1 && small_words == SmallWords::LeftOut;
        let mut words = if is_enough { telling } else { words.into_iter().map(|(word, _)| word).collect() };
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
            if written != bare {
                vocabulary.written_forms.insert(no, written.into());
            }
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

    pub(super) fn build(self) -> Vocabulary {
        let mut vocabulary = self.vocabulary;
        let written = vocabulary.exact.iter().chain(&vocabulary.beginnings);
        vocabulary.spellings = by_length(written.map(|(bare, no)| (&**bare, *no)));
        vocabulary.alphabetical = (0..vocabulary.forms.len() as WordNo).collect();
        vocabulary.alphabetical.sort_by(|a, b| vocabulary.forms[*a as usize].cmp(&vocabulary.forms[*b as usize]));
        vocabulary
    }
}
