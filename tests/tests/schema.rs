//! `schema.graphql` is the contract, and is what the code produces.

use tests::run;

#[test]
fn the_schema_file_is_what_the_binary_prints() {
    let folder = tempfile::tempdir().expect("a folder");
    let printed = run(folder.path(), &["schema"]).ok().stdout;
    let kept = include_str!("../../schema.graphql");
    assert!(printed == kept, "schema.graphql differs; write it anew with: bruecke schema > schema.graphql");
}
