//! Columns that are called by a weekday, with the hours of that day below: together they are the opening hours.

use super::{Cell, RawRow, columns::known_fields, phrases::CELL_WORDS, plain, understanding::Sentence};

/// What lists call the days, bare, from Monday.
const WEEKDAYS: [&[&str]; 7] = [
    &["mo", "mon", "montag", "montags", "monday"],
    &["di", "die", "dienstag", "dienstags", "tue", "tues", "tuesday"],
    &["mi", "mit", "mittwoch", "mittwochs", "wed", "wednesday"],
    &["do", "don", "donnerstag", "donnerstags", "thu", "thur", "thurs", "thursday"],
    &["fr", "freitag", "freitags", "fri", "friday"],
    &["sa", "sam", "samstag", "samstags", "sonnabend", "sat", "saturday"],
    &["so", "son", "sonntag", "sonntags", "sun", "sunday"],
];
/// What the hours call them.
const NAMES: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];
/// So many days make a week of columns: one of two letters may be anything.
const FEWEST_DAYS: usize = 3;
/// Words of days without hours, bare.
const CLOSED: [&str; 7] = ["geschl", "geschlossen", "zu", "ruhetag", "closed", "frei", "x"];

/// Puts the hours of such columns into one, behind those that it has, and says so.
pub(super) fn join_weekday_columns(header: &mut RawRow, rows: &mut [RawRow]) -> Option<Sentence> {
    let days: Vec<(usize, String)> = header
        .cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| Some((column, named_days(cell.text()?)?)))
        .collect();
    let has_doubles = days.iter().enumerate().any(|(at, (_, day))| days[..at].iter().any(|(_, other)| other == day));
    if days.len() < FEWEST_DAYS || has_doubles {
        return None;
    }
    let is_hours = |cell: &Cell| cell.text().and_then(known_fields).as_deref() == Some("openingHours");
    let target = header.cells.iter().position(is_hours).unwrap_or_else(|| {
        header.cells.push(Cell::Text("Öffnungszeiten".to_owned()));
        header.cells.len() - 1
    });
    for row in rows.iter_mut() {
        let mut hours: Vec<String> =
            row.cells.get(target).and_then(Cell::text).map(ToOwned::to_owned).into_iter().collect();
        for (column, day) in &days {
            let Some(cell) = row.cells.get_mut(*column) else { continue };
            let Some(text) = cell.text().map(ToOwned::to_owned) else { continue };
            *cell = Cell::Text(String::new());
            if !CELL_WORDS.is_empty(&text) && !CLOSED.contains(&plain(&text).as_str()) {
                hours.push(format!("{day} {text}"));
            }
        }
        if !hours.is_empty() {
            if row.cells.len() <= target {
                row.cells.resize(target + 1, Cell::Text(String::new()));
            }
            row.cells[target] = Cell::Text(hours.join("; "));
        }
    }
    let named: Vec<String> = days
        .iter()
        .filter_map(|(column, _)| {
            let cell = std::mem::replace(&mut header.cells[*column], Cell::Text(String::new()));
            Some(format!("{:?}", cell.text()?))
        })
        .collect();
    let named = named.join(", ");
    Some(Sentence::new(
        format!("Die Spalten der Wochentage sind die Öffnungszeiten: {named}."),
        format!("The columns of weekdays are the opening hours: {named}."),
    ))
}

/// The day or the days of a heading, as hours call them: "Mo", "Mo-Do".
fn named_days(heading: &str) -> Option<String> {
    let days = heading.split(['-', '–', '/']).map(|part| {
        let part = plain(part);
        WEEKDAYS.iter().position(|names| names.contains(&part.as_str())).map(|at| NAMES[at])
    });
    let days: Vec<&str> = days.collect::<Option<_>>()?;
    let separator = if heading.contains('/') { "+" } else { "-" };
    (1..=2).contains(&days.len()).then(|| days.join(separator))
}

#[cfg(test)]
mod tests {
    use super::{super::raw::row, *};

    #[test]
    fn the_columns_of_a_week_are_the_opening_hours() {
        let mut header = row(1, &["Name", "Mo", "Di", "Mi-Do", "Ort"]);
        let mut rows =
            [row(2, &["Verein Eins", "9-12 u. 14-16", "geschl.", "10-12", "Herne"]), row(3, &["Verein Zwei"])];
        let told = join_weekday_columns(&mut header, &mut rows).expect("a remark");
        assert!(told.english.contains("\"Mi-Do\""), "{told:?}");
        assert_eq!(header.cells[5].text(), Some("Öffnungszeiten"));
        assert_eq!(rows[0].cells[5].text(), Some("Mo 9-12 u. 14-16; Mi-Do 10-12"));
        assert!(rows[0].cells[1].is_empty() && rows[1].cells.len() == 1);
    }

    #[test]
    fn a_column_of_two_letters_is_no_weekday_by_itself() {
        let mut header = row(1, &["MO", "Ort", "Fr"]);
        assert!(join_weekday_columns(&mut header, &mut []).is_none());
        assert_eq!(header.cells[0].text(), Some("MO"));
    }
}
