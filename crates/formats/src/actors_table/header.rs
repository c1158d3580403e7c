//! The row with the headings: which row it is, what columns without a heading are called, and rows that are no entries.

use std::collections::{BTreeSet, HashSet};

use messages::Message;

use super::{
    Cell, RawRow,
    columns::{count_known, heading_parts, known_fields},
    mapping::ColumnMapping,
    plain,
    understanding::first_of,
    workbook::HeadingSpan,
};

/// How far down the header is looked for: titles stand above it.
const HEADER_WITHIN: usize = 20;
/// Words in front of a sum below a list, bare.
const SUM_WORDS: [&str; 9] =
    ["summe", "gesamt", "gesamtsumme", "zwischensumme", "insgesamt", "anzahl", "total", "sum", "subtotal"];
/// Words that notes below a list begin with, small.
const NOTE_WORDS: [&str; 12] = [
    "*",
    "quelle",
    "stand:",
    "legende",
    "hinweis",
    "anmerkung",
    "erstellt",
    "bearbeit",
    "alle angaben",
    "©",
    "source",
    "note:",
];
/// A row that has so many known headings is one of headings, where nothing but data stands around it.
const FEWEST_HEADINGS: usize = 3;
/// Longer texts are no names.
const LONGEST_TITLE: usize = 80;

/// Which row holds the headings: of the first ones that with the most known headings, else the first. Where rows stand
/// below one of them and another below these, that is the header of a second table.
pub(super) fn find_header(rows: &[RawRow], mapping: &ColumnMapping) -> usize {
    let known = |row: &RawRow| count_known(row.cells.iter().filter_map(Cell::text), mapping);
    let first_table = rows.iter().take(HEADER_WITHIN).position(|row| is_header(row, mapping));
    if let Some(at) = first_table
        && rows.get(at + 1).is_some_and(|next| known(next) + 1 < FEWEST_HEADINGS)
    {
        return at;
    }
    let counts = rows.iter().take(HEADER_WITHIN).map(known).enumerate();
    // Of equally many the first.
    counts.max_by_key(|(at, count)| (*count, usize::MAX - at)).map_or(0, |(at, _)| at)
}

/// Whether nearly every cell of a row is a known heading.
fn is_header(row: &RawRow, mapping: &ColumnMapping) -> bool {
    let texts: Vec<&str> = row.cells.iter().filter_map(Cell::text).collect();
    let known = count_known(texts.iter().copied(), mapping);
    known >= FEWEST_HEADINGS && known * 10 >= texts.len() * 7
}

/// Puts the rows of further tables of a sheet below the headings of the first: their own headings say which columns they
/// mean, and new ones are added. Says where they begin.
pub(super) fn join_tables(header: &mut RawRow, rows: &mut Vec<RawRow>, mapping: &ColumnMapping) -> Option<Message> {
    if !rows.iter().any(|row| is_header(row, mapping)) {
        return None;
    }
    let (mut joined, mut lines) = (Vec::with_capacity(rows.len()), Vec::new());
    let mut columns: Option<Vec<usize>> = None;
    for mut row in rows.drain(..) {
        if is_header(&row, mapping) {
            // Its title, if it has one.
            if joined.last().is_some_and(|title: &RawRow| count_filled(title) == 1) {
                joined.pop();
            }
            lines.push(row.line);
            columns = Some(row.cells.iter().map(|cell| column_of(header, cell)).collect());
            continue;
        }
        if let Some(columns) = &columns {
            let mut cells = vec![Cell::Text(String::new()); header.cells.len()];
            let further = row.cells.len().saturating_sub(columns.len());
            for (at, cell) in row.cells.drain(..).enumerate().filter(|(_, cell)| !cell.is_empty()) {
                match columns.get(at) {
                    Some(column) if cells[*column].is_empty() => cells[*column] = cell,
                    // Behind the last heading: told with its row.
                    _ => cells.push(cell),
                }
            }
            cells.truncate(header.cells.len() + further);
            row.cells = cells;
        }
        joined.push(row);
    }
    *rows = joined;
    Some(Message::new("table-several-tables").with("lines", first_of(&lines)))
}

/// The column of the header that is called as a cell is; a new one where there is none.
fn column_of(header: &mut RawRow, cell: &Cell) -> usize {
    let name = cell.text().map(plain).unwrap_or_default();
    let known = header.cells.iter().position(|it| it.text().map(plain).unwrap_or_default() == name);
    known.unwrap_or_else(|| {
        header.cells.push(cell.clone());
        header.cells.len() - 1
    })
}

fn count_filled(row: &RawRow) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// Gives each column below a merged heading its part of it: "Verein & Kontakt" over two columns.
pub(super) fn split_merged_headings(header: &mut RawRow, spans: &[HeadingSpan]) {
    for span in spans.iter().filter(|span| span.line == header.line) {
        let parts = header.cells.get(span.first).and_then(Cell::text).map(known_parts).unwrap_or_default();
        if parts.len() < 2 || parts.len() != span.last - span.first + 1 {
            continue;
        }
        let width = header.cells.len().max(span.last + 1);
        header.cells.resize(width, Cell::Text(String::new()));
        let columns = &mut header.cells[span.first..=span.last];
        if columns[1..].iter().all(Cell::is_empty) {
            columns.iter_mut().zip(parts).for_each(|(cell, part)| *cell = Cell::Text(part));
        }
    }
}

/// The parts of a heading, where all of them are known.
fn known_parts(heading: &str) -> Vec<String> {
    let parts = heading_parts(heading);
    if parts.iter().all(|part| known_fields(part).is_some()) { parts } else { Vec::new() }
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
pub(super) fn column_letters(column: usize) -> String {
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
pub(super) fn take_out_headings_and_sums(
    header: &RawRow,
    rows: &mut Vec<RawRow>,
    spans: &[HeadingSpan],
) -> Option<Message> {
    let mut lines = Vec::new();
    let is_wide = is_wide(rows);
    let number = number_column(header, rows);
    let last = rows.iter().rposition(|row| count_filled(row) > 1).and_then(|at| rows.get(at)).map_or(0, |row| row.line);
    let is_title = |row: &RawRow| {
        let has_no_number = number.is_some_and(|at| row.cells.get(at).is_none_or(Cell::is_empty));
        has_no_number || is_numbered_title(row) || is_introduction(row) || is_decorated(row)
    };
    rows.retain(|row| {
        let is_no_entry = is_sum(row)
            || is_section(row, spans)
            || (is_wide && count_filled(row) == 1 && (is_title(row) || (row.line > last && is_note(row))));
        if is_no_entry {
            lines.push(row.line);
        }
        !is_no_entry
    });
    if lines.is_empty() {
        return None;
    }
    Some(Message::new("table-rows-not-read").with("lines", first_of(&lines)))
}

/// The lines of the rows that have nothing but one cell, in a list whose rows have more: they may be headings of sections.
pub(super) fn bare_rows(rows: &[RawRow]) -> HashSet<u64> {
    let is_wide = is_wide(rows);
    rows.iter().filter(|row| is_wide && count_filled(row) == 1).map(|row| row.line).collect()
}

/// Whether the rows of a list usually have several cells.
fn is_wide(rows: &[RawRow]) -> bool {
    let mut counts: Vec<usize> = rows.iter().map(count_filled).filter(|count| *count > 1).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).is_some_and(|usual| *usual >= FEWEST_HEADINGS)
}

/// The column that numbers the rows, where nearly all that hold more than a title have a number.
fn number_column(header: &RawRow, rows: &[RawRow]) -> Option<usize> {
    let is_number = |cell: &Cell| cell.text().and_then(known_fields).is_some_and(|fields| fields == "skip");
    let has_number = |row: &RawRow, at: usize| {
        row.cells.get(at).and_then(Cell::text).is_some_and(|text| text.contains(|c: char| c.is_ascii_digit()))
    };
    let at = header.cells.iter().position(is_number)?;
    let entries = rows.iter().filter(|row| count_filled(row) > 1);
    let (all, numbered) =
        entries.fold((0, 0), |(all, numbered), row| (all + 1, numbered + usize::from(has_number(row, at))));
    (all > 0 && numbered * 10 >= all * 9).then_some(at)
}

/// A title between signs: "== Sport ==".
fn is_decorated(row: &RawRow) -> bool {
    let Some(text) = row.cells.iter().find_map(Cell::text) else { return false };
    let is_sign = |c: char| "=-–—*#~_>+•".contains(c);
    let signs = text.chars().take_while(|c| is_sign(*c)).count();
    let is_closed = text.ends_with(is_sign);
    signs > 0 && (is_closed || signs > 1)
}

fn is_sum(row: &RawRow) -> bool {
    let mut texts = row.cells.iter().filter_map(Cell::text);
    let is_word = texts.next().is_some_and(tells_sum);
    let mut numbers = texts.map(|text| !text.contains(char::is_alphabetic)).peekable();
    // The sum itself may be a formula that no program has worked out.
    is_word && (numbers.peek().is_none() || numbers.all(|is_number| is_number))
}

/// Whether a text is the word for a sum, or says one: "Summe: 38 Vereine".
fn tells_sum(text: &str) -> bool {
    let (word, rest) = text.split_once([':', ' ', '=']).unwrap_or((text, ""));
    let has_number = rest
        .split(|c: char| !c.is_alphanumeric())
        .any(|part| part.chars().all(|c| c.is_ascii_digit()) && !part.is_empty());
    SUM_WORDS.contains(&plain(text).as_str()) || SUM_WORDS.contains(&plain(word).as_str()) && has_number
}

/// The title of a section: "A) Vereine", "II. Initiativen".
fn is_numbered_title(row: &RawRow) -> bool {
    let Some(text) = row.cells.iter().find_map(Cell::text) else { return false };
    // "1. FC" is a name.
    let is_roman = |mark: &str| mark.chars().all(|c| "IVX".contains(c));
    let parts = text.split_once(')').or_else(|| text.split_once('.').filter(|(mark, _)| is_roman(mark)));
    let Some((mark, rest)) = parts else { return false };
    let is_letter = mark.chars().count() == 1 && mark.chars().all(|c| c.is_ascii_uppercase());
    let is_number = mark.chars().all(|c| c.is_ascii_digit());
    let is_mark = (1..=4).contains(&mark.chars().count()) && (is_letter || is_number || is_roman(mark));
    is_mark && rest.starts_with(' ')
}

/// The title of a section that leads to the rows below it: "Gruppen ohne eigene Räume:".
fn is_introduction(row: &RawRow) -> bool {
    row.cells.iter().find_map(Cell::text).is_some_and(|text| text.trim_end().ends_with(':'))
}

/// What stands below a list for its readers.
fn is_note(row: &RawRow) -> bool {
    let Some(text) = row.cells.iter().find_map(Cell::text) else { return false };
    let lower = text.to_lowercase();
    NOTE_WORDS.iter().any(|word| lower.starts_with(word)) || text.contains(": ") || text.chars().count() > LONGEST_TITLE
}

pub(super) fn is_section(row: &RawRow, spans: &[HeadingSpan]) -> bool {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (Some((column, _)), None) = (filled.next(), filled.next()) else { return false };
    spans.iter().any(|span| span.line == row.line && span.first == column)
}

#[cfg(test)]
mod tests {
    use super::{
        super::raw::{rows, texts},
        *,
    };

    #[test]
    fn a_second_table_of_a_sheet_stands_below_the_headings_of_the_first() {
        let mut all = rows(&[
            &["Name", "Telefon", "Sprachen"],
            &["Verein Eins", "02323 1", "tr"],
            &["Initiativen"],
            &["E-Mail", "Name", "Stadtteil"],
            &["a@post.example", "Verein Zwei", "Eickel"],
        ]);
        assert_eq!(find_header(&all, &ColumnMapping::default()), 0);
        let mut header = all.remove(0);
        let told = join_tables(&mut header, &mut all, &ColumnMapping::default()).expect("a remark");
        assert!(told.text("en").contains("line 4"), "{told:?}");
        assert_eq!(texts(&header), ["Name", "Telefon", "Sprachen", "E-Mail", "Stadtteil"]);
        assert_eq!(texts(&all[0]), ["Verein Eins", "02323 1", "tr"]);
        assert_eq!(texts(&all[1]), ["Verein Zwei", "", "", "a@post.example", "Eickel"]);
        assert_eq!(all.len(), 2);
    }

    #[test]
    fn what_stands_below_and_between_the_rows_of_a_list_is_no_entry() {
        let mut all = rows(&[
            &["A) Vereine"],
            &["Verein Eins", "02323 1", "tr"],
            &["Verein Zwei", "02323 2", "tr"],
            &["Verein Drei", "02323 3", "tr"],
            &["Verein Vier"],
            &["Gruppen ohne eigene Räume:"],
            &["Verein Fünf", "02323 5", "tr"],
            &["Summe"],
            &["* Angaben ohne Gewähr"],
            &["Quelle: eigene Erhebung"],
            &["Summe: 38 Vereine"],
            &["Verein Sechs"],
        ]);
        let told =
            take_out_headings_and_sums(&rows(&[&["Name", "Telefon", "Sprachen"]])[0], &mut all, &[]).expect("a remark");
        assert!(told.text("en").contains("line 1, 6, 8, 9, 10, 11"), "{told:?}");
        let names: Vec<&str> = all.iter().map(|row| texts(row)[0]).collect();
        assert_eq!(names, ["Verein Eins", "Verein Zwei", "Verein Drei", "Verein Vier", "Verein Fünf", "Verein Sechs"]);
    }

    #[test]
    fn a_title_between_signs_or_without_a_number_in_a_numbered_list_is_no_entry() {
        let list = |with_numbers: bool| {
            let number = |number: &'static str| if with_numbers { number } else { "" };
            let mut all = rows(&[
                &["", "Kulturvereine"],
                &[number("1"), "Verein Eins", "02323 1", "tr"],
                &["", "== Sport =="],
                &[number("2"), "Verein Zwei", "02323 2", "tr"],
                &["", "FRAUEN UND MÄDCHEN"],
                &[number("3"), "Verein Drei", "02323 3", "tr"],
            ]);
            let header = &rows(&[&["Nr.", "Verein", "Telefon", "Sprachen"]])[0];
            take_out_headings_and_sums(header, &mut all, &[]).expect("a remark");
            let bare = bare_rows(&all).len();
            (all.iter().map(|row| row.cells[1].text().unwrap_or_default().to_owned()).collect::<Vec<_>>(), bare)
        };
        assert_eq!(list(true), (["Verein Eins", "Verein Zwei", "Verein Drei"].map(ToOwned::to_owned).to_vec(), 0));
        // What may be an entry stays one, and is told.
        let (names, bare) = list(false);
        assert_eq!((names.len(), bare), (5, 2), "{names:?}");
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, letters) in [(0, "A"), (4, "E"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
