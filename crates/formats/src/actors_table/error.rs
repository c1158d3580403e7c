//! Why a table as a whole cannot be read.

use std::{fmt, io};

use messages::Message;
use thiserror::Error;
use zip::result::ZipError;

use super::columns::{is_of_name, known_fields};

/// Why a table cannot be read at all.
#[derive(Debug, Error)]
pub enum TableError {
    /// The bytes did not come.
    Io(#[source] io::Error),
    /// More bytes than a table may have.
    TooLarge,
    /// Control characters, as other files have them.
    NoText {
        /// Line, from 1.
        line: u64,
    },
    /// In no encoding from start to end.
    Broken {
        /// The first line that shows it, from 1.
        line: u64,
    },
    /// A quote that is never closed and swallows everything below.
    OpenQuote {
        /// The line of the quote, from 1.
        line: u64,
    },
    /// Something between a closing quote and the next separator.
    TextBehindQuote {
        /// The line of the text, from 1.
        line: u64,
        /// The line of the opening quote, from 1.
        opened: u64,
    },
    /// Nothing in it.
    Empty,
    /// The mapping names columns that the table does not have.
    UnknownHeadings {
        /// The line of the header, from 1.
        line: u64,
        /// What they are called.
        given: Vec<String>,
        /// The headings there are.
        there: Vec<String>,
    },
    /// No column holds names.
    MissingName {
        /// The line of the header, from 1.
        line: u64,
        /// The headings there are.
        headings: Vec<String>,
    },
    /// No columns for houses and their coordinates.
    NoAddressColumns {
        /// The line of the header, from 1.
        line: u64,
        /// The headings there are.
        headings: Vec<String>,
    },
    /// No archive of the parts of a workbook.
    NoWorkbook {
        /// Why.
        #[source]
        source: ZipError,
    },
    /// A workbook of Excel before 2007, or one with a password.
    OldOrLocked,
    /// A workbook that would fill the memory once it is unpacked.
    Unpacked,
    /// More cells than a table may have.
    TooManyCells,
    /// It has more rows than any directory has entries.
    TooManyRows,
    /// A sheet whose rows do not stand in their order.
    RowsOutOfOrder {
        /// The row that stands too late, from 1.
        line: u64,
    },
    /// There is no such sheet.
    NoSheet {
        /// The name that was given.
        given: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// A part of a workbook that every one has.
    MissingPart {
        /// What it holds.
        part: &'static str,
    },
    /// A part of a workbook is no XML.
    BrokenPart {
        /// What it holds.
        part: &'static str,
        /// Why.
        #[source]
        source: quick_xml::Error,
    },
    /// A workbook without a sheet that is shown.
    NoVisibleSheet {
        /// The sheets there are.
        sheets: Vec<String>,
    },
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl TableError {
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Io(_) => Message::new("table-io"),
            Self::TooLarge => Message::new("table-too-large"),
            Self::NoText { line } => Message::new("table-no-text").with("line", *line),
            Self::Broken { line } => Message::new("table-broken-encoding").with("line", *line),
            Self::OpenQuote { line } => Message::new("table-open-quote").with("line", *line),
            Self::TextBehindQuote { line, opened } => {
                Message::new("table-text-behind-quote").with("line", *line).with("opened", *opened)
            }
            Self::Empty => Message::new("table-empty"),
            Self::UnknownHeadings { line, given, there } => Message::new("table-unknown-headings")
                .with("line", *line)
                .with("count", given.len())
                .quote_all("given", given)
                .quote_all("headings", there),
            Self::MissingName { line, headings } => Message::new("table-no-name-column")
                .with("line", *line)
                .quote_all("headings", headings)
                .with("example", format!("\"{}=name\"", likely_name(headings))),
            Self::NoAddressColumns { line, headings } => {
                Message::new("table-no-address-columns").with("line", *line).quote_all("headings", headings)
            }
            Self::NoWorkbook { .. } => Message::new("table-no-workbook"),
            Self::OldOrLocked => Message::new("table-old-or-locked"),
            Self::Unpacked => Message::new("table-unpacked"),
            Self::TooManyCells => Message::new("table-too-many-cells"),
            Self::TooManyRows => Message::new("table-too-many-rows"),
            Self::RowsOutOfOrder { line } => Message::new("table-rows-out-of-order").with("line", *line),
            Self::NoSheet { given, sheets } => {
                Message::new("table-no-sheet").quote("given", given).quote_all("sheets", sheets)
            }
            Self::MissingPart { part } => Message::new("table-missing-part").with("part", *part),
            Self::BrokenPart { part, .. } => Message::new("table-broken-part").with("part", *part),
            Self::NoVisibleSheet { sheets } => Message::new("table-no-visible-sheet").quote_all("sheets", sheets),
        }
    }
}

/// The heading that most likely stands over names: one of an organisation, else the first that is nothing else.
fn likely_name(headings: &[String]) -> &str {
    let is_number = |heading: &&String| known_fields(heading).is_some();
    let likely = headings.iter().find(|heading| is_of_name(heading));
    let other = || headings.iter().find(|heading| !is_number(heading));
    likely.or_else(other).or(headings.first()).map_or("", String::as_str)
}
