//! Imprint, privacy and funders, written by administrators: shown at once, by every node, with who wrote them; and what
//! is wrong with them is told all at once.

use std::time::{Duration, Instant};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use tests::{
    Server, World,
    accounts::{done, given, refused, told},
    worlds,
};

/// A PNG of 120 by 40 pixels, with the name of its author in it.
const LOGO: &str = "iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAIAAAC6iKlyAAAAEHRFWHRBdXRob3IAUXVlbmRvbGluvStQWAAAAG9JREFUeNrt2bENACAIAEF6h3MB9l9DNyBWhoQjtN9cCXHKWTuL1b63AQs0aNCgQYOGBRo0aNBtoXH8aUGDBg0aNGjQsECDBg26LzQOtw7QoEGDBg0LNGjQoEH7GeJw6wANGjRo0LBAgwYNGvTo9gJyC7AfJXVCVwAAAABJRU5ErkJggg==";

fn german(text: &str) -> Value {
    json!([{ "language": "de", "text": text }])
}

async fn edit(world: &World, admin: &str, version: u32, mut input: Value) -> Value {
    input["expectedVersion"] = version.into();
    done(&world.server, admin, "editSiteTexts", input, "siteTexts { version funders { logoHash logoPath } }").await
}

async fn shows(server: &Server, path: &str, text: &str) -> bool {
    server.get(path).await.text.contains(text)
}

#[tokio::test]
async fn what_an_administrator_writes_is_shown_at_once_and_by_every_node() {
    for world in worlds().await {
        let admin = world.somebody("admin", "leitung@stelle.example");
        let other = Server::start(world.folder.path(), &world.database.url);
        let before = world.server.get("/imprint").await;
        let input = json!({
            "imprint": [{ "language": "de", "text": "# Angaben\n\nBeispielverband <script>alert(1)</script>" },
                        { "language": "tr", "text": "Örnek Dernek" }],
            "funding": german("Gefördert vom Land Beispiel"),
            "funders": [{ "name": german("Land Beispiel"), "website": "land.example.org", "logoBase64": LOGO },
                        { "name": german("Stiftung ohne Bild") }],
        });
        let funders = edit(&world, &admin, 0, input).await["siteTexts"]["funders"].take();

        let imprint = world.server.get("/imprint").await;
        assert!(
            imprint.text.contains("<h2>Angaben</h2>") && !imprint.text.contains("<script>alert"),
            "{}",
            imprint.text
        );
        assert_ne!(imprint.header("etag"), before.header("etag"));
        assert!(shows(&world.server, "/tr/imprint", "Örnek Dernek").await);
        assert!(shows(&world.server, "/uk/imprint", "Beispielverband").await, "German where there is nothing else");
        let start = world.server.get("/ar/").await.text;
        let path = funders[0]["logoPath"].as_str().expect("a path");
        for part in [
            "Gefördert vom Land Beispiel",
            "alt=\"Land Beispiel\"",
            "https://land.example.org",
            path,
            "Stiftung ohne Bild",
        ] {
            assert!(start.contains(part), "{part}: {start}");
        }

        let answer = world.server.request("GET", path).send().await.expect("an answer");
        let header = |name: &str| answer.headers()[name].to_str().expect("text").to_owned();
        assert_eq!(
            (header("content-type").as_str(), header("x-content-type-options").as_str()),
            ("image/png", "nosniff")
        );
        assert!(header("cache-control").contains("immutable"));
        let bytes = answer.bytes().await.expect("bytes");
        assert!(bytes.starts_with(b"\x89PNG") && !String::from_utf8_lossy(&bytes).contains("Quendolin"));
        assert_eq!(world.server.get("/logos/none.png").await.status, 404);

        let words = world.server.get("/widget/words/en.json").await.json();
        assert_eq!(words["funding"]["line"], json!({ "language": "de", "text": "Gefördert vom Land Beispiel" }));
        assert_eq!(words["funding"]["funders"][0]["logo"], json!({ "path": path, "width": 120, "height": 40 }));

        let started = Instant::now();
        while !shows(&other, "/imprint", "Beispielverband").await || other.get(path).await.status != 200 {
            assert!(started.elapsed() < Duration::from_secs(30), "the other node shows it too");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

#[tokio::test]
async fn two_administrators_do_not_overwrite_each_other_and_the_past_says_who_wrote_what() {
    for world in worlds().await {
        let one = world.somebody("admin", "leitung@stelle.example");
        let two = world.somebody("admin", "zweite@stelle.example");
        edit(&world, &one, 0, json!({ "privacy": german("Erste Fassung") })).await;
        edit(&world, &two, 1, json!({ "privacy": german("Zweite Fassung"), "funders": [] })).await;
        let late = json!({ "expectedVersion": 1, "imprint": german("Zu spät") });
        assert_eq!(refused(&world.server, &one, "editSiteTexts", late).await, ["- SITE_TEXTS_CHANGED"]);
        // Nothing in all languages is what the settings file says.
        edit(&world, &one, 2, json!({ "privacy": [] })).await;
        assert!(!shows(&world.server, "/privacy", "Zweite Fassung").await);

        let query = "{ viewer { siteTexts { version versions { version byName changedFields privacy { text } } } } }";
        let told = told(&world.server, &world.editor, query, Value::Null).await;
        let texts = &told["data"]["viewer"]["siteTexts"];
        let version = |number: u32, by: &str, text: Value| json!({ "version": number, "byName": by, "changedFields": ["privacy"], "privacy": text });
        let expected = json!([
            version(3, "leitung@stelle.example", json!([])),
            version(2, "zweite@stelle.example", json!([{ "text": "Zweite Fassung" }])),
            version(1, "leitung@stelle.example", json!([{ "text": "Erste Fassung" }])),
        ]);
        assert_eq!((&texts["version"], &texts["versions"]), (&json!(3), &expected));
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_all_at_once_and_nothing_is_written() {
    for world in worlds().await {
        let admin = world.somebody("admin", "leitung@stelle.example");
        let svg = STANDARD.encode("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
        let input = json!({
            "expectedVersion": 0,
            "imprint": [{ "language": "tr", "text": "Örnek" }],
            "funding": german(&"x".repeat(501)),
            "funders": [
                { "name": [], "website": "javascript:alert(1)", "logoBase64": svg },
                { "name": german("a\nb"), "logoHash": "0000" },
                { "name": german("groß"), "logoBase64": STANDARD.encode(vec![0; 201 * 1024]) },
            ],
        });
        let mut told = refused(&world.server, &admin, "editSiteTexts", input).await;
        told.sort();
        assert_eq!(
            told,
            [
                "funders[0].logo UNREADABLE",
                "funders[0].name REQUIRED",
                "funders[0].website UNREADABLE",
                "funders[1].logo UNKNOWN",
                "funders[1].name.de LINE_BREAK",
                "funders[2].logo UNREADABLE",
                "funding.de TOO_LONG",
                "imprint.de GERMAN_REQUIRED",
            ]
        );
        let unread = json!({ "expectedVersion": 0, "imprint": [{ "language": "??", "text": "x" }], "funders": [{ "name": german("a"), "logoBase64": "?" }] });
        let mut told = refused(&world.server, &admin, "editSiteTexts", unread).await;
        told.sort();
        assert_eq!(told, ["funders[0].logoBase64 UNREADABLE", "imprint UNKNOWN"]);
        let payload = given(&world.server, &world.editor, "editSiteTexts", json!({ "expectedVersion": 0 }), "").await;
        assert_eq!(payload["userErrors"][0]["code"], "FORBIDDEN");
        assert!(!shows(&world.server, "/", "class=\"funders\"").await);
    }
}

#[tokio::test]
async fn the_template_of_the_report_is_a_part_of_the_texts_and_no_page_shows_it() {
    const TEMPLATE: &str = "{ viewer { siteTexts { version report { title { language text } sections { name title { text } } } \
                            versions { changedFields } } } }";
    for world in worlds().await {
        let admin = world.somebody("admin", "leitung@stelle.example");
        let report = json!({
            "title": [{ "language": "de", "text": "Sachbericht" }, { "language": "en", "text": "Report" }],
            "introduction": german("Gefördert wird dies."),
            "sections": [{ "name": "events", "title": german("Termine im Jahr") }, { "name": "entries" }],
        });
        edit(&world, &admin, 0, json!({ "report": report })).await;
        let known = told(&world.server, &world.editor, TEMPLATE, json!({})).await["data"]["viewer"]["siteTexts"].take();
        assert_eq!(known["version"], 1);
        assert_eq!(known["versions"][0]["changedFields"], json!(["report"]));
        assert_eq!(known["report"]["title"][0]["text"], "Sachbericht");
        let sections =
            json!([{ "name": "events", "title": [{ "text": "Termine im Jahr" }] }, { "name": "entries", "title": [] }]);
        assert_eq!(known["report"]["sections"], sections);
        assert!(!shows(&world.server, "/imprint", "Sachbericht").await);
        // Other texts change without it.
        edit(&world, &admin, 1, json!({ "imprint": german("Angaben") })).await;
        let known = told(&world.server, &world.editor, TEMPLATE, json!({})).await["data"]["viewer"]["siteTexts"].take();
        assert_eq!((&known["version"], &known["report"]["title"][1]["text"]), (&json!(2), &json!("Report")));
        let wrong = json!({ "expectedVersion": 2, "report": {
            "title": [{ "language": "en", "text": "two\nlines" }],
            "sections": [{ "name": "entries" }, { "name": "entries" }, { "name": "<b>" }],
        } });
        let mut told = refused(&world.server, &admin, "editSiteTexts", wrong).await;
        told.sort();
        assert_eq!(
            told,
            [
                "report.sections[1].name DUPLICATE",
                "report.sections[2].name UNKNOWN",
                "report.title.de GERMAN_REQUIRED",
                "report.title.en LINE_BREAK"
            ]
        );
        let denied =
            refused(&world.server, &world.editor, "editSiteTexts", json!({ "expectedVersion": 2, "report": {} })).await;
        assert_eq!(denied.len(), 1, "{denied:?}");
    }
}
