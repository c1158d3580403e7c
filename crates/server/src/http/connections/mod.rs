//! Connections: how many there may be, and how long each may take for what.
//!
//! - `activity`, `stream`: what happens on a connection, and when it has to end
//! - `body`: bodies that have to come in time
//! - `answer_memory`: answers that are not taken
//! - `service`: what surrounds each request
//! - `files`: how many files the process may open, which bounds the rest
//!
//! A connection costs a file and some memory, so nobody keeps one without using it: the head and the body of a request
//! have to come, a further request has to follow, and what is sent has to be taken, each within a time of its own. A
//! client that is slow but goes on is never cut. What is above the bounds is refused with a few bytes.

mod activity;
mod answer_memory;
mod body;
pub mod files;
mod service;
pub mod slots;
mod stream;
pub mod timeouts;

use std::{
    collections::VecDeque,
    io,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, http::StatusCode};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::AbortHandle,
};

use self::{
    activity::{ConnectionActivity, ExpiredTimeout},
    answer_memory::AnswerMemory,
    service::ConnectionService,
    stream::ConnectionStream,
};
pub use self::{body::BodyTimeout, service::ConnectionHold};
use crate::{
    http::{
        access_log::AccessLog,
        client::Proxies,
        connections::{
            slots::{ClientSlots, SlotError, SlotGuard, SlotLimits},
            timeouts::ConnectionTimeouts,
        },
    },
    settings::Http,
};

/// How long nothing is accepted after that has failed: mostly files are missing, and some are given back soon.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// A failure that goes on is logged once in this time.
const LOG_PAUSE: Duration = Duration::from_secs(10);
/// How often a quiet connection over HTTP/2 is asked whether somebody is there.
const PING: Duration = Duration::from_secs(30);
/// Requests at once over one connection of HTTP/2.
const STREAMS: u32 = 100;
/// The most that is kept of an answer over HTTP/2 until its client takes it, bytes.
const STREAM_BYTES: usize = 64 * 1024;
/// The largest head of a request, bytes. The address in it may have 65,534.
const HEAD_BYTES: usize = 128 * 1024;
/// What the system takes of an answer beyond what it has sent, bytes. With its own megabytes nobody could see for
/// minutes that a slow client goes on taking.
const UNSENT_BYTES: u32 = 64 * 1024;
/// Connections of one client at once, where nothing is said.
const USUAL_PER_CLIENT: usize = 200;
/// Connections beyond all others, for questions about health alone.
const HEALTH_CONNECTIONS: usize = 16;
/// Connections to the metrics.
pub const METRICS_CONNECTIONS: usize = 32;

/// Accepts connections and answers what is asked over them.
#[derive(Debug)]
pub struct ConnectionServer {
    slots: Arc<ClientSlots>,
    /// What is answered where all slots are taken.
    reserve: Option<Router>,
    memory: Arc<AnswerMemory>,
    proxies: Proxies,
    timeouts: ConnectionTimeouts,
    builder: Arc<Builder<TokioExecutor>>,
    access_log: Option<AccessLog>,
}

impl ConnectionServer {
    /// A server of the public service, with at most `connections` at once and a few more for what `health` answers.
    pub fn new(http: &Http, connections: usize, health: Router, access_log: Option<AccessLog>) -> Self {
        let limits = SlotLimits::new(connections, http.max_connections_per_client, USUAL_PER_CLIENT);
        Self { reserve: Some(health), access_log, ..Self::with_limits(http, limits, "public") }
    }

    /// A server of the metrics.
    pub fn for_metrics(http: &Http) -> Self {
        let limits = SlotLimits::new(METRICS_CONNECTIONS, None, METRICS_CONNECTIONS / 2);
        Self::with_limits(http, limits, "metrics")
    }

    fn with_limits(http: &Http, limits: SlotLimits, listener: &'static str) -> Self {
        for limit in ["connections", "connections-of-client", "answers-of-client"] {
            metrics::counter!("bruecke_refused_total", "limit" => limit).increment(0);
        }
        for limit in ["header", "idle", "body", "write"] {
            metrics::counter!("bruecke_connections_cut_total", "limit" => limit).increment(0);
        }
        Self {
            slots: ClientSlots::new(limits, metrics::gauge!("bruecke_connections", "listener" => listener)),
            reserve: None,
            memory: Arc::default(),
            proxies: Proxies::new(http.trusted_proxies.clone(), http.client_address_from),
            timeouts: ConnectionTimeouts::new(http),
            builder: Arc::new(builder()),
            access_log: None,
        }
    }

    /// Answers until `stop` is ready, then lets running requests end.
    pub async fn serve(self, listener: TcpListener, routes: Router, stop: impl Future<Output = ()> + Send) {
        let (stopping, stopped) = watch::channel(false);
        let mut stop = std::pin::pin!(stop);
        let mut reserved = VecDeque::new();
        loop {
            let (stream, peer) = tokio::select! {
                accepted = accept(&listener) => accepted,
                () = &mut stop => break,
            };
            let slot = self.slots.take(self.proxies.connecting_client(peer.ip()));
            match (slot, &self.reserve) {
                (Ok(slot), _) => {
                    set_options(&stream);
                    tokio::spawn(self.connection(stream, peer, Some(slot), routes.clone(), stopped.clone()));
                }
                // A question about health takes a moment: whoever has been here longest asks nothing, and makes way.
                (Err(SlotError::Total(_)), Some(health)) => {
                    set_options(&stream);
                    let connection = self.connection(stream, peer, None, health.clone(), stopped.clone());
                    reserved.push_back(tokio::spawn(connection).abort_handle());
                    if reserved.len() > HEALTH_CONNECTIONS {
                        reserved.pop_front().iter().for_each(AbortHandle::abort);
                    }
                }
                (Err(error), _) => refuse(&stream, error),
            }
        }
        drop((listener, stopped));
        stopping.send_replace(true);
        // Each connection holds a receiver until it ends.
        stopping.closed().await;
    }

    /// One connection, from its first byte to its last.
    fn connection(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
        slot: Option<SlotGuard>,
        routes: Router,
        mut stopped: watch::Receiver<bool>,
    ) -> impl Future<Output = ()> + Send + 'static {
        let (timeouts, builder, memory) = (self.timeouts, Arc::clone(&self.builder), Arc::clone(&self.memory));
        let access_log = self.access_log.clone();
        let (client, slots) = (self.proxies.connecting_client(peer.ip()), Arc::clone(&self.slots));
        async move {
            let activity = ConnectionActivity::new();
            let activity_ = Arc::clone(&activity);
            let service = ConnectionService { routes, peer, client, memory, activity: activity_, timeouts, access_log };
            let stream = TokioIo::new(ConnectionStream::new(stream, Arc::clone(&activity), slot));
            let mut connection = std::pin::pin!(builder.serve_connection_with_upgrades(stream, service));
            let current = || if slots.are_scarce() { timeouts.shorten() } else { timeouts };
            let mut expire = std::pin::pin!(activity.expire(current));
            let mut is_stopping = false;
            let expired = loop {
                tokio::select! {
                    // What a client does wrong, and that it goes away, is no event of ours.
                    _ = connection.as_mut() => return,
                    _ = stopped.wait_for(|stop| *stop), if !is_stopping => {
                        if activity.is_idle() {
                            return;
                        }
                        is_stopping = true;
                        connection.as_mut().graceful_shutdown();
                    }
                    expired = &mut expire => break expired,
                }
            };
            metrics::counter!("bruecke_connections_cut_total", "limit" => expired.name()).increment(1);
            if expired == ExpiredTimeout::Idle {
                // A request that comes at this very moment is answered still.
                connection.as_mut().graceful_shutdown();
                let _ = tokio::time::timeout(timeouts.write, connection).await;
            }
        }
    }
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    // The time for the head of a request is watched for both versions alike, see `activity`.
    builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(HEAD_BYTES);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING)
        .keep_alive_timeout(PING)
        .max_concurrent_streams(STREAMS)
        .max_send_buf_size(STREAM_BYTES)
        // WebSockets over HTTP/2 (RFC 8441).
        .enable_connect_protocol();
    builder
}

/// The next connection. Where none can be had it is waited for without spinning.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    let mut logged: Option<Instant> = None;
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_connection(&error) => {}
            Err(error) => {
                metrics::counter!("bruecke_accept_errors_total").increment(1);
                if logged.is_none_or(|logged| logged.elapsed() > LOG_PAUSE) {
                    logged = Some(Instant::now());
                    tracing::error!(error = %domain::ErrorChain(&error), "connections cannot be accepted; it is tried again");
                }
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

/// Whether an error is that of one connection, which has gone before it was accepted.
fn is_of_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// How bytes of a connection are sent. Without an option it is slower and not wrong.
fn set_options(stream: &TcpStream) {
    // A small message waits for nothing: the answer to it may be what is waited for.
    let _ = stream.set_nodelay(true);
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = socket2::SockRef::from(stream).set_tcp_notsent_lowat(UNSENT_BYTES);
}

/// Tells a client that there is no room for it, as far as the first packet takes it, and lets it go.
fn refuse(stream: &TcpStream, error: SlotError) {
    let (status, limit, whom) = match error {
        SlotError::Total(_) => (StatusCode::SERVICE_UNAVAILABLE, "connections", "all clients together"),
        SlotError::PerClient(_) => (StatusCode::TOO_MANY_REQUESTS, "connections-of-client", "one client"),
    };
    metrics::counter!("bruecke_refused_total", "limit" => limit).increment(1);
    let (SlotError::Total(allowed) | SlotError::PerClient(allowed)) = error;
    let body = format!(
        r#"{{"errors":[{{"message":"{whom} may have {allowed} connections at once; try again later","extensions":{{"code":"LIMIT_CONNECTIONS"}}}}]}}"#
    );
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: {}\r\n\
         cache-control: no-store\r\nretry-after: 5\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    // Whoever does not take it learns the same by the closed connection.
    let _ = stream.try_write(answer.as_bytes());
}
