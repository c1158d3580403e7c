//! Saying something about a proposal without deciding.

use store::{Proposal, Remark};
use uuid::Uuid;

use super::text::required_line;
use crate::{Curation, CurationError, Done, Editor, command_span::command};

/// A remark on a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemarkOnProposal {
    /// Which proposal.
    pub proposal: Uuid,
    /// What; staff read it.
    pub text: String,
}

impl Curation {
    /// Adds a remark to an open proposal.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is closed or nothing is said, [`CurationError::Store`].
    pub async fn comment_proposal(
        &self,
        by: &Editor,
        input: RemarkOnProposal,
    ) -> Result<Done<Proposal>, CurationError> {
        command("comment_proposal", async {
            let text = required_line("text", &input.text)?;
            let mut work = self.begin(by, None).await?;
            let mut proposal = work.open_proposal(input.proposal).await?;
            proposal.remarks.push(Remark { at: work.writer.at(), by: by.role(), account: by.account(), text });
            work.writer.save_proposal(&proposal).await?;
            work.finish(proposal).await
        })
        .await
    }
}
