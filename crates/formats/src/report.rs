//! Figures as a workbook with one sheet: a title, headings, rows of texts and numbers.

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde::Deserialize;

/// A cell of a report.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ReportCell {
    /// A number, with which a reader can go on calculating.
    Number(f64),
    /// Anything else.
    Text(String),
}

/// A report of one table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What stands above it.
    pub title: String,
    /// The headings.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<ReportCell>>,
}

/// How wide the first column is, characters: it tells what a row is about.
const FIRST_WIDTH: f64 = 44.0;

impl Report {
    /// The workbook. Texts stay texts: none is taken for a formula.
    ///
    /// # Errors
    /// [`XlsxError`] where a sheet has no more rows or columns, or a cell is longer than one may be.
    pub fn to_workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let bold = Format::new().set_bold();
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_column_width(0, FIRST_WIDTH)?;
        sheet.write_string_with_format(0, 0, &self.title, &bold)?;
        for (column, heading) in (0_u16..).zip(&self.header) {
            sheet.write_string_with_format(2, column, heading, &bold)?;
        }
        for (row, cells) in (3_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    ReportCell::Number(number) => sheet.write_number(row, column, *number)?,
                    ReportCell::Text(text) => sheet.write_string(row, column, text)?,
                };
            }
        }
        workbook.save_to_buffer()
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
}
