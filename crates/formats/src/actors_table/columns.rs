//! The columns of a table of actors: which there are, what they are called, and which of them the table at hand has.

mod neighbours;
mod recognition;
mod written;

use std::sync::Arc;

use domain::{Language, district::DistrictLevel};

pub(super) use self::neighbours::{give_contacts_to_any, give_contacts_to_persons};
pub(super) use self::recognition::{heading_parts, is_curated_heading, is_of_name, is_of_person, known_fields};
pub(super) use self::written::actor_columns;
pub(crate) use self::written::{Written, written_columns};
use self::{
    neighbours::{
        name_beside_forms, name_by_kind, name_by_part, read_coordinates, read_house_numbers, read_numbered_names,
    },
    recognition::recognise,
};
use super::{
    TableError,
    contacts::ContactKind,
    lexicon::CellVocabulary,
    mapping::{ColumnMapping, target},
    plain,
    understanding::{ColumnSummary, ColumnUse},
};
use crate::problem::Headers;

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellShape {
    Text,
    List,
    Flag,
    Degrees,
    Number,
    Day,
}

/// Every column, with the field it fills, how its cells are read, and its German names, the first of
/// which is the usual one.
const COLUMNS: &[(&str, &[&str], CellShape, &[&str])] = &[
    ("id", &["id"], CellShape::Text, &["ID"]),
    ("type", &["type"], CellShape::Text, &["Typ"]),
    ("slug", &["slug"], CellShape::Text, &["Kurzname"]),
    ("formerSlugs", &["formerSlugs"], CellShape::List, &["Frühere Kurznamen"]),
    ("status", &["status"], CellShape::Text, &["Status"]),
    ("kind", &["kind"], CellShape::Text, &["Art"]),
    ("name", &["name"], CellShape::Text, &["Name"]),
    ("alternativeNames", &["alternativeNames"], CellShape::List, &["Weitere Namen", "Andere Namen"]),
    ("legalForm", &["legalForm"], CellShape::Text, &["Rechtsform"]),
    ("street", &["address", "street"], CellShape::Text, &["Straße", "Straße und Hausnummer"]),
    ("postcode", &["address", "postcode"], CellShape::Text, &["PLZ", "Postleitzahl"]),
    ("city", &["address", "city"], CellShape::Text, &["Ort", "Stadt"]),
    ("addressExtra", &["address", "extra"], CellShape::Text, &["Adresszusatz"]),
    ("longitude", &["location", "longitude"], CellShape::Degrees, &["Längengrad"]),
    ("latitude", &["location", "latitude"], CellShape::Degrees, &["Breitengrad"]),
    ("precision", &["location", "precision"], CellShape::Text, &["Genauigkeit"]),
    ("coarsened", &["coarsened"], CellShape::Flag, &["Vergröbert"]),
    ("basedIn", &["basedIn"], CellShape::Text, &["Ortsteil", "Sitz in"]),
    ("activeIn", &["activeIn"], CellShape::List, &["Tätig in", "Aktiv in"]),
    ("themes", &["themes"], CellShape::List, &["Themen"]),
    ("languages", &["languages"], CellShape::List, &["Sprachen"]),
    ("targetGroups", &["targetGroups"], CellShape::List, &["Zielgruppen"]),
    ("website", &["website"], CellShape::Text, &["Website", "Webseite", "Internetseite"]),
    ("email", &["email"], CellShape::Text, &["E-Mail"]),
    ("phone", &["phone"], CellShape::Text, &["Telefon", "Telefonnummer"]),
    ("socialLinks", &["socialLinks"], CellShape::List, &["Soziale Medien"]),
    ("openingHours", &["openingHours"], CellShape::Text, &["Öffnungszeiten"]),
    ("byAppointment", &["byAppointment"], CellShape::Flag, &["Nach Vereinbarung"]),
    ("freeOfCharge", &["freeOfCharge"], CellShape::Flag, &["Kostenlos"]),
    ("confidential", &["confidential"], CellShape::Flag, &["Vertraulich"]),
    ("wheelchair", &["wheelchair"], CellShape::Text, &["Rollstuhl", "Rollstuhlgerecht"]),
    ("accessibility", &["accessibility"], CellShape::List, &["Hilfen zur Barrierefreiheit"]),
    ("opennessOn", &["openness", "on"], CellShape::Day, &["Stand der Öffnung"]),
    ("counterLanguages", &["openness", "languages"], CellShape::List, &["Sprachen am Schalter"]),
    ("interpreters", &["openness", "interpreters"], CellShape::Flag, &["Dolmetschende"]),
    ("associationContact", &["openness", "contact"], CellShape::Text, &["Ansprechstelle für Vereine"]),
    ("staffTrainingOn", &["openness", "trainingOn"], CellShape::Day, &["Interkulturelle Fortbildung am"]),
    ("declaration", &["openness", "declaration"], CellShape::Text, &["Selbsterklärung"]),
    ("registerNumber", &["identifiers", "register"], CellShape::Text, &["Registernummer"]),
    ("osm", &["identifiers", "osm"], CellShape::Text, &["OpenStreetMap"]),
    ("wikidata", &["identifiers", "wikidata"], CellShape::Text, &["Wikidata"]),
    ("verifiedOn", &["verifiedOn"], CellShape::Day, &["Bestätigt am"]),
    ("verifiedBy", &["verifiedBy"], CellShape::Text, &["Bestätigt von"]),
];

/// Columns that exist once per language, such as `summary.tr`, with their German names.
const LOCALISED: &[(&str, &str)] = &[("summary", "Kurzbeschreibung"), ("description", "Beschreibung")];

/// The names of the columns that do not depend on a language, in English and German.
#[cfg(test)]
pub(crate) fn column_names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().flat_map(|(name, _, _, german)| std::iter::once(*name).chain(german.iter().copied()))
}

/// The names of all columns, as a refusal lists them.
pub(super) fn allowed_fields() -> String {
    let mut names: Vec<String> = COLUMNS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    names.extend(LOCALISED.iter().map(|(name, _)| format!("{name}.de (.tr, …)")));
    names.extend(
        [
            "houseNumber",
            "areaCode",
            "phoneExtension",
            "latitude+longitude",
            "person",
            "person:givenName",
            "person:familyName",
            "person:role",
            "person:phone",
            "person:email",
            "note",
        ]
        .map(ToOwned::to_owned),
    );
    names.join(", ")
}

/// A column of the table at hand.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its own name, such as `summary.tr`.
    pub(super) name: String,
    /// The field it fills.
    pub(super) path: Vec<String>,
    pub(super) shape: CellShape,
}

/// What the cells of a column are for.
#[derive(Clone, Debug)]
pub(super) enum ColumnTarget {
    /// One field.
    Field(Column),
    /// Street, postcode and town, or some of them.
    Address,
    /// Postcode and town.
    Town,
    /// A town, the district an actor is based in, or both, with a postcode or without.
    TownAndDistrict,
    /// The number behind the street of another column.
    HouseNumber,
    /// The district an actor is based in; of a borough and its quarter of one name, which is meant.
    District(DistrictLevel),
    /// Several sorts of contacts.
    Contacts(ContactKind),
    /// Persons, with whatever stands beside their names.
    Person,
    /// The given name of a person.
    GivenName,
    /// The family name of a person.
    FamilyName,
    /// What stands in front of the telephone number.
    AreaCode,
    /// What stands behind it.
    PhoneExtension,
    /// Latitude and longitude, in either order.
    Coordinates,
    /// What a person is there.
    PersonRole,
    /// How a person is reached.
    PersonPhone,
    PersonEmail,
    /// For staff only.
    Note,
}

impl ColumnTarget {
    /// The vocabulary that the values are of.
    /// Whether it holds coordinates.
    pub(super) fn is_of_degrees(&self) -> bool {
        match self {
            Self::Field(column) => column.shape == CellShape::Degrees,
            target => matches!(target, Self::Coordinates),
        }
    }

    /// Whether it is a name, a place or a contact: "ja" says that there is one, and not which.
    pub(super) fn names_something(&self) -> bool {
        match self {
            Self::Field(column) => column.path.first().is_some_and(|first| first == "address"),
            Self::Address | Self::Town | Self::TownAndDistrict | Self::HouseNumber | Self::Contacts(_) => true,
            Self::Person | Self::GivenName | Self::FamilyName => true,
            Self::PersonRole | Self::PersonPhone | Self::PersonEmail => true,
            _ => false,
        }
    }

    pub(super) fn vocabulary(&self) -> Option<CellVocabulary> {
        let Self::Field(column) = self else {
            return matches!(self, Self::District(_) | Self::TownAndDistrict).then_some(CellVocabulary::District);
        };
        Some(match column.name.as_str() {
            "type" => CellVocabulary::Type,
            "kind" => CellVocabulary::Kind,
            "status" => CellVocabulary::Status,
            "legalForm" => CellVocabulary::LegalForm,
            "activeIn" => CellVocabulary::District,
            "themes" => CellVocabulary::Theme,
            "languages" | "counterLanguages" => CellVocabulary::Language,
            "targetGroups" => CellVocabulary::TargetGroup,
            "wheelchair" => CellVocabulary::Wheelchair,
            "accessibility" => CellVocabulary::Accessibility,
            "precision" => CellVocabulary::Precision,
            "verifiedBy" => CellVocabulary::Role,
            _ => return None,
        })
    }
}

/// A column with its heading.
#[derive(Clone, Debug)]
pub(super) struct PlannedColumn {
    pub(super) heading: String,
    /// What it is for; `None` where it is passed over.
    pub(super) target: Option<ColumnTarget>,
    /// How that is known.
    pub(super) usage: ColumnUse,
    /// The fields, as a mapping names them.
    pub(super) fields: String,
    /// The column of the person whose contact or office it holds; of one of contacts, whose numbers may be that person's.
    pub(super) person: Option<usize>,
}

impl PlannedColumn {
    pub(super) fn is_name(&self) -> bool {
        matches!(&self.target, Some(ColumnTarget::Field(field)) if field.name == "name")
    }
}

/// The columns of the table at hand.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// In the order of the table; those with an empty heading are nobody's.
    pub(super) list: Vec<PlannedColumn>,
    /// What the table calls them, where that is something else.
    pub(super) headers: Arc<Headers>,
}

impl Columns {
    /// Reads the header row.
    ///
    /// # Errors
    /// [`TableError::UnknownHeadings`] where the mapping names columns that the table does not have, and
    /// [`TableError::MissingName`] where no column holds names.
    pub(super) fn read(
        line: u64,
        headings: &[String],
        mapping: &ColumnMapping,
        may_lack_names: bool,
    ) -> Result<Self, TableError> {
        let mut headings: Vec<&str> = headings.iter().map(|heading| heading.trim()).collect();
        while headings.last().is_some_and(|heading| heading.is_empty()) {
            // Spreadsheets keep columns that were used once.
            headings.pop();
        }
        let absent = mapping.absent_from(&headings);
        if !absent.is_empty() {
            let there = headings.iter().filter(|heading| !heading.is_empty()).map(|it| (*it).to_owned()).collect();
            return Err(TableError::UnknownHeadings { line, given: absent, there });
        }
        let mut list: Vec<PlannedColumn> = headings.iter().map(|heading| plan(heading, mapping)).collect();
        read_house_numbers(&mut list, mapping);
        read_coordinates(&mut list);
        read_numbered_names(&mut list, mapping);
        give_contacts_to_persons(&mut list, mapping);
        name_beside_forms(&mut list, mapping);
        // An entry has one name: what a second column of names holds is asked.
        let names = list.iter_mut().filter(|column| column.is_name()).skip(1);
        for column in names.filter(|column| mapping.fields(&column.heading).is_none()) {
            (column.target, column.usage) = (None, ColumnUse::Unknown);
            column.fields.clear();
        }
        name_by_part(&mut list);
        name_by_kind(&mut list, mapping);
        if !may_lack_names && !list.iter().any(PlannedColumn::is_name) {
            let headings = headings.into_iter().filter(|heading| !heading.is_empty()).map(shorten).collect();
            return Err(TableError::MissingName { line, headings });
        }
        let mut headers = Headers::new();
        for column in list.iter().filter(|column| column.target.is_some()) {
            for field in column.fields.split('+') {
                let field = field.split(':').next().unwrap_or(field);
                if field != column.heading {
                    headers.entry(field.to_owned()).or_insert_with(|| column.heading.clone());
                }
            }
        }
        Ok(Self { headers: Arc::new(headers), list })
    }

    /// Whether a column of the table fills a field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.list.iter().any(|column| matches!(&column.target, Some(ColumnTarget::Field(field)) if field.name == name))
    }

    /// Whether a column holds names.
    pub(super) fn is_name(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(PlannedColumn::is_name)
    }

    /// The columns as the summary begins.
    pub(super) fn summaries(&self) -> Vec<ColumnSummary> {
        let summary = |column: &PlannedColumn| ColumnSummary {
            heading: shorten(&column.heading),
            usage: column.usage,
            fields: column.fields.clone(),
            filled: 0,
            says_nothing: 0,
            examples: Vec::new(),
        };
        self.list.iter().map(summary).collect()
    }
}

fn shorten(heading: &str) -> String {
    heading.chars().take(60).collect()
}

/// What a column of a field is for.
pub(super) fn value_target(field: &str) -> Option<ColumnTarget> {
    target(field)
}

/// The path of a field that a mapping names, as entries have it; `None` for what is no field of theirs.
pub(super) fn value_field(field: &str) -> Option<String> {
    column(field).map(|column| column.path.join("."))
}

/// How many of some headings are known.
pub(super) fn count_known<'a>(headings: impl Iterator<Item = &'a str>, mapping: &ColumnMapping) -> usize {
    headings.filter(|heading| !heading.is_empty() && plan(heading, mapping).usage != ColumnUse::Unknown).count()
}

fn plan(heading: &str, mapping: &ColumnMapping) -> PlannedColumn {
    let with = |fields: &str, usage| {
        let target = target(fields);
        PlannedColumn { heading: heading.to_owned(), target, usage, fields: fields.to_owned(), person: None }
    };
    if let Some(fields) = mapping.fields(heading) {
        return with(fields, if fields.is_empty() { ColumnUse::Ignored } else { ColumnUse::Mapped });
    }
    match recognise(heading) {
        Some(fields) if fields == "skip" => with("", ColumnUse::Ignored),
        Some(fields) => with(&fields, ColumnUse::Recognised),
        None => with("", ColumnUse::Unknown),
    }
}

/// The column of a heading that is the name of a field.
pub(super) fn column(header: &str) -> Option<Column> {
    let (root, language) = header.split_once('.').map_or((header, None), |(root, tag)| (root, Some(tag)));
    let wanted = plain(root);
    let localised = LOCALISED.iter().find(|(name, german)| plain(name) == wanted || plain(german) == wanted);
    if let Some((field, german)) = localised {
        let language: Language = match language.filter(|language| !language.trim().is_empty()) {
            Some(language) => language.trim().parse().ok()?,
            // A German header without a language is over German text; an English one is asked for.
            None if plain(german) == wanted => "de".parse().ok()?,
            None => return None,
        };
        let path = vec![(*field).to_owned(), language.to_string()];
        return Some(Column { name: path.join("."), path, shape: CellShape::Text });
    }
    let wanted = plain(header);
    let (name, path, shape, _) =
        COLUMNS.iter().find(|(name, _, _, german)| spellings(name, german).any(|known| known == wanted))?;
    let path = path.iter().map(ToString::to_string).collect();
    Some(Column { name: (*name).to_owned(), path, shape: *shape })
}

fn spellings<'a>(name: &'a str, german: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
    std::iter::once(name).chain(german.iter().copied()).map(plain)
}

#[cfg(test)]
mod tests;
