//! The past is not in the snapshot, and neither is what is below `viewer`. A run over a document
//! notes what it misses; the engine fetches that and runs again. So resolvers stay synchronous, and
//! whoever does not ask about either pays nothing for it.

pub(crate) mod staff_reads;

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use directory::{Archive, ArchiveError, PastVersion, Snapshot};
use domain::ActorId;

use self::staff_reads::{StaffReadRequests, StaffReadResults, StaffReader};
use crate::error::ResolverError;

/// What has been fetched for one request.
#[derive(Debug, Default)]
pub(crate) struct DeferredResults {
    snapshots: BTreeMap<DateTime<Utc>, Result<Arc<Snapshot>, ResolverError>>,
    histories: HashMap<ActorId, Result<Arc<[PastVersion]>, ResolverError>>,
    /// The introspection fields of the request by response key, as JSON.
    pub(crate) introspection: Option<HashMap<String, Vec<u8>>>,
    /// What was read from the store for whoever is signed in.
    pub(crate) readings: Option<Box<StaffReadResults>>,
}

/// What a run found missing.
#[derive(Debug, Default)]
pub(crate) struct DeferredRequests {
    snapshots: RefCell<BTreeSet<DateTime<Utc>>>,
    histories: RefCell<HashSet<ActorId>>,
    /// The answer to the request's introspection fields.
    pub(crate) introspection: Cell<bool>,
    /// What is to be read from the store for whoever is signed in.
    pub(crate) readings: RefCell<Option<Box<StaffReadRequests>>>,
}

impl DeferredRequests {
    /// Whether nothing is missing.
    pub(crate) fn is_empty(&self) -> bool {
        self.snapshots.borrow().is_empty()
            && self.histories.borrow().is_empty()
            && !self.introspection.get()
            && self.readings.borrow().is_none()
    }
}

impl DeferredResults {
    /// The directory as it was.
    ///
    /// # Errors
    /// What the archive refused; before it was asked, an error that nobody gets to see.
    pub(crate) fn directory_at<'d>(
        &'d self,
        requests: &DeferredRequests,
        time: DateTime<Utc>,
    ) -> Result<&'d Snapshot, ResolverError> {
        match self.snapshots.get(&time) {
            Some(Ok(snapshot)) => Ok(snapshot),
            Some(Err(error)) => Err(error.clone()),
            None => {
                requests.snapshots.borrow_mut().insert(time);
                Err(ResolverError::Internal)
            }
        }
    }

    /// The versions of an actor, newest first.
    ///
    /// # Errors
    /// As [`Self::directory_at`].
    pub(crate) fn history<'d>(
        &'d self,
        requests: &DeferredRequests,
        actor: ActorId,
    ) -> Result<&'d [PastVersion], ResolverError> {
        match self.histories.get(&actor) {
            Some(Ok(versions)) => Ok(versions),
            Some(Err(error)) => Err(error.clone()),
            None => {
                requests.histories.borrow_mut().insert(actor);
                Err(ResolverError::Internal)
            }
        }
    }

    /// What can be read from the store for whoever is signed in.
    pub(crate) fn staff_reader<'p, 'd>(&'d self, requests: &'p DeferredRequests) -> StaffReader<'p, 'd> {
        StaffReader::new(self.readings.as_deref(), &requests.readings)
    }

    /// The answer to an introspection field by its response key, as JSON; noted where it is still missing.
    pub(crate) fn introspection<'d>(&'d self, requests: &DeferredRequests, key: &str) -> Option<&'d [u8]> {
        let Some(answers) = &self.introspection else {
            requests.introspection.set(true);
            return None;
        };
        Some(answers.get(key).map_or(b"null", Vec::as_slice))
    }

    /// Fetches what a run missed, one after the other: questions to the past are rare and dear.
    pub(crate) async fn fetch(&mut self, requests: DeferredRequests, archive: &dyn Archive) {
        for time in requests.snapshots.into_inner() {
            let answer = archive.at(time).await.map_err(|error| refusal(&error));
            self.snapshots.insert(time, answer);
        }
        for actor in requests.histories.into_inner() {
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
