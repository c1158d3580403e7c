//! The cells of one sheet of a workbook, XLSX or ODS, as the sheet shows them. What it would unpack to is measured
//! before it is opened, and no more cells are kept than a table may have.
//!
//! Both are read here with quick-xml rather than by a library for workbooks: calamine, the one that is well kept, tells
//! neither number formats nor hidden rows, and of ODS no merged cells; a postcode with the format `00000` is 1067 to it.
//!
//! - `xml` reads the elements of a part, `sheet` gathers cells within their bounds, `links` finds the addresses behind
//!   them, `comments` what is stuck to them
//! - `xlsx` and `number_format` read Office Open XML (ECMA-376), `ods` reads OpenDocument

mod comments;
mod links;
mod number_format;
mod ods;
mod sheet;
mod xlsx;
mod xml;

use std::io::{self, Cursor, Read};

use domain::rules::Problem;
use messages::Message;
use zip::ZipArchive;

pub(super) use self::{
    comments::CellComment,
    ods::{ods_sheet_names, read_ods},
    sheet::{HeadingSpan, SheetCells},
    xlsx::{read_xlsx, xlsx_sheet_names},
};
use super::{
    Cell, MOST_CELLS, MOST_ROWS, RawRow, TableError, TableSummary, encoding::LARGEST_TABLE, header::column_letters,
    understanding::first_of,
};

/// How much a workbook may unpack to, bytes.
const LARGEST_UNPACKED: u64 = 256 * 1024 * 1024;
/// How many parts a workbook may have.
const MOST_PARTS: usize = 10_000;
/// Columns further to the right are no part of a table of actors.
const MOST_COLUMNS: u32 = 1_000;

/// A workbook whose size is known to be in bounds.
struct WorkbookArchive(ZipArchive<Cursor<Vec<u8>>>);

impl WorkbookArchive {
    /// Unpacks every part into nothing: what a workbook says of its size may be wrong.
    fn open(bytes: Vec<u8>) -> Result<Self, TableError> {
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
        Ok(Self(archive))
    }

    /// The text of a part; `None` where there is no such part.
    fn part(&mut self, name: &str) -> Result<Option<String>, TableError> {
        let packed = |source| TableError::NoWorkbook { source };
        let name = name.trim_start_matches('/').to_owned();
        let is_it = |known: &Result<std::borrow::Cow<'_, str>, _>| {
            known.as_ref().is_ok_and(|known| known.eq_ignore_ascii_case(&name))
        };
        let Some(at) = self.0.file_names().position(|known| is_it(&known)) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.0.by_index(at).map_err(packed)?.read_to_end(&mut bytes).map_err(|error| packed(error.into()))?;
        // Parts are UTF-8; others may be UTF-16, which encoding_rs tells by the mark.
        Ok(Some(match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => encoding_rs::UTF_16LE.decode(error.as_bytes()).0.into_owned(),
        }))
    }
}

/// What a workbook calls one of its sheets.
#[derive(Clone, Debug)]
struct SheetName {
    name: String,
    is_hidden: bool,
    /// Where it stands.
    place: String,
}

/// What the sheets that are shown are called.
fn shown_names(sheets: Vec<SheetName>) -> Vec<String> {
    sheets.into_iter().filter(|sheet| !sheet.is_hidden).map(|sheet| sheet.name).collect()
}

/// The sheet that is named, else the first that is shown. What is not read is said.
fn choose_sheet<'s>(
    sheets: &'s [SheetName],
    wanted: Option<&str>,
    summary: &mut TableSummary,
) -> Result<&'s SheetName, TableError> {
    let names = || sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let chosen = match wanted {
        Some(wanted) => sheets
            .iter()
            .find(|sheet| sheet.name == wanted)
            .ok_or_else(|| TableError::NoSheet { given: wanted.to_owned(), sheets: names() })?,
        None => sheets
            .iter()
            .find(|sheet| !sheet.is_hidden)
            .ok_or_else(|| TableError::NoVisibleSheet { sheets: names() })?,
    };
    summary.sheet = Some(chosen.name.clone());
    summary.sheets = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let list = |is_hidden: bool| {
        let others = sheets.iter().filter(|sheet| sheet.is_hidden == is_hidden && sheet.name != chosen.name);
        others.map(|sheet| sheet.name.as_str()).collect::<Vec<_>>()
    };
    let (hidden, shown) = (list(true), list(false));
    if !hidden.is_empty() {
        summary.remarks.push(Message::new("table-hidden-sheets").quote_all("sheets", hidden));
    }
    if !shown.is_empty() && wanted.is_none() {
        summary.remarks.push(Message::new("table-sheet-read").quote("sheet", &chosen.name).quote_all("sheets", shown));
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests;
