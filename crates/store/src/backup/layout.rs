//! The lines of a backup that are no rows, and what no backup holds.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The value of `format` in the first line of every backup.
pub(super) const FORMAT: &str = "bruecke-backup";
/// The version of the format this program writes, and the newest that it reads.
pub(super) const VERSION: u32 = 1;

/// Tables that no backup holds. Sessions: restored, they would sign people in again who have signed out since, or whom an
/// administrator has; links for a forgotten password that were used would work again. What has to be scrubbed: it is
/// about the free pages of one database, and another has its own; so is which of its nodes does what.
pub(super) const LEFT_OUT: &[&str] = &["password_link", "session", "scrub", "task_lease"];

/// What a backup says of itself in its first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupHeader {
    pub(super) format: String,
    pub(super) version: u32,
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
pub(super) struct TableHead {
    pub(super) table: String,
    pub(super) columns: Vec<String>,
}

/// The last line.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Trailer {
    pub(super) rows: u64,
    pub(super) sha256: String,
}

/// What was written or restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSummary {
    /// Rows of all tables.
    pub rows: u64,
    /// The newest sequence number of the change log in it.
    pub sequence: u64,
}
