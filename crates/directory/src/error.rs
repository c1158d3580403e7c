//! What can go wrong: the asker's mistakes ([`QuestionError`]) and faults of the snapshot's making ([`IndexError`]).

use domain::{
    ActorId,
    geography::{NotABox, NotAPosition},
    polygon::NotASimplePolygon,
};
use thiserror::Error;

/// A question that cannot be answered as it was asked. Every variant names the field as the API
/// does (`filter.or[1].themes[0]`), what was given (shortened) and what is allowed.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum QuestionError {
    /// No theme has the slug, now or formerly.
    #[error("{field}: there is no theme {given:?}; {}", nearest_text(.nearest, "allowed are the slugs that themes have"))]
    UnknownTheme {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
        /// The known slugs that come nearest.
        nearest: Vec<String>,
    },
    /// No district has the slug, now or formerly.
    #[error("{field}: there is no district {given:?}; {}", nearest_text(.nearest, "allowed are the slugs that districts have"))]
    UnknownDistrict {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
        /// The known slugs that come nearest.
        nearest: Vec<String>,
    },
    /// Not a word of the closed vocabulary.
    #[error(
        "{field}: {given:?} is not {vocabulary}; {}allowed are {}",
        also_meant(.nearest), .allowed.join(", ")
    )]
    UnknownWord {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
        /// What kind of word was asked for, with its article.
        vocabulary: &'static str,
        /// The words that come nearest.
        nearest: Vec<String>,
        /// Every word that is allowed.
        allowed: Vec<&'static str>,
    },
    /// Not a language tag.
    #[error("{field}: {given:?} is not a language tag; allowed are BCP-47 tags such as \"de\", \"tr\" or \"kmr\"")]
    InvalidLanguage {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
    },
    /// Not a cursor of this answer's order.
    #[error(
        "{field}: {given:?} is not a cursor of this order; allowed are cursors that an answer in the same order gave"
    )]
    InvalidCursor {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
    },
    /// A page too large, or negative.
    #[error("{field}: {given} entries cannot be asked for at once; allowed are 0 to {allowed}")]
    PageSize {
        /// Where.
        field: String,
        /// What was given.
        given: i64,
        /// The largest page.
        allowed: usize,
    },
    /// Both `first` and `last`.
    #[error("{field}: first and last cannot stand together; allowed is one of them")]
    InvalidWindow {
        /// Where.
        field: String,
    },
    /// Not a place on the earth.
    #[error("{field}: {}", beside_the_earth(*.reason))]
    InvalidPosition {
        /// Where.
        field: String,
        /// What is wrong with it, and what is allowed.
        reason: NotAPosition,
    },
    /// Not a radius.
    #[error("{field}: {} metres are no radius; allowed is more than 0 and at most {allowed}", number(*.given))]
    InvalidRadius {
        /// Where.
        field: String,
        /// What was given.
        given: f64,
        /// The largest radius in metres.
        allowed: f64,
    },
    /// Not an age.
    #[error("{field}: {given} is not an age; allowed are 0 to {allowed} years")]
    InvalidAge {
        /// Where.
        field: String,
        /// What was given.
        given: i32,
        /// The greatest age.
        allowed: u8,
    },
    /// Not a box on the earth.
    #[error("{field}: {}", no_box(*.reason))]
    InvalidBox {
        /// Where.
        field: String,
        /// What is wrong with it, and what is allowed.
        reason: NotABox,
    },
    /// Corners that are no polygon.
    #[error("{field}: {reason}")]
    InvalidPolygon {
        /// Where.
        field: String,
        /// Why.
        reason: NotASimplePolygon,
    },
    /// A text longer than any search needs.
    #[error("{field}: a text of {given} {what} is too long; allowed are {allowed}")]
    TextTooLong {
        /// Where.
        field: String,
        /// What there is too much of: characters or words.
        what: &'static str,
        /// How long it is.
        given: usize,
        /// How long it may be.
        allowed: usize,
    },
    /// A filter too deep or too wide.
    #[error("{field}: {given} {what} are too many; allowed are {allowed}")]
    FilterTooLarge {
        /// Where.
        field: String,
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        given: usize,
        /// How many are allowed.
        allowed: usize,
    },
    /// Order by relevance without a text.
    #[error("{field}: RELEVANCE needs filter.text; allowed without it are NAME, UPDATED and VERIFIED")]
    NeedsText {
        /// Where.
        field: String,
    },
    /// Order by distance without a point.
    #[error("{field}: DISTANCE needs filter.near; allowed without it are NAME, UPDATED and VERIFIED")]
    NeedsPlace {
        /// Where.
        field: String,
    },
    /// No published actor has the id.
    #[error("{field}: there is no published actor {given}")]
    UnknownActor {
        /// Where.
        field: String,
        /// What was given.
        given: ActorId,
    },
    /// No published actor has the slug.
    #[error(
        "{field}: there is no published actor with the slug {given:?}; allowed are slugs of actors, former ones too"
    )]
    UnknownActorSlug {
        /// Where.
        field: String,
        /// What was given, shortened.
        given: String,
    },
}

/// The words that may have been meant, or what is allowed where nothing comes near.
fn nearest_text(nearest: &[String], allowed: &str) -> String {
    let words: Vec<String> = nearest.iter().map(|word| format!("{word:?}")).collect();
    match words.split_last() {
        None => allowed.to_owned(),
        Some((only, [])) => format!("did you mean {only}?"),
        Some((last, others)) => format!("did you mean {} or {last}?", others.join(", ")),
    }
}

fn also_meant(nearest: &[String]) -> String {
    if nearest.is_empty() { String::new() } else { nearest_text(nearest, "") + " – " }
}

/// A number as an error shows it: without hundreds of digits.
fn number(number: f64) -> String {
    let size = number.abs();
    if size == 0.0 || (1e-6..1e15).contains(&size) { number.to_string() } else { format!("{number:e}") }
}

/// What is wrong with a coordinate whose name stands before.
fn beside_the_earth(reason: NotAPosition) -> String {
    let (given, furthest) = match reason {
        NotAPosition::Longitude(given) => (given, 180),
        NotAPosition::Latitude(given) => (given, 90),
    };
    format!("{} is not on the earth; allowed are -{furthest} to {furthest} degrees", number(given))
}

fn no_box(reason: NotABox) -> String {
    match reason {
        NotABox::Corner(reason) => beside_the_earth(reason),
        NotABox::UpsideDown { south, north } => {
            let (south, north) = (number(south), number(north));
            format!("south {south} lies north of north {north}; allowed is a south that is at most the north")
        }
    }
}

impl QuestionError {
    /// A coordinate that is not on the earth, at `longitude` or `latitude` below a path.
    pub fn off_the_earth(path: Option<&str>, reason: NotAPosition) -> Self {
        let name = match reason {
            NotAPosition::Longitude(_) => "longitude",
            NotAPosition::Latitude(_) => "latitude",
        };
        Self::InvalidPosition { field: path.map_or_else(|| name.to_owned(), |path| format!("{path}.{name}")), reason }
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownTheme { .. } => "UNKNOWN_THEME",
            Self::UnknownDistrict { .. } => "UNKNOWN_DISTRICT",
            Self::UnknownWord { .. } => "UNKNOWN_WORD",
            Self::InvalidLanguage { .. } => "INVALID_LANGUAGE",
            Self::InvalidCursor { .. } => "INVALID_CURSOR",
            Self::PageSize { .. } => "PAGE_SIZE",
            Self::InvalidWindow { .. } => "INVALID_WINDOW",
            Self::InvalidPosition { .. } => "INVALID_POSITION",
            Self::InvalidRadius { .. } => "INVALID_RADIUS",
            Self::InvalidAge { .. } => "INVALID_AGE",
            Self::InvalidBox { .. } => "INVALID_BOX",
            Self::InvalidPolygon { .. } => "INVALID_POLYGON",
            Self::TextTooLong { .. } => "TEXT_TOO_LONG",
            Self::FilterTooLarge { .. } => "FILTER_TOO_LARGE",
            Self::NeedsText { .. } => "NEEDS_TEXT",
            Self::NeedsPlace { .. } => "NEEDS_PLACE",
            Self::UnknownActor { .. } | Self::UnknownActorSlug { .. } => "UNKNOWN_ACTOR",
        }
    }

    /// The field as the API names it.
    pub fn field(&self) -> &str {
        match self {
            Self::UnknownTheme { field, .. }
            | Self::UnknownDistrict { field, .. }
            | Self::UnknownWord { field, .. }
            | Self::InvalidLanguage { field, .. }
            | Self::InvalidCursor { field, .. }
            | Self::PageSize { field, .. }
            | Self::InvalidWindow { field }
            | Self::InvalidPosition { field, .. }
            | Self::InvalidRadius { field, .. }
            | Self::InvalidAge { field, .. }
            | Self::InvalidBox { field, .. }
            | Self::InvalidPolygon { field, .. }
            | Self::TextTooLong { field, .. }
            | Self::FilterTooLarge { field, .. }
            | Self::NeedsText { field }
            | Self::NeedsPlace { field }
            | Self::UnknownActor { field, .. }
            | Self::UnknownActorSlug { field, .. } => field,
        }
    }

    /// The same mistake at another field: for what was checked by a part that cannot know its place.
    #[must_use]
    pub fn at(mut self, path: &str) -> Self {
        match &mut self {
            Self::UnknownTheme { field, .. }
            | Self::UnknownDistrict { field, .. }
            | Self::UnknownWord { field, .. }
            | Self::InvalidLanguage { field, .. }
            | Self::InvalidCursor { field, .. }
            | Self::PageSize { field, .. }
            | Self::InvalidWindow { field }
            | Self::InvalidPosition { field, .. }
            | Self::InvalidRadius { field, .. }
            | Self::InvalidAge { field, .. }
            | Self::InvalidBox { field, .. }
            | Self::InvalidPolygon { field, .. }
            | Self::TextTooLong { field, .. }
            | Self::FilterTooLarge { field, .. }
            | Self::NeedsText { field }
            | Self::NeedsPlace { field }
            | Self::UnknownActor { field, .. }
            | Self::UnknownActorSlug { field, .. } => path.clone_into(field),
        }
        self
    }
}

/// A directory that no snapshot can hold; never the asker's mistake.
#[derive(Debug, Error)]
pub enum IndexError {
    /// More entries of a kind than the snapshot can number.
    #[error("too many {what}: at most {allowed} can be held")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many are possible.
        allowed: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_without_hundreds_of_digits() {
        let shown = [0.0, -1.0, 700.5, 1e308, -1e300, 5e-324].map(number);
        assert_eq!(shown, ["0", "-1", "700.5", "1e308", "-1e300", "5e-324"]);
    }

    #[test]
    fn a_coordinate_is_named_once_with_what_is_allowed() {
        let error = QuestionError::off_the_earth(None, NotAPosition::Longitude(700.0));
        assert_eq!(error.to_string(), "longitude: 700 is not on the earth; allowed are -180 to 180 degrees");
        let error = QuestionError::off_the_earth(Some("filter.near"), NotAPosition::Latitude(1e308));
        assert_eq!(error.to_string(), "filter.near.latitude: 1e308 is not on the earth; allowed are -90 to 90 degrees");
    }

    #[test]
    fn hints_stand_in_quotes() {
        let error = |vocabulary, nearest: &[&str]| {
            let nearest = nearest.iter().map(ToString::to_string).collect();
            QuestionError::UnknownWord {
                field: "f".to_owned(),
                given: "x".to_owned(),
                vocabulary,
                nearest,
                allowed: vec!["y", "z"],
            }
            .to_string()
        };
        assert_eq!(error("an offer kind", &[]), r#"f: "x" is not an offer kind; allowed are y, z"#);
        assert_eq!(
            error("a target group", &["y", "z"]),
            r#"f: "x" is not a target group; did you mean "y" or "z"? – allowed are y, z"#
        );
    }
}
