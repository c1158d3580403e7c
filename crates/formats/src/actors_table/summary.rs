//! What was understood of a whole table: its columns, its rows, and the decisions that it was read with.

use std::collections::{BTreeSet, HashSet};

use messages::Message;

use super::{
    ActorsTable, Cell,
    decisions::Decisions,
    row::{CellState, DraftHint, RowDraft},
    understanding::{ColumnUse, RowHint},
};

impl ActorsTable {
    /// Says what was understood of the columns and the rows.
    pub(super) fn summarise(&mut self) {
        let mut summary = std::mem::take(&mut self.summary);
        if self.staff.is_some() {
            for (at, column) in summary.columns.iter_mut().enumerate() {
                column.filled =
                    self.rows.iter().filter(|row| row.cells.get(at).is_some_and(|it| !it.is_empty())).count();
            }
        }
        let mut decided: HashSet<String> = HashSet::new();
        for meaning in self.meanings.values() {
            decided.extend(meaning.decided.iter().map(|text| Decisions::bare_value(text)));
        }
        let is_understood = self.staff.is_none() && self.tree.is_none();
        for (index, row) in self.rows.iter().enumerate().filter(|_| is_understood) {
            let place = self.place(index, row);
            let draft = RowDraft::read(self, index + 1, row, &place);
            decided.extend(draft.decided.iter().map(|text| Decisions::bare_value(text)));
            for (column, state) in &draft.states {
                let told = &mut summary.columns[*column];
                match state {
                    CellState::Filled => told.filled += 1,
                    CellState::SaysNothing => told.says_nothing += 1,
                }
                let text = row.cells.get(*column).and_then(Cell::text).unwrap_or_default();
                for (given, understood) in
                    self.meaning(*column, text).into_iter().flat_map(|meaning| &meaning.understood)
                {
                    told.add_example(given, understood);
                }
            }
            for (column, unclear) in &draft.unclear {
                let planned = &self.columns.list[*column];
                // A decision without a heading answers for all columns of a field.
                let is_same = |heading: &str| {
                    self.columns.list.iter().any(|other| other.heading == heading && other.fields == planned.fields)
                };
                summary.ask(&planned.heading, is_same, unclear, row.line);
            }
            for DraftHint { field, heading, message } in draft.hints {
                let known = draft.sources.get(&field).or_else(|| self.columns.headers.get(&field));
                let column = heading.or_else(|| known.cloned());
                summary.add_hint(RowHint { row: index + 1, field, column, message });
            }
            if !draft.notes.is_empty() {
                summary.notes.insert(index + 1, draft.notes.join("\n"));
            }
        }
        if is_understood {
            summary.remarks.extend(self.decision_remarks(&decided));
        }
        if !self.rows.is_empty() {
            for column in summary.columns.iter_mut().filter(|column| column.usage == ColumnUse::Unknown) {
                let at = self.columns.list.iter().position(|planned| planned.heading == column.heading);
                let is_empty = |at: usize| self.rows.iter().all(|row| row.cells.get(at).is_none_or(Cell::is_empty));
                if is_understood && at.is_some_and(is_empty) {
                    column.usage = ColumnUse::Ignored;
                }
            }
        }
        summary.questions.sort_by(|one, other| other.rows.cmp(&one.rows).then(one.line.cmp(&other.line)));
        let unknown: Vec<&str> = summary
            .columns
            .iter()
            .filter(|column| column.usage == ColumnUse::Unknown && !column.heading.is_empty())
            .map(|column| column.heading.as_str())
            .collect();
        if !unknown.is_empty() {
            summary.remarks.push(Message::new("table-unknown-columns").quote_all("headings", unknown));
        }
        self.summary = summary;
    }

    /// Decisions that nothing in the table waits for, and meanings that are none.
    fn decision_remarks(&self, decided: &HashSet<String>) -> Vec<Message> {
        let mut remarks = Vec::new();
        let has_row = |line: u64| self.rows.iter().any(|row| row.line == line);
        let unused = self.options.decisions.unused(|value| decided.contains(value), has_row);
        if !unused.is_empty() {
            remarks.push(Message::new("table-unused-decisions").quote_all("decisions", unused));
        }
        let misunderstood: BTreeSet<&str> =
            self.meanings.values().flat_map(|meaning| &meaning.misunderstood).map(String::as_str).collect();
        if !misunderstood.is_empty() {
            remarks.push(Message::new("table-unknown-meanings").quote_all("meanings", misunderstood));
        }
        remarks
    }
}
