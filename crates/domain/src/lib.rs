//! What an organisation, a district, a theme or a cooperation link is, and the rules they keep.
//!
//! No I/O, no clock, no randomness: whoever calls passes the time and the new ids in.
//!
//! The rooms:
//! - [`id`], [`slug`], [`text`], [`language`], [`contact_data`]: the small values everything is made of
//! - [`vocabulary`]: the closed word lists (kinds, legal forms, target groups, …); [`labels`]: what they are called
//! - [`actor`], [`offer`], [`event`], [`project`], [`link`], [`district`], [`theme`], [`person`]: the entities
//! - [`identifiers`], [`openness`]: what an actor is called elsewhere, how open an institution is
//! - [`boundary`]: boundaries of districts as GeoJSON, and what is wrong with one; [`district_area`]: where they all lie
//! - [`demand`]: what people ask for and nobody has, as it is counted
//! - [`geography`]: positions, boxes, distances, which district a point lies in
//! - [`hours`], [`recurrence`]: opening hours and repeating dates
//! - [`likeness`]: which actors look like one, and why
//! - [`mention`]: where a person is mentioned, in whatever spelling
//! - [`rules`]: the shape of what is wrong with an entity, all at once and by field
//! - [`page_slug`]: where pages of offers, events and projects stand
//! - [`publication`]: what of an entity the public may see; the only way to make a [`publication::Fact`]
//!
//! To add an entity: a file with its data struct and its rules in `impl Entity`, its public shape in
//! [`publication`]; then a table in `migrations` and a `Stored` implementation in `store`.

pub mod actor;
pub mod boundary;
pub mod contact_data;
pub mod demand;
pub mod district;
pub mod district_area;
pub mod error_chain;
pub mod event;
pub mod geography;
pub mod hours;
pub mod house_address;
pub mod id;
pub mod identifiers;
pub mod labels;
pub mod language;
pub mod likeness;
pub mod link;
pub mod mention;
pub mod offer;
pub mod openness;
pub mod page_slug;
pub mod person;
pub mod polygon;
pub mod project;
pub mod publication;
pub mod record;
pub mod recurrence;
pub mod rules;
pub mod site_texts;
pub mod slug;
pub mod synonyms;
pub mod text;
pub mod theme;
pub mod vocabulary;

pub use actor::{Actor, ActorKind, ActorType, Address, Location, Verification};
pub use contact_data::{EmailAddress, PhoneNumber, WebAddress};
pub use demand::{CalendarMonth, DemandKey, DemandPeriod};
pub use district::{District, DistrictLevel};
pub use district_area::{DistrictArea, OddCoordinates};
pub use error_chain::ErrorChain;
pub use event::Event;
pub use geography::{BoundingBox, Gazetteer, Position};
pub use hours::OpeningHours;
pub use house_address::{AddressPoint, HouseAddress};
pub use id::{AccountId, ActorId, DistrictId, EventId, LinkId, OfferId, PersonId, ProjectId, ThemeId};
pub use identifiers::{Identifiers, OsmId, WikidataId};
pub use language::Language;
pub use link::{Confirmations, CooperationLink};
pub use offer::Offer;
pub use openness::Openness;
pub use person::{Consent, ContactPerson, PersonField};
pub use polygon::SimplePolygon;
pub use project::Project;
pub use publication::Fact;
pub use record::{Entity, EntityKind, LifeStatus, Record};
pub use recurrence::Recurrence;
pub use rules::{Violation, Violations};
pub use site_texts::{Funder, Logo, LogoFormat, REPORT_SECTIONS, ReportSection, ReportTemplate, SiteTexts};
pub use slug::Slug;
pub use synonyms::SynonymTable;
pub use text::LocalisedText;
pub use theme::Theme;
