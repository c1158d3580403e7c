//! The arrows between crates are those of `crates/README.md` and no other.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::MetadataCommand;

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Reads the table's first and last column: the words in back ticks.
fn listed() -> Arrows {
    let map = include_str!("../../crates/README.md");
    let words = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    map.lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            let room = words(cells[0]).remove(0);
            (room, words(cells[cells.len() - 1]).into_iter().collect())
        })
        .collect()
}

fn real() -> Arrows {
    let metadata = MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo metadata");
    let rooms: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let arrows = |package: &cargo_metadata::Package| {
        package
            .dependencies
            .iter()
            .map(|dependency| dependency.name.clone())
            .filter(|name| rooms.contains(name) && *name != *package.name)
            .collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), arrows(package))).collect()
}

#[test]
fn every_arrow_between_crates_is_listed_in_the_map() {
    let (listed, real) = (listed(), real());
    assert_eq!(
        listed.keys().collect::<Vec<_>>(),
        real.keys().collect::<Vec<_>>(),
        "the map in crates/README.md names other rooms than the workspace has"
    );
    for (room, arrows) in &real {
        let unlisted: Vec<_> = arrows.difference(&listed[room]).collect();
        assert!(unlisted.is_empty(), "{room} uses {unlisted:?}, which crates/README.md does not allow");
    }
}

#[test]
fn the_read_model_does_not_know_the_store_and_the_schema_knows_no_database() {
    let listed = listed();
    assert!(!listed["directory"].contains("store"));
    assert!(!listed["graphql"].contains("store"));
    assert!(listed["domain"].is_empty() && listed["migrations"].is_empty());
}
