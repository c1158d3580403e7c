//! What a commit counts for, whatever the driver believes.

use chrono::Utc;
use domain::vocabulary::Role;

use super::*;
use crate::{
    Author,
    testing::{Backend, Database},
};

async fn stores() -> Vec<(Database, Store)> {
    let mut stores = Vec::new();
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let database = Database::new(backend).await;
        let store = database.store().await;
        stores.push((database, store));
    }
    stores
}

const ACCOUNT_EVENT: &str = "INSERT INTO account_event (id, at, kind) VALUES ('x', 'y', 'z')";

/// As the driver's own user would do it: the transaction is not told that anything failed.
async fn fail_silently(transaction: &WriteTransaction) {
    let end = match transaction.get_database_backend() {
        // What SQLite does by itself when the disk is full.
        DbBackend::Sqlite => "ROLLBACK",
        // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and no error.
        _ => "SELECT 1 / 0",
    };
    let _ = transaction.raw().execute_unprepared(end).await;
}

#[tokio::test]
async fn a_commit_of_what_the_database_has_undone_is_not_acknowledged() {
    for (_database, store) in stores().await {
        for _ in 0..3 {
            let transaction = store.write_transaction().await.expect("a turn");
            let number = store.backend() == DbBackend::Postgres;
            if number {
                transaction.execute_unprepared("SELECT pg_current_xact_id()").await.expect("a number");
            }
            fail_silently(&transaction).await;
            let ended = transaction.commit(None).await;
            assert!(ended.is_err(), "{:?}", store.backend());
        }
        // The connection is another one or clean: what is acknowledged now is there.
        let writer = store.begin(Author::new(Role::Editor), Utc::now()).await.expect("a writer");
        writer.commit().await.expect("a commit");
        assert!(store.probe_writing().await.expect("writing works"));
    }
}

#[tokio::test]
async fn after_a_failed_statement_nothing_is_committed() {
    for (_database, store) in stores().await {
        let transaction = store.write_transaction().await.expect("a turn");
        let before = transaction.execute_unprepared(ACCOUNT_EVENT.replace("account_event", "nowhere").as_str()).await;
        before.expect_err("there is no such table");
        let ended = transaction.commit(None).await;
        assert!(matches!(ended, Err(StoreError::Uncommitted { source: None })), "{ended:?}");
        assert_eq!(store.write_fault(), None, "a wrong statement is no fault of the database");
    }
}

#[tokio::test]
async fn a_connection_left_in_a_transaction_does_not_come_back() {
    for (_database, store) in stores().await {
        for pool in [&store.0.pools.writing, &store.0.pools.reading] {
            for _ in 0..4 {
                // Behind the back of the driver, which counts no transaction.
                pool.execute_unprepared("BEGIN").await.expect("a transaction");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        assert!(store.probe_writing().await.expect("writing works"), "{:?}", store.backend());
        let begun = store.read_transaction().await.expect("reading works");
        rows::all(&*begun, "reading", "SELECT 1", []).await.expect("reading works");
    }
}

#[tokio::test]
async fn a_view_reads_what_its_writer_has_written_and_never_writes() {
    for (_database, store) in stores().await {
        let transaction = store.write_transaction().await.expect("a turn");
        let key = "INSERT INTO signing_key (name, key, created_at) VALUES ('sample', 'aa', '2026-01-01T00:00:00Z')";
        transaction.execute_unprepared(key).await.expect("written");
        let view = transaction.view();
        let sql = "SELECT key FROM signing_key";
        assert_eq!(rows::all(&view.reader(), "reading", sql, []).await.expect("read").len(), 1);
        assert_eq!(rows::all(&store.reader(), "reading", sql, []).await.expect("read").len(), 0);
        assert!(matches!(view.write_transaction().await, Err(StoreError::Unsupported(_))));
        drop(view);
        transaction.commit(None).await.expect("a commit");
        assert_eq!(rows::all(&store.reader(), "reading", sql, []).await.expect("read").len(), 1);
    }
}
