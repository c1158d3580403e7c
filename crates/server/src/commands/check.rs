//! `bruecke check`: proves that the database is whole and that nothing private is public; with `--erased`
//! that values are nowhere in it.

use std::path::Path;

use store::{ErasedValue, Store};

use super::{database::open_existing, error::CommandError, terminal::say};
use crate::cli::CheckFlags;

/// Runs the command.
///
/// # Errors
/// [`CommandError::Findings`] when something is not as it should be; every finding is printed.
pub async fn run(database: &str, check: &CheckFlags) -> Result<(), CommandError> {
    let store = open_existing(database).await?;
    if let Some(file) = &check.erased {
        return search(&store, file).await;
    }
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

/// Looks for the values of a file, one a line, in every table and in the raw files.
async fn search(store: &Store, file: &Path) -> Result<(), CommandError> {
    let text = std::fs::read_to_string(file)
        .map_err(|source| CommandError::ErasedValues { file: file.display().to_string(), source })?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (mut numbers, mut values) = (Vec::new(), Vec::new());
    for (at, line) in lines {
        match ErasedValue::read(line) {
            Some(value) => {
                numbers.push(at + 1);
                values.push(value);
            }
            None => say(format_args!("Line {} is too short to be looked for.", at + 1)),
        }
    }
    let count = values.len();
    let search = store.search_raw(values).await?;
    // The values stand in no line that is printed: they are to be gone.
    for remnant in &search.remnants {
        let line = numbers.get(remnant.value).copied().unwrap_or_default();
        say(format_args!("The value of line {line} stands in {}.", remnant.place));
    }
    say(format_args!("Looked at: {}.", search.looked_at.join(", ")));
    for place in &search.not_looked_at {
        say(format_args!("Not looked at: {place}."));
    }
    if store.needs_scrub().await? {
        say("Something was erased whose place in the files has not been cleaned yet: a running server does that.");
    }
    if search.remnants.is_empty() {
        say(format_args!("None of {count} values stands in what was looked at."));
        Ok(())
    } else {
        Err(CommandError::Findings(search.remnants.len()))
    }
}
