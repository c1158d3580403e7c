//! The scripts and styles of `frontend`, looked at by the tools of their own workspace.

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

use tests::npm;

/// The workspace with its packages, and with what is made of the questions of its scripts.
static FRONTEND: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the project is there");
    let folder = npm::installed("test-frontend", &root.join("frontend"));
    let schema = root.join("schema.graphql");
    npm::run(&folder, &["-c", "npm run questions"], &[("SCHEMA", &schema.to_string_lossy())]);
    folder
});

#[test]
fn scripts_fit_their_types() {
    npm::run(&FRONTEND, &["-c", "npm run check"], &[]);
}

#[test]
fn scripts_and_styles_are_formatted_and_have_no_fault_that_the_linter_knows() {
    npm::run(&FRONTEND, &["-c", "npm run lint"], &[]);
}

#[test]
fn functions_of_scripts_do_what_their_tests_say() {
    let report = npm::run(&FRONTEND, &["-c", "npm run test"], &[("NO_COLOR", "1")]);
    assert!(report.contains(" passed"), "{report}");
    assert!(!report.contains(" skipped"), "a skipped test is one that nobody sees: {report}");
}
