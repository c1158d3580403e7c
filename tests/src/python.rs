//! Programs in Python for tests: their packages are installed below the target folder, once for each list of them.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

const TO_INSTALL: &str = "Some tests need Python 3 with pip: install python3 and python3-pip, or let tests/run do it";

/// Runs a program of a folder of the project, which takes JSON and gives JSON.
///
/// # Panics
/// With what it printed when it fails.
pub fn run(folder: &Path, arguments: &[&str], input: &Value) -> Value {
    let packages = installed(folder);
    let mut process = Command::new("python3")
        .arg(folder.join(arguments[0]))
        .args(&arguments[1..])
        .env("PYTHONPATH", packages)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("python3 cannot be started: {error}. {TO_INSTALL}"));
    let mut stdin = process.stdin.take().expect("stdin is piped");
    stdin.write_all(input.to_string().as_bytes()).expect("it reads what it is given");
    drop(stdin);
    let output = process.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{arguments:?}\n{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The packages that the list in a folder names. Test processes that come at the same time wait for the one that
/// installs.
fn installed(folder: &Path) -> PathBuf {
    let test = std::env::current_exe().expect("the test knows its own path");
    let target = test.ancestors().nth(2).expect("tests lie in target/PROFILE/deps").join("test-python");
    fs::create_dir_all(&target).expect("a folder can be made in the target folder");
    let lock = fs::File::create(target.join(".lock")).expect("a file can be made there");
    lock.lock().expect("a file can be locked");
    let list = folder.join("requirements.txt");
    let wanted = fs::read_to_string(&list).expect("the list is there");
    let (packages, stamp) = (target.join("packages"), target.join(".installed"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return packages;
    }
    if packages.is_dir() {
        fs::remove_dir_all(&packages).expect("what was installed before can be removed");
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "--no-deps"];
    let output = Command::new("python3").args(pip).arg("--target").arg(&packages).arg("-r").arg(&list).output();
    let output = output.unwrap_or_else(|error| panic!("python3 cannot be started: {error}. {TO_INSTALL}"));
    assert!(output.status.success(), "pip failed: {}. {TO_INSTALL}", String::from_utf8_lossy(&output.stderr));
    fs::write(&stamp, wanted).expect("a file can be written");
    packages
}
