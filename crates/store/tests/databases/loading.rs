//! Loading: what is public comes, what is private does not.

use domain::{
    Fact, LifeStatus,
    record::EntityRef,
    vocabulary::{LinkKind, LinkStatus, Precision, Visibility},
};

use crate::{fixtures::*, on_both};

on_both! {
    async fn a_draft_is_never_loaded(database: Database) {
        let store = database.store().await;
        let mut draft = actor("entwurf");
        draft.data.status = LifeStatus::Draft;
        put(&store, &draft).await.unwrap();
        put(&store, &actor("verein")).await.unwrap();
        let load = store.load(nowhere()).await.unwrap();
        assert_eq!(load.sequence, 2, "the load says how far it reaches, private changes included");
        let changes = everything(load).await;
        assert_eq!(changes.len(), 1, "not even as a tombstone");
        assert!(!format!("{changes:?}").contains("entwurf"));
    }

    async fn a_hidden_place_is_never_loaded(database: Database) {
        let store = database.store().await;
        let mut house = actor("frauenhaus");
        house.data.location = location(Precision::Hidden);
        house.data.address =
            Some(Box::new(domain::Address { street: Some("Geheimweg 1".into()), ..Default::default() }));
        put(&store, &house).await.unwrap();
        let seen = seen(&store).await;
        assert!(seen.contains("frauenhaus"));
        assert!(!seen.contains("Geheimweg") && !seen.contains("7.15"), "{seen}");
    }

    async fn notes_and_unconfirmed_links_stay_inside(database: Database) {
        let store = database.store().await;
        let (a, b) = (actor("a"), actor("b"));
        let mut writer = begin(&store, 0).await;
        writer.put_many(vec![a.clone(), b.clone()]).await.unwrap();
        let active = link(a.id, b.id, LinkKind::Supports, LinkStatus::Active);
        let proposed = link(b.id, a.id, LinkKind::Supports, LinkStatus::Proposed);
        writer.put_many(vec![active.clone(), proposed.clone()]).await.unwrap();
        writer.commit().await.unwrap();
        let seen = seen(&store).await;
        assert!(seen.contains(&active.id.to_string()));
        assert!(!seen.contains(&proposed.id.to_string()) && !seen.contains("Vertraulich"), "{seen}");
    }

    async fn only_public_contacts_under_consent_are_loaded(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        for visibility in [Visibility::Public, Visibility::Partners, Visibility::Internal] {
            put(&store, &person(verein.id, &format!("Name-{visibility}"), visibility)).await.unwrap();
        }
        let seen = seen(&store).await;
        assert!(seen.contains("Name-public"));
        assert!(!seen.contains("Name-partners") && !seen.contains("Name-internal"), "{seen}");
    }

    async fn a_withdrawn_consent_leaves_a_tombstone_and_no_name(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        let ada = person(verein.id, "Ada", Visibility::Public);
        put(&store, &ada).await.unwrap();
        let mut withdrawn = ada.data.clone();
        withdrawn.name.as_mut().unwrap().consent.as_mut().unwrap().withdrawn_on = Some(day());
        put_at(&store, 10, &ada.next(minute(10), withdrawn)).await.unwrap();
        let changes = loaded(&store).await;
        let last = changes.last().unwrap();
        assert_eq!((last.entity, last.fact.as_ref()), (EntityRef::of::<domain::ContactPerson>(ada.id), None));
        let past = everything(past_of(&store, 5).await).await;
        assert!(!format!("{changes:?}{past:?}").contains("Ada"), "the past forgets with the present");
    }

    async fn erasing_a_person_blanks_every_version(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        let ada = person(verein.id, "Ada", Visibility::Public);
        put(&store, &ada).await.unwrap();
        let mut writer = begin(&store, 1).await;
        assert_eq!(writer.erase_person(ada.id).await.unwrap().map(|erasure| erasure.sequence), Some(3));
        assert_eq!(writer.erase_person(id()).await.unwrap(), None);
        writer.commit().await.unwrap();
        let revisions = store.revisions::<domain::ContactPerson>(ada.id).await.unwrap();
        assert_eq!(revisions.iter().map(|revision| revision.record.version).collect::<Vec<_>>(), [2, 1]);
        assert!(revisions.iter().all(|revision| revision.record.data.name.is_none()));
        assert!(store.get::<domain::ContactPerson>(ada.id).await.unwrap().unwrap().data.name.is_none());
        assert_eq!(loaded(&store).await.last().unwrap().fact, None);
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn unpublishing_leaves_a_tombstone_until_it_is_published_again(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        let mut archived = verein.data.clone();
        archived.status = LifeStatus::Archived;
        let archived = verein.next(minute(1), archived);
        put_at(&store, 1, &archived).await.unwrap();
        let changes = loaded(&store).await;
        assert_eq!(changes.len(), 1);
        assert_eq!((changes[0].sequence, changes[0].at, &changes[0].fact), (2, minute(1), &None));
        let mut edited = archived.data.clone();
        edited.name = "Still geändert".to_owned();
        let edited = archived.next(minute(2), edited);
        put_at(&store, 2, &edited).await.unwrap();
        assert_eq!(loaded(&store).await, changes, "what happens to it unpublished is nobody's business");
        let back = edited.next(minute(3), verein.data.clone());
        put_at(&store, 3, &back).await.unwrap();
        let changes = loaded(&store).await;
        assert_eq!((changes.len(), changes[0].sequence), (1, 4));
        assert!(matches!(&changes[0].fact, Some(Fact::Actor(actor)) if ***actor == back));
    }

    async fn more_than_a_page_is_loaded_once_each_in_order(database: Database) {
        let store = database.store().await;
        let vereine: Vec<_> = (0..2_300).map(|at| actor(&format!("verein-{at}"))).collect();
        let offers: Vec<_> = vereine.iter().map(|verein| offer(verein.id)).collect();
        let mut writer = begin(&store, 0).await;
        writer.put_many(vereine.clone()).await.unwrap();
        writer.put_many(offers.clone()).await.unwrap();
        writer.commit().await.unwrap();
        let expected: Vec<_> = vereine
            .iter()
            .map(|verein| EntityRef::of::<domain::Actor>(verein.id))
            .chain(offers.iter().map(|offer| EntityRef::of::<domain::Offer>(offer.id)))
            .collect();
        let changes = loaded(&store).await;
        assert_eq!(changes.iter().map(|change| change.entity).collect::<Vec<_>>(), expected);
        let mut stream = store.load(nowhere()).await.unwrap();
        drop(futures_util::StreamExt::next(&mut stream.changes).await);
        drop(stream);
        put(&store, &actor("danach")).await.expect("a load cut short leaves nothing locked");
    }
}
