//! Ending one's own session.

use store::accounts::{AccountEvent, EventKind};

use super::{Accounts, SignedIn};
use crate::{CurationError, command_span::command};

impl Accounts {
    /// Ends this session; others of the account go on.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn sign_out(&self, who: &SignedIn) -> Result<(), CurationError> {
        command("sign_out", async {
            let mut writer = self.store.begin_accounts().await?;
            if writer.end_session(&who.session).await? {
                let event = self.event(EventKind::SignedOut, Some(who.account.id));
                writer.tell(&AccountEvent { by: Some(who.account.id), ..event }).await?;
            }
            Ok(writer.commit().await?)
        })
        .await
    }

    /// Ends every session of the account, this one too.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn sign_out_everywhere(&self, who: &SignedIn) -> Result<(), CurationError> {
        command("sign_out_everywhere", async {
            let id = who.account.id;
            let mut writer = self.store.begin_accounts().await?;
            writer.end_sessions(id).await?;
            let event = self.event(EventKind::SignedOut, Some(id));
            writer.tell(&AccountEvent { by: Some(id), detail: Some("everywhere".to_owned()), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }

    /// Ends every session of the account but this one, and says how many there were.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn end_other_sessions(&self, who: &SignedIn) -> Result<u64, CurationError> {
        command("end_other_sessions", async {
            let id = who.account.id;
            let mut writer = self.store.begin_accounts().await?;
            let count = writer.end_other_sessions(id, &who.session).await?;
            let event = self.event(EventKind::SessionRevoked, Some(id));
            writer.tell(&AccountEvent { by: Some(id), detail: Some("all others".to_owned()), ..event }).await?;
            writer.commit().await?;
            Ok(count)
        })
        .await
    }
}
