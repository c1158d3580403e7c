//! Header fields that answers of several kinds carry.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// Browsers take the media type as it is told.
pub const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// What scripts of other origins may read of an answer beside what browsers let them (Fetch Standard,
/// CORS-safelisted response-header names).
pub const EXPOSED: [HeaderName; 6] = [
    header::ETAG,
    header::RETRY_AFTER,
    header::ALLOW,
    header::CONTENT_DISPOSITION,
    header::LOCATION,
    header::WWW_AUTHENTICATE,
];

/// Sites that are isolated from others take only what says that it is for them.
pub fn allow_cross_origin_loading(headers: &mut HeaderMap) {
    const POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(POLICY, HeaderValue::from_static("cross-origin"));
}
