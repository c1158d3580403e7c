//! What every request shares, and the routes.

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderValue, Method, StatusCode, header},
    routing::{any, get},
};
use chrono::{DateTime, Utc};
use directory::Live;
use graphql::Engine;
use store::Store;
use tokio::sync::watch;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, cors::CorsLayer, set_header::SetResponseHeaderLayer,
};

use crate::{
    http::{cache::AnswerCache, graphql::Answer, health, refusal::Refusal},
    settings::Http,
};

/// What every request shares.
#[derive(Clone)]
pub struct App {
    /// The newest snapshot.
    pub live: Arc<Live>,
    /// The place in the change log up to which changes are visible in it.
    pub followed: watch::Receiver<u64>,
    /// Answers GraphQL.
    pub engine: Arc<Engine>,
    /// The system of record; only health looks at it here.
    pub store: Store,
    /// Answers that are asked again.
    pub answers: AnswerCache<Answer>,
    /// Limits on requests.
    pub limits: Http,
    /// What time it is.
    pub clock: fn() -> DateTime<Utc>,
}

impl App {
    /// Every route of the service.
    pub fn routes(self) -> Router {
        let graphql = Router::new()
            .route("/graphql", any(crate::http::graphql::graphql))
            .route("/graphql/schema", get(crate::http::graphql::schema))
            .route("/", get(crate::http::help))
            .layer(cors())
            .layer(CompressionLayer::new());
        Router::new()
            .merge(graphql)
            .route("/health/live", get(health::live))
            .route("/health/ready", get(health::ready))
            .fallback(unknown)
            .layer(SetResponseHeaderLayer::if_not_present(
                header::X_CONTENT_TYPE_OPTIONS,
                HeaderValue::from_static("nosniff"),
            ))
            .layer(CatchPanicLayer::custom(fault))
            .with_state(self)
    }
}

/// Public reads are for every origin; nothing here rests on cookies.
fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(tower_http::cors::Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE, header::ACCEPT])
        .max_age(std::time::Duration::from_secs(86_400))
}

async fn unknown() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "NOT_FOUND", "there is nothing at this address; questions go to /graphql")
}

/// A panic is a fault of ours: it is logged with its message, and the client learns only that.
#[allow(clippy::needless_pass_by_value, reason = "the layer hands the payload over")]
fn fault(panic: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    let message = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    tracing::error!(panic = message, "a request ended in a fault");
    axum::response::IntoResponse::into_response(Refusal::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "INTERNAL",
        "something went wrong on our side; the question was not answered",
    ))
}
