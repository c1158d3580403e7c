//! Ending one's own session.

use store::accounts::{AccountEvent, EventKind};

use super::{Accounts, SignedIn};
use crate::CurationError;

impl Accounts {
    /// Ends this session; others of the account go on.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn sign_out(&self, who: &SignedIn) -> Result<(), CurationError> {
        let mut writer = self.store.begin_accounts().await?;
        if writer.end_session(&who.session).await? {
            let event = self.event(EventKind::SignedOut, Some(who.account.id));
            writer.tell(&AccountEvent { by: Some(who.account.id), ..event }).await?;
        }
        Ok(writer.commit().await?)
    }
}
