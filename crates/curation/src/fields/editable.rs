//! The fields of each entity. To add a field, add a line: in tests, an entry that says something in a
//! field without a line is refused by an assertion where its fields are read.

use domain::{
    Actor, ActorId, ContactPerson, CooperationLink, District, Event, LifeStatus, Offer, Project, Theme,
    record::EntityKind,
};
use serde_json::{Value, json};

use super::{
    definition::{Access, Branch, Editable, FieldDefinition, FieldShape, Impersonal},
    form::Form,
};
use crate::placement::TreePosition;
use Access::{AtFirst, Kept, Optional, Required};
use EntityKind as Kind;

const ADDRESS: &[&str] = &["street", "postcode", "city", "extra"];
const OPENNESS: &[&str] = &["on", "languages", "interpreters", "contact", "trainingOn", "declaration"];
const IDENTIFIERS: &[&str] = &["register", "osm", "wikidata"];
const PERSONAL: &[&str] = &["value", "visibility"];
/// An id that nothing has, for what must name something before it is said what.
const NOTHING: &str = "00000000-0000-0000-0000-000000000000";

macro_rules! fields {
    ($($name:literal $shape:ident $(($($of:expr),+))? $access:ident,)+) => {
        &[$(FieldDefinition { name: $name, shape: FieldShape::$shape $(($($of),+))?, access: $access }),+]
    };
}

impl Editable for Actor {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "name" Value(Form::Line) Required,
        "alternativeNames" Values(Form::Line) Optional,
        "kind" Value(Form::ActorKind) Required,
        "legalForm" Value(Form::Legal) Optional,
        "slug" Value(Form::Slug) Optional,
        "formerSlugs" Values(Form::Kept) Kept,
        "status" Value(Form::Kept) Kept,
        "verification" Value(Form::Kept) Kept,
        "summary" Text Optional,
        "description" Text Optional,
        "address" Parts(ADDRESS, Form::Address) Optional,
        "location" Value(Form::Place) Optional,
        "basedIn" One(Kind::District) Optional,
        "activeIn" Many(Kind::District) Optional,
        "themes" Many(Kind::Theme) Optional,
        "languages" Values(Form::Language) Optional,
        "targetGroups" Values(Form::TargetGroup) Optional,
        "website" Value(Form::WebAddress) Optional,
        "email" Value(Form::EmailAddress) Optional,
        "phone" Value(Form::PhoneNumber) Optional,
        "socialLinks" Values(Form::WebAddress) Optional,
        "openingHours" Value(Form::OpeningHours) Optional,
        "byAppointment" Value(Form::YesNo) Optional,
        "freeOfCharge" Value(Form::YesNo) Optional,
        "confidential" Value(Form::YesNo) Optional,
        "wheelchair" Value(Form::Wheelchair) Optional,
        "accessibility" Values(Form::Accessibility) Optional,
        "openness" Parts(OPENNESS, Form::Openness) Optional,
        "identifiers" Parts(IDENTIFIERS, Form::Identifiers) Optional,
    };

    fn blank() -> Value {
        json!({ "name": "-", "kind": { "type": "organisation", "kind": "other" }, "slug": "new",
                "status": "draft" })
    }

    fn actor(&self) -> Option<&Actor> {
        Some(self)
    }

    fn owners(&self) -> Vec<ActorId> {
        // An actor is its own, but does not know its id: whoever asks adds it.
        Vec::new()
    }

    fn is_public(&self) -> bool {
        self.status == LifeStatus::Published
    }
}

impl Editable for Offer {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "actor" One(Kind::Actor) Required,
        "kind" Value(Form::OfferKind) Required,
        "status" Value(Form::Kept) Kept,
        "title" Text Required,
        "description" Text Optional,
        "themes" Many(Kind::Theme) Optional,
        "languages" Values(Form::Language) Optional,
        "targetGroups" Values(Form::TargetGroup) Optional,
        "minimumAge" Value(Form::Age) Optional,
        "maximumAge" Value(Form::Age) Optional,
        "exclusions" Text Optional,
        "documents" Text Optional,
        "schedule" Value(Form::OpeningHours) Optional,
        "cost" Text Optional,
        "registrationMethods" Values(Form::RegistrationMethod) Optional,
        "registration" Text Optional,
        "registrationUrl" Value(Form::WebAddress) Optional,
        "place" Parts(ADDRESS, Form::Address) Optional,
        "validFrom" Value(Form::Date) Optional,
        "validUntil" Value(Form::Date) Optional,
        "availability" Value(Form::Availability) Optional,
        "freePlaces" Value(Form::FreePlaces) Optional,
        "availabilityUntil" Value(Form::AvailabilityEnd) Optional,
    };

    fn blank() -> Value {
        json!({ "actor": NOTHING, "kind": "service", "status": "draft", "title": {} })
    }

    fn owners(&self) -> Vec<ActorId> {
        vec![self.actor]
    }

    fn is_public(&self) -> bool {
        self.status == LifeStatus::Published
    }
}

impl Editable for Event {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "hosts" Many(Kind::Actor) Required,
        "status" Value(Form::Kept) Kept,
        "title" Text Required,
        "description" Text Optional,
        "startsAt" Value(Form::Time) Required,
        "endsAt" Value(Form::Time) Optional,
        "allDay" Value(Form::YesNo) Optional,
        "cancelled" Value(Form::YesNo) Optional,
        "recurrence" Value(Form::Recurrence) Optional,
        "excludedDates" Values(Form::Date) Optional,
        "themes" Many(Kind::Theme) Optional,
        "languages" Values(Form::Language) Optional,
        "targetGroups" Values(Form::TargetGroup) Optional,
        "place" Parts(ADDRESS, Form::Address) Optional,
        "website" Value(Form::WebAddress) Optional,
        "registrationUrl" Value(Form::WebAddress) Optional,
    };

    fn blank() -> Value {
        json!({ "hosts": [], "status": "draft", "title": {}, "starts_at": "2000-01-01T00:00:00" })
    }

    fn owners(&self) -> Vec<ActorId> {
        self.hosts.to_vec()
    }

    fn is_public(&self) -> bool {
        self.status == LifeStatus::Published
    }
}

impl Editable for Project {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "actors" Many(Kind::Actor) Required,
        "status" Value(Form::Kept) Kept,
        "title" Text Required,
        "description" Text Optional,
        "themes" Many(Kind::Theme) Optional,
        "districts" Many(Kind::District) Optional,
        "since" Value(Form::Date) Optional,
        "until" Value(Form::Date) Optional,
        "funding" Value(Form::Line) Optional,
        "website" Value(Form::WebAddress) Optional,
    };

    fn blank() -> Value {
        json!({ "actors": [], "status": "draft", "title": {} })
    }

    fn owners(&self) -> Vec<ActorId> {
        self.actors.to_vec()
    }

    fn is_public(&self) -> bool {
        self.status == LifeStatus::Published
    }
}

impl Editable for CooperationLink {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "from" One(Kind::Actor) AtFirst,
        "to" One(Kind::Actor) AtFirst,
        "kind" Value(Form::LinkKind) AtFirst,
        "status" Value(Form::Kept) Kept,
        "confirmations" Value(Form::Kept) Kept,
        "themes" Many(Kind::Theme) Optional,
        "districts" Many(Kind::District) Optional,
        "since" Value(Form::Date) Optional,
        "until" Value(Form::Date) Optional,
        "basis" Value(Form::LinkBasis) Optional,
        "source" Value(Form::Line) Optional,
        "publicNote" Value(Form::Line) Optional,
        "internalNote" Value(Form::Line) Optional,
    };

    fn blank() -> Value {
        json!({ "from": NOTHING, "to": "00000000-0000-0000-0000-000000000001", "kind": "cooperates_with",
                "status": "proposed" })
    }

    fn owners(&self) -> Vec<ActorId> {
        vec![self.from, self.to]
    }

    fn is_public(&self) -> bool {
        self.status.is_public()
    }
}

impl Editable for District {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "name" Text Required,
        "alternativeNames" Values(Form::Line) Optional,
        "slug" Value(Form::Slug) Optional,
        "formerSlugs" Values(Form::Kept) Kept,
        "level" Value(Form::DistrictLevel) Required,
        "parent" One(Kind::District) Optional,
        "position" Value(Form::Number) Optional,
        "centre" Value(Form::Position) Optional,
        "boundary" Value(Form::Boundary) Optional,
        "boundarySource" Value(Form::Line) Optional,
        "replacedBy" One(Kind::District) Kept,
    };

    fn blank() -> Value {
        json!({ "slug": "new", "level": "quarter", "name": {} })
    }

    fn district(&self) -> Option<&District> {
        Some(self)
    }

    fn place(&self) -> TreePosition {
        TreePosition::District { parent: self.parent, level: self.level }
    }

    fn owners(&self) -> Vec<ActorId> {
        Vec::new()
    }

    fn is_public(&self) -> bool {
        true
    }
}

impl Editable for Theme {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "label" Text Required,
        "alternativeLabels" Values(Form::Line) Optional,
        "slug" Value(Form::Slug) Optional,
        "formerSlugs" Values(Form::Kept) Kept,
        "parent" One(Kind::Theme) Optional,
        "fieldsOfAction" Values(Form::FieldOfAction) Required,
        "position" Value(Form::Number) Optional,
        "replacedBy" One(Kind::Theme) Kept,
    };

    fn blank() -> Value {
        json!({ "slug": "new", "label": {}, "fields_of_action": [] })
    }

    fn place(&self) -> TreePosition {
        TreePosition::Theme { parent: self.parent }
    }

    fn owners(&self) -> Vec<ActorId> {
        Vec::new()
    }

    fn is_public(&self) -> bool {
        true
    }
}

impl Editable for ContactPerson {
    const FIELDS: &'static [FieldDefinition] = fields! {
        "actor" One(Kind::Actor) AtFirst,
        "name" Parts(PERSONAL, Form::Person) Optional,
        "role" Parts(PERSONAL, Form::Person) Optional,
        "phone" Parts(PERSONAL, Form::Person) Optional,
        "email" Parts(PERSONAL, Form::Person) Optional,
    };

    fn blank() -> Value {
        json!({ "actor": NOTHING })
    }

    fn owners(&self) -> Vec<ActorId> {
        vec![self.actor]
    }

    fn is_public(&self) -> bool {
        false
    }
}

impl Impersonal for Actor {}
impl Impersonal for Offer {}
impl Impersonal for Event {}
impl Impersonal for Project {}
impl Impersonal for CooperationLink {}
impl Impersonal for District {}
impl Impersonal for Theme {}

impl Branch for District {
    fn replacement(&self) -> Option<Self::Id> {
        self.replaced_by
    }

    fn position(&self) -> u32 {
        self.position
    }
}

impl Branch for Theme {
    fn replacement(&self) -> Option<Self::Id> {
        self.replaced_by
    }

    fn position(&self) -> u32 {
        self.position
    }
}
