//! The row with the headings: which row it is, what columns without a heading are called, and rows that are no entries.

use std::collections::BTreeSet;

use super::{
    Cell, RawRow, columns::count_known, mapping::ColumnMapping, plain, understanding::Sentence, workbook::HeadingSpan,
};

/// How far down the header is looked for: titles stand above it.
const HEADER_WITHIN: usize = 20;
/// Words in front of a sum below a list, bare.
const SUM_WORDS: [&str; 9] =
    ["summe", "gesamt", "gesamtsumme", "zwischensumme", "insgesamt", "anzahl", "total", "sum", "subtotal"];
/// How many lines a remark names.
const MOST_NAMED: usize = 20;

/// Which row holds the headings: of the first ones that with the most known headings, else the first.
pub(super) fn find_header(rows: &[RawRow], mapping: &ColumnMapping) -> usize {
    let known = |row: &RawRow| count_known(row.cells.iter().filter_map(Cell::text), mapping);
    let counts = rows.iter().take(HEADER_WITHIN).map(known).enumerate();
    // Of equally many the first.
    counts.max_by_key(|(at, count)| (*count, usize::MAX - at)).map_or(0, |(at, _)| at)
}

/// Names the columns that have values but no heading: those below a merged one as it is called with a number, others by
/// their letter. Hands back those where few rows have a value: cells may have slipped there.
pub(super) fn name_headings(header: &mut RawRow, rows: &[RawRow], spans: &[HeadingSpan]) -> BTreeSet<usize> {
    for span in spans.iter().filter(|span| span.line == header.line) {
        let Some(heading) = header.cells.get(span.first).and_then(Cell::text).map(ToOwned::to_owned) else { continue };
        for (column, number) in (span.first + 1..=span.last).zip(2..) {
            if header.cells.len() <= column {
                header.cells.resize(column + 1, Cell::Text(String::new()));
            }
            if header.cells[column].is_empty() {
                header.cells[column] = Cell::Text(format!("{heading} {number}"));
            }
        }
    }
    let mut stray = BTreeSet::new();
    // What stands behind the last heading is told with its row.
    let last = header.cells.iter().rposition(|cell| !cell.is_empty()).unwrap_or_default();
    for (column, cell) in header.cells.iter_mut().enumerate().take(last).filter(|(_, cell)| cell.is_empty()) {
        let filled = rows.iter().filter(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty())).count();
        if filled == 0 {
            continue;
        }
        if filled * 2 < rows.len() {
            stray.insert(column);
        }
        *cell = Cell::Text(format!("Spalte {}", column_letters(column)));
    }
    stray
}

/// What a spreadsheet calls a column, from 0: `A`, …, `Z`, `AA`.
fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Takes out rows that are no entries, and says so: headings of sections, merged over several columns, and sums.
pub(super) fn take_out_headings_and_sums(rows: &mut Vec<RawRow>, spans: &[HeadingSpan]) -> Option<Sentence> {
    let mut lines = Vec::new();
    rows.retain(|row| {
        let is_no_entry = is_sum(row) || is_section(row, spans);
        if is_no_entry {
            lines.push(row.line);
        }
        !is_no_entry
    });
    if lines.is_empty() {
        return None;
    }
    let named: Vec<String> = lines.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    let named = format!("{}{}", named.join(", "), if lines.len() > MOST_NAMED { ", …" } else { "" });
    Some(Sentence::new(
        format!("Zwischenüberschriften und Summen werden nicht gelesen: Zeile {named}."),
        format!("Headings of sections and sums are not read: line {named}."),
    ))
}

fn is_sum(row: &RawRow) -> bool {
    let mut texts = row.cells.iter().filter_map(Cell::text);
    let is_word = texts.next().is_some_and(|first| SUM_WORDS.contains(&plain(first).as_str()));
    let mut numbers = texts.map(|text| !text.contains(char::is_alphabetic)).peekable();
    is_word && numbers.peek().is_some() && numbers.all(|is_number| is_number)
}

fn is_section(row: &RawRow, spans: &[HeadingSpan]) -> bool {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (Some((column, _)), None) = (filled.next(), filled.next()) else { return false };
    spans.iter().any(|span| span.line == row.line && span.first == column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, letters) in [(0, "A"), (4, "E"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
