//! Telephone numbers in texts: however somebody writes one, it is looked for by the digits that a telephone anywhere
//! dials ("02323 9999-37" and "+49 (0)2323 999937" alike).

use std::borrow::Cow;

use domain::{PhoneNumber, text::latin_digits};

/// The fewest digits of a number that is looked for: shorter ones are postcodes, years and house numbers.
const LEAST_DIGITS: usize = 6;
/// The fewest digits behind an area that lacks its zero.
const LEAST_LOCAL_DIGITS: usize = 5;

/// The digits by which a number is found.
pub(crate) fn dialled_digits(number: &PhoneNumber) -> String {
    number.link().chars().filter(char::is_ascii_digit).collect()
}

/// A text with the digits that are dialled in the place of each telephone number in it, in whatever digits it is written.
pub(super) fn write_dialled(text: &str) -> Cow<'_, str> {
    match latin_digits(text) {
        Cow::Borrowed(text) => write_numbers(text),
        Cow::Owned(text) => Cow::Owned(write_numbers(&text).into_owned()),
    }
}

fn write_numbers(text: &str) -> Cow<'_, str> {
    let (mut written, mut end) = (String::new(), 0);
    for run in runs(text) {
        if let Some(digits) = read_number(&text[run.clone()]) {
            written.push_str(&text[end..run.start]);
            written.push_str(&digits);
            end = run.end;
        }
    }
    match end {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(written + &text[end..]),
    }
}

fn read_number(run: &str) -> Option<String> {
    let is_dialled = run.trim_start_matches('(').starts_with(['0', '+']) && count_digits(run) >= LEAST_DIGITS;
    if !is_dialled && !lacks_zero(run) {
        return None;
    }
    run.parse().ok().map(|number| dialled_digits(&number))
}

/// Whether it is an area and a number without the zero before them: "2323/163455", and no school year.
fn lacks_zero(run: &str) -> bool {
    let Some((area, number)) = run.split_once('/') else { return false };
    let is_area = (3..=5).contains(&area.len()) && area.bytes().all(|byte| byte.is_ascii_digit());
    is_area && count_digits(number) >= LEAST_LOCAL_DIGITS && !number.contains('/')
}

fn count_digits(run: &str) -> usize {
    run.bytes().filter(u8::is_ascii_digit).count()
}

/// Where digits stand with nothing between them but what people write in numbers, from the first sign to the last digit.
fn runs(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_of_number)?;
        let length = text[start..].find(|c| !is_of_number(c)).unwrap_or(text.len() - start);
        at = start + length;
        let run = text[start..at].trim_end_matches(|c: char| !c.is_ascii_digit());
        let begin = run.len() - run.trim_start_matches(|c: char| !matches!(c, '+' | '(' | '0'..='9')).len();
        Some(start + begin..start + run.len())
    })
    .filter(|run| !run.is_empty())
}

/// Not the full stop, which stands in dates.
fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '(' | ')' | '/' | '-' | '\u{2010}'..='\u{2013}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for text in [
            "02323 9999-37",
            "02323/999937",
            "(02323) 99 99 37",
            "+49 (0)2323 999937",
            "0049 2323 9999 37",
            "2323/9999-37",
        ] {
            assert_eq!(write_dialled(text), "492323999937", "{text}");
            assert_eq!(write_dialled(&format!("Nussbaum {text} Eickel")), "Nussbaum 492323999937 Eickel");
        }
    }

    #[test]
    fn dates_postcodes_and_years_are_none() {
        for text in [
            "44651 Herne",
            "01.12.2026",
            "2026-12-01",
            "Kurs 10-12 Uhr",
            "0815",
            "",
            "seit 1998 - 2004",
            "(",
            "- -",
            "2025/2026",
            "2026/12/01",
        ] {
            assert_eq!(write_dialled(text), text);
        }
    }
}
