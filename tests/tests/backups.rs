//! The drill: a backup taken while people work comes back on the other database, with everything that was acknowledged
//! and everything that was ever true; what is not whole changes nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use store::testing::Backend;
use tests::{
    Database, Finished, Server, World,
    accounts::{PASSWORD, done, told},
    databases,
    files::{files, mode},
    run, worlds,
};

fn bruecke(folder: &Path, command: &str, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&[command, "--database", database], more].concat())
}

async fn wait_until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !is_so().await {
        assert!(started.elapsed() < Duration::from_secs(30), "{what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Everything that somebody could ask of the present, the past, the queues and the accounts.
async fn answers(server: &Server, editor: &str, entry: &Value, times: &[String]) -> Vec<Value> {
    let mut answers = Vec::new();
    let slug = entry["slug"].as_str().expect("a slug");
    let present = format!(
        "{{ organisations(first: 100) {{ totalCount nodes {{ slug name version createdAt updatedAt }} }} \
           actor(slug: \"{slug}\") {{ phone history(first: 100) {{ nodes {{ version at by published name }} }} }} \
           changes(first: 100) {{ nodes {{ sequence at entityId removed }} pageInfo {{ endCursor }} }} }}"
    );
    answers.push(told(server, "", &present, json!({})).await);
    for time in times {
        let past = "query($time: DateTime!) { directoryAt(time: $time) { actors(first: 100) { totalCount \
            nodes { slug name phone version } } } }";
        answers.push(told(server, "", past, json!({ "time": time })).await);
    }
    let queues = "query($id: ID!) { viewer { proposals(first: 50) { totalCount nodes { id status createdAt contact differences { field proposed } } } \
        entry(id: $id) { status version content { field value } history { nodes { by byName note } } } } }";
    answers.push(told(server, editor, queues, json!({ "id": entry["id"] })).await);
    for answer in &answers {
        assert_eq!(answer.get("errors"), None, "{answer}");
    }
    let login = json!({ "email": "ada@stelle.example", "password": PASSWORD });
    let signed_in = server.send(server.request("POST", "/auth/login").json(&login)).await;
    assert_eq!(signed_in.status, 200, "{}", signed_in.text);
    answers
}

/// A day of work in short: an entry that was published, changed, proposed for and taken away, and its times.
async fn work(world: &World) -> (Value, Vec<String>) {
    let mut times = Vec::new();
    let now = || chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Micros, true);
    times.push(now());
    let entry = world.organisation("Bunter Kreis").await;
    times.push(now());
    for version in 1..4 {
        let input =
            json!({ "id": entry["id"], "expectedVersion": version, "phone": format!("+49 2323 77700{version}") });
        world.done("editActor", input, "").await;
        times.push(now());
    }
    let proposal = json!({ "id": entry["id"], "expectedVersion": 4, "actor": { "phone": "+49 2323 99" }, "contact": "b@x.example" });
    done(&world.server, "", "proposeChange", proposal, "").await;
    let person = json!({ "actor": entry["id"], "name": { "value": "Eva Muster", "visibility": "INTERNAL" } });
    world.done("createContactPerson", person, "").await;
    let gone = world.organisation("Kurzes Leben").await;
    times.push(now());
    world.done("archiveActor", json!({ "id": gone["id"], "expectedVersion": 1 }), "").await;
    (entry, times)
}

#[tokio::test]
async fn a_backup_taken_while_people_work_comes_back_on_the_other_database() {
    let [sqlite, postgres] = databases().await;
    for (world, target) in worlds().await.into_iter().zip([postgres, sqlite]) {
        let folder = world.folder.path();
        let (entry, times) = work(&world).await;
        let before = answers(&world.server, &world.editor, &entry, &times).await;
        // Edits go on while the backup is made; those acknowledged before it are in it.
        let acknowledged = AtomicUsize::new(0);
        let editing = async {
            for number in 0..40 {
                world.organisation(&format!("Nummer {number}")).await;
                acknowledged.store(number + 1, Ordering::SeqCst);
            }
        };
        let backing_up = async {
            wait_until("nobody edits", async || acknowledged.load(Ordering::SeqCst) > 5).await;
            let acknowledged = acknowledged.load(Ordering::SeqCst);
            let (folder, url) = (folder.to_owned(), world.database.url.clone());
            let command = move || bruecke(&folder, "backup", &url, &["busy.backup"]).ok();
            tokio::task::spawn_blocking(command).await.expect("the backup is made");
            acknowledged
        };
        let ((), acknowledged) = tokio::join!(editing, backing_up);
        let busy = Database::new(if target.folder().is_some() { Backend::Sqlite } else { Backend::Postgres }).await;
        bruecke(folder, "restore", &busy.url, &["busy.backup"]).ok();
        let names = export(folder, &busy.url);
        for number in 0..acknowledged {
            assert!(names.contains(&format!("\"Nummer {number}\"")), "edit {number} of {acknowledged} is lost");
        }
        bruecke(folder, "check", &busy.url, &[]).ok();

        let told = bruecke(folder, "backup", &world.database.url, &["rest.backup"]).ok().stdout;
        assert!(told.contains("backed up to rest.backup") && told.contains("keep it as safe"), "{told}");
        assert_eq!(mode(&folder.join("rest.backup")), 0o600);
        assert!(files(folder, "unfinished").is_empty());
        let told = bruecke(folder, "restore", &target.url, &["rest.backup"]).ok().stdout;
        assert!(told.contains("restored from rest.backup") && told.contains("sign in again"), "{told}");
        assert_eq!(export(folder, &target.url), export(folder, &world.database.url));
        bruecke(folder, "check", &target.url, &[]).ok();
        let restored = Server::start(folder, &target.url);
        let present = answers(&world.server, &world.editor, &entry, &times).await;
        assert_eq!(answers(&restored, &world.editor, &entry, &times).await, present);
        // What was true before is as it was, whatever came behind it.
        assert_eq!(present[1..], before[1..]);
        // The token goes on to work, and so does everything that is written.
        let input = json!({ "id": entry["id"], "expectedVersion": 4, "phone": "+49 2323 1" });
        done(&restored, &world.editor, "editActor", input, "").await;
    }
}

fn export(folder: &Path, database: &str) -> String {
    bruecke(folder, "export", database, &["export.json", "--everything"]).ok();
    let text = fs::read_to_string(folder.join("export.json")).expect("the export is there");
    fs::remove_file(folder.join("export.json")).expect("the export can be removed");
    text
}

#[tokio::test]
async fn an_export_of_everything_keeps_when_entries_were_made_and_comes_back_without_a_change() {
    let [sqlite, postgres] = databases().await;
    for (world, target) in worlds().await.into_iter().zip([postgres, sqlite]) {
        let folder = world.folder.path();
        let (entry, _) = work(&world).await;
        let exported = export(folder, &world.database.url);
        fs::write(folder.join("moved.json"), &exported).expect("written");
        let again = bruecke(folder, "import", &world.database.url, &["moved.json"]).ok().stdout;
        assert!(again.contains("Nothing written"), "{again}");
        bruecke(folder, "import", &target.url, &["moved.json"]).ok();
        assert_eq!(export(folder, &target.url), exported);
        let restored = Server::start(folder, &target.url);
        let asked = format!("{{ actor(slug: {}) {{ createdAt }} }}", entry["slug"]);
        assert_eq!(restored.ask(&asked).await, world.server.ask(&asked).await);
        bruecke(folder, "export", &world.database.url, &["public.json"]).ok();
        let public = fs::read_to_string(folder.join("public.json")).expect("the export is there");
        assert!(exported.contains("\"createdAt\"") && !public.contains("\"createdAt\""));
        fs::write(folder.join("wrong.json"), exported.replacen("\"createdAt\": \"2", "\"createdAt\": \"soon 2", 1))
            .expect("written");
        let refused = bruecke(folder, "import", &world.database.url, &["wrong.json"]);
        assert!(!refused.success && refused.stderr.contains("is not an instant"), "{}", refused.stderr);
    }
}

#[tokio::test]
async fn what_cannot_be_restored_or_backed_up_is_told_and_changes_nothing() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        bruecke(folder, "demo", &database.url, &[]).ok();
        bruecke(folder, "backup", &database.url, &["whole.backup"]).ok();
        let whole = fs::read(folder.join("whole.backup")).expect("the backup is there");
        let exists = bruecke(folder, "backup", &database.url, &["whole.backup"]);
        assert!(!exists.success && exists.message().contains("whole.backup exists already"), "{}", exists.stderr);
        assert_eq!(fs::read(folder.join("whole.backup")).expect("the backup is there"), whole);
        let nowhere = bruecke(folder, "backup", &database.url, &["no/such/x.backup"]);
        assert!(!nowhere.success && nowhere.message().contains("there is no folder no/such"), "{}", nowhere.stderr);
        let full = bruecke(folder, "restore", &database.url, &["whole.backup"]);
        assert!(!full.success && full.message().contains("is not empty"), "{}", full.stderr);
        assert!(
            full.message().contains("Nothing was changed") && full.message().contains("createdb"),
            "{}",
            full.stderr
        );

        let mut damaged = whole.clone();
        damaged[whole.len() / 2] ^= 1;
        for (name, bytes, words) in [
            ("cut.backup", &whole[..whole.len() * 2 / 3], "ends too early"),
            ("damaged.backup", &damaged[..], "is damaged"),
            ("text.backup", b"not one", "is no backup of bruecke"),
        ] {
            fs::write(folder.join(name), bytes).expect("written");
            let refused = bruecke(folder, "restore", "sqlite://fresh.db", &[name]);
            assert!(!refused.success, "{name}");
            assert!(refused.message().contains(words) && refused.message().contains(name), "{}", refused.stderr);
            assert!(refused.message().contains("Nothing was changed"), "{}", refused.stderr);
            assert!(files(folder, "fresh.db").is_empty(), "{name} left a database behind");
        }
        let missing = bruecke(folder, "restore", "sqlite://fresh.db", &["none.backup"]);
        assert!(!missing.success && missing.message().contains("none.backup cannot be read"), "{}", missing.stderr);
        bruecke(folder, "restore", "sqlite://fresh.db", &["whole.backup"]).ok();
        let none = bruecke(folder, "backup", "sqlite://none.db", &["none.backup"]);
        assert!(!none.success && none.message().contains("no database file none.db"), "{}", none.stderr);
        assert!(files(folder, "none").is_empty());
    }
}

#[tokio::test]
async fn what_a_killed_backup_has_left_goes_with_the_next_one_into_its_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    bruecke(folder, "demo", "sqlite://x.db", &[]).ok();
    let plant = |name: &str, minutes: u64| {
        let file = fs::File::create(folder.join(name)).expect("a file can be made");
        let made = std::time::SystemTime::now() - Duration::from_secs(60 * minutes);
        file.set_modified(made).expect("its time can be set");
        file
    };
    drop(plant(".bruecke-dead.unfinished", 5));
    drop(plant(".bruecke-begun.unfinished", 0));
    drop(plant("other.unfinished", 5));
    let written = plant(".bruecke-written.unfinished", 5);
    written.lock().expect("it can be locked");
    bruecke(folder, "backup", "sqlite://x.db", &["next.backup"]).ok();
    let mut left: Vec<_> = files(folder, "unfinished")
        .iter()
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, [".bruecke-begun.unfinished", ".bruecke-written.unfinished", "other.unfinished"]);
}

#[tokio::test]
async fn the_service_makes_backups_by_itself_and_keeps_as_many_as_were_said() {
    for database in databases().await {
        let root = tempfile::tempdir().expect("a folder");
        let mut servers = Vec::new();
        let nodes = if database.folder().is_some() { 1 } else { 3 };
        bruecke(root.path(), "demo", &database.url, &[]).ok();
        for node in 0..nodes {
            let folder = root.path().join(format!("node-{node}"));
            fs::create_dir_all(folder.join("kept")).expect("a folder");
            for old in ["bruecke-20200101T000000Z.backup", "bruecke-20210101T000000Z.backup", "others.backup"] {
                fs::write(folder.join("kept").join(old), "old").expect("written");
            }
            let settings = "[backup]\nfolder = \"kept\"\nevery_hours = 1\nkeep = 2\n";
            fs::write(folder.join("bruecke.toml"), settings).expect("written");
            servers.push(Server::start(&folder, &database.url));
        }
        let fresh = || -> Vec<PathBuf> {
            let kept = (0..nodes).flat_map(|node| files(&root.path().join(format!("node-{node}/kept")), "bruecke-2"));
            kept.filter(|path| path.metadata().is_ok_and(|file| file.len() > 3)).collect()
        };
        wait_until("no backup is made", async || !fresh().is_empty()).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let fresh = fresh();
        assert_eq!(fresh.len(), 1, "one node of several makes it: {fresh:?}");
        assert_eq!(mode(&fresh[0]), 0o600);
        let kept = fresh[0].parent().expect("a folder");
        assert!(!kept.join("bruecke-20200101T000000Z.backup").exists(), "the oldest is kept");
        assert!(kept.join("bruecke-20210101T000000Z.backup").exists() && kept.join("others.backup").exists());
        let mut successes = 0;
        for server in &servers {
            let metrics = server.metrics().await.text;
            let line = metrics.lines().find(|line| line.starts_with("bruecke_backup_last_success_timestamp_seconds "));
            let seconds: f64 = line.and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a time");
            assert!(seconds >= 1_609_459_200.0, "{line:?}");
            successes += usize::from(seconds > 1_609_459_200.0);
            assert!(metrics.contains("bruecke_backup_failures_total 0"), "{metrics}");
        }
        assert_eq!(successes, 1);
        let logs: String = servers.iter().map(Server::log).collect();
        assert!(logs.contains("a backup was made") && logs.contains("1 old backup was taken away"), "{logs}");
        bruecke(root.path(), "restore", "sqlite://again.db", &[&fresh[0].display().to_string()]).ok();
        // Started again, it looks into the folder and makes no other.
        drop(servers);
        let _again = Server::start(kept.parent().expect("a folder"), &database.url);
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(files(kept, "bruecke-2").len(), 2);
    }
}

#[tokio::test]
async fn a_backup_that_fails_is_told_and_settings_without_a_folder_are_refused() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    let settings = |text: &str| fs::write(folder.path().join("bruecke.toml"), text).expect("written");
    settings("[backup]\nkeep = 3\n");
    let refused = bruecke(folder.path(), "migrate", &database.url, &[]);
    assert!(!refused.success && refused.stderr.contains("missing field `folder`"), "{}", refused.stderr);
    settings("[backup]\nfolder = \"kept\"\nkeep = 0\n");
    let refused = bruecke(folder.path(), "migrate", &database.url, &[]);
    assert!(!refused.success && refused.stderr.contains("keep = 0"), "{}", refused.stderr);
    settings("[backup]\nfolder = \"kept\"\n");
    let refused = bruecke(folder.path(), "serve", &database.url, &["--listen", "127.0.0.1:0"]);
    assert!(!refused.success && refused.message().contains("the folder kept of [backup]"), "{}", refused.stderr);
    // A folder that can be read and takes no file.
    settings("[backup]\nfolder = \"/proc\"\n");
    let server = Server::start(folder.path(), &database.url);
    wait_until("no failure is counted", async || {
        server.metrics().await.text.contains("bruecke_backup_failures_total 1")
    })
    .await;
    wait_until("nothing is logged", async || {
        server.log().contains("the backup failed") && server.log().contains("/proc/bruecke-")
    })
    .await;
    assert!(server.metrics().await.text.contains("bruecke_backup_last_success_timestamp_seconds 0"));
}
