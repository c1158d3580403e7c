//! A table for people as a workbook with one sheet or as text: a title, headings, rows of texts and numbers.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};
use serde::Deserialize;

use crate::actors_table::write_staff_row;

/// A cell of a report.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ReportCell {
    /// A number, with which a reader can go on calculating.
    Number(f64),
    /// Anything else.
    Text(String),
}

impl ReportCell {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// A report of one table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What stands above it. Without a title the headings are the first row, as serial letters need them.
    #[serde(default)]
    pub title: String,
    /// The headings.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<ReportCell>>,
    /// Lines between the title and the headings.
    #[serde(default)]
    pub introduction: Vec<String>,
    /// Lines behind the rows.
    #[serde(default)]
    pub closing: Vec<String>,
}

/// How wide the first column is, characters: it tells what a row is about.
const FIRST_WIDTH: f64 = 44.0;
/// How wide a column of a list is at most, characters; what is longer is wrapped.
const MAX_WIDTH: f64 = 48.0;
/// How many characters the button of a filter takes.
const FILTER_CHARACTERS: usize = 3;
/// The last column below which texts reach.
const LAST_COLUMN: u16 = 3;
/// How many characters a line of text has across the columns, about.
const LINE_CHARACTERS: usize = 70;
/// How high a line is, points.
const LINE_POINTS: f64 = 15.0;

/// How high a row is in which a text is wrapped, points; merged cells do not grow by themselves.
fn line_height(text: &str) -> f64 {
    let lines: usize = text.split('\n').map(|line| line.chars().count() / LINE_CHARACTERS + 1).sum();
    // A row has at most 409 points.
    (u32::try_from(lines).map_or(f64::MAX, f64::from) * LINE_POINTS).min(405.0)
}

impl Report {
    /// The workbook. Texts stay texts: none is taken for a formula.
    ///
    /// # Errors
    /// [`XlsxError`] where a sheet has no more rows or columns, or a cell is longer than one may be.
    pub fn to_workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let bold = Format::new().set_bold();
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let mut row = 0;
        if self.title.is_empty() {
            self.lay_out_list(sheet)?;
        } else {
            sheet.set_column_width(0, FIRST_WIDTH)?;
            sheet.write_string_with_format(0, 0, &self.title, &bold)?;
            row = 2;
        }
        let line = Format::new().set_text_wrap();
        for text in &self.introduction {
            sheet.merge_range(row, 0, row, LAST_COLUMN, text, &line)?;
            sheet.set_row_height(row, line_height(text))?;
            row += 1;
        }
        // A free row stands between the texts and the table, on both sides.
        row += u32::from(!self.introduction.is_empty());
        for (column, heading) in (0_u16..).zip(&self.header) {
            sheet.write_string_with_format(row, column, heading, &bold)?;
        }
        row += 1;
        for cells in &self.rows {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    ReportCell::Number(number) => sheet.write_number(row, column, *number)?,
                    ReportCell::Text(text) => sheet.write_string(row, column, text)?,
                };
            }
            row += 1;
        }
        for text in &self.closing {
            row += 1;
            sheet.merge_range(row, 0, row, LAST_COLUMN, text, &line)?;
            sheet.set_row_height(row, line_height(text))?;
        }
        workbook.save_to_buffer()
    }

    /// Makes a sheet without a title one to sort and to filter: columns as wide as what stands in them.
    fn lay_out_list(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let last_row = u32::try_from(self.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (column, heading) in (0_u16..).zip(&self.header) {
            let cells = self.rows.iter().filter_map(|row| row.get(usize::from(column)));
            let lengths = cells.map(|cell| cell.text().chars().count());
            let longest = lengths.chain([heading.chars().count() + FILTER_CHARACTERS]).max().unwrap_or_default();
            let width = f64::from(u16::try_from(longest + 1).unwrap_or(u16::MAX)).min(MAX_WIDTH);
            sheet.set_column_width(column, width)?.set_column_format(column, &wrapped)?;
        }
        if let Some(last_column) = self.header.len().checked_sub(1) {
            let last_column = u16::try_from(last_column).map_err(|_| XlsxError::RowColumnLimitError)?;
            sheet.set_freeze_panes(1, 1)?.autofilter(0, 0, last_row, last_column)?;
        }
        Ok(())
    }

    /// The headings and rows as text with semicolons, as spreadsheets here open it.
    ///
    /// # Errors
    /// [`std::io::Error`], which writing to memory does not give.
    pub fn to_csv(&self) -> std::io::Result<Vec<u8>> {
        let mut out = Vec::new();
        write_staff_row(self.header.clone(), true, &mut out)?;
        for row in &self.rows {
            write_staff_row(row.iter().map(ReportCell::text).collect(), false, &mut out)?;
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_report_is_a_workbook_of_numbers_and_texts() {
        let json = r#"{"title":"Jahr 2026","header":["Handlungsfeld","2026"],"rows":[["=1+1",3],["b",0.5]]}"#;
        let report: Report = serde_json::from_str(json).expect("a report");
        assert_eq!(report.rows[0], [ReportCell::Text("=1+1".to_owned()), ReportCell::Number(3.0)]);
        let bytes = report.to_workbook().expect("a workbook");
        let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        let mut part = |name: &str| {
            let mut text = String::new();
            parts.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
            text
        };
        let (strings, sheet) = (part("xl/sharedStrings.xml"), part("xl/worksheets/sheet1.xml"));
        assert!(strings.contains("Jahr 2026") && strings.contains("=1+1"), "{strings}");
        assert!(sheet.contains("<v>0.5</v>") && !sheet.contains("<f>"), "{sheet}");
        assert!(serde_json::from_str::<Report>(r#"{"title":"","header":[],"rows":[],"more":1}"#).is_err());
    }

    #[test]
    fn a_list_begins_with_its_headings_and_no_text_of_it_is_a_formula() {
        let json = r#"{"header":["Name","Zahl"],"rows":[["=1+1",3],["Caf\u00e9; \"x\"",0.5]]}"#;
        let report: Report = serde_json::from_str(json).expect("a report");
        let csv = String::from_utf8(report.to_csv().expect("text")).expect("UTF-8");
        assert_eq!(csv, "\u{feff}Name;Zahl\r\n'=1+1;3\r\n\"Café; \"\"x\"\"\";0.5\r\n");
        let bytes = report.to_workbook().expect("a workbook");
        let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        let mut sheet = String::new();
        parts.by_name("xl/worksheets/sheet1.xml").expect("a part").read_to_string(&mut sheet).expect("text");
        assert!(sheet.contains("<autoFilter ref=\"A1:B3\"/>") && sheet.contains("<row r=\"1\""), "{sheet}");
    }

    #[test]
    fn texts_stand_above_and_below_the_table_whatever_their_length() {
        let long = "Wort ".repeat(2_000);
        let json = serde_json::json!({ "title": "Jahr", "header": ["a", "b"], "rows": [["x", 7]],
                                       "introduction": ["=1+1\nZeile", ""], "closing": [long] });
        let report: Report = serde_json::from_value(json).expect("a report");
        let bytes = report.to_workbook().expect("a workbook");
        let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        let mut sheet = String::new();
        parts.by_name("xl/worksheets/sheet1.xml").expect("a part").read_to_string(&mut sheet).expect("text");
        assert!(
            sheet.contains("<mergeCell ref=\"A3:D3\"/>") && sheet.contains("<mergeCell ref=\"A9:D9\"/>"),
            "{sheet}"
        );
        assert!(sheet.contains("<c r=\"B7\"><v>7</v></c>") && !sheet.contains("<f>"), "{sheet}");
    }
}
