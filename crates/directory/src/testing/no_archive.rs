//! A directory without a past.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::ActorId;

use crate::{Archive, ArchiveError, BoxFuture, PastVersion, Snapshot};

/// Has no past to tell.
#[derive(Clone, Copy, Debug)]
pub struct NoArchive;

impl Archive for NoArchive {
    fn at(&self, _: DateTime<Utc>) -> BoxFuture<'_, Result<Arc<Snapshot>, ArchiveError>> {
        Box::pin(async { Err(ArchiveError::None) })
    }

    fn history(&self, _: ActorId) -> BoxFuture<'_, Result<Vec<PastVersion>, ArchiveError>> {
        Box::pin(async { Err(ArchiveError::None) })
    }
}
