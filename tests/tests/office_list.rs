//! An office's list goes in: messy cells, at most three decisions, drafts in their quarters; on both databases.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};
use tests::{
    Finished, Server,
    accounts::{account, done, given},
    databases, run,
};

/// As an office has saved it, in Windows-1252; all of it is invented.
const LIST: &[u8] = include_bytes!("../../crates/formats/src/actors_table/office-list.csv");

/// What a person decides of it.
const DECISIONS: [&str; 3] = ["Wanne-Eickel=Wanne", "Beratung=social-advice", "Kurdisch=kmr+ckb"];

fn import(folder: &Path, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&["import", "--database", database], more].concat())
}

/// A directory of themes and districts without actors.
fn taxonomy(folder: &Path, database: &str) {
    run(folder, &["demo", "--database", "sqlite://whole.db"]).ok();
    run(folder, &["export", "--database", "sqlite://whole.db", "--everything", "whole.json"]).ok();
    let text = fs::read_to_string(folder.join("whole.json")).expect("an export");
    let mut trees: Value = serde_json::from_str(&text).expect("JSON");
    for section in ["actors", "projects", "links"] {
        trees[section] = json!([]);
    }
    fs::write(folder.join("trees.json"), trees.to_string()).expect("written");
    import(folder, database, &["trees.json"]).ok();
}

fn everything(folder: &Path, database: &str) -> Vec<Value> {
    run(folder, &["export", "--database", database, "--everything", "all.json"]).ok();
    let text = fs::read_to_string(folder.join("all.json")).expect("an export");
    let mut all: Value = serde_json::from_str(&text).expect("JSON");
    all["actors"].as_array_mut().map(std::mem::take).unwrap_or_default()
}

fn decided<'a>(more: &[&'a str]) -> Vec<&'a str> {
    DECISIONS.iter().flat_map(|decision| ["--decide", decision]).chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn a_list_of_forty_rows_goes_in_with_three_decisions_each_row_right_or_named() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        taxonomy(folder, url);
        fs::write(folder.join("list.csv"), LIST).expect("written");

        let looked = import(folder, url, &["--dry-run", "--format", "json", "list.csv"]);
        let report: Value = serde_json::from_str(&looked.stdout).unwrap_or_else(|error| panic!("{error}: {looked:?}"));
        let questions = report["tables"][0]["questions"].as_array().expect("questions").clone();
        let asked: Vec<&str> = questions.iter().filter_map(|question| question["value"].as_str()).collect();
        assert_eq!(asked.len(), 3, "{questions:#?}");
        assert!(
            asked.contains(&"Wanne-Eickel") && asked.contains(&"Beratung") && asked.contains(&"Kurdisch"),
            "{asked:?}"
        );
        assert_eq!(everything(folder, url).len(), 0, "a dry run writes nothing");

        let refused = import(folder, url, &decided(&["list.csv"]));
        assert!(!refused.success && refused.stderr.contains("has 4 digits"), "{refused:?}");
        assert!(refused.stderr.contains("likely duplicate of row 7"), "{refused:?}");
        assert_eq!(everything(folder, url).len(), 0, "all or nothing");

        let taken = import(folder, url, &decided(&["--skip-wrong", "--rejects", "left-out.csv", "list.csv"])).ok();
        let actors = everything(folder, url);
        let rejects = fs::read_to_string(folder.join("left-out.csv")).expect("the rows that were left out");
        let named = ["4465", "??????", "row 12=new"].iter().filter(|told| rejects.contains(**told)).count();
        assert_eq!((actors.len(), named), (31, 3), "{}\n{rejects}", taken.stdout);
        assert!(rejects.starts_with("\u{feff}Nr.;") && rejects.contains(";Problem\r\n"), "{rejects}");
        assert!(taken.stdout.contains("9 rows that are left out are written to left-out.csv"), "{}", taken.stdout);
        check_rows(&actors);
        check_public(folder, url);

        let again = import(folder, url, &decided(&["--skip-wrong", "list.csv"])).ok();
        assert!(again.stdout.contains("Nothing written"), "{}", again.stdout);
        run(folder, &["check", "--database", url]).ok();
    }
}

fn check_rows(actors: &[Value]) {
    let by_name: BTreeMap<&str, &Value> =
        actors.iter().filter_map(|actor| Some((actor["name"].as_str()?, actor))).collect();
    for actor in actors {
        assert_eq!(actor["status"], "draft", "{actor:#}");
        if let Some(postcode) = actor["address"]["postcode"].as_str() {
            assert_eq!(postcode.len(), 5, "{actor:#}");
        }
    }
    let first = by_name["Bildungswerk Bernstein e. V."];
    assert_eq!(first["email"], "verein0@post.example");
    assert_eq!(first["phone"], "02323999900");
    assert_eq!(first["website"], Value::Null);
    assert_eq!(first["legalForm"], "registered-association");
    assert_eq!(first["languages"], json!(["ar", "kmr", "ckb"]));
    assert_eq!(first["targetGroups"], json!(["families"]));
    assert_eq!((&first["basedIn"], &first["location"]["precision"]), (&json!("wanne-mitte"), &json!("quarter")));
    assert_eq!(first["openingHours"], "We 14:00-17:00; SH off");
    assert_eq!(first["verifiedOn"], "2024-03-12");
    assert_eq!(first["address"]["city"], "Herne");
    let theatre = by_name["Theaterinitiative Apfelblüten e.V. i.G."];
    assert_eq!(
        (&theatre["basedIn"], &theatre["legalForm"]),
        (&json!("roehlinghausen"), &json!("association-in-formation"))
    );
    assert_eq!((&theatre["languages"], &theatre["themes"]), (&json!(["tr"]), &json!(["language.cafe"])));
    assert_eq!(
        (&theatre["email"], &theatre["website"]),
        (&json!("a2@post.example"), &json!("https://www.verein2.example"))
    );
    let students = by_name["Studierendenbund Holunder"];
    assert_eq!(
        (&students["basedIn"], &students["themes"]),
        (&json!("unser-fritz-crange"), &json!(["youth.clubs", "youth.leisure"]))
    );
    let whole_city = by_name["Elternverein Windrosen – Initiative"];
    assert_eq!((&whole_city["activeIn"], &whole_city["basedIn"]), (&json!(["herne"]), &Value::Null));
    assert_eq!(by_name["Studierendenbund Zimtstern e. V."]["languages"], json!(["fr", "ln"]));
}

/// Nothing of it is public, and of the remarks and persons nothing ever.
fn check_public(folder: &Path, database: &str) {
    run(folder, &["export", "--database", database, "public.json"]).ok();
    let public = fs::read_to_string(folder.join("public.json")).expect("an export");
    for private in ["Bernstein", "Muster", "prüfen", "999900"] {
        assert!(!public.contains(private), "{private}");
    }
}

#[tokio::test]
async fn editors_do_the_same_by_graphql_and_see_the_remarks_in_the_history() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        taxonomy(folder.path(), &database.url);
        // The machine of the tests does other things as well.
        fs::write(folder.path().join("bruecke.toml"), "[http]\ntimeout_seconds = 120\n").expect("written");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let text = "Verein;Stadtteil;Sprachen;Farbe;Bemerkungen\nVerein Probe e. V.;Wanne-Eickel;Kurdisch;rot;Vorsitz wechselt im Mai\nVerein Zwei e. V.;Eickel;tr;;nicht veröffentlichen!\n";
        let selection = "report { digest tables { remarks(language: \"en\") columns { heading usage fields } questions { heading value candidates rowCount } } \
                         rejects { rowCount csv } rows { number outcome hints { field message(language: \"en\") } problems { field } } }";
        let file = json!({ "fileName": "liste.csv", "text": text });
        let looked = done(&server, &editor, "importDirectory", file.clone(), selection).await;
        let report = &looked["report"];
        let table = &report["tables"][0];
        assert_eq!(table["columns"][3], json!({ "heading": "Farbe", "usage": "UNKNOWN", "fields": "" }));
        assert_eq!(table["questions"].as_array().map(Vec::len), Some(2), "{table:#}");
        assert_eq!(report["rows"][0]["outcome"], "WRONG", "{report:#}");
        assert!(
            report["rejects"][0]["csv"]
                .as_str()
                .is_some_and(|csv| csv.contains("Problem") && csv.contains("Verein Probe"))
        );

        let mut decided = json!({ "fileName": "liste.csv", "text": text, "as": "PUBLISHED", "ignore": ["Farbe"],
            "decisions": ["Wanne-Eickel=eickel-mitte", "Kurdisch=kmr"] });
        let looked = done(&server, &editor, "importDirectory", decided.clone(), selection).await;
        assert_eq!(looked["report"]["rows"][0]["outcome"], "NEW", "{looked:#}");
        let object = decided.as_object_mut().expect("an object");
        object.extend([
            ("dryRun".to_owned(), json!(false)),
            ("rows".to_owned(), json!([1, 2])),
            ("digest".to_owned(), looked["report"]["digest"].clone()),
        ]);
        done(&server, &editor, "importDirectory", decided, selection).await;
        let public = server.ask("{ actor(slug: \"verein-probe-e-v\") { name basedIn { slug } languages } other: actor(slug: \"verein-zwei-e-v\") { name } }").await;
        assert_eq!(public["actor"]["basedIn"]["slug"], "eickel-mitte", "{public:#}");
        assert_eq!(public["other"], Value::Null, "what must not be published stays a draft");

        let wrong =
            json!({ "fileName": "liste.csv", "text": text, "encoding": "klingon", "map": ["x"], "decisions": ["y"] });
        let refused = given(&server, &editor, "importDirectory", wrong, "report { digest }").await;
        let fields: Vec<&Value> =
            refused["userErrors"].as_array().expect("errors").iter().map(|error| &error["field"]).collect();
        assert_eq!(fields, [&json!("encoding"), &json!("map[0]"), &json!("decisions[0]")], "{refused:#}");
    }
}
