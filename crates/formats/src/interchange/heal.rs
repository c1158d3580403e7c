//! Everything that is wrong with one entry, not just the first thing.
//!
//! A deserialiser stops at the first wrong value. So a refused entry is read again as plain JSON,
//! the wrong value is noted and taken out, a missing one is stood in for, and the rest is tried until
//! nothing is left to note. The rest is handed back, for the rules to look at.

use domain::rules;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::{Path, Segment};

use super::german;
use super::removed::{PathStep, Removed, at, at_mut, format_path};
use crate::problem::{Place, Problem};

/// How many problems one entry may have before the rest of it is left unread.
const MOST_IN_ONE_ENTRY: usize = 30;

/// An entry that is refused.
#[derive(Debug)]
pub(crate) struct Wrong<T> {
    /// Everything that is wrong with its values, never empty.
    pub(crate) problems: Vec<Problem>,
    /// What is left of it, where enough is.
    pub(crate) rest: Option<(T, Removed)>,
}

/// Reads an entry.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn entry<T: DeserializeOwned>(text: &str, place: &Place) -> Result<T, Wrong<T>> {
    let error = match serde_json::from_str(text) {
        Ok(entry) => return Ok(entry),
        Err(error) => error,
    };
    let mut wrong = match serde_json::from_str(text) {
        Ok(value) => heal::<T>(value, place),
        Err(_) => Wrong { problems: Vec::new(), rest: None },
    };
    if wrong.problems.is_empty() {
        // What plain JSON does not show, such as the same field twice.
        wrong.problems.push(place.problem("", german::problem(reason(&error.to_string()))));
    }
    Err(wrong)
}

/// Reads an entry that is plain JSON already.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn value<T: DeserializeOwned>(value: Value, place: &Place) -> Result<T, Wrong<T>> {
    match T::deserialize(&value) {
        Ok(entry) => Ok(entry),
        Err(error) => {
            let mut wrong = heal::<T>(value, place);
            if wrong.problems.is_empty() {
                wrong.problems.push(place.problem("", german::problem(reason(&error.to_string()))));
            }
            Err(wrong)
        }
    }
}

fn heal<T: DeserializeOwned>(mut value: Value, place: &Place) -> Wrong<T> {
    let mut problems = Vec::new();
    let mut removed = Removed::default();
    while problems.len() < MOST_IN_ONE_ENTRY {
        let error = match serde_path_to_error::deserialize::<_, T>(&value) {
            Ok(rest) => return Wrong { problems, rest: Some((rest, removed)) },
            Err(error) => error,
        };
        let path = steps(error.path());
        let message = error.inner().to_string();
        let original = removed.original(&path);
        if let Some(field) = missing_field(&message) {
            // A field that was taken out because it was wrong is told already.
            if !removed.holds(&original, field) {
                problems.push(place.problem(&format_path(&original, Some(field)), rules::Problem::Required));
            }
            if stand_in::<T>(&mut value, &path, field) {
                removed.note(original, PathStep::Field(field.to_owned()));
                continue;
            }
        } else {
            let wrong = german::problem(reason_with_value(&message, at(&value, &path)));
            problems.push(place.problem(&format_path(&original, None), wrong));
        }
        if !removed.take_out(&mut value, &path, original) {
            break;
        }
    }
    Wrong { problems, rest: None }
}

/// Puts something in the place of a missing field that can be read there, so that the rest of the
/// entry can be read; `false` when nothing fits. What is put in is never shown and never kept.
fn stand_in<T: DeserializeOwned>(value: &mut Value, object: &[PathStep], field: &str) -> bool {
    let here: Vec<PathStep> = object.iter().cloned().chain([PathStep::Field(field.to_owned())]).collect();
    let candidates = [
        json!("x"),
        json!({ "de": "x" }),
        json!(["x"]),
        json!(["opening"]),
        json!("organisation"),
        json!("city"),
        json!("supports"),
        json!("editor"),
        json!("written"),
        json!("de"),
        json!("2000-01-01"),
        json!("2000-01-01T00:00"),
        json!("x@example.org"),
        json!("0123456789"),
        json!(0),
    ];
    for candidate in candidates {
        let Some(Value::Object(fields)) = at_mut(value, object) else { return false };
        fields.insert(field.to_owned(), candidate);
        match serde_path_to_error::deserialize::<_, T>(&*value) {
            Err(error) if steps(error.path()).starts_with(&here) => {}
            _ => return true,
        }
    }
    if let Some(Value::Object(fields)) = at_mut(value, object) {
        fields.remove(field);
    }
    false
}

/// The reason with what was given, where the reason does not show it.
fn reason_with_value(message: &str, given: Option<&Value>) -> String {
    let message = reason(message);
    let given = match given {
        Some(Value::String(text)) => text.chars().take(60).collect::<String>(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(flag)) => flag.to_string(),
        _ => return message,
    };
    if message.contains(&given) { message } else { format!("{message}, given {given:?}") }
}

/// The message on one line, without the place in the text of the entry, which nobody sees, and
/// without names of types in the program.
fn reason(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(reason, _)| reason);
    let message = match message.split_once('\n') {
        Some((first, rest)) => {
            // A parser that draws where it stumbled says in its last line what it expected.
            let first = first.split(" --> ").next().unwrap_or(first).trim_end();
            let last = rest.trim_end().rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '=', '|']);
            format!("{first} {last}")
        }
        None => message.to_owned(),
    };
    match message.split_once("expected struct ") {
        Some((found, _)) => format!("{found}expected an object"),
        None => message.replace("expected f64", "expected a number"),
    }
}

fn missing_field(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.split('`').next()
}

fn steps(path: &Path) -> Vec<PathStep> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(PathStep::Index(*index)),
            Segment::Map { key } => Some(PathStep::Field(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::ActorEntry;
    use super::*;

    fn wrong(text: &str) -> Vec<String> {
        let place = Place::entry("actors", 3, Some(12));
        entry::<ActorEntry>(text, &place).expect_err("refused").problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_wrong_value_is_told_with_its_path_what_was_given_and_what_is_allowed() {
        let problems = wrong(
            r#"{"type": "organisation", "name": 7, "slug": "Ä", "themes": ["health", "Bad One", "x", "Y"],
                "languages": ["tr", "gibber ish"], "wheelchair": "maybe", "email": "nobody", "colour": "red",
                "verifiedOn": "gestern", "openingHours": "Montag",
                "location": {"longitude": "7", "latitude": 51.5},
                "offers": [{"kind": "room"}, {"title": "Beratung"}, {"title": {"de": "A"}, "kind": "gift"}]}"#,
        );
        insta::assert_snapshot!(problems.join("\n"));
    }

    #[test]
    fn every_missing_field_is_told_and_the_rest_is_still_read() {
        let place = Place::entry("actors", 0, None);
        let refused = entry::<ActorEntry>(
            r#"{"offers": [{"kind": "room"}, {}], "events": [{}], "contactPersons": [{"email": {"visibility": "public",
                "consent": {}}}]}"#,
            &place,
        );
        let refused = refused.expect_err("refused");
        let paths: Vec<&str> = refused.problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "actors[0].contactPersons[0].email.consent.purpose",
                "actors[0].contactPersons[0].email.consent.textVersion",
                "actors[0].contactPersons[0].email.consent.textLanguage",
                "actors[0].contactPersons[0].email.consent.givenOn",
                "actors[0].contactPersons[0].email.consent.givenBy",
                "actors[0].contactPersons[0].email.consent.recordedBy",
                "actors[0].contactPersons[0].email.value",
                "actors[0].events[0].title",
                "actors[0].events[0].startsAt",
                "actors[0].offers[0].title",
                "actors[0].offers[1].title",
                "actors[0].type",
                "actors[0].kind",
                "actors[0].name",
            ]
        );
        assert!(refused.rest.is_some());
    }

    #[test]
    fn a_field_that_stands_twice_is_refused() {
        let problems = wrong(r#"{"type": "organisation", "kind": "women", "name": "A", "name": "B"}"#);
        assert_eq!(problems, ["line 12, actors[3]: duplicate field `name`"]);
    }

    #[test]
    fn an_entry_that_is_no_object_is_refused() {
        assert_eq!(wrong("7").len(), 1);
        assert_eq!(wrong("null").len(), 1);
    }
}
