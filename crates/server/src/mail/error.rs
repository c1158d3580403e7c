//! Why mail cannot be sent.

use lettre::transport::smtp;
use thiserror::Error;

use crate::settings::SecretError;

/// Why mail cannot be sent.
#[derive(Debug, Error)]
pub enum MailError {
    /// The password cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The encrypted connection cannot be set up.
    #[error("the connection to the mail server {host} cannot be protected")]
    Protection {
        /// The mail server.
        host: String,
        /// Why.
        #[source]
        source: smtp::Error,
    },
    /// The mail server does not answer as one, or does not let us in.
    #[error("the mail server {host} cannot be used")]
    NoServer {
        /// The mail server.
        host: String,
        /// Why.
        #[source]
        source: smtp::Error,
    },
    /// A letter cannot be put into the form of a mail.
    #[error("a mail cannot be written")]
    Unwritable(#[source] lettre::error::Error),
    /// An address cannot stand in a mail. Which one is left out: it is a person's.
    #[error("an address cannot stand in a mail")]
    Address(#[source] lettre::address::AddressError),
}
