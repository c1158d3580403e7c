//! The audit trail: who did what when, and what an edit changed.

use std::collections::{BTreeSet, HashMap};

use domain::{Actor, ActorId, EntityKind, LifeStatus, Record, record::EntityRef, vocabulary::Role};
use store::{ChangeFilter, LoggedChange, Page, PageRequest, for_kind};
use uuid::Uuid;

use super::{
    entity_ids::{ids_by_kind, typed_ids},
    entries::EntrySummary,
    names::AccountNames,
    ownership::is_known_to,
};
use crate::{
    Curation, CurationError, Member, Refusal, Sees,
    fields::{
        FieldValues,
        conflict::{FieldChange, changes},
        fields_of,
    },
    permission,
};

/// The field of a link that is for staff.
const INTERNAL_NOTE: &str = "internalNote";

/// A change with what its author is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEdit {
    /// The change; its note and account are there for staff.
    pub change: LoggedChange,
    names: AccountNames,
}

impl LoggedEdit {
    /// What staff call whoever wrote it.
    pub fn name(&self) -> Option<&str> {
        self.names.of(self.change.account)
    }
}

impl Curation {
    /// Parts of lists of changes, newest first: staff see everybody's, with names and notes; members those of one entry
    /// of their own, with roles. A member who names no entry is refused that list.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn audit_trails(
        &self,
        by: &Sees<Member>,
        lists: &[(ChangeFilter, PageRequest<u64>)],
    ) -> Result<Vec<Result<Page<u64, LoggedEdit>, Refusal>>, CurationError> {
        let permissions = self.check_trails(by, lists.iter().map(|(filter, _)| *filter)).await?;
        let allowed = lists.iter().zip(&permissions).filter(|(_, permission)| **permission == Ok(true));
        let allowed: Vec<_> = allowed.map(|(list, _)| list.clone()).collect();
        let pages = self.store.logged_change_pages(&allowed).await?;
        let changes = pages.iter().flat_map(|page| &page.items);
        let names = self.names(by, changes.map(|(_, change)| change.account)).await?;
        let edit = |mut change: LoggedChange| {
            if !by.sees(Role::Editor) {
                change.note = None;
                change.account = None;
            }
            LoggedEdit { change, names: names.clone() }
        };
        let mut pages = pages.into_iter();
        let mut page = |is_known| {
            let page = if is_known { pages.next() } else { None };
            let Some(page) = page else { return Page { items: Vec::new(), has_previous: false, has_next: false } };
            let items = page.items.into_iter().map(|(place, change)| (place, edit(change))).collect();
            Page { items, has_previous: page.has_previous, has_next: page.has_next }
        };
        Ok(permissions.into_iter().map(|permission| permission.map(&mut page)).collect())
    }

    /// How many changes each of some lists has; refused as in [`Curation::audit_trails`].
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_audit_trails(
        &self,
        by: &Sees<Member>,
        filters: &[ChangeFilter],
    ) -> Result<Vec<Result<u64, Refusal>>, CurationError> {
        let permissions = self.check_trails(by, filters.iter().copied()).await?;
        let allowed = filters.iter().zip(&permissions).filter(|(_, permission)| **permission == Ok(true));
        let allowed: Vec<ChangeFilter> = allowed.map(|(filter, _)| *filter).collect();
        let mut counts = self.store.count_logged_changes(&allowed).await?.into_iter();
        let mut count = |is_known| if is_known { counts.next().unwrap_or_default() } else { 0 };
        Ok(permissions.into_iter().map(|permission| permission.map(&mut count)).collect())
    }

    /// What each of some entries is called now; nothing where it is none for the asker, and for people and links.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn names_of_entries(
        &self,
        by: &Sees<Member>,
        entities: &[EntityRef],
    ) -> Result<Vec<Option<String>>, CurationError> {
        let known = self.known_entities(by, entities.iter().copied()).await?;
        let names = self.entry_names(known.iter().copied()).await?;
        Ok(entities.iter().map(|entity| names.of(*entity).map(str::to_owned)).collect())
    }

    /// The actors whose contact person, cooperation, offer, event or project each of some entries is, as far as they are
    /// for the asker; none for an actor itself.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn owners_of_entries(
        &self,
        by: &Sees<Member>,
        entities: &[EntityRef],
    ) -> Result<Vec<Vec<EntrySummary>>, CurationError> {
        let owned = entities.iter().copied().filter(|entity| entity.kind != EntityKind::Actor);
        let mut owners: HashMap<EntityRef, Vec<ActorId>> = HashMap::new();
        for (kind, ids) in ids_by_kind(self.known_entities(by, owned).await?) {
            for_kind!(kind, E => {
                for record in self.store.get_many::<E>(&typed_ids::<E>(&ids)).await? {
                    owners.insert(EntityRef::of::<E>(record.id), permission::owners(&record));
                }
            });
        }
        let actors: BTreeSet<ActorId> = owners.values().flatten().copied().collect();
        let actors: Vec<ActorId> = actors.into_iter().collect();
        let actors = self.store.get_many::<Actor>(&actors).await?;
        let is_visible =
            |actor: &&Record<Actor>| is_known_to(by, &[actor.id]) || actor.data.status == LifeStatus::Published;
        let visible: HashMap<ActorId, EntrySummary> =
            actors.iter().filter(is_visible).map(|actor| (actor.id, EntrySummary::of(actor))).collect();
        let summaries = |entity| {
            let owners = owners.get(entity).into_iter().flatten();
            owners.filter_map(|owner| visible.get(owner).cloned()).collect()
        };
        Ok(entities.iter().map(summaries).collect())
    }

    /// What the edits that wrote some versions changed, field by field; nothing where there is no such
    /// version for the asker. Of an erased person it says that something changed, and no value.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn changes_of_versions(
        &self,
        by: &Sees<Member>,
        versions: &[(EntityRef, u32)],
    ) -> Result<Vec<Vec<FieldChange>>, CurationError> {
        let known = self.known_entities(by, versions.iter().map(|(entity, _)| *entity)).await?;
        let mut fields: HashMap<(EntityRef, u32), FieldValues> = HashMap::new();
        for kind in ids_by_kind(known.iter().copied()).into_keys() {
            let of_kind = versions.iter().filter(|(entity, _)| entity.kind == kind && known.contains(entity));
            let mut wanted: Vec<(Uuid, u32)> = of_kind
                .flat_map(|(entity, version)| [(entity.id, version.saturating_sub(1)), (entity.id, *version)])
                .collect();
            wanted.retain(|(_, version)| *version > 0);
            wanted.sort_unstable();
            wanted.dedup();
            for_kind!(kind, E => {
                let wanted: Vec<_> = wanted.iter().map(|(id, version)| ((*id).into(), *version)).collect();
                for ((id, version), record) in self.store.versions::<E>(&wanted).await? {
                    fields.insert((EntityRef::of::<E>(id), version), fields_of(&record.data));
                }
            });
        }
        let nothing = FieldValues::new();
        let changes_of = |(entity, version): &(EntityRef, u32)| {
            let Some(after) = fields.get(&(*entity, *version)) else { return Vec::new() };
            let before = fields.get(&(*entity, version.saturating_sub(1))).unwrap_or(&nothing);
            let mut changes = changes(before, after);
            if entity.kind == EntityKind::Link && !by.sees(Role::Editor) {
                changes.retain(|change| change.field != INTERNAL_NOTE);
            }
            changes
        };
        Ok(versions.iter().map(changes_of).collect())
    }

    /// Whether each of some lists has anything for the asker, and whether they may ask for it.
    async fn check_trails(
        &self,
        by: &Sees<Member>,
        filters: impl Iterator<Item = ChangeFilter> + Clone,
    ) -> Result<Vec<Result<bool, Refusal>>, CurationError> {
        let known = self.known_entities(by, filters.clone().filter_map(|filter| filter.entity)).await?;
        let check = |filter: ChangeFilter| match filter.entity {
            _ if by.sees(Role::Editor) => Ok(true),
            // Whoever asks for an account's changes would learn whose some change was.
            Some(entity) if filter.account.is_none() && filter.concerning.is_none() => Ok(known.contains(&entity)),
            _ => Err(Refusal::RoleTooLow { needed: Role::Editor, had: by.role() }),
        };
        Ok(filters.map(check).collect())
    }

    /// Those of some entries whose past the asker may read.
    async fn known_entities(
        &self,
        by: &Sees<Member>,
        entities: impl Iterator<Item = EntityRef>,
    ) -> Result<BTreeSet<EntityRef>, CurationError> {
        if by.sees(Role::Editor) {
            return Ok(entities.collect());
        }
        let mut known = BTreeSet::new();
        for (kind, ids) in ids_by_kind(entities) {
            for_kind!(kind, E => {
                let found = self.store.get_many::<E>(&typed_ids::<E>(&ids)).await?;
                let own = found.iter().filter(|record| is_known_to(by, &permission::owners(record)));
                known.extend(own.map(|record| EntityRef::of::<E>(record.id)));
            });
        }
        Ok(known)
    }
}
