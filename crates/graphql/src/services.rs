//! What an engine is given to read and change the directory with.

use std::sync::Arc;

use curation::{Curation, accounts::Accounts, import::Importing};
use directory::{BoxFuture, Snapshot};

/// Where changes become visible. The server implements it over the follower of the change log.
pub trait Visible: Send + Sync + 'static {
    /// The newest snapshot, once it has everything up to that place in the change log. An
    /// implementation that waits too long gives the newest one it has: the change is written all the
    /// same, and the payload tells it from the record.
    fn after(&self, sequence: u64) -> BoxFuture<'_, Arc<Snapshot>>;
}

/// The commands, and where what they did is seen.
#[derive(Clone)]
pub(crate) struct Commands {
    /// The commands.
    pub(crate) curation: Curation,
    /// The commands of accounts.
    pub(crate) accounts: Accounts,
    /// Where what they did is seen.
    pub(crate) visible: Arc<dyn Visible>,
    /// Who reads files.
    pub(crate) importing: Option<Arc<dyn Importing>>,
}
