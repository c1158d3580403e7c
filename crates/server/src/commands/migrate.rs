//! `bruecke migrate`: brings the database to this version's tables.

use store::Store;

use super::{
    database::close,
    error::CommandError,
    terminal::say,
    upgrade::{Safeguard, Upgrade, upgrade},
};
use crate::{cli, plural::pluralise, settings::File};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Store`] when the database cannot be opened or changed, [`CommandError::BackUpFirst`] when nobody has
/// said that there is a backup of it.
pub async fn run(database: &str, flags: &cli::MigrateFlags, file: &File) -> Result<(), CommandError> {
    let store = Store::open(database).await?;
    let safeguard = Safeguard { folder: file.backup_folder(), backed_up: flags.backed_up };
    let done = upgrade(&store, safeguard).await;
    close(&store).await;
    let Upgrade { steps, copy } = done?;
    match steps.len() {
        0 => say("The database is up to date."),
        count => say(format_args!("{} done: {}.", pluralise(count, "migration", "migrations"), steps.join(", "))),
    }
    if let Some(copy) = copy {
        say(format_args!("What the database was before is in {}.", copy.display()));
    }
    Ok(())
}
