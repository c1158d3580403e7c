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
