//! Giving an account another password, or taking a lost second factor away.

use domain::AccountId;
use secrecy::SecretString;
use store::accounts::EventKind;

use super::{Accounts, password_rules};
use crate::{Admin, CurationError, Refusal, command_span::command};

impl Accounts {
    /// Gives an account another password and ends its sessions. The second factor stays.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such account or the password is weak.
    pub async fn reset_password(
        &self,
        by: &Admin,
        id: AccountId,
        password: &SecretString,
    ) -> Result<(), CurationError> {
        command("reset_password", async {
            let account = self.require_account(id).await?;
            password_rules::check(password, account.email.as_str(), account.name.as_deref())
                .map_err(Refusal::WeakPassword)?;
            let hash = self.passwords.hash(password, &*self.sources).await.map_err(CurationError::Password)?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_password(id, &hash).await?;
            writer.end_sessions(id).await?;
            writer.drop_password_links(id).await?;
            self.finish(writer, by, EventKind::PasswordReset, id, None).await
        })
        .await
    }

    /// Takes the second factor of an account away, for somebody who has lost theirs and every
    /// recovery code, and ends its sessions.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such account.
    pub async fn reset_second_factor(&self, by: &Admin, id: AccountId) -> Result<(), CurationError> {
        command("reset_second_factor", async {
            self.require_account(id).await?;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_second_factor(id, None).await?;
            writer.end_sessions(id).await?;
            self.finish(writer, by, EventKind::SecondFactorRemoved, id, None).await
        })
        .await
    }
}
