//! The answer as it grows: bytes, the path to the field at hand, and the errors so far.

use async_graphql::Pos;

use super::json;
use crate::error::ResolverError;

/// A field that may not be null failed; the error is recorded already. The nearest field above
/// that may be null becomes null (GraphQL specification, section 6.4.4).
#[derive(Debug)]
pub(crate) struct Nulled;

/// What writing a value ends with.
pub(crate) type WriteResult = Result<(), Nulled>;

/// One step of the path to a field.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Segment<'d> {
    /// A response key.
    Key(&'d str),
    /// A place in a list.
    Index(usize),
}

/// An error of one field, as the answer shows it.
#[derive(Debug)]
pub(crate) struct FieldError {
    error: ResolverError,
    position: Pos,
    path: Vec<u8>,
}

impl FieldError {
    /// Writes the error as an entry of `errors`.
    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(b"{\"message\":");
        json::write_string(bytes, &self.error.to_string());
        // What is about the request as a whole has no place in it.
        if self.position.line > 0 {
            bytes.extend_from_slice(b",\"locations\":[");
            write_position(bytes, self.position);
            bytes.push(b']');
        }
        bytes.extend_from_slice(b",\"path\":");
        bytes.extend_from_slice(&self.path);
        bytes.extend_from_slice(b",\"extensions\":{\"code\":");
        json::write_string(bytes, self.error.code());
        bytes.extend_from_slice(b"}}");
    }
}

/// Writes a place in the document.
pub(crate) fn write_position(bytes: &mut Vec<u8>, position: Pos) {
    bytes.extend_from_slice(b"{\"line\":");
    json::write_integer(bytes, i64::try_from(position.line).unwrap_or(i64::MAX));
    bytes.extend_from_slice(b",\"column\":");
    json::write_integer(bytes, i64::try_from(position.column).unwrap_or(i64::MAX));
    bytes.push(b'}');
}

/// The answer as it grows.
#[derive(Debug, Default)]
pub(crate) struct ResponseWriter<'d> {
    bytes: Vec<u8>,
    path: Vec<Segment<'d>>,
    errors: Vec<FieldError>,
}

/// A place to go back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    bytes: usize,
    path: usize,
}

impl<'d> ResponseWriter<'d> {
    /// An empty answer with room for `capacity` bytes.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { bytes: Vec::with_capacity(capacity), path: Vec::with_capacity(32), errors: Vec::new() }
    }

    /// The bytes and the errors.
    pub(crate) fn finish(self) -> (Vec<u8>, Vec<FieldError>) {
        (self.bytes, self.errors)
    }

    /// Here.
    pub(crate) fn mark(&self) -> Mark {
        Mark { bytes: self.bytes.len(), path: self.path.len() }
    }

    /// How many bytes it has.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Takes everything written since the mark back and writes `null` in its place.
    pub(crate) fn null_since(&mut self, mark: Mark) {
        self.bytes.truncate(mark.bytes);
        self.path.truncate(mark.path);
        self.null();
    }

    /// Steps down the path.
    pub(crate) fn enter(&mut self, segment: Segment<'d>) {
        self.path.push(segment);
    }

    /// Steps back up.
    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Records the error of the field at hand.
    pub(crate) fn fail(&mut self, error: ResolverError, position: Pos) -> Nulled {
        let mut path = vec![b'['];
        for (at, segment) in self.path.iter().enumerate() {
            if at > 0 {
                path.push(b',');
            }
            match segment {
                Segment::Key(key) => json::write_string(&mut path, key),
                Segment::Index(index) => json::write_integer(&mut path, i64::try_from(*index).unwrap_or(i64::MAX)),
            }
        }
        path.push(b']');
        self.errors.push(FieldError { error, position, path });
        Nulled
    }

    /// JSON that is ready.
    pub(crate) fn raw(&mut self, json: &[u8]) {
        self.bytes.extend_from_slice(json);
    }

    /// One byte of JSON.
    pub(crate) fn byte(&mut self, json: u8) {
        self.bytes.push(json);
    }

    /// `null`.
    pub(crate) fn null(&mut self) {
        self.raw(b"null");
    }

    /// A string.
    pub(crate) fn string(&mut self, text: &str) {
        json::write_string(&mut self.bytes, text);
    }

    /// A string that needs no escaping, because it is made of ASCII letters, digits and a few signs.
    pub(crate) fn plain_string(&mut self, text: &str) {
        self.byte(b'"');
        self.raw(text.as_bytes());
        self.byte(b'"');
    }

    /// A whole number.
    pub(crate) fn integer(&mut self, number: i32) {
        json::write_integer(&mut self.bytes, number.into());
    }

    /// A number.
    pub(crate) fn float(&mut self, number: f64) {
        json::write_float(&mut self.bytes, number);
    }
}
