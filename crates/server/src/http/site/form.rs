//! Forms as pages send them: read within limits, each value as a secret until it is asked for.

use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, header},
};
use bytes::Bytes;
use secrecy::{ExposeSecret, SecretString};
use url::form_urlencoded;

use crate::http::body::read_body;

/// Reads the body of a form of at most so many bytes.
///
/// # Errors
/// The status to answer with.
pub(super) async fn read_form(headers: &HeaderMap, body: Body, most: usize) -> Result<Bytes, StatusCode> {
    if !is_form(headers) {
        return Err(StatusCode::BAD_REQUEST);
    }
    match read_body(headers, body, most).await {
        // No text of people has the character NUL, and PostgreSQL cannot hold it.
        Ok(body) if body.contains(&0) || body.windows(3).any(|bytes| bytes == b"%00") => Err(StatusCode::BAD_REQUEST),
        Ok(body) => Ok(body),
        Err(error) => Err(error.status()),
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The values of a form.
#[derive(Debug)]
pub(super) struct FormValues(Vec<(String, SecretString)>);

impl FormValues {
    /// Reads them; of a name that stands twice the first counts.
    pub(super) fn parse(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned().into())).collect())
    }

    /// A value; empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.expose_secret())
    }

    /// All values with their names, in the order in which they were sent.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.expose_secret()))
    }

    /// A value that stays a secret.
    pub(super) fn secret(&self, name: &str) -> SecretString {
        self.text(name).to_owned().into()
    }
}
