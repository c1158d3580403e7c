//! Cells whose values are of a vocabulary: one or several of them, however they are separated.

mod ages;
mod separators;

use std::{borrow::Cow, collections::HashSet};

use domain::{district::DistrictLevel, text::without_gender_suffix};

pub(super) use self::ages::is_age_word;
use self::{
    ages::{group_of_ages, groups_of_span, keep_children_of_ages, of_ages, people_of_ages},
    separators::{split, split_outside_parentheses},
};
use super::{
    decisions::{Decisions, UnclearDecision, is_note},
    lexicon::{CellTerm, CellVocabulary, Lexicon, StateWord, state_word},
    phrases::CELL_WORDS,
};

/// What says that people of any gender are meant.
const GENDERS: [&str; 6] = ["(m/w/d)", "(w/m/d)", "(d/m/w)", "(m/w)", "(w/m)", "(m,w,d)"];
/// The most values that one cell is taken apart into.
const MOST_VALUES: usize = 100;

/// What stands between the values of a cell, the surest first; between words as a whole.
const SEPARATORS: [&[&str]; 5] = [
    &["\n", "|", ";", "•", "·"],
    &[","],
    &["+", "/", "\\"],
    &[" und ", " u. ", " and ", " & ", " sowie ", " oder ", " o. ", " bzw. ", " ve ", " - ", " – ", " — "],
    &[],
];

/// The longest code of a language by itself, in characters.
const LONGEST_CODE: usize = 3;

/// The level of the separators that are words.
const BETWEEN_WORDS: usize = 3;

/// A value that nobody but a person can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnclearValue {
    pub(super) text: String,
    pub(super) candidates: Vec<String>,
}

/// What the values of a cell mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CellMeaning {
    pub(super) values: Vec<String>,
    pub(super) unclear: Vec<UnclearValue>,
    /// What was given and what it was understood as, where that is another word.
    pub(super) understood: Vec<(String, String)>,
    /// Whether it only says that there are some ("div.").
    pub(super) is_vague: bool,
    /// The values that a decision was used for.
    pub(super) decided: Vec<String>,
    /// What decisions say a value means that is nothing itself.
    pub(super) misunderstood: Vec<String>,
    /// What is decided to stand in the note of its row.
    pub(super) notes: Vec<String>,
}

impl CellVocabulary {
    /// Whether an entry without such a value is nothing but less complete: it may stand in the note instead. What says
    /// how precisely its place is shown, and what it is at all, is asked. One whose state nobody knows stays a draft.
    pub(super) const fn is_notable(self) -> bool {
        !matches!(self, Self::Type | Self::Precision)
    }
}

/// What a column makes of its values.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueColumn<'a> {
    pub(super) heading: &'a str,
    pub(super) vocabulary: CellVocabulary,
    /// The headings of further columns of its field: what is decided for one of them counts where nothing else is.
    pub(super) alike: &'a [&'a str],
    /// Which of a borough and its quarter of the same name is meant.
    pub(super) level: Option<DistrictLevel>,
}

/// Reads a cell.
pub(super) fn read_cell(
    lexicon: &mut Lexicon<'_>,
    decisions: &Decisions,
    column: ValueColumn<'_>,
    text: &str,
) -> CellMeaning {
    let is_word = |word: &str| word.chars().count() > LONGEST_CODE && !word.contains('-');
    let has_words = text.split(|c: char| !c.is_alphanumeric() && c != '-').any(is_word);
    let mut reader = CellReader { lexicon, decisions, column, has_words, meaning: CellMeaning::default() };
    match column.vocabulary {
        // "o." is "ohne" there: "2. OG o. Aufzug".
        CellVocabulary::Wheelchair => reader.read(&format!(" {text}").replace(" o. ", " ohne "), 0),
        // The slash of "Migrant/innen" stands between no values.
        _ => {
            let text = GENDERS.iter().fold(text.to_owned(), |text, genders| text.replace(genders, ""));
            reader.read(&text.replace("/-innen", ":innen").replace("/innen", ":innen"), 0);
        }
    }
    // "Jungs und Mädchen" are all of that age.
    let lower = text.to_lowercase();
    let names = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if column.vocabulary == CellVocabulary::TargetGroup
        && names(&["jungen", "jungs", "boys"])
        && names(&["mädchen", "mädels", "girls"])
        && !names(&["frau", "mütter", "women", "mothers"])
    {
        reader.meaning.values.retain(|value| value != "women");
    }
    if column.vocabulary == CellVocabulary::TargetGroup {
        keep_children_of_ages(text, &mut reader.meaning.values);
    }
    reader.ask_of_one(text);
    reader.meaning
}

struct CellReader<'a, 'l> {
    lexicon: &'a mut Lexicon<'l>,
    decisions: &'a Decisions,
    column: ValueColumn<'a>,
    /// Whether the cell is one of words: no code of a language that has no name here is meant in it.
    has_words: bool,
    meaning: CellMeaning,
}

impl CellReader<'_, '_> {
    /// Reads a text as a whole, else its parts between the separators of a level and of those below.
    fn read(&mut self, text: &str, level: usize) {
        let text = text.trim().trim_matches(['"', '„', '“', '”']).trim();
        if text.is_empty() || self.meaning.values.len() + self.meaning.unclear.len() >= MOST_VALUES {
            return;
        }
        let decided = self.decisions.meaning(self.column.heading, text);
        let of_other = || self.column.alike.iter().find_map(|heading| self.decisions.meaning_in(heading, text));
        if let Some(decided) = decided.or_else(of_other) {
            let decided = decided.to_owned();
            self.meaning.decided.push(text.to_owned());
            return self.take_decision(text, &decided);
        }
        // "UA" is a code, "u. a." says that there are more.
        let is_code = self.column.vocabulary == CellVocabulary::Language
            && text.len() == 2
            && text.chars().all(|c| c.is_ascii_uppercase());
        if CELL_WORDS.is_vague(text) && !is_code {
            self.meaning.is_vague = true;
            return;
        }
        if self.column.vocabulary == CellVocabulary::Language && self.has_words && self.lexicon.is_unnamed_tag(text) {
            return self.leave(text, Vec::new());
        }
        let spoken = without_gender_suffix(text);
        if self.lexicon.is_for_note(self.column.vocabulary, text)
            || self.lexicon.is_for_note(self.column.vocabulary, &spoken)
        {
            return self.meaning.notes.push(text.to_owned());
        }
        // People of any gender are not the women among them.
        let is_of_people = self.column.vocabulary == CellVocabulary::TargetGroup && matches!(spoken, Cow::Owned(_));
        let written = if is_of_people { None } else { self.lexicon.look_up(self.column.vocabulary, text) };
        if let Some(meaning) = written.or_else(|| self.lexicon.look_up(self.column.vocabulary, &spoken)) {
            return self.take(text, meaning);
        }
        if let Some(meaning) = self.lexicon.look_up_composed(self.column.vocabulary, &spoken) {
            return self.take(text, meaning);
        }
        if self.column.vocabulary == CellVocabulary::TargetGroup
            && let Some(groups) = people_of_ages(&spoken)
        {
            return self.take(text, CellTerm::Values(groups));
        }
        if self.column.vocabulary == CellVocabulary::TargetGroup
            && let Some(group) = group_of_ages(&spoken)
        {
            return self.take(text, CellTerm::Values(vec![group]));
        }
        if self.column.vocabulary == CellVocabulary::TargetGroup
            && let Some(groups) = groups_of_span(&spoken)
        {
            return self.take(text, CellTerm::Values(groups));
        }
        // "Mädchen 8-14 mit Fluchterfahrung"
        if self.column.vocabulary == CellVocabulary::TargetGroup
            && let Some((people, further)) =
                text.split_once(" mit ").filter(|(people, _)| people_of_ages(people).is_some())
        {
            self.read(people, level);
            return self.read(further, level);
        }
        let parts = match self.column.vocabulary {
            CellVocabulary::Language | CellVocabulary::District => split_outside_parentheses(text, SEPARATORS[level]),
            _ => split(text, SEPARATORS[level]),
        };
        match (parts.len() > 1, level + 1 < SEPARATORS.len()) {
            (true, _) => {
                // "Sinti und Roma" is one value; of "Frauen und Mädchen ab 14" the girls have an age.
                let has_ages = text.contains(|c: char| c.is_ascii_digit());
                if level == BETWEEN_WORDS
                    && !(has_ages && self.column.vocabulary == CellVocabulary::TargetGroup)
                    && let meaning @ CellTerm::Values(_) = self.lexicon.read(self.column.vocabulary, &spoken)
                    && matches!(&meaning, CellTerm::Values(values) if values.len() == 1)
                {
                    return self.take(text, meaning);
                }
                parts.into_iter().for_each(|part| self.read(part, level + usize::from(level + 1 < SEPARATORS.len())));
            }
            (false, true) => self.read(text, level + 1),
            (false, false) => {
                if CELL_WORDS.is_empty(text) {
                    return;
                }
                let meaning = self.lexicon.read(self.column.vocabulary, &spoken);
                let known = self.meaning.values.len();
                self.take(text, meaning);
                let has_ages = text.contains(|c: char| c.is_ascii_digit());
                if self.column.vocabulary == CellVocabulary::TargetGroup
                    && self.meaning.values.len() > known
                    && (has_ages || self.lexicon.leaves_words(&spoken))
                {
                    self.meaning.notes.push(text.to_owned());
                }
            }
        }
    }

    /// What a decision says a value means: values of the column, in words or not, or nothing.
    fn take_decision(&mut self, text: &str, decided: &str) {
        if is_note(decided) && self.column.vocabulary.is_notable() {
            return self.meaning.notes.push(text.to_owned());
        }
        for part in decided.split(['+', '|', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            let meaning = self.lexicon.look_up(self.column.vocabulary, part);
            let meaning = meaning.unwrap_or_else(|| self.lexicon.read(self.column.vocabulary, part));
            match meaning {
                CellTerm::Values(_) => self.take(text, meaning),
                // What is asked is still what stands in the table.
                CellTerm::OneOf(candidates) | CellTerm::Unknown(candidates) => {
                    self.meaning.misunderstood.push(part.to_owned());
                    self.ask(text, candidates);
                }
            }
        }
    }

    /// Of one way in, what parts of a cell say of it is asked as a whole: "EG ja, WC nein".
    fn ask_of_one(&mut self, text: &str) {
        let meaning = &self.meaning;
        let answers = meaning.values.len() + meaning.unclear.len() + meaning.notes.len();
        if self.column.vocabulary != CellVocabulary::Wheelchair || answers < 2 || !meaning.decided.is_empty() {
            return;
        }
        let values = std::mem::take(&mut self.meaning).values;
        self.leave(text.trim(), values);
    }

    fn ask(&mut self, text: &str, mut candidates: Vec<String>) {
        let mut known = HashSet::new();
        candidates.retain(|candidate| known.insert(candidate.clone()));
        if !self.meaning.unclear.iter().any(|asked| asked.text == text) {
            self.meaning.unclear.push(UnclearValue { text: text.to_owned(), candidates });
        }
    }

    /// Asks what a text means, unless it is decided that what is unclear stands in the note.
    fn leave(&mut self, text: &str, candidates: Vec<String>) {
        let is_loose = CELL_WORDS.is_loose(self.column.heading);
        let decision = self.decisions.unclear(self.column.heading).or(is_loose.then_some(UnclearDecision::Note));
        match decision.filter(|_| self.column.vocabulary.is_notable()) {
            Some(UnclearDecision::Suggestion) if candidates.len() == 1 && !self.is_excluded(text) => {
                self.add(text, candidates);
            }
            Some(_) => self.meaning.notes.push(text.to_owned()),
            None => self.ask(text, candidates),
        }
    }

    fn take(&mut self, text: &str, meaning: CellTerm) {
        match meaning {
            CellTerm::Values(found) | CellTerm::OneOf(found) if self.is_excluded(text) => self.leave(text, found),
            CellTerm::Values(found) => {
                let values = self.of_level(found.clone());
                match (self.column.vocabulary, values.len()) {
                    (CellVocabulary::District, 2..) if !self.are_all_meant(&values) => {
                        self.leave(text, found);
                    }
                    _ => self.add(text, values),
                }
            }
            CellTerm::OneOf(found) => {
                let values = match of_ages(text, &found) {
                    Some(value) => vec![value],
                    None => self.of_level(found.clone()),
                };
                match values.len() {
                    1 => self.add(text, values),
                    _ => self.leave(text, found),
                }
            }
            CellTerm::Unknown(candidates) => self.leave(text, candidates),
        }
    }

    /// Whether a text of a list may name what is not meant. How one comes in has words of its own for that.
    fn is_excluded(&self, text: &str) -> bool {
        use CellVocabulary::{District, Kind, Language, TargetGroup, Theme};
        matches!(self.column.vocabulary, District | Kind | Language | TargetGroup | Theme)
            && CELL_WORDS.is_negated(text)
    }

    fn add(&mut self, text: &str, mut values: Vec<String>) {
        let mut known = HashSet::new();
        values.retain(|value| known.insert(value.clone()));
        let shown = match values.first().and_then(|value| state_word(value)) {
            Some(StateWord::Status(status)) => Some(status.to_owned()),
            Some(StateWord::Usual | StateWord::Notable) => None,
            None => Some(values.join("+")),
        };
        self.meaning.understood.extend(shown.map(|shown| (text.to_owned(), shown)));
        for value in values {
            if !self.meaning.values.contains(&value) {
                self.meaning.values.push(value);
            }
        }
    }

    /// Of districts of one name those of the column's level, or the one that holds the others.
    fn of_level(&self, mut values: Vec<String>) -> Vec<String> {
        if self.column.vocabulary != CellVocabulary::District || values.len() < 2 {
            return values;
        }
        match self.column.level {
            Some(level) if values.iter().any(|slug| self.lexicon.level(slug) == Some(level)) => {
                values.retain(|slug| self.lexicon.level(slug) == Some(level));
            }
            _ => {
                let all = values.clone();
                values.retain(|one| !all.iter().any(|other| self.lexicon.is_above(other, one)));
            }
        }
        values
    }

    /// Whether several districts are all of a city's, or parts of one name, and none has to be chosen.
    fn are_all_meant(&self, values: &[String]) -> bool {
        values.iter().all(|slug| self.lexicon.level(slug) == Some(DistrictLevel::City))
            || self.lexicon.are_parts_of_one_name(values)
    }
}

#[cfg(test)]
mod tests;
