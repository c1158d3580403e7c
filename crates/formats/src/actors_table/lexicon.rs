//! What the words of cells mean: slugs, labels in every language, codes, abbreviations, and the everyday words that
//! questions are read with.

mod closed_vocabularies;
mod courses;
mod districts;
mod further_values;
mod kinds;
mod languages;
mod states;
mod target_groups;
mod wheelchair;

use std::collections::{HashMap, HashSet};

use directory::{Snapshot, ValueField, ValueMeaning};
use domain::{district::DistrictLevel, labels, language::KNOWN};

pub(super) use self::kinds::kind_value;
pub(super) use self::states::{StateWord, state_word};
use self::{courses::theme_of_language, languages::is_signed, states::without_day};
use super::plain;

/// The theme that a course of languages has by itself.
const GERMAN_COURSES: &str = "language.german";
/// How many values are read word by word; further ones must be slugs, labels or codes.
const MOST_READ: usize = 3_000;
/// How many candidates a question names.
const MOST_CANDIDATES: usize = 6;
/// The shortest part of a compound that means something by itself.
const SHORTEST_PART: usize = 5;
/// Words beside the name of a district that say nothing more.
pub(super) const DISTRICT_FILLERS: [&str; 12] =
    ["in", "im", "am", "ot", "ortsteil", "stadtteil", "stadtbezirk", "bezirk", "quartier", "stadt", "der", "und"];
/// Vocabularies of so few values are offered as a whole.
const FEW_VALUES: usize = 6;
/// A longer text is composed of no values, in bytes.
const LONGEST_COMPOSED: usize = 200;
/// The shortest abbreviation.
const SHORTEST_ABBREVIATION: usize = 3;

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum CellVocabulary {
    Type,
    Kind,
    Status,
    LegalForm,
    District,
    Theme,
    Language,
    TargetGroup,
    Wheelchair,
    Accessibility,
    Precision,
    Role,
}

/// What a value was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellTerm {
    /// These values.
    Values(Vec<String>),
    /// One of these; which, is not to be guessed.
    OneOf(Vec<String>),
    /// Nothing that is known; these are close.
    Unknown(Vec<String>),
}

/// The words of the vocabularies and of a directory's own themes and districts.
pub(super) struct Lexicon<'a> {
    snapshot: &'a Snapshot,
    /// By bare word: what is called so.
    whole: HashMap<(CellVocabulary, String), Vec<String>>,
    /// By a bare part of a label: what has it in its label.
    parts: HashMap<(CellVocabulary, String), Vec<String>>,
    /// Bare labels with what they stand for, for abbreviations and candidates.
    labels: Vec<(CellVocabulary, String, String)>,
    /// By bare word: what it may be of several.
    unsure: HashMap<(CellVocabulary, String), Vec<String>>,
    /// Bare words that say something no value says: they stand in the note, and nobody is asked.
    for_note: HashSet<(CellVocabulary, String)>,
    reads_left: usize,
}

impl<'a> Lexicon<'a> {
    /// The words for tables of a directory that has these themes and districts.
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let mut lexicon = Self {
            snapshot,
            whole: HashMap::new(),
            parts: HashMap::new(),
            labels: Vec::new(),
            unsure: HashMap::new(),
            for_note: HashSet::new(),
            reads_left: MOST_READ,
        };
        lexicon.add_closed_vocabularies();
        for language in KNOWN {
            lexicon.add_code(CellVocabulary::Language, language.tag);
            if let Ok(tag) = language.tag.parse() {
                labels::of_language(&tag)
                    .for_each(|(_, label)| lexicon.add(CellVocabulary::Language, language.tag, label));
            }
        }
        for no in snapshot.themes() {
            let theme = snapshot.theme(no);
            let slug = theme.data().slug.as_str();
            lexicon.add_code(CellVocabulary::Theme, slug);
            theme.label().iter().for_each(|(_, label)| lexicon.add(CellVocabulary::Theme, slug, label));
        }
        for no in snapshot.districts() {
            let district = snapshot.district(no);
            let slug = district.data().slug.as_str();
            lexicon.add_code(CellVocabulary::District, slug);
            district.name().iter().for_each(|(_, name)| lexicon.add(CellVocabulary::District, slug, name));
        }
        lexicon.add_further_values();
        lexicon
    }

    /// Adds a label, and its parts where it names several things.
    fn add(&mut self, vocabulary: CellVocabulary, value: &str, label: &str) {
        self.add_word(vocabulary, value, label);
        self.labels.push((vocabulary, plain(label), value.to_owned()));
        let pieces: Vec<&str> =
            label.split(['&', '/', ',', '(', ')']).map(str::trim).filter(|it| !it.is_empty()).collect();
        if pieces.len() > 1 {
            for piece in pieces {
                let known = self.parts.entry((vocabulary, plain(piece))).or_default();
                if !known.iter().any(|known| known == value) {
                    known.push(value.to_owned());
                }
            }
        }
    }

    fn add_code(&mut self, vocabulary: CellVocabulary, value: &str) {
        self.add_word(vocabulary, value, value);
    }

    fn add_word(&mut self, vocabulary: CellVocabulary, value: &str, word: &str) {
        let known = self.whole.entry((vocabulary, plain(word))).or_default();
        if !known.iter().any(|known| known == value) {
            known.push(value.to_owned());
        }
    }

    /// What a word is, looked up as a whole: `None` where it is no slug, label or code.
    pub(super) fn look_up(&self, vocabulary: CellVocabulary, text: &str) -> Option<CellTerm> {
        let text = text.trim();
        let is_slug = match vocabulary {
            CellVocabulary::Theme => self.snapshot.theme_by_slug(text).is_some(),
            CellVocabulary::District => self.snapshot.district_by_slug(text).is_some(),
            _ => false,
        };
        if is_slug {
            return Some(CellTerm::Values(vec![text.to_owned()]));
        }
        let key = (vocabulary, plain(text));
        if let Some(several) = self.unsure.get(&key) {
            return Some(CellTerm::OneOf(several.clone()));
        }
        let Some(found) = self.whole.get(&key).or_else(|| self.parts.get(&key)) else {
            if vocabulary == CellVocabulary::Theme
                && let Some(theme) = theme_of_language(&key.1)
                && self.snapshot.theme_by_slug(theme).is_some()
            {
                return Some(CellTerm::Values(vec![theme.to_owned()]));
            }
            return self.language_tag(vocabulary, text).map(|tag| CellTerm::Values(vec![tag]));
        };
        // Kinds of one name are of several types, districts of several levels: the column tells which.
        let is_one = found.len() == 1 || vocabulary != CellVocabulary::Theme;
        Some(if is_one { CellTerm::Values(found.clone()) } else { CellTerm::OneOf(found.clone()) })
    }

    /// Whether a word says something no value says.
    pub(super) fn is_for_note(&self, vocabulary: CellVocabulary, text: &str) -> bool {
        self.for_note.contains(&(vocabulary, plain(text)))
    }

    /// What several words say together of which each is looked up as a whole: "bosnisch-kroatisch-serbisch" is three
    /// languages, "Kurdisch (Kurmandschi)" the one that is in parentheses, "OT Sodingen" the quarter.
    pub(super) fn look_up_composed(&self, vocabulary: CellVocabulary, text: &str) -> Option<CellTerm> {
        if text.len() > LONGEST_COMPOSED {
            return None;
        }
        match vocabulary {
            CellVocabulary::Language => self.joined_languages(text).or_else(|| self.closer_language(text)),
            CellVocabulary::District => self
                .district_of_level(text)
                .or_else(|| self.closer_district(text))
                .or_else(|| self.parts_of_name(text))
                .or_else(|| self.town_centre(text))
                .or_else(|| self.district_behind_town(text)),
            CellVocabulary::Wheelchair => self.wheelchair_by_parts(text).or_else(|| self.wheelchair_with_reason(text)),
            CellVocabulary::Status => self.whole.get(&(vocabulary, without_day(text))).cloned().map(CellTerm::Values),
            _ => None,
        }
    }

    /// What a word that is no slug, label or code means: an abbreviation, or everyday words.
    pub(super) fn read(&mut self, vocabulary: CellVocabulary, text: &str) -> CellTerm {
        if !self.has_any(vocabulary) && text.parse::<domain::Slug>().is_ok() {
            // A directory without any cannot tell which there are: what the slug means is looked up later.
            return CellTerm::Values(vec![text.to_owned()]);
        }
        if self.reads_left == 0 {
            return CellTerm::Unknown(Vec::new());
        }
        self.reads_left -= 1;
        if let Some(value) = self.find_abbreviation(vocabulary, text) {
            return CellTerm::Values(vec![value]);
        }
        if vocabulary == CellVocabulary::Language && is_signed(text) {
            // Whoever signs in Turkish speaks none.
            return CellTerm::Unknown(Vec::new());
        }
        if let Some(districts) = self.districts_beside_each_other(vocabulary, text) {
            return CellTerm::OneOf(districts);
        }
        let field = match vocabulary {
            CellVocabulary::District => ValueField::Districts,
            CellVocabulary::Theme => ValueField::Themes,
            CellVocabulary::Language => ValueField::Languages,
            CellVocabulary::TargetGroup => ValueField::TargetGroups,
            CellVocabulary::Kind => ValueField::Kinds,
            _ => return CellTerm::Unknown(self.candidates(vocabulary, text)),
        };
        if vocabulary == CellVocabulary::TargetGroup
            && let Some(groups) = self.groups_of_words(text)
        {
            return CellTerm::Values(groups);
        }
        let meaning = self.snapshot.read_value(text, field, "de");
        if self.leaves_something(vocabulary, text, &meaning) {
            return CellTerm::Unknown(meaning.alternatives.into_iter().flatten().collect());
        }
        let unsure = meaning.alternatives.iter().find(|alternatives| alternatives.len() > 1);
        match (unsure, meaning.is_complete) {
            _ if meaning.alternatives.is_empty() => CellTerm::Unknown(self.candidates(vocabulary, text)),
            (Some(unsure), _) if meaning.alternatives.len() == 1 => CellTerm::OneOf(unsure.clone()),
            (None, true) => CellTerm::Values(meaning.alternatives.into_iter().flatten().collect()),
            _ => CellTerm::OneOf(meaning.alternatives.into_iter().flatten().collect()),
        }
    }

    /// Whether everyday words were understood by a part that says something else than the whole: "Wanne-Nord" is not all of
    /// Wanne, and "Frauenförderung" not any funding.
    fn leaves_something(&self, vocabulary: CellVocabulary, text: &str, meaning: &ValueMeaning) -> bool {
        let values: Vec<&String> = meaning.alternatives.iter().flatten().collect();
        match vocabulary {
            CellVocabulary::District => {
                let labels = self.labels.iter().filter(|(known, ..)| *known == vocabulary);
                let labels: Vec<&str> = labels
                    .filter(|(_, _, slug)| values.contains(&slug) || self.level(slug) == Some(DistrictLevel::City))
                    .map(|(_, label, _)| label.as_str())
                    .collect();
                let words = text.split(|c: char| !c.is_alphanumeric()).map(plain);
                let is_said = |word: &String| {
                    DISTRICT_FILLERS.contains(&word.as_str())
                        || labels.iter().any(|label| label.contains(word.as_str()))
                };
                !values.is_empty() && !words.filter(|word| word.chars().count() > 1).all(|word| is_said(&word))
            }
            CellVocabulary::Theme => {
                self.is_understood_by_its_end(text, &values) || self.names_another_language(text, meaning)
            }
            CellVocabulary::Language => {
                text.contains('-') && text.split('-').filter(|part| !part.trim().is_empty()).count() > values.len()
            }
            _ => false,
        }
    }

    /// Whether a course of languages was understood without the one that is named beside it: "Sprachkurs Griechisch" is none
    /// of German.
    fn names_another_language(&self, text: &str, meaning: &ValueMeaning) -> bool {
        let mut values = meaning.alternatives.iter().flatten();
        if meaning.is_complete || !values.any(|value| value == GERMAN_COURSES) {
            return false;
        }
        let named = self.snapshot.read_value(text, ValueField::Languages, "de").alternatives;
        let named: Vec<String> = named.into_iter().flatten().collect();
        !named.is_empty() && !named.iter().any(|language| language == "de")
    }

    /// Whether a compound was understood as what its last part means alone, while its beginning means something else.
    fn is_understood_by_its_end(&self, text: &str, values: &[&String]) -> bool {
        if text.contains(char::is_whitespace) || values.is_empty() {
            return false;
        }
        let read = |part: &str, field| {
            let alternatives = self.snapshot.read_value(part, field, "de").alternatives;
            alternatives.into_iter().flatten().collect::<Vec<String>>()
        };
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let ends = places.iter().skip(SHORTEST_PART).rev().skip(SHORTEST_PART);
        let Some(at) =
            ends.copied().find(|at| read(&text[*at..], ValueField::Themes).iter().eq(values.iter().copied()))
        else {
            return false;
        };
        let beginning = text[..at].trim_end_matches(['-', 's']);
        let themes = read(beginning, ValueField::Themes);
        let is_other = |found: &[String]| !found.is_empty() && !found.iter().any(|it| values.contains(&it));
        is_other(&themes) || (themes.is_empty() && is_other(&read(beginning, ValueField::TargetGroups)))
    }

    /// "türk." for Türkisch, where nothing else begins so.
    fn find_abbreviation(&self, vocabulary: CellVocabulary, text: &str) -> Option<String> {
        let stem = plain(text.trim().strip_suffix('.')?);
        if stem.chars().count() < SHORTEST_ABBREVIATION {
            return None;
        }
        let mut found: Option<&str> = None;
        for (_, _, value) in
            self.labels.iter().filter(|(known, label, _)| *known == vocabulary && label.starts_with(&stem))
        {
            match found {
                Some(other) if other != value => return None,
                _ => found = Some(value),
            }
        }
        found.map(ToOwned::to_owned)
    }

    /// What has the word in its label.
    fn candidates(&self, vocabulary: CellVocabulary, text: &str) -> Vec<String> {
        let wanted = plain(text);
        let mut found: Vec<String> = Vec::new();
        if let Some(all) = self.closed_values(vocabulary).filter(|all| all.len() <= FEW_VALUES) {
            return all;
        }
        if wanted.chars().count() < SHORTEST_ABBREVIATION {
            return found;
        }
        for (_, _, value) in
            self.labels.iter().filter(|(known, label, _)| *known == vocabulary && label.contains(&wanted))
        {
            if !found.contains(value) && found.len() < MOST_CANDIDATES {
                found.push(value.clone());
            }
        }
        found
    }

    /// The values of a vocabulary that is the same in every directory, in its order.
    fn closed_values(&self, vocabulary: CellVocabulary) -> Option<Vec<String>> {
        if matches!(vocabulary, CellVocabulary::District | CellVocabulary::Theme | CellVocabulary::Language) {
            return None;
        }
        let mut values: Vec<String> = Vec::new();
        for (_, _, value) in self.labels.iter().filter(|(known, ..)| *known == vocabulary) {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        Some(values)
    }

    /// Whether there are any values of a vocabulary; where there are none, nothing can be asked.
    pub(super) fn has_any(&self, vocabulary: CellVocabulary) -> bool {
        match vocabulary {
            CellVocabulary::Theme => self.snapshot.themes().len() > 0,
            CellVocabulary::District => self.snapshot.districts().len() > 0,
            _ => true,
        }
    }
}
