//! Taking a value out of an entry's past: a correction that says "this was never meant to be public".

use domain::{Record, mention::PersonTraces, record::EntityRef};
use serde_json::Value;
use uuid::Uuid;

use crate::{PageRequest, ProposalFilter, StoreError, Writer, mentions::RewrittenRevision, rows, stored::Stored};

/// What stands where a value was.
const BLANK: &str = "…";
/// Shorter texts stand in many others by chance.
const TELLING: usize = 4;

/// What leaves with a purged field.
#[derive(Clone, Debug, Default)]
pub struct PurgedValues {
    /// The texts that are to be nowhere in the texts of the entry, nor in what was proposed and noted about it.
    pub texts: Vec<String>,
    /// Values that are no texts, such as a place on the map.
    pub values: Vec<Value>,
    /// The same as numbers and addresses in whatever spelling.
    pub traces: PersonTraces,
}

impl Writer {
    /// Every stored version of an entity, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn versions<E: Stored>(&self, id: E::Id) -> Result<Vec<Record<E>>, StoreError> {
        let sql = format!(
            "SELECT {} FROM revision r WHERE r.entity = $1 AND r.entity_id = $2 ORDER BY r.version",
            rows::REVISION_COLUMNS
        );
        let values = [E::KIND.slug().into(), id.into().into()];
        let found = rows::all(&self.transaction, "reading the history", sql, values).await?;
        found.iter().map(rows::record).collect()
    }

    /// Writes earlier versions of an entity anew, without what they said, and takes it out of
    /// proposals and notes about the entity. The entity gets a next version that says the same, so
    /// that everybody who follows hears of it. Returns that version.
    ///
    /// # Errors
    /// [`StoreError::Database`], [`StoreError::Unreadable`] or [`StoreError::UnreadableRow`]; the writer
    /// should be dropped then.
    pub async fn purge<E: Stored>(
        &mut self,
        present: &Record<E>,
        earlier: Vec<Record<E>>,
        values: &PurgedValues,
    ) -> Result<u32, StoreError> {
        let entity = EntityRef::of::<E>(present.id);
        for record in earlier {
            let body = serde_json::to_value(&record.data)
                .map_err(|source| StoreError::Unwritable { kind: E::KIND, source })?;
            let version = i32::try_from(record.version).unwrap_or(i32::MAX);
            self.rewrite(RewrittenRevision { entity, version, body, is_current: false }).await?;
        }
        self.purge_proposals(entity.id, values).await?;
        if entity.kind == domain::EntityKind::Actor {
            // Where its website led to is part of what it said; somebody looks at the present one again.
            self.forget_website_checks(&[entity.id.into()]).await?;
        }
        let was_public = self.before::<E>([entity.id].into_iter()).await?;
        let was_public = was_public.get(&entity.id).is_some_and(|before| before.is_public);
        self.supersede(present, was_public, present.data.clone()).await?;
        // Last: the reason of this very change may name the value.
        self.purge_notes::<E>(entity.id, values).await?;
        self.want_scrub().await?;
        Ok(present.version + 1)
    }

    async fn purge_proposals(&mut self, entity: Uuid, values: &PurgedValues) -> Result<(), StoreError> {
        let about = ProposalFilter { entity: Some(entity), ..ProposalFilter::default() };
        for (_, proposal) in self.proposals(about, &PageRequest::first(u32::MAX)).await?.items {
            let mut purged = proposal.clone();
            let said = purged.base.values_mut().chain(purged.fields.values_mut());
            said.for_each(|value| values.purge_value(value));
            let texts = [&mut purged.comment, &mut purged.contact].into_iter().flatten();
            let remarks = purged.remarks.iter_mut().map(|remark| &mut remark.text);
            let reason = purged.review.iter_mut().filter_map(|review| review.reason.as_mut());
            texts.chain(remarks).chain(reason).for_each(|text| values.purge_text(text));
            if purged != proposal {
                self.save_proposal(&purged).await?;
            }
        }
        Ok(())
    }

    async fn purge_notes<E: Stored>(&self, entity: Uuid, values: &PurgedValues) -> Result<(), StoreError> {
        let sql = "SELECT sequence, note FROM change WHERE entity = $1 AND entity_id = $2 AND note IS NOT NULL";
        let about = [E::KIND.slug().into(), entity.into()];
        for row in rows::all(&self.transaction, "looking for notes", sql, about).await? {
            let (sequence, note): (i64, String) = (rows::get(&row, "sequence")?, rows::get(&row, "note")?);
            let mut purged = note.clone();
            values.purge_text(&mut purged);
            if purged != note {
                let sql = "UPDATE change SET note = $1 WHERE sequence = $2";
                rows::run(&self.transaction, "purging a note", sql, [purged.into(), sequence.into()]).await?;
            }
        }
        Ok(())
    }
}

impl PurgedValues {
    fn purge_text(&self, text: &mut String) {
        for value in self.texts.iter().filter(|value| value.chars().count() >= TELLING) {
            if text.contains(value.as_str()) {
                *text = text.replace(value.as_str(), BLANK);
            }
        }
        if let Some(blanked) = self.traces.blank(text) {
            *text = blanked;
        }
    }

    /// Takes the values out of whatever texts stand in `value`.
    pub fn purge_value(&self, value: &mut Value) {
        if self.values.contains(value) {
            *value = Value::Null;
        }
        match value {
            Value::String(text) if self.texts.contains(text) => *text = BLANK.to_owned(),
            Value::String(text) => self.purge_text(text),
            Value::Array(entries) => entries.iter_mut().for_each(|entry| self.purge_value(entry)),
            Value::Object(parts) => parts.values_mut().for_each(|part| self.purge_value(part)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}
