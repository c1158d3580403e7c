//! The database that a command is about: which it is, opened and closed.

use std::{path::Path, time::Duration};

use store::{Store, StoreOptions};

use super::{
    error::CommandError,
    upgrade::{Safeguard, upgrade},
};
use crate::settings::File;

/// So long a database may take to close.
const CLOSING: Duration = Duration::from_secs(5);

/// Closes a database that somebody has written to, so that a SQLite file holds everything by itself. What was
/// written is written however that ends.
pub(super) async fn close(store: &Store) {
    match tokio::time::timeout(CLOSING, store.close()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(error = %domain::ErrorChain(&error), "the database did not close"),
        Err(_) => tracing::warn!("somebody still uses the database: its log stands in a file beside it"),
    }
}

pub(super) fn require_database(database: Option<String>) -> Result<String, CommandError> {
    database.ok_or(CommandError::NoDatabase)
}

/// Opens a database and brings its tables up to date, with a copy of what is in it made before.
pub(super) async fn open(database: &str, file: &File) -> Result<Store, CommandError> {
    open_with(database, file, StoreOptions::default()).await
}

/// The same with other numbers of connections or other patience.
pub(super) async fn open_with(database: &str, file: &File, options: StoreOptions) -> Result<Store, CommandError> {
    let store = Store::open_with(database, options).await?;
    upgrade(&store, Safeguard { folder: file.backup_folder(), backed_up: false }).await?;
    Ok(store)
}

/// The file of a SQLite database that is not there.
pub(super) fn missing_file(database: &str) -> Option<&str> {
    let file = database.strip_prefix("sqlite://").or_else(|| database.strip_prefix("sqlite:"));
    let file = file.map(|file| file.split('?').next().unwrap_or_default());
    // What is no name of a file is refused by the store, which says what is allowed.
    file.filter(|file| !file.is_empty() && *file != ":memory:" && !Path::new(file).exists())
}

/// Opens a database that is there and up to date, and leaves it as it is.
pub(super) async fn open_existing(database: &str) -> Result<Store, CommandError> {
    if let Some(file) = missing_file(database) {
        return Err(CommandError::NoSuchFile(file.to_owned()));
    }
    let store = Store::open(database).await?;
    if store.pending_migrations().await?.is_empty() { Ok(store) } else { Err(CommandError::NotMigrated) }
}
