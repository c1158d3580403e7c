//! `bruecke repair-times`: takes back what a clock that was fast has left in the change log.

use super::{
    database::{close, open_existing},
    error::CommandError,
    terminal::say,
};

/// Runs the command.
///
/// # Errors
/// [`CommandError`] when the database cannot be written.
pub async fn run(database: &str) -> Result<(), CommandError> {
    let store = open_existing(database).await?;
    let count = store.repair_times(chrono::Utc::now()).await;
    close(&store).await;
    let count = count?;
    say(match count {
        0 => "No change is of a time still to come.".to_owned(),
        1 => "1 change was of a time still to come and is of now.".to_owned(),
        count => format!("{count} changes were of a time still to come and are of now."),
    });
    Ok(())
}
