//! Proposals: what the public and members would like an entry to say. The published version stays as
//! it is until staff have looked.

mod approve;
mod limits;
mod propose;
mod reject;
mod remark;
mod withdraw;

use domain::{Violations, rules::Problem};
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

use super::lifecycle::wrong_state;
use crate::{CurationError, Refusal, unit_of_work::UnitOfWork};

/// The longest comment, remark or reason, in characters.
pub const TEXT_LENGTH: usize = 2_000;
/// The longest way to reach somebody, in characters.
pub const CONTACT_LENGTH: usize = 200;

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

/// A text that is there, not too long and says something.
fn line(field: &str, text: Option<&str>, allowed: usize, wrong: &mut Violations) -> Option<String> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    if text.chars().count() > allowed {
        wrong.add(field, Problem::TooLong { allowed });
    }
    Some(text.to_owned())
}

/// The same, where it must be there.
pub(super) fn required_line(field: &str, text: &str) -> Result<String, CurationError> {
    let mut wrong = Violations::default();
    let text = line(field, Some(text), TEXT_LENGTH, &mut wrong);
    match text {
        Some(text) if wrong.is_empty() => Ok(text),
        Some(_) => Err(Refusal::Invalid(wrong).into()),
        None => {
            wrong.add(field, Problem::Required);
            Err(Refusal::Invalid(wrong).into())
        }
    }
}
