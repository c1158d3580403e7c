//! Which column holds what, where its heading does not say it: `Straße und Nr.=street+houseNumber`.

use std::collections::{BTreeSet, HashMap};

use domain::district::DistrictLevel;
use messages::{Message, error_by_message};

use super::{
    columns::{ColumnTarget, allowed_fields, column},
    contacts::ContactKind,
    plain,
};

/// What columns hold, by their headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMapping {
    /// By bare heading: the heading as it was written, and the fields; none where it is passed over.
    columns: HashMap<String, (String, String)>,
}

/// A text maps no column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseMappingError {
    /// It has another form.
    Form(String),
    /// The fields do not exist, or not in one column.
    Fields(String),
}

impl ParseMappingError {
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Form(given) => Message::new("table-mapping-form").quote("given", given),
            Self::Fields(given) => {
                Message::new("table-mapping-fields").quote("given", given).with("allowed", allowed_fields())
            }
        }
    }
}

error_by_message!(ParseMappingError);

impl ColumnMapping {
    /// Adds the mapping of a column, such as `Straße und Nr.=street+houseNumber`.
    ///
    /// # Errors
    /// [`ParseMappingError`].
    pub fn add(&mut self, text: &str) -> Result<(), ParseMappingError> {
        let given = || text.chars().take(80).collect();
        let (heading, fields) = text.rsplit_once('=').ok_or_else(|| ParseMappingError::Form(given()))?;
        let (heading, fields) = (heading.trim(), fields.trim());
        if heading.is_empty() {
            return Err(ParseMappingError::Form(given()));
        }
        if !fields.is_empty() && target(fields).is_none() {
            return Err(ParseMappingError::Fields(fields.chars().take(80).collect()));
        }
        self.columns.insert(key(heading), (heading.to_owned(), fields.to_owned()));
        Ok(())
    }

    /// Passes over a column.
    pub fn ignore(&mut self, heading: &str) {
        self.columns.insert(key(heading), (heading.trim().to_owned(), String::new()));
    }

    /// Adds the mappings of a file, one a line; what follows a `#` at the beginning of a line is for people.
    ///
    /// # Errors
    /// [`ParseMappingError`].
    pub fn add_lines(&mut self, text: &str) -> Result<(), ParseMappingError> {
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).try_for_each(|line| self.add(line))
    }

    /// The fields of a column, empty where it is passed over; `None` where nothing is said of it.
    pub(super) fn fields(&self, heading: &str) -> Option<&str> {
        self.columns.get(&key(heading)).map(|(_, fields)| fields.as_str())
    }

    /// The headings of the mapping that a table does not have.
    pub(super) fn absent_from(&self, headings: &[&str]) -> Vec<String> {
        let there: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
        let mut absent: Vec<String> = self
            .columns
            .iter()
            .filter(|(key, _)| !there.contains(key))
            .map(|(_, (heading, _))| heading.clone())
            .collect();
        absent.sort();
        absent
    }

    /// The mappings as they would be written, in their order.
    pub fn lines(&self) -> Vec<String> {
        let mut written: Vec<String> =
            self.columns.values().map(|(heading, fields)| format!("{heading}={fields}")).collect();
        written.sort();
        written
    }
}

/// Letters and digits; of a heading without any what it is. "column E" is "Spalte E".
fn key(heading: &str) -> String {
    let letter = heading.trim().strip_prefix("column ").or_else(|| heading.trim().strip_prefix("Column "));
    let bare = letter.map_or_else(|| plain(heading), |letter| plain(&format!("Spalte {letter}")));
    if bare.is_empty() { heading.trim().to_owned() } else { bare }
}

/// What fields joined by `+` make of a column; `None` where they cannot be in one.
pub(super) fn target(fields: &str) -> Option<ColumnTarget> {
    let names: BTreeSet<&str> = fields.split('+').map(str::trim).filter(|name| !name.is_empty()).collect();
    let all_of = |allowed: &[&str]| !names.is_empty() && names.iter().all(|name| allowed.contains(name));
    let single = |name: &str| Some(ColumnTarget::Field(column(name)?));
    if names.len() == 1 {
        return match *names.first()? {
            "houseNumber" => Some(ColumnTarget::HouseNumber),
            "basedIn" | "basedIn:quarter" => Some(ColumnTarget::District(DistrictLevel::Quarter)),
            "basedIn:borough" => Some(ColumnTarget::District(DistrictLevel::Borough)),
            "phone" => Some(ColumnTarget::Contacts(ContactKind::Phone)),
            "email" => Some(ColumnTarget::Contacts(ContactKind::Email)),
            "website" => Some(ColumnTarget::Contacts(ContactKind::Website)),
            "areaCode" => Some(ColumnTarget::AreaCode),
            "phoneExtension" => Some(ColumnTarget::PhoneExtension),
            "person" => Some(ColumnTarget::Person),
            "person:givenName" => Some(ColumnTarget::GivenName),
            "person:familyName" => Some(ColumnTarget::FamilyName),
            "person:role" => Some(ColumnTarget::PersonRole),
            "person:phone" => Some(ColumnTarget::PersonPhone),
            "person:email" => Some(ColumnTarget::PersonEmail),
            "note" => Some(ColumnTarget::Note),
            name => single(name),
        };
    }
    match () {
        () if all_of(&["street", "houseNumber"]) => single("street"),
        () if all_of(&["latitude", "longitude"]) => Some(ColumnTarget::Coordinates),
        () if all_of(&["postcode", "city", "basedIn", "basedIn:borough"])
            && (names.contains("postcode") || names.contains("city")) =>
        {
            let has_district = names.iter().any(|name| name.starts_with("basedIn"));
            Some(if has_district { ColumnTarget::TownAndDistrict } else { ColumnTarget::Town })
        }
        () if all_of(&["street", "houseNumber", "postcode", "city", "addressExtra", "basedIn", "basedIn:borough"])
            && (names.contains("street") || !names.iter().any(|name| name.starts_with("basedIn"))) =>
        {
            Some(ColumnTarget::Address)
        }
        () if all_of(&["name", "legalForm", "alternativeNames"]) && names.contains("name") => single("name"),
        () if all_of(&["openingHours", "byAppointment"]) => single("openingHours"),
        () if all_of(&["basedIn", "activeIn"]) => Some(ColumnTarget::District(DistrictLevel::Quarter)),
        () if all_of(&["phone", "email", "website", "socialLinks"]) => Some(ColumnTarget::Contacts(ContactKind::Any)),
        () if all_of(&["person", "person:role", "person:phone", "person:email", "phone", "email"])
            && names.contains("person") =>
        {
            Some(ColumnTarget::Person)
        }
        () => None,
    }
}
