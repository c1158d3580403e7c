//! Mail that the directory writes because something happened, and what its links can do.
//!
//! A mail is put into the outbox by the transaction that gives the reason for it. What it says and where it goes is
//! looked up when it is due: whoever has answered meanwhile is not asked, a consent that was withdrawn a moment ago
//! counts. It is written down before it is sent, and there is one of each purpose, subject and occasion: should the
//! program end in between, nobody knows whether it went out, and it counts as sent. Only what a mail server has
//! certainly not taken is put back and tried again.
//!
//! Links in mails need no account. Each is signed for one mail and one purpose; opening it changes nothing.

mod digest;
mod link_reply;
mod mail_content;
mod proposal_mail;
mod sending;
mod signing;
mod stopping;
mod welcome;

use std::num::{NonZero, NonZeroU32};

use chrono::{DateTime, TimeDelta, Utc};
use domain::ActorId;
use store::OutboxMail;
use uuid::Uuid;

pub use link_reply::{LinkReply, LinkReplyState};
pub use mail_content::{
    DecisionNotice, DigestNotice, LinkDescription, LinkInquiry, MailActor, MailContent, OutboxLetter, ProposalEntry,
    ProposalNotice, WelcomeNotice,
};
use signing::KEY;
pub use stopping::{MailStop, MailStopState};
pub use store::{MailAnswer, MailPurpose};
pub use welcome::WelcomeMails;

use crate::{CurationError, signed::Seal, unit_of_work::UnitOfWork};

/// Which mails are written, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailPolicy {
    /// Whether the sides of a proposed cooperation are asked.
    pub link_confirmations: bool,
    /// Whether who made a proposal is told that it was received and what became of it.
    pub proposals: bool,
    /// Whether an actor is told that it is listed once it is published first.
    pub welcome: bool,
    /// Whether staff are told once a day what is due.
    pub digest: bool,
    /// The hour of the day from which they are, in the directory's time zone.
    pub digest_hour: u32,
    /// Whether they are on Saturdays and Sundays too.
    pub digest_on_weekends: bool,
    /// So long after its reason a mail is sent: what is taken back at once is not mailed.
    pub delay: TimeDelta,
    /// The links of a mail work for so many days.
    pub links_last_days: NonZeroU32,
    /// So many mails of a purpose go to one recipient in a day; the rest waits.
    pub daily_per_recipient: NonZeroU32,
}

impl Default for MailPolicy {
    fn default() -> Self {
        Self {
            link_confirmations: false,
            proposals: false,
            welcome: false,
            digest: false,
            digest_hour: 7,
            digest_on_weekends: false,
            delay: TimeDelta::minutes(10),
            links_last_days: NonZero::new(60).expect("60 is not 0"),
            daily_per_recipient: NonZero::new(5).expect("5 is not 0"),
        }
    }
}

impl UnitOfWork {
    /// Puts a mail to an actor into the outbox, to be sent a little later.
    pub(crate) async fn queue_mail_to_actor(
        &mut self,
        purpose: MailPurpose,
        subject: Uuid,
        occasion: &str,
        actor: ActorId,
    ) -> Result<(), CurationError> {
        let mail = OutboxMail {
            occasion: occasion.to_owned(),
            actor: Some(actor),
            ..self.mail(purpose, subject, actor.uuid())
        };
        Ok(self.writer.queue_mail(&mail).await?)
    }

    /// A mail that is to be sent a little later.
    fn mail(&self, purpose: MailPurpose, subject: Uuid, recipient: Uuid) -> OutboxMail {
        let now: DateTime<Utc> = self.writer.at();
        let mail = OutboxMail::new(self.new_id(), purpose, subject, recipient, now);
        OutboxMail { due_at: now + self.curation.settings.mails.delay, ..mail }
    }

    /// The key that signs the links of mails, made when it is needed first.
    async fn mail_seal(&mut self) -> Result<Seal, CurationError> {
        let fresh = Seal::fresh_key(&*self.curation.sources);
        let key = self.writer.signing_key(KEY, &fresh).await?;
        Seal::of(&key).ok_or(CurationError::UnusableKey)
    }
}
