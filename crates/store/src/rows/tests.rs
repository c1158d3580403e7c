//! A column is found by its name, and only by its own.

use super::*;
use crate::testing::{Backend, Database};

#[derive(Debug, PartialEq, Eq, FromQueryResult)]
struct SampleRow {
    id: i32,
    name: String,
}

#[tokio::test]
async fn a_column_that_the_query_does_not_have_is_refused_even_where_it_may_be_null() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let database = Database::new(backend).await;
        let store = database.store().await;
        let sql = "SELECT CAST(NULL AS TEXT) AS note, 'a name' AS name, 7 AS id";
        let found = all(&store.reader(), "reading", sql, []).await.expect("a row");
        let row = found.first().expect("a row");
        assert_eq!(get::<Option<String>>(row, "note").expect("a column"), None);
        assert_eq!(get::<Option<String>>(row, "name").expect("a column").as_deref(), Some("a name"));
        assert_eq!(read::<SampleRow>(row).expect("a row"), SampleRow { id: 7, name: "a name".to_owned() });
        for unknown in ["notes", "Name", "0", ""] {
            get::<Option<String>>(row, unknown).expect_err("no such column");
            json::<Option<String>>(row, unknown, "value").expect_err("no such column");
        }
    }
}
