//! Telling an actor that it is listed now: what is listed, where it came from, and which rights there are (GDPR,
//! Article 14).

use domain::{Actor, ActorId, EmailAddress, LifeStatus, LocalisedText, PhoneNumber, Record, Theme, WebAddress};
use store::{MailPurpose, MailState, OutboxMail, ProposalFilter, Stretch};

use super::{MailActor, sending::MailDisposition};
use crate::{CurationError, commands::MailContent, work::Work};

/// An actor as it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct WelcomeNotice {
    /// Which actor.
    pub actor: MailActor,
    /// Its public website.
    pub website: Option<WebAddress>,
    /// Its public e-mail address.
    pub email: Option<EmailAddress>,
    /// Its public telephone number.
    pub phone: Option<PhoneNumber>,
    /// What it works on.
    pub themes: Vec<LocalisedText>,
    /// Whether somebody has proposed it; else the editors have found it.
    pub was_proposed: bool,
}

impl Work {
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
        let oldest = view.proposals(filter, &Stretch::first(1)).await?;
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
