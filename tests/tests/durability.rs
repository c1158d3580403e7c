//! Nothing that was acknowledged is lost: no room on the disk, a database that may only be read, files that
//! are gone, connections that are cut, clients that go away. Each on a real server, and looked at again after
//! the process was killed.
//!
//! Room is taken away with a small file system of its own where one may be mounted (root), and by a
//! limit on the size of files everywhere (`prlimit`, no privileges needed).

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use serde_json::json;
use tests::{
    Answer, Backend, Database, Server, World,
    accounts::{account, told},
    run, worlds,
};

const CREATE: &str = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { \
     entry { slug } userErrors { code } } }";

/// An organisation with some text, so that room is needed. `None` where it was not acknowledged.
async fn create(server: &Server, token: &str, name: &str) -> Option<String> {
    let text = json!([{ "language": "de", "text": "Wörter ".repeat(300) }]);
    let input = json!({ "name": name, "kind": "culture", "publish": true, "description": text });
    let answer = told(server, token, CREATE, json!({ "input": input })).await;
    assert!(!answer.to_string().contains("\"code\":\"BAD_USER_INPUT\""), "{answer}");
    answer["data"]["createOrganisation"]["entry"]["slug"].as_str().map(str::to_owned)
}

async fn create_many(server: &Server, token: &str, prefix: &str, count: usize) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in 0..count {
        acknowledged.extend(create(server, token, &format!("{prefix} {number}")).await);
    }
    acknowledged
}

/// Waits until the node is ready or not; the reasons.
async fn wait_until(server: &Server, ready: bool) -> Vec<String> {
    let started = Instant::now();
    loop {
        let answer = server.get("/health/ready").await;
        let body = answer.json();
        let reasons = body["reasons"].as_array().expect("reasons").iter();
        let reasons: Vec<String> = reasons.map(|reason| reason.as_str().expect("a code").to_owned()).collect();
        if (answer.status == 200) == ready {
            assert_eq!(reasons.is_empty(), ready, "{reasons:?}");
            return reasons;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "the node is still {}: {reasons:?}", answer.status);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Kills the server, starts another over the same database and finds everything acknowledged in it.
async fn expect_all_after_kill(mut server: Server, folder: &Path, database: &str, acknowledged: &[String]) {
    server.process().kill().expect("the process can be killed");
    server.process().wait().expect("the process has ended");
    let server = Server::start(folder, database);
    for slug in acknowledged {
        let query = format!("{{ actor(slug: \"{slug}\") {{ slug }} }}");
        assert_eq!(server.ask(&query).await["actor"]["slug"], json!(slug), "acknowledged and lost");
    }
    run(folder, &["check", "--database", database]).ok();
}

/// A file system with so many bytes; `None` where none may be mounted. Gone when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: &Path, megabytes: u32) -> Option<Self> {
        std::fs::create_dir_all(folder).expect("a folder");
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(folder.to_owned()))
    }

    fn fill(&self) {
        let mut ballast = std::fs::File::create(self.0.join("ballast")).expect("a file");
        while std::io::Write::write_all(&mut ballast, &[0; 4096]).is_ok() {}
    }

    fn free(&self) {
        std::fs::remove_file(self.0.join("ballast")).expect("the ballast is there");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// No file of the process may grow beyond so many bytes; `unlimited` lifts that again.
fn limit_files(server: &mut Server, bytes: &str) {
    let process = server.process().id().to_string();
    let limited = Command::new("prlimit").args(["--pid", &process, &format!("--fsize={bytes}:unlimited")]).status();
    assert!(limited.expect("prlimit (util-linux) can be run").success());
}

async fn start(folder: &Path, url: &str) -> (Server, String) {
    run(folder, &["demo", "--database", url]).ok();
    let token = account(folder, url, "editor", "ada@stelle.example", &[]);
    (Server::start(folder, url), token)
}

/// Writes before, during and after there is no room; `take` and `free` do that.
async fn survive_fullness(
    folder: &Path,
    url: &str,
    (mut server, token): (Server, String),
    mut take: impl FnMut(&mut Server),
    mut free: impl FnMut(&mut Server),
    codes: &[&str],
) {
    let mut acknowledged = create_many(&server, &token, "Davor", 5).await;
    assert_eq!(acknowledged.len(), 5);
    for round in 0..3 {
        take(&mut server);
        let started = Instant::now();
        let mut refused = 0;
        // What fits into room that the database has taken before may well be written.
        while refused < 10 {
            match create(&server, &token, &format!("Voll {round} {refused} {}", acknowledged.len())).await {
                Some(slug) => acknowledged.push(slug),
                None => refused += 1,
            }
            assert!(started.elapsed() < Duration::from_secs(60), "the disk does not fill");
        }
        let reasons = wait_until(&server, false).await;
        assert!(reasons.iter().all(|reason| codes.contains(&reason.as_str())), "{reasons:?}");
        assert_eq!(server.get("/").await.status, 200, "reading goes on");
        free(&mut server);
        // The first one after there is room is written at once, whatever failed before.
        let after = create_many(&server, &token, &format!("Danach {round}"), 5).await;
        assert_eq!(after.len(), 5, "{}", server.log());
        acknowledged.extend(after);
        wait_until(&server, true).await;
    }
    let log = server.log();
    assert!(log.contains("full") || log.contains("disk I/O error") || log.contains("No space left"), "{log}");
    expect_all_after_kill(server, folder, url, &acknowledged).await;
}

#[tokio::test]
async fn sqlite_whose_file_cannot_grow_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = "sqlite://small.db";
    let started = start(folder.path(), url).await;
    let take = |server: &mut Server| limit_files(server, "1");
    let free = |server: &mut Server| limit_files(server, "unlimited");
    survive_fullness(folder.path(), url, started, take, free, &["DATABASE_WRITE_FAILED", "DATABASE_FULL"]).await;
}

#[tokio::test]
async fn sqlite_on_a_full_disk_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = folder.path().join("disk");
    let Some(disk) = SmallDisk::mount(&disk, 64) else {
        eprintln!("no file system may be mounted here: the same is seen with a limit on the size of files");
        return;
    };
    let url = format!("sqlite://{}", disk.0.join("small.db").display());
    let started = start(folder.path(), &url).await;
    survive_fullness(folder.path(), &url, started, |_| disk.fill(), |_| disk.free(), &["DATABASE_FULL", "STORAGE_LOW"])
        .await;
}

#[tokio::test]
async fn nothing_is_acknowledged_into_files_that_are_gone() {
    for name in ["gone.db", "gone.db-wal"] {
        let folder = tempfile::tempdir().expect("a folder");
        let url = "sqlite://gone.db";
        let (mut server, token) = start(folder.path(), url).await;
        let mut acknowledged = create_many(&server, &token, "Davor", 3).await;
        assert_eq!(acknowledged.len(), 3);
        let (here, aside) = (folder.path().join(name), folder.path().join("aside"));
        std::fs::rename(&here, &aside).expect("the file is there");
        let reasons = wait_until(&server, false).await;
        assert!(reasons.iter().any(|reason| reason == "DATABASE_FILE_MISSING"), "{reasons:?}");
        assert!(create_many(&server, &token, "Weg", 3).await.is_empty(), "acknowledged into {name}, which is gone");
        assert_eq!(server.get("/").await.status, 200, "reading goes on");
        if name == "gone.db" {
            assert!(!here.exists(), "nobody makes an empty database in its place");
            std::fs::rename(&aside, &here).expect("the file is put back");
            wait_until(&server, true).await;
            acknowledged.extend(create_many(&server, &token, "Danach", 3).await);
            assert_eq!(acknowledged.len(), 6, "{}", server.log());
        } else {
            // A connection that was opened meanwhile may have made another log: back only after the end.
            server.process().kill().expect("the process can be killed");
            server.process().wait().expect("the process has ended");
            std::fs::rename(&aside, &here).expect("the file is put back");
        }
        expect_all_after_kill(server, folder.path(), url, &acknowledged).await;
    }
}

#[tokio::test]
async fn nothing_is_acknowledged_into_a_database_that_another_file_has_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = "sqlite://replaced.db";
    let (server, token) = start(folder.path(), url).await;
    assert_eq!(create_many(&server, &token, "Davor", 1).await.len(), 1);
    let file = folder.path().join("replaced.db");
    std::fs::copy(&file, folder.path().join("copy")).expect("the file can be copied");
    std::fs::rename(folder.path().join("copy"), &file).expect("the file can be replaced");
    assert!(create_many(&server, &token, "Weg", 3).await.is_empty());
    let reasons = wait_until(&server, false).await;
    assert!(reasons.iter().any(|reason| reason == "DATABASE_FILE_MISSING"), "{reasons:?}");
}

#[tokio::test]
async fn postgresql_with_a_full_tablespace_loses_nothing_that_was_acknowledged() {
    let database = Database::new(Backend::Postgres).await;
    let folder = tempfile::tempdir().expect("a folder");
    let disk = folder.path().join("disk");
    let Some(disk) = SmallDisk::mount(&disk, 32) else {
        eprintln!("no file system may be mounted here: a database that may only be read is looked at instead");
        return;
    };
    // The server of the tests runs as another user.
    std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("opened");
    let space = disk.0.join("space");
    std::fs::create_dir(&space).expect("a folder");
    assert!(Command::new("chown").arg("postgres").arg(&space).status().expect("chown can be run").success());
    let started = start(folder.path(), &database.url).await;
    let store = database.store().await;
    let name = format!("small_{}", std::process::id());
    Database::tamper(&store, &format!("CREATE TABLESPACE {name} LOCATION '{}'", space.display())).await;
    Database::tamper(&store, &format!("ALTER TABLE revision SET TABLESPACE {name}")).await;
    let (take, free) = (|_: &mut Server| disk.fill(), |_: &mut Server| disk.free());
    survive_fullness(folder.path(), &database.url, started, take, free, &["DATABASE_FULL"]).await;
}

#[tokio::test]
async fn a_database_that_may_only_be_read_is_told_and_writes_again_afterwards() {
    let database = Database::new(Backend::Postgres).await;
    let folder = tempfile::tempdir().expect("a folder");
    let (server, token) = start(folder.path(), &database.url).await;
    let store = database.store().await;
    let mut acknowledged = create_many(&server, &token, "Davor", 3).await;
    set_for_all(&store, "default_transaction_read_only = on").await;
    assert_eq!(create_many(&server, &token, "Nur lesen", 3).await, [""; 0]);
    assert_eq!(wait_until(&server, false).await, ["DATABASE_READ_ONLY"]);
    assert!(server.log().contains("read-only transaction"), "{}", server.log());
    set_for_all(&store, "default_transaction_read_only = off").await;
    wait_until(&server, true).await;
    let after = create_many(&server, &token, "Danach", 3).await;
    assert_eq!(after.len(), 3);
    acknowledged.extend(after);
    expect_all_after_kill(server, folder.path(), &database.url, &acknowledged).await;
}

/// A setting that every connection has from now on, since all but this one begin anew.
async fn set_for_all(store: &store::Store, setting: &str) {
    let alter = format!("EXECUTE format('ALTER DATABASE %I SET {setting}', current_database())");
    Database::tamper(
        store,
        &format!("SET statement_timeout = 0; BEGIN READ WRITE; DO $$ BEGIN {alter}; END $$; COMMIT"),
    )
    .await;
    cut(store).await;
}

/// Cuts every other connection to the database.
async fn cut(store: &store::Store) {
    let sql = "SET statement_timeout = 0; SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    Database::tamper(store, sql).await;
}

#[tokio::test]
async fn connections_that_are_cut_lose_nothing_that_was_acknowledged() {
    let database = Database::new(Backend::Postgres).await;
    let folder = tempfile::tempdir().expect("a folder");
    let (server, token) = start(folder.path(), &database.url).await;
    let store = database.store().await;
    let until = Instant::now() + Duration::from_secs(6);
    let cutting = async {
        while Instant::now() < until {
            tokio::time::sleep(Duration::from_millis(300)).await;
            cut(&store).await;
        }
    };
    let (server_, token_) = (&server, token.as_str());
    let writing = join_all((0..4).map(async |writer| {
        let mut acknowledged = Vec::new();
        let mut number = 0;
        while Instant::now() < until {
            number += 1;
            acknowledged.extend(create(server_, token_, &format!("Schnitt {writer} {number}")).await);
        }
        acknowledged
    }));
    let (acknowledged, ()) = tokio::join!(writing, cutting);
    let mut acknowledged = acknowledged.concat();
    assert!(acknowledged.len() > 5, "{} acknowledged: {}", acknowledged.len(), server.log());
    wait_until(&server, true).await;
    let after = create_many(&server, &token, "Danach", 3).await;
    assert_eq!(after.len(), 3, "{}", server.log());
    acknowledged.extend(after);
    expect_all_after_kill(server, folder.path(), &database.url, &acknowledged).await;
}

#[tokio::test]
async fn another_process_that_keeps_the_database_to_itself_loses_nothing_that_was_acknowledged() {
    for world in worlds().await {
        let store = world.database.store().await;
        let author = store::Author::new(domain::vocabulary::Role::Editor);
        let mut acknowledged = create_many(&world.server, &world.editor, "Davor", 3).await;
        let writer = store.begin(author, chrono::Utc::now()).await.expect("a writer");
        // Longer than anybody is made to wait.
        let _: ((), ()) = tokio::join!(expect_busy(&world), expect_busy_pages(&world));
        drop(writer);
        if world.database.url.starts_with("postgres") {
            // A table that another program has locked, in a transaction that it forgot.
            let other = world.database.store().await;
            let forgetful = "SET statement_timeout = 0; BEGIN; LOCK TABLE revision IN ACCESS EXCLUSIVE MODE; \
                 SELECT pg_sleep(12); ROLLBACK";
            let meanwhile = async {
                tokio::time::sleep(Duration::from_millis(500)).await;
                expect_busy(&world).await;
            };
            let _: ((), ()) = tokio::join!(meanwhile, Database::tamper(&other, forgetful));
        }
        let after = create_many(&world.server, &world.editor, "Danach", 3).await;
        assert_eq!(after.len(), 3, "{}", world.server.log());
        acknowledged.extend(after);
        wait_until(&world.server, true).await;
        expect_all_after_kill(world.server, world.folder.path(), &world.database.url, &acknowledged).await;
    }
}

/// A form of a page as a browser sends it.
async fn send_form(world: &World, path: &str, body: &'static str) -> Answer {
    let request = world.server.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
    world.server.send(request.header("origin", world.server.base()).body(body)).await
}

/// Nothing is written, three editors are told why before their time is over, and reading goes on.
async fn expect_busy(world: &World) {
    let refused = join_all((0..3).map(|number| {
        let input = json!({ "name": format!("Besetzt {number}"), "kind": "culture" });
        told(&world.server, &world.editor, CREATE, json!({ "input": input }))
    }));
    for answer in refused.await {
        let errors = &answer["data"]["createOrganisation"]["userErrors"];
        assert_eq!(errors[0]["code"], "DATABASE_BUSY", "{answer}: {}", world.server.log());
    }
    assert_eq!(world.server.get("/health/ready").await.status, 200, "reading goes on");
    assert!(world.server.log().contains("another program"), "{}", world.server.log());
}

/// People on pages are told as well while somebody else writes, and what they typed stays.
async fn expect_busy_pages(world: &World) {
    let password = "email=ada%40stelle.example&password=drei+kleine+Boote+im+Kanal";
    let (suggestion, sign_in) = tokio::join!(
        send_form(world, "/suggest-change", "name=Besetztverein&kind=culture&comment=Umgezogen"),
        send_form(world, "/login?language=de", password),
    );
    assert_eq!(suggestion.status, 503, "{}", suggestion.text);
    let has_text = suggestion.text.contains("Umgezogen") && suggestion.text.contains("Besetztverein");
    assert!(has_text && suggestion.text.contains("role=\"alert\""), "what was typed stays: {}", suggestion.text);
    // On PostgreSQL accounts do not wait for who writes entries.
    if world.database.url.starts_with("sqlite") {
        assert_eq!(sign_in.status, 503, "{}", world.server.log());
        assert!(sign_in.text.contains("in einer Minute noch einmal"), "{}", sign_in.text);
    } else {
        // The client has followed to the account.
        assert_eq!(sign_in.status, 200, "{}", world.server.log());
        assert!(world.server.log().contains("somebody signed in"), "{}", world.server.log());
    }
}

#[tokio::test]
async fn statements_that_time_out_lose_nothing_that_was_acknowledged() {
    let database = Database::new(Backend::Postgres).await;
    let folder = tempfile::tempdir().expect("a folder");
    let (server, token) = start(folder.path(), &database.url).await;
    let store = database.store().await;
    let mut acknowledged = create_many(&server, &token, "Davor", 3).await;
    // Half of the changes take longer than any statement may.
    let slow = "SET statement_timeout = 0; \
         CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN PERFORM pg_sleep(random() * 0.2); RETURN NEW; END $$; \
         CREATE TRIGGER slow BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION slow()";
    Database::tamper(&store, slow).await;
    set_for_all(&store, "statement_timeout = 100").await;
    acknowledged.extend(create_many(&server, &token, "Langsam", 20).await);
    Database::tamper(&store, "SET statement_timeout = 0; DROP TRIGGER slow ON revision").await;
    set_for_all(&store, "statement_timeout = 0").await;
    assert!(server.log().contains("statement timeout"), "{}", server.log());
    wait_until(&server, true).await;
    let after = create_many(&server, &token, "Danach", 3).await;
    assert_eq!(after.len(), 3, "{}", server.log());
    acknowledged.extend(after);
    expect_all_after_kill(server, folder.path(), &database.url, &acknowledged).await;
}

#[tokio::test]
async fn clients_that_go_away_leave_nothing_half_written_and_nobody_waiting() {
    for world in worlds().await {
        let gone = (0..150_u64).map(async |number| {
            // Each gives up somewhere else on the way.
            tokio::time::sleep(Duration::from_millis(number % 50 * 20)).await;
            let patience = Duration::from_millis(number % 37);
            let name = format!("Gegangen {number}");
            tokio::time::timeout(patience, create(&world.server, &world.editor, &name)).await.ok().flatten()
        });
        let mut acknowledged: Vec<String> = join_all(gone).await.into_iter().flatten().collect();
        let started = Instant::now();
        let after = create_many(&world.server, &world.editor, "Danach", 5).await;
        assert_eq!(after.len(), 5, "{}", world.server.log());
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
        acknowledged.extend(after);
        wait_until(&world.server, true).await;
        expect_all_after_kill(world.server, world.folder.path(), &world.database.url, &acknowledged).await;
    }
}

#[tokio::test]
async fn an_answer_of_health_tells_codes_and_no_numbers() {
    let world = &worlds().await[0];
    let before = world.server.get("/health/ready").await;
    assert_eq!(before.json(), json!({ "ready": true, "reasons": [] }));
    world.done("createOrganisation", json!({ "name": "Entwurf", "kind": "culture" }), "entry { slug }").await;
    let after = world.server.get("/health/ready").await;
    assert_eq!((after.status, after.json()), (before.status, before.json()), "a draft is nobody's business");
}
