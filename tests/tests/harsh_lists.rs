//! Lists as hard as offices write them: cover sheets, links behind words, headings in two rows, sections, the days of the week
//! as columns, a postcode among contacts. Each row is right or named, and nothing of a person becomes public.

use std::{collections::BTreeMap, fs};

use rust_xlsxwriter::{Format, Url, Workbook};
use serde_json::{Value, json};
use tests::{
    databases,
    tables::{actors, import, import_taxonomy, look, take},
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
        let report = take(folder, url, &["list.xlsx"]);
        assert!(remarks(&report).contains("holds no table"), "{report:#}");
        assert_eq!(report["tables"][0]["questions"], json!([]), "{report:#}");
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
        let report = take(folder, url, &["list.csv"]);
        assert!(remarks(&report).contains("line 2, 4"), "{report:#}");
        assert_eq!(report["tables"][0]["questions"], json!([]), "{report:#}");
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
        let actor =
            |name: &str, phone: &str| json!({ "type": "organisation", "kind": "other", "name": name, "phone": phone });
        let before = json!({ "format": "bruecke-directory", "version": 1, "actors": [
            actor("Frauencafé Quittenlicht e. V.", "02323 111222"), actor("Tanzkreis Mondscheibe", "02323 333444")] });
        fs::write(folder.join("before.json"), before.to_string()).expect("written");
        import(folder, url, &["before.json"]).ok();
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
        assert_eq!(outcomes(&take(folder, url, &decided)), ["changed", "changed", "new"]);
        let all = actors(folder, url);
        assert_eq!(all.len(), 3, "{:?}", all.keys());
        let slug = |slug: &str| all.values().find(|actor| actor["slug"] == slug).expect("an entry");
        assert_eq!(slug("frauencafe-quittenlicht-e-v")["languages"], json!(["tr"]));
        assert_eq!(slug("tanzkreis-mondscheibe")["languages"], json!(["ar"]));
    }
}

#[tokio::test]
async fn a_row_that_is_decided_to_be_an_entry_adds_to_it() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let before = json!({ "format": "bruecke-directory", "version": 1, "actors": [{
            "type": "organisation", "kind": "other", "name": "Frauencafé Quittenlicht e. V.", "slug": "quittenlicht",
            "languages": ["tr", "ar", "ku", "de"], "summary": { "de": "Ein Treff für Frauen aus dem ganzen Stadtteil." },
            "phone": "02323 111222" }] });
        fs::write(folder.join("before.json"), before.to_string()).expect("written");
        import(folder, url, &["before.json"]).ok();
        let list =
            "Verein;Telefon;Sprachen;Kurzbeschreibung\nFrauencafe Quitenlicht;02323 333444;türkisch, polnisch;Treff\n";
        fs::write(folder.join("list.csv"), list).expect("written");
        take(folder, url, &["--decide", "row 2=quittenlicht", "list.csv"]);
        let all = actors(folder, url);
        let entry = &all["Frauencafé Quittenlicht e. V."];
        assert_eq!((all.len(), &entry["phone"]), (1, &json!("02323 333444")), "{entry:#}");
        assert_eq!(entry["languages"], json!(["tr", "ar", "ku", "de", "pl"]));
        assert_eq!(entry["summary"]["de"], "Ein Treff für Frauen aus dem ganzen Stadtteil.");
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

/// Lists as eleven other offices keep them, with how many of their rows a word of state archives.
const LISTS: [(&str, &str, usize); 11] = [
    ("youth-office.csv", include_str!("lists/youth-office.csv"), 0),
    ("register.csv", include_str!("lists/register.csv"), 4),
    ("volunteer-agency.csv", include_str!("lists/volunteer-agency.csv"), 0),
    ("neighbourhood-office.csv", include_str!("lists/neighbourhood-office.csv"), 0),
    ("courses.csv", include_str!("lists/courses.csv"), 0),
    ("telephone-list.csv", include_str!("lists/telephone-list.csv"), 0),
    ("two-languages.csv", include_str!("lists/two-languages.csv"), 0),
    ("marks.csv", include_str!("lists/marks.csv"), 5),
    ("district-groups.csv", include_str!("lists/district-groups.csv"), 0),
    ("family-office.csv", include_str!("lists/family-office.csv"), 0),
    ("culture-register.csv", include_str!("lists/culture-register.csv"), 0),
];

/// How many decisions a table asks for: what is unclear is one, since it may all stand in the notes.
fn decisions(table: &Value) -> usize {
    let unknown =
        table["columns"].as_array().expect("columns").iter().filter(|column| column["use"] == "unknown").count();
    unknown + usize::from(table["questions"] != json!([]))
}

#[tokio::test]
async fn lists_of_other_offices_go_in_with_few_decisions_each_row_right() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, url) = (folder.path(), database.url.as_str());
        import_taxonomy(folder, url);
        let files = LISTS.map(|(name, text, _)| {
            fs::write(folder.join(name), text).expect("written");
            name
        });
        let asked = look(folder, url, &files);
        for table in asked["tables"].as_array().expect("tables") {
            assert!(decisions(table) <= 3, "{table:#}");
        }
        let done = import(folder, url, &[&["--decide", "unclear=note"], files.as_slice()].concat()).ok();
        let all = actors(folder, url);
        assert_eq!(all.len(), 20 * LISTS.len(), "{}", done.stdout);
        let archived = all.values().filter(|actor| actor["status"] == "archived").count();
        assert_eq!(archived, LISTS.iter().map(|(.., archived)| archived).sum::<usize>());
        assert!(all.values().all(|actor| actor["status"] == "draft" || actor["status"] == "archived"));
        check_places(&all);
        check_values(&all);
    }
}

/// Streets, towns and districts, however they are written into a cell.
fn check_places(all: &BTreeMap<String, Value>) {
    for (name, street, town, district) in [
        ("Kinderclub Seifenblase", "Musterstr. 1", "Herne", Value::Null),
        ("Jugendtreff Zündschnur", "Probeweg 2", "Herne", Value::Null),
        ("Mädchengruppe Wirbelwind", "Testallee 3", "Herne", json!("sodingen")),
        ("Jungenwerkstatt Hobel", "Skizzenring 4", "Herne", Value::Null),
        ("Elterninitiative Storchennest", "Entwurfgasse 5 a", "Herne", json!("eickel")),
        ("Hausaufgabenhilfe Tintenklecks", "Beispielplatz 6", "Herne", Value::Null),
        ("Kulturverein Granatapfel e.V.", "Probeweg 1", "Herne", json!("sodingen-mitte")),
        ("Frauenbund Nachtkerze e.V.", "Skizzenring 4", "Herne", Value::Null),
        ("Chor Silberstimme e.V.", "Entwurfgasse 5", "Herne", json!("unser-fritz-crange")),
        ("Gemeinde Palmzweig", "Musterstr. 8", "Herne", json!("wanne")),
        ("Chór Skowronek", "Beispielplatz 12", "Herne", Value::Null),
        ("Haus Achat", "Kesselstr. 1", "Herne", json!("sodingen-mitte")),
        ("Rosmarin Herne e.V.", "Am Mühlrad 3", "Herne", json!("holsterhausen")),
    ] {
        let actor = &all[name];
        let address = &actor["address"];
        assert_eq!((&address["street"], &address["city"]), (&json!(street), &json!(town)), "{actor:#}");
        assert_eq!(actor["basedIn"], district, "{actor:#}");
    }
    assert_eq!(all["Spielkreis Kreisel"]["address"]["postcode"], "44649");
    assert_eq!(all["Moscheeverein Mondsichel e.V."]["address"]["postcode"], "44649");
    assert_eq!(all["Strickrunde Maschenprobe"]["basedIn"], "wanne-sued");
    // Metres of surveyors, also in each other's column, and columns of degrees that are exchanged as a whole.
    for (name, longitude, latitude) in [
        ("Haus Achat", 7.1403, 51.5272),
        ("Haus Flussspat", 7.1482, 51.5284),
        ("Kulturkreis Thymian", 7.16, 51.52),
        ("SV Zitronenverbene 09", 7.1642, 51.5214),
    ] {
        let location = &all[name]["location"];
        let is_near = |field: &str, wanted: f64| location[field].as_f64().is_some_and(|it| (it - wanted).abs() < 0.001);
        assert!(is_near("longitude", longitude) && is_near("latitude", latitude), "{name}: {location}");
    }
}

/// Themes, languages, hours, contacts and states of single rows.
fn check_values(all: &BTreeMap<String, Value>) {
    for (name, field, value) in [
        ("Lernhaus Kreide", "themes", json!(["language.heritage"])),
        ("Bildungsverein Lineal", "themes", json!(["language.german"])),
        ("Jungenwerkstatt Hobel", "themes", json!(["language.heritage"])),
        ("Lernhaus Kreide", "openingHours", json!("Mo 09:00-12:00; Sa 10:00-13:00")),
        ("Tanzgruppe Windrose", "openingHours", json!("Tu 15:00-17:00")),
        ("Kinderclub Seifenblase", "phone", json!("02323 999140/41")),
        ("Kinderclub Seifenblase", "targetGroups", json!(["children-6-13"])),
        ("Mädchengruppe Wirbelwind", "targetGroups", json!(["seniors"])),
        ("Kite Makers of Herne", "website", json!("http://n2.example")),
        ("Kite Makers of Herne", "phone", json!("0 23 23 880102")),
        ("Atelier Farbklecks", "targetGroups", json!(["women"])),
        ("Atelier Farbklecks", "email", json!("mail@m0.example")),
        ("Atelier Farbklecks", "website", json!("https://www.m0.example")),
        ("Bund Kirschkern", "languages", json!(["tr", "ar"])),
        ("Bund Kirschkern", "status", json!("archived")),
        ("Hedgerow Circle", "openingHours", json!("Mo 17:00-19:00")),
        ("Chór Skowronek", "languages", json!(["szl", "pl"])),
        ("Sportclub Blitzbirne 1998 e.V.", "status", json!("archived")),
        ("Elternverein Murmel e.V.", "status", json!("archived")),
        ("Hilfsverein Brückenpfeiler e.V.", "status", json!("draft")),
        ("Verein Goldammer", "openingHours", json!("Mo-Tu,Th-Fr 09:00-12:00,14:00-16:30; We 09:00-12:00")),
        ("Verein Goldammer", "phone", json!("02323/70 00 13 -46")),
        ("Verein Goldammer", "website", Value::Null),
        ("Rotkehlchen e.V.", "openingHours", json!("Mo-Th 10:00-15:00; PH off")),
        ("Rotkehlchen e.V.", "phone", json!("0 23 23 / 16-0")),
        ("Initiative Haubenlerche", "openingHours", Value::Null),
        ("Initiative Haubenlerche", "phone", json!("02323 700014")),
        ("Initiative Haubenlerche", "email", json!("post@haubenlerche.example")),
        ("Initiative Haubenlerche", "website", json!("http://gruppe2.example")),
        ("Initiative Haubenlerche", "legalForm", json!("unregistered-association")),
        ("Initiative Haubenlerche", "basedIn", Value::Null),
        ("Frauengruppe Wasseramsel", "openingHours", json!("24/7")),
        ("Frauengruppe Wasseramsel", "phone", Value::Null),
        ("Initiative Singdrossel", "phone", json!("02323 700018")),
        ("Initiative Singdrossel", "openingHours", json!("Fr 15:00-18:00; SH off")),
        ("Kulturverein Stieglitz", "openingHours", Value::Null),
        ("Müttercafé Granit", "kind", json!("faith")),
        ("Haus Achat", "kind", json!("other")),
        ("Haus Achat", "phone", json!("02323 700100")),
        ("Lernort Schiefer", "openingHours", Value::Null),
        ("Haus Flussspat", "openingHours", json!("Tu,Th 09:00-12:00,14:00-17:00")),
        ("Malachit-Treff", "openingHours", json!("Mo-Fr 09:00-17:00")),
        ("Hilfsverein Kerbel", "phone", json!("0049 2325 700402")),
    ] {
        assert_eq!(all[name][field], value, "{name}: {:#}", all[name]);
    }
    let board = &all["Hedgerow Circle"]["contactPersons"][0]["phone"];
    assert_eq!((&board["value"], &board["visibility"]), (&json!("0171 5550000"), &json!("internal")));
}
