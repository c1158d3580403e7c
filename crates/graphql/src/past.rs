//! The past is not in the snapshot, and neither is what is below `viewer`. A run over a document
//! notes what it misses; the engine fetches that and runs again. So resolvers stay synchronous, and
//! whoever does not ask about either pays nothing for it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use directory::{Archive, ArchiveError, PastVersion, Snapshot};
use domain::ActorId;

use crate::{
    error::ResolverError,
    exec::Exec,
    viewer::reading::{Missing, Readings},
};

/// What has been fetched for one request.
#[derive(Debug, Default)]
pub(crate) struct Fetched {
    snapshots: BTreeMap<DateTime<Utc>, Result<Arc<Snapshot>, ResolverError>>,
    histories: HashMap<ActorId, Result<Arc<[PastVersion]>, ResolverError>>,
    /// The introspection fields of the request by response key, as JSON.
    pub(crate) introspection: Option<HashMap<String, Vec<u8>>>,
    /// What was read from the store for whoever is signed in.
    pub(crate) readings: Option<Box<Readings>>,
}

/// What a run found missing.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    snapshots: BTreeSet<DateTime<Utc>>,
    histories: HashSet<ActorId>,
    /// The answer to the request's introspection fields.
    pub(crate) introspection: bool,
    /// What is to be read from the store for whoever is signed in.
    pub(crate) readings: Option<Box<Missing>>,
}

impl Wanted {
    /// Whether nothing is missing.
    pub(crate) fn is_empty(&self) -> bool {
        self.snapshots.is_empty() && self.histories.is_empty() && !self.introspection && self.readings.is_none()
    }
}

impl<'d> Exec<'d> {
    /// The directory as it was.
    ///
    /// # Errors
    /// What the archive refused; before it was asked, an error that nobody gets to see.
    pub(crate) fn directory_at(&self, time: DateTime<Utc>) -> Result<&'d Snapshot, ResolverError> {
        self.mark_volatile();
        match self.fetched.snapshots.get(&time) {
            Some(Ok(snapshot)) => Ok(snapshot),
            Some(Err(error)) => Err(error.clone()),
            None => {
                self.wanted.borrow_mut().snapshots.insert(time);
                Err(ResolverError::Internal)
            }
        }
    }

    /// The versions of an actor, newest first.
    ///
    /// # Errors
    /// As [`Self::directory_at`].
    pub(crate) fn history(&self, actor: ActorId) -> Result<&'d [PastVersion], ResolverError> {
        self.mark_volatile();
        match self.fetched.histories.get(&actor) {
            Some(Ok(versions)) => Ok(versions),
            Some(Err(error)) => Err(error.clone()),
            None => {
                self.wanted.borrow_mut().histories.insert(actor);
                Err(ResolverError::Internal)
            }
        }
    }
}

impl Fetched {
    /// Fetches what a run missed, one after the other: questions to the past are rare and dear.
    pub(crate) async fn fetch(&mut self, wanted: Wanted, archive: &dyn Archive) {
        for time in wanted.snapshots {
            let answer = archive.at(time).await.map_err(|error| refusal(&error));
            self.snapshots.insert(time, answer);
        }
        for actor in wanted.histories {
            let answer = archive.history(actor).await.map(Arc::from).map_err(|error| refusal(&error));
            self.histories.insert(actor, answer);
        }
    }
}

fn refusal(error: &ArchiveError) -> ResolverError {
    match error {
        ArchiveError::InTheFuture(_) => ResolverError::InTheFuture { field: "time" },
        ArchiveError::None => ResolverError::NoArchive,
        ArchiveError::Busy => ResolverError::ArchiveBusy,
        ArchiveError::Fault { doing, source } => {
            tracing::error!(archive.doing = doing, error = %domain::ErrorChain(&**source), "the archive failed");
            ResolverError::Internal
        }
    }
}
