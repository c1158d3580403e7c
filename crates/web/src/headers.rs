//! What the pages tell browsers to keep to.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::{Locale, Page, Partner, Site, embedding::partners_of};

/// Everything comes from this service, nothing stands inline, and no other site may frame a page. Blocks of JSON-LD
/// are data and no script, so they need no exception. The map draws in a worker; the builder shows a frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for a page with a map, where the operator wants it to ask others.
fn map_policy(strangers: &[String]) -> Option<HeaderValue> {
    let others = strangers.join(" ");
    let wider = POLICY
        .replace("img-src 'self'", &format!("img-src 'self' {others}"))
        .replace("connect-src 'self'", &format!("connect-src 'self' {others}"));
    HeaderValue::from_str(&wider).ok()
}

/// The same for a frame on other sites. Sites that put frames into a sandbox take its origin away: 'self' is then
/// nobody, so the service is named, and the map's worker starts from data.
fn frame_policy(origin: &str, partners: &[Partner], strangers: &[String]) -> Option<HeaderValue> {
    let own = [&[origin.to_owned()], strangers].concat().join(" ");
    let ancestors = match partners {
        [] => "*".to_owned(),
        partners => {
            let origins: Vec<&str> = partners.iter().flat_map(|partner| &partner.origins).map(String::as_str).collect();
            format!("'self' {origin} {}", origins.join(" "))
        }
    };
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'self' {origin}; style-src 'self' {origin}; img-src 'self' {own}; \
         connect-src 'self' {own}; worker-src 'self' blob: data:; form-action 'none'; base-uri 'none'; \
         frame-ancestors {ancestors}"
    ))
    .ok()
}

/// The place is asked for by the search alone; nothing else is.
const PERMISSIONS: HeaderValue =
    HeaderValue::from_static("geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()");

/// Other sites do not learn which page somebody came from: that alone may tell what they look for.
const REFERRER: HeaderValue = HeaderValue::from_static("same-origin");

/// What a frame for other sites carries: what every page does, with the sites that may show it. `query` is that of
/// its address: where it names a partner, only that one's sites may.
pub fn of_frames(origin: &str, site: &Site, query: &str) -> HeaderMap {
    let mut headers = of_pages();
    if let Some(policy) = frame_policy(origin, partners_of(site, query), &site.map_strangers) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers
}

/// What the page at a path carries: what every page does, and where it has a map, whom that may ask.
pub fn of_page(site: &Site, path: &str) -> HeaderMap {
    let mut headers = of_pages();
    let has_map = Page::from_path(Locale::of_path(path).1) == Some(Page::Search);
    if has_map
        && !site.map_strangers.is_empty()
        && let Some(policy) = map_policy(&site.map_strangers)
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers
}

/// What every page carries.
pub fn of_pages() -> HeaderMap {
    HeaderMap::from_iter([
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (header::REFERRER_POLICY, REFERRER),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    ])
}
