//! What `web` makes, as an answer over HTTP.

use axum::{
    http::{HeaderName, HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use web::{Answer, Locale};

use crate::http::{api_error::seconds_to_wait, negotiation::negotiate_language};

/// The language of a request's page, and the one that its browser prefers.
pub(crate) fn languages(head: &Parts) -> (Locale, Option<Locale>) {
    let (locale, _) = Locale::of_path(head.uri.path());
    // Only pages in the language that is nobody's choice offer another one.
    let preferred = negotiate_language(&head.headers, Locale::from_tag).filter(|_| locale == Locale::De);
    (locale, preferred)
}

/// A page at an address that is itself a key: nobody keeps it, search engines leave it, and the address goes nowhere
/// else.
pub(crate) fn private_page(answer: Answer, locale: Locale) -> Response {
    let mut response = page_response(answer);
    let headers = response.headers_mut();
    headers.extend(web::headers::of_pages());
    for (name, value) in [
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        (header::CONTENT_LANGUAGE, locale.tag()),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An answer without anything to keep it by.
pub(crate) fn page_response(answer: Answer) -> Response {
    let fields = page_fields(&answer);
    let mut response = (answer.status, answer.body).into_response();
    let headers = response.headers_mut();
    // Bytes say of themselves that they are any.
    for (name, value) in fields {
        headers.insert(name, value);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What is said of a page's bytes, and where it leads.
pub(crate) fn page_fields(answer: &Answer) -> Vec<(HeaderName, HeaderValue)> {
    let location = answer.location.as_ref().and_then(|location| HeaderValue::from_str(location).ok());
    let wait = answer.retry_after.map(|wait| HeaderValue::from(seconds_to_wait(wait)));
    let fields = [
        (header::CONTENT_TYPE, Some(HeaderValue::from_static(answer.media_type))),
        (header::LOCATION, location),
        (header::RETRY_AFTER, wait),
    ];
    fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}
