//! The rows of a table as they stand in the file, before anybody knows what their cells are for.

use domain::rules;
use messages::Message;

use super::guard;

/// One cell.
#[derive(Clone, Debug)]
pub(super) enum Cell {
    Text(String),
    /// A text with an address behind it.
    Linked {
        text: String,
        link: String,
    },
    /// A mark in a column that is called by a value, with what it means there: the value, or nothing.
    Marked {
        mark: String,
        value: String,
    },
    /// Nothing that can be read, such as the error of a formula.
    Wrong(Box<rules::Problem>),
}

/// How many cells a table may have, empty ones before the last filled of a row among them.
pub(super) const MOST_CELLS: usize = 4_000_000;
/// How many rows: a few bytes of a workbook may stand for a million of them.
pub(super) const MOST_ROWS: usize = 250_000;

impl Cell {
    /// A cell of that text: a line break that some programs write as another sign is one, further signs that nobody sees
    /// are told.
    pub(super) fn of(text: String) -> Self {
        if text.contains(char::REPLACEMENT_CHARACTER) {
            return Self::Wrong(Box::new(rules::Problem::Format(Message::new("table-unreadable-sign"))));
        }
        let is_sign = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        if !text.contains(is_sign) {
            return Self::Text(text);
        }
        let text = text.replace(['\u{b}', '\u{c}', '\u{1d}', '\u{85}'], "\n");
        match text.chars().find(|c| is_sign(*c)) {
            None => Self::Text(text),
            Some(sign) => {
                let sign = format!("U+{:04X}", u32::from(sign));
                let message = Message::new("table-control-character").with("sign", sign);
                Self::Wrong(Box::new(rules::Problem::Format(message)))
            }
        }
    }

    /// Its text, without spaces around; `None` when it says nothing.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Linked { text, .. } | Self::Marked { value: text, .. } => {
                Some(guard::unguard(text.trim()).trim()).filter(|text| !text.is_empty())
            }
            Self::Wrong(_) => None,
        }
    }

    /// The address behind its text.
    pub(super) fn link(&self) -> Option<&str> {
        if let Self::Linked { link, .. } = self { Some(link) } else { None }
    }

    /// The cell with an address behind its text; as it is where it says nothing.
    pub(super) fn with_link(self, link: String) -> Self {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Self::Linked { text, link },
            other => other,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// One row as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct RawRow {
    /// The number that spreadsheets show it by, from 1.
    pub(super) line: u64,
    /// The line of the text on which it starts, from 1.
    pub(super) text_line: u64,
    /// How many line breaks stand in its cells.
    pub(super) breaks: u64,
    pub(super) cells: Vec<Cell>,
    /// What people have stuck to its cells, with the columns of these.
    pub(super) comments: Vec<(usize, String)>,
}

impl RawRow {
    pub(super) const fn new(line: u64) -> Self {
        Self { line, text_line: line, breaks: 0, cells: Vec::new(), comments: Vec::new() }
    }
}

/// A row of these texts, for tests.
#[cfg(test)]
pub(super) fn row(line: u64, texts: &[&str]) -> RawRow {
    let cells = texts.iter().map(|text| Cell::Text((*text).to_owned())).collect();
    RawRow { cells, ..RawRow::new(line) }
}

/// Rows of these texts from the first line on.
#[cfg(test)]
pub(super) fn rows(texts: &[&[&str]]) -> Vec<RawRow> {
    (1..).zip(texts).map(|(line, texts)| row(line, texts)).collect()
}

/// The texts of a row, empty ones too.
#[cfg(test)]
pub(super) fn texts(row: &RawRow) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text().unwrap_or_default()).collect()
}
