//! Real servers that the program talks to, run by Node.js from `tests/peers`: their packages are
//! installed from its lockfile, once, below the target folder.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, OnceLock},
    time::{Duration, Instant},
};

use serde_json::Value;

/// A running peer; killed when dropped.
#[derive(Debug)]
pub struct Peer {
    process: Child,
    told: Arc<Mutex<Vec<Value>>>,
}

impl Peer {
    /// Starts `tests/peers/NAME.mjs` with these options, and waits until it has told where it listens.
    pub fn start(name: &str, options: &Value) -> Self {
        let complaints = installed().join(format!("{name}.log"));
        let mut process = Command::new("node")
            .arg(installed().join(format!("{name}.mjs")))
            .arg(options.to_string())
            // Its end tells the peer that the test has ended, however it ended.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(&complaints).expect("a file can be made in the target folder"))
            .spawn()
            .unwrap_or_else(|error| panic!("node cannot be started: {error}. {TO_INSTALL}"));
        let told = Arc::new(Mutex::new(Vec::new()));
        let lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
        let kept = Arc::clone(&told);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let line = serde_json::from_str(&line).unwrap_or(Value::String(line));
                kept.lock().expect("nobody fails while writing").push(line);
            }
        });
        let peer = Self { process, told };
        let started = Instant::now();
        while peer.told().is_empty() {
            assert!(started.elapsed() < Duration::from_secs(60), "{name} did not start, see {}", complaints.display());
            std::thread::sleep(Duration::from_millis(20));
        }
        peer
    }

    /// The port it listens on.
    pub fn port(&self) -> u64 {
        self.told()[0]["port"].as_u64().expect("a port")
    }

    /// What it has told since it listens.
    pub fn news(&self) -> Vec<Value> {
        self.told().split_off(1)
    }

    /// Waits until it has told so much.
    pub async fn wait_for(&self, count: usize) -> Vec<Value> {
        let started = Instant::now();
        loop {
            let news = self.news();
            if news.len() >= count {
                return news;
            }
            assert!(started.elapsed() < Duration::from_secs(20), "only {news:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn told(&self) -> Vec<Value> {
        self.told.lock().expect("nobody fails while writing").clone()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const TO_INSTALL: &str = "These tests talk to real servers written for Node.js 20 or newer: install node and npm, or let \
                          tests/run do it";

/// The folder with the peers and their packages. Test processes that come at the same time wait for
/// the one that installs.
fn installed() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
        let test = std::env::current_exe().expect("the test knows its own path");
        let folder = test.ancestors().nth(2).expect("tests lie in target/PROFILE/deps").join("test-peers");
        fs::create_dir_all(&folder).expect("a folder can be made in the target folder");
        let lock = fs::File::create(folder.join(".lock")).expect("a file can be made there");
        lock.lock().expect("a file can be locked");
        for entry in fs::read_dir(&source).expect("tests/peers is there").flatten() {
            let _ = fs::copy(entry.path(), folder.join(entry.file_name())).expect("a file can be copied");
        }
        let wanted = fs::read_to_string(source.join("package-lock.json")).expect("the lockfile is there");
        let stamp = folder.join(".installed");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return folder;
        }
        let output = Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(&folder)
            .output()
            .unwrap_or_else(|error| panic!("npm cannot be started: {error}. {TO_INSTALL}"));
        assert!(output.status.success(), "npm ci failed: {}", String::from_utf8_lossy(&output.stderr));
        fs::write(&stamp, wanted).expect("a file can be written");
        folder
    })
}
