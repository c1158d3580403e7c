//! Actors as the directory format writes them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    ActorId, ActorType, Address, EmailAddress, Identifiers, Language, LocalisedText, OpeningHours, Openness,
    PhoneNumber, Slug, WebAddress,
    record::LifeStatus,
    text,
    vocabulary::{Accessibility, LegalForm, Precision, Role, TargetGroup, Wheelchair},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    child_entries::{ContactPersonEntry, EventEntry, OfferEntry},
    said::Said,
    values::{self, is_published, is_unknown_access, unknown_access},
    withheld::WithheldValues,
};

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
