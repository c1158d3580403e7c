//! Proposals: what the public and members would like an entry to say. The published version stays as
//! it is until staff have looked.

pub(crate) mod approve;
pub(crate) mod limits;
pub(crate) mod propose;
pub(crate) mod reject;
pub(crate) mod remark;
pub(crate) mod text;
pub(crate) mod withdraw;

use messages::Message;
use store::{Proposal, ProposalStatus, Review};
use uuid::Uuid;

pub use approve::{ApproveProposal, Approved};
pub use limits::{
    NoProposals, PUBLIC_FIELDS_LENGTH, PUBLIC_TEXT_LENGTH, ProposalLimitError, ProposalLimits, ProposalQuota,
    UnlimitedProposals,
};
pub use propose::ProposeChange;
pub use reject::RejectProposal;
pub use remark::RemarkOnProposal;
pub use text::{CONTACT_LENGTH, TEXT_LENGTH};

use super::lifecycle::wrong_state;
use crate::{CurationError, Refusal, unit_of_work::UnitOfWork};

impl UnitOfWork {
    /// A proposal that still waits.
    async fn open_proposal(&self, id: Uuid) -> Result<Proposal, CurationError> {
        let Some(proposal) = self.writer.proposal(id).await? else {
            return Err(Refusal::NotFound { field: "proposal".to_owned() }.into());
        };
        if proposal.status != ProposalStatus::Open {
            return Err(wrong_state("PROPOSAL_CLOSED", Message::new("proposals-closed")));
        }
        Ok(proposal)
    }

    /// Closes a proposal. Where to ask back is needed no longer and goes.
    async fn close(
        &mut self,
        mut proposal: Proposal,
        status: ProposalStatus,
        reason: Option<String>,
        taken: &[String],
    ) -> Result<Proposal, CurationError> {
        if status != ProposalStatus::Withdrawn {
            self.announce_decision(&proposal).await?;
        }
        proposal.status = status;
        proposal.contact = None;
        proposal.review = Some(Review {
            at: self.writer.at(),
            by: self.by.role(),
            account: self.by.account(),
            reason,
            taken: proposal.fields.keys().map(|field| (field.clone(), taken.contains(field))).collect(),
        });
        self.writer.save_proposal(&proposal).await?;
        Ok(proposal)
    }
}
