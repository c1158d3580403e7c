//! Rows that say by an id which entry they are.

use std::ops::ControlFlow;

use uuid::Uuid;

use super::{ActorsTable, columns::ColumnTarget};
use crate::interchange::Entry;

impl ActorsTable {
    /// The ids that its rows have without a slug.
    pub fn ids_without_slugs(&self) -> Vec<Uuid> {
        let mut ids = Vec::new();
        if self.staff.is_some() || self.tree.is_some() {
            return ids;
        }
        self.entries(|located| {
            if let Entry::Actor(entry) = located.entry
                && entry.slug.is_none()
            {
                ids.extend(entry.id.map(Uuid::from));
            }
            ControlFlow::Continue(())
        });
        ids
    }

    /// Notes which slugs stored entries have, so that their ids are enough to name them.
    pub fn name_ids(&mut self, slugs: impl IntoIterator<Item = (Uuid, domain::Slug)>) {
        self.slugs.extend(slugs);
    }

    /// Whether a row, by its number from 1, has an id: then it says itself which entry it is.
    pub fn has_id(&self, row: usize) -> bool {
        if let Some(staff) = &self.staff {
            return row.checked_sub(1).and_then(|at| self.rows.get(at)).is_some_and(|row| staff.id(row).is_some());
        }
        let is_id = |target: &ColumnTarget| matches!(target, ColumnTarget::Field(column) if column.name == "id");
        let column = self.columns.list.iter().position(|column| column.target.as_ref().is_some_and(is_id));
        let row = row.checked_sub(1).and_then(|at| self.rows.get(at));
        row.zip(column).and_then(|(row, column)| row.cells.get(column)).is_some_and(|cell| cell.text().is_some())
    }
}
