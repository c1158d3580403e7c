//! `/logos/{hash}.{format}`: the logos of funders. The name holds the hash of the bytes, so it may be kept for good.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{embedding, refusal::Refusal, validators};
use crate::app::App;

/// A logo that the pages show.
pub async fn logo(State(app): State<Arc<App>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found = app.site.load().logo(&name);
    let tag = HeaderValue::from_str(&format!("\"{name}\""));
    let (Some((format, bytes)), Ok(tag)) = (found, tag) else {
        return Refusal::new(StatusCode::NOT_FOUND, "NOT_FOUND", "there is no such logo").into_response();
    };
    let known = validators::validated_tag(&headers, &tag);
    let mut response = match &known {
        Some(_) => StatusCode::NOT_MODIFIED.into_response(),
        None => bytes.into_response(),
    };
    let fields = response.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    fields.insert(header::ETAG, known.unwrap_or(tag));
    embedding::allow_others(fields);
    response
}
