//! Empty databases, one of each kind.

use store::testing::{Backend, Database};

/// An empty SQLite file and an empty database of a real PostgreSQL; gone when dropped.
pub async fn databases() -> [Database; 2] {
    [Database::new(Backend::Sqlite).await, Database::new(Backend::Postgres).await]
}
