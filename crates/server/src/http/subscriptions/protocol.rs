//! The messages of graphql-transport-ws (the protocol's description of 2020, as the package
//! `graphql-ws` keeps it).

use axum::extract::ws::Message;
use graphql::GraphqlRequest;
use serde::Deserialize;
use serde_json::value::RawValue;

/// What a client says. What it may add to `connection_init`, `ping` and `pong` is not looked at.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum FromClient {
    ConnectionInit,
    Ping,
    Pong,
    Subscribe { id: String, payload: Box<GraphqlRequest> },
    Complete { id: String },
}

impl FromClient {
    /// Reads a message; else the reason for closing, which has room for 123 bytes (RFC 6455, section 5.5).
    pub(super) fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| {
            let mut reason = format!("Invalid message: {error}");
            reason.truncate(reason.floor_char_boundary(123));
            reason
        })
    }
}

/// A message that says no more than its type.
pub(super) fn plain(kind: &str) -> Message {
    Message::text(format!("{{\"type\":\"{kind}\"}}"))
}

/// The answer to an event, or to a question.
pub(super) fn next(id: &str, answer: &[u8]) -> Message {
    with_payload("next", id, &String::from_utf8_lossy(answer))
}

/// A request that is refused: it is over.
pub(super) fn error(id: &str, errors: &str) -> Message {
    with_payload("error", id, errors)
}

/// There is nothing more to come.
pub(super) fn complete(id: &str) -> Message {
    Message::text(serde_json::json!({ "id": id, "type": "complete" }).to_string())
}

fn with_payload(kind: &str, id: &str, payload: &str) -> Message {
    let id = serde_json::Value::from(id);
    Message::text(format!("{{\"id\":{id},\"type\":\"{kind}\",\"payload\":{payload}}}"))
}

/// The list of errors in an answer that has no data.
pub(super) fn errors_of(answer: &[u8]) -> &str {
    #[derive(Deserialize)]
    struct Refused<'a> {
        #[serde(borrow)]
        errors: &'a RawValue,
    }
    serde_json::from_slice::<Refused<'_>>(answer).map_or("[]", |refused| refused.errors.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_with_whatever_they_carry_beside() {
        for text in [r#"{"type":"connection_init","payload":{"token":"x"}}"#, r#"{"type":"connection_init"}"#] {
            assert!(matches!(FromClient::read(text), Ok(FromClient::ConnectionInit)), "{text}");
        }
        let subscribe = r#"{"payload":{"query":"{a}","extensions":null},"id":"1","type":"subscribe"}"#;
        let Ok(FromClient::Subscribe { id, payload }) = FromClient::read(subscribe) else { panic!("a subscription") };
        assert_eq!((id.as_str(), payload.query.as_str()), ("1", "{a}"));
    }

    #[test]
    fn a_reason_for_closing_is_never_too_long() {
        for text in ["", "{", r#"{"type":"stop"}"#, &format!(r#"{{"type":"{}"}}"#, "ä".repeat(300))] {
            let reason = FromClient::read(text).expect_err(text);
            assert!(reason.starts_with("Invalid message: ") && reason.len() <= 123, "{reason}");
        }
    }

    #[test]
    fn ids_of_clients_are_written_as_json() {
        let Message::Text(text) = error("a\"b", errors_of(br#"{"errors":[{"message":"no"}]}"#)) else { panic!("text") };
        assert_eq!(text.as_str(), r#"{"id":"a\"b","type":"error","payload":[{"message":"no"}]}"#);
    }
}
