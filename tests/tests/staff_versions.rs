//! A table for staff that was exported before somebody else changed an entry: both changes stand, a field that both changed
//! is named with the person and never overwritten, and somebody decides.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tests::{Finished, World, run, world::ENTRY, worlds};

fn command(world: &World, name: &str, more: &[&str]) -> Finished {
    run(world.folder.path(), &[&[name, "--database", world.database.url.as_str()], more].concat())
}

fn look(world: &World, more: &[&str]) -> Value {
    let finished = command(world, "import", &[&["--dry-run", "--format", "json"], more].concat());
    serde_json::from_str(&finished.stdout).unwrap_or_else(|error| panic!("{error}: {finished:?}"))
}

/// The rows of a report that do anything.
fn changed(report: &Value) -> Vec<&Value> {
    let rows = report["rows"].as_array().expect("rows").iter();
    rows.filter(|row| !row["outcome"].as_str().is_some_and(|outcome| outcome.eq_ignore_ascii_case("same"))).collect()
}

fn fields(row: &Value) -> Vec<&str> {
    let changes = row["changes"].as_array().expect("changes").iter();
    changes.filter_map(|change| change["field"].as_str()).collect()
}

fn replace_in(folder: &Path, from_file: &str, to_file: &str, changes: &[(&str, &str)]) {
    let mut table = fs::read_to_string(folder.join(from_file)).expect("a table");
    for (from, to) in changes {
        assert!(table.contains(from), "{from_file} has no {from}");
        table = table.replace(from, to);
    }
    fs::write(folder.join(to_file), table).expect("written");
}

/// Edits an entry whose version is known; the new version.
async fn edit(world: &World, entry: &Value, fields: Value) -> Value {
    let mut input = json!({ "id": entry["id"], "expectedVersion": entry["version"] });
    for (field, value) in fields.as_object().expect("fields") {
        input[field] = value.clone();
    }
    world.done("editActor", input, ENTRY).await["entry"].take()
}

async fn says(world: &World, field: &str) -> Value {
    command(world, "export", &["--everything", "now.json"]).ok();
    let text = fs::read_to_string(world.folder.path().join("now.json")).expect("an export");
    let all: Value = serde_json::from_str(&text).expect("JSON");
    let actors = all["actors"].as_array().expect("actors").iter();
    let actor = actors.into_iter().find(|actor| actor["slug"] == "kranich").expect("the entry");
    actor[field].clone()
}

#[tokio::test]
async fn both_changes_stand_and_a_field_that_both_changed_is_asked_about() {
    for world in worlds().await {
        let folder = world.folder.path();
        let entry = json!({
            "name": "Verein Kranich", "kind": "culture", "slug": "kranich", "phone": "02323 111111",
            "email": "alt@kranich.example", "website": "https://kranich.example", "publish": true,
        });
        let mut entry = world.done("createOrganisation", entry, ENTRY).await["entry"].take();
        command(&world, "export", &["--everything", "t.csv"]).ok();
        command(&world, "export", &["--everything", "t.xlsx"]).ok();
        let header = fs::read_to_string(folder.join("t-actors.csv")).expect("a table");
        assert!(header.trim_start_matches('\u{feff}').starts_with("entry;version;id;"), "{}", &header[..60]);

        entry = edit(&world, &entry, json!({ "phone": "02323 222222" })).await;
        // What nobody changed in the table changes nothing.
        for file in ["t-actors.csv", "t.xlsx"] {
            let report = look(&world, &[file]);
            assert!(changed(&report).is_empty(), "{:#?}", changed(&report));
            assert!(report["tables"][0]["remarks"].to_string().contains("older version"), "{}", report["tables"][0]);
        }
        // Another field: both stand.
        replace_in(folder, "t-actors.csv", "other.csv", &[("alt@kranich.example", "neu@kranich.example")]);
        let report = look(&world, &["other.csv"]);
        assert_eq!(changed(&report).iter().map(|row| fields(row)).collect::<Vec<_>>(), [["email"]]);
        command(&world, "import", &["other.csv"]).ok();
        assert_eq!(says(&world, "phone").await, "02323 222222");
        assert_eq!(says(&world, "email").await, "neu@kranich.example");

        // The same field: told with who changed it, and nothing is written.
        let both = [("02323 111111", "02323 333333"), ("https://kranich.example", "https://neu.kranich.example")];
        replace_in(folder, "t-actors.csv", "same.csv", &both);
        let report = look(&world, &["same.csv"]);
        let rows = changed(&report);
        assert_eq!((rows.len(), &rows[0]["outcome"]), (1, &json!("wrong")), "{rows:#?}");
        let problem = rows[0]["problems"][0].clone();
        assert_eq!(problem["field"], "phone");
        let told = problem["message"].as_str().unwrap_or_default();
        assert!(told.contains("02323 222222") && told.contains("ada@stelle.example"), "{told}");
        let question = &report["tables"][0]["questions"][0];
        assert_eq!((&question["heading"], &question["value"]), (&json!("phone"), &json!("02323 333333")));
        let refused = command(&world, "import", &["same.csv"]);
        assert!(!refused.success && refused.stderr.contains("phone"), "{refused:?}");
        assert_eq!(says(&world, "phone").await, "02323 222222");
        assert_eq!(says(&world, "website").await, "https://kranich.example");

        // Somebody decides.
        for decision in ["phone:02323 333333=directory", "02323 333333=", "conflicts=directory", "unclear=note"] {
            let report = look(&world, &["--decide", decision, "same.csv"]);
            assert_eq!(changed(&report).iter().map(|row| fields(row)).collect::<Vec<_>>(), [["website"]], "{decision}");
        }
        let report = look(&world, &["--decide", "conflicts=table", "same.csv"]);
        assert_eq!(fields(changed(&report)[0]), ["phone", "website"]);
        command(&world, "import", &["--decide", "phone:02323 333333=table", "same.csv"]).ok();
        assert_eq!(says(&world, "phone").await, "02323 333333");
        assert_eq!(says(&world, "website").await, "https://neu.kranich.example");

        // A cell that was emptied, and a version that is none.
        // Since then two imports wrote it.
        entry["version"] = json!(entry["version"].as_u64().expect("a version") + 2);
        edit(&world, &entry, json!({ "phone": "02323 444444" })).await;
        replace_in(folder, "t-actors.csv", "empty.csv", &[("02323 111111", "")]);
        let report = look(&world, &["empty.csv"]);
        assert_eq!((changed(&report).len(), &changed(&report)[0]["problems"][0]["field"]), (1, &json!("phone")));
        replace_in(folder, "t-actors.csv", "odd.csv", &[("actor;1;", "actor;eins;")]);
        let report = look(&world, &["odd.csv"]);
        assert_eq!(changed(&report)[0]["problems"][0]["field"], "version");
    }
}
