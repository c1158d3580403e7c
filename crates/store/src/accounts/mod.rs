//! Accounts and what they hold: sessions, tokens, the second factor, and what happened to them.
//!
//! Accounts are no entities: they have no revisions and no place in the change log, so that signing
//! in neither waits for an import nor changes what the public is answered. Everything here that only
//! needs to be recognised is given as a hash by the caller; the store never sees the secret itself.
//!
//! [`AccountWriter`] writes, in one transaction with the event that tells what happened.

mod account;
mod event;
mod held;
mod invitation;
mod openid;
mod password_link;
mod read;
mod write;

pub use account::{Account, NewSession, NewToken, SecondFactor, Session, Token};
pub use event::{AccountEvent, EventKind};
pub use held::{AccountPlace, HeldSession, HeldToken};
pub use invitation::{Invitation, NewInvitation};
pub use read::AccountCounts;
pub use write::AccountWriter;
