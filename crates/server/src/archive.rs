//! The door to the past: what the directory was at a time, and what an actor was before.
//!
//! Past directories are built from the stored revisions when they are asked for. Few are built at
//! once and few are kept, because each is as large as the present one.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use directory::{Archive, ArchiveError, BoxFuture, PastVersion, Settings, Snapshot};
use domain::ActorId;
use metrics::{Counter, counter};
use moka::sync::Cache;
use store::{PastKey, Store, StoreError};
use tokio::sync::Semaphore;

use crate::{follower, readiness::FollowerProgress};

/// How many bytes of past directories are kept; one that is larger by itself is built anew for each question.
const KEPT_BYTES: u64 = 512 * 1024 * 1024;
/// About what an entry takes in a snapshot with its share of the indexes, bytes: see `docs/performance.md`, loading.
const ENTRY_BYTES: u64 = 1_300;
/// What each byte of a text takes: itself, and its words in the index.
const TEXT_FACTOR: u64 = 2;
/// What a snapshot takes without any entry, its text index above all.
const EMPTY_BYTES: u64 = 1024 * 1024;

/// The past as the store remembers it.
#[derive(Debug)]
pub struct StoreArchive {
    store: Store,
    settings: Settings,
    /// Every time between two changes is the same directory, until something alters what may be told of
    /// the past.
    kept: Cache<PastKey, Arc<Snapshot>>,
    hits: Counter,
    misses: Counter,
    building: Semaphore,
    clock: fn() -> DateTime<Utc>,
}

impl StoreArchive {
    /// An archive over a store.
    pub fn new(store: Store, settings: Settings, clock: fn() -> DateTime<Utc>) -> Self {
        let weigh = |_: &PastKey, snapshot: &Arc<Snapshot>| u32::try_from(estimate_bytes(snapshot)).unwrap_or(u32::MAX);
        let kept = Cache::builder().max_capacity(KEPT_BYTES).weigher(weigh).build();
        let count = |outcome: &'static str| counter!("bruecke_cache_total", "cache" => "past", "outcome" => outcome);
        let (hits, misses) = (count("hit"), count("miss"));
        Self { store, settings, kept, hits, misses, building: Semaphore::new(1), clock }
    }

    async fn snapshot(&self, time: DateTime<Utc>) -> Result<Arc<Snapshot>, ArchiveError> {
        if time > (self.clock)() {
            return Err(ArchiveError::InTheFuture(time));
        }
        // The key first: what is loaded then is no older than it, so nothing stays in a past that is
        // asked for after it was taken out.
        let key = self.store.past_key(time).await.map_err(fault("read the change log"))?;
        if let Some(snapshot) = self.kept.get(&key) {
            self.hits.increment(1);
            return Ok(snapshot);
        }
        self.misses.increment(1);
        // Before anything is loaded: what waits here would hold what it has loaded.
        let _turn = self.building.try_acquire().map_err(|_| ArchiveError::Busy)?;
        let gazetteer = Arc::new(self.store.gazetteer().await.map_err(fault("read the districts"))?);
        let load = self.store.load_at(key.sequence, gazetteer).await.map_err(fault("read the revisions"))?;
        let day = time.with_timezone(&self.settings.zone).date_naive();
        let snapshot = follower::build(load, self.settings.clone(), &FollowerProgress::default(), day)
            .await
            .map_err(|source| ArchiveError::Fault { doing: "build the past directory", source: Box::new(source) })?;
        let snapshot = Arc::new(snapshot);
        self.kept.insert(key, Arc::clone(&snapshot));
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

/// About what a snapshot takes in memory.
fn estimate_bytes(snapshot: &Snapshot) -> u64 {
    let counts = snapshot.counts();
    let actors = counts.organisations + counts.institutions + counts.networks;
    let entries = actors + counts.offers + counts.events + counts.projects + counts.links;
    EMPTY_BYTES + entries * ENTRY_BYTES + snapshot.text_bytes() * TEXT_FACTOR
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
