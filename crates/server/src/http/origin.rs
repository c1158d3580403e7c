//! Where browsers reach this service, and from which origins they may use a session here.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};

use super::api_error::ApiError;
use crate::settings::Http;

/// The origin of this service, as it is configured, else as it was asked.
#[derive(Debug)]
pub struct PublicOrigin {
    configured: Option<HeaderValue>,
    allowed: Vec<HeaderValue>,
}

impl PublicOrigin {
    /// By these settings.
    pub fn new(http: &Http) -> Self {
        Self { configured: http.origin.clone(), allowed: http.allowed_origins.clone() }
    }

    /// Refuses what a page of another origin sends with a visitor's session. Programs that are no
    /// browsers send no origin, and no session of a visitor either.
    ///
    /// # Errors
    /// 403 for an origin that is neither this service's nor allowed.
    pub fn check(&self, headers: &HeaderMap) -> Result<(), ApiError> {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        let allowed = match (origins.next(), origins.next()) {
            (Some(origin), None) => self.is_own(origin, headers) || self.allowed.contains(origin),
            (Some(_), Some(_)) => false,
            (None, _) => {
                let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
                matches!(site, None | Some(b"same-origin" | b"none"))
            }
        };
        if allowed {
            return Ok(());
        }
        Err(ApiError::new(
            StatusCode::FORBIDDEN,
            "ORIGIN_NOT_ALLOWED",
            "pages of another origin may not use a session here; [http] allowed_origins names further origins of this service",
        ))
    }

    /// Whether an origin is this service's own: the configured one, else the host that was asked.
    fn is_own(&self, origin: &HeaderValue, headers: &HeaderMap) -> bool {
        if let Some(own) = &self.configured {
            return own == origin;
        }
        let Some(host) = headers.get(header::HOST) else { return false };
        let authority = origin.as_bytes().strip_prefix(b"https://").or(origin.as_bytes().strip_prefix(b"http://"));
        authority.is_some_and(|authority| authority.eq_ignore_ascii_case(host.as_bytes()))
    }

    /// Where browsers reach this service, such as `https://netzwerk.example.org`: as it is configured, else by the host
    /// that was asked.
    pub fn of_request(&self, headers: &HeaderMap) -> String {
        if let Some(own) = self.configured.as_ref().and_then(|own| own.to_str().ok()) {
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
        self.configured.as_ref().is_some_and(|own| own.as_bytes().starts_with(b"https://"))
    }

    /// Whether cookies go over encrypted connections only: always but on the machine itself.
    pub fn is_secure(&self, headers: &HeaderMap) -> bool {
        if let Some(own) = &self.configured {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn origin_of(http: &Http) -> PublicOrigin {
        PublicOrigin::new(http)
    }

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_own_and_allowed_origins_use_a_session() {
        let unsaid = origin_of(&Http::default());
        let own = [("host", "herne.example.org"), ("origin", "https://herne.example.org")];
        assert!(unsaid.check(&headers(&own)).is_ok());
        assert!(unsaid.check(&headers(&own[..1])).is_ok(), "no browser");
        for other in ["https://evil.example", "null", "https://herne.example.org.evil.example"] {
            assert!(unsaid.check(&headers(&[own[0], ("origin", other)])).is_err(), "{other}");
        }
        assert!(unsaid.check(&headers(&[own[0], ("sec-fetch-site", "cross-site")])).is_err());
        let said = origin_of(&Http {
            origin: Some(HeaderValue::from_static("https://herne.example.org")),
            allowed_origins: vec![HeaderValue::from_static("https://console.example.org")],
            ..Http::default()
        });
        let rewritten = ("host", "127.0.0.1:8080");
        assert!(said.check(&headers(&[rewritten, own[1]])).is_ok());
        assert!(said.check(&headers(&[rewritten, ("origin", "https://console.example.org")])).is_ok());
        assert!(said.check(&headers(&[rewritten, ("origin", "http://127.0.0.1:8080")])).is_err());
    }

    #[test]
    fn pages_name_the_origin_that_is_configured_or_the_host_that_was_asked() {
        let unsaid = origin_of(&Http::default());
        for (host, origin) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("Herne.example.org", "https://herne.example.org"),
            ("a\"><script>", "https://localhost"),
        ] {
            assert_eq!(unsaid.of_request(&headers(&[("host", host)])), origin);
        }
        let said = Http { origin: Some(HeaderValue::from_static("https://herne.example.org")), ..Http::default() };
        let said = origin_of(&said);
        assert_eq!(said.of_request(&headers(&[("host", "evil.example")])), "https://herne.example.org");
        assert!(said.is_https() && !unsaid.is_https());
    }

    #[test]
    fn cookies_are_for_encrypted_connections_outside_the_machine_itself() {
        let unsaid = origin_of(&Http::default());
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
        assert!(origin_of(&said).is_secure(&headers(&[("host", "127.0.0.1:8080")])));
    }
}
