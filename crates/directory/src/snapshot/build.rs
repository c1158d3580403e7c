//! A snapshot from all facts.

use std::sync::Arc;

use domain::{Fact, publication::PublicationChange, record::EntityKind};

use super::{
    Snapshot,
    documents::TextIndexes,
    indexes::{Indexes, SnapshotView},
    tables::{FactTables, Touched},
    taxonomy::Taxonomy,
};
use crate::{IndexError, Settings};

impl Snapshot {
    /// A snapshot of facts that come in any order, each with its entity's last change. A change
    /// without a fact says that something once public was taken out, which the changes feed tells.
    /// Pages by name are fastest when actors come before what refers to them: then they are
    /// numbered in the order of their names.
    ///
    /// # Errors
    /// [`IndexError`], a directory past its limits.
    pub fn build(settings: Settings, facts: impl IntoIterator<Item = PublicationChange>) -> Result<Self, IndexError> {
        let (mut tables, mut touched) = (FactTables::new(), Touched::default());
        let (mut version, mut updated_at) = (0, None);
        let mut waiting = Some(Vec::new());
        for change in facts {
            version = version.max(change.sequence);
            updated_at = updated_at.max(Some(change.at));
            match &mut waiting {
                Some(actors) if matches!(change.fact, Some(Fact::Actor(_))) => actors.push(change),
                _ => {
                    if !matches!(change.entity.kind, EntityKind::District | EntityKind::Theme | EntityKind::Actor) {
                        tables.absorb_by_name(waiting.take(), &mut touched);
                    }
                    tables.absorb(change, &mut touched);
                }
            }
        }
        tables.absorb_by_name(waiting, &mut touched);
        tables.sort_ties();
        let taxonomy = Taxonomy::new(&tables.themes, &tables.districts, None)?;
        for no in touched.actors {
            tables.settle(no, &taxonomy);
        }
        let state = SnapshotView { tables: &tables, taxonomy: &taxonomy };
        let indexes = Indexes::new(state);
        let texts = TextIndexes::new(state);
        Ok(Self {
            settings: Arc::new(settings),
            version,
            updated_at,
            indexes,
            texts,
            taxonomy: Arc::new(taxonomy),
            words: Arc::default(),
            tables,
        })
    }
}
