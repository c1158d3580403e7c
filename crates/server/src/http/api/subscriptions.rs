//! `/graphql/ws`: subscriptions, in the protocol graphql-transport-ws.
//!
//! What subscriptions tell is what the public may see, so a page of any origin may listen; nothing can be changed
//! from here. Who asks questions may prove who they are, by a token in the header or in `connection_init` or by the
//! cookie of a session, which counts from this service's own pages only. A token that does not work is refused, and
//! looked at again with every question. Whoever falls behind holds nobody up and fills no memory: a subscription is
//! a place in the change log, read on when the line is free.

mod protocol;
pub mod slots;

use std::{future::ready, sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes},
    extract::{
        FromRequestParts, State, WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use curation::Requester;
use graphql::{Asker, Feed, GraphqlRequest, OperationKind};
use serde_json::Value;
use tokio::{sync::watch, time};

use self::protocol::{FromClient, error, errors_of, next, plain};
use crate::http::{
    api_error::ApiError, authenticate::strict_requester, client::Client, connections::ConnectionHold, state::AppState,
};

const PROTOCOL: &str = "graphql-transport-ws";
/// How long a connection may say nothing at its beginning.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a quiet line is asked whether somebody is there.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How long a client may take to take one message.
const SENDING: Duration = Duration::from_secs(30);
/// Subscriptions of one connection.
const FEEDS: usize = 20;

/// `GET /graphql/ws`.
pub async fn subscriptions(State(app): State<Arc<AppState>>, request: Request<Body>) -> Response {
    let client = app.proxies.client(request.extensions(), request.headers());
    let (mut head, _) = request.into_parts();
    let hold = head.extensions.get::<ConnectionHold>().cloned();
    let credentials = credentials(&app, &head.headers);
    if let Err(refusal) = strict_requester(&app, &credentials).await {
        return refusal.into_response();
    }
    let Ok(upgrade) = WebSocketUpgrade::from_request_parts(&mut head, &()).await else {
        return ApiError::new(
            StatusCode::UPGRADE_REQUIRED,
            "WEBSOCKET_ONLY",
            "this address speaks WebSocket with the protocol graphql-transport-ws; questions go to /graphql",
        )
        .with_header(header::UPGRADE, HeaderValue::from_static("websocket"))
        .into_response();
    };
    let largest = app.limits.body_bytes.get();
    let upgrade = upgrade.protocols([PROTOCOL]).max_message_size(largest).max_frame_size(largest);
    if upgrade.selected_protocol().is_none() {
        return ApiError::new(
            StatusCode::BAD_REQUEST,
            "UNKNOWN_PROTOCOL",
            "Sec-WebSocket-Protocol names no protocol that is spoken here: allowed is graphql-transport-ws",
        )
        .into_response();
    }
    match app.subscribers.take(client) {
        Ok(seat) => upgrade.on_upgrade(async move |socket| {
            Conversation { app, client, credentials, feeds: Vec::new(), acknowledged: false }.run(socket).await;
            drop((seat, hold));
        }),
        Err(refusal) => refusal.into_response(),
    }
}

/// What of a request proves who asks: the token, and the cookie of a session where a page of this service sends it.
fn credentials(app: &AppState, headers: &HeaderMap) -> HeaderMap {
    let mut credentials = HeaderMap::new();
    let may_use_session = app.origin.check(headers).is_ok();
    for name in [header::AUTHORIZATION, header::COOKIE, header::HOST] {
        for value in headers.get_all(&name).iter().filter(|_| name != header::COOKIE || may_use_session) {
            credentials.append(name.clone(), value.clone());
        }
    }
    credentials
}

/// Why a conversation ends.
#[derive(Debug)]
enum End {
    /// The line is down.
    Gone,
    /// With a code of the protocol and the reason.
    Closed(u16, String),
}

struct Conversation {
    app: Arc<AppState>,
    client: Client,
    /// What proves who asks.
    credentials: HeaderMap,
    feeds: Vec<(String, Feed)>,
    acknowledged: bool,
}

impl Conversation {
    async fn run(mut self, mut socket: WebSocket) {
        if let End::Closed(code, reason) = self.converse(&mut socket).await {
            // Nobody is left to hear that closing failed.
            let _ = time::timeout(SENDING, socket.send(protocol::close(code, reason))).await;
        }
    }

    async fn converse(&mut self, socket: &mut WebSocket) -> End {
        let mut followed = self.app.followed.clone();
        let silence = time::sleep(PATIENCE);
        tokio::pin!(silence);
        let mut heartbeat = time::interval_at(time::Instant::now() + HEARTBEAT, HEARTBEAT);
        let (mut alive, mut behind) = (true, false);
        loop {
            let went = tokio::select! {
                heard = socket.recv() => {
                    let Some(Ok(message)) = heard else { return End::Gone };
                    (alive, behind) = (true, true);
                    self.hear(message, socket).await
                }
                () = &mut silence, if !self.acknowledged => {
                    Err(End::Closed(4408, "Connection initialisation timeout".to_owned()))
                }
                _ = heartbeat.tick() => match std::mem::take(&mut alive) {
                    true => send(socket, Message::Ping(Bytes::new())).await,
                    false => Err(End::Gone),
                },
                changed = followed.changed(), if !self.feeds.is_empty() => {
                    behind = true;
                    changed.map_err(|_: watch::error::RecvError| End::Closed(1001, "The service stops".to_owned()))
                }
                () = ready(()), if behind => self.tell(socket).await.map(|more| behind = more),
            };
            if let Err(end) = went {
                return end;
            }
        }
    }

    async fn hear(&mut self, message: Message, socket: &mut WebSocket) -> Result<(), End> {
        let text = match message {
            Message::Text(text) => text,
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
            Message::Close(_) => return Err(End::Gone),
            Message::Binary(_) => return Err(End::Closed(4400, "Messages are JSON in text frames".to_owned())),
        };
        match FromClient::read(&text).map_err(|reason| End::Closed(4400, reason))? {
            FromClient::ConnectionInit { .. } if self.acknowledged => {
                Err(End::Closed(4429, "Too many initialisation requests".to_owned()))
            }
            FromClient::ConnectionInit { payload } => {
                self.authenticate(&payload).await?;
                self.acknowledged = true;
                send(socket, plain("connection_ack")).await
            }
            FromClient::Ping => send(socket, plain("pong")).await,
            FromClient::Pong => Ok(()),
            FromClient::Subscribe { .. } if !self.acknowledged => Err(End::Closed(4401, "Unauthorized".to_owned())),
            FromClient::Subscribe { id, .. } if self.feeds.iter().any(|(known, _)| *known == id) => {
                Err(End::Closed(4409, format!("Subscriber for {id} already exists")))
            }
            FromClient::Subscribe { id, payload } => self.begin(id, &payload, socket).await,
            FromClient::Complete { id } => {
                self.feeds.retain(|(known, _)| *known != id);
                Ok(())
            }
        }
    }

    /// Takes what a client gives to prove who asks, and refuses what does not.
    async fn authenticate(&mut self, payload: &Value) -> Result<(), End> {
        if let Some(value) = protocol::authorization(payload) {
            let value = value.as_str().and_then(|value| HeaderValue::from_str(value).ok());
            let mut value = value.ok_or_else(forbidden)?;
            value.set_sensitive(true);
            self.credentials.insert(header::AUTHORIZATION, value);
        }
        self.requester().await.map(drop)
    }

    async fn requester(&self) -> Result<Requester, End> {
        let found = strict_requester(&self.app, &self.credentials).await;
        found.map_err(|refusal| match refusal.status() {
            StatusCode::INTERNAL_SERVER_ERROR => End::Closed(1011, "Something went wrong on our side".to_owned()),
            _ => forbidden(),
        })
    }

    /// Begins a subscription, or answers a question there and then.
    async fn begin(&mut self, id: String, request: &GraphqlRequest, socket: &mut WebSocket) -> Result<(), End> {
        if let Err(refusal) = self.app.rate_limit.check(self.client) {
            return send(socket, error(&id, &refusal.errors())).await;
        }
        if self.feeds.len() == FEEDS {
            let message = format!("one connection has at most {FEEDS} subscriptions");
            let refusal = ApiError::new(StatusCode::TOO_MANY_REQUESTS, "LIMIT_SUBSCRIPTIONS", message);
            return send(socket, error(&id, &refusal.errors())).await;
        }
        let (snapshot, now) = (self.app.live.load(), (self.app.clock)());
        let prepared = match self.app.engine.prepare(request).await {
            Ok(prepared) => prepared,
            Err(refused) => return send(socket, error(&id, errors_of(&refused.body))).await,
        };
        match prepared.kind() {
            OperationKind::Subscription => match self.app.engine.subscribe(&snapshot, now, prepared) {
                Ok(feed) => {
                    self.feeds.push((id, feed));
                    Ok(())
                }
                Err(refused) => send(socket, error(&id, errors_of(&refused.body))).await,
            },
            OperationKind::Query => {
                let requester = self.requester().await?;
                let asker = Asker { requester: &requester, ..Asker::PUBLIC };
                let outcome = self.app.engine.execute(snapshot, now, &prepared, asker).await;
                if !outcome.executed {
                    return send(socket, error(&id, errors_of(&outcome.body))).await;
                }
                send(socket, next(&id, &outcome.body)).await?;
                send(socket, protocol::complete(&id)).await
            }
            OperationKind::Mutation => {
                let refusal = ApiError::method_not_allowed(
                    "changes are sent by POST to /graphql; here are subscriptions and queries",
                );
                send(socket, error(&id, &refusal.errors())).await
            }
        }
    }

    /// Tells every subscription what has happened; whether there may be more.
    async fn tell(&mut self, socket: &mut WebSocket) -> Result<bool, End> {
        let mut more = false;
        for (id, feed) in &mut self.feeds {
            let snapshot = self.app.live.load();
            for outcome in self.app.engine.tell(feed, &snapshot, (self.app.clock)()).await {
                send(socket, next(id, &outcome.body)).await?;
                more = true;
            }
        }
        Ok(more)
    }
}

fn forbidden() -> End {
    End::Closed(4403, "Forbidden: the token does not work".to_owned())
}

async fn send(socket: &mut WebSocket, message: Message) -> Result<(), End> {
    match time::timeout(SENDING, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(End::Gone),
    }
}
