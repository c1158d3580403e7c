//! Inputs about what one's own account holds.

use async_graphql::{ID, InputObject};

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
