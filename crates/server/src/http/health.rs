//! Whether the process lives and whether it can answer.

use std::sync::Arc;

use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use serde::Serialize;

use crate::{
    http::{api_error::method_not_allowed, state::AppState},
    readiness::UnreadyReason,
};

/// What whoever looks after the service asks, at any time.
pub fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .method_not_allowed_fallback(method_not_allowed)
}

/// `GET /health/live`: the process answers.
async fn live() -> &'static str {
    "alive\n"
}

/// The state of this node, as anybody may know it.
#[derive(Debug, Serialize)]
pub struct Health {
    ready: bool,
    /// Stable codes: why it is not ready, and what staff should look at also while it is (`STORAGE_LOW`).
    reasons: Vec<&'static str>,
}

/// `GET /health/ready`: 200 while the database answers, this node shows what the log holds or gets on
/// with it, and changes can be written; else 503 with the reasons.
async fn ready(State(app): State<Arc<AppState>>) -> (StatusCode, Json<Health>) {
    let mut reasons: Vec<&str> = app.readiness.reasons().into_iter().map(UnreadyReason::code).collect();
    let ready = reasons.is_empty();
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    if app.disk.is_low() {
        reasons.push("STORAGE_LOW");
    }
    (status, Json(Health { ready, reasons }))
}
