//! What the pages tell browsers to keep to.

use http::{HeaderMap, HeaderName, HeaderValue, header};

/// Everything comes from this service, nothing stands inline, and no other site may frame a page. Blocks of JSON-LD
/// are data and no script, so they need no exception.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// The place is asked for by the search alone; nothing else is.
const PERMISSIONS: HeaderValue =
    HeaderValue::from_static("geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");

/// Other sites do not learn which page somebody came from: that alone may tell what they look for.
const REFERRER: HeaderValue = HeaderValue::from_static("same-origin");

/// What every page carries.
pub fn of_pages() -> HeaderMap {
    HeaderMap::from_iter([
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (header::REFERRER_POLICY, REFERRER),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    ])
}
