//! What clients keep of an answer, and whether they have it already (RFC 9110, sections 8.8 and 13).
//!
//! A tag follows from the bytes of an answer, or from everything that they are made of: the version of a directory is
//! not enough, since a restored or corrected one counts the same numbers again. Each content coding has a tag of its
//! own: that of the plain bytes with the name of the coding at its end, as Apache writes it.
//!
//! `If-Modified-Since` and `Range` are not looked at, as servers may: a directory can change twice in a second, go back
//! to an older date, and say who is open now, so that a date does not tell whether a client has the answer.

use std::hash::{BuildHasher, Hash};

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Datelike, DurationRound, TimeDelta, Utc};
use directory::Snapshot;
use foldhash::fast::FixedState;

use crate::http::negotiation::accepts_coding;

/// The content codings in which answers are sent.
const CODINGS: [&str; 3] = ["gzip", "br", "zstd"];
/// How many of the newest changes tell the states of two directories apart.
const NEWEST_CHANGES: usize = 16;

/// Kept by whoever likes, and asked for again each time.
pub const REVALIDATED: HeaderValue = HeaderValue::from_static("public, no-cache");
/// For names that hold a hash of what is there.
pub const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// The entity tag of an answer at a version of the directory. `kind` tells answers of different rooms apart,
/// `hash` everything else that an answer depends on, see [`content_hash`].
pub fn entity_tag(version: u64, kind: char, hash: u64) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{version:x}-{kind}{hash:x}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// The hash of an answer's bytes, or of what they are made from. Every node gives the same one.
pub fn content_hash(what: impl Hash) -> u64 {
    FixedState::default().hash_one(what)
}

/// The version of a directory together with its day and that of its synonyms, for caches: what is over is found by its
/// words until its last day and not after it, and questions are read with other synonyms, without any change.
pub fn dated_version(snapshot: &Snapshot) -> u128 {
    let day = snapshot.day().map_or(0, |day| day.num_days_from_ce());
    let dated = (u128::from(snapshot.version()) << 32) | u128::from(day.cast_unsigned());
    (dated << 32) | u128::from(snapshot.synonyms().number())
}

/// What tells the state of a directory from every other one, also of the same version in another database: its newest
/// changes with their ids and times, and what the operator says of it. Every node of one database gives the same.
pub fn state_hash(snapshot: &Snapshot) -> u64 {
    let before = snapshot.version().saturating_sub(NEWEST_CHANGES as u64);
    let newest = snapshot.changes(Some(before), NEWEST_CHANGES);
    let settings = snapshot.settings();
    content_hash((
        (snapshot.version(), snapshot.day(), snapshot.updated_at(), newest, snapshot.synonyms().number()),
        (&settings.title, &settings.description, &settings.licence, settings.zone.name()),
    ))
}

/// The entity tag of the same answer in a content coding.
pub fn coded_tag(tag: &HeaderValue, coding: &str) -> Option<HeaderValue> {
    let plain = tag.to_str().ok()?.strip_suffix('"')?;
    HeaderValue::from_str(&format!("{plain}-{coding}\"")).ok()
}

/// Gives an answer that was compressed on its way the tag of its content coding, unless it has that already.
pub fn tag_coding(response: &mut Response) {
    let headers = response.headers();
    let (Some(coding), Some(tag)) = (headers.get(header::CONTENT_ENCODING), headers.get(header::ETAG)) else { return };
    let is_named = |name: &&&str| coding.as_bytes().eq_ignore_ascii_case(name.as_bytes());
    let Some(coding) = CODINGS.iter().find(is_named) else { return };
    let has_coding = tag
        .as_bytes()
        .strip_suffix(b"\"")
        .is_some_and(|tag| tag.strip_suffix(coding.as_bytes()).is_some_and(|tag| tag.ends_with(b"-")));
    if !has_coding && let Some(tag) = coded_tag(tag, coding) {
        response.headers_mut().insert(header::ETAG, tag);
    }
}

/// The end of the minute: until then an answer is right that tells who is open now.
pub fn end_of_minute(now: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now) + TimeDelta::minutes(1)
}

/// The tag of the answer that a client has and that is right still (RFC 9110, section 13.1.2): that of the plain bytes,
/// or of a content coding which the client still takes. `None` where it has to be sent.
fn validated_tag(headers: &HeaderMap, tag: &HeaderValue) -> Option<HeaderValue> {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let plain = tag.to_str().ok()?.strip_suffix('"')?;
    lines.flat_map(|line| line.split(',')).find_map(|known| {
        let known = known.trim();
        let known = known.strip_prefix("W/").unwrap_or(known);
        if known == "*" {
            return Some(tag.clone());
        }
        let coding = known.strip_prefix(plain)?.strip_suffix('"')?;
        let is_right = match coding.strip_prefix('-') {
            Some(coding) => CODINGS.contains(&coding) && accepts_coding(headers, coding),
            None => coding.is_empty(),
        };
        is_right.then(|| HeaderValue::from_str(known).ok())?
    })
}

/// What clients and caches go by in an answer.
#[derive(Clone, Debug)]
pub struct CacheFields {
    /// The tag of the plain bytes.
    pub tag: HeaderValue,
    /// When the directory last changed that it tells of.
    pub modified: Option<HeaderValue>,
    /// How long it may be kept without asking.
    pub cache_control: HeaderValue,
    /// Which fields of a request it depends on.
    pub vary: Option<HeaderValue>,
}

/// The answer with what clients keep it by, or only that where the client has it already. What `full` gives in a
/// content coding may have a tag of its own.
pub fn respond(request: &HeaderMap, cache: CacheFields, full: impl FnOnce() -> Response) -> Response {
    let CacheFields { tag, modified, cache_control, vary } = cache;
    let (mut response, tag) = match validated_tag(request, &tag) {
        Some(known) => (StatusCode::NOT_MODIFIED.into_response(), known),
        None => (full(), tag),
    };
    let headers = response.headers_mut();
    headers.entry(header::ETAG).or_insert(tag);
    headers.insert(header::CACHE_CONTROL, cache_control);
    if let Some(vary) = vary {
        headers.insert(header::VARY, vary);
    }
    if let Some(modified) = modified {
        headers.insert(header::LAST_MODIFIED, modified);
    }
    response
}

/// When the directory changed last, as `Last-Modified` says it.
pub fn last_modified(snapshot: &Snapshot) -> Option<HeaderValue> {
    HeaderValue::from_str(&httpdate::fmt_http_date(snapshot.updated_at()?.into())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: HeaderValue = HeaderValue::from_static("\"1f-r2a\"");

    fn validate(known: &'static str, accepted: &'static str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static(known));
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
        Some(validated_tag(&headers, &TAG)?.to_str().expect("a tag").to_owned())
    }

    #[test]
    fn what_a_client_has_is_compared_by_its_content_coding_too() {
        for (known, accepted, tag) in [
            ("\"1f-r2a\"", "gzip", Some("\"1f-r2a\"")),
            ("W/\"1f-r2a\"", "", Some("\"1f-r2a\"")),
            ("\"0\", \"1f-r2a-br\"", "gzip, br", Some("\"1f-r2a-br\"")),
            ("W/\"1f-r2a-gzip\"", "GZIP", Some("\"1f-r2a-gzip\"")),
            ("*", "", Some("\"1f-r2a\"")),
            ("\"1f-r2a-gzip\"", "br", None),
            ("\"1f-r2a-gzip\"", "gzip;q=0", None),
            ("\"1f-r2a-deflate\"", "deflate", None),
            ("\"1f-r2\"", "gzip", None),
            ("\"1f-r2ab\"", "gzip", None),
            ("1f-r2a", "", None),
            ("", "", None),
        ] {
            assert_eq!(validate(known, accepted).as_deref(), tag, "{known} {accepted}");
        }
    }

    #[test]
    fn what_was_compressed_has_the_tag_of_its_coding_once() {
        let tagged = |coding: &'static str, tag: HeaderValue| {
            let mut response =
                [(header::ETAG, tag), (header::CONTENT_ENCODING, HeaderValue::from_static(coding))].into_response();
            tag_coding(&mut response);
            tag_coding(&mut response);
            response.headers()[header::ETAG].clone()
        };
        assert_eq!(tagged("br", TAG), "\"1f-r2a-br\"");
        assert_eq!(tagged("gzip", HeaderValue::from_static("\"1f-r2a-gzip\"")), "\"1f-r2a-gzip\"");
        assert_eq!(tagged("identity", TAG), TAG);
    }
}
