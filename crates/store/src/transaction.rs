//! Transactions: whose turn it is, and when a commit counts.
//!
//! Writers wait for their turn without a connection. A commit is acknowledged once another connection
//! has seen it: on SQLite each transaction leaves a number in the file's header (`user_version`), on
//! PostgreSQL the server is asked what became of the transaction. On SQLite the files have to be in place
//! as well (see `database_file`). An error while committing is
//! settled the same way, and once begun a commit ends whatever becomes of who asked for it.

mod span;
#[cfg(all(test, feature = "testing"))]
mod tests;

use std::{
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::{
    AccessMode, ConnAcquireErr, ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend,
    DbErr, ExecResult, IsolationLevel, QueryResult, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait, entity::prelude::async_trait::async_trait,
};
use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit};
use tracing::Instrument;

use self::span::TransactionSpan;

use crate::{
    Store, StoreError, WriteFault,
    error::{code_of, is_busy, while_doing},
    follow,
    open::{Inner, LOCK},
    rows,
};

/// How long a connection waits for the writers of other nodes before it asks anew: a request that is given up, and a
/// writer whose time is over, leave a connection waiting no longer than this.
const SLICE: Duration = Duration::from_secs(1);
/// How long a commit may stay undecided.
const UNDECIDED: Duration = Duration::from_secs(5);

/// A transaction that reads: one of its own, or that of a writer.
#[derive(Debug)]
pub(crate) enum ReadTransaction {
    Own(DatabaseTransaction),
    Within(Arc<OpenTransaction>),
}

impl Deref for ReadTransaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        match self {
            Self::Own(transaction) => transaction,
            Self::Within(open) => &open.transaction,
        }
    }
}

/// A transaction that writes. Dropping it undoes everything.
#[derive(Debug)]
pub(crate) struct WriteTransaction {
    inner: Arc<Inner>,
    open: Arc<OpenTransaction>,
}

/// What is open as long as anybody reads or writes in it; the turn ends after the transaction.
#[derive(Debug)]
pub(crate) struct OpenTransaction {
    transaction: DatabaseTransaction,
    has_failed: AtomicBool,
    _turn: WriteTurn,
    span: Arc<TransactionSpan>,
}

#[derive(Debug)]
#[expect(dead_code, reason = "held, never read")]
enum WriteTurn {
    Entities(OwnedMutexGuard<()>),
    Accounts(OwnedSemaphorePermit),
}

impl WriteTurn {
    const fn slug(&self) -> &'static str {
        match self {
            Self::Entities(_) => "entities",
            Self::Accounts(_) => "accounts",
        }
    }
}

/// What a transaction leaves behind, to be found by another connection once it is committed.
#[derive(Debug)]
enum CommitMark {
    /// The number in the file's header.
    Sqlite(i32),
    /// The transaction's number; `None` where nothing was written.
    Postgres(Option<String>),
}

impl Store {
    /// Where to read: in the transaction this view belongs to, else on a connection for reading.
    pub(crate) fn reader(&self) -> DatabaseExecutor<'_> {
        self.executor(&self.0.pools.reading)
    }

    /// The same for what signing in needs.
    pub(crate) fn sessions(&self) -> DatabaseExecutor<'_> {
        self.executor(&self.0.pools.sessions)
    }

    /// The same for the follower, health and other work that must not wait.
    pub(crate) fn control(&self) -> DatabaseExecutor<'_> {
        self.executor(&self.0.pools.control)
    }

    fn executor<'a>(&'a self, pool: &'a DatabaseConnection) -> DatabaseExecutor<'a> {
        match &self.1 {
            Some(open) => DatabaseExecutor::Transaction(&open.transaction),
            None => DatabaseExecutor::Connection(pool),
        }
    }

    /// A transaction that sees one state of the database however long it lasts.
    pub(crate) async fn read_transaction(&self) -> Result<ReadTransaction, StoreError> {
        self.read_through(&self.0.pools.reading).await
    }

    /// The same for the follower.
    pub(crate) async fn control_transaction(&self) -> Result<ReadTransaction, StoreError> {
        self.read_through(&self.0.pools.control).await
    }

    async fn read_through(&self, pool: &DatabaseConnection) -> Result<ReadTransaction, StoreError> {
        if let Some(open) = &self.1 {
            return Ok(ReadTransaction::Within(Arc::clone(open)));
        }
        let options = match self.backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                sqlite_transaction_mode: None,
            },
            _ => TransactionOptions::default(),
        };
        let transaction = pool.begin_with_options(options).await.map_err(while_doing("beginning to read"))?;
        Ok(ReadTransaction::Own(transaction))
    }

    /// A transaction that is the only one writing entities.
    pub(crate) async fn write_transaction(&self) -> Result<WriteTransaction, StoreError> {
        self.refuse_nesting()?;
        self.refuse_missing_files()?;
        let until = tokio::time::Instant::now() + self.0.patience;
        let turn = Arc::clone(&self.0.turn).lock_owned();
        let turn = tokio::time::timeout_at(until, turn).await.map_err(|_| turn_timeout())?;
        let began = Instant::now();
        let begun = tokio::time::timeout_at(until, self.begin_alone()).await;
        let transaction = self.note(begun.unwrap_or_else(|_| Err(lock_timeout())), began)?;
        Ok(self.begin_write(transaction, WriteTurn::Entities(turn)))
    }

    /// Begins once no other process writes.
    async fn begin_alone(&self) -> Result<DatabaseTransaction, DbErr> {
        match self.backend() {
            DbBackend::Postgres => self.lock_postgres().await,
            _ => self.0.pools.writing.begin_with_options(immediate()).await,
        }
    }

    /// A transaction that writes accounts. On PostgreSQL it does not wait for who writes entities.
    pub(crate) async fn account_transaction(&self) -> Result<WriteTransaction, StoreError> {
        if self.backend() != DbBackend::Postgres {
            return self.write_transaction().await;
        }
        self.refuse_nesting()?;
        let turn = Arc::clone(&self.0.account_turns).acquire_owned();
        let turn =
            tokio::time::timeout(self.0.patience, turn).await.ok().and_then(Result::ok).ok_or_else(turn_timeout)?;
        let began = Instant::now();
        let transaction = self.note(self.0.pools.sessions.begin().await, began)?;
        Ok(self.begin_write(transaction, WriteTurn::Accounts(turn)))
    }

    /// Who writes inside of a writer would wait for themselves.
    fn refuse_nesting(&self) -> Result<(), StoreError> {
        if self.1.is_some() { Err(StoreError::Unsupported("a writer is open already")) } else { Ok(()) }
    }

    /// What is written into a file that nobody finds again is lost when the process ends.
    fn refuse_missing_files(&self) -> Result<(), StoreError> {
        if self.0.are_files_in_place() {
            return Ok(());
        }
        self.0.writes.set(WriteFault::FileMissing);
        let reason = "it was removed, moved or replaced while it was in use; put it back, or stop and restore a backup";
        Err(StoreError::File { file: self.place().to_owned(), reason })
    }

    fn begin_write(&self, transaction: DatabaseTransaction, turn: WriteTurn) -> WriteTransaction {
        let span = Arc::new(TransactionSpan::new(turn.slug()));
        let open = OpenTransaction { transaction, has_failed: AtomicBool::new(false), _turn: turn, span };
        WriteTransaction { inner: Arc::clone(&self.0), open: Arc::new(open) }
    }

    fn note(
        &self,
        begun: Result<DatabaseTransaction, DbErr>,
        since: Instant,
    ) -> Result<DatabaseTransaction, StoreError> {
        begun.map_err(|error| {
            self.0.writes.note(&error);
            let error = while_doing("beginning to write")(error);
            if matches!(error, StoreError::Busy { .. }) {
                self.0.writes.block(since);
                tracing::warn!("nothing was written: another program writes to the database or holds a lock on it");
            }
            error
        })
    }

    /// Takes the lock that writers of all nodes take, asking anew each [`SLICE`].
    async fn lock_postgres(&self) -> Result<DatabaseTransaction, DbErr> {
        let sql = format!(
            "SET LOCAL lock_timeout = {}; SELECT pg_advisory_xact_lock({LOCK}); SET LOCAL lock_timeout TO DEFAULT",
            SLICE.as_millis()
        );
        loop {
            let transaction = self.0.pools.writing.begin().await?;
            match transaction.execute_unprepared(&sql).await {
                Ok(_) => return Ok(transaction),
                // lock_not_available
                Err(error) if code_of(&error).as_deref() == Some("55P03") => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Sees whether writing works, by writing nothing of the directory; `false` where a writer is at
    /// work, which will tell.
    ///
    /// # Errors
    /// [`StoreError::Database`] and whatever else keeps a commit from being made.
    pub async fn probe_writing(&self) -> Result<bool, StoreError> {
        if self.0.turn.try_lock().is_err() {
            return Ok(false);
        }
        let transaction = self.write_transaction().await?;
        if self.backend() == DbBackend::Postgres {
            rows::all(&transaction, "trying to write", "SELECT CAST(pg_current_xact_id() AS text)", []).await?;
        }
        transaction.commit(None).await?;
        Ok(true)
    }

    /// Why the newest attempt to write failed, where that is the database's fault; `None` once writing
    /// has worked again. That a SQLite file is gone is seen without an attempt.
    pub fn write_fault(&self) -> Option<WriteFault> {
        if !self.0.are_files_in_place() {
            self.0.writes.set(WriteFault::FileMissing);
        }
        self.0.writes.fault(Instant::now())
    }

    /// Whether [`Store::probe_writing`] would tell something new: the newest attempt to write failed or waited in vain.
    pub fn is_writing_doubtful(&self) -> bool {
        self.0.writes.is_doubtful()
    }
}

fn turn_timeout() -> StoreError {
    StoreError::Busy { source: lock_timeout() }
}

fn lock_timeout() -> DbErr {
    DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)
}

fn immediate() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

impl WriteTransaction {
    /// A store that reads what this transaction has written.
    pub(crate) fn view(&self) -> Store {
        Store(Arc::clone(&self.inner), Some(Arc::clone(&self.open)))
    }

    /// The transaction for what takes no other type.
    pub(crate) fn raw(&self) -> &DatabaseTransaction {
        &self.open.transaction
    }

    /// Makes everything last, and wakes who waits for this place in the change log.
    pub(crate) async fn commit(self, sequence: Option<u64>) -> Result<(), StoreError> {
        // A request that is given up is dropped wherever it waits; a commit is not left half-way.
        let span = Arc::clone(&self.open.span);
        let within = span.span().clone();
        let committing = async move {
            let inner = Arc::clone(&self.inner);
            let committed = self.commit_and_prove().await;
            span.end(if committed.is_ok() { "committed" } else { "failed" });
            committed?;
            inner.writes.clear(sequence.is_some());
            if let Some(sequence) = sequence {
                follow::tell(&inner.seen, sequence);
            }
            Ok(())
        };
        tokio::spawn(committing.instrument(within)).await.unwrap_or(Err(StoreError::CutShort))
    }

    async fn commit_and_prove(self) -> Result<(), StoreError> {
        if self.open.has_failed.load(Ordering::Acquire) {
            return Err(StoreError::Uncommitted { source: None });
        }
        let mark = self.leave_mark().await?;
        let Self { inner, open } = self;
        let open = await_readers(open).await?;
        let mut failure = open.transaction.commit().await.err();
        if let Some(error) = &failure {
            inner.writes.note(error);
        }
        // SQLite runs in this process and knows what became of its own COMMIT. Its mark alone proves
        // nothing then: had SQLite undone the transaction before, the mark was written by itself.
        if matches!(mark, CommitMark::Sqlite(_)) && failure.is_some() {
            return Err(StoreError::Uncommitted { source: failure });
        }
        let until = Instant::now() + UNDECIDED;
        loop {
            match find_mark(&inner.pools.control, &mark).await {
                Ok(Some(true)) if inner.are_files_in_place() => return Ok(()),
                // The other connection may well have the same file open that is gone.
                Ok(Some(true)) => {
                    inner.writes.set(WriteFault::FileMissing);
                    return Err(StoreError::Unconfirmed { source: failure });
                }
                Ok(Some(false)) => {
                    if failure.is_none() {
                        inner.writes.set(WriteFault::Lost);
                    }
                    return Err(StoreError::Uncommitted { source: failure });
                }
                found if Instant::now() > until => {
                    inner.writes.set(WriteFault::Lost);
                    return Err(StoreError::Unconfirmed { source: failure.take().or(found.err()) });
                }
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Leaves in the transaction what its commit is recognised by.
    async fn leave_mark(&self) -> Result<CommitMark, StoreError> {
        const DOING: &str = "preparing a commit";
        if self.get_database_backend() == DbBackend::Postgres {
            let sql = "SELECT CAST(pg_current_xact_id_if_assigned() AS text) AS number";
            let found = rows::all(self, DOING, sql, []).await?;
            return Ok(CommitMark::Postgres(found.first().map_or(Ok(None), |row| rows::get(row, "number"))?));
        }
        let mark = header_number(self).await.map_err(while_doing(DOING))?.wrapping_add(1);
        self.execute_unprepared(&format!("PRAGMA user_version = {mark}")).await.map_err(while_doing(DOING))?;
        Ok(CommitMark::Sqlite(mark))
    }
}

/// Waits until nobody reads in a transaction any more: who stopped early needs a moment to notice.
async fn await_readers(mut open: Arc<OpenTransaction>) -> Result<OpenTransaction, StoreError> {
    for _ in 0..500 {
        match Arc::try_unwrap(open) {
            Ok(open) => return Ok(open),
            Err(shared) => open = shared,
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Err(StoreError::Unsupported("a writer cannot commit while something is still read through it"))
}

/// Whether a transaction is committed, seen from another connection; `None` while it is undecided.
async fn find_mark(connection: &DatabaseConnection, mark: &CommitMark) -> Result<Option<bool>, DbErr> {
    match mark {
        // Whoever committed since, of this process or another, has counted on from this number.
        CommitMark::Sqlite(mark) => Ok(Some(header_number(connection).await?.wrapping_sub(*mark) >= 0)),
        CommitMark::Postgres(None) => Ok(Some(true)),
        CommitMark::Postgres(Some(number)) => {
            let sql = "SELECT pg_xact_status(CAST($1 AS xid8)) AS status";
            let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [number.as_str().into()]);
            let row = connection.query_one_raw(statement).await?;
            let status = row.map_or(Ok(None), |row| rows::try_get::<Option<String>>(&row, "status"))?;
            Ok(match status.as_deref() {
                Some("committed") => Some(true),
                Some("aborted") => Some(false),
                _ => None,
            })
        }
    }
}

/// The number in a SQLite file's header that every commit counts up.
async fn header_number(connection: &impl ConnectionTrait) -> Result<i32, DbErr> {
    let statement = Statement::from_string(DbBackend::Sqlite, "PRAGMA user_version");
    connection.query_one_raw(statement).await?.map_or(Ok(0), |row| rows::try_get(&row, "user_version"))
}

/// Runs statements in the transaction. After one has failed there is nothing left to commit: SQLite
/// may have undone everything by itself and would write what follows statement by statement.
#[async_trait]
impl ConnectionTrait for WriteTransaction {
    fn get_database_backend(&self) -> DbBackend {
        self.open.transaction.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.record_failure(self.open.transaction.execute_raw(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.record_failure(self.open.transaction.execute_unprepared(sql).await)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.record_failure(self.open.transaction.query_one_raw(statement).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.record_failure(self.open.transaction.query_all_raw(statement).await)
    }
}

impl WriteTransaction {
    fn record_failure<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        if let Err(error) = &result {
            self.open.has_failed.store(true, Ordering::Release);
            self.inner.writes.note(error);
            if is_busy(error) {
                self.inner.writes.block(Instant::now());
                tracing::warn!("nothing was written: another program holds a lock on what a change needs");
            }
        }
        result
    }
}
