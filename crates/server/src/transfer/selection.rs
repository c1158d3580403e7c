//! Which rows of files are taken: those that are named, or all that can be.

use std::collections::{HashMap, HashSet};

use curation::import::{ImportRow, RowOutcome, RowProblem};
use domain::rules;
use formats::{
    Problem, Problems,
    actors_table::{DuplicateDecision, Reject, RowDecision},
};
use messages::{Message, MessageArgument};
use uuid::Uuid;

use super::{
    ImportSource, TransferError,
    comparing::Compared,
    plan::{Plan, RejectsReport},
    rows::RowNumbers,
    tables::decisions,
};

/// Which rows are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowSelection {
    /// These, by their numbers.
    Numbers(RowNumbers),
    /// All of them.
    All {
        /// Whether rows that cannot be taken are left out, rather than nothing taken for them.
        skip_wrong: bool,
    },
}

impl RowSelection {
    /// Whether rows are named.
    pub(super) const fn is_by_number(&self) -> bool {
        matches!(self, Self::Numbers(_))
    }
}

/// What was decided of rows, by where they stand among all.
#[derive(Debug, Default)]
pub(super) struct TableDecisions {
    skipped: HashSet<usize>,
    /// Rows that are left out where they look like others.
    skipped_if_alike: HashSet<usize>,
    /// The files that are tables: in others an entry is what it says it is.
    tables: HashSet<String>,
}

impl TableDecisions {
    /// Notes that a file is a table.
    pub(super) fn note_table(&mut self, file: String) {
        self.tables.insert(file);
    }

    /// Notes what was decided of a row; whether it makes an entry whatever it looks like.
    pub(super) fn note(&mut self, at: usize, row: Option<&RowDecision>, duplicates: Option<DuplicateDecision>) -> bool {
        match (row, duplicates) {
            (Some(RowDecision::Skip), _) => {
                self.skipped.insert(at);
                false
            }
            (Some(_), _) | (None, Some(DuplicateDecision::New)) => true,
            (None, Some(DuplicateDecision::Skip)) => {
                self.skipped_if_alike.insert(at);
                false
            }
            (None, _) => false,
        }
    }

    /// Leaves out the rows of which that is decided, once it is known what all of them would do.
    pub(super) fn leave_out(&self, compared: &mut Compared) {
        for (at, row) in compared.rows.iter_mut().enumerate() {
            let is_alike = row.outcome == RowOutcome::LikelyDuplicate && self.skipped_if_alike.contains(&at);
            if is_alike || self.skipped.contains(&at) {
                row.outcome = RowOutcome::LeftOut;
            }
        }
    }

    /// The files that are tables.
    pub(super) fn into_tables(self) -> HashSet<String> {
        self.tables
    }
}

impl Plan {
    /// The rows to take.
    ///
    /// # Errors
    /// [`TransferError::Problems`] where all are to be taken and some cannot be.
    pub(super) fn choose(&mut self, selection: &RowSelection, files: &[String]) -> Result<RowNumbers, TransferError> {
        let skip_wrong = match selection {
            RowSelection::Numbers(rows) => return Ok(rows.clone()),
            RowSelection::All { skip_wrong } => *skip_wrong,
        };
        let is_taken = |row: &ImportRow| match row.outcome {
            RowOutcome::New | RowOutcome::Changed | RowOutcome::Same => true,
            RowOutcome::LikelyDuplicate => !self.table_files.contains(&row.file),
            RowOutcome::Wrong | RowOutcome::Conflict | RowOutcome::LeftOut => false,
        };
        let rows = &self.compared.rows;
        let mut chosen: RowNumbers = rows.iter().filter(|row| is_taken(row)).map(|row| row.number).collect();
        if !skip_wrong {
            let wrong = rows.iter().filter(|row| row.outcome != RowOutcome::LeftOut && !is_taken(row));
            let files = problems_of(wrong, files);
            if !files.is_empty() {
                return Err(TransferError::Problems { files, strangers: 0 });
            }
            return Ok(chosen);
        }
        // What names an entry of a row that is left out is left out as well, and so on.
        loop {
            self.check_references(&chosen);
            let before = chosen.iter().count();
            let is_wrong = |number: &u32| {
                let row = self.compared.at_number(*number).map(|at| &self.compared.rows[at]);
                row.is_none_or(|row| row.outcome == RowOutcome::Wrong)
            };
            chosen = chosen.iter().filter(|number| !is_wrong(number)).collect();
            if chosen.iter().count() == before {
                return Ok(chosen);
            }
        }
    }
}

impl Plan {
    /// The rows of a table that are left out where all are taken, by what nobody has decided. What is said of them counts
    /// the rows that are left: they are a list of their own.
    pub(super) fn rejects(&self, file: &str, report: &RejectsReport) -> Vec<Reject> {
        let RejectsReport { reader, has_decisions, .. } = report;
        let rows = self.compared.rows.iter().filter(|row| row.file == file);
        let is_left =
            |outcome| matches!(outcome, RowOutcome::LikelyDuplicate | RowOutcome::Wrong | RowOutcome::Conflict);
        let left: Vec<(usize, &ImportRow)> = rows.enumerate().filter(|(_, row)| is_left(row.outcome)).collect();
        // The first row below the headings is the second of the sheet.
        let numbers: HashMap<u32, usize> =
            left.iter().zip(2..).map(|((_, row), number)| (row.number, number)).collect();
        left.iter()
            .map(|(nth, row)| {
                let column = |problem: &RowProblem| problem.column.clone().unwrap_or_else(|| problem.field.clone());
                let problem = match row.outcome {
                    RowOutcome::LikelyDuplicate if *has_decisions => alike(row, Some(&numbers)).text(reader),
                    RowOutcome::LikelyDuplicate => others_alike(row, Some(&numbers)).text(reader),
                    _ => {
                        let told = row.problems.iter().map(|it| format!("{}: {}", column(it), it.message.text(reader)));
                        told.collect::<Vec<_>>().join("; ")
                    }
                };
                Reject { row: nth + 1, problem }
            })
            .collect()
    }
}

/// Tells the rows of tables what there is to know of them, and gives back what was decided of them, and what staff is
/// to read with their entries.
pub(super) fn tell_of_tables(
    sources: &[ImportSource],
    compared: &mut Compared,
) -> (TableDecisions, HashMap<Uuid, String>) {
    let (mut decided, mut notes) = (TableDecisions::default(), HashMap::new());
    for (file, source) in sources.iter().enumerate() {
        let ImportSource::Table(table) = source else { continue };
        let summary = table.table.summary();
        decided.note_table(source.name());
        for hint in &summary.hints {
            let Some(at) = compared.at(file, Some(hint.row)) else { continue };
            compared.rows[at].hints.push(RowProblem {
                field: hint.field.clone(),
                column: hint.column.clone(),
                message: hint.message.clone(),
                code: "HINT",
            });
        }
        for (row, note) in &summary.notes {
            let entity = compared.at(file, Some(*row)).and_then(|at| compared.entities[at].first());
            notes.extend(entity.map(|entity| (entity.id, note.clone())));
        }
        let Some(decisions) = decisions(source) else { continue };
        for row in 1..=table.table.len() {
            let Some(at) = compared.at(file, Some(row)) else { continue };
            let line = compared.rows[at].line.unwrap_or_default();
            let decision = decisions.row(row, line);
            let asks = !compared.rows[at].alike.is_empty() || compared.rows[at].outcome == RowOutcome::Wrong;
            if matches!(decision, Some(RowDecision::New | RowDecision::Skip)) && !asks {
                compared.rows[at].hints.push(unasked_decision());
            }
            let is_decided = decided.note(at, decision, decisions.duplicates());
            if is_decided || table.table.has_id(row) {
                compared.decided_new.insert(at);
            }
        }
    }
    (decided, notes)
}

/// A row was decided of which nothing was asked: somebody may have meant another one.
fn unasked_decision() -> RowProblem {
    RowProblem { field: "row".to_owned(), column: None, message: Message::new("import-undoubted"), code: "HINT" }
}

/// What keeps rows from being taken, by file.
fn problems_of<'a>(rows: impl Iterator<Item = &'a ImportRow>, files: &[String]) -> Vec<(String, Problems)> {
    let mut by_file: HashMap<&str, Problems> = HashMap::new();
    for row in rows {
        let problems = by_file.entry(row.file.as_str()).or_default();
        let mut add = |path: &str, column: Option<&String>, message: Message| {
            let wrong = rules::Problem::Format(message);
            let row = usize::try_from(row.number).ok().zip(row.line);
            let (row, line) = row.unzip();
            problems.add(Problem { row, line, path: path.to_owned(), column: column.cloned(), wrong, meant: None });
        };
        for problem in &row.problems {
            add(&problem.field, problem.column.as_ref(), problem.message.clone());
        }
        if row.outcome == RowOutcome::LikelyDuplicate {
            add("row", None, alike(row, None));
        }
    }
    let mut by_file: Vec<(String, Problems)> =
        by_file.into_iter().map(|(file, problems)| (file.to_owned(), problems)).collect();
    by_file.sort_by_key(|(file, _)| files.iter().position(|known| known == file));
    by_file
}

/// Whom a row looks like. `numbers` has the numbers of rows in the list that is read next, where
/// that is another one.
fn others_alike(row: &ImportRow, numbers: Option<&HashMap<u32, usize>>) -> Message {
    let number_of = |row: u32| match numbers {
        Some(numbers) => numbers.get(&row).map(ToString::to_string),
        None => Some(row.to_string()),
    };
    let others = row.alike.iter().take(3).map(|other| {
        let signs: MessageArgument = other.likeness.signs.iter().map(|sign| sign.message()).collect();
        let name = &other.name;
        match (&other.slug, other.row.and_then(number_of)) {
            (Some(slug), _) if other.is_archived => {
                Message::new("import-alike-archived").quote("slug", slug).quote("name", name).with("signs", signs)
            }
            (Some(slug), _) => {
                Message::new("import-alike-entry").quote("slug", slug).quote("name", name).with("signs", signs)
            }
            (None, Some(number)) => {
                Message::new("import-alike-row").with("row", number).quote("name", name).with("signs", signs)
            }
            (None, None) => Message::new("import-alike-taken-row").quote("name", name).with("signs", signs),
        }
    });
    let series = |first: Message, last| Message::new("import-alike-series").with("first", first).with("last", last);
    let others = others.reduce(series).map_or_else(|| MessageArgument::from(""), MessageArgument::from);
    Message::new("import-alike").with("others", others)
}

/// Whom a row looks like, and how that is decided.
fn alike(row: &ImportRow, numbers: Option<&HashMap<u32, usize>>) -> Message {
    let number = match numbers {
        Some(numbers) => numbers.get(&row.number).map(ToString::to_string).unwrap_or_default(),
        None => row.number.to_string(),
    };
    let slug = row.alike.first().and_then(|other| other.slug.as_deref());
    Message::new("import-alike-decide")
        .with("problem", others_alike(row, numbers))
        .with("row", number)
        .with("slug", slug.unwrap_or("SLUG"))
}
