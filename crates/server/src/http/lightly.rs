//! The short way of an answer that is there already.
//!
//! The layers of the other routes are cloned for each request, a large part of a kept answer. What stands apart
//! from them sees to the same things here: who may ask, compression, and what every answer carries.

use std::{convert::Infallible, future::ready, sync::Arc};

use axum::{
    body::Body,
    http::{HeaderValue, Request, header},
    response::{IntoResponse, Response},
};
use tower::{ServiceExt, service_fn};
use tower_http::compression::Compression;

use super::validators;
use crate::app::{App, NOSNIFF};

/// Answers a request apart from the layers of the other routes. `answer` catches its own panics.
pub async fn lightly<A>(
    app: Arc<App>,
    request: Request<Body>,
    answer: impl FnOnce(Arc<App>, Request<Body>) -> A,
) -> Response
where
    A: Future<Output = Response>,
{
    if let Err(refusal) = app.door.admit(request.extensions(), request.headers()) {
        return with_headers(refusal.into_response());
    }
    let accepted = request.headers().get(header::ACCEPT_ENCODING).cloned();
    let response = with_headers(answer(app, request).await);
    match accepted {
        Some(accepted) if !response.headers().contains_key(header::CONTENT_ENCODING) => {
            compressed(response, accepted).await
        }
        _ => response,
    }
}

/// Compresses an answer that is not yet.
async fn compressed(response: Response, accepted: HeaderValue) -> Response {
    // Of the request nothing else matters any more.
    let mut request = Request::new(());
    request.headers_mut().insert(header::ACCEPT_ENCODING, accepted);
    let mut response = Some(response);
    let service = service_fn(move |_| {
        ready(Ok::<_, Infallible>(response.take().expect("one request is sent through the service made for it")))
    });
    match Compression::new(service).oneshot(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            validators::tag_coding(&mut response);
            response
        }
        Err(never) => match never {},
    }
}

/// What every answer carries: any origin may read it, and its media type is as told.
fn with_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    response
}
