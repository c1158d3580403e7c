//! `/export/actors.csv`, `.geojson`, `.ndjson` and `.jsonld`: everybody whom the filters of the address leave, which
//! are those of the search.
//!
//! A file is made while it is sent, piece by piece from one snapshot, and never kept: what is kept for others are
//! small answers. Each piece is made and compressed where what takes long is computed, so that neither the other
//! requests nor who reads slowly hold anybody up.

use std::{convert::Infallible, io::Write, sync::Arc, time::Duration};

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, Request, header},
    response::{IntoResponse, Response},
};
use directory::{ActorNo, Snapshot};
use flate2::{Compression, write::GzEncoder};
use formats::exports::{ActorsFile, ExportFormat};
use futures_util::stream;

use super::cached_get::{self, GetContext, GetError};
use crate::{
    compute::{ComputePool, current_client, overload_error},
    http::{
        api_error::ApiError,
        conditional::{self, CacheFields},
        negotiation::accepts_gzip,
        request_record::request_span,
        state::AppState,
    },
};

/// How long a file waits for its next turn where too much else is computed.
const PAUSE: Duration = Duration::from_millis(100);

type BeginFile = Box<dyn FnOnce() -> ActorsFile + Send>;

/// A file on its way to one reader.
struct Download {
    /// Begins the file, which looks at everybody in it once.
    begin: Option<BeginFile>,
    pieces: Option<ActorsFile>,
    /// Compresses it, where the reader takes that.
    encoder: Option<GzEncoder<Vec<u8>>>,
    is_over: bool,
}

impl Download {
    /// The next bytes to send; none at the end.
    fn next_chunk(&mut self) -> Option<Vec<u8>> {
        if let Some(begin) = self.begin.take() {
            self.pieces = Some(begin());
        }
        while !self.is_over {
            let piece = self.pieces.as_mut().and_then(Iterator::next);
            self.is_over = piece.is_none();
            let chunk = match (piece, self.encoder.as_mut()) {
                (Some(piece), None) => piece,
                (Some(piece), Some(encoder)) => {
                    // Writing to memory never fails.
                    let _ = encoder.write_all(&piece);
                    std::mem::take(encoder.get_mut())
                }
                (None, _) => self.encoder.take()?.finish().ok()?,
            };
            if !chunk.is_empty() {
                return Some(chunk);
            }
        }
        None
    }

    fn into_body(self, compute: Arc<ComputePool>) -> Body {
        // The body is sent when the request is answered, by another task.
        let state = (self, compute, current_client());
        Body::from_stream(stream::unfold(state, async |(mut download, compute, client)| {
            let chunk = loop {
                match compute.run_for(client, || download.next_chunk()) {
                    Ok(chunk) => break chunk?,
                    Err(_) => tokio::time::sleep(PAUSE).await,
                }
            };
            Some((Ok::<_, Infallible>(chunk), (download, compute, client)))
        }))
    }
}

/// `/export/{file}`
pub async fn file(State(app): State<Arc<AppState>>, Path(file): Path<String>, request: Request<Body>) -> Response {
    cached_get::handle_get(app, request, |context| {
        let shape = ExportFormat::ALL.into_iter().find(|shape| name_of(*shape) == file).ok_or_else(|| {
            let names: Vec<String> = ExportFormat::ALL.into_iter().map(name_of).collect();
            let message = format!("there is no such file below /export; there are {}", names.join(", "));
            ApiError::not_found(message)
        })?;
        answer(context, shape)
    })
    .await
}

fn name_of(shape: ExportFormat) -> String {
    format!("actors.{}", shape.file_extension())
}

fn answer(context: &GetContext<'_>, shape: ExportFormat) -> Result<Response, GetError> {
    let _span = request_span().entered();
    let parsed = context.parsed_filter()?;
    let origin = context.origin();
    let snapshot = context.snapshot;
    let compute = &context.app.compute;
    let find = || snapshot.matching_actors_by_name(parsed.actor_type, &parsed.filter);
    let actors = compute.run(find).map_err(overload_error)??;
    let is_zipped = accepts_gzip(&context.head.headers);
    // The file follows from this, with the program that makes it.
    let state = conditional::state_hash(snapshot);
    let hash =
        conditional::content_hash((env!("CARGO_PKG_VERSION"), shape, &origin, &parsed.query, parsed.until, state));
    let cache = CacheFields {
        tag: conditional::entity_tag(snapshot.version(), 'e', hash),
        modified: conditional::last_modified(snapshot),
        cache_control: conditional::REVALIDATED,
        vary: Some(HeaderValue::from_static("Accept-Encoding")),
    };
    let mut response = conditional::respond(&context.head.headers, cache, || {
        let page_of = Box::new(move |snapshot: &Snapshot, no: ActorNo| cached_get::page_of(&origin, snapshot, no));
        let snapshot = Arc::clone(snapshot);
        let begin: BeginFile = Box::new(move || ActorsFile::new(snapshot, shape, actors, page_of));
        let encoder = is_zipped.then(|| GzEncoder::new(Vec::new(), Compression::fast()));
        let download = Download { begin: Some(begin), pieces: None, encoder, is_over: false };
        let mut response = download.into_body(Arc::clone(compute)).into_response();
        let headers = response.headers_mut();
        if is_zipped {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(shape.media_type()));
        let disposition = format!("attachment; filename=\"{}\"", name_of(shape));
        if let Ok(disposition) = HeaderValue::from_str(&disposition) {
            headers.insert(header::CONTENT_DISPOSITION, disposition);
        }
        response
    });
    conditional::tag_coding(&mut response);
    Ok(response)
}
