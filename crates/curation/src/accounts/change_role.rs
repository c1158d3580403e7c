//! Giving an account another role, other actors or another trust.

use domain::{AccountId, vocabulary::Role};
use store::accounts::EventKind;

use super::{Accounts, check_other};
use crate::{Admin, CurationError, command_span::command};

/// What an account is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountStanding {
    /// What it may do.
    pub role: Role,
    /// The slugs of the actors a member speaks for.
    pub actors: Vec<String>,
    /// Whether a member publishes changes of those without a review.
    pub trusted: bool,
}

impl AccountStanding {
    /// A role without more.
    pub const fn new(role: Role) -> Self {
        Self { role, actors: Vec::new(), trusted: false }
    }
}

impl Accounts {
    /// Changes what an account may do, and ends its sessions: what somebody is shown must be what
    /// they may do. Tokens live on with the new role.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is the own account or there is none, the role is none of an account or an
    /// actor is unknown.
    pub async fn change_role(
        &self,
        by: &Admin,
        id: AccountId,
        standing: &AccountStanding,
    ) -> Result<(), CurationError> {
        command("change_role", async {
            check_other(by, id)?;
            let before = self.require_account(id).await?;
            let actors = self.resolve_standing(standing).await?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_role(id, standing.role, standing.trusted, &actors).await?;
            writer.end_sessions(id).await?;
            let detail = format!("{} → {}", before.role, standing.role);
            self.finish(writer, by, EventKind::RoleChanged, id, Some(detail)).await
        })
        .await
    }
}
