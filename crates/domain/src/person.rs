//! Contact persons: personal data, kept apart from the actor, each field under its own consent.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ActorId, EmailAddress, Language, PersonId, PhoneNumber,
    record::{Entity, EntityKind},
    rules::{NAME_LENGTH, Problem, Violations},
    text,
    vocabulary::{ConsentMethod, Role, Visibility},
};

/// A person to speak to at an actor. Origin, religion and residence status have no field here,
/// deliberately.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContactPerson {
    /// Whose contact.
    pub actor: ActorId,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_person_line")]
    pub name: Option<PersonField<String>>,
    /// Role at the actor, such as chair.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_person_line")]
    pub role: Option<PersonField<String>>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PersonField<PhoneNumber>>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<PersonField<EmailAddress>>,
}

impl ContactPerson {
    /// Whether nothing is left of the person: a person of whom nothing is known cannot be written, so
    /// this one was forgotten.
    pub const fn is_erased(&self) -> bool {
        self.name.is_none() && self.role.is_none() && self.phone.is_none() && self.email.is_none()
    }

    /// The consents of its values, in the order of its fields.
    pub fn consents(&self) -> impl Iterator<Item = &Consent> {
        fn of<T>(field: Option<&PersonField<T>>) -> Option<&Consent> {
            field?.consent.as_ref()
        }
        let consents =
            [of(self.name.as_ref()), of(self.role.as_ref()), of(self.phone.as_ref()), of(self.email.as_ref())];
        consents.into_iter().flatten()
    }

    /// The first day on which to ask again for a consent that is in force.
    pub fn next_review(&self) -> Option<NaiveDate> {
        self.consents().filter(|consent| consent.is_in_force()).filter_map(|consent| consent.review_due).min()
    }
}

impl Entity for ContactPerson {
    type Id = PersonId;
    const KIND: EntityKind = EntityKind::Person;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        if self.is_erased() {
            violations.add("name", Problem::Required);
        }
        for (field, text) in [("name", &self.name), ("role", &self.role)] {
            violations.optional_line(
                &format!("{field}.value"),
                text.as_ref().map(|field| field.value.as_str()),
                NAME_LENGTH,
            );
        }
        let needs_consent = [
            ("name", self.name.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
            ("role", self.role.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
            ("phone", self.phone.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
            ("email", self.email.as_ref().map(|field| (field.visibility, field.consent.is_some()))),
        ];
        for (field, state) in needs_consent {
            if state.is_some_and(|(visibility, consented)| visibility != Visibility::Internal && !consented) {
                violations.add(format!("{field}.consent"), Problem::ConsentRequired);
            }
        }
        violations
    }
}

/// One value of a person with who may see it and why.
#[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct PersonField<T> {
    /// The value.
    pub value: T,
    /// Who may see it; `internal` unless said.
    #[serde(default = "internal")]
    pub visibility: Visibility,
    /// The consent that allows more than `internal`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// Shows the visibility only: personal data stays out of logs.
impl<T> std::fmt::Debug for PersonField<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonField({}, …)", self.visibility)
    }
}

fn internal() -> Visibility {
    Visibility::Internal
}

impl<T> PersonField<T> {
    /// Whether somebody who sees up to `visibility` may see the value.
    pub fn is_visible_to(&self, visibility: Visibility) -> bool {
        let allowed = match visibility {
            Visibility::Public => self.visibility == Visibility::Public,
            Visibility::Partners => self.visibility != Visibility::Internal,
            Visibility::Internal => true,
        };
        let consented = self.consent.as_ref().is_some_and(Consent::is_in_force);
        allowed && (consented || visibility == Visibility::Internal)
    }

    /// The value, if somebody who sees up to `visibility` may see it.
    pub fn visible_to(&self, visibility: Visibility) -> Option<&T> {
        self.is_visible_to(visibility).then_some(&self.value)
    }
}

/// A person's consent to one field being seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Consent {
    /// What for, such as publication in the directory.
    pub purpose: String,
    /// Which version of the consent text.
    pub text_version: String,
    /// The language the text was read in.
    pub text_language: Language,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// How it was given.
    pub given_by: ConsentMethod,
    /// The role that recorded it.
    pub recorded_by: Role,
    /// The day on which to ask again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_due: Option<NaiveDate>,
    /// The day it was withdrawn; from then on nothing is seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<NaiveDate>,
}

impl Consent {
    /// Whether it was given and not withdrawn. A review that is due does not end it.
    pub fn is_in_force(&self) -> bool {
        self.withdrawn_on.is_none()
    }
}
