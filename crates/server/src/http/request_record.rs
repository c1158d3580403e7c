//! What is known of a request for its line in the access log and for the lines that are logged while it is answered:
//! its id, its route as a pattern, the role of who asks.
//!
//! A cached answer logs nothing, so the span that gives log lines the id is made where an answer is not cached: it would
//! cost a twentieth of one that is.

use std::{
    cell::{Cell, RefCell},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
};

use axum::{
    extract::MatchedPath,
    http::{Extensions, HeaderMap, HeaderName, HeaderValue},
};
use data_encoding::HEXLOWER;
use tracing::Span;

/// Where the id of a request stands in it and in its answer.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The longest id that is taken from a client.
const MAX_ID_LENGTH: usize = 64;

tokio::task_local! {
    static RECORD: RequestRecord;
}

/// The route of a request: never with what stands in its place-holders.
#[derive(Clone, Debug)]
pub enum Route {
    /// As the router has it.
    Pattern(MatchedPath),
    /// What no route of the router answers.
    Name(&'static str),
}

impl Route {
    /// As the log has it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pattern(path) => path.as_str(),
            Self::Name(name) => name,
        }
    }
}

/// What is known of one request.
#[derive(Debug)]
pub struct RequestRecord {
    /// The id, which the answer bears.
    pub id: HeaderValue,
    route: RefCell<Route>,
    role: Cell<&'static str>,
}

impl RequestRecord {
    /// Of a request that no route has seen yet.
    pub fn new(headers: &HeaderMap) -> Self {
        Self { id: request_id(headers), route: RefCell::new(Route::Name("none")), role: Cell::new("public") }
    }

    /// The route.
    pub fn route(&self) -> Route {
        self.route.borrow().clone()
    }

    /// The role of who asked.
    pub const fn role(&self) -> &'static str {
        self.role.get()
    }

    /// Answers the request, and gives the record back with the answer.
    pub async fn scope<T>(self, answer: impl Future<Output = T>) -> (T, Self) {
        let mut scope = std::pin::pin!(RECORD.scope(self, answer));
        let answer = scope.as_mut().await;
        (answer, scope.take_value().expect("it is taken once, when the answer is there"))
    }
}

/// Notes the route of the request that is answered; `name` is what it is called where the router has no pattern.
pub fn note_route(extensions: &Extensions, name: &'static str) {
    let route = extensions.get().map_or(Route::Name(name), |path: &MatchedPath| Route::Pattern(path.clone()));
    let _ = RECORD.try_with(|record| record.route.replace(route));
}

/// Notes the role of who asks.
pub fn note_role(role: &'static str) {
    let _ = RECORD.try_with(|record| record.role.set(role));
}

/// The span of the request that is answered, for log lines and traces.
pub fn request_span() -> Span {
    let span = RECORD.try_with(|record| {
        tracing::info_span!(
            "request",
            id = record.id.to_str().unwrap_or_default(),
            route = record.route.borrow().as_str()
        )
    });
    span.unwrap_or_else(|_| Span::none())
}

/// The id of a request: its client's, where there is one that is short and plain, else a new one.
fn request_id(headers: &HeaderMap) -> HeaderValue {
    let mut given = headers.get_all(X_REQUEST_ID).iter();
    match (given.next(), given.next()) {
        (Some(id), None) if is_plain(id.as_bytes()) => id.clone(),
        _ => new_id(),
    }
}

/// An id that another process hardly gives, and this one once. It is no secret: a number that goes on costs least, and a
/// short one weighs little on every answer.
fn new_id() -> HeaderValue {
    static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| AtomicU64::new(rand::random()));
    let mut id = [0; 16];
    HEXLOWER.encode_mut(&NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes(), &mut id);
    HeaderValue::from_bytes(&id).unwrap_or(HeaderValue::from_static(""))
}

fn is_plain(id: &[u8]) -> bool {
    (1..=MAX_ID_LENGTH).contains(&id.len())
        && id.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_short_and_plain_id_of_a_client_is_taken() {
        let id_of = |given: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for id in given {
                headers.append(X_REQUEST_ID, HeaderValue::from_bytes(id.as_bytes()).expect("a value"));
            }
            request_id(&headers).to_str().expect("plain").to_owned()
        };
        assert_eq!(id_of(&["a1-B_2.c"]), "a1-B_2.c");
        let long = "a".repeat(65).leak();
        for refused in [&[][..], &[""], &["a b"], &["a\"b"], &["ä"], &["a", "b"], &[&*long]] {
            let id = id_of(refused);
            assert!(id.len() == 16 && id != id_of(refused), "{refused:?}: {id}");
        }
    }
}
