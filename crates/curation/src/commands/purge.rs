//! Taking a value out of an entry's past that was never meant to be public.

use domain::{record::EntityRef, rules::Problem};
use serde_json::Value;
use store::{PurgedValues, for_kind};

use super::{living::wrong_state, proposals::required_line, retire::refuse};
use crate::{
    Curation, CurationError, Done, Editor,
    fields::{Access, Editable, Fields, Form, Shape, field, fields_of, root_of, with},
    work::Work,
};

/// What stands where a text was that must be there.
const BLANK: &str = "…";

/// The wish to have a value out of an entry's past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgeField {
    /// Which entry.
    pub entity: EntityRef,
    /// Which field, such as `phone`, `summary.de` or `address`.
    pub field: String,
    /// The newest version that was read.
    pub expected_version: u32,
    /// Why; for staff only.
    pub reason: String,
}

impl Curation {
    /// Takes what a field said before out of every earlier version, and out of proposals and notes
    /// about the entry; what it says today stays, and so does that there were versions. Returns the
    /// number of the next version, which says what the newest one did. It cannot be undone.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such entry or field, the entry has changed meanwhile,
    /// or no earlier version said anything else; [`CurationError::Store`].
    pub async fn purge_field_history(&self, by: &Editor, input: PurgeField) -> Result<Done<u32>, CurationError> {
        let reason = required_line("reason", &input.reason)?;
        let mut work = self.begin(by, Some(&reason)).await?;
        let version = for_kind!(input.entity.kind, E => work.purge_field::<E>(&input).await?);
        work.finish(version).await
    }
}

impl Work {
    async fn purge_field<E: Editable>(&mut self, input: &PurgeField) -> Result<u32, CurationError> {
        let present = self.existing::<E>(input.entity.id.into(), "id").await?;
        if !is_purgeable::<E>(&input.field) {
            return refuse("field", Problem::Unknown(input.field.chars().take(120).collect()));
        }
        self.expect(&present, input.expected_version, &Fields::new()).await?;
        let today = said_by(&fields_of(&present.data), &input.field);
        let mut values = PurgedValues::default();
        let mut earlier = Vec::new();
        for mut record in self.writer.versions::<E>(present.id).await? {
            let said = said_by(&fields_of(&record.data), &input.field);
            let gone: Fields = said.into_iter().filter(|(name, value)| today.get(name) != Some(value)).collect();
            if record.version == present.version || gone.is_empty() {
                continue;
            }
            let Some(data) = without(&record.data, &gone) else {
                return refuse("field", Problem::Required);
            };
            gone.iter().for_each(|(name, value)| note(name, value, &today, &mut values));
            record.data = data;
            earlier.push(record);
        }
        if earlier.is_empty() {
            return Err(wrong_state(
                "NOTHING_TO_PURGE",
                "Keine frühere Fassung sagt in diesem Feld etwas anderes als die heutige.",
                "No earlier version says anything else in this field than today's.",
            ));
        }
        Ok(self.writer.purge(&present, earlier, &values).await?)
    }
}

/// Whether a field can be taken out of the past: a slug leads on for good.
fn is_purgeable<E: Editable>(name: &str) -> bool {
    field::<E>(root_of(name)).is_some_and(|field| {
        let is_kept = matches!(field.access, Access::Kept | Access::AtFirst);
        !is_kept && !matches!(field.shape, Shape::Value(Form::Slug))
    })
}

/// What a field says, part by part.
fn said_by(fields: &Fields, name: &str) -> Fields {
    let is_named = |field: &str| field == name || field.strip_prefix(name).is_some_and(|part| part.starts_with('.'));
    fields.iter().filter(|(field, _)| is_named(field)).map(|(field, value)| (field.clone(), value.clone())).collect()
}

/// An entry that no longer says so; a text that must be there is blanked. `None` where neither makes an
/// entry.
fn without<E: Editable>(data: &E, gone: &Fields) -> Option<E> {
    let said = |value: Value| -> Fields { gone.keys().map(|name| (name.clone(), value.clone())).collect() };
    with(data, &said(Value::Null)).or_else(|| with(data, &said(Value::String(BLANK.to_owned()))))
}

/// Notes what is to be nowhere in what was proposed and noted about the entry. Marks of a value, such as
/// who may see it, are no secret.
fn note(name: &str, value: &Value, today: &Fields, values: &mut PurgedValues) {
    let is_mark = name.ends_with(".visibility") || name.contains(".consent");
    if is_mark || today.values().any(|today| today == value) {
        return;
    }
    match value {
        Value::String(text) => {
            match root_of(name) {
                "phone" => values.traces.add_phone(text),
                "email" => values.traces.add_email(text),
                _ => {}
            }
            values.texts.push(text.clone());
        }
        Value::Array(entries) => entries.iter().for_each(|entry| note(name, entry, today, values)),
        _ => {}
    }
}
