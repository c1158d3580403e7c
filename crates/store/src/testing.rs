//! Databases for tests: fresh SQLite files and fresh PostgreSQL databases.
//!
//! PostgreSQL is the server named by `TEST_DATABASE_URL`, else one of the test process's own, made in
//! a temporary folder and reached over a socket in it, so that processes cannot meet. A guard
//! process stops it and removes the folder when the test process ends, however it ends. Where no
//! PostgreSQL is found, asking for one fails and says what to install.

use std::{
    collections::BTreeMap,
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, SqlxPostgresConnector, sqlx::postgres::PgPoolOptions};
use tempfile::TempDir;
use uuid::Uuid;

/// A kind of database to run a test on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A fresh SQLite file.
    Sqlite,
    /// A fresh PostgreSQL database.
    Postgres,
}

/// An empty database. A SQLite file goes when this is dropped, a PostgreSQL database with its server.
#[derive(Debug)]
pub struct Database {
    /// The address to open.
    pub url: String,
    folder: Option<TempDir>,
}

impl Database {
    /// A new, empty database.
    ///
    /// # Panics
    /// When there is none to be had; the message says what to install.
    pub async fn new(backend: Backend) -> Self {
        match backend {
            Backend::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder can be made");
                let url = format!("sqlite://{}", folder.path().join("test.db").display());
                Self { url, folder: Some(folder) }
            }
            Backend::Postgres => Self { url: fresh_postgres().await, folder: None },
        }
    }

    /// The folder of a SQLite file, for further files of a test.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(TempDir::path)
    }

    /// Opens the database and makes its tables.
    ///
    /// # Panics
    /// When that fails, as no test can go on without.
    pub async fn store(&self) -> crate::Store {
        let store = crate::Store::open(&self.url).await.expect("a fresh database opens");
        store.migrate().await.expect("a fresh database takes the tables");
        store
    }

    /// Opens the database and makes its tables as an older version of the program did, with so many migrations.
    ///
    /// # Panics
    /// When that fails, as no test can go on without.
    pub async fn older_store(&self, migrations: u32) -> crate::Store {
        let store = crate::Store::open(&self.url).await.expect("a fresh database opens");
        let transaction = store.write_transaction().await.expect("a fresh database can be written");
        Migrator::up(transaction.raw(), Some(migrations)).await.expect("a fresh database takes the tables");
        transaction.commit(None).await.expect("the tables stay");
        store
    }

    /// Runs a statement behind the store's back, to see whether it notices.
    ///
    /// # Panics
    /// When the statement fails.
    pub async fn tamper(store: &crate::Store, sql: &str) {
        store.0.pools.writing.execute_unprepared(sql).await.expect("the statement runs");
    }
}

impl Database {
    /// Everything in every table as text, to see that something is nowhere.
    ///
    /// # Panics
    /// When the tables cannot be read.
    pub async fn dump(store: &crate::Store) -> String {
        let connection = &store.reader();
        let is_postgres = connection.get_database_backend() == sea_orm::DbBackend::Postgres;
        let tables = if is_postgres {
            "SELECT tablename AS text FROM pg_tables WHERE schemaname = 'public'"
        } else {
            "SELECT name AS text FROM sqlite_master WHERE type = 'table'"
        };
        let mut dump = String::new();
        for table in texts(connection, tables).await {
            let select = if is_postgres {
                format!("SELECT CAST(t AS TEXT) AS text FROM \"{table}\" t")
            } else {
                let columns =
                    texts(connection, &format!("SELECT name AS text FROM pragma_table_info('{table}')")).await;
                let columns: Vec<_> = columns
                    .iter()
                    // Ids are bytes on SQLite.
                    .map(|column| {
                        format!(
                            "coalesce(CASE typeof(\"{column}\") WHEN 'blob' THEN hex(\"{column}\") \
                             ELSE CAST(\"{column}\" AS TEXT) END, '')"
                        )
                    })
                    .collect();
                format!("SELECT {} AS text FROM \"{table}\"", columns.join(" || '|' || "))
            };
            for row in texts(connection, &select).await {
                dump.push_str(&row);
                dump.push('\n');
            }
        }
        dump
    }
}

impl Database {
    /// Every table with its columns, as the database itself lists them.
    ///
    /// # Panics
    /// When the database does not say.
    pub async fn tables(store: &crate::Store) -> BTreeMap<String, Vec<String>> {
        let connection = &store.0.pools.reading;
        let listed = match connection.get_database_backend() {
            sea_orm::DbBackend::Postgres => {
                "SELECT table_name || '.' || column_name AS text FROM information_schema.columns \
                 WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"
            }
            _ => {
                "SELECT t.name || '.' || c.name AS text FROM sqlite_master t, pragma_table_info(t.name) c \
                 WHERE t.type = 'table' ORDER BY t.name, c.cid"
            }
        };
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for column in texts(connection, listed).await {
            let (table, column) = column.split_once('.').expect("a point");
            tables.entry(table.to_owned()).or_default().push(column.to_owned());
        }
        tables
    }
}

impl Database {
    /// Every column that can hold a text of any words, as `table.column`: not those of short fixed words or of ids.
    ///
    /// # Panics
    /// When the database does not say.
    pub async fn text_columns(store: &crate::Store) -> Vec<String> {
        let connection = &store.0.pools.reading;
        let listed = match connection.get_database_backend() {
            sea_orm::DbBackend::Postgres => {
                "SELECT table_name || '.' || column_name AS text FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND coalesce(character_maximum_length, 1000) > 64 \
                 AND (data_type LIKE '%char%' OR data_type LIKE 'text%' OR data_type LIKE 'json%') ORDER BY text"
            }
            _ => {
                "SELECT t.name || '.' || c.name AS text FROM sqlite_master t, pragma_table_info(t.name) c \
                 WHERE t.type = 'table' AND (lower(c.type) IN ('text', 'json_text', 'varchar') OR (c.type LIKE 'varchar(%' \
                 AND CAST(substr(c.type, 9) AS INTEGER) > 64)) ORDER BY text"
            }
        };
        texts(connection, listed).await
    }
}

/// The values of a column `text`.
async fn texts(connection: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    let rows = crate::rows::all(connection, "reading everything", sql, []).await.expect("the tables can be read");
    rows.iter().map(|row| crate::rows::get(row, "text").expect("a text")).collect()
}

async fn fresh_postgres() -> String {
    let server = server();
    let name = format!("test_{}", Uuid::now_v7().simple());
    let admin = connect(server).await;
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database can be made");
    admin.close().await.expect("the connection closes");
    with_database(server, &name)
}

async fn connect(url: &str) -> DatabaseConnection {
    let pool = PgPoolOptions::new().max_connections(1).connect(url).await.unwrap_or_else(|error| {
        panic!("no connection to the PostgreSQL for tests (TEST_DATABASE_URL, or one of its own): {error}")
    });
    SqlxPostgresConnector::from_sqlx_postgres_pool(pool)
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (before, query) = url.split_once('?').map_or((url, None), |(before, query)| (before, Some(query)));
    let authority = before.find("://").map_or(0, |at| at + 3);
    let end = before[authority..].find('/').map_or(before.len(), |at| authority + at);
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}/{name}{query}", &before[..end])
}

/// The address of the one server of this process.
fn server() -> &'static str {
    static SERVER: OnceLock<String> = OnceLock::new();
    SERVER.get_or_init(|| env::var("TEST_DATABASE_URL").unwrap_or_else(|_| start()))
}

const TO_INSTALL: &str = "these tests run on a real PostgreSQL and found none: install one \
     (Debian and Ubuntu: `apt install postgresql`, Fedora: `dnf install postgresql-server`, macOS: \
     `brew install postgresql`), or name a server in TEST_DATABASE_URL=postgres://USER@HOST/DATABASE";

/// Where a program of PostgreSQL is: on the path, or where Debian keeps it.
fn program(name: &str) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    versions
        .into_iter()
        .rev()
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("{TO_INSTALL} (there is no {name})"))
}

/// Makes and starts a server in a folder of its own. It listens on a socket in that folder only, so
/// the port number need not be free.
fn start() -> String {
    let folder =
        tempfile::Builder::new().prefix("bruecke-pg-").tempdir().expect("a temporary folder can be made").keep();
    let data = folder.join("data");
    // PostgreSQL refuses to run as root; there the user `postgres`, made by its package, runs it.
    let user = as_other_user().then_some("postgres");
    if user.is_some() {
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777))
            .expect("the own folder can be opened to others");
    }
    guard(&folder, user);
    run(command(user, &program("initdb"))
        .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"])
        .args(["--no-sync", "-D"])
        .arg(&data));
    // Durability would only slow down what is thrown away.
    let options = format!(
        "-c listen_addresses= -c unix_socket_directories={} -c fsync=off -c synchronous_commit=off \
         -c full_page_writes=off -c max_connections=300",
        folder.display()
    );
    run(command(user, &program("pg_ctl"))
        .args(["start", "--wait", "--timeout=60", "--silent"])
        .arg("-D")
        .arg(&data)
        .arg("-l")
        .arg(folder.join("log"))
        .args(["-o", &options]));
    let host: String = folder.display().to_string().replace('/', "%2F");
    format!("postgres://postgres@{host}/postgres")
}

fn as_other_user() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A program, run as another user where need be, in a folder every user may be in.
fn command(user: Option<&str>, program: &Path) -> Command {
    let mut command = match user {
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", user, "--regid", user, "--init-groups", "--"]).arg(program);
            command
        }
        None => Command::new(program),
    };
    command.current_dir("/").stdin(Stdio::null());
    command
}

fn run(command: &mut Command) {
    // Pipes would be kept open by the server that pg_ctl leaves running, and never end.
    let errors = tempfile::tempfile().expect("a temporary file can be made");
    let status = command
        .stdout(Stdio::null())
        .stderr(errors.try_clone().expect("a file can be opened twice"))
        .status()
        .unwrap_or_else(|error| panic!("{TO_INSTALL} ({:?} does not run: {error})", command.get_program()));
    if !status.success() {
        use std::io::{Read, Seek};
        let (mut errors, mut text) = (errors, String::new());
        let _ = errors.rewind().and_then(|()| errors.read_to_string(&mut text).map(|_| ()));
        panic!("a PostgreSQL for tests could not be started: {command:?} failed: {text}");
    }
}

/// Leaves a process behind that outlives this one by half a second: it stops the server and removes
/// its folder. Statics are never dropped and a test process may be killed, so nothing inside it could.
#[expect(clippy::zombie_processes, reason = "the guard outlives this process, which therefore cannot wait for it")]
fn guard(folder: &Path, user: Option<&str>) {
    let script = "process=$1 folder=$2; shift 2; while kill -0 \"$process\" 2>/dev/null; do sleep 0.5; done; \
                  \"$@\" stop --silent --mode=immediate -D \"$folder/data\"; rm -rf \"$folder\"";
    let stop = command(user, &program("pg_ctl"));
    let mut shell = Command::new("/bin/sh");
    shell.current_dir("/").stdin(Stdio::null());
    shell.args(["-c", script, "guard"]).arg(std::process::id().to_string()).arg(folder);
    shell.arg(stop.get_program()).args(stop.get_args());
    // A group of its own: an interrupt from the keyboard must not end the guard before its work.
    std::os::unix::process::CommandExt::process_group(&mut shell, 0);
    shell.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a shell can be started");
}
