//! `/export/actors.csv`, `.geojson`, `.ndjson` and `.jsonld`: everybody whom the filters of the address leave, which
//! are those of the search.
//!
//! A file is made while it is sent, piece by piece from one snapshot, and never kept: what is kept for others are
//! small answers.

use std::{convert::Infallible, sync::Arc};

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use directory::{ActorNo, Snapshot};
use formats::exports::{ActorsFile, Shape};
use futures_util::stream;

use super::{
    reads::{self, Reading},
    refusal::Refusal,
    validators,
};
use crate::app::App;

/// `/export/{file}`
pub async fn file(State(app): State<Arc<App>>, Path(file): Path<String>, request: Request<Body>) -> Response {
    reads::read(app, request, |reading| {
        let shape = Shape::ALL.into_iter().find(|shape| name_of(*shape) == file).ok_or_else(|| {
            let names: Vec<String> = Shape::ALL.into_iter().map(name_of).collect();
            let message = format!("there is no such file below /export; there are {}", names.join(", "));
            Refusal::new(StatusCode::NOT_FOUND, "NOT_FOUND", message)
        })?;
        answer(reading, shape)
    })
    .await
}

fn name_of(shape: Shape) -> String {
    format!("actors.{}", shape.ending())
}

fn answer(reading: &Reading<'_>, shape: Shape) -> Result<Response, Refusal> {
    let asked = reading.asked()?;
    let origin = reading.origin();
    let snapshot = reading.snapshot;
    let actors = snapshot.matching_actors_by_name(asked.actor_type, &asked.filter).map_err(reads::not_taken)?;
    // The file follows from this, with the program that makes it.
    let state = validators::state_hash(snapshot);
    let what = (env!("CARGO_PKG_VERSION"), shape, &origin, &asked.query, asked.until, state);
    let tag = validators::entity_tag(snapshot.version(), 'e', what);
    Ok(reads::conditional(&reading.head.headers, tag, validators::last_modified(snapshot), || {
        let page_of = Box::new(move |snapshot: &Snapshot, no: ActorNo| reads::page_of(&origin, snapshot, no));
        let pieces = ActorsFile::new(Arc::clone(snapshot), shape, actors, page_of);
        let body = Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)));
        let mut response = body.into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(shape.media_type()));
        let disposition = format!("attachment; filename=\"{}\"", name_of(shape));
        if let Ok(disposition) = HeaderValue::from_str(&disposition) {
            headers.insert(header::CONTENT_DISPOSITION, disposition);
        }
        response
    }))
}
