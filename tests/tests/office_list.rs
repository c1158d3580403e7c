//! An office's list goes in: messy cells, at most three decisions, drafts in their quarters; on both databases.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};
use tests::{
    Server,
    accounts::{account, done, given},
    databases, run,
    tables::{import, import_taxonomy},
};

/// As an office has saved it, in Windows-1252; all of it is invented.
const LIST: &[u8] = include_bytes!("../../crates/formats/src/actors_table/office-list.csv");

/// What a person decides of it.
const DECISIONS: [&str; 3] = ["Wanne-Eickel=Wanne", "Beratung=social-advice", "Kurdisch=kmr+ckb"];

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
        import_taxonomy(folder, url);
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
        let named = ["4465", "??????", "row 2=new"].iter().filter(|told| rejects.contains(**told)).count();
        assert_eq!((actors.len(), named), (31, 3), "{}\n{rejects}", taken.stdout);
        assert!(rejects.starts_with("\u{feff}Nr.;") && rejects.contains(";Problem\r\n"), "{rejects}");
        assert!(taken.stdout.contains("9 rows that are left out are written to left-out.csv"), "{}", taken.stdout);
        check_rows(&actors);
        check_public(folder, url);

        let again = import(folder, url, &decided(&["--skip-wrong", "list.csv"])).ok();
        assert!(again.stdout.contains("Nothing written"), "{}", again.stdout);
        check_left_out(folder, url);
        run(folder, &["check", "--database", url]).ok();
    }
}

/// The rows that were left out are a list of their own: one that bears the name of an entry and says other things is asked
/// about, never written over it, and is decided by its number there.
fn check_left_out(folder: &Path, database: &str) {
    let before = everything(folder, database);
    let looked = import(folder, database, &decided(&["--dry-run", "--format", "json", "left-out.csv"]));
    let report: Value = serde_json::from_str(&looked.stdout).unwrap_or_else(|error| panic!("{error}: {looked:?}"));
    let rows = report["rows"].as_array().expect("rows");
    let outcomes: Vec<&str> = rows.iter().filter_map(|row| row["outcome"].as_str()).collect();
    assert!(outcomes.iter().all(|outcome| ["likely duplicate", "wrong"].contains(outcome)), "{rows:#?}");
    assert_eq!(rows[0]["name"], "Freundeskreis Holunder eV", "{rows:#?}");
    import(folder, database, &decided(&["--skip-wrong", "left-out.csv"])).ok();
    assert_eq!(everything(folder, database), before, "nothing of it is taken unasked");

    let holunder = |actors: &[Value]| -> Vec<(String, String)> {
        let all = actors.iter().filter(|actor| actor["name"] == "Freundeskreis Holunder eV");
        all.map(|actor| (actor["slug"].to_string(), actor["phone"].to_string())).collect()
    };
    import(folder, database, &decided(&["--skip-wrong", "--decide", "row 2=new", "left-out.csv"])).ok();
    let after = everything(folder, database);
    assert_eq!((holunder(&before).len(), holunder(&after).len()), (1, 2), "{after:#?}");
    assert!(holunder(&after).contains(&holunder(&before)[0]), "the first one keeps what it says");
    // Which of the two a row is, is told by what it says; a number that was corrected is a change.
    import(folder, database, &decided(&["--skip-wrong", "list.csv"])).ok();
    assert_eq!(everything(folder, database), after);
    let mut corrected = LIST.to_vec();
    let at = corrected.windows(6).position(|digits| digits == b"999906").expect("the number");
    corrected[at..at + 6].copy_from_slice(b"999977");
    fs::write(folder.join("corrected.csv"), corrected).expect("written");
    import(folder, database, &decided(&["--skip-wrong", "corrected.csv"])).ok();
    let changed: Vec<(String, String)> = holunder(&everything(folder, database));
    assert!(changed.iter().any(|(_, phone)| phone.contains("999977")) && changed.len() == 2, "{changed:?}");
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
        import_taxonomy(folder.path(), &database.url);
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
            ("rows".to_owned(), json!([2, 3])),
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

/// A list with addresses of an office, and an address file that has three of the four houses.
const ADDRESSES: &str = "Name;Straße;PLZ;Ort;Ortsteil\n\
    Verein Ahorn;Musterstr. 12 a;44649;Herne;Wanne\n\
    Verein Birke;Beispielweg 3;44649;Herne;\n\
    Verein Esche;Musterstraße 99;44649;Herne;Wanne\n\
    Verein Linde;Beispielweg 3;44787;Bochum;\n";
const HOUSES: &str = "nba;gmd;str;hnr;adz;ostwert;nordwert\n\
    N;Herne;Musterstraße;12;a;371675,78;5710387,83\n\
    N;Herne;Beispielweg;3;;371700,00;5710400,00\n\
    N;Herne;Beispielweg;;;371700,00;5710400,00\n\
    N;Herne;Hauptstraße;1;;371800,00;5710400,00\n";

#[tokio::test]
async fn an_address_file_puts_new_entries_of_a_list_on_their_houses() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        fs::write(folder.join("list.csv"), ADDRESSES).expect("written");
        fs::write(folder.join("houses.csv"), HOUSES).expect("written");
        fs::write(folder.join("no-houses.csv"), "a;b\n1;2\n").expect("written");
        let addresses = |file: &str| run(folder, &["addresses", "--database", url, file]);
        let refused = addresses("no-houses.csv");
        assert!(!refused.success && refused.stderr.contains("a street (str)"), "{refused:?}");
        for _ in 0..2 {
            let read = addresses("houses.csv").ok();
            assert!(read.stdout.contains("3 houses read") && read.stdout.contains("line 4"), "{}", read.stdout);
        }

        run(folder, &["backup", "--database", url, "houses.backup"]).ok();
        run(folder, &["restore", "--database", "sqlite://again.db", "houses.backup"]).ok();
        assert!(!folder.join("again.db-wal").exists(), "the file is everything");
        let looked = import(folder, "sqlite://again.db", &["--dry-run", "--format", "json", "list.csv"]).ok();
        assert_eq!(looked.stdout.matches("PLACED").count(), 2, "a backup has the houses, too");

        let looked = import(folder, url, &["--dry-run", "--format", "json", "list.csv"]).ok();
        let report: Value = serde_json::from_str(&looked.stdout).expect("JSON");
        let is_told = |row: &Value| row["hints"].to_string().contains("PLACED");
        let told: Vec<bool> = report["rows"].as_array().expect("rows").iter().map(is_told).collect();
        assert_eq!(told, [true, true, false, false], "{report:#}");
        import(folder, url, &["list.csv"]).ok();
        let actors = everything(folder, url);
        let located: Vec<bool> = actors.iter().map(|actor| actor["location"]["precision"] == "exact").collect();
        assert_eq!(located, told, "{actors:#?}");
        let [longitude, latitude] =
            ["longitude", "latitude"].map(|axis| actors[0]["location"][axis].as_f64().expect("degrees"));
        assert!((longitude - 7.15).abs() < 1e-5 && (latitude - 51.53).abs() < 1e-5, "{longitude}, {latitude}");

        let before = everything(folder, url);
        import(folder, url, &["all.json"]).ok();
        import(folder, url, &["list.csv"]).ok();
        assert_eq!(everything(folder, url), before, "what is there stays where it is");

        let editor = account(folder, url, "editor", "ada@stelle.example", &[]);
        let member = account(folder, url, "member", "m@verein.example", &["--actor", "verein-ahorn"]);
        let server = Server::start(folder, url);
        let asked = async |token: &str, street: &str, city: &str| {
            let query = format!(
                "{{ viewer {{ addressPosition(street: {street:?}, city: {city:?}) {{ longitude latitude }} }} }}"
            );
            let request = server.request("POST", "/graphql").bearer_auth(token).json(&json!({ "query": query }));
            server.send(request).await.json()
        };
        let found = asked(&editor, "Musterstr.12A", "Herne").await;
        assert_eq!(
            found["data"]["viewer"]["addressPosition"]["latitude"].as_f64().map(|at| (at * 1e4).round()),
            Some(515_300.0),
            "{found}"
        );
        for (street, city) in
            [("Musterstr. 13", "Herne"), ("Musterstr.", "Herne"), ("Musterstr. 12a", "Bochum"), ("\"1", "")]
        {
            let found = asked(&editor, street, city).await;
            assert_eq!(found["data"]["viewer"]["addressPosition"], Value::Null, "{street}: {found}");
            assert_eq!(found["errors"], Value::Null, "{street}: {found}");
        }
        // Members put their own entries on the map; strangers ask for nothing.
        let of_member = asked(&member, "Musterstr. 12a", "Herne").await;
        assert_eq!(of_member["data"]["viewer"]["addressPosition"], found["data"]["viewer"]["addressPosition"]);
        let query = "{ viewer { addressPosition(street: \"Musterstr. 12a\", city: \"Herne\") { longitude } } }";
        let stranger = server.send(server.request("POST", "/graphql").json(&json!({ "query": query }))).await.json();
        assert_eq!(stranger["data"]["viewer"], Value::Null, "{stranger}");
    }
}

/// Districts and themes as an office writes them down, in German and English.
const DISTRICTS: &str = "slug,parent,level,name_de,lon,lat,basis\n\
    herne,,city,Herne,7.2170,51.5390,municipal key\n\
    wanne,herne,borough,Wanne,7.1580,51.5410,own estimate\n\
    wanne-mitte,wanne,quarter,Wanne,7.1553,51.5375,published centre\n";
const THEMES: &str = "Kurzname;Oberthema;Deutsch;Englisch;Handlungsfelder;Synonyme\n\
    language;;Sprache;Language;opening;\n\
    language.german;language;Deutsch lernen;Learning German;opening|engagement;Deutschkurs\n";

#[tokio::test]
async fn themes_and_districts_come_from_tables_beside_a_list_that_names_them() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        fs::write(folder.join("districts.csv"), DISTRICTS).expect("written");
        fs::write(folder.join("themes.csv"), THEMES).expect("written");
        fs::write(folder.join("list.csv"), "Verein;Stadtteil;Themen\nA;Wanne;Deutschkurs\n").expect("written");
        let files = ["list.csv", "districts.csv", "themes.csv"];
        run(folder, &["migrate", "--database", url]);
        let looked = import(folder, url, &[&["--dry-run", "--format", "json"], &files[..]].concat()).ok();
        let report: Value = serde_json::from_str(&looked.stdout).expect("JSON");
        let outcomes: Vec<&Value> =
            report["rows"].as_array().expect("rows").iter().map(|row| &row["outcome"]).collect();
        assert_eq!(outcomes, [&json!("new"); 6], "{report:#}");
        import(folder, url, &files).ok();
        let whole = || {
            everything(folder, url);
            let text = fs::read_to_string(folder.join("all.json")).expect("an export");
            serde_json::from_str::<Value>(&text).expect("JSON")
        };
        let all = whole();
        assert_eq!(
            (&all["actors"][0]["basedIn"], &all["actors"][0]["themes"]),
            (&json!("wanne-mitte"), &json!(["language.german"]))
        );
        assert_eq!(all["districts"][2]["parent"], "wanne", "{all:#}");
        assert_eq!(all["themes"][1]["label"]["en"], "Learning German", "{all:#}");

        // The same again changes nothing; what a table does not say stays.
        let again = import(folder, url, &files).ok();
        assert!(again.stdout.contains("Nothing written"), "{}", again.stdout);
        let boundary = json!({ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "slug": "wanne" },
            "geometry": { "type": "Polygon", "coordinates": [[[7.1, 51.5], [7.2, 51.5], [7.2, 51.6], [7.1, 51.6], [7.1, 51.5]]] } }] });
        fs::write(folder.join("wanne.geojson"), boundary.to_string()).expect("written");
        import(folder, url, &["wanne.geojson"]).ok();
        fs::write(folder.join("names.csv"), "slug;parent;level;name_de;name_tr\nwanne;;borough;Wanne;Wanne ilçesi\n")
            .expect("written");
        fs::write(
            folder.join("labels.csv"),
            "slug;parent;de;tr;fields_of_action\nlanguage.german;;Deutsch lernen;Almanca;opening\n",
        )
        .expect("written");
        import(folder, url, &["names.csv", "labels.csv"]).ok();
        let all = whole();
        let wanne = &all["districts"][1];
        assert_eq!((&wanne["name"]["tr"], &wanne["parent"]), (&json!("Wanne ilçesi"), &json!("herne")), "{wanne:#}");
        assert!(wanne["boundary"].is_object() && wanne["centre"].is_object(), "{wanne:#}");
        let german = &all["themes"][1];
        assert_eq!((&german["label"]["en"], &german["label"]["tr"]), (&json!("Learning German"), &json!("Almanca")));
        assert_eq!((&german["alternativeLabels"], &german["parent"]), (&json!(["Deutschkurs"]), &json!("language")));
        let wrong = "slug;parent;level;name_de\nx;nirgends;quarter;X\n";
        fs::write(folder.join("wrong.csv"), wrong).expect("written");
        let refused = import(folder, url, &["wrong.csv"]);
        assert!(!refused.success && refused.stderr.contains("line 2, parent"), "{refused:?}");
    }
}
