//! A panic while a request is answered.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{api_error::ApiError, request_record::request_span};

/// A panic is a fault of ours: it is logged with its message, and the client learns only that.
#[allow(clippy::needless_pass_by_value, reason = "the layer hands the payload over")]
pub fn handle_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let message = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    request_span().in_scope(|| tracing::error!(panic = message, "a request ended in a fault"));
    ApiError::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "INTERNAL",
        "something went wrong on our side; the question was not answered",
    )
    .into_response()
}
