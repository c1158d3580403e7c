//! `bruecke check`: proves that the database is whole and that nothing private is public.

use super::{CommandError, open_existing, say};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Findings`] when something is not as it should be; every finding is printed.
pub async fn run(database: &str) -> Result<(), CommandError> {
    let store = open_existing(database).await?;
    let findings = store.check().await?;
    for finding in &findings {
        say(finding);
    }
    if findings.is_empty() {
        say("The database is whole, and nothing private is public.");
        Ok(())
    } else {
        Err(CommandError::Findings(findings.len()))
    }
}
