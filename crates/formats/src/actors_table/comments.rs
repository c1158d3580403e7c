//! What people have stuck to the cells of a workbook: it stands in the notes of their rows, for staff only.

use messages::Message;

use super::{RawRow, understanding::first_of, workbook::CellComment};

/// So much of a comment a remark shows, in characters.
const SHOWN: usize = 80;

/// The comments of a sheet, by the lines of their rows.
#[derive(Debug, Default)]
pub(super) struct CellComments {
    /// Line and text.
    all: Vec<(u64, String)>,
}

impl CellComments {
    /// Puts each comment to its row.
    pub(super) fn put(comments: Vec<CellComment>, rows: &mut [RawRow]) -> Self {
        let mut all = Vec::with_capacity(comments.len());
        for CellComment { row, column, text } in comments {
            let line = u64::from(row) + 1;
            if let Ok(at) = rows.binary_search_by_key(&line, |row| row.line) {
                rows[at].comments.push((column as usize, text.clone()));
            }
            all.push((line, text));
        }
        Self { all }
    }

    /// Says where comments are, and which of them no row takes along: those of headings and titles, and all of a table that
    /// is taken to the letter.
    pub(super) fn remarks(&self, rows: &[RawRow], is_to_the_letter: bool) -> Vec<Message> {
        let is_taken = |line: u64| !is_to_the_letter && rows.binary_search_by_key(&line, |row| row.line).is_ok();
        let (taken, left): (Vec<_>, Vec<_>) = self.all.iter().partition(|(line, _)| is_taken(*line));
        let mut remarks = Vec::new();
        if !taken.is_empty() {
            let mut lines: Vec<u64> = taken.iter().map(|(line, _)| *line).collect();
            lines.dedup();
            remarks.push(Message::new("table-comments").with("lines", first_of(&lines)));
        }
        if !left.is_empty() {
            let shown = |(line, text): &&(u64, String)| {
                let text: String = text.chars().take(SHOWN).collect();
                format!("{line} ({text:?})")
            };
            let shown: Vec<String> = left.iter().map(shown).collect();
            remarks.push(Message::new("table-comments-left").with("comments", first_of(&shown)));
        }
        remarks
    }
}
