//! The short way of an answer that is there already.
//!
//! The layers of the other routes are cloned for each request, a large part of a kept answer. What stands apart
//! from them sees to the same things here: who may ask, compression, and what every answer carries.

use std::{convert::Infallible, future::ready, io::Write, sync::Arc, time::Instant};

use axum::{
    body::{Body, HttpBody as _},
    http::{HeaderMap, HeaderValue, Request, header},
    response::{IntoResponse, Response},
};
use flate2::{Compression, write::GzEncoder};
use tower::{ServiceExt, service_fn};
use tower_http::compression;

use crate::{
    compute::{ComputePool, answer_for},
    http::{
        client::Client, conditional, headers::NOSNIFF, negotiation::accepts_gzip, request_metrics,
        request_record::note_route, state::AppState,
    },
};

/// Answers a request apart from the layers of the other routes. `answer` catches its own panics.
pub async fn fast_path<A>(
    app: Arc<AppState>,
    request: Request<Body>,
    answer: impl FnOnce(Arc<AppState>, Request<Body>) -> A,
) -> Response
where
    A: Future<Output = Response>,
{
    let (started, uri) = (Instant::now(), request.uri().clone());
    note_route(request.extensions(), "none");
    let client = app.proxies.client(request.extensions(), request.headers());
    let response = match app.rate_limit.check(client) {
        Ok(()) => answer_compressed(app, client, request, answer).await,
        Err(refusal) => with_headers(refusal.into_response()),
    };
    request_metrics::record(uri.path(), &response, started.elapsed());
    response
}

async fn answer_compressed<A>(
    app: Arc<AppState>,
    client: Client,
    request: Request<Body>,
    answer: impl FnOnce(Arc<AppState>, Request<Body>) -> A,
) -> Response
where
    A: Future<Output = Response>,
{
    let accepted = request.headers().get(header::ACCEPT_ENCODING).cloned();
    let compute = accepted.as_ref().map(|_| Arc::clone(&app.compute));
    let response = with_headers(answer_for(client, answer(app, request)).await);
    let (Some(accepted), Some(compute)) = (accepted, compute) else { return response };
    if response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    match response.body().size_hint().exact() {
        Some(size) if size <= SMALL => compress(response, accepted).await,
        Some(_) => compressed_apart(response, &accepted, &compute, Some(client)).await,
        // What is sent while it is made sees to that itself.
        None => response,
    }
}

/// Up to how many bytes an answer is compressed where it was made.
const SMALL: u64 = 32 * 1024;

/// Compresses a large answer where what takes long is computed; where there is no turn for it, it goes as it is.
async fn compressed_apart(
    response: Response,
    accepted: &HeaderValue,
    compute: &ComputePool,
    client: Option<Client>,
) -> Response {
    let accepted = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.clone())]);
    if !accepts_gzip(&accepted) {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(body) = axum::body::to_bytes(body, usize::MAX).await else {
        return Response::from_parts(head, Body::empty());
    };
    let zipped = compute.run_for(client, || {
        let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::fast());
        encoder.write_all(&body).and_then(|()| encoder.finish())
    });
    let Ok(Ok(zipped)) = zipped else { return Response::from_parts(head, Body::from(body)) };
    head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    head.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    head.headers.remove(header::CONTENT_LENGTH);
    let mut response = Response::from_parts(head, Body::from(zipped));
    conditional::tag_coding(&mut response);
    response
}

/// Compresses an answer that is not yet.
async fn compress(response: Response, accepted: HeaderValue) -> Response {
    // Of the request nothing else matters any more.
    let mut request = Request::new(());
    request.headers_mut().insert(header::ACCEPT_ENCODING, accepted);
    let mut response = Some(response);
    let service = service_fn(move |_| {
        ready(Ok::<_, Infallible>(response.take().expect("one request is sent through the service made for it")))
    });
    match compression::Compression::new(service).oneshot(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            conditional::tag_coding(&mut response);
            response
        }
        Err(never) => match never {},
    }
}

/// [`super::headers::EXPOSED`] as a header field has it.
const EXPOSED_LIST: HeaderValue =
    HeaderValue::from_static("etag,retry-after,allow,content-disposition,location,www-authenticate");

/// What every answer carries: any origin may read it, and its media type is as told.
fn with_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_LIST);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    response
}
