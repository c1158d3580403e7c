//! Mail about accounts: what it holds. Who writes and sends it stands outside.

use std::{future::Future, pin::Pin};

use chrono::{DateTime, Utc};
use domain::{EmailAddress, Language, vocabulary::Role};
use secrecy::SecretString;
use uuid::Uuid;

use super::mail_test::MailTrial;
use crate::commands::Delivery;

/// A mail about an account, to its holder or to who is to become one.
#[derive(Clone, Debug)]
pub enum AccountMail {
    /// The link for setting another password.
    PasswordLink {
        /// Names the mail.
        id: Uuid,
        /// To whom.
        to: EmailAddress,
        /// The language it is written in.
        language: Language,
        /// The secret of the link.
        secret: SecretString,
        /// When the link ends.
        until: DateTime<Utc>,
    },
    /// An invitation.
    Invitation {
        /// Names the mail.
        id: Uuid,
        /// To whom.
        to: EmailAddress,
        /// The language it is written in.
        language: Language,
        /// Who invites, where that is known.
        by: Option<String>,
        /// What the account may do.
        role: Role,
        /// The names of the actors it speaks for.
        actors: Vec<String>,
        /// The secret of the link.
        secret: SecretString,
        /// When the link ends.
        until: DateTime<Utc>,
    },
}

/// Who hands mail over.
pub trait AccountMailer: Send + Sync {
    /// Sends a mail and says what became of it.
    fn send<'a>(&'a self, mail: &'a AccountMail) -> Pin<Box<dyn Future<Output = Delivery> + Send + 'a>>;

    /// Sends a mail that only says that mail arrives, and says what the mail server answered.
    fn try_mail<'a>(&'a self, id: Uuid, to: &'a EmailAddress, language: &'a Language) -> MailTrial<'a>;
}
