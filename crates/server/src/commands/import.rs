//! `bruecke import`: files into the directory, all or nothing.

use std::collections::HashMap;

use chrono::Utc;
use domain::record::EntityKind;

use super::{CommandError, open, progress, say};
use crate::{
    cli,
    transfer::{
        Source,
        import::{Options, PASSES, Summary, import},
    },
};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Transfer`] with everything that is wrong with the files.
pub async fn run(database: &str, flags: &cli::Import) -> Result<(), CommandError> {
    let store = open(database).await?;
    let sources: Vec<Source> = flags.files.iter().cloned().map(Source::File).collect();
    let bytes: u64 = sources.iter().map(Source::size).sum();
    let options = Options {
        dry_run: flags.dry_run,
        now: Utc::now(),
        progress: progress(bytes * PASSES).with_message("importing"),
    };
    let summary = import(&store, sources, options).await?;
    say(report(&summary, flags.dry_run));
    Ok(())
}

/// What an import did, in a sentence.
pub(super) fn report(summary: &Summary, dry_run: bool) -> String {
    let verb = if dry_run { "would be written" } else { "written" };
    let names: HashMap<EntityKind, &str> = HashMap::from([
        (EntityKind::Actor, "actors"),
        (EntityKind::Offer, "offers"),
        (EntityKind::Event, "events"),
        (EntityKind::Project, "projects"),
        (EntityKind::Link, "links"),
        (EntityKind::District, "districts"),
        (EntityKind::Theme, "themes"),
        (EntityKind::Person, "contact persons"),
    ]);
    let parts: Vec<String> = EntityKind::ALL
        .iter()
        .filter_map(|kind| Some((summary.written.get(kind).copied().filter(|count| *count > 0)?, names.get(kind)?)))
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    if parts.is_empty() {
        return format!("Nothing {verb}: all {} entries say the same already.", summary.same);
    }
    format!("{} {verb}; {} entries said the same already.", parts.join(", "), summary.same)
}
