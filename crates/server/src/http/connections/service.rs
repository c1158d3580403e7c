//! What is done with each request of a connection before the routes and after them.

use std::{convert::Infallible, future::ready, net::SocketAddr, pin::Pin, sync::Arc, time::Instant};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Version, header, uri::Authority},
    response::IntoResponse,
};
use hyper::body::{Body as _, Incoming};
use tower::ServiceExt;

use super::{
    activity::{ConnectionActivity, RequestGuard},
    answer_memory::AnswerMemory,
    body::{TimedBody, TrackedBody},
    timeouts::ConnectionTimeouts,
};
use crate::http::{
    access_log::{AccessLog, PendingAccess},
    api_error::ApiError,
    client::Client,
    headers::NOSNIFF,
    request_record::{RequestRecord, X_REQUEST_ID},
};

/// Keeps a connection over HTTP/2 open for what goes on when its request is answered: a WebSocket.
#[derive(Clone, Debug)]
pub struct ConnectionHold(#[expect(dead_code, reason = "it is there to be dropped")] Arc<RequestGuard>);

/// Answers the requests of one connection.
#[derive(Debug)]
pub(super) struct ConnectionService {
    pub(super) routes: Router,
    pub(super) peer: SocketAddr,
    /// Who is connected; `None` for a proxy that speaks for others.
    pub(super) client: Option<Client>,
    pub(super) memory: Arc<AnswerMemory>,
    pub(super) activity: Arc<ConnectionActivity>,
    pub(super) timeouts: ConnectionTimeouts,
    pub(super) access_log: Option<AccessLog>,
}

impl hyper::service::Service<Request<Incoming>> for ConnectionService {
    type Response = Response<TrackedBody>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let is_http2 = request.version() == Version::HTTP_2;
        let guard = self.activity.begin_request(is_http2);
        let record = RequestRecord::new(request.headers());
        let access_log = self.access_log.clone().map(|log| (log, Instant::now(), request.method().clone()));
        let is_welcome = check_host(request.version(), request.headers()).and_then(|()| self.check_room());
        let activity = Arc::clone(&self.activity);
        let (memory, client) = (Arc::clone(&self.memory), self.client);
        // What has no size yet is sent as it is made, and takes little at once.
        let respond = move |mut response: Response<Body>, record: RequestRecord| {
            let status = response.status().as_u16();
            let (id, access) = match access_log {
                Some((log, started, method)) => {
                    (record.id.clone(), Some(PendingAccess::new(log, started, method, record, status)))
                }
                None => (record.id, None),
            };
            response.headers_mut().insert(X_REQUEST_ID, id);
            let progress = is_http2.then(|| activity.begin_stream());
            let bytes = usize::try_from(response.body().size_hint().exact().unwrap_or(0)).unwrap_or(usize::MAX);
            let memory = memory.count(client, bytes);
            Ok(response.map(|body| TrackedBody::new(body, guard, memory, progress, access)))
        };
        if let Err(error) = is_welcome {
            let mut response = error.into_response();
            response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
            if !is_http2 {
                // Nobody knows whose request would follow, and its body is not read.
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            return Box::pin(ready(respond(response, record)));
        }
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
        Box::pin(async move {
            let (answer, record) = record.scope(answer).await;
            let mut response = answer.unwrap_or_else(|never| match never {});
            if response.status() == StatusCode::REQUEST_TIMEOUT && !is_http2 {
                // What is left of the body would be read as the next request.
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            respond(response, record)
        })
    }
}

impl ConnectionService {
    fn check_room(&self) -> Result<(), ApiError> {
        self.memory.check_room(self.client).map_err(|allowed| {
            metrics::counter!("bruecke_refused_total", "limit" => "answers-of-client").increment(1);
            let message = format!(
                "answers of up to {} MiB may wait for one client; take those that were asked for first",
                allowed >> 20
            );
            ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "LIMIT_WAITING_ANSWERS", message)
                .with_header(header::RETRY_AFTER, HeaderValue::from_static("5"))
        })
    }
}

/// Refuses a request that does not say once and plainly whom it is for (RFC 9112, section 3.2). Over HTTP/2 that
/// stands elsewhere, and clients of HTTP/1.0 may leave it out.
fn check_host(version: Version, headers: &HeaderMap) -> Result<(), ApiError> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let is_valid = match (hosts.next(), hosts.next()) {
        (Some(host), None) => is_authority(host),
        (None, _) => version != Version::HTTP_11,
        (Some(_), Some(_)) => false,
    };
    if is_valid {
        return Ok(());
    }
    let message = "a request names its host once, as host or host:port, in the header field Host";
    Err(ApiError::new(StatusCode::BAD_REQUEST, "INVALID_HOST", message))
}

/// Whether this is a host with or without a port (RFC 3986, section 3.2), and no user.
fn is_authority(value: &HeaderValue) -> bool {
    let Some(authority) = value.to_str().ok().and_then(|text| text.parse::<Authority>().ok()) else { return false };
    let host = authority.host();
    let port = authority.as_str().strip_prefix(host);
    let is_port =
        |port: &str| port.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    !host.is_empty() && port.is_some_and(|port| port.is_empty() || is_port(port))
}
