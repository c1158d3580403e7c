//! Settings of HTTP: limits on requests and connections, and the answer cache.

use std::{
    num::{NonZeroU32, NonZeroU64, NonZeroUsize},
    time::Duration,
};

use axum::http::HeaderValue;
use curation::Requester;
use ipnet::IpNet;
use serde::Deserialize;

use super::{
    accounts::{self, ClientHeader, RequestsPerMinute},
    nonzero::nonzero,
};

/// Limits on HTTP requests, and the answer cache.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Http {
    /// The largest request body, bytes.
    pub body_bytes: NonZeroUsize,
    /// The same of editors, whose requests may hold files to be imported.
    pub import_bytes: NonZeroUsize,
    /// The longest a request may take, seconds.
    pub timeout_seconds: NonZeroU64,
    /// Memory for what is asked again, bytes: half of it for answers to questions, a quarter for pages, a quarter for
    /// tiles and feeds. 0 turns the cache off.
    pub answer_cache_bytes: u64,
    /// How long running requests may go on after a stop is asked for, seconds.
    pub shutdown_seconds: u64,
    /// Where browsers reach this service, such as `https://netzwerk.example.org`; `None` leaves it to
    /// the host that is asked.
    #[serde(deserialize_with = "accounts::origin")]
    pub origin: Option<HeaderValue>,
    /// Further origins under which browsers reach this service.
    #[serde(deserialize_with = "accounts::origins")]
    pub allowed_origins: Vec<HeaderValue>,
    /// Proxies that are believed when they tell whom they speak for.
    #[serde(deserialize_with = "accounts::networks")]
    pub trusted_proxies: Vec<IpNet>,
    /// The header in which they tell it.
    pub client_address_from: ClientHeader,
    /// How many requests a minute one client may make.
    pub requests_per_minute: RequestsPerMinute,
    /// How many connections may listen for changes at once.
    pub subscribers: NonZeroUsize,
    /// The same of one client; `None` leaves it to [`crate::http::connections::slots::SlotLimits::new`].
    pub subscribers_per_client: Option<NonZeroUsize>,
    /// How many connections may be open at once; `None` leaves it to the files the process may open.
    pub max_connections: Option<NonZeroUsize>,
    /// The same of one client; `None` leaves it to [`crate::http::connections::slots::SlotLimits::new`].
    pub max_connections_per_client: Option<NonZeroUsize>,
    /// How long the head of a request may take, seconds.
    pub header_timeout_seconds: NonZeroU64,
    /// How long a connection may wait for its next request, seconds.
    pub idle_timeout_seconds: NonZeroU64,
    /// How long the body of a request may pause, seconds.
    pub body_timeout_seconds: NonZeroU64,
    /// With how many bytes a second the body of a request has to come.
    pub body_bytes_per_second: NonZeroU32,
    /// How long a client may take nothing of what it is sent, seconds.
    pub write_timeout_seconds: NonZeroU64,
}

impl Default for Http {
    fn default() -> Self {
        Self {
            body_bytes: nonzero!(256 * 1024),
            import_bytes: nonzero!(16 * 1024 * 1024),
            timeout_seconds: nonzero!(10),
            answer_cache_bytes: 64 * 1024 * 1024,
            shutdown_seconds: 10,
            origin: None,
            allowed_origins: Vec::new(),
            trusted_proxies: Vec::new(),
            client_address_from: ClientHeader::default(),
            requests_per_minute: RequestsPerMinute::default(),
            subscribers: nonzero!(1_000),
            subscribers_per_client: None,
            max_connections: None,
            max_connections_per_client: None,
            header_timeout_seconds: nonzero!(20),
            // Longer than proxies keep theirs, so that it is they who close.
            idle_timeout_seconds: nonzero!(75),
            body_timeout_seconds: nonzero!(20),
            body_bytes_per_second: nonzero!(500),
            write_timeout_seconds: nonzero!(60),
        }
    }
}

impl Http {
    /// The largest body of a request: editors hand files over.
    pub fn body_bytes_of(&self, requester: &Requester) -> usize {
        let files = if requester.editor().is_ok() { self.import_bytes } else { self.body_bytes };
        self.body_bytes.max(files).get()
    }

    /// The longest a request may take.
    pub const fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds.get())
    }
}
