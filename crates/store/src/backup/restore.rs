//! Restoring a backup: into an empty database, in one transaction, all or nothing.
//!
//! The tables are made as they were when the backup was made, filled, and then brought up to date like those of any
//! older database. References are looked at once everything is there, so the order of the rows does not matter.

use chrono::{DateTime, Utc};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectionTrait, DbBackend, Value,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use serde_json::Value as Json;
use tokio::{sync::mpsc, task::spawn_blocking};
use uuid::Uuid;

use super::{
    error::BackupError,
    layout::{BackupHeader, BackupSummary},
    reader::{BackupFile, BackupLine, BackupReader},
    schema::{self, ColumnKind, TableSchema, quote},
};
use crate::{
    Store, StoreError, error::while_doing, follow, migrate, outbox::drop_queued_mails, rows,
    transaction::WriteTransaction,
};

const DOING: &str = "restoring a backup";
/// A statement holds at most so many values; SQLite takes 32,766.
const VALUES: usize = 16_000;
/// And so many bytes of text, about.
const BYTES: usize = 1024 * 1024;

/// Rows of one table.
struct RowBatch {
    table: String,
    columns: Vec<String>,
    rows: Vec<Vec<Json>>,
}

impl Store {
    /// Puts back what a backup holds. The tables are made if need be, and brought up to date afterwards.
    ///
    /// # Errors
    /// [`BackupError::NotEmpty`] when the database holds a row already; [`BackupError::Damaged`] when the file is no longer
    /// what was verified; [`BackupError::Store`]. Nothing has been changed then.
    pub async fn restore(&self, backup: &BackupFile) -> Result<BackupSummary, BackupError> {
        let header = backup.header();
        let transaction = self.write_transaction().await?;
        migrate::claim_tables(&transaction).await?;
        self.make_tables(&transaction, header).await?;
        let tables = schema::tables(header.migrations.len()).await?;
        let references = defer_references(&transaction, &tables).await?;
        let (sender, mut batches) = mpsc::channel(2);
        let path = backup.path().to_owned();
        let expected = header.clone();
        let reading = spawn_blocking(move || read(BackupReader::open(&path)?, &expected, &sender));
        let mut inserted = Ok(());
        while let Some(batch) = batches.recv().await {
            inserted = insert(&transaction, &tables, batch).await;
            if inserted.is_err() {
                break;
            }
        }
        drop(batches);
        let read = reading.await.map_err(|_| StoreError::CutShort)?;
        inserted?;
        // Only now is it proven that what was inserted is all there was.
        let rows = read?;
        check_references(&transaction, references).await?;
        migrate::bring_up(&transaction).await?;
        drop_queued_mails(&transaction).await?;
        if self.backend() == DbBackend::Postgres {
            // Without fresh statistics, loading what was just restored takes many times as long.
            let tables = schema::tables(migrate::names().len()).await?;
            let names: Vec<String> = tables.iter().map(|table| quote(&table.name)).collect();
            rows::run(&transaction, DOING, format!("ANALYZE {}", names.join(", ")), []).await?;
            let notify = format!("NOTIFY {}, '{}'", follow::CHANNEL, header.sequence);
            transaction.execute_unprepared(&notify).await.map_err(while_doing(DOING))?;
        }
        transaction.commit(Some(header.sequence)).await?;
        Ok(BackupSummary { rows, sequence: header.sequence })
    }

    /// Makes the tables of a backup in a database that holds nothing.
    async fn make_tables(&self, transaction: &WriteTransaction, header: &BackupHeader) -> Result<(), BackupError> {
        let applied = migrate::applied_migrations(transaction).await?;
        let there = schema::tables(applied.len()).await?;
        if let Some(table) = schema::first_filled(transaction, &there).await? {
            return Err(BackupError::NotEmpty { place: self.place().to_owned(), table });
        }
        if applied == header.migrations {
            return Ok(());
        }
        let doing = while_doing(DOING);
        if !applied.is_empty() {
            Migrator::down(transaction.raw(), None).await.map_err(&doing)?;
        }
        let steps = u32::try_from(header.migrations.len()).unwrap_or(u32::MAX);
        Migrator::up(transaction.raw(), Some(steps)).await.map_err(doing)?;
        Ok(())
    }
}

/// Reads a backup to its end and hands its rows on in batches; the number of rows, once all are proven.
fn read(
    mut reader: BackupReader,
    expected: &BackupHeader,
    sender: &mpsc::Sender<RowBatch>,
) -> Result<u64, BackupError> {
    if reader.header() != expected {
        return Err(reader.damage("it has changed while it was being read"));
    }
    let mut batch = RowBatch { table: String::new(), columns: Vec::new(), rows: Vec::new() };
    let (mut bytes, mut rows) = (0, 0);
    let send = |batch: &mut RowBatch, columns: Vec<String>, table: String| {
        let full = std::mem::replace(batch, RowBatch { table, columns, rows: Vec::new() });
        // Whoever listens no longer has an error of its own to tell.
        full.rows.is_empty() || sender.blocking_send(full).is_ok()
    };
    while let Some(part) = reader.next_part()? {
        let heard = match part {
            BackupLine::Table(table, columns) => {
                bytes = 0;
                send(&mut batch, columns, table)
            }
            BackupLine::Row(row) => {
                if row.len() != batch.columns.len() {
                    return Err(reader.damage("a row has not the columns of its table"));
                }
                rows += 1;
                bytes += row.iter().filter_map(Json::as_str).map(str::len).sum::<usize>();
                batch.rows.push(row);
                let is_full = bytes > BYTES || (batch.rows.len() + 1) * batch.columns.len() > VALUES;
                if is_full {
                    bytes = 0;
                    let (columns, table) = (batch.columns.clone(), batch.table.clone());
                    send(&mut batch, columns, table)
                } else {
                    true
                }
            }
        };
        if !heard {
            return Err(StoreError::CutShort.into());
        }
    }
    send(&mut batch, Vec::new(), String::new());
    Ok(rows)
}

async fn insert(transaction: &WriteTransaction, tables: &[TableSchema], batch: RowBatch) -> Result<(), BackupError> {
    let unknown = || StoreError::UnreadableRow { what: "row of the backup" };
    let table = tables.iter().find(|table| table.name == batch.table).ok_or_else(unknown)?;
    if !table.columns.iter().map(|column| &column.name).eq(&batch.columns) {
        return Err(unknown().into());
    }
    let is_postgres = transaction.get_database_backend() == DbBackend::Postgres;
    let mut insert = Query::insert();
    insert.into_table(Alias::new(&table.name)).columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for row in batch.rows {
        let values = table.columns.iter().zip(row).map(|(column, value)| {
            let value = Expr::val(bound(column.kind, value)?);
            Some(if column.kind == ColumnKind::Json && is_postgres { value.cast_as("json") } else { value })
        });
        insert.values_panic(values.collect::<Option<Vec<Expr>>>().ok_or_else(unknown)?);
    }
    transaction.execute(&insert).await.map_err(while_doing(DOING))?;
    Ok(())
}

/// A value as a statement takes it; `None` when it is not of its column's kind.
fn bound(kind: ColumnKind, value: Json) -> Option<Value> {
    Some(match (kind, value) {
        (ColumnKind::Text | ColumnKind::Json, Json::Null) => Value::String(None),
        (ColumnKind::Text | ColumnKind::Json, Json::String(text)) => text.into(),
        (ColumnKind::Integer, Json::Null) => Value::BigInt(None),
        (ColumnKind::Integer, Json::Number(number)) => number.as_i64()?.into(),
        (ColumnKind::Boolean, Json::Null) => Value::Bool(None),
        (ColumnKind::Boolean, Json::Bool(is)) => is.into(),
        (ColumnKind::Uuid, Json::Null) => Value::Uuid(None),
        (ColumnKind::Uuid, Json::String(id)) => id.parse::<Uuid>().ok()?.into(),
        (ColumnKind::Time, Json::Null) => Value::ChronoDateTimeUtc(None),
        (ColumnKind::Time, Json::String(at)) => at.parse::<DateTime<Utc>>().ok()?.into(),
        _ => return None,
    })
}

/// Puts off looking at references until [`check_references`]; what it has to undo is handed back.
async fn defer_references(
    transaction: &WriteTransaction,
    tables: &[TableSchema],
) -> Result<Vec<(String, String)>, StoreError> {
    if transaction.get_database_backend() != DbBackend::Postgres {
        // It holds until the end of the transaction (sqlite.org/pragma.html#pragma_defer_foreign_keys).
        rows::run(transaction, DOING, "PRAGMA defer_foreign_keys = ON", []).await?;
        return Ok(Vec::new());
    }
    let sql = "SELECT CAST(c.relname AS TEXT) AS relation, CAST(k.conname AS TEXT) AS key_name \
               FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid \
               WHERE k.contype = 'f' AND NOT k.condeferrable AND k.connamespace = CAST(current_schema() AS regnamespace)";
    let mut deferred = Vec::new();
    for row in rows::all(transaction, DOING, sql, []).await? {
        let (table, name): (String, String) = (rows::get(&row, "relation")?, rows::get(&row, "key_name")?);
        if tables.iter().any(|known| known.name == table) {
            alter(transaction, &table, &name, "DEFERRABLE INITIALLY DEFERRED").await?;
            deferred.push((table, name));
        }
    }
    Ok(deferred)
}

/// Looks at every reference, and has them looked at as before from now on.
async fn check_references(transaction: &WriteTransaction, deferred: Vec<(String, String)>) -> Result<(), StoreError> {
    if !deferred.is_empty() {
        rows::run(transaction, DOING, "SET CONSTRAINTS ALL IMMEDIATE", []).await?;
    }
    for (table, name) in deferred {
        alter(transaction, &table, &name, "NOT DEFERRABLE").await?;
    }
    Ok(())
}

async fn alter(transaction: &WriteTransaction, table: &str, name: &str, to: &str) -> Result<(), StoreError> {
    let sql = format!("ALTER TABLE {} ALTER CONSTRAINT {} {to}", quote(table), quote(name));
    rows::run(transaction, DOING, sql, []).await
}
