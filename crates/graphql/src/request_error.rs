//! Requests that are refused before anything is executed.

use async_graphql::{Pos, ServerError, parser};

use crate::{
    exec::{json, write_position},
    limits::Limit,
};

/// What the rules of the grammar are called, where that is not what they stand for.
const GRAMMAR: &[(&str, &str)] = &[
    ("EOI", "the end of the document"),
    ("executable_document", "an operation or a fragment"),
    ("executable_definition", "an operation or a fragment"),
    ("operation_definition", "an operation"),
    ("named_operation_definition", "an operation"),
    ("fragment_definition", "a fragment"),
    ("selection_set", "a selection in braces"),
    ("selection", "a field or a fragment"),
    ("variable_definitions", "variables"),
    ("variable_definition", "a variable"),
    ("type_condition", "the type that a fragment is on"),
    ("type_", "a type"),
    ("const_value", "a value"),
    ("const_list", "a list"),
    ("const_object", "an object"),
    ("const_object_field", "a field of an object"),
    ("object_field", "a field of an object"),
    ("const_argument", "an argument"),
    ("const_arguments", "arguments"),
    ("const_directive", "a directive"),
    ("const_directives", "directives"),
    ("default_value", "a default value"),
    ("fragment_spread", "a fragment"),
    ("inline_fragment", "a fragment"),
    ("name_start", "a name"),
    ("enum_value", "a word"),
    ("unicode_scalar_value_hex", "a character by its number"),
];

/// What the parser expected, as people say it: "expected const_value or variable" names rules of its grammar.
fn in_words(expected: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in expected.split(' ') {
        let (rule, comma) = word.strip_suffix(',').map_or((word, ""), |rule| (rule, ","));
        let known = GRAMMAR.iter().find(|(name, _)| *name == rule).map(|(_, meaning)| *meaning);
        words.push(known.unwrap_or(if rule.contains('_') { "something else" } else { rule }));
        if !comma.is_empty() {
            words.push(comma);
        }
    }
    words.join(" ").replace(" ,", ",")
}

/// One reason why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestErrorEntry {
    message: String,
    positions: Vec<Pos>,
    code: &'static str,
    /// For a limit: what was found and what is allowed.
    numbers: Option<(u64, u64)>,
}

/// Why a request is refused: a request error of the specification, so the answer has no `data`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestError(pub(crate) Vec<RequestErrorEntry>);

impl RequestError {
    /// The text is no document: no GraphQL at all, or of operations and fragments that cannot stand together.
    pub(crate) fn syntax(error: &parser::Error) -> Self {
        let (message, code) = match error {
            parser::Error::MultipleOperations { .. } => (
                "an operation without a name must be the only one; allowed are several where each has a name"
                    .to_owned(),
                "GRAPHQL_VALIDATION_FAILED",
            ),
            parser::Error::OperationDuplicated { operation, .. } => (
                format!("there are two operations {:?}; allowed is one", operation.as_str()),
                "GRAPHQL_VALIDATION_FAILED",
            ),
            parser::Error::FragmentDuplicated { fragment, .. } => (
                format!("there are two fragments {:?}; allowed is one", fragment.as_str()),
                "GRAPHQL_VALIDATION_FAILED",
            ),
            parser::Error::MissingOperation => {
                ("there is no operation in the document".to_owned(), "GRAPHQL_VALIDATION_FAILED")
            }
            error => {
                let text = error.to_string();
                // The parser draws a picture of the place; what it expected stands in the picture's last line.
                let expected = text.rsplit_once("  = ").map(|(_, expected)| in_words(expected.trim()));
                let expected =
                    expected.unwrap_or_else(|| "a value cannot be read, such as a number too large".to_owned());
                let position = error.positions().next().filter(|position| position.line > 0);
                return Self::one(format!("syntax error: {expected}"), position, "GRAPHQL_PARSE_FAILED");
            }
        };
        let mut positions: Vec<_> = error.positions().collect();
        positions.sort_unstable();
        Self(vec![RequestErrorEntry { message, positions, code, numbers: None }])
    }

    /// The document does not fit the schema.
    pub(crate) fn validation(message: String, position: Option<Pos>) -> Self {
        Self::one(message, position, "GRAPHQL_VALIDATION_FAILED")
    }

    /// The document does not fit the schema, as async-graphql tells it.
    pub(crate) fn from_validation(errors: Vec<ServerError>) -> Self {
        let reason = |error: ServerError| RequestErrorEntry {
            message: error.message,
            positions: error.locations,
            code: "GRAPHQL_VALIDATION_FAILED",
            numbers: None,
        };
        Self(errors.into_iter().map(reason).collect())
    }

    /// Values that do not fit where they stand, each with its places.
    pub(crate) fn misfits(problems: Vec<(String, Vec<Pos>)>) -> Self {
        let reason = |(message, positions)| RequestErrorEntry {
            message,
            positions,
            code: "GRAPHQL_VALIDATION_FAILED",
            numbers: None,
        };
        Self(problems.into_iter().map(reason).collect())
    }

    /// Two fields that cannot stand together.
    pub(crate) fn conflict(message: String, positions: Vec<Pos>) -> Self {
        Self(vec![RequestErrorEntry { message, positions, code: "GRAPHQL_VALIDATION_FAILED", numbers: None }])
    }

    /// The operation to run is not clear.
    pub(crate) fn operation(message: String) -> Self {
        Self::one(message, None, "OPERATION_RESOLUTION_FAILURE")
    }

    /// The request itself is not of the shape the specification wants.
    pub(crate) fn bad_request(message: String) -> Self {
        Self::one(message, None, "BAD_REQUEST")
    }

    /// Only the hash of a document was given, in the words that clients look for.
    pub(crate) fn persisted_query() -> Self {
        Self::one("PersistedQueryNotSupported".to_owned(), None, "PERSISTED_QUERY_NOT_SUPPORTED")
    }

    /// The schema may not be asked for.
    pub(crate) fn introspection(position: Pos) -> Self {
        let message = "introspection is switched off here; the schema is published as schema.graphql".to_owned();
        Self::one(message, Some(position), "INTROSPECTION_DISABLED")
    }

    /// A variable's value does not fit.
    pub(crate) fn variable(message: String, position: Pos) -> Self {
        Self::one(message, Some(position), "BAD_USER_INPUT")
    }

    /// A limit was passed.
    pub(crate) fn limit(limit: Limit, found: u64, allowed: u64, position: Option<Pos>) -> Self {
        let message = format!("too many {}: {found} were found, allowed are {allowed}", limit.unit());
        let message = message.replace(",:", ":");
        let positions = position.into_iter().collect();
        Self(vec![RequestErrorEntry { message, positions, code: limit.code(), numbers: Some((found, allowed)) }])
    }

    /// The machine has too much to do.
    pub(crate) fn overload() -> Self {
        let message = "too much is being computed here just now; try again in a few seconds".to_owned();
        Self::one(message, None, "OVERLOADED")
    }

    fn one(message: String, position: Option<Pos>, code: &'static str) -> Self {
        Self(vec![RequestErrorEntry { message, positions: position.into_iter().collect(), code, numbers: None }])
    }

    /// The whole answer.
    pub(crate) fn body(&self) -> Vec<u8> {
        let mut bytes = b"{\"errors\":[".to_vec();
        for (at, reason) in self.0.iter().enumerate() {
            if at > 0 {
                bytes.push(b',');
            }
            reason.write(&mut bytes);
        }
        bytes.extend_from_slice(b"]}");
        bytes
    }
}

impl RequestErrorEntry {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(b"{\"message\":");
        json::write_string(bytes, &self.message);
        if !self.positions.is_empty() {
            bytes.extend_from_slice(b",\"locations\":[");
            for (at, position) in self.positions.iter().enumerate() {
                if at > 0 {
                    bytes.push(b',');
                }
                write_position(bytes, *position);
            }
            bytes.push(b']');
        }
        bytes.extend_from_slice(b",\"extensions\":{\"code\":");
        json::write_string(bytes, self.code);
        if let Some((found, allowed)) = self.numbers {
            bytes.extend_from_slice(b",\"found\":");
            json::write_integer(bytes, i64::try_from(found).unwrap_or(i64::MAX));
            bytes.extend_from_slice(b",\"allowed\":");
            json::write_integer(bytes, i64::try_from(allowed).unwrap_or(i64::MAX));
        }
        bytes.extend_from_slice(b"}}");
    }
}
