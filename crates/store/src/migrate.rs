//! Bringing the tables up to date, one step per migration, all of them in one transaction: a step that fails leaves
//! nothing behind on either database.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

use crate::{Store, StoreError, backup::schema, derive, rows};

const DOING: &str = "looking which migrations have been run";

impl Store {
    /// Brings the tables up to date and says which steps that took. Several nodes may do so at once: one works, the
    /// others wait and find nothing to do.
    ///
    /// # Errors
    /// [`StoreError::Migrate`] when a step fails, [`StoreError::Newer`] when the tables were made by a newer program.
    /// Nothing has been changed then.
    pub async fn migrate(&self) -> Result<Vec<String>, StoreError> {
        // Who finds everything up to date need not wait for a long import of somebody else.
        if self.pending_migrations().await?.is_empty() {
            return Ok(Vec::new());
        }
        let transaction = self.write_transaction().await?;
        let steps = bring_up(transaction.raw()).await?;
        transaction.commit(None).await?;
        Ok(steps)
    }

    /// The names of the migrations that have not been run yet; changes nothing.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the tables were made by a newer program, [`StoreError::Database`].
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let applied = applied(&self.reading()).await?;
        Ok(pending(&applied))
    }

    /// Whether a migration would work on something that can be lost: rows in the tables there are.
    ///
    /// # Errors
    /// [`StoreError::Newer`] or [`StoreError::Database`].
    pub async fn holds_anything(&self) -> Result<bool, StoreError> {
        let applied = applied(&self.reading()).await?;
        let tables = schema::tables(applied.len()).await?;
        Ok(schema::filled(&self.reading(), &tables).await?.is_some())
    }
}

/// The names of all migrations this program knows, in their order.
pub(crate) fn names() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

fn pending(applied: &[String]) -> Vec<String> {
    names().into_iter().filter(|name| !applied.contains(name)).collect()
}

/// The migrations that have been run, in their order.
pub(crate) async fn applied(connection: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let is_there = match connection.get_database_backend() {
        DbBackend::Postgres => "SELECT 1 WHERE to_regclass('seaql_migrations') IS NOT NULL",
        _ => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'seaql_migrations'",
    };
    if rows::all(connection, DOING, is_there, []).await?.is_empty() {
        return Ok(Vec::new());
    }
    let found = rows::all(connection, DOING, "SELECT version FROM seaql_migrations", []).await?;
    let found = found.iter().map(|row| rows::get(row, 0)).collect::<Result<Vec<String>, _>>()?;
    let known = names();
    let mut unknown: Vec<&str> = found.iter().filter(|name| !known.contains(name)).map(String::as_str).collect();
    if unknown.is_empty() {
        return Ok(known.into_iter().filter(|name| found.contains(name)).collect());
    }
    unknown.sort_unstable();
    Err(StoreError::Newer { steps: unknown.join(", ") })
}

/// Runs every step that has not been run, in a transaction that is the caller's to commit.
pub(crate) async fn bring_up(transaction: &DatabaseTransaction) -> Result<Vec<String>, StoreError> {
    let steps = pending(&applied(transaction).await?);
    for step in &steps {
        Migrator::up(transaction, Some(1))
            .await
            .map_err(|source| StoreError::Migrate { step: step.clone(), source })?;
    }
    // It reads entities by every column of today, so it comes behind the last step.
    if steps.iter().any(|step| step == derive::MIGRATION) {
        derive::everything(transaction).await?;
    }
    Ok(steps)
}
