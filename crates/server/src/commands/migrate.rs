//! `bruecke migrate`: brings the database to this version's tables.

use store::Store;

use super::{CommandError, say};
use crate::plural::counted;

/// Runs the command.
///
/// # Errors
/// [`CommandError::Store`] when the database cannot be opened or changed.
pub async fn run(database: &str) -> Result<(), CommandError> {
    let store = Store::open(database).await?;
    let pending = store.pending_migrations().await?;
    store.migrate().await?;
    match pending.len() {
        0 => say("The database is up to date."),
        count => say(format_args!("{} done: {}.", counted(count, "migration", "migrations"), pending.join(", "))),
    }
    Ok(())
}
