//! Cells whose values are of a vocabulary: one or several of them, however they are separated.

mod ages;

use std::collections::HashSet;

use domain::district::DistrictLevel;

use self::ages::{group_of_ages, of_ages, people_of_ages};
use super::{
    decisions::{Decisions, UnclearDecision, is_note},
    lexicon::{CellTerm, CellVocabulary, Lexicon, StateWord, state_word},
    phrases::CELL_WORDS,
};

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
    let mut reader = CellReader { lexicon, decisions, column, meaning: CellMeaning::default() };
    match column.vocabulary {
        // "o." is "ohne" there: "2. OG o. Aufzug".
        CellVocabulary::Wheelchair => reader.read(&format!(" {text}").replace(" o. ", " ohne "), 0),
        _ => reader.read(text, 0),
    }
    reader.ask_of_one(text);
    reader.meaning
}

struct CellReader<'a, 'l> {
    lexicon: &'a mut Lexicon<'l>,
    decisions: &'a Decisions,
    column: ValueColumn<'a>,
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
        if CELL_WORDS.is_vague(text) {
            self.meaning.is_vague = true;
            return;
        }
        if let Some(meaning) = self.lexicon.look_up(self.column.vocabulary, text) {
            return self.take(text, meaning);
        }
        if let Some(meaning) = self.lexicon.look_up_composed(self.column.vocabulary, text) {
            return self.take(text, meaning);
        }
        if self.column.vocabulary == CellVocabulary::TargetGroup
            && let Some(groups) = people_of_ages(text)
        {
            return self.take(text, CellTerm::Values(groups));
        }
        if self.column.vocabulary == CellVocabulary::TargetGroup
            && let Some(group) = group_of_ages(text)
        {
            return self.take(text, CellTerm::Values(vec![group]));
        }
        let parts = split(text, SEPARATORS[level]);
        match (parts.len() > 1, level + 1 < SEPARATORS.len()) {
            (true, _) => {
                // "Sinti und Roma" is one value.
                if level == BETWEEN_WORDS
                    && let meaning @ CellTerm::Values(_) = self.lexicon.read(self.column.vocabulary, text)
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
                let meaning = self.lexicon.read(self.column.vocabulary, text);
                self.take(text, meaning);
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

    /// Whether several districts are all of a city's, and none has to be chosen.
    fn are_all_meant(&self, values: &[String]) -> bool {
        values.iter().all(|slug| self.lexicon.level(slug) == Some(DistrictLevel::City))
    }
}

/// The parts of a text between separators.
fn split<'t>(text: &'t str, separators: &[&'static str]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| split_once_each(part, separator)).take(MOST_VALUES).collect();
    }
    join_hanging(text, parts).into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The parts of a text, each that ends with a hyphen with the one behind it: "Ehe- und Lebensberatung" is one value.
fn join_hanging<'t>(text: &'t str, parts: Vec<&'t str>) -> Vec<&'t str> {
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(parts.len());
    let mut at = 0;
    for part in parts {
        let start = text[at..].find(part).map_or(at, |found| at + found);
        at = start + part.len();
        match joined.last_mut() {
            Some((first, end)) if is_hanging(&text[*first..*end]) => *end = at,
            _ => joined.push((start, at)),
        }
    }
    joined.into_iter().map(|(start, end)| &text[start..end]).collect()
}

fn is_hanging(part: &str) -> bool {
    part.trim_end().strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// The parts of a text between one separator. The plus of "60+" is none.
fn split_once_each<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (at, found) in text.match_indices(separator) {
        let is_of_number = found == "+"
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
            && !text[at + 1..].trim_start().starts_with(char::is_alphanumeric);
        if !is_of_number {
            parts.push(&text[start..at]);
            start = at + found.len();
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use directory::{Settings, Snapshot};

    use super::*;

    fn read(vocabulary: CellVocabulary, text: &str, decided: &str) -> CellMeaning {
        let snapshot = Snapshot::build(Settings::default(), []).expect("a snapshot");
        let mut decisions = Decisions::default();
        decisions.add_lines(decided).expect("decisions");
        let column = ValueColumn { heading: "Sprachen", vocabulary, alike: &[], level: None };
        read_cell(&mut Lexicon::new(&snapshot), &decisions, column, text)
    }

    #[test]
    fn languages_are_understood_by_label_code_and_abbreviation_however_they_are_separated() {
        for (text, expected) in [
            ("Türkisch", vec!["tr"]),
            ("türk.", vec!["tr"]),
            ("DE/TR", vec!["de", "tr"]),
            ("dt., engl.", vec!["de", "en"]),
            ("Kurmancî", vec!["kmr"]),
            ("Farsi", vec!["fa"]),
            ("rumänisch + deutsch", vec!["ro", "de"]),
            ("französisch u. Lingala", vec!["fr", "ln"]),
            ("Albanisch; Serbisch", vec!["sq", "sr"]),
            ("Ukrainisch, Russisch\nPolnisch", vec!["uk", "ru", "pl"]),
            ("Turkish and Arabic", vec!["tr", "ar"]),
            ("Arapça", vec!["ar"]),
            ("kmr|tr", vec!["kmr", "tr"]),
            ("div.", vec![]),
            ("mehrsprachig", vec![]),
            ("engl. und frz.", vec!["en", "fr"]),
            ("Kurdisch (Kurmandschi)", vec!["kmr"]),
            ("bosnisch-kroatisch-serbisch", vec!["bs", "hr", "sr"]),
        ] {
            let meaning = read(CellVocabulary::Language, text, "");
            assert_eq!(meaning.values, expected, "{text}: {meaning:?}");
            assert!(meaning.unclear.is_empty(), "{text}: {meaning:?}");
        }
    }

    #[test]
    fn what_may_be_several_things_is_asked_and_a_decision_answers() {
        let asked = read(CellVocabulary::Language, "Arabisch/Kurdisch", "");
        assert_eq!((asked.values.as_slice(), asked.unclear.len()), (["ar".to_owned()].as_slice(), 1), "{asked:?}");
        assert_eq!(asked.unclear[0].text, "Kurdisch");
        assert_eq!(
            read(CellVocabulary::Language, "Arabisch/Kurdisch", "Kurdisch=kmr+Sorani").values,
            ["ar", "kmr", "ckb"]
        );
        assert_eq!(read(CellVocabulary::Language, "Arabisch/Kurdisch", "Kurdisch=").values, ["ar"]);
        let suggested = read(CellVocabulary::TargetGroup, "Elternschaft, Sangesfreudige", "Sprachen:unklar=vorschlag");
        assert!(
            suggested.unclear.is_empty() && suggested.notes.contains(&"Sangesfreudige".to_owned()),
            "{suggested:?}"
        );
        let noted = read(CellVocabulary::Language, "Arabisch/Kurdisch", "Sprachen:unklar=notiz");
        assert_eq!((noted.values, noted.notes), (vec!["ar".to_owned()], vec!["Kurdisch".to_owned()]));
        let other = read(CellVocabulary::Language, "Arabisch/Kurdisch", "Themen:unklar=notiz");
        assert_eq!(other.unclear.len(), 1, "{other:?}");
        let unknown = read(CellVocabulary::Language, "Quenya", "");
        assert_eq!(unknown.unclear[0].text, "Quenya");
        let nonsense = read(CellVocabulary::Language, "Quenya", "Quenya=quatsch");
        assert_eq!((nonsense.unclear[0].text.as_str(), nonsense.misunderstood[0].as_str()), ("Quenya", "quatsch"));
        let door = read(CellVocabulary::Wheelchair, "schwellenarm", "");
        assert_eq!(door.unclear[0].candidates, ["yes", "limited", "no", "unknown"]);
        let decided = read(CellVocabulary::Wheelchair, "schwellenarm", "schwellenarm=");
        assert!(decided.values.is_empty() && decided.unclear.is_empty(), "{decided:?}");
    }

    #[test]
    fn groups_are_understood_by_label_and_by_everyday_words() {
        for (text, expected) in [
            ("Familien m. Kindern", vec!["families"]),
            ("Kinder 6-13", vec!["children-6-13"]),
            ("Kinder (6-12 J.)", vec!["children-6-13"]),
            ("Kinder (2-4 Jahre)", vec!["children-0-5"]),
            ("Ki. u. Jugendl.", vec!["children-0-5", "children-6-13", "youth-14-17"]),
            ("Senioren (60+)", vec!["seniors"]),
            ("Männer/Väter", vec!["men-and-fathers"]),
            ("alle", vec!["everyone"]),
            ("Frauen, Geflüchtete", vec!["women", "refugees"]),
            ("Sinti und Roma", vec!["roma-and-sinti"]),
        ] {
            let meaning = read(CellVocabulary::TargetGroup, text, "");
            assert_eq!(meaning.values, expected, "{text}: {meaning:?}");
            let shown: Vec<&str> = meaning.understood.iter().map(|(given, _)| given.as_str()).collect();
            assert!(shown.iter().all(|given| text.contains(given) && !given.ends_with("(60")), "{shown:?}");
        }
    }
}
