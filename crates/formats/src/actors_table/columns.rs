//! The columns of a table of actors: which there are, what they are called in German, and which of
//! them the table at hand has.

use std::{collections::BTreeSet, sync::Arc};

use domain::Language;

use super::{TableError, words::plain};
use crate::{known::nearest, problem::Headers};

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    List,
    Flag,
    Degrees,
    Day,
}

/// Every column, with the field it fills, how its cells are read, and its German names, the first of
/// which is the usual one.
const COLUMNS: &[(&str, &[&str], Shape, &[&str])] = &[
    ("id", &["id"], Shape::Text, &["ID"]),
    ("type", &["type"], Shape::Text, &["Typ"]),
    ("slug", &["slug"], Shape::Text, &["Kurzname"]),
    ("formerSlugs", &["formerSlugs"], Shape::List, &["Frühere Kurznamen"]),
    ("status", &["status"], Shape::Text, &["Status"]),
    ("kind", &["kind"], Shape::Text, &["Art"]),
    ("name", &["name"], Shape::Text, &["Name"]),
    ("alternativeNames", &["alternativeNames"], Shape::List, &["Weitere Namen", "Andere Namen"]),
    ("legalForm", &["legalForm"], Shape::Text, &["Rechtsform"]),
    ("street", &["address", "street"], Shape::Text, &["Straße", "Straße und Hausnummer"]),
    ("postcode", &["address", "postcode"], Shape::Text, &["PLZ", "Postleitzahl"]),
    ("city", &["address", "city"], Shape::Text, &["Ort", "Stadt"]),
    ("addressExtra", &["address", "extra"], Shape::Text, &["Adresszusatz"]),
    ("longitude", &["location", "longitude"], Shape::Degrees, &["Längengrad"]),
    ("latitude", &["location", "latitude"], Shape::Degrees, &["Breitengrad"]),
    ("precision", &["location", "precision"], Shape::Text, &["Genauigkeit"]),
    ("basedIn", &["basedIn"], Shape::Text, &["Ortsteil", "Sitz in"]),
    ("activeIn", &["activeIn"], Shape::List, &["Tätig in", "Aktiv in"]),
    ("themes", &["themes"], Shape::List, &["Themen"]),
    ("languages", &["languages"], Shape::List, &["Sprachen"]),
    ("targetGroups", &["targetGroups"], Shape::List, &["Zielgruppen"]),
    ("website", &["website"], Shape::Text, &["Website", "Webseite", "Internetseite"]),
    ("email", &["email"], Shape::Text, &["E-Mail"]),
    ("phone", &["phone"], Shape::Text, &["Telefon", "Telefonnummer"]),
    ("socialLinks", &["socialLinks"], Shape::List, &["Soziale Medien"]),
    ("openingHours", &["openingHours"], Shape::Text, &["Öffnungszeiten"]),
    ("byAppointment", &["byAppointment"], Shape::Flag, &["Nach Vereinbarung"]),
    ("freeOfCharge", &["freeOfCharge"], Shape::Flag, &["Kostenlos"]),
    ("confidential", &["confidential"], Shape::Flag, &["Vertraulich"]),
    ("wheelchair", &["wheelchair"], Shape::Text, &["Rollstuhl", "Rollstuhlgerecht"]),
    ("verifiedOn", &["verifiedOn"], Shape::Day, &["Bestätigt am"]),
    ("verifiedBy", &["verifiedBy"], Shape::Text, &["Bestätigt von"]),
];

/// Columns that exist once per language, such as `summary.tr`, with their German names.
const LOCALISED: &[(&str, &str)] = &[("summary", "Kurzbeschreibung"), ("description", "Beschreibung")];

/// Columns without which no row can be an actor.
pub(super) const REQUIRED: &[&str] = &["type", "kind", "name"];

/// How headers begin under which tables keep persons, folded.
const PERSONS: &[&str] = &["ansprechp", "kontaktp", "contactp", "vorsitz", "vorstand", "chair"];

/// The names of the columns that do not depend on a language, in English and German.
#[cfg(test)]
pub(crate) fn column_names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().flat_map(|(name, _, _, german)| std::iter::once(*name).chain(german.iter().copied()))
}

/// The names of all columns, as a refusal lists them.
pub(super) fn allowed_columns() -> String {
    let mut names: Vec<String> = COLUMNS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    names.extend(LOCALISED.iter().map(|(name, _)| format!("{name}.de (.tr, …)")));
    names.join(", ")
}

/// A column of a table that is written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// Its name, such as `summary.tr`.
    pub(crate) name: String,
    /// The field that fills it.
    pub(crate) path: Vec<String>,
}

/// Every column, with one for each of these languages of the two texts.
pub(crate) fn written_columns(summaries: &BTreeSet<Language>, descriptions: &BTreeSet<Language>) -> Vec<Written> {
    let mut columns: Vec<Written> = Vec::new();
    for (name, path, ..) in COLUMNS {
        columns.push(Written { name: (*name).to_owned(), path: path.iter().map(ToString::to_string).collect() });
    }
    for ((field, _), languages) in LOCALISED.iter().zip([summaries, descriptions]) {
        for language in languages {
            let path = vec![(*field).to_owned(), language.to_string()];
            columns.push(Written { name: path.join("."), path });
        }
    }
    columns
}

/// A header that names no column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownColumn {
    /// What it says, shortened.
    pub given: String,
    /// The column that was probably meant.
    pub meant: Option<String>,
    /// Whether it looks like a column of persons, which tables do not have.
    pub is_person: bool,
}

/// A column of the table at hand.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its own name, such as `summary.tr`.
    pub(super) name: String,
    /// The field it fills.
    pub(super) path: Vec<String>,
    pub(super) shape: Shape,
}

/// The columns of the table at hand.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// In the order of the table; `None` where a header is empty.
    pub(super) list: Vec<Option<Column>>,
    /// What the table calls them, where that is something else.
    pub(super) headers: Arc<Headers>,
}

impl Columns {
    /// Reads the header row.
    pub(super) fn read(line: u64, headers: &[String]) -> Result<Self, TableError> {
        let mut headers: Vec<&str> = headers.iter().map(|header| header.trim()).collect();
        while headers.last().is_some_and(|header| header.is_empty()) {
            // Spreadsheets keep columns that were used once.
            headers.pop();
        }
        let (mut list, mut unknown) = (Vec::with_capacity(headers.len()), Vec::new());
        for header in &headers {
            let found = column(header);
            if found.is_none() && !header.is_empty() {
                unknown.push(unknown_column(header));
            }
            list.push(found);
        }
        if !unknown.is_empty() {
            return Err(TableError::UnknownColumns { line, given: unknown });
        }
        let (mut seen, mut repeated) = (BTreeSet::new(), Vec::new());
        for (column, header) in list.iter().zip(&headers) {
            if column.as_ref().is_some_and(|column| !seen.insert(column.path.clone())) {
                repeated.push((*header).to_owned());
            }
        }
        if !repeated.is_empty() {
            return Err(TableError::RepeatedColumns { line, given: repeated });
        }
        let has = |name: &str| list.iter().flatten().any(|column| column.name == name);
        let missing: Vec<String> = REQUIRED.iter().filter(|name| !has(name)).map(|name| (*name).to_owned()).collect();
        if !missing.is_empty() {
            return Err(TableError::MissingColumns { line, missing });
        }
        let named = list.iter().zip(&headers).filter_map(|(column, header)| {
            let name = &column.as_ref()?.name;
            (name != header).then(|| (name.clone(), (*header).to_owned()))
        });
        Ok(Self { headers: Arc::new(named.collect()), list })
    }
}

fn column(header: &str) -> Option<Column> {
    let (root, language) = header.split_once('.').map_or((header, None), |(root, tag)| (root, Some(tag)));
    let wanted = plain(root);
    let localised = LOCALISED.iter().find(|(name, german)| plain(name) == wanted || plain(german) == wanted);
    if let Some((field, german)) = localised {
        let language: Language = match language {
            Some(language) => language.trim().parse().ok()?,
            // A German header without a language is over German text; an English one says nothing.
            None if plain(german) == wanted => "de".parse().ok()?,
            None => return None,
        };
        let path = vec![(*field).to_owned(), language.to_string()];
        return Some(Column { name: path.join("."), path, shape: Shape::Text });
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

fn unknown_column(header: &str) -> UnknownColumn {
    let folded = plain(header);
    let mut known: Vec<(String, String)> = COLUMNS
        .iter()
        .flat_map(|(name, _, _, german)| std::iter::once(name).chain(*german))
        .map(|name| (plain(name), (*name).to_owned()))
        .collect();
    for (name, german) in LOCALISED {
        known.push((plain(name), format!("{name}.de")));
        known.push((plain(german), (*german).to_owned()));
    }
    let root = plain(header.split('.').next().unwrap_or(header));
    let closest = nearest(&folded, known.iter().map(|(folded, _)| folded.as_str()))
        .or_else(|| nearest(&root, known.iter().map(|(folded, _)| folded.as_str())));
    let meant = closest.and_then(|closest| known.into_iter().find(|(folded, _)| *folded == closest));
    UnknownColumn {
        given: header.chars().take(60).collect(),
        meant: meant.map(|(_, name)| name),
        is_person: PERSONS.iter().any(|beginning| folded.starts_with(beginning)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headers: &[&str]) -> Result<Vec<String>, TableError> {
        let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
        let columns = Columns::read(1, &headers)?;
        Ok(columns.list.into_iter().map(|column| column.map_or(String::new(), |column| column.name)).collect())
    }

    #[test]
    fn german_headers_stand_for_the_english_ones_however_they_are_written() {
        let headers =
            ["Typ", "Art", "NAME", "Strasse", "E-Mail", "Telefon ", "Kurzbeschreibung", "Beschreibung.tr", ""];
        let names = ["type", "kind", "name", "street", "email", "phone", "summary.de", "description.tr"];
        assert_eq!(read(&headers).expect("columns"), names);
        assert_eq!(read(&["legal form", "type", "", "kind", "name"]).expect("columns")[..3], ["legalForm", "type", ""]);
        assert!(matches!(read(&["Typ", "Art", "Name", "phone", "Telefon"]), Err(TableError::RepeatedColumns { .. })));
    }

    #[test]
    fn no_two_columns_go_by_one_name() {
        let mut names: Vec<String> = column_names().map(plain).collect();
        names.extend(LOCALISED.iter().flat_map(|(name, german)| [plain(name), plain(german)]));
        names.sort();
        names.dedup();
        let same =
            COLUMNS.iter().filter(|(name, _, _, german)| german.iter().any(|german| plain(german) == plain(name)));
        assert_eq!(names.len(), column_names().count() + 4 - same.count());
    }
}
