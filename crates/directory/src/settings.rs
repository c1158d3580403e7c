//! What a directory says of itself.

use chrono_tz::Tz;
use domain::{
    LocalisedText,
    geography::Position,
    hours::{Holidays, Locality},
};

use crate::OwnWords;

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
    /// The public and school holidays that opening hours speak of.
    pub holidays: Holidays,
    /// Where the sun rises and sets for opening hours.
    pub position: Position,
    /// Words that questions are read by, beside those every directory has.
    pub words: OwnWords,
}

impl Default for Settings {
    fn default() -> Self {
        let Locality { zone, holidays, position } = Locality::default();
        Self {
            title: LocalisedText::german("Brücke"),
            description: description(),
            licence: "CC0-1.0".to_owned(),
            zone,
            holidays,
            position,
            words: OwnWords::default(),
        }
    }
}

impl Settings {
    /// Where opening hours are told.
    pub fn locality(&self) -> Locality {
        Locality { zone: self.zone, holidays: self.holidays.clone(), position: self.position }
    }
}

/// What a directory says of itself where nothing is configured.
fn description() -> LocalisedText {
    let texts = [
        ("de", "Verzeichnis der Migrantenselbstorganisationen und ihrer Partner"),
        ("en", "Directory of migrant self-organisations and their partners"),
        ("tr", "Göçmen kuruluşlarının ve ortaklarının dizini"),
        ("ar", "دليل منظمات المهاجرين وشركائها"),
        ("uk", "Каталог мігрантських організацій та їхніх партнерів"),
        ("ro", "Ghidul organizațiilor migranților și al partenerilor lor"),
        ("pl", "Katalog organizacji migranckich i ich partnerów"),
    ];
    texts.into_iter().filter_map(|(tag, text)| Some((tag.parse().ok()?, text.to_owned()))).collect()
}
