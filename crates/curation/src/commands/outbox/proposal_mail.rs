//! Telling who made a proposal that it was received, and what became of it: them and nobody else.
//!
//! Whoever left an e-mail address is written to there, else a member or partner at the address of the account. Somebody
//! else's address may have been left, so the mails say nothing that was typed, few go to one address in a day, and the link
//! that ends them ends them for that address.

use domain::{Actor, ActorId, EmailAddress, EntityKind, Language, LifeStatus, vocabulary::Role};
use store::{MailPurpose, MailState, OutboxMail, Proposal, ProposalStatus};

use super::mail_content::{DecisionNotice, MailActor, MailContent, MailDisposition, ProposalEntry, ProposalNotice};
use crate::{
    CurationError, commands::reminders::due::Recipient, kinds::for_living, reading::entries::EntrySummary,
    unit_of_work::UnitOfWork,
};

impl UnitOfWork {
    /// Has whoever made a proposal told that it was received.
    pub(crate) async fn acknowledge_proposal(
        &mut self,
        proposal: &Proposal,
        language: Option<Language>,
    ) -> Result<(), CurationError> {
        // The address stays with the proposal as long as that is open.
        self.queue_proposal_mail(MailPurpose::ProposalReceipt, proposal, language, false).await
    }

    /// Has whoever made a proposal told what became of it. `proposal` is as it was before.
    pub(crate) async fn announce_decision(&mut self, proposal: &Proposal) -> Result<(), CurationError> {
        let receipts = self.writer.view().outbox_mails_about(MailPurpose::ProposalReceipt, proposal.id).await?;
        let language = receipts.into_iter().find_map(|mail| mail.language);
        self.queue_proposal_mail(MailPurpose::ProposalDecision, proposal, language, true).await
    }

    async fn queue_proposal_mail(
        &mut self,
        purpose: MailPurpose,
        proposal: &Proposal,
        language: Option<Language>,
        keeps_address: bool,
    ) -> Result<(), CurationError> {
        if !self.curation.settings.mails.proposals {
            return Ok(());
        }
        let left = address_left(proposal);
        let recipient = match (&left, proposal.account) {
            (Some(address), _) => self.mail_seal().await?.pseudonym(&address.as_str().to_lowercase()),
            (None, Some(account)) if proposal.by < Role::Editor => account.uuid(),
            _ => return Ok(()),
        };
        let mail = self.mail(purpose, proposal.id, recipient);
        let mail = OutboxMail { language, address: left.filter(|_| keeps_address), ..mail };
        Ok(self.writer.queue_mail(&mail).await?)
    }

    pub(super) async fn judge_receipt(&mut self, mail: &OutboxMail) -> Result<MailDisposition, CurationError> {
        let Some(proposal) = self.writer.proposal(mail.subject).await? else {
            return Ok(MailDisposition::End(MailState::Dropped));
        };
        if proposal.status != ProposalStatus::Open {
            // They hear what became of it.
            return Ok(MailDisposition::End(MailState::Dropped));
        }
        let Some(to) = self.proposer(mail, &proposal).await? else {
            return Ok(MailDisposition::End(MailState::NoAddress));
        };
        let notice = self.proposal_notice(mail, &proposal).await?;
        Ok(MailDisposition::Send(to, Box::new(MailContent::ProposalReceipt(notice))))
    }

    pub(super) async fn judge_decision(&mut self, mail: &OutboxMail) -> Result<MailDisposition, CurationError> {
        let Some(proposal) = self.writer.proposal(mail.subject).await? else {
            return Ok(MailDisposition::End(MailState::Dropped));
        };
        let Some(to) = self.proposer(mail, &proposal).await? else {
            return Ok(MailDisposition::End(MailState::NoAddress));
        };
        let about = self.proposal_notice(mail, &proposal).await?;
        let (taken, reason) = proposal.review.map(|review| (review.taken, review.reason)).unwrap_or_default();
        let notice = DecisionNotice { proposal: about, status: proposal.status, taken, reason };
        Ok(MailDisposition::Send(to, Box::new(MailContent::ProposalDecision(notice))))
    }

    /// Where whoever made a proposal is written to.
    async fn proposer(&self, mail: &OutboxMail, proposal: &Proposal) -> Result<Option<Recipient>, CurationError> {
        let language = mail.language.clone().unwrap_or_else(Language::german);
        let to = |address| Recipient { address, person: None, language };
        if let Some(address) = mail.address.clone().or_else(|| address_left(proposal)) {
            return Ok(Some(to(address)));
        }
        let Some(account) = proposal.account else { return Ok(None) };
        let account = self.writer.view().account(account).await?;
        Ok(account.filter(|account| account.disabled_at.is_none()).map(|account| to(account.email)))
    }

    async fn proposal_notice(&self, mail: &OutboxMail, proposal: &Proposal) -> Result<ProposalNotice, CurationError> {
        let is_to_account = mail.address.is_none() && address_left(proposal).is_none();
        let entry = match self.public_entry(proposal).await? {
            // Whoever proposed it may read again what they wrote, at their own address.
            None => proposal
                .title()
                .filter(|_| is_to_account)
                .map(|name| ProposalEntry { name: name.to_owned(), actor: None }),
            entry => entry,
        };
        Ok(ProposalNotice { entry, is_message: proposal.is_message(), is_to_account })
    }

    async fn public_entry(&self, proposal: &Proposal) -> Result<Option<ProposalEntry>, CurationError> {
        let Some(id) = proposal.entity else { return Ok(None) };
        if proposal.kind == EntityKind::Actor {
            let actor = self.writer.get::<Actor>(ActorId::from_uuid(id)).await?;
            let actor = actor.filter(|actor| actor.data.status == LifeStatus::Published);
            return Ok(
                actor.map(|actor| ProposalEntry { name: actor.data.name.clone(), actor: Some(MailActor::of(&actor)) })
            );
        }
        let found = for_living!(proposal.kind, E => {
            self.writer.get::<E>(id.into()).await?.map(|record| EntrySummary::of(&record))
        }, else None);
        let found = found.filter(|entry| entry.status == LifeStatus::Published);
        Ok(found.map(|entry| ProposalEntry { name: entry.name, actor: None }))
    }
}

/// The address somebody left to be asked back at, where it is one.
fn address_left(proposal: &Proposal) -> Option<EmailAddress> {
    proposal.contact.as_deref()?.trim().parse().ok()
}
