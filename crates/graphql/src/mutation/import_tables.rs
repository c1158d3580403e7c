//! What was understood of a table that is imported, as the schema tells it.

use async_graphql::Enum;
use curation::import::{ImportColumn, ImportColumnUse, ImportQuestion, ImportRejects, ImportTable};

use crate::{
    exec::{Call, Output, ResponseWriter, WriteResult, object},
    scalars::Tag,
    schema::type_registry::TypeRegistry,
};

/// A table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableView<'s> {
    pub(crate) table: &'s ImportTable,
    pub(crate) reader: &'s str,
}

object! {
    /// What was understood of a table.
    "ImportTable" ['s] TableView<'s>, implements [], |this, call|
    /// The file.
    file: &'s str => &this.table.file,
    /// The encoding of a text, as `encoding` names it; null for a workbook.
    encoding: Option<&'s str> => this.table.encoding.as_deref(),
    /// The sheet of a workbook that is read; null for a text.
    sheet: Option<&'s str> => this.table.sheet.as_deref(),
    /// The sheets of a workbook that `sheet` may name, hidden ones among them.
    sheets: Vec<&'s str> => this.table.sheets.iter().map(String::as_str).collect(),
    /// What there is to know of it as a whole: its encoding, hidden sheets and rows, columns that nobody knows.
    remarks(
        /// BCP-47 tag of the reader's language, German where the catalogues have not that one, as `Accept-Language` prefers where nothing is said.
        language: Tag
    ): Vec<String> => {
        let reader = call.text("language").unwrap_or(this.reader);
        this.table.remarks.iter().map(|remark| remark.text(reader)).collect()
    },
    /// Its columns.
    columns: Vec<ColumnView<'s>> => this.table.columns.iter().map(ColumnView).collect(),
    /// What only a person can decide, each value once, what most rows wait for first.
    questions: Vec<ImportQuestionView<'s>> => this.table.questions.iter().map(ImportQuestionView).collect(),
}

/// What a column was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub(crate) enum ImportColumnUsage {
    /// Its heading is known.
    Recognised,
    /// The mapping says what it holds.
    Mapped,
    /// It is passed over, as the mapping or its heading says.
    Ignored,
    /// Nobody knows what it holds: it is passed over until the mapping says so.
    Unknown,
}

impl Output for ImportColumnUsage {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        registry.add_input::<Self>()
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        out.raw(match self {
            Self::Recognised => b"\"RECOGNISED\"".as_slice(),
            Self::Mapped => b"\"MAPPED\"",
            Self::Ignored => b"\"IGNORED\"",
            Self::Unknown => b"\"UNKNOWN\"",
        });
        Ok(())
    }
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnView<'s>(&'s ImportColumn);

object! {
    /// What was understood of a column of a table.
    "ImportColumn" ['s] ColumnView<'s>, implements [], |this, call|
    /// Its heading.
    heading: &'s str => &this.0.heading,
    /// What it was taken for.
    usage: ImportColumnUsage => match this.0.usage {
        ImportColumnUse::Recognised => ImportColumnUsage::Recognised,
        ImportColumnUse::Mapped => ImportColumnUsage::Mapped,
        ImportColumnUse::Ignored => ImportColumnUsage::Ignored,
        ImportColumnUse::Unknown => ImportColumnUsage::Unknown,
    },
    /// The fields it fills, as `map` names them, such as `street+postcode+city`; empty where it is passed over.
    fields: &'s str => &this.0.fields,
    /// How many cells say something.
    filledCount: usize => this.0.filled,
    /// How many cells hold a way of saying nothing, such as "siehe Homepage".
    emptyWordCount: usize => this.0.says_nothing,
    /// Some of the values that were understood by their words.
    examples: Vec<ExampleView<'s>> => this.0.examples.iter().map(ExampleView).collect(),
}

/// A value with what it was understood as.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExampleView<'s>(&'s (String, String));

object! {
    /// A value of a table with what it was understood as.
    "ImportExample" ['s] ExampleView<'s>, implements [], |this, call|
    /// As it stands in the table.
    given: &'s str => &this.0.0,
    /// As it was understood: slugs, words or tags, joined by `+`.
    understood: &'s str => &this.0.1,
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ImportQuestionView<'s>(&'s ImportQuestion);

object! {
    /// A value of a table that only a person can decide, by a line of `decisions`.
    "ImportQuestion" ['s] ImportQuestionView<'s>, implements [], |this, call|
    /// The heading of its column.
    heading: &'s str => &this.0.heading,
    /// The value.
    value: &'s str => &this.0.value,
    /// What it may mean; empty where nothing is close.
    candidates: Vec<&'s str> => this.0.candidates.iter().map(String::as_str).collect(),
    /// How many rows wait for the answer.
    rowCount: usize => this.0.rows,
    /// The line of the first of them.
    line: u64 => this.0.line,
}

/// Rows that are left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RejectsView<'s>(pub(crate) &'s ImportRejects);

object! {
    /// The rows of a table that cannot be taken yet.
    "ImportRejects" ['s] RejectsView<'s>, implements [], |this, call|
    /// The file that they come from.
    file: &'s str => &this.0.file,
    /// How many they are.
    rowCount: usize => this.0.rows,
    /// The rows as CSV for spreadsheets, with a column "Problem"; put right, it is imported as the table was.
    csv: &'s str => std::str::from_utf8(&this.0.bytes).unwrap_or_default(),
}
