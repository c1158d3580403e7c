//! Opening a database: addresses, pools, copies.
//!
//! SQLite gets one connection that writes and a few that may only read. Transactions that read and
//! then write on several connections fail with "database is locked" whatever the busy timeout, and
//! one writer is faster besides. On PostgreSQL writers line up behind an advisory lock (see
//! [`crate::Writer`]). Who has how many connections is told in `pools`.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, RuntimeErr,
    sqlx::{
        ConnectOptions,
        postgres::PgConnectOptions,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};
use tokio::{
    sync::{Mutex, Semaphore, watch},
    task::AbortHandle,
};

use crate::{
    PoolUsage, StoreError,
    clock::ClockGuard,
    database_file::DatabaseFiles,
    error::while_doing,
    follow::{self, SequenceNumber},
    pools::{self, Pools},
    transaction::OpenTransaction,
    write_fault::WriteHealth,
};

/// The advisory lock every writer and migration of this program takes on PostgreSQL ("bruecke" in
/// ASCII), so that sequence numbers have no gaps and grow in the order of the commits.
pub(crate) const LOCK: i64 = 0x0062_7275_6563_6b65;

/// How the store uses its database.
#[derive(Clone, Copy, Debug)]
pub struct StoreOptions {
    /// Connections for reading lists, histories and the past; a few more are for everything else.
    pub connections: u32,
    /// How long to wait for a connection or for another writer.
    pub patience: Duration,
    /// How often who waits for changes looks at the log, should nobody tell of them.
    pub look_every: Duration,
}

impl Default for StoreOptions {
    fn default() -> Self {
        Self { connections: 8, patience: Duration::from_secs(30), look_every: Duration::from_secs(1) }
    }
}

/// The system of record. Cheap to clone; clones share their connections.
///
/// [`crate::Writer::view`] gives one that reads inside of the writer's transaction.
#[derive(Clone, Debug)]
pub struct Store(pub(crate) Arc<Inner>, pub(crate) Option<Arc<OpenTransaction>>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) pools: Pools,
    /// Held by who writes entities; waited for before a connection is taken.
    pub(crate) turn: Arc<Mutex<()>>,
    pub(crate) account_turns: Arc<Semaphore>,
    pub(crate) patience: Duration,
    pub(crate) writes: WriteHealth,
    pub(crate) clock: ClockGuard,
    pub(crate) seen: watch::Sender<SequenceNumber>,
    pub(crate) look_every: Duration,
    place: String,
    /// The files of a SQLite database.
    pub(crate) files: Option<DatabaseFiles>,
    listener: Option<AbortHandle>,
}

impl Inner {
    /// Whether what is written is found again: always, but where the files of a SQLite database are gone.
    pub(crate) fn are_files_in_place(&self) -> bool {
        self.files.as_ref().is_none_or(DatabaseFiles::are_in_place)
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(listener) = &self.listener {
            listener.abort();
        }
    }
}

enum StoreLocation {
    Sqlite(PathBuf),
    Postgres(Box<PgConnectOptions>),
}

impl StoreLocation {
    fn read(url: &str) -> Result<Self, StoreError> {
        let refuse = || StoreError::Address { given: scheme(url) };
        if let Some(file) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
            let file = file.split('?').next().unwrap_or_default();
            // A database in memory would be gone with the process: not what a system of record is for.
            if file.is_empty() || file == ":memory:" {
                return Err(refuse());
            }
            return Ok(Self::Sqlite(file.into()));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url).map_err(|source| StoreError::Open {
                place: "at that postgres:// address".to_owned(),
                source: DbErr::Conn(RuntimeErr::SqlxError(source.into())),
            })?;
            return Ok(Self::Postgres(Box::new(options.application_name("bruecke"))));
        }
        Err(refuse())
    }
}

/// What of an address can be repeated without repeating a password.
fn scheme(url: &str) -> String {
    match url.split_once(':') {
        Some((scheme, _)) => format!("{}:…", scheme.chars().take(20).collect::<String>()),
        None => url.chars().take(60).collect(),
    }
}

impl Store {
    /// Opens a database: `sqlite://FILE` (made if missing) or `postgres://USER@HOST/DATABASE`.
    /// The tables are left as they are; see [`Store::migrate`].
    ///
    /// # Errors
    /// [`StoreError::Address`], [`StoreError::File`] or [`StoreError::Open`].
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        Self::open_with(url, StoreOptions::default()).await
    }

    /// The same with other numbers of connections or other patience.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(url: &str, options: StoreOptions) -> Result<Self, StoreError> {
        match StoreLocation::read(url)? {
            StoreLocation::Sqlite(file) => open_sqlite(&file, options).await,
            StoreLocation::Postgres(server) => open_postgres(*server, options).await,
        }
    }

    /// Where the data is: the file, or host and database name. Holds no password.
    pub fn place(&self) -> &str {
        &self.0.place
    }

    /// The file of a SQLite database.
    pub fn file(&self) -> Option<&Path> {
        self.0.files.as_ref().map(DatabaseFiles::path)
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Busy`] when it gives none.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.control().execute_unprepared("SELECT 1").await.map_err(while_doing("asking for a sign of life"))?;
        Ok(())
    }

    /// Closes every connection once its work is done. Reading or writing afterwards fails. A SQLite file holds everything
    /// by itself then: its log has gone into it, unless another process still reads what was there before.
    ///
    /// # Errors
    /// [`StoreError::Database`] when a connection does not close cleanly.
    pub async fn close(&self) -> Result<(), StoreError> {
        if let Some(listener) = &self.0.listener {
            listener.abort();
        }
        let closing = while_doing("closing the database");
        let pools = &self.0.pools;
        for pool in [&pools.reading, &pools.sessions, &pools.control] {
            pool.close_by_ref().await.map_err(&closing)?;
        }
        if self.0.files.is_some() {
            // The last connection to end only reads, and would leave the log as it is.
            crate::rows::all(&pools.writing, "closing the database", "PRAGMA wal_checkpoint(TRUNCATE)", []).await?;
        }
        pools.writing.close_by_ref().await.map_err(&closing)?;
        if let Some(files) = &self.0.files {
            files.close().await.map_err(|source| closing(DbErr::Conn(RuntimeErr::SqlxError(source.into()))))?;
        }
        Ok(())
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.0.pools.reading.get_database_backend()
    }

    /// How busy each pool of connections is.
    pub fn pool_usage(&self) -> [PoolUsage; 4] {
        self.0.pools.usage()
    }

    fn with_files(pools: Pools, options: StoreOptions, place: String, files: DatabaseFiles) -> Self {
        Self::from_parts(pools, options, place, watch::Sender::new(SequenceNumber::default()), Some(files), None)
    }

    fn from_parts(
        pools: Pools,
        options: StoreOptions,
        place: String,
        seen: watch::Sender<SequenceNumber>,
        files: Option<DatabaseFiles>,
        listener: Option<AbortHandle>,
    ) -> Self {
        let inner = Inner {
            pools,
            turn: Arc::default(),
            account_turns: Arc::new(Semaphore::new(pools::ACCOUNT_WRITERS as usize)),
            patience: options.patience,
            writes: WriteHealth::default(),
            clock: ClockGuard::default(),
            seen,
            look_every: options.look_every,
            place,
            files,
            listener,
        };
        Self(Arc::new(inner), None)
    }
}

async fn open_sqlite(file: &Path, options: StoreOptions) -> Result<Store, StoreError> {
    let place = file.display().to_string();
    let refuse = |reason| Err(StoreError::File { file: place.clone(), reason });
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return refuse("its folder does not exist; make the folder first");
    }
    if file.is_dir() {
        return refuse("it is a folder; name a file in it");
    }
    if file.metadata().is_ok_and(|meta| meta.permissions().readonly()) {
        return refuse("it may not be written; change its permissions");
    }
    keep_private(file);
    let failed = |source: sea_orm::sqlx::Error| StoreError::Open {
        place: place.clone(),
        source: DbErr::Conn(RuntimeErr::SqlxError(source.into())),
    };
    // FULL syncs the log at every commit: what was acknowledged survives not only the end of the
    // process but of the power too. People's edits are rare and imports commit once.
    let base = SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(options.patience)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("temp_store", "memory")
        .disable_statement_logging();
    let files = DatabaseFiles::open(file, &base).await.map_err(failed)?;
    let pools = Pools::sqlite(base, options).await.map_err(failed)?;
    Ok(Store::with_files(pools, options, place, files))
}

/// Makes the file, if it is missing, and lets its owner alone read it: it holds what is private. SQLite
/// gives the files beside it the same permissions. What cannot be made is told when it is opened.
fn keep_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        drop(std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file));
        for ending in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            let open_to_others = |found: std::fs::Metadata| found.permissions().mode() & 0o077 != 0;
            if std::fs::metadata(&name).is_ok_and(open_to_others) {
                let closed = std::fs::set_permissions(&name, std::fs::Permissions::from_mode(0o600)).is_ok();
                tracing::warn!(file = %name.display(), closed, "others than its owner could read the database file");
            }
        }
    }
}

async fn open_postgres(server: PgConnectOptions, options: StoreOptions) -> Result<Store, StoreError> {
    let place = format!("{} on {}", server.get_database().unwrap_or_default(), server.get_host());
    let failed = |source: sea_orm::sqlx::Error| StoreError::Open {
        place: place.clone(),
        source: DbErr::Conn(RuntimeErr::SqlxError(source.into())),
    };
    // A table that another program has locked is waited for no longer than another writer.
    let patience = options.patience.as_millis().to_string();
    let server = server.disable_statement_logging().options([("lock_timeout", patience)]);
    let (pools, control) = Pools::postgres(server, options).await.map_err(failed)?;
    let seen = watch::Sender::new(SequenceNumber::default());
    let listener = follow::listen(control, seen.clone());
    let store = Store::from_parts(pools, options, place, seen, None, Some(listener));
    store.compare_clocks().await?;
    Ok(store)
}
