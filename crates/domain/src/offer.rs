//! Offers: what an actor gives. A volunteering opportunity and a room to share are offers too.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use crate::{
    ActorId, Address, Language, LocalisedText, OfferId, OpeningHours, ThemeId, WebAddress,
    record::{Entity, EntityKind, LifeStatus},
    rules::{self, Violations},
    vocabulary::{MAX_AGE, OfferKind, RegistrationMethod, TargetGroup},
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
}

impl Entity for Offer {
    type Id = OfferId;
    const KIND: EntityKind = EntityKind::Offer;

    fn check(&self) -> Violations {
        rules::offer(self)
    }
}
