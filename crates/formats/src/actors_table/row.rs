//! From the cells of a row to an entry, with everything there is to know of it.

use std::collections::BTreeMap;

use domain::{Slug, rules};
use serde_json::{Map, Value, json};

use super::{
    ActorsTable, Cell, RawRow,
    address::{AddressParts, read_address, read_postcode, read_street, read_town},
    cells,
    columns::{Column, ColumnTarget, PlannedColumn, Shape},
    contacts::{ContactKind, Contacts, complete_web_address, read_contacts},
    entry::{nameless, put},
    hours::read_hours,
    names::{has_lost_letters, lost_all_letters},
    persons::{PersonParts, read_persons},
    phrases::CELL_WORDS,
    understanding::Sentence,
    values::UnclearValue,
};
use crate::problem::{Place, Problem};

/// The longest text of a note, in characters.
const LONGEST_NOTE: usize = 2_000;

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellState {
    Filled,
    SaysNothing,
}

/// A row on its way to an entry.
#[derive(Debug, Default)]
pub(super) struct RowDraft {
    pub(super) object: Map<String, Value>,
    /// The paths of the fields that are said.
    pub(super) said: Vec<String>,
    pub(super) problems: Vec<Problem>,
    /// Field, and what there is to know of it.
    pub(super) hints: Vec<(String, Sentence)>,
    /// What has no field, for staff.
    pub(super) notes: Vec<String>,
    /// The values that are to be decided, with their columns.
    pub(super) unclear: Vec<(usize, UnclearValue)>,
    /// By column, what became of its cell.
    pub(super) states: BTreeMap<usize, CellState>,
    pub(super) persons: Vec<PersonParts>,
    pub(super) house_number: Option<String>,
    /// Whether it is forbidden to publish it.
    pub(super) is_forbidden: bool,
}

/// One cell with where it stands.
struct CellAt<'a> {
    index: usize,
    column: &'a PlannedColumn,
    text: &'a str,
    place: &'a Place,
}

impl CellAt<'_> {
    fn problem(&self, field: &str, german: String, english: String) -> Problem {
        self.place.problem(field, rules::Problem::Malformed { german, english })
    }
}

impl RowDraft {
    /// Reads the cells of a row.
    pub(super) fn read(table: &ActorsTable, number: usize, row: &RawRow, place: &Place) -> Self {
        let mut draft = Self::default();
        for (index, (column, cell)) in table.columns.list.iter().zip(&row.cells).enumerate() {
            if let Cell::Wrong(wrong) = cell {
                if column.target.is_some() {
                    let field = column.fields.split('+').next().unwrap_or_default();
                    draft.problems.push(place.problem(field, rules::Problem::clone(wrong)));
                }
                continue;
            }
            let Some(text) = cell.text() else { continue };
            if column.heading.is_empty() {
                draft.problems.push(nameless(place));
                continue;
            }
            if let Some(target) = &column.target {
                draft.read_cell(table, target, &CellAt { index, column, text, place });
            }
        }
        draft.finish(table, number, row, place);
        draft
    }

    fn read_cell(&mut self, table: &ActorsTable, target: &ColumnTarget, cell: &CellAt<'_>) {
        let is_name = matches!(target, ColumnTarget::Field(column) if column.name == "name");
        let is_flag = matches!(target, ColumnTarget::Field(column) if column.shape == Shape::Flag);
        // "no" is a word of some vocabularies, and says nothing elsewhere.
        let means_something = match target.vocabulary() {
            Some(_) => table.meaning(cell.index, cell.text).is_some_and(|meaning| !meaning.values.is_empty()),
            None => is_name || (is_flag && CELL_WORDS.flag(cell.text).is_some()),
        };
        if !means_something && CELL_WORDS.is_empty(cell.text) {
            self.states.insert(cell.index, CellState::SaysNothing);
            return;
        }
        self.states.insert(cell.index, CellState::Filled);
        match target {
            ColumnTarget::Field(column) if target.vocabulary().is_some() => self.read_values(table, column, cell),
            ColumnTarget::Field(column) => self.read_field(table, column, cell),
            ColumnTarget::District(_) => self.read_district(table, cell),
            ColumnTarget::Address => self.put_address(read_address(cell.text), cell),
            ColumnTarget::Town => self.put_address(read_town(cell.text), cell),
            ColumnTarget::HouseNumber => self.house_number = Some(cell.text.to_owned()),
            ColumnTarget::Contacts(kind) => self.read_contacts(*kind, cell),
            ColumnTarget::Person => {
                if has_lost_letters(cell.text) {
                    self.hint("contactPersons", lost_letters(cell.text));
                }
                self.persons.extend(read_persons(cell.text));
            }
            ColumnTarget::PersonRole => self.person().role = Some(cell.text.to_owned()),
            ColumnTarget::PersonPhone => {
                let phone = read_contacts(cell.text, ContactKind::Phone).phones.into_iter().next();
                self.person().phone = phone;
            }
            ColumnTarget::PersonEmail => {
                let email = read_contacts(cell.text, ContactKind::Email).emails.into_iter().next();
                self.person().email = email;
            }
            ColumnTarget::Note => {
                if CELL_WORDS.forbids_publication(cell.text) {
                    self.is_forbidden = true;
                }
                self.note(&cell.column.heading, cell.text);
            }
        }
    }

    /// A column with one of its own kind of values.
    fn read_field(&mut self, table: &ActorsTable, column: &Column, cell: &CellAt<'_>) {
        let has_extra = table.columns.has("addressExtra");
        match column.name.as_str() {
            "name" => self.read_name(column, cell),
            // What helps to find the door has a column of its own, or stands with the street.
            "street" if has_extra => self.put(&column.path, json!(cell.text)),
            "street" => self.put_address(read_street(cell.text), cell),
            "postcode" => match read_postcode(cell.text) {
                Ok(postcode) => self.put(&column.path, json!(postcode)),
                Err((german, english)) => self.problems.push(cell.problem("postcode", german, english)),
            },
            "city" => self.put(&column.path, json!(capitalised(cell.text))),
            "socialLinks" => {
                let links = cell.text.split(['|', '\n', ' ', ',', ';']).filter(|link| !link.is_empty());
                let links: Vec<String> =
                    links.map(|link| complete_web_address(link).unwrap_or_else(|| link.to_owned())).collect();
                self.put(&column.path, json!(links));
            }
            "openingHours" => self.read_hours(column, cell),
            "slug" if cell.text.parse::<Slug>().is_err() => {
                // Refused with what is allowed, by the reader of the field.
                self.put(&column.path, json!(cell.text));
            }
            _ => match cells::read(column, cell.text) {
                Ok(value) => self.put(&column.path, value),
                Err(wrong) => self.problems.push(cell.place.problem(&column.path.join("."), wrong)),
            },
        }
    }

    fn read_name(&mut self, column: &Column, cell: &CellAt<'_>) {
        // A line break in a name is one of the cell, not of the name.
        let name = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if lost_all_letters(&name) {
            let given: String = name.chars().take(60).collect();
            self.problems.push(cell.problem(
                "name",
                format!(
                    "{given:?} hat beim Speichern alle Buchstaben verloren: bitte den Namen aus der Quelle eintragen"
                ),
                format!("{given:?} lost all its letters when it was saved: please enter the name from its source"),
            ));
        } else if has_lost_letters(&name) {
            self.hint("name", lost_letters(&name));
        }
        self.put(&column.path, json!(name));
    }

    fn read_hours(&mut self, column: &Column, cell: &CellAt<'_>) {
        match read_hours(cell.text, cell.column.heading == "openingHours") {
            Some(meaning) => {
                if let Some(hours) = meaning.hours {
                    self.put(&column.path, json!(hours));
                }
                if meaning.by_appointment {
                    self.put(&["byAppointment".to_owned()], json!(true));
                }
            }
            None => {
                let given: String = cell.text.chars().take(80).collect();
                self.hint(
                    "openingHours",
                    Sentence::new(
                        format!("{given:?} ist nicht als Zeiten zu verstehen und steht in der Notiz"),
                        format!("{given:?} cannot be read as hours and stands in the note"),
                    ),
                );
                self.note(&cell.column.heading, cell.text);
            }
        }
    }

    /// A column whose values are of a vocabulary.
    fn read_values(&mut self, table: &ActorsTable, column: &Column, cell: &CellAt<'_>) {
        let Some(meaning) = table.meaning(cell.index, cell.text) else { return };
        let is_list = matches!(column.shape, Shape::List);
        for unclear in &meaning.unclear {
            self.unclear.push((cell.index, unclear.clone()));
            if is_list {
                self.problems.push(unclear_problem(cell.place, &column.name, unclear));
            }
        }
        match (column.name.as_str(), is_list) {
            // The type of the row tells which kinds there are.
            ("kind", _) => drop(self.object.insert("kind".to_owned(), json!(cell.text))),
            (_, true) => {
                if !meaning.values.is_empty() {
                    self.put_list(&column.path, &meaning.values);
                }
            }
            // What is no word of it is refused with what is allowed, by the reader of the field.
            (_, false) => {
                let value = meaning.values.first().map_or(cell.text, String::as_str);
                self.put(&column.path, json!(value));
            }
        }
        if column.name == "kind" {
            self.said.push("kind".to_owned());
        }
    }

    /// A district that an actor is based in; several of them are where it works.
    fn read_district(&mut self, table: &ActorsTable, cell: &CellAt<'_>) {
        let Some(meaning) = table.meaning(cell.index, cell.text) else { return };
        for unclear in &meaning.unclear {
            self.unclear.push((cell.index, unclear.clone()));
            self.problems.push(unclear_problem(cell.place, "basedIn", unclear));
        }
        match meaning.values.as_slice() {
            [] => {}
            [slug] if !table.is_city(slug) || cell.column.heading == "basedIn" => {
                let known = self.object.get("basedIn").and_then(Value::as_str);
                if known.is_none_or(|known| table.is_finer(slug, known)) {
                    self.put(&["basedIn".to_owned()], json!(slug));
                }
            }
            several => self.put_list(&["activeIn".to_owned()], several),
        }
    }

    fn read_contacts(&mut self, kind: ContactKind, cell: &CellAt<'_>) {
        let contacts = read_contacts(cell.text, kind);
        let Contacts { phones, emails, websites, social_links, words } = contacts;
        let expected = match kind {
            ContactKind::Phone => Some(("phone", phones.is_empty())),
            ContactKind::Email => Some(("email", emails.is_empty())),
            ContactKind::Website => Some(("website", websites.is_empty() && social_links.is_empty())),
            ContactKind::Any => None,
        };
        if let Some((field, true)) = expected {
            // Refused with what is allowed, by the reader of the field.
            self.put(&[field.to_owned()], json!(cell.text));
            return;
        }
        for (field, values) in [("phone", phones), ("email", emails), ("website", websites)] {
            self.put_first(field, values, cell);
        }
        if !social_links.is_empty() {
            self.put_list(&["socialLinks".to_owned()], &social_links);
        }
        if !words.is_empty() {
            self.note(&cell.column.heading, &words.join("; "));
        }
    }

    /// Puts the first of several values where there is room for one; the others are kept for staff.
    fn put_first(&mut self, field: &str, values: Vec<String>, cell: &CellAt<'_>) {
        let mut values = values.into_iter();
        if !self.object.contains_key(field)
            && let Some(first) = values.next()
        {
            self.put(&[field.to_owned()], json!(first));
        }
        let is_known = |value: &String| self.object.get(field).and_then(Value::as_str) == Some(value);
        let further: Vec<String> = values.filter(|value| !is_known(value)).collect();
        if !further.is_empty() {
            let text = further.join("; ");
            self.hint(
                field,
                Sentence::new(
                    format!("weitere stehen in der Notiz: {text}"),
                    format!("further ones stand in the note: {text}"),
                ),
            );
            self.note(&cell.column.heading, &text);
        }
    }

    fn put_address(&mut self, parts: AddressParts, cell: &CellAt<'_>) {
        let AddressParts { street, postcode, city, extra } = parts;
        let city = city.map(|city| capitalised(&city));
        for (field, value) in [("street", street), ("postcode", postcode), ("city", city), ("extra", extra)] {
            let Some(value) = value else { continue };
            let path = ["address".to_owned(), field.to_owned()];
            let known = self.object.get("address").and_then(|address| address.get(field)).and_then(Value::as_str);
            match known {
                None => self.put(&path, json!(value)),
                Some(known) if known == value => {}
                Some(known) if field == "extra" => self.put(&path, json!(format!("{known}, {value}"))),
                Some(_) => self.note(&cell.column.heading, &value),
            }
        }
    }

    fn person(&mut self) -> &mut PersonParts {
        if self.persons.is_empty() {
            self.persons.push(PersonParts::default());
        }
        &mut self.persons[0]
    }

    pub(super) fn hint(&mut self, field: &str, sentence: Sentence) {
        self.hints.push((field.to_owned(), sentence));
    }

    fn note(&mut self, heading: &str, text: &str) {
        let note: String = format!("{heading}: {}", text.trim()).chars().take(LONGEST_NOTE).collect();
        self.notes.push(note);
    }

    /// Puts a value, and notes that it is said.
    pub(super) fn put(&mut self, path: &[String], value: Value) {
        self.said.push(path.join("."));
        put(&mut self.object, path, value);
    }

    /// Puts values behind those that another column of the same field gave.
    fn put_list(&mut self, path: &[String], values: &[String]) {
        let known = path.first().and_then(|field| self.object.get(field)).and_then(Value::as_array).cloned();
        let mut list = known.unwrap_or_default();
        for value in values {
            if !list.iter().any(|known| known.as_str() == Some(value)) {
                list.push(json!(value));
            }
        }
        self.put(path, Value::Array(list));
    }
}

fn unclear_problem(place: &Place, field: &str, unclear: &UnclearValue) -> Problem {
    let given: String = unclear.text.chars().take(60).collect();
    let (german, english) = match unclear.candidates.as_slice() {
        [] => (
            format!("{given:?} ist unbekannt: zu entscheiden mit \"{given}=…\""),
            format!("{given:?} is unknown: to be decided by \"{given}=…\""),
        ),
        candidates => {
            let list = candidates.join(", ");
            (
                format!("{given:?} ist unklar, vielleicht {list}: zu entscheiden mit \"{given}=…\""),
                format!("{given:?} is unclear, perhaps {list}: to be decided by \"{given}=…\""),
            )
        }
    };
    place.problem(field, rules::Problem::Malformed { german, english })
}

fn lost_letters(text: &str) -> Sentence {
    let given: String = text.chars().take(60).collect();
    Sentence::new(
        format!("{given:?} hat beim Speichern vielleicht einen Buchstaben verloren"),
        format!("{given:?} may have lost a letter when it was saved"),
    )
}

/// A town that was written without a capital.
fn capitalised(text: &str) -> String {
    let mut characters = text.trim().chars();
    match characters.next() {
        Some(first) if !text.chars().any(char::is_uppercase) => first.to_uppercase().chain(characters).collect(),
        _ => text.trim().to_owned(),
    }
}
