//! Reading rows: the few hand-written queries every other file builds on.
//!
//! Queries that run once per entity are written by hand; placeholders `$1`, `$2`, … mean the same to
//! both databases. Columns are read by their names, and [`get`] refuses one that the query does not have: to SeaORM it is
//! null where the type is an [`Option`].

#[cfg(all(test, feature = "testing"))]
mod tests;

use domain::{
    Record,
    record::{EntityKind, EntityRef},
    vocabulary::Role,
};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, FromQueryResult, QueryResult, RuntimeErr, Statement, TryGetable, Value,
    sqlx::{self, ColumnIndex, Row},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{StoreError, error::while_doing, stored::Stored};

/// How many rows one statement reads or writes at once.
pub(crate) const CHUNK: usize = 500;
const READING: &str = "reading a column";

/// The columns of an entity row, for [`record`] and what stands beside it.
pub(crate) const COLUMNS: &str = "t.id, t.version, t.created_at, t.updated_at, t.body, t.sequence, t.is_public";
/// The columns of a stored version, which [`record`] reads too.
pub(crate) const REVISION_COLUMNS: &str =
    "r.entity_id AS id, r.version, r.created_at, r.updated_at, r.body, r.sequence";

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
pub(crate) fn get<T: TryGetable>(row: &QueryResult, column: &str) -> Result<T, StoreError> {
    try_get(row, column).map_err(while_doing(READING))
}

/// The same, for whoever tells errors in other words.
pub(crate) fn try_get<T: TryGetable>(row: &QueryResult, column: &str) -> Result<T, DbErr> {
    let place = match (row.try_as_sqlite_row(), row.try_as_pg_row()) {
        (Some(row), _) => column.index(row),
        (_, Some(row)) => column.index(row),
        (None, None) => Err(sqlx::Error::ColumnNotFound(column.to_owned())),
    };
    row.try_get_by(place.map_err(query_error)?)
}

/// A row that is a thing of its own, each field from the column of its name. None of them may be an [`Option`], to which a
/// missing column is null.
pub(crate) fn read<R: FromQueryResult>(row: &QueryResult) -> Result<R, StoreError> {
    R::from_query_result(row, "").map_err(while_doing(READING))
}

fn query_error(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(error.into()))
}

/// A sequence number.
pub(crate) fn sequence(row: &QueryResult, column: &str) -> Result<u64, StoreError> {
    Ok(get::<i64>(row, column)?.unsigned_abs())
}

/// A sequence number as the databases keep it; they have no unsigned numbers.
pub(crate) fn number(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

/// A version number.
pub(crate) fn version(row: &QueryResult, column: &str) -> Result<u32, StoreError> {
    Ok(get::<i32>(row, column)?.unsigned_abs())
}

/// Which entity a row is about.
pub(crate) fn kind(row: &QueryResult, column: &str) -> Result<EntityKind, StoreError> {
    let word: String = get(row, column)?;
    EntityKind::from_slug(&word).ok_or(StoreError::Word { word, wanted: "an entity" })
}

/// The entity that a row names by its kind and id.
pub(crate) fn entity(row: &QueryResult) -> Result<EntityRef, StoreError> {
    Ok(EntityRef { kind: kind(row, "entity")?, id: get(row, "entity_id")? })
}

/// Who made a change.
pub(crate) fn role(row: &QueryResult, column: &str) -> Result<Role, StoreError> {
    let word: String = get(row, column)?;
    word.parse().map_err(|_| StoreError::Word { word, wanted: "a role" })
}

/// What a change did to the published directory.
pub(crate) fn visibility(row: &QueryResult, column: &str) -> Result<Visibility, StoreError> {
    let word: String = get(row, column)?;
    [Visibility::Public, Visibility::Tombstone, Visibility::Private]
        .into_iter()
        .find(|visibility| visibility.word() == word)
        .ok_or(StoreError::Word { word, wanted: "a visibility" })
}

/// An entity from its columns or those of a version.
pub(crate) fn record<E: Stored>(row: &QueryResult) -> Result<Record<E>, StoreError> {
    let id: Uuid = get(row, "id")?;
    Ok(Record {
        id: id.into(),
        version: version(row, "version")?,
        created_at: get(row, "created_at")?,
        updated_at: get(row, "updated_at")?,
        data: body(row, "body", id)?,
    })
}

/// What an entity says, from its JSON.
pub(crate) fn body<E: Stored>(row: &QueryResult, column: &str, id: Uuid) -> Result<E, StoreError> {
    let Some(text) = json_text(row, column)? else {
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
pub(crate) fn json<T: DeserializeOwned>(row: &QueryResult, column: &str, what: &'static str) -> Result<T, StoreError> {
    let text = json_text(row, column)?.unwrap_or_default();
    serde_json::from_str(text).map_err(|_| StoreError::UnreadableRow { what })
}

/// The text is parsed where it lies in the row. Unchecked means only that PostgreSQL's `json` is taken
/// as text, which is what it is on the wire.
fn json_text<'r>(row: &'r QueryResult, column: &str) -> Result<Option<&'r str>, StoreError> {
    let text = match (row.try_as_sqlite_row(), row.try_as_pg_row()) {
        (Some(row), _) => row.try_get_unchecked(column).map(Some),
        (_, Some(row)) => row.try_get_unchecked(column).map(Some),
        (None, None) => Ok(None),
    };
    text.map_err(|error| while_doing(READING)(query_error(error)))
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
pub(crate) async fn affected_rows<const N: usize>(
    connection: &impl ConnectionTrait,
    doing: &'static str,
    sql: impl Into<String>,
    values: [Value; N],
) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await.map_err(while_doing(doing))?.rows_affected())
}

/// Runs a query with values whose number is known only at run time.
pub(crate) async fn select_dynamic<const N: usize>(
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
