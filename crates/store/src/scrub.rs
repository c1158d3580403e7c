//! Getting erased values out of the database's files. Deleting leaves bytes behind: SQLite in free
//! cells and in its write-ahead log, PostgreSQL in dead rows and in the holes of its pages.
//!
//! SQLite deletes with `secure_delete`; after an erasure the file is rewritten as well (`VACUUM`),
//! because cells that move leave copies behind, and the log is emptied into it. PostgreSQL rewrites
//! the tables (`VACUUM FULL`), which gives them new files. What remains there is told in
//! `docs/operations.md`. An erasure notes in its transaction that this is to be done, so a process that
//! ends in between changes nothing about it.

use std::time::Duration;

use domain::record::EntityKind;
use sea_orm::{
    DbBackend, FromQueryResult,
    sqlx::{
        self, AssertSqlSafe, ConnectOptions, Connection, Executor, Row,
        sqlite::{SqliteConnectOptions, SqliteConnection},
    },
};

use crate::{Store, StoreError, Writer, error::while_doing, rows, stored::table_of};

/// The advisory lock of the one node that scrubs a PostgreSQL database ("scrub" in ASCII).
const LOCK: i64 = 0x0073_6372_7562;
/// How long others may keep the scrubbing waiting before it is put off.
const PATIENCE: Duration = Duration::from_secs(3);
const DOING: &str = "getting erased values out of the files";

/// How an attempt to get erased values out of the files ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrub {
    /// There is nothing erased in them.
    Clean,
    /// Somebody still reads what was there before, or another node is at it: to be tried again.
    Waiting,
}

/// How far the scrubbing is.
#[derive(FromQueryResult)]
struct ScrubProgress {
    wanted: i64,
    rewritten: i64,
    done: i64,
}

impl Writer {
    /// Notes that values leave with this transaction which are to leave the files too.
    pub(crate) async fn want_scrub(&self) -> Result<(), StoreError> {
        rows::run(&self.transaction, DOING, "UPDATE scrub SET wanted = wanted + 1", []).await
    }
}

impl Store {
    /// Whether erased values may still stand in the database's files.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn needs_scrub(&self) -> Result<bool, StoreError> {
        let progress = self.scrub_progress().await?;
        Ok(progress.done < progress.wanted)
    }

    /// Gets erased values out of the database's files, where there are any. Writers and readers of
    /// the database wait while it is rewritten; answers from memory do not.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn scrub(&self) -> Result<Scrub, StoreError> {
        let progress = self.scrub_progress().await?;
        if progress.done >= progress.wanted {
            return Ok(Scrub::Clean);
        }
        let outcome = match self.backend() {
            DbBackend::Postgres => self.scrub_postgres().await,
            _ => self.scrub_sqlite(&progress).await,
        };
        let outcome = outcome.map_err(|source| while_doing(DOING)(driver_error(source)))?;
        if outcome == Scrub::Clean {
            let sql = "UPDATE scrub SET done = $1 WHERE done < $1";
            rows::run(&self.0.pools.writing, DOING, sql, [progress.wanted.into()]).await?;
        }
        Ok(outcome)
    }

    async fn scrub_progress(&self) -> Result<ScrubProgress, StoreError> {
        let found = rows::all(&self.reader(), DOING, "SELECT wanted, rewritten, done FROM scrub", []).await?;
        let Some(row) = found.first() else { return Ok(ScrubProgress { wanted: 0, rewritten: 0, done: 0 }) };
        rows::read(row)
    }

    /// On a connection of its own, which keeps what it sorts in a file instead of in memory.
    async fn scrub_sqlite(&self, progress: &ScrubProgress) -> Result<Scrub, sqlx::Error> {
        let mut connection = SqliteConnectOptions::new()
            .filename(self.place())
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "on")
            .disable_statement_logging()
            .connect()
            .await?;
        let outcome = scrub_file(&mut connection, progress).await;
        connection.close().await?;
        match outcome {
            Err(error) if is_busy(&error) => Ok(Scrub::Waiting),
            outcome => outcome,
        }
    }

    async fn scrub_postgres(&self) -> Result<Scrub, sqlx::Error> {
        let pool = self.0.pools.writing.get_postgres_connection_pool();
        // Not given back: its settings are for nobody else, and its lock ends with it.
        let mut connection = pool.acquire().await?.detach();
        let mut outcome = Scrub::Waiting;
        if sqlx::query_scalar("SELECT pg_try_advisory_lock($1)").bind(LOCK).fetch_one(&mut connection).await? {
            outcome = scrub_tables(&mut connection).await?;
        }
        connection.close().await?;
        Ok(outcome)
    }
}

/// SQLITE_BUSY or SQLITE_LOCKED, whatever the extended code adds in its upper bytes.
fn is_busy(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 5 | 6))
}

async fn scrub_file(connection: &mut SqliteConnection, progress: &ScrubProgress) -> Result<Scrub, sqlx::Error> {
    if progress.rewritten < progress.wanted {
        connection.execute("VACUUM").await?;
        let rewritten = sqlx::query("UPDATE scrub SET rewritten = $1").bind(progress.wanted);
        rewritten.execute(&mut *connection).await?;
    }
    // Busy as long as somebody reads what the log has replaced.
    let checkpoint = connection.fetch_one("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    Ok(if checkpoint.try_get::<i64, _>("busy")? == 0 { Scrub::Clean } else { Scrub::Waiting })
}

/// Rewrites every table that may hold what people wrote. A transaction that began before sees the old
/// rows, which would be rewritten for it, so it has to end first.
async fn scrub_tables(connection: &mut sqlx::PgConnection) -> Result<Scrub, sqlx::Error> {
    let began: String = sqlx::query_scalar("SELECT clock_timestamp()::text").fetch_one(&mut *connection).await?;
    let older = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
                 AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND xact_start < $1::timestamptz";
    let patience = tokio::time::Instant::now() + PATIENCE;
    while sqlx::query_scalar::<_, i64>(older).bind(&began).fetch_one(&mut *connection).await? > 0 {
        if tokio::time::Instant::now() > patience {
            return Ok(Scrub::Waiting);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    connection.execute("SET lock_timeout = 3000").await?;
    let entities = EntityKind::ALL.iter().map(|kind| table_of(*kind));
    // The statistics, which quote values, last: whoever owns the database may rewrite them too.
    for table in entities.chain(["actor_key", "revision", "change", "proposal", "pg_statistic"]) {
        let analyze = if table == "pg_statistic" { "" } else { ", ANALYZE" };
        match connection.execute(AssertSqlSafe(format!("VACUUM (FULL{analyze}) {table}"))).await {
            Err(sqlx::Error::Database(error)) if error.code().is_some_and(|code| code == "55P03") => {
                return Ok(Scrub::Waiting);
            }
            result => result?,
        };
    }
    Ok(Scrub::Clean)
}

fn driver_error(source: sqlx::Error) -> sea_orm::DbErr {
    sea_orm::DbErr::Exec(sea_orm::RuntimeErr::SqlxError(source.into()))
}
