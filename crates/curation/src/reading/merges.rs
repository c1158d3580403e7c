//! Merges of entries, which staff look at and take apart.

use domain::{EntityKind, record::EntityRef};
use store::Merge;

use super::{EntryNames, Names};
use crate::{Curation, CurationError, Editor, Sees};

/// How many merges are listed; those before are found in the history of their entries.
const NEWEST: u16 = 50;

/// A merge with what its entries and its author are called.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedMerge {
    /// The merge.
    pub merge: Merge,
    entries: EntryNames,
    names: Names,
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
        let actors = merges.iter().flat_map(|merge| [merge.survivor, merge.loser]);
        let entries =
            self.entry_names(actors.map(|actor| EntityRef { kind: EntityKind::Actor, id: actor.uuid() })).await?;
        let names = self.names(by, merges.iter().map(|merge| merge.account)).await?;
        let listed = |merge| ListedMerge { merge, entries: entries.clone(), names: names.clone() };
        Ok(merges.into_iter().map(listed).collect())
    }
}
