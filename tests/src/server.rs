//! A running server on a free port.

use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::net::{TcpSocket, TcpStream};

use crate::binary::{command, command_with_files};

const FREE_PORTS: &[&str] = &["--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0"];

/// A real server process; killed when dropped.
#[derive(Debug)]
pub struct Server {
    process: Child,
    log: Arc<Mutex<String>>,
    base: String,
    metrics: String,
    client: reqwest::Client,
}

/// An answer as a client sees it.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `Content-Type`.
    pub content_type: String,
    /// All header fields.
    pub headers: reqwest::header::HeaderMap,
    /// The body as text.
    pub text: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The value of a header field; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    async fn of(response: reqwest::Response) -> Self {
        let content_types = response.headers().get_all("content-type").iter().count();
        assert!(content_types <= 1, "{} says {content_types} times what it is", response.url());
        let content_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
        Self {
            status: response.status().as_u16(),
            content_type: content_type.unwrap_or_default().to_owned(),
            headers: response.headers().clone(),
            text: response.text().await.expect("the body can be read"),
        }
    }
}

impl Server {
    /// Serves a database from a folder.
    pub fn start(folder: &Path, database: &str) -> Self {
        Self::start_with(folder, &["serve", "--database", database])
    }

    /// Serves the demo with these settings, from a folder of its own that is there as long as its handle.
    pub fn with_settings(settings: &str) -> (tempfile::TempDir, Self) {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
        let server = Self::start_with(folder.path(), &["serve"]);
        (folder, server)
    }

    /// Serves with these arguments, on free ports.
    pub fn start_with(folder: &Path, arguments: &[&str]) -> Self {
        Self::spawn(command(folder, &[arguments, FREE_PORTS].concat()))
    }

    /// The same in a process that may open so many files and no more.
    pub fn start_with_files(folder: &Path, arguments: &[&str], files: u32) -> Self {
        Self::spawn(command_with_files(folder, &[arguments, FREE_PORTS].concat(), files))
    }

    fn spawn(mut command: Command) -> Self {
        let mut process =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("bruecke can be started");
        let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
        let mut addresses = Vec::new();
        let started = Instant::now();
        while addresses.len() < 2 && started.elapsed() < Duration::from_secs(120) {
            let Some(Ok(line)) = lines.next() else {
                let mut complaint = String::new();
                if let Some(stderr) = &mut process.stderr {
                    let _ = stderr.read_to_string(&mut complaint);
                }
                panic!("the server did not start: {complaint}");
            };
            let address = line.split_whitespace().find(|word| word.starts_with("http://"));
            if let Some(address) =
                address.filter(|address| !address.contains("/graphql") && !address.contains("/health"))
            {
                addresses.push(address.trim_end_matches("/metrics").trim_end_matches('/').to_owned());
            }
        }
        let log = Arc::new(Mutex::new(String::new()));
        // Keep the pipes empty, so that the server never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        if let Some(stderr) = process.stderr.take() {
            let log = Arc::clone(&log);
            std::thread::spawn(move || {
                for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                    log.lock().expect("nobody fails while writing").push_str(&format!("{line}\n"));
                }
            });
        }
        let metrics = addresses.pop().expect("the server tells its metrics address");
        let base = addresses.pop().expect("the server tells its address");
        Self { process, log, base, metrics, client: reqwest::Client::new() }
    }

    /// `http://ADDRESS:PORT`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A connection to the server from an address of the machine itself.
    pub async fn connect_from(&self, from: [u8; 4]) -> TcpStream {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(SocketAddr::from((from, 0))).expect("an address of the machine itself");
        let address = self.base.trim_start_matches("http://").parse().expect("the server tells its address");
        socket.connect(address).await.expect("the server listens")
    }

    /// What the server has logged so far.
    pub fn log(&self) -> String {
        self.log.lock().expect("nobody fails while writing").clone()
    }

    /// The process, to look at or to signal.
    pub fn process(&mut self) -> &mut Child {
        &mut self.process
    }

    /// A request to build on.
    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = method.parse().expect("a method");
        self.client.request(method, format!("{}{path}", self.base))
    }

    /// Sends a request that was built.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        Answer::of(request.send().await.expect("the server answers")).await
    }

    /// `GET` of a path.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path)).await
    }

    /// What a client is answered that follows no redirect: the status and where it leads.
    pub async fn redirect_of(&self, path: &str) -> (u16, String) {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let answer = client.get(format!("{}{path}", self.base())).send().await.expect("an answer");
        let location = answer.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
        (answer.status().as_u16(), location.to_owned())
    }

    /// `ADDRESS:PORT` of the metrics.
    pub fn metrics_address(&self) -> &str {
        self.metrics.trim_start_matches("http://")
    }

    /// The metrics page.
    pub async fn metrics(&self) -> Answer {
        self.send(self.client.get(format!("{}/metrics", self.metrics))).await
    }

    /// A question by `POST`, and the whole answer.
    pub async fn post(&self, query: &str) -> Answer {
        self.send(self.request("POST", "/graphql").json(&json!({ "query": query }))).await
    }

    /// A question that must be answered without errors: its `data`.
    pub async fn ask(&self, query: &str) -> Value {
        let mut answer = self.post(query).await.json();
        assert_eq!(answer.get("errors"), None, "{query}");
        answer["data"].take()
    }

    /// A question that must be refused: the first error.
    pub async fn refusal(&self, query: &str) -> Value {
        let mut answer = self.post(query).await.json();
        assert!(answer["errors"][0].is_object(), "{query} was answered: {answer}");
        answer["errors"][0].take()
    }

    /// Waits until a question has an answer that is as it should be.
    pub async fn wait_for(&self, query: &str, good: impl Fn(&Value) -> bool) -> Value {
        let started = Instant::now();
        loop {
            let data = self.ask(query).await;
            if good(&data) {
                return data;
            }
            assert!(started.elapsed() < Duration::from_secs(20), "{query} is still answered {data}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
