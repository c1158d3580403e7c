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
mod proposal_mail;
mod sending;
mod stopping;
mod welcome;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{Actor, ActorId, ActorKind, EmailAddress, Language, LocalisedText, Record, Slug, vocabulary::LinkKind};
use secrecy::SecretString;
use store::OutboxMail;
use uuid::Uuid;

pub use digest::DigestNotice;
pub use link_reply::{LinkInquiry, LinkReply, LinkReplyState};
pub use proposal_mail::{DecisionNotice, ProposalEntry, ProposalNotice};
pub use stopping::{MailStop, MailStopState};
pub use store::{MailAnswer, MailPurpose};
pub use welcome::{WelcomeMails, WelcomeNotice};

use super::Side;
use crate::{CurationError, signed::Seal, unit_of_work::UnitOfWork};

/// The name of the key that signs the links.
const KEY: &str = "mail";
/// What a link for wanting no more mail is signed for, beside the mail.
const STOP: &[u8] = b"stop";
/// What is written down as the origin of what somebody did by the link of a mail.
pub(crate) const SIGNED_MAIL: &str = "signed mail";

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
    pub links_last_days: u32,
    /// So many mails of a purpose go to one recipient in a day; the rest waits.
    pub daily_per_recipient: u32,
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
            links_last_days: 60,
            daily_per_recipient: 5,
        }
    }
}

/// A mail that is written down, with everything it says.
#[derive(Clone, Debug)]
pub struct OutboxLetter {
    /// The mail.
    pub id: Uuid,
    /// Where it goes to.
    pub to: EmailAddress,
    /// The language to write in.
    pub language: Language,
    /// What it is about.
    pub content: MailContent,
    /// The token of the link for wanting no more of this purpose.
    pub stop: SecretString,
}

/// What a mail is about.
#[derive(Clone, Debug)]
pub enum MailContent {
    /// One side of a cooperation link is asked whether it is true.
    LinkConfirmation {
        /// The link, seen from the side that is asked.
        inquiry: LinkInquiry,
        /// The token of the link that leads to the answer.
        token: SecretString,
        /// The last whole day on which it works.
        until: NaiveDate,
    },
    /// A proposal was received.
    ProposalReceipt(ProposalNotice),
    /// A proposal was decided upon.
    ProposalDecision(DecisionNotice),
    /// An actor is listed now.
    Welcome(WelcomeNotice),
    /// What is due for staff.
    Digest(DigestNotice),
}

impl MailContent {
    /// What the mail is for.
    pub const fn purpose(&self) -> MailPurpose {
        match self {
            Self::LinkConfirmation { .. } => MailPurpose::LinkConfirmation,
            Self::ProposalReceipt(_) => MailPurpose::ProposalReceipt,
            Self::ProposalDecision(_) => MailPurpose::ProposalDecision,
            Self::Welcome(_) => MailPurpose::Welcome,
            Self::Digest(_) => MailPurpose::Digest,
        }
    }
}

/// An actor as mails and the pages behind them name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailActor {
    /// Its id.
    pub id: ActorId,
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: Slug,
    /// What it is.
    pub kind: ActorKind,
}

impl MailActor {
    fn of(actor: &Record<Actor>) -> Self {
        let data = &actor.data;
        Self { id: actor.id, name: data.name.clone(), slug: data.slug.clone(), kind: data.kind }
    }
}

/// What a cooperation is, as mails and the pages behind them say it.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkDescription {
    /// What joins them.
    pub kind: LinkKind,
    /// What they work on together.
    pub themes: Vec<LocalisedText>,
    /// The first day.
    pub since: Option<NaiveDate>,
    /// The note that everybody may read.
    pub note: Option<String>,
}

/// The side that an occasion names.
fn side_of(occasion: &str) -> Option<Side> {
    [Side::From, Side::To].into_iter().find(|side| side.word() == occasion)
}

/// What a link of a mail is signed for: its purpose, its subject, its occasion and its end.
fn signed_parts(mail: &OutboxMail) -> [Vec<u8>; 4] {
    [
        mail.purpose.word().as_bytes().to_vec(),
        mail.subject.as_bytes().to_vec(),
        mail.occasion.as_bytes().to_vec(),
        mail.expires_at.map_or(0, |at| at.timestamp()).to_be_bytes().to_vec(),
    ]
}

fn token(seal: &Seal, mail: &OutboxMail) -> SecretString {
    seal.token(mail.id, &signed_parts(mail).each_ref().map(Vec::as_slice))
}

fn stop_token(seal: &Seal, mail: &OutboxMail) -> SecretString {
    seal.token(mail.id, &[STOP, mail.purpose.word().as_bytes()])
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
