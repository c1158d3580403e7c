//! The self-check finds what somebody did behind the store's back.

use store::{Store, Trouble, testing::Database as Tampered};

use crate::{fixtures::*, on_both};

async fn troubles(store: &Store) -> Vec<Trouble> {
    store.check().await.unwrap().into_iter().map(|finding| finding.problem).collect()
}

on_both! {
    async fn a_body_changed_by_hand_is_found(database: Database) {
        let store = database.store().await;
        put(&store, &actor("verein")).await.unwrap();
        assert_eq!(troubles(&store).await, []);
        Tampered::tamper(&store, "UPDATE actor SET body = '{\"slug\":\"verein\"}'").await;
        assert_eq!(troubles(&store).await, [Trouble::NotTheNewestRevision, Trouble::Unreadable]);
    }

    async fn a_gap_in_the_log_is_found(database: Database) {
        let store = database.store().await;
        put(&store, &actor("verein")).await.unwrap();
        Tampered::tamper(
            &store,
            "INSERT INTO change (sequence, at, entity, entity_id, version, visibility, role) \
             SELECT 3, at, entity, entity_id, 2, visibility, role FROM change",
        ).await;
        assert_eq!(troubles(&store).await, [Trouble::GapsInTheLog { entries: 2, highest: 3 }]);
    }

    async fn a_wrong_mark_and_a_lost_slug_are_found(database: Database) {
        let store = database.store().await;
        put(&store, &actor("verein")).await.unwrap();
        Tampered::tamper(&store, "UPDATE actor SET is_public = NOT is_public").await;
        Tampered::tamper(&store, "DELETE FROM actor_slug").await;
        let found = troubles(&store).await;
        assert_eq!(found, [Trouble::WronglyMarked, Trouble::SlugAstray { slug: "verein".to_owned() }]);
    }

    async fn a_contact_published_without_consent_is_found(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        put(&store, &person(verein.id, "Ada", domain::vocabulary::Visibility::Internal)).await.unwrap();
        let body = format!("{{\"actor\":\"{}\",\"name\":{{\"value\":\"Ada\",\"visibility\":\"public\"}}}}", verein.id);
        Tampered::tamper(&store, &format!("UPDATE contact_person SET body = '{body}'")).await;
        Tampered::tamper(&store, &format!("UPDATE revision SET body = '{body}' WHERE entity = 'person'")).await;
        let findings = store.check().await.unwrap();
        assert_eq!(findings.iter().map(|finding| &finding.problem).collect::<Vec<_>>(), [&Trouble::NoConsent]);
        assert!(!findings[0].to_string().contains("Ada"));
    }

    async fn the_keys_hold_even_against_other_programs(database: Database) {
        let store = database.store().await;
        put(&store, &actor("verein")).await.unwrap();
        let refused = tokio::spawn(async move {
            Tampered::tamper(&store, "DELETE FROM actor").await;
        });
        assert!(refused.await.is_err(), "a slug refers to the actor");
    }
}
