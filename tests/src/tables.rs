//! Tables of offices, imported by the command line.

use std::{collections::BTreeMap, fs, path::Path, sync::LazyLock};

use serde_json::{Value, json};

use crate::{Finished, run};

/// Imports files into a database.
pub fn import(folder: &Path, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&["import", "--database", database], more].concat())
}

/// The demo's themes and districts, as a directory file: made once for all tests of a program.
static TREES: LazyLock<String> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    run(folder, &["demo", "--database", "sqlite://whole.db"]).ok();
    run(folder, &["export", "--database", "sqlite://whole.db", "--everything", "whole.json"]).ok();
    let text = fs::read_to_string(folder.join("whole.json")).expect("an export");
    let mut trees: Value = serde_json::from_str(&text).expect("JSON");
    for section in ["actors", "projects", "links"] {
        trees[section] = json!([]);
    }
    trees.to_string()
});

/// Makes a directory of the demo's themes and districts without actors.
pub fn import_taxonomy(folder: &Path, database: &str) {
    fs::write(folder.join("trees.json"), TREES.as_str()).expect("written");
    import(folder, database, &["trees.json"]).ok();
}

/// The actors of a directory by their names, with everything that staff see.
pub fn actors(folder: &Path, database: &str) -> BTreeMap<String, Value> {
    run(folder, &["export", "--database", database, "--everything", "all.json"]).ok();
    let text = fs::read_to_string(folder.join("all.json")).expect("an export");
    let mut all: Value = serde_json::from_str(&text).expect("JSON");
    let actors = all["actors"].as_array_mut().map(std::mem::take).unwrap_or_default();
    actors.into_iter().map(|actor| (actor["name"].as_str().unwrap_or_default().to_owned(), actor)).collect()
}

/// What an import would do, as its report in JSON.
pub fn look(folder: &Path, database: &str, more: &[&str]) -> Value {
    let finished = import(folder, database, &[&["--dry-run", "--format", "json"], more].concat());
    serde_json::from_str(&finished.stdout).unwrap_or_else(|error| panic!("{error}: {finished:?}"))
}

/// Imports files, and what the import did, as its report in JSON.
pub fn take(folder: &Path, database: &str, more: &[&str]) -> Value {
    let finished = import(folder, database, &[&["--format", "json"], more].concat());
    // What stands behind it is for people.
    let report = serde_json::Deserializer::from_str(&finished.stdout).into_iter().next();
    report.and_then(Result::ok).unwrap_or_else(|| panic!("no report: {finished:?}"))
}
