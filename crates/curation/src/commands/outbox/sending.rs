//! What is due, writing down that it is sent, and what became of it.

use chrono::{Days, TimeDelta};
use domain::{Actor, ContactPerson, CooperationLink, LifeStatus, LinkId, Record, vocabulary::LinkStatus};
use store::{MailPurpose, MailState, OutboxMail};
use uuid::Uuid;

use super::{
    mail_content::{DigestNotice, LinkInquiry, MailContent, MailDisposition, OutboxLetter},
    signing::{side_of, stop_token, token},
};
use crate::{
    Curation, CurationError, Editor,
    command_span::command,
    commands::reminders::{
        Delivery,
        due::{Recipient, mail_recipient},
    },
    unit_of_work::UnitOfWork,
};

/// What could not be sent for so long is not sent at all: who hears so late is only confused.
const LAPSES_AFTER: TimeDelta = TimeDelta::days(14);
/// The shortest pause before a mail that was not taken is tried again.
const PAUSE: TimeDelta = TimeDelta::minutes(10);
/// So long waits what cannot be sent yet.
const LATER: TimeDelta = TimeDelta::hours(1);

impl Curation {
    /// The mails that are due, those due longest first, at most so many.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn mails_due(&self, _by: &Editor, limit: u32) -> Result<Vec<Uuid>, CurationError> {
        Ok(self.store.due_mails(self.sources.now(), limit).await?)
    }

    /// Writes down that a mail is sent, and returns it. `None` when somebody else sends it, when it is no longer
    /// needed or wanted, when nobody can be written to, or when it has to wait. `digest` is what is due for staff, once it
    /// was counted for a mail of the same run.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn note_mail(
        &self,
        by: &Editor,
        id: Uuid,
        digest: &mut Option<DigestNotice>,
    ) -> Result<Option<OutboxLetter>, CurationError> {
        command("note_mail", async {
            let notice = self.digest_notice(by, id, digest).await?;
            let mut work = self.begin(by, None).await?;
            let now = work.writer.at();
            let Some(mut mail) = work.writer.view().outbox_mail(id).await? else { return Ok(None) };
            if mail.state != MailState::Queued || mail.due_at > now {
                return Ok(None);
            }
            mail.noted_at = Some(now);
            mail.expires_at = Some(now + Days::new(self.settings.mails.links_last_days.get().into()));
            let verdict = if mail.created_at + LAPSES_AFTER < now {
                MailDisposition::End(MailState::Dropped)
            } else {
                work.judge_mail(&mail, notice).await?
            };
            let (recipient, content) = match verdict {
                MailDisposition::Send(recipient, content) => (recipient, *content),
                MailDisposition::Wait => {
                    work.writer.postpone_mail(id, now + LATER).await?;
                    work.finish(()).await?;
                    return Ok(None);
                }
                MailDisposition::End(state) => {
                    work.writer.settle_mail(id, state).await?;
                    work.finish(()).await?;
                    return Ok(None);
                }
            };
            mail.person = recipient.person;
            mail.language = Some(recipient.language.clone());
            if !work.writer.note_mail(&mail).await? {
                return Ok(None);
            }
            let stop = stop_token(&work.mail_seal().await?, &mail);
            let letter = OutboxLetter { id, to: recipient.address, language: recipient.language, content, stop };
            Ok(Some(work.finish(letter).await?.value))
        })
        .await
    }

    /// Forgets the addresses of mails of which nobody knows whether they were sent, and of those that waited too long.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn forget_mail_addresses(&self, by: &Editor) -> Result<(), CurationError> {
        command("forget_mail_addresses", async {
            let mut work = self.begin(by, None).await?;
            let now = work.writer.at();
            work.writer.forget_mail_addresses(now - TimeDelta::days(1), now - LAPSES_AFTER).await?;
            work.finish(()).await?;
            Ok(())
        })
        .await
    }

    /// Writes down what became of a mail.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn settle_mail(&self, by: &Editor, id: Uuid, delivery: Delivery) -> Result<(), CurationError> {
        command("settle_mail", async {
            let mut work = self.begin(by, None).await?;
            match delivery {
                Delivery::Taken => work.writer.settle_mail(id, MailState::Sent).await?,
                Delivery::Refused => work.writer.settle_mail(id, MailState::Refused).await?,
                Delivery::NotTaken => {
                    let Some(mail) = work.writer.view().outbox_mail(id).await? else { return Ok(()) };
                    let now = work.writer.at();
                    // The longer it has waited, the less often it is tried.
                    work.writer.postpone_mail(id, now + ((now - mail.created_at) / 2).max(PAUSE)).await?;
                }
                Delivery::Unknown => return Ok(()),
            }
            work.finish(()).await?;
            Ok(())
        })
        .await
    }
}

impl UnitOfWork {
    /// `notice` is what a mail tells that says what is due.
    async fn judge_mail(&mut self, mail: &OutboxMail, notice: DigestNotice) -> Result<MailDisposition, CurationError> {
        if self.writer.view().is_mail_stopped(mail.purpose, mail.recipient).await? {
            return Ok(MailDisposition::End(MailState::Dropped));
        }
        let day_ago = self.writer.at() - TimeDelta::days(1);
        let sent = self.writer.count_noted_mails(mail.purpose, mail.recipient, day_ago).await?;
        if sent >= u64::from(self.curation.settings.mails.daily_per_recipient.get()) {
            return Ok(MailDisposition::Wait);
        }
        match mail.purpose {
            MailPurpose::LinkConfirmation => self.judge_link_mail(mail).await,
            MailPurpose::ProposalReceipt => self.judge_receipt(mail).await,
            MailPurpose::ProposalDecision => self.judge_decision(mail).await,
            MailPurpose::Welcome => self.judge_welcome(mail).await,
            MailPurpose::Digest => self.judge_digest(mail, notice).await,
        }
    }

    /// Whether a side is still to be asked about a link, and how.
    async fn judge_link_mail(&mut self, mail: &OutboxMail) -> Result<MailDisposition, CurationError> {
        let dropped = Ok(MailDisposition::End(MailState::Dropped));
        let Some(side) = side_of(&mail.occasion) else { return dropped };
        let Some(link) = self.writer.get::<CooperationLink>(LinkId::from_uuid(mail.subject)).await? else {
            return dropped;
        };
        let is_open = matches!(link.data.status, LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide);
        if !is_open || side.confirmation(&link.data).is_some() {
            return dropped;
        }
        let mut ends = Vec::with_capacity(2);
        for id in [side.of(&link.data), side.opposite().of(&link.data)] {
            match self.writer.get::<Actor>(id).await? {
                Some(actor) if actor.data.status == LifeStatus::Published => ends.push(actor),
                // It may be published yet; what nobody may see is told nobody.
                Some(actor) if actor.data.status == LifeStatus::Draft => return Ok(MailDisposition::Wait),
                _ => return dropped,
            }
        }
        let asked = &ends[0];
        let Some(recipient) = self.recipient(asked).await? else {
            return Ok(MailDisposition::End(MailState::NoAddress));
        };
        let inquiry = LinkInquiry::read(&self.writer.view(), &link, side, asked, &ends[1], mail).await?;
        let until = mail.expires_at.unwrap_or(self.writer.at());
        let until = crate::day::day_in(until, self.curation.settings.zone) - Days::new(1);
        let token = token(&self.mail_seal().await?, mail);
        Ok(MailDisposition::Send(recipient, Box::new(MailContent::LinkConfirmation { inquiry, token, until })))
    }

    /// Who may be written to about an entry.
    pub(super) async fn recipient(&self, actor: &Record<Actor>) -> Result<Option<Recipient>, CurationError> {
        let people = self.writer.of_actor::<ContactPerson>(actor.id).await?;
        Ok(mail_recipient(&self.writer.view(), &self.curation.settings.reminders, actor, &people).await?)
    }
}
