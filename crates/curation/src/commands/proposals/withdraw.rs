//! Taking one's own proposal back.

use domain::vocabulary::Role;
use store::{Proposal, ProposalStatus};
use uuid::Uuid;

use crate::{Curation, CurationError, Done, Partner, Refusal, command_span::command};

impl Curation {
    /// Takes a proposal back: by the account that made it, or by staff for somebody who called.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is closed or somebody else's, [`CurationError::Store`].
    pub async fn withdraw_proposal(&self, by: &Partner, id: Uuid) -> Result<Done<Proposal>, CurationError> {
        command("withdraw_proposal", async {
            let mut work = self.begin(by, None).await?;
            if by.role() < Role::Editor {
                // That others have proposed something is not theirs to know.
                let account = work.writer.proposal(id).await?.and_then(|proposal| proposal.account);
                if account.is_none() || account != by.account() {
                    return Err(Refusal::NotFound { field: "proposal".to_owned() }.into());
                }
            }
            let proposal = work.open_proposal(id).await?;
            let proposal = work.close(proposal, ProposalStatus::Withdrawn, None, &[]).await?;
            work.finish(proposal).await
        })
        .await
    }
}
