//! Headings of sections that say what the rows below them have in common: the quarter, or the theme. In a list that has no
//! column for it, they are one. A section ends at the next heading or empty row. Where its rows have postcodes that stand
//! elsewhere in the list as well, the heading of a district may be a row that slipped: it is told and not taken.

use std::collections::{HashMap, HashSet};

use messages::Message;

use super::{
    Cell, RawRow, address::find_postcode, columns::known_fields, header::is_section, understanding::first_of,
    workbook::HeadingSpan,
};

/// Of so many rows of a section one with a postcode from elsewhere casts doubt on its heading.
const ROWS_OF_DOUBT: usize = 4;

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
    values: HashMap<u64, SectionHeading>,
    /// The lines of the headings.
    lines: Vec<u64>,
}

/// The heading of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionHeading {
    kind: SectionKind,
    /// What it names.
    pub(super) text: String,
    /// Its own line.
    pub(super) line: u64,
}

/// What became of the headings of sections.
#[derive(Debug)]
pub(super) struct PlacedSections {
    pub(super) remarks: Vec<Message>,
    /// The lines of the rows that have their district from one.
    pub(super) districts: HashSet<u64>,
    /// By line, the heading that was not taken for the row.
    pub(super) doubtful: HashMap<u64, SectionHeading>,
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
        // A cell that cannot be read is one as well.
        let mut cells = row.cells.iter().filter(|cell| !cell.is_empty());
        let (Some(text), None) = (cells.next()?.text(), cells.next()) else { return None };
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
    let (mut current, mut last) = (None::<SectionHeading>, 0);
    rows.retain(|row| {
        let is_behind_gap = row.line > last + 1 && current.as_ref().is_some_and(|heading| heading.line != last);
        last = row.line;
        match section(row) {
            Some(Some((kind, text))) => {
                sections.lines.push(row.line);
                current = Some(SectionHeading { kind, text, line: row.line });
                false
            }
            Some(None) => {
                current = None;
                true
            }
            None => {
                current = current.take().filter(|_| !is_behind_gap);
                sections.values.extend(current.clone().map(|named| (row.line, named)));
                true
            }
        }
    });
    Some(sections)
}

impl RowSections {
    /// Puts what they name into columns of the rows that are entries, and says so.
    pub(super) fn put(mut self, header: &mut RawRow, rows: &mut [RawRow]) -> PlacedSections {
        let mut columns = [None, None];
        let doubtful = self.take_doubtful(header, rows);
        let (mut districts, mut taken) = (HashSet::new(), HashSet::new());
        for row in rows {
            let Some(SectionHeading { kind, text, line: heading_line }) = self.values.remove(&row.line) else {
                continue;
            };
            if kind == SectionKind::District {
                districts.insert(row.line);
            }
            taken.insert(heading_line);
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
        let (used, unused): (Vec<u64>, Vec<u64>) = self.lines.iter().partition(|line| taken.contains(*line));
        let of_used = Message::new("table-sections").with("lines", first_of(&used));
        let of_unused = Message::new("table-sections-unused").with("lines", first_of(&unused));
        let remarks = [(of_used, used), (of_unused, unused)].into_iter();
        let remarks = remarks.filter(|(_, lines)| !lines.is_empty()).map(|(remark, _)| remark).collect();
        PlacedSections { remarks, districts, doubtful }
    }

    /// Takes out the rows below the heading of a district that their postcodes say nothing good of: such as stand more
    /// often elsewhere. Where many of a section do, all of its rows.
    fn take_doubtful(&mut self, header: &RawRow, rows: &[RawRow]) -> HashMap<u64, SectionHeading> {
        let is_place = |cell: &Cell| {
            let fields = cell.text().and_then(known_fields).unwrap_or_default();
            fields.split('+').any(|field| matches!(field, "postcode" | "city" | "street"))
        };
        let places: Vec<usize> =
            header.cells.iter().enumerate().filter(|(_, cell)| is_place(cell)).map(|(at, _)| at).collect();
        let postcode = |row: &RawRow| {
            let text = |at: &usize| row.cells.get(*at).and_then(Cell::text);
            places
                .iter()
                .filter_map(text)
                .find_map(|text| find_postcode(text).map(|(at, end)| text[at..end].to_owned()))
        };
        let district = |line: u64| {
            let heading = self.values.get(&line).filter(|heading| heading.kind == SectionKind::District);
            heading.map(|heading| heading.text.as_str())
        };
        let all: Vec<(u64, String)> = rows.iter().filter_map(|row| Some((row.line, postcode(row)?))).collect();
        let mut counts: HashMap<(&str, Option<&str>), usize> = HashMap::new();
        for (line, code) in &all {
            *counts.entry((code, district(*line))).or_default() += 1;
        }
        let is_from_elsewhere = |line: u64, code: &str| {
            let here = counts.get(&(code, district(line))).copied().unwrap_or_default();
            counts.iter().any(|((other, at), count)| *other == code && *at != district(line) && *count > here)
        };
        let mut sections: HashMap<u64, Vec<(u64, bool)>> = HashMap::new();
        for (line, code) in all.iter().filter(|(line, _)| district(*line).is_some()) {
            let heading = self.values[line].line;
            sections.entry(heading).or_default().push((*line, is_from_elsewhere(*line, code)));
        }
        let doubted: HashSet<u64> = sections
            .iter()
            .filter(|(_, rows)| rows.iter().filter(|(_, is_odd)| *is_odd).count() * ROWS_OF_DOUBT >= rows.len())
            .map(|(heading, _)| *heading)
            .collect();
        let odd: HashSet<u64> =
            sections.values().flatten().filter(|(_, is_odd)| *is_odd).map(|(line, _)| *line).collect();
        let mut doubtful = HashMap::new();
        self.values.retain(|line, heading| {
            let is_sound =
                heading.kind != SectionKind::District || !doubted.contains(&heading.line) && !odd.contains(line);
            if !is_sound {
                doubtful.insert(*line, heading.clone());
            }
            is_sound
        });
        doubtful
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
        assert!(told.remarks[0].text("en").contains("line 2, 4"), "{told:?}");
        assert_eq!((told.districts, told.doubtful.len()), (HashSet::from([3]), 0));
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
    #[test]
    fn a_section_ends_at_an_empty_row_and_a_heading_that_postcodes_deny_is_not_taken() {
        let names = ["Name", "PLZ / Ort", "Telefon"];
        let list = |codes: &[(u64, &str)]| {
            let mut rows: Vec<RawRow> =
                codes.iter().map(|(line, code)| row(*line, &["Verein", code, "02323 1"])).collect();
            rows.push(row(10, &["Wanne"]));
            rows.sort_by_key(|row| row.line);
            let mut header = row(1, &names);
            let sections = take_sections(&header, &mut rows, &[], kind_of).expect("sections");
            let placed = sections.put(&mut header, &mut rows);
            let sorted = |lines: Vec<u64>| {
                let mut lines = lines;
                lines.sort_unstable();
                lines
            };
            (sorted(placed.districts.into_iter().collect()), sorted(placed.doubtful.into_keys().collect()))
        };
        let sound = [(11, "44649 Herne"), (12, "44649 Herne"), (13, "44653"), (15, "44623 Herne")];
        assert_eq!(list(&sound), (vec![11, 12, 13], vec![]), "an empty row ends it");
        let slipped = [(2, "44649"), (3, "44649"), (11, "44651"), (12, "44649"), (13, "44628"), (14, "44628")];
        assert_eq!(list(&slipped), (vec![], vec![11, 12, 13, 14]));
        let one =
            [(2, "44623"), (3, "44623"), (11, "44649"), (12, "44649"), (13, "44649"), (14, "44649"), (15, "44623")];
        assert_eq!(list(&one), (vec![11, 12, 13, 14], vec![15]));
    }
}
