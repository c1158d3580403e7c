//! The report of an import as people read it at a terminal: a line for each row, below it why.

use std::fmt::Write as _;

use curation::{
    FieldChange,
    import::{ImportReport, ImportRow, RowAlike, RowOutcome, RowProblem},
};
use serde_json::Value;

/// The longest value that is shown whole, in characters.
const SHOWN: usize = 60;

/// The report as a table, rows that say nothing new as ranges, then totals and what to type next.
pub(super) fn table(report: &ImportReport) -> String {
    let several_files = report.rows.iter().any(|row| row.file != report.rows[0].file);
    let mut text = String::new();
    // Writing to a string never fails.
    let _ = writeln!(text, "{:>5}  {:>5}  {:<16}  what", "row", "line", "outcome");
    for row in report.rows.iter().filter(|row| row.outcome != RowOutcome::Same) {
        let line = row.line.map_or_else(|| "-".to_owned(), |line| line.to_string());
        let file = if several_files { format!(" ({})", row.file) } else { String::new() };
        let _ = writeln!(
            text,
            "{:>5}  {line:>5}  {:<16}  {} {:?}{file}",
            row.number,
            row.outcome.word(),
            row.kind.slug(),
            shortened(&row.name)
        );
        for reason in reasons(row) {
            let _ = writeln!(text, "{:>16}{reason}", "");
        }
    }
    let same = ranges(report.rows.iter().filter(|row| row.outcome == RowOutcome::Same));
    if !same.is_empty() {
        let _ = writeln!(text, "{same} say the same already.");
    }
    let totals: Vec<String> = RowOutcome::ALL
        .iter()
        .map(|outcome| (report.count(*outcome), outcome.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let totals = if totals.is_empty() { "there are none".to_owned() } else { totals.join(", ") };
    let _ = writeln!(text, "\nRows: {totals}.");
    match report.written {
        Some(written) => {
            let entries = crate::plural::counted(written, "entry", "entries");
            let _ = write!(text, "Taken: {entries} written.");
        }
        None if report.refusals.is_empty() => text.push_str(&next(report)),
        None => text.push_str("Nothing was written."),
    }
    text
}

/// What to type to take the rows.
fn next(report: &ImportReport) -> String {
    let sound = report.rows.iter().filter(|row| matches!(row.outcome, RowOutcome::New | RowOutcome::Changed));
    let rows = numbers(sound);
    if rows.is_empty() {
        return "Nothing was written, and there is nothing that could be without another look.".to_owned();
    }
    format!("Nothing was written. To take rows: bruecke import --rows {rows} --digest {} FILE…", report.digest)
}

fn reasons(row: &ImportRow) -> Vec<String> {
    let problems = row.problems.iter().map(|RowProblem { field, column, english, .. }| match column {
        Some(column) => format!("{column:?}, {field}: {english}"),
        None => format!("{field}: {english}"),
    });
    let changes = row
        .changes
        .iter()
        .map(|FieldChange { field, before, after }| format!("{field}: {} → {}", value(before), value(after)));
    let alike = row.alike.iter().map(|RowAlike { slug, row, name, likeness, .. }| {
        let signs: Vec<String> = likeness.signs.iter().map(|sign| sign.label("en")).collect();
        let which = match (slug, row) {
            (Some(slug), _) => format!("the entry {slug:?}"),
            (None, Some(row)) => format!("row {row}"),
            (None, None) => "another".to_owned(),
        };
        format!("looks like {which} {:?}: {}", shortened(name), signs.join(", "))
    });
    problems.chain(changes).chain(alike).collect()
}

fn value(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => format!("{:?}", shortened(text)),
        other => shortened(&other.to_string()),
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= SHOWN { text.to_owned() } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
}

/// Rows as a sentence begins: `Rows 2, 4-9`.
fn ranges<'a>(rows: impl Iterator<Item = &'a ImportRow>) -> String {
    let numbers = numbers(rows);
    if numbers.is_empty() { numbers } else { format!("Rows {}", numbers.replace(',', ", ")) }
}

/// The numbers of rows as `--rows` takes them.
fn numbers<'a>(rows: impl Iterator<Item = &'a ImportRow>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == row.number => *last = row.number,
            _ => ranges.push((row.number, row.number)),
        }
    }
    let range = |(first, last): &(u32, u32)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(",")
}
