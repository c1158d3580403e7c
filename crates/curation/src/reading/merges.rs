//! Merges of entries, which staff look at and take apart.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{ActorId, EntityKind, record::EntityRef, vocabulary::Role};
use store::Merge;

use super::names::{AccountNames, EntryNames};
use crate::{Curation, CurationError, Editor, Member, Requester, Sees};

/// How many merges are listed; those before are found in the history of their entries.
const NEWEST: u16 = 50;

/// A merge with what its entries and its author are called.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedMerge {
    /// The merge.
    pub merge: Merge,
    entries: EntryNames,
    names: AccountNames,
}

impl ListedMerge {
    /// What the entry that stayed is called.
    pub fn survivor_name(&self) -> Option<&str> {
        self.entries.of(EntityRef { kind: EntityKind::Actor, id: self.merge.survivor.uuid() })
    }

    /// What the entry that went into it was called.
    pub fn loser_name(&self) -> Option<&str> {
        self.entries.of(EntityRef { kind: EntityKind::Actor, id: self.merge.loser.uuid() })
    }

    /// What staff call whoever merged them.
    pub fn name(&self) -> Option<&str> {
        self.names.of(self.merge.account)
    }
}

impl Curation {
    /// The newest merges, the latest first.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn newest_merges(&self, by: &Sees<Editor>) -> Result<Vec<ListedMerge>, CurationError> {
        let merges = self.store.newest_merges(NEWEST).await?;
        self.name_merges(by, merges).await
    }

    /// The merge that wrote each of some versions of entries at a time, or that was undone by it; for staff.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn merges_behind(
        &self,
        by: &Sees<Member>,
        versions: &[(EntityRef, u32, DateTime<Utc>)],
    ) -> Result<Vec<Option<ListedMerge>>, CurationError> {
        if !by.sees(Role::Editor) {
            return Ok(vec![None; versions.len()]);
        }
        let actors = versions.iter().filter(|(entity, ..)| entity.kind == EntityKind::Actor);
        let actors: BTreeSet<ActorId> = actors.map(|(entity, ..)| ActorId::from_uuid(entity.id)).collect();
        let actors: Vec<ActorId> = actors.into_iter().collect();
        let merges = self.name_merges(by, self.store.merges_of(&actors).await?).await?;
        let behind = |(entity, version, at): &(EntityRef, u32, DateTime<Utc>)| {
            let actor = (entity.kind == EntityKind::Actor).then(|| ActorId::from_uuid(entity.id))?;
            let found = merges.iter().find(|ListedMerge { merge, .. }| {
                let wrote = || merge.moved.iter().any(|moved| moved.id == entity.id && moved.after == *version);
                (merge.survivor == actor || merge.loser == actor) && (wrote() || merge.undone_at == Some(*at))
            });
            found.cloned()
        };
        Ok(versions.iter().map(behind).collect())
    }

    async fn name_merges(&self, by: &Requester, merges: Vec<Merge>) -> Result<Vec<ListedMerge>, CurationError> {
        let actors = merges.iter().flat_map(|merge| [merge.survivor, merge.loser]);
        let entries =
            self.entry_names(actors.map(|actor| EntityRef { kind: EntityKind::Actor, id: actor.uuid() })).await?;
        let names = self.names(by, merges.iter().map(|merge| merge.account)).await?;
        let listed = |merge| ListedMerge { merge, entries: entries.clone(), names: names.clone() };
        Ok(merges.into_iter().map(listed).collect())
    }
}
