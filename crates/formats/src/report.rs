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
    /// Lines between the title and the headings.
    #[serde(default)]
    pub introduction: Vec<String>,
    /// Lines behind the rows.
    #[serde(default)]
    pub closing: Vec<String>,
}

/// How wide the first column is, characters: it tells what a row is about.
const FIRST_WIDTH: f64 = 44.0;
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
        sheet.set_column_width(0, FIRST_WIDTH)?;
        sheet.write_string_with_format(0, 0, &self.title, &bold)?;
        let mut row = 2;
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
