//! The one error a field can have. What is not said here cannot reach a client: `?` takes the
//! directory's own refusals and nothing else, so no cause from inside can slip out.

use async_graphql_value::ConstValue;
use directory::QuestionError;
use domain::record::EntityKind;
use thiserror::Error;

use crate::global_id::GlobalId;

/// Why a field has no value.
#[derive(Clone, Debug, PartialEq, Error)]
pub(crate) enum ResolverError {
    /// The asker's mistake, told by the directory.
    #[error(transparent)]
    Question(QuestionError),
    /// An argument that is not of its type.
    #[error("{field}: {reason}")]
    Argument {
        /// Where, from the name of the argument on.
        field: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Not an id that this directory gives.
    #[error("{field}: {given:?} is not an id; allowed are ids as the field `id` gives them")]
    MalformedId {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
    },
    /// An id of something else.
    #[error("{field}: {given:?} is the id of no actor; allowed are ids of organisations, institutions and networks")]
    NotAnActorId {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
    },
    /// An id that no published actor has.
    #[error("{field}: no published actor has the id {given:?}")]
    UnknownActor {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
    },
    /// More ids than one question may have.
    #[error("{field}: {given} ids are too many; allowed are {allowed}")]
    TooManyIds {
        /// Where.
        field: &'static str,
        /// How many there are.
        given: usize,
        /// How many are allowed.
        allowed: usize,
    },
    /// A time that has not come yet.
    #[error("{field}: the time lies in the future; allowed are times until now")]
    InTheFuture {
        /// Where.
        field: &'static str,
    },
    /// A value that the field's type cannot hold.
    #[error("the value {given} cannot be written here; allowed are {allowed}")]
    NumberOutOfRange {
        /// The value.
        given: String,
        /// What the type can hold.
        allowed: &'static str,
    },
    /// The operation took too long.
    #[error("the question took longer than the {allowed} ms of computing allowed; ask for less at once")]
    OutOfTime {
        /// How many milliseconds are allowed.
        allowed: u64,
    },
    /// The answer would have too many bytes.
    #[error("the answer has more than the {allowed} bytes allowed; ask for less at once")]
    AnswerTooLarge {
        /// How many bytes are allowed.
        allowed: usize,
    },
    /// There is no archive behind this directory.
    #[error("this directory keeps no archive")]
    NoArchive,
    /// Too many questions to the past.
    #[error("too many questions to the past at once; try again in a moment")]
    ArchiveBusy,
    /// There are no commands behind this directory.
    #[error("this directory takes no changes here")]
    NoCommands,
    /// Not for whoever asks.
    #[error("{message}")]
    Refused {
        /// The stable code.
        code: &'static str,
        /// Why.
        message: String,
    },
    /// Something failed; the log knows what.
    #[error("something failed on our side; try again in a moment")]
    Internal,
}

impl From<QuestionError> for ResolverError {
    fn from(error: QuestionError) -> Self {
        match error {
            // The directory knows ids from inside; clients know the ones they gave.
            QuestionError::UnknownActor { field, given } => {
                let given = GlobalId::of(EntityKind::Actor, given).encode();
                Self::UnknownActor { field, given: String::from_utf8_lossy(&given).into_owned() }
            }
            error => Self::Question(error),
        }
    }
}

impl ResolverError {
    /// The stable code.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Question(error) => error.code(),
            Self::Argument { .. } => "INVALID_ARGUMENT",
            Self::MalformedId { .. } => "INVALID_ID",
            Self::NotAnActorId { .. } => "NOT_AN_ACTOR",
            Self::UnknownActor { .. } => "UNKNOWN_ACTOR",
            Self::TooManyIds { .. } => "TOO_MANY_IDS",
            Self::InTheFuture { .. } => "IN_THE_FUTURE",
            Self::NumberOutOfRange { .. } => "NUMBER_OUT_OF_RANGE",
            Self::OutOfTime { .. } => "LIMIT_TIME",
            Self::AnswerTooLarge { .. } => "LIMIT_ANSWER_BYTES",
            Self::NoArchive => "NO_ARCHIVE",
            Self::ArchiveBusy => "ARCHIVE_BUSY",
            Self::NoCommands => "NO_COMMANDS",
            Self::Refused { code, .. } => code,
            Self::Internal => "INTERNAL",
        }
    }
}

/// Why an argument is not of its type although it fits the schema: a count that is no count. The schema has one type
/// for all whole numbers, so versions and positions are looked at here.
pub(crate) fn misfit(name: &str, odd: Option<OddCount>) -> ResolverError {
    match odd {
        Some(OddCount { field, given }) => {
            let reason = format!("{given} is no count; allowed are whole numbers from 0 to {}", i32::MAX);
            ResolverError::Argument { field, reason }
        }
        None => {
            let reason = "the value is not of the type that the schema has here".to_owned();
            ResolverError::Argument { field: name.to_owned(), reason }
        }
    }
}

/// A number that is no count.
pub(crate) struct OddCount {
    field: String,
    given: String,
}

/// The first number in a value that is no count, with its place. Degrees and metres may be anything.
pub(crate) fn find_odd_count(path: &str, value: &ConstValue) -> Option<OddCount> {
    const MEASURES: &[&str] =
        &["longitude", "latitude", "radiusMetres", "west", "south", "east", "north", "coordinates"];
    match value {
        ConstValue::Number(number) if number.as_u64().is_none() => {
            Some(OddCount { field: path.to_owned(), given: shorten(&number.to_string()) })
        }
        ConstValue::List(items) => {
            items.iter().enumerate().find_map(|(at, item)| find_odd_count(&format!("{path}[{at}]"), item))
        }
        ConstValue::Object(members) => members
            .iter()
            .filter(|(name, _)| !MEASURES.contains(&name.as_str()))
            .find_map(|(name, member)| find_odd_count(&format!("{path}.{name}"), member)),
        _ => None,
    }
}

/// A value as an error message shows it.
pub(crate) fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}
