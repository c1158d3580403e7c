//! What staff and members read costs as many statements for a page of fifty as for one of ten: whatever the entries of a
//! page are asked for is read for all of them at once.

use std::sync::Arc;

use chrono::Utc;
use curation::Requester;
use domain::{AccountId, ActorId, vocabulary::Role};
use graphql::{Asker, Engine, GraphqlRequest, Limits};
use serde_json::{Value, json};
use server::{archive::StoreArchive, follower::Follower, settings::File, visible::Followed, wiring};
use store::Store;
use tests::{World, world::ENTRY, worlds};

const LARGE: usize = 50;
const SMALL: usize = 10;

/// The lists below `viewer` whose entries can be asked for more, with all of it.
const LISTS: [&str; 4] = [
    "entries(kinds: [ACTOR, OFFER], status: [DRAFT, PUBLISHED], first: $size) { totalCount nodes {
        name content { field value } contactPersons { name consents { field } }
        history(last: 2) { totalCount nodes { HISTORY } } } }",
    "auditTrail(first: $size) { nodes { HISTORY } }",
    "links(first: $size) { nodes { from { name history { nodes { note } } } to { name contactPersons { name } }
        internalNote confirmations { byName } } }",
    "proposals(first: $size) { nodes { byName comments { byName } differences { current }
        entry { name content { field } history { nodes { HISTORY } } contactPersons { name } } } }",
];
const HISTORY: &str = "entryName owners { name content { field } } merge { byName survivorName } byName note noteAsks
    fieldChanges { field before after }";

/// Entries of every kind that the lists have, one after the other, so that a short page has all of them too.
async fn fill(world: &World) {
    let hub = world.organisation("Alle Fäden e. V.").await;
    for number in 0..LARGE {
        let input = json!({ "name": format!("Verein {number}"), "kind": "culture", "publish": number % 2 == 0 });
        let actor = world.done("createOrganisation", input, ENTRY).await["entry"].take();
        let of_actor = &actor["slug"];
        let name = json!({ "value": format!("Person {number}") });
        world.done("createContactPerson", json!({ "actor": of_actor, "name": name }), "").await;
        let title = json!([{ "language": "de", "text": format!("Kurs {number}") }]);
        world.done("createOffer", json!({ "actor": of_actor, "kind": "SERVICE", "title": title }), "").await;
        let link = json!({ "from": of_actor, "to": hub["slug"], "kind": "SUPPORTS", "note": "Bitte noch nicht veröffentlichen." });
        world.done("proposeLink", link, "").await;
        let change = json!({ "id": actor["id"], "expectedVersion": 1, "actor": { "phone": "02323 11111" } });
        world.done("proposeChange", change, "").await;
    }
}

/// Answers a question and counts its statements.
async fn count(
    store: &Store,
    engine: &Engine,
    follower: &Follower,
    requester: &Requester,
    query: String,
) -> (u64, Value) {
    let statements = || store.pool_usage().iter().map(|pool| pool.statements).sum::<u64>();
    let before = statements();
    let request = GraphqlRequest { query, ..GraphqlRequest::default() };
    let prepared = engine.prepare(&request).await.unwrap_or_else(|refused| panic!("{refused:?}"));
    let asker = Asker { requester, ..Asker::PUBLIC };
    let outcome = engine.execute(follower.live().load(), Utc::now(), &prepared, asker).await;
    let answer: Value = serde_json::from_slice(&outcome.body).expect("JSON");
    (statements() - before, answer)
}

#[tokio::test]
async fn a_long_page_costs_as_many_statements_as_a_short_one() {
    for world in worlds().await {
        fill(&world).await;
        let file = File::default();
        let store = Store::open(&world.database.url).await.expect("the database opens");
        let follower = Follower::start(store.clone(), directory::Settings::default()).await.expect("a snapshot");
        let followed =
            Followed { live: follower.live(), reached: follower.followed_sequence(), readiness: Arc::default() };
        let archive = Arc::new(StoreArchive::new(store.clone(), directory::Settings::default(), Utc::now));
        let engine = Engine::new(Limits { complexity: u64::MAX, ..Limits::default() }, archive).with_commands(
            wiring::curation(store.clone(), &file),
            wiring::accounts(store.clone(), &file),
            Arc::new(followed),
        );
        let editor = Requester::signed_in(AccountId::from_uuid(uuid::Uuid::now_v7()), Role::Editor, Vec::new(), false);
        let actors: Vec<ActorId> = store.slugs::<domain::Actor>().await.expect("slugs").into_values().collect();
        let member = Requester::signed_in(AccountId::from_uuid(uuid::Uuid::now_v7()), Role::Member, actors, false);
        for (requester, lists) in [(&editor, &LISTS[..]), (&member, &[LISTS[0], LISTS[2]])] {
            for list in lists {
                let mut counts = Vec::new();
                for size in [SMALL, LARGE] {
                    let list = list.replace("HISTORY", HISTORY).replace("$size", &size.to_string());
                    let query = format!("{{ viewer {{ {list} }} }}");
                    let (statements, answer) = count(&store, &engine, &follower, requester, query).await;
                    assert_eq!(answer.get("errors"), None, "{list}");
                    let field = list.split('(').next().expect("a field");
                    assert_eq!(answer["data"]["viewer"][field]["nodes"].as_array().map(Vec::len), Some(size), "{list}");
                    counts.push(statements);
                }
                assert!(counts[0] > 0, "nothing is counted: {list}");
                assert_eq!(counts[0], counts[1], "{list}");
            }
        }
    }
}
