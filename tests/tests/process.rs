//! The process and its files: who may read what, what a wrong clock does, and what the log tells.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use chrono::{TimeDelta, Utc};
use domain::{Actor, ActorKind, Record, vocabulary::OrganisationKind, vocabulary::Role};
use serde_json::json;
use store::{Author, Store};
use tests::{
    Database, Server,
    accounts::{account, done, told},
    databases, run, worlds,
};

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).permissions().mode() & 0o777
}

#[test]
fn the_database_file_is_for_its_owner_alone_also_one_that_was_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = "sqlite://own.db";
    run(folder.path(), &["demo", "--database", url]).ok();
    let file = folder.path().join("own.db");
    assert_eq!(mode(&file), 0o600);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("set");
    let server = Server::start(folder.path(), url);
    for ending in ["own.db", "own.db-wal", "own.db-shm"] {
        assert_eq!(mode(&folder.path().join(ending)), 0o600, "{ending}");
    }
    let started = std::time::Instant::now();
    while !server.log().contains("others than its owner could read") {
        assert!(started.elapsed().as_secs() < 10, "{}", server.log());
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[tokio::test]
async fn the_memory_of_the_process_is_never_written_to_a_file() {
    let world = worlds().await.remove(0);
    let mut server = world.server;
    let limits = fs::read_to_string(format!("/proc/{}/limits", server.process().id())).expect("limits");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a limit");
    assert_eq!(core.split_whitespace().collect::<Vec<_>>()[4..6], ["0", "0"], "{core}");
    // Of a process that may not be dumped, root owns what the system tells.
    let owner = fs::metadata(format!("/proc/{}", server.process().id())).expect("a process");
    assert_eq!(std::os::unix::fs::MetadataExt::uid(&owner), 0);
}

/// Somebody whose clock is fast writes a change.
async fn write_in_the_future(store: &Store, days: i64) {
    let then = Utc::now() + TimeDelta::days(days);
    let slug = "aus-der-zukunft".parse().expect("a slug");
    let actor = Actor::new(slug, ActorKind::Organisation(OrganisationKind::Culture), "Aus der Zukunft");
    let mut writer = store.begin(Author::new(Role::Editor), then).await.expect("a writer");
    let id = domain::ActorId::from_uuid("01900000-0000-7000-8000-000000000001".parse().expect("an id"));
    writer.put(&Record::new(id, then, actor)).await.expect("written");
    writer.commit().await.expect("a commit");
}

#[tokio::test]
async fn a_clock_that_was_fast_once_stamps_no_later_change_and_can_be_got_over() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let url = database.url.as_str();
        run(folder.path(), &["demo", "--database", url]).ok();
        let editor = account(folder.path(), url, "editor", "ada@stelle.example", &[]);
        write_in_the_future(&database.store().await, 400).await;
        let create = "mutation { createOrganisation(input: { name: \"Heute\", kind: \"culture\" }) { entry { slug } userErrors { code message } } }";
        {
            let server = Server::start(folder.path(), url);
            let refused = told(&server, &editor, create, json!({})).await;
            let error = &refused["data"]["createOrganisation"]["userErrors"][0];
            assert_eq!(error["code"], "CLOCK_BEHIND_LOG", "{refused}");
            assert!(
                error["message"].as_str().is_some_and(|message| message.contains("Nichts wurde geschrieben")),
                "{refused}"
            );
            let mut ready = server.get("/health/ready").await;
            while ready.status == 200 {
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                ready = server.get("/health/ready").await;
            }
            assert_eq!(ready.json()["reasons"], json!(["CLOCK_BEHIND_LOG"]));
            assert!(server.log().contains("which is still to come"), "{}", server.log());
            assert_eq!(server.get("/").await.status, 200);
        }
        let repaired = run(folder.path(), &["repair-times", "--database", url]).ok();
        assert!(repaired.stdout.contains("1 change was"), "{}", repaired.stdout);
        let server = Server::start(folder.path(), url);
        done(&server, &editor, "createOrganisation", json!({ "name": "Heute", "kind": "culture" }), "entry { slug }")
            .await;
        assert_eq!(server.get("/health/ready").await.status, 200);
        let store = database.store().await;
        assert_eq!(store.clock_fault().await.expect("the log can be read"), None);
        run(folder.path(), &["check", "--database", url]).ok();
    }
}

#[tokio::test]
async fn a_clock_hours_from_that_of_the_database_server_stamps_no_change_and_is_told() {
    let databases = databases().await;
    let database = databases.iter().find(|database| database.url.starts_with("postgres")).expect("PostgreSQL");
    let folder = tempfile::tempdir().expect("a folder");
    let url = database.url.as_str();
    run(folder.path(), &["demo", "--database", url]).ok();
    let editor = account(folder.path(), url, "editor", "ada@stelle.example", &[]);
    // The server of the database tells a time two hours ago from now on.
    let store = database.store().await;
    for sql in [
        "CREATE SCHEMA late",
        "CREATE FUNCTION late.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS \
         'SELECT pg_catalog.clock_timestamp() - interval ''2 hours'''",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, late, pg_catalog', \
         current_database()); END $$",
    ] {
        Database::tamper(&store, sql).await;
    }
    drop(store);
    let server = Server::start(folder.path(), url);
    let create = "mutation { createOrganisation(input: { name: \"Heute\", kind: \"culture\" }) { entry { slug } userErrors { code message } } }";
    let refused = told(&server, &editor, create, json!({})).await;
    let error = &refused["data"]["createOrganisation"]["userErrors"][0];
    assert_eq!(error["code"], "CLOCK_APART_FROM_DATABASE", "{refused}");
    let mut ready = server.get("/health/ready").await;
    while ready.status == 200 {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        ready = server.get("/health/ready").await;
    }
    assert_eq!(ready.json()["reasons"], json!(["CLOCK_APART_FROM_DATABASE"]));
    assert!(server.log().contains("ahead of that of the database server"), "{}", server.log());
    assert_eq!(server.get("/").await.status, 200);
}

/// `%error` and `as &dyn Error` in a log line leave the causes out, the one everywhere and the other
/// where lines are JSON.
#[test]
fn log_lines_carry_every_cause() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").join("crates");
    let mut folders = vec![root];
    let mut lines = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a file");
                for (start, _) in text.match_indices("tracing::") {
                    let call = text[start..].split(';').next().unwrap_or_default();
                    let is_short =
                        ["%error", "?error", "as &dyn", "%source", "%cause"].iter().any(|word| call.contains(word));
                    if is_short {
                        lines.push(format!("{}: {call}", path.display()));
                    }
                }
            }
        }
    }
    assert!(lines.is_empty(), "write error = %domain::ErrorChain(&error) instead:\n{}", lines.join("\n"));
}
