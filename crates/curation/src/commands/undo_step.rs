//! Taking back the newest step in an entry's life: a publication, a verification, an archiving, a step of a link.

use domain::record::EntityRef;
use messages::Message;
use store::for_kind;

use super::{lifecycle::wrong_state, versioned_ref::VersionedRef};
use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    command_span::command,
    fields::{Editable, FieldValues, between, fields_of, read::root_of},
    unit_of_work::UnitOfWork,
};

/// The fields that tell where an entry stands in its life.
const STATES: [&str; 3] = ["status", "verification", "confirmations"];
/// What changes with a step beside them: ending a link says until when it was.
const COMPANIONS: [&str; 1] = ["until"];

impl Curation {
    /// Lets an entry stand in its life where it stood before its newest version, where that was a step and nothing
    /// else; returns the number of the version written. What it says otherwise stays as it is.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when the entry has changed meanwhile or its newest version was no step,
    /// [`CurationError::Store`].
    pub async fn undo_step(&self, by: &Editor, seen: VersionedRef<EntityRef>) -> Result<Done<u32>, CurationError> {
        command("undo_step", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let version = for_kind!(seen.id.kind, E => work.step_back::<E>(&seen).await?);
            work.finish(version).await
        })
        .await
    }
}

impl UnitOfWork {
    async fn step_back<E: Editable>(&mut self, seen: &VersionedRef<EntityRef>) -> Result<u32, CurationError> {
        let newest = self.require_existing::<E>(seen.id.id.into(), "id").await?;
        self.expect(&newest, seen.expected_version, &FieldValues::new()).await?;
        let before = match newest.version {
            0 | 1 => None,
            version => self.writer.version::<E>(newest.id, version - 1).await?,
        };
        let Some(before) = before else { return Err(no_step()) };
        let changed = between(&fields_of(&newest.data), &fields_of(&before.data));
        let is_state = |field: &String| STATES.contains(&root_of(field));
        let is_part_of_step = |field: &String| is_state(field) || COMPANIONS.contains(&root_of(field));
        if !changed.keys().any(is_state) || !changed.keys().all(is_part_of_step) {
            return Err(no_step());
        }
        let problems = self.writer.problems(newest.id, &before.data).await?;
        problems.into_result().map_err(Refusal::Invalid)?;
        Ok(self.replace(&newest, before.data).await?.version)
    }
}

fn no_step() -> CurationError {
    wrong_state("NO_STEP", Message::new("state-no-step"))
}
