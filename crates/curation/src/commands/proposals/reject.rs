//! Closing a proposal without taking anything over.

use store::{Proposal, ProposalStatus};
use uuid::Uuid;

use super::text::required_line;
use crate::{Curation, CurationError, Done, Editor, command_span::command};

/// The decision against a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectProposal {
    /// Which proposal.
    pub proposal: Uuid,
    /// Why, in words that the proposer may read.
    pub reason: String,
}

impl Curation {
    /// Closes a proposal with a reason.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is closed already or the reason is missing,
    /// [`CurationError::Store`].
    pub async fn reject_proposal(&self, by: &Editor, input: RejectProposal) -> Result<Done<Proposal>, CurationError> {
        command("reject_proposal", async {
            let reason = required_line("reason", &input.reason)?;
            let mut work = self.begin(by, None).await?;
            let proposal = work.open_proposal(input.proposal).await?;
            let proposal = work.close(proposal, ProposalStatus::Rejected, Some(reason), &[]).await?;
            work.finish(proposal).await
        })
        .await
    }
}
