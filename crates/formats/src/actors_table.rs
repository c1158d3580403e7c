//! Actors from a table with a header row: CSV as spreadsheets save it, or one sheet of an XLSX workbook.
//!
//! A row becomes the same [`ActorEntry`] that a directory file has, so everything after reading is
//! one way. A cell that is empty says nothing: what the entry has stays.
//!
//! - `encoding`, `csv` and `workbook` give the cells of each row, `columns` what they stand below
//! - `cells` and `words` read them as people write them; `guard` knows cells that spreadsheets take for formulas

mod cells;
mod columns;
mod csv;
mod encoding;
mod error;
mod guard;
mod words;
mod workbook;

use std::{fmt::Write as _, io::Read, ops::ControlFlow};

use domain::rules;
use serde_json::{Map, Value};

#[cfg(test)]
pub(crate) use self::columns::column_names;
use self::columns::{Column, Columns};
pub use self::{columns::UnknownColumn, error::TableError};
pub(crate) use self::{
    columns::{Written, written_columns},
    guard::guarded,
};
use crate::{
    interchange::{
        ActorEntry, Entry, Located, Reading, Refused, Rest, Said, Section, heal, name_of, removed::Removed, slug_of,
    },
    problem::{Place, Problem},
};

/// One cell.
#[derive(Clone, Debug)]
enum Cell {
    Text(String),
    /// Nothing that can be read, such as the error of a formula.
    Wrong(Box<rules::Problem>),
}

/// How many cells a table may have, empty ones before the last filled of a row among them.
const MOST_CELLS: usize = 4_000_000;

impl Cell {
    /// Its text, without spaces around; `None` when it says nothing.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(guard::unguarded(text.trim()).trim()).filter(|text| !text.is_empty()),
            Self::Wrong(_) => None,
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// One row as it stands in the file.
#[derive(Clone, Debug)]
struct RawRow {
    /// The line on which it starts, from 1.
    line: u64,
    /// How many line breaks stand in its cells.
    breaks: u64,
    cells: Vec<Cell>,
}

impl RawRow {
    const fn new(line: u64) -> Self {
        Self { line, breaks: 0, cells: Vec::new() }
    }
}

/// Reads a CSV file and hands every row to `take` as an entry of `actors`, in the order of the rows.
///
/// Rows that cannot be read are handed on as [`Entry::Refused`] with everything that is wrong, by line
/// and column. `take` ends the reading with [`ControlFlow::Break`].
///
/// # Errors
/// [`TableError`] when the table as a whole is none of actors; nothing was taken then.
pub fn read_csv<R: Read>(reader: R, take: impl FnMut(Located) -> ControlFlow<()>) -> Result<Reading, TableError> {
    let text = encoding::decode(encoding::bounded(reader)?)?;
    read(csv::rows(&text)?, take)
}

/// Reads a sheet of an XLSX workbook, the first unless one is named, as [`read_csv`] does.
///
/// # Errors
/// As [`read_csv`].
pub fn read_xlsx<R: Read>(
    reader: R,
    sheet: Option<&str>,
    take: impl FnMut(Located) -> ControlFlow<()>,
) -> Result<Reading, TableError> {
    read(workbook::rows(encoding::bounded(reader)?, sheet)?, take)
}

/// The first row that holds anything is the header.
fn read(rows: Vec<RawRow>, mut take: impl FnMut(Located) -> ControlFlow<()>) -> Result<Reading, TableError> {
    let mut rows = rows.into_iter().filter(|row| !row.cells.iter().all(Cell::is_empty));
    let header = rows.next().ok_or(TableError::Empty)?;
    let names: Vec<String> = header.cells.iter().map(|cell| cell.text().unwrap_or_default().to_owned()).collect();
    let columns = Columns::read(header.line, &names)?;
    let mut reading = Reading::default();
    for row in rows {
        let index = reading.entries;
        reading.entries += 1;
        let place = Place::row(row.line, &columns.headers).numbered(reading.entries);
        let entry = entry(&columns.list, &row, &place);
        if take(Located { place, index, entry }).is_break() {
            reading.stopped = true;
            break;
        }
    }
    Ok(reading)
}

/// A row as an entry, refused with everything that is wrong with its cells where anything is.
fn entry(columns: &[Option<Column>], row: &RawRow, place: &Place) -> Entry {
    let mut problems = Vec::new();
    let (mut object, mut said) = (Map::new(), Vec::new());
    problems.extend(wrong_length(columns, row, place));
    let cells = || columns.iter().zip(&row.cells);
    let typed = cells().find(|(column, _)| column.as_ref().is_some_and(|column| column.name == "type"));
    let actor_type = typed.and_then(|(_, cell)| words::actor_type(cell.text()?));
    for (column, cell) in cells() {
        let told = match (column, cell, cell.text()) {
            (Some(column), _, Some(text)) => {
                said.push(column.path.join("."));
                cells::read(column, text, actor_type)
                    .map(|value| put(&mut object, &column.path, value))
                    .map_err(|wrong| (column, wrong))
            }
            (Some(column), Cell::Wrong(wrong), _) => Err((column, rules::Problem::clone(wrong))),
            (_, _, None) => continue,
            (None, ..) => {
                problems.push(nameless(place));
                continue;
            }
        };
        if let Err((column, wrong)) = told {
            problems.push(place.problem(&column.path.join("."), wrong));
        }
    }
    if problems.iter().any(|problem| matches!(problem.path.as_str(), "longitude" | "latitude")) {
        // Half a position would only be told to lack the other half.
        object.remove("location");
    }
    let object = Value::Object(object);
    let (slug, is_made) = slug_of(&object);
    let name = name_of(&object);
    let refused = |problems, rest: Option<(ActorEntry, Removed)>| {
        let rest = rest.map(|(rest, removed)| Rest::new(Entry::Actor(Box::new(rest)), removed));
        Entry::Refused(Refused { section: Section::Actors, problems, slug, name, is_made, rest })
    };
    if has_moved_cells(columns, row) {
        // Cells that stand below the wrong columns are wrong in every way, and none is worth telling.
        problems.truncate(1);
        return refused(problems, None);
    }
    let said = Said::only(said);
    match heal::value::<ActorEntry>(object, place) {
        Ok(entry) if problems.is_empty() => Entry::Actor(Box::new(ActorEntry { said, ..entry })),
        Ok(entry) => refused(problems, Some((ActorEntry { said, ..entry }, Removed::default()))),
        Err(wrong) => {
            problems.extend(wrong.problems);
            refused(problems, wrong.rest.map(|(rest, removed)| (ActorEntry { said, ..rest }, removed)))
        }
    }
}

/// What is wrong with the number of cells.
fn wrong_length(columns: &[Option<Column>], row: &RawRow, place: &Place) -> Option<Problem> {
    let filled = row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    if filled <= columns.len() {
        return None;
    }
    let allowed = columns.len();
    let mut german = format!("hat {filled} Zellen: erlaubt sind {allowed}, wie in der Kopfzeile");
    let mut english = format!("has {filled} cells: allowed are {allowed}, as in the first row");
    if row.breaks > 0 {
        let (first, last) = (row.line, row.line + row.breaks);
        // Writing to a string never fails.
        let _ =
            write!(german, "; eine Zelle in Anführungszeichen reicht von Zeile {first} bis {last}: fehlt dort eines?");
        let _ =
            write!(english, "; a quoted cell makes one row of lines {first} to {last}: is a closing quote missing?");
    }
    Some(Problem { path: "row".to_owned(), ..place.problem("", rules::Problem::Malformed { german, english }) })
}

/// A value below no header.
fn nameless(place: &Place) -> Problem {
    let wrong = rules::Problem::Malformed {
        german: "hat einen Wert in einer Spalte ohne Überschrift: erlaubt ist dort nichts".to_owned(),
        english: "has a value in a column without a header: allowed is nothing there".to_owned(),
    };
    Problem { path: "row".to_owned(), ..place.problem("", wrong) }
}

/// Whether the cells cannot stand below their own columns: there are more of them than columns, and
/// not only empty ones at the end. In a row that is too short the end is missing.
fn has_moved_cells(columns: &[Option<Column>], row: &RawRow) -> bool {
    row.cells.iter().skip(columns.len()).any(|cell| !cell.is_empty())
}

fn put(object: &mut Map<String, Value>, path: &[String], value: Value) {
    match path {
        [field] => {
            object.insert(field.clone(), value);
        }
        [field, below @ ..] => {
            let nested = object.entry(field.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(nested) = nested {
                put(nested, below, value);
            }
        }
        [] => {}
    }
}

#[cfg(test)]
mod tests;
