//! Taking an entry out of the public directory and keeping it.

use domain::{LifeStatus, Record};
use messages::Message;

use super::{
    lifecycle::{Lifecycle, wrong_state},
    versioned_ref::VersionedRef,
};
use crate::{Curation, CurationError, Done, Member, command_span::command};

impl Curation {
    /// Archives a draft or a published entry. Actors are archived by staff, the rest also by trusted
    /// members.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is archived already, [`CurationError::Store`].
    pub async fn archive<E: Lifecycle>(
        &self,
        by: &Member,
        seen: VersionedRef<E::Id>,
    ) -> Result<Done<Record<E>>, CurationError> {
        command("archive", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let record = work.alive::<E>(by, &seen, LifeStatus::Archived).await?;
            if record.data.status() == LifeStatus::Archived {
                return Err(wrong_state("ALREADY_ARCHIVED", Message::new("state-already-archived")));
            }
            let record = work.enter(&record, LifeStatus::Archived).await?;
            work.finish(record).await
        })
        .await
    }
}
