//! Backups: everything that is in the tables, in one file that either database takes back.
//!
//! A backup is lines of JSON, compressed with zstd (`zstd -dc FILE` shows them):
//!
//! ```text
//! {"format":"bruecke-backup","version":1,"program":"0.1.0","at":"…","database":"sqlite","sequence":812,"migrations":["m0001_directory",…]}
//! {"table":"account","columns":["id","email",…]}
//! ["0199…","ada@example.org",…]
//! …
//! {"rows":5120,"sha256":"…"}
//! ```
//!
//! The first line is a [`BackupHeader`], the last holds the SHA-256 of every byte before it. Bodies stand as the text
//! that is stored, so that what comes back is what was there to the last byte. Which tables and columns there are
//! is learnt from the migrations themselves (`schema`), so that a new table is in the next backup without a word here.
//!
//! It is written from one read transaction while work goes on ([`Store::back_up`](crate::Store::back_up)) and read back in one write
//! transaction ([`Store::restore`](crate::Store::restore)). Both go row by row: a few chunks are in memory, never the whole.
//!
//! Why not the databases' own tools: `pg_dump` and a copied SQLite file go on to work beside it, but neither
//! moves to the other database, and a SQLite file that is copied while it is served lacks what still stands in its log.

mod dump;
mod lease;
mod reader;
mod restore;
pub(crate) mod schema;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::StoreError;

pub use lease::Lease;
pub use reader::BackupFile;

/// The value of `format` in the first line of every backup.
const FORMAT: &str = "bruecke-backup";
/// The version of the format this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// Tables that no backup holds. Sessions: restored, they would sign people in again who have signed out since, or whom an
/// administrator has; links for a forgotten password that were used would work again. What has to be scrubbed: it is
/// about the free pages of one database, and another has its own; so is which of its nodes does what.
const LEFT_OUT: &[&str] = &["password_link", "session", "scrub", "task_lease"];

/// What a backup says of itself in its first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupHeader {
    format: String,
    version: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was begun: everything acknowledged before is in it.
    pub at: DateTime<Utc>,
    /// `sqlite` or `postgres`.
    pub database: String,
    /// The newest sequence number of the change log in it.
    pub sequence: u64,
    /// The migrations that had been run, in their order.
    pub migrations: Vec<String>,
}

/// What begins the rows of a table.
#[derive(Debug, Deserialize, Serialize)]
struct TableHead {
    table: String,
    columns: Vec<String>,
}

/// The last line.
#[derive(Debug, Deserialize, Serialize)]
struct Trailer {
    rows: u64,
    sha256: String,
}

/// What was written or restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSummary {
    /// Rows of all tables.
    pub rows: u64,
    /// The newest sequence number of the change log in it.
    pub sequence: u64,
}

/// Why a backup was not written, or nothing restored.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The bytes did not go out.
    #[error("the backup cannot be written")]
    Write(#[source] std::io::Error),
    /// The file cannot be opened or read.
    #[error("the backup {file} cannot be read")]
    Read {
        /// Which file.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is something else.
    #[error("{file} is no backup of bruecke. Nothing was changed")]
    NotABackup {
        /// Which file.
        file: String,
    },
    /// The file does not hold what was written.
    #[error("the backup {file} is damaged: {reason}. Nothing was changed; take another backup")]
    Damaged {
        /// Which file.
        file: String,
        /// What of it.
        reason: &'static str,
    },
    /// The file was made by a newer version of the program.
    #[error(
        "the backup {file} was made by a newer version of bruecke ({program}). Nothing was changed; restore it with that version or a newer one"
    )]
    Newer {
        /// Which file.
        file: String,
        /// Which version made it.
        program: String,
    },
    /// The database holds something already.
    #[error(
        "the database {place} is not empty: its table {table} holds rows. Nothing was changed; restore into a new SQLite file or into a new PostgreSQL database (createdb)"
    )]
    NotEmpty {
        /// Which database.
        place: String,
        /// A table with rows.
        table: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
