//! The real binary.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
    time::SystemTime,
};

/// The path of `bruecke`. `cargo test --workspace` has built it; where only this crate's tests are
/// run and the sources have changed since, it is built anew.
pub fn bruecke() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| {
        let test = std::env::current_exe().expect("the test knows its own path");
        let path = test.ancestors().nth(2).expect("tests lie in target/PROFILE/deps").join("bruecke");
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
        let built = path.metadata().and_then(|metadata| metadata.modified());
        if built.is_err() || newest(&crates) > built.ok() {
            // As a whole test run builds it: with other features half of the program would be built anew.
            let status = Command::new(env!("CARGO"))
                .args(["test", "--quiet", "--locked", "--workspace", "--no-run", "--test", "binary"])
                .args((!cfg!(debug_assertions)).then_some("--release"))
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .status()
                .expect("cargo can be started");
            assert!(status.success(), "bruecke does not build");
        }
        path
    })
}

/// When the newest source below a folder was written.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = std::fs::read_dir(folder).ok()?.filter_map(Result::ok);
    entries
        .filter_map(|entry| {
            let path = entry.path();
            let is_test = path.ends_with("tests") || path.ends_with("benches");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !is_test => newest(&path),
                Ok(kind) if kind.is_file() => entry.metadata().and_then(|metadata| metadata.modified()).ok(),
                _ => None,
            }
        })
        .max()
}

/// How a command ended.
#[derive(Debug)]
pub struct Finished {
    /// Whether it ended with 0.
    pub success: bool,
    /// What it printed.
    pub stdout: String,
    /// What it complained of.
    pub stderr: String,
}

impl Finished {
    fn of(output: &Output) -> Self {
        Self {
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// What it told people: without the lines of its log.
    pub fn message(&self) -> String {
        self.stderr.lines().filter(|line| !line.starts_with('{')).map(|line| format!("{line}\n")).collect()
    }

    /// The same, after making sure that it ended well.
    pub fn ok(self) -> Self {
        assert!(self.success, "{}\n{}", self.stdout, self.stderr);
        self
    }
}

/// A command of the binary in a folder, with nothing of this environment's settings.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(bruecke());
    command.args(arguments);
    in_folder(command, folder)
}

/// The same in a process that may open so many files and no more.
pub(crate) fn command_with_files(folder: &Path, arguments: &[&str], files: u32) -> Command {
    let mut command = Command::new("sh");
    let limited = format!("ulimit -n {files} && exec \"$0\" \"$@\"");
    command.args(["-c", &limited]).arg(bruecke()).args(arguments);
    in_folder(command, folder)
}

fn in_folder(mut command: Command, folder: &Path) -> Command {
    command.current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BRUECKE_")) {
        command.env_remove(name);
    }
    command
}

/// Runs a command of the binary to its end.
pub fn run(folder: &Path, arguments: &[&str]) -> Finished {
    run_with(folder, arguments, &[])
}

/// Runs a command of the binary to its end, with variables of the environment.
pub fn run_with(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Finished {
    let output = command(folder, arguments).envs(environment.iter().copied()).output().expect("bruecke can be started");
    Finished::of(&output)
}

/// Runs a command of the binary to its end with something on its standard input.
pub fn run_reading(folder: &Path, arguments: &[&str], input: &str) -> Finished {
    let mut piped = command(folder, arguments);
    piped.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = piped.spawn().expect("bruecke can be started");
    // A command that does not read its input may have ended before it is written.
    let _ = process.stdin.take().expect("stdin is piped").write_all(input.as_bytes());
    Finished::of(&process.wait_with_output().expect("bruecke ends"))
}
