//! Signing in: password, and second factor where there is one.
//!
//! An account that does not exist, a disabled one and a wrong password are answered alike and after
//! the same work. How often somebody may try is for the server to say, who knows where from.

use chrono::Duration;
use domain::AccountId;
use secrecy::{ExposeSecret, SecretString};
use store::accounts::{Account, AccountEvent, AccountWriter, EventKind, NewSession};

use super::{Accounts, SignedIn, recognise::has_confirmed_factor, second_factor, secrets};
use crate::{CurationError, command_span::command};

/// The longest description of a device that is kept, in characters.
const DEVICE_LENGTH: usize = 80;

/// What somebody signs in with.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The e-mail address, as typed.
    pub email: SecretString,
    /// The password.
    pub password: SecretString,
    /// The code of the second factor, or a recovery code.
    pub code: Option<SecretString>,
    /// On what kind of device, such as `Firefox, Android`; at most 80 characters.
    pub device: Option<String>,
}

/// Somebody has signed in.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// The id of the new session, for the cookie.
    pub session: SecretString,
    /// Who it is.
    pub who: SignedIn,
}

/// How a sign-in ended.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// They are in.
    Welcome(Box<Welcome>),
    /// The password is right, and a code is needed: with it, or alone with this for some minutes.
    CodeNeeded(SecretString),
    /// The password is right, the code is not or was used before.
    CodeWrong,
    /// No such account, or not its password, or disabled.
    Refused,
}

impl Accounts {
    /// Signs somebody in with a new session.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::Password`]; what is wrong with the credentials is
    /// in the answer.
    pub async fn sign_in(&self, credentials: &Credentials) -> Result<SignIn, CurationError> {
        command("sign_in", async {
            let account = self.store.account_by_email(credentials.email.expose_secret()).await?;
            let hash = account.as_ref().map(|account| &account.password);
            let right = self.passwords.verify(&credentials.password, hash).await.map_err(CurationError::Password)?;
            let account = match account {
                Some(account) if right && account.disabled_at.is_none() => account,
                other => {
                    self.tell_failure(other.as_ref().map(|account| account.id), "password").await?;
                    return Ok(SignIn::Refused);
                }
            };
            let has_factor = has_confirmed_factor(&account);
            let Some(code) = credentials.code.as_ref().filter(|_| has_factor) else {
                if has_factor {
                    return Ok(SignIn::CodeNeeded(self.pending_sign_in(&account).await?));
                }
                let writer = self.store.begin_accounts().await?;
                return Ok(SignIn::Welcome(Box::new(
                    self.begin(writer, account, false, credentials.device.clone()).await?,
                )));
            };
            self.sign_in_by_code(account, code, credentials.device.clone()).await
        })
        .await
    }

    /// The second half of a sign-in: the password was right.
    pub(super) async fn sign_in_by_code(
        &self,
        account: Account,
        code: &SecretString,
        device: Option<String>,
    ) -> Result<SignIn, CurationError> {
        let mut writer = self.store.begin_accounts().await?;
        if !self.take_code(&mut writer, &account, code).await? {
            drop(writer);
            self.tell_failure(Some(account.id), "second factor").await?;
            return Ok(SignIn::CodeWrong);
        }
        Ok(SignIn::Welcome(Box::new(self.begin(writer, account, true, device).await?)))
    }

    /// Begins a session and makes it last.
    pub(super) async fn begin(
        &self,
        mut writer: AccountWriter,
        account: Account,
        second_factor: bool,
        device: Option<String>,
    ) -> Result<Welcome, CurationError> {
        let session = secrets::secret(&*self.sources, "");
        let hash = secrets::hash(session.expose_secret());
        let now = self.now();
        let expires_at = now + Duration::from_std(self.rules.session).unwrap_or(Duration::days(1));
        let id = account.id;
        let device = device.map(|device| device.chars().take(DEVICE_LENGTH).collect::<String>());
        let new = NewSession {
            hash: &hash,
            account: id,
            second_factor,
            created_at: now,
            expires_at,
            device: device.as_deref(),
        };
        writer.begin_session(&new).await?;
        let event = self.event(EventKind::SignedIn, Some(id));
        writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
        writer.commit().await?;
        let requester = self.requester(&account, second_factor);
        let who = SignedIn { requester, account, expires_at, session: hash, device };
        Ok(Welcome { session, who })
    }

    /// Takes a code of the second factor or a recovery code; each counts once.
    pub(super) async fn take_code(
        &self,
        writer: &mut AccountWriter,
        account: &Account,
        code: &SecretString,
    ) -> Result<bool, CurationError> {
        let Some(factor) = &account.second_factor else { return Ok(false) };
        if let Some(step) = second_factor::step_of(factor, code, self.now()) {
            return Ok(writer.take_step(account.id, step).await?);
        }
        let hash = secrets::hash(secrets::normalise_code(code).expose_secret());
        let taken = writer.take_recovery_code(account.id, &hash, self.now()).await?;
        if taken {
            writer.tell(&self.event(EventKind::RecoveryCodeUsed, Some(account.id))).await?;
        }
        Ok(taken)
    }

    /// Told alike of accounts that exist and of those that do not: both take as long.
    pub(super) async fn tell_failure(&self, account: Option<AccountId>, what: &str) -> Result<(), CurationError> {
        let mut writer = self.store.begin_accounts().await?;
        let event = self.event(EventKind::SignInFailed, account);
        writer.tell(&AccountEvent { detail: Some(what.to_owned()), ..event }).await?;
        Ok(writer.commit().await?)
    }
}
