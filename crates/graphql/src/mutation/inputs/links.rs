//! Inputs about cooperation links.

use async_graphql::{ID, InputObject};

use super::{
    entries::edits,
    patch_values::{Named, fields_input},
    sights,
};
use crate::{
    enums::{LinkBasis, LinkKind, LinkSide},
    scalars::Day,
};

fields_input! {
    /// The ends of a link and what joins them.
    LinkEndsInput {
        /// Where a directed link starts: an actor by slug or id.
        from "from" Named,
        /// Where a directed link ends: an actor by slug or id.
        to "to" Named,
        /// What joins them.
        kind "kind" LinkKind,
        /// What they work on together: themes by slug or id.
        themes "themes" Vec<Named>,
        /// Where they work together: districts by slug or id.
        districts "districts" Vec<Named>,
        /// The first day.
        since "since" Day,
        /// The last day.
        until "until" Day,
        /// What it rests on.
        basis "basis" LinkBasis,
        /// Where it is known from.
        source "source" String,
        /// A note for everybody.
        public_note "publicNote" String,
        /// A note for staff, who alone may write one.
        internal_note "internalNote" String,
    }
}

fields_input! {
    /// What a link says of itself.
    LinkFieldsInput {
        /// What they work on together: themes by slug or id.
        themes "themes" Vec<Named>,
        /// Where they work together: districts by slug or id.
        districts "districts" Vec<Named>,
        /// The first day.
        since "since" Day,
        /// The last day.
        until "until" Day,
        /// What it rests on.
        basis "basis" LinkBasis,
        /// Where it is known from.
        source "source" String,
        /// A note for everybody.
        public_note "publicNote" String,
        /// A note for staff.
        internal_note "internalNote" String,
    }
}

/// A cooperation that both sides are to confirm.
#[derive(InputObject)]
pub(crate) struct ProposeLinkInput {
    #[graphql(flatten)]
    pub(crate) fields: LinkEndsInput,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

/// One side's word that a link is true.
#[derive(InputObject)]
pub(crate) struct ConfirmLinkInput {
    /// The global id of the link.
    pub(crate) id: ID,
    /// The version that was read; another one now is a conflict.
    pub(crate) expected_version: u32,
    /// For which side.
    pub(crate) side: LinkSide,
    /// The day it was said; today unless said otherwise.
    pub(crate) on: Option<Day>,
    /// What shows that both sides agree, such as a letter: needed where one person confirms both. Only staff read it.
    pub(crate) evidence: Option<String>,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

/// Two actors that are not to be suggested to each other as partners.
#[derive(InputObject)]
pub(crate) struct DismissSuggestedPartnerInput {
    /// The global id of the one.
    pub(crate) actor: ID,
    /// The global id of the other.
    pub(crate) partner: ID,
    /// False to have them suggested again; true where nothing is said.
    pub(crate) dismissed: Option<bool>,
}

/// A cooperation that is over.
#[derive(InputObject)]
pub(crate) struct EndLinkInput {
    /// The global id of the link.
    pub(crate) id: ID,
    /// The version that was read; another one now is a conflict.
    pub(crate) expected_version: u32,
    /// The last day; today unless said otherwise.
    pub(crate) on: Option<Day>,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

edits! {
    /// A change of a link; what is not named stays.
    EditLinkInput LinkFieldsInput
}

sights! {
    /// A link that one side turns down.
    RejectLinkInput
    /// An active link that rests from now on.
    MarkLinkDormantInput
}
