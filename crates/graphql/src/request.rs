//! Requests as they come over the wire (GraphQL over HTTP, section 5).

use async_graphql::Variables;
use bytes::Bytes;
use serde::Deserialize;

use crate::{
    limits::{Limit, Limits},
    request_error::RequestError,
};

/// One GraphQL request. Members other than these are allowed and ignored, as the specification wants.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(try_from = "RequestMembers")]
pub struct GraphqlRequest {
    /// The document; empty where only its hash is given, see [`GraphqlRequest::names_persisted_query`].
    pub query: String,
    /// Which of its operations to run, where there are several.
    pub operation_name: Option<String>,
    /// The variables' values.
    pub variables: Variables,
    /// What extensions of the protocol say.
    pub extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

/// A request as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RequestMembers {
    query: Option<String>,
    operation_name: Option<String>,
    #[serde(default)]
    variables: Variables,
    extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

impl TryFrom<RequestMembers> for GraphqlRequest {
    type Error = &'static str;

    fn try_from(members: RequestMembers) -> Result<Self, Self::Error> {
        let RequestMembers { query, operation_name, variables, extensions } = members;
        let is_missing = query.is_none();
        // Some clients write an empty name where there is none.
        let operation_name = operation_name.filter(|name| !name.is_empty());
        let request = Self { query: query.unwrap_or_default(), operation_name, variables, extensions };
        if is_missing && !request.names_persisted_query() { Err("the member query is missing") } else { Ok(request) }
    }
}

impl GraphqlRequest {
    /// Whether the request names a document by its hash alone, which clients try first and follow with the document
    /// where they are told that nothing is kept (Apollo's automatic persisted queries).
    pub fn names_persisted_query(&self) -> bool {
        let named = self.extensions.as_ref().and_then(|extensions| extensions.get("persistedQuery"));
        self.query.is_empty() && named.is_some_and(serde_json::Value::is_object)
    }
}

/// What a request body holds.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestBody {
    /// One request.
    One(Box<GraphqlRequest>),
    /// Several, to be answered in their order.
    Batch(Vec<GraphqlRequest>),
}

/// A body that holds no request, with the answer that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadBody {
    /// Whether it was JSON at all: with it the status is 422 or 400 as the specification has it.
    pub is_json: bool,
    /// The answer's body.
    pub body: Bytes,
}

impl RequestBody {
    /// Reads a JSON body.
    ///
    /// # Errors
    /// [`BadBody`] when it is no JSON, not of a request's shape, an empty batch or too large a one.
    pub fn from_json(bytes: &[u8], limits: &Limits) -> Result<Self, BadBody> {
        let refuse = |is_json, refusal: &RequestError| BadBody { is_json, body: refusal.body().into() };
        if bytes.len() > SMALL_BODY {
            let lists = count_lists(bytes);
            if lists > MAX_LISTS {
                return Err(refuse(true, &RequestError::limit(Limit::Lists, lists, MAX_LISTS, None)));
            }
        }
        let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        let read = if first == Some(&b'[') {
            serde_json::from_slice(bytes).map(Self::Batch)
        } else {
            serde_json::from_slice(bytes).map(|request| Self::One(Box::new(request)))
        };
        let body = read.map_err(|error| {
            let is_json = error.is_data();
            let place = match error.line() {
                0 => String::new(),
                line => format!(" (line {line}, column {})", error.column()),
            };
            let problem = if is_json {
                "the body is not a GraphQL request; allowed are the members query (a string), operationName, \
                 variables and extensions"
            } else {
                "the body is not JSON"
            };
            refuse(is_json, &RequestError::bad_request(format!("{problem}{place}")))
        })?;
        match &body {
            Self::Batch(requests) if requests.is_empty() => {
                Err(refuse(true, &RequestError::bad_request("the batch is empty".to_owned())))
            }
            Self::Batch(requests) if requests.len() > limits.batch => {
                let found = requests.len() as u64;
                Err(refuse(true, &RequestError::limit(Limit::Batch, found, limits.batch as u64, None)))
            }
            _ => Ok(body),
        }
    }
}

/// How many lists a body may open: a boundary has at most 50,000 positions, and a thousand rings and other lists
/// stand beside it. Each takes a hundred times its text in memory, so they are counted before anything is read.
const MAX_LISTS: u64 = 60_000;
/// Bodies up to this size, bytes, are not looked through for them.
const SMALL_BODY: usize = 128 * 1024;

/// How many lists a JSON text opens, outside of its strings.
fn count_lists(json: &[u8]) -> u64 {
    let (mut lists, mut inside, mut is_escaped) = (0, false, false);
    for byte in json {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = inside,
            b'"' => inside = !inside,
            b'[' if !inside => lists += 1,
            _ => {}
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<RequestBody, BadBody> {
        RequestBody::from_json(json.as_bytes(), &Limits::default())
    }

    #[test]
    fn a_request_may_have_more_members_and_null_ones() {
        let json = r#"{"query":"{a}","variables":null,"operationName":null,"extensions":null,"x":1}"#;
        let RequestBody::One(request) = read(json).expect("request") else { panic!("not a batch") };
        assert_eq!(*request, GraphqlRequest { query: "{a}".to_owned(), ..GraphqlRequest::default() });
    }

    #[test]
    fn an_empty_operation_name_is_none_and_a_hash_may_stand_for_the_document() {
        let json = r#"{"query":"{a}","operationName":""}"#;
        let RequestBody::One(request) = read(json).expect("request") else { panic!("not a batch") };
        assert_eq!((request.operation_name.as_deref(), request.names_persisted_query()), (None, false));
        for (json, named) in [
            (r#"{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}"#, true),
            (r#"{"query":null,"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}"#, true),
            (r#"{"query":"{a}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}"#, false),
        ] {
            let RequestBody::One(request) = read(json).expect(json) else { panic!("not a batch") };
            assert_eq!(request.names_persisted_query(), named, "{json}");
        }
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for (json, is_json) in [
            ("", false),
            ("{", false),
            ("query", false),
            ("{}", true),
            (r#"{"extensions":{"persistedQuery":null}}"#, true),
            (r#"{"extensions":{"other":{}}}"#, true),
            (r#"{"query":1}"#, true),
            (r#"{"query":"{a}","variables":[]}"#, true),
            (r#"{"query":"{a}","operationName":1}"#, true),
            ("[]", true),
            ("[1]", true),
        ] {
            assert_eq!(read(json).expect_err(json).is_json, is_json, "{json}");
        }
    }

    #[test]
    fn lists_are_counted_before_they_are_read_and_not_in_texts() {
        assert_eq!(count_lists(br#"{"a":[[1,2],"[\"["],"b":"\\","c":[]}"#), 3);
        let points = "[7.1,51.5],".repeat(100_000);
        let body = read(&format!(r#"{{"query":"{{a}}","variables":{{"b":[{points}[1,2]]}}}}"#)).expect_err("too many");
        let text = String::from_utf8(body.body.to_vec()).expect("text");
        assert!(text.contains("LIMIT_LISTS") && text.contains("allowed are 60000"), "{text}");
        let text = "[".repeat(200_000);
        assert!(read(&format!(r#"{{"query":"{{a}}","variables":{{"file":"{text}"}}}}"#)).is_ok());
    }

    #[test]
    fn a_batch_has_a_limit() {
        let batch = |size: usize| format!("[{}]", vec![r#"{"query":"{a}"}"#; size].join(","));
        assert!(read(&batch(10)).is_ok());
        let body = read(&batch(11)).expect_err("too many").body;
        assert!(String::from_utf8_lossy(&body).contains("LIMIT_BATCH"));
    }
}
