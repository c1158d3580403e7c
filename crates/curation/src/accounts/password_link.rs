//! A forgotten password: a link by mail sets another one, once and for an hour.
//!
//! Whoever asks learns nothing: the answer is the same for every address, and what is done for one that has an account
//! is done after it. Opening the link changes nothing.

use chrono::Duration;
use domain::Language;
use secrecy::{ExposeSecret, SecretString};
use store::accounts::{Account, EventKind};

use super::{AccountMail, Accounts, password_rules, secrets};
use crate::{CurationError, Refusal, command_span::command};

impl Accounts {
    /// For so long a link for setting a password works, in minutes.
    pub const PASSWORD_LINK_MINUTES: i64 = 60;

    /// Sends a link for setting another password to the account of an e-mail address; does nothing where there is none.
    /// Links that were sent before end.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn send_password_link(&self, email: &str, language: Language) -> Result<(), CurationError> {
        command("send_password_link", async {
            let Some(mailer) = &self.mailer else { return Ok(()) };
            let account = self.store.account_by_email(email).await?;
            let Some(account) = account.filter(|account| account.disabled_at.is_none()) else { return Ok(()) };
            let secret = secrets::secret(&*self.sources, "");
            let hash = secrets::hash(secret.expose_secret());
            let until = self.now() + Duration::minutes(Self::PASSWORD_LINK_MINUTES);
            let mut writer = self.store.begin_accounts().await?;
            writer.set_password_link(account.id, &hash, until).await?;
            writer.tell(&self.event(EventKind::PasswordLinkRequested, Some(account.id))).await?;
            writer.commit().await?;
            let to = account.email;
            mailer.send(&AccountMail::PasswordLink { id: self.sources.new_id(), to, language, secret, until }).await;
            Ok(())
        })
        .await
    }

    /// Whether a link for setting a password works now.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn is_password_link(&self, secret: &SecretString) -> Result<bool, CurationError> {
        Ok(self.account_of_link(&secrets::hash(secret.expose_secret())).await?.is_some())
    }

    /// Sets another password with a link. Every session of the account ends, and the link with it; the second factor
    /// stays. `false` when the link does not work (any more).
    ///
    /// # Errors
    /// [`Refusal::WeakPassword`], after which the link goes on working; [`CurationError::Store`].
    pub async fn set_password(&self, secret: &SecretString, password: &SecretString) -> Result<bool, CurationError> {
        command("set_password", async {
            let hash = secrets::hash(secret.expose_secret());
            let Some(account) = self.account_of_link(&hash).await? else { return Ok(false) };
            password_rules::check(password, account.email.as_str(), account.name.as_deref())
                .map_err(Refusal::WeakPassword)?;
            let stored = self.passwords.hash(password, &*self.sources).await.map_err(CurationError::Password)?;
            let mut writer = self.store.begin_accounts().await?;
            if !writer.take_password_link(&hash, self.now()).await? {
                return Ok(false);
            }
            writer.set_password(account.id, &stored).await?;
            writer.end_sessions(account.id).await?;
            writer.drop_password_links(account.id).await?;
            writer.tell(&self.event(EventKind::PasswordReset, Some(account.id))).await?;
            writer.commit().await?;
            Ok(true)
        })
        .await
    }

    async fn account_of_link(&self, hash: &str) -> Result<Option<Account>, CurationError> {
        let Some(id) = self.store.password_link(hash, self.now()).await? else { return Ok(None) };
        Ok(self.store.account(id).await?.filter(|account| account.disabled_at.is_none()))
    }
}
