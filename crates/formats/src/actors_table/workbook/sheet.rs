//! The rows of a sheet, gathered cell by cell within their bounds.

use super::{
    Cell, CellComment, LARGEST_TABLE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Message, Problem, RawRow, TableError,
    TableSummary, column_letters, first_of,
};

/// A cell that stands for several rows, in one of the rows below its first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct MergedCell {
    pub(in super::super) line: u64,
    pub(in super::super) column: usize,
    /// The first and the last row that it is merged over, from 1.
    pub(in super::super) rows: (u64, u64),
}

impl MergedCell {
    /// That one name cannot be that of several rows.
    pub(in super::super) fn problem(&self) -> Problem {
        let (first, last) = self.rows;
        Problem::Format(Message::new("table-merged-rows").with("first", first).with("last", last))
    }
}

/// An area of cells that are one, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) column: u32,
    pub(super) last_column: u32,
}

/// A cell that is merged over several columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct HeadingSpan {
    pub(in super::super) line: u64,
    /// Its first and its last column, from 0.
    pub(in super::super) first: usize,
    pub(in super::super) last: usize,
}

/// The cells of a sheet.
#[derive(Debug)]
pub(in super::super) struct SheetCells {
    pub(in super::super) rows: Vec<RawRow>,
    /// The cells that stand for several rows.
    pub(in super::super) merged: Vec<MergedCell>,
    /// The cells that stand over several columns.
    pub(in super::super) spans: Vec<HeadingSpan>,
    /// What people have stuck to cells.
    pub(in super::super) comments: Vec<CellComment>,
    hidden: Vec<u64>,
    /// The first and the last of columns that are not shown, from 0.
    hidden_columns: Vec<(u32, u32)>,
    // Of a text that many cells share a workbook holds one copy; a row has its own.
    cells_left: usize,
    bytes_left: u64,
}

impl SheetCells {
    pub(super) fn new() -> Self {
        Self {
            rows: Vec::new(),
            merged: Vec::new(),
            spans: Vec::new(),
            comments: Vec::new(),
            hidden: Vec::new(),
            hidden_columns: Vec::new(),
            cells_left: MOST_CELLS,
            bytes_left: LARGEST_TABLE,
        }
    }

    /// The rows of a text, which has no merged cells.
    pub(in super::super) fn of_rows(rows: Vec<RawRow>) -> Self {
        Self { rows, ..Self::new() }
    }

    /// Adds a cell; those of a row come one after the other.
    pub(super) fn add(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), TableError> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(TableError::TooManyCells);
        }
        self.bytes_left = self.bytes_left.checked_sub(length_of(&cell)).ok_or(TableError::TooLarge)?;
        let line = u64::from(row) + 1;
        if self.rows.last().is_none_or(|last| last.line < line) {
            if self.rows.len() >= MOST_ROWS {
                return Err(TableError::TooManyRows);
            }
            self.rows.push(RawRow::new(line));
        }
        let Some(last) = self.rows.last_mut().filter(|last| last.line == line) else {
            return Err(TableError::RowsOutOfOrder { line });
        };
        let before = last.cells.len();
        put(last, column, cell);
        self.cells_left = self.cells_left.checked_sub(last.cells.len() - before).ok_or(TableError::TooManyCells)?;
        Ok(())
    }

    /// Puts a link behind the texts of an area whose cells were added.
    pub(super) fn add_link(&mut self, area: Area, link: &str) -> Result<(), TableError> {
        let lines = (u64::from(area.first_row) + 1, u64::from(area.last_row) + 1);
        let start = self.rows.partition_point(|row| row.line < lines.0);
        for row in self.rows.iter_mut().skip(start).take_while(|row| row.line <= lines.1) {
            // A row that is looked at counts as a cell, so that many areas over many rows have an end.
            self.cells_left = self.cells_left.checked_sub(1).ok_or(TableError::TooManyCells)?;
            let last = (area.last_column as usize).saturating_add(1).min(row.cells.len());
            for cell in row.cells.get_mut(area.column as usize..last).unwrap_or_default() {
                self.bytes_left = self.bytes_left.checked_sub(link.len() as u64).ok_or(TableError::TooLarge)?;
                let text = std::mem::replace(cell, Cell::Text(String::new()));
                *cell = text.with_link(link.to_owned());
            }
        }
        Ok(())
    }

    /// Notes that a row is not shown.
    pub(super) fn hide(&mut self, row: u32) {
        self.hidden.push(u64::from(row) + 1);
    }

    /// Notes that columns are not shown.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_columns.len() < MOST_COLUMNS as usize {
            self.hidden_columns.push((first, last.min(MOST_COLUMNS - 1)));
        }
    }

    /// Says which columns with cells are not shown.
    fn hidden_columns_remark(&self) -> Option<Message> {
        let is_hidden = |column: usize| {
            u32::try_from(column)
                .is_ok_and(|it| self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&it)))
        };
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let has_cells =
            |column: &usize| self.rows.iter().any(|row| row.cells.get(*column).is_some_and(|cell| !cell.is_empty()));
        let hidden = (0..width).filter(|column| is_hidden(*column)).filter(has_cells);
        let hidden: Vec<String> = hidden.map(column_letters).collect();
        if hidden.is_empty() {
            return None;
        }
        Some(Message::new("table-hidden-columns").with("count", hidden.len()).with("columns", first_of(&hidden)))
    }

    /// Lets a cell that is merged over several rows stand in each of them, and says what is not shown.
    pub(super) fn finish(mut self, areas: &[Area], summary: &mut TableSummary) -> Result<Self, TableError> {
        for area in areas.iter().filter(|area| area.last_row > area.first_row && area.column < MOST_COLUMNS) {
            let lines = (u64::from(area.first_row) + 1, u64::from(area.last_row) + 1);
            let start = self.rows.partition_point(|row| row.line < lines.0);
            let end = self.rows.partition_point(|row| row.line <= lines.1);
            let Some(cell) = self
                .rows
                .get(start)
                .filter(|row| row.line == lines.0)
                .and_then(|row| row.cells.get(area.column as usize))
            else {
                continue;
            };
            let cell = cell.clone();
            for at in start + 1..end {
                // Every row that is looked at counts as a cell, so that many areas over many rows have an end.
                self.cells_left = self.cells_left.checked_sub(1).ok_or(TableError::TooManyCells)?;
                let row = &mut self.rows[at];
                if row.cells.get(area.column as usize).is_some_and(|cell| !cell.is_empty()) {
                    continue;
                }
                self.bytes_left = self.bytes_left.checked_sub(length_of(&cell)).ok_or(TableError::TooLarge)?;
                let before = row.cells.len();
                put(row, area.column, cell.clone());
                let padding = row.cells.len() - before;
                self.cells_left = self.cells_left.checked_sub(padding).ok_or(TableError::TooManyCells)?;
                self.merged.push(MergedCell { line: row.line, column: area.column as usize, rows: lines });
            }
        }
        let spans = areas.iter().filter(|area| area.last_column > area.column && area.column < MOST_COLUMNS);
        self.spans.extend(spans.map(|area| HeadingSpan {
            line: u64::from(area.first_row) + 1,
            first: area.column as usize,
            last: area.last_column.min(MOST_COLUMNS - 1) as usize,
        }));
        if !self.merged.is_empty() {
            summary.remarks.push(Message::new("table-merged-cells").with("count", self.merged.len()));
        }
        summary.remarks.extend(self.hidden_columns_remark());
        let has_cells = |line: &u64| self.rows.binary_search_by_key(line, |row| row.line).is_ok();
        let hidden: Vec<u64> = self.hidden.iter().copied().filter(has_cells).collect();
        if !hidden.is_empty() {
            summary
                .remarks
                .push(Message::new("table-hidden-rows").with("count", hidden.len()).with("lines", first_of(&hidden)));
        }
        Ok(self)
    }
}

/// How many bytes a cell keeps.
fn length_of(cell: &Cell) -> u64 {
    let length = match cell {
        Cell::Text(text) | Cell::Marked { mark: text, .. } => text.len(),
        Cell::Linked { text, link } => text.len() + link.len(),
        Cell::Wrong(_) => 0,
    };
    length as u64
}

fn put(row: &mut RawRow, column: u32, value: Cell) {
    let column = column as usize;
    while row.cells.len() <= column {
        row.cells.push(Cell::Text(String::new()));
    }
    row.cells[column] = value;
}
