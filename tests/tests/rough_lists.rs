//! Lists with several tables in a sheet, footnotes, numbers for days, marks for values, encodings of old programs and places
//! that are half told: each row is right or named.

use std::fs;

use serde_json::{Value, json};
use tests::{
    databases, run,
    tables::{actors, import, import_taxonomy, look},
};

/// The codes or fields of the hints of the row of a name.
fn hints(report: &Value, name: &str) -> String {
    let row = report["rows"].as_array().expect("rows").iter().find(|row| row["name"] == name);
    row.unwrap_or_else(|| panic!("{name} in {report:#}"))["hints"].to_string()
}

#[tokio::test]
async fn a_sheet_with_titles_two_tables_marks_and_footnotes_goes_in_whole() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        let lines: [&[&str]; 12] = [
            &["Übersicht der Vereine"],
            &["A) Vereine"],
            &["Verein", "Fon", "E-Mail-Adr.", "PLZ/Ort", "Stadtbez.", "Öffn.-Zeiten", "gepr. am", "türkisch", "Frauen"],
            &[
                "Verein Amselpfad",
                "#2323471100",
                "Info@MÜLLER.example",
                "44649 Herne",
                "Wanne",
                "tel. Vereinb.",
                "#45991",
                "x",
                "",
            ],
            &["Verein Birkenfunke", "#2325551100", "", "44651 Herne", "Eickel", "n. V.", "#45108", "", "x"],
            &["B) Gruppen"],
            &["E-Mail-Adr.", "Verein", "Homepage", "Zielgr.", "Spr."],
            &["b@post.example", "Gruppe Christrose", "htp://christrose.example", "Kinder (6-12 J.)", "Port."],
            &["c@post.example", "Gruppe Dünenwind", "www,duenenwind.example", "Ki. u. Jugendl.", "türk."],
            &["Summe"],
            &["* Angaben ohne Gewähr"],
            &["Quelle: eigene Erhebung"],
        ];
        for (line, cells) in (0_u32..).zip(lines) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell.strip_prefix('#').and_then(|number| number.parse::<f64>().ok()) {
                    Some(number) => sheet.write_number(line, column, number).expect("a cell"),
                    None => sheet.write_string(line, column, *cell).expect("a cell"),
                };
            }
        }
        workbook.save(folder.join("list.xlsx")).expect("saved");
        let report = look(folder, url, &["list.xlsx"]);
        assert_eq!(report["tables"][0]["questions"], json!([]), "{report:#}");
        assert!(hints(&report, "Verein Amselpfad").contains("only the borough is known"), "{report:#}");
        assert!(hints(&report, "Gruppe Christrose").contains("http://christrose.example"), "{report:#}");
        import(folder, url, &["--as", "draft", "list.xlsx"]).ok();
        let all = actors(folder, url);
        assert_eq!(all.len(), 4, "{:?}", all.keys());
        let first = &all["Verein Amselpfad"];
        assert_eq!((&first["email"], &first["phone"]), (&json!("Info@müller.example"), &json!("02323471100")));
        assert_eq!((&first["byAppointment"], &first["verifiedOn"]), (&json!(true), &json!("2025-11-30")));
        assert_eq!((&first["basedIn"], &first["languages"]), (&json!("wanne"), &json!(["tr"])));
        let second = &all["Verein Birkenfunke"];
        assert_eq!((&second["targetGroups"], &second["byAppointment"]), (&json!(["women"]), &json!(true)));
        let group = &all["Gruppe Christrose"];
        assert_eq!(
            (&group["email"], &group["website"]),
            (&json!("b@post.example"), &json!("http://christrose.example"))
        );
        assert_eq!((&group["targetGroups"], &group["languages"]), (&json!(["children-6-13"]), &json!(["pt"])));
        let other = &all["Gruppe Dünenwind"];
        assert_eq!(other["website"], "https://www.duenenwind.example");
        assert_eq!(other["targetGroups"], json!(["children-0-5", "children-6-13", "youth-14-17"]));
    }
}

#[tokio::test]
async fn what_a_row_says_of_precision_holds_where_its_house_is_known_and_is_lowered_or_named_elsewhere() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let houses = "str;hnr;plz;ort;lon;lat\nMusterstraße;12;44649;Herne, Stadt;7.15;51.53\n";
        fs::write(folder.join("houses.csv"), houses).expect("written");
        run(folder, &["addresses", "--database", url, "houses.csv"]).ok();
        let list = "Verein;Straße;PLZ;Ort;Stadtteil;Genauigkeit\n\
            Verein Haus;Musterstr. 12;44649;Herne (Westf.);Horsthausen;exact\n\
            Verein Straße;Musterstr. 12;44649;Stadt Herne;Horsthausen;street\n\
            Verein Nirgends;Holzweg 3;44649;Herne;Horsthausen;exact\n\
            Verein Verborgen;Holzweg 4;44649;Herne;Horsthausen;hidden\n\
            Verein Allein;Holzweg 5;44649;Herne;;exact\n\
            Verein Unklar;Holzweg 6;44649;Herne;;hidden\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        let report = look(folder, url, &["list.csv"]);
        assert!(hints(&report, "Verein Nirgends").contains("middle of the quarter"), "{report:#}");
        let wrong: Vec<&Value> =
            report["rows"].as_array().expect("rows").iter().filter(|row| row["outcome"] == "wrong").collect();
        assert_eq!(wrong.iter().map(|row| &row["name"]).collect::<Vec<_>>(), ["Verein Unklar"], "{report:#}");
        import(folder, url, &["--as", "draft", "--skip-wrong", "list.csv"]).ok();
        let all = actors(folder, url);
        let precision = |name: &str| all[name]["location"]["precision"].clone();
        assert_eq!(precision("Verein Haus"), "exact");
        assert_eq!(all["Verein Haus"]["location"]["longitude"], 7.15);
        assert_eq!(precision("Verein Straße"), "street");
        assert_eq!(precision("Verein Nirgends"), "quarter");
        assert_eq!(precision("Verein Verborgen"), "hidden");
        assert_eq!(precision("Verein Allein"), Value::Null);
        // Of an entry there is, it counts for the place that it has.
        fs::write(folder.join("hide.csv"), "Verein;Genauigkeit\nVerein Haus;hidden\n").expect("written");
        import(folder, url, &["hide.csv"]).ok();
        let hidden = &actors(folder, url)["Verein Haus"];
        assert_eq!(
            (&hidden["location"]["precision"], &hidden["location"]["longitude"]),
            (&json!("hidden"), &json!(7.15))
        );
    }
}

#[tokio::test]
async fn old_programs_of_central_europe_are_told_apart_and_said() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let names = ["Stowarzyszenie Ślimak i Źródło", "Društvo Žabica Češnja", "Związek Kobiet Śląskich"];
        let list = format!("Name;Sprachen\n{}\n", names.map(|name| format!("{name};poln.")).join("\n"));
        let (bytes, _, is_lossy) = encoding_rs::ISO_8859_2.encode(&list);
        assert!(!is_lossy);
        fs::write(folder.join("list.csv"), &bytes).expect("written");
        let report = look(folder, url, &["list.csv"]);
        assert!(report["tables"][0]["remarks"].to_string().contains("ISO-8859-2"), "{}", report["tables"][0]);
        import(folder, url, &["list.csv"]).ok();
        let all = actors(folder, url);
        assert!(names.iter().all(|name| all.contains_key(*name)), "{:?}", all.keys());
    }
}

#[tokio::test]
async fn a_decision_names_the_row_that_the_sheet_shows_and_what_is_left_out_is_told() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        // A cell of two lines is one row of a sheet, and an empty row is one as well.
        let list = "Übersicht;;\nVerein;Telefon;Schwerpunkte\nVerein Amselpfad;02323 471100;\"Sport;\nKultur\"\n;;\n\
            Verein Birkenfunke;02323 471101;\nVerein Christrose;02323 471102;\nVerein Dünenwind;02323 471103;\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        let numbers = |report: &Value| -> Vec<(Value, Value)> {
            let rows = report["rows"].as_array().expect("rows").iter();
            rows.map(|row| (row["row"].clone(), row["line"].clone())).collect()
        };
        let report = look(folder, url, &["list.csv"]);
        let expected: Vec<(Value, Value)> = [3, 5, 6, 7].map(|line| (json!(line), json!(line))).to_vec();
        assert_eq!(numbers(&report), expected, "{report:#}");
        let flags = ["--language", "de", "--decide", "unklar=notiz", "--decide", "row 6=skip", "list.csv"];
        let taken = import(folder, url, &flags).ok();
        for told in ["6  ausgelassen", "1 ausgelassen", "3 neu", "an dieser Zeile war nichts zu entscheiden"] {
            assert!(taken.stdout.contains(told), "{told} in {}", taken.stdout);
        }
        let all = actors(folder, url);
        assert_eq!(all.keys().collect::<Vec<_>>(), ["Verein Amselpfad", "Verein Birkenfunke", "Verein Dünenwind"]);
        let refused = import(folder, url, &["--decide", "Zeile 6=auslassen", "--rows", "6", "list.csv"]);
        assert!(!refused.success && refused.stderr.contains("row 6 is left out"), "{refused:?}");
        let beyond = look(folder, url, &["--decide", "row 4=new", "list.csv"]);
        assert!(beyond["tables"][0]["remarks"].to_string().contains("about nothing in the table"), "{beyond:#}");
    }
}

#[tokio::test]
async fn an_import_tells_what_is_to_be_looked_at_and_never_uncovers_what_a_remark_hides() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let houses = "str;hnr;plz;ort;lon;lat\nMusterstraße;12;44649;Herne, Stadt;7.15;51.53\n";
        fs::write(folder.join("houses.csv"), houses).expect("written");
        run(folder, &["addresses", "--database", url, "houses.csv"]).ok();
        let list = "Verein;Straße;PLZ;Ort;Stadtteil;Telefon;Bemerkung\n\
            Verein Amselpfad;Musterstr. 12;44649;Herne;Horsthausen;02323 471100;Adresse bitte nicht nennen\n\
            Verein Birkenfunke;Musterstr. 12;44649;Herne;Horsthausen;02323 471101;Tel. privat, nicht rausgeben\n\
            Verein Christrose;Musterstr. 12;44649;Herne;Horsthausen;02323 471102;aufgelöst\n\
            Verein Dünenwind;Musterstr. 12;44649;Herne;;02323 471103;\n\
            Verein Eibe;Holzweg 1;44649;Herne;;02323 471104;\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        let taken = import(folder, url, &["--as", "published", "list.csv"]).ok();
        for told in ["Please look at these rows", "is on no map", "the place is hidden", "stays a draft", "5 actors"] {
            assert!(taken.stdout.contains(told), "{told} in {}", taken.stdout);
        }
        let all = actors(folder, url);
        let status = |name: &str| all[name]["status"].clone();
        for kept in ["Verein Amselpfad", "Verein Birkenfunke", "Verein Christrose"] {
            assert_eq!(status(kept), "draft", "{kept}");
        }
        assert_eq!(all["Verein Amselpfad"]["location"]["precision"], "hidden");
        assert_eq!(all["Verein Birkenfunke"]["phone"], Value::Null);
        assert_eq!(all["Verein Dünenwind"]["location"]["precision"], "exact");
        run(folder, &["export", "--database", url, "public.json"]).ok();
        let public = fs::read_to_string(folder.join("public.json")).expect("an export");
        assert!(
            public.contains("Dünenwind") && !public.contains("Amselpfad") && !public.contains("471101"),
            "{public}"
        );
    }
}
