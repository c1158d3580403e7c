//! OpenDocument spreadsheets (ISO/IEC 26300): one table of `content.xml`.

use std::collections::HashSet;

use super::{
    Cell, CellComment, MOST_COLUMNS, SheetCells, SheetName, TableError, TableSummary, WorkbookArchive, choose_sheet,
    links::formula_link,
    sheet::Area,
    shown_names,
    xlsx::formula_error,
    xml::{Element, Node, XmlPart},
};

/// Rows that LibreOffice can have.
const LAST_ROW: u32 = 1_048_576;

/// The cells of a sheet; of the first that is shown unless one is named.
pub(in super::super) fn read_ods(
    bytes: Vec<u8>,
    sheet: Option<&str>,
    summary: &mut TableSummary,
) -> Result<SheetCells, TableError> {
    let mut archive = WorkbookArchive::open(bytes)?;
    let content = archive.part("content.xml")?.ok_or(TableError::MissingPart { part: "content" })?;
    let sheets = read_sheets(&content)?;
    let chosen = choose_sheet(&sheets, sheet, summary)?;
    OdsReader { cells: SheetCells::new(), areas: Vec::new(), row: 0, column: 0 }.read(&content, &chosen.name, summary)
}

/// What the sheets of a workbook are called that are shown.
pub(in super::super) fn ods_sheet_names(bytes: Vec<u8>) -> Result<Vec<String>, TableError> {
    let mut archive = WorkbookArchive::open(bytes)?;
    let content = archive.part("content.xml")?.ok_or(TableError::MissingPart { part: "content" })?;
    Ok(shown_names(read_sheets(&content)?))
}

/// The sheets; one whose style says that it is not displayed is hidden.
fn read_sheets(content: &str) -> Result<Vec<SheetName>, TableError> {
    let (mut sheets, mut hidden, mut style) = (Vec::new(), HashSet::new(), String::new());
    let mut depth = 0_u32;
    let mut xml = XmlPart::new(content, "content");
    loop {
        match xml.next()? {
            Node::Start(element) if element.name == "style" => style = element.attribute("name").unwrap_or_default(),
            Node::Start(element)
                if element.name == "table-properties" && element.attribute("display").as_deref() == Some("false") =>
            {
                hidden.insert(style.clone());
            }
            Node::Start(element) if element.name == "table" => {
                depth += 1;
                if depth == 1 {
                    let is_hidden = element.attribute("style-name").is_some_and(|style| hidden.contains(&style));
                    let name = element.attribute("name").unwrap_or_default();
                    sheets.push(SheetName { name, is_hidden, place: String::new() });
                }
            }
            Node::End(name) if name == "table" => depth = depth.saturating_sub(1),
            Node::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

struct OdsReader {
    cells: SheetCells,
    areas: Vec<Area>,
    /// The row that comes next, from 0.
    row: u32,
    /// The column that is described next, from 0.
    column: u32,
}

impl OdsReader {
    fn read(mut self, content: &str, sheet: &str, summary: &mut TableSummary) -> Result<SheetCells, TableError> {
        let mut xml = XmlPart::new(content, "content");
        loop {
            match xml.next()? {
                Node::Start(element)
                    if element.name == "table" && element.attribute("name").as_deref() == Some(sheet) =>
                {
                    break;
                }
                Node::Eof => return self.cells.finish(&self.areas, summary),
                _ => {}
            }
        }
        loop {
            match xml.next()? {
                Node::Start(element) if element.name == "table-column" => {
                    let count = element.number("number-columns-repeated").unwrap_or(1).max(1);
                    if element.attribute("visibility").is_some_and(|visibility| visibility != "visible") {
                        self.cells.hide_columns(self.column, self.column.saturating_add(count - 1));
                    }
                    self.column = self.column.saturating_add(count);
                }
                Node::Start(element) if element.name == "table-row" => self.read_row(&element, &mut xml)?,
                Node::End(name) if name == "table" => break,
                Node::Eof => break,
                _ => {}
            }
        }
        self.cells.finish(&self.areas, summary)
    }

    /// Reads a row, which may stand for several that are the same.
    fn read_row(&mut self, row: &Element<'_>, xml: &mut XmlPart<'_>) -> Result<(), TableError> {
        let times = row.number("number-rows-repeated").unwrap_or(1).clamp(1, LAST_ROW);
        let is_hidden = row.attribute("visibility").is_some_and(|visibility| visibility != "visible");
        let mut cells: Vec<(u32, Cell)> = Vec::new();
        let mut column = 0_u32;
        loop {
            match xml.next()? {
                Node::Start(element) if matches!(element.name.as_str(), "table-cell" | "covered-table-cell") => {
                    let repeated = element.number("number-columns-repeated").unwrap_or(1).max(1);
                    let spanned = element.number("number-rows-spanned").unwrap_or(1);
                    let wide = element.number("number-columns-spanned").unwrap_or(1);
                    let (cell, comment) = read_cell(&element, xml)?;
                    if !comment.is_empty() {
                        self.cells.comments.push(CellComment { row: self.row, column, text: comment });
                    }
                    if !cell.is_empty() {
                        if column.saturating_add(repeated) > MOST_COLUMNS {
                            return Err(TableError::TooManyCells);
                        }
                        cells.extend((column..column + repeated).map(|column| (column, cell.clone())));
                        if spanned > 1 || wide > 1 {
                            let last_row = self.row.saturating_add(spanned.max(1) - 1);
                            let last_column = column.saturating_add(wide.max(1) - 1);
                            self.areas.push(Area { first_row: self.row, last_row, column, last_column });
                        }
                    }
                    column = column.saturating_add(repeated);
                }
                Node::End(name) if name == "table-row" => break,
                Node::Eof => break,
                _ => {}
            }
        }
        let end = self.row.saturating_add(times);
        if !cells.is_empty() {
            if end > LAST_ROW {
                return Err(TableError::TooManyCells);
            }
            for at in self.row..end {
                for (column, cell) in &cells {
                    self.cells.add(at, *column, cell.clone())?;
                }
                if is_hidden {
                    self.cells.hide(at);
                }
            }
        }
        self.row = end;
        Ok(())
    }
}

/// What a cell says, up to its end, and what is stuck to it.
fn read_cell(element: &Element<'_>, xml: &mut XmlPart<'_>) -> Result<(Cell, String), TableError> {
    // Which of the two types a cell has is told by the second where a formula ended in an error.
    let is_error = element.attribute("value-type").as_deref() == Some("error");
    let kind = element.attribute("value-type").unwrap_or_default();
    let CellText { text: shown, link, comment } = read_text(&element.name, xml)?;
    let link = link.or_else(|| formula_link(&element.attribute("formula")?));
    if is_error || (element.attribute("formula").is_some() && (shown.starts_with("Err:") || shown.starts_with('#'))) {
        return Ok((formula_error(&shown), comment));
    }
    let cell = match kind.as_str() {
        "date" => {
            let value = element.attribute("date-value").unwrap_or(shown);
            Cell::of(value.trim_end_matches("T00:00:00").to_owned())
        }
        "boolean" => Cell::of(element.attribute("boolean-value").unwrap_or(shown)),
        "float" => {
            let value = element.attribute("value").unwrap_or_default();
            Cell::of(shown_number(&value, &shown))
        }
        _ => Cell::of(shown),
    };
    let cell = match link {
        Some(link) => cell.with_link(link),
        None => cell,
    };
    Ok((cell, comment))
}

/// A number as the cell shows it, unless that has lost some of it.
fn shown_number(value: &str, shown: &str) -> String {
    let exact: Option<f64> = value.trim().parse().ok();
    let seen: Option<f64> = shown.trim().replace(',', ".").parse().ok();
    // "44649,0" is a postcode in a column of numbers with decimals.
    let is_padded = shown.trim().split_once([',', '.']).is_some_and(|(_, rest)| rest.chars().all(|c| c == '0'));
    match (exact, seen) {
        (Some(exact), Some(seen)) if is_padded && exact == seen => exact.to_string(),
        (Some(exact), Some(seen)) if (exact - seen).abs() > f64::EPSILON * exact.abs() => exact.to_string(),
        (Some(exact), _) if shown.trim().is_empty() => exact.to_string(),
        _ => shown.to_owned(),
    }
}

/// The text of a cell.
#[derive(Default)]
struct CellText {
    /// Its paragraphs.
    text: String,
    /// Where the first link in them leads.
    link: Option<String>,
    /// The words of the comment that sticks to it.
    comment: String,
}

/// The paragraphs of a cell up to its end.
fn read_text(cell: &str, xml: &mut XmlPart<'_>) -> Result<CellText, TableError> {
    let (mut link, mut comment, mut in_words) = (None, String::new(), false);
    let (mut text, mut paragraphs, mut in_paragraph, mut in_note) = (String::new(), 0, 0_u32, 0_u32);
    loop {
        match xml.next()? {
            Node::Start(element) => match element.name.as_str() {
                "annotation" => in_note += 1,
                "p" if in_note > 0 => {
                    in_words = true;
                    comment.push(' ');
                }
                _ if in_note > 0 => {}
                "a" => link = link.or_else(|| element.attribute("href")),
                "p" => {
                    in_paragraph += 1;
                    paragraphs += 1;
                    if paragraphs > 1 {
                        text.push('\n');
                    }
                }
                "line-break" => text.push('\n'),
                "tab" => text.push('\t'),
                "s" if in_paragraph > 0 => {
                    let count = element.number("c").unwrap_or(1).min(1_000);
                    text.extend(std::iter::repeat_n(' ', count as usize));
                }
                _ => {}
            },
            Node::End(name) => match name.as_str() {
                "annotation" => in_note = in_note.saturating_sub(1),
                "p" if in_note == 0 => in_paragraph = in_paragraph.saturating_sub(1),
                "p" => in_words = false,
                name if name == cell => return Ok(CellText { text, link, comment: comment.trim().to_owned() }),
                _ => {}
            },
            Node::Text(piece) if in_paragraph > 0 && in_note == 0 => text.push_str(&piece),
            // Who wrote it and when stand outside of its paragraphs.
            Node::Text(piece) if in_words => comment.push_str(&piece),
            Node::Text(_) => {}
            Node::Eof => return Ok(CellText { text, link, comment: comment.trim().to_owned() }),
        }
    }
}
