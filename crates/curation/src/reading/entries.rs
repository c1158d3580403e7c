//! Entries as they are stored: lists by where they stand in their life, and one in full.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::{
    Actor, ActorId, District, Entity, EntityKind, Event, LifeStatus, LocalisedText, Offer, Project, Record, Theme,
    record::EntityRef,
};
use store::{Page, PageRequest};
use uuid::Uuid;

use super::{
    entity_ids::{ids_by_kind, typed_ids},
    ownership::{is_known_to, own_of},
};
use crate::{
    Curation, CurationError, Member, Sees,
    fields::{Editable, FieldValues, fields_of},
    kinds::for_living,
    permission,
};

/// An entry that edits, lists and pages show by a name.
pub trait Shown: Entity {
    /// The readable name in addresses, for what has a page.
    fn slug(&self) -> Option<String> {
        None
    }

    /// What people call it; in German where there are several languages.
    fn title(&self) -> String;

    /// Where it stands in its life.
    fn life(&self) -> LifeStatus;
}

impl Shown for Actor {
    fn slug(&self) -> Option<String> {
        Some(self.slug.to_string())
    }

    fn title(&self) -> String {
        self.name.clone()
    }

    fn life(&self) -> LifeStatus {
        self.status
    }
}

/// Retired branches are kept with their history, and no longer public.
fn branch(is_retired: bool) -> LifeStatus {
    if is_retired { LifeStatus::Archived } else { LifeStatus::Published }
}

fn german(text: &LocalisedText) -> String {
    text.resolve("de").map(|(_, text)| text.to_owned()).unwrap_or_default()
}

macro_rules! shown {
    ($($entity:ident)+) => {$(
        impl Shown for $entity {
            fn title(&self) -> String {
                german(&self.title)
            }

            fn life(&self) -> LifeStatus {
                self.status
            }
        }
    )+};
}
shown! { Offer Event Project }

impl Shown for Theme {
    fn slug(&self) -> Option<String> {
        Some(self.slug.to_string())
    }

    fn title(&self) -> String {
        german(&self.label)
    }

    fn life(&self) -> LifeStatus {
        branch(self.replaced_by.is_some())
    }
}

impl Shown for District {
    fn slug(&self) -> Option<String> {
        Some(self.slug.to_string())
    }

    fn title(&self) -> String {
        german(&self.name)
    }

    fn life(&self) -> LifeStatus {
        branch(self.replaced_by.is_some())
    }
}

/// An entry as it is stored, in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntrySummary {
    /// Which entry.
    pub entity: EntityRef,
    /// The readable name in addresses, for what has a page.
    pub slug: Option<String>,
    /// What people call it.
    pub name: String,
    /// Where it stands in its life.
    pub status: LifeStatus,
    /// Grows by one with every change.
    pub version: u32,
    /// When the first version was written.
    pub created_at: DateTime<Utc>,
    /// When the newest version was written.
    pub updated_at: DateTime<Utc>,
}

impl EntrySummary {
    /// The line of an entry.
    pub fn of<E: Shown>(record: &Record<E>) -> Self {
        Self {
            entity: EntityRef::of::<E>(record.id),
            slug: record.data.slug(),
            name: record.data.title(),
            status: record.data.life(),
            version: record.version,
            created_at: record.created_at,
            updated_at: record.updated_at,
        }
    }
}

/// An entry in full.
#[derive(Clone, PartialEq)]
pub struct Content {
    /// Its line.
    pub summary: EntrySummary,
    /// Everything it says, field by field.
    pub fields: FieldValues,
}

/// Shows which one only: what it says may be private.
impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Content({:?}, …)", self.summary.entity)
    }
}

/// Which entries to list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntriesAsked {
    /// Of these kinds: actors, offers, events, projects; anything else is left out.
    pub kinds: Vec<EntityKind>,
    /// That stand so.
    pub statuses: Vec<LifeStatus>,
    /// Only what belongs to this actor.
    pub actor: Option<ActorId>,
}

impl Curation {
    /// Entries as they are stored, newest change first. Members see those of their own actors.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn entries(
        &self,
        by: &Sees<Member>,
        asked: &EntriesAsked,
        page_request: &PageRequest<u64>,
    ) -> Result<Page<u64, EntrySummary>, CurationError> {
        let owners = own_of(by, asked.actor);
        let mut found: Vec<(u64, EntrySummary)> = Vec::new();
        for kind in &asked.kinds {
            for status in &asked.statuses {
                for_living!(*kind, E => {
                    let some = self.store.in_state::<E>(status.slug(), owners.as_deref(), page_request).await?;
                    found.extend(some.iter().map(|(place, record)| (*place, EntrySummary::of(record))));
                }, else {});
            }
        }
        Ok(newest_first(found, page_request))
    }

    /// How many entries such a list has.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_entries(&self, by: &Sees<Member>, asked: &EntriesAsked) -> Result<u64, CurationError> {
        let owners = own_of(by, asked.actor);
        let mut count = 0;
        for kind in &asked.kinds {
            for status in &asked.statuses {
                count += for_living!(*kind, E => {
                    self.store.count_in_state::<E>(status.slug(), owners.as_deref()).await?
                }, else 0);
            }
        }
        Ok(count)
    }

    /// An entry in full, whatever of it is public; `None` when there is none or it is not for the asker:
    /// members read those of their own actors. Links and contact persons have readings of their own.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn entry(&self, by: &Sees<Member>, entity: EntityRef) -> Result<Option<Content>, CurationError> {
        Ok(self.entries_in_full(by, &[entity]).await?.pop().flatten())
    }

    /// Each of some entries, as [`Self::entry`] gives it.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn entries_in_full(
        &self,
        by: &Sees<Member>,
        entities: &[EntityRef],
    ) -> Result<Vec<Option<Content>>, CurationError> {
        let mut found = HashMap::new();
        for (kind, ids) in ids_by_kind(entities.iter().copied()) {
            let contents = match kind {
                EntityKind::Theme => self.contents::<Theme>(by, &ids).await?,
                EntityKind::District => self.contents::<District>(by, &ids).await?,
                kind => for_living!(kind, E => self.contents::<E>(by, &ids).await?, else Vec::new()),
            };
            found.extend(contents.into_iter().map(|content| (content.summary.entity, content)));
        }
        Ok(entities.iter().map(|entity| found.get(entity).cloned()).collect())
    }

    /// What an entry said in an earlier version, field by field, for those who may read it now; `None` where there is
    /// no such version or it is not for the asker.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn entry_version(
        &self,
        by: &Sees<Member>,
        entity: EntityRef,
        version: u32,
    ) -> Result<Option<FieldValues>, CurationError> {
        if self.entry(by, entity).await?.is_none() {
            return Ok(None);
        }
        for_living!(entity.kind, E => {
            let found = self.store.version::<E>(entity.id.into(), version).await?;
            Ok(found.map(|record| fields_of(&record.data)))
        }, else Ok(None))
    }

    async fn contents<E: Editable + Shown>(
        &self,
        by: &Sees<Member>,
        ids: &BTreeSet<Uuid>,
    ) -> Result<Vec<Content>, CurationError> {
        let found = self.store.get_many::<E>(&typed_ids::<E>(ids)).await?;
        let known = found.iter().filter(|record| is_known_to(by, &permission::owners(record)));
        Ok(known.map(|record| Content { summary: EntrySummary::of(record), fields: fields_of(&record.data) }).collect())
    }
}

/// The page of what several lists gave for one page_request, put together.
pub(super) fn newest_first<T>(mut found: Vec<(u64, T)>, page_request: &PageRequest<u64>) -> Page<u64, T> {
    found.sort_by_key(|(place, _)| *place);
    if !page_request.from_the_end {
        found.reverse();
    }
    Page::of(found, page_request)
}
