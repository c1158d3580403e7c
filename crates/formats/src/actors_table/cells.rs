//! From the text of one cell to the value of a field, and back.

use chrono::NaiveDate;
use domain::{rules::Problem, text::excerpt};
use messages::Message;
use serde_json::Value;

use super::{
    columns::{CellShape, Column},
    degrees::read_minutes,
    phrases::CELL_WORDS,
};

/// What separates the values of a list; a line break in the cell does as well.
const BETWEEN: [char; 2] = ['|', '\n'];
/// What stands before a sign of a value that would separate it, and before itself.
const ESCAPE: char = '\\';

/// Reads a cell that is not empty.
pub(super) fn read(column: &Column, text: &str) -> Result<Value, Problem> {
    match column.shape {
        CellShape::Text => Ok(Value::from(text)),
        CellShape::List => Ok(split_list(text).into_iter().map(Value::from).collect()),
        CellShape::Flag if column.name == "freeOfCharge" && read_price(text).is_some() => {
            Ok(Value::from(read_price(text) == Some(0.0)))
        }
        CellShape::Flag => CELL_WORDS
            .flag(text)
            .map(Value::from)
            .ok_or_else(|| Problem::Format(Message::new("table-flag").quote("given", &excerpt(text)))),
        CellShape::Degrees => read_number(text)
            .map(Value::from)
            .ok_or_else(|| Problem::Format(Message::new("table-degrees").quote("given", &excerpt(text)))),
        // What is no whole number is refused where the field is read.
        CellShape::Number => Ok(text.trim().parse::<u64>().map_or_else(|_| Value::from(text), Value::from)),
        // What is no day in any form is refused where the field is read.
        CellShape::Day => Ok(Value::from(read_day(text, false).map_or_else(|| text.to_owned(), |day| day.to_string()))),
    }
}

/// How much something costs, where a text says it in a currency: "0 €", "5,- Euro".
fn read_price(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let bare = ["€", "eur", "euro"].iter().any(|currency| lower.contains(currency)).then_some(lower)?;
    let number: String = bare.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
    number.trim_matches([',', '.']).replace(',', ".").parse().ok()
}

/// A number with a comma or a point for its decimals, also with signs between its thousands: "5.710.387,83", "7,1553°".
pub(super) fn read_number(text: &str) -> Option<f64> {
    if let Some(angles) = read_minutes(text) {
        return match angles.as_slice() {
            [angle] => Some(*angle),
            _ => None,
        };
    }
    let bare = text.trim().trim_end_matches(['m', '°', 'E', 'N', 'O', ' ']);
    let bare: String = bare.chars().filter(|c| !c.is_whitespace() && *c != '\'' && *c != '’').collect();
    let is_grouped = |sign: char| {
        let is_thousand = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
        bare.matches(sign).count() > 1 && bare.split(sign).skip(1).all(is_thousand)
    };
    let bare = match (bare.rfind('.'), bare.rfind(',')) {
        (Some(point), Some(comma)) if point < comma => bare.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => bare.replace(',', ""),
        (Some(_), None) if is_grouped('.') => bare.replace('.', ""),
        (None, Some(_)) if is_grouped(',') => bare.replace(',', ""),
        (None, Some(_)) => bare.replace(',', "."),
        _ => bare,
    };
    bare.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// Eastings have the zone in front of so many metres.
const METRES_OF_ZONE: f64 = 1_000_000.0;

/// Of "32U 376500 5711500" the zone and the rest.
fn split_zone(text: &str) -> Option<(f64, &str)> {
    let (zone, rest) = text.trim().split_once(char::is_whitespace)?;
    let digits = zone.strip_suffix(|c: char| c.is_ascii_uppercase() && c != 'N' && c != 'E')?;
    Some((f64::from(digits.parse::<u8>().ok().filter(|zone| (28..=38).contains(zone))?), rest))
}

/// Two numbers of degrees in one cell: "51.5375, 7.1553", "51,5375 / 7,1553", "N51.53 E7.15".
pub(super) fn read_two_degrees(text: &str) -> Option<(f64, f64)> {
    if let Some(angles) = read_minutes(text) {
        return match angles.as_slice() {
            [one, other] => Some((*one, *other)),
            _ => None,
        };
    }
    if let Some((zone, rest)) = split_zone(text) {
        let (easting, northing) = read_two_degrees(rest)?;
        return Some((zone * METRES_OF_ZONE + easting, northing));
    }
    let bare: String = text.chars().map(|c| if "NEneO°".contains(c) { ' ' } else { c }).collect();
    let has_points = bare.contains('.');
    // A comma is one of decimals unless points are.
    let parts = bare.split(|c: char| c.is_whitespace() || ";/|".contains(c) || (c == ',' && has_points));
    let numbers: Vec<f64> = parts
        .map(|part| part.trim_matches(','))
        .filter(|part| !part.is_empty())
        .map(|part| part.replace(',', ".").parse().ok())
        .collect::<Option<_>>()?;
    let [one, other] = numbers.as_slice() else { return None };
    (one.is_finite() && other.is_finite()).then_some((*one, *other))
}

/// The text of a cell: of the field at a path of an entry, nothing where the entry says nothing.
pub(crate) fn cell_text(name: &str, path: &[String], entry: &Value) -> String {
    let value = path.iter().try_fold(entry, |value, field| value.get(field));
    match (value, name) {
        // What an entry says by saying nothing; a table that says nothing brings drafts.
        (None, "status") => "published".to_owned(),
        (None, "kind") => "service".to_owned(),
        (None | Some(Value::Null | Value::Object(_)), _) => String::new(),
        (Some(Value::String(text)), _) => text.clone(),
        (Some(Value::Bool(flag)), _) => if *flag { "ja" } else { "nein" }.to_owned(),
        (Some(Value::Number(number)), _) => number.to_string().replace('.', ","),
        (Some(Value::Array(values)), _) => join_list(values.iter().filter_map(Value::as_str)),
    }
}

/// The values of a list in one cell: `a|b`, a sign that would separate them as `\|`, a line break as `\n`.
fn join_list<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let escaped = values.map(|value| value.replace(ESCAPE, r"\\").replace('|', r"\|").replace('\n', r"\n"));
    escaped.collect::<Vec<_>>().join("|")
}

pub(super) fn split_list(text: &str) -> Vec<String> {
    let (mut values, mut value) = (Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    while let Some(sign) = characters.next() {
        // Before any other sign it is one of the text, as in lists that were written by hand.
        let escaped = characters.peek().copied().filter(|next| sign == ESCAPE && matches!(next, '|' | 'n' | '\\'));
        match escaped {
            Some(next) => {
                characters.next();
                value.push(if next == 'n' { '\n' } else { next });
            }
            None if BETWEEN.contains(&sign) => values.push(std::mem::take(&mut value)),
            None => value.push(sign),
        }
    }
    values.push(value);
    values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
}

/// The names of the months, German and English, by what they begin with.
const MONTHS: [(&str, u32); 16] = [
    ("jan", 1),
    ("jän", 1),
    ("feb", 2),
    ("mär", 3),
    ("maer", 3),
    ("mar", 3),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
];

/// Words in front of a day that is not quite sure, small.
const AROUND: [&str; 12] = ["ca.", "ca", "circa", "etwa", "um", "anfang", "im", "seit", "vom", "am", "about", "since"];

/// The months in which the seasons begin that lie in one year.
const SEASONS: [(&str, u32); 7] =
    [("frühjahr", 3), ("frühling", 3), ("spring", 3), ("sommer", 6), ("summer", 6), ("herbst", 9), ("autumn", 9)];

/// The first day of a quarter or a season of a year: "Q2 2024", "2. Quartal 2024", "Frühjahr 2024".
fn read_part_of_year(text: &str) -> Option<NaiveDate> {
    let lower = text.to_lowercase().replace("quartal", "q").replace("quarter", "q");
    let words: Vec<&str> = lower.split([' ', '/', '-', '.']).filter(|word| !word.is_empty()).collect();
    let year: i32 = words.iter().find(|word| word.len() == 4)?.parse().ok()?;
    let rest: Vec<&str> = words.into_iter().filter(|word| word.parse() != Ok(year)).collect();
    let quarter = || {
        let joined = rest.concat();
        let number: u32 = joined.strip_prefix('q').or_else(|| joined.strip_suffix('q'))?.parse().ok()?;
        (1..=4).contains(&number).then_some(number * 3 - 2)
    };
    let season = || match rest.as_slice() {
        [season] => SEASONS.iter().find(|(name, _)| name == season).map(|(_, month)| *month),
        _ => None,
    };
    NaiveDate::from_ymd_opt(year, season().or_else(quarter)?, 1)
}

/// Whether the day of a column with slashes stands behind its month: one of them could not be read otherwise, and none
/// the other way round.
pub(super) fn is_month_first<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut is_proven = false;
    for text in texts {
        let parts: Vec<u32> = text.trim().split('/').filter_map(|part| part.parse().ok()).collect();
        let [first, second, _] = parts.as_slice() else { continue };
        if *first > 12 {
            return false;
        }
        is_proven |= *second > 12;
    }
    is_proven
}

/// The day that spreadsheets keep as this number, where a cell lost its format: days since the end of 1899, of the years
/// 1982 to 2064.
fn read_serial_day(text: &str) -> Option<NaiveDate> {
    let number: u64 = text.parse().ok().filter(|number| (30_000..60_000).contains(number) && text.len() == 5)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(number))
}

/// Whether a text of a day names only its year or month: "2026", "9/26", "März 2023".
pub(super) fn lacks_day(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    let is_serial = numbers == 1 && text.chars().filter(char::is_ascii_digit).count() > 4;
    !is_serial && numbers < if text.contains(char::is_alphabetic) { 2 } else { 3 }
}

/// A day as spreadsheets show it: 1.5.2026, 2026-05-01, 1. Mai 2026; of a month, a quarter, a season or a year its first
/// day.
pub(super) fn read_day(text: &str, is_month_first: bool) -> Option<NaiveDate> {
    let mut text = text.trim();
    while let Some((_, rest)) = text.split_once(' ').filter(|(word, _)| AROUND.contains(&word.to_lowercase().as_str()))
    {
        text = rest.trim();
    }
    if let Some(day) = read_part_of_year(text).or_else(|| read_serial_day(text)) {
        return Some(day);
    }
    if is_month_first && let [month, day, year] = text.split('/').collect::<Vec<_>>().as_slice() {
        let year: i32 = year.parse().ok()?;
        return NaiveDate::from_ymd_opt(
            if year < 100 { 2000 + year } else { year },
            month.parse().ok()?,
            day.parse().ok()?,
        );
    }
    let day = text.split(['T', ' ']).next().filter(|day| day.len() == 10).and_then(|day| day.parse().ok());
    if day.is_some() {
        return day;
    }
    let parts: Vec<&str> = text.split(['.', '/', ' ', '-']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let month = |part: &str| {
        let folded = part.to_lowercase();
        let named = MONTHS.iter().find(|(name, _)| folded.starts_with(name)).map(|(_, month)| *month);
        named
            .or_else(|| folded.starts_with("dez").then_some(12))
            .or_else(|| folded.starts_with("dec").then_some(12))
            .or_else(|| number(part))
    };
    let year = |part: &str| {
        let year: i32 = part.parse().ok()?;
        match part.len() {
            4 => Some(year),
            2 => Some(2000 + year),
            _ => None,
        }
    };
    match parts.as_slice() {
        [day, named, of_year] => NaiveDate::from_ymd_opt(year(of_year)?, month(named)?, number(day)?),
        // "3/24": no month has that number.
        [named, of_year] if text.contains('/') && of_year.len() == 2 && number(of_year).is_some_and(|it| it > 12) => {
            NaiveDate::from_ymd_opt(year(of_year)?, number(named)?, 1)
        }
        [named, of_year] if of_year.len() == 4 => NaiveDate::from_ymd_opt(year(of_year)?, month(named)?, 1),
        [of_year] if of_year.len() == 4 => NaiveDate::from_ymd_opt(year(of_year)?, 1, 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn cell(name: &str, shape: CellShape, text: &str) -> Result<Value, String> {
        let column = Column { name: name.to_owned(), path: vec![name.to_owned()], shape };
        read(&column, text).map_err(|problem| problem.message().text("de"))
    }

    #[test]
    fn cells_are_read_as_german_spreadsheets_write_them() {
        assert_eq!(cell("longitude", CellShape::Degrees, "7,25"), Ok(json!(7.25)));
        assert_eq!(cell("confidential", CellShape::Flag, "WAHR"), Ok(json!(true)));
        for (text, is_free) in [("0 €", true), ("0,00 Euro", true), ("5 €", false), ("3,50 €", false), ("gratis", true)]
        {
            assert_eq!(cell("freeOfCharge", CellShape::Flag, text), Ok(json!(is_free)), "{text}");
        }
        assert_eq!(cell("verifiedOn", CellShape::Day, "1.5.2026"), Ok(json!("2026-05-01")));
        assert_eq!(cell("verifiedOn", CellShape::Day, "2026-05-01"), Ok(json!("2026-05-01")));
        assert_eq!(cell("verifiedOn", CellShape::Day, "31.2.2026"), Ok(json!("31.2.2026")));
        assert_eq!(cell("formerSlugs", CellShape::List, "a | b\nc"), Ok(json!(["a", "b", "c"])));
    }

    #[test]
    fn numbers_of_coordinates_have_points_or_commas_wherever_offices_write_them() {
        for (text, number) in [
            ("7,1553", 7.1553),
            ("7.1553", 7.1553),
            ("51,5375°", 51.5375),
            ("371675,78", 371_675.78),
            ("5.710.387,83", 5_710_387.83),
            ("5,710,387.83", 5_710_387.83),
            ("5 710 387", 5_710_387.0),
            ("5.710.387", 5_710_387.0),
            ("371675.78 m", 371_675.78),
        ] {
            assert_eq!(read_number(text), Some(number), "{text}");
        }
    }

    #[test]
    fn a_cell_may_hold_latitude_and_longitude() {
        for text in ["51.5375, 7.1553", "51,5375 / 7,1553", "51,5375; 7,1553", "N51.5375 E7.1553", "51.5375,7.1553"] {
            assert_eq!(read_two_degrees(text), Some((51.5375, 7.1553)), "{text}");
        }
        assert_eq!(read_two_degrees("32U 376500 5711500"), Some((32_376_500.0, 5_711_500.0)));
        for text in ["51.5375", "siehe Karte", "51.5 7.1 3.0", "51°32'15\" N", "77X 1 2"] {
            assert_eq!(read_two_degrees(text), None, "{text}");
        }
    }

    #[test]
    fn values_with_signs_that_separate_come_back() {
        let values = [r"a|b", "zwei\nZeilen", r"C:\neu\|", r"\", "ا|ب", "x"];
        let written = join_list(values.into_iter());
        assert_eq!(written, r"a\|b|zwei\nZeilen|C:\\neu\\\||\\|ا\|ب|x");
        assert_eq!(split_list(&written), values);
        assert_eq!(split_list(r"AC\DC | b"), [r"AC\DC", "b"]);
    }

    #[test]
    fn days_are_read_in_every_form_that_offices_write() {
        for (text, day) in [
            ("12.03.2024", "2024-03-12"),
            ("12.3.24", "2024-03-12"),
            ("2024-03-12T00:00", "2024-03-12"),
            ("1. Mai 2026", "2026-05-01"),
            ("März 2023", "2023-03-01"),
            ("12/2023", "2023-12-01"),
            ("3/24", "2024-03-01"),
            ("Dez. 2023", "2023-12-01"),
            ("2022", "2022-01-01"),
            ("Q2 2024", "2024-04-01"),
            ("2. Quartal 2024", "2024-04-01"),
            ("ca. 2021", "2021-01-01"),
            ("Frühjahr 2024", "2024-03-01"),
            ("seit März 2023", "2023-03-01"),
        ] {
            assert_eq!(cell("verifiedOn", CellShape::Day, text), Ok(json!(day)), "{text}");
        }
    }

    #[test]
    fn the_days_of_a_column_stand_behind_their_months_where_one_of_them_proves_it() {
        assert!(is_month_first(["03/04/2024", "11/30/2025", ""].into_iter()));
        for column in [["03/04/2024", "05/06/2025"], ["03/04/2024", "30/11/2025"], ["13/04/2024", "11/30/2025"]] {
            assert!(!is_month_first(column.into_iter()), "{column:?}");
        }
        let day = |text: &str, is_month_first| read_day(text, is_month_first).map(|day| day.to_string());
        assert_eq!(day("03/04/2024", true).as_deref(), Some("2024-03-04"));
        assert_eq!(day("03/04/2024", false).as_deref(), Some("2024-04-03"));
    }

    #[test]
    fn a_wrong_cell_is_told_with_what_is_allowed_in_both_languages() {
        let told = cell("confidential", CellShape::Flag, "vielleicht").expect_err("no flag");
        assert!(told.contains("\"vielleicht\" ist weder ja noch nein: erlaubt"), "{told}");
        for text in ["7.155.3", "nördlich", "51°72'15\"", "7,1,5"] {
            assert!(cell("latitude", CellShape::Degrees, text).is_err(), "{text}");
        }
    }
}
