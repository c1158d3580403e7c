//! The one error a field can have. What is not said here cannot reach a client: `?` takes the
//! directory's own refusals and nothing else, so no cause from inside can slip out.

use directory::QuestionError;
use domain::record::EntityKind;
use thiserror::Error;

use crate::global_id::GlobalId;

/// Why a field has no value.
#[derive(Clone, Debug, PartialEq, Error)]
pub(crate) enum ApiError {
    /// The asker's mistake, told by the directory.
    #[error(transparent)]
    Question(QuestionError),
    /// An argument that is not of its type.
    #[error("{name}: {reason}")]
    Argument {
        /// Which argument.
        name: &'static str,
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

impl From<QuestionError> for ApiError {
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

impl ApiError {
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
            Self::NoArchive => "NO_ARCHIVE",
            Self::ArchiveBusy => "ARCHIVE_BUSY",
            Self::NoCommands => "NO_COMMANDS",
            Self::Refused { code, .. } => code,
            Self::Internal => "INTERNAL",
        }
    }
}

/// A value as an error message shows it.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
