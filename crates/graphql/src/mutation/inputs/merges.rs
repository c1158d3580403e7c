//! Inputs about two entries for one actor.

use async_graphql::{ID, InputObject};

/// Two entries for one actor.
#[derive(InputObject)]
pub(crate) struct MergeActorsInput {
    /// The global id of the entry that stays.
    pub(crate) survivor: ID,
    /// The version of it that was read.
    pub(crate) expected_version: u32,
    /// The global id of the entry that goes into it.
    pub(crate) loser: ID,
    /// The version of that one that was read.
    pub(crate) expected_loser_version: u32,
    /// The fields in which the loser is right, such as `phone`, `summary` or `summary.de`; an address, position and
    /// district are taken together. Without being named, lists are joined and what only the loser says is kept.
    pub(crate) take: Option<Vec<String>>,
    /// The fields in which the survivor is right as it stands: nothing is joined or filled in there.
    pub(crate) keep: Option<Vec<String>>,
    /// What for; only staff read it.
    pub(crate) note: Option<String>,
}

/// A merge to be taken apart again.
#[derive(InputObject)]
pub(crate) struct UndoMergeInput {
    /// The id of the merge.
    pub(crate) id: ID,
}

/// Two actors that look like one and are two.
#[derive(InputObject)]
pub(crate) struct DismissDuplicateInput {
    /// The global id of the one.
    pub(crate) one: ID,
    /// The global id of the other.
    pub(crate) other: ID,
}
