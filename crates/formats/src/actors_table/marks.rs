//! Columns that are called by a value and marked where a row has it: "türkisch", "arabisch", "Frauen", with an x below.

use super::{
    ActorsTable, Cell,
    columns::value_target,
    lexicon::{CellTerm, CellVocabulary, Lexicon},
    phrases::CELL_WORDS,
    understanding::ColumnUse,
};

/// The lists that such columns fill; a heading that is a value of several is one of the first.
const LISTS: [(CellVocabulary, &str); 3] = [
    (CellVocabulary::Language, "languages"),
    (CellVocabulary::TargetGroup, "targetGroups"),
    (CellVocabulary::Theme, "themes"),
];

impl ActorsTable {
    /// Lets the columns that nobody knows and that are called by a value hold that value in the rows that mark it.
    pub(super) fn read_marked_columns(&mut self, lexicon: &mut Lexicon<'_>) {
        for index in 0..self.columns.list.len() {
            let column = &self.columns.list[index];
            if column.usage != ColumnUse::Unknown || column.heading.is_empty() || !self.is_marked(index) {
                continue;
            }
            let heading = column.heading.clone();
            let is_value = |(vocabulary, _): &&(CellVocabulary, &str)| {
                matches!(lexicon.look_up(*vocabulary, &heading), Some(CellTerm::Values(_)))
            };
            let Some((_, field)) = LISTS.iter().find(is_value) else { continue };
            for row in &mut self.rows {
                let Some(cell) = row.cells.get_mut(index) else { continue };
                if let Some(is_so) = cell.text().and_then(|text| CELL_WORDS.flag(text)) {
                    *cell = Cell::Text(if is_so { heading.clone() } else { String::new() });
                }
            }
            let column = &mut self.columns.list[index];
            (column.target, column.usage) = (value_target(field), ColumnUse::Recognised);
            (*field).clone_into(&mut column.fields);
            if let Some(summary) = self.summary.columns.get_mut(index) {
                summary.usage = ColumnUse::Recognised;
                (*field).clone_into(&mut summary.fields);
            }
        }
    }

    /// Whether a column has marks and nothing else.
    fn is_marked(&self, index: usize) -> bool {
        let mut texts = self.rows.iter().filter_map(|row| row.cells.get(index)?.text()).peekable();
        texts.peek().is_some() && texts.all(|text| CELL_WORDS.flag(text).is_some())
    }
}
