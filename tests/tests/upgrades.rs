//! Tables are brought up to date with a copy made before, whole or not at all; what goes wrong is told in words of our
//! own.

use std::{fs, path::Path};

use serde_json::json;
use tests::{
    Database, Finished, Server,
    accounts::{account, told},
    databases,
    files::{files, mode},
    run, run_with,
};

fn bruecke(folder: &Path, command: &str, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&[command, "--database", database], more].concat())
}

fn export(folder: &Path, database: &str) -> String {
    bruecke(folder, "export", database, &["export.json", "--everything"]).ok();
    let text = fs::read_to_string(folder.join("export.json")).expect("the export is there");
    fs::remove_file(folder.join("export.json")).expect("the export can be removed");
    text
}

#[tokio::test]
async fn before_tables_are_changed_there_is_a_copy() {
    let [sqlite, postgres] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    // In place of a program of that time: its tables, with something in them.
    for database in [&sqlite, &postgres] {
        let store = database.older_store(4).await;
        let key = "INSERT INTO change VALUES (1, '2026-05-28 20:26:40+00:00', 'actor', \
                   '0199f0a0-0000-7000-8000-000000000000', 1, 'private', 'editor', NULL, NULL)";
        Database::tamper(&store, key).await;
        store.close().await.expect("closes");
    }
    let told = bruecke(folder, "migrate", &sqlite.url, &[]).ok();
    let copies = files(sqlite.folder().expect("a folder"), ".before-m0005_reminders-");
    assert_eq!(copies.len(), 1, "{copies:?}");
    assert_eq!(mode(&copies[0]), 0o600);
    assert!(told.stdout.contains(&copies[0].display().to_string()), "{}", told.stdout);
    assert!(told.stderr.contains("the copy holds what it was before"), "{}", told.stderr);
    let copy = store::Store::open(&format!("sqlite://{}", copies[0].display())).await.expect("opens");
    assert!(copy.pending_migrations().await.expect("asked").contains(&"m0005_reminders".to_owned()));
    assert_eq!(copy.latest_sequence().await.expect("asked"), 1);
    copy.close().await.expect("closes");
    bruecke(folder, "migrate", &sqlite.url, &[]).ok();
    assert_eq!(files(sqlite.folder().expect("a folder"), ".before-").len(), 1, "nothing to do, nothing to copy");

    for refused in [
        bruecke(folder, "migrate", &postgres.url, &[]),
        bruecke(folder, "serve", &postgres.url, &["--listen", "127.0.0.1:0"]),
        bruecke(folder, "demo", &postgres.url, &[]),
    ] {
        assert!(!refused.success);
        for word in ["Nothing was changed", "bruecke backup FILE", "bruecke migrate --backed-up", "[backup]"] {
            assert!(refused.message().contains(word), "{word} in {}", refused.stderr);
        }
    }
    bruecke(folder, "backup", &postgres.url, &["older.backup"]).ok();
    fs::create_dir(folder.join("kept")).expect("a folder");
    fs::write(folder.join("bruecke.toml"), "[backup]\nfolder = \"kept\"\n").expect("written");
    bruecke(folder, "migrate", &postgres.url, &[]).ok();
    let copies = files(&folder.join("kept"), "before-m0005_reminders-");
    assert_eq!(copies.len(), 1, "{copies:?}");
    let [again, other] = databases().await;
    bruecke(folder, "restore", &again.url, &[&copies[0].display().to_string()]).ok();
    bruecke(folder, "restore", &other.url, &["older.backup"]).ok();
    assert_eq!(export(folder, &again.url), export(folder, &postgres.url));

    // Nobody has anything to lose in a database with nothing in it; and who says that there is a backup is believed.
    fs::remove_file(folder.join("bruecke.toml")).expect("removed");
    let [_, empty] = databases().await;
    empty.older_store(2).await.close().await.expect("closes");
    bruecke(folder, "demo", &empty.url, &[]).ok();
    let [sqlite, postgres] = databases().await;
    for database in [&sqlite, &postgres] {
        let store = database.older_store(5).await;
        Database::tamper(&store, "INSERT INTO signing_key VALUES ('reminder', '00', '2026-05-28 20:26:40+00:00')")
            .await;
        store.close().await.expect("closes");
        bruecke(folder, "migrate", &database.url, &["--backed-up"]).ok();
    }
    assert!(files(sqlite.folder().expect("a folder"), ".before-").is_empty());
}

#[tokio::test]
async fn a_step_that_fails_and_a_newer_database_are_told_in_words_of_our_own() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let store = database.older_store(6).await;
        Database::tamper(&store, "INSERT INTO signing_key VALUES ('reminder', '00', '2026-05-28 20:26:40+00:00')")
            .await;
        Database::tamper(&store, "CREATE TABLE website_check (in_the_way integer)").await;
        let before = Database::dump(&store).await;
        let refused = bruecke(
            folder.path(),
            "migrate",
            &database.url,
            if database.folder().is_some() { &[] } else { &["--backed-up"] },
        );
        assert!(!refused.success);
        for word in ["the step m0007_websites failed", "Nothing was changed", "still works with it", "start again"] {
            assert!(refused.message().contains(word), "{word} in {}", refused.stderr);
        }
        assert!(
            !refused.message().contains("already exists") && refused.stderr.contains("already exists"),
            "{}",
            refused.stderr
        );
        assert_eq!(Database::dump(&store).await, before);
        if let Some(folder) = database.folder() {
            assert!(files(folder, ".before-").is_empty(), "a copy of what was not changed is of no use");
        }
        Database::tamper(&store, "DROP TABLE website_check").await;
        store.migrate().await.expect("the way is free");
        Database::tamper(&store, "INSERT INTO seaql_migrations VALUES ('m9999_later', 1)").await;
        for (command, more) in [
            ("migrate", &[][..]),
            ("serve", &["--listen", "127.0.0.1:0"]),
            ("check", &[]),
            ("export", &["out.json"]),
            ("backup", &["out.backup"]),
            ("user", &["list"]),
        ] {
            let refused = match command {
                "user" => run(folder.path(), &["user", "list", "--database", &database.url]),
                _ => bruecke(folder.path(), command, &database.url, more),
            };
            assert!(!refused.success, "{command}");
            for word in ["made by a newer version of bruecke", "m9999_later", "Nothing was changed"] {
                assert!(refused.message().contains(word), "{command}: {word} in {}", refused.stderr);
            }
            assert!(!refused.message().contains("Migration file"), "{}", refused.stderr);
        }
        assert!(files(folder.path(), "out").is_empty());
    }
}

#[tokio::test]
async fn what_a_driver_says_stands_in_the_log_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("text.db"), "This is no database, and it is long enough.".repeat(40)).expect("written");
    let refused = bruecke(folder, "check", "sqlite://text.db", &[]);
    assert!(refused.message().contains("because: the file is no SQLite database"), "{}", refused.stderr);
    assert!(!refused.message().contains("code:") && refused.stderr.contains("code: 26"), "{}", refused.stderr);
    let [_, postgres] = databases().await;
    let (server, query) =
        postgres.url.rsplit_once('/').map(|(server, _)| (server, "no_such_database")).expect("a name");
    let refused = run_with(folder, &["check"], &[("BRUECKE_DATABASE", &format!("{server}/{query}"))]);
    assert!(refused.message().contains("because: the server has no database of that name"), "{}", refused.stderr);
    // A statement that fails in the middle of serving: HTTP says that it failed, and no more.
    let root = tempfile::tempdir().expect("a folder");
    for database in databases().await {
        let editor = account(root.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(root.path(), &database.url);
        let store = store::Store::open(&database.url).await.expect("opens");
        Database::tamper(&store, "DROP TABLE proposal").await;
        let query = "{ viewer { proposals(first: 1) { totalCount } } }";
        let answer = told(&server, &editor, query, json!({})).await.to_string();
        assert!(
            answer.contains("errors") && !answer.contains("no such table") && !answer.contains("relation"),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn two_nodes_that_start_together_on_older_tables_both_serve() {
    let [_, database] = databases().await;
    let root = tempfile::tempdir().expect("a folder");
    let store = database.older_store(3).await;
    let key = "INSERT INTO change VALUES (1, '2026-05-28 20:26:40+00:00', 'actor', \
               '0199f0a0-0000-7000-8000-000000000000', 1, 'private', 'editor', NULL, NULL)";
    Database::tamper(&store, key).await;
    fs::create_dir(root.path().join("kept")).expect("a folder");
    fs::write(root.path().join("bruecke.toml"), "[backup]\nfolder = \"kept\"\n").expect("written");
    let start = || {
        let (folder, url) = (root.path().to_owned(), database.url.clone());
        tokio::task::spawn_blocking(move || Server::start(&folder, &url))
    };
    let (one, other) = tokio::join!(start(), start());
    for server in [one.expect("starts"), other.expect("starts")] {
        assert_eq!(server.get("/health/ready").await.status, 200);
        server.ask("{ organisations { totalCount } }").await;
    }
    assert!(store.pending_migrations().await.expect("asked").is_empty());
    let copies = files(&root.path().join("kept"), "before-m0004_queues-");
    assert_eq!(copies.len(), 1, "whoever changed the tables keeps its copy: {copies:?}");
}
