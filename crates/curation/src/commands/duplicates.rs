//! Telling two actors apart that look like one.

use domain::{Actor, ActorId};

use crate::{Curation, CurationError, Done, Editor, Refusal, command_span::command};

impl Curation {
    /// Remembers that two actors are two, so that they are no longer suspected.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when either does not exist, [`CurationError::Store`].
    pub async fn dismiss_pair(&self, by: &Editor, one: ActorId, other: ActorId) -> Result<Done<()>, CurationError> {
        command("dismiss_pair", async {
            let mut work = self.begin(by, None).await?;
            work.require_existing::<Actor>(one, "one").await?;
            work.require_existing::<Actor>(other, "other").await?;
            if one == other {
                return Err(Refusal::NotFound { field: "other".to_owned() }.into());
            }
            work.writer.keep_apart(one, other).await?;
            work.finish(()).await
        })
        .await
    }
}
