//! The pages in a real browser: Chromium, driven by Playwright against the real server with the demo directory.
//! What the specs in `tests/browser` say goes to the output of this test.

use std::path::Path;

use pmtiles::Compression;
use serde_json::json;
use tests::{Peer, Server, accounts, npm, tile_file};

fn chromium() -> String {
    let known = ["/usr/bin/chromium", "/usr/bin/google-chrome"];
    let found = known.iter().find(|path| Path::new(path).exists()).map(ToString::to_string);
    std::env::var("CHROMIUM")
        .ok()
        .or(found)
        .expect("a browser: install the package chromium, let tests/run do it, or name one in CHROMIUM")
}

fn source(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[tokio::test]
async fn the_pages_do_in_a_browser_what_people_need() {
    let (folder, server) = Server::with_settings("");
    accounts::account(folder.path(), "sqlite://bruecke-demo.db", "editor", "ada@example.org", &[]);
    let member = ["--actor", "morgenrotfaehre"];
    accounts::account(folder.path(), "sqlite://bruecke-demo.db", "member", "eve@example.org", &member);
    // The console changes what it stands on, so it has a directory of its own.
    let (console_folder, console) = Server::with_settings("");
    accounts::account(console_folder.path(), "sqlite://bruecke-demo.db", "editor", "ada@example.org", &[]);
    accounts::account(console_folder.path(), "sqlite://bruecke-demo.db", "admin", "bea@example.org", &[]);
    // A week of work is counted where nobody else works.
    let (week_folder, week) = Server::with_settings("");
    accounts::account(week_folder.path(), "sqlite://bruecke-demo.db", "editor", "ada@example.org", &[]);
    let neighbours = Peer::start("neighbours", &json!({}));
    let port = neighbours.port();
    let (_folder, partners) = Server::with_settings(&format!(
        "[[partners]]\nname = \"Stadt Herne\"\norigins = [\"http://stadt.localhost:{port}\"]\n\
         [[partners]]\nname = \"Verein\"\norigins = [\"http://verein.localhost:{port}\"]\n",
    ));
    let (_folder, style) = Server::with_settings(&format!(
        "[map]\nstyle = \"http://karte.localhost:{port}/map/style.json\"\nattribution = \"© Nachbarkarte\"\n\
         attribution_url = \"http://karte.localhost:{port}/\"\n",
    ));
    let tile_folder = tempfile::tempdir().expect("a folder");
    let file = tile_folder.path().join("herne.pmtiles");
    tile_file::write(&server, &file, Compression::Gzip).await;
    let (_folder, tiles) =
        Server::with_settings(&format!("[map]\npmtiles = {file:?}\nattribution = \"© Eigene Karte\"\n"));
    // Unoptimised, the tables of words take seconds to be read: the first question asked pays for it here.
    for server in [&server, &console, &week, &partners, &style, &tiles] {
        let page = server.get("/?text=Deutschkurs+in+Wanne").await;
        assert_eq!(page.status, 200, "{}", page.text);
        let query = "{suggest(text:\"Deutschk\"){__typename}}";
        let suggestions = server.get(&format!("/graphql?query={query}")).await;
        assert!(suggestions.text.contains("Theme"), "{}", suggestions.text);
    }
    let specs = npm::installed("test-browser", &source("browser"));
    let environment = [
        ("BRUECKE_URL", server.base()),
        ("BRUECKE_EDITOR", "ada@example.org"),
        ("BRUECKE_ADMIN", "bea@example.org"),
        ("BRUECKE_MEMBER", "eve@example.org"),
        ("BRUECKE_PASSWORD", accounts::PASSWORD),
        ("BRUECKE_CONSOLE_URL", console.base()),
        ("BRUECKE_WEEK_URL", week.base()),
        ("BRUECKE_PARTNERS_URL", partners.base()),
        ("BRUECKE_STYLE_URL", style.base()),
        ("BRUECKE_TILES_URL", tiles.base()),
        ("NEIGHBOURS_PORT", &port.to_string()),
        ("CHROMIUM", &chromium()),
    ];
    let told = npm::run(&specs, &["playwright", "test"], &environment);
    assert!(told.contains(" passed"), "{told}");
    assert!(!told.contains(" skipped"), "a skipped test is one that nobody sees: {told}");
}
