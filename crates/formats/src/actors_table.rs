//! Actors from a table with a header row: CSV as spreadsheets save it, or one sheet of a workbook (XLSX, ODS).
//!
//! A row becomes the same [`ActorEntry`](crate::interchange::ActorEntry) that a directory file has, so everything after reading is
//! one way. A cell that is empty says nothing: what the entry has stays.
//!
//! The way of a table:
//! 1. `encoding`, `csv` and `workbook` give the cells of each row; `guard` knows cells that spreadsheets take for formulas
//!    and `links` the addresses behind their texts; of the sheets of a workbook `sheet_choice` takes one that holds a table
//! 2. `header`, `heading_rows`, `sections`, `joined_columns` and `weekdays` make one row of headings and one column for each
//!    thing; `columns` tells by the headings and the `mapping` what the cells are for
//! 3. `cell_meanings` and `values` read the cells of vocabularies, each text once for the whole table, with the `lexicon` and the
//!    `decisions`; what only a person can decide is asked once
//! 4. `row` reads the cells of a row, with `contacts`, `address`, `persons`, `hours` and `names`; `completion` adds what
//!    they tell together, and `entry` makes an entry of it
//! 5. `summary` and `understanding` say what was understood, `rejects` writes the rows that were left out
//!
//! A table whose first heading is `entry` is one for staff, of any kind of entries: `staff_table` writes and reads it.
//!
//! Words that tables use stand in `words/` beside the sources, not in the code.

mod address;
mod address_points;
mod cell_meanings;
mod cells;
mod columns;
mod comments;
mod completion;
mod contacts;
mod coordinates;
mod csv;
mod decisions;
mod degrees;
mod districts;
mod ditto;
mod encoding;
mod entry;
mod error;
mod guard;
mod header;
mod heading_rows;
mod homes;
mod hours;
mod joined_columns;
mod lexicon;
mod links;
mod mapping;
mod marks;
mod names;
mod options;
mod personal_contacts;
mod persons;
mod phrases;
mod postcodes;
mod projections;
mod raw;
mod rejects;
mod remarks;
mod row;
mod row_ids;
mod sections;
mod sheet_choice;
mod staff_table;
mod stored_entries;
mod summary;
mod tree_table;
mod understanding;
mod values;
mod venue_columns;
mod web_addresses;
mod weekdays;
mod workbook;

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    io::Read,
    ops::ControlFlow,
    sync::Arc,
};

use directory::Snapshot;
use domain::{DistrictArea, district::DistrictLevel, text::fold};
use messages::Message;
use uuid::Uuid;

#[cfg(test)]
pub(crate) use self::columns::column_names;
pub(crate) use self::{
    cells::cell_text,
    columns::{Written, written_columns},
    guard::guard,
};
use self::{
    columns::{Columns, PlannedColumn},
    comments::CellComments,
    ditto::repeat_cells_above,
    header::find_header,
    heading_rows::join_heading_rows,
    joined_columns::split_joined_columns,
    lexicon::{CellTerm, CellVocabulary, Lexicon},
    raw::{Cell, MOST_CELLS, MOST_ROWS, RawRow},
    row::RowDraft,
    sections::{SectionHeading, SectionKind, take_sections},
    sheet_choice::read_workbook,
    staff_table::StaffRows,
    tree_table::TreeTable,
    values::CellMeaning,
    weekdays::{join_days_and_times, join_weekday_columns},
    workbook::SheetCells,
};
pub use rust_xlsxwriter::XlsxError;

pub use self::{
    address_points::AddressTable,
    decisions::{Decisions, DuplicateDecision, ParseDecisionError, RowDecision},
    encoding::TextEncoding,
    error::TableError,
    hours::parse_spoken_hours,
    mapping::{ColumnMapping, ParseMappingError},
    options::{TableFormat, TableOptions},
    rejects::{Reject, RejectsFormat},
    remarks::asks_before_publishing,
    staff_table::{
        STAFF_TABLES, StaffBase, StaffChange, StaffEntry, StaffSheet, StaffTable, StaffTableRows, StaffWorkbook,
        sheet_of_kind, write_staff_row,
    },
    stored_entries::{UntouchedFields, is_same_text},
    understanding::{ColumnSummary, ColumnUse, RowHint, TableSummary, ValueQuestion},
};
use crate::{
    interchange::{Located, Reading},
    problem::Place,
};

/// A table that was read and understood.
#[derive(Debug)]
pub struct ActorsTable {
    /// The row with the headings.
    header: RawRow,
    rows: Vec<RawRow>,
    /// The columns without a heading in which few rows have a value.
    stray: BTreeSet<usize>,
    /// The columns of days that stand behind their months.
    month_first: BTreeSet<usize>,
    columns: Columns,
    options: TableOptions,
    /// By column and text, what the values of a cell mean.
    meanings: HashMap<(usize, String), CellMeaning>,
    /// By name, the kind it tells of.
    kinds: HashMap<String, String>,
    /// By bare name, the districts that are called so.
    district_names: HashMap<String, Vec<String>>,
    /// By slug, level and the point to show a quarter at.
    districts: HashMap<String, (DistrictLevel, Option<domain::Position>)>,
    area: DistrictArea,
    /// By number of the row, where coordinates in metres point to.
    projected: HashMap<usize, domain::Position>,
    /// Whether longitude and latitude stand in each other's column.
    has_exchanged_degrees: bool,
    /// The lines of the rows that have their district from the heading of a section.
    section_districts: HashSet<u64>,
    /// By line, the heading of a section that was not taken for its row.
    doubtful_headings: HashMap<u64, SectionHeading>,
    /// The lines of the rows that have nothing but a name, unlike the others.
    bare_rows: HashSet<u64>,
    /// What most postcodes of the table begin with.
    postcode_area: Option<String>,
    /// By id, the slugs of stored entries that rows name by their ids.
    slugs: HashMap<Uuid, domain::Slug>,
    /// What its rows are where it is a table for staff.
    staff: Option<StaffRows>,
    /// What its columns are where it is a table of districts or themes.
    tree: Option<TreeTable>,
    summary: TableSummary,
}

impl ActorsTable {
    /// Reads a table. `vocabulary` has the themes and districts that its cells may name, by whatever label.
    ///
    /// # Errors
    /// [`TableError`] when the table as a whole is none of actors.
    pub fn read(
        reader: impl Read,
        format: TableFormat,
        vocabulary: &Snapshot,
        options: TableOptions,
    ) -> Result<Self, TableError> {
        Self::read_where(reader, format, vocabulary, options, false)?.ok_or(TableError::Empty)
    }

    /// Reads a table, or nothing where only one of trees is wanted and it is another.
    fn read_where(
        reader: impl Read,
        format: TableFormat,
        vocabulary: &Snapshot,
        options: TableOptions,
        is_of_trees: bool,
    ) -> Result<Option<Self>, TableError> {
        let bytes = encoding::read_bounded(reader)?;
        let mut summary = TableSummary::default();
        let rows = match format {
            TableFormat::Csv => {
                let decoded = encoding::decode(bytes, options.encoding)?;
                summary.remarks.extend(decoded.remarks);
                summary.encoding = Some(decoded.encoding);
                SheetCells::of_rows(csv::rows(&decoded.text)?)
            }
            TableFormat::Xlsx | TableFormat::Ods => read_workbook(bytes, format, &options, &mut summary)?,
        };
        let SheetCells { rows, merged, spans, comments, .. } = rows;
        let mut rows: Vec<RawRow> = rows.into_iter().filter(|row| !row.cells.iter().all(Cell::is_empty)).collect();
        let comments = CellComments::put(comments, &mut rows);
        if rows.is_empty() {
            return Err(TableError::Empty);
        }
        let staff = StaffRows::of(&rows[0], &rows[1..], format);
        let tree = TreeTable::of(&rows[0]).filter(|_| staff.is_none());
        if is_of_trees && tree.is_none() {
            return Ok(None);
        }
        let is_to_the_letter = staff.is_some() || tree.is_some();
        let at = if is_to_the_letter {
            0
        } else {
            let at = find_header(&rows, &options.mapping);
            join_heading_rows(&mut rows, at, &spans, &options.mapping)
        };
        let title_rows = rows.drain(..at).count();
        let mut header = rows.remove(0);
        if title_rows > 0 {
            summary.remarks.push(Message::new("table-heading-line").with("line", header.line));
        }
        let (mut section_districts, mut doubtful_headings) = (HashSet::new(), HashMap::new());
        let mut bare_rows = HashSet::new();
        let stray = if is_to_the_letter {
            BTreeSet::new()
        } else {
            summary.remarks.extend(header::join_tables(&mut header, &mut rows, &options.mapping));
            let lexicon = Lexicon::new(vocabulary);
            let sections = take_sections(&header, &mut rows, &spans, |text| section_kind(&lexicon, text));
            summary.remarks.extend(header::take_out_headings_and_sums(&header, &mut rows, &spans));
            bare_rows = header::bare_rows(&rows);
            if let Some(sections) = sections {
                let placed = sections.put(&mut header, &mut rows);
                summary.remarks.extend(placed.remarks);
                (section_districts, doubtful_headings) = (placed.districts, placed.doubtful);
            }
            summary.remarks.extend(repeat_cells_above(&mut rows));
            header::split_merged_headings(&mut header, &spans);
            summary.remarks.extend(split_joined_columns(&mut header, &mut rows));
            summary.remarks.extend(join_weekday_columns(&mut header, &mut rows));
            summary.remarks.extend(join_days_and_times(&mut header, &mut rows, &options.mapping));
            header::name_headings(&mut header, &rows, &spans)
        };
        summary.remarks.extend(comments.remarks(&rows, is_to_the_letter));
        let names: Vec<String> = header.cells.iter().map(|cell| cell.text().unwrap_or_default().to_owned()).collect();
        let columns = match (&staff, &tree) {
            (Some(staff), _) => staff.plan_columns(&header),
            (None, Some(tree)) => Columns { headers: Arc::new(tree.headers.clone()), ..Columns::default() },
            (None, None) => Columns::read(header.line, &names, &options.mapping, options.may_lack_names)?,
        };
        if staff.is_none() && tree.is_none() && !columns.list.iter().any(PlannedColumn::is_name) {
            summary.remarks.push(Message::new("table-no-names"));
        }
        summary.columns = match &tree {
            Some(tree) => tree.summaries(&header, &rows),
            None => columns.summaries(),
        };
        // One name is not that of several rows.
        for cell in merged.iter().filter(|cell| columns.is_name(cell.column)) {
            if let Ok(at) = rows.binary_search_by_key(&cell.line, |row| row.line)
                && let Some(found) = rows[at].cells.get_mut(cell.column)
            {
                *found = Cell::Wrong(Box::new(cell.problem()));
            }
        }
        let mut table = Self {
            header,
            rows,
            stray,
            month_first: BTreeSet::new(),
            columns,
            options,
            meanings: HashMap::new(),
            kinds: HashMap::new(),
            district_names: HashMap::new(),
            districts: HashMap::new(),
            area: DistrictArea::of(vocabulary.districts().map(|no| vocabulary.district(no).data())),
            projected: HashMap::new(),
            has_exchanged_degrees: false,
            section_districts,
            doubtful_headings,
            bare_rows,
            postcode_area: None,
            slugs: HashMap::new(),
            staff,
            tree,
            summary,
        };
        if !is_to_the_letter {
            table.understand(vocabulary);
            table.understand_coordinates();
            table.understand_postcodes();
        }
        table.summarise();
        Ok(Some(table))
    }

    /// Reads a table of districts or themes; `None` where it is another one.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_trees(
        reader: impl Read,
        format: TableFormat,
        vocabulary: &Snapshot,
        options: TableOptions,
    ) -> Result<Option<Self>, TableError> {
        Self::read_where(reader, format, vocabulary, options, true)
    }

    /// What was understood of it.
    pub fn summary(&self) -> &TableSummary {
        &self.summary
    }

    /// How it was read.
    pub fn options(&self) -> &TableOptions {
        &self.options
    }

    /// Whether it is a table of districts or themes, as its header says.
    pub fn is_of_trees(&self) -> bool {
        self.tree.is_some()
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no rows below its header.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Hands every row to `take` as an entry of `actors`, in the order of the rows.
    ///
    /// Rows that cannot be read are handed on as [`Entry::Invalid`](crate::interchange::Entry::Invalid) with everything
    /// that is wrong, by line and column. `take` ends the reading with [`ControlFlow::Break`].
    pub fn entries(&self, mut take: impl FnMut(Located) -> ControlFlow<()>) -> Reading {
        let mut reading = Reading::default();
        for (index, row) in self.rows.iter().enumerate() {
            reading.entries += 1;
            let mut place = self.place(index, row);
            let entry = match (&self.staff, &self.tree) {
                (Some(staff), _) => staff.entry(row, &self.options, &place),
                (None, Some(tree)) => tree.entry(row, &place),
                (None, None) => {
                    let draft = RowDraft::read(self, index + 1, row, &place);
                    place = place.with_columns(&draft.sources);
                    self.entry(draft, row, &place)
                }
            };
            if take(Located { place, index, entry }).is_break() {
                reading.stopped = true;
                break;
            }
        }
        reading
    }

    fn place(&self, index: usize, row: &RawRow) -> Place {
        Place::row(row.line, &self.columns.headers).with_row(index + 1)
    }
}

/// What the heading of a section names, where it is the name of a district or a theme.
fn section_kind(lexicon: &Lexicon<'_>, text: &str) -> Option<SectionKind> {
    let names = |vocabulary| {
        let term = lexicon.look_up(vocabulary, text).or_else(|| lexicon.look_up_composed(vocabulary, text));
        matches!(term, Some(CellTerm::Values(_)))
    };
    if names(CellVocabulary::District) {
        return Some(SectionKind::District);
    }
    names(CellVocabulary::Theme).then_some(SectionKind::Theme)
}

/// Letters and digits only, folded: what is left of a word or header that people write their own way.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests;
