//! Columns that are called by a weekday, with the hours of that day below: together they are the opening hours.

use std::collections::BTreeSet;

use messages::Message;

use super::{
    Cell, RawRow, columns::known_fields, hours::read_hours, mapping::ColumnMapping, phrases::CELL_WORDS, plain,
};

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

/// Puts the times of a column behind the days of the one beside it, "dienstags" before "14:30 - 16:00", and says so.
/// What somebody has said of a column holds: it is joined where they say that it has hours.
pub(super) fn join_days_and_times(
    header: &mut RawRow,
    rows: &mut [RawRow],
    mapping: &ColumnMapping,
) -> Option<Message> {
    let is_open = |at: &usize| {
        let Some(heading) = header.cells[*at].text() else { return false };
        let fields = mapping.fields(heading).map(ToOwned::to_owned).or_else(|| known_fields(heading));
        fields.is_none_or(|fields| fields == "openingHours")
    };
    let open: Vec<usize> = (0..header.cells.len()).filter(is_open).collect();
    let of_days: Vec<usize> = open.iter().copied().filter(|at| holds(rows, *at, names_days)).collect();
    let of_times: Vec<usize> = open.iter().copied().filter(|at| holds(rows, *at, names_times)).collect();
    let mut named = Vec::new();
    let mut is_taken = vec![false; header.cells.len()];
    for time in of_times {
        let nearest = of_days.iter().copied().filter(|day| !is_taken[*day]).min_by_key(|day| day.abs_diff(time));
        let Some(day) = nearest else { continue };
        is_taken[day] = true;
        // What cannot be read is named by its own cell.
        let is_wrong =
            |row: &&mut RawRow| [day, time].iter().any(|at| matches!(row.cells.get(*at), Some(Cell::Wrong(_))));
        for row in rows.iter_mut().filter(|row| !is_wrong(row)) {
            let text = |at: usize| row.cells.get(at).and_then(Cell::text).filter(|text| !CELL_WORDS.is_empty(text));
            let joined = match (text(day), text(time)) {
                (Some(day), Some(time)) => Some(format!("{day} {time}")),
                (Some(day), None) => Some(day.to_owned()),
                (None, _) => None,
            };
            let last = day.max(time);
            if row.cells.len() <= last {
                row.cells.resize(last + 1, Cell::Text(String::new()));
            }
            // "-" is not to stand below no heading.
            row.cells[day] = Cell::Text(String::new());
            if let Some(joined) = joined {
                row.cells[time] = Cell::Text(joined);
            }
        }
        let headings = [day, time].map(|at| header.cells[at].text().unwrap_or_default().to_owned());
        // A heading that a mapping names stays.
        if mapping.fields(&headings[0]).is_none() {
            header.cells[day] = Cell::Text(String::new());
        }
        if mapping.fields(&headings[1]).is_none() && known_fields(&headings[1]).is_none() {
            header.cells[time] = Cell::Text("Öffnungszeiten".to_owned());
        }
        named.extend(headings);
    }
    (!named.is_empty()).then(|| Message::new("table-weekdays").quote_all("headings", named))
}

/// Whether most cells of a column that say something are so.
fn holds(rows: &[RawRow], column: usize, is_so: fn(&str) -> bool) -> bool {
    let texts = rows.iter().filter_map(|row| row.cells.get(column)?.text()).filter(|text| !CELL_WORDS.is_empty(text));
    let (so, others): (Vec<&str>, Vec<&str>) = texts.partition(|text| is_so(text));
    so.len() > others.len()
}

/// Whether a text names days and no times: it is hours with some behind it, and not without.
fn names_days(text: &str) -> bool {
    read_hours(&format!("{text} 10:00-11:00"), false).is_some() && read_hours(text, false).is_none()
}

/// Whether a text names times and no day.
fn names_times(text: &str) -> bool {
    read_hours(&format!("Mo {text}"), false).is_some() && read_hours(text, false).is_none()
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
