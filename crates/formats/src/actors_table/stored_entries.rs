//! What a row leaves as it is of an entry that is stored already: whoever reads a list again is told.

use domain::text::fold;
use serde_json::Value;

use super::{
    ActorsTable, Cell,
    columns::value_field,
    decisions::RowDecision,
    row::{CellState, RowDraft},
};
use crate::interchange::WithheldValues;

/// What a row leaves as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UntouchedFields {
    /// By the heading of each column whose cell says nothing, the fields that it would fill.
    pub empty: Vec<(String, Vec<String>)>,
    /// The texts that are not taken where somebody decided which entry the row is, by their fields.
    pub texts: Vec<(String, String)>,
    /// What it keeps from the public.
    pub withheld: WithheldValues,
}

impl ActorsTable {
    /// What a row, by its number from 1, leaves as it is of the entry that it is about.
    pub fn untouched_fields(&self, row: usize) -> UntouchedFields {
        let raw = row.checked_sub(1).filter(|_| self.staff.is_none() && self.tree.is_none());
        let Some(raw) = raw.and_then(|at| self.rows.get(at)) else { return UntouchedFields::default() };
        let draft = RowDraft::read(self, row, raw, &self.place(row - 1, raw));
        let mut empty = Vec::new();
        for (at, column) in self.columns.list.iter().enumerate().filter(|(_, column)| column.target.is_some()) {
            let says_nothing = match draft.states.get(&at) {
                Some(state) => *state == CellState::SaysNothing,
                None => raw.cells.get(at).is_none_or(Cell::is_empty),
            };
            let fields = column.fields.split('+').filter_map(value_field);
            let fields: Vec<String> = fields.filter(|field| !draft.said.contains(field)).collect();
            if says_nothing && !fields.is_empty() {
                empty.push((column.heading.clone(), fields));
            }
        }
        let is_decided =
            matches!(self.options.decisions.row(row, raw.line), Some(RowDecision::Slug(_) | RowDecision::Id(_)));
        let texts = if is_decided { texts(&draft) } else { Vec::new() };
        UntouchedFields { empty, texts, withheld: draft.withheld_values }
    }
}

/// The name and the texts of a row.
fn texts(draft: &RowDraft) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    let mut texts: Vec<(String, String)> =
        draft.object.get("name").and_then(text).map(|name| ("name".to_owned(), name)).into_iter().collect();
    for field in ["summary", "description"] {
        let languages = draft.object.get(field).and_then(Value::as_object).into_iter().flatten();
        texts.extend(languages.filter_map(|(language, value)| Some((format!("{field}.{language}"), text(value)?))));
    }
    texts
}

/// Whether two texts are the same but for case, signs and spaces.
pub fn is_same_text(one: &str, other: &str) -> bool {
    let words = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
    words(one) == words(other)
}
