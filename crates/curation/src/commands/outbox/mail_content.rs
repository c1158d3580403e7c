//! What mails say.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, ActorId, ActorKind, EmailAddress, Language, LocalisedText, PhoneNumber, Record, Slug, WebAddress,
    vocabulary::{LinkKind, LinkStatus},
};
use secrecy::SecretString;
use store::{MailAnswer, MailPurpose, MailState, ProposalStatus};
use uuid::Uuid;

use crate::commands::{links::side::Side, reminders::due::Recipient};

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
    pub(super) fn of(actor: &Record<Actor>) -> Self {
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

/// A cooperation link, seen from the side that is asked about it.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkInquiry {
    /// Who is asked.
    pub asked: MailActor,
    /// Who the other side is.
    pub partner: MailActor,
    /// Which side is asked.
    pub side: Side,
    /// What the cooperation is.
    pub link: LinkDescription,
    /// Where it stands.
    pub status: LinkStatus,
    /// The version that this shows.
    pub version: u32,
    /// The day on which the side that is asked confirmed it, by whichever way.
    pub confirmed_on: Option<NaiveDate>,
    /// The day on which the other side did.
    pub partner_confirmed_on: Option<NaiveDate>,
    /// What was answered by the link of the mail, and when.
    pub answer: Option<(MailAnswer, DateTime<Utc>)>,
    /// The language of the mail.
    pub language: Language,
}

/// A proposal as mails about it name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalNotice {
    /// What it is about, as far as that is public or, to the account that made it, as it said itself.
    pub entry: Option<ProposalEntry>,
    /// Whether it says something in words only.
    pub is_message: bool,
    /// Whether the mail goes to the address of the account that made it; else one was left with it.
    pub is_to_account: bool,
}

/// An entry that a proposal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalEntry {
    /// What it is called.
    pub name: String,
    /// The actor, where it is one and public.
    pub actor: Option<MailActor>,
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionNotice {
    /// What it was about.
    pub proposal: ProposalNotice,
    /// Where it stands.
    pub status: ProposalStatus,
    /// The fields of which it was decided, by their names, and whether each was taken over.
    pub taken: BTreeMap<String, bool>,
    /// What the editors say.
    pub reason: Option<String>,
}

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

/// How much is due of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DigestNotice {
    /// Proposals that nobody has decided upon.
    pub proposals: u64,
    /// Consents to be asked for again.
    pub consents: u64,
    /// Cooperation that waits for a side.
    pub links: u64,
    /// Entries to be confirmed.
    pub verifications: u64,
    /// Websites that are not as they should be.
    pub websites: u64,
    /// Entries that no mail could reach.
    pub unreachable: u64,
    /// Pairs of entries that look like one.
    pub duplicates: u64,
    /// Drafts that are not published.
    pub drafts: u64,
    /// Entries without a place on the map.
    pub unplaced: u64,
    /// What was searched for in vain.
    pub demand: u64,
}

/// What is to become of a mail that is due.
pub(super) enum MailDisposition {
    /// It is sent.
    Send(Recipient, Box<MailContent>),
    /// It waits.
    Wait,
    /// It ends without being sent.
    End(MailState),
}
