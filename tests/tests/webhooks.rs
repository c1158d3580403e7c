//! Webhooks: a real receiver that checks signatures itself, fails, goes away and comes back misses nothing public and hears
//! nothing private, across restarts of the service.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tests::{
    Peer, Server,
    accounts::{account, done},
    databases, run,
};

const SECRET: &str = "ein Geheimnis, das beide Seiten kennen";

/// Settings that name a receiver on this machine.
fn settings(folder: &Path, port: u64, more: &str) {
    fs::write(folder.join("secret"), SECRET).expect("written");
    let settings = format!(
        "[[webhooks]]\nurl = \"http://127.0.0.1:{port}/hook\"\nsecret_file = \"secret\"\nallow_private = true\n{more}"
    );
    fs::write(folder.join("bruecke.toml"), settings).expect("written");
}

fn changes(message: &Value) -> Vec<(String, bool)> {
    let list = message["message"]["data"]["changes"].as_array().expect("changes").iter();
    list.map(|change| (change["entityId"].as_str().expect("an id").to_owned(), change["removed"] == true)).collect()
}

/// A published or unpublished organisation.
async fn organisation(server: &Server, editor: &str, name: &str, publish: bool) -> (String, Value) {
    let input = json!({ "kind": "women", "name": name, "publish": publish });
    let made = done(server, editor, "createOrganisation", input, "entry { id version }").await;
    (made["entry"]["id"].as_str().unwrap_or_default().to_owned(), made["entry"]["version"].clone())
}

/// Waits until a receiver has taken so many changes, and gives them in their order.
async fn deliveries(peer: &Peer, count: usize) -> Vec<(String, bool)> {
    for at in 1.. {
        let news = peer.wait_for(at).await;
        let all: Vec<_> = news.iter().filter(|message| message["status"] == 204).flat_map(changes).collect();
        if all.len() >= count {
            return all;
        }
    }
    unreachable!("waiting ends by itself")
}

#[tokio::test]
async fn a_receiver_that_fails_and_comes_back_misses_nothing() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let editor = account(folder, &database.url, "editor", "ada@stelle.example", &[]);
        // What was there before is read from the feed, and not told.
        let server = Server::start(folder, &database.url);
        organisation(&server, &editor, "Schon da", true).await;
        drop(server);

        let peer = Peer::start("webhooks", &json!({ "secret": SECRET, "statuses": [500, 503] }));
        let port = peer.port();
        settings(folder, port, "");
        let server = Server::start(folder, &database.url);
        // The first look says from where on it is told.
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        let (one, version) = organisation(&server, &editor, "Erster", true).await;
        organisation(&server, &editor, "Ein Entwurf", false).await;
        assert_eq!(deliveries(&peer, 1).await, [(one.clone(), false)]);
        let news = peer.news();
        assert_eq!(news.iter().map(|message| message["status"].clone()).collect::<Vec<_>>(), [500, 503, 204]);
        for message in &news {
            assert_eq!((&message["signed"], &message["fresh"]), (&json!(true), &json!(true)), "{message}");
            assert_eq!((&message["method"], &message["type"]), (&json!("POST"), &json!("application/json")));
            assert_eq!(message["id"], news[0]["id"], "one message keeps its id");
            assert!(!message["text"].as_str().expect("a text").contains("Erster"), "names stand in the feed alone");
        }

        // Nobody is there, and the service itself stops and starts meanwhile.
        drop(peer);
        let (two, _) = organisation(&server, &editor, "Zweiter", true).await;
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        drop(server);
        let server = Server::start(folder, &database.url);
        let archive = json!({ "id": one, "expectedVersion": version });
        done(&server, &editor, "archiveActor", archive, "entry { id }").await;
        let peer = Peer::start("webhooks", &json!({ "secret": SECRET, "port": port }));
        assert_eq!(deliveries(&peer, 2).await, [(two.clone(), false), (one.clone(), true)]);

        // Where a message ends the feed goes on.
        let last = peer.news().pop().expect("a message");
        let (three, _) = organisation(&server, &editor, "Dritter", true).await;
        let cursor = last["message"]["data"]["cursor"].as_str().expect("a cursor").to_owned();
        let feed = server.ask(&format!("{{ changes(after: \"{cursor}\") {{ nodes {{ entityId }} }} }}")).await;
        assert_eq!(feed["changes"]["nodes"], json!([{ "entityId": three }]));
        assert_eq!(deliveries(&peer, 3).await.last(), Some(&(three, false)));
        // Nothing was told twice, and of the draft nothing at all.
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        assert_eq!(peer.news().iter().flat_map(changes).count(), 3);
    }
}

#[tokio::test]
async fn settings_that_cannot_work_stop_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let start = |settings: &str| {
        fs::write(folder.join("bruecke.toml"), settings).expect("written");
        let finished = run(folder, &["serve", "--database", "sqlite://a.db", "--listen", "127.0.0.1:0"]);
        assert!(!finished.success, "{settings}");
        finished.stderr
    };
    fs::write(folder.join("short"), "kurz").expect("written");
    let hook = |url: &str, file: &str| format!("[[webhooks]]\nurl = \"{url}\"\nsecret_file = \"{file}\"\n");
    for (settings, told) in [
        (
            hook("http://partner.example/hook", "short"),
            "line 2: webhooks: url http://partner.example/hook is not allowed",
        ),
        (hook("https://ada:x@partner.example/hook", "short"), "user name or a password"),
        (hook("https://partner.example/hook", "short"), "too weak"),
        (hook("https://partner.example/hook", "missing"), "missing"),
        (hook("https://a.example/", "short") + &hook("https://a.example/", "short"), "stands twice"),
    ] {
        let stderr = start(&settings);
        assert!(stderr.contains(told), "{told}: {stderr}");
    }
}
