//! Inputs about what is known of an actor beside its work.

use async_graphql::{InputObject, MaybeUndefined};
use directory::Snapshot;
use serde_json::{Map, Value};

use super::patch_values::IntoPatchValue;
use crate::scalars::Day;

/// How open an institution is, to be written; what is not named stays.
#[derive(Clone, InputObject)]
pub(crate) struct OpennessInput {
    /// The day on which the facts were true; needed where any is said.
    on: MaybeUndefined<Day>,
    /// The languages spoken at the counter, as BCP-47 tags.
    languages: MaybeUndefined<Vec<String>>,
    /// Whether interpreters are there or are sent for.
    interpreters: MaybeUndefined<bool>,
    /// Whom associations turn to: a function or a desk, never a person. Public.
    contact: MaybeUndefined<String>,
    /// The day of the last training of the staff in intercultural competence.
    training_on: MaybeUndefined<Day>,
    /// What the institution declares of its own openness.
    declaration: MaybeUndefined<String>,
}

/// The numbers of an actor elsewhere, to be written; what is not named stays.
#[derive(Clone, InputObject)]
pub(crate) struct IdentifiersInput {
    /// The number in a public register with the court that keeps it, such as `VR 1234, Amtsgericht Bochum`.
    register: MaybeUndefined<String>,
    /// The object of OpenStreetMap, such as `node/240096342`, or its address.
    osm: MaybeUndefined<String>,
    /// The item of Wikidata, such as `Q42`, or its address.
    wikidata: MaybeUndefined<String>,
}

/// Names a part where the input does; null takes it away.
fn set_part<T: IntoPatchValue>(
    parts: &mut Map<String, Value>,
    name: &str,
    value: MaybeUndefined<T>,
    snapshot: &Snapshot,
) {
    match value {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => drop(parts.insert(name.to_owned(), Value::Null)),
        MaybeUndefined::Value(value) => drop(parts.insert(name.to_owned(), value.into_patch_value(snapshot))),
    }
}

impl IntoPatchValue for OpennessInput {
    fn into_patch_value(self, snapshot: &Snapshot) -> Value {
        let mut parts = Map::new();
        set_part(&mut parts, "on", self.on, snapshot);
        set_part(&mut parts, "languages", self.languages, snapshot);
        set_part(&mut parts, "interpreters", self.interpreters, snapshot);
        set_part(&mut parts, "contact", self.contact, snapshot);
        set_part(&mut parts, "trainingOn", self.training_on, snapshot);
        set_part(&mut parts, "declaration", self.declaration, snapshot);
        Value::Object(parts)
    }
}

impl IntoPatchValue for IdentifiersInput {
    fn into_patch_value(self, snapshot: &Snapshot) -> Value {
        let mut parts = Map::new();
        set_part(&mut parts, "register", self.register, snapshot);
        set_part(&mut parts, "osm", self.osm, snapshot);
        set_part(&mut parts, "wikidata", self.wikidata, snapshot);
        Value::Object(parts)
    }
}
