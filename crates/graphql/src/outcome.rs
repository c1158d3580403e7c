//! The answer to a request.

use async_graphql::parser::types::OperationType;
use bytes::Bytes;
use domain::DemandKey;

use crate::{
    error::ResolverError,
    exec::{FieldError, ResponseWriter},
    request_error::RequestError,
};

/// What kind of operation a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationKind {
    /// Reads.
    Query,
    /// Writes; not over GET.
    Mutation,
    /// Goes on; over a WebSocket.
    Subscription,
}

impl From<OperationType> for OperationKind {
    fn from(kind: OperationType) -> Self {
        match kind {
            OperationType::Query => Self::Query,
            OperationType::Mutation => Self::Mutation,
            OperationType::Subscription => Self::Subscription,
        }
    }
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether the request was executed. If not, the answer has no `data` and is a request error of
    /// the specification: the document is no GraphQL, does not fit the schema, or asks too much.
    pub executed: bool,
    /// What kind of operation it asked for, where that could be found out.
    pub kind: Option<OperationKind>,
    /// Whether the machine had too much to do to execute it.
    pub overloaded: bool,
    /// Whether the answer has `errors`.
    pub has_errors: bool,
    /// Whether the answer is a function of (request, directory version) and may be kept as such.
    pub cacheable: bool,
    /// What its questions asked for that have no result, to be counted. A function of (request, directory version) too.
    pub unmet: Vec<DemandKey>,
    /// The answer as JSON.
    pub body: Bytes,
}

impl Outcome {
    pub(crate) fn from_request_error(kind: Option<OperationKind>, refusal: &RequestError) -> Self {
        // A refusal is a function of the request alone, so it may be kept too; but it costs little
        // to make and nobody should be able to fill a cache with them.
        let body = refusal.body().into();
        Self { executed: false, kind, overloaded: false, has_errors: true, cacheable: false, unmet: Vec::new(), body }
    }

    /// The answer to what took too long or grew too large: nothing but that.
    pub(crate) fn limit_error(kind: OperationKind, error: ResolverError) -> Self {
        let mut out = ResponseWriter::with_capacity(0);
        let _ = out.fail(error, async_graphql::Pos::default());
        let (_, errors) = out.finish();
        let body = with_errors(&errors, b"{\"data\":null}").into();
        Self {
            executed: true,
            kind: Some(kind),
            overloaded: false,
            has_errors: true,
            cacheable: false,
            unmet: Vec::new(),
            body,
        }
    }

    pub(crate) fn overload(kind: Option<OperationKind>) -> Self {
        Self { overloaded: true, ..Self::from_request_error(kind, &RequestError::overload()) }
    }
}

/// Puts errors before the data, where readers see them first (section 7.1 of the specification).
pub(crate) fn with_errors(errors: &[FieldError], answer: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(answer.len() + 256 * errors.len());
    body.extend_from_slice(b"{\"errors\":[");
    for (at, error) in errors.iter().enumerate() {
        if at > 0 {
            body.push(b',');
        }
        error.write(&mut body);
    }
    body.extend_from_slice(b"],");
    // The answer's own opening bracket stands already.
    body.extend_from_slice(answer.get(1..).unwrap_or_default());
    body
}
