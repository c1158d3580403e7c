//! What the pages tell browsers to keep to.

use http::{HeaderMap, HeaderName, HeaderValue, header};

/// Everything comes from this service, nothing stands inline, and no other site may frame a page. Blocks of JSON-LD
/// are data and no script, so they need no exception. The map draws in a worker; the builder shows a frame.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; \
     frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// The same for a frame on other sites. Sites that put frames into a sandbox take its origin away: 'self' is then
/// nobody, so the service is named, and the map's worker starts from data.
fn frame_policy(origin: &str, partners: &[String]) -> Option<HeaderValue> {
    let ancestors =
        if partners.is_empty() { "*".to_owned() } else { format!("'self' {origin} {}", partners.join(" ")) };
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'self' {origin}; style-src 'self' {origin}; img-src 'self' {origin}; \
         connect-src 'self' {origin}; worker-src 'self' blob: data:; form-action 'none'; base-uri 'none'; \
         frame-ancestors {ancestors}"
    ))
    .ok()
}

/// The place is asked for by the search alone; nothing else is.
const PERMISSIONS: HeaderValue =
    HeaderValue::from_static("geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");

/// Other sites do not learn which page somebody came from: that alone may tell what they look for.
const REFERRER: HeaderValue = HeaderValue::from_static("same-origin");

/// What a frame for other sites carries: what every page does, with the sites that may show it.
pub fn of_frames(origin: &str, partners: &[String]) -> HeaderMap {
    let mut headers = of_pages();
    if let Some(policy) = frame_policy(origin, partners) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers
}

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
