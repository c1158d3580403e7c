//! Headings in two rows, one above the other: "Erreichbarkeit" over "Tel.", "Mail" and "Web". The lower one says what a
//! column holds, the upper one whose it is, and what columns hold that have nothing below it.

use super::{
    Cell, RawRow,
    columns::{count_known, known_fields},
    mapping::ColumnMapping,
    plain,
    workbook::HeadingSpan,
};

/// The fewest known headings of the lower row.
const FEWEST_BELOW: usize = 2;

/// Makes one row of headings of the one at `at` and the one above or below it, where they belong together; hands back
/// where it stands.
pub(super) fn join_heading_rows(
    rows: &mut Vec<RawRow>,
    at: usize,
    spans: &[HeadingSpan],
    mapping: &ColumnMapping,
) -> usize {
    for upper in [at.checked_sub(1), Some(at)].into_iter().flatten() {
        let (Some(above), Some(below)) = (rows.get(upper), rows.get(upper + 1)) else { continue };
        if let Some(cells) = join(above, below, spans, mapping) {
            rows[upper + 1].cells = cells;
            rows.remove(upper);
            return upper;
        }
    }
    at
}

fn join(above: &RawRow, below: &RawRow, spans: &[HeadingSpan], mapping: &ColumnMapping) -> Option<Vec<Cell>> {
    let below_texts: Vec<&str> = below.cells.iter().filter_map(Cell::text).collect();
    let known_below = count_known(below_texts.iter().copied(), mapping);
    if known_below < FEWEST_BELOW || known_below * 2 < below_texts.len() {
        return None;
    }
    let width = above.cells.len().max(below.cells.len());
    let text = |row: &'_ RawRow, column: usize| row.cells.get(column).and_then(Cell::text).map(ToOwned::to_owned);
    let is_known = |heading: &str| count_known(std::iter::once(heading), mapping) == 1;
    // A group that has nothing of its own in a column goes on from the left.
    let mut groups: Vec<Option<String>> = Vec::with_capacity(width);
    for column in 0..width {
        let own = text(above, column);
        let is_spanned = spans.iter().any(|span| span.line == above.line && (span.first..=span.last).contains(&column));
        let goes_on = own.is_none() && (is_spanned || text(below, column).is_some());
        let group = if goes_on { groups.last().cloned().flatten() } else { own };
        groups.push(group);
    }
    let stands_alone =
        |column: usize| text(below, column).is_none() && text(above, column).is_some_and(|heading| is_known(&heading));
    let goes_on = |column: usize| text(above, column).is_none() && text(below, column).is_some();
    let above_count = above.cells.iter().filter(|cell| !cell.is_empty()).count();
    let known_above = count_known(above.cells.iter().filter_map(Cell::text), mapping);
    let has_groups = (0..width).any(goes_on) && above_count >= 2 && known_above * 2 >= above_count;
    let is_shared = (0..width).any(stands_alone) && (0..width).any(goes_on);
    if !has_groups && !is_shared {
        return None;
    }
    let cells = (0..width).map(|column| match (text(below, column), &groups[column]) {
        (Some(heading), Some(group)) => heading_in_group(group, &heading),
        (Some(heading), None) => heading,
        (None, _) => text(above, column).unwrap_or_default(),
    });
    Some(cells.map(Cell::Text).collect())
}

/// What a heading means below that of its group: the "Mail" of a person is not that of the association.
fn heading_in_group(group: &str, heading: &str) -> String {
    let (of_group, of_heading) = (known_fields(group).unwrap_or_default(), known_fields(heading).unwrap_or_default());
    let meant = match of_heading.as_str() {
        "name" if of_group == "person" => "Ansprechpartner",
        "phone" if of_group == "person" => "Telefon Ansprechpartner",
        "email" if of_group == "person" => "E-Mail Ansprechpartner",
        _ if of_group.contains("street") && ["nr", "nummer", "no"].contains(&plain(heading).as_str()) => "Hausnummer",
        _ => heading,
    };
    meant.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{super::raw::rows, *};

    fn headings(texts: &[&[&str]], at: usize) -> (usize, Vec<String>) {
        let mut all = rows(texts);
        let at = join_heading_rows(&mut all, at, &[], &ColumnMapping::default());
        (at, all[at].cells.iter().map(|cell| cell.text().unwrap_or_default().to_owned()).collect())
    }

    #[test]
    fn headings_in_two_rows_are_those_of_the_columns_and_say_whose_they_are() {
        let list: [&[&str]; 4] = [
            &["Übersicht"],
            &["Organisation", "Anschrift", "", "Erreichbarkeit", "", "Ansprechperson", "", "Sprachen"],
            &["", "Straße", "PLZ", "Tel.", "Mail", "Name", "mobil", ""],
            &["Verein Eins", "Beispielweg 1", "44649", "02323 1", "a@b.example", "Frau Erfunden", "0170 1", "tr"],
        ];
        let expected =
            ["Organisation", "Straße", "PLZ", "Tel.", "Mail", "Ansprechpartner", "Telefon Ansprechpartner", "Sprachen"];
        for at in [1, 2] {
            let (found, names) = headings(&list, at);
            assert_eq!((found, names.iter().map(String::as_str).collect::<Vec<_>>()), (1, expected.to_vec()), "{at}");
        }
    }

    #[test]
    fn titles_and_rows_of_data_are_no_headings_of_groups() {
        let titled: [&[&str]; 3] = [&["Vereine"], &["Name", "Telefon", "Sprachen"], &["Verein Eins", "02323 1", "tr"]];
        assert_eq!(headings(&titled, 1), (1, ["Name", "Telefon", "Sprachen"].map(ToOwned::to_owned).to_vec()));
        let sparse: [&[&str]; 2] = [&["Name", "Telefon", ""], &["Verein", "", "Treff"]];
        assert_eq!(headings(&sparse, 0).1, ["Name", "Telefon", ""]);
    }
}
