//! What people have decided of a table: what a value means, and which entry a row is.

use std::{collections::HashMap, str::FromStr};

use domain::Slug;
use messages::{Message, error_by_message};
use uuid::Uuid;

use super::plain;

/// What is to become of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowDecision {
    /// It makes an entry, however much it looks like another one.
    New,
    /// It is left out.
    Skip,
    /// It is the entry of this slug.
    Slug(Slug),
    /// It is the entry of this id.
    Id(Uuid),
}

/// What becomes of rows that look like others and that nobody has decided one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicateDecision {
    /// Each makes an entry.
    New,
    /// They are left out.
    Skip,
    /// Each is the entry that it looks most like.
    Entry,
}

/// What becomes of values that nobody has decided one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnclearDecision {
    /// They stand in the notes of their rows.
    Note,
    /// Each is the one thing that it is like; where that is none or several, it stands in the note.
    Suggestion,
}

/// How a decision names a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum RowName {
    /// By how many entries stand above it and itself, which nobody is shown.
    Number(usize),
    /// By the row of the sheet.
    Line(u64),
}

/// Everything that has been decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// By heading, where one is named, and value, both bare: what the value means.
    values: HashMap<(Option<String>, String), String>,
    rows: HashMap<RowName, RowDecision>,
    /// What becomes of rows that look like others.
    duplicates: Option<DuplicateDecision>,
    /// By heading, or for all columns, what becomes of values that nobody has decided.
    unclear: HashMap<Option<String>, UnclearDecision>,
    /// Whose word counts where a row and somebody else changed a field.
    conflicts: Option<String>,
    /// As they were written, for digests.
    written: Vec<String>,
}

/// A text is no decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDecisionError {
    given: String,
}

impl ParseDecisionError {
    /// What is wrong.
    pub fn message(&self) -> Message {
        Message::new("table-decision-form").quote("given", &self.given)
    }
}

error_by_message!(ParseDecisionError);

impl Decisions {
    /// Adds a decision, such as `Wanne-Eickel=wanne`.
    ///
    /// # Errors
    /// [`ParseDecisionError`].
    pub fn add(&mut self, text: &str) -> Result<(), ParseDecisionError> {
        let refuse = || ParseDecisionError { given: text.chars().take(80).collect() };
        let (left, right) = text.rsplit_once('=').ok_or_else(refuse)?;
        let (left, right) = (left.trim(), right.trim());
        if left.is_empty() {
            return Err(refuse());
        }
        self.written.push(text.trim().to_owned());
        if is_duplicates(left) {
            self.duplicates = Some(match plain(right).as_str() {
                "new" | "neu" => DuplicateDecision::New,
                "skip" | "auslassen" => DuplicateDecision::Skip,
                "entry" | "eintrag" => DuplicateDecision::Entry,
                _ => return Err(refuse()),
            });
            return Ok(());
        }
        if is_conflicts(left) && (is_table(right) || is_directory(right)) {
            self.conflicts = Some(right.to_owned());
            return Ok(());
        }
        if let Some((heading, decision)) = unclear_name(left).zip(unclear_decision(right)) {
            self.unclear.insert(heading, decision);
            return Ok(());
        }
        if let Some(row) = row_name(left) {
            self.rows.insert(row, row_decision(right).ok_or_else(refuse)?);
            return Ok(());
        }
        self.values.insert((None, bare(left)), right.to_owned());
        if let Some((heading, value)) = left.split_once(':').filter(|(_, value)| !value.trim().is_empty()) {
            self.values.insert((Some(plain(heading)), bare(value)), right.to_owned());
        }
        Ok(())
    }

    /// Adds the decisions of a file, one a line; what follows a `#` at the beginning of a line is for people.
    ///
    /// # Errors
    /// [`ParseDecisionError`].
    pub fn add_lines(&mut self, text: &str) -> Result<(), ParseDecisionError> {
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).try_for_each(|line| self.add(line))
    }

    /// What a value of a column means, where that is decided.
    pub(super) fn meaning(&self, heading: &str, value: &str) -> Option<&str> {
        let of = |heading: Option<String>| self.values.get(&(heading, bare(value)));
        of(Some(plain(heading))).or_else(|| of(None)).map(String::as_str)
    }

    /// What a value of a column means, where that is decided for this column.
    pub(super) fn meaning_in(&self, heading: &str, value: &str) -> Option<&str> {
        self.values.get(&(Some(plain(heading)), bare(value))).map(String::as_str)
    }

    /// The decisions of values that `is_used` knows nothing of, and those of rows beyond the last, as they were written.
    pub(super) fn unused(&self, is_used: impl Fn(&str) -> bool, has_row: impl Fn(u64) -> bool) -> Vec<&str> {
        let is_unused = |text: &&str| {
            let left = text.rsplit_once('=').map_or(*text, |(left, _)| left.trim());
            let right = text.rsplit_once('=').map_or("", |(_, right)| right);
            if is_duplicates(left)
                || is_conflicts(left)
                || (unclear_name(left).is_some() && unclear_decision(right).is_some())
            {
                return false;
            }
            match row_name(left) {
                Some(RowName::Line(line)) => !has_row(line),
                Some(RowName::Number(_)) => false,
                None => {
                    let value = left.split_once(':').map_or(left, |(_, value)| value);
                    !is_used(&bare(left)) && !is_used(&bare(value))
                }
            }
        };
        self.written.iter().map(String::as_str).filter(is_unused).collect()
    }

    /// A value as decisions compare it.
    pub(super) fn bare_value(value: &str) -> String {
        bare(value)
    }

    /// What is to become of a row.
    pub fn row(&self, number: usize, line: u64) -> Option<&RowDecision> {
        self.rows.get(&RowName::Number(number)).or_else(|| self.rows.get(&RowName::Line(line)))
    }

    /// What is to become of rows that look like others.
    pub const fn duplicates(&self) -> Option<DuplicateDecision> {
        self.duplicates
    }

    /// Notes that a row is an entry, as what is decided of all rows that look like others has it.
    pub fn set_row(&mut self, number: usize, slug: Slug) {
        self.rows.insert(RowName::Number(number), RowDecision::Slug(slug));
    }

    /// Whether it is decided for all columns that what nobody has decided is not asked.
    pub(super) fn notes_unclear(&self) -> bool {
        self.unclear.contains_key(&None)
    }

    /// What becomes of values of a column that nobody has decided.
    pub(super) fn unclear(&self, heading: &str) -> Option<UnclearDecision> {
        self.unclear.get(&Some(plain(heading))).or_else(|| self.unclear.get(&None)).copied()
    }

    /// Whose word counts where a row and somebody else changed a field, where that is decided for all.
    pub(super) fn conflicts(&self) -> Option<&str> {
        self.conflicts.as_deref()
    }

    /// The decisions as they were written.
    pub fn lines(&self) -> &[String] {
        &self.written
    }
}

/// The column of a decision about all values that nobody has decided, none where it is about those of all columns.
fn unclear_name(left: &str) -> Option<Option<String>> {
    let is_unclear = |text: &str| matches!(plain(text).as_str(), "unclear" | "unklar" | "unklares");
    match left.rsplit_once(':') {
        _ if is_unclear(left) => Some(None),
        Some((heading, word)) if is_unclear(word) => Some(Some(plain(heading))),
        _ => None,
    }
}

fn unclear_decision(right: &str) -> Option<UnclearDecision> {
    match plain(right).as_str() {
        _ if is_note(right) => Some(UnclearDecision::Note),
        "suggestion" | "suggestions" | "vorschlag" | "vorschlage" => Some(UnclearDecision::Suggestion),
        _ => None,
    }
}

fn is_duplicates(name: &str) -> bool {
    ["duplicates", "dubletten", "doppelte"].contains(&plain(name).as_str())
}

fn is_conflicts(left: &str) -> bool {
    matches!(plain(left).as_str(), "conflicts" | "konflikte")
}

/// Whether a meaning says that the word of the table counts.
pub(super) fn is_table(meaning: &str) -> bool {
    matches!(plain(meaning).as_str(), "table" | "tabelle")
}

/// Whether a meaning says that the word of the directory counts.
pub(super) fn is_directory(meaning: &str) -> bool {
    matches!(plain(meaning).as_str(), "directory" | "verzeichnis")
}

/// Whether a meaning says that a value stands in the note of its row.
pub(super) fn is_note(meaning: &str) -> bool {
    matches!(plain(meaning).as_str(), "note" | "notiz")
}

/// Letters and digits; of a value without any what it is.
fn bare(value: &str) -> String {
    let bare = plain(value);
    if bare.is_empty() { value.trim().to_owned() } else { bare }
}

fn row_name(text: &str) -> Option<RowName> {
    let (word, number) = text.split_once(' ')?;
    let number: u64 = number.trim().parse().ok()?;
    matches!(word.to_lowercase().as_str(), "row" | "line" | "zeile").then_some(RowName::Line(number))
}

fn row_decision(text: &str) -> Option<RowDecision> {
    match text.to_lowercase().as_str() {
        "new" | "neu" => Some(RowDecision::New),
        "skip" | "auslassen" => Some(RowDecision::Skip),
        text => match Uuid::from_str(text) {
            Ok(id) => Some(RowDecision::Id(id)),
            Err(_) => text.parse().ok().map(RowDecision::Slug),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decided_for_all_columns_or_one_and_rows_by_their_number_in_the_sheet() {
        let mut decisions = Decisions::default();
        decisions
            .add_lines("# Stadtteile\nWanne-Eickel = wanne\n\nSprachen: Kurdisch=kmr+ckb\nrow 3=new\nZeile 9 = cafe-oez\nduplicates=skip")
            .expect("decisions");
        assert_eq!(decisions.meaning("Stadtteil", "wanne eickel"), Some("wanne"));
        assert_eq!(decisions.meaning("Sprachen", "kurdisch"), Some("kmr+ckb"));
        assert_eq!(decisions.meaning("Schwerpunkte", "kurdisch"), None);
        assert_eq!(decisions.row(2, 3), Some(&RowDecision::New));
        assert_eq!(decisions.row(3, 4), None);
        assert_eq!(decisions.row(8, 9), Some(&RowDecision::Slug("cafe-oez".parse().expect("a slug"))));
        assert_eq!(decisions.duplicates(), Some(DuplicateDecision::Skip));
        for wrong in ["Wanne", "=x", "row 3=Nicht so", "duplicates=cafe-oez"] {
            assert!(Decisions::default().add(wrong).is_err(), "{wrong}");
        }
    }
}
