//! The audit trail: who did what when, and what an edit changed.

use domain::{Actor, EntityKind, LifeStatus, Record, record::EntityRef, vocabulary::Role};
use store::{ChangeFilter, LoggedChange, Page, PageRequest, for_kind};

use super::{AccountNames, EntrySummary, is_known_to};
use crate::{
    Curation, CurationError, Member, Refusal, Sees,
    fields::{Editable, FieldChange, FieldValues, changes, fields_of},
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
    /// Changes, newest first: staff see everybody's, with names and notes; members those of one entry
    /// of their own, with roles.
    ///
    /// # Errors
    /// [`CurationError::Refused`] for a member who names no entry, [`CurationError::Store`].
    pub async fn audit_trail(
        &self,
        by: &Sees<Member>,
        filter: ChangeFilter,
        stretch: &PageRequest<u64>,
    ) -> Result<Page<u64, LoggedEdit>, CurationError> {
        if !self.may_read_trail(by, filter).await? {
            return Ok(Page { items: Vec::new(), has_previous: false, has_next: false });
        }
        let page = self.store.logged_changes(filter, stretch).await?;
        let names = self.names(by, page.items.iter().map(|(_, change)| change.account)).await?;
        page.try_map(|mut change| {
            if !by.sees(Role::Editor) {
                change.note = None;
                change.account = None;
            }
            Ok(LoggedEdit { change, names: names.clone() })
        })
    }

    /// How many changes such a list has.
    ///
    /// # Errors
    /// As [`Curation::audit_trail`].
    pub async fn count_audit_trail(&self, by: &Sees<Member>, filter: ChangeFilter) -> Result<u64, CurationError> {
        if !self.may_read_trail(by, filter).await? {
            return Ok(0);
        }
        Ok(self.store.count_logged_changes(filter).await?)
    }

    /// What an entry is called now; nothing where it is none for the asker, and for people and links.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn entry_name(&self, by: &Sees<Member>, entity: EntityRef) -> Result<Option<String>, CurationError> {
        if !self.is_known(by, entity).await? {
            return Ok(None);
        }
        let names = self.entry_names(std::iter::once(entity)).await?;
        Ok(names.of(entity).map(str::to_owned))
    }

    /// The actors whose contact person, cooperation, offer, event or project something is, as far as they are for the asker;
    /// none for an actor itself.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn owners_of_entry(
        &self,
        by: &Sees<Member>,
        entity: EntityRef,
    ) -> Result<Vec<EntrySummary>, CurationError> {
        if entity.kind == EntityKind::Actor || !self.is_known(by, entity).await? {
            return Ok(Vec::new());
        }
        let owners = for_kind!(entity.kind, E => {
            let found = self.store.get::<E>(entity.id.into()).await?;
            found.map_or_else(Vec::new, |record| permission::owners(&record))
        });
        let actors = self.store.get_many::<Actor>(&owners).await?;
        let is_shown =
            |actor: &Record<Actor>| is_known_to(by, &[actor.id]) || actor.data.status == LifeStatus::Published;
        Ok(actors.iter().filter(|actor| is_shown(actor)).map(EntrySummary::of).collect())
    }

    /// What the edit that wrote a version changed, field by field; nothing where there is no such
    /// version for the asker. Of an erased person it says that something changed, and no value.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn changes_of(
        &self,
        by: &Sees<Member>,
        entity: EntityRef,
        version: u32,
    ) -> Result<Vec<FieldChange>, CurationError> {
        if !self.is_known(by, entity).await? {
            return Ok(Vec::new());
        }
        let before = match version.checked_sub(1) {
            Some(before) if before > 0 => self.revision_fields(entity, before).await?.unwrap_or_default(),
            _ => FieldValues::new(),
        };
        let Some(after) = self.revision_fields(entity, version).await? else { return Ok(Vec::new()) };
        let mut changes = changes(&before, &after);
        if entity.kind == EntityKind::Link && !by.sees(Role::Editor) {
            changes.retain(|change| change.field != INTERNAL_NOTE);
        }
        Ok(changes)
    }

    async fn revision_fields(&self, entity: EntityRef, version: u32) -> Result<Option<FieldValues>, CurationError> {
        for_kind!(entity.kind, E => {
            let found = self.store.version::<E>(entity.id.into(), version).await?;
            Ok(found.map(|record| fields_of(&record.data)))
        })
    }

    async fn may_read_trail(&self, by: &Sees<Member>, filter: ChangeFilter) -> Result<bool, CurationError> {
        match filter.entity {
            _ if by.sees(Role::Editor) => Ok(true),
            // Whoever asks for an account's changes would learn whose some change was.
            Some(entity) if filter.account.is_none() && filter.concerning.is_none() => self.is_known(by, entity).await,
            _ => Err(Refusal::RoleTooLow { needed: Role::Editor, had: by.role() }.into()),
        }
    }

    /// Whether somebody may read an entry's past.
    async fn is_known(&self, by: &Sees<Member>, entity: EntityRef) -> Result<bool, CurationError> {
        if by.sees(Role::Editor) {
            return Ok(true);
        }
        for_kind!(entity.kind, E => self.is_own::<E>(by, entity).await)
    }

    async fn is_own<E: Editable>(&self, by: &Sees<Member>, entity: EntityRef) -> Result<bool, CurationError> {
        let found = self.store.get::<E>(entity.id.into()).await?;
        Ok(found.is_some_and(|record| is_known_to(by, &permission::owners(&record))))
    }
}
