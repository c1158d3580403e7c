//! Fields of one response key must ask the same (GraphQL specification, section 5.3.2).
//!
//! async-graphql looks at one selection set at a time, so it lets
//! `{ directory { x: title } directory { x: licence } }` pass. Here selection sets that an answer
//! merges are looked at together, group by group rather than pair by pair: every selection is
//! visited once per level.

use std::collections::{BTreeMap, HashMap};

use async_graphql::{
    Positioned,
    parser::types::{ExecutableDocument, Field, Selection, SelectionSet},
};

use super::index::{FieldOutput, SchemaIndex};
use crate::request_error::RequestError;

/// Refuses a validated document in which one response key would stand for different things.
///
/// # Errors
/// A [`RequestError`] that names the key.
pub(crate) fn check_overlaps(index: &SchemaIndex, document: &ExecutableDocument) -> Result<(), RequestError> {
    let overlaps = Overlaps { index, document };
    for (_, operation) in document.operations.iter() {
        let mut fields = FieldsByKey::default();
        let root = index.root(operation.node.ty).unwrap_or("Query");
        overlaps.collect(root, &operation.node.selection_set.node, &mut fields);
        overlaps.check(&fields, true)?;
    }
    Ok(())
}

/// A field with the type it is asked of.
type FieldOnType<'a> = (&'a str, &'a Positioned<Field>);
/// Fields by response key.
type FieldsByKey<'a> = BTreeMap<&'a str, Vec<FieldOnType<'a>>>;

struct Overlaps<'a> {
    index: &'a SchemaIndex,
    document: &'a ExecutableDocument,
}

impl<'a> Overlaps<'a> {
    fn collect(&self, parent: &'a str, set: &'a SelectionSet, fields: &mut FieldsByKey<'a>) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    fields.entry(&field.node.response_key().node).or_default().push((parent, field));
                }
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map(|condition| condition.node.on.node.as_str());
                    self.collect(on.unwrap_or(parent), &inline.node.selection_set.node, fields);
                }
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.document.fragments.get(&spread.node.fragment_name.node) {
                        let on = fragment.node.type_condition.node.on.node.as_str();
                        self.collect(on, &fragment.node.selection_set.node, fields);
                    }
                }
            }
        }
    }

    fn collect_below(&self, group: &[FieldOnType<'a>]) -> FieldsByKey<'a> {
        let mut below = FieldsByKey::default();
        for (parent, field) in group {
            let type_name = self.output(parent, field).map_or("", |output| output.type_name.as_str());
            self.collect(type_name, &field.node.selection_set.node, &mut below);
        }
        below
    }

    fn output(&self, parent: &str, field: &Positioned<Field>) -> Option<&'a FieldOutput> {
        self.index.output(parent, &field.node.name.node)
    }

    /// `FieldsInSetCanMerge`; with `same_object` false only `SameResponseShape`.
    fn check(&self, fields: &FieldsByKey<'a>, same_object: bool) -> Result<(), RequestError> {
        for (key, group) in fields {
            if group.len() == 1 && group[0].1.node.selection_set.node.items.is_empty() {
                continue;
            }
            self.check_shape(key, group)?;
            if !same_object {
                self.check(&self.collect_below(group), false)?;
                continue;
            }
            let parts = self.parts(group);
            if parts.len() > 1 {
                self.check(&self.collect_below(group), false)?;
            }
            for part in parts {
                check_same(key, &part)?;
                self.check(&self.collect_below(&part), true)?;
            }
        }
        Ok(())
    }

    /// The fields of a group that may meet on one object: all, unless every one is of an object
    /// type; then those of each type.
    fn parts(&self, group: &[FieldOnType<'a>]) -> Vec<Vec<FieldOnType<'a>>> {
        if group.iter().any(|(parent, _)| self.index.is_interface(parent)) {
            return vec![group.to_vec()];
        }
        let mut parts: HashMap<&str, Vec<FieldOnType<'a>>> = HashMap::new();
        for asked in group {
            parts.entry(asked.0).or_default().push(*asked);
        }
        parts.into_values().collect()
    }

    fn check_shape(&self, key: &str, group: &[FieldOnType<'a>]) -> Result<(), RequestError> {
        let mut outputs = group.iter().filter_map(|(parent, field)| Some((self.output(parent, field)?, *field)));
        let Some((first, first_field)) = outputs.next() else { return Ok(()) };
        for (other, field) in outputs {
            let composite = self.index.is_composite(&first.type_name) && self.index.is_composite(&other.type_name);
            if first.wrapping != other.wrapping || !(composite || first.type_name == other.type_name) {
                return Err(refusal(key, "are of different types", first_field, field));
            }
        }
        Ok(())
    }
}

fn check_same(key: &str, part: &[FieldOnType<'_>]) -> Result<(), RequestError> {
    let Some(((_, first), rest)) = part.split_first() else { return Ok(()) };
    for (_, other) in rest {
        if first.node.name.node != other.node.name.node {
            return Err(refusal(key, "are different fields", first, other));
        }
        let arguments = &first.node.arguments;
        let same = arguments.len() == other.node.arguments.len()
            && arguments
                .iter()
                .all(|(name, value)| other.node.get_argument(&name.node).is_some_and(|given| given.node == value.node));
        if !same {
            return Err(refusal(key, "have different arguments", first, other));
        }
    }
    Ok(())
}

fn refusal(key: &str, problem: &str, first: &Positioned<Field>, other: &Positioned<Field>) -> RequestError {
    let names = (&first.node.name.node, &other.node.name.node);
    let message = format!(
        "the fields {:?} and {:?} cannot both be {key:?}: they {problem}; give one of them an alias",
        names.0.as_str(),
        names.1.as_str()
    );
    RequestError::conflict(message, vec![first.pos, other.pos])
}
