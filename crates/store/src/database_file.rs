//! The files of a SQLite database, and whether they are still where they were opened.
//!
//! A file that is removed, moved or replaced lives on for whoever has it open: every connection goes on
//! reading and writing what nobody finds again after the process has ended. So the files that the path
//! leads to are compared with those that were opened, by device and inode, before a writer begins and
//! after its commit.
//!
//! SQLite removes the write-ahead log when the last connection ends. One connection that does nothing
//! else is therefore held for as long as the store is open: the log stays the same file meanwhile.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use sea_orm::sqlx::{self, ConnectOptions, Connection, Executor, SqliteConnection, sqlite::SqliteConnectOptions};

/// The device and the inode by which a file is the same one.
type FileIdentity = (u64, u64);

/// The files that were opened.
#[derive(Debug)]
pub(crate) struct DatabaseFiles {
    path: PathBuf,
    database: FileIdentity,
    /// The write-ahead log; absent where the file system allows none.
    log: Option<(PathBuf, FileIdentity)>,
    anchor: Mutex<Option<SqliteConnection>>,
}

impl DatabaseFiles {
    /// Opens a file, which is made where it is missing: no later connection makes one.
    pub(crate) async fn open(path: &Path, options: &SqliteConnectOptions) -> Result<Self, sqlx::Error> {
        let mut anchor = options.clone().create_if_missing(true).pragma("query_only", "on").connect().await?;
        // The log is opened, and made, by the first who reads.
        anchor.execute("SELECT count(*) FROM sqlite_master").await?;
        let database = identify(path)?;
        // It stands beside the file itself, wherever a symbolic link to that may stand.
        let mut log = path.canonicalize()?.into_os_string();
        log.push("-wal");
        let log = PathBuf::from(log);
        let log = identify(&log).ok().map(|identity| (log, identity));
        Ok(Self { path: path.to_owned(), database, log, anchor: Mutex::new(Some(anchor)) })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the path still leads to the files that were opened.
    pub(crate) fn are_in_place(&self) -> bool {
        let is_same = |path: &Path, opened: FileIdentity| identify(path).is_ok_and(|found| found == opened);
        is_same(&self.path, self.database) && self.log.as_ref().is_none_or(|(path, opened)| is_same(path, *opened))
    }

    /// Lets the log go; to be called after every other connection was closed.
    pub(crate) async fn close(&self) -> Result<(), sqlx::Error> {
        let anchor = self.anchor.lock().unwrap_or_else(PoisonError::into_inner).take();
        match anchor {
            Some(anchor) => anchor.close().await,
            None => Ok(()),
        }
    }
}

fn identify(path: &Path) -> io::Result<FileIdentity> {
    fs::metadata(path).map(|found| (found.dev(), found.ino()))
}
