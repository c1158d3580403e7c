//! Bringing an archived entry back.

use domain::{ActorId, LifeStatus, Record};
use messages::Message;

use super::{
    lifecycle::{Lifecycle, wrong_state},
    versioned_ref::VersionedRef,
};
use crate::{Curation, CurationError, Done, Member, command_span::command, unit_of_work::UnitOfWork};

impl Curation {
    /// Gives an archived entry the status back that it had before.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is not archived, or was merged into another;
    /// [`CurationError::Store`].
    pub async fn restore<E: Lifecycle>(
        &self,
        by: &Member,
        seen: VersionedRef<E::Id>,
    ) -> Result<Done<Record<E>>, CurationError> {
        command("restore", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let record = work.alive::<E>(by, &seen, LifeStatus::Published).await?;
            if record.data.status() != LifeStatus::Archived {
                return Err(wrong_state("NOT_ARCHIVED", Message::new("state-not-archived")));
            }
            if E::KIND == domain::EntityKind::Actor {
                work.refuse_merged(ActorId::from_uuid(seen.id.into())).await?;
            }
            let mut version = record.version;
            let mut status = LifeStatus::Draft;
            while version > 1 {
                version -= 1;
                let before = work.writer.version::<E>(record.id, version).await?;
                if let Some(before) = before.filter(|before| before.data.status() != LifeStatus::Archived) {
                    status = before.data.status();
                    break;
                }
            }
            let record = work.enter(&record, status).await?;
            work.finish(record).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Refuses an actor that went into another: it comes back by undoing that.
    pub(crate) async fn refuse_merged(&self, actor: ActorId) -> Result<(), CurationError> {
        let merges = self.writer.merges_of(actor).await?;
        if merges.iter().any(|merge| merge.loser == actor && merge.undone_at.is_none()) {
            return Err(wrong_state("MERGED", Message::new("state-merged")));
        }
        Ok(())
    }
}
