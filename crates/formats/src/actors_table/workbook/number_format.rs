//! Numbers as a cell shows them: with leading zeros and marks as its format says, days as days (ECMA-376, 18.8.30).

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, Timelike};

/// How a cell shows its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// As it is.
    Plain,
    /// As a day, a time or both.
    Day,
    /// With its digits in the places of a pattern such as `00000`.
    Pattern(Vec<PatternSign>),
    /// As so many of a hundred.
    Percent,
    /// As an amount of money.
    Currency(String),
}

/// One sign of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PatternSign {
    /// A digit, or a zero where there is none.
    Zero,
    /// A digit, or nothing.
    Digit,
    /// A sign that is shown.
    Literal(char),
}

impl NumberFormat {
    /// The format of a number that every workbook knows.
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Day,
            _ => Self::Plain,
        }
    }

    /// The format of a code such as `00000` or `dd.mm.yyyy`.
    pub(super) fn parse(code: &str) -> Self {
        let section = code.split(';').next().unwrap_or_default();
        let (mut signs, mut is_day, mut is_plain) = (Vec::new(), false, false);
        if let Some(currency) = currency(section) {
            return Self::Currency(currency);
        }
        let mut characters = section.chars();
        while let Some(c) = characters.next() {
            match c {
                '"' => signs.extend(characters.by_ref().take_while(|c| *c != '"').map(PatternSign::Literal)),
                '\\' => signs.extend(characters.next().map(PatternSign::Literal)),
                // A colour, a condition, a country: none of them is shown.
                '[' => {
                    let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                    is_day |= matches!(inside.to_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
                }
                // The width of a sign that is not shown, and a sign that fills the cell.
                '_' | '*' => drop(characters.next()),
                '0' => signs.push(PatternSign::Zero),
                '#' | '?' => signs.push(PatternSign::Digit),
                'y' | 'Y' | 'd' | 'D' | 'm' | 'M' | 'h' | 'H' | 's' | 'S' => is_day = true,
                '.' | ',' | '%' | 'E' | 'e' | '@' | 'G' => is_plain = true,
                c => signs.push(PatternSign::Literal(c)),
            }
        }
        let has_zeros = signs.iter().filter(|sign| **sign == PatternSign::Zero).count() > 1;
        let has_marks = signs.iter().any(|sign| matches!(sign, PatternSign::Literal(_)));
        match (is_day, is_plain) {
            (true, _) => Self::Day,
            (false, true) if section.contains('%') => Self::Percent,
            (false, false) if has_zeros || (has_marks && signs.contains(&PatternSign::Digit)) => Self::Pattern(signs),
            _ => Self::Plain,
        }
    }

    /// A number as the cell shows it; `from_1904` where the workbook counts its days from that year.
    pub(super) fn show(&self, raw: &str, from_1904: bool) -> String {
        let raw = raw.trim();
        let Ok(number) = raw.parse::<f64>() else { return raw.to_owned() };
        match self {
            Self::Day => show_day(number, from_1904).unwrap_or_else(|| plain_number(raw, number)),
            Self::Pattern(signs) if number.fract() == 0.0 && number >= 0.0 => fill(signs, &plain_number(raw, number)),
            Self::Percent => format!("{} %", decimals(number * 100.0)),
            Self::Currency(sign) if number.fract() == 0.0 => format!("{} {sign}", plain_number(raw, number)),
            Self::Currency(sign) => format!("{} {sign}", format!("{number:.2}").replace('.', ",")),
            Self::Plain | Self::Pattern(_) => plain_number(raw, number),
        }
    }
}

/// The sign of the money that a format names: `#,##0.00 "€"`, `[$€-407]`.
fn currency(section: &str) -> Option<String> {
    let named = section.split_once("[$").and_then(|(_, rest)| rest.split(['-', ']']).next());
    let named = named.map(str::trim).filter(|sign| !sign.is_empty()).map(ToOwned::to_owned);
    named.or_else(|| section.chars().find(|c| "€£¥".contains(*c)).map(String::from))
}

/// Decimals behind a comma, rounded to those that a program would show.
fn decimals(number: f64) -> String {
    let rounded = format!("{number:.2}");
    rounded.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// Digits as they stand there where that is exact.
fn plain_number(raw: &str, number: f64) -> String {
    let is_digits = !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits { raw.to_owned() } else { number.to_string() }
}

/// The digits in the places of a pattern, from the right; those that have no place stand before the first.
fn fill(signs: &[PatternSign], digits: &str) -> String {
    let mut left: Vec<char> = digits.chars().collect();
    let mut shown: Vec<char> = Vec::new();
    let first = signs.iter().position(|sign| !matches!(sign, PatternSign::Literal(_)));
    for (at, sign) in signs.iter().enumerate().rev() {
        match sign {
            PatternSign::Zero => shown.push(left.pop().unwrap_or('0')),
            PatternSign::Digit => shown.extend(left.pop()),
            PatternSign::Literal(sign) => shown.push(*sign),
        }
        if first == Some(at) {
            shown.extend(left.drain(..).rev());
        }
    }
    shown.into_iter().rev().collect()
}

/// A day, a time, or both, of a number of days.
fn show_day(number: f64, from_1904: bool) -> Option<String> {
    // Days up to the year 9999; others are no days.
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let seconds = (number.fract() * 86_400.0).round() as i64;
    let whole = number.trunc() as u64;
    let first = if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1)? } else { NaiveDate::from_ymd_opt(1899, 12, 30)? };
    // Excel takes 1900 for a leap year (ECMA-376, 18.17.4.1): its first sixty days are one off.
    let shift = u64::from(!from_1904 && (1..60).contains(&whole));
    let at = first.checked_add_days(Days::new(whole + shift))?.and_time(NaiveTime::MIN) + TimeDelta::seconds(seconds);
    Some(match (whole, at.time()) {
        (0, time) => time.format("%H:%M").to_string(),
        (_, NaiveTime::MIN) => at.date().to_string(),
        (_, time) if time.second() == 0 => at.format("%Y-%m-%dT%H:%M").to_string(),
        _ => at.format("%Y-%m-%dT%H:%M:%S").to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_cells_show_them() {
        for (code, raw, shown) in [
            ("00000", "1067", "01067"),
            ("00000", "44649", "44649"),
            ("\"D-\"00000", "1067", "D-01067"),
            ("00 000", "44649", "44 649"),
            ("00000\\ 000000", "2323999900", "02323 999900"),
            ("0", "7", "7"),
            ("General", "4.4649E4", "44649"),
            ("#,##0.00", "1234.5", "1234.5"),
            ("dd.mm.yyyy", "46143", "2026-05-01"),
            ("[$-407]d. mmmm yyyy;@", "46143", "2026-05-01"),
            ("hh:mm", "0.75", "18:00"),
            ("@", "0123", "0123"),
        ] {
            assert_eq!(NumberFormat::parse(code).show(raw, false), shown, "{code}");
        }
        assert_eq!(NumberFormat::built_in(14).show("46143.5", false), "2026-05-01T12:00");
        assert_eq!(NumberFormat::Day.show("44681", true), "2026-05-01");
        assert_eq!(NumberFormat::Plain.show("12345678901234567890", false), "12345678901234567890");
    }
}
