//! What happened to accounts: told for good, without secrets and without where from.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use domain::AccountId;
use uuid::Uuid;

use crate::StoreError;

/// Something that happened to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountEvent {
    /// Names the event; grows with time.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: EventKind,
    /// To which account; `None` where somebody tried one that does not exist.
    pub account: Option<AccountId>,
    /// Through whom; `None` for the command line and for what nobody signed in did.
    pub by: Option<AccountId>,
    /// What more staff should know, such as the role before and after.
    pub detail: Option<String>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $word:literal,)+) => {
        /// What can happen to an account.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum EventKind {
            $($(#[$doc])* $name,)+
        }

        impl EventKind {
            /// The word that is stored.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }

        impl FromStr for EventKind {
            type Err = StoreError;

            fn from_str(word: &str) -> Result<Self, StoreError> {
                match word {
                    $($word => Ok(Self::$name),)+
                    _ => Err(StoreError::Word { word: word.to_owned(), wanted: "an event of an account" }),
                }
            }
        }
    };
}

kinds! {
    /// It was made.
    Added "added",
    /// Its role, its actors or its trust were changed.
    RoleChanged "role-changed",
    /// Nobody may sign in with it any more.
    Disabled "disabled",
    /// One may sign in with it again.
    Enabled "enabled",
    /// It got another password.
    PasswordReset "password-reset",
    /// Its holder gave it another password.
    PasswordChanged "password-changed",
    /// A link for setting another password was asked for.
    PasswordLinkRequested "password-link-requested",
    /// Its holder changed the name.
    NameChanged "name-changed",
    /// Its holder chose which mail to get, or its language.
    MailChoiceChanged "mail-choice-changed",
    /// It invited somebody.
    UserInvited "user-invited",
    /// An invitation was withdrawn.
    InvitationRevoked "invitation-revoked",
    /// Somebody signed in.
    SignedIn "signed-in",
    /// Somebody tried to sign in and could not.
    SignInFailed "sign-in-failed",
    /// Somebody signed out.
    SignedOut "signed-out",
    /// A token was made.
    TokenIssued "token-issued",
    /// Its tokens were withdrawn, all or one.
    TokensRevoked "tokens-revoked",
    /// Its holder ended a session from elsewhere.
    SessionRevoked "session-revoked",
    /// The second factor was confirmed.
    SecondFactorConfirmed "second-factor-confirmed",
    /// The second factor was taken away.
    SecondFactorRemoved "second-factor-removed",
    /// A recovery code was used in place of the second factor.
    RecoveryCodeUsed "recovery-code-used",
    /// New recovery codes were made.
    RecoveryCodesRenewed "recovery-codes-renewed",
    /// Somebody signed in through another service for the first time.
    SubjectLinked "subject-linked",
    /// Its links to other services were taken away.
    SubjectsUnlinked "subjects-unlinked",
}
