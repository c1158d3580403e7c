//! Recognising who asks by a session or a token.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::vocabulary::Role;
use secrecy::{ExposeSecret, SecretString};
use store::accounts::Account;

use super::{
    Accounts,
    secrets::{self, TOKEN_PREFIX},
};
use crate::{CurationError, Requester};

/// A session is written down as used at most this often, seconds.
const SEEN_EVERY: i64 = 60;

/// Somebody with a session: the proof that commands about one's own account take.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who they are to all other commands.
    pub requester: Requester,
    /// Their account.
    pub account: Account,
    /// When the session ends whatever happens.
    pub expires_at: DateTime<Utc>,
    /// The hash of the session's id.
    pub(super) session: String,
    /// On what kind of device it was begun.
    pub(super) device: Option<String>,
}

impl SignedIn {
    /// Whether the account has a confirmed second factor.
    pub fn has_second_factor(&self) -> bool {
        has_confirmed_factor(&self.account)
    }

    /// Whether this is the session that a handle of [`HeldSession`](super::HeldSession) names.
    pub fn is_session(&self, handle: &str) -> bool {
        !handle.is_empty() && self.session.starts_with(handle)
    }
}

impl Accounts {
    /// Whose session this is; `None` when it has ended, was ended or never was.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn by_session(&self, id: &SecretString) -> Result<Option<SignedIn>, CurationError> {
        let hash = secrets::hash(id.expose_secret());
        let Some(session) = self.store.session(&hash).await? else { return Ok(None) };
        let now = self.now();
        let idle = Duration::from_std(self.rules.session_idle).unwrap_or(Duration::MAX);
        let unused = now - session.seen_at;
        if now >= session.expires_at || unused >= idle || session.account.disabled_at.is_some() {
            return Ok(None);
        }
        // A short idle time must not pass between two moments that are written down.
        if unused >= Duration::seconds(SEEN_EVERY).min(idle / 4) {
            self.see(hash.clone(), now);
        }
        Ok(Some(SignedIn {
            requester: self.requester(&session.account, session.second_factor),
            account: session.account,
            expires_at: session.expires_at,
            session: hash,
            device: session.device,
        }))
    }

    /// In whose name a program asks; `None` when the token has ended, was withdrawn or never was.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn by_token(&self, token: &SecretString) -> Result<Option<Requester>, CurationError> {
        if !token.expose_secret().starts_with(TOKEN_PREFIX) {
            return Ok(None);
        }
        let Some(token) = self.store.token(&secrets::hash(token.expose_secret())).await? else { return Ok(None) };
        if self.now() >= token.expires_at || token.account.disabled_at.is_some() {
            return Ok(None);
        }
        // Who made the token has been asked for the second factor then.
        let requester = self.requester(&token.account, true);
        Ok(Some(if token.may_write { requester } else { requester.reading_only() }))
    }

    /// Who somebody is to all commands.
    pub(super) fn requester(&self, account: &Account, second_factor: bool) -> Requester {
        if account.role == Role::Admin && self.rules.admins_need_second_factor && !second_factor {
            return Requester::before_second_factor(account.id).with_name(account.name.clone());
        }
        Requester::signed_in(account.id, account.role, account.actors.clone(), account.trusted)
            .with_name(account.name.clone())
    }

    /// Writes down beside the request that a session was used.
    fn see(&self, hash: String, now: DateTime<Utc>) {
        let Ok(turn) = Arc::clone(&self.seeing).try_acquire_owned() else { return };
        let store = self.store.clone();
        tokio::spawn(async move {
            let seen = async {
                let mut writer = store.begin_accounts().await?;
                writer.see_session(&hash, now).await?;
                writer.commit().await
            };
            if let Err(error) = seen.await {
                tracing::warn!(error = %domain::ErrorChain(&error), "a session could not be kept");
            }
            drop(turn);
        });
    }
}

/// Whether an account has a confirmed second factor.
pub(super) fn has_confirmed_factor(account: &Account) -> bool {
    account.second_factor.as_ref().is_some_and(|factor| factor.since.is_some())
}
