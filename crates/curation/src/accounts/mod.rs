//! Accounts: who may sign in, how they prove who they are, and who looks after them.
//!
//! [`Accounts`] holds what the commands share; each command is one file. Staff commands take
//! [`&Admin`](crate::Admin), those about one's own account take [`SignedIn`], which only a session or
//! a sign-in gives.
//!
//! Sessions are rows of the store rather than records of a ready-made session layer (tower-sessions
//! was looked at): ids are stored as hashes, all sessions of an account end at once when its role or
//! password changes, and a request without a cookie costs nothing.

mod add_account;
mod change_own;
mod change_role;
mod disable;
mod first_admin;
mod holdings;
mod invitations;
mod issue_token;
mod known_browser;
mod mail_choice;
mod mail_test;
mod mailer;
mod openid;
mod password_link;
mod password_rules;
mod passwords;
mod pending_sign_in;
mod person_name;
mod recognise;
mod reset_password;
mod second_factor;
mod secrets;
mod sign_in;
mod sign_out;
#[cfg(test)]
mod tests;

pub use add_account::NewAccount;
pub use change_role::AccountStanding;
pub use first_admin::{FirstAdmin, first_admin_path};
pub use invitations::{InviteUser, InvitedUser, UserInvitation, invitation_path};
pub use issue_token::{OwnTokenRequest, TokenRequest};
pub use mail_choice::MailChoice;
pub use mail_test::{MailTest, MailTrial};
pub use mailer::{AccountMail, AccountMailer};
pub use openid::{Introduced, Introduction};
pub use password_rules::{LONGEST, PasswordProblem, SHORTEST};
pub use passwords::{PasswordFault, Passwords};
pub use recognise::SignedIn;
pub use second_factor::{RECOVERY_CODES, SecondFactorSetup};
pub use sign_in::{Credentials, SignIn, Welcome};
pub use store::accounts::{Account, AccountEvent, AccountPlace, HeldSession, HeldToken, Invitation};

use messages::Message;
use std::{fmt, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use domain::{AccountId, ActorId, EmailAddress, vocabulary::Role};
use secrecy::SecretString;
use store::{
    Store,
    accounts::{AccountWriter, EventKind},
};
use tokio::sync::Semaphore;

use crate::{Admin, CurationError, Refusal, Sources};

/// How accounts are handled here.
#[derive(Clone, Debug)]
pub struct AccountRules {
    /// A session ends when it was not used for so long.
    pub session_idle: Duration,
    /// A session ends after so long whatever happens.
    pub session: Duration,
    /// Whether administrators can do nothing before they have given a second factor.
    pub admins_need_second_factor: bool,
    /// What authenticator apps show beside the account.
    pub issuer: String,
}

impl Default for AccountRules {
    /// Two hours without use, a working day altogether.
    fn default() -> Self {
        Self {
            session_idle: Duration::from_secs(2 * 3600),
            session: Duration::from_secs(12 * 3600),
            admins_need_second_factor: false,
            issuer: "Brücke".to_owned(),
        }
    }
}

/// What the commands of accounts share. Cheap to clone.
#[derive(Clone)]
pub struct Accounts {
    store: Store,
    passwords: Passwords,
    rules: AccountRules,
    sources: Arc<dyn Sources>,
    mailer: Option<Arc<dyn AccountMailer>>,
    /// Few sessions at once are written down as used, so that a busy database holds up nobody.
    seeing: Arc<Semaphore>,
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("rules", &self.rules).finish_non_exhaustive()
    }
}

impl Accounts {
    /// The commands over a store.
    pub fn new(store: Store, passwords: Passwords, rules: AccountRules, sources: Arc<dyn Sources>) -> Self {
        Self { store, passwords, rules, sources, mailer: None, seeing: Arc::new(Semaphore::new(2)) }
    }

    /// The same with somebody who hands mail over.
    #[must_use]
    pub fn with_mailer(mut self, mailer: Arc<dyn AccountMailer>) -> Self {
        self.mailer = Some(mailer);
        self
    }

    /// Whether mail can be sent, such as links for a forgotten password.
    pub fn has_mailer(&self) -> bool {
        self.mailer.is_some()
    }

    /// Every account, by e-mail address.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn list(&self, _by: &Admin) -> Result<Vec<Account>, CurationError> {
        Ok(self.store.accounts().await?)
    }

    /// The account of an e-mail address.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none; [`CurationError::Store`].
    pub async fn find(&self, _by: &Admin, email: &str) -> Result<Account, CurationError> {
        let found = self.store.account_by_email(email).await?;
        found.ok_or_else(|| Refusal::NotFound { field: "email".to_owned() }.into())
    }

    /// An account.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none; [`CurationError::Store`].
    pub async fn account(&self, _by: &Admin, id: AccountId) -> Result<Account, CurationError> {
        let found = self.store.account(id).await?;
        found.ok_or_else(|| Refusal::NotFound { field: "id".to_owned() }.into())
    }

    /// The slugs of the actors an account speaks for.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn slugs(&self, actors: &[ActorId]) -> Result<Vec<String>, CurationError> {
        let found = self.store.get_many::<domain::Actor>(actors).await?;
        Ok(found.into_iter().map(|actor| actor.data.slug.to_string()).collect())
    }

    fn now(&self) -> DateTime<Utc> {
        self.sources.now()
    }

    /// An account that begins now: enabled, without a second factor, and speaking for nobody.
    fn new_account(&self, email: EmailAddress, name: Option<String>, role: Role, password: SecretString) -> Account {
        Account {
            id: self.sources.new_id().into(),
            email,
            name,
            role,
            trusted: false,
            actors: Vec::new(),
            password,
            created_at: self.now(),
            disabled_at: None,
            second_factor: None,
            language: None,
        }
    }

    fn event(&self, kind: EventKind, account: Option<AccountId>) -> AccountEvent {
        AccountEvent { id: self.sources.new_id(), at: self.now(), kind, account, by: None, detail: None }
    }

    /// Writes down what an administrator did, and makes it last.
    async fn finish(
        &self,
        mut writer: AccountWriter,
        by: &Admin,
        kind: EventKind,
        account: AccountId,
        detail: Option<String>,
    ) -> Result<(), CurationError> {
        let event = AccountEvent { by: by.account(), detail, ..self.event(kind, Some(account)) };
        writer.tell(&event).await?;
        Ok(writer.commit().await?)
    }
}

/// Refuses what an administrator would do to the own account and could not take back.
fn check_other(by: &Admin, id: AccountId) -> Result<(), Refusal> {
    if by.account() != Some(id) {
        return Ok(());
    }
    Err(Refusal::WrongState { code: "OWN_ACCOUNT", message: Message::new("account-own") })
}

/// The refusal for an account that is not there.
fn no_account() -> CurationError {
    Refusal::NotFound { field: "email".to_owned() }.into()
}
