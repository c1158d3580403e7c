//! What clients keep of an answer, and whether they have it already.

use axum::http::{HeaderMap, HeaderValue, header};
use directory::Snapshot;

/// Whether a client says that it has the answer with this entity tag (RFC 9110, section 13.1.2).
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = lines.flat_map(|value| value.split(',')).map(str::trim);
    known.any(|known| known.trim_start_matches("W/") == tag || known == "*")
}

/// When the directory changed last, as `Last-Modified` says it.
pub fn last_modified(snapshot: &Snapshot) -> Option<HeaderValue> {
    let text = snapshot.updated_at()?.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    HeaderValue::from_str(&text).ok()
}
