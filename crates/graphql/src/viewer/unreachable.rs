//! Whom no mail could reach.

use curation::reading::{EntrySummary, UnreachableEntry};

use crate::{enums::MailFailure, exec::object, scalars::Time};

object! {
    /// An actor that the last mail did not reach.
    "UnreachableActor" ['s] &'s UnreachableEntry, implements [], |this, call|
    /// Its entry.
    entry: &'s EntrySummary => &this.entry,
    /// When it was tried.
    triedAt: Time => Time(this.at),
    /// Why it was not reached.
    failure: MailFailure => this.failure.into(),
}
