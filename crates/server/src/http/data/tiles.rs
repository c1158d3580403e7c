//! `/tiles.json` and `/tiles/{z}/{x}/{y}.mvt`: the map of whatever the filters of the address leave, which are those
//! of the search. A tile without anything in it is an empty one, not an error.

use std::sync::Arc;

use axum::{body::Body, extract::State, http::Request, response::Response};
use formats::tiles::{self, DEEPEST, TileAddress};

use super::cached_get::{self, GetContext, GetError, Rendered};
use crate::http::{api_error::ApiError, state::AppState};

/// `/tiles.json`
pub async fn tile_json(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    cached_get::handle_get(app, request, |context| {
        let origin = context.origin();
        cached_get::respond_cached(context, &origin, || {
            let parsed = context.parsed_filter()?;
            // Whoever asks wrongly learns it here rather than from every tile.
            let actors = context.snapshot.matching_actors(parsed.actor_type, &parsed.filter)?;
            let filters = if parsed.query.is_empty() { String::new() } else { format!("?{}", parsed.query) };
            let template = format!("{origin}/tiles/{{z}}/{{x}}/{{y}}.mvt{filters}");
            let mut document = tiles::tile_json(context.snapshot, &template);
            if let Some(results) = tiles::results_box(context.snapshot, actors) {
                document["results"] = results.as_slice().into();
            }
            if let Some(basemap) = &context.app.basemap {
                document["basemap"] = basemap.to_json(&origin);
            }
            let body = document.to_string().into_bytes();
            Ok(Rendered { body, media_type: "application/json; charset=utf-8", until: parsed.until })
        })
    })
    .await
}

/// `/tiles/{zoom}/{column}/{row}.mvt`
pub async fn tile(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    cached_get::handle_get(app, request, |context| cached_get::respond_cached(context, "", || render_tile(context)))
        .await
}

fn render_tile(context: &GetContext<'_>) -> Result<Rendered, GetError> {
    let started = std::time::Instant::now();
    let at = address(context.head.uri.path())?;
    let parsed = context.parsed_filter()?;
    let actors = context.snapshot.actors_on_map(parsed.actor_type, &parsed.filter, at.area())?;
    let body = tiles::tile(context.snapshot, at, actors.into_iter());
    metrics::histogram!("bruecke_tile_seconds").record(started.elapsed().as_secs_f64());
    Ok(Rendered { body, media_type: tiles::MEDIA_TYPE, until: parsed.until })
}

/// A part of a tile's address.
pub(super) fn number(name: &str, text: &str) -> Result<u32, ApiError> {
    text.parse::<u32>().map_err(|_| {
        let given: String = text.chars().take(60).collect();
        let message = format!("{name}: {given:?} is not a whole number; tiles are at z/x/y");
        ApiError::bad_request(message)
    })
}

/// The tile at a path.
fn address(path: &str) -> Result<TileAddress, ApiError> {
    let not_found = |message: String| ApiError::not_found(message);
    let parts = path.strip_prefix("/tiles/").and_then(|rest| rest.strip_suffix(".mvt"));
    let Some([zoom, column, row]) =
        parts.and_then(|parts| <[&str; 3]>::try_from(parts.split('/').collect::<Vec<_>>()).ok())
    else {
        return Err(not_found("tiles are at /tiles/{z}/{x}/{y}.mvt".to_owned()));
    };
    let (zoom, column, row) = (number("z", zoom)?, number("x", column)?, number("y", row)?);
    let at = u8::try_from(zoom).ok().and_then(|zoom| TileAddress::new(zoom, column, row));
    at.ok_or_else(|| {
        not_found(format!("there is no tile {zoom}/{column}/{row}: z is 0 to {DEEPEST}, x and y are 0 to 2^z - 1"))
    })
}
