//! Reading rows: the few hand-written queries every other file builds on.
//!
//! Queries that run once per entity are written by hand; placeholders `$1`, `$2`, … mean the same to
//! both databases. Entity rows come in one order of columns, see [`record`].

use domain::{Record, record::EntityKind, vocabulary::Role};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, QueryResult, RuntimeErr, Statement, TryGetable, Value,
    sqlx::{self, Row},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{StoreError, error::while_doing, stored::Stored};

/// How many rows one statement reads or writes at once.
pub(crate) const CHUNK: usize = 500;

/// The columns of an entity row, in the order in which [`record`] reads them.
pub(crate) const COLUMNS: &str = "t.id, t.version, t.created_at, t.updated_at, t.body, t.sequence, t.is_public";
/// Where [`COLUMNS`] has the sequence number.
pub(crate) const SEQUENCE: usize = 5;
/// Where [`COLUMNS`] says whether the entity is public.
pub(crate) const IS_PUBLIC: usize = 6;

/// What a change did to the published directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    /// The entity is public in this version.
    Public,
    /// The entity was public before and is no longer.
    Tombstone,
    /// The entity was not public before and is not now.
    Private,
}

impl Visibility {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Tombstone => "tombstone",
            Self::Private => "private",
        }
    }
}

/// Runs a query that returns rows.
pub(crate) async fn all<const N: usize>(
    connection: &impl ConnectionTrait,
    doing: &'static str,
    sql: impl Into<String>,
    values: [Value; N],
) -> Result<Vec<QueryResult>, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await.map_err(while_doing(doing))
}

/// Runs a query that asks for rows whose column is one of a list.
pub(crate) async fn all_in(
    connection: &impl ConnectionTrait,
    doing: &'static str,
    before: &str,
    values: impl ExactSizeIterator<Item = Value>,
) -> Result<Vec<QueryResult>, StoreError> {
    if values.len() == 0 {
        return Ok(Vec::new());
    }
    let mut sql = format!("{before} IN (");
    for at in 1..=values.len() {
        if at > 1 {
            sql.push(',');
        }
        sql.push('$');
        sql.push_str(&at.to_string());
    }
    sql.push(')');
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await.map_err(while_doing(doing))
}

/// The rows of entities by id, in no order; at most [`CHUNK`] of them.
pub(crate) async fn by_ids<E: Stored>(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<QueryResult>, StoreError> {
    let select = format!("SELECT {COLUMNS} FROM {} t WHERE t.id", E::TABLE);
    all_in(connection, "reading entities", &select, ids.iter().map(|id| (*id).into())).await
}

/// A column's value.
pub(crate) fn get<T: TryGetable>(row: &QueryResult, column: usize) -> Result<T, StoreError> {
    row.try_get_by_index(column).map_err(while_doing("reading a column"))
}

/// A sequence number.
pub(crate) fn sequence(row: &QueryResult, column: usize) -> Result<u64, StoreError> {
    Ok(get::<i64>(row, column)?.unsigned_abs())
}

/// A sequence number as the databases keep it; they have no unsigned numbers.
pub(crate) fn number(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

/// A version number.
pub(crate) fn version(row: &QueryResult, column: usize) -> Result<u32, StoreError> {
    Ok(get::<i32>(row, column)?.unsigned_abs())
}

/// Which entity a row is about.
pub(crate) fn kind(row: &QueryResult, column: usize) -> Result<EntityKind, StoreError> {
    let word: String = get(row, column)?;
    EntityKind::from_slug(&word).ok_or(StoreError::Word { word, wanted: "an entity" })
}

/// Who made a change.
pub(crate) fn role(row: &QueryResult, column: usize) -> Result<Role, StoreError> {
    let word: String = get(row, column)?;
    word.parse().map_err(|_| StoreError::Word { word, wanted: "a role" })
}

/// What a change did to the published directory.
pub(crate) fn visibility(row: &QueryResult, column: usize) -> Result<Visibility, StoreError> {
    let word: String = get(row, column)?;
    [Visibility::Public, Visibility::Tombstone, Visibility::Private]
        .into_iter()
        .find(|visibility| visibility.word() == word)
        .ok_or(StoreError::Word { word, wanted: "a visibility" })
}

/// An entity from the first five columns: id, version, created, updated, body.
pub(crate) fn record<E: Stored>(row: &QueryResult) -> Result<Record<E>, StoreError> {
    let id: Uuid = get(row, 0)?;
    Ok(Record {
        id: id.into(),
        version: version(row, 1)?,
        created_at: get(row, 2)?,
        updated_at: get(row, 3)?,
        data: body(row, 4, id)?,
    })
}

/// What an entity says, from its JSON.
pub(crate) fn body<E: Stored>(row: &QueryResult, column: usize, id: Uuid) -> Result<E, StoreError> {
    let failed =
        |error: sqlx::Error| while_doing("reading a column")(DbErr::Query(RuntimeErr::SqlxError(error.into())));
    let Some(text) = json_text(row, column).map_err(failed)? else {
        return Err(StoreError::Unreadable { kind: E::KIND, id, source: None });
    };
    serde_json::from_str(text).map_err(|source| StoreError::Unreadable {
        kind: E::KIND,
        id,
        // The reason would quote the value, which no log should hold.
        source: (E::KIND != EntityKind::Person).then_some(source),
    })
}

/// A value from its JSON, of what is no entity. The reason why one cannot be read would quote it, so
/// it is left out.
pub(crate) fn json<T: DeserializeOwned>(row: &QueryResult, column: usize, what: &'static str) -> Result<T, StoreError> {
    let failed =
        |error: sqlx::Error| while_doing("reading a column")(DbErr::Query(RuntimeErr::SqlxError(error.into())));
    let text = json_text(row, column).map_err(failed)?.unwrap_or_default();
    serde_json::from_str(text).map_err(|_| StoreError::UnreadableRow { what })
}

/// The text is parsed where it lies in the row. Unchecked means only that PostgreSQL's `json` is taken
/// as text, which is what it is on the wire.
fn json_text(row: &QueryResult, column: usize) -> Result<Option<&str>, sqlx::Error> {
    match (row.try_as_sqlite_row(), row.try_as_pg_row()) {
        (Some(row), _) => row.try_get_unchecked(column).map(Some),
        (_, Some(row)) => row.try_get_unchecked(column).map(Some),
        (None, None) => Ok(None),
    }
}

/// A value as JSON, of what is no entity.
pub(crate) fn to_json<T: Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|source| StoreError::UnwritableRow { what, source })
}

/// How a statement names a value that goes into a column of JSON.
pub(crate) fn json_value(connection: &impl ConnectionTrait, placeholder: &str) -> String {
    match connection.get_database_backend() {
        DbBackend::Postgres => format!("CAST({placeholder} AS json)"),
        _ => placeholder.to_owned(),
    }
}

/// Runs a statement that returns nothing.
pub(crate) async fn run<const N: usize>(
    connection: &impl ConnectionTrait,
    doing: &'static str,
    sql: impl Into<String>,
    values: [Value; N],
) -> Result<(), StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.execute_raw(statement).await.map_err(while_doing(doing))?;
    Ok(())
}

/// Runs a statement and says how many rows it changed.
pub(crate) async fn affected<const N: usize>(
    connection: &impl ConnectionTrait,
    doing: &'static str,
    sql: impl Into<String>,
    values: [Value; N],
) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await.map_err(while_doing(doing))?.rows_affected())
}

/// Runs a query with values whose number is known only at run time.
pub(crate) async fn listed<const N: usize>(
    connection: &impl ConnectionTrait,
    doing: &'static str,
    sql: &str,
    first: [Value; N],
    more: &[Value],
) -> Result<Vec<QueryResult>, StoreError> {
    let values = first.into_iter().chain(more.iter().cloned());
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await.map_err(while_doing(doing))
}
