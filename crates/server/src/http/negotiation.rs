//! Which media type an answer gets, by the GraphQL-over-HTTP specification, and which language its
//! messages have.

use std::cmp::Reverse;

use axum::http::{HeaderMap, HeaderValue, header};

/// The media type of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// `application/graphql-response+json`: the status tells a refused request from an answered one.
    GraphqlResponse,
    /// `application/json`: every well-formed request is answered with 200.
    Json,
    /// `text/html`: a browser opened the address.
    Html,
}

impl MediaType {
    /// The value of `Content-Type`.
    pub const fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
        })
    }

    /// In which order what is equally good to the client is chosen.
    const PREFERRED: [Self; 3] = [Self::Json, Self::GraphqlResponse, Self::Html];

    /// The best type the client accepts: without `Accept`, or with `*/*`, plain JSON; among equals
    /// the first named. Of several ranges that take a type the most specific one says how good it is
    /// (RFC 9110, section 12.5.1). `None` when it accepts none of ours.
    pub fn negotiate(headers: &HeaderMap) -> Option<Self> {
        let lines = headers.get_all(header::ACCEPT).iter().map(|value| value.to_str().unwrap_or_default());
        let named: Vec<&str> =
            lines.flat_map(|line| line.split(',')).map(str::trim).filter(|range| !range.is_empty()).collect();
        if named.is_empty() {
            return Some(Self::Json);
        }
        let ranges: Vec<(usize, MediaRange)> =
            named.into_iter().enumerate().filter_map(|(at, text)| Some((at, MediaRange::read(text)?))).collect();
        let quality = |media_type: Self| {
            let taking = ranges.iter().filter_map(|(at, range)| Some((range.specificity(media_type)?, *at, range)));
            let (_, at, range) = taking.min_by_key(|(specificity, at, _)| (Reverse(*specificity), *at))?;
            (range.quality > 0).then_some((Reverse(range.quality), at, media_type))
        };
        let best = Self::PREFERRED.into_iter().filter_map(quality).min_by_key(|(quality, at, _)| (*quality, *at));
        best.map(|(_, _, media_type)| media_type)
    }

    const fn essence(self) -> (&'static str, &'static str) {
        match self {
            Self::GraphqlResponse => ("application", "graphql-response+json"),
            Self::Json => ("application", "json"),
            Self::Html => ("text", "html"),
        }
    }
}

/// A media range that a client accepts (RFC 9110, section 12.5.1).
#[derive(Clone, Debug)]
struct MediaRange {
    main: String,
    sub: String,
    /// In thousandths.
    quality: u16,
}

impl MediaRange {
    /// Reads a range; `None` for what is none, and for what nothing of ours can be in.
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (main, sub) = parts.next()?.split_once('/')?;
        let mut quality = 1000;
        for parameter in parts {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            match name.trim().to_ascii_lowercase().as_str() {
                "q" => quality = thousandths(value.trim())?,
                "charset" if !value.trim_matches('"').eq_ignore_ascii_case("utf-8") => return None,
                _ => {}
            }
        }
        Some(Self { main: main.to_ascii_lowercase(), sub: sub.to_ascii_lowercase(), quality })
    }

    /// How closely it describes a type; `None` where it does not take it.
    fn specificity(&self, media_type: MediaType) -> Option<u8> {
        let (main, sub) = media_type.essence();
        match (self.main.as_str(), self.sub.as_str()) {
            ("*", "*") => Some(0),
            (range, "*") if range == main => Some(1),
            range if range == (main, sub) => Some(2),
            _ => None,
        }
    }
}

/// A quality value (RFC 9110, section 12.4.2) in thousandths.
fn thousandths(text: &str) -> Option<u16> {
    let quality: f32 = text.parse().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000 by the check before")]
    (0.0..=1.0).contains(&quality).then(|| (quality * 1000.0).round() as u16)
}

/// Whether an answer may be sent compressed with gzip.
pub fn accepts_gzip(headers: &HeaderMap) -> bool {
    accepts_coding(headers, "gzip")
}

/// Whether an answer may be sent in a content coding that the client names (RFC 9110, section 12.5.3).
pub fn accepts_coding(headers: &HeaderMap, wanted: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let quality = quality.trim().strip_prefix("q=").and_then(thousandths).unwrap_or_default();
        name.trim().eq_ignore_ascii_case(wanted) && quality > 0
    })
}

/// The language of messages: what `Accept-Language` prefers of those that have sentences; German where it names none.
pub fn reader(headers: &HeaderMap) -> &'static str {
    let offered =
        |tag: &str| messages::LANGUAGES.into_iter().find(|offered| primary(tag).eq_ignore_ascii_case(offered));
    negotiate_language(headers, offered).unwrap_or("de")
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What `Accept-Language` prefers of what is offered (RFC 9110, section 12.5.4); of equal ones the first.
pub fn negotiate_language<T>(headers: &HeaderMap, offered: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut best = None;
    for value in headers.get_all(header::ACCEPT_LANGUAGE) {
        for range in value.to_str().unwrap_or_default().split(',') {
            let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
            let quality = quality.trim().strip_prefix("q=").and_then(thousandths).unwrap_or_default();
            let is_better = quality > best.as_ref().map_or(0, |(best, _)| *best);
            if let Some(language) = offered(tag.trim()).filter(|_| is_better) {
                best = Some((quality, language));
            }
        }
    }
    best.map(|(_, language)| language)
}

/// Whether a request body is JSON in UTF-8, the only kind that is taken: a form, plain text or
/// multipart body could be sent from a stranger's page without asking first.
pub fn is_json_body(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let mut parts = value.split(';').map(str::trim);
    let json = parts.next().is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"));
    json && parts.all(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        !name.eq_ignore_ascii_case("charset") || value.trim_matches('"').eq_ignore_ascii_case("utf-8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn negotiate(accept: &str) -> Option<MediaType> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_str(accept).expect("header"));
        MediaType::negotiate(&headers)
    }

    #[test]
    fn the_client_gets_what_it_accepts_best() {
        assert_eq!(MediaType::negotiate(&HeaderMap::new()), Some(MediaType::Json));
        assert_eq!(negotiate("*/*"), Some(MediaType::Json));
        assert_eq!(negotiate("application/graphql-response+json"), Some(MediaType::GraphqlResponse));
        assert_eq!(
            negotiate("application/graphql-response+json; charset=utf-8, application/json; q=0.9"),
            Some(MediaType::GraphqlResponse)
        );
        assert_eq!(
            negotiate("application/json;q=0.9, application/graphql-response+json"),
            Some(MediaType::GraphqlResponse)
        );
        assert_eq!(negotiate("text/html,application/xhtml+xml,*/*;q=0.8"), Some(MediaType::Html));
        assert_eq!(negotiate("application/json;q=0, */*"), Some(MediaType::GraphqlResponse));
        assert_eq!(
            negotiate("*/*, application/json;q=0, application/graphql-response+json;q=0"),
            Some(MediaType::Html)
        );
        assert_eq!(negotiate("application/*;q=0, */*"), Some(MediaType::Html));
        assert_eq!(negotiate("application/json, application/*;q=0"), Some(MediaType::Json));
        assert_eq!(negotiate("*/*;q=0"), None);
        assert_eq!(negotiate("application/*"), Some(MediaType::Json));
        assert_eq!(negotiate("application/json;q=0.1, */*"), Some(MediaType::GraphqlResponse));
        assert_eq!(negotiate("text/*;q=0.5, */*;q=0.4"), Some(MediaType::Html));
        assert_eq!(negotiate("image/png"), None);
        assert_eq!(negotiate("application/json;q=0"), None);
        assert_eq!(negotiate("application/json; charset=latin1"), None);
    }

    #[test]
    fn messages_are_in_the_language_that_is_preferred_and_offered() {
        for (accepted, language) in [
            ("", "de"),
            ("fr", "de"),
            ("fr, en;q=0.5", "en"),
            ("tr, en;q=0.5", "tr"),
            ("uk-UA", "uk"),
            ("en-GB,en;q=0.9,de;q=0.8", "en"),
            ("de-DE, en;q=0.9", "de"),
            ("en;q=0, *", "de"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(accepted).expect("header"));
            assert_eq!(reader(&headers), language, "{accepted}");
        }
    }

    #[test]
    fn gzip_is_sent_to_whoever_names_it() {
        for (accepted, may) in
            [("", false), ("gzip", true), ("br, GZIP;q=0.5", true), ("gzip;q=0, br", false), ("br", false)]
        {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_str(accepted).expect("header"));
            assert_eq!(accepts_gzip(&headers), may, "{accepted}");
        }
    }

    #[test]
    fn only_json_bodies_in_utf_8_are_taken() {
        let body = |content_type: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
            is_json_body(&headers)
        };
        assert!(body("application/json") && body("application/json; charset=UTF-8"));
        assert!(!body("text/plain") && !body("application/x-www-form-urlencoded") && !body("multipart/form-data"));
        assert!(!body("application/json; charset=iso-8859-1"));
        assert!(!is_json_body(&HeaderMap::new()));
    }
}
