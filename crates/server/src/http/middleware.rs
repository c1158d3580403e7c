//! What surrounds the handlers of pages: who may ask, and what every answer carries.

use std::{convert::Infallible, sync::Arc};

use axum::{
    body::Body,
    extract::State,
    http::{Method, Request, StatusCode},
    middleware,
    response::{IntoResponse, Response},
};
use tower::{Layer, Service, ServiceExt, service_fn};
use tower_http::cors::CorsLayer;

use super::{conditional, headers::EXPOSED, request_record::note_route, state::AppState};
use crate::compute::answer_for;

/// Public reads are for every origin, and so is what a program does with a token of its own: neither
/// rests on a cookie, and no cookie is taken from another origin.
pub fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(tower_http::cors::Any)
        .allow_methods([Method::GET, Method::POST])
        // Clients send names, versions and traces of their own; without cookies none of them opens anything.
        .allow_headers(tower_http::cors::AllowHeaders::mirror_request())
        .expose_headers(EXPOSED)
        // Answers are the same whatever a preflight has asked, and preflights are in no cache but the browser's.
        .vary([])
        .max_age(std::time::Duration::from_secs(86_400))
}

/// The answer to a browser that asks what it may send.
pub fn preflight()
-> impl Service<Request<Body>, Response = Response, Error = Infallible, Future: Send + 'static> + Clone + Send + Sync {
    let cors = cors().layer(service_fn(async |_: Request<Body>| Ok(StatusCode::NO_CONTENT.into_response())));
    service_fn(move |request: Request<Body>| {
        note_route(request.extensions(), "none");
        cors.clone().oneshot(request)
    })
}

/// Gives what the layer before has compressed the entity tag of its content coding.
pub async fn tag_coding(mut response: Response) -> Response {
    conditional::tag_coding(&mut response);
    response
}

/// Counts the request of a client, and refuses what is too much.
pub async fn check_rate(State(app): State<Arc<AppState>>, request: Request<Body>, next: middleware::Next) -> Response {
    let client = app.proxies.client(request.extensions(), request.headers());
    match app.rate_limit.check(client) {
        Ok(()) => answer_for(client, next.run(request)).await,
        Err(error) => error.into_response(),
    }
}
