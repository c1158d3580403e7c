//! `bruecke restore`: a backup into an empty database, all or nothing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use store::{
    Store, StoreError,
    backup::{BackupError, BackupFile},
};

use super::{
    database::{close, missing_file},
    error::CommandError,
    terminal::say,
};
use crate::plural::pluralise;

/// Runs the command.
///
/// # Errors
/// [`CommandError::Backup`] when the file is not whole or the database holds something; nothing is changed then, and a
/// SQLite file that was not there before is not there afterwards.
pub async fn run(database: &str, file: &Path) -> Result<(), CommandError> {
    // The whole file is proven before the database is as much as opened.
    let path = file.to_owned();
    let backup = tokio::task::spawn_blocking(move || BackupFile::verify(&path)).await;
    let backup = backup.map_err(|_| StoreError::CutShort)??;
    let fresh = missing_file(database).map(PathBuf::from);
    let store = Store::open(database).await?;
    let restored = store.restore(&backup).await;
    if let (Err(error), Some(fresh)) = (&restored, fresh) {
        remove(&store, &fresh, error).await;
    }
    let header = backup.header();
    let rows = usize::try_from(restored?.rows).unwrap_or(usize::MAX);
    close(&store).await;
    say(format_args!(
        "{} restored from {}, made on {} by bruecke {}, up to change {}.\n\
         What was erased, withdrawn or revoked after that is here again: do it again. Everybody has to sign in again.",
        pluralise(rows, "row", "rows"),
        file.display(),
        header.at.format("%Y-%m-%d at %H:%M:%S UTC"),
        header.program,
        header.sequence
    ));
    Ok(())
}

/// Takes a SQLite file away that was made in vain.
async fn remove(store: &Store, file: &Path, error: &BackupError) {
    tracing::debug!(error = %domain::ErrorChain(error), "nothing was restored");
    // What does not close, or is not there, is no more than a file to clear away by hand.
    let _ = store.close().await;
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        let _ = fs::remove_file(name);
    }
}
