//! Who of several nodes makes the backups: whoever holds a lock of the database, for as long as it is there.

use sea_orm::{
    DbBackend, DbErr, RuntimeErr,
    sqlx::{self, PgConnection, Postgres, pool::PoolConnection},
};

use crate::{Store, StoreError, error::while_doing};

/// The advisory lock of whoever makes the backups on PostgreSQL ("brbackup" in ASCII).
const LOCK: i64 = 0x6272_6261_636b_7570;
const DOING: &str = "agreeing which node makes backups";

/// The right to make the backups of a database. On PostgreSQL it goes with a connection of its own, so the server
/// gives it to another node when this one ends, however it ends. A SQLite file has one node.
#[derive(Debug)]
pub struct Lease(Option<PgConnection>);

impl Store {
    /// Takes the lease; `None` while another node has it.
    ///
    /// # Errors
    /// [`StoreError::Busy`] or [`StoreError::Database`].
    pub async fn acquire_backup_lease(&self) -> Result<Option<Lease>, StoreError> {
        if self.backend() != DbBackend::Postgres {
            return Ok(Some(Lease(None)));
        }
        let mut connection: PoolConnection<Postgres> =
            self.0.pools.control.get_postgres_connection_pool().acquire().await.map_err(lease_error)?;
        let is_ours: bool = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)")
            .bind(LOCK)
            .fetch_one(&mut *connection)
            .await
            .map_err(lease_error)?;
        // Out of the pool: it is held for days.
        Ok(is_ours.then(|| Lease(Some(connection.detach()))))
    }
}

impl Lease {
    /// Whether it still holds: the connection may have gone, and another node taken over.
    pub async fn is_held(&mut self) -> bool {
        match &mut self.0 {
            Some(connection) => sqlx::query("SELECT 1").execute(connection).await.is_ok(),
            None => true,
        }
    }
}

fn lease_error(error: sqlx::Error) -> StoreError {
    while_doing(DOING)(DbErr::Conn(RuntimeErr::SqlxError(error.into())))
}
