//! The rules of opening hours as a tree.
//!
//! The grammar is that of `opening_hours_syntax`. One thing it does not keep: whether a state was written. By the
//! specification a note without a state ("nach Vereinbarung") says that it is unknown whether somebody is there, so
//! the state is put in before such a note is read. Nor does it take "Tu, Th 09:00-11:00" for the two days that people
//! mean, but for a whole Tuesday and a morning; a comma between days is one list.

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
pub(super) fn parse_rules(text: &str) -> Result<Vec<RuleSequence>, String> {
    // A note at another place than the end of a rule may be one that a state cannot stand before.
    let expression = parse(&write_states(&join_days(text))).or_else(|_| parse(text));
    let OpeningHoursExpression { rules } = expression.map_err(|error| explain(text, &error))?;
    Ok(rules)
}

/// The names of days.
const DAYS: [&str; 9] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH"];

/// Takes out the space after a comma between two days, outside of notes.
fn join_days(text: &str) -> String {
    let parts = text.split('"').enumerate().map(|(at, part)| {
        if at % 2 == 1 {
            return part.to_owned();
        }
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
    });
    parts.collect::<Vec<String>>().join("\"")
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
fn explain(text: &str, error: &opening_hours_syntax::Error) -> String {
    let rules = outside_quotes(text);
    let trimmed = rules.trim();
    if rules.contains(['–', '—', '−', '‐', '‑']) {
        return "a range is written with a plain hyphen (-), not with a dash".to_owned();
    }
    if rules.to_lowercase().split_whitespace().any(|word| word.trim_end_matches([',', ';']) == "uhr") {
        return "times are written as 09:00-18:00, without \"Uhr\"".to_owned();
    }
    if trimmed.ends_with([';', ',']) || trimmed.ends_with("||") {
        return format!("a rule is missing after the last {:?}", &trimmed[trimmed.len() - 1..]);
    }
    if !has_closed_quotes(text) {
        return "a quotation mark is missing".to_owned();
    }
    match error {
        opening_hours_syntax::Error::Syntax(_) => match unread_part(text) {
            Some(part) => format!("{part:?} is no rule; notes stand in quotation marks"),
            None => "a part of it is no rule; notes stand in quotation marks".to_owned(),
        },
        other => other.to_string(),
    }
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
        assert_eq!(join_days("Mo 10:00-12:00, PH off; Sa \"Mo, Tu\""), "Mo 10:00-12:00, PH off; Sa \"Mo, Tu\"");
    }

    #[test]
    fn a_refusal_names_what_is_wrong_and_no_rule_of_the_grammar() {
        for (text, words) in [
            ("Mo 12:00–14:00", "hyphen"),
            ("Mo-Fr 9-18 Uhr", "Uhr"),
            ("10:00-12:00;", "after the last \";\""),
            ("Mo 10:00-12:00 \"nach Absprache", "quotation mark"),
            ("Mo 10:00-12:00; Dienstag", "\"Dienstag\""),
        ] {
            let reason = parse_rules(text).expect_err("not hours");
            assert!(reason.contains(words) && !reason.contains("EOI") && !reason.contains('_'), "{text}: {reason}");
        }
    }
}
