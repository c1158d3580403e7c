//! Which tables and columns the migrations make, as they say themselves: they are run on an empty database in memory,
//! which is then asked. The same answer serves both databases, and tables of others in the same database are none of it.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    DbErr, FromQueryResult, RuntimeErr, SqlxSqliteConnector,
    sqlx::{self, sqlite::SqlitePoolOptions},
};

use super::layout::LEFT_OUT;
use crate::{StoreError, error::while_doing, rows};

const DOING: &str = "learning which tables there are";

/// What a column holds, whatever either database calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    Text,
    Integer,
    Boolean,
    Uuid,
    Time,
    Json,
}

impl ColumnKind {
    /// Reads a type as sea-query writes it for SQLite.
    fn parse(declared: &str) -> Option<Self> {
        Some(match declared.split('(').next().unwrap_or_default() {
            "text" | "varchar" | "char" => Self::Text,
            "integer" | "bigint" | "smallint" => Self::Integer,
            "boolean" => Self::Boolean,
            "uuid_text" => Self::Uuid,
            "timestamp_with_timezone_text" => Self::Time,
            "json_text" | "jsonb_text" => Self::Json,
            _ => return None,
        })
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ColumnSchema {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
    /// Its place in the primary key, from 1; 0 for the others.
    key: i32,
}

/// A column as SQLite tells of it.
#[derive(FromQueryResult)]
struct DeclaredColumn {
    table_name: String,
    column_name: String,
    declared: String,
    key: i32,
}

/// A table of which a backup holds every row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableSchema {
    pub(crate) name: String,
    pub(crate) columns: Vec<ColumnSchema>,
}

impl TableSchema {
    /// The columns of the primary key in their order.
    pub(crate) fn key(&self) -> Vec<&str> {
        let mut key: Vec<_> = self.columns.iter().filter(|column| column.key > 0).collect();
        key.sort_by_key(|column| column.key);
        key.into_iter().map(|column| column.name.as_str()).collect()
    }
}

/// The tables after so many migrations, by name.
pub(crate) async fn tables(migrations: usize) -> Result<Vec<TableSchema>, StoreError> {
    let doing = while_doing(DOING);
    let failed = |error: sqlx::Error| doing(DbErr::Conn(RuntimeErr::SqlxError(error.into())));
    if migrations == 0 {
        return Ok(Vec::new());
    }
    let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.map_err(failed)?;
    let trial = SqlxSqliteConnector::from_sqlx_sqlite_pool(pool);
    let steps = u32::try_from(migrations).unwrap_or(u32::MAX);
    Migrator::up(&trial, Some(steps)).await.map_err(&doing)?;
    let sql = "SELECT t.name AS table_name, c.name AS column_name, lower(c.type) AS declared, c.pk AS key \
               FROM sqlite_master t, pragma_table_info(t.name) c \
               WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name <> 'seaql_migrations' \
               ORDER BY t.name, c.cid";
    let mut tables: Vec<TableSchema> = Vec::new();
    for row in &rows::all(&trial, DOING, sql, []).await? {
        let DeclaredColumn { table_name: table, column_name: column, declared, key } = rows::read(row)?;
        if LEFT_OUT.contains(&table.as_str()) {
            continue;
        }
        let Some(kind) = ColumnKind::parse(&declared) else {
            let word = format!("{table}.{column} {declared}");
            return Err(StoreError::Word { word, wanted: "a column of a type that backups know" });
        };
        if tables.last().is_none_or(|last| last.name != table) {
            tables.push(TableSchema { name: table, columns: Vec::new() });
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push(ColumnSchema { name: column, kind, key });
        }
    }
    trial.close().await.map_err(doing)?;
    Ok(tables)
}

/// The first of these tables that holds a row.
pub(crate) async fn first_filled(
    connection: &impl sea_orm::ConnectionTrait,
    tables: &[TableSchema],
) -> Result<Option<String>, StoreError> {
    for table in tables {
        let sql = format!("SELECT 1 FROM {} LIMIT 1", quote(&table.name));
        if !rows::all(connection, "looking whether there is anything", sql, []).await?.is_empty() {
            return Ok(Some(table.name.clone()));
        }
    }
    Ok(None)
}

/// A name as both databases read it whatever their reserved words.
pub(crate) fn quote(name: &str) -> String {
    format!("\"{name}\"")
}
