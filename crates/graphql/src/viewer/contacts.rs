//! People to speak to, as far as somebody who is signed in may know, with the consents behind it.

use curation::{commands::ContactField, reading::KnownContact};
use domain::{Consent, ContactPerson, EntityKind, PersonField};

use crate::{enums, exec::object, global_id::GlobalId, scalars::Day};

/// A contact person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContactPersonView<'s>(pub(crate) &'s KnownContact);

object! {
    /// A person to speak to at an actor, as far as the viewer may know: partners see what is public or
    /// meant for partners, staff and members of the actor see everything.
    "KnownContactPerson" ['s] ContactPersonView<'s>, implements [], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Person, this.0.contact.id),
    /// The global id of the actor.
    actorId: GlobalId => GlobalId::of(EntityKind::Actor, this.0.contact.actor),
    /// Name.
    name: Option<&'s str> => this.0.contact.name.as_deref(),
    /// Role at the actor, such as chair.
    role: Option<&'s str> => this.0.contact.role.as_deref(),
    /// Telephone number.
    phone: Option<&'s str> => this.0.contact.phone.as_deref(),
    /// E-mail address.
    email: Option<&'s str> => this.0.contact.email.as_deref(),
    /// Grows by one with every change; the next change expects it. Null for partners.
    version: Option<u32> => this.0.record.as_ref().map(|record| record.version),
    /// Who may see which value and why. Null for partners.
    consents: Option<Vec<ConsentView<'s>>> => this.0.record.as_ref().map(|record| consents_of(&record.data)),
}

/// Who may see one value, and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConsentView<'s> {
    field: ContactField,
    visibility: domain::vocabulary::Visibility,
    consent: Option<&'s Consent>,
}

/// The values of a person with their consents.
pub(super) fn consents_of(person: &ContactPerson) -> Vec<ConsentView<'_>> {
    fn of<T>(field: ContactField, value: Option<&PersonField<T>>) -> Option<ConsentView<'_>> {
        value.map(|value| ConsentView { field, visibility: value.visibility, consent: value.consent.as_ref() })
    }
    let values = [
        of(ContactField::Name, person.name.as_ref()),
        of(ContactField::Role, person.role.as_ref()),
        of(ContactField::Phone, person.phone.as_ref()),
        of(ContactField::Email, person.email.as_ref()),
    ];
    values.into_iter().flatten().collect()
}

object! {
    /// Who may see one value of a contact person, and the consent that allows it.
    "ContactConsent" ['s] ConsentView<'s>, implements [], |this, call|
    /// Which value.
    field: enums::ContactField => this.field.into(),
    /// Who may see it, while a consent is in force.
    visibility: enums::Visibility => this.visibility.into(),
    /// What the consent is for; null without one.
    purpose: Option<&'s str> => this.consent.map(|consent| consent.purpose.as_str()),
    /// Which version of the consent text.
    textVersion: Option<&'s str> => this.consent.map(|consent| consent.text_version.as_str()),
    /// BCP-47 tag of the language the text was read in.
    textLanguage: Option<&'s domain::Language> => this.consent.map(|consent| &consent.text_language),
    /// The day it was given.
    givenOn: Option<Day> => this.consent.map(|consent| Day(consent.given_on)),
    /// How it was given.
    givenBy: Option<enums::ConsentMethod> => this.consent.map(|consent| consent.given_by.into()),
    /// In what role it was recorded.
    recordedBy: Option<enums::Role> => this.consent.map(|consent| consent.recorded_by.into()),
    /// The day on which to ask again.
    reviewDue: Option<Day> => this.consent.and_then(|consent| consent.review_due).map(Day),
    /// The day it was withdrawn; from then on nobody but staff and the actor sees the value.
    withdrawnOn: Option<Day> => this.consent.and_then(|consent| consent.withdrawn_on).map(Day),
}
