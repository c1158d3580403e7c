//! What can be wrong with an address of the search, told so that a reader can put it right.

use directory::QuestionError;

use super::shortened;

/// Something in an address that cannot be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Mistake {
    /// No theme has the slug.
    UnknownTheme {
        /// What was given.
        given: String,
        /// Slugs that come near.
        nearest: Vec<String>,
    },
    /// No district has the slug.
    UnknownDistrict {
        /// What was given.
        given: String,
        /// Slugs that come near.
        nearest: Vec<String>,
    },
    /// No published entry has the slug.
    UnknownPartner(String),
    /// Not a value of this parameter.
    UnknownWord {
        /// Which parameter.
        name: &'static str,
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

impl Mistake {
    pub(super) fn word(name: &'static str, given: &str) -> Self {
        Self::UnknownWord { name, given: shortened(given) }
    }

    /// The parameter it is about, where it is one.
    pub const fn parameter(&self) -> Option<&'static str> {
        match self {
            Self::UnknownTheme { .. } => Some("theme"),
            Self::UnknownDistrict { .. } => Some("district"),
            Self::UnknownPartner(_) => Some("partner"),
            Self::UnknownWord { name, .. } | Self::Number { name, .. } => Some(name),
            Self::HalfAPlace | Self::TooMuch { .. } | Self::Cursor => None,
        }
    }
}

impl From<QuestionError> for Mistake {
    fn from(error: QuestionError) -> Self {
        let (name, given) = (parameter(error.field()), String::new());
        match error {
            QuestionError::UnknownTheme { given, nearest, .. } => Self::UnknownTheme { given, nearest },
            QuestionError::UnknownDistrict { given, nearest, .. } => Self::UnknownDistrict { given, nearest },
            QuestionError::UnknownWord { given, .. } | QuestionError::InvalidLanguage { given, .. } => {
                Self::UnknownWord { name, given }
            }
            QuestionError::TextTooLong { allowed, .. } | QuestionError::FilterTooLarge { allowed, .. } => {
                Self::TooMuch { allowed }
            }
            QuestionError::InvalidCursor { .. } => Self::Cursor,
            // The rest is checked before the directory is asked.
            _ => Self::UnknownWord { name, given },
        }
    }
}

/// The parameter behind a field of the filter, such as `filter.targetGroups[0]`.
fn parameter(field: &str) -> &'static str {
    let name = field.trim_start_matches("filter.").split(['[', '.']).next().unwrap_or_default();
    match name {
        "kinds" => "kind",
        "languages" => "language",
        "targetGroups" => "group",
        "fieldsOfAction" => "field",
        "orderBy" => "order",
        "near" => "lon",
        _ => "text",
    }
}
