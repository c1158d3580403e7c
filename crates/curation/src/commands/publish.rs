//! Making a draft public.

use domain::{ActorId, EntityKind, LifeStatus, Record};
use messages::Message;

use super::{
    lifecycle::{Lifecycle, wrong_state},
    versioned_ref::VersionedRef,
};
use crate::{Curation, CurationError, Done, Member, command_span::command};

impl Curation {
    /// Publishes a draft. Actors are published by staff, the rest also by trusted members.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is no draft, [`CurationError::Store`].
    pub async fn publish<E: Lifecycle>(
        &self,
        by: &Member,
        seen: VersionedRef<E::Id>,
    ) -> Result<Done<Record<E>>, CurationError> {
        command("publish", async {
            let mut work = self.begin(by, seen.note.as_deref()).await?;
            let record = work.alive::<E>(by, &seen, LifeStatus::Published).await?;
            match record.data.status() {
                LifeStatus::Draft => {}
                LifeStatus::Published => {
                    return Err(wrong_state("ALREADY_PUBLISHED", Message::new("state-already-published")));
                }
                LifeStatus::Archived => {
                    return Err(wrong_state("ARCHIVED", Message::new("state-archived")));
                }
            }
            let record = work.enter(&record, LifeStatus::Published).await?;
            if E::KIND == EntityKind::Actor {
                work.welcome(ActorId::from_uuid(record.id.into())).await?;
            }
            work.finish(record).await
        })
        .await
    }
}
