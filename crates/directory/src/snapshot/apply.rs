//! A snapshot from another one and some changes, copying only what changes.

use std::sync::Arc;

use domain::publication::PublicationChange;

use super::{Snapshot, tables::Touched, taxonomy::Taxonomy};
use crate::{IndexError, interpretation::DirectoryWords};

impl Snapshot {
    /// The snapshot after the changes; this one stays as it is. It equals one built of the same
    /// final facts. A change that is older than what is known of its entity changes nothing.
    ///
    /// # Errors
    /// [`IndexError`], a directory past its limits.
    pub fn apply(&self, changes: &[PublicationChange]) -> Result<Self, IndexError> {
        let mut next = self.clone();
        let mut touched = Touched::default();
        for change in changes {
            next.version = next.version.max(change.sequence);
            next.updated_at = next.updated_at.max(Some(change.at));
            next.tables.absorb(change.clone(), &mut touched);
        }
        if touched.is_empty() {
            return Ok(next);
        }
        let reshaped = next.renew_taxonomy(self, &touched)?;
        for no in &touched.actors {
            next.tables.settle(no, &next.taxonomy);
        }
        let touched = touched.with_ties(&self.tables, &next.tables);
        let mut indexes = next.indexes.clone();
        indexes.follow(self.state(), next.state(), &touched, !reshaped);
        if reshaped {
            indexes.fill_families(next.state());
        }
        next.indexes = indexes;
        next.texts = self.texts.after(self, next.state(), &touched, reshaped);
        Ok(next)
    }

    /// Makes the trees anew where a theme or district changed. Tells whether they have another
    /// shape, so that everything derived from them has to be made anew too.
    fn renew_taxonomy(&mut self, before: &Self, touched: &Touched) -> Result<bool, IndexError> {
        if !touched.themes && !touched.districts {
            return Ok(false);
        }
        let gazetteer = (!touched.districts).then_some(&before.taxonomy.gazetteer);
        let taxonomy = Taxonomy::new(&self.tables.themes, &self.tables.districts, gazetteer)?;
        let reshaped = !taxonomy.has_shape_of(&before.taxonomy);
        self.taxonomy = Arc::new(taxonomy);
        self.words = Arc::new(DirectoryWords::new(Arc::clone(&before.words.synonyms)));
        if reshaped {
            let numbers: Vec<u32> = self.tables.actors.iter().map(|(no, _)| no).collect();
            for no in numbers {
                self.tables.settle(no, &self.taxonomy);
            }
        }
        Ok(reshaped)
    }
}
