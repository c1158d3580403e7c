//! Merges of entries, which staff look at and take apart.

use chrono::{DateTime, Utc};
use domain::{ActorId, EntityKind, record::EntityRef, vocabulary::Role};
use store::Merge;

use super::{AccountNames, EntryNames};
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
        self.listed(by, merges).await
    }

    /// The merge that wrote a version of an entry, or that was undone by it; for staff.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn merge_behind(
        &self,
        by: &Sees<Member>,
        entity: EntityRef,
        version: u32,
        at: DateTime<Utc>,
    ) -> Result<Option<ListedMerge>, CurationError> {
        if entity.kind != EntityKind::Actor || !by.sees(Role::Editor) {
            return Ok(None);
        }
        let merges = self.store.merges_of(ActorId::from_uuid(entity.id)).await?;
        let wrote = |merge: &Merge| merge.moved.iter().any(|moved| moved.id == entity.id && moved.after == version);
        let found = merges.into_iter().find(|merge| wrote(merge) || merge.undone_at == Some(at));
        Ok(self.listed(by, found.into_iter().collect()).await?.pop())
    }

    async fn listed(&self, by: &Requester, merges: Vec<Merge>) -> Result<Vec<ListedMerge>, CurationError> {
        let actors = merges.iter().flat_map(|merge| [merge.survivor, merge.loser]);
        let entries =
            self.entry_names(actors.map(|actor| EntityRef { kind: EntityKind::Actor, id: actor.uuid() })).await?;
        let names = self.names(by, merges.iter().map(|merge| merge.account)).await?;
        let listed = |merge| ListedMerge { merge, entries: entries.clone(), names: names.clone() };
        Ok(merges.into_iter().map(listed).collect())
    }
}
