//! Keeping an account from signing in, and letting it again.

use domain::AccountId;
use store::accounts::EventKind;

use super::{Accounts, check_other};
use crate::{Admin, CurationError, command_span::command};

impl Accounts {
    /// Disables an account: its sessions end, its tokens stop working. What it did stays its own.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is the own account, or there is none.
    pub async fn disable(&self, by: &Admin, id: AccountId) -> Result<(), CurationError> {
        command("disable", async {
            check_other(by, id)?;
            self.require_account(id).await?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_disabled(id, Some(self.now())).await?;
            writer.end_sessions(id).await?;
            self.finish(writer, by, EventKind::Disabled, id, None).await
        })
        .await
    }

    /// Lets an account sign in again; its tokens work again.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such account.
    pub async fn enable(&self, by: &Admin, id: AccountId) -> Result<(), CurationError> {
        command("enable", async {
            self.require_account(id).await?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_disabled(id, None).await?;
            self.finish(writer, by, EventKind::Enabled, id, None).await
        })
        .await
    }
}
