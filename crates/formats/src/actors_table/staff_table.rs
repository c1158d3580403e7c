//! Tables for staff: every entry of one kind with its id, in columns that are named as the fields are.
//!
//! They are read to the letter. A cell that says what the stored entry says already leaves the field as it is, so a
//! table that was written here changes nothing; one that says something else, or that was emptied, changes that field
//! and no other. A column that was taken out says nothing.

mod columns;
mod versions;
mod writing;

use std::{collections::HashMap, io::Read};

use domain::{EntityKind, Slug, rules};
use messages::Message;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

pub use self::{
    columns::{STAFF_TABLES, sheet_of_kind},
    versions::{StaffBase, StaffChange, StaffEntry},
    writing::{StaffSheet, StaffTable, StaffTableRows, StaffWorkbook, write_staff_row},
};
use self::{
    columns::{StaffColumn, find_column},
    versions::{CellOutcome, VERSION},
};
use super::{
    ActorsTable, Cell, RawRow, TableError, TableFormat, TableOptions, cells,
    columns::{Columns, PlannedColumn},
    encoding,
    entry::{nameless, put, wrong_length},
    guard,
    understanding::ColumnUse,
    workbook,
};
use crate::{
    interchange::{
        ActorEntry, ChildEntry, Entry, InvalidEntry, PartialEntry, Said, Section, entry_reader, name_of,
        removed::RemovedParts, slug_of,
    },
    lost_letters::is_lossy_copy,
    problem::{Place, Problem},
};

/// The heading of the column that makes a table one for staff; its cells name the kind.
const ENTRY: &str = "entry";
/// What is left of a word whose letters a program had no signs for.
const LOST: &str = "???";
/// Fields that an emptied cell leaves as they are: what they say by saying nothing is for nobody to guess.
const NEVER_EMPTIED: &[&str] = &["id", "actor", "slug", "status", "kind", "type", "precision"];

/// What the rows of a table for staff are.
#[derive(Clone, Debug)]
pub(super) struct StaffRows {
    kind: EntityKind,
    /// Whether its cells were kept from being formulas, as those of a text are.
    is_guarded: bool,
    /// What each column holds, in the order of the table.
    columns: Vec<Option<StaffColumn>>,
    /// Which of them have no heading.
    headless: Vec<usize>,
    /// Which of them has the versions of the entries.
    version_at: Option<usize>,
    /// By id, what stored entries say.
    stored: HashMap<Uuid, StaffEntry>,
}

impl ActorsTable {
    /// The sheets of a workbook that may be tables for staff, by what they are called.
    ///
    /// # Errors
    /// [`TableError`] when it is no workbook.
    pub fn staff_sheets(reader: impl Read, format: TableFormat) -> Result<Vec<&'static str>, TableError> {
        let bytes = encoding::read_bounded(reader)?;
        let names = match format {
            TableFormat::Csv => return Ok(Vec::new()),
            TableFormat::Xlsx => workbook::xlsx_sheet_names(bytes)?,
            TableFormat::Ods => workbook::ods_sheet_names(bytes)?,
        };
        let sheets = STAFF_TABLES.iter().map(|kind| sheet_of_kind(*kind));
        Ok(sheets.filter(|sheet| names.iter().any(|name| name == sheet)).collect())
    }

    /// The kind of its entries where it is a table for staff.
    pub fn staff_kind(&self) -> Option<EntityKind> {
        self.staff.as_ref().map(StaffRows::kind)
    }

    /// The ids that the rows of a table for staff have, with the versions they show.
    pub fn staff_versions(&self) -> Vec<(Uuid, Option<u32>)> {
        let Some(staff) = &self.staff else { return Vec::new() };
        self.rows.iter().filter_map(|row| Some((staff.id(row)?, staff.version(row)))).collect()
    }

    /// Notes what the stored entries say that the rows of a table for staff name by their ids.
    pub fn know_stored(&mut self, stored: HashMap<Uuid, StaffEntry>) {
        if let Some(staff) = &mut self.staff {
            staff.know(stored);
            self.tell_of_versions();
        }
    }
}

impl StaffRows {
    /// What a table is whose header says that it is one for staff; `None` for every other one.
    pub(super) fn of(header: &RawRow, rows: &[RawRow], format: TableFormat) -> Option<Self> {
        if header.cells.first().and_then(Cell::text) != Some(ENTRY) {
            return None;
        }
        let kind = |row: &RawRow| kind_of(row.cells.first()?.text()?);
        let kind = rows.iter().find_map(kind)?;
        let heading = |cell: &Cell| find_column(kind, cell.text().unwrap_or_default());
        let headless = header.cells.iter().enumerate().filter(|(_, cell)| cell.text().is_none()).map(|(at, _)| at);
        let columns = header.cells.iter().map(heading).collect();
        Some(Self {
            kind,
            is_guarded: format == TableFormat::Csv,
            columns,
            headless: headless.collect(),
            version_at: header.cells.iter().position(|cell| cell.text() == Some(VERSION)),
            stored: HashMap::new(),
        })
    }

    /// The columns, as the summary of a table has them.
    pub(super) fn plan_columns(&self, header: &RawRow) -> Columns {
        let headings = header.cells.iter().map(|cell| cell.text().unwrap_or_default().to_owned());
        let columns = headings.zip(&self.columns).map(|(heading, column)| {
            let is_known = column.is_some() || [ENTRY, VERSION].contains(&heading.as_str());
            let usage = if is_known { ColumnUse::Recognised } else { ColumnUse::Unknown };
            let fields = if is_known { heading.clone() } else { String::new() };
            PlannedColumn { heading, target: None, usage, fields, person: None }
        });
        Columns { list: columns.collect(), ..Columns::default() }
    }

    /// The kind of its entries.
    pub(super) const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// Notes what stored entries say.
    pub(super) fn know(&mut self, stored: HashMap<Uuid, StaffEntry>) {
        self.stored = stored;
    }

    /// The id of a row.
    pub(super) fn id(&self, row: &RawRow) -> Option<Uuid> {
        let is_id = |column: &Option<StaffColumn>| column.as_ref().is_some_and(|column| column.column.name == "id");
        let at = self.columns.iter().position(is_id)?;
        row.cells.get(at)?.text()?.parse().ok()
    }

    /// A row as an entry, refused with everything that is wrong with its cells where anything is.
    pub(super) fn entry(&self, row: &RawRow, options: &TableOptions, place: &Place) -> Entry {
        let mut problems: Vec<Problem> = wrong_length(self.columns.len(), row, place).into_iter().collect();
        if self.headless.iter().any(|at| row.cells.get(*at).is_some_and(|cell| !cell.is_empty())) {
            problems.push(nameless(place, None));
        }
        if let Some(given) = row.cells.first().and_then(Cell::text)
            && kind_of(given) != Some(self.kind)
        {
            let (given, kind): (String, _) = (given.chars().take(60).collect(), self.kind.slug());
            let message = Message::new("table-other-kind").quote("given", &given).quote("kind", kind);
            problems.push(place.problem(ENTRY, rules::Problem::Format(message)));
        }
        if self.has_odd_version(row) {
            problems.push(place.problem(VERSION, rules::Problem::Format(Message::new("table-version"))));
        }
        let (object, said) = self.object(row, options, place, &mut problems);
        match self.kind {
            EntityKind::Actor => {
                let said = if said.is_empty() { Said::Verbatim } else { Said::from_paths(said) };
                let complete = |entry: ActorEntry| Entry::Actor(Box::new(ActorEntry { said, ..entry }));
                read(Section::Actors, object, problems, place, complete)
            }
            EntityKind::Offer => self.child(Section::Offers, object, problems, place, |it| Entry::Offer(Box::new(it))),
            EntityKind::Event => self.child(Section::Events, object, problems, place, |it| Entry::Event(Box::new(it))),
            EntityKind::Project => {
                read(Section::Projects, object, problems, place, |entry| Entry::Project(Box::new(entry)))
            }
            _ => read(Section::Links, object, problems, place, |entry| Entry::Link(Box::new(entry))),
        }
    }

    /// What is stored with the cells of a row over it; of a new entry with the fields it says.
    fn object(
        &self,
        row: &RawRow,
        options: &TableOptions,
        place: &Place,
        problems: &mut Vec<Problem>,
    ) -> (Map<String, Value>, Vec<String>) {
        let stored = self.id(row).and_then(|id| self.stored.get(&id));
        let mut object = stored.and_then(|entry| entry.fields.as_object()).cloned().unwrap_or_default();
        let mut said = Vec::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let text = match cell {
                Cell::Text(text) | Cell::Linked { text, .. } | Cell::Marked { mark: text, .. } => text,
                Cell::Wrong(wrong) => {
                    if let Some(Some(StaffColumn { column, .. })) = self.columns.get(at) {
                        problems.push(place.problem(&column.name, rules::Problem::clone(wrong)));
                    }
                    continue;
                }
            };
            let Some(staff_column) = self.columns.get(at).and_then(Option::as_ref) else { continue };
            let column = &staff_column.column;
            let text = match stored.map(|entry| self.outcome(staff_column, entry, text, options)) {
                None => text,
                Some(CellOutcome::Take(text)) => text,
                Some(CellOutcome::Keep | CellOutcome::Note) => continue,
                Some(CellOutcome::Ask(authorship)) => {
                    let message = authorship.message(&column.name, text.trim());
                    problems.push(place.problem(&column.name, rules::Problem::Format(message)));
                    continue;
                }
            };
            let text = text.trim();
            let text = if self.is_guarded { guard::unguard(text).trim() } else { text };
            if text.contains(LOST) {
                let given: String = text.chars().take(60).collect();
                let message = Message::new("table-letters-lost").quote("given", &given);
                problems.push(place.problem(&column.name, rules::Problem::Format(message)));
                continue;
            }
            match Some(text).filter(|text| !text.is_empty()) {
                None if NEVER_EMPTIED.contains(&column.name.as_str()) || stored.is_none() => {}
                None => remove(&mut object, &column.path),
                Some(text) => match cells::read(column, text) {
                    Ok(value) => {
                        if stored.is_none() {
                            said.push(column.path.join("."));
                        }
                        put(&mut object, &column.path, value);
                    }
                    Err(wrong) => problems.push(place.problem(&column.name, wrong)),
                },
            }
        }
        let is_placed = |place: &Value| place.get("longitude").is_some() || place.get("latitude").is_some();
        if object.get("location").is_some_and(|place| !is_placed(place)) {
            object.remove("location");
        }
        if stored.is_none() && self.kind != EntityKind::Link {
            object.entry("status").or_insert_with(|| Value::from(options.status.slug()));
        }
        (object, said)
    }

    /// An entry below the actor that the row names.
    fn child<T: DeserializeOwned>(
        &self,
        section: Section,
        mut object: Map<String, Value>,
        mut problems: Vec<Problem>,
        place: &Place,
        wrap: impl FnOnce(ChildEntry<T>) -> Entry,
    ) -> Entry {
        let actor = object.remove("actor").and_then(|actor| actor.as_str().map(ToOwned::to_owned)).unwrap_or_default();
        let slug = match actor.parse::<Slug>() {
            Ok(slug) => Some(slug),
            Err(_) if actor.is_empty() => {
                problems.push(place.problem("actor", rules::Problem::Required));
                None
            }
            Err(error) => {
                problems.push(place.problem("actor", rules::Problem::Unreadable(error.to_string())));
                None
            }
        };
        let stand_in = || "x".parse().ok();
        match slug.or_else(stand_in) {
            Some(actor) => read(section, object, problems, place, |entry| wrap(ChildEntry { actor, entry })),
            None => Entry::Invalid(invalid_entry(section, problems, &Value::Null, None)),
        }
    }
}

/// Reads the object of a row.
fn read<T: DeserializeOwned>(
    section: Section,
    object: Map<String, Value>,
    mut problems: Vec<Problem>,
    place: &Place,
    wrap: impl FnOnce(T) -> Entry,
) -> Entry {
    let object = Value::Object(object);
    match entry_reader::read_value::<T>(object.clone(), place) {
        Ok(entry) if problems.is_empty() => wrap(entry),
        Ok(entry) => {
            Entry::Invalid(invalid_entry(section, problems, &object, Some((wrap(entry), RemovedParts::default()))))
        }
        Err(wrong) => {
            problems.extend(wrong.problems);
            let rest = wrong.rest.map(|(rest, removed)| (wrap(rest), removed));
            Entry::Invalid(invalid_entry(section, problems, &object, rest))
        }
    }
}

fn invalid_entry(
    section: Section,
    problems: Vec<Problem>,
    object: &Value,
    rest: Option<(Entry, RemovedParts)>,
) -> InvalidEntry {
    let (slug, is_slug_generated) = if section == Section::Actors { slug_of(object) } else { (None, false) };
    let rest = rest.map(|(rest, removed)| PartialEntry::new(rest, removed));
    InvalidEntry { section, problems, slug, name: name_of(object), is_slug_generated, rest }
}

fn kind_of(cell: &str) -> Option<EntityKind> {
    STAFF_TABLES.iter().copied().find(|kind| kind.slug() == cell)
}

/// Whether a cell says what was written: programs write line breaks and the ends of texts their own way.
fn says_same(cell: &str, written: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    let written = plain(written);
    let is_same = |cell: &str| plain(cell) == written || is_lossy_copy(&plain(cell), &written);
    is_same(cell) || is_same(guard::unguard(cell.trim()))
}

/// Takes out the value below a path of fields, and what is empty then.
fn remove(object: &mut Map<String, Value>, path: &[String]) {
    match path {
        [field] => drop(object.remove(field)),
        [field, below @ ..] => {
            if let Some(Value::Object(nested)) = object.get_mut(field) {
                remove(nested, below);
                if nested.is_empty() {
                    object.remove(field);
                }
            }
        }
        [] => {}
    }
}
