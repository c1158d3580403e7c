//! What can be wrong with an address of the search, told so that a reader can put it right.

use std::fmt;

use directory::QuestionError;
use domain::{polygon::NotASimplePolygon, recurrence::YEARS};

use super::{merge::parameter_of, shorten};

/// Something in an address that cannot be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterError {
    /// Nothing is filtered by that.
    UnknownParameter {
        /// What was given.
        given: String,
        /// Every parameter that is allowed.
        allowed: &'static [&'static str],
    },
    /// No theme has the slug.
    UnknownTheme {
        /// Which parameter.
        name: &'static str,
        /// What was given.
        given: String,
        /// Slugs that come near.
        nearest: Vec<String>,
    },
    /// No district has the slug.
    UnknownDistrict {
        /// Which parameter.
        name: &'static str,
        /// What was given.
        given: String,
        /// Slugs that come near.
        nearest: Vec<String>,
    },
    /// No published entry has the slug.
    UnknownEntry {
        /// Which parameter.
        name: &'static str,
        /// What was given.
        given: String,
    },
    /// Not a value of this parameter.
    UnknownWord {
        /// Which parameter.
        name: &'static str,
        /// What was given.
        given: String,
        /// Every value that is allowed; empty for languages, of which there are too many.
        allowed: Vec<&'static str>,
    },
    /// Not a day of the calendar, or one of a year that is too far away.
    Day {
        /// What was given.
        given: String,
    },
    /// Not a number in its bounds.
    Number {
        /// Which parameter.
        name: &'static str,
        /// What was given.
        given: String,
        /// The least that is allowed.
        least: f64,
        /// The most that is allowed.
        most: f64,
    },
    /// Corners that are no polygon.
    Polygon(NotASimplePolygon),
    /// A longitude without a latitude, or the other way round.
    HalfAPlace,
    /// A text that is too long, or too many values.
    TooMuch {
        /// How much is allowed.
        allowed: usize,
    },
    /// Not a place in these results.
    Cursor,
}

impl ParameterError {
    pub(super) fn word(name: &'static str, given: &str, allowed: Vec<&'static str>) -> Self {
        Self::UnknownWord { name, given: shorten(given), allowed }
    }

    /// The stable code that programs read.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownParameter { .. } => "UNKNOWN_PARAMETER",
            Self::UnknownTheme { .. } => "UNKNOWN_THEME",
            Self::UnknownDistrict { .. } => "UNKNOWN_DISTRICT",
            Self::UnknownEntry { .. } => "UNKNOWN_ACTOR",
            Self::UnknownWord { .. } | Self::Day { .. } => "UNKNOWN_WORD",
            Self::Number { .. } => "NOT_A_NUMBER",
            Self::Polygon(_) => "INVALID_POLYGON",
            Self::HalfAPlace => "HALF_A_PLACE",
            Self::TooMuch { .. } => "FILTER_TOO_LARGE",
            Self::Cursor => "INVALID_CURSOR",
        }
    }

    /// The parameter it is about, where it is one.
    pub const fn parameter(&self) -> Option<&'static str> {
        match self {
            Self::UnknownTheme { name, .. }
            | Self::UnknownDistrict { name, .. }
            | Self::UnknownEntry { name, .. }
            | Self::UnknownWord { name, .. }
            | Self::Number { name, .. } => Some(name),
            Self::Day { .. } => Some("from"),
            Self::Polygon(_) => Some("polygon"),
            Self::UnknownParameter { .. } | Self::HalfAPlace | Self::TooMuch { .. } | Self::Cursor => None,
        }
    }
}

/// In English, for programs; people are told on the page, in their own language.
impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown =
            |f: &mut fmt::Formatter<'_>, name: &str, what: &str, given: &str, nearest: &[String]| match nearest {
                [] => write!(f, "{name}: there is no {what} {given:?}; allowed are the slugs that GraphQL gives"),
                nearest => write!(f, "{name}: there is no {what} {given:?}; did you mean {}?", nearest.join(" or ")),
            };
        match self {
            Self::UnknownParameter { given, allowed } => {
                write!(f, "there is no parameter {given:?}; allowed are {}", allowed.join(", "))
            }
            Self::UnknownTheme { name, given, nearest } => unknown(f, name, "theme", given, nearest),
            Self::UnknownDistrict { name, given, nearest } => unknown(f, name, "district", given, nearest),
            Self::UnknownEntry { name, given } => {
                write!(f, "{name}: there is no published entry {given:?}; allowed are the slugs of entries")
            }
            Self::UnknownWord { name, given, allowed } if allowed.is_empty() => {
                write!(f, "{name}: {given:?} is not allowed; allowed are BCP-47 tags such as de, tr or kmr")
            }
            Self::UnknownWord { name, given, allowed } => {
                write!(f, "{name}: {given:?} is not allowed; allowed are {}", allowed.join(", "))
            }
            Self::Number { name, given, least, most } => {
                write!(f, "{name}: {given:?} is not allowed; allowed are numbers from {least} to {most}")
            }
            Self::Day { given } => {
                let (first, last) = (YEARS.start(), YEARS.end());
                write!(f, "from: {given:?} is no day; allowed are days of {first} to {last} such as 2026-05-31")
            }
            Self::Polygon(reason) => write!(f, "polygon: {reason}"),
            Self::HalfAPlace => f.write_str("lon and lat stand together or not at all"),
            Self::TooMuch { allowed } => write!(f, "the address asks for too much at once; allowed are {allowed}"),
            Self::Cursor => f.write_str("after and before take cursors that an answer in the same order gave"),
        }
    }
}

impl From<QuestionError> for ParameterError {
    fn from(error: QuestionError) -> Self {
        let (name, given) = (parameter(error.field()), String::new());
        match error {
            QuestionError::UnknownTheme { given, nearest, .. } => Self::UnknownTheme { name, given, nearest },
            QuestionError::UnknownDistrict { given, nearest, .. } => Self::UnknownDistrict { name, given, nearest },
            QuestionError::UnknownActorSlug { given, .. } => Self::UnknownEntry { name, given },
            QuestionError::UnknownWord { given, allowed, .. } => Self::UnknownWord { name, given, allowed },
            QuestionError::InvalidLanguage { given, .. } => Self::UnknownWord { name, given, allowed: Vec::new() },
            QuestionError::TextTooLong { allowed, .. } | QuestionError::FilterTooLarge { allowed, .. } => {
                Self::TooMuch { allowed }
            }
            QuestionError::InvalidPolygon { reason, .. } => Self::Polygon(reason),
            QuestionError::InvalidCursor { .. } => Self::Cursor,
            // The rest is checked before the directory is asked.
            _ => Self::UnknownWord { name, given, allowed: Vec::new() },
        }
    }
}

/// The parameter behind a field of the filter, such as `filter.targetGroups[0]` or `filter.and[1].not.kinds[0]`.
fn parameter(field: &str) -> &'static str {
    let name = field.rsplit('.').next().unwrap_or_default();
    let name = name.split('[').next().unwrap_or_default();
    let is_negated = field.contains(".not.");
    match name {
        "cooperatesWithSlug" => "cooperates_with",
        "memberOfSlug" => "member_of",
        "slug" => "actor",
        "orderBy" => "order",
        "near" => "lon",
        _ => parameter_of(name, is_negated).unwrap_or("text"),
    }
}
