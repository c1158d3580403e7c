//! Backups: everything comes back on either database, or nothing does and the reason is told.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::vocabulary::{LinkKind, LinkStatus, Role, Visibility};
use sea_orm::{ConnectionTrait, TransactionTrait};
use secrecy::ExposeSecret;
use store::{
    Author, Measure, SiteLogo, Store,
    accounts::{Account, AccountEvent, EventKind, NewSession, NewToken},
    backup::{BackupError, BackupFile},
    testing::{Backend, Database},
};

use crate::{fixtures::*, on_both};

/// The other kind of database than this one.
async fn other_kind(database: &Database) -> Database {
    Database::new(if database.folder().is_some() { Backend::Postgres } else { Backend::Sqlite }).await
}

async fn same_kind(database: &Database) -> Database {
    Database::new(if database.folder().is_some() { Backend::Sqlite } else { Backend::Postgres }).await
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

async fn back_up(store: &Store, file: &Path) -> BackupFile {
    let summary = store.back_up(File::create(file).unwrap(), minute(9)).await.unwrap();
    let backup = BackupFile::verify(file).unwrap();
    assert_eq!((backup.rows(), backup.header().sequence), (summary.rows, summary.sequence));
    backup
}

/// The lines of a backup.
fn lines(file: &Path) -> Vec<String> {
    let text = zstd::decode_all(File::open(file).unwrap()).unwrap();
    String::from_utf8(text).unwrap().lines().map(str::to_owned).collect()
}

/// Writes lines as a backup has them.
fn write_lines(file: &Path, lines: &[String]) {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(file, zstd::encode_all(text.as_bytes(), 3).unwrap()).unwrap();
}

/// The rows of all tables but those of sessions and migrations.
async fn content(store: &Store) -> Vec<String> {
    let dump = Database::dump(store).await;
    let mut rows: Vec<String> =
        dump.lines().filter(|row| !row.contains("a-session") && !row.contains("m00")).map(str::to_owned).collect();
    rows.sort();
    rows
}

/// Something of everything, with letters that JSON and SQL write differently.
async fn fill(store: &Store) {
    let (mut city, mut quarter) = (district("stadt"), district("viertel"));
    // The part is there before the whole in the order of ids.
    std::mem::swap(&mut city.id, &mut quarter.id);
    let mut writer = begin(store, 1).await;
    writer.put(&city).await.unwrap();
    quarter.data.parent = Some(city.id);
    writer.put(&quarter).await.unwrap();
    writer.put(&theme("sprache")).await.unwrap();
    let (mut one, other) = (actor("eins"), actor("zwei"));
    writer.put(&one).await.unwrap();
    writer.put(&other).await.unwrap();
    one = one.next(minute(2), one.data.clone());
    one.data.name = "Brotzeit & \"Behörde\"\\ '🜁'\nüber $1 Zeilen".into();
    one.data.slug = "anders".parse().unwrap();
    writer.put(&one).await.unwrap();
    writer.put(&offer(one.id)).await.unwrap();
    writer.put(&event(&[other.id, one.id])).await.unwrap();
    writer.put(&project(&[one.id, other.id])).await.unwrap();
    writer.put(&link(one.id, other.id, LinkKind::Supports, LinkStatus::Active)).await.unwrap();
    writer.put(&person(one.id, "Eva Muster", Visibility::Public)).await.unwrap();
    writer.keep_apart(one.id, other.id).await.unwrap();
    writer.signing_key("reminder", &"00ff".into()).await.unwrap();
    let measure = Measure {
        id: id(),
        version: 3,
        day: chrono::NaiveDate::from_ymd_opt(2026, 2, 28).unwrap(),
        kind: "Elternabend".to_owned(),
        field: domain::vocabulary::FieldOfAction::Engagement,
        district: Some(quarter.id),
        partners: vec![one.id],
        people: Some(23),
        created_at: minute(0),
        updated_at: minute(1),
    };
    writer.put_measure(&measure).await.unwrap();
    let logo = SiteLogo { hash: "00ff".to_owned(), content: vec![0x89, 0, 0xff, b'\n'] };
    writer.put_site_logo(&logo).await.unwrap();
    writer.put_site_texts(&site_texts(1, "Beispielverband")).await.unwrap();
    writer.put_synonym(&synonyms(1, &["Müttertreff", "(Salon)"])).await.unwrap();
    writer.commit().await.unwrap();
    let account = Account {
        id: id(),
        email: "ada@verein.example".parse().unwrap(),
        name: Some("Ada".to_owned()),
        role: Role::Member,
        trusted: true,
        actors: vec![one.id],
        password: "$argon2id$…".into(),
        created_at: minute(0),
        disabled_at: None,
        second_factor: None,
        language: Some("uk".parse().unwrap()),
    };
    let mut accounts = store.begin_accounts().await.unwrap();
    accounts.add(&account).await.unwrap();
    let (account, created_at, expires_at) = (account.id, minute(0), minute(90));
    let token = NewToken { hash: "a-token", account, name: "Karte", may_write: false, created_at, expires_at };
    accounts.add_token(&token).await.unwrap();
    let session = NewSession { hash: "a-session", account, second_factor: true, created_at, expires_at, device: None };
    accounts.begin_session(&session).await.unwrap();
    accounts.add_recovery_codes(account, &["a-code".to_owned()]).await.unwrap();
    accounts.take_recovery_code(account, "a-code", minute(3)).await.unwrap();
    let happened = AccountEvent {
        id: id::<uuid::Uuid>(),
        at: minute(0),
        kind: EventKind::Added,
        account: Some(account),
        by: None,
        detail: None,
    };
    accounts.tell(&happened).await.unwrap();
    accounts.commit().await.unwrap();
}

on_both! {
    async fn everything_comes_back_on_the_other_database_and_home_again(database: Database) {
        let (folder, store) = (folder(), database.store().await);
        fill(&store).await;
        let first = back_up(&store, &folder.path().join("first")).await;
        let other = other_kind(&database).await;
        let abroad = Store::open(&other.url).await.unwrap();
        abroad.restore(&first).await.unwrap();
        assert_eq!(abroad.check().await.unwrap(), []);
        let second = back_up(&abroad, &folder.path().join("second")).await;
        // The first line names the kind of database, and the last is its checksum too.
        let inside = |backup: &BackupFile| lines(backup.path()).into_iter().filter(|line| !line.starts_with("{\"r") && !line.starts_with("{\"f")).collect::<Vec<_>>();
        assert_eq!(inside(&second), inside(&first));
        let target = same_kind(&database).await;
        let home = Store::open(&target.url).await.unwrap();
        home.restore(&second).await.unwrap();
        assert_eq!(content(&home).await, content(&store).await);
        assert_eq!(Database::tables(&home).await, Database::tables(&store).await);
        assert_eq!(home.check().await.unwrap(), []);
        // It goes on where it was, with everything the tables refuse.
        assert_eq!(put(&home, &actor("neu")).await.unwrap(), Some(store.latest_sequence().await.unwrap() + 1));
        let mut nowhere = offer(id());
        nowhere.data.actor = id();
        assert!(put(&home, &nowhere).await.is_err());
        assert_eq!(home.account_by_email("ada@verein.example").await.unwrap().unwrap().password.expose_secret(), "$argon2id$…");
        assert!(home.session("a-session").await.unwrap().is_none(), "sessions are left out");
    }

    async fn every_table_and_column_is_in_it(database: Database) {
        let (folder, store) = (folder(), database.store().await);
        let backup = back_up(&store, &folder.path().join("backup")).await;
        let mut inside: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in lines(backup.path()) {
            let line: serde_json::Value = serde_json::from_str(&line).unwrap();
            if let Some(table) = line["table"].as_str() {
                inside.insert(table.to_owned(), serde_json::from_value(line["columns"].clone()).unwrap());
            }
        }
        let mut tables = Database::tables(&store).await;
        // Sessions, links for passwords and leases of tasks are of a moment.
        for left_out in ["seaql_migrations", "session", "password_link", "task_lease"] {
            assert!(tables.remove(left_out).is_some(), "{left_out}");
        }
        // About the pages of one database, and in every one from the start.
        assert!(tables.remove("scrub").is_some());
        for columns in tables.values_mut().chain(inside.values_mut()) {
            columns.sort_unstable();
        }
        assert_eq!(inside, tables);
    }

    async fn a_backup_of_older_tables_is_brought_up_to_date(database: Database) {
        let folder = folder();
        let old = database.older_store(3).await;
        let verein = actor("verein");
        let body = serde_json::to_string(&verein.data).unwrap();
        let id = match database.folder() {
            Some(_) => format!("x'{}'", verein.id.uuid().simple()),
            None => format!("'{}'", verein.id),
        };
        let at = "'2026-05-28 20:26:40+00:00'";
        for sql in [
            format!("INSERT INTO change VALUES (1, {at}, 'actor', {id}, 1, 'public', 'editor', NULL, NULL)"),
            format!("INSERT INTO revision VALUES ('actor', {id}, 1, 1, {at}, {at}, '{body}')"),
            format!("INSERT INTO actor VALUES ({id}, 1, 1, {TRUE}, {at}, {at}, '{body}', 'verein', 'published', NULL)"),
            format!("INSERT INTO actor_slug VALUES ('verein', {id})"),
        ] {
            Database::tamper(&old, &sql).await;
        }
        let backup = back_up(&old, &folder.path().join("old")).await;
        assert_eq!(backup.header().migrations.len(), 3);
        for (target, migrated) in [
            (same_kind(&database).await, false),
            (other_kind(&database).await, false),
            (same_kind(&database).await, true),
            (other_kind(&database).await, true),
        ] {
            // Tables of today with nothing in them are no obstacle.
            let store = if migrated { target.store().await } else { Store::open(&target.url).await.unwrap() };
            store.restore(&backup).await.unwrap();
            assert_eq!(store.pending_migrations().await.unwrap(), Vec::<String>::new());
            assert_eq!(store.get::<domain::Actor>(verein.id).await.unwrap().unwrap().data, verein.data);
            assert_eq!(store.check().await.unwrap(), []);
            assert!(Database::dump(&store).await.contains("organisation"), "its columns are worked out");
        }
    }

    async fn what_is_not_whole_is_told_and_changes_nothing(database: Database) {
        let (folder, store) = (folder(), database.store().await);
        fill(&store).await;
        let whole = back_up(&store, &folder.path().join("whole")).await;
        let bytes = fs::read(whole.path()).unwrap();
        let broken = folder.path().join("broken");
        for length in [0, 1, 30, bytes.len() / 2, bytes.len() - 5] {
            fs::write(&broken, &bytes[..length]).unwrap();
            let refusal = BackupFile::verify(&broken).expect_err("cut").to_string();
            assert!(refusal.contains("ends too early") || refusal.contains("is no backup"), "{length}: {refusal}");
            assert!(refusal.contains("Nothing was changed"), "{refusal}");
        }
        // A bit that says nothing may turn; whatever is accepted holds what was written.
        let mut accepted = 0;
        for at in (40..bytes.len()).step_by(bytes.len() / 40) {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x10;
            fs::write(&broken, bytes).unwrap();
            if BackupFile::verify(&broken).is_ok() {
                assert_eq!(lines(&broken), lines(whole.path()), "byte {at}");
                accepted += 1;
            }
        }
        assert!(accepted < 5, "{accepted} of 40 damaged files were accepted");
        fs::write(&broken, [bytes.clone(), b"more".to_vec()].concat()).unwrap();
        assert!(matches!(BackupFile::verify(&broken), Err(BackupError::Damaged { .. })));
        let mut changed = lines(whole.path());
        for line in &mut changed {
            *line = line.replace("Eva Muster", "Eva Master");
        }
        write_lines(&broken, &changed);
        let refusal = BackupFile::verify(&broken).expect_err("changed").to_string();
        assert!(refusal.contains("checksum"), "{refusal}");
        for (now, later) in [("\"version\":1", "\"version\":2"), ("\"m0001_directory\"", "\"m9999_later\"")] {
            let mut lines = lines(whole.path());
            lines[0] = lines[0].replacen(now, later, 1);
            write_lines(&broken, &lines);
            let refusal = BackupFile::verify(&broken).expect_err("newer");
            assert!(matches!(refusal, BackupError::Newer { .. }), "{refusal}");
        }
        fs::write(&broken, "This is no backup").unwrap();
        assert!(matches!(BackupFile::verify(&broken), Err(BackupError::NotABackup { .. })));
        assert!(matches!(BackupFile::verify(&folder.path().join("none")), Err(BackupError::Read { .. })));
        // What is exchanged after it was verified is found out before anything stays.
        let empty = same_kind(&database).await;
        let target = Store::open(&empty.url).await.unwrap();
        fs::write(&broken, &bytes).unwrap();
        let verified = BackupFile::verify(&broken).unwrap();
        let mut cut = lines(whole.path());
        cut.pop();
        write_lines(&broken, &cut);
        assert!(matches!(target.restore(&verified).await, Err(BackupError::Damaged { .. })));
        assert!(Database::tables(&target).await.is_empty());
        target.restore(&whole).await.unwrap();
    }

    async fn a_database_with_anything_in_it_is_refused(database: Database) {
        let (folder, store) = (folder(), database.store().await);
        put(&store, &actor("verein")).await.unwrap();
        let backup = back_up(&store, &folder.path().join("backup")).await;
        let before = Database::dump(&store).await;
        let refusal = store.restore(&backup).await.expect_err("refused");
        assert!(matches!(refusal, BackupError::NotEmpty { .. }), "{refusal}");
        assert!(refusal.to_string().contains("is not empty") && refusal.to_string().contains("Nothing was changed"));
        assert_eq!(Database::dump(&store).await, before);
    }

    async fn what_was_acknowledged_before_it_began_is_in_it_while_edits_go_on(database: Database) {
        let (folder, store) = (folder(), database.store().await);
        fill(&store).await;
        let writing = {
            let store = store.clone();
            tokio::spawn(async move {
                for number in 0..60 {
                    let mut writer = store.begin(Author::new(Role::Editor), minute(number)).await.unwrap();
                    writer.put(&actor(&format!("nr-{number}"))).await.unwrap();
                    writer.commit().await.unwrap();
                }
            })
        };
        let mut taken: Vec<(u64, PathBuf)> = Vec::new();
        while !writing.is_finished() || taken.is_empty() {
            let acknowledged = store.latest_sequence().await.unwrap();
            let file = folder.path().join(format!("backup-{}", taken.len()));
            back_up(&store, &file).await;
            taken.push((acknowledged, file));
        }
        writing.await.unwrap();
        let step = taken.len().div_ceil(4);
        for (acknowledged, file) in taken.iter().step_by(step) {
            let backup = BackupFile::verify(file).unwrap();
            assert!(backup.header().sequence >= *acknowledged, "{acknowledged} is missing");
            let target = same_kind(&database).await;
            let restored = Store::open(&target.url).await.unwrap();
            restored.restore(&backup).await.unwrap();
            assert_eq!(restored.latest_sequence().await.unwrap(), backup.header().sequence);
            assert_eq!(restored.check().await.unwrap(), []);
        }
    }

    async fn an_output_that_takes_no_more_is_told(database: Database) {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let store = database.store().await;
        fill(&store).await;
        assert!(matches!(store.back_up(Full, minute(1)).await, Err(BackupError::Write(_))));
        back_up(&store, &folder().path().join("backup")).await;
    }
}

const TRUE: &str = "TRUE";

#[tokio::test(flavor = "multi_thread")]
async fn one_of_several_nodes_makes_the_backups_until_it_ends() {
    let database = Database::new(Backend::Postgres).await;
    let (one, other) = (database.store().await, Store::open(&database.url).await.unwrap());
    let mut lease = one.acquire_backup_lease().await.unwrap().expect("nobody has it");
    assert!(other.acquire_backup_lease().await.unwrap().is_none());
    assert!(lease.is_held().await);
    // The server ends the connection, as it does when the node is gone.
    let end = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1667986800";
    Database::tamper(&other, end).await;
    assert!(!lease.is_held().await);
    let mut taken = None;
    for _ in 0..100 {
        taken = other.acquire_backup_lease().await.unwrap();
        if taken.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert!(taken.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_and_a_migration_do_not_hold_what_the_other_waits_for() {
    let database = Database::new(Backend::Postgres).await;
    let store = database.store().await;
    put(&store, &actor("verein")).await.unwrap();
    // In place of another node that changes one table after the other, with the lock it takes for that.
    let node = sea_orm::Database::connect(&database.url).await.unwrap();
    let migration = node.begin().await.unwrap();
    let claim = "SELECT pg_advisory_xact_lock(7093852662536495476)";
    for sql in [claim, "ALTER TABLE actor ADD COLUMN later integer"] {
        migration.execute_unprepared(sql).await.unwrap();
    }
    let folder = folder();
    let file = folder.path().join("backup");
    let backing_up = {
        let (store, file) = (store.clone(), file.clone());
        tokio::spawn(async move { back_up(&store, &file).await })
    };
    // As long as it takes a backup to come as far as it can.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    migration.execute_unprepared("ALTER TABLE change ADD COLUMN later integer").await.unwrap();
    migration.commit().await.unwrap();
    assert_eq!(backing_up.await.unwrap().header().sequence, 1);
}
