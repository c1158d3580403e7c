//! Random pieces: names, texts, positions, choices. Everything here is made up.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{ActorKind, Address, Language, LocalisedText, Location, Position, Slug, vocabulary::*};
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

const FIRST: &[&str] = &[
    "Brücken",
    "Frauen",
    "Eltern",
    "Jugend",
    "Kultur",
    "Sport",
    "Garten",
    "Sprach",
    "Bildungs",
    "Begegnungs",
    "Ärzte",
    "Nachbarschafts",
    "Straßen",
    "Musik",
    "Theater",
    "Familien",
];
const SECOND: &[&str] =
    &["verein", "café", "treff", "initiative", "werkstatt", "haus", "forum", "kreis", "bund", "akademie"];
const PLACES: &[&str] = &["Wanne", "Eickel", "Röhlinghausen", "Sodingen", "Börnig", "Herne", "Çarşı", "Łódź", "Баня"];
const WORDS: &[&str] = &[
    "wir",
    "beraten",
    "begleiten",
    "Familien",
    "Kinder",
    "Schule",
    "Arbeit",
    "Gesundheit",
    "Deutschkurs",
    "Ehrenamt",
    "Übersetzung",
    "Behörde",
    "gemeinsam",
    "kochen",
    "feiern",
    "Frühstück",
    "Hausaufgaben",
    "Nähen",
    "Fußball",
];
pub(super) const HOURS: &[&str] = &[
    "Mo-Fr 09:00-17:00; PH off",
    "Tu 16:00-19:00",
    "24/7",
    "Sa,Su 10:00-14:00",
    "We[1] 18:00-20:00",
    "Mo-Th 08:00-12:00,13:00-16:00",
];
const LANGUAGES: &[&str] = &["de", "tr", "ar", "ro", "uk", "kmr", "en", "de-simple", "pl", "bg", "ku", "ckb"];
/// How long events last, hours.
pub(super) const LENGTHS: &[i64] = &[0, 2, 24, 30, 24 * 40];
pub(super) const RULES: &[&str] =
    &["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=DAILY;COUNT=10", "FREQ=WEEKLY;UNTIL=20260601T000000Z"];

/// Random numbers by a seed, with the pieces worlds are made of.
#[derive(Clone, Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// Always the same numbers for a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.0.random_ratio(percent, 100)
    }

    /// A number below a limit, 0 where the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { self.0.random_range(0..limit) }
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: f64, greatest: f64) -> f64 {
        self.0.random_range(least..=greatest)
    }

    /// One of a list that is not empty.
    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list.choose(&mut self.0).expect("the list is not empty").clone()
    }

    /// Up to so many of a list, none twice.
    pub fn some<T: Clone>(&mut self, list: &[T], most: usize) -> Vec<T> {
        let many = self.below(most.min(list.len()) + 1);
        list.choose_multiple(&mut self.0, many).cloned().collect()
    }

    /// A UUID of version 7.
    pub fn uuid(&mut self) -> Uuid {
        let millis = self.0.random_range(1_767_000_000_000..1_798_000_000_000);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.0.random()).into_uuid()
    }

    pub(super) fn name(&mut self) -> String {
        let numbered = self.chance(40).then(|| self.below(1000).to_string());
        let (first, second, place) = (self.pick(FIRST), self.pick(SECOND), self.pick(PLACES));
        [format!("{first}{second}"), place.to_owned()].into_iter().chain(numbered).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn words(&mut self, most: usize) -> String {
        (0..=self.below(most)).map(|_| self.pick(WORDS)).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn text(&mut self, most: usize) -> LocalisedText {
        if self.chance(20) {
            return LocalisedText::default();
        }
        let text = LocalisedText::german(self.words(most));
        if self.chance(20) { text.with(tag("en"), self.words(most)) } else { text }
    }

    /// A word or two as somebody may search for: whole, begun, or with a typo.
    pub(super) fn search(&mut self) -> String {
        let word = match self.below(3) {
            0 => self.pick(WORDS).to_owned(),
            1 => self.pick(PLACES).to_owned(),
            _ => format!("{}{}", self.pick(FIRST), self.pick(SECOND)),
        };
        let mut letters: Vec<char> = word.chars().collect();
        match self.below(4) {
            0 => letters.truncate(3 + self.below(letters.len())),
            1 if letters.len() > 5 => {
                let at = self.below(letters.len());
                letters.remove(at);
            }
            _ => {}
        }
        letters.into_iter().collect()
    }

    pub(super) fn kind(&mut self) -> ActorKind {
        match self.below(10) {
            0..6 => ActorKind::Organisation(self.pick(OrganisationKind::ALL)),
            6..9 => ActorKind::Institution(self.pick(InstitutionKind::ALL)),
            _ => ActorKind::Network(self.pick(NetworkKind::ALL)),
        }
    }

    pub(super) fn language(&mut self) -> Language {
        tag(self.pick(LANGUAGES))
    }

    pub(super) fn languages(&mut self) -> Vec<Language> {
        self.some(LANGUAGES, 4).into_iter().map(tag).collect()
    }

    /// Mostly in the city, sometimes on its borders, at the antimeridian or near a pole.
    pub(super) fn position(&mut self) -> Position {
        let (longitude, latitude) = match self.below(20) {
            0 => (self.pick(&[180.0, -180.0, 179.9995, -179.9995]), self.between(-1.0, 1.0)),
            1 => (self.between(-180.0, 180.0), self.pick(&[90.0, 89.99, -90.0])),
            2 => (self.pick(&[7.1, 7.15, 7.2, 7.25, 7.3]), self.pick(&[51.5, 51.52, 51.54, 51.58])),
            3 => (self.between(-180.0, 180.0), self.between(-90.0, 90.0)),
            _ => (self.between(7.09, 7.31), self.between(51.49, 51.59)),
        };
        Position::new(longitude, latitude).expect("the numbers are drawn from the earth")
    }

    pub(super) fn place(&mut self) -> Option<Box<Address>> {
        self.chance(30).then(|| {
            let street = Some(format!("{} {}", self.words(2), self.below(99)));
            Box::new(Address { street: street.map(Into::into), city: Some("Musterstadt".into()), ..Address::default() })
        })
    }

    pub(super) fn location(&mut self) -> Option<Location> {
        let precision = match self.below(10) {
            0 => Precision::Hidden,
            1 => Precision::Quarter,
            2 => Precision::Street,
            _ => Precision::Exact,
        };
        self.chance(85).then(|| Location { position: self.position(), precision })
    }

    pub(super) fn day(&mut self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day of the calendar");
        first + TimeDelta::days(i64::try_from(self.below(600)).unwrap_or_default())
    }

    /// Some minute of 2026.
    pub fn time(&mut self) -> DateTime<Utc> {
        let first: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("a time");
        first + TimeDelta::minutes(i64::try_from(self.below(525_600)).unwrap_or_default())
    }
}

pub(super) fn tag(text: &str) -> Language {
    text.parse().expect("a language of the list")
}

pub(super) fn slug(text: &str) -> Slug {
    text.parse().expect("a slug of lower-case letters and digits")
}
