//! Packages of npm for tests: installed from a lockfile below the target folder, so that the source tree stays as
//! it is, and only where the lockfile has changed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const TO_INSTALL: &str = "Some tests need Node.js 20 or newer: install node and npm, or let tests/run do it";

/// A copy of a folder of the project, with its packages installed. Test processes that come at the same time wait
/// for the one that installs.
pub fn installed(name: &str, source: &Path) -> PathBuf {
    let test = std::env::current_exe().expect("the test knows its own path");
    let folder = test.ancestors().nth(2).expect("tests lie in target/PROFILE/deps").join(name);
    fs::create_dir_all(&folder).expect("a folder can be made in the target folder");
    let lock = fs::File::create(folder.join(".lock")).expect("a file can be made there");
    lock.lock().expect("a file can be locked");
    clear(&folder);
    copy(source, &folder);
    let wanted = fs::read_to_string(source.join("package-lock.json")).expect("the lockfile is there");
    let stamp = folder.join(".installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return folder;
    }
    let flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
    let output = output(Command::new("npm").args(flags).current_dir(&folder));
    assert!(output.status.success(), "npm ci failed: {}", String::from_utf8_lossy(&output.stderr));
    fs::write(&stamp, wanted).expect("a file can be written");
    folder
}

/// Runs a program of an installed package to its end, and gives back what it printed.
///
/// # Panics
/// With what it printed when it fails.
pub fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let mut command = Command::new("npx");
    command.arg("--no-install").args(arguments).envs(environment.iter().copied()).current_dir(folder);
    let output = output(&mut command);
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{arguments:?}\n{text}");
    text
}

fn output(command: &mut Command) -> Output {
    let program = command.get_program().to_string_lossy().into_owned();
    command.output().unwrap_or_else(|error| panic!("{program} cannot be started: {error}. {TO_INSTALL}"))
}

/// Takes out what an earlier copy has left, without the packages.
fn clear(folder: &Path) {
    for path in entries(folder).filter(|path| path.is_dir() && !path.ends_with("node_modules")) {
        fs::remove_dir_all(path).expect("what was copied before can be removed");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for from in entries(from).filter(|path| !path.ends_with("node_modules")) {
        let to = to.join(from.file_name().expect("an entry has a name"));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            let _ = fs::copy(&from, &to).expect("a file can be copied");
        }
    }
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder).expect("a folder can be read").map(|entry| entry.expect("an entry can be read").path())
}
