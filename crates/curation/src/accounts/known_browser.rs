//! Browsers in which an account was signed in to before: a signed note in a cookie says so. It opens nothing; it
//! only keeps those who guess from elsewhere from holding up the owner.
//!
//! The note holds a random id with its time, signed together with the e-mail address that was signed in with: it
//! says nothing about the person, and is worth nothing for another account.

use chrono::{DateTime, Duration, Utc};
use secrecy::{ExposeSecret, SecretString};
use uuid::{NoContext, Timestamp, Uuid};

use super::Accounts;
use crate::{
    CurationError,
    command_span::command,
    signed::{Seal, SignedToken},
};

/// The name of the key that signs the notes.
const KEY: &str = "known-browser";

impl Accounts {
    /// For so long a browser is known, in days.
    pub const BROWSER_KNOWN_DAYS: i64 = 180;

    /// A note for a browser in which somebody has just signed in with this e-mail address.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn remember_browser(&self, email: &str) -> Result<SecretString, CurationError> {
        command("remember_browser", async {
            let seal = self.seal(KEY).await?;
            Ok(seal.token(id_of(self.now()), &[normal(email).as_bytes()]))
        })
        .await
    }

    /// The id of a browser that brings a note of ours for this e-mail address; `None` for any other.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn known_browser(&self, email: &str, note: &SecretString) -> Result<Option<Uuid>, CurationError> {
        let Some(token) = SignedToken::read(note.expose_secret()) else { return Ok(None) };
        let Some(key) = self.store.signing_key(KEY).await? else { return Ok(None) };
        let seal = Seal::of(&key).ok_or(CurationError::UnusableKey)?;
        let holds = seal.holds(&token, &[normal(email).as_bytes()]);
        Ok(Some(token.id).filter(|id| holds && issued_at(*id).is_some_and(|at| self.now() - at < days())))
    }

    /// The key of this name, made when it is first needed.
    pub(super) async fn seal(&self, name: &'static str) -> Result<Seal, CurationError> {
        let key = match self.store.signing_key(name).await? {
            Some(key) => key,
            None => {
                // Who signs in does not wait for who writes entries.
                let mut writer = self.store.begin_accounts().await?;
                let key = writer.signing_key(name, &Seal::fresh_key(&*self.sources), self.now()).await?;
                writer.commit().await?;
                key
            }
        };
        Seal::of(&key).ok_or(CurationError::UnusableKey)
    }
}

fn days() -> Duration {
    Duration::days(Accounts::BROWSER_KNOWN_DAYS)
}

/// A random id that holds its time.
pub(super) fn id_of(at: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(at.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, at.timestamp_subsec_nanos()))
}

/// When an id of version 7 was made.
pub(super) fn issued_at(id: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}

fn normal(email: &str) -> String {
    email.trim().to_lowercase()
}
