//! Bringing tables up to date: whole or not at all, and what is told when it is not.

use store::{Store, StoreError, testing::Database};

use crate::{fixtures::*, on_both};

/// The error with its whole chain, as a log has it.
fn chain(error: &dyn std::error::Error) -> String {
    std::iter::successors(Some(error), |error| (*error).source()).map(|error| format!("{error}: ")).collect()
}

on_both! {
    async fn a_step_that_fails_leaves_nothing_and_is_named(database: Database) {
        let store = database.older_store(4).await;
        // In the way of the last but one of the steps that are missing: those before it succeed.
        Database::tamper(&store, "CREATE TABLE openid_subject (in_the_way integer)").await;
        let (tables, content) = (Database::tables(&store).await, Database::dump(&store).await);
        assert!(!tables.contains_key("reminder"), "{tables:?}");
        let refusal = store.migrate().await.expect_err("refused");
        let StoreError::Migrate { step, .. } = &refusal else { panic!("{refusal:?}") };
        assert_eq!(step, "m0006_openid");
        let told = refusal.to_string();
        assert!(told.contains("m0006_openid failed. Nothing was changed") && told.contains("start again"), "{told}");
        assert!(!told.contains("already exists"), "{told}");
        assert!(chain(&refusal).contains("already exists"), "{}", chain(&refusal));
        assert_eq!(Database::tables(&store).await, tables);
        assert_eq!(Database::dump(&store).await, content);
        // What was in the way is mended, and the same store goes on.
        Database::tamper(&store, "DROP TABLE openid_subject").await;
        let steps = store.migrate().await.unwrap();
        assert_eq!(steps.first().map(String::as_str), Some("m0005_reminders"));
        put(&store, &actor("verein")).await.unwrap();
    }

    async fn a_database_of_a_newer_program_is_left_alone(database: Database) {
        let store = database.store().await;
        Database::tamper(&store, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 1)").await;
        let content = Database::dump(&store).await;
        for refusal in [
            store.migrate().await.expect_err("refused"),
            store.pending_migrations().await.expect_err("refused"),
            store.holds_anything().await.expect_err("refused"),
        ] {
            let told = refusal.to_string();
            assert!(matches!(refusal, StoreError::Newer { .. }), "{told}");
            assert!(told.contains("newer version") && told.contains("m9999_later"), "{told}");
            assert!(told.contains("Nothing was changed"), "{told}");
        }
        assert_eq!(Database::dump(&store).await, content);
    }

    async fn several_nodes_bring_the_same_tables_up_to_date_at_once(database: Database) {
        let old = database.older_store(3).await;
        let nodes = [
            Store::open(&database.url).await.unwrap(),
            Store::open(&database.url).await.unwrap(),
            Store::open(&database.url).await.unwrap(),
        ];
        let (one, other, third) = tokio::join!(nodes[0].migrate(), nodes[1].migrate(), nodes[2].migrate());
        let mut steps: Vec<usize> = [one, other, third].map(|steps| steps.unwrap().len()).to_vec();
        steps.sort_unstable();
        assert_eq!(steps[..2], [0, 0]);
        assert!(steps[2] > 1, "{steps:?}");
        assert!(old.pending_migrations().await.unwrap().is_empty());
    }

    async fn what_can_be_lost_is_seen(database: Database) {
        let empty = Store::open(&database.url).await.unwrap();
        assert!(!empty.holds_anything().await.unwrap());
        let store = database.store().await;
        assert!(!store.holds_anything().await.unwrap());
        put(&store, &actor("verein")).await.unwrap();
        assert!(store.holds_anything().await.unwrap());
    }
}
