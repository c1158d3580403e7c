//! Fifty editors on twenty entries: every edit that was accepted is in the history exactly once, every
//! other one was told its conflict, and pulling the plug loses nothing that was acknowledged.

use std::{
    collections::BTreeMap,
    process::Command,
    sync::Mutex,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Server, World, run, worlds};

const EDITORS: usize = 50;
const ENTRIES: usize = 20;
const EDIT: &str = "mutation($input: EditActorInput!) { editActor(input: $input) { \
     entry { version } userErrors { code } conflicts { field mine theirs isContested } } }";

/// By entry and version: the telephone number it has had since.
type Versions = BTreeMap<(String, u64), String>;

/// What the editors were told.
#[derive(Debug, Default)]
struct Ledger {
    accepted: Versions,
    /// Sent, and never answered.
    open: Versions,
    conflicts: usize,
}

/// Entries to edit: global id and slug.
async fn entries(world: &World) -> Vec<(String, String)> {
    let mut entries = Vec::new();
    for number in 0..ENTRIES {
        let entry = world.organisation(&format!("Verein {number}")).await;
        let text = |field: &str| entry[field].as_str().expect("a text").to_owned();
        entries.push((text("id"), text("slug")));
    }
    entries
}

/// One editor: reads an entry, writes what comes next, until the time is over or the server gone.
async fn edit(
    server: &Server,
    (editor, token): (usize, &str),
    entries: &[(String, String)],
    until: Instant,
    ledger: &Mutex<Ledger>,
) {
    let mut random = editor.wrapping_mul(2_654_435_761);
    for count in 1.. {
        if Instant::now() > until {
            return;
        }
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (id, slug) = &entries[(random >> 33) % ENTRIES];
        let question = format!("{{ actor(slug: \"{slug}\") {{ version }} }}");
        let Some(read) = ask(server, token, json!({ "query": question })).await else { return };
        let version = read["data"]["actor"]["version"].as_u64().expect("a version");
        // A moment in which others may be faster.
        tokio::time::sleep(Duration::from_millis((random >> 40) as u64 % 20)).await;
        let phone = format!("+49 2323 {:06}", editor * 10_000 + count);
        let place = (slug.clone(), version + 1);
        let input = json!({ "id": id, "expectedVersion": version, "phone": phone });
        ledger.lock().expect("a ledger").open.insert((format!("{slug} {editor}"), version + 1), phone.clone());
        let Some(answer) = ask(server, token, json!({ "query": EDIT, "variables": { "input": input } })).await else {
            return;
        };
        assert_eq!(answer.get("errors"), None, "{answer}");
        let told = &answer["data"]["editActor"];
        let mut ledger = ledger.lock().expect("a ledger");
        ledger.open.remove(&(format!("{slug} {editor}"), version + 1));
        if told["userErrors"] == json!([]) {
            assert_eq!(told["entry"]["version"], version + 1, "{told}");
            let other = ledger.accepted.insert(place.clone(), phone);
            assert_eq!(other, None, "{place:?} was accepted twice");
        } else {
            assert_eq!(told["userErrors"], json!([{ "code": "CONFLICT" }]), "{told}");
            let conflict = &told["conflicts"][0];
            assert_eq!((&conflict["field"], &conflict["mine"]), (&json!("phone"), &json!(phone)), "{told}");
            assert_eq!(conflict["isContested"], true, "{told}");
            assert_ne!(conflict["theirs"], json!(phone));
            ledger.conflicts += 1;
        }
    }
}

/// An answer, or `None` when the server is gone.
async fn ask(server: &Server, token: &str, body: Value) -> Option<Value> {
    let response = server.request("POST", "/graphql").bearer_auth(token).json(&body).send().await.ok()?;
    let text = response.text().await.ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")))
}

/// Every version there is of the entries but their first.
async fn history(server: &Server, entries: &[(String, String)]) -> Versions {
    let mut versions = Versions::new();
    for (_, slug) in entries {
        let mut after = Value::Null;
        loop {
            let query = "query($slug: String!, $after: String) { actor(slug: $slug) { phone version \
                 history(first: 100, after: $after) { nodes { version phone } pageInfo { hasNextPage endCursor } } } }";
            let variables = json!({ "slug": slug, "after": after });
            let request = server.request("POST", "/graphql").json(&json!({ "query": query, "variables": variables }));
            let mut answer = server.send(request).await.json();
            let actor = answer["data"]["actor"].take();
            for node in actor["history"]["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")) {
                let version = node["version"].as_u64().expect("a version");
                if version > 1 {
                    let phone = node["phone"].as_str().expect("a number").to_owned();
                    if version == actor["version"].as_u64().expect("a version") {
                        assert_eq!(actor["phone"], phone, "the newest version is what the public sees");
                    }
                    assert_eq!(versions.insert((slug.clone(), version), phone), None, "{slug} has {version} twice");
                }
            }
            after = actor["history"]["pageInfo"]["endCursor"].clone();
            if actor["history"]["pageInfo"]["hasNextPage"] != true {
                break;
            }
        }
    }
    versions
}

async fn tokens(world: &World) -> Vec<String> {
    (0..5).map(|number| world.somebody("editor", &format!("stelle{number}@stelle.example"))).collect()
}

/// Lets all editors work for a while.
async fn work(world: &World, tokens: &[String], entries: &[(String, String)], seconds: u64) -> Ledger {
    let ledger = Mutex::new(Ledger::default());
    let until = Instant::now() + Duration::from_secs(seconds);
    let work = (0..EDITORS).map(|editor| {
        let token = &tokens[editor % tokens.len()];
        edit(&world.server, (editor, token), entries, until, &ledger)
    });
    join_all(work).await;
    ledger.into_inner().expect("a ledger")
}

#[tokio::test]
async fn fifty_editors_on_twenty_entries_lose_nothing_and_are_told_every_conflict() {
    let worlds = worlds().await;
    join_all(worlds.iter().map(async |world| {
        let (entries, tokens) = (entries(world).await, tokens(world).await);
        let ledger = work(world, &tokens, &entries, 60).await;
        assert!(ledger.conflicts > 20 && ledger.accepted.len() > 100, "{} {}", ledger.conflicts, ledger.accepted.len());
        assert!(ledger.open.is_empty());
        assert_eq!(history(&world.server, &entries).await, ledger.accepted);
        run(world.folder.path(), &["check", "--database", &world.database.url]).ok();
    }))
    .await;
}

#[tokio::test]
async fn pulling_the_plug_keeps_what_was_acknowledged_and_leaves_nothing_half_written() {
    for mut world in worlds().await {
        let (entries, tokens) = (entries(&world).await, tokens(&world).await);
        let process = world.server.process().id().to_string();
        let kill = async {
            tokio::time::sleep(Duration::from_secs(5)).await;
            // Not to be caught: nothing is tidied up.
            let killed = Command::new("kill").args(["-9", &process]).status().expect("kill can be run");
            assert!(killed.success());
        };
        let (ledger, ()) = tokio::join!(work(&world, &tokens, &entries, 30), kill);
        assert!(ledger.accepted.len() > 10, "{} accepted", ledger.accepted.len());
        assert!(!ledger.open.is_empty(), "the plug was pulled while somebody wrote");

        world.server = Server::start(world.folder.path(), &world.database.url);
        let mut written = history(&world.server, &entries).await;
        for (place, phone) in &ledger.accepted {
            assert_eq!(written.remove(place).as_ref(), Some(phone), "{place:?} was acknowledged");
        }
        // What is there beside was sent and not answered, and is there whole.
        for ((slug, version), phone) in written {
            let sent = ledger
                .open
                .iter()
                .any(|((by, at), number)| by.starts_with(&format!("{slug} ")) && *at == version && *number == phone);
            assert!(sent, "{slug} {version}: nobody sent {phone}");
        }
        run(world.folder.path(), &["check", "--database", &world.database.url]).ok();
        let entry = world.organisation("Danach").await;
        assert_eq!(entry["version"], 1, "it goes on");
    }
}
