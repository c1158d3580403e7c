//! Inputs about contact persons. Nothing here can be printed: the values are personal.

use async_graphql::{ID, InputObject, MaybeUndefined};
use curation::commands;

use super::patch_values::Named;
use crate::{
    enums::{ConsentMethod, ContactField, Visibility},
    scalars::Day,
};

/// A consent as it was given.
#[derive(InputObject)]
pub(crate) struct ConsentInput {
    /// What for, such as publication in the directory.
    pub(crate) purpose: String,
    /// Which version of the consent text.
    pub(crate) text_version: String,
    /// BCP-47 tag of the language the text was read in.
    pub(crate) text_language: String,
    /// The day it was given.
    pub(crate) given_on: Day,
    /// How it was given.
    pub(crate) given_by: ConsentMethod,
    /// The day on which to ask again.
    pub(crate) review_due: Option<Day>,
}

/// One value of a contact person.
#[derive(InputObject)]
pub(crate) struct ContactValueInput {
    /// The value; null takes it away. One that changes without a consent becomes internal.
    pub(crate) value: MaybeUndefined<String>,
    /// Who may see it; more than INTERNAL needs a consent.
    pub(crate) visibility: Option<Visibility>,
    /// The consent to its being seen.
    pub(crate) consent: Option<ConsentInput>,
}

/// What is known of a contact person.
#[derive(InputObject)]
pub(crate) struct ContactValuesInput {
    /// The name.
    name: Option<ContactValueInput>,
    /// The role at the actor, such as chair.
    role: Option<ContactValueInput>,
    /// The telephone number.
    phone: Option<ContactValueInput>,
    /// The e-mail address.
    email: Option<ContactValueInput>,
}

impl ContactValuesInput {
    /// Each with the field it belongs to.
    pub(crate) fn by_field(self) -> [(commands::ContactField, Option<ContactValueInput>); 4] {
        use commands::ContactField::{Email, Name, Phone, Role};
        [(Name, self.name), (Role, self.role), (Phone, self.phone), (Email, self.email)]
    }
}

/// A new contact person.
#[derive(InputObject)]
pub(crate) struct CreateContactPersonInput {
    /// Of which actor, by slug or id.
    pub(crate) actor: Named,
    #[graphql(flatten)]
    pub(crate) values: ContactValuesInput,
}

/// A change of a contact person; what is not named stays.
#[derive(InputObject)]
pub(crate) struct EditContactPersonInput {
    /// The global id of the contact person.
    pub(crate) id: ID,
    /// The version the edit started from; another one now is a conflict.
    pub(crate) expected_version: u32,
    #[graphql(flatten)]
    pub(crate) values: ContactValuesInput,
}

/// A consent to one value being seen.
#[derive(InputObject)]
pub(crate) struct RecordConsentInput {
    /// The global id of the contact person.
    pub(crate) id: ID,
    /// The version that was read; another one now is a conflict.
    pub(crate) expected_version: u32,
    /// To which value.
    pub(crate) field: ContactField,
    /// By whom it may be seen.
    pub(crate) visibility: Visibility,
    /// What was agreed to.
    pub(crate) consent: ConsentInput,
}

/// The end of consents.
#[derive(InputObject)]
pub(crate) struct WithdrawConsentInput {
    /// The global id of the contact person.
    pub(crate) id: ID,
    /// To which values; to all where nothing is said.
    pub(crate) fields: Option<Vec<ContactField>>,
}

/// A contact person to be forgotten.
#[derive(InputObject)]
pub(crate) struct ErasePersonInput {
    /// The global id of the contact person.
    pub(crate) id: ID,
}
