//! Mail: handing letters to the mail server of the settings, and saying what became of them.

mod account_mail;
mod error;
mod letter;
mod outbox_letter;
mod post_office;

pub use account_mail::AccountPost;
pub use error::MailError;
pub use letter::MailSite;
pub(crate) use outbox_letter::facts;
pub use post_office::PostOffice;
