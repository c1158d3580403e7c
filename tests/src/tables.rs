//! Tables of offices, imported by the command line.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::{Finished, run};

/// Imports files into a database.
pub fn import(folder: &Path, database: &str, more: &[&str]) -> Finished {
    run(folder, &[&["import", "--database", database], more].concat())
}

/// Makes a directory of the demo's themes and districts without actors.
pub fn import_taxonomy(folder: &Path, database: &str) {
    run(folder, &["demo", "--database", "sqlite://whole.db"]).ok();
    run(folder, &["export", "--database", "sqlite://whole.db", "--everything", "whole.json"]).ok();
    let text = fs::read_to_string(folder.join("whole.json")).expect("an export");
    let mut trees: Value = serde_json::from_str(&text).expect("JSON");
    for section in ["actors", "projects", "links"] {
        trees[section] = json!([]);
    }
    fs::write(folder.join("trees.json"), trees.to_string()).expect("written");
    import(folder, database, &["trees.json"]).ok();
}
