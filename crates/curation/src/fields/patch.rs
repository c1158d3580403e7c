//! What an edit says: the fields it names, and nothing else.

use messages::Message;
use std::{collections::BTreeMap, fmt};

use domain::{Language, Violations, rules::Problem};
use serde::Serialize;
use serde_json::Value;

use super::{
    definition::{Access, Editable, FieldShape, FieldValues, field},
    form::Form,
};

/// The fields an edit names, with what they should say; null takes a value away.
///
/// A text may be named as a whole (`summary` with an object of languages: those that are not in it
/// stay) or by language (`summary.tr`); an address likewise. Other entities are named by id or slug.
#[derive(Clone, Default, PartialEq)]
pub struct Patch(BTreeMap<String, Value>);

impl Patch {
    /// An edit that names nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with a field named.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, value: impl Serialize) -> Self {
        // What cannot be written as JSON is no value of any field, so it is named as null, which the
        // field then refuses or takes for nothing.
        self.0.insert(field.into(), serde_json::to_value(value).unwrap_or_default());
        self
    }

    /// Whether it names nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields it names, with their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter()
    }

    /// Whether it names a field, or a part of it.
    pub fn names(&self, field: &str) -> bool {
        self.0.keys().any(|name| super::read::root_of(name) == field)
    }
}

impl FromIterator<(String, Value)> for Patch {
    fn from_iter<T: IntoIterator<Item = (String, Value)>>(fields: T) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl From<FieldValues> for Patch {
    fn from(fields: FieldValues) -> Self {
        Self(fields)
    }
}

/// Shows the names only: the values may be private.
impl fmt::Debug for Patch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// The named fields part by part, as [`super::definition::fields_of`] has them. Adds what cannot be named.
///
/// `base` is what the entry says now; `None` for a new one.
pub(crate) fn flatten<E: Editable>(patch: &Patch, base: Option<&FieldValues>, wrong: &mut Violations) -> FieldValues {
    let mut flat = FieldValues::new();
    for (name, value) in &patch.0 {
        let (root, part) = name.split_once('.').map_or((name.as_str(), None), |(root, part)| (root, Some(part)));
        let Some(field) = field::<E>(root) else {
            wrong.add(name, not_here());
            continue;
        };
        if field.access == Access::Kept || (field.access == Access::AtFirst && base.is_some()) {
            wrong.add(name, not_here());
            continue;
        }
        match (field.shape, part, value) {
            (FieldShape::Text | FieldShape::Parts(..), Some(part), value) => {
                add(field.shape, root, part, value, &mut flat, wrong);
            }
            (FieldShape::Text | FieldShape::Parts(..), None, Value::Object(parts)) => {
                for (part, value) in parts {
                    add(field.shape, root, part, value, &mut flat, wrong);
                }
            }
            (FieldShape::Text | FieldShape::Parts(..), None, Value::Null) => {
                let said =
                    base.into_iter().flat_map(FieldValues::keys).filter(|name| super::read::root_of(name) == root);
                flat.extend(said.map(|name| (name.clone(), Value::Null)));
            }
            (FieldShape::Text, None, _) => wrong.add(name, Form::Texts.problem()),
            (FieldShape::Parts(_, form), None, _) => wrong.add(name, form.problem()),
            (_, Some(_), _) => wrong.add(name, not_here()),
            (_, None, value) => {
                flat.insert(name.clone(), or_nothing(value));
            }
        }
    }
    flat
}

fn add(shape: FieldShape, root: &str, part: &str, value: &Value, flat: &mut FieldValues, wrong: &mut Violations) {
    let part = match shape {
        FieldShape::Parts(parts, _) if parts.contains(&part) => part.to_owned(),
        FieldShape::Text => match part.parse::<Language>() {
            Ok(language) => language.as_str().to_owned(),
            Err(_) => return wrong.add(format!("{root}.{part}"), Form::Language.problem()),
        },
        _ => return wrong.add(format!("{root}.{part}"), not_here()),
    };
    flat.insert(format!("{root}.{part}"), or_nothing(value));
}

/// Forms send an emptied field as an empty text; both mean that nothing is said.
fn or_nothing(value: &Value) -> Value {
    match value {
        Value::String(text) if text.trim().is_empty() => Value::Null,
        value => value.clone(),
    }
}

fn not_here() -> Problem {
    Problem::Format(Message::new("problem-not-changeable"))
}
