//! Rows that show an older version of their entry: what a row did not change since then stays as others left it, and a
//! field that both changed is asked about, never overwritten.

use chrono::{DateTime, Utc};
use domain::vocabulary::Role;
use messages::{Message, MessageArgument};
use serde_json::Value;

use super::{StaffColumn, StaffRows, says_same};
use crate::actors_table::{
    ActorsTable, Cell, RawRow, TableOptions, cells, decisions, understanding::RowHint, values::UnclearValue,
};

/// The heading of the column with the version of the entry that a row shows.
pub(super) const VERSION: &str = "version";

/// What is stored of the entry that a row names.
#[derive(Clone, Debug, Default)]
pub struct StaffEntry {
    /// Its version.
    pub version: u32,
    /// What it says, as a row does.
    pub fields: Value,
    /// The version that the row names, where it is an older one.
    pub base: Option<StaffBase>,
}

/// An older version of an entry, and what became of it.
#[derive(Clone, Debug, Default)]
pub struct StaffBase {
    /// What it said; `None` where that is not kept any more.
    pub fields: Option<Value>,
    /// The changes since, newest first.
    pub changes: Vec<StaffChange>,
}

/// A change of an entry.
#[derive(Clone, Debug)]
pub struct StaffChange {
    /// When.
    pub at: DateTime<Utc>,
    /// In what role.
    pub role: Role,
    /// What staff call whoever made it; `None` where it was nobody with an account.
    pub author: Option<String>,
    /// What the entry said before.
    pub before: Value,
    /// What it said after.
    pub after: Value,
}

/// What becomes of a cell that says something else than its entry.
pub(super) enum CellOutcome<'t> {
    /// The entry stays as it is there.
    Keep,
    /// It says this.
    Take(&'t str),
    /// It stays; staff reads the cell in the history.
    Note,
    /// Somebody has to decide.
    Ask(FieldAuthorship),
}

/// What both sides made of a field.
pub(super) struct FieldAuthorship {
    theirs: String,
    author: Option<(DateTime<Utc>, Role, Option<String>)>,
}

impl FieldAuthorship {
    /// The conflict in words.
    pub(super) fn message(&self, heading: &str, mine: &str) -> Message {
        let short = |text: &str| -> String { text.chars().take(80).collect() };
        let (mine, theirs) = (short(mine), short(&self.theirs));
        let theirs = match &self.author {
            Some((at, role, name)) => Message::new("table-conflict-entered")
                .with("name", name.clone().map_or_else(|| (*role).into(), MessageArgument::from))
                .with("day", at.format("%Y-%m-%d").to_string())
                .quote("value", &theirs),
            None => Message::new("table-conflict-now").quote("value", &theirs),
        };
        let decide = match mine.is_empty() {
            true => "--decide \"conflicts=table\" / \"conflicts=directory\"".to_owned(),
            false => format!("--decide \"{heading}:{mine}=table\" / \"{heading}:{mine}=directory\""),
        };
        Message::new("table-conflict").quote("mine", &mine).with("theirs", theirs).with("decision", decide)
    }
}

impl StaffRows {
    /// The column with the versions.
    fn version_column(&self) -> Option<usize> {
        self.version_at
    }

    /// The version that a row names; `None` where it names none.
    pub(super) fn version(&self, row: &RawRow) -> Option<u32> {
        row.cells.get(self.version_column()?)?.text()?.trim().parse().ok()
    }

    /// Whether a row names a version that is no number.
    pub(super) fn has_odd_version(&self, row: &RawRow) -> bool {
        let cell = self.version_column().and_then(|at| row.cells.get(at));
        cell.is_some_and(|cell| !cell.is_empty()) && self.version(row).is_none_or(|version| version == 0)
    }

    /// What becomes of a cell whose entry is stored.
    pub(super) fn outcome<'t>(
        &self,
        StaffColumn { column, .. }: &StaffColumn,
        entry: &StaffEntry,
        text: &'t str,
        options: &'t TableOptions,
    ) -> CellOutcome<'t> {
        let written = |fields: &Value| cells::cell_text(&column.name, &column.path, fields);
        let theirs = written(&entry.fields);
        if says_same(text, &theirs) {
            return CellOutcome::Keep;
        }
        let Some(base) = &entry.base else { return CellOutcome::Take(text) };
        if let Some(before) = base.fields.as_ref().map(written) {
            if says_same(text, &before) {
                return CellOutcome::Keep;
            }
            if before == theirs {
                return CellOutcome::Take(text);
            }
        }
        let is_author = |change: &&StaffChange| written(&change.before) != written(&change.after);
        let author = base.changes.iter().find(is_author).map(|it| (it.at, it.role, it.author.clone()));
        let decided = options.decisions.meaning(&column.name, text.trim()).filter(|_| !text.trim().is_empty());
        match decided.or_else(|| options.decisions.conflicts()) {
            Some(meaning) if decisions::is_table(meaning) => CellOutcome::Take(text),
            Some(meaning) if meaning.is_empty() || decisions::is_directory(meaning) => CellOutcome::Keep,
            Some(meaning) if decisions::is_note(meaning) => CellOutcome::Note,
            Some(meaning) => CellOutcome::Take(meaning),
            None if options.decisions.notes_unclear() && !text.trim().is_empty() => CellOutcome::Note,
            None => CellOutcome::Ask(FieldAuthorship { theirs, author }),
        }
    }

    fn outcomes<'t>(
        &'t self,
        row: &'t RawRow,
        options: &'t TableOptions,
    ) -> impl Iterator<Item = (&'t str, &'t str, CellOutcome<'t>)> {
        let entry = self.id(row).and_then(|id| self.stored.get(&id)).filter(|entry| entry.base.is_some());
        let cells = row
            .cells
            .iter()
            .zip(&self.columns)
            .filter_map(|(cell, column)| Some((cell.text_or_empty()?, column.as_ref()?)));
        entry.into_iter().flat_map(move |entry| {
            cells.clone().map(move |(text, column)| {
                (column.column.name.as_str(), text, self.outcome(column, entry, text, options))
            })
        })
    }
}

impl Cell {
    /// The text of a cell, which may be empty; `None` where it is wrong.
    fn text_or_empty(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

impl ActorsTable {
    /// Tells of rows that show older versions, and asks about the fields that both sides changed.
    pub(super) fn tell_of_versions(&mut self) {
        let Some(staff) = self.staff.take() else { return };
        let mut older = 0_usize;
        for (at, row) in self.rows.iter().enumerate() {
            older +=
                usize::from(staff.id(row).and_then(|id| staff.stored.get(&id)).is_some_and(|it| it.base.is_some()));
            for (heading, text, outcome) in staff.outcomes(row, &self.options) {
                match outcome {
                    CellOutcome::Ask(_) if !text.trim().is_empty() => {
                        let candidates = ["table", "directory"].map(ToOwned::to_owned).to_vec();
                        let unclear = UnclearValue { text: text.trim().to_owned(), candidates };
                        self.summary.ask(heading, |_| false, &unclear, row.line);
                    }
                    CellOutcome::Note => {
                        let note = self.summary.notes.entry(at + 1).or_default();
                        note.push_str(if note.is_empty() { "" } else { "\n" });
                        note.push_str(&format!("{heading}: {text}"));
                        self.summary.add_hint(RowHint {
                            row: at + 1,
                            field: heading.to_owned(),
                            column: None,
                            message: Message::new("table-conflict-noted").quote("given", text),
                        });
                    }
                    _ => {}
                }
            }
        }
        if older > 0 {
            self.summary.remarks.push(Message::new("table-older-rows").with("count", older));
        }
        if staff.version_column().is_none() && !staff.stored.is_empty() {
            self.summary.remarks.push(Message::new("table-no-versions"));
        }
        self.staff = Some(staff);
    }
}
