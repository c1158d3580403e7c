//! What a command has written, as it is stored: the public directory has no drafts, no proposals and
//! no links that one side alone has confirmed.

use async_graphql::{ID, InputType, registry::Registry};
use chrono::{DateTime, NaiveDate, Utc};
use curation::commands::ContactField;
use domain::{
    Actor, ContactPerson, CooperationLink, District, Entity, EntityKind, Event, LifeStatus, Offer, PersonField,
    Project, Record, Theme,
    record::EntityRef,
    vocabulary::{self, Role},
};
use uuid::Uuid;

use crate::{
    enums::{self, EntryKind, LinkKind, LinkStatus},
    exec::{Call, Output, Writer, Written, object},
    global_id::GlobalId,
    scalars::{Day, Time},
};

/// An entry that edits, lists and pages show by a name.
pub(crate) trait Shown: Entity {
    /// The readable name in addresses, for what has a page.
    fn slug(&self) -> Option<String> {
        None
    }

    /// What people call it.
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

fn german(text: &domain::LocalisedText) -> String {
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

/// An entry as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct EntryRecord {
    entity: EntityRef,
    slug: Option<String>,
    name: String,
    status: LifeStatus,
    version: u32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl EntryRecord {
    /// What a command has written.
    pub(crate) fn of<E: Shown>(record: &Record<E>) -> Self {
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

    /// Which entry.
    pub(crate) const fn entity(&self) -> EntityRef {
        self.entity
    }
}

object! {
    /// An entry as it is stored, public or not.
    "Entry" ['s] &'s EntryRecord, implements [], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(this.entity.kind, this.entity.id),
    /// What sort of entry.
    kind: EntryKind => this.entity.kind.into(),
    /// The readable name in addresses, for what has a page of its own.
    slug: Option<&'s str> => this.slug.as_deref(),
    /// What people call it; titles in German where there are several.
    name: &'s str => &this.name,
    /// Where it stands in its life.
    status: enums::LifeStatus => this.status.into(),
    /// Grows by one with every change; the next change expects it.
    version: u32 => this.version,
    /// When the first version was written.
    createdAt: Time => Time(this.created_at),
    /// When the newest version was written.
    updatedAt: Time => Time(this.updated_at),
}

/// A link as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct LinkRecord(pub(crate) Record<CooperationLink>);

object! {
    /// A cooperation link as it is stored, confirmed or not.
    "LinkEntry" ['s] &'s LinkRecord, implements [], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Link, this.0.id),
    /// The global id of the actor where a directed link starts.
    fromId: GlobalId => GlobalId::of(EntityKind::Actor, this.0.data.from),
    /// The global id of the actor where a directed link ends.
    toId: GlobalId => GlobalId::of(EntityKind::Actor, this.0.data.to),
    /// What joins them.
    kind: LinkKind => this.0.data.kind.into(),
    /// Where it stands in its life.
    status: LinkStatus => this.0.data.status.into(),
    /// The day the side it starts from confirmed it.
    confirmedByFromOn: Option<Day> => this.0.data.confirmations.from.map(Day),
    /// The day the side it ends at confirmed it.
    confirmedByToOn: Option<Day> => this.0.data.confirmations.to.map(Day),
    /// Grows by one with every change; the next change expects it.
    version: u32 => this.0.version,
    /// When the newest version was written.
    updatedAt: Time => Time(this.0.updated_at),
}

/// A contact person as it is stored, without the values: who may change a person has them.
#[derive(Clone, Debug)]
pub(crate) struct PersonRecord {
    id: Uuid,
    version: Option<u32>,
    values: Vec<ValueRecord>,
}

/// Who may see one value.
#[derive(Clone, Debug)]
pub(crate) struct ValueRecord {
    field: ContactField,
    visibility: vocabulary::Visibility,
    consented_on: Option<NaiveDate>,
    withdrawn_on: Option<NaiveDate>,
}

impl PersonRecord {
    /// What a command has written.
    pub(crate) fn of(record: &Record<ContactPerson>) -> Self {
        fn value<T>(field: ContactField, stored: Option<&PersonField<T>>) -> Option<ValueRecord> {
            stored.map(|stored| ValueRecord {
                field,
                visibility: stored.visibility,
                consented_on: stored.consent.as_ref().map(|consent| consent.given_on),
                withdrawn_on: stored.consent.as_ref().and_then(|consent| consent.withdrawn_on),
            })
        }
        let data = &record.data;
        let values = [
            value(ContactField::Name, data.name.as_ref()),
            value(ContactField::Role, data.role.as_ref()),
            value(ContactField::Phone, data.phone.as_ref()),
            value(ContactField::Email, data.email.as_ref()),
        ];
        Self { id: record.id.uuid(), version: Some(record.version), values: values.into_iter().flatten().collect() }
    }

    /// A person of whom nothing is left but the id.
    pub(crate) const fn erased(id: Uuid) -> Self {
        Self { id, version: None, values: Vec::new() }
    }
}

object! {
    /// A contact person as it is stored, without the values.
    "ContactPersonEntry" ['s] &'s PersonRecord, implements [], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Person, this.id),
    /// Grows by one with every change; the next change expects it. Null when the person is forgotten.
    version: Option<u32> => this.version,
    /// The values there are, with who may see them.
    values: Vec<&'s ValueRecord> => this.values.iter().collect(),
}

object! {
    /// Who may see one value of a contact person, and why.
    "ContactValueEntry" ['s] &'s ValueRecord, implements [], |this, call|
    /// Which value.
    field: enums::ContactField => this.field.into(),
    /// Who may see it.
    visibility: enums::Visibility => this.visibility.into(),
    /// The day on which the person agreed; null without a consent.
    consentGivenOn: Option<Day> => this.consented_on.map(Day),
    /// The day on which the consent was withdrawn.
    consentWithdrawnOn: Option<Day> => this.withdrawn_on.map(Day),
}

/// A proposal as it is stored, without what it proposes.
#[derive(Clone, Debug)]
pub(crate) struct ProposalRecord {
    /// Its id.
    pub(crate) id: Uuid,
    /// What kind of entry it is about.
    pub(crate) kind: EntityKind,
    /// Which entry; `None` for a new one.
    pub(crate) entity: Option<Uuid>,
    /// Where it stands, as a word.
    pub(crate) status: &'static str,
    /// The fields it names.
    pub(crate) fields: Vec<String>,
    /// In what role it was made.
    pub(crate) by: Role,
    /// When.
    pub(crate) created_at: DateTime<Utc>,
}

object! {
    /// What somebody would like an entry to say.
    "Proposal" ['s] &'s ProposalRecord, implements [], |this, call|
    /// The id, to decide about it or to take it back.
    id: PlainId => PlainId(this.id),
    /// What sort of entry it is about.
    kind: EntryKind => this.kind.into(),
    /// The global id of the entry; null for a new one that is not made yet.
    entryId: Option<GlobalId> => this.entity.map(|id| GlobalId::of(this.kind, id)),
    /// Where it stands, as a word: `open`, `approved`, `partly`, `rejected` or `withdrawn`.
    status: &'static str => this.status,
    /// The fields it names, such as `summary.tr`.
    fields: &'s [String] => &this.fields,
    /// In what role it was made, never by name.
    by: enums::Role => this.by.into(),
    /// When it was made.
    createdAt: Time => Time(this.created_at),
}

/// Two entries that became one.
#[derive(Clone, Debug)]
pub(crate) struct MergeRecord {
    /// Its id.
    pub(crate) id: Uuid,
    /// Who stayed.
    pub(crate) survivor: Uuid,
    /// Who went into it.
    pub(crate) loser: Uuid,
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// When it was undone, if it was.
    pub(crate) undone_at: Option<DateTime<Utc>>,
}

object! {
    /// Two entries for one actor that became one.
    "Merge" ['s] &'s MergeRecord, implements [], |this, call|
    /// The id, to undo it.
    id: PlainId => PlainId(this.id),
    /// The global id of the actor that stayed.
    survivorId: GlobalId => GlobalId::of(EntityKind::Actor, this.survivor),
    /// The global id of the actor that went into it.
    loserId: GlobalId => GlobalId::of(EntityKind::Actor, this.loser),
    /// When.
    at: Time => Time(this.at),
    /// When it was undone, if it was.
    undoneAt: Option<Time> => this.undone_at.map(Time),
}

/// The id of what is no entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainId(Uuid);

impl Output for PlainId {
    fn type_ref(registry: &mut Registry) -> String {
        <ID as InputType>::create_type_info(registry)
    }

    fn write<'d>(self, _: &Call<'_, 'd>, out: &mut Writer<'d>) -> Written {
        out.plain_string(&self.0.to_string());
        Ok(())
    }
}
