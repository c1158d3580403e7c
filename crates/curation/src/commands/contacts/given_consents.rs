//! Consents as they were given, by the value they are for.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    ContactPerson, Language, Record,
    vocabulary::{ConsentMethod, Role},
};
use serde_json::{Value, json};

use crate::{
    CurationError, Refusal,
    fields::{FieldValues, fields_of},
};

/// A value of a contact person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactField {
    /// The name.
    Name,
    /// The role at the actor.
    Role,
    /// The telephone number.
    Phone,
    /// The e-mail address.
    Email,
}

impl ContactField {
    /// Every value.
    pub const ALL: &[Self] = &[Self::Name, Self::Role, Self::Phone, Self::Email];

    /// The field as API and files name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }

    pub(super) fn part(self, part: &str) -> String {
        format!("{}.{part}", self.slug())
    }
}

/// A consent as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenConsent {
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
    /// The day on which to ask again.
    pub review_due: Option<NaiveDate>,
}

impl GivenConsent {
    pub(super) fn recorded_by(&self, role: Role) -> Value {
        let mut consent = json!({
            "purpose": self.purpose,
            "textVersion": self.text_version,
            "textLanguage": self.text_language,
            "givenOn": self.given_on,
            "givenBy": self.given_by,
            "recordedBy": role,
        });
        if let Some(due) = self.review_due {
            consent["reviewDue"] = json!(due);
        }
        consent
    }
}

/// The consents of an edit, by value.
pub type Consents = BTreeMap<ContactField, GivenConsent>;

/// Refuses to write of somebody who was forgotten.
pub(super) fn refuse_erased(person: &Record<ContactPerson>) -> Result<(), CurationError> {
    if person.data.is_erased() { Err(Refusal::person_erased().into()) } else { Ok(()) }
}

/// Puts consents beside the named fields. A value that changes without a new consent has none: what
/// was agreed to was the old one, and often by another person. It is internal then, unless the edit
/// says otherwise and is told that a consent is needed.
pub(super) fn put_consents(named: &mut FieldValues, before: Option<&ContactPerson>, consents: &Consents, role: Role) {
    let before = before.map(fields_of).unwrap_or_default();
    for field in ContactField::ALL {
        let (value, visibility, consent) = (field.part("value"), field.part("visibility"), field.part("consent"));
        if let Some(given) = consents.get(field) {
            named.insert(consent, given.recorded_by(role));
            continue;
        }
        let had = before.get(&value);
        let changes = named.get(&value).is_some_and(|now| !now.is_null() && had.is_some() && Some(now) != had);
        if changes {
            named.insert(consent, Value::Null);
            named.entry(visibility).or_insert_with(|| json!("internal"));
        }
    }
}
