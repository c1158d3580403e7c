//! Opening a database: addresses, pools, bringing the tables up to date, copies.
//!
//! SQLite gets one connection that writes and a few that may only read. Transactions that read and
//! then write on several connections fail with "database is locked" whatever the busy timeout, and
//! one writer is faster besides. PostgreSQL gets one pool; its writers line up behind an advisory
//! lock (see [`crate::Writer`]).

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, RuntimeErr,
    SqliteTransactionMode, SqlxPostgresConnector, SqlxSqliteConnector, Statement, TransactionOptions, TransactionTrait,
    sqlx::{
        ConnectOptions,
        postgres::{PgConnectOptions, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};
use tokio::{sync::watch, task::AbortHandle};

use crate::{
    StoreError, derive,
    error::while_doing,
    follow::{self, Seen},
};

/// The advisory lock every writer and migration of this program takes on PostgreSQL ("bruecke" in
/// ASCII), so that sequence numbers have no gaps and grow in the order of the commits.
const LOCK: i64 = 0x0062_7275_6563_6b65;

/// How the store uses its database.
#[derive(Clone, Copy, Debug)]
pub struct StoreOptions {
    /// Connections for reading (SQLite) or altogether (PostgreSQL).
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
#[derive(Clone, Debug)]
pub struct Store(pub(crate) Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) writing: DatabaseConnection,
    pub(crate) reading: DatabaseConnection,
    pub(crate) seen: watch::Sender<Seen>,
    pub(crate) look_every: Duration,
    place: String,
    /// The SQLite file.
    file: Option<PathBuf>,
    listener: Option<AbortHandle>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(listener) = &self.listener {
            listener.abort();
        }
    }
}

enum Address {
    Sqlite(PathBuf),
    Postgres(Box<PgConnectOptions>),
}

impl Address {
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
        match Address::read(url)? {
            Address::Sqlite(file) => open_sqlite(&file, options).await,
            Address::Postgres(server) => open_postgres(*server, options).await,
        }
    }

    /// Where the data is: the file, or host and database name. Holds no password.
    pub fn place(&self) -> &str {
        &self.0.place
    }

    /// The file of a SQLite database.
    pub fn file(&self) -> Option<&Path> {
        self.0.file.as_deref()
    }

    /// Brings the tables up to date. Several nodes may do so at once: one works, the others wait.
    ///
    /// # Errors
    /// [`StoreError::Migrate`], also when the tables were made by a newer program.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let failed = |source| StoreError::Migrate { source };
        let transaction = self.write_transaction().await?;
        let pending = Migrator::get_pending_migrations(&transaction).await.map_err(failed)?;
        Migrator::up(&transaction, None).await.map_err(failed)?;
        if pending.iter().any(|migration| migration.name() == derive::MIGRATION) {
            derive::everything(&transaction).await?;
        }
        transaction.commit().await.map_err(failed)
    }

    /// The names of the migrations that have not run yet; changes nothing.
    ///
    /// # Errors
    /// [`StoreError::Migrate`], also when the tables were made by a newer program.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let pending = Migrator::get_pending_migrations_read_only(&self.0.reading)
            .await
            .map_err(|source| StoreError::Migrate { source })?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Busy`] when it gives none.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.0.reading.execute_unprepared("SELECT 1").await.map_err(while_doing("asking for a sign of life"))?;
        Ok(())
    }

    /// Writes a complete, consistent copy of a SQLite database to a new file while work goes on.
    ///
    /// # Errors
    /// [`StoreError::Unsupported`] on PostgreSQL, [`StoreError::File`] when the file exists already,
    /// [`StoreError::Database`] when it cannot be written.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        if self.backend() != DbBackend::Sqlite {
            return Err(StoreError::Unsupported("a PostgreSQL database is copied with pg_dump"));
        }
        let shown = file.display().to_string();
        if file.exists() {
            return Err(StoreError::File { file: shown, reason: "it exists already; name a new one" });
        }
        let copy = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO $1", [shown.into()]);
        // `query_only` forbids VACUUM INTO too, so the writing connection makes the copy.
        self.0.writing.execute_raw(copy).await.map_err(while_doing("copying the database"))?;
        Ok(())
    }

    /// Closes every connection once its work is done. Reading or writing afterwards fails.
    ///
    /// # Errors
    /// [`StoreError::Database`] when a connection does not close cleanly.
    pub async fn close(&self) -> Result<(), StoreError> {
        if let Some(listener) = &self.0.listener {
            listener.abort();
        }
        let closing = while_doing("closing the database");
        self.0.reading.close_by_ref().await.map_err(&closing)?;
        self.0.writing.close_by_ref().await.map_err(&closing)
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.0.reading.get_database_backend()
    }

    /// A transaction that sees one state of the database however long it lasts.
    pub(crate) async fn read_transaction(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = match self.backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                sqlite_transaction_mode: None,
            },
            _ => TransactionOptions::default(),
        };
        self.0.reading.begin_with_options(options).await.map_err(while_doing("beginning to read"))
    }

    /// A transaction that is the only one writing.
    pub(crate) async fn write_transaction(&self) -> Result<DatabaseTransaction, StoreError> {
        let doing = while_doing("beginning to write");
        if self.backend() == DbBackend::Postgres {
            let transaction = self.0.writing.begin().await.map_err(&doing)?;
            transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await.map_err(&doing)?;
            return Ok(transaction);
        }
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.0.writing.begin_with_options(immediate).await.map_err(doing)
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
    let writing = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(options.patience)
        .idle_timeout(None)
        .max_lifetime(None)
        // What is deleted is overwritten: erased means gone from the file as well.
        .connect_with(base.clone().create_if_missing(true).pragma("cache_size", "-65536").pragma("secure_delete", "on"))
        .await
        .map_err(failed)?;
    let reading = SqlitePoolOptions::new()
        .max_connections(options.connections.max(1))
        .acquire_timeout(options.patience)
        .connect_with(base.create_if_missing(false).pragma("query_only", "on"))
        .await
        .map_err(failed)?;
    Ok(Store(Arc::new(Inner {
        writing: SqlxSqliteConnector::from_sqlx_sqlite_pool(writing),
        reading: SqlxSqliteConnector::from_sqlx_sqlite_pool(reading),
        seen: watch::Sender::new(Seen::default()),
        look_every: options.look_every,
        place,
        file: Some(file.to_owned()),
        listener: None,
    })))
}

async fn open_postgres(server: PgConnectOptions, options: StoreOptions) -> Result<Store, StoreError> {
    let place = format!("{} on {}", server.get_database().unwrap_or_default(), server.get_host());
    let failed = |source: sea_orm::sqlx::Error| StoreError::Open {
        place: place.clone(),
        source: DbErr::Conn(RuntimeErr::SqlxError(source.into())),
    };
    // One connection more than asked for: the listener keeps one for itself.
    let pool = PgPoolOptions::new()
        .max_connections(options.connections.max(2) + 1)
        .acquire_timeout(options.patience)
        .connect_with(server.disable_statement_logging())
        .await
        .map_err(failed)?;
    let seen = watch::Sender::new(Seen::default());
    let listener = follow::listen(pool.clone(), seen.clone());
    let pool = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
    Ok(Store(Arc::new(Inner {
        writing: pool.clone(),
        reading: pool,
        seen,
        look_every: options.look_every,
        place,
        file: None,
        listener: Some(listener),
    })))
}
