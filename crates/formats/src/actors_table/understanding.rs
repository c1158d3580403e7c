//! What was understood of a table, for people to look at before anything is taken: of the file, of each column, of
//! each row, and what only they can decide.

use std::collections::BTreeMap;

use super::{decisions::Decisions, values::UnclearValue};

/// A sentence in the languages of those who run a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// In German.
    pub german: String,
    /// In English.
    pub english: String,
}

impl Sentence {
    /// A sentence in both languages.
    pub fn new(german: impl Into<String>, english: impl Into<String>) -> Self {
        Self { german: german.into(), english: english.into() }
    }

    /// The sentence for a reader of English (`en…`) or German.
    pub fn message(&self, reader: &str) -> &str {
        if reader.starts_with("en") { &self.english } else { &self.german }
    }
}

/// What hints of the state of an entry end with, in German and English.
pub const STAYS_DRAFT: [&str; 2] = ["bleibt ein Entwurf", "stays a draft"];

/// Something about one row that does not keep it from being taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowHint {
    /// Which row, from 1.
    pub row: usize,
    /// The field it is about.
    pub field: String,
    /// What the table calls the column.
    pub column: Option<String>,
    /// What there is to know.
    pub sentence: Sentence,
}

/// What a column was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnUse {
    /// Its heading is known.
    Recognised,
    /// The mapping says what it holds.
    Mapped,
    /// It is passed over, as the mapping or its heading says.
    Ignored,
    /// Nobody knows what it holds: it is passed over until the mapping says so.
    Unknown,
}

/// What was understood of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnSummary {
    /// Its heading.
    pub heading: String,
    /// What it was taken for.
    pub usage: ColumnUse,
    /// The fields it fills, as a mapping would name them: `street+postcode+city`.
    pub fields: String,
    /// How many cells say something.
    pub filled: usize,
    /// How many cells hold a way of saying nothing, such as "siehe Homepage".
    pub says_nothing: usize,
    /// The values that were understood by their words: as given, as understood.
    pub examples: Vec<(String, String)>,
}

/// A value that only a person can decide, asked once for the whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueQuestion {
    /// The heading of its column.
    pub heading: String,
    /// The value as it stands there.
    pub value: String,
    /// What it may mean.
    pub candidates: Vec<String>,
    /// How many rows have it.
    pub rows: usize,
    /// The line of the first one.
    pub line: u64,
}

/// What was understood of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSummary {
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// The sheet of a workbook that is read.
    pub sheet: Option<String>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// What there is to know of the file as a whole: its encoding, hidden sheets and rows.
    pub remarks: Vec<Sentence>,
    /// The columns in their order.
    pub columns: Vec<ColumnSummary>,
    /// What is to be decided, what most rows wait for first.
    pub questions: Vec<ValueQuestion>,
    /// What there is to know of single rows.
    pub hints: Vec<RowHint>,
    /// How many further hints there are.
    pub further_hints: usize,
    /// What staff is to read with an entry once it is taken, by row: what stands in remarks and what has no field.
    pub notes: BTreeMap<usize, String>,
}

/// The most hints that are kept.
const MOST_HINTS: usize = 20_000;
/// The most questions that are kept: more than anybody decides.
const MOST_QUESTIONS: usize = 500;
/// The most examples of a column: more than anybody looks through.
const MOST_EXAMPLES: usize = 2_000;

impl TableSummary {
    /// Adds a hint.
    pub(super) fn add_hint(&mut self, hint: RowHint) {
        if self.hints.len() < MOST_HINTS {
            self.hints.push(hint);
        } else {
            self.further_hints += 1;
        }
    }

    /// Asks what a value means, or counts one more row that waits for the answer.
    pub(super) fn ask(&mut self, heading: &str, is_same: impl Fn(&str) -> bool, unclear: &UnclearValue, line: u64) {
        let UnclearValue { text: value, candidates } = unclear;
        let bare = Decisions::bare_value(value);
        let is_known = |it: &ValueQuestion| {
            Decisions::bare_value(&it.value) == bare && (it.heading == heading || is_same(&it.heading))
        };
        if let Some(at) = self.questions.iter().position(is_known) {
            self.questions[at].rows += 1;
        } else if self.questions.len() < MOST_QUESTIONS {
            let (heading, value, candidates) = (heading.to_owned(), value.clone(), candidates.clone());
            self.questions.push(ValueQuestion { heading, value, candidates, rows: 1, line });
        }
    }
}

impl ColumnSummary {
    /// Adds an example, unless it is there or there are enough.
    pub(super) fn add_example(&mut self, given: &str, understood: &str) {
        let is_new = !self.examples.iter().any(|(known, _)| known == given);
        if is_new && self.examples.len() < MOST_EXAMPLES && given != understood {
            self.examples.push((given.to_owned(), understood.to_owned()));
        }
    }
}
