//! Requests by route: how many with which outcome, and how long they took. Every series is there from
//! the start, at 0, so that the first fault is a step and not a gap.

use std::{
    array,
    sync::OnceLock,
    time::{Duration, Instant},
};

use axum::{body::Body, http::Request, middleware::Next, response::Response};
use metrics::{Counter, Histogram};
use tracing::Instrument;

use super::request_record::{note_route, request_span};

/// Routes by the first part of their addresses; whatever else is asked for is a page.
const ROUTES: [(&str, &str); 18] = [
    ("/graphql/ws", "graphql-ws"),
    ("/graphql/schema", "schema"),
    ("/graphql", "graphql"),
    ("/auth/", "auth"),
    ("/health/", "health"),
    ("/export/", "export"),
    ("/tiles", "tiles"),
    ("/basemap/", "basemap"),
    ("/changes.atom", "changes"),
    ("/events.ics", "events"),
    ("/assets/", "assets"),
    ("/widget", "widget"),
    ("/embed", "embed"),
    ("/oembed", "oembed"),
    ("/mail/", "mail"),
    ("/reminder/", "reminder"),
    ("/suggest-change", "suggest-change"),
    ("/", "page"),
];

/// Outcomes by the first digit of the status.
const STATUSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

struct RouteMetrics {
    requests: [Counter; STATUSES.len()],
    seconds: Histogram,
}

/// Handles are asked for once: looking a series up by its labels takes longer than a kept answer.
fn routes() -> &'static [RouteMetrics; ROUTES.len()] {
    static METRICS: OnceLock<[RouteMetrics; ROUTES.len()]> = OnceLock::new();
    METRICS.get_or_init(|| {
        array::from_fn(|at| {
            let route = ROUTES[at].1;
            RouteMetrics {
                requests: STATUSES
                    .map(|status| metrics::counter!("bruecke_requests_total", "route" => route, "status" => status)),
                seconds: metrics::histogram!("bruecke_request_seconds", "route" => route),
            }
        })
    })
}

/// Makes every series.
pub fn register() {
    routes();
}

/// The place of a path's route.
fn route_of(path: &str) -> usize {
    // Pages in other languages than German stand below a prefix.
    let (_, path) = web::Locale::of_path(path);
    ROUTES.iter().position(|(prefix, _)| path.starts_with(prefix)).unwrap_or(ROUTES.len() - 1)
}

/// Counts an answered request.
pub fn record(path: &str, response: &Response, took: Duration) {
    let metrics = &routes()[route_of(path)];
    let status = usize::from(response.status().as_u16() / 100).clamp(1, STATUSES.len()) - 1;
    metrics.requests[status].increment(1);
    metrics.seconds.record(took.as_secs_f64());
}

/// Counts what passes, and gives its log lines the id of the request.
pub async fn measure(request: Request<Body>, next: Next) -> Response {
    let (started, path) = (Instant::now(), request.uri().path().to_owned());
    note_route(request.extensions(), ROUTES[route_of(&path)].1);
    let response = next.run(request).instrument(request_span()).await;
    record(&path, &response, started.elapsed());
    response
}
