//! The rules of opening hours as a tree.
//!
//! The grammar is that of `opening_hours_syntax`. One thing it does not keep: whether a state was written. By the
//! specification a note without a state ("nach Vereinbarung") says that it is unknown whether somebody is there, so
//! the state is put in before such a note is read. Nor does it take "Tu, Th 09:00-11:00" for the two days that people
//! mean, but for a whole Tuesday and a morning; a comma between days is one list. And it reads "PH Sa" (holidays that
//! are Saturdays) as it reads "PH,Sa" (holidays and Saturdays): lists are written with the holidays last, so that a
//! selector whose holidays stand first is one of holidays on these days. Of several days of a month ("Dec 24,31") each
//! is written with its month.

use messages::Message;
use opening_hours_syntax::{
    parse,
    rules::{OpeningHoursExpression, RuleSequence},
};

/// The words for a state.
const STATES: [&str; 4] = ["open", "closed", "off", "unknown"];

/// Reads the rules.
///
/// # Errors
/// What is wrong with the text, in words for whoever wrote it.
pub(super) fn parse_rules(text: &str) -> Result<Vec<RuleSequence>, Message> {
    // A note at another place than the end of a rule may be one that a state cannot stand before.
    let expression = parse(&write_states(&outside_notes(text, |part| {
        write_holidays_last(&space_days(&join_days(&repeat_months(part))))
    })));
    let expression = expression.or_else(|_| parse(text));
    let OpeningHoursExpression { rules } = expression.map_err(|error| explain(text, &error))?;
    Ok(rules)
}

/// The names of days.
const DAYS: [&str; 9] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH"];

/// The text with each part outside of notes written otherwise.
fn outside_notes(text: &str, write: impl Fn(&str) -> String) -> String {
    let parts = text.split('"').enumerate().map(|(at, part)| if at % 2 == 1 { part.to_owned() } else { write(part) });
    parts.collect::<Vec<String>>().join("\"")
}

/// Takes out the space after a comma between two days.
fn join_days(part: &str) -> String {
    let mut pieces = part.split(',');
    let mut joined = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let next = piece.trim_start();
        let is_list =
            DAYS.iter().any(|day| joined.trim_end().ends_with(day)) && DAYS.iter().any(|day| next.starts_with(day));
        joined.push(',');
        joined.push_str(if is_list { next } else { piece });
    }
    joined
}

/// The names of months.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Writes the month, with its year if there is one, before each further day of a list: `Dec 24-26,31` as `Dec 24-26,Dec 31`.
fn repeat_months(part: &str) -> String {
    let mut pieces = part.split(',');
    let first = pieces.next().unwrap_or_default();
    let (mut repeated, mut month) = (first.to_owned(), last_month(first));
    for piece in pieces {
        repeated.push(',');
        match month.filter(|_| days_of_month_length(piece.trim_start()) > 0) {
            Some(month) => repeated.extend([month, " ", piece.trim_start()]),
            None => repeated.push_str(piece),
        }
        // What stands behind the days ends the list.
        let is_list = days_of_month_length(piece.trim_start()) == piece.trim_start().len();
        month = last_month(piece).or(month.filter(|_| is_list));
    }
    repeated
}

/// The month, with its year if there is one, whose days a text ends with.
fn last_month(text: &str) -> Option<&str> {
    let (before, days) = text.rsplit_once(' ')?;
    let is_whole = !days.is_empty() && days_of_month_length(days) == days.len();
    let month = MONTHS.iter().find(|month| is_whole && before.ends_with(**month))?;
    let start = before.len() - month.len();
    let year = before[..start].strip_suffix(' ').and_then(|before| before.split([' ', ';']).next_back());
    let has_year = year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    Some(&before[if has_year { start - "2026 ".len() } else { start }..])
}

/// How long the day of a month or range of them is that a text begins with, such as `31` or `24-26`; 0 where it is no
/// such day but a time.
fn days_of_month_length(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let second = text[first..].strip_prefix('-').map_or(0, digits);
    let length = first + if second > 0 { second + 1 } else { 0 };
    let is_day = matches!(first, 1 | 2) && second <= 2 && !text[length..].starts_with(':');
    if is_day { length } else { 0 }
}

/// Puts the space between a day and a time that people leave out (`Mo12:00-14:00`).
fn space_days(part: &str) -> String {
    let mut written = String::with_capacity(part.len() + 8);
    for letter in part.chars() {
        if letter.is_ascii_digit() && DAYS.iter().any(|day| written.ends_with(day)) {
            written.push(' ');
        }
        written.push(letter);
    }
    written
}

/// Writes lists of holidays and days of the week with the holidays last.
fn write_holidays_last(part: &str) -> String {
    let (mut written, mut rest) = (String::with_capacity(part.len()), part);
    while let Some(first) = rest.chars().next() {
        let (holidays, after) = rest.split_at(list_length(rest, holiday_length));
        let (days, behind) = match after.strip_prefix(',') {
            Some(after) => after.split_at(list_length(after, days_length)),
            None => ("", after),
        };
        if written.ends_with(char::is_alphanumeric) || holidays.is_empty() {
            written.push(first);
            rest = &rest[first.len_utf8()..];
        } else if days.is_empty() {
            written.push_str(holidays);
            rest = after;
        } else {
            written.extend([days, ",", holidays]);
            rest = behind;
        }
    }
    written
}

/// How long a list is that a text begins with, of what `length` measures; 0 where it begins with none.
fn list_length(text: &str, length: fn(&str) -> usize) -> usize {
    let mut end = length(text);
    while end > 0 && text[end..].starts_with(',') {
        match length(&text[end + 1..]) {
            0 => break,
            next => end += 1 + next,
        }
    }
    end
}

/// How long the holiday is that a text begins with, such as `PH -1 day`.
fn holiday_length(text: &str) -> usize {
    match text.strip_prefix("PH").or_else(|| text.strip_prefix("SH")) {
        Some(after) => 2 + offset_length(after),
        None => 0,
    }
}

/// How long the day or range of days of the week is that a text begins with, such as `Mo-Fr` or `Sa[1,3]`.
fn days_length(text: &str) -> usize {
    let day_length = |text: &str| if DAYS[..7].iter().any(|day| text.starts_with(day)) { 2 } else { 0 };
    let mut end = day_length(text);
    if end == 0 {
        return 0;
    }
    if let Some(until) = text[end..].strip_prefix('-') {
        end += if day_length(until) > 0 { 3 } else { 0 };
    }
    if text[end..].starts_with('[') {
        end += text[end..].find(']').map_or(0, |bracket| bracket + 1);
    }
    end + offset_length(&text[end..])
}

/// How long the shift by some days is that a text begins with, such as ` +1 day`.
fn offset_length(text: &str) -> usize {
    let number = text.trim_start_matches(' ').trim_start_matches(['+', '-']);
    let has_sign = text.trim_start_matches(' ').starts_with(['+', '-']);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    match after.trim_start_matches(' ').strip_prefix("day") {
        Some(end) if has_sign && after.len() < number.len() => text.len() - end.strip_prefix('s').unwrap_or(end).len(),
        _ => 0,
    }
}

/// Writes `unknown` before each note that ends a rule and has no state before it.
fn write_states(text: &str) -> String {
    if !has_closed_quotes(text) {
        return text.to_owned();
    }
    let mut written = String::with_capacity(text.len() + 16);
    let mut parts = text.split('"');
    while let Some(outside) = parts.next() {
        written.push_str(outside);
        let Some(note) = parts.next() else { break };
        let after = parts.clone().next().unwrap_or_default().trim_start();
        let ends_rule = after.is_empty() || after.starts_with([';', ',']) || after.starts_with("||");
        let before = outside.trim_end().to_ascii_lowercase();
        if !written.ends_with([' ', ';', ',']) && !written.is_empty() {
            written.push(' ');
        }
        if ends_rule && !STATES.iter().any(|state| before.ends_with(state)) {
            written.truncate(written.trim_end().len());
            written.push_str(if written.is_empty() { "unknown " } else { " unknown " });
        }
        written.push('"');
        written.push_str(note);
        written.push('"');
    }
    written
}

fn has_closed_quotes(text: &str) -> bool {
    text.matches('"').count().is_multiple_of(2)
}

/// The text without what stands in quotes.
fn outside_quotes(text: &str) -> String {
    text.split('"').step_by(2).collect()
}

/// Why a text cannot be read: what people write most often first, else the place where reading ended.
fn explain(text: &str, error: &opening_hours_syntax::Error) -> Message {
    let rules = outside_quotes(text);
    let trimmed = rules.trim();
    if rules.contains(['–', '—', '−', '‐', '‑']) {
        return Message::new("hours-dash");
    }
    if rules.to_lowercase().split_whitespace().any(|word| word.trim_end_matches([',', ';']) == "uhr") {
        return Message::new("hours-uhr");
    }
    if has_half_days(&rules) {
        return Message::new("hours-half-days");
    }
    if has_bare_hours(&rules) {
        return Message::new("hours-bare");
    }
    if trimmed.ends_with([';', ',']) || trimmed.ends_with("||") {
        return Message::new("hours-unfinished").quote("sign", &trimmed[trimmed.len() - 1..]);
    }
    if !has_closed_quotes(text) {
        return Message::new("hours-quotation-mark");
    }
    match error {
        opening_hours_syntax::Error::Syntax(_) => match unread_part(text) {
            Some(part) => Message::new("hours-no-rule").quote("part", &part),
            None => Message::new("hours-part-no-rule"),
        },
        other => Message::new("hours-unreadable").with("reason", other.to_string()),
    }
}

/// Whether there are hours without minutes (`9-17`), or words between two times (`10:00 bis 12:00`).
fn has_bare_hours(rules: &str) -> bool {
    let words: Vec<&str> = rules.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
    let is_hour = |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_range = |word: &str| word.split_once('-').is_some_and(|(from, until)| is_hour(from) && is_hour(until));
    // `week 1-10` and `Dec 24-26` are ranges of other numbers.
    let is_counted = |before: &str| before == "week" || before.len() == 3;
    let is_bare = |(at, word): (usize, &&str)| is_range(word) && (at == 0 || !is_counted(words[at - 1]));
    let is_joining = |word: &&str| ["to", "bis", "until", "till", "til", "through", "von", "from"].contains(word);
    words.iter().enumerate().any(is_bare) || words.iter().any(is_joining)
}

/// Whether a time is one of twelve hours, such as `9:00am`.
fn has_half_days(rules: &str) -> bool {
    let written = rules.to_ascii_lowercase().replace(['.', ' '], "");
    let before =
        |word: &str| written.match_indices(word).any(|(at, _)| written[..at].ends_with(|c: char| c.is_ascii_digit()));
    before("am") || before("pm")
}

/// The first part between semicolons that cannot be read by itself.
fn unread_part(text: &str) -> Option<String> {
    let parts = text.split(';').map(str::trim);
    parts.filter(|part| !part.is_empty()).find(|part| parse(part).is_err()).map(|part| part.chars().take(60).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_without_a_state_is_unknown() {
        for (text, expected) in [
            ("\"nach Vereinbarung\"", "unknown \"nach Vereinbarung\""),
            ("Mo 10:00-12:00 \"a\"; Tu off \"b\"", "Mo 10:00-12:00 unknown \"a\"; Tu off \"b\""),
            ("Mo 10:00-12:00 open \"a, b\" || \"c\"", "Mo 10:00-12:00 open \"a, b\" || unknown \"c\""),
            ("Jun \"Sommer\": Mo 10:00-12:00", "Jun \"Sommer\": Mo 10:00-12:00"),
        ] {
            assert_eq!(write_states(text), expected);
        }
    }

    #[test]
    fn a_comma_between_days_is_a_list() {
        assert_eq!(join_days("Tu, Th 09:00-11:00, 14:00-16:00"), "Tu,Th 09:00-11:00, 14:00-16:00");
        let with_note = "Mo 10:00-12:00, PH off; Sa \"Mo, Tu\"";
        assert_eq!(outside_notes(with_note, join_days), with_note);
        assert_eq!(space_days("Mo-We12:00-14:00, Th 10:00-12:00"), "Mo-We 12:00-14:00, Th 10:00-12:00");
    }

    #[test]
    fn each_day_of_a_list_has_its_month() {
        for (text, written) in [
            ("Dec 24,31 off", "Dec 24,Dec 31 off"),
            ("Dec 24-26,31,Jan 1, 6 off", "Dec 24-26,Dec 31,Jan 1,Jan 6 off"),
            ("Dec 24 10:00-12:00,14:00-16:00", "Dec 24 10:00-12:00,14:00-16:00"),
            ("Dec 24,31 10:00-12:00,13:00-14:00", "Dec 24,Dec 31 10:00-12:00,13:00-14:00"),
            ("2026 Dec 24,31 off", "2026 Dec 24,2026 Dec 31 off"),
            ("week 1,3 Mo 09:00-12:00", "week 1,3 Mo 09:00-12:00"),
        ] {
            assert_eq!(repeat_months(text), written);
            assert!(parse_rules(text).is_ok(), "{text}");
        }
        for text in ["Dec 24,10:00-12:00", "2026 Dec 24,Mo 09:00-12:00"] {
            assert_eq!(repeat_months(text), text);
        }
    }

    #[test]
    fn holidays_stand_last_in_a_list_and_first_where_they_are_on_some_days() {
        for (text, written) in [
            ("PH,Sa[1],Su 10:00-12:00", "Sa[1],Su,PH 10:00-12:00"),
            ("Mo 10:00-12:00; PH -1 day,SH,Mo-We off", "Mo 10:00-12:00; Mo-We,PH -1 day,SH off"),
            ("PH Sa,Su off; Sa,PH 10:00-12:00,SH off", "PH Sa,Su off; Sa,PH 10:00-12:00,SH off"),
        ] {
            assert_eq!(write_holidays_last(text), written);
        }
    }

    #[test]
    fn a_refusal_names_what_is_wrong_and_no_rule_of_the_grammar() {
        for (text, words) in [
            ("Mo 12:00–14:00", "hyphen"),
            ("Mo-Fr 9-18 Uhr", "Uhr"),
            ("Mo-Fr 9-18", "07:00-18:00"),
            ("10-12,13-20", "07:00-18:00"),
            ("Mo 1:00pm-2 p.m.", "without am and pm"),
            ("SH PH -1 day Mo-We", "quotation marks"),
            ("Mo 12:00 to 14:00", "07:00-18:00"),
            ("10:00-12:00;", "after the last \";\""),
            ("Mo 10:00-12:00 \"nach Absprache", "quotation mark"),
            ("Mo 10:00-12:00; Dienstag", "\"Dienstag\""),
        ] {
            let reason = parse_rules(text).expect_err("not hours").text("en");
            assert!(reason.contains(words) && !reason.contains("EOI") && !reason.contains('_'), "{text}: {reason}");
        }
    }
}
