//! Answers that are cached: their bytes, and what is sent with them.

use std::{io::Write, sync::Arc};

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use directory::Snapshot;
use domain::DemandKey;
use flate2::{Compression, write::GzEncoder};

use super::{
    conditional::{self, CacheFields},
    negotiation::accepts_gzip,
};

/// How many headers an answer has, with those that it gets on its way: room for them is made once.
const FIELDS: usize = 9;

/// An answer that is cached.
#[derive(Debug)]
pub struct CachedResponse {
    /// The status.
    pub status: StatusCode,
    /// What is said of the body, and where the answer leads.
    pub fields: Vec<(HeaderName, HeaderValue)>,
    /// The body.
    pub body: Bytes,
    /// The same compressed, so that it is done once and not for each reader; empty where it is not.
    gzip: Bytes,
    /// The hash of the body, for its entity tag.
    hash: u64,
    /// The version of the directory that it tells of.
    version: u64,
    /// When that last changed.
    modified: Option<HeaderValue>,
    /// When it is right no longer although nothing has changed.
    pub until: DateTime<Utc>,
    /// What it has no answer to, to be counted each time it is sent to the public.
    pub unmet: Arc<[DemandKey]>,
}

impl CachedResponse {
    /// An answer made of a snapshot, right until that changes.
    pub fn new(status: StatusCode, body: impl Into<Bytes>, snapshot: &Snapshot) -> Self {
        let body = body.into();
        Self {
            status,
            fields: Vec::new(),
            gzip: Bytes::new(),
            hash: conditional::content_hash(&body),
            body,
            version: snapshot.version(),
            modified: conditional::last_modified(snapshot),
            until: DateTime::<Utc>::MAX_UTC,
            unmet: Arc::default(),
        }
    }

    /// With the compressed form beside the plain one.
    #[must_use]
    pub fn with_gzip(mut self) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        // Writing to memory never fails; without the compressed form the other is sent.
        self.gzip = encoder.write_all(&self.body).and_then(|()| encoder.finish()).unwrap_or_default().into();
        self
    }

    /// Its size in memory, bytes.
    pub fn size(&self) -> usize {
        self.body.len() + self.gzip.len() + std::mem::size_of_val(&*self.unmet)
    }

    /// The whole answer, in a form that a request takes.
    pub fn respond(&self, request: &HeaderMap, kind: char) -> Response {
        let is_gzip = !self.body.is_empty() && !self.gzip.is_empty() && accepts_gzip(request);
        let body = if is_gzip { &self.gzip } else { &self.body };
        let mut response = (self.status, body.clone()).into_response();
        let headers = response.headers_mut();
        headers.reserve(FIELDS);
        for (name, value) in &self.fields {
            headers.insert(name, value.clone());
        }
        if is_gzip {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            if let Some(tag) = conditional::coded_tag(&self.tag(kind), "gzip") {
                headers.insert(header::ETAG, tag);
            }
        }
        response
    }

    /// What clients and caches go by. `kind` tells answers of different rooms apart.
    pub fn cache_fields(&self, kind: char, vary: &'static str) -> CacheFields {
        CacheFields {
            tag: self.tag(kind),
            modified: self.modified.clone(),
            cache_control: conditional::REVALIDATED,
            vary: Some(HeaderValue::from_static(vary)),
        }
    }

    fn tag(&self, kind: char) -> HeaderValue {
        conditional::entity_tag(self.version, kind, self.hash)
    }
}
