//! Why an entry cannot be read: what serde and the values say, as data and with its path.

use std::fmt;

use messages::{Argument, Message};
use serde::de::{Error, Expected, Unexpected};

use super::removed::PathStep;

/// The first thing in an entry that cannot be read.
#[derive(Debug)]
pub(crate) struct EntryError {
    /// Where, the innermost step first.
    reversed_path: Vec<PathStep>,
    reason: EntryErrorReason,
}

#[derive(Debug)]
pub(super) enum EntryErrorReason {
    /// A structure lacks a field.
    Missing {
        /// The structure's name in the program.
        structure: &'static str,
        /// The field's name in the file.
        field: &'static str,
    },
    /// Something else stands there.
    Mismatch { kind: MismatchKind, found: Argument, expected: Option<Message> },
    /// Whatever else is wrong.
    Wrong(Message),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum MismatchKind {
    Type,
    Value,
    Length,
}

impl EntryError {
    const fn new(reason: EntryErrorReason) -> Self {
        Self { reversed_path: Vec::new(), reason }
    }

    /// The same as seen from one step further up.
    pub(super) fn below(mut self, step: PathStep) -> Self {
        self.reversed_path.push(step);
        self
    }

    /// The same where it is known by now what the value should have been.
    pub(super) fn expecting(mut self, expectation: impl FnOnce() -> Message) -> Self {
        if let (true, EntryErrorReason::Mismatch { expected: expected @ None, .. }) =
            (self.reversed_path.is_empty(), &mut self.reason)
        {
            *expected = Some(expectation());
        }
        self
    }

    /// The same where it is known by now which structure was read.
    pub(super) fn in_structure(mut self, name: &'static str) -> Self {
        if let (true, EntryErrorReason::Missing { structure: structure @ "", .. }) =
            (self.reversed_path.is_empty(), &mut self.reason)
        {
            *structure = name;
        }
        self
    }

    /// Where it is, and why.
    pub(super) fn into_parts(mut self) -> (Vec<PathStep>, EntryErrorReason) {
        self.reversed_path.reverse();
        (self.reversed_path, self.reason)
    }

    fn mismatch(kind: MismatchKind, found: impl Into<Argument>, expected: &dyn Expected) -> Self {
        // A value that has words of its own for what it expects says them as a message; of the others the words are
        // those of the programming language.
        let expected = Message::parse(&format!("{expected:#}"));
        Self::new(EntryErrorReason::Mismatch { kind, found: found.into(), expected })
    }
}

impl EntryErrorReason {
    pub(super) fn message(self) -> Message {
        match self {
            Self::Missing { .. } => Message::new("problem-required"),
            Self::Mismatch { kind, found, expected } => {
                let expected = expected.unwrap_or(Message::new("json-expected-object"));
                match kind {
                    MismatchKind::Type => {
                        Message::new("json-wrong-type").with("found", found).with("expected", expected)
                    }
                    MismatchKind::Value => {
                        Message::new("json-wrong-value").with("found", found).with("expected", expected)
                    }
                    MismatchKind::Length => {
                        Message::new("json-wrong-length").with("found", found).with("expected", expected)
                    }
                }
            }
            Self::Wrong(message) => message,
        }
    }
}

fn describe_unexpected(unexpected: Unexpected<'_>) -> Message {
    match unexpected {
        Unexpected::Bool(given) => Message::new("json-boolean").with("given", given.to_string()),
        Unexpected::Unsigned(given) => Message::new("json-integer").with("given", given.to_string()),
        Unexpected::Signed(given) => Message::new("json-integer").with("given", given.to_string()),
        Unexpected::Float(given) => Message::new("json-decimal").with("given", given.to_string()),
        Unexpected::Char(given) => Message::new("json-string").with("given", format!("{given:?}")),
        Unexpected::Str(given) => Message::new("json-string").quote("given", &shorten(given)),
        Unexpected::Seq | Unexpected::Bytes(_) => Message::new("json-list"),
        Unexpected::Unit | Unexpected::Option => Message::new("json-null"),
        _ => Message::new("json-object"),
    }
}

/// As much of a text as is shown.
pub(super) fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

fn list_words(words: &[&str]) -> Argument {
    words.iter().map(|word| format!("`{word}`")).collect()
}

impl Error for EntryError {
    /// What a value refused itself with, whole where it is a [`Message`].
    fn custom<T: fmt::Display>(refusal: T) -> Self {
        let message = Message::parse(&format!("{refusal:#}"))
            .unwrap_or_else(|| Message::new("json-unreadable").with("reason", shorten(&refusal.to_string())));
        Self::new(EntryErrorReason::Wrong(message))
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::mismatch(MismatchKind::Type, describe_unexpected(unexpected), expected)
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::mismatch(MismatchKind::Value, describe_unexpected(unexpected), expected)
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::mismatch(MismatchKind::Length, length, expected)
    }

    fn unknown_variant(given: &str, allowed: &'static [&'static str]) -> Self {
        let message =
            Message::new("json-unknown-word").with("given", shorten(given)).with("allowed", list_words(allowed));
        Self::new(EntryErrorReason::Wrong(message))
    }

    fn unknown_field(given: &str, allowed: &'static [&'static str]) -> Self {
        let message =
            Message::new("json-unknown-field").with("field", shorten(given)).with("allowed", list_words(allowed));
        Self::new(EntryErrorReason::Wrong(message))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(EntryErrorReason::Missing { structure: "", field })
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(EntryErrorReason::Wrong(Message::new("json-duplicate-field").with("field", field)))
    }
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            EntryErrorReason::Wrong(message) => message.fmt(f),
            reason => write!(f, "{reason:?}"),
        }
    }
}

impl std::error::Error for EntryError {}
