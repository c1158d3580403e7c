//! Pages stay small: what a first visit loads, and what a page becomes as the directory or an entry grows.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};
use tests::{Answer, Server, run};

/// What a page may weigh with everything it loads except the map, as sent, bytes.
const FIRST_VISIT: usize = 100_000;
/// What a page of 2,000 actors may weigh more than one of 20, as sent, bytes. A full page of results is most of it.
const GROWTH: usize = 5_000;

/// The bytes of a body as they are sent to browsers.
async fn compressed(server: &Server, path: &str) -> usize {
    let answer = server.request("GET", path).header("accept-encoding", "br").send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200, "{path}");
    answer.bytes().await.expect("the body can be read").len()
}

/// The files of this service that a text names between quotation marks behind one of these words.
fn named(text: &str, before: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for word in before {
        for rest in text.split(word).skip(1) {
            let path = rest.split('"').next().unwrap_or_default();
            found.extend(path.starts_with(['/', '.']).then(|| path.replacen("./", "/assets/", 1)));
        }
    }
    found
}

/// What a browser loads for a page without anybody doing anything: scripts with what they import, styles, icons.
async fn first_visit(server: &Server, path: &str) -> usize {
    let page = server.get(path).await;
    let icons_and_styles = named(&page.text, &["rel=\"stylesheet\" href=\"", "rel=\"icon\" href=\""]);
    let mut waiting: Vec<String> = named(&page.text, &["src=\"/assets/"]).into_iter().collect();
    waiting.extend(named(&page.text, &["script type=\"module\" src=\""]));
    let mut files = icons_and_styles;
    while let Some(script) = waiting.pop() {
        if files.insert(script.clone()) {
            // Imports that stand at the top are loaded at once, those in functions when they are wanted.
            waiting.extend(named(&server.get(&script).await.text, &["from\"", "import\""]));
        }
    }
    let mut bytes = compressed(server, path).await;
    assert!(files.len() >= 3, "{files:?}");
    for file in &files {
        bytes += compressed(server, file).await;
    }
    bytes
}

#[tokio::test]
async fn a_first_visit_loads_less_than_a_hundred_kilobytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    for path in [
        "/",
        "/ar/",
        "/?theme=language&district=wanne",
        "/uk/organisation/morgenrotfaehre",
        "/coverage",
        "/offers",
        "/events",
    ] {
        let bytes = first_visit(&server, path).await;
        assert!((5_000..FIRST_VISIT).contains(&bytes), "{path}: {bytes} bytes");
    }
}

#[tokio::test]
async fn pages_do_not_grow_with_the_directory() {
    let folder = tempfile::tempdir().expect("a folder");
    let serve = |size: &str| {
        let database = format!("sqlite://{}", folder.path().join(size).display());
        run(folder.path(), &["demo", "--database", &database, "--size", size]).ok();
        Server::start(folder.path(), &database)
    };
    let (small, large) = (serve("20"), serve("2000"));
    for path in [
        "/",
        "/?theme=language",
        "/ar/?text=verein",
        "/theme/language",
        "/district/wanne",
        "/offers",
        "/ar/offers?theme=language",
        "/events",
        "/coverage",
        "/coverage?theme=language&district=wanne",
        "/cooperation",
        "/suggest-change",
        "/embed/builder",
    ] {
        let (before, after) = (compressed(&small, path).await, compressed(&large, path).await);
        assert!(after < before + GROWTH, "{path}: {before} bytes became {after}");
    }
}

/// A network with so much of everything that none of it can stand on one page.
fn crowded() -> Value {
    let title = |what: &str, number: usize| json!({ "de": format!("{what} {number}") });
    let languages = [
        "de", "tr", "ar", "pl", "ro", "bg", "rom", "kmr", "ckb", "zza", "uk", "ru", "sq", "sr", "bs", "hr", "mk", "it",
        "es", "el", "fa", "prs", "ps", "ary", "rif", "fr", "en", "ti", "so", "ta",
    ];
    let members = (0..500).map(|number| {
        json!({ "type": "organisation", "slug": format!("mitglied-{number}"), "kind": "culture",
            "name": format!("Mitglied {number}"), "languages": [languages[number % 30]] })
    });
    let network = json!({
        "type": "network", "slug": "rundtisch", "kind": "round-table", "name": "Rundtisch", "languages": languages,
        "offers": (0..200).map(|number| json!({ "title": title("Angebot", number) })).collect::<Vec<_>>(),
        "events": (0..200).map(|number| json!({ "title": title("Fest", number), "startsAt": "2099-06-12T15:00" }))
            .collect::<Vec<_>>(),
    });
    let everybody: Vec<String> = (0..500).map(|number| format!("mitglied-{number}")).collect();
    // A project has at most a hundred actors.
    let projects = (0..100).map(|number| {
        let actors: Vec<&str> =
            std::iter::once("rundtisch").chain(everybody.iter().take(99).map(String::as_str)).collect();
        json!({ "title": title("Projekt", number), "actors": actors })
    });
    let links = everybody.iter().map(|slug| {
        json!({ "from": slug, "to": "rundtisch", "kind": "member_of", "status": "active",
            "confirmations": { "from": "2026-01-01", "to": "2026-01-02" } })
    });
    json!({
        "format": "bruecke-directory", "version": 1,
        "districts": [{ "slug": "stadt", "level": "city", "name": { "de": "Stadt" } }],
        "themes": [{ "slug": "language", "label": { "de": "Sprache" }, "fieldsOfAction": ["opening"] }],
        "actors": std::iter::once(network).chain(members).collect::<Vec<_>>(),
        "projects": projects.collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
    })
}

async fn crowd(folder: &Path) -> (Server, Answer) {
    fs::write(folder.join("crowd.json"), crowded().to_string()).expect("a file can be written");
    run(folder, &["import", "--database", "sqlite://crowd.db", "crowd.json"]).ok();
    let server = Server::start(folder, "sqlite://crowd.db");
    let profile = server.get("/network/rundtisch").await;
    (server, profile)
}

#[tokio::test]
async fn a_profile_with_hundreds_of_partners_shows_some_and_leads_to_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let (server, profile) = crowd(folder.path()).await;
    assert_eq!(profile.status, 200, "{}", profile.text);
    assert_eq!(profile.text.matches("class=\"how\"").count(), 24);
    assert!(profile.text.contains("href=\"/?cooperates_with=rundtisch\""), "the way to all partners");
    let all = server.get("/?cooperates_with=rundtisch").await;
    assert!(all.text.contains("500 Einträge"), "{}", all.text);
    // Of offers, events and projects the first, and how many more there are.
    for (title, shown, more) in [("Angebot", 30, 170), ("Fest", 30, 170), ("Projekt", 30, 70)] {
        assert_eq!(profile.text.matches(&format!("\">{title} ")).count(), shown, "{title}");
        assert!(profile.text.contains(&format!("{more} weitere")), "{title}");
    }
    assert!(compressed(&server, "/network/rundtisch").await < 30_000);
    // The filters list the languages, whose number the vocabulary bounds, and not those who speak them.
    assert!(compressed(&server, "/").await < 30_000);
    let network = server.get("/cooperation").await;
    // One picture with names and one for telephones.
    let (wide, compact) = network.text.split_once("class=\"compact\"").expect("two pictures");
    assert_eq!(
        (network.status, wide.matches("<circle").count(), compact.matches("<circle").count()),
        (200, 17, 17),
        "whom most work with, and sixteen of them"
    );
    assert!(network.text.contains("href=\"/cooperation?group=rundtisch\""), "the way to everybody in the group");
    let mut named = 0;
    for page in 1..=6 {
        let group = server.get(&format!("/cooperation?group=rundtisch&page={page}")).await;
        named += group.text.split("<main").nth(1).expect("a page").matches("/cooperation?actor=").count();
        assert!(compressed(&server, &format!("/cooperation?group=rundtisch&page={page}")).await < 30_000);
    }
    assert_eq!(named, 501, "everybody is named once");
}
