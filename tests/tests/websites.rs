//! The link checker: what the running service finds out about real websites, and what it leaves alone.

use std::{
    collections::BTreeMap,
    fs,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use store::{Store, WebsiteCheck};
use tempfile::TempDir;
use tests::{
    Database, Peer, Server,
    accounts::{account, done, told},
    databases,
};

fn folder(more: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!(
        "[http]\norigin = \"https://netzwerk.example.org\"\n[websites]\ncheck = true\ntimeout_seconds = 1\n{more}"
    );
    fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
    folder
}

/// A directory with an organisation for each website.
async fn directory(database: &Database, websites: &[(&str, String)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    for (name, website) in websites {
        let input = json!({ "name": name, "kind": "culture", "website": website, "publish": true });
        done(&server, &editor, "createOrganisation", input, "entry { slug }").await;
    }
}

/// What was found out, by name of the organisation, once so many were looked at.
async fn found(database: &Database, count: usize) -> BTreeMap<String, WebsiteCheck> {
    let store = Store::open(&database.url).await.expect("opens");
    let started = Instant::now();
    loop {
        let checks = store.website_checks().await.expect("readable");
        if checks.len() >= count {
            let mut by_name = BTreeMap::new();
            for (actor, check) in checks {
                let actor = store.get::<domain::Actor>(actor).await.expect("readable").expect("there");
                by_name.insert(actor.data.name, check);
            }
            return by_name;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "only {checks:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn requests(peer: &Peer, path: &str) -> Vec<String> {
    let news = peer.news();
    let of_path = news.iter().filter(|request| request["path"] == path);
    of_path.map(|request| request["method"].as_str().expect("a method").to_owned()).collect()
}

#[tokio::test]
async fn what_is_wrong_with_a_website_is_found_out_politely() {
    let expected = [
        ("fine", "fine", Some(200)),
        ("no-head", "fine", Some(200)),
        ("endless", "fine", Some(200)),
        ("elsewhere-today", "fine", Some(200)),
        ("moved", "moved", Some(200)),
        ("missing", "missing", Some(404)),
        ("closed", "refused", Some(403)),
        ("fault", "faulty", Some(500)),
        ("later", "later", Some(429)),
        ("circle", "astray", None),
        ("out", "astray", Some(302)),
        ("slow", "too-slow", None),
        ("nobody", "unreachable", None),
    ];
    for database in databases().await {
        let peer = Peer::start("websites", &json!({}));
        let address = |path: &str| match path {
            // Nobody listens on port 9 ("discard") of a test machine.
            "nobody" => "http://127.0.0.1:9/".to_owned(),
            path => format!("http://127.0.0.1:{}/{path}", peer.port()),
        };
        let websites: Vec<_> = expected.iter().map(|(name, ..)| (*name, address(name))).collect();
        directory(&database, &websites).await;
        let settings = folder("allow_private = true\npause_seconds = 0\n");
        let server = Server::start(settings.path(), &database.url);
        let found = found(&database, expected.len()).await;
        for (name, outcome, status) in expected {
            let check = &found[name];
            assert_eq!((check.outcome.word(), check.status), (outcome, status), "{name}: {check:?}");
            assert_eq!(check.troubled_since.is_some(), !matches!(outcome, "fine" | "later"), "{name}");
        }
        assert_eq!(found["moved"].leads_to.as_deref(), Some(address("fine").as_str()));
        assert!(found.values().filter(|check| check.leads_to.is_some()).count() == 1);
        let later = found["later"].next_at - found["later"].checked_at;
        assert_eq!(later.num_seconds(), 7200);
        assert_eq!(requests(&peer, "/no-head"), ["HEAD", "GET"]);
        assert_eq!(requests(&peer, "/later"), ["HEAD"], "who asks to come back later is not asked again at once");
        assert_eq!(requests(&peer, "/circle").len(), 6, "five redirects are followed");
        let agents = peer.news().iter().all(|request| {
            request["agent"]
                .as_str()
                .is_some_and(|agent| agent.starts_with("bruecke/") && agent.contains("+https://netzwerk.example.org"))
        });
        assert!(agents);
        let before = peer.news().len();
        drop(server);
        let again = Server::start(settings.path(), &database.url);
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(peer.news().len(), before, "nothing is looked at again so soon");
        let store = Store::open(&database.url).await.expect("opens");
        assert_eq!(store.count_troubled_websites().await.expect("counted"), 8);
        let page = store.troubled_websites(&store::PageRequest::first(3)).await.expect("listed");
        assert!(page.items.len() == 3 && page.has_next);
        let editor = account(settings.path(), &database.url, "editor", "eva@stelle.example", &[]);
        let query = "{ viewer { brokenWebsites(first: 100) { totalCount nodes { entry { name } outcome status movedTo brokenSince } } } }";
        let broken = told(&again, &editor, query, json!({})).await["data"]["viewer"]["brokenWebsites"].take();
        assert_eq!(broken["totalCount"], 8, "{broken}");
        let moved = broken["nodes"].as_array().expect("a list").iter().find(|node| node["entry"]["name"] == "moved");
        let moved = moved.expect("it has moved");
        assert_eq!((&moved["outcome"], &moved["movedTo"]), (&json!("MOVED"), &json!(address("fine"))));
        assert!(moved["brokenSince"].is_string(), "{moved}");
        let stranger = told(&again, "", query, json!({})).await;
        assert_eq!(stranger["data"]["viewer"], Value::Null);
    }
}

#[tokio::test]
async fn the_own_machine_and_its_neighbours_are_never_asked() {
    let [database, _] = databases().await;
    let peer = Peer::start("websites", &json!({}));
    let on = |host: &str| format!("http://{host}:{}/fine", peer.port());
    directory(
        &database,
        &[("number", on("127.0.0.1")), ("name", on("localhost")), ("mapped", on("[::ffff:127.0.0.1]"))],
    )
    .await;
    let settings = folder("");
    let _server = Server::start(settings.path(), &database.url);
    for (name, check) in found(&database, 3).await {
        assert_eq!((check.outcome.word(), check.status), ("not-public", None), "{name}");
    }
    assert!(peer.news().is_empty(), "{:?}", peer.news());
}

#[tokio::test]
async fn websites_of_one_host_are_asked_one_after_the_other_with_a_pause() {
    let [database, _] = databases().await;
    let peer = Peer::start("websites", &json!({}));
    let address = |path: &str| format!("http://127.0.0.1:{}/{path}", peer.port());
    directory(&database, &[("one", address("fine")), ("two", address("fine")), ("three", address("fine"))]).await;
    let settings = folder("allow_private = true\npause_seconds = 1\n");
    let _server = Server::start(settings.path(), &database.url);
    found(&database, 3).await;
    let times: Vec<u64> = peer.news().iter().filter_map(|request| request["at"].as_u64()).collect();
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= 950) && times.len() == 3, "{times:?}");
}

#[tokio::test]
async fn unless_it_is_switched_on_nobody_is_asked() {
    let [database, _] = databases().await;
    let peer = Peer::start("websites", &json!({}));
    directory(&database, &[("one", format!("http://127.0.0.1:{}/fine", peer.port()))]).await;
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bruecke.toml"), "[websites]\nallow_private = true\n").expect("written");
    let _server = Server::start(folder.path(), &database.url);
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(peer.news(), Vec::<Value>::new());
}
