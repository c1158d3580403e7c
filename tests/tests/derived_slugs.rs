//! A list without slugs or ids never gives an entry another entry's name: a slug that a name makes may be that of an
//! entry with another name, and then it is not that entry.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tests::{databases, run};

/// Names of which each pair makes one slug.
const PAIRS: &[(&str, &str)] = &[
    ("Bücher für alle", "Buecher fuer Alle!"),
    ("Verein „Linde“", "Verein Linde?"),
    ("Спілка Надія", "Spilka Nadiia"),
    ("Straße 1", "Strasse-1"),
];

/// The published actors: slug, name and telephone number.
fn actors(folder: &Path, database: &str) -> Vec<(String, String, Value)> {
    run(folder, &["export", "--database", database, "--everything", "all.json"]).ok();
    let text = fs::read_to_string(folder.join("all.json")).expect("a file");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let mut actors: Vec<_> = file["actors"].as_array().expect("actors").iter().collect();
    actors.sort_by_key(|actor| actor["slug"].to_string());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    actors.into_iter().map(|actor| (text(&actor["slug"]), text(&actor["name"]), actor["phone"].clone())).collect()
}

/// A list of names as CSV and as JSON, each with a telephone number of its own that ends with the digit.
fn list(names: impl Iterator<Item = &'static str>, digit: u8) -> (String, String) {
    let lines: Vec<_> = (0..).zip(names).map(|(nth, name)| (name, format!("0232{nth} 9999{digit}"))).collect();
    let rows = lines.iter().map(|(name, phone)| format!("\"{name}\";{phone}\n"));
    let entry = |(name, phone): &(&str, String)| json!({ "type": "organisation", "kind": "culture", "name": name, "phone": phone });
    let entries: Vec<_> = lines.iter().map(entry).collect();
    let entries = json!({ "format": "bruecke-directory", "version": 1, "actors": entries });
    (format!("name;phone\n{}", rows.collect::<String>()), entries.to_string())
}

#[tokio::test]
async fn a_list_whose_slugs_are_derived_overwrites_nobody_of_another_name() {
    let first_names = || PAIRS.iter().map(|(one, _)| *one);
    let other_names = || PAIRS.iter().map(|(_, other)| *other);
    let (for_json, for_csv) = (databases().await, databases().await);
    let json = for_json.iter().map(|database| (database, "json"));
    for (database, form) in json.chain(for_csv.iter().map(|database| (database, "csv"))) {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        for (name, list) in
            [("first", list(first_names(), 1)), ("other", list(other_names(), 2)), ("again", list(first_names(), 3))]
        {
            fs::write(folder.join(format!("{name}.csv")), list.0).expect("written");
            fs::write(folder.join(format!("{name}.json")), list.1).expect("written");
        }
        let import = |name: &str| run(folder, &["import", "--database", &database.url, &format!("{name}.{form}")]);
        import("first").ok();
        let first = actors(folder, &database.url);
        assert_eq!(first.len(), PAIRS.len());
        // A table asks whether those are the same; nobody said so.
        assert_eq!(import("other").success, form == "json");
        let both = actors(folder, &database.url);
        for entry in &first {
            assert!(both.contains(entry), "{form}: {entry:?} is gone: {both:?}");
        }
        // The same lists again name the same entries: nothing is made twice, and only their own numbers change.
        import("other");
        assert_eq!(actors(folder, &database.url), both, "{form}");
        import("again").ok();
        let again = actors(folder, &database.url);
        let names = |actors: &[(String, String, Value)]| {
            actors.iter().map(|(slug, name, _)| (slug.clone(), name.clone())).collect::<Vec<_>>()
        };
        assert_eq!(names(&again), names(&both), "{form}");
        let changed = again.iter().filter(|(.., phone)| phone.as_str().is_some_and(|phone| phone.ends_with('3')));
        assert_eq!(changed.count(), PAIRS.len(), "{form}: {again:?}");
    }
}
