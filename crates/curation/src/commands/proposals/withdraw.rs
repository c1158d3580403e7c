//! Taking one's own proposal back.

use domain::vocabulary::Role;
use store::{Proposal, ProposalStatus};
use uuid::Uuid;

use crate::{Curation, CurationError, Done, Partner, Refusal};

impl Curation {
    /// Takes a proposal back: by the account that made it, or by staff for somebody who called.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is closed or somebody else's, [`CurationError::Store`].
    pub async fn withdraw_proposal(&self, by: &Partner, id: Uuid) -> Result<Done<Proposal>, CurationError> {
        let mut work = self.begin(by, None).await?;
        let proposal = work.open_proposal(id).await?;
        let is_own = by.account().is_some() && proposal.account == by.account();
        if !is_own && by.role() < Role::Editor {
            return Err(Refusal::NotYours.into());
        }
        let proposal = work.close(proposal, ProposalStatus::Withdrawn, None, &[]).await?;
        work.finish(proposal).await
    }
}
