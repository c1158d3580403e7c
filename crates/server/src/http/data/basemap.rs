//! `/basemap/{z}/{x}/{y}`: the tiles below the districts, where the service hands out a file of them.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use pmtiles::TileCoord;
use tracing::Instrument;

use super::tiles;
use crate::{
    basemap::{BasemapSource, Tile},
    http::{
        api_error::ApiError,
        conditional::{self, CacheFields},
        fast_path::fast_path,
        negotiation::accepts_gzip,
        request_record::request_span,
        state::AppState,
    },
};

/// How long tiles may be kept without asking: they change with the file alone.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// `/basemap/{zoom}/{column}/{row}`
pub async fn tile(
    State(app): State<Arc<AppState>>,
    Path((zoom, column, row)): Path<(String, String, String)>,
    request: Request<Body>,
) -> Response {
    fast_path(app, request, async move |app: Arc<AppState>, request: Request<Body>| {
        let answered = match *request.method() {
            Method::GET | Method::HEAD => {
                answer(&app, (&zoom, &column, &row), request.headers()).instrument(request_span()).await
            }
            _ => {
                let message = "this address is read with GET";
                Err(ApiError::method_not_allowed(message).with_allow("GET, HEAD"))
            }
        };
        answered.unwrap_or_else(IntoResponse::into_response)
    })
    .await
}

async fn answer(
    app: &AppState,
    (zoom, column, row): (&str, &str, &str),
    headers: &HeaderMap,
) -> Result<Response, ApiError> {
    let not_found = |message: String| ApiError::not_found(message);
    let Some(BasemapSource::Tiles(file)) = app.basemap.as_ref().map(|basemap| &basemap.source) else {
        return Err(not_found(
            "this service hands out no map of the ground; its own tiles are at /tiles.json".to_owned(),
        ));
    };
    let (zoom, column, row) = (tiles::number("z", zoom)?, tiles::number("x", column)?, tiles::number("y", row)?);
    let at = u8::try_from(zoom).ok().and_then(|zoom| TileCoord::new(zoom, column, row).ok());
    let at =
        at.ok_or_else(|| not_found(format!("there is no tile {zoom}/{column}/{row}: x and y are 0 to 2^z - 1")))?;
    match file.tile(at, accepts_gzip(headers)).await {
        Ok(tile) => Ok(respond(tile, headers)),
        Err(error) => {
            tracing::error!(error = %domain::ErrorChain(&error), "a tile below the districts could not be read");
            Err(ApiError::internal())
        }
    }
}

fn respond(tile: Option<Tile>, headers: &HeaderMap) -> Response {
    // Outside the file there is nothing to draw, which is no fault.
    let Some(Tile { bytes, media_type, is_zipped }) = tile else {
        return (StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, FOR_A_DAY)]).into_response();
    };
    // The bytes of a compressed tile have a tag of their own already.
    let cache = CacheFields {
        tag: conditional::entity_tag(0, 'b', conditional::content_hash(&bytes)),
        modified: None,
        cache_control: FOR_A_DAY,
        vary: Some(HeaderValue::from_static("Accept-Encoding")),
    };
    conditional::respond(headers, cache, || {
        let mut response = bytes.into_response();
        let fields = response.headers_mut();
        fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        if is_zipped {
            fields.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    })
}
