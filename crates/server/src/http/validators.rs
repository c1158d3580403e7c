//! What clients keep of an answer, and whether they have it already.

use std::hash::{BuildHasher, Hash};

use axum::http::{HeaderMap, HeaderValue, header};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use directory::Snapshot;
use foldhash::fast::FixedState;

/// The entity tag of an answer at a version of the directory. `kind` tells answers of different rooms apart,
/// `what` everything else that an answer depends on: its bytes, or what they are made from.
pub fn entity_tag(version: u64, kind: char, what: impl Hash) -> HeaderValue {
    let hash = FixedState::default().hash_one(what);
    HeaderValue::from_str(&format!("\"{version:x}-{kind}{hash:x}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// The end of the minute: until then an answer is right that tells who is open now.
pub fn end_of_minute(now: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now) + TimeDelta::minutes(1)
}

/// Whether a client says that it has the answer with this entity tag (RFC 9110, section 13.1.2).
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = lines.flat_map(|value| value.split(',')).map(str::trim);
    known.any(|known| known.trim_start_matches("W/") == tag || known == "*")
}

/// When the directory changed last, as `Last-Modified` says it.
pub fn last_modified(snapshot: &Snapshot) -> Option<HeaderValue> {
    HeaderValue::from_str(&httpdate::fmt_http_date(snapshot.updated_at()?.into())).ok()
}
