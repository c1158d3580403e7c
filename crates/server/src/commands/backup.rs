//! `bruecke backup`: everything that is in the database, in one file that `bruecke restore` takes back.

use std::path::Path;

use chrono::Utc;
use store::Store;

use super::{database::missing_file, error::CommandError, terminal::say};
use crate::{plural::pluralise, tasks::backups::write_backup};

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the database cannot be read or the file not written; there is no file then.
pub async fn run(database: &str, file: &Path) -> Result<(), CommandError> {
    if let Some(missing) = missing_file(database) {
        return Err(CommandError::NoSuchFile(missing.to_owned()));
    }
    // The tables may be those of an older version: that is when a backup is wanted most.
    let store = Store::open(database).await?;
    if file == Path::new("-") {
        store.back_up(std::io::stdout(), Utc::now()).await?;
        return Ok(());
    }
    let summary = write_backup(&store, file, Utc::now()).await?;
    let rows = usize::try_from(summary.rows).unwrap_or(usize::MAX);
    say(format_args!(
        "{} backed up to {}, up to change {}. It holds personal data and what signs people in: keep it as safe as the database.",
        pluralise(rows, "row", "rows"),
        file.display(),
        summary.sequence
    ));
    Ok(())
}
