//! Entity tags: each stands for the very bytes of one answer in one content coding, and a client that has others gets
//! its answer whole.

use std::collections::BTreeSet;

use serde_json::json;
use tests::{Answer, Server, databases, run};

/// One address of each kind that has a tag.
const PATHS: [&str; 14] = [
    "/graphql?query=%7Borganisations%7Bnodes%7Bname%20phone%7D%7D%7D",
    "/export/actors.csv",
    "/export/actors.geojson",
    "/export/actors.ndjson",
    "/export/actors.jsonld",
    "/tiles.json",
    "/changes.atom",
    "/events.ics",
    "/",
    "/organisation/eins",
    "/coverage",
    "/sitemap.xml",
    "/widget.js",
    "/map.svg",
];

async fn get(server: &Server, path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = server.request("GET", path);
    server.send(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
}

/// A directory of two organisations, of which one has this telephone number.
fn directory(phone: &str) -> String {
    let organisation =
        |name: &str, slug: &str| json!({"type": "organisation", "kind": "culture", "name": name, "slug": slug});
    let mut first = organisation("Verein Eins", "eins");
    first["phone"] = phone.into();
    let actors = [first, organisation("Verein Zwei", "zwei")];
    json!({"format": "bruecke-directory", "version": 1, "actors": actors}).to_string()
}

#[tokio::test]
async fn every_content_coding_has_a_tag_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.json"), directory("02323 111111")).expect("a file");
    run(folder.path(), &["import", "--database", "sqlite://a.db", "a.json"]).ok();
    let server = Server::start(folder.path(), "sqlite://a.db");
    let page = server.get("/").await.text;
    let asset = page.split('"').find(|text| text.starts_with("/assets/") && text.ends_with(".css")).expect("a style");
    for path in PATHS.into_iter().chain([asset]) {
        let plain = get(&server, path, &[]).await;
        let tag = plain.header("etag").to_owned();
        assert!(plain.status == 200 && tag.starts_with('"'), "{path}: {} {tag}", plain.status);
        assert!(plain.header("vary").to_lowercase().contains("accept-encoding"), "{path}: {}", plain.header("vary"));
        let mut tags = BTreeSet::from([tag.clone()]);
        for coding in ["gzip", "br", "zstd"] {
            let accepts = ("accept-encoding", coding);
            let coded = get(&server, path, &[accepts]).await;
            let coded_tag = coded.header("etag").to_owned();
            if coded.header("content-encoding").is_empty() {
                assert_eq!((coded_tag, &coded.text), (tag.clone(), &plain.text), "{path} {coding}");
                continue;
            }
            assert!(tags.insert(coded_tag.clone()), "{path}: {coding} has the tag of another coding, {coded_tag}");
            let again = get(&server, path, &[accepts, ("if-none-match", &coded_tag)]).await;
            assert_eq!((again.status, again.header("etag")), (304, coded_tag.as_str()), "{path} {coding}");
            assert!(again.header("vary").to_lowercase().contains("accept-encoding"), "{path} {coding}");
            let other = get(&server, path, &[("if-none-match", &coded_tag)]).await;
            assert_eq!((other.status, other.header("etag")), (200, tag.as_str()), "{path} {coding}: taken no longer");
            let head = server.send(server.request("HEAD", path).header("accept-encoding", coding)).await;
            assert_eq!(head.header("etag"), coded_tag, "{path} {coding}");
        }
        let again = get(&server, path, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.text.as_str(), again.header("etag")), (304, "", tag.as_str()), "{path}");
        // Neither a date nor a part tells whether a client has the answer: it gets it whole.
        for (name, value) in [("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT"), ("range", "bytes=0-9")] {
            let whole = get(&server, path, &[(name, value)]).await;
            assert_eq!((whole.status, whole.text.len()), (200, plain.text.len()), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn another_directory_of_the_same_version_has_other_tags() {
    for (first, second) in databases().await.into_iter().zip(databases().await) {
        let folder = tempfile::tempdir().expect("a folder");
        let serve = |database: &str, phone: &str| {
            std::fs::write(folder.path().join("directory.json"), directory(phone)).expect("a file");
            run(folder.path(), &["import", "--database", database, "directory.json"]).ok();
            // Addresses in the answers are the same wherever it runs.
            std::fs::write(folder.path().join("bruecke.toml"), "[http]\norigin = \"https://netz.example.org\"\n")
                .expect("settings can be written");
            Server::start(folder.path(), database)
        };
        let before = serve(&first.url, "02323 111111");
        let after = serve(&second.url, "02323 222222");
        // Another node of the same database gives the same tags.
        let node = Server::start(folder.path(), &first.url);
        let version = "{ directory { version } }";
        assert_eq!(before.ask(version).await, after.ask(version).await);
        for path in PATHS {
            let (had, same) = (get(&before, path, &[]).await, get(&node, path, &[]).await);
            assert_eq!(had.header("etag"), same.header("etag"), "{path}");
            let known = ("if-none-match", had.header("etag"));
            let now = get(&after, path, &[known]).await;
            let whole = get(&after, path, &[]).await;
            let is_right = whole.text == had.text;
            assert!(
                now.status == 200 || (now.status == 304 && is_right),
                "{path}: 304 for what the client does not have"
            );
        }
    }
}
