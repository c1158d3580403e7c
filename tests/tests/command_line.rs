//! The command line: help with examples, located errors, sensible endings.

use std::fs;

use tests::{Server, run, run_reading, run_with};

#[test]
fn every_command_explains_itself_with_an_example() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in
        ["serve", "migrate", "backup", "restore", "import", "export", "schema", "demo", "check", "addresses", "basemap"]
    {
        let help = run(folder.path(), &[command, "--help"]).ok().stdout;
        assert!(help.contains("bruecke ") && help.contains("Example"), "{help}");
    }
}

#[test]
fn a_wrong_setting_stops_the_start_with_the_line_and_what_is_allowed() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bruecke.toml"), "listen = \"127.0.0.1:0\"\n\n[http]\nbody = 3\n").expect("written");
    let refused = run(folder.path(), &["serve"]);
    assert!(!refused.success);
    for told in ["bruecke.toml", "line 4", "body", "body_bytes"] {
        assert!(refused.stderr.contains(told), "{told} in {}", refused.stderr);
    }
    let missing = run(folder.path(), &["serve", "--config", "nowhere.toml"]);
    assert!(!missing.success && missing.stderr.contains("nowhere.toml"), "{}", missing.stderr);
}

#[test]
fn a_database_that_cannot_be_used_is_told_without_its_password() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = run(folder.path(), &["migrate", "--database", "mysql://root:hunter2@localhost/x"]);
    assert!(!refused.success && refused.stderr.contains("postgres://"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("hunter2"), "{}", refused.stderr);
    let absent = run(folder.path(), &["migrate", "--database", "sqlite://no/such/folder/x.db"]);
    assert!(!absent.success && absent.stderr.contains("no/such/folder"), "{}", absent.stderr);
    for reading in [&["check"][..], &["export", "out.json"]] {
        let arguments: Vec<&str> = reading.iter().copied().chain(["--database", "sqlite://none.db"]).collect();
        let none = run(folder.path(), &arguments);
        assert!(!none.success && none.stderr.contains("no database file none.db"), "{}", none.stderr);
        assert!(!folder.path().join("none.db").exists());
    }
    let unsaid = run(folder.path(), &["check"]);
    assert!(!unsaid.success && unsaid.stderr.contains("--database"), "{}", unsaid.stderr);
}

#[test]
fn settings_that_make_no_sense_stop_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    for (settings, told) in [
        ("[limits]\ndepth = 0\n", &["line 2", "depth = 0", "nonzero"][..]),
        ("[http]\nbody_bytes = 0\n", &["line 2", "body_bytes = 0", "nonzero"]),
        ("[directory]\ntitle = { en = \"Network\" }\n", &["line 2", "German", "de ="]),
        ("listen = \"127.0.0.1\"\n", &["line 1", "has no port", "127.0.0.1:8080"]),
    ] {
        fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
        let refused = run(folder.path(), &["schema"]);
        assert!(!refused.success, "{settings}");
        for told in told {
            assert!(refused.stderr.contains(told), "{told} in {}", refused.stderr);
        }
    }
}

#[test]
fn a_misspelt_variable_of_the_environment_stops_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = run_with(folder.path(), &["schema"], &[("BRUECKE_DATABSE", "sqlite://herne.db")]);
    assert!(!refused.success && refused.stderr.contains("did you mean BRUECKE_DATABASE?"), "{}", refused.stderr);
    run_with(folder.path(), &["schema"], &[("BRUECKE_DATABASE", "sqlite://herne.db")]).ok();
}

#[test]
fn an_address_without_a_port_is_told_with_an_example_and_a_host_is_looked_up() {
    let folder = tempfile::tempdir().expect("a folder");
    for (address, told) in [("127.0.0.1", "127.0.0.1:8080"), ("8080", "127.0.0.1:8080"), ("::1", "[::1]:8080")] {
        let refused = run(folder.path(), &["serve", "--listen", address]);
        assert!(!refused.success && refused.stderr.contains("--listen"), "{}", refused.stderr);
        assert!(refused.stderr.contains("ADDRESS:PORT") && refused.stderr.contains(told), "{}", refused.stderr);
    }
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let refused = run(folder.path(), &["serve", "--listen", &format!("localhost:{port}")]);
    assert!(!refused.success && refused.stderr.contains(&format!("cannot listen on 127.0.0.1:{port}")));
}

#[test]
fn a_taken_address_is_told_with_the_flag_that_changes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let refused = run(folder.path(), &["serve", "--listen", &address]);
    assert!(
        !refused.success && refused.stderr.contains("--listen") && refused.stderr.contains(&address),
        "{}",
        refused.stderr
    );
}

#[test]
fn migrating_twice_changes_nothing_the_second_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = run(folder.path(), &["migrate", "--database", "sqlite://a.db"]).ok().stdout;
    assert!(first.contains(" done: "), "{first}");
    let second = run(folder.path(), &["migrate", "--database", "sqlite://a.db"]).ok().stdout;
    assert!(second.contains("up to date"), "{second}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_server_stops_when_it_is_asked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start_with(folder.path(), &[]);
    server.ask("{directory{version}}").await;
    let id = server.process().id().to_string();
    let asked = std::process::Command::new("kill").args(["-TERM", &id]).status().expect("kill can be started");
    assert!(asked.success());
    let ended = tokio::task::spawn_blocking(move || server.process().wait().expect("it ends")).await.expect("waited");
    assert!(ended.success(), "{ended}");
    assert!(is_whole(folder.path(), "bruecke-demo.db"), "a service that has stopped leaves one file");
}

/// Whether a SQLite file holds everything by itself.
fn is_whole(folder: &std::path::Path, file: &str) -> bool {
    folder.join(file).exists() && fs::metadata(folder.join(format!("{file}-wal"))).map_or(true, |log| log.len() == 0)
}

#[test]
fn whatever_writes_leaves_one_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("houses.csv"), "str;hnr;lon;lat\nMusterstraße;1;7.15;51.53\n").expect("written");
    let database = ["--database", "sqlite://a.db"];
    let password = "sieben stille Kraniche";
    for (command, input) in [
        (&["migrate"][..], ""),
        (&["demo"], ""),
        (&["export", "--everything", "all.json"], ""),
        (&["import", "all.json"], ""),
        (&["addresses", "houses.csv"], ""),
        (&["user", "add", "--role", "editor", "ada@stelle.example"], password),
        (&["user", "role", "--role", "admin", "ada@stelle.example"], ""),
        (&["repair-times"], ""),
        (&["backup", "a.backup"], ""),
    ] {
        run_reading(folder, &[command, &database].concat(), input).ok();
        assert!(is_whole(folder, "a.db"), "{command:?}");
    }
    run(folder, &["restore", "--database", "sqlite://b.db", "a.backup"]).ok();
    assert!(is_whole(folder, "b.db"));
}
