//! Contact persons: personal data, each value under its own consent.
//!
//! Nothing here writes a value into a note, a message or a log.

mod consent;
mod create;
mod edit;
mod erase;
mod export;
mod given_consents;
mod withdraw;

pub use consent::RecordConsent;
pub use create::CreateContact;
pub use edit::EditContact;
pub use export::{PersonFile, PersonPackage, PersonQuery};
pub use given_consents::{Consents, ContactField, GivenConsent};
pub use withdraw::WithdrawConsent;
