//! Files that may be kept for good: their names hold a hash of their bytes.
//!
//! `/assets/{name}` are those that npm bundled, `/logos/{hash}.{format}` the logos of funders.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::http::{
    api_error::ApiError,
    conditional::{self, CacheFields},
    headers::allow_cross_origin_loading,
    state::AppState,
};

/// A file that npm bundled.
pub async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let not_found = || ApiError::not_found("there is nothing at this address; questions go to /graphql");
    let Some(asset) = web::assets::at(&name) else { return not_found().into_response() };
    let vary = Some(HeaderValue::from_static("Accept-Encoding"));
    immutable(&headers, &name, vary, asset.media_type, asset.content).unwrap_or_else(|| not_found().into_response())
}

/// A logo that the pages show.
pub async fn logo(State(app): State<Arc<AppState>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found = app.site.load().logo(&name);
    let response = found.and_then(|(format, bytes)| immutable(&headers, &name, None, format.media_type(), bytes));
    response.unwrap_or_else(|| ApiError::not_found("there is no such logo").into_response())
}

/// An answer whose name is its entity tag; `None` where the name cannot be one.
fn immutable(
    headers: &HeaderMap,
    name: &str,
    vary: Option<HeaderValue>,
    media_type: &'static str,
    bytes: impl Into<Body>,
) -> Option<Response> {
    let tag = HeaderValue::from_str(&format!("\"{name}\"")).ok()?;
    let cache = CacheFields { tag, modified: None, cache_control: conditional::IMMUTABLE, vary };
    let mut response = conditional::respond(headers, cache, || bytes.into().into_response());
    let fields = response.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    allow_cross_origin_loading(fields);
    Some(response)
}
