//! Whether the process lives and whether it can answer.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;

use crate::app::App;

/// How far behind the change log a node may be and still call itself ready.
const BEHIND: u64 = 1000;

/// `GET /health/live`: the process answers.
pub async fn live() -> &'static str {
    "alive\n"
}

/// The state of this node.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Readiness {
    ready: bool,
    /// The place in the change log up to which this node answers.
    version: u64,
    /// How many changes of the log it has not taken in; `null` when the database does not answer.
    behind: Option<u64>,
    /// Stable codes of what staff should look at, also while it is ready: `STORAGE_LOW`.
    reasons: Vec<&'static str>,
}

/// `GET /health/ready`: 200 while the database answers and this node keeps up with the change log,
/// else 503.
pub async fn ready(State(app): State<Arc<App>>) -> (StatusCode, Json<Readiness>) {
    let version = *app.followed.borrow();
    let latest = tokio::time::timeout(Duration::from_secs(2), app.store.latest_sequence()).await;
    let behind = match latest {
        Ok(Ok(latest)) => Some(latest.saturating_sub(version)),
        Ok(Err(error)) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "the database does not answer");
            None
        }
        Err(_) => None,
    };
    let ready = behind.is_some_and(|behind| behind <= BEHIND);
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let reasons = app.disk.is_low().then_some("STORAGE_LOW").into_iter().collect();
    (status, Json(Readiness { ready, version, behind, reasons }))
}
