//! Reads the tables of words: CSV with a header, cells in quotes where they hold a comma.

use super::forms::read;
use crate::text::WordReader;

/// The rows of a table without its header, each with its cells.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = Vec<String>> {
    table.lines().skip(1).filter(|line| !line.trim().is_empty()).map(cells)
}

/// The cells of a line.
pub(super) fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let (mut is_quoted, mut characters) = (false, line.chars().peekable());
    while let Some(c) = characters.next() {
        let cell = cells.last_mut().expect("there is a first cell");
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            c => cell.push(c),
        }
    }
    cells
}

/// The phrases of a cell.
pub(super) fn phrases(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|phrase| !phrase.is_empty())
}

/// The words of a row behind its first cell, folded.
pub(super) fn row_words(reader: &mut WordReader, row: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    for phrase in row.iter().skip(1).flat_map(|cell| phrases(cell)) {
        read(reader, phrase.trim_end_matches('*'), |_, word| words.push(word.bare.clone()));
    }
    words
}

/// The same with the star behind each that stands for all longer ones.
pub(super) fn row_beginnings(reader: &mut WordReader, row: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    for phrase in row.iter().skip(1).flat_map(|cell| phrases(cell)) {
        let star = if phrase.ends_with('*') { "*" } else { "" };
        read(reader, phrase, |_, word| words.push(format!("{}{star}", word.bare)));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_in_quotes_hold_commas_and_quotes() {
        let table = "slug,de\na,\"one, \"\"two\"\"; three\"\n\nb,\n";
        let read: Vec<_> = rows(table).collect();
        assert_eq!(read, [vec!["a", "one, \"two\"; three"], vec!["b", ""]]);
        assert_eq!(phrases(&read[0][1]).collect::<Vec<_>>(), ["one, \"two\"", "three"]);
    }
}
