//! Bringing back what an entry said before.

use domain::{EntityKind, Violations, record::EntityRef, rules::Problem};
use store::for_kind;

use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    commands::living::wrong_state,
    fields::{Access, Editable, Fields, Patch, between, field, fields_of, root_of},
    work::Work,
};

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
