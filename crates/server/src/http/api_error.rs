//! Refusals and faults outside GraphQL execution, in the one shape clients read: a list of errors
//! with a message and a stable code. Causes stay in the log.

use std::time::Duration;

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{headers::NOSNIFF, negotiation::MediaType};

/// Why a request was not answered.
#[derive(Debug)]
pub struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
    media_type: MediaType,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl ApiError {
    /// An error with what was wrong and what is allowed.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), media_type: MediaType::Json, headers: Vec::new() }
    }

    /// A fault of ours: the cause goes to the log, the client learns only that.
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "something went wrong on our side")
    }

    /// The address is there for other methods; see [`Self::with_allow`].
    pub fn method_not_allowed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message)
    }

    /// There is nothing at this address.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", message)
    }

    /// What was sent cannot be read.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", message)
    }

    /// The methods that are allowed instead (`Allow`).
    #[must_use]
    pub fn with_allow(self, methods: &'static str) -> Self {
        self.with_header(header::ALLOW, HeaderValue::from_static(methods))
    }

    /// With a header field; one of the same name is replaced.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// In the media type the client accepts.
    #[must_use]
    pub fn to(mut self, media_type: MediaType) -> Self {
        self.media_type = if media_type == MediaType::Html { MediaType::Json } else { media_type };
        self
    }

    /// The status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The seconds to wait that `Retry-After` says.
    pub fn retry_after(&self) -> Option<Duration> {
        let (_, value) = self.headers.iter().find(|(name, _)| *name == header::RETRY_AFTER)?;
        value.to_str().ok()?.parse().ok().map(Duration::from_secs)
    }

    /// The list of errors, as JSON.
    pub fn errors(&self) -> String {
        json!([{ "message": self.message, "extensions": { "code": self.code } }]).to_string()
    }
}

/// The answer of an address that is there for other methods; `Allow` says for which.
pub async fn method_not_allowed() -> ApiError {
    ApiError::method_not_allowed("this address does not know the method")
}

/// A wait in whole seconds, as `Retry-After` says it: never less than the wait.
pub fn seconds_to_wait(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = format!("{{\"errors\":{}}}", self.errors());
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.media_type.content_type());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
        for (name, value) in self.headers {
            headers.insert(name, value);
        }
        response
    }
}
