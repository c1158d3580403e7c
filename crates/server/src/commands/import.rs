//! `bruecke import`: files into the directory, all or nothing; or row by row after a look.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::Utc;
use curation::{
    Editor, Machine, Requester,
    commands::{MailPolicy, WelcomeMails},
    import::{ImportRejects, ImportReport, RowOutcome, TableReading},
};
use domain::record::LifeStatus;
use formats::actors_table::{RejectsFormat, TableOptions};
use messages::{LANGUAGES, Message};
use store::Store;

use super::{
    database::{close, missing_file, open, open_existing},
    error::CommandError,
    import_report, import_summary,
    terminal::{progress, say},
};
use crate::{
    cli,
    settings::File,
    transfer::{
        ImportSource, ProgressSink,
        import::{Options, PASSES, import},
        plan::{RejectsReport, TakeOutcome, TakeRequest, dry_run, take},
        selection::RowSelection,
        tables::table_options,
    },
};

/// Runs the command.
///
/// # Errors
/// [`CommandError::Told`] with everything that is wrong with the files, or why rows were not taken;
/// [`CommandError::Transfer`] where they cannot be read or the database cannot be used.
pub async fn run(database: &str, flags: &cli::Import, settings: &File) -> Result<(), CommandError> {
    let options = options(flags)?;
    let sources: Vec<ImportSource> =
        flags.files.iter().map(|file| ImportSource::File(file.clone(), options.clone())).collect();
    let bytes: u64 = sources.iter().map(ImportSource::size).sum();
    let bar = progress(bytes * PASSES, if flags.dry_run { "reading" } else { "importing" });
    if flags.welcome && !settings.notifications.welcome {
        return Err(CommandError::NoWelcome);
    }
    if flags.dry_run {
        let looked = look(database, flags, settings, sources, &bar).await;
        return looked.map_err(|error| in_language(error, reader(flags)));
    }
    let store = open(database, settings).await?;
    let has_tables = sources.iter().any(ImportSource::is_table);
    let done: Result<(), CommandError> = match &flags.rows {
        Some(rows) => choose(&store, flags, settings, sources, RowSelection::Numbers(rows.clone()), &bar).await,
        // Rows of tables may look like entries that are there, which somebody has to look at.
        None if has_tables => {
            choose(&store, flags, settings, sources, RowSelection::All { skip_wrong: flags.skip_wrong }, &bar).await
        }
        None => {
            let mails = settings.notifications.policy();
            let options = Options { now: Utc::now(), progress: bar, welcome: welcome(flags, &mails) };
            let summary = import(&store, sources, options).await;
            summary.map(|summary| say(import_summary::report(&summary, reader(flags)))).map_err(CommandError::from)
        }
    };
    close(&store).await;
    done.map_err(|error| in_language(error, reader(flags)))
}

/// What is wrong with files and their rows, in the language of the report.
fn in_language(error: CommandError, reader: &str) -> CommandError {
    match error {
        CommandError::Transfer(error) => match error.text(reader) {
            Some(text) => CommandError::Told(text),
            None => error.into(),
        },
        error => error,
    }
}

/// Rows were not taken, and nothing was written.
fn refused_rows(reasons: impl IntoIterator<Item = String>, reader: &str) -> CommandError {
    let lines = reasons.into_iter().map(|reason| format!("\n  {reason}"));
    CommandError::Told(lines.fold(Message::new("report-refused").text(reader), |text, line| text + &line))
}

/// How tables are read.
fn options(flags: &cli::Import) -> Result<TableOptions, CommandError> {
    let lines = |file: &Option<PathBuf>| -> Result<Vec<String>, CommandError> {
        let Some(file) = file else { return Ok(Vec::new()) };
        let text = fs::read_to_string(file)
            .map_err(|source| CommandError::Unreadable { file: file.display().to_string(), source })?;
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        Ok(lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(ToOwned::to_owned).collect())
    };
    let reading = TableReading {
        sheet: flags.sheet.clone(),
        encoding: flags.encoding.clone(),
        // What is typed comes after what a file says, and goes before it.
        mapping: lines(&flags.mapping)?.into_iter().chain(flags.map.clone()).collect(),
        ignored: flags.ignore.clone(),
        decisions: lines(&flags.decisions)?.into_iter().chain(flags.decide.clone()).collect(),
        status: match flags.status {
            cli::EntryStatus::Draft => LifeStatus::Draft,
            cli::EntryStatus::Published => LifeStatus::Published,
        },
    };
    table_options(&reading).map_err(|wrong| {
        let told = wrong
            .0
            .iter()
            .map(|violation| format!("{}: {}", violation.field, violation.problem.message().text(reader(flags))));
        refused_rows(told, reader(flags))
    })
}

/// The language of the report: the one that was asked for, else that of the terminal.
fn reader(flags: &cli::Import) -> &'static str {
    let of_terminal = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    let wanted = flags.language.clone().or_else(of_terminal).unwrap_or_default();
    LANGUAGES.into_iter().find(|tag| wanted.starts_with(tag)).unwrap_or("en")
}

fn rejects_report(flags: &cli::Import) -> RejectsReport {
    let is_workbook =
        flags.rejects.as_ref().is_some_and(|file| file.extension().is_some_and(|it| it.eq_ignore_ascii_case("xlsx")));
    RejectsReport {
        format: if is_workbook { RejectsFormat::Xlsx } else { RejectsFormat::Csv },
        reader: reader(flags).to_owned(),
        has_decisions: true,
    }
}

/// Whoever holds the command line is an administrator.
fn operator() -> Result<Editor, CommandError> {
    Requester::operator().editor().map_err(CommandError::Role)
}

/// What tells the actors that are published so, where that is asked for.
fn welcome<'a>(flags: &cli::Import, mails: &'a MailPolicy) -> Option<WelcomeMails<'a>> {
    flags.welcome.then(|| WelcomeMails::new(mails, &Machine))
}

/// Shows what the files would do, and writes nothing.
async fn look(
    database: &str,
    flags: &cli::Import,
    settings: &File,
    sources: Vec<ImportSource>,
    bar: &Arc<dyn ProgressSink>,
) -> Result<(), CommandError> {
    // What is not there yet is tried in a place of its own.
    let absent = missing_file(database).filter(|file| has_folder(file));
    let folder = absent.map(|_| tempfile::tempdir()).transpose().map_err(CommandError::NoTrialPlace)?;
    let store = match &folder {
        Some(folder) => open(&format!("sqlite://{}", folder.path().join("trial.db").display()), settings).await?,
        None => open_existing(database).await?,
    };
    let report = dry_run(&store, sources, &operator()?, rejects_report(flags), bar).await?;
    print(flags, &report);
    if let Some(file) = absent.filter(|_| flags.format == cli::ReportFormat::Table) {
        say(Message::new("report-no-database").with("file", file).text(reader(flags)));
    }
    write_rejects(flags, &report.rejects)?;
    match report.count(RowOutcome::Wrong) {
        0 => Ok(()),
        wrong => {
            let message = Message::new("report-wrong-rows").with("wrong", wrong).with("count", report.rows.len());
            Err(CommandError::Told(message.text(reader(flags))))
        }
    }
}

fn print(flags: &cli::Import, report: &ImportReport) {
    match flags.format {
        cli::ReportFormat::Table => say(import_report::table(report, reader(flags))),
        cli::ReportFormat::Json => say(format_args!("{:#}", report.to_json())),
    }
}

/// Takes rows.
async fn choose(
    store: &Store,
    flags: &cli::Import,
    settings: &File,
    sources: Vec<ImportSource>,
    rows: RowSelection,
    bar: &Arc<dyn ProgressSink>,
) -> Result<(), CommandError> {
    let is_all = matches!(rows, RowSelection::All { .. });
    let (digest, rejects) = (flags.digest.clone(), rejects_report(flags));
    let mails = settings.notifications.policy();
    let taken = TakeRequest { rows, digest, note: None, now: Utc::now(), rejects, welcome: welcome(flags, &mails) };
    let TakeOutcome { report: told, summary, .. } = take(store, sources, &operator()?, taken, bar).await?;
    match (is_all, flags.format) {
        (true, cli::ReportFormat::Table) => {
            let left_out =
                told.rejects.iter().map(|rejects| rejects.rows).sum::<usize>() + told.count(RowOutcome::LeftOut);
            if left_out > 0 || !told.tables.iter().all(|table| table.questions.is_empty()) {
                say(import_report::table(&told, reader(flags)));
            } else {
                say(import_report::hints(&told, reader(flags)));
            }
            say(import_summary::report(&summary, reader(flags)));
        }
        _ => print(flags, &told),
    }
    write_rejects(flags, &told.rejects)?;
    if told.refusals.is_empty() {
        return Ok(());
    }
    let reasons = told.refusals.iter().map(|told| {
        let field = told.field.as_deref().filter(|field| *field == "digest").map(|_| "--digest ");
        format!("{}{}", field.unwrap_or_default(), told.message.text(reader(flags)))
    });
    Err(refused_rows(reasons, reader(flags)))
}

/// Writes the rows that are left out where that is asked for: those of the first table into the file that is named,
/// those of others beside it.
fn write_rejects(flags: &cli::Import, rejects: &[ImportRejects]) -> Result<(), CommandError> {
    let Some(file) = &flags.rejects else { return Ok(()) };
    for (nth, rejects) in rejects.iter().enumerate() {
        let file = if nth == 0 { file.clone() } else { path_with_number(file, nth + 1) };
        let place = file.display().to_string();
        fs::write(&file, &rejects.bytes).map_err(|source| CommandError::Write { file: place.clone(), source })?;
        say(Message::new("report-rejects").with("count", rejects.rows).with("file", place).text(reader(flags)));
    }
    Ok(())
}

fn path_with_number(file: &Path, number: usize) -> PathBuf {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or("rejects");
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or("csv");
    file.with_file_name(format!("{stem}-{number}.{ending}"))
}

/// Whether a file could be created at this path.
fn has_folder(file: &str) -> bool {
    Path::new(file).parent().is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir())
}
