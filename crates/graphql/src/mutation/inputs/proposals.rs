//! Inputs about proposals.

use async_graphql::{ID, InputObject};

use super::entries::{ActorPatchInput, EventFieldsInput, OfferFieldsInput, ProjectFieldsInput};

/// What somebody would like an entry to say. Exactly one of `actor`, `offer`, `event` and `project`
/// says it, or a comment alone. Without an account a text has at most 5000 characters, and all fields
/// together 20000 as JSON.
#[derive(InputObject)]
pub(crate) struct ProposeChangeInput {
    /// The global id of the entry; a new one is proposed where none is named.
    pub(crate) id: Option<ID>,
    /// The version it started from; needed with `id`.
    pub(crate) expected_version: Option<u32>,
    /// What an actor's entry should say.
    pub(crate) actor: Option<ActorPatchInput>,
    /// What an offer should say.
    pub(crate) offer: Option<OfferFieldsInput>,
    /// What an event should say.
    pub(crate) event: Option<EventFieldsInput>,
    /// What a project should say.
    pub(crate) project: Option<ProjectFieldsInput>,
    /// Whether the entry of `id` should be archived; approving the proposal archives it.
    #[graphql(default)]
    pub(crate) archive: bool,
    /// Why, or what should change, in the proposer's words; at most 2000 characters.
    pub(crate) comment: Option<String>,
    /// Where to ask back, at most 200 characters; forgotten when the proposal is closed.
    pub(crate) contact: Option<String>,
}

/// The decision to take a proposal over.
#[derive(InputObject)]
pub(crate) struct ApproveProposalInput {
    /// The id of the proposal.
    pub(crate) id: ID,
    /// The fields to take over, such as `summary.tr`; all where nothing is said, unless others have changed one meanwhile.
    pub(crate) take: Option<Vec<String>>,
    /// The version of the entry that the reviewer saw.
    pub(crate) expected_version: Option<u32>,
    /// Whether a draft is published at once.
    #[graphql(default)]
    pub(crate) publish: bool,
    /// A word to the proposer.
    pub(crate) reason: Option<String>,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

/// The decision against a proposal.
#[derive(InputObject)]
pub(crate) struct RejectProposalInput {
    /// The id of the proposal.
    pub(crate) id: ID,
    /// Why, in words that the proposer may read.
    pub(crate) reason: String,
}

/// A proposal that is taken back.
#[derive(InputObject)]
pub(crate) struct WithdrawProposalInput {
    /// The id of the proposal.
    pub(crate) id: ID,
}

/// A remark on a proposal.
#[derive(InputObject)]
pub(crate) struct CommentProposalInput {
    /// The id of the proposal.
    pub(crate) id: ID,
    /// What is to be said; only staff read it.
    pub(crate) text: String,
}
