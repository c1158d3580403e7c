//! Tables for staff: what they export, an import reads back without a change, however odd its texts are; and one cell
//! that says something else changes that field and no other.

use std::{fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use tests::{
    Finished, Server,
    accounts::{account, done},
    databases, run,
};

/// Texts that tables, spreadsheets and readers of forms stumble over.
const ODD: &[&str] = &[
    "a|b",
    r"C:\neu\|und\\",
    "\"Anführung\"; Semikolon, Strich",
    "=SUMME(A1)",
    "'=1+1",
    "+49 2323",
    "-",
    "keine",
    "siehe Homepage",
    "n. a.",
    "00123",
    "1.5.2026",
    "ja",
    "7,15",
    "_x000D_",
    "جمعية | الجسر",
    "می\u{200c}خواهم",
    "Größe ß Ä İ ı",
    "Zażółć gęślą jaźń",
    "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 👩\u{200d}👧",
    "<b>&amp;</b>",
    "entry",
];

/// The same with lines, tabs and spaces at the ends, which longer texts may have.
const ODD_LINES: &[&str] = &["eins\nzwei|drei\n\nvier", "  innen  ", "mit\r\nRücklauf", "\tTab\t", "\"\n\"", "=1\n+2"];

fn command(folder: &Path, name: &str, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&[name, "--database", database], more].concat())
}

fn line(nth: usize) -> &'static str {
    ODD[nth % ODD.len()]
}

fn lines(nth: usize) -> &'static str {
    if nth.is_multiple_of(2) { line(nth / 2) } else { ODD_LINES[nth / 2 % ODD_LINES.len()] }
}

/// A directory of entries of every kind and state whose texts are all odd.
fn odd_directory() -> Value {
    let statuses = ["draft", "published", "archived"];
    let slug = |nth: usize| format!("verein-{nth}");
    let actors: Vec<Value> = (0..ODD.len() * 3)
        .map(|nth| {
            let status = statuses[nth % 3];
            let text = json!({ "de": lines(nth), "ar": lines(nth + 3), "en": lines(nth + 7) });
            let mut actor = json!({
                "type": "organisation", "kind": "culture", "slug": slug(nth), "status": status,
                "formerSlugs": [format!("frueher-{nth}")],
                "name": format!("{} {nth}", line(nth)), "alternativeNames": [line(nth), line(nth + 1)],
                "summary": text, "address": { "street": line(nth + 2), "postcode": "00123", "extra": line(nth + 5) },
                "location": {
                    "longitude": 7.123_456_789 + 0.001 * (nth % 7) as f64, "latitude": 51.500_000_001,
                    "precision": (["exact", "street", "quarter", "hidden"][nth % 4]),
                },
                "activeIn": ["stadt"], "themes": ["sprache"], "languages": ["de", "kmr", "de-simple"],
                "phone": "0049 (2323) 00-12", "openingHours": "Mo-Fr 09:00-12:00; PH off", "byAppointment": nth % 2 == 0,
                "socialLinks": ["https://netz.example/a|b", "https://netz.example/c"],
                "wheelchair": (["yes", "unknown"][nth % 2]),
                "offers": [{
                    "title": { "de": line(nth + 1), "tr": line(nth + 4) }, "description": { "de": lines(nth + 1) },
                    "kind": (["service", "volunteering", "room"][nth % 3]), "status": status, "themes": ["sprache"],
                    "schedule": "Tu 18:00-20:00", "cost": { "de": line(nth + 9) }, "place": { "city": line(nth) },
                    "validFrom": "2026-01-31", "availability": "places-free", "freePlaces": nth + 1,
                    "availabilityUntil": "2026-06-30",
                }, { "title": { "de": line(nth + 2) } }],
                "events": [{
                    "title": { "de": line(nth) }, "startsAt": "2027-06-12T15:00", "endsAt": "2027-06-12T20:00",
                    "recurrence": "FREQ=WEEKLY;COUNT=3", "excludedDates": ["2027-06-19"], "cancelled": nth % 2 == 1,
                    "coHosts": if nth > 0 { vec![slug(nth - 1)] } else { Vec::new() }, "place": { "street": line(nth) },
                }],
                "contactPersons": [{ "name": { "value": "Erika Beispiel" } }],
            });
            if nth % 5 == 0 {
                // Of some nothing more is known.
                let fields = actor.as_object_mut().expect("an object");
                fields.retain(|field, _| ["type", "kind", "slug", "name", "status"].contains(&field.as_str()));
            }
            actor
        })
        .collect();
    let projects = (1..ODD.len()).map(|nth| {
        json!({
            "actors": [slug(nth), slug(nth - 1)], "title": { "de": line(nth) }, "description": { "de": lines(nth) },
            "themes": ["sprache"], "districts": ["stadt"], "since": "2026-01-01", "funding": line(nth),
        })
    });
    let links = (1..ODD.len()).map(|nth| {
        json!({
            "from": slug(nth), "to": slug(nth - 1), "kind": "supports", "status": (["proposed", "active"][nth % 2]),
            "confirmations": if nth % 2 == 1 { json!({ "from": "2026-02-01", "to": "2026-02-03" }) } else { json!({}) },
            "since": "2026-02-01", "basis": "informal", "source": line(nth), "publicNote": lines(nth),
            "internalNote": format!("Nur für uns {nth}: {}", line(nth)),
        })
    });
    json!({
        "format": "bruecke-directory", "version": 1,
        "districts": [{ "slug": "stadt", "level": "city", "name": { "de": "Stadt" } }],
        "themes": [{ "slug": "sprache", "label": { "de": "Sprache" }, "fieldsOfAction": ["opening"] }],
        "actors": actors, "projects": projects.collect::<Vec<_>>(), "links": links.collect::<Vec<_>>(),
    })
}

/// How many entries it has that have rows: each fifth actor stands alone, the others have two offers and an event.
fn entries() -> usize {
    let actors = 3 * ODD.len();
    actors + 3 * (actors - actors.div_ceil(5)) + 2 * (ODD.len() - 1)
}

/// A database with that directory.
fn fill(folder: &Path, database: &str) {
    fs::write(folder.join("odd.json"), odd_directory().to_string()).expect("written");
    command(folder, "import", database, &["odd.json"]).ok();
}

fn look(folder: &Path, database: &str, files: &[&str]) -> Value {
    let finished = command(folder, "import", database, &[&["--dry-run", "--format", "json"], files].concat());
    serde_json::from_str(&finished.stdout).unwrap_or_else(|error| panic!("{error}: {finished:?}"))
}

/// The rows of a report that do anything.
fn changed(report: &Value) -> Vec<&Value> {
    let rows = report["rows"].as_array().expect("rows").iter();
    rows.filter(|row| !row["outcome"].as_str().is_some_and(|outcome| outcome.eq_ignore_ascii_case("same"))).collect()
}

const CSV: [&str; 5] = ["t-actors.csv", "t-offers.csv", "t-events.csv", "t-projects.csv", "t-links.csv"];

#[tokio::test]
async fn tables_read_back_change_nothing_and_one_cell_changes_its_field_only() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let (folder, database) = (folder.path(), database.url.as_str());
        fill(folder, database);
        command(folder, "export", database, &["--everything", "before.json"]).ok();
        command(folder, "export", database, &["--everything", "t.xlsx"]).ok();
        command(folder, "export", database, &["--everything", "t.csv"]).ok();
        for files in [&["t.xlsx"][..], &CSV] {
            let report = look(folder, database, files);
            let rows = report["rows"].as_array().map_or(0, Vec::len);
            assert!(changed(&report).is_empty(), "{files:?}: {:#?}", &changed(&report)[0]);
            assert_eq!(rows, entries(), "{files:?}");
            let taken = command(folder, "import", database, files).ok();
            assert!(taken.stdout.contains("Nothing written"), "{}", taken.stdout);
        }
        command(folder, "export", database, &["--everything", "after.json"]).ok();
        let read = |file: &str| fs::read_to_string(folder.join(file)).expect("a file");
        assert!(read("before.json") == read("after.json"));

        for (file, from, to, field) in [
            ("t-links.csv", "Nur für uns 7:", "Nur für uns sieben:", "internalNote"),
            ("t-events.csv", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;COUNT=4", "recurrence"),
            ("t-offers.csv", ";Tu 18:00-20:00;", ";;", "schedule"),
            ("t-projects.csv", ";2026-01-01;", ";1.2.2026;", "since"),
            // Rows stand in the order of their ids, so which text comes first is not known.
            ("t-actors.csv", "00123", "00124", ""),
        ] {
            let edited = read(file).replacen(from, to, 1);
            assert!(edited != read(file), "{file} has no {from}");
            fs::write(folder.join("edited.csv"), edited).expect("written");
            let report = look(folder, database, &["edited.csv"]);
            let changed = changed(&report);
            assert_eq!((changed.len(), &changed[0]["outcome"]), (1, &json!("changed")), "{changed:#?}");
            let fields: Vec<&Value> = changed[0]["changes"].as_array().expect("changes").iter().collect();
            assert_eq!(fields.len(), 1, "{fields:#?}");
            assert!(fields[0]["field"].as_str().is_some_and(|it| it.starts_with(field)), "{fields:#?}");
        }
        // A program that has no sign for a letter writes another in its place.
        let lossy = CSV.map(|file| {
            let name = format!("lossy-{file}");
            fs::write(folder.join(&name), without_far_letters(&read(file))).expect("written");
            name
        });
        let report = look(folder, database, &lossy.each_ref().map(String::as_str));
        assert!(changed(&report).is_empty(), "{:#?}", &changed(&report)[0]);
        // A column that was taken out takes nothing away.
        fs::write(folder.join("few.csv"), few_columns(&read("t-actors.csv"))).expect("written");
        assert!(changed(&look(folder, database, &["few.csv"])).is_empty());
    }
}

/// A table as a program saves it that has the letters of Windows-1252 only.
fn without_far_letters(table: &str) -> String {
    let near = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    let letter = |c: char| match c <= '\u{ff}' || near.contains(c) {
        true => c.to_string(),
        false => "?".repeat(c.len_utf16()),
    };
    table.trim_start_matches('\u{feff}').chars().map(letter).collect()
}

/// The first three columns of the rows that stand on one line.
fn few_columns(table: &str) -> String {
    let rows = table.trim_start_matches('\u{feff}').lines().filter(|line| {
        line.starts_with("entry;") || (line.starts_with("actor;") && line.matches('"').count().is_multiple_of(2))
    });
    rows.map(|line| line.split(';').take(3).collect::<Vec<_>>().join(";") + "\r\n").collect()
}

#[tokio::test]
async fn tables_go_into_another_database_and_through_graphql_alike() {
    let [other, database] = databases().await;
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fill(folder, &database.url);
    command(folder, "export", &database.url, &["--everything", "t.xlsx"]).ok();
    let workbook = fs::read(folder.join("t.xlsx")).expect("a workbook");
    let editor = account(folder, &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder, &database.url);
    let input = json!({ "fileName": "t.xlsx", "base64": STANDARD.encode(&workbook) });
    let fields = "report { totals { outcome count } tables { file } }";
    let report = done(&server, &editor, "importDirectory", input, fields).await["report"].take();
    assert_eq!(report["totals"].as_array().map(Vec::len), Some(1), "{report:#}");
    assert_eq!(report["totals"][0]["outcome"], "SAME", "{report:#}");
    assert_eq!(report["tables"][4]["file"], "t.xlsx (links)", "{report:#}");
    drop(server);

    // Themes and districts are no rows of these tables.
    let trees = json!({
        "format": "bruecke-directory", "version": 1,
        "districts": odd_directory()["districts"], "themes": odd_directory()["themes"],
    });
    fs::write(folder.join("trees.json"), trees.to_string()).expect("written");
    command(folder, "import", &other.url, &["trees.json", "t.xlsx"]).ok();
    command(folder, "export", &other.url, &["--everything", "t.csv"]).ok();
    let there: Vec<String> = CSV.iter().map(|file| fs::read_to_string(folder.join(file)).expect("a table")).collect();
    command(folder, "export", &database.url, &["--everything", "t.csv"]).ok();
    // Spaces at the ends of a cell and how its lines end are the program's that wrote the file.
    let plain = |table: &str| table.replace("\r\n", "\n").replace("  innen  ", "innen").replace("\tTab\t", "Tab");
    for (file, there) in CSV.iter().zip(there) {
        let here = plain(&fs::read_to_string(folder.join(file)).expect("a table"));
        let there = plain(&there).replace("'Tab", "Tab");
        let here = here.replace("'Tab", "Tab");
        assert!(here.lines().count() == there.lines().count(), "{file}");
        assert!(here == there, "{file}:\n{}", first_difference(&here, &there));
    }
    // What only staff may see is not written by mistake.
    let refused = command(folder, "export", &database.url, &["public.xlsx"]);
    assert!(!refused.success && refused.stderr.contains("--everything"), "{refused:?}");
    assert!(!folder.join("public.xlsx").exists());
}

fn first_difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    lines.map_or_else(String::new, |(one, other)| format!("{one}\n{other}"))
}
