//! Tables of districts and of themes: one row an entry, read by its slug, with the slug of the one above it and a column
//! for each language of its name. A table is one of these by its header, and is read to the letter.

use domain::{DistrictLevel, EntityKind, Language, labels, language::KNOWN, vocabulary::FieldOfAction};
use serde_json::{Map, Value, json};

use super::{
    RawRow,
    cells::split_list,
    entry::{put, wrong_length},
    plain,
    raw::Cell,
    understanding::{ColumnSummary, ColumnUse},
};
use crate::{
    interchange::{Entry, InvalidEntry, PartialEntry, Section, entry_reader, name_of, slug_of},
    problem::{Headers, Place, Problem},
};

/// What a column of such a table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum TreeField {
    Id,
    Slug,
    FormerSlugs,
    Parent,
    Level,
    /// The name of a district or the label of a theme, in a language.
    Name(Language),
    Alternatives,
    Longitude,
    Latitude,
    FieldsOfAction,
    ReplacedBy,
}

/// Headings of columns that do not depend on a language.
const HEADINGS: &[(TreeField, &[&str])] = &[
    (TreeField::Id, &["id"]),
    (TreeField::Slug, &["slug", "Kurzname", "Kürzel"]),
    (TreeField::FormerSlugs, &["formerSlugs", "Frühere Kurznamen"]),
    (TreeField::Parent, &["parent", "Übergeordnet", "Oberthema", "Liegt in", "Gehört zu"]),
    (TreeField::Level, &["level", "Ebene"]),
    (TreeField::Longitude, &["lon", "lng", "longitude", "Längengrad", "Länge"]),
    (TreeField::Latitude, &["lat", "latitude", "Breitengrad", "Breite"]),
    (TreeField::FieldsOfAction, &["fieldsOfAction", "Handlungsfelder", "Handlungsfeld"]),
    (TreeField::ReplacedBy, &["replacedBy", "Ersetzt durch"]),
    (
        TreeField::Alternatives,
        &[
            "alternativeNames",
            "alternativeLabels",
            "Weitere Namen",
            "Andere Namen",
            "Weitere Bezeichnungen",
            "Andere Wörter",
            "Synonyme",
            "synonyms",
        ],
    ),
];
/// What stands before the language in the heading of a name.
const NAMES: [&str; 6] = ["name", "label", "bezeichnung", "beschriftung", "titel", "title"];

/// A table of districts or themes.
#[derive(Clone, Debug)]
pub(super) struct TreeTable {
    kind: EntityKind,
    fields: Vec<Option<TreeField>>,
    pub(super) headers: Headers,
}

impl TreeTable {
    /// What a table is by its header; `None` for every other one.
    pub(super) fn of(header: &RawRow) -> Option<Self> {
        let headings: Vec<&str> = header.cells.iter().map(|cell| cell.text().unwrap_or_default()).collect();
        let fields: Vec<Option<TreeField>> = headings.iter().map(|heading| field_of(heading)).collect();
        let has = |field: &TreeField| fields.iter().flatten().any(|known| known == field);
        let has_names = fields.iter().flatten().any(|field| matches!(field, TreeField::Name(_)));
        if !has(&TreeField::Slug) || !has(&TreeField::Parent) || !has_names {
            return None;
        }
        let kind = match (has(&TreeField::Level), has(&TreeField::FieldsOfAction)) {
            (true, false) => EntityKind::District,
            (false, true) => EntityKind::Theme,
            _ => return None,
        };
        let mut headers = Headers::new();
        for (field, heading) in fields.iter().zip(&headings) {
            if let Some(path) = field.as_ref().map(|field| path_of(field, kind).join("."))
                && path != *heading
            {
                headers.insert(path, (*heading).to_owned());
            }
        }
        Some(Self { kind, fields, headers })
    }

    /// The columns as a report shows them.
    pub(super) fn summaries(&self, header: &RawRow, rows: &[RawRow]) -> Vec<ColumnSummary> {
        let column = |(at, field): (usize, &Option<TreeField>)| ColumnSummary {
            heading: header.cells.get(at).and_then(Cell::text).unwrap_or_default().chars().take(60).collect(),
            usage: if field.is_some() { ColumnUse::Recognised } else { ColumnUse::Unknown },
            fields: field.as_ref().map(|field| path_of(field, self.kind).join(".")).unwrap_or_default(),
            filled: rows.iter().filter(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())).count(),
            says_nothing: 0,
            examples: Vec::new(),
        };
        self.fields.iter().enumerate().map(column).collect()
    }

    /// A row as an entry, refused with everything that is wrong with its cells where anything is.
    pub(super) fn entry(&self, row: &RawRow, place: &Place) -> Entry {
        let mut problems: Vec<Problem> = wrong_length(self.fields.len(), row, place).into_iter().collect();
        let mut object = Map::new();
        for (field, cell) in self.fields.iter().zip(&row.cells) {
            let Some(field) = field else { continue };
            let path = path_of(field, self.kind);
            if let Cell::Wrong(wrong) = cell {
                problems.push(place.problem(&path.join("."), domain::rules::Problem::clone(wrong)));
            }
            let Some(text) = cell.text() else { continue };
            let value = match field {
                TreeField::Level => json!(level_of(text)),
                TreeField::FieldsOfAction => text.split([';', '|', ',', '\n']).map(fields_word).collect(),
                TreeField::FormerSlugs | TreeField::Alternatives => alternatives(text),
                TreeField::Longitude | TreeField::Latitude => match text.replace(',', ".").parse::<f64>() {
                    Ok(degrees) => json!(degrees),
                    Err(_) => json!(text),
                },
                TreeField::Id | TreeField::Slug | TreeField::Parent | TreeField::Name(_) | TreeField::ReplacedBy => {
                    json!(text)
                }
            };
            put(&mut object, &path, value);
        }
        match self.kind {
            EntityKind::District => {
                read(object, place, problems, Section::Districts, |entry| Entry::District(Box::new(entry)))
            }
            _ => read(object, place, problems, Section::Themes, |entry| Entry::Theme(Box::new(entry))),
        }
    }
}

/// An entry of a section, refused with everything that is wrong.
fn read<T: serde::de::DeserializeOwned>(
    object: Map<String, Value>,
    place: &Place,
    mut problems: Vec<Problem>,
    section: Section,
    entry: impl Fn(T) -> Entry,
) -> Entry {
    let object = Value::Object(object);
    let ((slug, is_slug_generated), name) = (slug_of(&object), name_of(&object));
    let rest = match entry_reader::read_value::<T>(object, place) {
        Ok(read) if problems.is_empty() => return entry(read),
        Ok(read) => Some(PartialEntry::new(entry(read), Default::default())),
        Err(wrong) => {
            problems.extend(wrong.problems);
            wrong.rest.map(|(rest, removed)| PartialEntry::new(entry(rest), removed))
        }
    };
    Entry::Invalid(InvalidEntry { section, problems, slug, name, is_slug_generated, rest })
}

/// Where a field stands in an entry.
fn path_of(field: &TreeField, kind: EntityKind) -> Vec<String> {
    let is_district = kind == EntityKind::District;
    let path: &[&str] = match field {
        TreeField::Id => &["id"],
        TreeField::Slug => &["slug"],
        TreeField::FormerSlugs => &["formerSlugs"],
        TreeField::Parent => &["parent"],
        TreeField::Level => &["level"],
        TreeField::Name(language) => {
            return vec![if is_district { "name" } else { "label" }.to_owned(), language.to_string()];
        }
        TreeField::Alternatives if is_district => &["alternativeNames"],
        TreeField::Alternatives => &["alternativeLabels"],
        TreeField::Longitude => &["centre", "longitude"],
        TreeField::Latitude => &["centre", "latitude"],
        TreeField::FieldsOfAction => &["fieldsOfAction"],
        TreeField::ReplacedBy => &["replacedBy"],
    };
    path.iter().map(ToString::to_string).collect()
}

fn field_of(heading: &str) -> Option<TreeField> {
    let wanted = plain(heading);
    let known = HEADINGS.iter().find(|(_, headings)| headings.iter().any(|known| plain(known) == wanted));
    if let Some((field, _)) = known {
        return Some(field.clone());
    }
    let words: Vec<&str> = heading.split(['_', '.', ' ', '(', ')', '-']).filter(|word| !word.is_empty()).collect();
    let (name, language) = match words.as_slice() {
        [word] => (NAMES.contains(&plain(word).as_str()).then_some(*word), *word),
        [name, language] => (Some(*name), *language),
        _ => return None,
    };
    if words.len() == 1 && name.is_some() {
        return Some(TreeField::Name("de".parse().ok()?));
    }
    let is_name = name.is_none_or(|name| NAMES.contains(&plain(name).as_str()));
    let language = is_name.then(|| language_of(language)).flatten();
    language.map(TreeField::Name)
}

/// A language by its tag, or by what it is called in German or English. Other words are no tags.
fn language_of(word: &str) -> Option<Language> {
    let wanted = plain(word);
    let is_meant = |tag: &str| {
        plain(tag) == wanted
            || tag.parse().is_ok_and(|language| labels::of_language(&language).any(|(_, label)| plain(label) == wanted))
    };
    KNOWN.iter().find(|language| is_meant(language.tag))?.tag.parse().ok()
}

/// The word of a level, by its slug or what it is called; others stay, to be refused with what is allowed.
fn level_of(text: &str) -> String {
    let wanted = plain(text);
    let is_meant = |level: &&DistrictLevel| {
        let labels = [level.slug(), level.label("de"), level.label("en")];
        labels.iter().any(|label| plain(label) == wanted)
    };
    let further = || match wanted.as_str() {
        "stadtteil" | "quartier" => Some(DistrictLevel::Quarter),
        "bezirk" => Some(DistrictLevel::Borough),
        _ => None,
    };
    let level = DistrictLevel::ALL.iter().find(is_meant).copied().or_else(further);
    level.map_or_else(|| text.to_owned(), |level| level.slug().to_owned())
}

fn fields_word(text: &str) -> Value {
    let wanted = plain(text);
    let is_meant = |field: &&FieldOfAction| {
        [field.slug(), field.label_de(), field.label_en()].iter().any(|it| plain(it) == wanted)
    };
    let field = FieldOfAction::ALL.iter().find(is_meant);
    json!(field.map_or_else(|| text.trim(), |field| field.slug()))
}

/// Several words between `|`, semicolons or line breaks.
fn alternatives(text: &str) -> Value {
    let words = split_list(text);
    let words = words.iter().flat_map(|word| word.split(';')).map(str::trim).filter(|word| !word.is_empty());
    words.map(|word| json!(word)).collect()
}
