//! Telling an actor that it is listed now: what is listed, where it came from, and which rights there are (GDPR,
//! Article 14).

use std::collections::HashSet;

use domain::{Actor, ActorId, LifeStatus, Record, Theme};
use store::{MailPurpose, MailState, OutboxMail, PageRequest, ProposalFilter, StoreError, Writer};

use super::{
    MailPolicy,
    mail_content::{MailActor, MailContent, MailDisposition, WelcomeNotice},
};
use crate::{CurationError, Sources, unit_of_work::UnitOfWork};

/// The actors that an import publishes first, which are told so as single ones are.
pub struct WelcomeMails<'a> {
    policy: &'a MailPolicy,
    sources: &'a dyn Sources,
    published: Vec<ActorId>,
}

impl std::fmt::Debug for WelcomeMails<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WelcomeMails").field("published", &self.published.len()).finish_non_exhaustive()
    }
}

impl<'a> WelcomeMails<'a> {
    /// Writes mails by this policy.
    pub fn new(policy: &'a MailPolicy, sources: &'a dyn Sources) -> Self {
        Self { policy, sources, published: Vec::new() }
    }

    /// Notes which of the actors that are about to be written are published first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note(&mut self, writer: &Writer, actors: &[(ActorId, LifeStatus)]) -> Result<(), StoreError> {
        if !self.policy.welcome {
            return Ok(());
        }
        let published = actors.iter().filter(|(_, status)| *status == LifeStatus::Published).map(|(id, _)| *id);
        let published: Vec<ActorId> = published.collect();
        let stored = writer.view().get_many::<Actor>(&published).await?;
        // One that is archived was published, or nobody heard of it.
        let known: HashSet<ActorId> =
            stored.into_iter().filter(|actor| actor.data.status != LifeStatus::Draft).map(|actor| actor.id).collect();
        self.published.extend(published.into_iter().filter(|id| !known.contains(id)));
        Ok(())
    }

    /// Puts the mails into the outbox, in the transaction of the import.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn queue(self, writer: &mut Writer) -> Result<(), StoreError> {
        let now = writer.at();
        for actor in self.published {
            let mail = OutboxMail::new(self.sources.new_id(), MailPurpose::Welcome, actor.uuid(), actor.uuid(), now);
            let mail = OutboxMail { actor: Some(actor), due_at: now + self.policy.delay, ..mail };
            writer.queue_mail(&mail).await?;
        }
        Ok(())
    }
}

impl UnitOfWork {
    /// Has an actor told that it is listed now.
    pub(crate) async fn welcome(&mut self, actor: ActorId) -> Result<(), CurationError> {
        if self.curation.settings.mails.welcome {
            self.queue_mail_to_actor(MailPurpose::Welcome, actor.uuid(), "", actor).await?;
        }
        Ok(())
    }

    pub(super) async fn judge_welcome(&mut self, mail: &OutboxMail) -> Result<MailDisposition, CurationError> {
        let Some(actor) = self.writer.get::<Actor>(ActorId::from_uuid(mail.subject)).await? else {
            return Ok(MailDisposition::End(MailState::Dropped));
        };
        if actor.data.status != LifeStatus::Published {
            return Ok(MailDisposition::End(MailState::Dropped));
        }
        let Some(to) = self.recipient(&actor).await? else { return Ok(MailDisposition::End(MailState::NoAddress)) };
        Ok(MailDisposition::Send(to, Box::new(MailContent::Welcome(self.welcome_notice(&actor).await?))))
    }

    async fn welcome_notice(&self, actor: &Record<Actor>) -> Result<WelcomeNotice, CurationError> {
        let view = self.writer.view();
        let themes = view.get_many::<Theme>(&actor.data.themes).await?;
        let filter = ProposalFilter { entity: Some(actor.id.uuid()), ..ProposalFilter::default() };
        let oldest = view.proposals(filter, &PageRequest::first(1)).await?;
        Ok(WelcomeNotice {
            actor: MailActor::of(actor),
            website: actor.data.website.clone(),
            email: actor.data.email.clone(),
            phone: actor.data.phone.clone(),
            themes: themes.into_iter().map(|theme| theme.data.label).collect(),
            was_proposed: oldest.items.first().is_some_and(|(_, proposal)| proposal.base_version == 0),
        })
    }
}
