//! `bruecke import`: files into the directory, all or nothing; or row by row after a look.

use std::{collections::HashMap, path::Path};

use chrono::Utc;
use curation::{Editor, Requester, import::RowOutcome};
use domain::record::EntityKind;
use indicatif::ProgressBar;
use store::Store;

use super::{CommandError, import_report, missing_file, open, open_existing, progress, say};
use crate::{
    cli,
    plural::counted,
    settings::File,
    transfer::{
        Source,
        import::{Options, PASSES, Summary, import},
        plan::{Taken, dry_run, take},
        rows::RowNumbers,
    },
};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Transfer`] with everything that is wrong with the files; after a dry run
/// [`CommandError::WrongRows`], and [`CommandError::RowsRefused`] when rows were not taken.
pub async fn run(database: &str, flags: &cli::Import, settings: &File) -> Result<(), CommandError> {
    let sources: Vec<Source> = flags.files.iter().map(|file| Source::File(file.clone(), flags.sheet.clone())).collect();
    let bytes: u64 = sources.iter().map(Source::size).sum();
    let bar = progress(bytes * PASSES).with_message(if flags.dry_run { "reading" } else { "importing" });
    if flags.dry_run {
        return look(database, flags, settings, sources, &bar).await;
    }
    let store = open(database, settings).await?;
    match &flags.rows {
        Some(rows) => choose(&store, flags, sources, rows, &bar).await,
        None => {
            let summary = import(&store, sources, Options { now: Utc::now(), progress: bar }).await?;
            say(report(&summary));
            Ok(())
        }
    }
}

/// Whoever holds the command line is an administrator.
fn operator() -> Result<Editor, CommandError> {
    Requester::operator().editor().map_err(CommandError::Role)
}

/// Shows what the files would do, and writes nothing.
async fn look(
    database: &str,
    flags: &cli::Import,
    settings: &File,
    sources: Vec<Source>,
    bar: &ProgressBar,
) -> Result<(), CommandError> {
    // What is not there yet is tried in a place of its own.
    let absent = missing_file(database).filter(|file| has_folder(file));
    let folder = absent.map(|_| tempfile::tempdir()).transpose().map_err(CommandError::NoTrialPlace)?;
    let store = match &folder {
        Some(folder) => open(&format!("sqlite://{}", folder.path().join("trial.db").display()), settings).await?,
        None => open_existing(database).await?,
    };
    let report = dry_run(&store, sources, &operator()?, bar).await?;
    match flags.format {
        cli::ReportFormat::Table => {
            say(import_report::table(&report));
            if let Some(file) = absent {
                say(format_args!(
                    "There is no database file {file} yet: the import would create it. This dry run did not."
                ));
            }
        }
        cli::ReportFormat::Json => say(format_args!("{:#}", report.to_json())),
    }
    match report.count(RowOutcome::Wrong) {
        0 => Ok(()),
        wrong => Err(CommandError::WrongRows { wrong, rows: report.rows.len() }),
    }
}

/// Takes the chosen rows.
async fn choose(
    store: &Store,
    flags: &cli::Import,
    sources: Vec<Source>,
    rows: &RowNumbers,
    bar: &ProgressBar,
) -> Result<(), CommandError> {
    let taken = Taken { rows: rows.clone(), digest: flags.digest.clone(), note: None, now: Utc::now() };
    let (report, _) = take(store, sources, &operator()?, taken, bar).await?;
    match flags.format {
        cli::ReportFormat::Table => say(import_report::table(&report)),
        cli::ReportFormat::Json => say(format_args!("{:#}", report.to_json())),
    }
    if report.refusals.is_empty() {
        return Ok(());
    }
    let reasons = report.refusals.iter().map(|(_, english)| {
        let field = english.field.as_deref().filter(|field| *field == "digest").map(|_| "--digest ");
        format!("{}{}", field.unwrap_or_default(), english.message)
    });
    Err(CommandError::RowsRefused(reasons.collect()))
}

/// Whether a file could be created at this path.
fn has_folder(file: &str) -> bool {
    Path::new(file).parent().is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir())
}

/// What an import did, in a sentence.
pub(super) fn report(summary: &Summary) -> String {
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
            0 => "Nothing written: there are no entries in it.".to_owned(),
            1 => "Nothing written: the one entry says the same already.".to_owned(),
            same => format!("Nothing written: all {same} entries say the same already."),
        };
    }
    format!("{} written; {} said the same already.", parts.join(", "), counted(summary.same, "entry", "entries"))
}
