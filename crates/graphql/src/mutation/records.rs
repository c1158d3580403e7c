//! What a command has written, as it is stored, of what has no reading of its own below `viewer`.

use chrono::NaiveDate;
use curation::commands::ContactField;
use domain::{ContactPerson, EntityKind, PersonField, Record, vocabulary};
use uuid::Uuid;

use crate::{
    enums,
    exec::object,
    global_id::GlobalId,
    merge_record::MergeRecord,
    scalars::{Day, PlainId, Time},
};

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
    pub(crate) const fn from_erased(id: Uuid) -> Self {
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
    /// What staff call whoever merged them; where `viewer` is asked and it was somebody with an account.
    byName: Option<&'s str> => this.names.by.as_deref(),
    /// What the entry that stayed is called; where `viewer` is asked.
    survivorName: Option<&'s str> => this.names.survivor.as_deref(),
    /// What the entry that went into it was called; where `viewer` is asked.
    loserName: Option<&'s str> => this.names.loser.as_deref(),
}
