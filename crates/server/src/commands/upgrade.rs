//! Before the tables of a database are changed there is a copy of what is in it: a file beside a SQLite database, a
//! backup in the folder of `[backup]` for PostgreSQL. Where there is no such folder, nothing is changed before somebody
//! says that there is a backup. A database with nothing in it needs none of that.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::Utc;
use store::Store;

use super::error::CommandError;
use crate::tasks::backups::write_backup;

/// What bringing a database up to date did.
#[derive(Debug, Default)]
pub(super) struct Upgrade {
    /// The steps that were run.
    pub(super) steps: Vec<String>,
    /// The copy that was made before.
    pub(super) copy: Option<PathBuf>,
}

/// How what is in a database is kept safe.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Safeguard<'a> {
    /// The folder of `[backup]`.
    pub(super) folder: Option<&'a Path>,
    /// Somebody says that there is a backup.
    pub(super) backed_up: bool,
}

/// Brings the tables up to date.
///
/// # Errors
/// [`CommandError`]; nothing has been changed then, and no copy is left of it.
pub(super) async fn upgrade(store: &Store, safeguard: Safeguard<'_>) -> Result<Upgrade, CommandError> {
    let pending = store.pending_migrations().await?;
    let Some(first) = pending.first() else { return Ok(Upgrade::default()) };
    let copy = if !safeguard.backed_up && store.holds_anything().await? {
        Some(make_copy(store, safeguard.folder, first, pending.len()).await?)
    } else {
        None
    };
    let steps = store.migrate().await;
    match (&steps, &copy) {
        (Ok(steps), Some(copy)) if !steps.is_empty() => {
            tracing::info!(copy = %copy.display(), "the database was brought up to date; the copy holds what it was before");
        }
        // Nothing has been changed here, so the copy is of no use: another node was faster, or a step failed.
        (_, Some(copy)) => match fs::remove_file(copy) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(copy = %copy.display(), error = %domain::ErrorChain(&error), "a copy of no use could not be removed");
            }
            _ => {}
        },
        (_, None) => {}
    }
    let steps = steps?;
    Ok(Upgrade { copy: copy.filter(|_| !steps.is_empty()), steps })
}

async fn make_copy(store: &Store, folder: Option<&Path>, first: &str, steps: usize) -> Result<PathBuf, CommandError> {
    let now = Utc::now();
    // To the microsecond: nodes that start together do not get into each other's way.
    let name = format!("before-{first}-{}", now.format("%Y%m%dT%H%M%S%6fZ"));
    if let Some(file) = store.file() {
        let mut copy = file.as_os_str().to_owned();
        copy.push(format!(".{name}"));
        let copy = PathBuf::from(copy);
        store.copy_to(&copy).await?;
        return Ok(copy);
    }
    let Some(folder) = folder else {
        return Err(CommandError::BackUpFirst { place: store.place().to_owned(), steps });
    };
    let copy = folder.join(format!("bruecke-{name}.backup"));
    write_backup(store, &copy, now).await?;
    Ok(copy)
}
