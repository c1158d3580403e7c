//! Which columns the tables for staff have.

use domain::{EntityKind, Language};

use super::super::columns::{Column, Shape, actor_columns};

/// The kinds that have a table, in the order in which they can be read.
pub const STAFF_TABLES: [EntityKind; 5] =
    [EntityKind::Actor, EntityKind::Offer, EntityKind::Event, EntityKind::Project, EntityKind::Link];

/// What the sheet of a kind is called in a workbook.
pub const fn sheet_of_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Offer => "offers",
        EntityKind::Event => "events",
        EntityKind::Project => "projects",
        EntityKind::Link => "links",
        _ => "actors",
    }
}

/// A column of a table for staff.
#[derive(Clone, Debug)]
pub(super) struct StaffColumn {
    pub(super) column: Column,
    /// Whether there is one for each language.
    pub(super) is_localised: bool,
}

/// A field: what it is called, where it stands in an entry, how its cells are read.
type Field = (&'static str, &'static [&'static str], Shape);

/// In these fields stands a text for each language.
const LOCALISED: &[&str] = &["title", "summary", "description", "cost", "registration", "exclusions", "documents"];

const OFFER: &[Field] = &[
    ("id", &["id"], Shape::Text),
    ("actor", &["actor"], Shape::Text),
    ("status", &["status"], Shape::Text),
    ("kind", &["kind"], Shape::Text),
    ("title", &["title"], Shape::Text),
    ("themes", &["themes"], Shape::List),
    ("languages", &["languages"], Shape::List),
    ("targetGroups", &["targetGroups"], Shape::List),
    ("minimumAge", &["minimumAge"], Shape::Number),
    ("maximumAge", &["maximumAge"], Shape::Number),
    ("schedule", &["schedule"], Shape::Text),
    ("street", &["place", "street"], Shape::Text),
    ("postcode", &["place", "postcode"], Shape::Text),
    ("city", &["place", "city"], Shape::Text),
    ("addressExtra", &["place", "extra"], Shape::Text),
    ("validFrom", &["validFrom"], Shape::Day),
    ("validUntil", &["validUntil"], Shape::Day),
    ("availability", &["availability"], Shape::Text),
    ("freePlaces", &["freePlaces"], Shape::Number),
    ("availabilityUntil", &["availabilityUntil"], Shape::Day),
    ("registrationMethods", &["registrationMethods"], Shape::List),
    ("registrationUrl", &["registrationUrl"], Shape::Text),
    ("exclusions", &["exclusions"], Shape::Text),
    ("documents", &["documents"], Shape::Text),
    ("cost", &["cost"], Shape::Text),
    ("registration", &["registration"], Shape::Text),
    ("description", &["description"], Shape::Text),
];

const EVENT: &[Field] = &[
    ("id", &["id"], Shape::Text),
    ("actor", &["actor"], Shape::Text),
    ("coHosts", &["coHosts"], Shape::List),
    ("status", &["status"], Shape::Text),
    ("title", &["title"], Shape::Text),
    ("startsAt", &["startsAt"], Shape::Text),
    ("endsAt", &["endsAt"], Shape::Text),
    ("allDay", &["allDay"], Shape::Flag),
    ("cancelled", &["cancelled"], Shape::Flag),
    ("recurrence", &["recurrence"], Shape::Text),
    ("excludedDates", &["excludedDates"], Shape::List),
    ("themes", &["themes"], Shape::List),
    ("languages", &["languages"], Shape::List),
    ("targetGroups", &["targetGroups"], Shape::List),
    ("street", &["place", "street"], Shape::Text),
    ("postcode", &["place", "postcode"], Shape::Text),
    ("city", &["place", "city"], Shape::Text),
    ("addressExtra", &["place", "extra"], Shape::Text),
    ("website", &["website"], Shape::Text),
    ("registrationUrl", &["registrationUrl"], Shape::Text),
    ("description", &["description"], Shape::Text),
];

const PROJECT: &[Field] = &[
    ("id", &["id"], Shape::Text),
    ("actors", &["actors"], Shape::List),
    ("status", &["status"], Shape::Text),
    ("title", &["title"], Shape::Text),
    ("themes", &["themes"], Shape::List),
    ("districts", &["districts"], Shape::List),
    ("since", &["since"], Shape::Day),
    ("until", &["until"], Shape::Day),
    ("funding", &["funding"], Shape::Text),
    ("website", &["website"], Shape::Text),
    ("description", &["description"], Shape::Text),
];

const LINK: &[Field] = &[
    ("id", &["id"], Shape::Text),
    ("from", &["from"], Shape::Text),
    ("to", &["to"], Shape::Text),
    ("kind", &["kind"], Shape::Text),
    ("status", &["status"], Shape::Text),
    ("confirmedByFrom", &["confirmations", "from"], Shape::Day),
    ("confirmedByTo", &["confirmations", "to"], Shape::Day),
    ("themes", &["themes"], Shape::List),
    ("districts", &["districts"], Shape::List),
    ("since", &["since"], Shape::Day),
    ("until", &["until"], Shape::Day),
    ("basis", &["basis"], Shape::Text),
    ("source", &["source"], Shape::Text),
    ("publicNote", &["publicNote"], Shape::Text),
    ("internalNote", &["internalNote"], Shape::Text),
];

/// The columns of the table of a kind.
pub(super) fn columns(kind: EntityKind) -> Vec<StaffColumn> {
    let fields = match kind {
        EntityKind::Offer => OFFER,
        EntityKind::Event => EVENT,
        EntityKind::Project => PROJECT,
        EntityKind::Link => LINK,
        _ => {
            let is_localised = |column: &Column| LOCALISED.contains(&column.name.as_str());
            let columns = actor_columns().into_iter();
            return columns.map(|column| StaffColumn { is_localised: is_localised(&column), column }).collect();
        }
    };
    let column = |(name, path, shape): &Field| Column {
        name: (*name).to_owned(),
        path: path.iter().map(ToString::to_string).collect(),
        shape: *shape,
    };
    let columns =
        fields.iter().map(|field| StaffColumn { column: column(field), is_localised: LOCALISED.contains(&field.0) });
    columns.collect()
}

/// The column of a heading.
pub(super) fn find_column(kind: EntityKind, heading: &str) -> Option<StaffColumn> {
    let (root, language) = heading.split_once('.').map_or((heading, None), |(root, tag)| (root, Some(tag)));
    let found = columns(kind).into_iter().find(|it| it.column.name == root && it.is_localised == language.is_some())?;
    match language {
        None => Some(found),
        Some(tag) => Some(found.in_language(&tag.parse::<Language>().ok()?.to_string())),
    }
}

impl StaffColumn {
    /// The column of one language.
    pub(super) fn in_language(&self, tag: &str) -> Self {
        let mut path = self.column.path.clone();
        path.push(tag.to_owned());
        let column = Column { name: format!("{}.{tag}", self.column.name), path, shape: self.column.shape };
        Self { column, is_localised: false }
    }
}
