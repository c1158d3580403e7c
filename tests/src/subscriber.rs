//! Somebody who listens for changes over a WebSocket, in the protocol graphql-transport-ws.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Error, Message, client::IntoClientRequest},
};

use crate::Server;

/// How long a message may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// A line that is open.
#[derive(Debug)]
pub struct Subscriber(WebSocketStream<TcpStream>);

/// What came over the line.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A message.
    Message(Value),
    /// The server closed the line, with a code and a reason.
    Closed(u16, String),
}

impl Subscriber {
    /// Opens a line and is acknowledged.
    ///
    /// # Panics
    /// When the server will not.
    pub async fn connect(server: &Server) -> Self {
        let mut line = Self::open(server, "graphql-transport-ws").await.expect("a line");
        line.say(json!({ "type": "connection_init" })).await;
        assert_eq!(line.hear().await, Heard::Message(json!({ "type": "connection_ack" })));
        line
    }

    /// Opens a line in a protocol, and says nothing yet.
    ///
    /// # Errors
    /// The server's refusal.
    pub async fn open(server: &Server, protocol: &str) -> Result<Self, Box<Error>> {
        Self::open_with(server, &[("sec-websocket-protocol", protocol)]).await
    }

    /// Opens a line with these header fields, and says nothing yet.
    ///
    /// # Errors
    /// The server's refusal.
    pub async fn open_with(server: &Server, headers: &[(&'static str, &str)]) -> Result<Self, Box<Error>> {
        Self::open_over(server.connect_from([127, 0, 0, 1]).await, server, headers).await
    }

    /// The same over a connection that is open already.
    ///
    /// # Errors
    /// The server's refusal.
    pub async fn open_over(
        stream: TcpStream,
        server: &Server,
        headers: &[(&'static str, &str)],
    ) -> Result<Self, Box<Error>> {
        let address = format!("{}/graphql/ws", server.base().replacen("http", "ws", 1));
        let mut request = address.into_client_request()?;
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().expect("a header value"));
        }
        Ok(Self(client_async(request, stream).await?.0))
    }

    /// Says something.
    pub async fn say(&mut self, message: Value) {
        self.say_text(&message.to_string()).await;
    }

    /// Says something that may be no JSON.
    ///
    /// # Panics
    /// When the line is down.
    pub async fn say_text(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.expect("the line is open");
    }

    /// Asks for something under an id.
    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// What comes next.
    ///
    /// # Panics
    /// When nothing comes.
    pub async fn hear(&mut self) -> Heard {
        loop {
            let message = tokio::time::timeout(PATIENCE, self.0.next()).await.expect("something is heard");
            match message.expect("the line is closed in order").expect("the line is up") {
                Message::Text(text) => return Heard::Message(serde_json::from_str(&text).expect("JSON")),
                Message::Close(frame) => {
                    let frame = frame.expect("a reason for closing");
                    return Heard::Closed(frame.code.into(), frame.reason.to_string());
                }
                _ => {}
            }
        }
    }

    /// The payload of the next message, which must be of this type and id.
    ///
    /// # Panics
    /// When it is another one.
    pub async fn told(&mut self, kind: &str, id: &str) -> Value {
        match self.hear().await {
            Heard::Message(mut message) if message["type"] == kind && message["id"] == id => message["payload"].take(),
            other => panic!("{kind} of {id} was expected: {other:?}"),
        }
    }
}
