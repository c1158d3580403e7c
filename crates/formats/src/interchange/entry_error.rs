//! Why an entry cannot be read: what serde and the values say, as data and with its path.

use std::fmt;

use domain::text::excerpt;
use messages::{Message, MessageArgument};
use serde::de::{Error, Expected, Unexpected};

use super::removed::PathStep;

/// The longest reason of a foreign parser, in characters.
const LONGEST_REASON: usize = 200;

/// The first thing in an entry that cannot be read.
#[derive(Debug)]
pub(crate) struct EntryError {
    /// Where, the innermost step first.
    reversed_path: Vec<PathStep>,
    reason: EntryErrorReason,
}

#[derive(Clone, Debug)]
pub(super) enum EntryErrorReason {
    /// A structure lacks a field.
    Missing {
        /// The structure's name in the program.
        structure: &'static str,
        /// The field's name in the file.
        field: &'static str,
    },
    /// Something else stands there.
    Mismatch { kind: MismatchKind, found: MessageArgument, expected: Option<Message>, words: String },
    /// Whatever else is wrong.
    Invalid(Message),
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

    fn mismatch(kind: MismatchKind, found: impl Into<MessageArgument>, expected: &dyn Expected) -> Self {
        // A value that has words of its own for what it expects says them as a message; the words of others stand where
        // nobody knows better.
        let words = format!("{expected:#}");
        let expected = Message::parse(&words);
        Self::new(EntryErrorReason::Mismatch { kind, found: found.into(), expected, words })
    }
}

impl EntryErrorReason {
    pub(super) fn message(self) -> Message {
        match self {
            Self::Missing { .. } => Message::new("problem-required"),
            Self::Mismatch { kind, found, expected, words } => {
                let expected = expected.unwrap_or_else(|| Message::verbatim(words));
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
            Self::Invalid(message) => message,
        }
    }
}

fn describe_unexpected(unexpected: Unexpected<'_>) -> Message {
    match unexpected {
        Unexpected::Bool(given) => Message::new("json-boolean").with("given", given.to_string()),
        Unexpected::Unsigned(given) => Message::new("json-integer").with("given", given.to_string()),
        Unexpected::Signed(given) => Message::new("json-integer").with("given", given.to_string()),
        Unexpected::Float(given) => Message::new("json-decimal").with("given", format!("{given:?}")),
        Unexpected::Char(given) => Message::new("json-string").with("given", format!("{given:?}")),
        Unexpected::Str(given) => Message::new("json-string").quote("given", &excerpt(given)),
        Unexpected::Seq | Unexpected::Bytes(_) => Message::new("json-list"),
        Unexpected::Unit | Unexpected::Option => Message::new("json-null"),
        _ => Message::new("json-object"),
    }
}

/// The reason of a foreign parser, without its place in the text of the entry, which nobody sees.
pub(super) fn shorten_reason(reason: &str) -> String {
    let reason = reason.rsplit_once(" at line ").map_or(reason, |(reason, _)| reason);
    reason.chars().take(LONGEST_REASON).collect()
}

fn list_words(words: &[&str]) -> MessageArgument {
    words.iter().map(|word| format!("`{word}`")).collect()
}

impl Error for EntryError {
    /// What a value refused itself with, whole where it is a [`Message`].
    fn custom<T: fmt::Display>(refusal: T) -> Self {
        let message = Message::parse(&format!("{refusal:#}"))
            .unwrap_or_else(|| Message::new("json-unreadable").with("reason", shorten_reason(&refusal.to_string())));
        Self::new(EntryErrorReason::Invalid(message))
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
            Message::new("json-unknown-word").with("given", excerpt(given)).with("allowed", list_words(allowed));
        Self::new(EntryErrorReason::Invalid(message))
    }

    fn unknown_field(given: &str, allowed: &'static [&'static str]) -> Self {
        let message =
            Message::new("json-unknown-field").with("field", excerpt(given)).with("allowed", list_words(allowed));
        Self::new(EntryErrorReason::Invalid(message))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(EntryErrorReason::Missing { structure: "", field })
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(EntryErrorReason::Invalid(Message::new("json-duplicate-field").with("field", field)))
    }
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.clone().message().fmt(f)
    }
}

impl std::error::Error for EntryError {}
