//! Whom no mail could reach, for staff to find another way.

use chrono::{DateTime, Utc};
use domain::Actor;
use store::MailFailure;

use super::entries::EntrySummary;
use crate::{Curation, CurationError, Editor, Sees};

/// An actor that the last mail did not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreachableEntry {
    /// Which actor.
    pub entry: EntrySummary,
    /// When it was tried.
    pub at: DateTime<Utc>,
    /// Why it was not reached.
    pub failure: MailFailure,
}

impl Curation {
    /// The published actors that the last mail did not reach and that have not been changed since, newest first, at most
    /// five hundred.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn unreachable_actors(&self, _by: &Sees<Editor>) -> Result<Vec<UnreachableEntry>, CurationError> {
        let found = self.store.unreachable_actors().await?;
        let ids: Vec<_> = found.iter().map(|one| one.actor).collect();
        let actors = self.store.get_many::<Actor>(&ids).await?;
        let entry = |one: store::UnreachableActor| {
            let actor = actors.iter().find(|actor| actor.id == one.actor)?;
            Some(UnreachableEntry { entry: EntrySummary::of(actor), at: one.at, failure: one.failure })
        };
        Ok(found.into_iter().filter_map(entry).collect())
    }
}
