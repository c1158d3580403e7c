//! Ids of entries by their kind, to read them with one statement for each.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Entity, EntityKind, record::EntityRef};
use uuid::Uuid;

/// The ids of entries by their kind, each once: what a page names is read with one statement per kind.
pub(super) fn ids_by_kind(entities: impl IntoIterator<Item = EntityRef>) -> BTreeMap<EntityKind, BTreeSet<Uuid>> {
    let mut ids: BTreeMap<EntityKind, BTreeSet<Uuid>> = BTreeMap::new();
    for entity in entities {
        ids.entry(entity.kind).or_default().insert(entity.id);
    }
    ids
}

/// Ids as those of a kind.
pub(super) fn typed_ids<E: Entity>(ids: &BTreeSet<Uuid>) -> Vec<E::Id> {
    ids.iter().map(|id| (*id).into()).collect()
}
