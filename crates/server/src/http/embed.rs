//! Routes that other sites load: the script of the element and its words, the frame, the drawing of the map, and what
//! oEmbed asks. `web` makes the bytes; here headers are added: other sites may load them, files of the element are cached
//! for ten minutes, and a frame names the sites that may show it.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, Request, header},
    response::Response,
};

use crate::http::{headers::allow_cross_origin_loading, site::pages, state::AppState};

/// Names that stay the same lead to what may change with the next version of the program: kept for ten minutes,
/// then asked for again.
const WIDGET_CACHE_CONTROL: HeaderValue = HeaderValue::from_static("public, max-age=600");

/// What other sites load besides a frame.
pub async fn embed_asset(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    let (head, _) = request.into_parts();
    let is_widget_file = head.uri.path().starts_with("/widget");
    let mut response = pages::get(&app, &head).await;
    let headers = response.headers_mut();
    allow_cross_origin_loading(headers);
    if is_widget_file && headers.contains_key(header::ETAG) {
        headers.insert(header::CACHE_CONTROL, WIDGET_CACHE_CONTROL);
    }
    response
}

/// The frame.
pub async fn embed_frame(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    let (head, _) = request.into_parts();
    let mut response = pages::get(&app, &head).await;
    let origin = app.origin.of_request(&head.headers);
    let headers = response.headers_mut();
    headers.extend(web::headers::of_frames(&origin, &app.site.load().site, head.uri.query().unwrap_or_default()));
    allow_cross_origin_loading(headers);
    response
}
