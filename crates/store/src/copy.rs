//! Copies of a SQLite file: what is made of it before its tables are changed.

use std::{fs, io, os::unix::fs::OpenOptionsExt, path::Path};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::{Store, StoreError, error::while_doing};

impl Store {
    /// Writes a complete, consistent copy of a SQLite database to a new file while work goes on. Only its owner may
    /// read the copy, and it is on the disk when this returns.
    ///
    /// # Errors
    /// [`StoreError::Unsupported`] on PostgreSQL, [`StoreError::File`] when the file exists already or cannot be made,
    /// [`StoreError::Database`] when it cannot be written; nothing is left of it then.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        if self.backend() != DbBackend::Sqlite {
            return Err(StoreError::Unsupported("a PostgreSQL database is copied with `bruecke backup` or pg_dump"));
        }
        let shown = file.display().to_string();
        let refuse = |reason| StoreError::File { file: shown.clone(), reason };
        // SQLite fills an empty file as readily as it makes one, which others could read.
        let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
        let copy = made.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => refuse("it exists already; name a new one"),
            _ => refuse("it cannot be made there; look at the folder and its permissions"),
        })?;
        let statement = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO $1", [shown.clone().into()]);
        // `query_only` forbids VACUUM INTO too, so the writing connection makes the copy.
        let copied = self.0.pools.writing.execute_raw(statement).await.map_err(while_doing("copying the database"));
        let synced = copied.and_then(|_| copy.sync_all().map_err(|_| refuse("it cannot be written to its end")));
        if synced.is_err() {
            // The error that is told is why there is none.
            let _ = fs::remove_file(file);
        }
        synced
    }
}
