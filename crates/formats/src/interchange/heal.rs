//! Everything that is wrong with one entry, not just the first thing.
//!
//! A deserialiser stops at the first wrong value. So a refused entry is read again as plain JSON,
//! the wrong value is noted and taken out, and the rest is tried until nothing is left to note.

use std::collections::HashMap;

use domain::rules;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::problem::{Place, Problem};

/// How many problems one entry may have before the rest of it is left unread.
const MOST_IN_ONE_ENTRY: usize = 30;

/// Reads an entry.
///
/// # Errors
/// Everything that is wrong with it, never empty.
pub(crate) fn entry<T: DeserializeOwned>(text: &str, place: &Place) -> Result<T, Vec<Problem>> {
    let error = match serde_json::from_str(text) {
        Ok(entry) => return Ok(entry),
        Err(error) => error,
    };
    let mut problems = match serde_json::from_str(text) {
        Ok(value) => heal::<T>(value, place),
        Err(_) => Vec::new(),
    };
    if problems.is_empty() {
        // What plain JSON does not show, such as the same field twice.
        problems.push(place.problem("", rules::Problem::Unreadable(reason(&error.to_string()))));
    }
    Err(problems)
}

/// Reads an entry that is plain JSON already.
///
/// # Errors
/// Everything that is wrong with it, never empty.
pub(crate) fn value<T: DeserializeOwned>(value: Value, place: &Place) -> Result<T, Vec<Problem>> {
    match T::deserialize(&value) {
        Ok(entry) => Ok(entry),
        Err(error) => {
            let mut problems = heal::<T>(value, place);
            if problems.is_empty() {
                problems.push(place.problem("", rules::Problem::Unreadable(reason(&error.to_string()))));
            }
            Err(problems)
        }
    }
}

fn heal<T: DeserializeOwned>(mut value: Value, place: &Place) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut removed = Removed::default();
    while problems.len() < MOST_IN_ONE_ENTRY {
        let Err(error) = serde_path_to_error::deserialize::<_, T>(&value) else { break };
        let path = steps(error.path());
        let message = error.inner().to_string();
        let original = removed.original(&path);
        match missing_field(&message) {
            // A field that was taken out because it was wrong is told already.
            Some(field) if removed.holds(&original, field) => {}
            Some(field) => {
                problems.push(place.problem(&written(&original, Some(field)), rules::Problem::Required));
            }
            None => {
                let wrong = rules::Problem::Unreadable(told(&message, at(&value, &path)));
                problems.push(place.problem(&written(&original, None), wrong));
            }
        }
        if !removed.take_out(&mut value, &path, original) {
            break;
        }
    }
    problems
}

/// The reason with what was given, where the reason does not show it.
fn told(message: &str, given: Option<&Value>) -> String {
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

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Step {
    Field(String),
    Index(usize),
}

fn steps(path: &Path) -> Vec<Step> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Map { key } => Some(Step::Field(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

fn written(path: &[Step], field: Option<&str>) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Index(index) => text.push_str(&format!("[{index}]")),
            Step::Field(name) if text.is_empty() => text.push_str(name),
            Step::Field(name) => text.push_str(&format!(".{name}")),
        }
    }
    if let Some(field) = field {
        let dot = if text.is_empty() { "" } else { "." };
        text.push_str(&format!("{dot}{field}"));
    }
    text
}

fn at<'a>(value: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Index(index) => value.get(index),
    })
}

fn at_mut<'a>(value: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.get_mut(name),
        Step::Index(index) => value.get_mut(index),
    })
}

/// What was taken out so far, by the path of the list or object it stood in, as the file has it.
#[derive(Default)]
struct Removed(HashMap<Vec<Step>, Vec<Step>>);

impl Removed {
    /// The path in the file of a path in what is left.
    fn original(&self, path: &[Step]) -> Vec<Step> {
        let mut original = Vec::with_capacity(path.len());
        for step in path {
            let step = match step {
                Step::Index(index) => {
                    let mut index = *index;
                    for gone in self.0.get(&original).into_iter().flatten() {
                        // Sorted, so each earlier gap moves the index by one.
                        index += usize::from(matches!(gone, Step::Index(gone) if *gone <= index));
                    }
                    Step::Index(index)
                }
                field @ Step::Field(_) => field.clone(),
            };
            original.push(step);
        }
        original
    }

    fn holds(&self, object: &[Step], field: &str) -> bool {
        self.0
            .get(object)
            .is_some_and(|gone| gone.iter().any(|step| matches!(step, Step::Field(name) if name == field)))
    }

    /// Takes the value at `path` out; `false` when it is the whole entry.
    fn take_out(&mut self, value: &mut Value, path: &[Step], mut original: Vec<Step>) -> bool {
        let (Some((last, above)), Some(gone)) = (path.split_last(), original.pop()) else { return false };
        match (at_mut(value, above), last) {
            (Some(Value::Object(object)), Step::Field(name)) if object.contains_key(name) => {
                object.remove(name);
            }
            (Some(Value::Array(list)), Step::Index(index)) if *index < list.len() => {
                list.remove(*index);
            }
            _ => return false,
        }
        let list = self.0.entry(original).or_default();
        list.push(gone);
        list.sort_by_key(|step| if let Step::Index(index) = step { *index } else { 0 });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::ActorEntry;
    use super::*;

    fn wrong(text: &str) -> Vec<String> {
        let place = Place::entry("actors", 3, Some(12));
        entry::<ActorEntry>(text, &place).expect_err("refused").iter().map(ToString::to_string).collect()
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
