//! The door to the past: what the directory was at a time, and what an actor was before.
//!
//! Past directories are built from the stored revisions when they are asked for. Few are built at
//! once and few are kept, because each is as large as the present one.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use directory::{Archive, ArchiveError, BoxFuture, PastVersion, Settings, Snapshot};
use domain::ActorId;
use moka::sync::Cache;
use store::{Store, StoreError};
use tokio::sync::Semaphore;

use crate::follower;

/// How many past directories are kept.
const KEPT: u64 = 4;

/// The past as the store remembers it.
#[derive(Debug)]
pub struct StoreArchive {
    store: Store,
    settings: Settings,
    /// By place in the change log: every time between two changes is the same directory.
    kept: Cache<u64, Arc<Snapshot>>,
    building: Semaphore,
    clock: fn() -> DateTime<Utc>,
}

impl StoreArchive {
    /// An archive over a store.
    pub fn new(store: Store, settings: Settings, clock: fn() -> DateTime<Utc>) -> Self {
        Self { store, settings, kept: Cache::new(KEPT), building: Semaphore::new(1), clock }
    }

    async fn snapshot(&self, time: DateTime<Utc>) -> Result<Arc<Snapshot>, ArchiveError> {
        if time > (self.clock)() {
            return Err(ArchiveError::InTheFuture(time));
        }
        let gazetteer = Arc::new(self.store.gazetteer().await.map_err(fault("read the districts"))?);
        let load = self.store.load_at(time, gazetteer).await.map_err(fault("read the revisions"))?;
        if let Some(snapshot) = self.kept.get(&load.sequence) {
            return Ok(snapshot);
        }
        let _turn = self.building.try_acquire().map_err(|_| ArchiveError::Busy)?;
        let sequence = load.sequence;
        let snapshot = follower::build(load, self.settings.clone())
            .await
            .map_err(|source| ArchiveError::Fault { doing: "build the past directory", source: Box::new(source) })?;
        let snapshot = Arc::new(snapshot);
        self.kept.insert(sequence, Arc::clone(&snapshot));
        Ok(snapshot)
    }

    async fn versions(&self, actor: ActorId) -> Result<Vec<PastVersion>, ArchiveError> {
        let gazetteer = self.store.gazetteer().await.map_err(fault("read the districts"))?;
        let history = self.store.history(actor, &gazetteer).await.map_err(fault("read the history"))?;
        let past = history.into_iter().map(|past| PastVersion {
            version: past.version,
            at: past.at,
            by: past.by,
            actor: past.actor.map(Arc::new),
        });
        Ok(past.collect())
    }
}

impl Archive for StoreArchive {
    fn at(&self, time: DateTime<Utc>) -> BoxFuture<'_, Result<Arc<Snapshot>, ArchiveError>> {
        Box::pin(self.snapshot(time))
    }

    fn history(&self, actor: ActorId) -> BoxFuture<'_, Result<Vec<PastVersion>, ArchiveError>> {
        Box::pin(self.versions(actor))
    }
}

fn fault(doing: &'static str) -> impl FnOnce(StoreError) -> ArchiveError {
    move |source| ArchiveError::Fault { doing, source: Box::new(source) }
}
