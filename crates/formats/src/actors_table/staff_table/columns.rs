//! Which columns the tables for staff have.

use domain::{EntityKind, Language};

use super::super::columns::{CellShape, Column, actor_columns};

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
type Field = (&'static str, &'static [&'static str], CellShape);

/// In these fields stands a text for each language.
const LOCALISED: &[&str] = &["title", "summary", "description", "cost", "registration", "exclusions", "documents"];

const OFFER: &[Field] = &[
    ("id", &["id"], CellShape::Text),
    ("actor", &["actor"], CellShape::Text),
    ("status", &["status"], CellShape::Text),
    ("kind", &["kind"], CellShape::Text),
    ("title", &["title"], CellShape::Text),
    ("themes", &["themes"], CellShape::List),
    ("languages", &["languages"], CellShape::List),
    ("targetGroups", &["targetGroups"], CellShape::List),
    ("minimumAge", &["minimumAge"], CellShape::Number),
    ("maximumAge", &["maximumAge"], CellShape::Number),
    ("schedule", &["schedule"], CellShape::Text),
    ("street", &["place", "street"], CellShape::Text),
    ("postcode", &["place", "postcode"], CellShape::Text),
    ("city", &["place", "city"], CellShape::Text),
    ("addressExtra", &["place", "extra"], CellShape::Text),
    ("validFrom", &["validFrom"], CellShape::Day),
    ("validUntil", &["validUntil"], CellShape::Day),
    ("availability", &["availability"], CellShape::Text),
    ("freePlaces", &["freePlaces"], CellShape::Number),
    ("availabilityUntil", &["availabilityUntil"], CellShape::Day),
    ("registrationMethods", &["registrationMethods"], CellShape::List),
    ("registrationUrl", &["registrationUrl"], CellShape::Text),
    ("exclusions", &["exclusions"], CellShape::Text),
    ("documents", &["documents"], CellShape::Text),
    ("cost", &["cost"], CellShape::Text),
    ("registration", &["registration"], CellShape::Text),
    ("description", &["description"], CellShape::Text),
];

const EVENT: &[Field] = &[
    ("id", &["id"], CellShape::Text),
    ("actor", &["actor"], CellShape::Text),
    ("coHosts", &["coHosts"], CellShape::List),
    ("status", &["status"], CellShape::Text),
    ("title", &["title"], CellShape::Text),
    ("startsAt", &["startsAt"], CellShape::Text),
    ("endsAt", &["endsAt"], CellShape::Text),
    ("allDay", &["allDay"], CellShape::Flag),
    ("cancelled", &["cancelled"], CellShape::Flag),
    ("recurrence", &["recurrence"], CellShape::Text),
    ("excludedDates", &["excludedDates"], CellShape::List),
    ("themes", &["themes"], CellShape::List),
    ("languages", &["languages"], CellShape::List),
    ("targetGroups", &["targetGroups"], CellShape::List),
    ("street", &["place", "street"], CellShape::Text),
    ("postcode", &["place", "postcode"], CellShape::Text),
    ("city", &["place", "city"], CellShape::Text),
    ("addressExtra", &["place", "extra"], CellShape::Text),
    ("website", &["website"], CellShape::Text),
    ("registrationUrl", &["registrationUrl"], CellShape::Text),
    ("description", &["description"], CellShape::Text),
];

const PROJECT: &[Field] = &[
    ("id", &["id"], CellShape::Text),
    ("actors", &["actors"], CellShape::List),
    ("status", &["status"], CellShape::Text),
    ("title", &["title"], CellShape::Text),
    ("themes", &["themes"], CellShape::List),
    ("districts", &["districts"], CellShape::List),
    ("since", &["since"], CellShape::Day),
    ("until", &["until"], CellShape::Day),
    ("funding", &["funding"], CellShape::Text),
    ("website", &["website"], CellShape::Text),
    ("description", &["description"], CellShape::Text),
];

const LINK: &[Field] = &[
    ("id", &["id"], CellShape::Text),
    ("from", &["from"], CellShape::Text),
    ("to", &["to"], CellShape::Text),
    ("kind", &["kind"], CellShape::Text),
    ("status", &["status"], CellShape::Text),
    ("confirmedByFrom", &["confirmations", "from"], CellShape::Day),
    ("confirmedByTo", &["confirmations", "to"], CellShape::Day),
    ("themes", &["themes"], CellShape::List),
    ("districts", &["districts"], CellShape::List),
    ("since", &["since"], CellShape::Day),
    ("until", &["until"], CellShape::Day),
    ("basis", &["basis"], CellShape::Text),
    ("source", &["source"], CellShape::Text),
    ("publicNote", &["publicNote"], CellShape::Text),
    ("internalNote", &["internalNote"], CellShape::Text),
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
