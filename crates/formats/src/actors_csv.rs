//! Actors from a table: CSV in UTF-8 with a header row, comma, semicolon or tab between the cells.
//!
//! A row becomes the same [`ActorEntry`] that a directory file has, so everything after reading is
//! one way. A cell that is empty says nothing; several values of a cell are separated by `|`.

use std::{
    fmt::Write as _,
    io::{self, BufRead, BufReader, Cursor, Read},
    ops::ControlFlow,
};

use csv::{ByteRecord, ReaderBuilder};
use domain::{Language, rules};
use serde_json::{Map, Value};
use thiserror::Error;

use crate::{
    interchange::{ActorEntry, Entry, Located, Reading, Refused, Rest, Section, heal, slug_of},
    problem::{Place, Problem},
    source::{Progress, Refusal, Source},
};

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Text,
    List,
    Flag,
    Degrees,
}

/// Every column, with the field it fills and how its cells are read.
const COLUMNS: &[(&str, &[&str], Shape)] = &[
    ("id", &["id"], Shape::Text),
    ("type", &["type"], Shape::Text),
    ("slug", &["slug"], Shape::Text),
    ("formerSlugs", &["formerSlugs"], Shape::List),
    ("status", &["status"], Shape::Text),
    ("kind", &["kind"], Shape::Text),
    ("name", &["name"], Shape::Text),
    ("alternativeNames", &["alternativeNames"], Shape::List),
    ("legalForm", &["legalForm"], Shape::Text),
    ("street", &["address", "street"], Shape::Text),
    ("postcode", &["address", "postcode"], Shape::Text),
    ("city", &["address", "city"], Shape::Text),
    ("addressExtra", &["address", "extra"], Shape::Text),
    ("longitude", &["location", "longitude"], Shape::Degrees),
    ("latitude", &["location", "latitude"], Shape::Degrees),
    ("precision", &["location", "precision"], Shape::Text),
    ("basedIn", &["basedIn"], Shape::Text),
    ("activeIn", &["activeIn"], Shape::List),
    ("themes", &["themes"], Shape::List),
    ("languages", &["languages"], Shape::List),
    ("targetGroups", &["targetGroups"], Shape::List),
    ("website", &["website"], Shape::Text),
    ("email", &["email"], Shape::Text),
    ("phone", &["phone"], Shape::Text),
    ("socialLinks", &["socialLinks"], Shape::List),
    ("openingHours", &["openingHours"], Shape::Text),
    ("byAppointment", &["byAppointment"], Shape::Flag),
    ("freeOfCharge", &["freeOfCharge"], Shape::Flag),
    ("confidential", &["confidential"], Shape::Flag),
    ("wheelchair", &["wheelchair"], Shape::Text),
    ("verifiedOn", &["verifiedOn"], Shape::Text),
    ("verifiedBy", &["verifiedBy"], Shape::Text),
];

/// Columns that exist once per language, such as `summary.tr`.
const LOCALISED: &[&str] = &["summary", "description"];

/// Columns without which no row can be an actor.
const REQUIRED: &[&str] = &["type", "kind", "name"];

/// The longest header row, in bytes.
const LONGEST_HEADER: u64 = 64 * 1024;

/// Why a table cannot be read at all.
#[derive(Debug, Error)]
pub enum TableError {
    /// The bytes did not come.
    #[error("reading the table failed")]
    Io(#[source] io::Error),
    /// Not UTF-8.
    #[error("line {line}: the table is not UTF-8; save it as \"CSV UTF-8\"")]
    NotUtf8 {
        /// Line, from 1.
        line: u64,
    },
    /// A row that would fill the memory, as behind a quote that is never closed.
    #[error("line {line}: the row is too large; is a closing quote missing?")]
    RowTooLarge {
        /// Line, from 1.
        line: u64,
    },
    /// The rows cannot be told apart.
    #[error("reading the rows of the table failed")]
    Rows(#[source] csv::Error),
    /// Nothing in it.
    #[error("the table is empty: its first row must name the columns {}", REQUIRED.join(", "))]
    Empty,
    /// Columns that have no meaning here.
    #[error("line 1: unknown {}: allowed are {}", quoted(.given), allowed_columns())]
    UnknownColumns {
        /// The names.
        given: Vec<String>,
    },
    /// Columns that stand twice.
    #[error("line 1: twice {}: allowed is once", quoted(.given))]
    RepeatedColumns {
        /// The names.
        given: Vec<String>,
    },
    /// Columns that are needed.
    #[error("line 1: missing {}", quoted(.missing))]
    MissingColumns {
        /// The names.
        missing: Vec<String>,
    },
}

fn quoted(names: &[String]) -> String {
    let mut text = String::from(if names.len() == 1 { "column" } else { "columns" });
    for (at, name) in names.iter().enumerate() {
        // Writing to a string never fails.
        let _ = write!(text, "{} {name:?}", if at == 0 { "" } else { "," });
    }
    text
}

/// The columns that do not depend on a language.
#[cfg(test)]
pub(crate) fn column_names() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|(name, ..)| *name)
}

/// The names of all columns, as a refusal lists them.
fn allowed_columns() -> String {
    let mut names: Vec<String> = COLUMNS.iter().map(|(name, ..)| (*name).to_owned()).collect();
    names.extend(LOCALISED.iter().map(|name| format!("{name}.LANGUAGE (as in {name}.de)")));
    names.join(", ")
}

/// A column of the table at hand.
struct Column {
    path: Vec<String>,
    shape: Shape,
}

/// Reads a table and hands every row to `take` as an entry of `actors`, in the order of the rows.
///
/// Rows that cannot be read are handed on as [`Entry::Refused`] and described in the result by line
/// and column. `take` ends the reading with [`ControlFlow::Break`].
///
/// # Errors
/// [`TableError`] when the table as a whole is none of actors; rows may have been taken before.
pub fn read<R: Read>(reader: R, mut take: impl FnMut(Located) -> ControlFlow<()>) -> Result<Reading, TableError> {
    let source = Source::new(reader);
    let progress = source.progress();
    let mut bytes = BufReader::with_capacity(64 * 1024, source);
    let (delimiter, header) = header(&mut bytes).map_err(|error| failure(error.into(), &progress))?;
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(Cursor::new(header).chain(bytes));
    let mut row = ByteRecord::new();
    if !rows.read_byte_record(&mut row).map_err(|error| failure(error, &progress))? {
        return Err(TableError::Empty);
    }
    let columns = columns(&row)?;
    let mut reading = Reading::default();
    loop {
        progress.start_entry();
        if !rows.read_byte_record(&mut row).map_err(|error| failure(error, &progress))? {
            return Ok(reading);
        }
        if row.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        let place = Place::row(row.position().map_or(0, csv::Position::line));
        let entry = match entry(&columns, &row, &place) {
            Ok(entry) => Entry::Actor(Box::new(entry)),
            Err((problems, refused)) => {
                problems.into_iter().for_each(|problem| reading.problems.add(problem));
                Entry::Refused(refused)
            }
        };
        let index = reading.entries;
        reading.entries += 1;
        if take(Located { place, index, entry }).is_break() {
            reading.stopped = true;
            return Ok(reading);
        }
    }
}

fn failure(error: csv::Error, progress: &Progress) -> TableError {
    match (progress.refusal(), error.is_io_error()) {
        (Some(Refusal::NotUtf8 { line, .. }), _) => TableError::NotUtf8 { line },
        (Some(Refusal::EntryTooLarge { line }), _) => TableError::RowTooLarge { line },
        (None, false) => TableError::Rows(error),
        (None, true) => TableError::Io(error.into()),
    }
}

/// The first row as bytes, and what separates its cells: the one of comma, semicolon and tab that
/// it has most of, or what a `sep=` line before it says.
fn header(bytes: &mut impl BufRead) -> io::Result<(u8, Vec<u8>)> {
    let mut line = Vec::new();
    bytes.take(LONGEST_HEADER).read_until(b'\n', &mut line)?;
    if let Some(delimiter) = line.strip_prefix(b"sep=").and_then(|rest| rest.first()).copied()
        && b",;\t".contains(&delimiter)
    {
        // An empty line in its place keeps the line numbers right.
        return Ok((delimiter, b"\n".to_vec()));
    }
    let count = |wanted: u8| line.iter().filter(|byte| **byte == wanted).count();
    let mut delimiter = b',';
    for other in [b';', b'\t'] {
        if count(other) > count(delimiter) {
            delimiter = other;
        }
    }
    Ok((delimiter, line))
}

fn columns(row: &ByteRecord) -> Result<Vec<Column>, TableError> {
    let names: Vec<String> = row.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    let mut unknown = Vec::new();
    let mut columns = Vec::new();
    for name in &names {
        match column(name) {
            Some(column) => columns.push(column),
            None => unknown.push(name.chars().take(60).collect()),
        }
    }
    if !unknown.is_empty() {
        return Err(TableError::UnknownColumns { given: unknown });
    }
    let repeated: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| columns[..*at].iter().any(|earlier| earlier.path == columns[*at].path))
        .map(|(_, name)| name.clone())
        .collect();
    if !repeated.is_empty() {
        return Err(TableError::RepeatedColumns { given: repeated });
    }
    let missing: Vec<String> =
        REQUIRED.iter().filter(|name| !names.iter().any(|given| given == *name)).map(ToString::to_string).collect();
    if missing.is_empty() { Ok(columns) } else { Err(TableError::MissingColumns { missing }) }
}

fn column(name: &str) -> Option<Column> {
    if let Some((field, language)) = name.split_once('.') {
        let language: Language = language.parse().ok()?;
        let known = LOCALISED.contains(&field);
        return known.then(|| Column { path: vec![field.to_owned(), language.to_string()], shape: Shape::Text });
    }
    let (_, path, shape) = COLUMNS.iter().find(|(column, ..)| *column == name)?;
    Some(Column { path: path.iter().map(ToString::to_string).collect(), shape: *shape })
}

/// A row as an entry, or everything that is wrong with its cells.
fn entry(columns: &[Column], row: &ByteRecord, place: &Place) -> Result<ActorEntry, (Vec<Problem>, Refused)> {
    let mut problems = Vec::new();
    let mut object = Map::new();
    problems.extend(wrong_length(columns, row, place));
    for (column, cell) in columns.iter().zip(row) {
        // The source has checked that everything is UTF-8.
        let text = String::from_utf8_lossy(cell);
        if text.trim().is_empty() {
            continue;
        }
        match read_cell(text.trim(), column.shape) {
            Ok(value) => put(&mut object, &column.path, value),
            Err(reason) => {
                problems.push(place.problem(&column.path.join("."), rules::Problem::Unreadable(reason)));
            }
        }
    }
    if problems.iter().any(|problem| matches!(problem.path.as_str(), "longitude" | "latitude")) {
        // Half a position would only be told to lack the other half.
        object.remove("location");
    }
    let object = Value::Object(object);
    let (slug, is_made) = slug_of(&object);
    let refused = |rest| Refused { section: Section::Actors, slug, is_made, rest };
    if has_moved_cells(columns, row) {
        // Cells that stand below the wrong columns are wrong in every way, and none is worth telling.
        problems.truncate(1);
        return Err((problems, refused(None)));
    }
    match heal::value::<ActorEntry>(object, place) {
        Ok(entry) if problems.is_empty() => Ok(entry),
        Ok(entry) => {
            let rest = Rest::new(Entry::Actor(Box::new(entry)), Default::default());
            Err((problems, refused(Some(rest))))
        }
        Err(wrong) => {
            problems.extend(wrong.problems);
            let rest = wrong.rest.map(|(rest, removed)| Rest::new(Entry::Actor(Box::new(rest)), removed));
            Err((problems, refused(rest)))
        }
    }
}

/// What is wrong with the number of cells. A quote that is never closed swallows the rows below it,
/// which is seen by a row of many lines.
fn wrong_length(columns: &[Column], row: &ByteRecord, place: &Place) -> Option<Problem> {
    if row.len() == columns.len() {
        return None;
    }
    let mut reason = format!("has {} cells: allowed are {}, as in the first row", row.len(), columns.len());
    let breaks = row.iter().flatten().filter(|byte| **byte == b'\n').count();
    if breaks > 0 {
        let first = place.line.unwrap_or_default();
        let last = first + u64::try_from(breaks).unwrap_or_default();
        // Writing to a string never fails.
        let _ = write!(reason, "; a quoted cell makes one row of lines {first} to {last}: is a closing quote missing?");
    }
    Some(Problem { path: "row".to_owned(), ..place.problem("", rules::Problem::Unreadable(reason)) })
}

/// Whether the cells cannot stand below their own columns: there are more of them than columns, and
/// not only empty ones at the end. In a row that is too short the end is missing.
fn has_moved_cells(columns: &[Column], row: &ByteRecord) -> bool {
    row.iter().skip(columns.len()).any(|cell| !cell.trim_ascii().is_empty())
}

fn read_cell(text: &str, shape: Shape) -> Result<Value, String> {
    match shape {
        Shape::Text => Ok(Value::from(text)),
        Shape::List => {
            let values = text.split('|').map(str::trim).filter(|value| !value.is_empty());
            Ok(values.map(Value::from).collect())
        }
        Shape::Flag => match text.to_lowercase().as_str() {
            "true" | "yes" | "ja" => Ok(Value::from(true)),
            "false" | "no" | "nein" => Ok(Value::from(false)),
            _ => {
                Err(format!("{:?} is neither yes nor no: allowed are true, yes, ja, false, no, nein", shortened(text)))
            }
        },
        Shape::Degrees => match text.replace(',', ".").parse::<f64>() {
            Ok(degrees) if degrees.is_finite() => Ok(Value::from(degrees)),
            _ => Err(format!("{:?} is not a number of degrees: allowed is the form 7.1553", shortened(text))),
        },
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
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
