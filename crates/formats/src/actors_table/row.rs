//! From the cells of a row to an entry, with everything there is to know of it.

mod address;
mod contacts;
mod fields;
mod notes;
mod status;
mod street;
mod withholding;

use std::collections::BTreeMap;

use domain::{rules, vocabulary::Precision};
use messages::{Message, MessageArgument, address_without_credentials};
use serde_json::{Map, Value, json};

use super::{
    ActorsTable, Cell, RawRow,
    address::read_town,
    columns::{CellShape, Column, ColumnTarget, PlannedColumn},
    contacts::ContactKind,
    decisions::is_note,
    entry::{nameless, put},
    links::linked_text,
    names::has_lost_letters,
    persons::{PersonParts, read_persons},
    phrases::CELL_WORDS,
    plain,
    understanding::ColumnUse,
    values::{CellMeaning, UnclearValue},
};

use crate::{
    interchange::WithheldValues,
    problem::{Place, Problem},
};

use self::{contacts::ContactsBeside, withholding::WithheldParts};

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
    /// What there is to know of its fields.
    pub(super) hints: Vec<DraftHint>,
    /// What has no field, for staff.
    pub(super) notes: Vec<String>,
    /// The values that are to be decided, with their columns.
    pub(super) unclear: Vec<(usize, UnclearValue)>,
    /// By column, what became of its cell.
    pub(super) states: BTreeMap<usize, CellState>,
    pub(super) persons: Vec<PersonParts>,
    /// By column of persons, where the first of its cell stands among them.
    person_starts: BTreeMap<usize, usize>,
    pub(super) house_number: Option<String>,
    /// The contacts that may be those of persons beside them.
    beside_persons: Vec<ContactsBeside>,
    /// The contacts that cells of the entry's contacts give to persons.
    pub(super) personal_contacts: Vec<String>,
    /// The contacts that somebody has said to be the entry's own.
    confirmed_contacts: Vec<String>,
    /// The texts of cells that a decision replaced.
    pub(super) decided: Vec<String>,
    /// The parts of a person's name from columns of their own.
    pub(super) given_name: Option<String>,
    pub(super) family_name: Option<String>,
    /// What stands in front of the telephone number.
    pub(super) area_code: Option<String>,
    /// What stands behind it.
    pub(super) phone_extension: Option<String>,
    /// The address behind the name, with the heading of its column.
    pub(super) name_link: Option<(String, String)>,
    /// By field, the heading of the column that filled it.
    pub(super) sources: BTreeMap<String, String>,
    /// The heading of the cell that is read.
    heading: Option<String>,
    /// What remarks forbid to publish.
    pub(super) withheld: WithheldParts,
    /// What was taken out of it for that.
    pub(super) withheld_values: WithheldValues,
    /// How precisely its place is to be published, where the row says only that.
    pub(super) precision: Option<Precision>,
    /// Whether it is decided that its place lies far away.
    pub(super) is_far_place_meant: bool,
    /// Whether it is decided that its place stands in the note.
    pub(super) is_place_noted: bool,
    /// The districts that its addresses name, with the headings of their columns.
    pub(super) address_districts: Vec<(String, String)>,
}

/// What there is to know of a field of a row.
#[derive(Debug)]
pub(super) struct DraftHint {
    pub(super) field: String,
    /// The heading of the cell that it is said of, where it is one of a cell.
    pub(super) heading: Option<String>,
    pub(super) message: Message,
}

/// One cell with where it stands.
struct CellAt<'a> {
    index: usize,
    column: &'a PlannedColumn,
    text: &'a str,
    place: &'a Place,
}

impl CellAt<'_> {
    fn problem(&self, field: &str, message: Message) -> Problem {
        self.problem_of(field, rules::Problem::Format(message))
    }

    /// A problem of this very cell, however many columns fill its field.
    fn problem_of(&self, field: &str, wrong: rules::Problem) -> Problem {
        let problem = self.place.problem(field, wrong);
        let heading = Some(&self.column.heading).filter(|heading| **heading != problem.path).cloned();
        Problem { column: heading, ..problem }
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
                    let cell = CellAt { index, column, text: "", place };
                    draft.problems.push(cell.problem_of(field, rules::Problem::clone(wrong)));
                }
                continue;
            }
            let Some(given) = cell.text() else {
                draft.hear_silence(column);
                continue;
            };
            draft.hear_remark(column, given);
            let linked =
                cell.link().zip(column.target.as_ref()).and_then(|(link, target)| linked_text(target, given, link));
            if let (Some(link), true) = (cell.link(), column.is_name()) {
                draft.name_link = Some((column.heading.clone(), link.to_owned()));
            }
            let decided = column.target.as_ref().and_then(|target| decided_text(table, target, &column.heading, given));
            if decided.is_some() {
                draft.decided.push(given.to_owned());
            }
            let is_meant = column.target.as_ref().is_some_and(ColumnTarget::is_of_degrees)
                && decided.as_deref().is_some_and(|decided| CELL_WORDS.flag(decided) == Some(true));
            draft.is_far_place_meant |= is_meant;
            let decided = decided.filter(|_| !is_meant);
            let text = decided.as_deref().or(linked.as_deref()).unwrap_or(given);
            draft.is_place_noted |= column.target.as_ref().is_some_and(ColumnTarget::is_of_degrees)
                && (text.is_empty() || decided.as_deref().is_some_and(is_note));
            if text.is_empty() {
                draft.states.insert(index, CellState::SaysNothing);
                continue;
            }
            if decided.as_deref().is_some_and(is_note) {
                draft.states.insert(index, CellState::Filled);
                draft.note_all(&column.fields, &CellAt { index, column, text, place }, &[given.to_owned()]);
                continue;
            }
            if table.stray.contains(&index) && column.usage == ColumnUse::Unknown {
                draft.problems.push(nameless(place, Some(&column.heading)));
                continue;
            }
            if let Some(target) = &column.target {
                draft.heading = Some(column.heading.clone());
                draft.read_cell(table, target, &CellAt { index, column, text, place });
            }
        }
        table.columns.list.iter().skip(row.cells.len()).for_each(|column| draft.hear_silence(column));
        draft.heading = None;
        draft.take_comments(row, &table.columns.list);
        draft.finish(table, number, row, place);
        draft
    }

    fn read_cell(&mut self, table: &ActorsTable, target: &ColumnTarget, cell: &CellAt<'_>) {
        let is_name = matches!(target, ColumnTarget::Field(column) if column.name == "name");
        let is_flag = matches!(target, ColumnTarget::Field(column) if column.shape == CellShape::Flag);
        // "no" is a word of some vocabularies, and says nothing elsewhere.
        let means_something = match target.vocabulary() {
            Some(_) => table.meaning(cell.index, cell.text).is_some_and(|meaning| !meaning.values.is_empty()),
            None => is_name || (is_flag && CELL_WORDS.flag(cell.text).is_some()),
        };
        // "1" is the number of a house.
        let is_number = cell.text.bytes().all(|byte| byte.is_ascii_digit());
        let flag = CELL_WORDS.flag(cell.text).filter(|_| target.names_something() && !is_number);
        if self.note_changing_place(target, cell) {
            self.states.insert(cell.index, CellState::Filled);
            return;
        }
        if !means_something && (CELL_WORDS.is_empty(cell.text) || flag == Some(false)) {
            self.states.insert(cell.index, CellState::SaysNothing);
            return;
        }
        self.states.insert(cell.index, CellState::Filled);
        if flag == Some(true) {
            // That there is one, and not which.
            return self.note_rest(cell.column.fields.split('+').next().unwrap_or_default(), cell, cell.text);
        }
        match target {
            ColumnTarget::Field(column) if target.vocabulary().is_some() => self.read_values(table, column, cell),
            ColumnTarget::Field(column) => self.read_field(table, column, cell),
            ColumnTarget::District(_) => self.read_district(table, cell),
            ColumnTarget::Address => self.read_whole_address(table, cell),
            ColumnTarget::Town => self.put_address(table, read_town(cell.text), cell),
            ColumnTarget::TownAndDistrict => {
                let (town, district) = table.split_town(cell.text);
                self.put_address(table, town, cell);
                if !district.is_empty() {
                    self.read_district(table, cell);
                }
            }
            ColumnTarget::HouseNumber => {
                self.sources.insert("houseNumber".to_owned(), cell.column.heading.clone());
                self.house_number = Some(cell.text.to_owned());
            }
            ColumnTarget::Contacts(kind) => self.read_contacts(table, *kind, cell),
            ColumnTarget::Person => {
                if has_lost_letters(cell.text) {
                    self.hint("contactPersons", lost_letters(cell.text));
                }
                self.add_persons(read_persons(cell.text), cell.index);
            }
            ColumnTarget::GivenName => self.given_name = Some(cell.text.to_owned()),
            ColumnTarget::FamilyName => self.family_name = Some(cell.text.to_owned()),
            ColumnTarget::AreaCode => self.area_code = Some(cell.text.to_owned()),
            ColumnTarget::PhoneExtension => self.phone_extension = Some(cell.text.to_owned()),
            ColumnTarget::Coordinates => self.read_coordinates(table, cell),
            ColumnTarget::PersonRole => self.person(cell).role = Some(cell.text.to_owned()),
            ColumnTarget::PersonPhone => self.read_person_contact(cell, ContactKind::Phone),
            ColumnTarget::PersonEmail => self.read_person_contact(cell, ContactKind::Email),
            ColumnTarget::Note => {
                self.note(&cell.column.heading, cell.text);
            }
        }
    }

    /// A column whose values are of a vocabulary.
    fn read_values(&mut self, table: &ActorsTable, column: &Column, cell: &CellAt<'_>) {
        let Some(meaning) = table.meaning(cell.index, cell.text) else { return };
        self.note_all(&column.name, cell, &meaning.notes);
        if column.name == "themes" && cell.column.heading != column.name {
            self.note_wording(cell, meaning);
        }
        let is_list = matches!(column.shape, CellShape::List);
        // Who has looked is a person in lists of offices: for staff, and nobody is to be asked what a name means.
        if column.name == "status" {
            return self.read_status(meaning, cell);
        }
        if column.name == "verifiedBy" && cell.column.heading != "verifiedBy" && meaning.values.is_empty() {
            if !meaning.unclear.is_empty() {
                self.note(&cell.column.heading, cell.text);
            }
            return self.put(&column.path, json!("editor"));
        }
        for unclear in &meaning.unclear {
            self.unclear.push((cell.index, unclear.clone()));
            // Kinds are refused with what is allowed for their type.
            if column.name != "kind" {
                self.problems.push(unclear_problem(cell, &column.name, unclear));
            }
        }
        if meaning.is_vague && meaning.values.is_empty() {
            let given: String = cell.text.chars().take(60).collect();
            self.hint(&column.name, Message::new("table-vague").quote("given", &given));
        }
        match (column.name.as_str(), is_list) {
            // The type of the row tells which kinds there are.
            ("kind", _) if !meaning.notes.is_empty() => return,
            ("kind", _) => drop(self.object.insert("kind".to_owned(), json!(cell.text))),
            (_, true) => {
                if !meaning.values.is_empty() {
                    self.put_list(&column.path, &meaning.values);
                }
            }
            (_, false) => {
                if let Some(value) = meaning.values.first() {
                    self.put(&column.path, json!(value));
                } else if column.name == "type" && !meaning.unclear.is_empty() {
                    // What is asked is not missed as well.
                    self.object.insert("type".to_owned(), json!("organisation"));
                }
            }
        }
        if column.name == "kind" {
            self.said.push("kind".to_owned());
        }
    }

    /// Keeps the words that were taken for a theme of another name: "Badminton" says more than sports.
    fn note_wording(&mut self, cell: &CellAt<'_>, meaning: &CellMeaning) {
        let is_other = |(given, theme): &&(String, String)| plain(given) != plain(theme);
        let given: Vec<&str> = meaning.understood.iter().filter(is_other).map(|(given, _)| given.as_str()).collect();
        if !given.is_empty() {
            self.note(&cell.column.heading, &given.join("; "));
        }
    }

    /// Adds the persons of a column, the first of them to what other columns say of it.
    fn add_persons(&mut self, found: Vec<PersonParts>, column: usize) {
        let mut found = found.into_iter();
        let known = self.person_starts.get(&column).and_then(|at| self.persons.get_mut(*at));
        if let Some(known) = known.filter(|known| known.name.is_none())
            && let Some(first) = found.next()
        {
            known.name = first.name;
            known.role = known.role.take().or(first.role);
            known.phone = known.phone.take().or(first.phone);
            known.email = known.email.take().or(first.email);
        }
        self.person_starts.entry(column).or_insert(self.persons.len());
        self.persons.extend(found);
    }

    /// The person that a column beside persons is about.
    fn person(&mut self, cell: &CellAt<'_>) -> &mut PersonParts {
        let count = self.persons.len();
        let at = match cell.column.person {
            Some(column) => *self.person_starts.entry(column).or_insert(count),
            None => 0,
        };
        if at >= count {
            self.persons.push(PersonParts::default());
        }
        let at = at.min(count);
        &mut self.persons[at]
    }

    /// Puts a value, and notes that it is said.
    pub(super) fn put(&mut self, path: &[String], value: Value) {
        let field = path.join(".");
        if let Some(heading) = &self.heading {
            self.sources.insert(field.clone(), heading.clone());
        }
        self.said.push(field);
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

/// What a decision puts in place of a cell whose values are of no vocabulary. One without a heading is for values only, not
/// for names and texts that happen to be the same.
fn decided_text(table: &ActorsTable, target: &ColumnTarget, heading: &str, text: &str) -> Option<String> {
    if target.vocabulary().is_some() {
        return None;
    }
    let is_value = match target {
        ColumnTarget::Contacts(_) | ColumnTarget::Coordinates => true,
        ColumnTarget::Field(column) => {
            matches!(column.shape, CellShape::Day | CellShape::Flag | CellShape::Degrees)
                || matches!(column.name.as_str(), "openingHours" | "postcode" | "socialLinks")
        }
        _ => false,
    };
    let decisions = &table.options.decisions;
    let decided = if is_value { decisions.meaning(heading, text) } else { decisions.meaning_in(heading, text) };
    decided.map(ToOwned::to_owned)
}

fn unclear_problem(cell: &CellAt<'_>, field: &str, unclear: &UnclearValue) -> Problem {
    // Addresses in columns of words are taken to pieces.
    let given: String = address_without_credentials(&unclear.text).chars().take(60).collect();
    let decision = format!("\"{given}=…\"");
    let message = match unclear.candidates.as_slice() {
        [] => Message::new("table-value-unknown").quote("given", &given).with("decision", decision),
        candidates => Message::new("table-value-unclear")
            .quote("given", &given)
            .with("candidates", candidates.iter().map(String::as_str).collect::<MessageArgument>())
            .with("decision", decision),
    };
    cell.problem(field, message)
}

fn lost_letters(text: &str) -> Message {
    let given: String = text.chars().take(60).collect();
    Message::new("table-lost-letter").quote("given", &given)
}
