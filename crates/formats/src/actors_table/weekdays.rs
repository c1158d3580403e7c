//! Columns that are called by a weekday, with the hours of that day below: together they are the opening hours.

use std::collections::BTreeSet;

use messages::Message;

use super::{Cell, RawRow, columns::known_fields, phrases::CELL_WORDS, plain};

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
pub(super) fn join_weekday_columns(header: &mut RawRow, rows: &mut [RawRow]) -> Option<Message> {
    let days: Vec<(usize, DayColumn)> = header
        .cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| Some((column, day_column(cell.text()?)?)))
        .collect();
    let has_doubles = days.iter().enumerate().any(|(at, (_, day))| days[..at].iter().any(|(_, other)| other == day));
    let names = days.iter().map(|(_, column)| &column.days).collect::<BTreeSet<_>>();
    if names.len() < FEWEST_DAYS || has_doubles {
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
        let mut start: Option<(&str, String)> = None;
        for (column, DayColumn { days: day, part }) in &days {
            let Some(cell) = row.cells.get_mut(*column) else { continue };
            let Some(text) = cell.text().map(ToOwned::to_owned) else { continue };
            *cell = Cell::Text(String::new());
            if CELL_WORDS.is_empty(&text) || CLOSED.contains(&plain(&text).as_str()) {
                continue;
            }
            match (part, start.take_if(|(of, _)| of == day)) {
                (DayPart::Start, _) => start = Some((day, text)),
                (DayPart::End, Some((_, from))) => hours.push(format!("{day} {from}-{text}")),
                (DayPart::End, None) => hours.push(format!("{day} bis {text}")),
                (DayPart::Whole, _) => hours.push(format!("{day} {text}")),
            }
        }
        // Of a day whose end nobody knows.
        hours.extend(start.map(|(day, from)| format!("{day} ab {from}")));
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
            Some(cell.text()?.to_owned())
        })
        .collect();
    Some(Message::new("table-weekdays").quote_all("headings", named))
}

/// What a column of a day holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayPart {
    /// The hours of the day.
    Whole,
    /// When they begin.
    Start,
    /// When they end.
    End,
}

/// A column that is called by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct DayColumn {
    days: String,
    part: DayPart,
}

/// What a column of a day is: "Mo", "Öffnung Mo", "Mo (Sprechzeit)", "Montag von".
fn day_column(heading: &str) -> Option<DayColumn> {
    let heading = heading.trim();
    if let Some(days) = named_days(heading) {
        return Some(DayColumn { days, part: DayPart::Whole });
    }
    let is_sign = |c: char| c.is_whitespace() || "():.,-–/".contains(c);
    let places = heading.char_indices().filter(|(_, c)| c.is_whitespace() || "(:.".contains(*c));
    places.into_iter().find_map(|(at, _)| {
        let (before, behind) = (heading[..at].trim_matches(is_sign), heading[at..].trim_matches(is_sign));
        let part = |words: &str| match plain(words).as_str() {
            "von" | "ab" | "from" | "beginn" | "start" => Some(DayPart::Start),
            "bis" | "to" | "until" | "ende" | "end" => Some(DayPart::End),
            "uhr" | "uhrzeit" => Some(DayPart::Whole),
            _ => (known_fields(words)? == "openingHours").then_some(DayPart::Whole),
        };
        let of = |days: &str, words: &str| Some(DayColumn { days: named_days(days)?, part: part(words)? });
        of(before, behind).or_else(|| of(behind, before))
    })
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
        assert!(told.text("en").contains("\"Mi-Do\""), "{told:?}");
        assert_eq!(header.cells[5].text(), Some("Öffnungszeiten"));
        assert_eq!(rows[0].cells[5].text(), Some("Mo 9-12 u. 14-16; Mi-Do 10-12"));
        assert!(rows[0].cells[1].is_empty() && rows[1].cells.len() == 1);
    }

    #[test]
    fn columns_of_days_are_known_by_the_word_beside_them_and_may_be_two_for_each_day() {
        for (heading, days, part) in [
            ("Öffnung Mo", "Mo", DayPart::Whole),
            ("Sprechzeit Di.", "Di", DayPart::Whole),
            ("Mittwoch (Öffnungszeiten)", "Mi", DayPart::Whole),
            ("Opening hours Thu", "Do", DayPart::Whole),
            ("Montag von", "Mo", DayPart::Start),
            ("Mo bis", "Mo", DayPart::End),
        ] {
            assert_eq!(day_column(heading), Some(DayColumn { days: days.to_owned(), part }), "{heading}");
        }
        for heading in ["Tel. Mo", "Ort", "Mo Bemerkung", "von"] {
            assert_eq!(day_column(heading), None, "{heading}");
        }
        let mut header = row(1, &["Name", "Mo von", "Mo bis", "Di von", "Di bis", "Mi von", "Mi bis"]);
        let mut rows = [row(2, &["Verein Eins", "9", "12", "14.30", "16", "", ""])];
        join_weekday_columns(&mut header, &mut rows).expect("a remark");
        assert_eq!(rows[0].cells[7].text(), Some("Mo 9-12; Di 14.30-16"));
    }

    #[test]
    fn a_column_of_two_letters_is_no_weekday_by_itself() {
        let mut header = row(1, &["MO", "Ort", "Fr"]);
        assert!(join_weekday_columns(&mut header, &mut []).is_none());
        assert_eq!(header.cells[0].text(), Some("MO"));
    }
}
