//! Inputs about what one's own account holds.

use async_graphql::{ID, InputObject};

use crate::enums::Role;

/// A session to be ended.
#[derive(InputObject)]
pub(crate) struct RevokeSessionInput {
    /// The id, as `viewer { sessions }` gives it.
    pub(crate) id: ID,
}

/// A token to be withdrawn.
#[derive(InputObject)]
pub(crate) struct RevokeTokenInput {
    /// The id, as `viewer { tokens }` gives it.
    pub(crate) id: ID,
}

/// Somebody to be invited.
#[derive(InputObject)]
pub(crate) struct InviteUserInput {
    /// Who: the e-mail address that the account will sign in with.
    pub(crate) email: String,
    /// What they are called, as far as is known; they can change it.
    pub(crate) name: Option<String>,
    /// What the account may do: never more than whoever invites.
    pub(crate) role: Role,
    /// The slugs of the actors a member speaks for.
    pub(crate) actors: Option<Vec<String>>,
    /// Whether a member publishes changes of those without a review.
    pub(crate) trusted: Option<bool>,
    /// The language of the mail; German where nothing is said.
    pub(crate) language: Option<String>,
}

/// An account and what it may do from now on.
#[derive(InputObject)]
pub(crate) struct ChangeRoleInput {
    /// The id, as `viewer { accounts }` gives it.
    pub(crate) id: ID,
    /// What it may do.
    pub(crate) role: Role,
    /// The slugs of the actors a member speaks for.
    pub(crate) actors: Option<Vec<String>>,
    /// Whether a member publishes changes of those without a review.
    pub(crate) trusted: Option<bool>,
}

/// An account that nobody may sign in with any more.
#[derive(InputObject)]
pub(crate) struct DisableAccountInput {
    /// The id, as `viewer { accounts }` gives it.
    pub(crate) id: ID,
}

/// An account that may be signed in with again.
#[derive(InputObject)]
pub(crate) struct EnableAccountInput {
    /// The id, as `viewer { accounts }` gives it.
    pub(crate) id: ID,
}

/// A mail to oneself.
#[derive(InputObject)]
pub(crate) struct SendTestMailInput {
    /// The language of the mail, as a BCP-47 tag; German where nothing is said.
    pub(crate) language: Option<String>,
}

/// An invitation to be sent once more.
#[derive(InputObject)]
pub(crate) struct ResendInvitationInput {
    /// The id, as `viewer { invitations }` gives it.
    pub(crate) id: ID,
}

/// An invitation to be withdrawn.
#[derive(InputObject)]
pub(crate) struct RevokeInvitationInput {
    /// The id, as `viewer { invitations }` gives it.
    pub(crate) id: ID,
}
