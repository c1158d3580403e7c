//! What entries say, field by field, with other entries by their global ids.

use curation::fields::{FieldChange, FieldValues, refers_to};
use domain::EntityKind;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    exec::{Call, Output, ResponseWriter, WriteResult, object},
    global_id::GlobalId,
    scalars::{Boundary, Json},
    schema::type_registry::TypeRegistry,
};

/// The value of a field of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldJson<'v> {
    kind: EntityKind,
    field: &'v str,
    value: &'v Value,
}

impl<'v> FieldJson<'v> {
    /// The value; `None` where the field says nothing.
    pub(crate) fn of(kind: EntityKind, field: &'v str, value: &'v Value) -> Option<Self> {
        (!value.is_null()).then_some(Self { kind, field, value })
    }
}

/// The value with ids that clients know in place of those from inside.
fn with_global_ids(kind: EntityKind, value: &Value) -> Value {
    match value {
        Value::String(text) => match text.parse::<Uuid>() {
            Ok(id) => Value::String(String::from_utf8_lossy(&GlobalId::of(kind, id).encode()).into_owned()),
            Err(_) => value.clone(),
        },
        Value::Array(entries) => entries.iter().map(|entry| with_global_ids(kind, entry)).collect(),
        value => value.clone(),
    }
}

impl Output for FieldJson<'_> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        Json::type_ref(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        if (self.kind, self.field) == (EntityKind::District, "boundary")
            && let Ok(polygons) = serde_json::from_value(self.value.clone())
        {
            return Boundary(&polygons).write(call, out);
        }
        match refers_to(self.kind, self.field) {
            Some(named) => Json(&with_global_ids(named, self.value)).write(call, out),
            None => Json(self.value).write(call, out),
        }
    }
}

/// One field of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntryField<'v>(EntityKind, &'v str, &'v Value);

/// Everything an entry says.
pub(crate) fn entry_fields(kind: EntityKind, fields: &FieldValues) -> Vec<EntryField<'_>> {
    fields.iter().map(|(field, value)| EntryField(kind, field, value)).collect()
}

object! {
    /// What an entry says in one field, under the name that inputs and conflicts have for it.
    "EntryField" ['v] EntryField<'v>, implements [], |this, call|
    /// The field, such as `summary.de`.
    field: &'v str => this.1,
    /// What it says; other entries by their global ids.
    value: Option<FieldJson<'v>> => FieldJson::of(this.0, this.1, this.2),
}

/// One field that an edit changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldChangeView<'v>(pub(crate) EntityKind, pub(crate) &'v FieldChange);

object! {
    /// A field that an edit changed.
    "FieldChange" ['v] FieldChangeView<'v>, implements [], |this, call|
    /// The field, such as `summary.de`.
    field: &'v str => &this.1.field,
    /// What it said before; null when nothing.
    before: Option<FieldJson<'v>> => FieldJson::of(this.0, &this.1.field, &this.1.before),
    /// What it says after; null when nothing.
    after: Option<FieldJson<'v>> => FieldJson::of(this.0, &this.1.field, &this.1.after),
}
