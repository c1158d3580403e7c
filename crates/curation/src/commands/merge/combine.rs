//! What the entry that stays says once both are one.
//!
//! Lists hold what either held. Of single values the survivor's stay, and those that only the loser had come to
//! them, of texts each language for itself; what somebody chose is the loser's or stays as it is. An address, its position and its district
//! belong together and come from one of the two: half of each would be a place where nobody is.

use std::collections::{BTreeSet, HashSet};

use domain::{Actor, Record, Violations, rules::Problem};
use serde_json::Value;

use super::MergeActors;
use crate::{
    CurationError, Refusal,
    fields::{Access, Editable, FieldDefinition, FieldShape, FieldValues, field, fields_of, read::root_of},
    unit_of_work::UnitOfWork,
};

/// The fields that say where an actor is.
const PLACE: &[&str] = &["address", "location", "basedIn"];
/// Fields that nobody takes from another entry: a slug leads to the survivor without being taken.
const OWN: &[&str] = &["slug"];

impl UnitOfWork {
    /// The survivor with what the loser adds.
    pub(super) async fn combine(
        &self,
        survivor: &Record<Actor>,
        loser: &Record<Actor>,
        input: &MergeActors,
    ) -> Result<Actor, CurationError> {
        refuse_unknown(input).map_err(Refusal::Invalid)?;
        let change = changed_fields(&fields_of(&survivor.data), &fields_of(&loser.data), input);
        if change.is_empty() {
            return Ok(survivor.data.clone());
        }
        self.judge(survivor.id, Some(&survivor.data), &change, Violations::default()).await
    }
}

/// Names that are none of an actor's fields, or of one that cannot be taken, or that stand on both sides.
fn refuse_unknown(MergeActors { take, keep, .. }: &MergeActors) -> Result<(), Violations> {
    let mut wrong = Violations::default();
    for (list, names) in [("take", take), ("keep", keep)] {
        for (at, name) in names.iter().enumerate() {
            if !field::<Actor>(root_of(name)).is_some_and(is_taken) {
                wrong.add(format!("{list}[{at}]"), Problem::Unknown(name.chars().take(120).collect()));
            } else if list == "keep" && take.contains(name) {
                wrong.add(format!("{list}[{at}]"), Problem::Duplicate(name.clone()));
            }
        }
    }
    wrong.into_result()
}

fn is_taken(field: &FieldDefinition) -> bool {
    field.access != Access::Kept && !OWN.contains(&field.name)
}

/// What the survivor says other than before.
fn changed_fields(
    survivor: &FieldValues,
    loser: &FieldValues,
    MergeActors { take, keep, .. }: &MergeActors,
) -> FieldValues {
    // A field is named as a whole (`summary`) or by its part (`summary.de`).
    let names = |list: &[String], name: &str| list.iter().any(|it| it == name || it == root_of(name));
    let is_silent = |root: &str| survivor.iter().all(|(field, value)| root_of(field) != root || value.is_null());
    let of_place = |yes: &dyn Fn(&str) -> bool| PLACE.iter().any(|name| yes(name));
    let takes_place = of_place(&|name| take.iter().any(|taken| root_of(taken) == name))
        || !of_place(&|name| !is_silent(name) || names(keep, name));
    let mut change = FieldValues::new();
    for field in Actor::FIELDS.iter().filter(|field| is_taken(field)) {
        let is_list = matches!(field.shape, FieldShape::Many(_) | FieldShape::Values(_));
        let is_text = matches!(field.shape, FieldShape::Text);
        for (name, theirs) in differences(survivor, loser, field.name).filter(|(name, _)| !names(keep, name)) {
            if PLACE.contains(&field.name) {
                change.extend(takes_place.then_some((name, theirs)));
            } else if names(take, &name)
                || (is_text && survivor.get(&name).is_none_or(Value::is_null))
                || (is_silent(field.name) && !is_list)
            {
                change.insert(name, theirs);
            } else if is_list {
                let both = distinct(list(survivor, &name).into_iter().chain(list(loser, &name)));
                change.extend((both != list(survivor, &name)).then_some((name, Value::Array(both))));
            }
        }
    }
    if names(keep, "alternativeNames") || names(take, "alternativeNames") {
        return change;
    }
    // A name that gives way, or was never the survivor's, is still looked for.
    let name = change.get("name").or_else(|| survivor.get("name")).cloned();
    let others = [survivor, loser].into_iter().filter_map(|fields| fields.get("name").cloned());
    let known = if change.contains_key("alternativeNames") { &change } else { survivor };
    let all = list(known, "alternativeNames").into_iter().chain(others);
    let all = distinct(all.filter(|other| Some(other) != name.as_ref()));
    if all != list(survivor, "alternativeNames") {
        change.insert("alternativeNames".to_owned(), Value::Array(all));
    }
    change
}

/// The parts of a field in which the loser says something else: null where it says nothing.
fn differences(survivor: &FieldValues, loser: &FieldValues, root: &str) -> impl Iterator<Item = (String, Value)> {
    let parts = survivor.keys().chain(loser.keys()).filter(|name| root_of(name) == root).cloned();
    let parts: BTreeSet<String> = parts.collect();
    let value = |fields: &FieldValues, name: &str| fields.get(name).cloned().unwrap_or_default();
    let differing: Vec<(String, Value)> = parts
        .into_iter()
        .filter(|name| value(survivor, name) != value(loser, name))
        .map(|name| (name.clone(), value(loser, &name)))
        .collect();
    differing.into_iter()
}

fn list(fields: &FieldValues, name: &str) -> Vec<Value> {
    fields.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// Values once each; texts that differ in capitals only are one.
fn distinct(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let folded = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_lowercase);
    let mut seen = HashSet::new();
    values.filter(|value| seen.insert(folded(value))).collect()
}
