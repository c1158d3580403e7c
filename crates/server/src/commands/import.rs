//! `bruecke import`: files into the directory, all or nothing.

use std::{collections::HashMap, path::Path};

use chrono::Utc;
use domain::record::EntityKind;

use super::{CommandError, missing_file, open, open_existing, progress, say};
use crate::{
    cli,
    plural::counted,
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
    // A dry run changes nothing: what is not there yet is tried in a place of its own.
    let absent = missing_file(database).filter(|file| flags.dry_run && has_folder(file));
    let folder = absent.map(|_| tempfile::tempdir()).transpose().map_err(CommandError::NoTrialPlace)?;
    let store = match &folder {
        Some(folder) => open(&format!("sqlite://{}", folder.path().join("trial.db").display())).await?,
        None if flags.dry_run => open_existing(database).await?,
        None => open(database).await?,
    };
    let sources: Vec<Source> = flags.files.iter().cloned().map(Source::File).collect();
    let bytes: u64 = sources.iter().map(Source::size).sum();
    let options = Options {
        dry_run: flags.dry_run,
        now: Utc::now(),
        progress: progress(bytes * PASSES).with_message("importing"),
    };
    let summary = import(&store, sources, options).await?;
    say(report(&summary, flags.dry_run));
    if let Some(file) = absent {
        say(format_args!("There is no database file {file} yet: the import would create it. This dry run did not."));
    }
    Ok(())
}

/// Whether a file could be created at this path.
fn has_folder(file: &str) -> bool {
    Path::new(file).parent().is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir())
}

/// What an import did, in a sentence.
pub(super) fn report(summary: &Summary, dry_run: bool) -> String {
    let verb = if dry_run { "would be written" } else { "written" };
    let names: HashMap<EntityKind, (&str, &str)> = HashMap::from([
        (EntityKind::Actor, ("actor", "actors")),
        (EntityKind::Offer, ("offer", "offers")),
        (EntityKind::Event, ("event", "events")),
        (EntityKind::Project, ("project", "projects")),
        (EntityKind::Link, ("link", "links")),
        (EntityKind::District, ("district", "districts")),
        (EntityKind::Theme, ("theme", "themes")),
        (EntityKind::Person, ("contact person", "contact persons")),
    ]);
    let parts: Vec<String> = EntityKind::ALL
        .iter()
        .filter_map(|kind| Some((summary.written.get(kind).copied().filter(|count| *count > 0)?, names.get(kind)?)))
        .map(|(count, (one, many))| counted(count, one, many))
        .collect();
    if parts.is_empty() {
        return match summary.same {
            0 => format!("Nothing {verb}: there are no entries in it."),
            1 => format!("Nothing {verb}: the one entry says the same already."),
            same => format!("Nothing {verb}: all {same} entries say the same already."),
        };
    }
    format!("{} {verb}; {} said the same already.", parts.join(", "), counted(summary.same, "entry", "entries"))
}
