//! The daily mail that tells editors and admins how much work is due. Here it is only counted; the server writes the text.
//! What may wait for months is listed and causes no mail by itself.
//!
//! Each mail is for one account and one day: it is put into the outbox only while something is due, and looked at again
//! as it is sent. Who wants none ends them by the link of the mail or in the settings of the account.

use chrono::{Datelike, Timelike, Weekday};
use domain::{
    AccountId, EntityKind, Language, LifeStatus,
    vocabulary::{LinkStatus, Role},
};
use store::{MailPurpose, MailState, OutboxMail, ProposalFilter, ProposalStatus, accounts::Account};
use uuid::Uuid;

use super::mail_content::{DigestNotice, MailContent, MailDisposition};
use crate::{
    Curation, CurationError, Editor, Sees,
    command_span::command,
    commands::reminders::due::Recipient,
    day::day_in,
    reading::{entries::EntriesAsked, links::LinksAsked},
    unit_of_work::UnitOfWork,
};

/// Up to how many pairs that look like one are counted.
const MAX_DUPLICATE_PAIRS: usize = 100;

impl DigestNotice {
    /// Whether nothing waits for anybody. What may lie for months is told with the rest and is no reason for a mail
    /// each day: drafts, entries without a place, unmet demand.
    pub fn has_nothing_urgent(&self) -> bool {
        Self { drafts: 0, unplaced: 0, demand: 0, ..*self } == Self::default()
    }
}

impl Curation {
    /// Puts the mails of today into the outbox, one for each account of the staff, where something is due; says how
    /// many. Doing so again on the same day changes nothing.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn queue_digests(&self, by: &Editor) -> Result<usize, CurationError> {
        command("queue_digests", async {
            if !self.is_digest_time() || self.count_due_work(&by.require_view()?).await?.has_nothing_urgent() {
                return Ok(0);
            }
            let mut work = self.begin(by, None).await?;
            let now = work.writer.at();
            let (day, accounts) = (day_in(now, self.settings.zone), work.writer.view().accounts().await?);
            let mut count = 0;
            for account in accounts.iter().filter(|account| gets_digests(account)) {
                let recipient = account.id.uuid();
                if work.writer.view().is_mail_stopped(MailPurpose::Digest, recipient).await? {
                    continue;
                }
                let mail = OutboxMail::new(work.new_id(), MailPurpose::Digest, recipient, recipient, now);
                let mail = OutboxMail { occasion: day.to_string(), language: account.language.clone(), ..mail };
                work.writer.queue_mail(&mail).await?;
                count += 1;
            }
            work.finish(()).await?;
            Ok(count)
        })
        .await
    }

    /// Whether it is a day and an hour at which staff are told what is due.
    pub fn is_digest_time(&self) -> bool {
        let (mails, now) = (&self.settings.mails, self.sources.now().with_timezone(&self.settings.zone));
        let is_workday = !matches!(now.weekday(), Weekday::Sat | Weekday::Sun);
        mails.digest && now.hour() >= mails.digest_hour && (is_workday || mails.digest_on_weekends)
    }

    /// How much is due, where a mail that waits tells that; nothing for others. All entries are read for it: that is done
    /// once for all mails of a run, before anything is written, so that nobody who writes waits for it.
    pub(super) async fn digest_notice(
        &self,
        by: &Editor,
        id: Uuid,
        counted: &mut Option<DigestNotice>,
    ) -> Result<DigestNotice, CurationError> {
        let mail = self.store.outbox_mail(id).await?;
        if !mail.is_some_and(|mail| mail.purpose == MailPurpose::Digest && mail.state == MailState::Queued) {
            return Ok(DigestNotice::default());
        }
        let notice = match *counted {
            Some(notice) => notice,
            None => self.count_due_work(&by.require_view()?).await?,
        };
        *counted = Some(notice);
        Ok(notice)
    }

    /// How much is due of each sort.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_due_work(&self, by: &Sees<Editor>) -> Result<DigestNotice, CurationError> {
        let open = ProposalFilter { status: Some(ProposalStatus::Open), ..ProposalFilter::default() };
        let waiting = vec![LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide];
        Ok(DigestNotice {
            proposals: self.count_proposals(&by.require_view()?, open).await?,
            consents: self.count_due_reviews(by).await?,
            links: self.count_links(&by.require_view()?, &LinksAsked { statuses: waiting, actor: None }).await?,
            verifications: self.count_due(by).await?,
            websites: self.count_troubled_websites(by).await?,
            unreachable: number(self.unreachable_actors(by).await?.len()),
            duplicates: number(self.suspected_duplicates(by, None, MAX_DUPLICATE_PAIRS).await?.pairs.len()),
            drafts: self.count_entries(&by.require_view()?, &drafts()).await?,
            unplaced: self.count_unplaced(by).await?,
            demand: self.count_unmet_demand(by, (None, None)).await?,
        })
    }
}

impl UnitOfWork {
    pub(super) async fn judge_digest(
        &mut self,
        mail: &OutboxMail,
        notice: DigestNotice,
    ) -> Result<MailDisposition, CurationError> {
        let dropped = Ok(MailDisposition::End(MailState::Dropped));
        // What was due yesterday stands in the mail of today.
        if mail.occasion != day_in(self.writer.at(), self.curation.settings.zone).to_string() {
            return dropped;
        }
        let account = self.writer.view().account(AccountId::from_uuid(mail.subject)).await?;
        let Some(account) = account.filter(gets_digests) else { return dropped };
        if notice.has_nothing_urgent() {
            return dropped;
        }
        let language = account.language.unwrap_or_else(Language::german);
        let recipient = Recipient { address: account.email, person: None, language };
        Ok(MailDisposition::Send(recipient, Box::new(MailContent::Digest(notice))))
    }
}

fn drafts() -> EntriesAsked {
    EntriesAsked { kinds: vec![EntityKind::Actor], statuses: vec![LifeStatus::Draft], actor: None }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn gets_digests(account: &Account) -> bool {
    account.role >= Role::Editor && account.disabled_at.is_none()
}
