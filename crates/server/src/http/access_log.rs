//! The access log: one line per request, without address, path, query or name.
//!
//! Lines go past `tracing`: a thread of its own writes them, many at once, so that an answer which is there already pays
//! a push to a list and nothing more. What the thread does not get on with is left out and counted.

use std::{
    io::Write,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use axum::http::{HeaderValue, Method};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::request_record::{RequestRecord, Route};

/// How long lines are gathered before they are written.
const GATHERING: Duration = Duration::from_millis(50);
/// The most lines that wait.
const MAX_WAITING: usize = 50_000;

/// How lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessLogFormat {
    /// Readable.
    Text,
    /// One JSON object per line.
    Json,
}

/// Where lines go.
#[derive(Clone, Debug)]
pub struct AccessLog(Arc<AccessQueue>);

#[derive(Debug, Default)]
struct AccessQueue {
    entries: Mutex<Vec<AccessEntry>>,
    has_entries: Condvar,
    /// Held while lines are written.
    writing: Mutex<()>,
}

/// One request, as the log has it.
#[derive(Debug)]
struct AccessEntry {
    ended: DateTime<Utc>,
    id: HeaderValue,
    method: Method,
    route: Route,
    status: u16,
    took: Duration,
    bytes: u64,
    role: &'static str,
}

/// A line as programs read it.
#[derive(Serialize)]
struct AccessLine<'a> {
    timestamp: String,
    level: &'static str,
    target: &'static str,
    request_id: &'a str,
    method: &'a str,
    route: &'a str,
    status: u16,
    milliseconds: f64,
    bytes: u64,
    role: &'a str,
}

/// Writes times; the part that changes once in a second is kept.
#[derive(Debug, Default)]
struct Timestamps {
    second: i64,
    text: String,
}

impl Timestamps {
    fn write(&mut self, time: DateTime<Utc>) -> String {
        if self.second != time.timestamp() {
            self.second = time.timestamp();
            self.text = time.to_rfc3339_opts(SecondsFormat::Secs, false);
            self.text.truncate(self.text.len() - "+00:00".len());
        }
        format!("{}.{:06}Z", self.text, time.timestamp_subsec_micros())
    }
}

impl AccessEntry {
    fn line(&self, timestamp: String) -> AccessLine<'_> {
        let method = self.method.as_str();
        AccessLine {
            timestamp,
            level: "INFO",
            target: "access",
            request_id: self.id.to_str().unwrap_or_default(),
            // A client may make one up.
            method: if is_registered(&self.method) { method } else { "other" },
            route: self.route.as_str(),
            status: self.status,
            milliseconds: (self.took.as_secs_f64() * 1e6).round() / 1e3,
            bytes: self.bytes,
            role: self.role,
        }
    }

    fn write(&self, format: AccessLogFormat, timestamps: &mut Timestamps, buffer: &mut Vec<u8>) {
        let line = self.line(timestamps.write(self.ended));
        // Writing to memory never fails.
        let _ = match format {
            AccessLogFormat::Json => serde_json::to_writer(&mut *buffer, &line).map_err(Into::into),
            AccessLogFormat::Text => {
                let AccessLine { timestamp, target, request_id, method, route, status, .. } = &line;
                let (milliseconds, bytes, role) = (line.milliseconds, line.bytes, line.role);
                write!(
                    buffer,
                    "{timestamp}  INFO {target}: {method} {route} {status} milliseconds={milliseconds} bytes={bytes} role={role} request_id={request_id}"
                )
            }
        };
        buffer.push(b'\n');
    }
}

/// The methods of RFC 9110 and PATCH.
fn is_registered(method: &Method) -> bool {
    const METHODS: [Method; 9] = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::CONNECT,
        Method::OPTIONS,
        Method::TRACE,
        Method::PATCH,
    ];
    METHODS.contains(method)
}

impl AccessLog {
    /// Starts the thread that writes to standard error.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start(format: AccessLogFormat) -> std::io::Result<Self> {
        metrics::counter!("bruecke_access_lines_lost_total").increment(0);
        let queue = Arc::<AccessQueue>::default();
        let writer = Arc::clone(&queue);
        std::thread::Builder::new().name("access-log".to_owned()).spawn(move || {
            let mut timestamps = Timestamps::default();
            loop {
                drop(writer.has_entries.wait_while(writer.entries(), |entries| entries.is_empty()));
                std::thread::sleep(GATHERING);
                writer.write(format, &mut timestamps);
            }
        })?;
        Ok(Self(queue))
    }

    /// Waits until everything that was pushed is written.
    pub fn flush(&self) {
        let deadline = Instant::now() + GATHERING * 4;
        while !self.0.entries().is_empty() && Instant::now() < deadline {
            std::thread::sleep(GATHERING / 5);
        }
        drop(self.0.writing.lock());
    }

    fn push(&self, entry: AccessEntry) {
        let mut entries = self.0.entries();
        if entries.len() >= MAX_WAITING {
            metrics::counter!("bruecke_access_lines_lost_total").increment(1);
            return;
        }
        entries.push(entry);
        let is_first = entries.len() == 1;
        drop(entries);
        if is_first {
            self.0.has_entries.notify_one();
        }
    }
}

impl AccessQueue {
    fn entries(&self) -> MutexGuard<'_, Vec<AccessEntry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, format: AccessLogFormat, timestamps: &mut Timestamps) {
        let _writing = self.writing.lock();
        let entries = std::mem::take(&mut *self.entries());
        let mut buffer = Vec::with_capacity(entries.len() * 256);
        entries.iter().for_each(|entry| entry.write(format, timestamps, &mut buffer));
        // Where standard error cannot be written there is nobody to tell.
        let _ = std::io::stderr().lock().write_all(&buffer);
    }
}

/// A request that is being answered; its line is written when this is dropped.
#[derive(Debug)]
pub struct PendingAccess {
    log: AccessLog,
    started: Instant,
    entry: Option<AccessEntry>,
}

impl PendingAccess {
    /// A request that has been answered with a head; its body follows.
    pub fn new(log: AccessLog, started: Instant, method: Method, record: RequestRecord, status: u16) -> Self {
        let (route, role) = (record.route(), record.role());
        let (ended, took) = (DateTime::<Utc>::MIN_UTC, Duration::ZERO);
        let entry = AccessEntry { ended, id: record.id, method, route, status, took, bytes: 0, role };
        Self { log, started, entry: Some(entry) }
    }

    /// Counts a piece of the body.
    pub fn add_bytes(&mut self, bytes: usize) {
        if let Some(entry) = &mut self.entry {
            entry.bytes += bytes as u64;
        }
    }
}

impl Drop for PendingAccess {
    fn drop(&mut self) {
        if let Some(mut entry) = self.entry.take() {
            (entry.ended, entry.took) = (Utc::now(), self.started.elapsed());
            self.log.push(entry);
        }
    }
}
