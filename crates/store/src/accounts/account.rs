//! An account, and what signs in to it.

use std::fmt;

use chrono::{DateTime, Utc};
use domain::{AccountId, ActorId, EmailAddress, Language, vocabulary::Role};
use secrecy::SecretString;

/// Somebody who may sign in.
#[derive(Clone)]
pub struct Account {
    /// Which account.
    pub id: AccountId,
    /// Where it signs in with; kept as typed, compared without regard to case.
    pub email: EmailAddress,
    /// What staff call the holder.
    pub name: Option<String>,
    /// What it may do.
    pub role: Role,
    /// Whether a member publishes changes of their own actors without a review.
    pub trusted: bool,
    /// The actors a member speaks for.
    pub actors: Vec<ActorId>,
    /// The password as an argon2id string (PHC format).
    pub password: SecretString,
    /// Since when there is the account.
    pub created_at: DateTime<Utc>,
    /// Since when nobody may sign in with it; `None` while somebody may.
    pub disabled_at: Option<DateTime<Utc>>,
    /// The second factor, offered or confirmed.
    pub second_factor: Option<SecondFactor>,
    /// The language its holder reads mail in, as far as is known.
    pub language: Option<Language>,
}

/// The second factor of an account (TOTP, RFC 6238).
#[derive(Clone)]
pub struct SecondFactor {
    /// The secret in base32.
    pub secret: SecretString,
    /// Since when it counts; `None` while it is only offered.
    pub since: Option<DateTime<Utc>>,
    /// The last time step whose code was taken.
    pub last_step: Option<u64>,
}

/// Somebody is signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whose session.
    pub account: Account,
    /// Whether the second factor was given.
    pub second_factor: bool,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to about a minute.
    pub seen_at: DateTime<Utc>,
    /// When it ends whatever happens.
    pub expires_at: DateTime<Utc>,
    /// On what kind of device it was begun.
    pub device: Option<String>,
}

/// A session to begin.
#[derive(Clone, Debug)]
pub struct NewSession<'a> {
    /// The hash of its id.
    pub hash: &'a str,
    /// Whose session.
    pub account: AccountId,
    /// Whether the second factor was given.
    pub second_factor: bool,
    /// When it begins.
    pub created_at: DateTime<Utc>,
    /// When it ends whatever happens.
    pub expires_at: DateTime<Utc>,
    /// On what kind of device it begins, such as `Firefox, Android`; at most 80 characters.
    pub device: Option<&'a str>,
}

/// A program may ask in the name of an account.
#[derive(Clone, Debug)]
pub struct Token {
    /// In whose name.
    pub account: Account,
    /// What it is for.
    pub name: String,
    /// Whether it may change anything.
    pub may_write: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// A token to make.
#[derive(Clone, Debug)]
pub struct NewToken<'a> {
    /// The hash of the token.
    pub hash: &'a str,
    /// In whose name.
    pub account: AccountId,
    /// What it is for.
    pub name: &'a str,
    /// Whether it may change anything.
    pub may_write: bool,
    /// When it is made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Shows which account only: neither an address nor a secret.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({}, {}, …)", self.id, self.role)
    }
}

/// Shows the state only.
impl fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.since.is_some() { "SecondFactor(confirmed)" } else { "SecondFactor(offered)" })
    }
}

/// How e-mail addresses are compared.
pub(super) fn key(email: &str) -> String {
    email.trim().to_lowercase()
}
