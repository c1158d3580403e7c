//! Lists as hard as offices write them: cover sheets, links behind words, headings in two rows, sections, the days of the week
//! as columns, a postcode among contacts. Each row is right or named, and nothing of a person becomes public.

use std::fs;

use rust_xlsxwriter::{Format, Url, Workbook};
use serde_json::{Value, json};
use tests::{
    databases,
    tables::{actors, import, import_taxonomy, look},
};

fn remarks(report: &Value) -> String {
    report["tables"][0]["remarks"].to_string()
}

#[tokio::test]
async fn links_count_and_headings_in_two_rows_behind_a_cover_sheet_say_whose_contacts_they_are() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let mut workbook = Workbook::new();
        workbook.add_worksheet().set_name("Deckblatt").expect("a name").write(0, 0, "Stand Februar").expect("a cell");
        let sheet = workbook.add_worksheet().set_name("Vereine").expect("a name");
        let bold = Format::new();
        sheet.merge_range(0, 2, 0, 4, "Erreichbarkeit", &bold).expect("merged");
        sheet.merge_range(0, 5, 0, 6, "Ansprechperson", &bold).expect("merged");
        sheet.write(0, 0, "lfd. Nr.").expect("a cell").write(0, 1, "Organisation").expect("a cell");
        sheet.write(0, 7, "Sprachen").expect("a cell");
        for (column, heading) in (2_u16..).zip(["Tel.", "Mail", "Web", "Name", "mobil"]) {
            sheet.write(1, column, heading).expect("a cell");
        }
        let texts =
            ["1", "Verein Zaunkönig", "02323 998100", "E-Mail", "Homepage", "Frau Erfunden", "0170 5550000", "TR/DE"];
        for (column, text) in (0_u16..).zip(texts) {
            sheet.write(2, column, text).expect("a cell");
        }
        let mail = Url::new("mailto:info@zaun.example?subject=Anfrage").set_text("E-Mail");
        sheet.write_url(2, 3, mail).expect("a link");
        sheet.write_url(2, 4, Url::new("https://zaun.example/start").set_text("Homepage")).expect("a link");
        sheet.write(3, 0, "2").expect("a cell");
        sheet.write_url(3, 1, Url::new("https://linde.example").set_text("Verein Lindenblatt")).expect("a link");
        workbook.save(folder.join("list.xlsx")).expect("saved");
        let report = look(folder, url, &["list.xlsx"]);
        assert!(remarks(&report).contains("holds no table"), "{report:#}");
        assert_eq!(report["tables"][0]["questions"], json!([]), "{report:#}");
        import(folder, url, &["list.xlsx"]).ok();
        let all = actors(folder, url);
        assert_eq!(all.len(), 2, "{:?}", all.keys());
        let first = &all["Verein Zaunkönig"];
        assert_eq!(
            (&first["email"], &first["website"], &first["phone"]),
            (&json!("info@zaun.example"), &json!("https://zaun.example/start"), &json!("02323 998100"))
        );
        assert_eq!(first["languages"], json!(["tr", "de"]));
        let person = &first["contactPersons"][0];
        assert_eq!(person["phone"]["value"], "0170 5550000", "{person}");
        assert!(person["name"]["value"].as_str().is_some_and(|name| name.contains("Erfunden")), "{person}");
        assert_eq!(all["Verein Lindenblatt"]["website"], "https://linde.example");
    }
}

#[tokio::test]
async fn sections_weekdays_and_whole_contacts_of_a_cell_land_in_their_fields() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let list = "Bezeichnung;Kontaktdaten;Telefon (Vorsitz);Rufnummer;Durchwahl;Mo;Di;Mi;Do;Koordinaten;geprüft am;geprüft von\n\
            Wanne-Süd;;;;;;;;;;;\n\
            Kreis Amboss;\"Hammerweg 1, 44651 Herne, T. 02325 666003, kreis@post.example\";0170 5550001;;;9-12 u. 14-16;geschl.;10-12;;51.5255, 7.17;15.01.2026;Hr. Prüfer\n\
            Röhlinghausen;;;;;;;;;;;\n\
            Kreis Blasebalg;;;02325 77000;12;;;;;;14.01.2026;\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        let report = look(folder, url, &["list.csv"]);
        assert!(remarks(&report).contains("line 2, 4"), "{report:#}");
        assert_eq!(report["tables"][0]["questions"], json!([]), "{report:#}");
        import(folder, url, &["list.csv"]).ok();
        let all = actors(folder, url);
        assert_eq!(all.len(), 2, "{:?}", all.keys());
        let first = &all["Kreis Amboss"];
        assert_eq!((&first["phone"], &first["email"]), (&json!("02325 666003"), &json!("kreis@post.example")));
        assert_eq!(
            (&first["address"]["street"], &first["address"]["postcode"], &first["address"]["city"]),
            (&json!("Hammerweg 1"), &json!("44651"), &json!("Herne"))
        );
        assert_eq!(first["openingHours"], "Mo 09:00-12:00,14:00-16:00; We 10:00-12:00", "{first:#}");
        assert_eq!((&first["basedIn"], &first["location"]["longitude"]), (&json!("wanne-sued"), &json!(7.17)));
        assert_eq!((&first["verifiedOn"], &first["verifiedBy"]), (&json!("2026-01-15"), &json!("editor")));
        assert_eq!(first["contactPersons"][0]["phone"]["value"], "0170 5550001");
        let second = &all["Kreis Blasebalg"];
        assert_eq!(second["verifiedBy"], "editor");
        assert_eq!((&second["phone"], &second["basedIn"]), (&json!("02325 77000-12"), &json!("roehlinghausen")));
    }
}

#[tokio::test]
async fn one_decision_makes_each_row_the_entry_that_it_looks_most_like() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let before = "Verein;Telefon\nFrauencafé Quittenlicht e. V.;02323 111222\nTanzkreis Mondscheibe;02323 333444\n";
        fs::write(folder.join("before.csv"), before).expect("written");
        import(folder, url, &["before.csv"]).ok();
        let after = "Verein;Telefon;Sprachen\nFrauencafe Quittenlicht;02323 111222;türkisch\n\
            Tanzkreis Mondscheibe e.V.;02323 333444;arabisch\nLesekreis Neu;02323 555666;polnisch\n";
        fs::write(folder.join("after.csv"), after).expect("written");
        let asked = look(folder, url, &["after.csv"]);
        let outcomes = |report: &Value| -> Vec<String> {
            let rows = report["rows"].as_array().expect("rows").iter();
            rows.map(|row| row["outcome"].as_str().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!(outcomes(&asked), ["likely duplicate", "likely duplicate", "new"], "{asked:#}");
        let decided = ["--decide", "duplicates=entry", "after.csv"];
        assert_eq!(outcomes(&look(folder, url, &decided)), ["changed", "changed", "new"]);
        import(folder, url, &decided).ok();
        let all = actors(folder, url);
        assert_eq!(all.len(), 3, "{:?}", all.keys());
        let slug = |slug: &str| all.values().find(|actor| actor["slug"] == slug).expect("an entry");
        assert_eq!(slug("frauencafe-quittenlicht-e-v")["languages"], json!(["tr"]));
        assert_eq!(slug("tanzkreis-mondscheibe")["languages"], json!(["ar"]));
    }
}

#[tokio::test]
async fn a_plain_import_of_a_directory_file_says_which_places_are_far_away() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let actor = |name: &str, longitude: f64, latitude: f64| {
            json!({ "type": "organisation", "kind": "other", "name": name,
                "location": { "longitude": longitude, "latitude": latitude } })
        };
        let file = json!({ "format": "bruecke-directory", "version": 1,
            "actors": [actor("Verein Nah", 7.15, 51.53), actor("Verein Fern", 13.4, 52.5)] });
        fs::write(folder.join("list.json"), format!("{file:#}")).expect("written");
        let done = import(folder, url, &["list.json"]).ok();
        assert!(done.stdout.contains("1 actor lies far outside all districts"), "{}", done.stdout);
        assert!(done.stdout.contains("list.json line") && done.stdout.contains("\"Verein Fern\""), "{}", done.stdout);
        assert!(!done.stdout.contains("Verein Nah"), "{}", done.stdout);
        // What is there already was looked at.
        let again = import(folder, url, &["list.json"]).ok();
        assert!(!again.stdout.contains("far outside"), "{}", again.stdout);
    }
}
