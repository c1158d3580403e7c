//! Keeps the snapshot true: loads it at the start, then follows the change log.
//!
//! Changes are applied to the snapshot, never rebuilt from the database, with one exception: when a
//! district's boundary changes, the published place of any actor may change with it, so the whole
//! snapshot is loaded anew.
//!
//! The place in the log is kept beside the snapshot's version: private changes move the first and
//! not the second, so that they change no answer and no entity tag.

use std::{sync::Arc, time::Duration};

use chrono::{NaiveDate, Utc};
use directory::{Live, Settings, Snapshot};
use domain::{EntityKind, Gazetteer, publication::PublicationChange};
use futures_util::StreamExt;
use store::{Load, Store, StoreError};
use thiserror::Error;
use tokio::sync::{mpsc, watch};

use crate::readiness::FollowerProgress;

/// How long to wait after a failure.
const PAUSE: Duration = Duration::from_secs(2);
/// How often to look what day it is.
const HOUR: Duration = Duration::from_secs(60 * 60);
/// How many changes to take in at once.
const BATCH: usize = 1000;

/// Why the snapshot could not be brought up to date.
#[derive(Debug, Error)]
pub enum FollowError {
    /// The store could not be read.
    #[error("the change log could not be read")]
    Read(#[source] StoreError),
    /// The read model refused.
    #[error("the changes could not be applied to the read model")]
    Apply(#[source] directory::IndexError),
    /// The work was stopped half-way.
    #[error("building the read model was stopped")]
    Stopped(#[source] tokio::task::JoinError),
}

/// Follows one store.
#[derive(Debug)]
pub struct Follower {
    store: Store,
    settings: Settings,
    live: Arc<Live>,
    gazetteer: Arc<Gazetteer>,
    followed: watch::Sender<u64>,
    progress: FollowerProgress,
}

impl Follower {
    /// Loads the newest snapshot.
    ///
    /// # Errors
    /// [`FollowError`] when the store cannot be read.
    pub async fn start(store: Store, settings: Settings) -> Result<Self, FollowError> {
        let gazetteer = Arc::new(store.gazetteer().await.map_err(FollowError::Read)?);
        let load = store.load(Arc::clone(&gazetteer)).await.map_err(FollowError::Read)?;
        let sequence = load.sequence;
        let progress = FollowerProgress::default();
        let snapshot = build(load, settings.clone(), &progress, today(&settings)).await?;
        metrics::gauge!("bruecke_directory_version").set(snapshot.version() as f64);
        let live = Arc::new(Live::new(Arc::new(snapshot)));
        Ok(Self { store, settings, live, gazetteer, followed: watch::Sender::new(sequence), progress })
    }

    /// The newest snapshot, for readers.
    pub fn live(&self) -> Arc<Live> {
        Arc::clone(&self.live)
    }

    /// The place in the log up to which changes are visible here.
    pub fn followed_sequence(&self) -> watch::Receiver<u64> {
        self.followed.subscribe()
    }

    /// What it has done so far, for who wants to know whether it gets on.
    pub fn progress(&self) -> FollowerProgress {
        self.progress.clone()
    }

    /// Follows the log for ever.
    pub async fn run(mut self) {
        loop {
            let outcome = match self.catch_up().await {
                // Without a change for an hour there is still the day to look at.
                Ok(followed) => tokio::time::timeout(HOUR, self.store.wait_for_changes(followed))
                    .await
                    .unwrap_or(Ok(followed))
                    .map_err(FollowError::Read),
                Err(error) => Err(error),
            };
            let outcome = match outcome {
                Ok(_) => self.turn_day().await,
                Err(error) => Err(error),
            };
            if let Err(error) = outcome {
                tracing::error!(error = %domain::ErrorChain(&error), "the snapshot is not up to date");
                self.progress.record_failure(std::time::Instant::now());
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    /// Takes in everything the log holds by now and returns the place it has reached.
    ///
    /// # Errors
    /// [`FollowError`]; the snapshot stays as it was.
    pub async fn catch_up(&mut self) -> Result<u64, FollowError> {
        loop {
            let followed = *self.followed.borrow();
            let page_request =
                self.store.changes_after(followed, BATCH, &self.gazetteer).await.map_err(FollowError::Read)?;
            if page_request.sequence == followed {
                return Ok(followed);
            }
            let started = std::time::Instant::now();
            let count = page_request.changes.len();
            let mut reached = page_request.sequence;
            if let Some(next) = self.next(page_request.changes, &mut reached).await? {
                metrics::gauge!("bruecke_directory_version").set(next.version() as f64);
                self.live.store(Arc::new(next));
            }
            metrics::histogram!("bruecke_apply_seconds").record(started.elapsed().as_secs_f64());
            tracing::debug!(changes = count, sequence = reached, "changes are visible");
            self.followed.send_replace(reached);
        }
    }

    /// Takes the snapshot to today: nobody is found by events of the past.
    async fn turn_day(&self) -> Result<(), FollowError> {
        let snapshot = self.live.load();
        let today = today(&self.settings);
        if snapshot.day() < Some(today) {
            let next = tokio::task::spawn_blocking(move || snapshot.on_day(today)).await;
            self.live.store(Arc::new(next.map_err(FollowError::Stopped)?));
        }
        Ok(())
    }

    /// The snapshot after some changes; `None` when nothing public changed. Loading anew reaches
    /// further than the changes did.
    async fn next(
        &mut self,
        changes: Vec<PublicationChange>,
        reached: &mut u64,
    ) -> Result<Option<Snapshot>, FollowError> {
        if changes.is_empty() {
            return Ok(None);
        }
        if changes.iter().any(|change| change.entity.kind == EntityKind::District) {
            self.gazetteer = Arc::new(self.store.gazetteer().await.map_err(FollowError::Read)?);
            let load = self.store.load(Arc::clone(&self.gazetteer)).await.map_err(FollowError::Read)?;
            *reached = load.sequence;
            let today = today(&self.settings);
            return build(load, self.settings.clone(), &self.progress, today).await.map(Some);
        }
        let snapshot = self.live.load();
        tokio::task::spawn_blocking(move || snapshot.apply(&changes))
            .await
            .map_err(FollowError::Stopped)?
            .map_err(FollowError::Apply)
            .map(Some)
    }
}

/// Builds a snapshot of what is loaded; facts pass through a short queue, so that they are never in
/// memory twice. Each is a step of the progress. `day` is the one that it is for its readers.
///
/// # Errors
/// [`FollowError`] when the store or the read model fails.
pub async fn build(
    mut load: Load,
    settings: Settings,
    progress: &FollowerProgress,
    day: NaiveDate,
) -> Result<Snapshot, FollowError> {
    let started = std::time::Instant::now();
    let (sender, mut receiver) = mpsc::channel::<PublicationChange>(4096);
    let build = tokio::task::spawn_blocking(move || {
        Snapshot::build(settings, std::iter::from_fn(move || receiver.blocking_recv()))
            .map(|snapshot| snapshot.on_day(day))
    });
    while let Some(change) = load.changes.next().await {
        if sender.send(change.map_err(FollowError::Read)?).await.is_err() {
            break; // The builder has failed; its error follows.
        }
        progress.advance();
    }
    drop(sender);
    let snapshot = build.await.map_err(FollowError::Stopped)?.map_err(FollowError::Apply)?;
    let counts = snapshot.counts();
    tracing::info!(
        actors = counts.organisations + counts.institutions + counts.networks,
        version = snapshot.version(),
        milliseconds = started.elapsed().as_millis() as u64,
        "the directory is loaded"
    );
    Ok(snapshot)
}

fn today(settings: &Settings) -> NaiveDate {
    Utc::now().with_timezone(&settings.zone).date_naive()
}
