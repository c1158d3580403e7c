//! What a person may know: everything that is stored of them (GDPR, article 15).

use domain::{Actor, ContactPerson, PersonId};
use serde_json::{Value, json};

use crate::{
    Curation, CurationError, Editor,
    fields::{Fields, fields_of},
};

impl Curation {
    /// Everything that is stored of a contact person, as JSON: the values with their consents in every
    /// version, who wrote them in what role, and the proposals that mention them. `None` when there is
    /// no such person.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn export_person(&self, _by: &Editor, person: PersonId) -> Result<Option<Value>, CurationError> {
        let Some(record) = self.store.get::<ContactPerson>(person).await? else { return Ok(None) };
        let actor = self.store.get::<Actor>(record.data.actor).await?;
        let revisions = self.store.revisions::<ContactPerson>(person).await?;
        let versions: Vec<Value> = revisions
            .iter()
            .map(|revision| {
                json!({
                    "version": revision.record.version,
                    "writtenAt": revision.at,
                    "writtenBy": revision.by,
                    "note": revision.note,
                    "values": nested(&fields_of(&revision.record.data)),
                })
            })
            .collect();
        let mentions = self.store.proposals_that_mention(person).await?;
        let mentions: Vec<Value> = mentions
            .iter()
            .map(|proposal| {
                json!({
                    "proposal": proposal.id,
                    "madeAt": proposal.created_at,
                    "status": proposal.status,
                    "fields": proposal.fields,
                    "comment": proposal.comment,
                    "contact": proposal.contact,
                })
            })
            .collect();
        Ok(Some(json!({
            "person": person,
            "contactOf": actor.map(|actor| json!({ "slug": actor.data.slug, "name": actor.data.name })),
            "firstStoredAt": record.created_at,
            "lastChangedAt": record.updated_at,
            "values": nested(&fields_of(&record.data)),
            "versions": versions,
            "mentionedInProposals": mentions,
        })))
    }
}

/// Fields as objects again: `name.value` becomes `{"name": {"value": …}}`.
fn nested(fields: &Fields) -> Value {
    let mut whole = json!({});
    for (name, value) in fields {
        match name.split_once('.') {
            Some((root, part)) => whole[root][part] = value.clone(),
            None => whole[name.as_str()] = value.clone(),
        }
    }
    whole
}
