//! Writing: versions, slugs, pairs, references, parallel writers.

use domain::{
    Actor, CooperationLink, Event, LocalisedText,
    rules::Problem,
    vocabulary::{LinkKind, LinkStatus},
};
use futures_util::TryStreamExt;
use store::StoreError;

use crate::{fixtures::*, on_both};

on_both! {
    async fn what_is_written_reads_back_the_same(database: Database) {
        let store = database.store().await;
        let (mut verein, theme, district) = (actor("verein"), theme("sprache"), district("wanne"));
        verein.data.themes = vec![theme.id];
        verein.data.active_in = vec![district.id];
        verein.data.based_in = Some(district.id);
        verein.data.location = location(domain::vocabulary::Precision::Exact);
        verein.data.opening_hours = Some("Mo-Fr 09:00-17:00".parse().unwrap());
        let (offer, event, project) = (offer(verein.id), event(&[verein.id]), project(&[verein.id]));
        let person = person(verein.id, "Ada", domain::vocabulary::Visibility::Internal);
        let mut writer = begin(&store, 0).await;
        assert_eq!(writer.put(&district).await.unwrap(), Some(1));
        assert_eq!(writer.put(&theme).await.unwrap(), Some(2));
        assert_eq!(writer.put(&verein).await.unwrap(), Some(3));
        assert_eq!(writer.put(&offer).await.unwrap(), Some(4));
        assert_eq!(writer.put(&event).await.unwrap(), Some(5));
        assert_eq!(writer.put(&project).await.unwrap(), Some(6));
        assert_eq!(writer.put(&person).await.unwrap(), Some(7));
        assert_eq!(writer.commit().await.unwrap(), 7);
        assert_eq!(store.get(district.id).await.unwrap(), Some(district));
        assert_eq!(store.get(theme.id).await.unwrap(), Some(theme));
        assert_eq!(store.get(verein.id).await.unwrap(), Some(verein));
        assert_eq!(store.get(offer.id).await.unwrap(), Some(offer));
        assert_eq!(store.get(event.id).await.unwrap(), Some(event));
        assert_eq!(store.get(project.id).await.unwrap(), Some(project));
        assert_eq!(store.get(person.id).await.unwrap(), Some(person));
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn a_stale_version_is_refused_with_both_numbers(database: Database) {
        let store = database.store().await;
        let first = actor("verein");
        put(&store, &first).await.unwrap();
        let mut renamed = first.data.clone();
        renamed.name = "Neu".to_owned();
        put(&store, &first.next(minute(1), renamed.clone())).await.unwrap();
        renamed.name = "Zu spät".to_owned();
        let refusal = put(&store, &first.next(minute(2), renamed)).await.expect_err("stale");
        assert!(matches!(refusal, StoreError::VersionConflict { expected: 1, found: 2, .. }), "{refusal}");
        assert_eq!(store.get::<Actor>(first.id).await.unwrap().unwrap().data.name, "Neu");
        assert_eq!(store.latest_sequence().await.unwrap(), 2);
    }

    async fn writing_the_same_again_changes_nothing(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        assert_eq!(put(&store, &verein).await.unwrap(), Some(1));
        assert_eq!(put(&store, &verein).await.unwrap(), None);
        let mut writer = begin(&store, 5).await;
        assert_eq!(writer.save_many(vec![(verein.id, None, verein.data.clone())]).await.unwrap(), [None]);
        assert_eq!(writer.commit().await.unwrap(), 1);
        assert_eq!(store.get(verein.id).await.unwrap(), Some(verein));
    }

    async fn a_dropped_writer_leaves_nothing_behind(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        let mut writer = begin(&store, 0).await;
        writer.put(&verein).await.unwrap();
        drop(writer);
        assert_eq!(store.get::<Actor>(verein.id).await.unwrap(), None);
        assert_eq!(store.latest_sequence().await.unwrap(), 0);
        assert_eq!(put(&store, &verein).await.unwrap(), Some(1), "and the next writer starts where nothing was");
    }

    async fn a_writer_goes_on_after_a_refusal(database: Database) {
        let store = database.store().await;
        let (first, second) = (actor("eins"), actor("eins"));
        let mut writer = begin(&store, 0).await;
        writer.put(&first).await.unwrap();
        assert!(matches!(writer.put(&second).await, Err(StoreError::Taken { .. })));
        assert!(matches!(writer.put(&offer(second.id)).await, Err(StoreError::Missing { .. })));
        assert_eq!(writer.put(&actor("zwei")).await.unwrap(), Some(2));
        assert_eq!(writer.commit().await.unwrap(), 2);
    }

    async fn a_slug_is_never_given_to_another_again(database: Database) {
        let store = database.store().await;
        let old = actor("alt");
        put(&store, &old).await.unwrap();
        let mut data = old.data.clone();
        data.slug = "neu".parse().unwrap();
        put(&store, &old.next(minute(1), data)).await.unwrap();
        for slug in ["alt", "neu"] {
            let refusal = put(&store, &actor(slug)).await.expect_err("taken");
            assert!(matches!(&refusal, StoreError::Taken { field, value, .. } if field == "slug" && value == slug));
            assert_eq!(refusal.violations().unwrap().0[0].problem, Problem::Taken(slug.to_owned()));
        }
        let mut thief = actor("dieb");
        thief.data.former_slugs = ["alt".parse().unwrap()].into_iter().collect();
        assert!(matches!(put(&store, &thief).await, Err(StoreError::Taken { field, .. }) if field == "formerSlugs"));
        let found = store.find_by_slug::<Actor>("alt").await.unwrap().expect("the former slug leads on");
        assert_eq!(found.data.former_slugs, ["alt".parse().unwrap()], "kept although the writer forgot it");
        assert_eq!(store.slugs::<Actor>().await.unwrap().len(), 2);
        assert_eq!(store.find_by_slug::<domain::Theme>("alt").await.unwrap(), None);
    }

    async fn two_in_one_batch_cannot_share_a_slug(database: Database) {
        let store = database.store().await;
        let mut writer = begin(&store, 0).await;
        let refusal = writer.put_many(vec![actor("gleich"), actor("gleich")]).await;
        assert!(matches!(refusal, Err(StoreError::Taken { .. })), "{refusal:?}");
    }

    async fn a_pair_has_one_open_link_of_a_kind(database: Database) {
        let store = database.store().await;
        let (a, b) = (actor("a"), actor("b"));
        for actor in [&a, &b] {
            put(&store, actor).await.unwrap();
        }
        let (both, one_way) = (LinkKind::CooperatesWith, LinkKind::Supports);
        let open = link(a.id, b.id, both, LinkStatus::Active);
        put(&store, &open).await.unwrap();
        let reversed = link(b.id, a.id, both, LinkStatus::Proposed);
        assert!(matches!(put(&store, &reversed).await, Err(StoreError::Taken { .. })), "unordered");
        put(&store, &link(a.id, b.id, one_way, LinkStatus::Active)).await.unwrap();
        put(&store, &link(b.id, a.id, one_way, LinkStatus::Active)).await.expect("directed links differ");
        assert!(put(&store, &link(a.id, b.id, one_way, LinkStatus::Dormant)).await.is_err());
        put(&store, &link(a.id, b.id, both, LinkStatus::Ended)).await.expect("ended ones do not count");
        let mut ended = open.data.clone();
        ended.status = LinkStatus::Ended;
        let mut writer = begin(&store, 1).await;
        writer.put_many(vec![reversed.clone(), open.next(minute(1), ended)]).await.expect("one gives way to the other");
        writer.commit().await.unwrap();
        assert_eq!(store.get::<CooperationLink>(reversed.id).await.unwrap(), Some(reversed));
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn a_reference_must_lead_somewhere(database: Database) {
        let store = database.store().await;
        let mut verein = actor("verein");
        let stranger = theme("fremd");
        verein.data.themes = vec![stranger.id];
        let refusal = put(&store, &verein).await.expect_err("missing");
        assert!(matches!(&refusal, StoreError::Missing { field, value, .. }
            if field == "themes[0]" && *value == stranger.id.uuid()), "{refusal}");
        put(&store, &stranger).await.unwrap();
        put(&store, &verein).await.unwrap();
        assert!(matches!(put(&store, &offer(id())).await, Err(StoreError::Missing { field, .. }) if field == "actor"));
        assert!(matches!(put(&store, &event(&[verein.id, id()])).await,
            Err(StoreError::Missing { field, .. }) if field == "hosts[1]"));
    }

    async fn what_breaks_the_rules_is_refused_with_every_reason(database: Database) {
        let store = database.store().await;
        let mut verein = actor("verein");
        verein.data.name = " ".to_owned();
        verein.data.summary = LocalisedText::default().with("en".parse().unwrap(), "English only");
        let refusal = put(&store, &verein).await.expect_err("invalid");
        assert_eq!(refusal.violations().expect("violations").0.len(), 2, "{refusal}");
    }

    async fn the_participants_of_an_event_follow_its_versions(database: Database) {
        let store = database.store().await;
        let (a, b) = (actor("a"), actor("b"));
        let fest = event(&[a.id, b.id]);
        let mut writer = begin(&store, 0).await;
        writer.put_many(vec![a, b.clone()]).await.unwrap();
        writer.put(&fest).await.unwrap();
        let mut data = fest.data.clone();
        data.hosts = vec![b.id];
        writer.put(&fest.next(minute(1), data)).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(store.get::<Event>(fest.id).await.unwrap().unwrap().data.hosts, [b.id]);
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn parallel_writers_leave_no_gap(database: Database) {
        let store = database.store().await;
        let writers = (0..8).map(|writer| {
            let store = store.clone();
            tokio::spawn(async move {
                for at in 0..10 {
                    let mut open = begin(&store, 0).await;
                    open.put(&actor(&format!("verein-{writer}-{at}"))).await.unwrap();
                    if at % 3 == 2 {
                        drop(open);
                    } else {
                        open.commit().await.unwrap();
                    }
                }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(store.latest_sequence().await.unwrap(), 8 * 7);
        assert_eq!(store.count::<Actor>().await.unwrap(), 8 * 7);
        assert_eq!(store.check().await.unwrap(), []);
    }

    async fn thousands_are_written_and_read_in_order(database: Database) {
        let store = database.store().await;
        let vereine: Vec<_> = (0..2_500).map(|at| actor(&format!("verein-{at}"))).collect();
        let mut twice = vereine.clone();
        let mut renamed = vereine[7].data.clone();
        renamed.name = "Zweite Fassung".to_owned();
        twice.push(vereine[7].next(minute(1), renamed));
        let mut writer = begin(&store, 0).await;
        let places = writer.put_many(twice).await.unwrap();
        assert_eq!(places, (1..=2_501).map(Some).collect::<Vec<_>>());
        writer.commit().await.unwrap();
        let read: Vec<_> = store.all::<Actor>().await.unwrap().try_collect().await.unwrap();
        assert_eq!(read.iter().map(|verein| verein.id).collect::<Vec<_>>(),
            vereine.iter().map(|verein| verein.id).collect::<Vec<_>>());
        assert_eq!(read[7].version, 2);
        let asked = [vereine[2_000].id, id(), vereine[3].id];
        let found = store.get_many::<Actor>(&asked).await.unwrap();
        assert_eq!(found.iter().map(|verein| verein.id).collect::<Vec<_>>(), [asked[0], asked[2]]);
    }
}
