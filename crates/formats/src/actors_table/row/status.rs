//! The state of a row: that of its entry in the words of the directory, or that of the association in those of lists. What
//! no longer is, or may not be, never becomes public by an import.

use messages::Message;
use serde_json::json;

use super::{CellAt, RowDraft, unclear_problem};
use crate::actors_table::{
    lexicon::{StateWord, state_word},
    values::CellMeaning,
};

impl RowDraft {
    pub(super) fn read_status(&mut self, meaning: &CellMeaning, cell: &CellAt<'_>) {
        for unclear in &meaning.unclear {
            self.unclear.push((cell.index, unclear.clone()));
            self.problems.push(unclear_problem(cell, "status", unclear));
        }
        if !meaning.notes.is_empty() {
            return self.put_state("draft", cell);
        }
        let Some(value) = meaning.values.first() else { return };
        let is_decided = !meaning.decided.is_empty();
        match state_word(value) {
            // How an entry comes in says the import.
            Some(StateWord::Usual) => {}
            Some(StateWord::Notable) => self.note(&cell.column.heading, cell.text),
            Some(StateWord::Status(status)) => {
                self.note(&cell.column.heading, cell.text);
                self.put_state(status, cell);
            }
            None if is_decided => self.put_state(value, cell),
            None => self.put(&["status".to_owned()], json!(value)),
        }
    }

    fn put_state(&mut self, status: &str, cell: &CellAt<'_>) {
        let given: String = cell.text.chars().take(60).collect();
        let effect = match status {
            "draft" => Message::new("table-effect-draft"),
            "archived" => Message::new("table-effect-archived"),
            _ => Message::new("table-effect-published"),
        };
        self.hint("status", Message::new("table-state").quote("given", &given).with("effect", effect));
        self.put(&["status".to_owned()], json!(status));
    }
}
