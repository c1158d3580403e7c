//! Writes tables for staff: every entry is looked at twice, first for the languages of its texts, then as a row.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use csv::{Terminator, WriterBuilder};
use domain::EntityKind;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{
    ENTRY, StaffEntry, VERSION,
    columns::{StaffColumn, columns, sheet_of_kind},
};
use crate::actors_table::{cells::cell_text, guard};

/// The table of one kind.
#[derive(Debug)]
pub struct StaffTable {
    kind: EntityKind,
    columns: Vec<StaffColumn>,
    /// By column, the languages that entries have a text in.
    languages: Vec<BTreeSet<String>>,
}

impl StaffTable {
    /// The table of a kind, before anything is known of its entries.
    pub fn new(kind: EntityKind) -> Self {
        let columns = columns(kind);
        // Without an entry people see where a text belongs.
        let german = |column: &StaffColumn| column.is_localised.then(|| "de".to_owned()).into_iter().collect();
        Self { kind, languages: columns.iter().map(german).collect(), columns }
    }

    /// The kind of its entries.
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// Learns which languages an entry has texts in.
    pub fn learn(&mut self, StaffEntry { fields: entry, .. }: &StaffEntry) {
        for (column, languages) in self.columns.iter().zip(&mut self.languages).filter(|(it, _)| it.is_localised) {
            let texts = entry.get(&column.column.name).and_then(serde_json::Value::as_object);
            for language in texts.into_iter().flat_map(|texts| texts.keys()) {
                if !languages.contains(language) {
                    languages.insert(language.clone());
                }
            }
        }
    }

    /// The columns, once every entry was looked at.
    pub fn into_rows(self) -> StaffTableRows {
        let each = self.columns.iter().zip(&self.languages);
        let columns = each.flat_map(|(column, languages)| match column.is_localised {
            true => languages.iter().map(|language| column.in_language(language)).collect(),
            false => vec![column.clone()],
        });
        StaffTableRows { kind: self.kind, columns: columns.collect() }
    }
}

/// The table of one kind whose columns are known.
#[derive(Debug)]
pub struct StaffTableRows {
    kind: EntityKind,
    columns: Vec<StaffColumn>,
}

impl StaffTableRows {
    /// The headings.
    pub fn header(&self) -> Vec<String> {
        let names = self.columns.iter().map(|it| it.column.name.clone());
        [ENTRY.to_owned(), VERSION.to_owned()].into_iter().chain(names).collect()
    }

    /// The cells of an entry.
    pub fn row(&self, StaffEntry { version, fields, .. }: &StaffEntry) -> Vec<String> {
        let cells = self.columns.iter().map(|it| cell_text(&it.column.name, &it.column.path, fields));
        [self.kind.slug().to_owned(), version.to_string()].into_iter().chain(cells).collect()
    }
}

/// Writes a row as text with semicolons; `is_header` puts the mark of UTF-8 in front, which Excel needs.
///
/// # Errors
/// [`io::Error`] of what is written to.
pub fn write_staff_row(cells: Vec<String>, is_header: bool, mut to: impl Write) -> io::Result<()> {
    if is_header {
        to.write_all("\u{feff}".as_bytes())?;
    }
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(to);
    writer.write_record(cells.into_iter().map(|cell| guard(cell).into_bytes())).map_err(io::Error::other)?;
    writer.flush()
}

/// A workbook with a sheet for each kind. Its cells are texts, so that no program takes a postcode for a number.
#[derive(Default)]
pub struct StaffWorkbook(Workbook);

impl StaffWorkbook {
    /// Adds a sheet.
    ///
    /// # Errors
    /// [`XlsxError`].
    pub fn add_sheet(&mut self, table: &StaffTableRows) -> Result<StaffSheet<'_>, XlsxError> {
        let text = Format::new().set_num_format("@");
        let sheet = self.0.add_worksheet();
        sheet.set_name(sheet_of_kind(table.kind))?.set_freeze_panes(1, 0)?;
        for column in (0_u16..).take(table.columns.len() + 2) {
            sheet.set_column_format(column, &text)?;
        }
        let mut sheet = StaffSheet { sheet, text, next: 0 };
        sheet.push(table.header())?;
        Ok(sheet)
    }

    /// The file.
    ///
    /// # Errors
    /// [`XlsxError`].
    pub fn into_bytes(mut self) -> Result<Vec<u8>, XlsxError> {
        self.0.save_to_buffer()
    }
}

/// A sheet of such a workbook.
pub struct StaffSheet<'w> {
    sheet: &'w mut Worksheet,
    text: Format,
    next: u32,
}

impl StaffSheet<'_> {
    /// Adds a row.
    ///
    /// # Errors
    /// [`XlsxError`] where a sheet has no more rows, or a cell is longer than one may be.
    pub fn push(&mut self, cells: Vec<String>) -> Result<(), XlsxError> {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            self.sheet.write_string_with_format(self.next, column, cell, &self.text)?;
        }
        self.next += 1;
        Ok(())
    }
}
