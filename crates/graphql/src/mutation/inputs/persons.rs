//! Inputs about contact persons. Nothing here can be printed: the values are personal.

use async_graphql::{ID, InputObject};

use super::said::Named;
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
    /// The value.
    pub(crate) value: String,
    /// Who may see it; more than INTERNAL needs a consent.
    pub(crate) visibility: Option<Visibility>,
    /// The consent to its being seen.
    pub(crate) consent: Option<ConsentInput>,
}

/// A new contact person.
#[derive(InputObject)]
pub(crate) struct CreateContactPersonInput {
    /// Of which actor, by slug or id.
    pub(crate) actor: Named,
    /// The name.
    pub(crate) name: Option<ContactValueInput>,
    /// The role at the actor, such as chair.
    pub(crate) role: Option<ContactValueInput>,
    /// The telephone number.
    pub(crate) phone: Option<ContactValueInput>,
    /// The e-mail address.
    pub(crate) email: Option<ContactValueInput>,
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
