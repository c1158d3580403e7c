//! The rows that were left out, as a table with one more column: "Problem". Put right, it is imported as the table was.

use csv::{Terminator, WriterBuilder};

use super::{ActorsTable, Cell, RawRow, guard, links::with_address, names::lost_all_letters};

/// What the column is called that says why.
const PROBLEM: &str = "Problem";
/// What the column is called that has the comments of cells.
const COMMENTS: &str = "Kommentare der Zellen";

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// Its number, from 1.
    pub row: usize,
    /// Why.
    pub problem: String,
}

/// What the rows are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RejectsFormat {
    /// Text with semicolons, UTF-8 with a byte order mark, as spreadsheets in German open it.
    Csv,
    /// A workbook of Excel.
    Xlsx,
}

impl ActorsTable {
    /// The rows that were left out, in the columns of the table, each with its problem.
    ///
    /// # Errors
    /// [`rust_xlsxwriter::XlsxError`] where a cell is longer than a workbook allows.
    pub fn write_rejects(
        &self,
        rejects: &[Reject],
        format: RejectsFormat,
    ) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        let texts = |cells: &[Cell]| -> Vec<String> {
            let text = |cell: &Cell| match cell {
                Cell::Text(text) | Cell::Marked { mark: text, .. } => text.clone(),
                Cell::Linked { text, link } => with_address(text, link),
                Cell::Wrong(_) => String::new(),
            };
            let mut texts: Vec<String> = cells.iter().map(text).collect();
            texts.resize(self.columns.list.len().max(texts.len()), String::new());
            texts
        };
        let known = self.header.cells.iter().position(|cell| cell.text() == Some(PROBLEM));
        let rows: Vec<(&RawRow, &str)> = rejects
            .iter()
            .filter_map(|reject| Some((self.rows.get(reject.row.checked_sub(1)?)?, reject.problem.as_str())))
            .collect();
        let has_comments = rows.iter().any(|(row, _)| !row.comments.is_empty());
        let mut headings = texts(&self.header.cells);
        if has_comments {
            headings.push(COMMENTS.to_owned());
        }
        let width = headings.len();
        let lines = std::iter::once((headings, PROBLEM.to_owned())).chain(rows.into_iter().map(|(row, problem)| {
            let mut cells = texts(&row.cells);
            if has_comments {
                cells.resize(width.max(cells.len() + 1), String::new());
                let comments: Vec<&str> = row.comments.iter().map(|(_, text)| text.as_str()).collect();
                cells[width - 1] = comments.join("; ");
            }
            (cells, problem.to_owned())
        }));
        let lines = lines.map(|(mut cells, problem)| {
            match known.and_then(|at| cells.get_mut(at)) {
                Some(cell) => *cell = problem,
                None => cells.push(problem),
            }
            cells
        });
        match format {
            RejectsFormat::Csv => Ok(write_csv(lines)),
            RejectsFormat::Xlsx => write_xlsx(lines),
        }
    }
}

fn write_csv(lines: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).flexible(true).from_writer(&mut bytes);
    for line in lines {
        // A question mark that is all that is left of a letter begins no formula.
        let cells = line.into_iter().map(|text| if lost_all_letters(&text) { text } else { guard(text) });
        // Writing to memory never fails.
        let _ = writer.write_record(cells.map(String::into_bytes));
    }
    let _ = writer.flush();
    drop(writer);
    bytes
}

fn write_xlsx(lines: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0_u32..).zip(lines) {
        for (column, text) in (0_u16..).zip(line) {
            if !text.is_empty() {
                sheet.write_string(row, column, text)?;
            }
        }
    }
    workbook.save_to_buffer()
}
