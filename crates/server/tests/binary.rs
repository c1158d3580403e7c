//! The binary starts. That it stands here makes `cargo test --workspace` build it, in the same
//! profile and features as everything else, for the end-to-end tests to run.

use std::process::Command;

#[test]
fn the_binary_tells_its_version() {
    let output = Command::new(env!("CARGO_BIN_EXE_bruecke")).arg("--version").output().expect("bruecke can be started");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), concat!("bruecke ", env!("CARGO_PKG_VERSION")));
}
