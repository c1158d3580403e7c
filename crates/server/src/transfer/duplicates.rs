//! One decision for all rows that look like entries: `duplicates=entry`, each is the one that it looks most like.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use curation::import::RowOutcome;
use domain::Slug;
use formats::actors_table::DuplicateDecision;

use super::{ImportSource, comparing::Compared, tables::ReadTable};

/// The sources with what that decision makes of their rows; `None` where there is nothing to decide. Of several rows that
/// look like one entry the most alike is that entry, and the others are still asked about.
pub(super) fn decide_rows(
    tables: &[Arc<ReadTable>],
    compared: &Compared,
    sources: Vec<ImportSource>,
) -> Option<Vec<ImportSource>> {
    // A workbook for staff has a table for each sheet, and says itself which entries its rows are.
    let decided: HashSet<&str> = tables
        .iter()
        .filter(|table| table.table.options().decisions.duplicates() == Some(DuplicateDecision::Entry))
        .filter(|table| table.table.staff_kind().is_none())
        .map(|table| table.file.as_str())
        .collect();
    let mut rows: Vec<(f64, &str, usize, &str)> = Vec::new();
    let mut first_rows: HashMap<&str, usize> = HashMap::new();
    for (at, row) in compared.rows.iter().enumerate() {
        let first = *first_rows.entry(row.file.as_str()).or_insert(at);
        if row.outcome != RowOutcome::LikelyDuplicate || !decided.contains(row.file.as_str()) {
            continue;
        }
        let best = row.alike.iter().find_map(|other| Some((other.likeness.score, other.slug.as_deref()?)));
        if let Some((score, slug)) = best {
            rows.push((score, row.file.as_str(), at - first + 1, slug));
        }
    }
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut taken, mut by_file) = (HashSet::new(), HashMap::<&str, Vec<(usize, Slug)>>::new());
    for (_, file, number, slug) in rows {
        if let (true, Ok(parsed)) = (taken.insert(slug), slug.parse()) {
            by_file.entry(file).or_default().push((number, parsed));
        }
    }
    if by_file.is_empty() {
        return None;
    }
    let with_rows = |source: ImportSource| {
        let rows = by_file.get(source.name().as_str()).cloned().unwrap_or_default();
        source.with_rows(&rows)
    };
    Some(sources.into_iter().map(with_rows).collect())
}
