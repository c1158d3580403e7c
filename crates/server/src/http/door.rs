//! What every request passes first: who counts as one client and how much it may ask, and from which
//! origins a browser may use a session.

use std::time::{Duration, Instant};

use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, header};

use super::{
    client::{Client, Proxies},
    limit::Limiter,
    refusal::{Refusal, seconds_to_wait},
};
use crate::settings::{Http, RequestsPerMinute};

const MINUTE: Duration = Duration::from_secs(60);

/// What every request passes first.
#[derive(Debug)]
pub struct Door {
    proxies: Proxies,
    requests: Option<Limiter<Client>>,
    /// Whether requests from the machine itself count, see [`RequestsPerMinute::Unsaid`].
    counts_local: bool,
    origin: Option<HeaderValue>,
    allowed_origins: Vec<HeaderValue>,
}

impl Door {
    /// A door with these settings.
    pub fn new(http: &Http, now: Instant) -> Self {
        let allowed = match http.requests_per_minute {
            RequestsPerMinute::Unsaid => Some(RequestsPerMinute::GENEROUS),
            RequestsPerMinute::AtMost(allowed) => Some(allowed),
            RequestsPerMinute::Unlimited => None,
        };
        Self {
            proxies: Proxies::new(http.trusted_proxies.clone(), http.client_address_from),
            requests: allowed.map(|allowed| Limiter::new(allowed.get(), MINUTE, now)),
            counts_local: http.requests_per_minute != RequestsPerMinute::Unsaid,
            origin: http.origin.clone(),
            allowed_origins: http.allowed_origins.clone(),
        }
    }

    /// Whom a request comes from.
    pub fn client(&self, extensions: &Extensions, headers: &HeaderMap) -> Client {
        self.proxies.client(extensions, headers)
    }

    /// Counts a request of a client.
    ///
    /// # Errors
    /// 429 when it has asked for more than is allowed.
    pub fn admit(&self, extensions: &Extensions, headers: &HeaderMap) -> Result<(), Refusal> {
        match &self.requests {
            Some(_) => self.admit_client(self.client(extensions, headers)),
            None => Ok(()),
        }
    }

    /// Counts a request of a client that is known already.
    ///
    /// # Errors
    /// 429 when it has asked for more than is allowed.
    pub fn admit_client(&self, client: Client) -> Result<(), Refusal> {
        let Some(limiter) = &self.requests else { return Ok(()) };
        if !self.counts_local && client.is_local() {
            return Ok(());
        }
        limiter.take(client, Instant::now()).map_err(|wait| {
            metrics::counter!("bruecke_refused_total", "limit" => "requests").increment(1);
            let allowed = limiter.allowed();
            too_many("LIMIT_REQUESTS", &format!("one client may make {allowed} requests a minute"), wait)
        })
    }

    /// Refuses what a page of another origin sends with a visitor's session. Programs that are no
    /// browsers send no origin, and no session of a visitor either.
    ///
    /// # Errors
    /// 403 for an origin that is neither this service's nor allowed.
    pub fn check_origin(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        let allowed = match (origins.next(), origins.next()) {
            (Some(origin), None) => self.is_own(origin, headers) || self.allowed_origins.contains(origin),
            (Some(_), Some(_)) => false,
            (None, _) => {
                let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
                matches!(site, None | Some(b"same-origin" | b"none"))
            }
        };
        if allowed {
            return Ok(());
        }
        Err(Refusal::new(
            StatusCode::FORBIDDEN,
            "ORIGIN_NOT_ALLOWED",
            "pages of another origin may not use a session here; [http] allowed_origins names further origins of this service",
        ))
    }

    /// Whether an origin is this service's own: the configured one, else the host that was asked.
    fn is_own(&self, origin: &HeaderValue, headers: &HeaderMap) -> bool {
        if let Some(own) = &self.origin {
            return own == origin;
        }
        let Some(host) = headers.get(header::HOST) else { return false };
        let authority = origin.as_bytes().strip_prefix(b"https://").or(origin.as_bytes().strip_prefix(b"http://"));
        authority.is_some_and(|authority| authority.eq_ignore_ascii_case(host.as_bytes()))
    }

    /// Where browsers reach this service: the configured origin, else the host that was asked.
    pub fn own_origin(&self, headers: &HeaderMap) -> String {
        if let Some(own) = self.origin.as_ref().and_then(|own| own.to_str().ok()) {
            return own.to_owned();
        }
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        format!("{}://{host}", if self.is_secure(headers) { "https" } else { "http" })
    }

    /// Where browsers reach this service, such as `https://netzwerk.example.org`: as it is configured, else by the host
    /// that was asked.
    pub fn origin(&self, headers: &HeaderMap) -> String {
        if let Some(own) = self.origin.as_ref().and_then(|own| own.to_str().ok()) {
            return own.to_owned();
        }
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        // The host stands in pages, so what no host looks like does not.
        let is_host = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        let host = if !host.is_empty() && host.len() <= 255 && host.chars().all(is_host) { host } else { "localhost" };
        let scheme = if self.is_secure(headers) { "https" } else { "http" };
        format!("{scheme}://{}", host.to_ascii_lowercase())
    }

    /// Whether this service is reached over encrypted connections only, as far as it was told.
    pub fn is_https(&self) -> bool {
        self.origin.as_ref().is_some_and(|own| own.as_bytes().starts_with(b"https://"))
    }

    /// Whether cookies go over encrypted connections only: always but on the machine itself.
    pub fn is_secure(&self, headers: &HeaderMap) -> bool {
        if let Some(own) = &self.origin {
            return own.as_bytes().starts_with(b"https://");
        }
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        !matches!(name, "localhost" | "127.0.0.1" | "[::1]")
    }
}

fn too_many(code: &'static str, rule: &str, wait: Duration) -> Refusal {
    let seconds = seconds_to_wait(wait);
    Refusal::new(StatusCode::TOO_MANY_REQUESTS, code, format!("{rule}; the next is answered in {seconds} s"))
        .with_header(header::RETRY_AFTER, HeaderValue::from(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(http: &Http) -> Door {
        Door::new(http, Instant::now())
    }

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_own_and_allowed_origins_use_a_session() {
        let unsaid = door(&Http::default());
        let own = [("host", "herne.example.org"), ("origin", "https://herne.example.org")];
        assert!(unsaid.check_origin(&headers(&own)).is_ok());
        assert!(unsaid.check_origin(&headers(&own[..1])).is_ok(), "no browser");
        for other in ["https://evil.example", "null", "https://herne.example.org.evil.example"] {
            assert!(unsaid.check_origin(&headers(&[own[0], ("origin", other)])).is_err(), "{other}");
        }
        assert!(unsaid.check_origin(&headers(&[own[0], ("sec-fetch-site", "cross-site")])).is_err());
        let said = door(&Http {
            origin: Some(HeaderValue::from_static("https://herne.example.org")),
            allowed_origins: vec![HeaderValue::from_static("https://console.example.org")],
            ..Http::default()
        });
        let rewritten = ("host", "127.0.0.1:8080");
        assert!(said.check_origin(&headers(&[rewritten, own[1]])).is_ok());
        assert!(said.check_origin(&headers(&[rewritten, ("origin", "https://console.example.org")])).is_ok());
        assert!(said.check_origin(&headers(&[rewritten, ("origin", "http://127.0.0.1:8080")])).is_err());
    }

    #[test]
    fn pages_name_the_origin_that_is_configured_or_the_host_that_was_asked() {
        let unsaid = door(&Http::default());
        for (host, origin) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("Herne.example.org", "https://herne.example.org"),
            ("a\"><script>", "https://localhost"),
        ] {
            assert_eq!(unsaid.origin(&headers(&[("host", host)])), origin);
        }
        let said = Http { origin: Some(HeaderValue::from_static("https://herne.example.org")), ..Http::default() };
        let said = door(&said);
        assert_eq!(said.origin(&headers(&[("host", "evil.example")])), "https://herne.example.org");
        assert!(said.is_https() && !unsaid.is_https());
    }

    #[test]
    fn cookies_are_for_encrypted_connections_outside_the_machine_itself() {
        let unsaid = door(&Http::default());
        for (host, secure) in [
            ("localhost:8080", false),
            ("127.0.0.1:8080", false),
            ("[::1]:8080", false),
            ("herne.example.org", true),
            ("localhost.evil.example", true),
        ] {
            assert_eq!(unsaid.is_secure(&headers(&[("host", host)])), secure, "{host}");
        }
        let said = Http { origin: Some(HeaderValue::from_static("https://herne.example.org")), ..Http::default() };
        assert!(door(&said).is_secure(&headers(&[("host", "127.0.0.1:8080")])));
    }
}
