//! Every filter agrees with a naive scan, over random data that went through a real store: on SQLite
//! and on PostgreSQL, loaded whole and followed change by change.

use std::sync::Arc;

use directory::{
    ActorOrder, ActorQuestion, Settings, Snapshot, Window,
    testing::{Naive, Random, World, random_filter},
};
use domain::{ActorId, ActorType, publication::PublicationChange, vocabulary::Role};
use futures_util::TryStreamExt;
use store::{Author, Store};
use tests::databases;

/// Puts everything of a world into a store; what the store's rules refuse is left out of both.
async fn fill(store: &Store, world: &World) {
    let mut writer = store.begin(Author::new(Role::Admin), world.now()).await.expect("a writer");
    macro_rules! put {
        ($($list:ident)+) => {$(
            for record in &world.$list {
                let saved = writer.save_many(vec![(record.id, None, record.data.clone())]).await;
                // A random world lets entries share a former slug or a pair; the store does not.
                if let Err(error) = saved {
                    assert!(error.violations().is_some(), "{}: {error}", stringify!($list));
                }
            }
        )+};
    }
    put!(districts themes actors offers events projects links persons);
    writer.commit().await.expect("committed");
}

async fn loaded(store: &Store) -> Vec<PublicationChange> {
    let gazetteer = Arc::new(store.gazetteer().await.expect("districts"));
    store.load(gazetteer).await.expect("a load").changes.try_collect().await.expect("every change")
}

/// The first hundred actors of an answer by name, which is all of them here.
fn answered(snapshot: &Snapshot, question: &ActorQuestion) -> Vec<ActorId> {
    let page = snapshot.actors(question).expect("an answer");
    page.edges.iter().map(|(_, no)| snapshot.actor(*no).record().id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_filter_agrees_with_a_naive_scan_of_what_the_store_publishes() {
    for seed in 0..6 {
        for database in databases().await {
            let store = database.store().await;
            let world = World::new(seed, 70);
            fill(&store, &world).await;
            let changes = loaded(&store).await;
            assert!(changes.len() > 100, "the world is public enough to ask");
            let settings = Settings::default();
            let naive = Naive::new(settings.zone, &changes);
            let snapshot = Snapshot::build(settings, changes).expect("a snapshot");
            let mut random = Random::new(seed);
            let mut found = 0;
            for _ in 0..150 {
                let filter = random_filter(&world, &naive, &mut random, 3);
                let actor_type = random.chance(50).then(|| random.pick(ActorType::ALL));
                let window = Window { first: Some(100), ..Window::default() };
                let question = ActorQuestion {
                    actor_type,
                    filter: filter.clone(),
                    order: Some(ActorOrder::Name),
                    window,
                    rank_text: None,
                };
                let expected = naive.ordered(actor_type, &filter, ActorOrder::Name);
                found += expected.len();
                assert_eq!(answered(&snapshot, &question), expected, "seed {seed}, {}: {filter:?}", database.url);
            }
            assert!(found > 100, "the filters leave something");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn following_the_log_gives_what_loading_gives() {
    for database in databases().await {
        let store = database.store().await;
        let mut snapshot = Snapshot::build(Settings::default(), []).expect("an empty snapshot");
        let mut followed = 0;
        for seed in 0..3 {
            fill(&store, &World::new(seed, 30)).await;
            let gazetteer = store.gazetteer().await.expect("districts");
            loop {
                let page_request = store.changes_after(followed, 100, &gazetteer).await.expect("a page_request");
                if page_request.sequence == followed {
                    break;
                }
                followed = page_request.sequence;
                snapshot = snapshot.apply(&page_request.changes).expect("applied");
            }
            let built = Snapshot::build(Settings::default(), loaded(&store).await).expect("built");
            assert_eq!(snapshot.counts(), built.counts(), "{}", database.url);
            let question = ActorQuestion {
                window: Window { first: Some(100), ..Window::default() },
                order: Some(ActorOrder::Name),
                ..ActorQuestion::default()
            };
            assert_eq!(answered(&snapshot, &question), answered(&built, &question));
        }
    }
}
