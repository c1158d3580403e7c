//! Entries as named fields: what edits, proposals, conflicts and differences speak of.
//!
//! A field has the name that API and files give it (`alternativeNames`), and the value that the
//! entry has in JSON. Localised texts and addresses are fields per part (`summary.de`,
//! `address.street`), so that two people who translate into two languages do not meet.

mod authors;
mod conflict;
mod editable;
mod form;
mod patch;
mod preview;
mod read;
mod rename;

use std::collections::{BTreeMap, BTreeSet};

use domain::{Actor, ActorId, District, record::EntityKind};
use serde_json::{Map, Value};
use store::{Stored, for_kind};

use crate::placement::TreePosition;

pub use conflict::changes;
pub(crate) use conflict::conflicts;
pub use conflict::{FieldAuthor, FieldChange, FieldConflict};
pub(crate) use form::Form;
pub use patch::Patch;
pub(crate) use patch::flatten;
pub use preview::apply_for_preview;
pub(crate) use read::{read, root_of};
pub(crate) use rename::rename_reference;

/// Fields by name; a field that is missing says nothing.
pub type FieldValues = BTreeMap<String, Value>;

/// One field of an entity.
#[derive(Debug)]
pub struct FieldDefinition {
    /// The name as API and files have it.
    pub name: &'static str,
    pub(crate) shape: FieldShape,
    pub(crate) access: Access,
}

/// How the value of a field is built.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FieldShape {
    /// A text per language.
    Text,
    /// An object of a few parts.
    Parts(&'static [&'static str], Form),
    /// One other entity, by id or slug.
    One(EntityKind),
    /// Several other entities.
    Many(EntityKind),
    /// A value that is replaced as a whole.
    Value(Form),
    /// A list that is replaced as a whole.
    Values(Form),
}

/// Whether an edit may name a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Yes; a new entry may do without.
    Optional,
    /// Yes; a new entry must have it.
    Required,
    /// When it is made, not afterwards.
    AtFirst,
    /// No: another command sets it.
    Kept,
}

/// An entity whose fields can be named.
pub trait Editable: Stored {
    /// Every field, in the order in which people read them.
    const FIELDS: &'static [FieldDefinition];

    /// The body of a new entry before anything is said of it, with something readable in every field
    /// that must be there.
    fn blank() -> Value;

    /// The actors who may say how the entry reads; none where only staff may.
    fn owners(&self) -> Vec<ActorId>;

    /// Whether the entry itself is one for the public; whose entry it is decides as well.
    fn is_public(&self) -> bool;

    /// The entry as an actor, if it is one.
    fn actor(&self) -> Option<&Actor> {
        None
    }

    /// The entry as a district, if it is one.
    fn district(&self) -> Option<&District> {
        None
    }

    /// Where it stands in a tree.
    fn place(&self) -> TreePosition {
        TreePosition::Nowhere
    }
}

/// An entity with nothing of a person in it: edited as a whole, compared and brought back freely.
pub trait Impersonal: Editable {}

/// A district or a theme: public as soon as it is there.
pub trait Branch: Impersonal {
    /// What stands in its place, once it is retired.
    fn replacement(&self) -> Option<Self::Id>;

    /// Its place in the order of its siblings.
    fn position(&self) -> u32;
}

/// The field of a name.
pub(crate) fn field<E: Editable>(name: &str) -> Option<&'static FieldDefinition> {
    E::FIELDS.iter().find(|field| field.name == name)
}

/// The kind of entries that a field of a kind of entry names; `None` for a field that names none.
pub fn refers_to(kind: EntityKind, name: &str) -> Option<EntityKind> {
    for_kind!(kind, E => match field::<E>(root_of(name))?.shape {
        FieldShape::One(named) | FieldShape::Many(named) => Some(named),
        _ => None,
    })
}

/// The name of a field in the stored JSON: `alternative_names` of `alternativeNames`.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            key.push('_');
        }
        key.push(c.to_ascii_lowercase());
    }
    key
}

/// The JSON object an entry is stored as.
fn body<E: Editable>(data: &E) -> Map<String, Value> {
    match serde_json::to_value(data) {
        Ok(Value::Object(body)) => body,
        // Every entity is a struct of plain values, which always becomes an object.
        _ => Map::new(),
    }
}

/// What an entry says, field by field.
pub fn fields_of<E: Editable>(data: &E) -> FieldValues {
    let body = body(data);
    debug_assert!(
        body.keys().all(|stored| E::FIELDS.iter().any(|field| key(field.name) == *stored)),
        "every field of a {} has a line",
        E::KIND.slug()
    );
    let mut fields = FieldValues::new();
    for field in E::FIELDS {
        match (field.shape, body.get(&key(field.name))) {
            (_, None | Some(Value::Null)) => {}
            (FieldShape::Text | FieldShape::Parts(..), Some(Value::Object(parts))) => {
                fields.extend(parts.iter().map(|(part, value)| (format!("{}.{part}", field.name), value.clone())));
            }
            (_, Some(value)) => {
                fields.insert(field.name.to_owned(), value.clone());
            }
        }
    }
    fields
}

/// Writes one named value into a body; null takes it away.
fn set(body: &mut Map<String, Value>, field: &FieldDefinition, part: Option<&str>, value: &Value) {
    let key = key(field.name);
    let Some(part) = part else {
        match (field.shape, value) {
            (FieldShape::Many(_) | FieldShape::Values(_), Value::Null) => body.insert(key, Value::Array(Vec::new())),
            (_, Value::Null) => body.remove(&key),
            _ => body.insert(key, value.clone()),
        };
        return;
    };
    let whole = body.entry(key.as_str()).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(parts) = whole {
        match value {
            Value::Null => parts.remove(part),
            value => parts.insert(part.to_owned(), value.clone()),
        };
        let nothing_left = match field.shape {
            FieldShape::Parts(names, _) if names.first() == Some(&"value") => !parts.contains_key("value"),
            FieldShape::Parts(..) => parts.is_empty(),
            // A text that must be there is empty rather than missing, and said to be required.
            _ => false,
        };
        if nothing_left {
            body.remove(&key);
        }
    }
}

/// An entry after changes that need no reading: values that were an entry's own before. `None` when
/// they do not make an entry together.
pub(crate) fn with<E: Editable>(data: &E, changed: &FieldValues) -> Option<E> {
    let mut body = body(data);
    for (name, value) in changed {
        let (root, part) = name.split_once('.').map_or((name.as_str(), None), |(root, part)| (root, Some(part)));
        set(&mut body, field::<E>(root)?, part, value);
    }
    serde_json::from_value(Value::Object(body)).ok()
}

/// The names that stand in either.
fn names<'a>(one: &'a FieldValues, other: &'a FieldValues) -> BTreeSet<&'a String> {
    one.keys().chain(other.keys()).collect()
}

/// What leads from one state to another: every field that differs, null where it says nothing then.
pub(crate) fn between(from: &FieldValues, to: &FieldValues) -> FieldValues {
    names(from, to)
        .into_iter()
        .filter(|name| from.get(*name) != to.get(*name))
        .map(|name| (name.clone(), to.get(name).cloned().unwrap_or_default()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Actor, ActorKind, vocabulary::OrganisationKind};

    #[test]
    fn an_entry_is_its_fields_and_back() {
        let mut actor =
            Actor::new("verein".parse().expect("slug"), ActorKind::Organisation(OrganisationKind::Women), "Verein");
        actor.summary = domain::LocalisedText::german("Kurz").with("tr".parse().expect("tag"), "Kısa");
        actor.address = Some(domain::Address { city: Some("Herne".into()), ..domain::Address::default() }.into());
        let fields = fields_of(&actor);
        assert_eq!(fields["summary.tr"], "Kısa");
        assert_eq!(fields["address.city"], "Herne");
        let blank = Actor::new("x".parse().expect("slug"), actor.kind, "x");
        let change = between(&fields_of(&blank), &fields);
        assert_eq!(with(&blank, &change), Some(actor.clone()));
        assert_eq!(with(&actor, &between(&fields, &fields_of(&blank))), Some(blank));
    }
}
