//! Forgetting a person: the values go from every version of the entry and, where it is certain who is
//! meant, from everything that mentions them.

use domain::{
    ContactPerson, Gazetteer, PersonId, Record,
    record::{EntityKind, EntityRef},
};

use crate::{
    MailState, PersonMention, StoreError, SynonymVersion, Writer,
    mentions::{self, RewrittenRevision},
    rows::{self, Visibility},
    stored::{Stored, for_kind},
    writer::Accepted,
};

/// A person who was forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The newest place in the change log.
    pub sequence: u64,
    /// What mentioned the person, and whether it still does.
    pub mentions: Vec<PersonMention>,
}

impl Writer {
    /// Blanks every stored version of a contact person, and what proposals, notes and other entries
    /// certainly say of them: the values go, that there was something and when it changed stays.
    /// `None` when there is no such person.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`]; the writer should be dropped then.
    pub async fn erase_person(&mut self, id: PersonId) -> Result<Option<Erasure>, StoreError> {
        let Some(before) = self.before::<ContactPerson>([id.uuid()].into_iter()).await?.remove(&id.uuid()) else {
            return Ok(None);
        };
        let traces = mentions::traces_of(&self.transaction, id).await?;
        let scan = mentions::scan(&self.transaction, id.uuid(), traces).await?;
        let mentions = scan.mentions();
        for revision in scan.revisions {
            self.rewrite(revision).await?;
        }
        for proposal in &scan.proposals {
            self.save_proposal(proposal).await?;
        }
        for (sequence, note) in scan.notes {
            let sql = "UPDATE change SET note = $1 WHERE sequence = $2";
            rows::run(&self.transaction, "forgetting a person", sql, [note.into(), rows::number(sequence).into()])
                .await?;
        }
        for invitation in scan.invitations {
            for sql in ["DELETE FROM invitation_actor WHERE invitation_id = $1", "DELETE FROM invitation WHERE id = $1"]
            {
                rows::run(&self.transaction, "forgetting a person", sql, [invitation.into()]).await?;
            }
        }
        for (measure, kind) in scan.measures {
            let sql = "UPDATE measure SET kind = $1, version = version + 1 WHERE id = $2";
            rows::run(&self.transaction, "forgetting a person", sql, [kind.into(), measure.into()]).await?;
        }
        for (version, texts) in scan.site_texts {
            let body = rows::json_value(&self.transaction, "$1");
            let sql = format!("UPDATE site_texts SET body = {body} WHERE version = $2");
            let values = [rows::to_json("texts of the site", &texts)?.into(), i64::from(version).into()];
            rows::run(&self.transaction, "forgetting a person", sql, values).await?;
        }
        for SynonymVersion { table, key, version, words, .. } in scan.synonyms {
            let body = rows::json_value(&self.transaction, "$1");
            let sql =
                format!("UPDATE synonym SET body = {body} WHERE word_table = $2 AND word_key = $3 AND version = $4");
            let body = rows::to_json("synonyms", &words)?;
            let values = [body.into(), table.name().into(), key.into(), i64::from(version).into()];
            rows::run(&self.transaction, "forgetting a person", sql, values).await?;
        }
        for mail in scan.mails {
            self.settle_mail(mail, MailState::Dropped).await?;
        }
        for version in self.versions::<ContactPerson>(id).await? {
            let body = serde_json::to_value(remains(&version.data))
                .map_err(|source| StoreError::Unwritable { kind: EntityKind::Person, source })?;
            let entity = EntityRef { kind: EntityKind::Person, id: id.uuid() };
            let version = i32::try_from(version.version).unwrap_or(i32::MAX);
            self.rewrite(RewrittenRevision { entity, version, body, is_current: false }).await?;
        }
        let nothing = remains(&before.record.data);
        let sequence = self.supersede(&before.record, before.is_public, nothing).await?;
        self.want_scrub().await?;
        Ok(Some(Erasure { sequence, mentions }))
    }

    /// Writes another body in the place of a stored version's. What is the newest one gets a next
    /// version beside, so that everybody who follows hears of it.
    pub(crate) async fn rewrite(&mut self, revision: RewrittenRevision) -> Result<(), StoreError> {
        let RewrittenRevision { entity, version, body, is_current } = revision;
        let sql = format!(
            "UPDATE revision SET body = {} WHERE entity = $2 AND entity_id = $3 AND version = $4",
            rows::json_value(&self.transaction, "$1")
        );
        // As the store writes it, so that row and revision stay alike to the letter.
        let text = for_kind!(entity.kind, E => {
            let data: E = serde_json::from_value(body.clone())
                .map_err(|source| StoreError::Unwritable { kind: entity.kind, source })?;
            serde_json::to_string(&data).map_err(|source| StoreError::Unwritable { kind: entity.kind, source })?
        });
        let values = [text.into(), entity.kind.slug().into(), entity.id.into(), version.into()];
        rows::run(&self.transaction, "rewriting a version", sql, values).await?;
        if is_current {
            for_kind!(entity.kind, E => {
                let before = self.before::<E>([entity.id].into_iter()).await?.remove(&entity.id);
                if let Some(before) = before {
                    let data = serde_json::from_value::<E>(body)
                        .map_err(|source| StoreError::Unwritable { kind: entity.kind, source })?;
                    self.supersede(&before.record, before.is_public, data).await?;
                }
            });
        }
        Ok(())
    }

    /// Writes the next version of an entry whatever the rules say, also where it says what the one
    /// before says, and marks that it alters what may be told of the past.
    pub(crate) async fn supersede<E: Stored>(
        &mut self,
        before: &Record<E>,
        was_public: bool,
        data: E,
    ) -> Result<u64, StoreError> {
        let record = before.next(self.at, data);
        let is_public = E::publish(record.clone(), &Gazetteer::default()).is_some();
        let visibility = match (is_public, was_public) {
            (true, _) => Visibility::Public,
            (false, true) => Visibility::Tombstone,
            (false, false) => Visibility::Private,
        };
        let sequence = self.next_sequence();
        self.insert(&[Accepted { record, sequence, visibility, is_new: false, alters_past: true }]).await?;
        Ok(sequence)
    }
}

/// What is left of a person: whose contact it was.
const fn remains(person: &ContactPerson) -> ContactPerson {
    ContactPerson { actor: person.actor, name: None, role: None, phone: None, email: None }
}
