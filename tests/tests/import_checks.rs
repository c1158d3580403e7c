//! What only the directory as a whole can tell of a file: boundaries beside the districts they belong to, places that
//! cannot be meant and facts that are yet to come, in files as in what people enter one by one; on both databases.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tests::{
    Server,
    accounts::{account, done, given},
    databases, run,
    tables::{import, import_taxonomy, look},
};

const HERE: [[f64; 2]; 4] = [[7.1, 51.5], [7.3, 51.5], [7.3, 51.6], [7.1, 51.5]];

/// Boundaries of a city and its quarter, as a survey office gives them: nothing but slugs.
fn write_boundaries(folder: &Path) {
    let feature = |slug: &str| json!({ "type": "Feature", "properties": { "slug": slug }, "geometry": { "type": "Polygon", "coordinates": [HERE] } });
    let file = json!({ "type": "FeatureCollection", "features": [feature("unterstadt"), feature("musterstadt")] });
    fs::write(folder.join("a.geojson"), file.to_string()).expect("written");
}

fn write_directory(folder: &Path, name: &str, sections: &Value) {
    let mut file = json!({ "format": "bruecke-directory", "version": 1 });
    for (section, entries) in sections.as_object().expect("sections") {
        file[section] = entries.clone();
    }
    fs::write(folder.join(name), file.to_string()).expect("written");
}

fn everything(folder: &Path, database: &str) -> Value {
    run(folder, &["export", "--database", database, "--everything", "all.json"]).ok();
    let text = fs::read_to_string(folder.join("all.json")).expect("an export");
    serde_json::from_str(&text).expect("JSON")
}

#[tokio::test]
async fn boundaries_and_the_files_that_list_their_districts_go_into_an_empty_database_in_any_order() {
    let orders =
        [["a.geojson", "b.json", "c.json"], ["c.json", "b.json", "a.geojson"], ["b.json", "a.geojson", "c.json"]];
    for (nth, order) in orders.iter().enumerate() {
        for database in databases().await {
            let folder = tempfile::tempdir().expect("a folder");
            let (folder, url) = (folder.path(), database.url.as_str());
            write_boundaries(folder);
            let quarter = json!({ "slug": "unterstadt", "parent": "musterstadt", "level": "quarter", "name": { "de": "Unterstadt" } });
            let city = json!({ "slug": "musterstadt", "level": "city", "name": { "de": "Musterstadt" } });
            let actor = json!({ "type": "organisation", "kind": "women", "name": "Kreis Amselpfad", "activeIn": ["unterstadt"] });
            write_directory(folder, "b.json", &json!({ "districts": [quarter], "actors": [actor] }));
            write_directory(folder, "c.json", &json!({ "districts": [city] }));

            run(folder, &["migrate", "--database", url]).ok();
            let report = look(folder, url, order);
            let wrong: Vec<&Value> =
                report["rows"].as_array().expect("rows").iter().filter(|row| row["outcome"] != "new").collect();
            assert!(wrong.is_empty() && report["rows"].as_array().map(Vec::len) == Some(5), "{nth}: {report:#}");

            import(folder, url, order).ok();
            let all = everything(folder, url);
            let districts = all["districts"].as_array().expect("districts");
            assert_eq!(districts.len(), 2, "{nth}: {all:#}");
            for district in districts {
                assert_eq!(district["boundary"]["type"], "Polygon", "{nth}: {district:#}");
            }
            assert_eq!((&districts[1]["slug"], &districts[1]["parent"]), (&json!("unterstadt"), &json!("musterstadt")));
            let again = import(folder, url, order).ok();
            assert!(again.stdout.contains("Nothing written"), "{nth}: {}", again.stdout);
            assert_eq!(everything(folder, url), all, "{nth}");
        }
    }
}

#[tokio::test]
async fn a_boundary_beside_a_district_that_is_refused_or_that_nobody_lists_is_told() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    let (folder, url) = (folder.path(), database.url.as_str());
    write_boundaries(folder);
    write_directory(
        folder,
        "b.json",
        &json!({ "districts": [{ "slug": "unterstadt", "level": "quarter", "name": "" }] }),
    );
    let refused = import(folder, url, &["a.geojson", "b.json"]);
    assert!(!refused.success && refused.stderr.contains("districts[0].name"), "{}", refused.stderr);
    let unlisted = import(folder, url, &["a.geojson"]);
    assert!(!unlisted.success && unlisted.stderr.contains("properties.level"), "{}", unlisted.stderr);
}

fn actor(name: &str, longitude: f64, latitude: f64) -> Value {
    json!({
        "type": "organisation",
        "kind": "other",
        "name": name,
        "location": { "longitude": longitude, "latitude": latitude, "precision": "exact" }
    })
}

#[tokio::test]
async fn places_that_cannot_be_meant_are_refused_with_their_repair_however_they_come() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let actors = [
            actor("Kreis Null", 0.0, 0.0),
            actor("Kreis Tausch", 51.5386, 7.2257),
            actor("Kreis Fern", 13.4, 52.5),
            actor("Kreis Hier", 7.2257, 51.5386),
        ];
        write_directory(folder, "odd.json", &json!({ "actors": actors }));
        fs::write(
            folder.join("odd.csv"),
            "Name;Längengrad;Breitengrad\nKreis Null;0;0\nKreis Tausch;51.5386;7.2257\nKreis Fern;13.4;52.5\nKreis Hier;7.2257;51.5386\n",
        )
        .expect("written");
        // In files of either kind the same, but that lists are asked about what lies far away.
        for (file, far, what) in [("odd.json", "new", "hints"), ("odd.csv", "wrong", "problems")] {
            let report = look(folder, url, &[file]);
            let rows = report["rows"].as_array().expect("rows");
            let outcomes: Vec<&str> = rows.iter().filter_map(|row| row["outcome"].as_str()).collect();
            assert_eq!(outcomes, ["wrong", "wrong", far, "new"], "{file}: {report:#}");
            let told = |at: usize, what: &str| rows[at][what].to_string();
            assert!(told(0, "problems").contains("Atlantic"), "{file}: {}", rows[0]);
            assert!(told(1, "problems").contains("longitude 7.2257 and latitude 51.5386"), "{file}: {}", rows[1]);
            assert!(told(2, what).contains("far outside all districts"), "{file}: {}", rows[2]);
            assert!(!told(3, "hints").contains("far outside"), "{file}: {}", rows[3]);
            let refused = import(folder, url, &[file]);
            assert!(!refused.success && refused.stderr.contains("Atlantic"), "{file}: {}", refused.stderr);
        }

        let editor = account(folder, url, "editor", "staff@stelle.example", &[]);
        let server = Server::start(folder, url);
        let create = |longitude: f64, latitude: f64, far: bool| {
            let location =
                json!({ "longitude": longitude, "latitude": latitude, "precision": "EXACT", "farAway": far });
            json!({ "name": format!("Kreis {longitude} {latitude}"), "kind": "other", "location": location })
        };
        for (longitude, latitude, code, repair) in [
            (0.0, 0.0, "UNREADABLE", "Atlantic"),
            (51.5386, 7.2257, "UNREADABLE", "longitude 7.2257 and latitude 51.5386"),
            (13.4, 52.5, "FAR_AWAY", "farAway"),
        ] {
            let selection = "entry { id } userErrors { told: message(language: \"en\") }";
            let answer =
                given(&server, &editor, "createOrganisation", create(longitude, latitude, false), selection).await;
            let error = &answer["userErrors"][0];
            assert_eq!((&error["field"], &error["code"]), (&json!("location"), &json!(code)), "{answer}");
            assert!(error["told"].as_str().is_some_and(|message| message.contains(repair)), "{answer}");
        }
        let selection = "entry { id version }";
        let far = done(&server, &editor, "createOrganisation", create(13.4, 52.5, true), selection).await;
        // What is there already may stay.
        let edit = json!({ "id": far["entry"]["id"], "expectedVersion": far["entry"]["version"],
            "location": { "longitude": 13.4, "latitude": 52.5, "precision": "STREET" } });
        done(&server, &editor, "editActor", edit, "entry { id }").await;
        done(&server, &editor, "createOrganisation", create(7.2257, 51.5386, false), "entry { id }").await;
        drop(server);
        // And an export with it comes back.
        let all = everything(folder, url);
        let again = import(folder, url, &["all.json"]).ok();
        assert!(again.stdout.contains("Nothing written") && all == everything(folder, url), "{}", again.stdout);
    }
}

#[tokio::test]
async fn facts_of_openness_that_are_yet_to_come_are_refused_with_the_reason_however_they_come() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let office = |openness: Value| json!({ "type": "institution", "kind": "library", "name": "Bücherei Muster", "openness": openness });
        for (field, openness) in [
            ("openness.on", json!({ "on": "2190-01-01", "interpreters": true })),
            ("openness.trainingOn", json!({ "on": "2024-01-01", "trainingOn": "2190-01-01" })),
        ] {
            write_directory(folder, "office.json", &json!({ "actors": [office(openness)] }));
            let refused = import(folder, url, &["office.json"]);
            assert!(!refused.success && refused.stderr.contains(field), "{}", refused.stderr);
            assert!(refused.stderr.contains("lies in the future"), "{}", refused.stderr);
        }
        fs::write(
            folder.join("office.csv"),
            "Name;Typ;Art;Stand der Öffnung;Dolmetschende\nBücherei Muster;Institution;Bibliothek;01.01.2190;ja\n",
        )
        .expect("written");
        let report = look(folder, url, &["office.csv"]);
        let problems = report["rows"][0]["problems"].to_string();
        assert!(problems.contains("future") && problems.contains("openness.on"), "{report:#}");

        let editor = account(folder, url, "editor", "staff@stelle.example", &[]);
        let server = Server::start(folder, url);
        let input = |on: &str| json!({ "name": "Bücherei Muster", "kind": "library", "openness": { "on": on, "interpreters": true } });
        let selection = "entry { id } userErrors { told: message(language: \"de\") }";
        let answer = given(&server, &editor, "createInstitution", input("2190-01-01"), selection).await;
        let error = &answer["userErrors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!("openness.on"), &json!("IN_THE_FUTURE")), "{answer}");
        assert!(error["told"].as_str().is_some_and(|message| message.contains("Zukunft")), "{answer}");
        done(&server, &editor, "createInstitution", input("2024-01-01"), "entry { id }").await;
        drop(server);
    }
}

#[tokio::test]
async fn a_public_table_without_ids_and_slugs_leads_to_the_entries_of_its_names() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    let (folder, url) = (folder.path(), database.url.as_str());
    import_taxonomy(folder, url);
    // Slugs that their names would not give.
    let named = |slug: &str, name: &str, phone: &str| json!({ "type": "organisation", "kind": "other", "slug": slug, "name": name, "phone": phone });
    let actors = [
        named("amselpfad", "Kreis Amselpfad e. V.", "02323 999900"),
        named("birke", "Treff Birkenfunke", "02323 999901"),
        named("birke-zwei", "Gruppe Christrose", "02323 999902"),
        named("rose-zwei", "Gruppe Christrose", "02323 999903"),
    ];
    write_directory(folder, "actors.json", &json!({ "actors": actors }));
    import(folder, url, &["actors.json"]).ok();
    fs::write(
        folder.join("list.csv"),
        "Name;Telefon\nKreis Amselpfad e. V.;02323 999900\nTreff Birkenfunke;02323 999911\nGruppe Christrose;02323 999902\n",
    )
    .expect("written");
    let report = look(folder, url, &["list.csv"]);
    let outcomes: Vec<&str> =
        report["rows"].as_array().expect("rows").iter().filter_map(|row| row["outcome"].as_str()).collect();
    // Of two entries of one name nobody but a person can tell which is meant.
    assert_eq!(outcomes, ["changed", "changed", "likely duplicate"], "{report:#}");
}
