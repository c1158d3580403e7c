//! How long a connection may take for what.

use std::time::Duration;

use crate::settings::Http;

/// For the head of a request while connections are scarce.
const SCARCE_HEADER: Duration = Duration::from_secs(3);
/// Until the next request while connections are scarce.
const SCARCE_IDLE: Duration = Duration::from_secs(5);

/// How long a connection may take for what.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionTimeouts {
    /// For the head of a request.
    pub header: Duration,
    /// Until the next request.
    pub idle: Duration,
    /// Between two pieces of a request's body, and beyond what its size allows.
    pub body: Duration,
    /// With how many bytes a second a body has to come.
    pub body_bytes_per_second: u32,
    /// Without taking anything of what is sent.
    pub write: Duration,
}

impl ConnectionTimeouts {
    /// What the settings say.
    pub const fn new(http: &Http) -> Self {
        Self {
            header: Duration::from_secs(http.header_timeout_seconds.get()),
            idle: Duration::from_secs(http.idle_timeout_seconds.get()),
            body: Duration::from_secs(http.body_timeout_seconds.get()),
            body_bytes_per_second: http.body_bytes_per_second.get(),
            write: Duration::from_secs(http.write_timeout_seconds.get()),
        }
    }

    /// The same while connections are scarce: who does nothing with one makes way soon.
    pub(super) fn shorten(self) -> Self {
        Self { header: self.header.min(SCARCE_HEADER), idle: self.idle.min(SCARCE_IDLE), ..self }
    }

    /// How often it is looked whether a limit has passed.
    pub(super) fn tick(&self) -> Duration {
        let shortest = self.header.min(self.idle).min(self.write);
        (shortest / 4).clamp(Duration::from_millis(100), Duration::from_secs(5))
    }
}
