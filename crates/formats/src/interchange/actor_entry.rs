//! Actors as the directory format writes them, with what is nested below them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use domain::{
    ActorId, ActorType, Address, EmailAddress, EventId, Identifiers, Language, LocalisedText, OfferId, OpeningHours,
    Openness, PersonField, PersonId, PhoneNumber, Recurrence, Slug, WebAddress,
    record::LifeStatus,
    text,
    vocabulary::{
        Accessibility, Availability, LegalForm, OfferKind, Precision, RegistrationMethod, Role, TargetGroup, Wheelchair,
    },
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::values::{self, is_published, is_service, is_unknown_access, unknown_access};
use super::{Said, WithheldValues};

/// An organisation, institution or network with its offers, events and contact persons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[schemars(transform = super::schema::kind_follows_type)]
pub struct ActorEntry {
    /// The actor's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<ActorId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// Organisation, institution or network.
    #[serde(rename = "type")]
    pub actor_type: ActorType,
    /// The readable name in addresses, unique among actors; made from the name when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /// Slugs the actor had before; they lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<Slug>,
    /// Where the entry stands in its life; published when missing.
    #[serde(default, skip_serializing_if = "is_published")]
    pub status: LifeStatus,
    /// The kind, a word of the vocabulary that belongs to the type.
    pub kind: String,
    /// The name as the actor writes it.
    #[schemars(length(min = 1, max = 200))]
    #[serde(deserialize_with = "text::deserialize_line")]
    pub name: String,
    /// Other names, translations of the name, the abbreviation.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "text::deserialize_lines")]
    pub alternative_names: Vec<String>,
    /// Legal form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// One or two sentences, at most 600 characters in each language.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub summary: LocalisedText,
    /// The longer text, at most 20,000 characters in each language.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// Postal address. It never gives the district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Where the actor is and how precisely that may be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationEntry>,
    /// In files for the public, whether address and location are only what it may know of them. An actor that is there
    /// already keeps its own then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coarsened: Option<bool>,
    /// Slug of the district the actor is based in; needed only where no position gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_in: Option<Slug>,
    /// Slugs of the districts the actor works in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub active_in: Vec<Slug>,
    /// Slugs of the themes the actor works on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Slug>,
    /// The languages the actor works in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom the actor works for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// Public web address of the function, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
    /// Public e-mail address of the function, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// Public telephone number of the function, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneNumber>,
    /// Pages of the actor on social networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub social_links: Vec<WebAddress>,
    /// When somebody is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_hours: Option<OpeningHours>,
    /// Whether people come by appointment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_appointment: Option<bool>,
    /// Whether it costs nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_of_charge: Option<bool>,
    /// Whether what is said stays there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<bool>,
    /// Whether a wheelchair user gets in; unknown when missing.
    #[serde(default = "unknown_access", skip_serializing_if = "is_unknown_access")]
    pub wheelchair: Wheelchair,
    /// What else helps people with a disability.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accessibility: Vec<Accessibility>,
    /// How open an institution is, as facts that were true on a day; of institutions only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub openness: Option<Openness>,
    /// The actor's numbers in registers and databases elsewhere. In files for the public, those that lead to a place are
    /// there only where the place is exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifiers: Option<Identifiers>,
    /// The day somebody last vouched for the entry; goes with `verifiedBy`.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub verified_on: Option<NaiveDate>,
    /// In what role somebody vouched; goes with `verifiedOn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<Role>,
    /// What the actor gives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<OfferEntry>,
    /// Dates the actor invites to as the first host.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventEntry>,
    /// Persons to speak to: personal data, each field under its own consent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact_persons: Vec<ContactPersonEntry>,
    /// Which of all this is said; a directory file says everything.
    #[serde(skip)]
    pub said: Said,
    /// Where an actor that has no place yet is shown: the middle of the quarter that a table names.
    #[serde(skip)]
    pub fallback_location: Option<LocationEntry>,
    /// How precisely the place is published, of a row that says only that.
    #[serde(skip)]
    pub precision: Option<Precision>,
    /// What a row keeps from the public that the entry may say already.
    #[serde(skip)]
    pub withheld: WithheldValues,
}

impl ActorEntry {
    /// A published actor with a type, a kind and a name and nothing else.
    pub fn new(actor_type: ActorType, kind: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: None,
            created_at: None,
            actor_type,
            slug: None,
            former_slugs: Vec::new(),
            status: LifeStatus::Published,
            kind: kind.into(),
            name: text::clean_line(&name.into()),
            alternative_names: Vec::new(),
            legal_form: None,
            summary: LocalisedText::default(),
            description: LocalisedText::default(),
            address: None,
            location: None,
            based_in: None,
            active_in: Vec::new(),
            themes: Vec::new(),
            languages: Vec::new(),
            target_groups: Vec::new(),
            website: None,
            email: None,
            phone: None,
            social_links: Vec::new(),
            opening_hours: None,
            by_appointment: None,
            free_of_charge: None,
            confidential: None,
            wheelchair: Wheelchair::Unknown,
            accessibility: Vec::new(),
            openness: None,
            identifiers: None,
            verified_on: None,
            verified_by: None,
            offers: Vec::new(),
            events: Vec::new(),
            contact_persons: Vec::new(),
            coarsened: None,
            said: Said::Everything,
            fallback_location: None,
            precision: None,
            withheld: WithheldValues::default(),
        }
    }
}

/// A position with its precision.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct LocationEntry {
    /// Degrees east of Greenwich, WGS84.
    #[schemars(range(min = -180.0, max = 180.0))]
    pub longitude: f64,
    /// Degrees north of the equator, WGS84.
    #[schemars(range(min = -90.0, max = 90.0))]
    pub latitude: f64,
    /// How precisely the public may know it. When missing: exact, but for a place that is hidden already,
    /// which stays so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
}

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
