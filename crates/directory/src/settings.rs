//! What a directory says of itself.

use chrono_tz::Tz;
use domain::LocalisedText;

/// What a directory says of itself, and the time zone its hours are in.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The title.
    pub title: LocalisedText,
    /// One or two sentences.
    pub description: LocalisedText,
    /// The licence of the data, as an SPDX identifier.
    pub licence: String,
    /// The time zone of opening hours and dates.
    pub zone: Tz,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: LocalisedText::german("Brücke"),
            description: LocalisedText::german("Verzeichnis der Migrantenselbstorganisationen und ihrer Partner"),
            licence: "CC0-1.0".to_owned(),
            zone: chrono_tz::Europe::Berlin,
        }
    }
}
