//! Whether two actors may be suggested to each other as partners.

use domain::{Actor, ActorId};

use crate::{Curation, CurationError, Done, Editor, Refusal, command_span::command};

impl Curation {
    /// Remembers for a year that two actors are not to be suggested to each other, or forgets it.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when either does not exist, [`CurationError::Store`].
    pub async fn dismiss_partner(
        &self,
        by: &Editor,
        (actor, partner): (ActorId, ActorId),
        is_dismissed: bool,
    ) -> Result<Done<()>, CurationError> {
        command("dismiss_partner", async {
            let mut work = self.begin(by, None).await?;
            work.require_existing::<Actor>(actor, "actor").await?;
            work.require_existing::<Actor>(partner, "partner").await?;
            if actor == partner {
                return Err(Refusal::NotFound { field: "partner".to_owned() }.into());
            }
            if is_dismissed {
                work.writer.dismiss_partner(actor, partner).await?;
            } else {
                work.writer.readmit_partner(actor, partner).await?;
            }
            work.finish(()).await
        })
        .await
    }
}
