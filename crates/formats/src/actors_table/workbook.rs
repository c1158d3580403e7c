//! The cells of one sheet of an XLSX workbook. What it would unpack to is measured before it is
//! opened, and no more cells are kept than a table may have.

use std::{
    io::{self, Cursor, Read},
    panic,
};

use calamine::{DataRef, Dimensions, Reader as _, Xlsx, XlsxError};
use chrono::{NaiveTime, Timelike};
use domain::rules::Problem;
use zip::ZipArchive;

use super::{Cell, MOST_CELLS, RawRow, TableError, encoding::LARGEST_TABLE};

/// How much a workbook may unpack to, bytes.
const LARGEST_UNPACKED: u64 = 256 * 1024 * 1024;
/// How many parts a workbook may have.
const MOST_PARTS: usize = 10_000;
/// Columns further to the right are no part of a table of actors.
const MOST_COLUMNS: u32 = 1_000;

/// The rows of a sheet that hold anything, the header among them; of the first sheet unless one is
/// named.
pub(super) fn rows(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Vec<RawRow>, TableError> {
    measure(&bytes)?;
    // calamine 0.38 panics on a cell reference of too many letters where overflow is checked: that ends the
    // reading of this file, and nothing else.
    panic::catch_unwind(|| cells_by_row(bytes, sheet)).unwrap_or(Err(TableError::Damaged))
}

fn cells_by_row(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Vec<RawRow>, TableError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = workbook.sheet_names();
    let found = match sheet {
        None => sheets.first(),
        Some(wanted) => sheets.iter().find(|name| name.as_str() == wanted),
    };
    let Some(name) = found.cloned() else {
        return Err(TableError::NoSheet { given: sheet.unwrap_or_default().to_owned(), sheets });
    };
    let merged = workbook.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
    let mut rows: Vec<RawRow> = Vec::new();
    // Of a text that many cells share the workbook holds one copy; a row has its own.
    let (mut cells_left, mut bytes_left) = (MOST_CELLS, LARGEST_TABLE);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let Some(value) = read(cell.get_value()) else { continue };
        if column >= MOST_COLUMNS {
            return Err(TableError::TooManyCells);
        }
        if let Cell::Text(text) = &value {
            bytes_left = bytes_left.checked_sub(text.len() as u64).ok_or(TableError::TooLarge)?;
        }
        let line = u64::from(row) + 1;
        if rows.last().is_none_or(|last| last.line < line) {
            rows.push(RawRow::new(line));
        }
        let Some(last) = rows.last_mut().filter(|last| last.line == line) else {
            return Err(TableError::RowsOutOfOrder { line });
        };
        let before = last.cells.len();
        put(last, column, value);
        cells_left = cells_left.checked_sub(last.cells.len() - before).ok_or(TableError::TooManyCells)?;
    }
    tell_merged(&mut rows, &merged);
    Ok(rows)
}

/// Unpacks every part into nothing: what a workbook says of its size may be wrong.
fn measure(bytes: &[u8]) -> Result<(), TableError> {
    // A workbook with a password is packed otherwise (MS-CFB), with these bytes first.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableError::OldOrLocked);
    }
    let packed = |source| TableError::NoWorkbook { source };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(packed)?;
    if archive.len() > MOST_PARTS {
        return Err(TableError::Unpacked);
    }
    let mut left = LARGEST_UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(packed)?;
        let read = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| packed(error.into()))?;
        left = left.checked_sub(read).ok_or(TableError::Unpacked)?;
    }
    Ok(())
}

fn unreadable(error: XlsxError) -> TableError {
    TableError::Workbook { source: error }
}

/// What a cell says; `None` where it says nothing. Of a formula it is the result.
fn read(value: &DataRef<'_>) -> Option<Cell> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => number.to_string(),
        // A postcode or telephone number that Excel took for a number has no decimals, and none are shown.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) => match time.as_datetime() {
            Some(time) if time.time() == NaiveTime::MIN => time.date().to_string(),
            Some(time) if time.second() == 0 => time.format("%Y-%m-%dT%H:%M").to_string(),
            Some(time) => time.format("%Y-%m-%dT%H:%M:%S").to_string(),
            None => time.as_f64().to_string(),
        },
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => {
            return Some(Cell::Wrong(Box::new(Problem::Malformed {
                german: format!("enthält den Fehler {error} einer Formel: erlaubt ist ein Wert oder nichts"),
                english: format!("holds the error {error} of a formula: allowed is a value or nothing"),
            })));
        }
    };
    let breaks_as_everywhere = text.replace("\r\n", "\n").replace('\r', "\n");
    (!breaks_as_everywhere.trim().is_empty()).then_some(Cell::Text(breaks_as_everywhere))
}

fn put(row: &mut RawRow, column: u32, value: Cell) {
    let column = column as usize;
    while row.cells.len() <= column {
        row.cells.push(Cell::Text(String::new()));
    }
    row.cells[column] = value;
}

/// A cell merged over several rows says something of each of them, or only of the first: which, is
/// not for this program to guess.
fn tell_merged(rows: &mut [RawRow], merged: &[Dimensions]) {
    let tall = merged.iter().filter(|area| area.end.0 > area.start.0);
    for area in tall {
        let (first, last) = (u64::from(area.start.0) + 1, u64::from(area.end.0) + 1);
        for row in rows.iter_mut().filter(|row| row.line > first && row.line <= last) {
            let wrong = Problem::Malformed {
                german: format!("ist über die Zeilen {first} bis {last} verbunden: erlaubt ist eine Zelle je Zeile"),
                english: format!("is merged over the rows {first} to {last}: allowed is one cell for each row"),
            };
            if area.start.1 < MOST_COLUMNS {
                put(row, area.start.1, Cell::Wrong(Box::new(wrong)));
            }
        }
    }
}

#[cfg(test)]
mod tests;
