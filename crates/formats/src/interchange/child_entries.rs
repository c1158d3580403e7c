//! What stands below an actor in the directory format: offers, events and contact persons.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    Address, EmailAddress, EventId, Language, LocalisedText, OfferId, OpeningHours, PersonField, PersonId, PhoneNumber,
    Recurrence, Slug, WebAddress,
    record::LifeStatus,
    text,
    vocabulary::{Availability, OfferKind, RegistrationMethod, TargetGroup},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::values::{self, is_published, is_service};

/// Something an actor gives; a volunteering opportunity and a room to share are offers too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OfferEntry {
    /// The offer's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<OfferId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// Where the entry stands in its life; published when missing.
    #[serde(default, skip_serializing_if = "is_published")]
    pub status: LifeStatus,
    /// What sort of offer; a service when missing.
    #[serde(default = "values::service", skip_serializing_if = "is_service")]
    pub kind: OfferKind,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// Slugs of what it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Slug>,
    /// The languages it is given in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// The youngest whom it is for, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 120))]
    pub minimum_age: Option<u8>,
    /// The oldest whom it is for, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 120))]
    pub maximum_age: Option<u8>,
    /// Whom it is not for.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub exclusions: LocalisedText,
    /// The papers that one must bring.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub documents: LocalisedText,
    /// When it takes place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<OpeningHours>,
    /// What it costs; missing when free or unknown.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub cost: LocalisedText,
    /// The ways to register.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registration_methods: Vec<RegistrationMethod>,
    /// How to register, in words.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub registration: LocalisedText,
    /// Where to register on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_url: Option<WebAddress>,
    /// Where it takes place, when not at the actor's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Address>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub valid_until: Option<NaiveDate>,
    /// Whether it takes people on, until `availabilityUntil`, which belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability: Option<Availability>,
    /// How many places are free; only where places are free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 999))]
    pub free_places: Option<u16>,
    /// The last day on which the availability holds, at most six months ahead; nothing is said of it afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub availability_until: Option<NaiveDate>,
}

impl OfferEntry {
    /// A published service with a title and nothing else.
    pub fn new(title: LocalisedText) -> Self {
        Self {
            id: None,
            created_at: None,
            status: LifeStatus::Published,
            kind: OfferKind::Service,
            title,
            description: LocalisedText::default(),
            themes: Vec::new(),
            languages: Vec::new(),
            target_groups: Vec::new(),
            minimum_age: None,
            maximum_age: None,
            exclusions: LocalisedText::default(),
            documents: LocalisedText::default(),
            schedule: None,
            cost: LocalisedText::default(),
            registration_methods: Vec::new(),
            registration: LocalisedText::default(),
            registration_url: None,
            place: None,
            valid_from: None,
            valid_until: None,
            availability: None,
            free_places: None,
            availability_until: None,
        }
    }
}

/// Something that takes place at a time. The actor it stands under is its first host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct EventEntry {
    /// The event's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<EventId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// Where the entry stands in its life; published when missing.
    #[serde(default, skip_serializing_if = "is_published")]
    pub status: LifeStatus,
    /// Slugs of the other hosts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_hosts: Vec<Slug>,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// First start.
    #[serde(with = "values::local_time")]
    #[schemars(with = "values::LocalTime")]
    pub starts_at: NaiveDateTime,
    /// First end. Where only days count: the midnight after the last one, or any time on it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_local_time")]
    #[schemars(with = "Option<values::LocalTime>")]
    pub ends_at: Option<NaiveDateTime>,
    /// Whether only the days count and not the times on them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_day: bool,
    /// Whether it does not take place after all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
    /// How it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// Days on which it does not take place although its recurrence has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "values::days")]
    #[schemars(with = "Vec<NaiveDate>")]
    pub excluded_dates: Vec<NaiveDate>,
    /// Slugs of what it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Slug>,
    /// The languages spoken there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// Where it takes place, when not at the first host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Address>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
    /// Where to register on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_url: Option<WebAddress>,
}

impl EventEntry {
    /// A published event with a title and a start and nothing else.
    pub fn new(title: LocalisedText, starts_at: NaiveDateTime) -> Self {
        Self {
            id: None,
            created_at: None,
            status: LifeStatus::Published,
            co_hosts: Vec::new(),
            title,
            description: LocalisedText::default(),
            starts_at,
            ends_at: None,
            all_day: false,
            cancelled: false,
            recurrence: None,
            excluded_dates: Vec::new(),
            themes: Vec::new(),
            languages: Vec::new(),
            target_groups: Vec::new(),
            place: None,
            website: None,
            registration_url: None,
        }
    }
}

/// A person to speak to. Each field carries who may see it and the consent that allows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ContactPersonEntry {
    /// The person's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<PersonId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// Name.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_person_line")]
    pub name: Option<PersonField<String>>,
    /// Role at the actor, such as chair.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_person_line")]
    pub role: Option<PersonField<String>>,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PersonField<PhoneNumber>>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<PersonField<EmailAddress>>,
}

/// An entry that stands below an actor in a directory file, on its own in a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChildEntry<T> {
    /// Slug of the actor.
    pub actor: Slug,
    /// What stands below it.
    pub entry: T,
}
