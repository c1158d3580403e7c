//! Offers: what an actor gives. A volunteering opportunity and a room to share are offers too.

use chrono::{Days, Months, NaiveDate};
use messages::Message;
use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use crate::{
    ActorId, Address, Language, LocalisedText, OfferId, OpeningHours, ThemeId, WebAddress,
    record::{Entity, EntityKind, LifeStatus},
    rules::{DESCRIPTION_LENGTH, Problem, SUMMARY_LENGTH, Violations},
    vocabulary::{Availability, MAX_AGE, OfferKind, RegistrationMethod, TargetGroup},
};

/// Something an actor gives, regularly or for a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Who gives it.
    pub actor: ActorId,
    /// Where the entry stands in its life.
    pub status: LifeStatus,
    /// What sort of offer.
    pub kind: OfferKind,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// What it is about.
    #[serde(default, skip_serializing_if = "<[ThemeId]>::is_empty")]
    pub themes: ThinVec<ThemeId>,
    /// The languages it is given in.
    #[serde(default, skip_serializing_if = "<[Language]>::is_empty")]
    pub languages: ThinVec<Language>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "<[TargetGroup]>::is_empty")]
    pub target_groups: ThinVec<TargetGroup>,
    /// The youngest whom it is for, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<u8>,
    /// The oldest whom it is for, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<u8>,
    /// Whom it is not for.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub exclusions: LocalisedText,
    /// The papers that one must bring.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub documents: LocalisedText,
    /// When it takes place, in local time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<OpeningHours>,
    /// What it costs; empty when free or unknown.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub cost: LocalisedText,
    /// The ways to register; unknown where there is none.
    #[serde(default, skip_serializing_if = "<[RegistrationMethod]>::is_empty")]
    pub registration_methods: ThinVec<RegistrationMethod>,
    /// How to register.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub registration: LocalisedText,
    /// Where to register on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_url: Option<WebAddress>,
    /// Where it takes place, when not at the actor's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<Address>>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
    /// Whether it takes people on, to the end of `availability_until`; nothing is known of that afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability: Option<Availability>,
    /// How many places are free, where that is known and some are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_places: Option<u16>,
    /// The last day on which `availability` holds, in the directory's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability_until: Option<NaiveDate>,
}

/// The most free places that an offer can tell.
pub const MAX_FREE_PLACES: u16 = 999;
/// How far ahead an availability may hold, in months.
pub const MAX_AVAILABILITY_MONTHS: u32 = 6;
/// How long an availability holds where nobody says until when, in days.
pub const DEFAULT_AVAILABILITY_DAYS: u64 = 28;

/// Whether an offer takes people on, on a day on which that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrentAvailability {
    /// Whether it does.
    pub availability: Availability,
    /// How many places are free, where that is known and some are.
    pub free_places: Option<u16>,
    /// The last day on which this holds.
    pub until: NaiveDate,
}

impl CurrentAvailability {
    /// The last day until which an availability may be said to hold that is told on `today`.
    pub fn latest_end(today: NaiveDate) -> NaiveDate {
        today.checked_add_months(Months::new(MAX_AVAILABILITY_MONTHS)).unwrap_or(NaiveDate::MAX)
    }

    /// The day until which it holds where nobody says more.
    pub fn default_end(today: NaiveDate) -> NaiveDate {
        today.checked_add_days(Days::new(DEFAULT_AVAILABILITY_DAYS)).unwrap_or(NaiveDate::MAX)
    }
}

impl Offer {
    /// The ages in years that the offer says it is for; none where it says nothing.
    pub fn ages(&self) -> Option<(u8, u8)> {
        let is_said = self.minimum_age.is_some() || self.maximum_age.is_some();
        is_said.then(|| (self.minimum_age.unwrap_or(0), self.maximum_age.unwrap_or(MAX_AGE)))
    }

    /// Whether the offer is for people of an age: by its own ages, else by its target groups.
    pub fn is_for_age(&self, age: u8) -> bool {
        let has = |(least, most): (u8, u8)| (least..=most).contains(&age);
        match self.ages() {
            Some(ages) => has(ages),
            None => self.target_groups.iter().filter_map(|group| group.ages()).any(has),
        }
    }

    /// Whether the offer stands on a day.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// Whether it takes people on, as far as that is known on a day.
    pub fn availability_on(&self, day: NaiveDate) -> Option<CurrentAvailability> {
        let until = self.availability_until.filter(|until| day <= *until)?;
        let availability = self.availability?;
        let free_places = self.free_places.filter(|_| availability == Availability::PlacesFree);
        Some(CurrentAvailability { availability, free_places, until })
    }

    fn check_ages(&self, violations: &mut Violations) {
        for (field, age) in [("minimumAge", self.minimum_age), ("maximumAge", self.maximum_age)] {
            if age.is_some_and(|age| age > MAX_AGE) {
                violations.add(field, Problem::Format(Message::new("problem-age").with("most", MAX_AGE)));
            }
        }
        if self.ages().is_some_and(|(least, most)| most < least) {
            violations.add("maximumAge", Problem::Format(Message::new("problem-age-below-least")));
        }
    }

    fn check_availability(&self, violations: &mut Violations) {
        if self.availability.is_some() && self.availability_until.is_none() {
            violations.add("availabilityUntil", Problem::Required);
        }
        if self.availability.is_none() && (self.availability_until.is_some() || self.free_places.is_some()) {
            violations.add("availability", Problem::Required);
        }
        let Some(places) = self.free_places else { return };
        if !(1..=MAX_FREE_PLACES).contains(&places) {
            violations
                .add("freePlaces", Problem::Format(Message::new("problem-free-places").with("most", MAX_FREE_PLACES)));
        } else if self.availability.is_some_and(|availability| availability != Availability::PlacesFree) {
            violations.add("freePlaces", Problem::Format(Message::new("problem-no-free-places")));
        }
    }
}

impl Entity for Offer {
    type Id = OfferId;
    const KIND: EntityKind = EntityKind::Offer;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        violations.title("title", &self.title);
        violations.text("description", &self.description, DESCRIPTION_LENGTH);
        violations.text("cost", &self.cost, SUMMARY_LENGTH);
        violations.text("exclusions", &self.exclusions, SUMMARY_LENGTH);
        violations.text("documents", &self.documents, SUMMARY_LENGTH);
        violations.text("registration", &self.registration, SUMMARY_LENGTH);
        violations.list("registrationMethods", &self.registration_methods);
        self.check_ages(&mut violations);
        violations.list("themes", &self.themes);
        violations.list("languages", &self.languages);
        violations.list("targetGroups", &self.target_groups);
        violations.period("validUntil", self.valid_from, self.valid_until);
        self.check_availability(&mut violations);
        if let Some(place) = &self.place {
            place.check("place", &mut violations);
        }
        violations.web_address("registrationUrl", self.status, self.registration_url.as_ref());
        violations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: &str) -> NaiveDate {
        day.parse().expect("a day")
    }

    fn offer(availability: Option<Availability>, places: Option<u16>, until: Option<&str>) -> Offer {
        let body = serde_json::json!({
            "actor": "01900000-0000-7000-8000-000000000001", "status": "published", "kind": "service",
            "title": { "de": "Kurs" }, "availability": availability, "free_places": places, "availability_until": until,
        });
        serde_json::from_value(body).expect("an offer")
    }

    fn violations(offer: &Offer) -> Vec<String> {
        offer.check().iter().map(|violation| format!("{} {}", violation.field, violation.problem.code())).collect()
    }

    #[test]
    fn an_availability_holds_on_its_last_day_and_on_none_behind_it() {
        let offer = offer(Some(Availability::PlacesFree), Some(2), Some("2026-05-28"));
        let until = day("2026-05-28");
        let told = CurrentAvailability { availability: Availability::PlacesFree, free_places: Some(2), until };
        assert_eq!(offer.availability_on(day("2026-05-27")), Some(told));
        assert_eq!(offer.availability_on(until), Some(told));
        assert_eq!(offer.availability_on(day("2026-05-29")), None);
    }

    #[test]
    fn it_lasts_four_weeks_unless_somebody_says_more_and_six_months_at_most() {
        assert_eq!(CurrentAvailability::default_end(day("2026-02-01")), day("2026-03-01"));
        assert_eq!(CurrentAvailability::latest_end(day("2026-08-31")), day("2027-02-28"));
    }

    #[test]
    fn its_parts_belong_together() {
        let (free, paused, until) = (Some(Availability::PlacesFree), Some(Availability::Paused), Some("2026-05-28"));
        for sound in [
            (None, None, None),
            (free, None, until),
            (free, Some(1), until),
            (free, Some(999), until),
            (paused, None, until),
        ] {
            assert_eq!(violations(&offer(sound.0, sound.1, sound.2)), [""; 0], "{sound:?}");
        }
        for (availability, places, until, told) in [
            (free, None, None, "availabilityUntil REQUIRED"),
            (None, None, until, "availability REQUIRED"),
            (None, Some(3), None, "availability REQUIRED"),
            (paused, Some(3), until, "freePlaces UNREADABLE"),
            (free, Some(0), until, "freePlaces UNREADABLE"),
            (free, Some(1000), until, "freePlaces UNREADABLE"),
        ] {
            assert_eq!(violations(&offer(availability, places, until)), [told], "{availability:?} {places:?}");
        }
    }
}
