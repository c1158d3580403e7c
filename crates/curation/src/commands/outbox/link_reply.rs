//! Confirming or declining a cooperation by the link of a mail, without an account.

use domain::{Actor, CooperationLink, Language, LifeStatus, LinkId, Record, Theme, vocabulary::LinkStatus};
use store::{MailAnswer, MailPurpose, OutboxMail, Store};

use super::{
    mail_content::{LinkDescription, LinkInquiry, MailActor},
    signing::{KEY, SIGNED_MAIL, side_of, signed_parts},
};
use crate::{
    Curation, CurationError, Done, Requester,
    command_span::command,
    commands::links::side::Side,
    signed::{Seal, SignedToken},
};

/// The longest reason for declining, in characters; what is longer is cut.
const REASON_LENGTH: usize = 500;

/// What the link of a mail can still do, or has done.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkReplyState {
    /// It may be used.
    Open(LinkInquiry),
    /// It may be used; what was sent was about an earlier version and did nothing.
    Changed(LinkInquiry),
    /// It was used just now.
    Taken(LinkInquiry),
    /// It was used before, or the cooperation was decided upon in another way.
    Closed(LinkInquiry),
    /// One of the two is no longer in the directory.
    Gone,
    /// The link has ended.
    Expired,
    /// It is no link of ours, or was changed on its way.
    NotOurs,
}

/// What somebody answers by the link of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkReply {
    /// Whether it is so.
    pub answer: MailAnswer,
    /// The version of the link that they read.
    pub expected_version: u32,
    /// Why not, for staff.
    pub reason: Option<String>,
}

impl LinkInquiry {
    pub(super) async fn read(
        store: &Store,
        link: &Record<CooperationLink>,
        side: Side,
        asked: &Record<Actor>,
        partner: &Record<Actor>,
        mail: &OutboxMail,
    ) -> Result<Self, CurationError> {
        let themes = store.get_many::<Theme>(&link.data.themes).await?;
        let data = &link.data;
        Ok(Self {
            asked: MailActor::of(asked),
            partner: MailActor::of(partner),
            side,
            link: LinkDescription {
                kind: data.kind,
                themes: themes.into_iter().map(|theme| theme.data.label).collect(),
                since: data.since,
                note: data.public_note.as_deref().map(str::to_owned),
            },
            status: data.status,
            version: link.version,
            confirmed_on: side.confirmation(data),
            partner_confirmed_on: side.opposite().confirmation(data),
            answer: mail.answer.zip(mail.answered_at),
            language: mail.language.clone().unwrap_or_else(Language::german),
        })
    }

    /// Whether the side that is asked may still say something.
    const fn is_open(&self) -> bool {
        matches!(self.status, LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide)
            && self.confirmed_on.is_none()
            && self.answer.is_none()
    }
}

impl Curation {
    /// What the link of a mail about a cooperation can still do. Changes nothing: mail scanners open links too.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn look_at_link_mail(&self, token: &str) -> Result<LinkReplyState, CurationError> {
        let Some(mail) = self.signed_link_mail(token).await? else { return Ok(LinkReplyState::NotOurs) };
        self.link_reply_state(&self.store, &mail).await
    }

    /// Confirms or declines a cooperation for one side, once.
    ///
    /// # Errors
    /// [`CurationError::Store`]; why nothing was done is in the answer.
    pub async fn answer_link_mail(
        &self,
        token: &str,
        reply: &LinkReply,
    ) -> Result<Done<LinkReplyState>, CurationError> {
        command("answer_link_mail", async {
            let mail = self.signed_link_mail(token).await?;
            let Some((actor, mail)) = mail.and_then(|mail| Some((mail.actor?, mail))) else {
                return self.left_alone(LinkReplyState::NotOurs).await;
            };
            let mut work = self.begin(&Requester::by_link(actor), Some(&origin(reply))).await?;
            // Read anew: another may have used the link since.
            let mail = work.writer.view().outbox_mail(mail.id).await?.unwrap_or(mail);
            let state = self.link_reply_state(&work.writer.view(), &mail).await?;
            let LinkReplyState::Open(inquiry) = state else {
                drop(work);
                return self.left_alone(state).await;
            };
            if inquiry.version != reply.expected_version {
                drop(work);
                return self.left_alone(LinkReplyState::Changed(inquiry)).await;
            }
            let link = work.require_existing::<CooperationLink>(LinkId::from_uuid(mail.subject), "link").await?;
            if !work.writer.answer_mail(mail.id, reply.answer).await? {
                drop(work);
                return self.left_alone(LinkReplyState::Closed(inquiry)).await;
            }
            let link = match reply.answer {
                MailAnswer::Confirm => {
                    let data = work.with_confirmation(&link, inquiry.side, None);
                    work.replace(&link, data).await?
                }
                MailAnswer::Decline => {
                    let data = CooperationLink { status: LinkStatus::Rejected, ..link.data.clone() };
                    work.replace(&link, data).await?
                }
            };
            let inquiry = LinkInquiry {
                status: link.data.status,
                version: link.version,
                confirmed_on: inquiry.side.confirmation(&link.data),
                answer: Some((reply.answer, work.writer.at())),
                ..inquiry
            };
            work.finish(LinkReplyState::Taken(inquiry)).await
        })
        .await
    }

    async fn left_alone(&self, state: LinkReplyState) -> Result<Done<LinkReplyState>, CurationError> {
        Ok(Done { value: state, sequence: self.store.latest_sequence().await? })
    }

    /// The mail of a token, if the token is ours and for answering.
    async fn signed_link_mail(&self, token: &str) -> Result<Option<OutboxMail>, CurationError> {
        let Some(token) = SignedToken::read(token) else { return Ok(None) };
        let Some(key) = self.store.signing_key(KEY).await? else { return Ok(None) };
        let seal = Seal::of(&key).ok_or(CurationError::UnusableKey)?;
        let mail = self.store.outbox_mail(token.id).await?;
        Ok(mail.filter(|mail| {
            mail.purpose == MailPurpose::LinkConfirmation
                && seal.holds(&token, &signed_parts(mail).each_ref().map(Vec::as_slice))
        }))
    }

    async fn link_reply_state(&self, store: &Store, mail: &OutboxMail) -> Result<LinkReplyState, CurationError> {
        let link = store.get::<CooperationLink>(LinkId::from_uuid(mail.subject)).await?;
        let Some((link, side)) = link.zip(side_of(&mail.occasion)) else { return Ok(LinkReplyState::Gone) };
        let ends = store.get_many::<Actor>(&[side.of(&link.data), side.opposite().of(&link.data)]).await?;
        let [asked, partner] = ends.as_slice() else { return Ok(LinkReplyState::Gone) };
        // Where two entries were made one, the mail was to the one that is no more.
        let is_public = |actor: &Record<Actor>| actor.data.status == LifeStatus::Published;
        if !is_public(asked) || !is_public(partner) || mail.actor != Some(asked.id) {
            return Ok(LinkReplyState::Gone);
        }
        let inquiry = LinkInquiry::read(store, &link, side, asked, partner, mail).await?;
        Ok(if !inquiry.is_open() {
            LinkReplyState::Closed(inquiry)
        } else if mail.expires_at.is_none_or(|end| self.sources.now() >= end) {
            LinkReplyState::Expired
        } else {
            LinkReplyState::Open(inquiry)
        })
    }
}

/// Where it came from, for the history, with the reason where one is given.
fn origin(reply: &LinkReply) -> String {
    let reason = reply.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    match reason.filter(|_| reply.answer == MailAnswer::Decline) {
        Some(reason) => format!("{SIGNED_MAIL}: {}", reason.chars().take(REASON_LENGTH).collect::<String>()),
        None => SIGNED_MAIL.to_owned(),
    }
}
