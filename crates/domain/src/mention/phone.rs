//! Telephone numbers in running text.

use std::{collections::BTreeSet, ops::Range};

use unicode_normalization::UnicodeNormalization;

use super::{Mention, Trace};
use crate::text::is_unseen;

/// Numbers with fewer digits are found, but nobody's for certain.
const CERTAIN: usize = 6;
/// Fewer digits are no telephone number.
const SHORTEST: usize = 5;
/// So many separators may stand between two digits of a number.
const GAP: usize = 3;

/// The country codes of one and two digits (ITU-T E.164, list of assigned codes); all others have three.
const SHORT_CODES: &[&str] = &[
    "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
    "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
    "86", "90", "91", "92", "93", "94", "95", "98",
];

/// The digits of a number without country code and the zero before the area code; `None` for too few.
pub(super) fn national(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter_map(digit).map(char::from).collect();
    let international =
        digits.strip_prefix("00").or_else(|| phone.trim_start().starts_with(['+', '\u{ff0b}']).then_some(&*digits));
    let national = match international {
        Some(digits) => &digits[code_length(digits).min(digits.len())..],
        None => &digits,
    };
    let national = national.trim_start_matches('0');
    (national.len() >= SHORTEST).then(|| national.to_owned())
}

fn code_length(digits: &str) -> usize {
    SHORT_CODES.iter().find(|code| digits.starts_with(**code)).map_or(3, |code| code.len())
}

/// The zeros of the scripts whose digits people here may type, each followed by the nine others: Arabic,
/// Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Thai, Myanmar and Khmer.
const ZEROS: [u32; 10] = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50, 0x1040, 0x17e0];

/// A digit as ASCII, of whatever script; wide, raised and circled ones count too.
fn digit(c: char) -> Option<u8> {
    if c.is_ascii() || !c.is_numeric() {
        return u8::try_from(c).ok().filter(u8::is_ascii_digit);
    }
    let scalar = u32::from(c);
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&scalar)) {
        return u8::try_from(scalar - zero).ok().map(|value| b'0' + value);
    }
    let mut plain = std::iter::once(c).nfkd();
    let digit = u8::try_from(plain.next()?).ok().filter(u8::is_ascii_digit)?;
    plain.next().is_none().then_some(digit)
}

const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2009}'
            | '('
            | ')'
            | '['
            | ']'
            | '/'
            | '.'
            | '+'
            | '\u{ff0b}'
            | '-'
            | '\u{ff0d}'
            | '\u{ff0f}'
            | '\u{3000}'
            | '\u{2212}'
            | '\u{2010}'..='\u{2015}' | '\u{2060}'
    )
}

/// Digits that belong together, with the place of each.
#[derive(Debug, Default)]
struct DigitRun {
    digits: String,
    places: Vec<Range<usize>>,
}

fn runs(text: &str) -> Vec<DigitRun> {
    let mut runs = Vec::new();
    let mut run = DigitRun::default();
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        if let Some(digit) = digit(c) {
            run.digits.push(char::from(digit));
            run.places.push(at..at + c.len_utf8());
            gap = 0;
        } else if !is_unseen(c) {
            gap += 1;
            if !is_separator(c) || gap > GAP {
                runs.push(std::mem::take(&mut run));
                gap = 0;
            }
        }
    }
    runs.push(run);
    runs.retain(|run| run.digits.len() >= SHORTEST);
    runs
}

/// The numbers in a text that are one of these.
pub(super) fn find(text: &str, numbers: &BTreeSet<String>) -> Vec<Mention> {
    let mut found = Vec::new();
    if numbers.is_empty() {
        return found;
    }
    for run in runs(text) {
        for number in numbers {
            let whole = number_in(text, &run, number);
            let is_end = number.ends_with(run.digits.trim_start_matches('0'))
                && run.digits.trim_start_matches('0').len() >= SHORTEST;
            match whole {
                Some((range, is_whole)) if is_whole && number.len() >= CERTAIN => {
                    found.push(Mention { trace: Trace::Phone, range });
                }
                Some((range, _)) => found.push(Mention { trace: Trace::PartOfPhone, range }),
                None if is_end => {
                    found.push(Mention { trace: Trace::PartOfPhone, range: span(&run, 0, run.digits.len()) });
                }
                None => {}
            }
        }
    }
    found
}

/// Where a number stands in a run, with what is dialled before it, and whether it is not part of a
/// longer one.
fn number_in(text: &str, run: &DigitRun, number: &str) -> Option<(Range<usize>, bool)> {
    let start = run.digits.find(number)?;
    let end = start + number.len();
    let goes_on = run.places.get(end).is_some_and(|next| next.start == run.places[end - 1].end);
    let before = &run.digits[..start];
    let is_marked =
        |at: usize| run.places.get(at).is_some_and(|place| text[..place.start].ends_with(['+', '\u{ff0b}', '(', '[']));
    // A country code and a zero: only where a sign says so. "20 0151 …" is a room before a number.
    let length = dialling_prefix(before).filter(|length| {
        let is_code_and_zero =
            *length > 1 && *length == before.len() && before.ends_with('0') && !before.starts_with("00");
        !is_code_and_zero || is_marked(0) || is_marked(start - 1)
    });
    let length = length.or_else(|| before.ends_with('0').then_some(1));
    let first = length.map_or(start, |length| start - length);
    let is_own = first == 0 || run.places[first - 1].end < run.places[first].start;
    let mut range = span(run, first, end);
    let before = &text[..range.start];
    if before.ends_with('\u{ff0b}') {
        range.start -= '\u{ff0b}'.len_utf8();
    } else if before.ends_with('+') || (before.ends_with('(') && text[range.clone()].contains(')')) {
        range.start -= 1;
    }
    Some((range, is_own && !goes_on))
}

/// How many of the digits before a number are dialled with it: the zero, the country code, both.
fn dialling_prefix(before: &str) -> Option<usize> {
    let with_zero = before.strip_suffix('0').and_then(country_code).map(|length| length + 1);
    country_code(before).or(with_zero).or_else(|| before.ends_with('0').then_some(1))
}

/// How many digits at the end are a country code, with the two zeros before it or at the beginning.
fn country_code(before: &str) -> Option<usize> {
    [3, 2, 1].into_iter().find_map(|length| {
        let (rest, code) = before.split_at_checked(before.len().checked_sub(length)?)?;
        let is_code = !code.starts_with('0') && code_length(code) == length;
        match rest {
            _ if !is_code => None,
            "" => Some(length),
            rest => rest.ends_with("00").then_some(length + 2),
        }
    })
}

fn span(run: &DigitRun, first: usize, end: usize) -> Range<usize> {
    run.places[first].start..run.places[end - 1].end
}
