//! The door to the past. The server implements it over the store; it is the only way from a public
//! question to I/O and never on the hot path.

use std::{error::Error, future::Future, pin::Pin, sync::Arc};

use chrono::{DateTime, Utc};
use domain::{Actor, ActorId, Record, vocabulary::Role};
use thiserror::Error;

use crate::Snapshot;

/// A boxed future that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What the directory knows of the past.
pub trait Archive: Send + Sync + 'static {
    /// The whole directory as it was at a time.
    fn at(&self, time: DateTime<Utc>) -> BoxFuture<'_, Result<Arc<Snapshot>, ArchiveError>>;

    /// Every version of an actor, newest first.
    fn history(&self, actor: ActorId) -> BoxFuture<'_, Result<Vec<PastVersion>, ArchiveError>>;
}

/// One version of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct PastVersion {
    /// The version number.
    pub version: u32,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// What was public of it; `None` when nothing was.
    pub actor: Option<Arc<Record<Actor>>>,
}

/// Why the past cannot be told.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// The time lies in the future.
    #[error("{0} lies in the future: allowed are times until now")]
    InTheFuture(DateTime<Utc>),
    /// There is no archive behind this directory.
    #[error("this directory keeps no archive")]
    None,
    /// Too many such questions are being answered.
    #[error("too many questions to the past at once: try again in a moment")]
    Busy,
    /// The store failed.
    #[error("could not {doing}")]
    Fault {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}
