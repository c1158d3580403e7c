//! Who waits for whom: writers wait for their turn, and nobody for a connection that only another
//! writer could give back. Imports beside editors, writers who wait beside health and sign-in, and
//! nodes that catch up.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use serde_json::{Value, json};
use store::Author;
use tests::{
    Backend, Database, Server, World,
    accounts::{PASSWORD, account, done, told},
    databases, run, worlds,
};

const EDITORS: usize = 12;
const EDIT: &str = "mutation($input: EditActorInput!) { editActor(input: $input) { \
     entry { version } userErrors { code } } }";
const REPORT: &str = "report { digest written }";

/// Saves an entry of one's own again and again; how often.
async fn keep_saving(world: &World, entry: &Value, is_over: &AtomicBool) -> u64 {
    let mut version = entry["version"].as_u64().expect("a version");
    let first = version;
    while !is_over.load(Ordering::Relaxed) {
        let input = json!({ "id": entry["id"], "expectedVersion": version, "phone": format!("02325 {version:06}") });
        let answer = told(&world.server, &world.editor, EDIT, json!({ "input": input })).await;
        let saved = &answer["data"]["editActor"];
        assert_eq!(saved["userErrors"], json!([]), "{answer}");
        version += 1;
        assert_eq!(saved["entry"]["version"], version, "{answer}");
    }
    version - first
}

fn table(round: usize) -> String {
    let rows = (0..300).map(|row| format!("organisation,culture,Import {round} Nummer {row},02325 {round}{row:04}\n"));
    format!("type,kind,name,phone\n{}", rows.collect::<String>())
}

#[tokio::test]
async fn an_import_and_twelve_editors_do_not_stop_each_other() {
    for world in worlds().await {
        let mut entries = Vec::new();
        for number in 0..EDITORS {
            entries.push(world.organisation(&format!("Eigener Eintrag {number}")).await);
        }
        let is_over = AtomicBool::new(false);
        let importing = async {
            for round in 0..3 {
                let file = json!({ "fileName": "many.csv", "text": table(round) });
                let looked = done(&world.server, &world.editor, "importDirectory", file, REPORT).await;
                let rows: Vec<u32> = (2..=301).collect();
                let chosen = json!({ "fileName": "many.csv", "text": table(round), "dryRun": false, "rows": rows, "digest": looked["report"]["digest"] });
                let taken = done(&world.server, &world.editor, "importDirectory", chosen, REPORT).await;
                assert_eq!(taken["report"]["written"], 300, "{taken}");
            }
            is_over.store(true, Ordering::Relaxed);
        };
        let saving = join_all(entries.iter().map(|entry| keep_saving(&world, entry, &is_over)));
        let (saved, ()) = tokio::join!(saving, importing);
        assert!(saved.iter().all(|times| *times > 0), "{saved:?}");
        run(world.folder.path(), &["check", "--database", &world.database.url]).ok();
    }
}

#[tokio::test]
async fn while_ten_wait_to_write_the_node_is_ready_and_signing_in_is_quick() {
    let database = Database::new(Backend::Postgres).await;
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["demo", "--database", &database.url]).ok();
    let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    let sign_in = async || {
        let credentials = json!({ "email": "ada@stelle.example", "password": PASSWORD });
        let started = Instant::now();
        let answer = server.send(server.request("POST", "/auth/login").json(&credentials)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        started.elapsed()
    };
    let usual = sign_in().await;
    // As a long import of another node: whoever writes has to wait for it.
    let store = database.store().await;
    let author = Author::new(domain::vocabulary::Role::Editor);
    let import = store.begin(author, chrono::Utc::now()).await.expect("a writer");
    let waiting = join_all((0..10).map(async |number| {
        let input = json!({ "name": format!("Wartet {number}"), "kind": "culture" });
        done(&server, &editor, "createOrganisation", input, "entry { slug }").await
    }));
    let watching = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let until = Instant::now() + Duration::from_secs(4);
        while Instant::now() < until {
            let started = Instant::now();
            assert_eq!(server.get("/health/ready").await.status, 200);
            assert!(started.elapsed() < Duration::from_millis(500), "{:?}", started.elapsed());
            let took = sign_in().await;
            assert!(took < usual * 4 + Duration::from_millis(500), "{took:?}, usually {usual:?}");
            // Reading as staff waits for nobody either.
            let query = "{ viewer { role entries(first: 5) { nodes { name } } } }";
            let read = told(&server, &editor, query, json!({})).await;
            assert_eq!(read.get("errors"), None, "{read}");
        }
        drop(import);
    };
    let (created, ()) = tokio::join!(waiting, watching);
    assert_eq!(created.len(), 10);
}

#[tokio::test]
async fn a_node_that_catches_up_stays_ready() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        run(folder.path(), &["demo", "--database", &database.url]).ok();
        let server = Server::start(folder.path(), &database.url);
        let rows = (0..8_000).map(|row| format!("organisation,culture,Verein Nummer {row},02325 {row:06}\n"));
        let table = format!("type,kind,name,phone\n{}", rows.collect::<String>());
        std::fs::write(folder.path().join("many.csv"), table).expect("written");
        let (path, url) = (folder.path().to_owned(), database.url.clone());
        let import = tokio::task::spawn_blocking(move || {
            run(&path, &["import", "--database", &url, "--as", "published", "many.csv"]).ok()
        });
        let counted = "{ organisations { totalCount } }";
        let before = server.ask(counted).await["organisations"]["totalCount"].as_u64().expect("a number");
        loop {
            let ready = server.get("/health/ready").await;
            assert_eq!(ready.status, 200, "{}", ready.text);
            let count = server.ask(counted).await["organisations"]["totalCount"].as_u64().expect("a number");
            if count == before + 8_000 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        import.await.expect("the import has ended");
    }
}

#[tokio::test]
async fn a_node_that_does_not_get_on_is_not_ready_and_says_why() {
    for world in worlds().await {
        let entry = world.organisation("Bleibt stecken").await;
        let store = world.database.store().await;
        // What no version of the program writes: the follower cannot read it.
        let slug = entry["slug"].as_str().expect("a slug");
        let last = "(SELECT max(sequence) FROM change)";
        Database::tamper(&store, &format!("INSERT INTO change (sequence, at, entity, entity_id, version, visibility, role) SELECT sequence + 1, at, entity, entity_id, version, visibility, role FROM change WHERE sequence = {last}")).await;
        Database::tamper(&store, &format!("UPDATE actor SET body = '{{}}', sequence = {last} WHERE id = (SELECT actor_id FROM actor_slug WHERE slug = '{slug}')")).await;
        let started = Instant::now();
        loop {
            let ready = world.server.get("/health/ready").await;
            if ready.status == 503 {
                assert_eq!(ready.json(), json!({ "ready": false, "reasons": ["CHANGES_NOT_APPLIED"] }));
                break;
            }
            assert!(started.elapsed() < Duration::from_secs(60), "still ready: {}", world.server.log());
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        assert!(started.elapsed() > Duration::from_secs(10), "there is grace");
        assert!(world.server.log().contains("missing field"), "the causes are in the log: {}", world.server.log());
    }
}
