//! Which of several nodes does the work of a background task that must be done once.
//!
//! A lease is one row that one statement takes, extends or leaves alone, by the clock of the database: whoever holds it
//! extends it while they live, and some seconds after that has ended another takes over. Each time that happens its term
//! rises, so a holder that was away for longer than the lease sees that it has lost it.

use std::time::Duration;

use sea_orm::DbBackend;
use uuid::Uuid;

use crate::{Store, StoreError, rows};

const TAKING: &str = "taking or extending the lease of a background task";
const RELEASING: &str = "releasing the leases of background tasks";

/// The right to do the work of a background task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskLease {
    /// The task.
    pub task: &'static str,
    /// The process that holds it.
    pub owner: Uuid,
    /// Which holding of the lease it is.
    term: i64,
}

impl Store {
    /// Takes the lease of a task for so long; `None` while another process has it.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Database`].
    pub async fn acquire_task_lease(
        &self,
        task: &'static str,
        owner: Uuid,
        duration: Duration,
    ) -> Result<Option<TaskLease>, StoreError> {
        let now = self.database_milliseconds();
        let sql = format!(
            "INSERT INTO task_lease (task, owner, term, until) VALUES ($1, $2, 1, {now} + $3) \
             ON CONFLICT (task) DO UPDATE SET owner = excluded.owner, until = excluded.until, \
             term = task_lease.term + CASE WHEN task_lease.owner = excluded.owner THEN 0 ELSE 1 END \
             WHERE task_lease.owner = excluded.owner OR task_lease.until <= {now} RETURNING term"
        );
        let milliseconds = i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 2);
        let transaction = self.account_transaction().await?;
        let found = rows::all(&transaction, TAKING, sql, [task.into(), owner.into(), milliseconds.into()]).await?;
        transaction.commit(None).await?;
        found.first().map(|row| Ok(TaskLease { task, owner, term: rows::get(row, "term")? })).transpose()
    }

    /// Extends a lease. Tells whether it still holds: another process may have had it meanwhile.
    ///
    /// # Errors
    /// As [`Self::acquire_task_lease`].
    pub async fn extend_task_lease(&self, lease: &TaskLease, duration: Duration) -> Result<bool, StoreError> {
        Ok(self.acquire_task_lease(lease.task, lease.owner, duration).await?.as_ref() == Some(lease))
    }

    /// Ends every lease of a process, so that others need not wait.
    ///
    /// # Errors
    /// As [`Self::acquire_task_lease`].
    pub async fn release_task_leases(&self, owner: Uuid) -> Result<(), StoreError> {
        let transaction = self.account_transaction().await?;
        rows::run(&transaction, RELEASING, "UPDATE task_lease SET until = 0 WHERE owner = $1", [owner.into()]).await?;
        transaction.commit(None).await
    }

    /// Milliseconds since 1970, as the database says them.
    fn database_milliseconds(&self) -> &'static str {
        match self.backend() {
            DbBackend::Postgres => "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)",
            _ => "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
        }
    }
}
