//! Actors: what a cooperation link can end at. Organisations, institutions and networks share
//! everything but their kind.

use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use thin_vec::ThinVec;

use crate::{
    DistrictId, EmailAddress, Identifiers, Language, LocalisedText, OpeningHours, Openness, PhoneNumber, Position,
    Slug, ThemeId, WebAddress,
    id::ActorId,
    record::{Entity, EntityKind, LifeStatus},
    rules::{DESCRIPTION_LENGTH, NAME_LENGTH, SUMMARY_LENGTH, Violations},
    text,
    vocabulary::{
        Accessibility, InstitutionKind, LegalForm, NetworkKind, OrganisationKind, Precision, Role, TargetGroup,
        Wheelchair,
    },
};

// A million of these lie in memory: what most have none of takes a pointer's room.
/// An organisation, institution or network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// The readable name in addresses; unique among all actors.
    pub slug: Slug,
    /// Slugs the actor had before; they lead here.
    #[serde(default, skip_serializing_if = "<[Slug]>::is_empty")]
    pub former_slugs: ThinVec<Slug>,
    /// Where the entry stands in its life.
    pub status: LifeStatus,
    /// When and by which role somebody last vouched for the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Verification>,
    /// What the actor is.
    pub kind: ActorKind,
    /// The name as the actor writes it.
    #[serde(deserialize_with = "text::deserialize_line")]
    pub name: String,
    /// Other names, translations of the name, the abbreviation.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "text::deserialize_lines")]
    pub alternative_names: Vec<String>,
    /// Legal form, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<LegalForm>,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub summary: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Box<Address>>,
    /// Where the actor is, and how precisely that may be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// The district the actor is based in, set by hand; needed only where no position gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_in: Option<DistrictId>,
    /// The districts the actor works in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub active_in: Vec<DistrictId>,
    /// What the actor works on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// The languages the actor works in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom the actor works for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// Public contact of the function, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
    /// Public contact of the function, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// Public contact of the function, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneNumber>,
    /// Pages of the actor on social networks.
    #[serde(default, skip_serializing_if = "<[WebAddress]>::is_empty")]
    pub social_links: ThinVec<WebAddress>,
    /// When somebody is there, in local time.
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
    /// Whether a wheelchair user gets in.
    #[serde(default = "unknown_access", skip_serializing_if = "is_unknown_access")]
    pub wheelchair: Wheelchair,
    /// What else helps people with a disability; what is not named is unknown.
    #[serde(default, skip_serializing_if = "<[Accessibility]>::is_empty")]
    pub accessibility: ThinVec<Accessibility>,
    /// How open an institution is; of nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub openness: Option<Box<Openness>>,
    /// Its numbers in registers and databases elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifiers: Option<Box<Identifiers>>,
}

fn unknown_access() -> Wheelchair {
    Wheelchair::Unknown
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_unknown_access(access: &Wheelchair) -> bool {
    *access == Wheelchair::Unknown
}

impl Actor {
    /// A published actor with a name and a kind and nothing else.
    pub fn new(slug: Slug, kind: ActorKind, name: impl Into<String>) -> Self {
        Self {
            slug,
            former_slugs: ThinVec::new(),
            status: LifeStatus::Published,
            verification: None,
            kind,
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
            social_links: ThinVec::new(),
            opening_hours: None,
            by_appointment: None,
            free_of_charge: None,
            confidential: None,
            wheelchair: Wheelchair::Unknown,
            accessibility: ThinVec::new(),
            openness: None,
            identifiers: None,
        }
    }
}

impl Entity for Actor {
    type Id = ActorId;
    const KIND: EntityKind = EntityKind::Actor;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        violations.required_line("name", &self.name, NAME_LENGTH);
        violations.lines("alternativeNames", &self.alternative_names);
        violations.text("summary", &self.summary, SUMMARY_LENGTH);
        violations.text("description", &self.description, DESCRIPTION_LENGTH);
        violations.list("themes", &self.themes);
        violations.list("activeIn", &self.active_in);
        violations.list("languages", &self.languages);
        violations.list("targetGroups", &self.target_groups);
        violations.list("socialLinks", &self.social_links);
        violations.web_address("website", self.status, self.website.as_ref());
        for (at, link) in self.social_links.iter().enumerate() {
            violations.web_address(&format!("socialLinks[{at}]"), self.status, Some(link));
        }
        violations.list("accessibility", &self.accessibility);
        if let Some(openness) = &self.openness {
            openness.check(self.kind.actor_type(), &mut violations);
        }
        let register = self.identifiers.as_ref().and_then(|identifiers| identifiers.register.as_deref());
        violations.optional_line("identifiers.register", register, NAME_LENGTH);
        if let Some(address) = &self.address {
            address.check("address", &mut violations);
        }
        violations
    }
}

/// Which of the three an actor is, with its kind in that vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", content = "kind", rename_all = "lowercase")]
pub enum ActorKind {
    /// A migrant self-organisation, association or initiative.
    Organisation(OrganisationKind),
    /// A municipal or regular service.
    Institution(InstitutionKind),
    /// A round table, conference or association of associations.
    Network(NetworkKind),
}

impl ActorKind {
    /// Which of the three.
    pub const fn actor_type(self) -> ActorType {
        match self {
            Self::Organisation(_) => ActorType::Organisation,
            Self::Institution(_) => ActorType::Institution,
            Self::Network(_) => ActorType::Network,
        }
    }

    /// The kind's word, such as `women` or `job-centre`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Organisation(kind) => kind.slug(),
            Self::Institution(kind) => kind.slug(),
            Self::Network(kind) => kind.slug(),
        }
    }

    /// The kind in the reader's language; German where it has no such label.
    pub fn label(self, reader: &str) -> &'static str {
        match self {
            Self::Organisation(kind) => kind.label(reader),
            Self::Institution(kind) => kind.label(reader),
            Self::Network(kind) => kind.label(reader),
        }
    }

    /// The kind of that word in the vocabulary of `actor_type`.
    ///
    /// # Errors
    /// [`UnknownWord`](crate::vocabulary::UnknownWord), with every word that is allowed.
    pub fn from_words(actor_type: ActorType, kind: &str) -> Result<Self, crate::vocabulary::UnknownWord> {
        Ok(match actor_type {
            ActorType::Organisation => Self::Organisation(kind.parse()?),
            ActorType::Institution => Self::Institution(kind.parse()?),
            ActorType::Network => Self::Network(kind.parse()?),
        })
    }
}

/// The three types of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActorType {
    /// A migrant self-organisation, association or initiative.
    Organisation,
    /// A municipal or regular service.
    Institution,
    /// A round table, conference or association of associations.
    Network,
}

impl ActorType {
    /// The three, in the order people name them.
    pub const ALL: &[Self] = &[Self::Organisation, Self::Institution, Self::Network];

    /// The word in files and addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Institution => "institution",
            Self::Network => "network",
        }
    }
}

impl fmt::Display for ActorType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// The longest postcode, in characters: those of other countries are longer than the German ones.
const POSTCODE_LENGTH: usize = 12;

// Short texts lie in place, and most of these are short.
/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Address {
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub street: Option<SmolStr>,
    /// Five digits in Germany. Never gives the district: postcodes cross quarters.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub postcode: Option<SmolStr>,
    /// Town.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub city: Option<SmolStr>,
    /// Floor, bell, back yard: what helps to find the door.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub extra: Option<SmolStr>,
}

impl Address {
    /// Postcode and town, as an envelope has them; empty where there are none.
    pub fn town(&self) -> String {
        join(&[&self.postcode, &self.city], " ")
    }

    /// Street, postcode and town in one line; empty where there are none.
    pub fn to_line(&self) -> String {
        join(&[&self.street, &Some(self.town().into())], ", ")
    }

    /// Notes what is wrong with it as the value of a field.
    pub(crate) fn check(&self, field: &str, violations: &mut Violations) {
        for (part, line, allowed) in [
            ("street", &self.street, NAME_LENGTH),
            ("postcode", &self.postcode, POSTCODE_LENGTH),
            ("city", &self.city, NAME_LENGTH),
            ("extra", &self.extra, NAME_LENGTH),
        ] {
            violations.optional_line(&format!("{field}.{part}"), line.as_deref(), allowed);
        }
    }
}

fn join(parts: &[&Option<SmolStr>], separator: &str) -> String {
    let parts = parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(separator)
}

/// A position with its precision.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Location {
    /// Longitude and latitude, WGS84 degrees.
    #[serde(flatten)]
    pub position: Position,
    /// How precisely the public may know it.
    pub precision: Precision,
}

/// Somebody vouched for an entry on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// The day.
    pub on: NaiveDate,
    /// In what role, never by name.
    pub by: Role,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{Event, Offer};

    fn fields<E: Entity>(data: Value) -> Vec<String> {
        let entity: E = serde_json::from_value(data).expect("an entity");
        entity.check().iter().map(|violation| violation.field.clone()).collect()
    }

    #[test]
    fn lines_of_an_address_are_bounded_whatever_has_the_address() {
        let long = "x".repeat(NAME_LENGTH + 1);
        let address = json!({ "street": long, "postcode": long, "city": long, "extra": long });
        let id = uuid::Uuid::nil();
        let actor = json!({
            "slug": "verein", "status": "published", "kind": { "type": "organisation", "kind": "women" }, "name": "Verein",
            "address": address,
        });
        let offer = json!({ "actor": id, "status": "published", "kind": "service", "title": { "de": "Kurs" }, "place": address });
        let event = json!({
            "hosts": [id], "status": "published", "title": { "de": "Chor" }, "starts_at": "2026-12-01T18:00:00",
            "place": address,
        });
        let parts = |field: &str| ["street", "postcode", "city", "extra"].map(|part| format!("{field}.{part}"));
        assert_eq!(fields::<Actor>(actor), parts("address"));
        assert_eq!(fields::<Offer>(offer), parts("place"));
        assert_eq!(fields::<Event>(event), parts("place"));
    }
}
