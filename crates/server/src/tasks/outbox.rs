//! Sending what is in the outbox, for as long as the service runs.
//!
//! It looks every few seconds, which is one question by an index: mails that somebody waits for come soon. Several
//! services on one database share the work; each mail is taken by one of them.

use std::time::Duration;

use curation::{
    Curation, CurationError, Editor, Requester,
    commands::{Delivery, OutboxLetter},
};
use thiserror::Error;
use tracing::Instrument;
use uuid::Uuid;

use super::span::task_span;
use crate::{
    mail::{MailError, MailSite, PostOffice},
    settings::File,
};

/// How often it is looked.
const EVERY: Duration = Duration::from_secs(5);
/// So long nothing is tried once the mail server could not be used.
const AFTER_FAULT: Duration = Duration::from_secs(120);
/// How often addresses are forgotten that are needed no more.
const TIDY_EVERY: Duration = Duration::from_secs(3600);
/// How often it is looked whether it is time to tell staff what is due.
const DIGEST_LOOK: Duration = Duration::from_secs(60);
/// Between two mails, so that neither mail server is pressed.
const PAUSE: Duration = Duration::from_millis(200);
/// How many are taken at once.
const BATCH: u32 = 50;
/// After so many refusals in a row it is us whom the mail server refuses: the rest waits.
const REFUSALS: u32 = 3;

/// Why the outbox is not worked on, or not to its end.
#[derive(Debug, Error)]
pub enum OutboxError {
    /// Nothing says how mail is sent, or where its links should lead.
    #[error("[notifications] needs [mail] and [http] origin")]
    NoMail,
    /// Mail cannot be sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The outbox cannot be read or written.
    #[error("the outbox cannot be worked on")]
    Curation(#[from] CurationError),
    /// The mail server takes nothing.
    #[error("the mail server refused {REFUSALS} mails in a row; the rest waits")]
    Refused,
}

/// What sends the outbox.
#[derive(Debug)]
pub struct OutboxSender {
    curation: Curation,
    post: PostOffice,
    site: MailSite,
    by: Editor,
}

impl OutboxSender {
    /// Sends by these settings.
    ///
    /// # Errors
    /// [`OutboxError`] with what is missing in them.
    pub fn new(curation: Curation, file: &File) -> Result<Self, OutboxError> {
        let mail = file.mail.as_ref().ok_or(OutboxError::NoMail)?;
        let origin = file.http.origin.as_ref().and_then(|origin| origin.to_str().ok()).ok_or(OutboxError::NoMail)?;
        let site = MailSite { origin: origin.to_owned(), title: file.directory.title_or_default() };
        let by = Requester::operator().editor().map_err(CurationError::from)?;
        Ok(Self { curation, post: PostOffice::new(mail)?, site, by })
    }

    /// Sends what is due, for as long as the service runs.
    pub async fn run(self) {
        loop {
            let pause = match self.send_due().await {
                Ok(()) => EVERY,
                Err(error) => {
                    tracing::error!(error = %domain::ErrorChain(&error), "the outbox could not be sent");
                    AFTER_FAULT
                }
            };
            tokio::time::sleep(pause).await;
        }
    }

    async fn send_due(&self) -> Result<(), OutboxError> {
        let due = self.curation.mails_due(&self.by, BATCH).await?;
        if due.is_empty() {
            return Ok(());
        }
        self.send(due).instrument(task_span("outbox")).await
    }

    async fn send(&self, due: Vec<Uuid>) -> Result<(), OutboxError> {
        self.post.check().await?;
        let (mut in_a_row, mut digest) = (0, None);
        for id in due {
            let Some(letter) = self.curation.note_mail(&self.by, id, &mut digest).await? else { continue };
            let delivery = self.deliver(&letter).await;
            self.curation.settle_mail(&self.by, letter.id, delivery).await?;
            tracing::info!(mail.purpose = letter.content.purpose().word(), mail.delivery = ?delivery, "a mail was sent");
            in_a_row = if delivery == Delivery::Taken { 0 } else { in_a_row + 1 };
            if in_a_row == REFUSALS {
                return Err(OutboxError::Refused);
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    async fn deliver(&self, letter: &OutboxLetter) -> Delivery {
        self.post.send_outbox(letter, &self.site).await.unwrap_or_else(|error| {
            tracing::error!(error = %domain::ErrorChain(&error), "a mail could not be written");
            Delivery::Refused
        })
    }
}

/// Puts the mails that tell staff what is due into the outbox, once a day; what was due as the service looked counts.
pub async fn keep_queueing_digests(curation: Curation) {
    let mut looks = tokio::time::interval(DIGEST_LOOK);
    let mut last_day = None;
    loop {
        looks.tick().await;
        let today = curation.today();
        if last_day == Some(today) || !curation.is_digest_time() {
            continue;
        }
        let queued = match Requester::operator().editor() {
            Ok(by) => curation.queue_digests(&by).instrument(task_span("digests")).await,
            Err(refusal) => Err(refusal.into()),
        };
        match queued {
            Ok(count) => {
                last_day = Some(today);
                tracing::info!(mail.count = count, "staff are told what is due");
            }
            Err(error) => {
                tracing::error!(error = %domain::ErrorChain(&error), "staff could not be told what is due");
            }
        }
    }
}

/// Forgets addresses that are needed no more, now and each hour, whether or not mail is sent.
pub async fn keep_forgetting(curation: Curation) {
    let mut hours = tokio::time::interval(TIDY_EVERY);
    loop {
        hours.tick().await;
        let forgotten = match Requester::operator().editor() {
            Ok(by) => curation.forget_mail_addresses(&by).instrument(task_span("mail-addresses")).await,
            Err(refusal) => Err(refusal.into()),
        };
        if let Err(error) = forgotten {
            tracing::error!(error = %domain::ErrorChain(&error), "addresses of mails could not be forgotten");
        }
    }
}
