//! Bringing the tables up to date, one step per migration, all of them in one transaction: a step that fails leaves
//! nothing behind on either database.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend};

use crate::{Store, StoreError, backup::schema, derive, rows, transaction::WriteTransaction};

/// The advisory lock of whoever changes tables on PostgreSQL ("brmigrat" in ASCII). Who is about to read all of them takes
/// it too, shared and for a moment: each would else hold a table that the other waits for.
const TABLES_LOCK: i64 = 0x6272_6d69_6772_6174;
/// So often the turn is waited for, each time for as long as any writer waits.
const TURNS: u32 = 20;
const DOING: &str = "looking which migrations have been run";

impl Store {
    /// Brings the tables up to date and says which steps that took. Several nodes may do so at once: one works, the
    /// others wait and find nothing to do.
    ///
    /// # Errors
    /// [`StoreError::Migrate`] when a step fails, [`StoreError::Newer`] when the tables were made by a newer program.
    /// Nothing has been changed then.
    pub async fn migrate(&self) -> Result<Vec<String>, StoreError> {
        for turn in 1.. {
            // Who finds everything up to date need not wait for a long import of somebody else.
            if self.pending_migrations().await?.is_empty() {
                break;
            }
            let transaction = match self.write_transaction().await {
                Err(StoreError::Busy { .. }) if turn < TURNS => {
                    tracing::info!("the tables are to be brought up to date; waiting for another writer");
                    continue;
                }
                transaction => transaction?,
            };
            let steps = bring_up(&transaction).await?;
            transaction.commit(None).await?;
            return Ok(steps);
        }
        Ok(Vec::new())
    }

    /// The names of the migrations that have not been run yet; changes nothing.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the tables were made by a newer program, [`StoreError::Database`].
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let applied = applied_migrations(&self.reader()).await?;
        Ok(list_pending(&applied))
    }

    /// Whether a migration would work on something that can be lost: rows in the tables there are.
    ///
    /// # Errors
    /// [`StoreError::Newer`] or [`StoreError::Database`].
    pub async fn holds_anything(&self) -> Result<bool, StoreError> {
        let applied = applied_migrations(&self.reader()).await?;
        let tables = schema::tables(applied.len()).await?;
        Ok(schema::first_filled(&self.reader(), &tables).await?.is_some())
    }
}

/// The names of all migrations this program knows, in their order.
pub(crate) fn names() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

fn list_pending(applied: &[String]) -> Vec<String> {
    names().into_iter().filter(|name| !applied.contains(name)).collect()
}

/// The migrations that have been run, in their order.
pub(crate) async fn applied_migrations(connection: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let is_there = match connection.get_database_backend() {
        DbBackend::Postgres => "SELECT 1 WHERE to_regclass('seaql_migrations') IS NOT NULL",
        _ => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'seaql_migrations'",
    };
    if rows::all(connection, DOING, is_there, []).await?.is_empty() {
        return Ok(Vec::new());
    }
    let found = rows::all(connection, DOING, "SELECT version FROM seaql_migrations", []).await?;
    let found = found.iter().map(|row| rows::get(row, "version")).collect::<Result<Vec<String>, _>>()?;
    let known = names();
    let mut unknown: Vec<&str> = found.iter().filter(|name| !known.contains(name)).map(String::as_str).collect();
    if unknown.is_empty() {
        return Ok(known.into_iter().filter(|name| found.contains(name)).collect());
    }
    unknown.sort_unstable();
    Err(StoreError::Newer { steps: unknown.join(", ") })
}

/// Runs every step that has not been run, in a transaction that is the caller's to commit.
pub(crate) async fn bring_up(transaction: &WriteTransaction) -> Result<Vec<String>, StoreError> {
    let steps = list_pending(&applied_migrations(transaction).await?);
    if !steps.is_empty() {
        claim_tables(transaction).await?;
    }
    for step in &steps {
        Migrator::up(transaction.raw(), Some(1))
            .await
            .map_err(|source| StoreError::Migrate { step: step.clone(), source })?;
    }
    // It reads entities by every column of today, so it comes behind the last step.
    if steps.iter().any(|step| step == derive::MIGRATION) {
        derive::derive_all(transaction.raw()).await?;
    } else if steps.iter().any(|step| step == derive::KEYS_MIGRATION) {
        derive::actor_keys(transaction.raw()).await?;
    }
    Ok(steps)
}

/// Waits until nobody is about to read all tables, and keeps others from beginning to until the transaction ends.
pub(crate) async fn claim_tables(transaction: &WriteTransaction) -> Result<(), StoreError> {
    match transaction.get_database_backend() {
        DbBackend::Postgres => {
            rows::run(transaction, DOING, format!("SELECT pg_advisory_xact_lock({TABLES_LOCK})"), []).await
        }
        _ => Ok(()),
    }
}

/// Waits until nobody changes tables, and keeps others from beginning to until the transaction ends.
pub(crate) async fn share_tables(transaction: &impl ConnectionTrait) -> Result<(), StoreError> {
    let sql = format!("SELECT pg_advisory_xact_lock_shared({TABLES_LOCK})");
    rows::all(transaction, DOING, sql, []).await.map(drop)
}
