//! One entity in another's place, wherever an entry names it.

use serde_json::Value;
use uuid::Uuid;

use super::definition::{Editable, FieldShape, between, fields_of, with};

/// What an entry says with one entity in another's place; `None` when it does not name the one. In a
/// list that names the other already, the one goes.
pub(crate) fn rename_reference<E: Editable>(data: &E, old: Uuid, new: Uuid) -> Option<E> {
    let before = fields_of(data);
    let mut after = before.clone();
    let naming = E::FIELDS.iter().filter(|field| matches!(field.shape, FieldShape::One(_) | FieldShape::Many(_)));
    for field in naming.filter(|field| field.name != "replacedBy") {
        if let Some(value) = after.get_mut(field.name) {
            rename(value, &old.to_string(), &new.to_string());
        }
    }
    let change = between(&before, &after);
    if change.is_empty() { None } else { with(data, &change) }
}

fn rename(value: &mut Value, old: &str, new: &str) {
    match value {
        Value::String(id) if id == old => new.clone_into(id),
        Value::Array(entries) if entries.iter().any(|entry| entry == new) => entries.retain(|entry| entry != old),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| rename(entry, old, new)),
        _ => {}
    }
}
