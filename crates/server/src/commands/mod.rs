//! One file per command. A command reads its settings, does its work and says what it did.

pub mod addresses;
pub mod backup;
pub mod basemap;
pub mod check;
pub mod demo;
pub mod export;
pub mod import;
mod import_report;
mod import_summary;
pub mod migrate;
pub mod remind;
pub mod repair_times;
pub mod restore;
pub mod schema;
pub mod serve;
mod upgrade;
pub mod user;

use std::{
    io::{BufWriter, IsTerminal, Write},
    path::Path,
    sync::Arc,
    time::{Duration, SystemTime},
};

use indicatif::{ProgressBar, ProgressStyle};
use store::{Store, StoreError, StoreOptions, backup::BackupError};
use thiserror::Error;
use upgrade::{Safeguard, upgrade};

use crate::{
    cli::{Cli, Command},
    plural::pluralise,
    process_limits,
    settings::{File, SettingsError, check_environment},
    tasks::{backups::BackupFileError, reminders::RemindError},
    telemetry::{self, TelemetryError},
    transfer::{ProgressSink, TransferError},
};

/// Why a command did not end well. The chain of causes is for the person at the terminal.
#[derive(Debug, Error)]
pub enum CommandError {
    /// The settings are wrong.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// Logging or metrics could not start.
    #[error(transparent)]
    Telemetry(#[from] TelemetryError),
    /// The database cannot be used.
    #[error("the database cannot be used")]
    Store(#[from] StoreError),
    /// Import or export failed.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// No region was cut out of a file of tiles.
    #[error(transparent)]
    Basemap(#[from] basemap::RegionError),
    /// Accounts could not be worked on.
    #[error(transparent)]
    User(#[from] user::UserCommandError),
    /// Nobody would be told that they are listed.
    #[error("--welcome needs [notifications] welcome = true in the settings file, and the service running with it")]
    NoWelcome,
    /// Reminders could not be sent.
    #[error(transparent)]
    Remind(#[from] RemindError),
    /// Nothing was backed up or restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// There is no backup.
    #[error(transparent)]
    BackupFile(#[from] BackupFileError),
    /// Tables with something in them would be changed, and nobody has said that there is a backup.
    #[error(
        "the database {place} has to be brought up to date ({}), and there should be a backup first. Nothing was changed. \
         Run `bruecke backup FILE` (or pg_dump), then `bruecke migrate --backed-up`; or name a folder in [backup], and one \
         is made by itself",
        pluralise(*.steps, "step", "steps")
    )]
    BackUpFirst {
        /// Which database.
        place: String,
        /// How many steps are missing.
        steps: usize,
    },
    /// Serving failed.
    #[error(transparent)]
    Serve(#[from] serve::ServeError),
    /// A command that needs a database was given none.
    #[error(
        "say which database: --database sqlite://FILE or postgres://USER@HOST/NAME (or BRUECKE_DATABASE, or database in the settings file)"
    )]
    NoDatabase,
    /// The clock is so wrong that no time can be told.
    #[error("the clock of this machine shows a time before 1970: set it right first")]
    ClockBeforeEpoch,
    /// A command that only reads was given a database that is not there.
    #[error("there is no database file {0}")]
    NoSuchFile(String),
    /// A command that only reads was given a database of an older version.
    #[error("the tables of the database are not those of this version: run `bruecke migrate` first")]
    NotMigrated,
    /// A file cannot be written.
    #[error("cannot write {file}")]
    Write {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Tables hold what only staff may see, and nobody has said that this is meant.
    #[error(
        "tables hold everything: drafts, hidden places, internal notes. Say --everything if that is meant; tables of \
         actors for the public are at /export/actors.csv of the service"
    )]
    TablesAreForStaff,
    /// A file of mappings or decisions cannot be read.
    #[error("cannot read {file}")]
    Unreadable {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// An address file cannot be used.
    #[error("{file}: {reason}")]
    AddressFile {
        /// The file.
        file: String,
        /// Why, for people.
        reason: String,
    },
    /// A dry run had no place to try in.
    #[error("the dry run needs a temporary folder")]
    NoTrialPlace(#[source] std::io::Error),
    /// A dry run found rows that cannot be taken.
    #[error("{wrong} of {} cannot be taken; what is wrong stands above", pluralise(*.rows, "row", "rows"))]
    WrongRows {
        /// How many cannot.
        wrong: usize,
        /// How many there are.
        rows: usize,
    },
    /// Rows were not taken, and nothing was written.
    #[error("nothing was imported:\n  {}", .0.join("\n  "))]
    RowsRefused(Vec<String>),
    /// What went wrong, as somebody is told who reads another language.
    #[error("{0}")]
    Told(String),
    /// The command needs a role that the command line has.
    #[error("refused: {0:?}")]
    Role(curation::Refusal),
    /// The list of values that should be gone cannot be read.
    #[error("the list {file:?} of erased values cannot be read: allowed is a text file, one value a line")]
    ErasedValues {
        /// The file.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// `check` found something.
    #[error("{}: the database is not as it should be", pluralise(*.0, "finding", "findings"))]
    Findings(usize),
}

/// Runs what was typed.
///
/// # Errors
/// [`CommandError`] with what went wrong, for the person at the terminal.
pub async fn run(cli: Cli) -> Result<(), CommandError> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    check_environment(names)?;
    if SystemTime::now() < SystemTime::UNIX_EPOCH {
        return Err(CommandError::ClockBeforeEpoch);
    }
    let mut file = File::read(cli.common.config.as_deref())?;
    if let Some(format) = cli.common.log_format {
        file.log.format = format;
    }
    if cli.common.log.is_some() {
        file.log.level.clone_from(&cli.common.log);
    }
    let _traces = telemetry::start_log(&file.log, &file.traces)?;
    process_limits::forbid_core_dumps();
    let database = cli.common.database.clone().or_else(|| file.database.clone());
    match cli.command {
        // On the heap: the other commands should not carry what serving needs.
        None => Box::pin(serve::run(database, cli.serve, file)).await,
        Some(Command::Serve(flags)) => Box::pin(serve::run(database, flags, file)).await,
        Some(Command::Migrate(flags)) => migrate::run(&require_database(database)?, &flags, &file).await,
        Some(Command::Backup(flags)) => backup::run(&require_database(database)?, &flags.file).await,
        Some(Command::Restore(flags)) => restore::run(&require_database(database)?, &flags.file).await,
        Some(Command::Import(flags)) => import::run(&require_database(database)?, &flags, &file).await,
        Some(Command::Addresses(flags)) => addresses::run(&require_database(database)?, &flags, &file).await,
        Some(Command::Export(flags)) => export::run(&require_database(database)?, &flags).await,
        Some(Command::Basemap(flags)) => basemap::run(database, &flags).await,
        Some(Command::Schema { which }) => schema::run(which),
        Some(Command::Demo(flags)) => demo::run(database, &flags, &file).await,
        Some(Command::RepairTimes) => repair_times::run(&require_database(database)?).await,
        Some(Command::Check(check)) => check::run(&require_database(database)?, &check).await,
        Some(Command::Remind(flags)) => remind::run(&require_database(database)?, &flags, &file).await,
        Some(Command::User(flags)) => user::run(&require_database(database)?, flags.command, &file).await,
    }
}

/// So long a database may take to close.
const CLOSING: Duration = Duration::from_secs(5);

/// Closes a database that somebody has written to, so that a SQLite file holds everything by itself. What was
/// written is written however that ends.
async fn close(store: &Store) {
    match tokio::time::timeout(CLOSING, store.close()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(error = %domain::ErrorChain(&error), "the database did not close"),
        Err(_) => tracing::warn!("somebody still uses the database: its log stands in a file beside it"),
    }
}

fn require_database(database: Option<String>) -> Result<String, CommandError> {
    database.ok_or(CommandError::NoDatabase)
}

/// Opens a database and brings its tables up to date, with a copy of what is in it made before.
async fn open(database: &str, file: &File) -> Result<Store, CommandError> {
    open_with(database, file, StoreOptions::default()).await
}

/// The same with other numbers of connections or other patience.
async fn open_with(database: &str, file: &File, options: StoreOptions) -> Result<Store, CommandError> {
    let store = Store::open_with(database, options).await?;
    upgrade(&store, Safeguard { folder: file.backup_folder(), backed_up: false }).await?;
    Ok(store)
}

/// The file of a SQLite database that is not there.
fn missing_file(database: &str) -> Option<&str> {
    let file = database.strip_prefix("sqlite://").or_else(|| database.strip_prefix("sqlite:"));
    let file = file.map(|file| file.split('?').next().unwrap_or_default());
    // What is no name of a file is refused by the store, which says what is allowed.
    file.filter(|file| !file.is_empty() && *file != ":memory:" && !Path::new(file).exists())
}

/// Opens a database that is there and up to date, and leaves it as it is.
async fn open_existing(database: &str) -> Result<Store, CommandError> {
    if let Some(file) = missing_file(database) {
        return Err(CommandError::NoSuchFile(file.to_owned()));
    }
    let store = Store::open(database).await?;
    if store.pending_migrations().await?.is_empty() { Ok(store) } else { Err(CommandError::NotMigrated) }
}

/// A progress bar over bytes on a terminal, nothing elsewhere.
fn progress(bytes: u64, message: &'static str) -> Arc<dyn ProgressSink> {
    if std::io::stderr().is_terminal() { Arc::new(progress_bar(bytes, message)) } else { Arc::new(()) }
}

fn progress_bar(bytes: u64, message: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left")
        .expect("the template is a constant that the tests draw");
    ProgressBar::new(bytes).with_style(style).with_message(message)
}

impl ProgressSink for ProgressBar {
    fn advance(&self, bytes: u64) {
        self.inc(bytes);
    }

    fn finish(&self) {
        self.finish_and_clear();
    }
}

/// A file that appears whole or not at all, or standard output for `-`.
struct NamedWriter {
    name: String,
    file: Option<tempfile::NamedTempFile>,
}

impl NamedWriter {
    /// Begins to write beside the final place.
    fn create(path: &Path) -> Result<Self, CommandError> {
        let name = path.display().to_string();
        if name == "-" {
            return Ok(Self { name, file: None });
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let source = if folder.is_dir() {
            match tempfile::NamedTempFile::new_in(folder) {
                Ok(file) => return Ok(Self { name, file: Some(file) }),
                // The error's text is about a file that nobody has asked for.
                Err(error) => error.kind().into(),
            }
        } else {
            let reason = format!("there is no folder {}", folder.display());
            std::io::Error::new(std::io::ErrorKind::NotFound, reason)
        };
        Err(CommandError::Write { file: name, source })
    }

    /// Where the bytes go.
    fn output(&mut self) -> Box<dyn Write + '_> {
        match &mut self.file {
            // The file itself, whose errors do not tell the name it has until it is whole.
            Some(file) => Box::new(BufWriter::new(file.as_file_mut())),
            None => Box::new(BufWriter::new(std::io::stdout())),
        }
    }

    /// The file itself, for what is not written from the start to the end.
    fn seekable(&mut self) -> Result<&mut std::fs::File, CommandError> {
        let no_file = || std::io::Error::new(std::io::ErrorKind::Unsupported, "this needs a file of its own");
        let Some(file) = &mut self.file else {
            return Err(CommandError::Write { file: self.name.clone(), source: no_file() });
        };
        Ok(file.as_file_mut())
    }

    /// Puts the file in its place.
    fn finish(self) -> Result<(), CommandError> {
        let Some(file) = self.file else { return Ok(()) };
        file.persist(&self.name)
            .map(drop)
            .map_err(|error| CommandError::Write { file: self.name.clone(), source: error.error })
    }

    /// Writes all of it.
    fn fill(mut self, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), CommandError> {
        let mut output = self.output();
        let written = write(&mut output).and_then(|()| output.flush());
        drop(output);
        written.map_err(|source| CommandError::Write { file: self.name.clone(), source })?;
        self.finish()
    }
}

/// Writes a line to standard output; a reader that has gone away is no fault.
fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent_and_every_command_shows_an_example() {
        let cli = Cli::command();
        cli.clone().debug_assert();
        for command in
            cli.get_subcommands().flat_map(|command| std::iter::once(command).chain(command.get_subcommands()))
        {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("Example"), "{}", command.get_name());
        }
    }

    #[test]
    fn the_progress_bar_can_be_drawn() {
        let bar = progress_bar(100, "reading");
        ProgressSink::advance(&bar, 100);
        ProgressSink::finish(&bar);
        assert!(bar.is_finished() && bar.position() == 100);
    }
}
