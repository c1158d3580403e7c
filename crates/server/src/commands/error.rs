//! Why commands do not end well.

use std::{net::SocketAddr, path::PathBuf};

use curation::CurationError;
use domain::BoundingBox;
use pmtiles::PmtError;
use store::{StoreError, backup::BackupError};
use thiserror::Error;

use crate::{
    basemap::BasemapError,
    follower::FollowError,
    mail::MailError,
    openid::OpenIdError,
    plural::pluralise,
    settings::SettingsError,
    tasks::{TaskError, backups::BackupFileError, reminders::RemindError},
    telemetry::TelemetryError,
    transfer::TransferError,
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
    Basemap(#[from] RegionError),
    /// Accounts could not be worked on.
    #[error(transparent)]
    User(#[from] UserCommandError),
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
    Serve(#[from] ServeError),
    /// A command that needs a database was given none.
    #[error(
        "say which database: --database sqlite://FILE or postgres://USER@HOST/NAME (or BRUECKE_DATABASE, or database in the settings file)"
    )]
    NoDatabase,
    /// The clock is so wrong that no time can be told.
    #[error("the clock of this machine shows a time before 1970: set it right first")]
    ClockBeforeEpoch,
    /// The threads that everything runs on cannot be started.
    #[error("the threads of the program cannot be started")]
    Runtime(#[source] std::io::Error),
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
    /// What went wrong, in the reader's language.
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

/// Why serving did not start or did not go on.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The address is taken or not ours.
    #[error("cannot listen on {address}; choose another with {flag}")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// The flag that sets it.
        flag: &'static str,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The read model could not be loaded.
    #[error("the directory could not be loaded")]
    Load(#[from] FollowError),
    /// Signing in through another service cannot be set up.
    #[error("signing in through another service cannot be set up")]
    OpenId(#[from] OpenIdError),
    /// A background task cannot start.
    #[error(transparent)]
    Tasks(TaskError),
    /// Mail about accounts cannot be sent.
    #[error("mail about accounts cannot be sent")]
    Mail(#[source] MailError),
    /// The texts of the site cannot be read.
    #[error("the texts of the site could not be read")]
    Site(#[source] StoreError),
    /// The synonyms that questions are read with cannot be read.
    #[error("the synonyms could not be read")]
    Synonyms(#[source] StoreError),
    /// What lies below the districts on maps cannot be used.
    #[error("the map cannot be used")]
    Basemap(#[source] BasemapError),
    /// The address that is listened on cannot be told.
    #[error("serving failed")]
    Serve(#[source] std::io::Error),
}

/// Why no region was cut out.
#[derive(Debug, Error)]
pub enum RegionError {
    /// The file cannot be used.
    #[error(transparent)]
    Source(#[from] BasemapError),
    /// A tile cannot be read.
    #[error("{file} cannot be read")]
    Read {
        /// Which file.
        file: PathBuf,
        /// Why.
        #[source]
        source: PmtError,
    },
    /// A tile cannot be written.
    #[error("{file} cannot be written")]
    Write {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: PmtError,
    },
    /// Nobody has said which region.
    #[error(
        "no district of the database has a boundary: say --bounds WEST,SOUTH,EAST,NORTH, or import boundaries first"
    )]
    NoRegion,
    /// The file has nothing of the region.
    #[error("{file} has no tile of the region {west},{south},{east},{north}", west = .region.west, south = .region.south, east = .region.east, north = .region.north)]
    Outside {
        /// Which file.
        file: PathBuf,
        /// Which region.
        region: BoundingBox,
    },
    /// The region is too large.
    #[error(
        "the region has {tiles} tiles down to zoom {zoom}; at most {allowed} are taken: say a smaller one with --bounds, or --max-zoom"
    )]
    TooLarge {
        /// How many it would be.
        tiles: u64,
        /// The deepest zoom.
        zoom: u8,
        /// How many are taken at most.
        allowed: u64,
    },
}

/// Why an account was not worked on.
#[derive(Debug, Error)]
pub enum UserCommandError {
    /// Something is wrong with what was asked.
    #[error("{0}")]
    Refused(String),
    /// A fault.
    #[error("the accounts cannot be worked on")]
    Fault(#[source] CurationError),
    /// Mail cannot be sent.
    #[error("mail about accounts cannot be sent")]
    Mail(#[source] MailError),
    /// The password could not be read.
    #[error("the password cannot be read from standard input")]
    Input(#[source] std::io::Error),
    /// Nothing came in.
    #[error("no password came from standard input: give it as one line, or run the command on a terminal")]
    NoPassword,
    /// What was typed the second time was something else.
    #[error("the two passwords are not the same")]
    Differ,
}
