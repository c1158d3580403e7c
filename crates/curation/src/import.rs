//! Importing as staff see it: what a file would do row by row, and which rows are taken.
//!
//! Reading files is not done here: whoever can is an [`Importing`], which the server is.

use messages::Message;
use std::{future::Future, pin::Pin};

use domain::{
    EntityKind,
    likeness::Likeness,
    record::{EntityRef, LifeStatus},
};
use serde_json::{Value, json};

use crate::{CurationError, Done, Editor, FieldChange, UserError};

/// What a row would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowOutcome {
    /// It makes an entry.
    New,
    /// It makes an entry that looks like one there is.
    LikelyDuplicate,
    /// It changes an entry.
    Changed,
    /// It says what the entry says already.
    Same,
    /// It cannot be taken.
    Wrong,
    /// Its entry has changed since the dry run that was looked at.
    Conflict,
    /// It is decided that it is not taken.
    LeftOut,
}

impl RowOutcome {
    /// Every outcome, in the order in which totals are told.
    pub const ALL: &[Self] =
        &[Self::New, Self::LikelyDuplicate, Self::Changed, Self::Same, Self::Wrong, Self::Conflict, Self::LeftOut];

    /// The word for it in reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::LikelyDuplicate => "likely duplicate",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Wrong => "wrong",
            Self::Conflict => "conflict",
            Self::LeftOut => "left out",
        }
    }
}

/// One thing that is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The field, such as `phone` or `offers[0].title`.
    pub field: String,
    /// What the table calls the column, where that is something else.
    pub column: Option<String>,
    /// What is wrong and what is allowed.
    pub message: Message,
    /// The stable code.
    pub code: &'static str,
}

/// An entry that a row looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct RowAlike {
    /// The entry, where it is stored already.
    pub entity: Option<EntityRef>,
    /// Its slug, where it is stored already.
    pub slug: Option<String>,
    /// The row, where it stands in the same files.
    pub row: Option<u32>,
    /// Its name.
    pub name: String,
    /// Whether it is archived.
    pub is_archived: bool,
    /// How alike, and why.
    pub likeness: Likeness,
}

/// What one row would do.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// Its number: that of the row in the sheet where one table is read, else from 1 through all files.
    pub number: u32,
    /// The file.
    pub file: String,
    /// The line of the file, or the row of the sheet, from 1, where there is one.
    pub line: Option<u64>,
    /// What sort of entry.
    pub kind: EntityKind,
    /// What people call it.
    pub name: String,
    /// The entry it is about, where there is one.
    pub entity: Option<EntityRef>,
    /// What it would do.
    pub outcome: RowOutcome,
    /// What it would change, field by field; of a new entry nothing is told.
    pub changes: Vec<FieldChange>,
    /// What is wrong with it.
    pub problems: Vec<RowProblem>,
    /// What there is to know of it that does not keep it from being taken.
    pub hints: Vec<RowProblem>,
    /// The entries it looks like, the most alike first.
    pub alike: Vec<RowAlike>,
}

/// What a column of a table was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportColumnUse {
    /// Its heading is known.
    Recognised,
    /// The mapping says what it holds.
    Mapped,
    /// It is passed over, as the mapping or its heading says.
    Ignored,
    /// Nobody knows what it holds: it is passed over until the mapping says so.
    Unknown,
}

/// What was understood of a column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// What it was taken for.
    pub usage: ImportColumnUse,
    /// The fields it fills, as a mapping names them.
    pub fields: String,
    /// How many cells say something.
    pub filled: usize,
    /// How many hold a way of saying nothing, such as "siehe Homepage".
    pub says_nothing: usize,
    /// The values that were understood by their words: as given, as understood.
    pub examples: Vec<(String, String)>,
}

/// A value that only a person can decide, asked once for a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportQuestion {
    /// The heading of its column.
    pub heading: String,
    /// The value.
    pub value: String,
    /// What it may mean.
    pub candidates: Vec<String>,
    /// How many rows wait for the answer.
    pub rows: usize,
    /// The line of the first one.
    pub line: u64,
}

/// What was understood of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportTable {
    /// The file.
    pub file: String,
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// The sheet of a workbook that is read.
    pub sheet: Option<String>,
    /// The sheets of a workbook, hidden ones among them.
    pub sheets: Vec<String>,
    /// What there is to know of it as a whole.
    pub remarks: Vec<Message>,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// What is to be decided.
    pub questions: Vec<ImportQuestion>,
}

/// The rows of a table that are left out, as a table with a column that says why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportRejects {
    /// The file that they come from.
    pub file: String,
    /// How many they are.
    pub rows: usize,
    /// The table.
    pub bytes: Vec<u8>,
}

/// What files would do, row by row, or have done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportReport {
    /// What was understood of the tables among the files.
    pub tables: Vec<ImportTable>,
    /// The rows in their order.
    pub rows: Vec<ImportRow>,
    /// Stands for these files and the directory they were compared with; rows are taken by it.
    pub digest: String,
    /// The rows of tables that are left out where all are taken, as tables of their own.
    pub rejects: Vec<ImportRejects>,
    /// How many entries were written; `None` when none were to be or could be.
    pub written: Option<usize>,
    /// Why nothing was written although it should have been.
    pub refusals: Vec<UserError>,
}

impl ImportReport {
    /// How many rows have an outcome.
    pub fn count(&self, outcome: RowOutcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// Refuses to write.
    pub fn refuse(&mut self, field: Option<&str>, code: &'static str, message: Message) {
        self.refusals.push(UserError { field: field.map(ToOwned::to_owned), message, code });
    }

    /// The report as JSON, with messages in English.
    pub fn to_json(&self) -> Value {
        let totals = RowOutcome::ALL.iter().map(|outcome| (outcome.word().to_owned(), json!(self.count(*outcome))));
        json!({
            "digest": self.digest,
            "written": self.written,
            "totals": Value::Object(totals.collect()),
            "tables": self.tables.iter().map(ImportTable::to_json).collect::<Vec<_>>(),
            "rows": self.rows.iter().map(ImportRow::to_json).collect::<Vec<_>>(),
        })
    }
}

impl ImportTable {
    fn to_json(&self) -> Value {
        let column = |column: &ImportColumn| {
            json!({
                "heading": column.heading,
                "use": match column.usage {
                    ImportColumnUse::Recognised => "recognised",
                    ImportColumnUse::Mapped => "mapped",
                    ImportColumnUse::Ignored => "ignored",
                    ImportColumnUse::Unknown => "unknown",
                },
                "fields": column.fields,
                "filled": column.filled,
                "saysNothing": column.says_nothing,
                "examples": column.examples.iter().map(|(given, understood)| json!({ "given": given, "understood": understood })).collect::<Vec<_>>(),
            })
        };
        let question = |question: &ImportQuestion| {
            json!({
                "heading": question.heading,
                "value": question.value,
                "candidates": question.candidates,
                "rows": question.rows,
                "line": question.line,
            })
        };
        json!({
            "file": self.file,
            "remarks": self.remarks.iter().map(|remark| remark.text("en")).collect::<Vec<_>>(),
            "columns": self.columns.iter().map(column).collect::<Vec<_>>(),
            "questions": self.questions.iter().map(question).collect::<Vec<_>>(),
        })
    }
}

impl ImportRow {
    fn to_json(&self) -> Value {
        let change =
            |change: &FieldChange| json!({ "field": change.field, "before": change.before, "after": change.after });
        let problem = |problem: &RowProblem| json!({ "field": problem.field, "column": problem.column, "code": problem.code, "message": problem.message.text("en") });
        let alike = |alike: &RowAlike| {
            let signs = alike
                .likeness
                .signs
                .iter()
                .map(|sign| json!({ "code": sign.code(), "label": sign.message().text("en") }));
            json!({
                "slug": alike.slug,
                "row": alike.row,
                "name": alike.name,
                "archived": alike.is_archived,
                "score": alike.likeness.score,
                "signs": signs.collect::<Vec<_>>(),
            })
        };
        json!({
            "row": self.number,
            "file": self.file,
            "line": self.line,
            "kind": self.kind.slug(),
            "name": self.name,
            "outcome": self.outcome.word(),
            "changes": self.changes.iter().map(change).collect::<Vec<_>>(),
            "problems": self.problems.iter().map(problem).collect::<Vec<_>>(),
            "hints": self.hints.iter().map(problem).collect::<Vec<_>>(),
            "alike": self.alike.iter().map(alike).collect::<Vec<_>>(),
        })
    }
}

/// A file that somebody hands over.
#[derive(Clone)]
pub struct HandedOver {
    /// Its name; the ending tells what it holds.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it is read where it is a table.
    pub reading: TableReading,
    /// The tag of the language in which the rows that are left out say why.
    pub reader: String,
}

/// How a table is read, as those who hand it over write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableReading {
    /// The sheet of a workbook; the first that is shown unless said.
    pub sheet: Option<String>,
    /// The encoding of a text; the most plausible one unless said.
    pub encoding: Option<String>,
    /// What columns hold: `Straße und Nr.=street+houseNumber`.
    pub mapping: Vec<String>,
    /// Headings of columns that are passed over.
    pub ignored: Vec<String>,
    /// What was decided: `Wanne-Eickel=wanne`, `row 12=new`.
    pub decisions: Vec<String>,
    /// Where entries stand in their life that are new, unless the table says it.
    pub status: LifeStatus,
}

impl Default for TableReading {
    fn default() -> Self {
        Self {
            sheet: None,
            encoding: None,
            mapping: Vec::new(),
            ignored: Vec::new(),
            decisions: Vec::new(),
            status: LifeStatus::Draft,
        }
    }
}

/// Which rows are taken, as they were shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportSelection {
    /// Their numbers.
    pub rows: Vec<u32>,
    /// The digest of the dry run that showed them.
    pub digest: String,
    /// What for; for staff only.
    pub note: Option<String>,
}

/// What [`Importing::import`] ends with.
pub type Imported<'a> = Pin<Box<dyn Future<Output = Result<Done<ImportReport>, CurationError>> + Send + 'a>>;

/// Whoever can read files into the directory.
pub trait Importing: Send + Sync + 'static {
    /// Says what a file would do, or, with a choice, takes its rows in one transaction. Refusals of
    /// rows are in the report.
    fn import<'a>(&'a self, by: &'a Editor, file: HandedOver, choice: Option<ImportSelection>) -> Imported<'a>;

    /// Opening hours as people write them, in any language of the pages, in the notation of OpenStreetMap; `None` where
    /// any of it is not understood.
    fn parse_hours(&self, text: &str) -> Option<String>;

    /// Whether a note of an entry forbids to publish something or asks for something to be cleared first.
    fn asks_before_publishing(&self, note: &str) -> bool;
}
