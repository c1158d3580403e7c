//! Opening: addresses, migrations, copies.

use store::{
    Store, StoreError,
    testing::{Backend, Database},
};

use crate::{fixtures::*, on_both};

on_both! {
    async fn migrations_run_twice_change_nothing_the_second_time(database: Database) {
        let store = Store::open(&database.url).await.unwrap();
        let pending = store.pending_migrations().await.unwrap();
        assert_eq!(pending.first().map(String::as_str), Some("m0001_directory"));
        assert!(pending.is_sorted() && pending.len() > 1, "{pending:?}");
        let (one, other) = tokio::join!(store.migrate(), store.migrate());
        one.unwrap();
        other.unwrap();
        put(&store, &actor("verein")).await.unwrap();
        store.migrate().await.unwrap();
        assert_eq!(store.pending_migrations().await.unwrap(), Vec::<String>::new());
        assert_eq!(store.latest_sequence().await.unwrap(), 1);
        store.ping().await.unwrap();
        store.close().await.unwrap();
        assert!(store.ping().await.is_err());
    }

    async fn what_was_acknowledged_is_there_when_opened_again(database: Database) {
        let verein = actor("verein");
        let store = database.store().await;
        put(&store, &verein).await.unwrap();
        let again = Store::open(&database.url).await.unwrap();
        assert_eq!(again.get(verein.id).await.unwrap(), Some(verein));
    }
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused_with_what_is_allowed() {
    for address in ["mysql://root:geheim@host/db", "directory.db", "", "sqlite::memory:", "sqlite://"] {
        let refusal = Store::open(address).await.expect_err("refused").to_string();
        assert!(refusal.contains("sqlite://FILE") && refusal.contains("postgres://"), "{refusal}");
        assert!(!refusal.contains("geheim"), "{refusal}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_is_refused_with_the_reason() {
    let database = Database::new(Backend::Sqlite).await;
    let folder = database.folder().unwrap();
    let missing = folder.join("missing/test.db");
    let refusal = Store::open(&format!("sqlite://{}", missing.display())).await.expect_err("refused");
    assert!(refusal.to_string().contains("folder does not exist"), "{refusal}");
    let refusal = Store::open(&format!("sqlite://{}", folder.display())).await.expect_err("refused");
    assert!(refusal.to_string().contains("it is a folder"), "{refusal}");
    let text = folder.join("text.db");
    std::fs::write(&text, "This is no database, and it is long enough to be sure of that.".repeat(20)).unwrap();
    let refusal = Store::open(&format!("sqlite://{}", text.display())).await.expect_err("refused");
    assert!(matches!(refusal, StoreError::Open { .. }), "{refusal}");
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_without_the_password() {
    let options = store::StoreOptions { patience: std::time::Duration::from_secs(1), ..Default::default() };
    let address = "postgres://somebody:geheim@127.0.0.1:1/directory";
    let refusal = Store::open_with(address, options).await.expect_err("refused");
    assert_eq!(refusal.to_string(), "the database directory on 127.0.0.1 cannot be opened");
    assert!(!format!("{refusal:?}").contains("geheim"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_whole_and_never_overwrites() {
    let database = Database::new(Backend::Sqlite).await;
    let store = database.store().await;
    let verein = actor("verein");
    put(&store, &verein).await.unwrap();
    let copy = database.folder().unwrap().join("copy.db");
    store.copy_to(&copy).await.unwrap();
    let copied = Store::open(&format!("sqlite://{}", copy.display())).await.unwrap();
    assert_eq!(copied.get(verein.id).await.unwrap(), Some(verein));
    assert!(matches!(store.copy_to(&copy).await, Err(StoreError::File { .. })));
}
