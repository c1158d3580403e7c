//! `/export/actors.*` over HTTP: the same actors as the search finds, in files that tell nothing private.

use std::collections::BTreeSet;

use serde_json::Value;
use tests::{Secrets, Server, databases, run};

const FILES: [&str; 4] = ["actors.csv", "actors.geojson", "actors.ndjson", "actors.jsonld"];

async fn slugs(server: &Server, query: &str) -> BTreeSet<String> {
    let lines = server.get(&format!("/export/actors.ndjson{query}")).await;
    assert_eq!(lines.status, 200, "{}", lines.text);
    let slug = |line: &str| serde_json::from_str::<Value>(line).expect("JSON")["slug"].as_str().map(str::to_owned);
    lines.text.lines().filter_map(slug).collect()
}

#[tokio::test]
async fn a_file_holds_exactly_what_the_filters_leave() {
    let (_folder, server) = Server::with_settings("");
    for (query, filter) in [
        ("", "{}"),
        ("?theme=language&district=wanne", r#"{themes: ["language"], districts: ["wanne"]}"#),
        ("?district=eickel&relation=active", r#"{districts: ["eickel"], districtRelation: ACTIVE_IN}"#),
        ("?language=tr&group=women", r#"{languages: ["tr"], targetGroups: ["women"]}"#),
        ("?lon=7.15&lat=51.54&radius=1500", "{near: {longitude: 7.15, latitude: 51.54, radiusMetres: 1500}}"),
    ] {
        let found = server.ask(&format!("{{actors(filter: {filter}, first: 100) {{nodes {{slug}}}}}}")).await;
        let nodes = found["actors"]["nodes"].as_array().expect("nodes");
        let expected: BTreeSet<String> =
            nodes.iter().filter_map(|node| Some(node["slug"].as_str()?.to_owned())).collect();
        assert!(!expected.is_empty(), "{query}");
        assert_eq!(slugs(&server, query).await, expected, "{query}");
    }
    let networks = slugs(&server, "?type=network").await;
    assert!(!networks.is_empty() && networks.len() < 10, "{networks:?}");
}

#[tokio::test]
async fn every_file_is_sent_as_reads_are() {
    let (_folder, server) = Server::with_settings("");
    let kinds = [
        "text/csv; charset=utf-8; header=present",
        "application/geo+json",
        "application/x-ndjson",
        "application/ld+json",
    ];
    for (file, kind) in FILES.into_iter().zip(kinds) {
        let path = format!("/export/{file}?district=wanne");
        let answer = server.get(&path).await;
        assert_eq!((answer.status, answer.content_type.as_str()), (200, kind));
        assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{file}\""));
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "public, no-cache");
        assert!(answer.header("last-modified").ends_with("GMT"));
        let tag = answer.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.len() > 4, "{tag}");
        let again = server.send(server.request("GET", &path).header("if-none-match", &tag)).await;
        assert_eq!((again.status, again.text.as_str()), (304, ""));
        let head = server.send(server.request("HEAD", &path)).await;
        assert_eq!((head.status, head.text.as_str(), head.header("etag")), (200, "", tag.as_str()));
        let small = server.send(server.request("GET", &path).header("accept-encoding", "zstd, gzip")).await;
        assert_eq!((small.header("content-encoding"), small.header("vary")), ("gzip", "Accept-Encoding"));
        let other = server.get(&format!("/export/{file}?district=eickel")).await;
        assert_ne!(other.header("etag"), tag, "other filters give another file");
        let posted = server.send(server.request("POST", &path)).await;
        assert_eq!((posted.status, posted.header("allow")), (405, "GET, HEAD"));
    }
}

#[tokio::test]
async fn a_wrong_filter_is_told_with_what_is_allowed() {
    let (_folder, server) = Server::with_settings("");
    for (query, code, told) in [
        ("themes=language", "UNKNOWN_PARAMETER", "theme_match, district"),
        ("theme=languages", "UNKNOWN_THEME", "did you mean language"),
        ("district=wane", "UNKNOWN_DISTRICT", "did you mean wanne"),
        ("kind=vereine", "UNKNOWN_WORD", "women"),
        ("group=cats", "UNKNOWN_WORD", "seniors"),
        ("language=%21", "UNKNOWN_WORD", "BCP-47"),
        ("lon=700&lat=51", "NOT_A_NUMBER", "-180 to 180"),
        ("lon=7", "HALF_A_PLACE", "lat"),
        ("partner=nobody", "UNKNOWN_ACTOR", "nobody"),
    ] {
        let answer = server.get(&format!("/export/actors.csv?{query}")).await;
        let error = &answer.json()["errors"][0];
        assert_eq!((answer.status, error["extensions"]["code"].as_str()), (400, Some(code)), "{query}");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(told), "{query}: {message}");
    }
    let missing = server.get("/export/actors.xlsx").await;
    assert!(missing.status == 404 && missing.text.contains("actors.ndjson"), "{}", missing.text);
}

#[tokio::test]
async fn nothing_private_is_in_any_file() {
    let (folder, server) = Server::with_settings("");
    run(folder.path(), &["export", "--database", "sqlite://bruecke-demo.db", "--everything", "all.json"]).ok();
    let all = std::fs::read_to_string(folder.path().join("all.json")).expect("an export");
    let secrets = Secrets::of(&serde_json::from_str(&all).expect("JSON"));
    for file in FILES {
        let text = server.get(&format!("/export/{file}")).await.text;
        for secret in &secrets.values {
            let bare = secret.trim_matches('"');
            assert!(!text.contains(bare) && !text.contains(&bare.replace('.', ",")), "{secret} is in {file}");
        }
    }
    let features = server.get("/export/actors.geojson").await.json();
    let without: BTreeSet<&str> = features["features"]
        .as_array()
        .expect("features")
        .iter()
        .filter(|feature| feature["geometry"].is_null())
        .filter_map(|feature| feature["properties"]["slug"].as_str())
        .collect();
    assert!(!secrets.hidden.is_empty() && secrets.hidden.iter().all(|slug| without.contains(slug.as_str())));
}

#[tokio::test]
async fn the_table_moves_the_public_actors_into_another_store() {
    let (_folder, server) = Server::with_settings("");
    let table = server.get("/export/actors.csv").await.text;
    assert!(table.starts_with('\u{feff}') && table.contains(";\"") && table.contains("\r\n"), "{table}");
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let read = server_file(&server).await;
        let mut trees: Value = serde_json::from_str(&read).expect("JSON");
        for section in ["actors", "projects", "links"] {
            trees[section] = Value::Array(Vec::new());
        }
        std::fs::write(folder.path().join("trees.json"), trees.to_string()).expect("a file");
        std::fs::write(folder.path().join("actors.csv"), &table).expect("a file");
        let import = |file: &str| run(folder.path(), &["import", "--database", &database.url, file]).ok();
        import("trees.json");
        import("actors.csv");
        let other = Server::start(folder.path(), &database.url);
        assert_eq!(other.get("/export/actors.csv").await.text, table);
    }
}

/// The public directory file of the demo, which holds the trees that a table refers to.
async fn server_file(_: &Server) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["demo", "--database", "sqlite://demo.db"]).ok();
    run(folder.path(), &["export", "--database", "sqlite://demo.db", "public.json"]).ok();
    std::fs::read_to_string(folder.path().join("public.json")).expect("an export")
}

#[tokio::test]
async fn a_large_file_comes_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["demo", "--database", "sqlite://large.db", "--size", "3000"]).ok();
    let server = Server::start(folder.path(), "sqlite://large.db");
    let counted =
        server.ask("{actors(first: 0) {totalCount}}").await["actors"]["totalCount"].as_u64().expect("a count");
    let lines = server.get("/export/actors.ndjson").await.text;
    assert_eq!(lines.lines().count() as u64, counted);
    let features = server.get("/export/actors.geojson").await.json();
    assert_eq!(features["features"].as_array().expect("features").len() as u64, counted);
    let list = server.get("/export/actors.jsonld").await.json();
    assert_eq!(list["itemListElement"].as_array().expect("items").len() as u64, counted);
}
