//! Taking a value out of an entry's past that was never meant to be public.

use domain::{Slug, mention::Trace, record::EntityRef, rules::Problem};
use messages::Message;
use serde_json::Value;
use store::{MentionSubject, PersonMention, PurgedValues, for_kind};

use super::{lifecycle::wrong_state, proposals::text::required_line, retire::refuse};
use crate::{
    Curation, CurationError, Done, Editor,
    command_span::command,
    fields::{Access, Editable, FieldShape, FieldValues, field, fields_of, form::Form, read::root_of, with},
    unit_of_work::UnitOfWork,
};

/// What stands where a text was that must be there.
const BLANK: &str = "…";

/// From how many decimals of a degree a coordinate tells a place: four are ten metres, three a hundred.
const TELLING_DECIMALS: usize = 3;

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

/// What came of a purge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgeOutcome {
    /// The number of the next version, which says what the newest one did.
    pub version: u32,
    /// Where else the value stands: in offers and events of the entry, in others. It is left to whoever purges.
    pub mentions: Vec<PersonMention>,
}

impl Curation {
    /// Takes what a field said before out of every earlier version, whichever of its texts says it, and
    /// out of proposals and notes about the entry; what it says today stays, and so does that there were
    /// versions. It cannot be undone. Other entries are left as they are, and those are told that say it too.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such entry or field, the entry has changed meanwhile,
    /// no earlier version said anything else, or another text of today's version still says it;
    /// [`CurationError::Store`].
    pub async fn purge_field_history(
        &self,
        by: &Editor,
        input: PurgeField,
    ) -> Result<Done<PurgeOutcome>, CurationError> {
        command("purge_field_history", async {
            let reason = required_line("reason", &input.reason)?;
            let mut work = self.begin(by, Some(&reason)).await?;
            let outcome = for_kind!(input.entity.kind, E => work.purge_field::<E>(&input).await?);
            work.finish(outcome).await
        })
        .await
    }
}

impl UnitOfWork {
    async fn purge_field<E: Editable>(&mut self, input: &PurgeField) -> Result<PurgeOutcome, CurationError> {
        let present = self.require_existing::<E>(input.entity.id.into(), "id").await?;
        if !is_purgeable::<E>(&input.field) {
            return refuse("field", Problem::Unknown(input.field.chars().take(120).collect()));
        }
        self.expect(&present, input.expected_version, &FieldValues::new()).await?;
        let all_today = fields_of(&present.data);
        let today = fields_named(&all_today, &input.field);
        let mut versions = self.writer.versions::<E>(present.id).await?;
        versions.retain(|record| record.version != present.version);
        let mut values = PurgedValues::default();
        let mut has_said = false;
        for record in &versions {
            let before = fields_named(&fields_of(&record.data), &input.field);
            for (name, value) in before.iter().filter(|(name, value)| today.get(*name) != Some(value)) {
                has_said = true;
                note(name, value, &today, &mut values);
            }
        }
        if !has_said {
            return Err(wrong_state("NOTHING_TO_PURGE", Message::new("state-nothing-to-purge")));
        }
        let mentions_in = |fields: &FieldValues| {
            if can_be_written::<E>(&input.field) { mentions::<E>(fields, &values) } else { FieldValues::new() }
        };
        if let Some(name) = mentions_in(&all_today).into_keys().next() {
            return Err(still_said(&name));
        }
        let mut earlier = Vec::new();
        for mut record in versions {
            let fields = fields_of(&record.data);
            let said = fields_named(&fields, &input.field);
            let gone: FieldValues = said.into_iter().filter(|(name, value)| today.get(name) != Some(value)).collect();
            let mut mentions = mentions_in(&fields);
            mentions.retain(|name, _| !gone.contains_key(name));
            if gone.is_empty() && mentions.is_empty() {
                continue;
            }
            let Some(data) = without(&record.data, &gone, &mentions) else {
                return refuse("field", Problem::Required);
            };
            record.data = data;
            earlier.push(record);
        }
        let version = self.writer.purge(&present, earlier, &values).await?;
        let mut mentions = slugs_made_of(input, &all_today, &values.texts);
        if can_be_written::<E>(&input.field) {
            let mut traces = values.traces;
            values.texts.iter().for_each(|text| traces.add_phrase(text));
            mentions.extend(self.writer.mentions_elsewhere(input.entity, traces).await?);
        }
        Ok(PurgeOutcome { version, mentions })
    }
}

/// The slugs of an entry that were made of a purged name: they lead to it for good, so whoever purges is told.
fn slugs_made_of(input: &PurgeField, today: &FieldValues, texts: &[String]) -> Vec<PersonMention> {
    if !matches!(root_of(&input.field), "name" | "label") {
        return Vec::new();
    }
    let made: Vec<Slug> = texts.iter().filter_map(|text| Slug::from_name(text)).collect();
    let is_made = |slug: &Value| {
        let numbered = |slug: &str, of: &Slug| {
            let rest = slug.strip_prefix(of.as_str())?;
            let number = rest.strip_prefix('-').unwrap_or(rest);
            number.chars().all(|c| c.is_ascii_digit()).then_some(())
        };
        slug.as_str().is_some_and(|slug| made.iter().any(|of| numbered(slug, of).is_some()))
    };
    let stands_in = |field: &&str| match today.get(*field) {
        Some(Value::Array(slugs)) => slugs.iter().any(is_made),
        Some(slug) => is_made(slug),
        None => false,
    };
    let mention = |field: &str| PersonMention {
        subject: MentionSubject::Entry(input.entity),
        field: field.to_owned(),
        trace: Trace::Name,
        is_current: true,
        is_blanked: false,
    };
    ["slug", "formerSlugs"].into_iter().filter(stands_in).map(mention).collect()
}

/// Whether a field can be taken out of the past: a slug leads on for good.
fn is_purgeable<E: Editable>(name: &str) -> bool {
    field::<E>(root_of(name)).is_some_and(|field| {
        let is_kept = matches!(field.access, Access::Kept | Access::AtFirst);
        !is_kept && !matches!(field.shape, FieldShape::Value(Form::Slug))
    })
}

/// What a field says, part by part.
fn fields_named(fields: &FieldValues, name: &str) -> FieldValues {
    let is_named = |field: &str| field == name || field.strip_prefix(name).is_some_and(|part| part.starts_with('.'));
    fields.iter().filter(|(field, _)| is_named(field)).map(|(field, value)| (field.clone(), value.clone())).collect()
}

/// What the texts of a version say once the values are out of them; only those that held one.
fn mentions<E: Editable>(fields: &FieldValues, values: &PurgedValues) -> FieldValues {
    let purged = |(name, value): (&String, &Value)| {
        let mut purged = value.clone();
        values.purge_value(&mut purged);
        (purged != *value).then(|| (name.clone(), purged))
    };
    fields.iter().filter(|(name, _)| is_text::<E>(name)).filter_map(purged).collect()
}

/// Whether a field is written freely: only there a value can stand that belongs to another field.
fn is_text<E: Editable>(name: &str) -> bool {
    field::<E>(root_of(name)).is_some_and(|field| match field.shape {
        FieldShape::Text | FieldShape::Parts(..) => true,
        FieldShape::Value(form) | FieldShape::Values(form) => matches!(
            form,
            Form::Line | Form::Texts | Form::WebAddress | Form::EmailAddress | Form::PhoneNumber | Form::OpeningHours
        ),
        FieldShape::One(_) | FieldShape::Many(_) => false,
    })
}

/// Whether people write in texts what a field says: a text does, and a place on the map by its coordinates.
fn can_be_written<E: Editable>(name: &str) -> bool {
    is_text::<E>(name)
        || field::<E>(root_of(name)).is_some_and(|field| matches!(field.shape, FieldShape::Value(Form::Place)))
}

/// The refusal of a purge that would leave the value where everybody reads it.
fn still_said(field: &str) -> CurationError {
    wrong_state("STILL_SAID", Message::new("state-still-said").with("field", field))
}

/// An entry that no longer says so; a text that must be there is blanked. `None` where neither makes an
/// entry.
fn without<E: Editable>(data: &E, gone: &FieldValues, mentions: &FieldValues) -> Option<E> {
    let said = |value: Value| -> FieldValues { gone.keys().map(|name| (name.clone(), value.clone())).collect() };
    let data = with(data, mentions).or_else(|| {
        let nothing = mentions.keys().map(|name| (name.clone(), Value::Null)).collect();
        with(data, &nothing)
    })?;
    with(&data, &said(Value::Null)).or_else(|| with(&data, &said(Value::String(BLANK.to_owned()))))
}

/// Notes what is to be nowhere in the texts of the entry, nor in what was proposed and noted about it. Marks
/// of a value, such as who may see it, are no secret, and the name of a town tells of nobody.
fn note(name: &str, value: &Value, today: &FieldValues, values: &mut PurgedValues) {
    let is_mark = name.ends_with(".visibility") || name.contains(".consent");
    let is_mark = is_mark || [".city", ".postcode"].iter().any(|part| name.ends_with(part));
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
        Value::Object(parts) => {
            values.values.push(value.clone());
            parts.values().filter_map(Value::as_f64).for_each(|number| note_coordinate(number, values));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A number so exact that it tells a place, as German and English write it.
fn note_coordinate(number: f64, values: &mut PurgedValues) {
    let written = number.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals >= TELLING_DECIMALS {
        values.texts.push(written.replace('.', ","));
        values.texts.push(written);
    }
}
