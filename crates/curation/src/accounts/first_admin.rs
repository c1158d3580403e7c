//! The link with which a directory gets its first administrator: the service tells it to whoever starts it, and nothing
//! of it is stored.
//!
//! It is signed over the number of accounts there are and holds its own time, so it has ended once there is one account
//! more, however that was made, or an hour is over. Accounts are never removed: the number comes back never.

use chrono::Duration;
use domain::{
    AccountId,
    rules::{Problem, Violations},
    vocabulary::Role,
};
use secrecy::{ExposeSecret, SecretString};
use store::accounts::{AccountCounts, AccountEvent, EventKind};

use super::{
    Accounts,
    known_browser::{id_of, issued_at},
    password_rules,
    person_name::check_person_name,
};
use crate::{
    CurationError, Refusal,
    command_span::command,
    signed::{Seal, SignedToken},
};

/// The name of the key that signs the links.
const KEY: &str = "first-admin";

/// The first administrator.
#[derive(Clone, Debug)]
pub struct FirstAdmin {
    /// The address to sign in with, as it is typed.
    pub email: String,
    /// What they are called; empty where they do not say.
    pub name: String,
    /// The password.
    pub password: SecretString,
}

/// The path of the link for the first administrator.
pub fn first_admin_path(secret: &str) -> String {
    format!("/first-admin/{secret}")
}

impl Accounts {
    /// For so long a link for the first administrator works, in minutes.
    pub const FIRST_ADMIN_MINUTES: i64 = 60;

    /// Whether somebody may administer.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn has_admin(&self) -> Result<bool, CurationError> {
        Ok(self.store.account_counts().await?.admins > 0)
    }

    /// The secret of a link for the first administrator; `None` where there is one.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn first_admin_link(&self) -> Result<Option<SecretString>, CurationError> {
        command("first_admin_link", async {
            let counts = self.store.account_counts().await?;
            if counts.admins > 0 {
                return Ok(None);
            }
            let seal = self.seal(KEY).await?;
            Ok(Some(seal.token(id_of(self.now()), &[&counts.all.to_be_bytes()])))
        })
        .await
    }

    /// Whether a link for the first administrator works.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn is_first_admin_link(&self, secret: &SecretString) -> Result<bool, CurationError> {
        let Some(link) = self.read_first_admin_link(secret).await? else { return Ok(false) };
        Ok(link.works(self.store.account_counts().await?))
    }

    /// Makes the first administrator, after which no link works any more; `None` when this one does not. Of two who have
    /// the same link, one is.
    ///
    /// # Errors
    /// [`Refusal::WeakPassword`] or [`Refusal::Invalid`], after which the link goes on working;
    /// [`store::StoreError::AccountExists`]; [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn add_first_admin(
        &self,
        secret: &SecretString,
        new: FirstAdmin,
    ) -> Result<Option<AccountId>, CurationError> {
        command("add_first_admin", async {
            let Some(link) = self.read_first_admin_link(secret).await? else { return Ok(None) };
            if !link.works(self.store.account_counts().await?) {
                return Ok(None);
            }
            let mut wrong = Violations::default();
            let name = Some(new.name.trim().to_owned()).filter(|name| !name.is_empty());
            check_person_name(name.as_deref().unwrap_or_default(), &mut wrong);
            let Ok(email) = new.email.parse() else {
                wrong.add("email", Problem::Required);
                return Err(Refusal::Invalid(wrong).into());
            };
            wrong.into_result().map_err(Refusal::Invalid)?;
            password_rules::check(&new.password, new.email.trim(), name.as_deref()).map_err(Refusal::WeakPassword)?;
            let password = self.passwords.hash(&new.password, &*self.sources).await.map_err(CurationError::Password)?;
            let account = self.new_account(email, name, Role::Admin, password);
            let mut writer = self.store.begin_accounts().await?;
            // Hashing took a while: who was faster is known only now, and nobody is until this ends.
            if !link.works(writer.lock_account_counts().await?) {
                return Ok(None);
            }
            writer.add(&account).await?;
            let event = self.event(EventKind::Added, Some(account.id));
            writer.tell(&AccountEvent { detail: Some(Role::Admin.slug().to_owned()), ..event }).await?;
            writer.commit().await?;
            Ok(Some(account.id))
        })
        .await
    }

    async fn read_first_admin_link(&self, secret: &SecretString) -> Result<Option<FirstAdminLink>, CurationError> {
        let Some(token) = SignedToken::read(secret.expose_secret()) else { return Ok(None) };
        let age = issued_at(token.id).map(|at| self.now() - at);
        if age.is_none_or(|age| age > Duration::minutes(Self::FIRST_ADMIN_MINUTES)) {
            return Ok(None);
        }
        let Some(key) = self.store.signing_key(KEY).await? else { return Ok(None) };
        Ok(Some(FirstAdminLink { seal: Seal::of(&key).ok_or(CurationError::UnusableKey)?, token }))
    }
}

/// A link that is not too old, with the key that it should be signed by.
struct FirstAdminLink {
    seal: Seal,
    token: SignedToken,
}

impl FirstAdminLink {
    /// Whether nobody administers, and there is no account more than when it was made.
    fn works(&self, counts: AccountCounts) -> bool {
        counts.admins == 0 && self.seal.holds(&self.token, &[&counts.all.to_be_bytes()])
    }
}
