//! A row that was read as an entry, or refused with everything that is wrong with it.

use domain::{rules, vocabulary::Precision};
use messages::Message;
use serde_json::{Map, Value};

use super::{ActorsTable, RawRow, decisions::RowDecision, row::RowDraft};
use crate::{
    interchange::{
        ActorEntry, Entry, InvalidEntry, LocationEntry, PartialEntry, Said, Section, entry_reader, name_of,
        removed::RemovedParts, slug_of,
    },
    problem::{Place, Problem},
};

impl ActorsTable {
    /// Whether a row, by its number from 1, leaves it to the directory where its entry is shown: it has neither a position
    /// nor a word of its precision, and is not the coarsened view of a place.
    pub fn is_to_be_placed(&self, row: usize) -> bool {
        let Some(raw) =
            row.checked_sub(1).filter(|_| self.staff.is_none() && self.tree.is_none()).and_then(|at| self.rows.get(at))
        else {
            return false;
        };
        says_no_place(&RowDraft::read(self, row, raw, &self.place(row - 1, raw)).object)
    }

    /// How precisely the place of a row, by its number from 1, is to be published, where it says only that.
    pub fn precision(&self, row: usize) -> Option<Precision> {
        let raw = row
            .checked_sub(1)
            .filter(|_| self.staff.is_none() && self.tree.is_none())
            .and_then(|at| self.rows.get(at))?;
        RowDraft::read(self, row, raw, &self.place(row - 1, raw)).precision
    }

    /// A row as an entry, refused with everything that is wrong with its cells where anything is.
    pub(super) fn entry(&self, draft: RowDraft, row: &RawRow, place: &Place) -> Entry {
        let RowDraft { mut object, said, mut problems, precision, withheld_values: withheld, .. } = draft;
        problems.extend(wrong_length(self.columns.list.len(), row, place));
        if problems.iter().any(|problem| matches!(problem.path.as_str(), "longitude" | "latitude")) {
            // Half a position would only be told to lack the other half.
            object.remove("location");
        }
        let quarter = object
            .get("basedIn")
            .filter(|_| says_no_place(&object))
            .and_then(Value::as_str)
            .and_then(|slug| self.quarter_centre(slug));
        let fallback_location = quarter.map(|position| LocationEntry {
            longitude: position.longitude(),
            latitude: position.latitude(),
            precision: Some(precision.filter(|it| *it == Precision::Hidden).unwrap_or(Precision::Quarter)),
        });
        let id = object.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        if let Some(slug) = id.and_then(|id: uuid::Uuid| self.slugs.get(&id)).filter(|_| !object.contains_key("slug")) {
            object.insert("slug".to_owned(), Value::from(slug.as_str()));
        }
        let object = Value::Object(object);
        let (slug, is_slug_generated) = slug_of(&object);
        let name = name_of(&object);
        let refused = |problems, rest: Option<(ActorEntry, RemovedParts)>| {
            let rest = rest.map(|(rest, removed)| PartialEntry::new(Entry::Actor(Box::new(rest)), removed));
            Entry::Invalid(InvalidEntry { section: Section::Actors, problems, slug, name, is_slug_generated, rest })
        };
        if has_moved_cells(self.columns.list.len(), row) {
            // Cells that stand below the wrong columns are wrong in every way, and none is worth telling.
            problems.retain(|problem| problem.path == "row");
            problems.truncate(1);
            return refused(problems, None);
        }
        let is_decided = matches!(
            self.options.decisions.row(place.row.unwrap_or_default(), row.line),
            Some(RowDecision::Slug(_) | RowDecision::Id(_))
        );
        let said = if is_decided { Said::from_paths(said).into_added() } else { Said::from_paths(said) };
        let complete = |entry: ActorEntry| {
            let (said, withheld) = (said.clone(), withheld.clone());
            ActorEntry { said, fallback_location, precision, withheld, ..entry }
        };
        match entry_reader::read_value::<ActorEntry>(object, place) {
            Ok(entry) if problems.is_empty() => Entry::Actor(Box::new(complete(entry))),
            Ok(entry) => refused(problems, Some((complete(entry), RemovedParts::default()))),
            Err(wrong) => {
                problems.extend(wrong.problems);
                refused(problems, wrong.rest.map(|(rest, removed)| (complete(rest), removed)))
            }
        }
    }
}

fn says_no_place(object: &Map<String, Value>) -> bool {
    let has_words = object.get("location").and_then(Value::as_object).is_some_and(|location| !location.is_empty());
    !has_words && object.get("coarsened").and_then(Value::as_bool) != Some(true)
}

/// What is wrong with the number of cells.
pub(super) fn wrong_length(allowed: usize, row: &RawRow, place: &Place) -> Option<Problem> {
    let filled = row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    if filled <= allowed {
        return None;
    }
    let mut message = Message::new("table-cells").with("count", filled).with("allowed", allowed);
    if row.breaks > 0 {
        message = Message::new("table-cells-quoted")
            .with("problem", message)
            .with("first", row.text_line)
            .with("last", row.text_line + row.breaks);
    }
    Some(Problem { path: "row".to_owned(), ..place.problem("", rules::Problem::Format(message)) })
}

/// A value below no heading. Where a column was called by its letter, it may be mapped.
pub(super) fn nameless(place: &Place, column: Option<&str>) -> Problem {
    let message = match column {
        None => Message::new("table-no-heading"),
        Some(column) => Message::new("table-no-heading-mapped").with("column", column),
    };
    Problem { path: "row".to_owned(), ..place.problem("", rules::Problem::Format(message)) }
}

/// Whether the cells cannot stand below their own columns: there are more of them than columns, and
/// not only empty ones at the end. In a row that is too short the end is missing.
fn has_moved_cells(columns: usize, row: &RawRow) -> bool {
    row.cells.iter().skip(columns).any(|cell| !cell.is_empty())
}

/// Puts a value below a path of fields.
pub(super) fn put(object: &mut Map<String, Value>, path: &[String], value: Value) {
    match path {
        [field] => {
            object.insert(field.clone(), value);
        }
        [field, below @ ..] => {
            let nested = object.entry(field.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(nested) = nested {
                put(nested, below, value);
            }
        }
        [] => {}
    }
}
