//! What an entry said before, and bringing that back.

use chrono::{DateTime, Utc};
use domain::{AccountId, EntityKind, Violations, record::EntityRef, rules::Problem, vocabulary::Role};
use store::for_kind;

use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    commands::living::wrong_state,
    fields::{Access, Editable, FieldChange, Fields, Patch, between, changes, field, fields_of, root_of},
    work::Work,
};

/// One version of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PastEdit {
    /// The version.
    pub version: u32,
    /// Its place in the change log.
    pub sequence: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// By which account, where there is one.
    pub account: Option<AccountId>,
    /// What for.
    pub note: Option<String>,
    /// What it changed, field by field.
    pub changes: Vec<FieldChange>,
}

/// The wish to have an old version back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoreVersion {
    /// Which entry.
    pub entity: EntityRef,
    /// The version to bring back.
    pub version: u32,
    /// The newest version that was read.
    pub expected_version: u32,
    /// What for; for staff only.
    pub note: Option<String>,
}

impl Curation {
    /// Every version of an entry, newest first, with who wrote it and what it changed; empty when there
    /// is no such entry. Of an erased person it says when, and no value.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn history_of(&self, _by: &Editor, entity: EntityRef) -> Result<Vec<PastEdit>, CurationError> {
        for_kind!(entity.kind, E => self.history::<E>(entity.id.into()).await)
    }

    /// What differs between two versions of an entry, field by field; `None` when it lacks either.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn differences(
        &self,
        _by: &Editor,
        entity: EntityRef,
        (from, to): (u32, u32),
    ) -> Result<Option<Vec<FieldChange>>, CurationError> {
        for_kind!(entity.kind, E => {
            let from = self.store.version::<E>(entity.id.into(), from).await?;
            let to = self.store.version::<E>(entity.id.into(), to).await?;
            Ok(from.zip(to).map(|(from, to)| changes(&fields_of(&from.data), &fields_of(&to.data))))
        })
    }

    /// Writes what an old version said as the newest version; returns its number. Where the entry
    /// stands in its life, whether it is verified and confirmed, stays as it is. Contact persons are
    /// not brought back: a consent withdrawn since would come back with them.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when there is no such version, the entry has changed meanwhile, or
    /// what it said breaks a rule today; [`CurationError::Store`].
    pub async fn restore_version(&self, by: &Editor, input: RestoreVersion) -> Result<Done<u32>, CurationError> {
        if input.entity.kind == EntityKind::Person {
            return Err(wrong_state(
                "NOT_RESTORABLE",
                "Frühere Fassungen von Kontaktpersonen werden nicht zurückgeholt.",
                "Earlier versions of contact persons are not brought back.",
            ));
        }
        let mut work = self.begin(by, input.note.as_deref()).await?;
        let version = for_kind!(input.entity.kind, E => work.bring_back::<E>(&input).await?);
        work.finish(version).await
    }

    async fn history<E: Editable>(&self, id: E::Id) -> Result<Vec<PastEdit>, CurationError> {
        let revisions = self.store.revisions::<E>(id).await?;
        let said: Vec<Fields> = revisions.iter().map(|revision| fields_of(&revision.record.data)).collect();
        let nothing = Fields::new();
        let edits = revisions.into_iter().enumerate().map(|(at, revision)| PastEdit {
            version: revision.record.version,
            sequence: revision.sequence,
            at: revision.at,
            by: revision.by,
            account: revision.account,
            note: revision.note,
            changes: changes(said.get(at + 1).unwrap_or(&nothing), &said[at]),
        });
        Ok(edits.collect())
    }
}

impl Work {
    async fn bring_back<E: Editable>(&mut self, input: &RestoreVersion) -> Result<u32, CurationError> {
        let before = self.existing::<E>(input.entity.id.into(), "id").await?;
        let Some(old) = self.writer.version::<E>(before.id, input.version).await? else {
            let mut wrong = Violations::default();
            wrong.add("version", Problem::Unknown(input.version.to_string()));
            return Err(Refusal::Invalid(wrong).into());
        };
        let current = fields_of(&before.data);
        let may_change = |name: &str| {
            field::<E>(root_of(name)).is_some_and(|field| matches!(field.access, Access::Optional | Access::Required))
        };
        let wanted: Fields =
            between(&current, &fields_of(&old.data)).into_iter().filter(|(name, _)| may_change(name)).collect();
        let mut wrong = Violations::default();
        let named = self.named::<E>(&Patch::from(wanted), Some(&current), &mut wrong).await?;
        self.expect(&before, input.expected_version, &named).await?;
        let data = self.judge(before.id, Some(&before.data), &named, wrong).await?;
        Ok(self.replace(&before, data).await?.version)
    }
}
