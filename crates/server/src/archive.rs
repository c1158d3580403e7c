//! The door to the past: what the directory was at a time, and what an actor was before.
//!
//! Past directories are built from the stored revisions when they are asked for: one at a time, and few are kept,
//! because each is as large as the present one. What was begun is finished and kept even where whoever asked has gone
//! meanwhile: in a large directory it takes longer than a request may, and the next one finds it. Clients take turns,
//! as each may wait for one at a time.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, NaiveDate, Utc};
use directory::{Archive, ArchiveError, BoxFuture, PastVersion, Settings, Snapshot};
use domain::ActorId;
use metrics::{Counter, counter};
use moka::sync::Cache;
use store::{PastKey, Store, StoreError};
use tokio::sync::Semaphore;

use crate::{compute::current_client, follower, http::client::Client, readiness::FollowerProgress};

/// How many bytes of past directories are kept; one that is larger by itself is built anew for each question.
const KEPT_BYTES: u64 = 512 * 1024 * 1024;
/// About what an entry takes in a snapshot with its share of the indexes, bytes: see `docs/performance.md`, loading.
const ENTRY_BYTES: u64 = 1_300;
/// What each byte of a text takes: itself, and its words in the index.
const TEXT_FACTOR: u64 = 2;
/// What a snapshot takes without any entry, its text index above all.
const EMPTY_BYTES: u64 = 1024 * 1024;

/// How many past directories may be waited for.
const QUEUE: usize = 8;

/// The past as the store remembers it.
#[derive(Debug)]
pub struct StoreArchive(Arc<PastDirectories>);

#[derive(Debug)]
struct PastDirectories {
    store: Store,
    settings: Settings,
    /// Every time between two changes is the same directory, until something alters what may be told of
    /// the past.
    kept: Cache<PastKey, Arc<Snapshot>>,
    hits: Counter,
    misses: Counter,
    building: Semaphore,
    /// For whom one is built or waited for; what asks for no single client is one of them.
    clients: Mutex<HashSet<Option<Client>>>,
    clock: fn() -> DateTime<Utc>,
}

/// A place in the queue; free again when dropped.
struct QueuePlace(Arc<PastDirectories>, Option<Client>);

impl Drop for QueuePlace {
    fn drop(&mut self) {
        self.0.clients.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
    }
}

impl StoreArchive {
    /// An archive over a store.
    pub fn new(store: Store, settings: Settings, clock: fn() -> DateTime<Utc>) -> Self {
        let weigh = |_: &PastKey, snapshot: &Arc<Snapshot>| u32::try_from(estimate_bytes(snapshot)).unwrap_or(u32::MAX);
        let kept = Cache::builder().max_capacity(KEPT_BYTES).weigher(weigh).build();
        let count = |outcome: &'static str| counter!("bruecke_cache_total", "cache" => "past", "outcome" => outcome);
        let (hits, misses) = (count("hit"), count("miss"));
        let building = Semaphore::new(1);
        let clients = Mutex::default();
        Self(Arc::new(PastDirectories { store, settings, kept, hits, misses, building, clients, clock }))
    }
}

impl PastDirectories {
    async fn snapshot(self: &Arc<Self>, time: DateTime<Utc>) -> Result<Arc<Snapshot>, ArchiveError> {
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
        let place = self.enqueue(current_client())?;
        let day = time.with_timezone(&self.settings.zone).date_naive();
        let past = Arc::clone(self);
        let built = tokio::spawn(async move {
            let built = past.build(key, day).await;
            drop(place);
            built
        });
        let cut_short = |source| ArchiveError::Fault { doing: "build the past directory", source: Box::new(source) };
        built.await.map_err(cut_short)?
    }

    /// A place to wait for the turn, before anything is loaded: what waits would hold what it has loaded.
    fn enqueue(self: &Arc<Self>, client: Option<Client>) -> Result<QueuePlace, ArchiveError> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if clients.len() >= QUEUE || !clients.insert(client) {
            return Err(ArchiveError::Busy);
        }
        Ok(QueuePlace(Arc::clone(self), client))
    }

    async fn build(&self, key: PastKey, day: NaiveDate) -> Result<Arc<Snapshot>, ArchiveError> {
        let _turn = self.building.acquire().await.map_err(|_| ArchiveError::Busy)?;
        // Somebody else may have asked for the same.
        if let Some(snapshot) = self.kept.get(&key) {
            return Ok(snapshot);
        }
        let gazetteer = Arc::new(self.store.gazetteer().await.map_err(fault("read the districts"))?);
        let load = self.store.load_at(key.sequence, gazetteer).await.map_err(fault("read the revisions"))?;
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
        Box::pin(self.0.snapshot(time))
    }

    fn history(&self, actor: ActorId) -> BoxFuture<'_, Result<Vec<PastVersion>, ArchiveError>> {
        Box::pin(self.0.versions(actor))
    }
}

fn fault(doing: &'static str) -> impl FnOnce(StoreError) -> ArchiveError {
    move |source| ArchiveError::Fault { doing, source: Box::new(source) }
}
