//! Backup files: written whole or not at all, and made by the running service in their time.
//!
//! Of several nodes on PostgreSQL the one that holds the lease makes them all, so that they lie in one folder for as long as
//! it runs. Whether one is due is read from the folder: neither a restart nor another node makes one twice.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use store::{
    Store,
    backup::{BackupError, BackupSummary, Lease},
};
use thiserror::Error;
use tracing::Instrument;

use super::span::task_span;
use crate::{plural::pluralise, settings::BackupSettings};

/// How often the service looks whether a backup is due.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// After one that failed, it tries again after so long.
const RETRY_AFTER: Duration = Duration::from_secs(600);
/// How a file is called while it is written, in front and behind.
const UNFINISHED: (&str, &str) = (".bruecke-", ".unfinished");
/// A file that was made so long ago is locked, if somebody writes it.
const LOCKED_AFTER: Duration = Duration::from_secs(60);
/// What of a file that was never finished can be of nobody who still writes, where files cannot be locked.
const ABANDONED_AFTER: Duration = Duration::from_secs(24 * 3600);
/// The names of backups made by the service, around [`TIME`].
const NAME: (&str, &str) = ("bruecke-", ".backup");
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Why there is no backup.
#[derive(Debug, Error)]
pub enum BackupFileError {
    /// There is a file of that name.
    #[error("{file} exists already; name a new file")]
    Exists {
        /// Which file.
        file: String,
    },
    /// The file cannot be made, or is not kept by the disk.
    #[error("the backup {file} cannot be written")]
    Write {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The folder of the settings cannot be used.
    #[error("the folder {folder} of [backup] cannot be used; make it, and let this program write into it")]
    Folder {
        /// Which folder.
        folder: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The backup itself failed.
    #[error(transparent)]
    Backup(#[from] BackupError),
}

/// Writes a backup to a new file that only its owner may read. It appears under its name once it is whole and on the
/// disk.
///
/// # Errors
/// [`BackupFileError`]; there is no file then.
pub async fn write_backup(store: &Store, path: &Path, now: DateTime<Utc>) -> Result<BackupSummary, BackupFileError> {
    let name = path.display().to_string();
    let failed = |source| BackupFileError::Write { file: name.clone(), source };
    let exists = || BackupFileError::Exists { file: name.clone() };
    if path.exists() {
        return Err(exists());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let reason = format!("there is no folder {}", folder.display());
        return Err(failed(io::Error::new(io::ErrorKind::NotFound, reason)));
    }
    if let Err(error) = clear_abandoned(folder) {
        tracing::warn!(error = %domain::ErrorChain(&error), "what an earlier backup left half-written is still there");
    }
    let (prefix, suffix) = UNFINISHED;
    let file = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(folder);
    // The error's text is about a file that nobody has asked for.
    let file = file.map_err(|error| failed(error.kind().into()))?;
    // Whoever cannot lock it, such as on a folder of a network, is known by the file's age.
    let _ = file.as_file().try_lock();
    let output = file.as_file().try_clone().map_err(failed)?;
    let summary = match store.back_up(output, now).await {
        Err(BackupError::Write(source)) => return Err(failed(source)),
        summary => summary?,
    };
    file.as_file().sync_all().map_err(failed)?;
    file.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => exists(),
        _ => failed(error.error),
    })?;
    // The name is on the disk once its folder is.
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    Ok(summary)
}

/// Makes backups in their time and takes away the oldest.
#[derive(Debug)]
pub struct BackupSchedule {
    store: Store,
    folder: PathBuf,
    every: TimeDelta,
    keep: usize,
    clock: fn() -> DateTime<Utc>,
}

impl BackupSchedule {
    /// By these settings.
    ///
    /// # Errors
    /// [`BackupFileError::Folder`] when the folder is not there or cannot be read.
    pub fn new(store: Store, settings: &BackupSettings, clock: fn() -> DateTime<Utc>) -> Result<Self, BackupFileError> {
        let (folder, keep) = (settings.folder.clone(), settings.keep.get());
        let every = TimeDelta::hours(settings.every_hours.get().into());
        let schedule = Self { store, folder, every, keep, clock };
        let newest = schedule.list_backups()?.into_iter().map(|(at, _)| at).filter(|at| *at <= clock()).max();
        metrics::gauge!("bruecke_backup_last_success_timestamp_seconds")
            .set(newest.map_or(0, |at| at.timestamp()) as f64);
        metrics::counter!("bruecke_backup_failures_total").increment(0);
        Ok(schedule)
    }

    /// Makes backups for as long as the service runs.
    pub async fn run(self) {
        let mut lease = None;
        loop {
            let wait = match self.make_due(&mut lease).await {
                Ok(()) => LOOK_EVERY,
                Err(error) => {
                    metrics::counter!("bruecke_backup_failures_total").increment(1);
                    tracing::error!(error = %domain::ErrorChain(&error), "the backup failed");
                    // Another node may have a disk that takes it.
                    lease = None;
                    RETRY_AFTER
                }
            };
            tokio::time::sleep(wait).await;
        }
    }

    async fn make_due(&self, lease: &mut Option<Lease>) -> Result<(), BackupFileError> {
        if let Some(held) = lease
            && !held.is_held().await
        {
            *lease = None;
        }
        if lease.is_none() {
            *lease = self.store.acquire_backup_lease().await.map_err(BackupError::from)?;
        }
        let now = (self.clock)();
        if lease.is_none() || !self.is_due(now)? {
            return Ok(());
        }
        let (start, end) = NAME;
        let path = self.folder.join(format!("{start}{}{end}", now.format(TIME)));
        let started = Instant::now();
        let summary = write_backup(&self.store, &path, now).instrument(task_span("backups")).await?;
        let bytes = path.metadata().map_or(0, |metadata| metadata.len());
        metrics::gauge!("bruecke_backup_last_success_timestamp_seconds").set(now.timestamp() as f64);
        metrics::gauge!("bruecke_backup_bytes").set(bytes as f64);
        let seconds = started.elapsed().as_secs_f64();
        tracing::info!(
            backup.file = %path.display(), backup.bytes = bytes, backup.rows = summary.rows,
            backup.sequence = summary.sequence, backup.seconds = seconds, "a backup was made"
        );
        self.remove_oldest(now)
    }

    /// One that bears a time yet to come was made while the clock was wrong, and tells nothing of when the next is due.
    fn is_due(&self, now: DateTime<Utc>) -> Result<bool, BackupFileError> {
        let newest = self.list_backups()?.into_iter().map(|(at, _)| at).filter(|at| *at <= now).max();
        Ok(newest.is_none_or(|newest| now - newest >= self.every))
    }

    fn remove_oldest(&self, now: DateTime<Utc>) -> Result<(), BackupFileError> {
        let mut finished = self.list_backups()?;
        finished.retain(|(at, _)| *at <= now);
        finished.sort_unstable();
        let surplus = finished.len().saturating_sub(self.keep);
        for (_, path) in &finished[..surplus] {
            fs::remove_file(path).map_err(|source| self.unusable(source))?;
        }
        if surplus > 0 {
            tracing::info!(
                backup.count = surplus,
                "{} taken away",
                pluralise(surplus, "old backup was", "old backups were")
            );
        }
        Ok(())
    }

    /// The backups in the folder with their times; other files are left alone.
    fn list_backups(&self) -> Result<Vec<(DateTime<Utc>, PathBuf)>, BackupFileError> {
        let (start, end) = NAME;
        let timed = |path: PathBuf| {
            let time = path.file_name()?.to_str()?.strip_prefix(start)?.strip_suffix(end)?;
            Some((NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc(), path))
        };
        Ok(self.files()?.into_iter().filter_map(timed).collect())
    }

    fn files(&self) -> Result<Vec<PathBuf>, BackupFileError> {
        let entries = fs::read_dir(&self.folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        Ok(entries.map_err(|source| self.unusable(source))?.into_iter().map(|entry| entry.path()).collect())
    }

    fn unusable(&self, source: io::Error) -> BackupFileError {
        BackupFileError::Folder { folder: self.folder.display().to_string(), source }
    }
}

/// Takes away what a process that was killed has left half-written: it holds what a backup holds. A file that is
/// locked is still being written.
fn clear_abandoned(folder: &Path) -> io::Result<()> {
    let (prefix, suffix) = UNFINISHED;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !name.starts_with(prefix) || !name.ends_with(suffix) || !fs::symlink_metadata(&path)?.is_file() {
            continue;
        }
        let file = match File::open(&path) {
            Ok(file) => file,
            // It was finished meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        let age = file.metadata()?.modified().ok().and_then(|at| at.elapsed().ok()).unwrap_or_default();
        let is_abandoned = age > LOCKED_AFTER
            && match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => false,
                Err(TryLockError::Error(_)) => age > ABANDONED_AFTER,
            };
        if is_abandoned {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
