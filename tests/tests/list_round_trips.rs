//! What comes back of a list, and what sticks to it: rows that were left out are read again once they are put right, comments
//! of cells are for staff, and entries of the archive are remembered.

use std::fs;

use rust_xlsxwriter::{Note, Workbook};
use serde_json::{Value, json};
use tests::{
    Server, databases, run,
    tables::{actors, import, import_taxonomy, look, take},
};

/// The headings that nobody knows, and what is asked.
fn open_questions(report: &Value) -> (Vec<&str>, &Value) {
    let table = &report["tables"][0];
    let columns = table["columns"].as_array().expect("columns").iter();
    let unknown = columns.filter(|column| column["use"] == "unknown").filter_map(|column| column["heading"].as_str());
    (unknown.collect(), &table["questions"])
}

#[tokio::test]
async fn the_rows_that_were_left_out_are_read_again_without_a_new_question() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let list = "Verein;Homepage;türkisch;arabisch;Sport;Öffnung Mo;Öffnung Di;Öffnung Mi;PLZ\n\
            Verein Ahornblatt;www.ahorn.example;x;;x;9-12;;;44649\n\
            Verein Buchfink;kein Netz;x;;;;10-12;;44651\n\
            Verein Cembalo;www.cembalo.example;;x;;;;14-16;446\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        let first = take(folder, url, &["--skip-wrong", "--rejects", "left.csv", "list.csv"]);
        assert_eq!(open_questions(&first), (Vec::new(), &json!([])), "{first:#}");
        assert_eq!(actors(folder, url).len(), 1);
        let left = fs::read_to_string(folder.join("left.csv")).expect("rejects");
        assert!(left.contains("Problem") && left.contains(";x;"), "{left}");
        // As somebody puts them right in a spreadsheet.
        let right = left.replace("kein Netz", "www.buchfink.example").replace(";446;", ";44653;");
        fs::write(folder.join("left.csv"), right).expect("written");
        let again = take(folder, url, &["left.csv"]);
        assert_eq!(open_questions(&again), (Vec::new(), &json!([])), "{again:#}");
        let all = actors(folder, url);
        assert_eq!(all.len(), 3);
        let (second, third) = (&all["Verein Buchfink"], &all["Verein Cembalo"]);
        assert_eq!(
            (&second["languages"], &second["openingHours"], &second["themes"]),
            (&json!(["tr"]), &json!("Tu 10:00-12:00"), &Value::Null)
        );
        assert_eq!((&third["languages"], &third["openingHours"]), (&json!(["ar"]), &json!("We 14:00-16:00")));
    }
}

#[tokio::test]
async fn comments_of_cells_are_said_and_stay_with_staff() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, texts) in (0_u32..).zip([
            ["Verein", "Telefon"],
            ["Verein Distelfalter", "02323 888001"],
            ["Verein Efeu", "02323 888002"],
        ]) {
            sheet.write_row(row, 0, texts).expect("cells");
        }
        sheet.insert_note(0, 1, &Note::new("nur vormittags")).expect("a note");
        sheet.insert_note(1, 1, &Note::new("neue Nummer seit dem Wispernfest")).expect("a note");
        sheet.insert_note(2, 0, &Note::new("bitte nicht veröffentlichen")).expect("a note");
        workbook.save(folder.join("list.xlsx")).expect("saved");
        let report = take(folder, url, &["--as", "published", "list.xlsx"]);
        let remarks = report["tables"][0]["remarks"].to_string();
        assert!(remarks.contains("internal only: line 2, 3") && remarks.contains("nur vormittags"), "{remarks}");
        let all = actors(folder, url);
        // What an export says nothing of is published.
        assert_eq!(all["Verein Distelfalter"]["status"], Value::Null);
        assert_eq!(all["Verein Efeu"]["status"], "draft");
        run(folder, &["export", "--database", url, "public.json"]).ok();
        let public = fs::read_to_string(folder.join("public.json")).expect("an export");
        assert!(public.contains("Distelfalter") && !public.contains("Wispernfest") && !public.contains("Efeu"));
    }
}

#[tokio::test]
async fn a_row_that_looks_like_an_archived_entry_says_so() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let before = "Verein;Telefon;Status\nFrauencafé Fliederduft e. V.;02323 777001;aufgelöst 2021\n";
        fs::write(folder.join("before.csv"), before).expect("written");
        import(folder, url, &["before.csv"]).ok();
        let after = "Verein;Telefon;Status\nFrauencafe Fliederduft;02323 777001;aktiv\n";
        fs::write(folder.join("after.csv"), after).expect("written");
        let report = look(folder, url, &["after.csv"]);
        let row = &report["rows"][0];
        assert_eq!(
            (&row["outcome"], &row["alike"][0]["archived"]),
            (&json!("likely duplicate"), &json!(true)),
            "{row:#}"
        );
        assert!(row["hints"].to_string().contains("is archived"), "{row:#}");
    }
}

#[tokio::test]
async fn a_public_table_changes_no_link_whatever_signs_it_holds() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let links = ["https://a.example/?q=1,2", "https://a.example/x|y", "https://a.example/p;q,r"];
        let actors = links.map(|link| {
            json!({ "type": "organisation", "kind": "other", "name": format!("Verein Şirin {}", link.len()), "phone": "02323 471100",
                "summary": { "de": "Ein Treff.", "uk": "Зустріч для всіх.", "ar": "لقاء" },
                "website": link, "socialLinks": links, "status": "published",
                "location": { "longitude": 7.2, "latitude": 51.53, "precision": "exact" } })
        });
        let file = json!({ "format": "bruecke-directory", "version": 1, "actors": actors });
        fs::write(folder.join("actors.json"), file.to_string()).expect("written");
        import(folder, url, &["actors.json"]).ok();
        let server = Server::start(folder, url);
        for file in ["actors.csv", "actors.geojson"] {
            let export = server.get(&format!("/export/{file}")).await;
            assert_eq!(export.status, 200, "{file}: {}", export.text);
            fs::write(folder.join(file), export.text).expect("written");
        }
        drop(server);
        // As a program saves it that has no sign for Cyrillic and Arabic letters.
        let table = fs::read_to_string(folder.join("actors.csv")).expect("a table");
        let lossy: String =
            table.trim_start_matches('\u{feff}').chars().map(|c| if c > '\u{ff}' { '?' } else { c }).collect();
        assert!(lossy.contains("??????? ??? ????"), "{lossy}");
        fs::write(folder.join("lossy.csv"), lossy).expect("written");
        for file in ["actors.csv", "lossy.csv"] {
            let report = look(folder, url, &[file]);
            let rows = report["rows"].as_array().expect("rows");
            assert_eq!(rows.len(), 3, "{report:#}");
            assert!(rows.iter().all(|row| row["outcome"] == "same"), "{file}: {report:#}");
        }
        let refused = import(folder, url, &["actors.geojson"]);
        assert!(!refused.success && refused.stderr.contains("as in exports of actors"), "{refused:?}");
    }
}

/// A list that was published, and the same as the office has it a year later.
const LAST_YEAR: &str = "Verein;Straße;Stadtteil;Ansprechpartner;Telefon;E-Mail;Zeiten;Einwilligung;Bemerkung\n\
    Chor Aurora;;Herne-Mitte;;02323 888101;chor@aurora.example;;ja;alt\n\
    Club Borealis;Hauptstr. 4;Wanne;;02325 888102;club@borealis.example;;ja;\n\
    Treff Cumulus;;Sodingen;;02323 888103;treff@cumulus.example;;ja;\n\
    Gruppe Drachen;Schulstr. 6;Eickel;;02323 888104;gruppe@drachen.example;;ja;\n\
    Kreis Falter;;Horsthausen;;02323 888105;kreis@falter.example;;nein;\n\
    Runde Glimmer;;Wanne;Eva Beispiel;02323 888106;runde@glimmer.example;;ja;\n\
    Haus Hagel;Talstr. 10;Herne-Mitte;;02323 888107;haus@hagel.example;Sa 14-16 Uhr;ja;\n\
    Verein Iltis;;Wanne;;02323 888108;verein@iltis.example;;ja;\n";
const THIS_YEAR: &str = "Verein;Straße;Stadtteil;Ansprechpartner;Telefon;E-Mail;Zeiten;Einwilligung;Bemerkung\n\
    Chor Aurora;;Herne-Mitte;;02323 888101;chor@aurora.example;;ja;neu\n\
    Club Borealis;bei Kaya, Hauptstr. 9 (privat);Wanne;;02325 888102;club@borealis.example;;ja;\n\
    Treff Cumulus;;Wanne;;02323 888103;treff@cumulus.example;;ja;\n\
    Gruppe Drachenflug;Schulstr. 6;Eickel;;02323 888104;gruppe@drachen.example;;ja;\n\
    Kreis Falter;;Horsthausen;;02323 888105;kreis@falter.example;;ja;\n\
    Runde Glimmer;;Wanne;Olga Muster;02323 888106;runde@glimmer.example;;ja;\n\
    Haus Hagel;Talstr. 10;Herne-Mitte;;;;;ja;aufgelöst zum 31.12.2025\n\
    Verein Iltis;;Wanne;;02323 888108;verein@iltis.example;;nein;\n";

/// A row of a report by its name, with its hints as one text.
fn row<'a>(report: &'a Value, name: &str) -> (&'a Value, String) {
    let rows = report["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("no row {name}: {report:#}"));
    (row, row["hints"].to_string())
}

#[tokio::test]
async fn what_a_list_says_the_second_time_is_taken_kept_as_a_remark_or_told() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        fs::write(folder.join("last.csv"), LAST_YEAR).expect("written");
        fs::write(folder.join("this.csv"), THIS_YEAR).expect("written");
        import(folder, url, &["--as", "published", "last.csv"]).ok();
        let before = actors(folder, url);
        let options = ["--as", "published", "--decide", "row 5=gruppe-drachen", "this.csv"];
        let report = look(folder, url, &options);

        let (chor, _) = row(&report, "Chor Aurora");
        assert_eq!((&chor["outcome"], &chor["changes"][0]["after"]), (&json!("changed"), &json!("Bemerkung: neu")));
        let (club, hints) = row(&report, "Club Borealis");
        assert!(hints.contains("stands in the note only") && club["changes"].to_string().contains("phone"), "{club:#}");
        let (treff, hints) = row(&report, "Treff Cumulus");
        assert!(hints.contains("the point on the map moves as well"), "{treff:#}");
        let (gruppe, hints) = row(&report, "Gruppe Drachenflug");
        assert!(hints.contains("not taken, the entry keeps") && hints.contains("NOT_TAKEN"), "{gruppe:#}");
        let (kreis, hints) = row(&report, "Kreis Falter");
        assert!(hints.contains("is a draft in the directory and stays one"), "{kreis:#}");
        let (runde, hints) = row(&report, "Runde Glimmer");
        assert!(hints.contains("beside it stays") && hints.contains("Eva Beispiel"), "{runde:#}");
        let (haus, hints) = row(&report, "Haus Hagel");
        assert!(hints.contains("is public and stays so") && !hints.contains("stays a draft"), "{haus:#}");
        let (iltis, hints) = row(&report, "Verein Iltis");
        assert!(hints.contains("becomes a draft and is public no more"), "{iltis:#}");
        let remarks = report["tables"][0]["remarks"].to_string();
        for heading in ["Telefon", "E-Mail", "Zeiten"] {
            assert!(remarks.contains(&format!("\\\"{heading}\\\": one cell is empty")), "{remarks}");
        }
        assert!(!remarks.contains("Straße"), "{remarks}");
        let shown = import(folder, url, &[&["--dry-run"], &options[..]].concat()).ok().stdout;
        assert!(shown.contains("Gruppe Drachenflug") && shown.contains("not taken"), "{shown}");

        let told = import(folder, url, &options).ok().stdout;
        assert!(told.contains("note: nothing → \"Bemerkung: neu\"") && told.contains("basedIn: \"sodingen"), "{told}");
        let after = actors(folder, url);
        let place = |name: &str| after[name]["location"].clone();
        assert_eq!(
            (&place("Treff Cumulus")["latitude"], &after["Treff Cumulus"]["basedIn"]),
            (&before["Verein Iltis"]["location"]["latitude"], &json!("wanne-mitte"))
        );
        assert_eq!(place("Haus Hagel"), before["Haus Hagel"]["location"]);
        assert_eq!(after["Haus Hagel"]["phone"], before["Haus Hagel"]["phone"]);
        assert_eq!(
            (&after["Club Borealis"]["phone"], &place("Club Borealis")["precision"]),
            (&Value::Null, &json!("hidden"))
        );
        assert_eq!(
            (&after["Verein Iltis"]["status"], &after["Kreis Falter"]["status"]),
            (&json!("draft"), &json!("draft"))
        );
        assert_eq!(after["Gruppe Drachen"]["name"], "Gruppe Drachen");

        // What was noted once is not noted again, and what is told stays told.
        let again = look(folder, url, &options);
        let rows = again["rows"].as_array().expect("rows");
        assert!(rows.iter().all(|row| row["outcome"] == "same"), "{again:#}");
        assert!(row(&again, "Gruppe Drachenflug").1.contains("not taken"), "{again:#}");
        fs::write(folder.join("back.csv"), THIS_YEAR.replace(";ja;neu", ";ja;alt")).expect("written");
        let back = look(folder, url, &["--as", "published", "--decide", "row 5=gruppe-drachen", "back.csv"]);
        assert_eq!(
            row(&back, "Chor Aurora").0["changes"][0]["after"],
            "Bemerkung: alt",
            "what was said before the last time"
        );
    }
}

#[tokio::test]
async fn a_place_that_somebody_set_stays_and_a_house_moves_with_its_address() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let houses = "street;number;postcode;longitude;latitude\n\
            Rathausstr.;6;44649;7.1600;51.5380\nHauptstraße;4;44649;7.1700;51.5390\n";
        fs::write(folder.join("houses.csv"), houses).expect("written");
        run(folder, &["addresses", "--database", url, "houses.csv"]).ok();
        let list = "Verein;Treffpunkt;Straße;Hausnummer;PLZ;Ort;Stadtteil\n\
            Treff Jasmin;Gesundheitsamt;Rathausstr.;6;44649;Herne;Wanne\n\
            Treff Klatschmohn;Bürgerzentrum, Hauptstr.;;4;44649;Herne;Wanne\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        import(folder, url, &["--as", "published", "list.csv"]).ok();
        let all = actors(folder, url);
        let place = |all: &std::collections::BTreeMap<String, Value>, name: &str| {
            let location = &all[name]["location"];
            (location["longitude"].as_f64(), location["precision"].as_str().map(ToOwned::to_owned))
        };
        let exact = Some("exact".to_owned());
        assert_eq!(place(&all, "Treff Jasmin"), (Some(7.16), exact.clone()), "{all:#?}");
        assert_eq!(place(&all, "Treff Klatschmohn"), (Some(7.17), exact.clone()), "{all:#?}");
        assert_eq!(all["Treff Jasmin"]["address"]["extra"], "Gesundheitsamt");

        // One moves to a house that is known, the other to one that is not.
        let list = list
            .replace("Gesundheitsamt;Rathausstr.;6", "Bürgerzentrum;Hauptstr.;4")
            .replace("Hauptstr.;;4", "Feldweg;;9");
        fs::write(folder.join("list.csv"), list).expect("written");
        let report = look(folder, url, &["--as", "published", "list.csv"]);
        assert!(row(&report, "Treff Jasmin").1.contains("house of the new address"), "{report:#}");
        assert!(row(&report, "Treff Klatschmohn").1.contains("stays where it was"), "{report:#}");
        import(folder, url, &["--as", "published", "list.csv"]).ok();
        let all = actors(folder, url);
        assert_eq!(place(&all, "Treff Jasmin"), (Some(7.17), exact.clone()));
        assert_eq!(place(&all, "Treff Klatschmohn"), (Some(7.17), exact));
    }
}

#[tokio::test]
async fn a_contact_that_its_own_cell_calls_private_is_public_no_more() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let list = |cells: [&str; 3]| {
            let [phone, email, street] = cells;
            format!("Verein;Telefon;E-Mail;Straße;PLZ;Ort\nChor Vielklang;{phone};{email};{street};44649;Herne\n")
        };
        let public = ["02325 559030", "chor@vielklang.example", "Am Markt 7"];
        fs::write(folder.join("list.csv"), list(public)).expect("written");
        for (at, field, cell) in [
            (0, "phone", "02325/559030 (privat)"),
            (0, "phone", "priv. 02325/559030"),
            (0, "phone", "02325 / 559030 privat Fr. Beispiel"),
            (1, "email", "chor@vielklang.example (privat)"),
            (2, "address", "Am Markt 7 (privat)"),
        ] {
            import(folder, url, &["--as", "published", "list.csv"]).ok();
            let before = &actors(folder, url)["Chor Vielklang"];
            assert!(before["status"].is_null() && !before[field].is_null(), "{cell}: {before:#}");
            let mut cells = public;
            cells[at] = cell;
            fs::write(folder.join("private.csv"), list(cells)).expect("written");
            let told = import(folder, url, &["--as", "published", "private.csv"]).ok().stdout;
            let after = &actors(folder, url)["Chor Vielklang"];
            assert!(after[field].is_null(), "{cell}: {after:#}\n{told}");
            assert!(!told.contains("stays public"), "{cell}: {told}");
        }
    }
}
