//! What was missing of entries: how open institutions are, what helps people with a disability, for whom offers are and
//! what they ask for, and numbers elsewhere. Each is written, read, found, exported and read back on both databases.

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};
use tests::{
    Server,
    accounts::{account, done, refused},
    databases, run,
};

/// An entry for each precision of a place, and an institution with everything there is to say.
fn directory() -> Value {
    let place = |precision: &str| json!({ "longitude": 7.15, "latitude": 51.53, "precision": precision });
    let verein = |precision: &str| {
        json!({
            "type": "organisation", "kind": "women", "slug": format!("verein-{precision}"),
            "name": format!("Verein {precision}"), "location": place(precision),
            "identifiers": { "register": "VR 4711", "osm": "node/4711", "wikidata": "Q4711" },
        })
    };
    json!({
        "format": "bruecke-directory", "version": 1,
        "districts": [{ "slug": "stadt", "level": "city", "name": { "de": "Stadt" } }],
        "themes": [{ "slug": "sprache", "label": { "de": "Sprache" }, "fieldsOfAction": ["opening"] }],
        "actors": [
            {
                "type": "institution", "kind": "job-centre", "slug": "amt", "name": "Amt Musterstadt",
                "location": place("exact"), "accessibility": ["toilet", "hearing-loop"],
                "openness": {
                    "on": "2026-06-30", "languages": ["de", "tr", "ar"], "interpreters": true,
                    "contact": "Beauftragte, Zimmer 114", "trainingOn": "2026-03-18", "declaration": "Wir sind für alle da.",
                },
                "identifiers": { "register": "HRB 1", "osm": "https://www.openstreetmap.org/way/42", "wikidata": "q42" },
                "offers": [
                    {
                        "title": { "de": "Fortbildung Ehrenamt" }, "kind": "volunteer-training", "minimumAge": 16,
                        "maximumAge": 27, "exclusions": { "de": "Hauptamtliche" }, "documents": { "de": "Ausweis" },
                        "registrationMethods": ["phone", "online"], "registration": { "de": "Bis Montag" },
                    },
                    { "title": { "de": "Für alle" }, "targetGroups": ["everyone"] },
                ],
            },
            verein("exact"), verein("street"), verein("quarter"), verein("hidden"),
        ],
    })
}

const FACTS: &str = "accessibility openness { on languages interpreters contact trainingOn declaration }
    identifiers { register osm wikidata sameAs } offers { nodes { kind minimumAge maximumAge exclusions documents
    registrationMethods registration } }";

/// The slugs of the actors a filter leaves.
async fn matching_actors(server: &Server, filter: &str) -> BTreeSet<String> {
    let answer = server.ask(&format!("{{ actors(filter: {filter}) {{ nodes {{ slug }} }} }}")).await;
    let nodes = answer["actors"]["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).iter();
    nodes.map(|node| node["slug"].as_str().expect("a slug").to_owned()).collect()
}

fn slugs(slugs: &[&str]) -> BTreeSet<String> {
    slugs.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn facts_are_read_as_they_were_written_and_found_by_filters() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.json"), directory().to_string()).expect("written");
        run(folder.path(), &["import", "--database", &database.url, "a.json"]).ok();
        let server = Server::start(folder.path(), &database.url);
        let answer = server.ask(&format!("{{ institution(slug: \"amt\") {{ {FACTS} }} }}")).await;
        assert_eq!(
            answer["institution"],
            json!({
                "accessibility": ["TOILET", "HEARING_LOOP"],
                "openness": {
                    "on": "2026-06-30", "languages": ["de", "tr", "ar"], "interpreters": true,
                    "contact": "Beauftragte, Zimmer 114", "trainingOn": "2026-03-18", "declaration": "Wir sind für alle da.",
                },
                "identifiers": {
                    "register": "HRB 1", "osm": "way/42", "wikidata": "Q42",
                    "sameAs": ["https://www.openstreetmap.org/way/42", "http://www.wikidata.org/entity/Q42"],
                },
                "offers": { "nodes": [
                    {
                        "kind": "volunteer-training", "minimumAge": 16, "maximumAge": 27, "exclusions": "Hauptamtliche",
                        "documents": "Ausweis", "registrationMethods": ["PHONE", "ONLINE"], "registration": "Bis Montag",
                    },
                    {
                        "kind": "service", "minimumAge": null, "maximumAge": null, "exclusions": null, "documents": null,
                        "registrationMethods": [], "registration": null,
                    },
                ] },
            })
        );
        for filter in [
            "{accessibility: [TOILET]}",
            "{accessibility: [PARKING, HEARING_LOOP]}",
            "{interpreters: true}",
            "{counterLanguages: [\"ar\"]}",
            "{offerKinds: [VOLUNTEER_TRAINING]}",
        ] {
            assert_eq!(matching_actors(&server, filter).await, slugs(&["amt"]), "{filter}");
        }
        for filter in ["{accessibility: [PARKING]}", "{counterLanguages: [\"uk\"]}", "{offerKinds: [VOLUNTEERING]}"] {
            assert_eq!(matching_actors(&server, filter).await, slugs(&[]), "{filter}");
        }
        for (age, titles) in [(15, vec!["Für alle"]), (20, vec!["Fortbildung Ehrenamt", "Für alle"])] {
            let answer = server.ask(&format!("{{ offers(filter: {{age: {age}}}) {{ nodes {{ title }} }} }}")).await;
            let nodes = answer["offers"]["nodes"].as_array().expect("offers").iter();
            assert_eq!(nodes.map(|node| node["title"].as_str().expect("a title")).collect::<Vec<_>>(), titles, "{age}");
        }
        let page = server.get("/institution/amt").await.text;
        for said in [
            "Interkulturelle Öffnung",
            "Beauftragte, Zimmer 114",
            "Barrierefreie Toilette",
            "HRB 1",
            "30.\u{a0}Juni 2026",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert!(page.contains("http://www.wikidata.org/entity/Q42\""), "sameAs stands in the page");
    }
}

#[tokio::test]
async fn what_leads_to_a_place_is_told_of_exact_places_only() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.json"), directory().to_string()).expect("written");
        run(folder.path(), &["import", "--database", &database.url, "a.json"]).ok();
        let server = Server::start(folder.path(), &database.url);
        let answer =
            server.ask("{ organisations { nodes { slug identifiers { register osm wikidata sameAs } } } }").await;
        for node in answer["organisations"]["nodes"].as_array().expect("organisations") {
            let is_exact = node["slug"] == "verein-exact";
            assert_eq!(node["identifiers"]["osm"].is_string(), is_exact, "{node}");
            assert_eq!(node["identifiers"]["wikidata"].is_string(), is_exact, "{node}");
            // A register keeps the address of an association.
            let register = if node["slug"] == "verein-hidden" { None } else { Some("VR 4711") };
            assert_eq!(node["identifiers"]["register"].as_str(), register, "{node}");
        }
        for path in ["/export/actors.csv", "/export/actors.ndjson", "/export/actors.geojson", "/export/actors.jsonld"] {
            let text = server.get(path).await.text;
            assert_eq!(text.matches("4711").count() - text.matches("VR 4711").count(), 2, "{path}: {text}");
        }
        for precision in ["street", "quarter", "hidden"] {
            let page = server.get(&format!("/organisation/verein-{precision}")).await.text;
            assert!(!page.contains("node/4711") && !page.contains("Q4711"), "{precision}");
        }
    }
}

#[tokio::test]
async fn a_public_file_read_back_takes_no_number_away_and_tables_for_staff_change_nothing() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.json"), directory().to_string()).expect("written");
        let command =
            |name: &str, more: &[&str]| run(folder.path(), &[&[name, "--database", &database.url], more].concat()).ok();
        command("import", &["a.json"]);
        command("export", &["before.json", "--everything"]);
        command("export", &["public.json"]);
        let server = Server::start(folder.path(), &database.url);
        fs::write(folder.path().join("public.csv"), server.get("/export/actors.csv").await.text).expect("written");
        drop(server);
        command("export", &["tables.xlsx", "--everything"]);
        for file in ["public.json", "public.csv", "tables.xlsx"] {
            command("import", &[file]);
        }
        command("export", &["after.json", "--everything"]);
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
        assert_eq!(read("before.json"), read("after.json"));
    }
}

#[tokio::test]
async fn facts_are_written_part_by_part_and_what_is_wrong_is_told() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let editor = account(folder.path(), &database.url, "editor", "e@example.org", &[]);
        let server = Server::start(folder.path(), &database.url);
        let input = json!({
            "kind": "job-centre", "name": "Amt", "publish": true, "accessibility": ["PLAIN_LANGUAGE"],
            "openness": { "on": "2026-01-31", "languages": ["tr"], "interpreters": false },
            "identifiers": { "osm": "https://www.openstreetmap.org/node/7" },
        });
        let made = done(&server, &editor, "createInstitution", input, "entry { id version }").await;
        let (id, version) = (&made["entry"]["id"], &made["entry"]["version"]);
        let change = json!({
            "id": id, "expectedVersion": version, "openness": { "contact": "Empfang", "interpreters": null },
            "identifiers": { "wikidata": "Q1" }, "accessibility": [],
        });
        done(&server, &editor, "editActor", change, "entry { id }").await;
        let answer = server.ask(&format!("{{ institution(slug: \"amt\") {{ {FACTS} }} }}")).await;
        let amt = &answer["institution"];
        assert_eq!(amt["openness"]["languages"], json!(["tr"]));
        assert_eq!((&amt["openness"]["contact"], &amt["openness"]["interpreters"]), (&json!("Empfang"), &Value::Null));
        assert_eq!((&amt["identifiers"]["osm"], &amt["identifiers"]["wikidata"]), (&json!("node/7"), &json!("Q1")));
        assert_eq!(amt["accessibility"], json!([]));

        let verein = |more: Value| {
            let mut input = json!({ "kind": "women", "name": "Verein" });
            input.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
            input
        };
        for (more, field) in [
            (json!({ "openness": { "on": "2026-01-31" } }), "openness"),
            (json!({ "identifiers": { "osm": "7" } }), "identifiers.osm"),
            (json!({ "identifiers": { "wikidata": "P31" } }), "identifiers.wikidata"),
        ] {
            let told = refused(&server, &editor, "createOrganisation", verein(more.clone())).await;
            assert!(told.iter().any(|told| told.contains(field)), "{more}: {told:?}");
        }
        let undated = json!({ "kind": "job-centre", "name": "Amt", "openness": { "interpreters": true } });
        let told = refused(&server, &editor, "createInstitution", undated).await;
        assert!(told.iter().any(|told| told.contains("openness.on")), "{told:?}");
        let offer = json!({ "actor": "amt", "kind": "SERVICE", "title": [{ "language": "de", "text": "A" }], "minimumAge": 20, "maximumAge": 10 });
        let told = refused(&server, &editor, "createOffer", offer).await;
        assert!(told.iter().any(|told| told.contains("maximumAge")), "{told:?}");
    }
}
