//! One thing that is wrong with a field, with its stable code and its words.

use chrono::NaiveDate;
use messages::{Message, MessageArgument};

use crate::recurrence::RecurrenceMismatch;

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A value is missing.
    Required,
    /// A text lacks its German version.
    GermanRequired,
    /// More characters or entries than allowed.
    TooLong {
        /// How many are allowed.
        allowed: usize,
    },
    /// The same value stands twice.
    Duplicate(String),
    /// Control characters in a text.
    ControlCharacter,
    /// More than one line where one is allowed.
    LineBreak,
    /// An end before its start.
    EndsBeforeStart,
    /// A day outside of the days that are allowed.
    DayOutOfRange {
        /// The first day that is allowed.
        first: NaiveDate,
        /// The last day that is allowed.
        last: NaiveDate,
        /// Whether the day lies before the first one, else it lies behind the last one.
        is_before: bool,
    },
    /// A day that is yet to come, of something that was.
    InTheFuture {
        /// The last day that is allowed.
        last: NaiveDate,
    },
    /// A place far from every district, which may be meant.
    FarAway,
    /// An actor linked to itself.
    SelfLink,
    /// A link that is active, dormant or ended without both confirmations.
    NotConfirmed,
    /// More than `internal` without a consent.
    ConsentRequired,
    /// The recurrence does not fit the start.
    RecurrenceDoesNotFit(RecurrenceMismatch),
    /// Days that are left out of an event although nothing takes place on them.
    NoDateOfEvent {
        /// The days.
        days: Vec<NaiveDate>,
    },
    /// Nothing refers to what the value names.
    Unknown(String),
    /// What the value names has been retired or archived since.
    Retired {
        /// What it is called.
        name: String,
        /// What stands in its place, where something does.
        replacement: Option<String>,
    },
    /// The value is another entity's already.
    Taken(String),
    /// The value has not the form the field asks for; the sentence says what is allowed.
    Format(Message),
    /// The value could not be read, by the words of a foreign parser.
    Unreadable(String),
}

impl Problem {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Required => "REQUIRED",
            Self::GermanRequired => "GERMAN_REQUIRED",
            Self::TooLong { .. } => "TOO_LONG",
            Self::Duplicate(_) => "DUPLICATE",
            Self::ControlCharacter => "CONTROL_CHARACTER",
            Self::LineBreak => "LINE_BREAK",
            Self::EndsBeforeStart => "ENDS_BEFORE_START",
            Self::DayOutOfRange { .. } => "DAY_OUT_OF_RANGE",
            Self::InTheFuture { .. } => "IN_THE_FUTURE",
            Self::FarAway => "FAR_AWAY",
            Self::SelfLink => "SELF_LINK",
            Self::NotConfirmed => "NOT_CONFIRMED",
            Self::ConsentRequired => "CONSENT_REQUIRED",
            Self::RecurrenceDoesNotFit(_) => "RECURRENCE_DOES_NOT_FIT",
            Self::NoDateOfEvent { .. } => "NO_DATE_OF_EVENT",
            Self::Unknown(_) => "UNKNOWN",
            Self::Retired { .. } => "RETIRED",
            Self::Taken(_) => "TAKEN",
            Self::Format(_) | Self::Unreadable(_) => "UNREADABLE",
        }
    }

    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Required => Message::new("problem-required"),
            Self::GermanRequired => Message::new("problem-german-required"),
            Self::TooLong { allowed } => Message::new("problem-too-long").with("allowed", *allowed),
            Self::Duplicate(value) => Message::new("problem-duplicate").quote("value", value),
            Self::LineBreak => Message::new("problem-line-break"),
            Self::ControlCharacter => Message::new("problem-control-character"),
            Self::EndsBeforeStart => Message::new("problem-ends-before-start"),
            // Days as they are to be given.
            Self::DayOutOfRange { first, last, is_before: true } => {
                Message::new("problem-day-past").with("first", first.to_string()).with("last", last.to_string())
            }
            Self::DayOutOfRange { first, last, is_before: false } => {
                Message::new("problem-day-too-far").with("first", first.to_string()).with("last", last.to_string())
            }
            Self::InTheFuture { last } => Message::new("problem-in-the-future").with("last", last.to_string()),
            Self::FarAway => Message::new("problem-far-away"),
            Self::SelfLink => Message::new("problem-self-link"),
            Self::NotConfirmed => Message::new("problem-not-confirmed"),
            Self::ConsentRequired => Message::new("problem-consent-required"),
            Self::RecurrenceDoesNotFit(mismatch) => mismatch.message(),
            Self::NoDateOfEvent { days } => {
                Message::new("problem-no-date-of-event").with("days", days.iter().copied().collect::<MessageArgument>())
            }
            Self::Unknown(value) => Message::new("problem-unknown").quote("value", value),
            Self::Retired { name, replacement: Some(replacement) } => {
                Message::new("problem-retired").quote("name", name).quote("replacement", replacement)
            }
            Self::Retired { name, replacement: None } => Message::new("problem-archived").quote("name", name),
            Self::Taken(value) => Message::new("problem-taken").quote("value", value),
            Self::Format(message) => message.clone(),
            Self::Unreadable(reason) => Message::verbatim(reason.as_str()),
        }
    }
}
