//! Import with a look first: row by row over the command line and GraphQL, on both databases.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tests::{
    Finished, Server,
    accounts::{account, done, given, told},
    databases, run,
};

fn bruecke(folder: &Path, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&["import", "--database", database], more].concat())
}

fn demo(folder: &Path, database: &str) {
    run(folder, &["demo", "--database", database]).ok();
}

fn export(folder: &Path, database: &str) -> String {
    run(folder, &["export", "--database", database, "--everything", "all.json"]).ok();
    fs::read_to_string(folder.join("all.json")).expect("the export is there")
}

/// A dry run as programs read it.
fn look(folder: &Path, database: &str, file: &str) -> Value {
    let finished = bruecke(folder, database, &["--dry-run", "--format", "json", file]);
    serde_json::from_str(&finished.stdout).unwrap_or_else(|error| panic!("{error}: {finished:?}"))
}

/// As German Excel saves it, in Windows-1252: a new row, a changed one, a likely duplicate, a wrong one.
const TABLE: &[u8] = b"Typ;Art;Name;Telefon;Kurzname\r\n\
Organisation;Frauenorganisation;N\xE4hkreis \x84Nadel\x93;02325 111222;\r\n\
Organisation;initiative;Brotzeit & Beh\xF6rde;02325 333444;brotzeit-und-behoerde\r\n\
Organisation;Kulturverein;Frauencafe Quittenlaterne;;quitten\r\n\
Organisation;Kulturverein;Elternkreis Probe;ruf an;\r\n";

fn outcomes(report: &Value) -> Vec<&str> {
    let rows = report["rows"].as_array().expect("rows").iter();
    rows.map(|row| row["outcome"].as_str().expect("an outcome")).collect()
}

#[tokio::test]
async fn a_dry_run_tells_every_row_and_the_chosen_ones_are_taken_together() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        demo(folder, &database.url);
        fs::write(folder.join("excel.csv"), TABLE).expect("written");
        let before = export(folder, &database.url);
        let report = look(folder, &database.url, "excel.csv");
        assert_eq!(outcomes(&report), ["new", "changed", "likely duplicate", "wrong"], "{report:#}");
        let rows = &report["rows"];
        assert_eq!((&rows[0]["line"], &rows[0]["name"]), (&json!(2), &json!("Nähkreis „Nadel“")));
        let changed = rows[1]["changes"].as_array().expect("changes");
        let phone = changed.iter().find(|change| change["field"] == "phone").expect("the number changes");
        assert_eq!(phone["after"], "02325 333444", "{report:#}");
        assert!(!changed.iter().any(|change| change["after"].is_null()), "nothing is taken away: {changed:?}");
        assert_eq!(rows[2]["alike"][0]["signs"][0]["code"], "SAME_NAME", "{report:#}");
        let problem = &rows[3]["problems"][0];
        assert_eq!((&problem["field"], &problem["column"]), (&json!("phone"), &json!("Telefon")));
        let digest = report["digest"].as_str().expect("a digest");
        let table = bruecke(folder, &database.url, &["--dry-run", "excel.csv"]);
        assert!(!table.success && table.stderr.contains("1 of 4 rows cannot be taken"), "{}", table.stderr);
        for told in ["looks like the entry", "\"Telefon\", phone:", "→ \"02325 333444\"", "--rows 2-3 --digest", digest]
        {
            assert!(table.stdout.contains(told), "{told} in {}", table.stdout);
        }
        assert!(export(folder, &database.url) == before, "a dry run writes nothing");

        let wrong = bruecke(folder, &database.url, &["--rows", "2,5", "--digest", digest, "excel.csv"]);
        assert!(!wrong.success && wrong.stderr.contains("row 5 is wrong"), "{}", wrong.stderr);
        let unknown = bruecke(folder, &database.url, &["--rows", "2,9", "--digest", digest, "excel.csv"]);
        assert!(
            !unknown.success && unknown.stderr.contains("there is no row 9: allowed are 2 to 5"),
            "{}",
            unknown.stderr
        );
        assert!(export(folder, &database.url) == before, "all or none");

        let taken = bruecke(folder, &database.url, &["--rows", "2-3", "--digest", digest, "excel.csv"]).ok();
        assert!(taken.stdout.contains("2 entries written"), "{}", taken.stdout);
        let after = export(folder, &database.url);
        assert!(after.contains("Nähkreis „Nadel“") && after.contains("02325 333444") && !after.contains("\"quitten\""));
        let again = look(folder, &database.url, "excel.csv");
        assert_eq!(outcomes(&again), ["same", "same", "likely duplicate", "wrong"], "{again:#}");
        bruecke(folder, &database.url, &["--rows", "2-3", "excel.csv"]).ok();
        assert!(export(folder, &database.url) == after, "twice changes nothing");
        run(folder, &["check", "--database", &database.url]).ok();
    }
}

#[test]
fn a_file_with_more_problems_than_can_be_shown_is_refused_as_a_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let (folder, database) = (folder.path(), "sqlite://many.db");
    run(folder, &["migrate", "--database", database]).ok();
    let mut table = String::from("type;kind;name;themes\n");
    // Each row is wrong, and the last is sound.
    for number in 0..20_005 {
        table.push_str(&format!("organisation;culture;Verein {number};nichts-dergleichen\n"));
    }
    table.push_str("organisation;culture;Ohne Fehl;\n");
    fs::write(folder.join("many.csv"), table).expect("written");
    for flags in [&["--dry-run"][..], &["--skip-wrong"], &["--rows", "20000-20006"]] {
        let finished = bruecke(folder, database, &[flags, &["many.csv"]].concat());
        assert!(!finished.success && finished.stdout.is_empty(), "{flags:?}: {}", finished.stdout);
        assert!(finished.stderr.contains("20005 problems"), "{flags:?}: {}", finished.stderr);
        assert!(finished.stderr.lines().count() < 120, "{flags:?}: {}", finished.stderr.len());
    }
}

#[tokio::test]
async fn a_row_whose_entry_changed_after_the_dry_run_is_a_conflict_and_other_files_are_no_dry_run_of_theirs() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        demo(folder, &database.url);
        let table = |phone: &str| {
            format!(
                "type,kind,name,slug,phone\norganisation,initiative,Brotzeit & Behörde,brotzeit-und-behoerde,{phone}\norganisation,women,Ganz Neu,ganz-neu,02325 777888\n"
            )
        };
        fs::write(folder.join("mine.csv"), table("02325 1111")).expect("written");
        fs::write(folder.join("theirs.csv"), table("02325 2222")).expect("written");
        let report = look(folder, &database.url, "mine.csv");
        let digest = report["digest"].as_str().expect("a digest").to_owned();
        let other = bruecke(folder, &database.url, &["--rows", "2", "--digest", &digest, "theirs.csv"]);
        assert!(!other.success && other.stderr.contains("no dry run of these files"), "{}", other.stderr);
        bruecke(folder, &database.url, &["--rows", "2", "theirs.csv"]).ok();
        let before = export(folder, &database.url);
        let late = bruecke(folder, &database.url, &["--rows", "2-3", "--digest", &digest, "mine.csv"]);
        assert!(!late.success && late.stderr.contains("the entry of row 2 has changed since"), "{}", late.stderr);
        assert!(late.stdout.contains("conflict"), "{}", late.stdout);
        assert!(export(folder, &database.url) == before);
        bruecke(folder, &database.url, &["--rows", "3", "--digest", &digest, "mine.csv"]).ok();
        assert!(export(folder, &database.url).contains("02325 777888"));
    }
}

#[tokio::test]
async fn a_row_is_not_taken_without_the_row_it_names() {
    let [database, _] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let file = r#"{"format": "bruecke-directory", "version": 1,
        "themes": [{"slug": "a", "label": {"de": "A"}, "fieldsOfAction": ["opening"]}],
        "actors": [{"type": "organisation", "kind": "women", "name": "Eins", "themes": ["a"],
                    "offers": [{"title": {"de": "Beratung"}}]},
                   {"type": "organisation", "kind": "women", "name": "Zwei"}],
        "links": [{"from": "eins", "to": "zwei", "kind": "supports"}]}"#;
    fs::write(folder.join("all.json"), file).expect("written");
    run(folder, &["migrate", "--database", &database.url]).ok();
    let report = look(folder, &database.url, "all.json");
    assert_eq!(outcomes(&report), ["new", "new", "new", "new"], "{report:#}");
    let alone = bruecke(folder, &database.url, &["--rows", "2,4", "--format", "json", "all.json"]);
    assert!(!alone.success && alone.stdout.contains("names \\\"a\\\" of a row that is not taken"), "{}", alone.stdout);
    assert!(alone.stdout.contains("names \\\"zwei\\\" of a row"), "{}", alone.stdout);
    bruecke(folder, &database.url, &["--rows", "1-4", "all.json"]).ok();
    let again = look(folder, &database.url, "all.json");
    assert_eq!(outcomes(&again), ["same"; 4], "{again:#}");
}

#[tokio::test]
async fn a_table_never_uncovers_a_hidden_place_and_an_old_file_no_withdrawn_consent() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let person = |consent: &str| {
            format!(
                r#"{{"format": "bruecke-directory", "version": 1, "actors": [
                {{"type": "organisation", "kind": "women", "name": "Zuflucht", "slug": "zuflucht",
                  "location": {{"longitude": 7.16, "latitude": 51.53, "precision": "hidden"}},
                  "contactPersons": [{{"name": {{"value": "Erika Beispiel", "visibility": "public", "consent": {{"purpose": "Verzeichnis",
                    "textVersion": "1", "textLanguage": "de", "givenOn": "2026-01-01", "givenBy": "written", "recordedBy": "editor"{consent}}}}}}}]}}]}}"#
            )
        };
        fs::write(folder.join("old.json"), person("")).expect("written");
        fs::write(folder.join("withdrawn.json"), person(r#", "withdrawnOn": "2026-02-01""#)).expect("written");
        bruecke(folder, &database.url, &["old.json"]).ok();
        bruecke(folder, &database.url, &["withdrawn.json"]).ok();
        for more in [&["old.json"][..], &["--rows", "1", "old.json"]] {
            let refused = bruecke(folder, &database.url, more);
            assert!(!refused.success, "{}", refused.stdout);
            let told = format!("{}{}", refused.stdout, refused.stderr);
            assert!(told.contains("name.consent: was withdrawn on 2026-02-01"), "{told}");
        }
        let table = "type,kind,name,slug,longitude,latitude,street\norganisation,women,Zuflucht,zuflucht,7.17,51.54,Geheimweg 1\n";
        fs::write(folder.join("table.csv"), table).expect("written");
        bruecke(folder, &database.url, &["table.csv"]).ok();
        run(folder, &["export", "--database", &database.url, "public.json"]).ok();
        let public = fs::read_to_string(folder.join("public.json")).expect("an export");
        assert!(public.contains("zuflucht"), "{public}");
        for private in ["Geheimweg", "7.17", "Erika", "51.54"] {
            assert!(!public.contains(private), "{private} in {public}");
        }
        run(folder, &["check", "--database", &database.url]).ok();
    }
}

#[tokio::test]
async fn a_workbook_is_read_and_its_sheets_are_told_by_name() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let mut workbook = rust_xlsxwriter::Workbook::new();
        workbook.add_worksheet().set_name("Notizen").expect("a name").write(0, 0, "Anrufen").expect("a cell");
        let sheet = workbook.add_worksheet().set_name("Vereine").expect("a name");
        sheet.write_row(0, 0, ["Typ", "Art", "Name", "PLZ", "Bestätigt am", "Bestätigt von"]).expect("a header");
        sheet.write_row(2, 0, ["Organisation", "Kulturverein", "Probe Öz"]).expect("a row");
        let day = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy");
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 5, 1).expect("a day");
        sheet.write(2, 3, 44_649).and_then(|sheet| sheet.write_with_format(2, 4, date, &day)).expect("cells");
        sheet.write(2, 5, "Redaktion").expect("a cell");
        workbook.save(folder.join("list.xlsx")).expect("saved");
        run(folder, &["migrate", "--database", &database.url]).ok();
        // A first sheet without a table is passed over, and that is said.
        let first = bruecke(folder, &database.url, &["--dry-run", "list.xlsx"]).ok();
        assert!(first.stdout.contains("    3  new") && first.stdout.contains("\"Notizen\""), "{}", first.stdout);
        let other = bruecke(folder, &database.url, &["--dry-run", "--sheet", "Verein", "list.xlsx"]);
        assert!(other.stderr.contains("the workbook has only \"Notizen\", \"Vereine\""), "{}", other.stderr);
        let looked = bruecke(folder, &database.url, &["--dry-run", "--sheet", "Vereine", "list.xlsx"]).ok();
        assert!(looked.stdout.contains("    3  new"), "{}", looked.stdout);
        bruecke(folder, &database.url, &["--rows", "3", "--sheet", "Vereine", "list.xlsx"]).ok();
        let all = export(folder, &database.url);
        for told in ["Probe Öz", "\"44649\"", "2026-05-01", "\"editor\""] {
            assert!(all.contains(told), "{told} in {all}");
        }
        let again = bruecke(folder, &database.url, &["--sheet", "Vereine", "list.xlsx"]).ok();
        assert!(again.stdout.contains("Nothing written"), "{}", again.stdout);
    }
}

const REPORT: &str = "report { digest written totals { outcome count } rows { number line outcome name entryId
    changes { field before after } problems { field column code message } alike { slug reasons { code } } } }";

#[tokio::test]
async fn editors_look_and_take_by_graphql_and_are_told_in_their_language() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        demo(folder.path(), &database.url);
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let base64 = base64(TABLE);
        let file = json!({ "fileName": "excel.csv", "base64": base64, "as": "PUBLISHED" });
        let looked = done(&server, &editor, "importDirectory", file.clone(), REPORT).await;
        let report = &looked["report"];
        assert_eq!(outcomes(report), ["NEW", "CHANGED", "LIKELY_DUPLICATE", "WRONG"], "{report:#}");
        assert_eq!(report["written"], Value::Null);
        let problem = &report["rows"][3]["problems"][0];
        assert_eq!((&problem["field"], &problem["column"]), (&json!("phone"), &json!("Telefon")));
        assert!(
            problem["message"].as_str().is_some_and(|text| text.contains("keine Telefonnummer: erlaubt")),
            "{problem}"
        );
        let in_english = REPORT.replace("message", "message(language: \"en\")");
        let looked = done(&server, &editor, "importDirectory", file.clone(), &in_english).await;
        let message = &looked["report"]["rows"][3]["problems"][0]["message"];
        assert!(message.as_str().is_some_and(|text| text.contains("is not a telephone number")), "{message}");

        let lacking = json!({ "fileName": "excel.csv", "base64": base64, "dryRun": false });
        let refused = given(&server, &editor, "importDirectory", lacking, "").await;
        let codes: Vec<_> =
            refused["userErrors"].as_array().expect("errors").iter().map(|error| &error["field"]).collect();
        assert_eq!(codes, [&json!("rows"), &json!("digest")], "{refused}");
        let with = |rows: Value| json!({ "fileName": "excel.csv", "base64": base64, "as": "PUBLISHED", "dryRun": false, "rows": rows, "digest": report["digest"], "note": "vom Treffen" });
        let wrong = given(&server, &editor, "importDirectory", with(json!([2, 5])), REPORT).await;
        assert_eq!(wrong["userErrors"][0]["code"], "ROW_WRONG", "{wrong}");
        assert!(wrong["userErrors"][0]["message"].as_str().is_some_and(|text| text.contains("Zeile 5 ist falsch")));
        assert_eq!(server.ask("{ actor(slug: \"naehkreis-nadel\") { name } }").await["actor"], Value::Null);
        let taken = done(&server, &editor, "importDirectory", with(json!([2, 3])), REPORT).await;
        assert_eq!(taken["report"]["written"], 2, "{taken}");
        // A mutation is visible to the next read.
        let public = server.ask("{ actor(slug: \"naehkreis-nadel\") { name phone } }").await;
        assert_eq!(public["actor"], json!({ "name": "Nähkreis „Nadel“", "phone": "02325 111222" }));
        let late = given(&server, &editor, "importDirectory", with(json!([2, 3])), REPORT).await;
        assert_eq!(late["userErrors"][0]["code"], "CONFLICT", "{late}");

        for (input, code) in [
            (json!({ "fileName": "a.txt", "text": "x" }), "fileName"),
            (json!({ "fileName": "a.csv" }), "text"),
            (json!({ "fileName": "a.csv", "text": "x", "base64": "eA==" }), "base64"),
            (json!({ "fileName": "a.csv", "base64": "?" }), "base64"),
            (json!({ "fileName": "a.xlsx", "base64": "eA==" }), "file"),
            (json!({ "fileName": "a.json", "text": "{" }), "file"),
        ] {
            let refused = given(&server, &editor, "importDirectory", input.clone(), "report { digest }").await;
            assert_eq!(refused["userErrors"][0]["field"], code, "{input}: {refused}");
            assert_eq!(refused["report"], Value::Null);
        }
        // Without a column of names there is a table to say which one it is, and nothing to take.
        let unnamed = json!({ "fileName": "a.csv", "text": "Typ;Art;Farbe\nVerein;Kultur;rot\n" });
        let fields = "report { tables { columns { heading usage } } rows { outcome } }";
        let looked = given(&server, &editor, "importDirectory", unnamed, fields).await;
        let columns = looked["report"]["tables"][0]["columns"].as_array().map(Vec::len);
        assert_eq!(columns, Some(3), "{looked}");
        let rows = looked["report"]["rows"].as_array().expect("rows");
        assert!(rows.iter().all(|row| row["outcome"] != "NEW"), "{looked}");
        for private in ["02325", "Nadel"] {
            assert!(!server.log().contains(private), "{}", server.log());
        }
    }
}

#[tokio::test]
async fn a_file_may_be_larger_than_other_requests_for_editors_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = "sqlite://large.db";
    // The machine of the tests does other things as well.
    fs::write(folder.path().join("bruecke.toml"), "[http]\ntimeout_seconds = 120\n").expect("written");
    let editor = account(folder.path(), database, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), database);
    let mut table = "type,kind,name,phone\n".to_owned();
    for number in 0..10_000 {
        table.push_str(&format!("organisation,culture,Verein Nummer {number},02325 {number:06}\n"));
    }
    assert!(table.len() > 300 * 1024);
    let query = "mutation($input: ImportDirectoryInput!) { importDirectory(input: $input) { report { totals { outcome count } } userErrors { message } } }";
    let variables = json!({ "input": { "fileName": "many.csv", "text": table } });
    let refused = told(&server, "", query, variables.clone()).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "LIMIT_BODY", "{refused}");
    let report = told(&server, &editor, query, variables).await;
    assert_eq!(
        report["data"]["importDirectory"]["report"]["totals"],
        json!([{ "outcome": "NEW", "count": 10_000 }]),
        "{}",
        report["data"]["importDirectory"]["userErrors"]
    );
}

/// Base64 by RFC 4648, which no other part of the tests needs.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let number =
            chunk.iter().chain([0; 2].iter()).take(3).fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
        for at in 0..4 {
            let letter = LETTERS[number >> (18 - 6 * at) & 63];
            text.push(if at > chunk.len() { '=' } else { letter.into() });
        }
    }
    text
}
