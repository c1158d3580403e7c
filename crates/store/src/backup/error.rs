//! Why a backup is not written, or nothing restored.

use thiserror::Error;

use crate::StoreError;

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
