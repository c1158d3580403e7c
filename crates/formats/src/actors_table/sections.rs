//! Headings of sections that say what the rows below them have in common: the quarter, or the theme. In a list that has no
//! column for it, they are one.

use std::collections::HashMap;

use super::{Cell, RawRow, columns::known_fields, header::is_section, understanding::Sentence, workbook::HeadingSpan};

/// How many lines a remark names.
const MOST_NAMED: usize = 20;

/// What a heading of a section names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionKind {
    District,
    Theme,
}

/// What the headings of sections name.
#[derive(Debug)]
pub(super) struct RowSections {
    /// By line, what the heading above names.
    values: HashMap<u64, (SectionKind, String)>,
    /// The lines of the headings.
    lines: Vec<String>,
}

/// Takes out the headings of sections that name something. One that is no merged cell is a heading only where it names a
/// district: an association may be called as a theme is.
pub(super) fn take_sections(
    header: &RawRow,
    rows: &mut Vec<RawRow>,
    spans: &[HeadingSpan],
    kind_of: impl Fn(&str) -> Option<SectionKind>,
) -> Option<RowSections> {
    let fields: Vec<String> = header.cells.iter().filter_map(|cell| known_fields(cell.text()?)).collect();
    let has_district = fields.iter().any(|field| field.starts_with("basedIn") || field == "activeIn");
    let has_theme = fields.iter().any(|field| field == "themes");
    let is_wide = header.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let section = |row: &RawRow| {
        let mut texts = row.cells.iter().filter_map(Cell::text);
        let (text, None) = (texts.next()?, texts.next()) else { return None };
        let is_merged = is_section(row, spans);
        let kind = kind_of(text).filter(|kind| match kind {
            SectionKind::District => !has_district,
            SectionKind::Theme => is_merged && !has_theme,
        });
        // Another heading ends the section.
        (is_merged || kind.is_some()).then(|| kind.map(|kind| (kind, text.to_owned())))
    };
    if !is_wide || !rows.iter().any(|row| matches!(section(row), Some(Some(_)))) {
        return None;
    }
    let mut sections = RowSections { values: HashMap::new(), lines: Vec::new() };
    let mut current = None;
    rows.retain(|row| match section(row) {
        Some(Some(named)) => {
            sections.lines.push(row.line.to_string());
            current = Some(named);
            false
        }
        Some(None) => {
            current = None;
            true
        }
        None => {
            sections.values.extend(current.clone().map(|named| (row.line, named)));
            true
        }
    });
    Some(sections)
}

impl RowSections {
    /// Puts what they name into columns of the rows that are entries, and says so.
    pub(super) fn put(mut self, header: &mut RawRow, rows: &mut [RawRow]) -> Sentence {
        let mut columns = [None, None];
        for row in rows {
            let Some((kind, text)) = self.values.remove(&row.line) else { continue };
            let (slot, heading) = match kind {
                SectionKind::District => (0, "Stadtteil"),
                SectionKind::Theme => (1, "Themen"),
            };
            let column: usize = *columns[slot].get_or_insert_with(|| {
                header.cells.push(Cell::Text(heading.to_owned()));
                header.cells.len() - 1
            });
            // What stands behind the last heading is told with its row.
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Text(String::new()));
                row.cells[column] = Cell::Text(text);
            }
        }
        self.lines.truncate(MOST_NAMED);
        let named = self.lines.join(", ");
        Sentence::new(
            format!("Überschriften von Abschnitten gelten für die Zeilen darunter: Zeile {named}."),
            format!("Headings of sections count for the rows below them: line {named}."),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{super::raw::row, *};

    fn kind_of(text: &str) -> Option<SectionKind> {
        match text {
            "Wanne" => Some(SectionKind::District),
            "Sport" => Some(SectionKind::Theme),
            _ => None,
        }
    }

    #[test]
    fn the_rows_of_a_section_have_what_its_heading_names() {
        let mut header = row(1, &["Name", "Telefon"]);
        let mut rows = vec![
            row(2, &["Wanne", ""]),
            row(3, &["Verein Eins", "02323 1"]),
            row(4, &["Sport", ""]),
            row(5, &["Verein Zwei"]),
            row(6, &["Sport"]),
        ];
        let spans = [HeadingSpan { line: 4, first: 0, last: 1 }];
        let sections = take_sections(&header, &mut rows, &spans, kind_of).expect("sections");
        let told = sections.put(&mut header, &mut rows);
        assert!(told.english.contains("line 2, 4"), "{told:?}");
        let texts: Vec<Vec<&str>> =
            rows.iter().map(|row| row.cells.iter().map(|cell| cell.text().unwrap_or_default()).collect()).collect();
        assert_eq!(
            texts,
            [
                vec!["Verein Eins", "02323 1", "Wanne"],
                vec!["Verein Zwei", "", "", "Sport"],
                vec!["Sport", "", "", "Sport"]
            ]
        );
        let header = row(1, &["Name", "Stadtteil"]);
        assert!(take_sections(&header, &mut vec![row(2, &["Wanne"])], &[], kind_of).is_none());
    }
}
