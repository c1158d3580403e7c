//! What is told of a row beside its problems: hints, and notes of what has no field.

use messages::Message;

use super::{CellAt, DraftHint, RowDraft};
use crate::actors_table::{RawRow, columns::PlannedColumn};

/// What hints of comments are about.
const COMMENT: &str = "comment";
/// The longest text of a note, in characters.
const LONGEST_NOTE: usize = 2_000;

impl RowDraft {
    pub(in crate::actors_table) fn hint(&mut self, field: &str, message: Message) {
        if let Some(heading) = &self.heading {
            self.sources.entry(field.to_owned()).or_insert_with(|| heading.clone());
        }
        self.hints.push(DraftHint { field: field.to_owned(), heading: self.heading.clone(), message });
    }

    /// Values that it is decided stand in the note.
    pub(super) fn note_all(&mut self, field: &str, cell: &CellAt<'_>, values: &[String]) {
        for value in values {
            let given: String = value.chars().take(60).collect();
            self.hint(field, Message::new("table-in-note").quote("given", &given));
        }
        if !values.is_empty() {
            self.note(&cell.column.heading, &values.join("; "));
        }
    }

    /// What a cell holds beside what was taken: it stands in the note, and that is told.
    pub(super) fn note_rest(&mut self, field: &str, cell: &CellAt<'_>, text: &str) {
        let given: String = text.chars().take(80).collect();
        self.hint(field, Message::new("table-not-taken").with("given", given));
        self.note(&cell.column.heading, text);
    }

    /// Keeps the comments of a row's cells for staff. One that forbids to publish it is heard.
    pub(super) fn take_comments(&mut self, row: &RawRow, columns: &[PlannedColumn]) {
        for (column, text) in &row.comments {
            let heading = columns.get(*column).map(|column| column.heading.clone()).unwrap_or_default();
            self.hear_comment(columns.get(*column), text);
            let shown: String = text.chars().take(80).collect();
            self.heading = Some(heading.clone());
            self.hint(COMMENT, Message::new("table-comment").with("given", shown));
            self.note(&format!("{heading} (Kommentar)"), text);
        }
        self.heading = None;
    }

    pub(in crate::actors_table) fn note(&mut self, heading: &str, text: &str) {
        let note: String = format!("{heading}: {}", text.trim()).chars().take(LONGEST_NOTE).collect();
        self.notes.push(note);
    }
}
