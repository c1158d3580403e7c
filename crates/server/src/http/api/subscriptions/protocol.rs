//! The messages of graphql-transport-ws (the protocol's description of 2020, as the package
//! `graphql-ws` keeps it).

use axum::extract::ws::{CloseFrame, Message};
use graphql::GraphqlRequest;
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

/// What a client says. What it may add to `ping` and `pong` is not looked at.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum FromClient {
    ConnectionInit {
        #[serde(default)]
        payload: Value,
    },
    Ping,
    Pong,
    Subscribe {
        id: String,
        payload: Box<GraphqlRequest>,
    },
    Complete {
        id: String,
    },
}

/// The longest reason for closing, bytes (RFC 6455, section 5.5, less the code).
const REASON_BYTES: usize = 123;

impl FromClient {
    /// Reads a message; else the reason for closing.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|_| format!("Invalid message: {}", find_fault(text)))
    }
}

/// What is wrong with a message that could not be read.
fn find_fault(text: &str) -> &'static str {
    let members = match serde_json::from_str(text) {
        Ok(Value::Object(members)) => members,
        Ok(_) => return "it is not an object",
        Err(_) => return "it is not JSON",
    };
    let is_text = |name: &str| members.get(name).is_some_and(Value::is_string);
    match members.get("type").and_then(Value::as_str) {
        None => "type is missing or not a string",
        Some("subscribe" | "complete") if !is_text("id") => "id is missing or not a string",
        Some("subscribe") => {
            "payload is no request: allowed are query (a string), operationName, variables, extensions"
        }
        Some("connection_init" | "ping" | "pong" | "complete") => "its members are not those of its type",
        Some(_) => "type is none of connection_init, ping, pong, subscribe, complete",
    }
}

/// The message that closes a connection, with as much of the reason as there is room for.
pub(super) fn close(code: u16, mut reason: String) -> Message {
    reason.truncate(reason.floor_char_boundary(REASON_BYTES));
    Message::Close(Some(CloseFrame { code, reason: reason.into() }))
}

/// The value of `authorization` that a client gives with `connection_init`, which browsers cannot send as a header;
/// as it stands or below `headers`, in capitals or not. `None` where it says nothing.
pub(super) fn authorization(payload: &Value) -> Option<&Value> {
    let members = [payload.get("headers"), Some(payload)].into_iter().flatten().filter_map(Value::as_object).flatten();
    let mut named = members.filter(|(name, _)| name.eq_ignore_ascii_case("authorization")).map(|(_, value)| value);
    named.find(|value| !value.is_null() && value.as_str() != Some(""))
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
    struct ErrorsOnly<'a> {
        #[serde(borrow)]
        errors: &'a RawValue,
    }
    serde_json::from_slice::<ErrorsOnly<'_>>(answer).map_or("[]", |refused| refused.errors.get())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_with_whatever_they_carry_beside() {
        for text in [r#"{"type":"connection_init","payload":{"token":"x"}}"#, r#"{"type":"connection_init"}"#] {
            assert!(matches!(FromClient::read(text), Ok(FromClient::ConnectionInit { .. })), "{text}");
        }
        let subscribe = r#"{"payload":{"query":"{a}","extensions":null},"id":"1","type":"subscribe"}"#;
        let Ok(FromClient::Subscribe { id, payload }) = FromClient::read(subscribe) else { panic!("a subscription") };
        assert_eq!((id.as_str(), payload.query.as_str()), ("1", "{a}"));
    }

    #[test]
    fn authorization_is_found_however_clients_write_it() {
        let read = |text: &str| authorization(&serde_json::from_str(text).expect("JSON")).cloned();
        for text in [
            r#"{"authorization":"Bearer x"}"#,
            r#"{"Authorization":"Bearer x","other":1}"#,
            r#"{"headers":{"Authorization":"Bearer x"}}"#,
        ] {
            assert_eq!(read(text), Some("Bearer x".into()), "{text}");
        }
        for text in ["null", "{}", "[]", r#"{"authorization":null}"#, r#"{"authorization":""}"#, r#"{"token":"x"}"#] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_message_that_cannot_be_read_is_told_in_words_of_the_protocol() {
        for (text, reason) in [
            ("", "it is not JSON"),
            ("{", "it is not JSON"),
            ("[1]", "it is not an object"),
            ("{}", "type is missing or not a string"),
            (r#"{"type":1}"#, "type is missing or not a string"),
            (r#"{"type":"stop"}"#, "type is none of connection_init, ping, pong, subscribe, complete"),
            (r#"{"type":"complete"}"#, "id is missing or not a string"),
            (r#"{"type":"subscribe","id":1,"payload":{"query":"{a}"}}"#, "id is missing or not a string"),
            (
                r#"{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":[]}}"#,
                "payload is no request: allowed are query (a string), operationName, variables, extensions",
            ),
            (r#"{"type":"complete","id":"1","id":"2"}"#, "its members are not those of its type"),
        ] {
            let found = FromClient::read(text).expect_err(text);
            assert_eq!(found, format!("Invalid message: {reason}"), "{text}");
            assert!(found.len() <= REASON_BYTES, "{found}");
        }
    }

    #[test]
    fn a_reason_for_closing_is_never_too_long() {
        let Message::Close(Some(frame)) = close(4409, "ä".repeat(300)) else { panic!("a message that closes") };
        assert_eq!((frame.code, frame.reason.as_str()), (4409, "ä".repeat(61).as_str()));
    }

    #[test]
    fn ids_of_clients_are_written_as_json() {
        let Message::Text(text) = error("a\"b", errors_of(br#"{"errors":[{"message":"no"}]}"#)) else { panic!("text") };
        assert_eq!(text.as_str(), r#"{"id":"a\"b","type":"error","payload":[{"message":"no"}]}"#);
    }
}
