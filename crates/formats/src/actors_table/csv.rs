//! The cells of a CSV file (RFC 4180), with the number that spreadsheets show each row by: one with line breaks in its
//! cells is one. Quotes are taken strictly: one that is never closed would swallow every row below it, and is told by its
//! line in the text.

use super::{Cell, MOST_CELLS, MOST_ROWS, RawRow, TableError};

/// What may stand between cells.
const SEPARATORS: &[char] = &[',', ';', '\t'];

/// Cuts the text of a table into its rows, the header among them.
pub(super) fn rows(text: &str) -> Result<Vec<RawRow>, TableError> {
    let (separator, text, line) = separator(text);
    let mut cutter = Cutter {
        separator,
        line,
        cell: String::new(),
        row: RawRow { text_line: line, ..RawRow::new(1) },
        rows: Vec::new(),
        count: 0,
    };
    cutter.cut(text)?;
    Ok(cutter.rows)
}

/// How many lines are looked at for what separates the cells.
const SEPARATED_LINES: usize = 20;

/// From how many separators on the first line is no title.
const SEPARATORS_OF_HEADER: usize = 2;

/// What separates the cells: what a first line `sep=;` says, else the one of comma, semicolon and tab that the first row
/// has most of, outside of quotes. Where it may be a title, the one of which the most of the first lines have equally
/// many. With it the rest of the text and its first line.
fn separator(text: &str) -> (char, &str, u64) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator) = rest.chars().next().filter(|c| SEPARATORS.contains(c))
    {
        let rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        return (separator, rest, 2);
    }
    let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(SEPARATED_LINES);
    // What stands in quotes has odd places between them.
    let bare = |line: &'_ str| line.split('"').step_by(2).map(ToOwned::to_owned).collect::<String>();
    let lines: Vec<String> = lines.map(bare).collect();
    let agreement = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| line.matches(separator).count()).collect();
        let alike = |count: usize| counts.iter().filter(|other| **other == count).count();
        counts.iter().filter(|count| **count > 0).map(|count| (alike(*count), *count)).max().unwrap_or_default()
    };
    let of_header = |separator: char| lines.first().map_or(0, |line| line.matches(separator).count());
    // Of equally many the first in the list.
    let candidates = || SEPARATORS.iter().rev().copied();
    let separator = candidates()
        .max_by_key(|separator| of_header(*separator))
        .filter(|separator| of_header(*separator) >= SEPARATORS_OF_HEADER)
        .or_else(|| candidates().max_by_key(|separator| agreement(*separator)));
    (separator.unwrap_or(','), text, 1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first character of a cell.
    Start,
    /// In a cell without quotes.
    Plain,
    /// In a cell that was opened by a quote on that line.
    Quoted(u64),
    /// Behind the closing quote of a cell that was opened on that line.
    Closed(u64),
}

struct Cutter {
    separator: char,
    /// The line of the text.
    line: u64,
    cell: String,
    row: RawRow,
    rows: Vec<RawRow>,
    count: usize,
}

impl Cutter {
    fn cut(&mut self, text: &str) -> Result<(), TableError> {
        let mut state = State::Start;
        let mut characters = text.chars().peekable();
        while let Some(mut c) = characters.next() {
            if c == '\r' {
                // Lines end with CR LF, LF or, of old, CR alone.
                characters.next_if_eq(&'\n');
                c = '\n';
            }
            state = match (state, c) {
                (State::Quoted(_), '"') if characters.next_if_eq(&'"').is_some() => self.push('"', state),
                (State::Quoted(opened), '"') => State::Closed(opened),
                (State::Quoted(_), c) => {
                    self.row.breaks += u64::from(c == '\n');
                    self.line += u64::from(c == '\n');
                    self.push(c, state)
                }
                (State::Start, '"') => State::Quoted(self.line),
                (_, c) if c == self.separator => self.end_cell()?,
                (_, '\n') => self.end_row()?,
                (State::Closed(_), ' ') => state,
                (State::Closed(opened), _) => {
                    return Err(TableError::TextBehindQuote { line: self.line, opened });
                }
                (State::Start | State::Plain, c) => self.push(c, State::Plain),
            };
        }
        if let State::Quoted(line) = state {
            return Err(TableError::OpenQuote { line });
        }
        if state != State::Start || !self.row.cells.is_empty() {
            self.end_row()?;
        }
        Ok(())
    }

    fn push(&mut self, c: char, state: State) -> State {
        self.cell.push(c);
        state
    }

    fn end_cell(&mut self) -> Result<State, TableError> {
        self.count += 1;
        if self.count > MOST_CELLS {
            return Err(TableError::TooManyCells);
        }
        let text = std::mem::take(&mut self.cell);
        self.row.cells.push(Cell::of(text));
        Ok(State::Start)
    }

    fn end_row(&mut self) -> Result<State, TableError> {
        self.end_cell()?;
        if self.rows.len() >= MOST_ROWS {
            return Err(TableError::TooManyRows);
        }
        self.line += 1;
        let next = self.row.line + 1;
        let next = RawRow { text_line: self.line, ..RawRow::new(next) };
        let row = std::mem::replace(&mut self.row, next);
        self.rows.push(row);
        Ok(State::Start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(u64, Vec<String>)> {
        let rows = rows(text).expect("rows");
        let text = |cell: Cell| match cell {
            Cell::Text(text) | Cell::Linked { text, .. } => text,
            Cell::Marked { .. } | Cell::Wrong(_) => panic!("a CSV cell is a text"),
        };
        rows.into_iter().map(|row| (row.line, row.cells.into_iter().map(text).collect())).collect()
    }

    #[test]
    fn a_title_above_the_table_does_not_say_what_separates_its_cells() {
        for title in ["Vereine", "Adressliste, Stand 2024"] {
            let rows = cut(&format!("{title}\nVerein;Tel.;Ort\nChor;1;Herne, Wanne\n"));
            assert_eq!(rows[1].1, ["Verein", "Tel.", "Ort"], "{title}");
        }
        assert_eq!(cut("Name,Ort\nChor,\"Herne;Wanne\"")[1].1, ["Chor", "Herne;Wanne"]);
    }

    #[test]
    fn rows_are_numbered_as_spreadsheets_show_them_whatever_ends_them_and_whatever_is_quoted() {
        let rows = cut("a;b\r\n\r\n\"x\r\ny;\";\"say \"\"no\"\"\"\nc;d\re;");
        let expected: Vec<(u64, Vec<&str>)> = vec![
            (1, vec!["a", "b"]),
            (2, vec![""]),
            (3, vec!["x\ny;", "say \"no\""]),
            (4, vec!["c", "d"]),
            (5, vec!["e", ""]),
        ];
        let rows: Vec<(u64, Vec<&str>)> =
            rows.iter().map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect())).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_table_of_nothing_but_separators_or_line_breaks_does_not_fill_the_memory() {
        assert!(matches!(rows(&";".repeat(MOST_CELLS + 1)), Err(TableError::TooManyCells)));
        for empty in ["\n", "a;\n"] {
            assert!(matches!(rows(&empty.repeat(MOST_ROWS + 1)), Err(TableError::TooManyRows)), "{empty:?}");
        }
    }

    #[test]
    fn a_quote_inside_a_cell_is_a_character() {
        assert_eq!(cut("a,Verein \"Mitte\"\n")[0].1, ["a", "Verein \"Mitte\""]);
    }

    #[test]
    fn a_separator_in_a_quoted_header_does_not_count() {
        assert_eq!(cut("\"a,b,c\";d\n")[0].1, ["a,b,c", "d"]);
        assert_eq!(cut("sep=\t\na,b;c\td")[0], (1, vec!["a,b;c".to_owned(), "d".to_owned()]));
    }

    #[test]
    fn open_quotes_and_text_behind_closed_ones_are_told_with_their_lines() {
        assert!(matches!(rows("a,b\n1,\"2\n3,4\n"), Err(TableError::OpenQuote { line: 2 })));
        let behind = rows("a,b\n1,\"2\n3,\"4\"\n");
        assert!(matches!(behind, Err(TableError::TextBehindQuote { line: 3, opened: 2 })), "{behind:?}");
    }
}
