//! What one entity's change asks of the others: references that lead somewhere, slugs and pairs that
//! are free.
//!
//! The database enforces the same by its keys. Asking first names the field, and keeps the
//! transaction usable: PostgreSQL gives a transaction up at the first violated key. As writers line
//! up, nothing can come between the question and the writing.

use std::collections::{HashMap, HashSet};

use domain::record::{EntityKind, EntityRef};
use uuid::Uuid;

use super::{Accepted, Writer};
use crate::{
    StoreError, rows,
    stored::{Stored, table_of},
};

impl Writer {
    /// Every reference names something stored or something of the same kind in the same chunk.
    pub(super) async fn check_references<E: Stored>(&mut self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let own: HashSet<Uuid> = accepted.iter().map(|change| change.record.id.into()).collect();
        let mut asked: HashMap<EntityKind, HashMap<Uuid, (EntityRef, String)>> = HashMap::new();
        for change in accepted {
            for reference in change.record.data.references() {
                let beside = reference.kind == E::KIND && own.contains(&reference.id);
                let known = self.known.get(&reference.kind).is_some_and(|known| known.contains(&reference.id));
                if !beside && !known {
                    asked
                        .entry(reference.kind)
                        .or_default()
                        .entry(reference.id)
                        .or_insert_with(|| (EntityRef::of::<E>(change.record.id), reference.field));
                }
            }
        }
        for (kind, asked) in asked {
            let ids: Vec<Uuid> = asked.keys().copied().collect();
            let found = self.existing_ids(kind, &ids).await?;
            let known = self.known.entry(kind).or_default();
            known.extend(found);
            for (value, (entity, field)) in asked {
                if !known.contains(&value) {
                    return Err(StoreError::Missing { entity, field, value });
                }
            }
        }
        Ok(())
    }

    async fn existing_ids(&self, kind: EntityKind, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let select = format!("SELECT id FROM {} WHERE id", table_of(kind));
        let mut found = Vec::with_capacity(ids.len());
        for ids in ids.chunks(rows::CHUNK) {
            let values = ids.iter().map(|id| (*id).into());
            for row in rows::all_in(&self.transaction, "looking for references", &select, values).await? {
                found.push(rows::get(&row, "id")?);
            }
        }
        Ok(found)
    }

    /// No slug is or was another's.
    pub(super) async fn check_slugs<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let Some(slugs) = E::SLUGS else { return Ok(()) };
        let mut owners: HashMap<&str, Uuid> = HashMap::new();
        for change in accepted {
            for (field, slug) in slug_fields(&change.record.data) {
                let id = change.record.id.into();
                if *owners.entry(slug).or_insert(id) != id {
                    return Err(value_taken::<E>(id, field, slug));
                }
            }
        }
        let wanted: Vec<&str> = owners.keys().copied().collect();
        let select = format!("SELECT slug, {} AS owner FROM {} WHERE slug", slugs.owner, slugs.table);
        let mut stored: HashMap<String, Uuid> = HashMap::new();
        for wanted in wanted.chunks(rows::CHUNK) {
            let values = wanted.iter().map(|slug| (*slug).into());
            for row in rows::all_in(&self.transaction, "looking for slugs", &select, values).await? {
                stored.insert(rows::get(&row, "slug")?, rows::get(&row, "owner")?);
            }
        }
        for change in accepted {
            let id = change.record.id.into();
            for (field, slug) in slug_fields(&change.record.data) {
                if stored.get(slug).is_some_and(|owner| *owner != id) {
                    return Err(value_taken::<E>(id, field, slug));
                }
            }
        }
        Ok(())
    }

    /// At most one open link joins a pair of actors by a kind.
    pub(super) async fn check_pairs<E: Stored>(&self, accepted: &[Accepted<E>]) -> Result<(), StoreError> {
        let mut owners: HashMap<String, Uuid> = HashMap::new();
        for change in accepted {
            let Some(pair) = change.record.data.open_pair() else { continue };
            if let Some(other) = owners.insert(pair, change.record.id.into()) {
                return Err(joined_already::<E>(change.record.id.into(), other));
            }
        }
        if owners.is_empty() {
            return Ok(());
        }
        let own: HashSet<Uuid> = accepted.iter().map(|change| change.record.id.into()).collect();
        let select = format!("SELECT open_pair, id FROM {} WHERE open_pair", E::TABLE);
        let values = owners.keys().map(|pair| pair.as_str().into());
        for row in rows::all_in(&self.transaction, "looking for open links", &select, values).await? {
            let (pair, holder): (String, Uuid) = (rows::get(&row, "open_pair")?, rows::get(&row, "id")?);
            // A link that gives its pair up in the same chunk does not stand in the way.
            if let Some(id) = owners.get(&pair).filter(|id| **id != holder && !own.contains(&holder)) {
                return Err(joined_already::<E>(*id, holder));
            }
        }
        Ok(())
    }
}

fn slug_fields<E: Stored>(data: &E) -> impl Iterator<Item = (&'static str, &str)> {
    data.slugs().into_iter().flat_map(|(slug, former)| {
        [("slug", slug.as_str())].into_iter().chain(former.iter().map(|slug| ("formerSlugs", slug.as_str())))
    })
}

fn value_taken<E: Stored>(id: Uuid, field: &str, value: &str) -> StoreError {
    let entity = EntityRef { kind: E::KIND, id };
    StoreError::Taken { entity, field: field.to_owned(), value: value.to_owned() }
}

fn joined_already<E: Stored>(id: Uuid, other: Uuid) -> StoreError {
    value_taken::<E>(id, "to", &other.to_string())
}
