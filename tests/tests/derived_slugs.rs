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

fn list(names: impl Iterator<Item = &'static str>, phone: &str) -> (String, String) {
    let names: Vec<&str> = names.collect();
    let rows = names.iter().map(|name| format!("\"{name}\";{phone}\n"));
    let entries =
        names.iter().map(|name| json!({ "type": "organisation", "kind": "culture", "name": name, "phone": phone }));
    let entries = json!({ "format": "bruecke-directory", "version": 1, "actors": entries.collect::<Vec<_>>() });
    (format!("name;phone\n{}", rows.collect::<String>()), entries.to_string())
}

#[tokio::test]
async fn a_list_whose_slugs_are_derived_overwrites_nobody_of_another_name() {
    for database in databases().await {
        for form in ["csv", "json"] {
            let folder = tempfile::tempdir().expect("a folder");
            let folder = folder.path();
            let url = if form == "csv" { database.url.clone() } else { format!("sqlite://{}/j.db", folder.display()) };
            let import = |file: &str| run(folder, &["import", "--database", &url, file]).ok();
            for (name, list) in [
                ("first", list(PAIRS.iter().map(|(one, _)| *one), "02323 111111")),
                ("other", list(PAIRS.iter().map(|(_, other)| *other), "02323 222222")),
                ("again", list(PAIRS.iter().map(|(one, _)| *one), "02323 333333")),
            ] {
                fs::write(folder.join(format!("{name}.csv")), list.0).expect("written");
                fs::write(folder.join(format!("{name}.json")), list.1).expect("written");
            }
            import(&format!("first.{form}"));
            let first = actors(folder, &url);
            import(&format!("other.{form}"));
            let both = actors(folder, &url);
            for entry in &first {
                assert!(both.contains(entry), "{form}: {entry:?} is gone: {both:?}");
            }
            // The same lists again name the same entries: nothing is made twice, and only their own numbers change.
            import(&format!("other.{form}"));
            assert_eq!(actors(folder, &url), both, "{form}");
            import(&format!("again.{form}"));
            let again = actors(folder, &url);
            let names = |actors: &[(String, String, Value)]| {
                actors.iter().map(|(slug, name, _)| (slug.clone(), name.clone())).collect::<Vec<_>>()
            };
            assert_eq!(names(&again), names(&both), "{form}");
            let changed = again.iter().filter(|(.., phone)| phone == "02323 333333").count();
            assert_eq!(changed, PAIRS.len(), "{form}: {again:?}");
        }
    }
}
