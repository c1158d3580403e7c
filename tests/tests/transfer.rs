//! Import and export over both databases: all or nothing, the second time changes nothing, and what
//! was exported comes back to the last byte.

use std::{fs, path::Path};

use serde_json::json;
use tests::{Finished, Server, World, accounts::done, databases, run, worlds};

fn bruecke(folder: &Path, command: &str, database: &str, more: &[&str]) -> Finished {
    let mut arguments = vec![command, "--database", database];
    arguments.extend(more);
    run(folder, &arguments)
}

/// Imports the written demo directory.
fn demo(folder: &Path, database: &str) {
    bruecke(folder, "demo", database, &[]).ok();
}

fn export(folder: &Path, database: &str, file: &str, more: &[&str]) -> String {
    let mut arguments = vec![file];
    arguments.extend(more);
    bruecke(folder, "export", database, &arguments).ok();
    fs::read_to_string(folder.join(file)).expect("the export is there")
}

#[tokio::test]
async fn an_export_comes_back_to_the_last_byte_between_databases_of_both_kinds() {
    let folder = tempfile::tempdir().expect("a folder");
    for scope in [&["--everything"][..], &[]] {
        let [from, to] = databases().await;
        demo(folder.path(), &from.url);
        let first = export(folder.path(), &from.url, "first.json", scope);
        bruecke(folder.path(), "import", &to.url, &["first.json"]).ok();
        let second = export(folder.path(), &to.url, "second.json", scope);
        assert!(first == second, "the export of the import differs from the export");
        let [to, from] = databases().await;
        bruecke(folder.path(), "import", &from.url, &["first.json"]).ok();
        bruecke(folder.path(), "import", &to.url, &["first.json"]).ok();
        assert!(export(folder.path(), &to.url, "third.json", scope) == first);
        bruecke(folder.path(), "check", &from.url, &[]).ok();
    }
}

#[tokio::test]
async fn importing_the_same_again_changes_nothing() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        demo(folder.path(), &database.url);
        let before = export(folder.path(), &database.url, "before.json", &["--everything"]);
        let again = bruecke(folder.path(), "demo", &database.url, &[]).ok();
        assert!(again.stdout.contains("Nothing written"), "{}", again.stdout);
        let own = bruecke(folder.path(), "import", &database.url, &["before.json"]).ok();
        assert!(own.stdout.contains("Nothing written"), "{}", own.stdout);
        assert!(export(folder.path(), &database.url, "after.json", &["--everything"]) == before);
    }
}

/// Entries of every kind and state, as people make them: not as a file would number and round them.
async fn entries_by_hand(world: &World) {
    let admin = world.somebody("admin", "admin@stelle.example");
    let german = |text: &str| json!([{ "language": "de", "text": text }]);
    for label in ["Zuletzt", "Anfangs", "Mitte"] {
        let input = json!({ "label": german(label), "fieldsOfAction": ["opening"] });
        world.done("createTheme", input, "").await;
    }
    let theme = async |label: &str, position: u32| {
        let input = json!({ "label": german(label), "fieldsOfAction": ["opening"], "position": position });
        world.done("createTheme", input, "entry { id version }").await["entry"].take()
    };
    let (old, new) = (theme("Stillgelegt", 7).await, theme("Nachfolger", 3).await);
    let retire = json!({ "id": old["id"], "expectedVersion": old["version"], "replacement": new["id"] });
    done(&world.server, &admin, "retireTheme", retire, "").await;
    let square = json!({ "type": "Polygon", "coordinates": [[
        [7.1234567891234, 51.5], [7.1334567891234, 51.5], [7.1334567891234, 51.5123456789012], [7.1234567891234, 51.5]
    ]] });
    for (name, position) in [("Westend", 5), ("Ostend", 5)] {
        let input = json!({
            "name": german(name), "level": "QUARTER", "parent": "wanne", "position": position, "boundary": square,
            "centre": { "longitude": 7.12567891234567, "latitude": 51.50123456789 },
        });
        world.done("createDistrict", input, "").await;
    }
    let input = json!({
        "name": "Genauer Ort", "kind": "culture", "publish": true, "themes": ["zuletzt", "nachfolger"],
        "location": { "longitude": 7.12567891234567, "latitude": 51.50123456789, "precision": "EXACT" },
    });
    let actor = world.done("createOrganisation", input, "entry { id slug }").await["entry"].take();
    let input = json!({ "name": "Heimlich", "kind": "culture", "summary": german("Entwurf") });
    world.done("createOrganisation", input, "").await;
    let person = json!({ "actor": actor["id"], "name": { "value": "Quirina Zwiebelfisch" } });
    let person = world.done("createContactPerson", person, "contactPerson { id }").await["contactPerson"].take();
    world.done("erasePerson", person, "").await;
    let other = world.organisation("Doppelter").await;
    let merge =
        json!({ "survivor": actor["id"], "expectedVersion": 1, "loser": other["id"], "expectedLoserVersion": 1 });
    world.done("mergeActors", merge, "").await;
    let gone = world.organisation("Archiviert").await;
    world.done("archiveActor", json!({ "id": gone["id"], "expectedVersion": 1 }), "").await;
}

#[tokio::test]
async fn what_was_just_exported_changes_nothing_the_first_time_too() {
    for world in worlds().await {
        entries_by_hand(&world).await;
        let folder = world.folder.path();
        let everything = export(folder, &world.database.url, "hand.json", &["--everything"]);
        let own = bruecke(folder, "import", &world.database.url, &["hand.json"]).ok();
        assert!(own.stdout.contains("Nothing written"), "{}", own.stdout);
        assert!(export(folder, &world.database.url, "again.json", &["--everything"]) == everything);
        let [empty, _] = databases().await;
        bruecke(folder, "import", &empty.url, &["hand.json"]).ok();
        let second = bruecke(folder, "import", &empty.url, &["hand.json"]).ok();
        assert!(second.stdout.contains("Nothing written"), "{}", second.stdout);
    }
}

#[tokio::test]
async fn what_the_public_sees_read_back_takes_nothing_away() {
    for world in worlds().await {
        entries_by_hand(&world).await;
        let (folder, database) = (world.folder.path(), world.database.url.as_str());
        let before = export(folder, database, "before.json", &["--everything"]);
        let public = export(folder, database, "public.json", &[]);
        assert!(public.contains("\"scope\": \"public\"") && !before.contains("\"scope\""));
        assert!(public.contains("\"coarsened\": true") && !before.contains("coarsened"));
        bruecke(folder, "import", database, &["public.json"]).ok();
        assert!(export(folder, database, "after.json", &["--everything"]) == before, "a file for the public");
        let table = world.server.get("/export/actors.csv").await.text;
        fs::write(folder.join("public.csv"), table).expect("written");
        bruecke(folder, "import", database, &["public.csv"]).ok();
        assert!(export(folder, database, "after.json", &["--everything"]) == before, "a table for the public");
        // What is held exactly is taken: here a new telephone number.
        let phone = first_phone(&public);
        fs::write(folder.join("public.json"), public.replace(phone, "+49 2325 998877")).expect("written");
        bruecke(folder, "import", database, &["public.json"]).ok();
        let after = export(folder, database, "after.json", &["--everything"]);
        assert!(after == before.replace(phone, "+49 2325 998877"), "only the number changes");
    }
}

/// The first telephone number of an actor in a file.
fn first_phone(file: &str) -> &str {
    let (_, rest) = file.split_once("\n      \"phone\": \"").expect("an actor has a number");
    rest.split('"').next().expect("a number")
}

#[tokio::test]
async fn a_broken_file_is_told_whole_and_leaves_nothing_behind() {
    let broken = r#"{"format": "bruecke-directory", "version": 1,
      "themes": [{"slug": "a", "label": {"de": "A"}, "fieldsOfAction": ["opening"]}],
      "actors": [
        {"type": "organisation", "kind": "club", "name": "Eins"},
        {"type": "organisation", "kind": "women", "name": "Zwei", "themes": ["b"]},
        {"type": "organisation", "kind": "women", "name": "Drei", "location": {"longitude": 700, "latitude": 51, "precision": "exact"}},
        {"type": "organisation", "kind": "women", "name": "Vier", "openingHours": "immer"}],
      "links": [{"from": "vier", "to": "fuenf", "kind": "supports"}]}"#;
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("broken.json"), broken).expect("written");
        let refused = bruecke(folder.path(), "import", &database.url, &["broken.json"]);
        assert!(!refused.success);
        for told in [
            "nothing was imported",
            "broken.json",
            "actors[0].kind",
            "women",
            "actors[1].themes[0]",
            "actors[2]",
            "-180",
            "actors[3]",
            "links[0].to",
        ] {
            assert!(refused.stderr.contains(told), "{told} in {}", refused.stderr);
        }
        let kept = export(folder.path(), &database.url, "kept.json", &["--everything"]);
        assert!(!kept.contains("Zwei") && !kept.contains("\"slug\""), "{kept}");
        for (file, content, told) in [
            ("cut.json", r#"{"format": "bruecke-directory", "version": 1, "actors": [{"ty"#, "line 1"),
            ("other.json", r#"{"format": "something", "version": 1}"#, "bruecke-directory"),
            ("bytes.json", "{\"format\": \"\u{fffd}", "line 1"),
            ("table.csv", "type,colour\norganisation,Eins\n", "no column holds names"),
            ("shape.geojson", r#"{"type": "Feature"}"#, "FeatureCollection"),
            ("list.txt", "x", ".geojson"),
        ] {
            fs::write(folder.path().join(file), content).expect("written");
            let refused = bruecke(folder.path(), "import", &database.url, &[file]);
            assert!(
                !refused.success && refused.stderr.contains(file) && refused.stderr.contains(told),
                "{}",
                refused.stderr
            );
        }
    }
}

#[tokio::test]
async fn a_dry_run_says_what_would_change_and_changes_nothing() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    demo(folder.path(), &database.url);
    let before = export(folder.path(), &database.url, "before.json", &["--everything"]);
    fs::write(folder.path().join("new.csv"), "type;kind;name\norganisation;women;Probe Eins\n").expect("written");
    let dry = bruecke(folder.path(), "import", &database.url, &["new.csv", "--dry-run"]).ok();
    assert!(dry.stdout.contains("Rows: 1 new."), "{}", dry.stdout);
    assert!(export(folder.path(), &database.url, "after.json", &["--everything"]) == before);
}

#[test]
fn a_dry_run_creates_no_database() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("new.csv"), "type;kind;name\norganisation;women;Probe Eins\n").expect("written");
    fs::write(folder.path().join("bad.csv"), "type;kind;name\norganisation;club;Probe Eins\n").expect("written");
    let dry = bruecke(folder.path(), "import", "sqlite://none.db", &["new.csv", "--dry-run"]).ok();
    assert!(dry.stdout.contains("Rows: 1 new."), "{}", dry.stdout);
    assert!(dry.stdout.contains("no database file none.db"), "{}", dry.stdout);
    let refused = bruecke(folder.path(), "import", "sqlite://none.db", &["bad.csv", "--dry-run"]);
    assert!(!refused.success && refused.stderr.contains("1 of 1 row cannot be taken"), "{}", refused.stderr);
    assert!(refused.stdout.contains("kind: \"club\" is not an organisation kind"), "{}", refused.stdout);
    assert!(!folder.path().join("none.db").exists());
}

#[tokio::test]
async fn shape_and_rules_are_told_in_one_run_and_no_reference_to_a_refused_entry() {
    let broken = r#"{"format": "bruecke-directory", "version": 1,
      "actors": [
        {"type": "organisation", "kind": "club", "name": "Eins", "wheelchair": "maybe", "themes": ["nothing"]},
        {"type": "organisation", "kind": "women", "name": "Zwei"}],
      "links": [{"from": "eins", "to": "zwei", "kind": "supports", "status": "active", "since": "gestern"}]}"#;
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("broken.json"), broken).expect("written");
    let refused = bruecke(folder.path(), "import", &database.url, &["broken.json"]);
    assert!(!refused.success);
    for told in [
        "nothing was imported: 5 problems",
        "actors[0].wheelchair",
        "actors[0].kind",
        "actors[0].themes[0]",
        "links[0].since",
        "links[0].confirmations",
    ] {
        assert!(refused.stderr.contains(told), "{told} in {}", refused.stderr);
    }
}

#[tokio::test]
async fn the_export_of_another_installation_is_told_as_such() {
    let [here, there] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    for database in [&here, &there] {
        demo(folder.path(), &database.url);
    }
    // Both loaded the same demo, and each made its own ids for it.
    export(folder.path(), &there.url, "there.json", &[]);
    let refused = bruecke(folder.path(), "import", &here.url, &["there.json"]);
    assert!(!refused.success);
    assert!(refused.stderr.contains("is taken already"), "{}", refused.stderr);
    assert_eq!(refused.stderr.matches("hint:").count(), 1, "{}", refused.stderr);
    assert!(refused.stderr.contains("another installation") && refused.stderr.contains("empty database"));
}

#[tokio::test]
async fn boundaries_with_exchanged_coordinates_or_crossing_edges_are_refused_with_their_place() {
    let feature = |slug: &str, ring: &str| {
        format!(
            r#"{{"type": "Feature", "properties": {{"slug": "{slug}"}}, "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}"#
        )
    };
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    demo(folder.path(), &database.url);
    let text = format!(
        r#"{{"type": "FeatureCollection", "features": [{}, {}, {}]}}"#,
        feature("wanne", "[[51.5, 7.1], [51.6, 7.1], [51.6, 7.2], [51.5, 7.2], [51.5, 7.1]]"),
        feature("eickel", "[[7.1, 51.5], [7.2, 51.6], [7.2, 51.5], [7.1, 51.6], [7.1, 51.5]]"),
        feature("sodingen", "[[13.3, 52.5], [13.4, 52.5], [13.4, 52.6], [13.3, 52.6], [13.3, 52.5]]"),
    );
    fs::write(folder.path().join("wrong.geojson"), text).expect("written");
    let refused = bruecke(folder.path(), "import", &database.url, &["wrong.geojson"]);
    assert!(!refused.success);
    for told in [
        "3 problems",
        "features[0].geometry: lies around longitude 51.550, latitude 7.150",
        "longitude first",
        "features[1].geometry: coordinates[0]: the ring crosses itself near longitude 7.15, latitude 51.55",
        "features[2].geometry: lies around longitude 13.350, latitude 52.550",
    ] {
        assert!(refused.stderr.contains(told), "{told} in {}", refused.stderr);
    }
}

#[tokio::test]
async fn an_export_that_cannot_be_written_names_the_file_that_was_asked_for() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    demo(folder.path(), &database.url);
    let refused = bruecke(folder.path(), "export", &database.url, &["no/such/out.json"]);
    assert!(!refused.success && refused.stderr.contains("cannot write no/such/out.json"), "{}", refused.stderr);
    assert!(refused.stderr.contains("there is no folder no/such"), "{}", refused.stderr);
    fs::create_dir(folder.path().join("out.json")).expect("a folder");
    let refused = bruecke(folder.path(), "export", &database.url, &["out.json"]);
    assert!(!refused.success && refused.stderr.contains("cannot write out.json"), "{}", refused.stderr);
    assert!(!refused.stderr.contains(".tmp"), "{}", refused.stderr);
}

#[tokio::test]
async fn a_place_published_by_street_is_public_without_its_door() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    demo(folder.path(), &database.url);
    let table = "type,kind,slug,name,longitude,latitude,precision,street,addressExtra\n\
                 organisation,women,probe-frauen,Probe Frauen,7.155432,51.537654,street,Probeweg 12 a,Hinterhaus\n";
    fs::write(folder.path().join("street.csv"), table).expect("written");
    bruecke(folder.path(), "import", &database.url, &["--as", "published", "street.csv"]).ok();
    let public = export(folder.path(), &database.url, "public.json", &[]);
    assert!(public.contains("\"Probeweg\"") && !public.contains("Probeweg 12") && !public.contains("7.155432"));
    assert!(!public.contains("Hinterhaus"));
    let all = export(folder.path(), &database.url, "all.json", &["--everything"]);
    assert!(all.contains("Probeweg 12 a") && all.contains("7.155432"));

    let server = Server::start(folder.path(), &database.url);
    let asked = server
        .ask("{actor(slug:\"probe-frauen\"){address{street extra} location{longitude latitude} basedIn{slug}}}")
        .await;
    assert_eq!(asked["actor"]["address"], json!({ "street": "Probeweg", "extra": null }));
    let place = &asked["actor"]["location"];
    assert_eq!((&place["longitude"], &place["latitude"]), (&json!(7.155), &json!(51.538)));
    let near = |longitude: f64, latitude: f64| {
        format!(
            "{{actors(filter:{{near:{{longitude:{longitude},latitude:{latitude},radiusMetres:1}},text:\"Probe Frauen\"}}){{totalCount}}}}"
        )
    };
    assert_eq!(server.ask(&near(7.155, 51.538)).await["actors"]["totalCount"], 1);
    assert_eq!(server.ask(&near(7.155432, 51.537654)).await["actors"]["totalCount"], 0);
}

#[tokio::test]
async fn boundaries_and_tables_go_over_what_is_there() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        demo(folder.path(), &database.url);
        let square = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"slug": "wanne", "source": "Probe"},
            "geometry": {"type": "Polygon", "coordinates": [[[7.1, 51.5], [7.2, 51.5], [7.2, 51.6], [7.1, 51.6], [7.1, 51.5]]]}}]}"#;
        fs::write(folder.path().join("wanne.geojson"), square).expect("written");
        let table = "\u{feff}type;kind;slug;name;themes;longitude;latitude;precision\norganisation;women;probe-frauen;Probe Frauen;women|language.cafe;7.1553;51.5375;exact\n";
        fs::write(folder.path().join("actors.csv"), table).expect("written");
        let done =
            bruecke(folder.path(), "import", &database.url, &["--as", "published", "wanne.geojson", "actors.csv"]).ok();
        assert!(done.stdout.contains("1 district, 1 actor written"), "{}", done.stdout);
        let after = export(folder.path(), &database.url, "after.json", &[]);
        assert!(after.contains("\"boundarySource\": \"Probe\"") && after.contains("Probe Frauen"));
        let again = bruecke(folder.path(), "import", &database.url, &["wanne.geojson", "actors.csv"]).ok();
        assert!(again.stdout.contains("Nothing written"), "{}", again.stdout);
    }
}

#[tokio::test]
async fn a_generated_directory_is_the_same_for_the_same_seed_and_can_be_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    let generate =
        |seed: &str| run(folder.path(), &["demo", "--size", "300", "--seed", seed, "--output", "-"]).ok().stdout;
    assert!(generate("7") == generate("7"));
    assert!(generate("7") != generate("8"));
    for database in databases().await {
        bruecke(folder.path(), "demo", &database.url, &["--size", "300", "--seed", "7"]).ok();
        bruecke(folder.path(), "check", &database.url, &[]).ok();
    }
}
