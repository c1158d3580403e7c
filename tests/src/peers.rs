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

use crate::npm;

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
            .unwrap_or_else(|error| panic!("node cannot be started: {error}"));
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

    /// Waits until it has told so much, as long as it goes on telling.
    pub async fn wait_for(&self, count: usize) -> Vec<Value> {
        let (mut told, mut since) = (0, Instant::now());
        loop {
            let news = self.news();
            if news.len() >= count {
                return news;
            }
            if news.len() > told {
                (told, since) = (news.len(), Instant::now());
            }
            assert!(since.elapsed() < Duration::from_secs(20), "only {told} of {count}, last {:?}", news.last());
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

/// The folder with the peers and their packages.
fn installed() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| npm::installed("test-peers", &Path::new(env!("CARGO_MANIFEST_DIR")).join("peers")))
}
