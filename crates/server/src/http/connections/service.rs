//! What is done with each request of a connection before the routes and after them.

use std::{convert::Infallible, net::SocketAddr, pin::Pin, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderValue, Method, Request, Response, StatusCode, Version, header},
};
use hyper::body::Incoming;
use tower::ServiceExt;

use super::{
    ConnectionTimeouts,
    activity::{ConnectionActivity, RequestGuard},
    body::{TimedBody, TrackedBody},
};

/// Keeps a connection over HTTP/2 open for what goes on when its request is answered: a WebSocket.
#[derive(Clone, Debug)]
pub struct ConnectionHold(#[expect(dead_code, reason = "it is there to be dropped")] Arc<RequestGuard>);

/// Answers the requests of one connection.
#[derive(Debug)]
pub(super) struct ConnectionService {
    pub(super) routes: Router,
    pub(super) peer: SocketAddr,
    pub(super) activity: Arc<ConnectionActivity>,
    pub(super) timeouts: ConnectionTimeouts,
}

impl hyper::service::Service<Request<Incoming>> for ConnectionService {
    type Response = Response<TrackedBody>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let is_http2 = request.version() == Version::HTTP_2;
        let guard = self.activity.begin_request(is_http2);
        let timeouts = self.timeouts;
        let mut request = request.map(|body| match hyper::body::Body::is_end_stream(&body) {
            true => Body::empty(),
            false => Body::new(TimedBody::new(body, timeouts)),
        });
        request.extensions_mut().insert(ConnectInfo(self.peer));
        if is_http2 && *request.method() == Method::CONNECT {
            let hold = ConnectionHold(Arc::new(self.activity.begin_request(true)));
            request.extensions_mut().insert(hold);
        }
        let answer = self.routes.clone().oneshot(request);
        let activity = Arc::clone(&self.activity);
        Box::pin(async move {
            let mut response = answer.await.unwrap_or_else(|never| match never {});
            if response.status() == StatusCode::REQUEST_TIMEOUT && !is_http2 {
                // What is left of the body would be read as the next request.
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            let progress = is_http2.then(|| activity.begin_stream());
            Ok(response.map(|body| TrackedBody::new(body, guard, progress)))
        })
    }
}
