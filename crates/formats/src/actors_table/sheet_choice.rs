//! Which sheet of a workbook is read where nobody says: the first that is shown, unless that holds no table and another one
//! does. Cover sheets and notes stand in front of many lists.

use messages::Message;

use super::{
    Cell, SheetCells, TableError, TableFormat, TableOptions, TableSummary,
    columns::count_known,
    header::find_header,
    workbook::{ods_sheet_names, read_ods, read_xlsx, xlsx_sheet_names},
};

/// How many sheets are looked at.
const MOST_SHEETS: usize = 20;
/// So many known headings make a table; of a single column a name alone does.
const FEWEST_HEADINGS: usize = 2;

/// The cells of the sheet that is named, else of the first that is shown and holds a table. Which it is, is said.
pub(super) fn read_workbook(
    bytes: Vec<u8>,
    format: TableFormat,
    options: &TableOptions,
    summary: &mut TableSummary,
) -> Result<SheetCells, TableError> {
    let read = if format == TableFormat::Xlsx { read_xlsx } else { read_ods };
    if options.sheet.is_some() {
        return read(bytes, options.sheet.as_deref(), summary);
    }
    let names = if format == TableFormat::Xlsx { xlsx_sheet_names } else { ods_sheet_names };
    let names = names(bytes.clone())?;
    let first = read(bytes.clone(), None, summary)?;
    if names.len() < 2 || holds_table(&first, options) {
        return Ok(first);
    }
    for name in names.iter().skip(1).take(MOST_SHEETS) {
        let mut other = TableSummary::default();
        // What is wrong with a sheet is told to who names it.
        let Ok(cells) = read(bytes.clone(), Some(name), &mut other) else { continue };
        if holds_table(&cells, options) {
            let passed = names.first().map(String::as_str).unwrap_or_default();
            other.remarks.insert(0, Message::new("table-sheet-passed").quote("passed", passed).quote("sheet", name));
            let others: Vec<&String> = names.iter().skip(1).filter(|other| *other != name).collect();
            if !others.is_empty() {
                other.remarks.insert(1, Message::new("table-further-sheets").quote_all("sheets", others));
            }
            *summary = other;
            return Ok(cells);
        }
    }
    Ok(first)
}

/// Whether a sheet has a row of headings and something below it.
fn holds_table(cells: &SheetCells, options: &TableOptions) -> bool {
    let rows: Vec<_> = cells.rows.iter().filter(|row| !row.cells.iter().all(Cell::is_empty)).cloned().collect();
    let Some(header) = rows.get(find_header(&rows, &options.mapping)) else { return false };
    let texts: Vec<&str> = header.cells.iter().filter_map(Cell::text).collect();
    let known = count_known(texts.iter().copied(), &options.mapping);
    rows.len() > 1 && (known >= FEWEST_HEADINGS || known == 1 && texts.len() == 1)
}
