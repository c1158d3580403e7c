//! Connections: who has how many, and none goes back to its pool unless it is clean.
//!
//! A connection's state is not trusted after an error. SQLite ends a transaction by itself when the
//! disk is full, and then a driver that counts transactions goes on counting one: every later "begin"
//! would be a savepoint inside nothing, and every "commit" its release. So whatever comes back is
//! asked, and what is in doubt is closed; the pool opens another.
//!
//! | pool | for | SQLite | PostgreSQL |
//! |---|---|---|---|
//! | `writing` | who writes entities; the turn is waited for before a connection is taken | 1 | 2 |
//! | `reading` | lists, histories and the past | as set | as set |
//! | `sessions` | recognising who asks; on PostgreSQL writing accounts too | 2 | 6 |
//! | `control` | following the log, health, proofs of commits | 3 | 5 |
//!
//! So nobody who writes waits for a connection that only another writer could give back, and neither
//! signing in nor health waits for either.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    DatabaseConnection, SqlxPostgresConnector, SqlxSqliteConnector,
    sqlx::{
        self, Connection, Executor, PgConnection, Row, SqliteConnection,
        postgres::{PgConnectOptions, PgPool, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqlitePoolOptions},
    },
};

use crate::open::StoreOptions;

/// So many accounts are written at once on PostgreSQL; the other connections for sessions only read.
pub(crate) const ACCOUNT_WRITERS: u32 = 3;

/// Every connection of a store.
#[derive(Clone, Debug)]
pub(crate) struct Pools {
    pub(crate) writing: DatabaseConnection,
    pub(crate) reading: DatabaseConnection,
    pub(crate) sessions: DatabaseConnection,
    pub(crate) control: DatabaseConnection,
    /// How many statements each has run, in the order of their names.
    statements: [Arc<AtomicU64>; 4],
}

/// How busy a pool is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolUsage {
    /// Which pool.
    pub name: &'static str,
    /// Connections that are open.
    pub open: u32,
    /// Connections that nobody uses.
    pub idle: u32,
    /// Statements that it has run since it was opened.
    pub statements: u64,
}

impl Pools {
    /// Connects to a SQLite file that is there: a connection that replaces another never makes one.
    pub(crate) async fn sqlite(base: SqliteConnectOptions, options: StoreOptions) -> Result<Self, sqlx::Error> {
        let writing = sqlite_pool(1, options.patience)
            .idle_timeout(None)
            .max_lifetime(None)
            // What is deleted is overwritten: erased means gone from the file as well.
            .connect_with(base.clone().pragma("cache_size", "-16384").pragma("secure_delete", "on"))
            .await?;
        let only_reads = base.pragma("query_only", "on");
        let reading = |connections| sqlite_pool(connections, options.patience).connect_lazy_with(only_reads.clone());
        Ok(Self::count_statements(
            [writing, reading(options.connections.max(1)), reading(2), reading(3)]
                .map(SqlxSqliteConnector::from_sqlx_sqlite_pool),
        ))
    }

    /// Connects to a PostgreSQL server; gives the control pool as the listener needs it, too.
    pub(crate) async fn postgres(
        server: PgConnectOptions,
        options: StoreOptions,
    ) -> Result<(Self, PgPool), sqlx::Error> {
        let writing = postgres_pool(2, options.patience).connect_with(server.clone()).await?;
        let pool = |connections| postgres_pool(connections, options.patience).connect_lazy_with(server.clone());
        let control = pool(5);
        let pools = [writing, pool(options.connections.max(1)), pool(2 * ACCOUNT_WRITERS), control.clone()];
        Ok((Self::count_statements(pools.map(SqlxPostgresConnector::from_sqlx_postgres_pool)), control))
    }

    /// The pools in the order of their names, each with its statements counted.
    fn count_statements(mut pools: [DatabaseConnection; 4]) -> Self {
        let statements: [Arc<AtomicU64>; 4] = std::array::from_fn(|_| Arc::default());
        for (pool, count) in pools.iter_mut().zip(&statements) {
            let count = Arc::clone(count);
            pool.set_metric_callback(move |_| {
                count.fetch_add(1, Ordering::Relaxed);
            });
        }
        let [writing, reading, sessions, control] = pools;
        Self { writing, reading, sessions, control, statements }
    }

    /// Each with its name.
    pub(crate) const fn by_name(&self) -> [(&'static str, &DatabaseConnection); 4] {
        [
            ("writing", &self.writing),
            ("reading", &self.reading),
            ("sessions", &self.sessions),
            ("control", &self.control),
        ]
    }

    /// How busy each is.
    pub(crate) fn usage(&self) -> [PoolUsage; 4] {
        let mut counts = self.statements.iter().map(|count| count.load(Ordering::Relaxed));
        self.by_name().map(|(name, pool)| {
            let statements = counts.next().unwrap_or_default();
            let (open, idle) = match pool.get_database_backend() {
                sea_orm::DbBackend::Postgres => {
                    let pool = pool.get_postgres_connection_pool();
                    (pool.size(), pool.num_idle())
                }
                _ => {
                    let pool = pool.get_sqlite_connection_pool();
                    (pool.size(), pool.num_idle())
                }
            };
            PoolUsage { name, open, idle: u32::try_from(idle).unwrap_or(u32::MAX), statements }
        })
    }
}

fn sqlite_pool(connections: u32, patience: Duration) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(patience)
        .after_release(|connection, _| Box::pin(is_clean_sqlite(connection)))
}

fn postgres_pool(connections: u32, patience: Duration) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(patience)
        .after_connect(|connection, _| Box::pin(commit_durably(connection)))
        .after_release(|connection, _| Box::pin(is_clean_postgres(connection)))
}

/// Whether a connection is in no transaction: neither by the driver's count nor by SQLite itself,
/// which refuses `BEGIN` inside one.
async fn is_clean_sqlite(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // The rollback of a dropped transaction is queued; the answer to a ping comes after it.
    connection.ping().await?;
    if connection.is_in_transaction() {
        tracing::info!("a connection to the database was left in a transaction and is replaced");
        return Ok(false);
    }
    connection.execute("BEGIN").await?;
    connection.execute("ROLLBACK").await?;
    Ok(true)
}

/// The same for PostgreSQL, where the driver leaves a transaction open that it was beginning when the
/// request was given up: inside an open transaction its beginning lies before the statement's, and
/// a failed transaction answers nothing.
async fn is_clean_postgres(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    connection.ping().await?;
    let sql = sqlx::raw_sql("SELECT now() = statement_timestamp() AS is_new");
    let clean = !connection.is_in_transaction() && connection.fetch_one(sql).await?.try_get("is_new")?;
    if !clean {
        tracing::info!("a connection to the database was left in a transaction and is replaced");
    }
    Ok(clean)
}

/// A server may be set to acknowledge before it has written; what is acknowledged here is to last.
async fn commit_durably(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let sql =
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
    connection.execute(sql).await?;
    Ok(())
}
