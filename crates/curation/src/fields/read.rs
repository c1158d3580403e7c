//! Named values on their way into an entry: everything that is wrong with their form, field by field.

use domain::{Violations, rules::Problem};
use serde_json::{Map, Value};

use super::{
    definition::{Access, Editable, FieldDefinition, FieldShape, FieldValues, body, field, key, set},
    form::Form,
};

/// The field a part belongs to: `summary` of `summary.de`, `themes` of `themes[2]`.
pub(crate) fn root_of(name: &str) -> &str {
    name.split(['.', '[']).next().unwrap_or(name)
}

/// An entry with the named values in it; those whose form is wrong are told and left out. `base` is
/// the entry before, `None` for a new one. `None` only when nothing readable is left.
pub(crate) fn read<E: Editable>(base: Option<&E>, named: &FieldValues, wrong: &mut Violations) -> Option<E> {
    let mut whole = match base {
        Some(data) => body(data),
        None => blank::<E>(named, wrong),
    };
    // What a person's value may be seen by stands in one object with the value, which comes first.
    let (values, others): (Vec<_>, Vec<_>) = named.iter().partition(|(name, _)| name.ends_with(".value"));
    for (name, value) in values.into_iter().chain(others) {
        let (root, part) = name.split_once('.').map_or((name.as_str(), None), |(root, part)| (root, Some(part)));
        let Some(field) = field::<E>(root) else { continue };
        if value.is_null() && part.is_none() && is_needed(field) {
            // A new entry has been told already that it lacks the field.
            if base.is_some() {
                wrong.add(name, Problem::Required);
            }
            continue;
        }
        let mut tried = whole.clone();
        set(&mut tried, field, part, value);
        if is_readable::<E>(&tried) {
            whole = tried;
        } else {
            tell::<E>(&whole, field, name, value, wrong);
        }
    }
    serde_json::from_value(Value::Object(whole)).ok()
}

/// Whether an entry must have the field and an empty one would not do: an empty text or list is told
/// by the entity's own rules.
fn is_needed(field: &FieldDefinition) -> bool {
    matches!(field.access, Access::Required | Access::AtFirst)
        && matches!(field.shape, FieldShape::Value(_) | FieldShape::One(_))
}

/// The body of a new entry. Tells what must be named and is not.
fn blank<E: Editable>(named: &FieldValues, wrong: &mut Violations) -> Map<String, Value> {
    let Value::Object(blank) = E::blank() else { return Map::new() };
    for field in E::FIELDS.iter().filter(|field| is_needed(field)) {
        let told = wrong.iter().any(|violation| root_of(&violation.field) == field.name);
        if !told && named.get(field.name).is_none_or(Value::is_null) {
            wrong.add(field.name, Problem::Required);
        }
    }
    blank
}

fn is_readable<E: Editable>(body: &Map<String, Value>) -> bool {
    serde_json::from_value::<E>(Value::Object(body.clone())).is_ok()
}

/// Tells what is wrong with a value, in a list entry by entry.
fn tell<E: Editable>(
    body: &Map<String, Value>,
    field: &FieldDefinition,
    name: &str,
    value: &Value,
    wrong: &mut Violations,
) {
    match (field.shape, value) {
        (FieldShape::Values(form), Value::Array(entries)) => {
            for (at, entry) in entries.iter().enumerate() {
                let mut tried = body.clone();
                tried.insert(key(field.name), Value::Array(vec![entry.clone()]));
                if !is_readable::<E>(&tried) {
                    wrong.add(format!("{name}[{at}]"), form.problem());
                }
            }
        }
        (FieldShape::Text, _) => wrong.add(name, Form::Line.problem()),
        (FieldShape::Parts(_, Form::Person), _) if name.ends_with(".visibility") => wrong.add(name, Form::visibility()),
        (FieldShape::Parts(..), _) => wrong.add(name, part_form(name).problem()),
        (FieldShape::One(_) | FieldShape::Many(_), _) => wrong.add(name, Form::Id.problem()),
        (FieldShape::Value(form) | FieldShape::Values(form), _) => wrong.add(name, form.problem()),
    }
}

/// The form of a value that stands in an object, by its path.
fn part_form(path: &str) -> Form {
    match path {
        "phone.value" => Form::PhoneNumber,
        "email.value" => Form::EmailAddress,
        "openness.on" | "openness.trainingOn" => Form::Date,
        "openness.languages" => Form::Language,
        "openness.interpreters" => Form::YesNo,
        "identifiers.osm" => Form::OsmId,
        "identifiers.wikidata" => Form::WikidataId,
        _ => Form::Line,
    }
}
