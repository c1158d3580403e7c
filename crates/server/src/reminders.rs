//! Sending reminders: those that are due, by the running service each hour or by the command.

use std::time::Duration;

use curation::{
    Curation, CurationError, Editor, Requester,
    commands::{Delivery, DueReminder},
};
use thiserror::Error;

use crate::{
    mail::{MailError, PostOffice, Site},
    settings::File,
};

/// How often the running service looks for what is due.
const EVERY: Duration = Duration::from_secs(3600);
/// Between two mails, so that neither mail server is pressed.
const PAUSE: Duration = Duration::from_millis(200);
/// After so many refusals in a row it is us whom the mail server refuses: the rest waits.
const REFUSALS: u32 = 3;

/// Why no reminders were sent, or not all of them.
#[derive(Debug, Error)]
pub enum RemindError {
    /// Nothing says how mail is sent.
    #[error("there is no [mail] in the settings file: host and from say how mail is sent")]
    NoMail,
    /// Nothing says where the links should lead.
    #[error("[http] origin is not set: links in mails need the address where browsers reach the service")]
    NoOrigin,
    /// Mail cannot be sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// What is due cannot be worked on.
    #[error("the reminders cannot be worked on")]
    Curation(#[from] CurationError),
    /// The mail server takes nothing.
    #[error("the mail server refused {REFUSALS} mails in a row; the rest waits")]
    Refused,
}

/// What became of the reminders of one run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Mails a mail server has taken.
    pub taken: usize,
    /// Mails a mail server has refused for good.
    pub refused: usize,
    /// Mails that are tried again.
    pub later: usize,
    /// Mails of which nobody knows whether they were taken; they count as sent.
    pub unknown: usize,
}

/// What sends reminders.
#[derive(Debug)]
pub struct Reminders {
    curation: Curation,
    post: PostOffice,
    site: Site,
    by: Editor,
}

impl Reminders {
    /// Sends by these settings.
    ///
    /// # Errors
    /// [`RemindError`] with what is missing in them.
    pub fn new(curation: Curation, file: &File) -> Result<Self, RemindError> {
        let mail = file.mail.as_ref().ok_or(RemindError::NoMail)?;
        let origin = file.http.origin.as_ref().and_then(|origin| origin.to_str().ok()).ok_or(RemindError::NoOrigin)?;
        let site = Site { origin: origin.to_owned(), title: file.directory.title_or_default() };
        Ok(Self { curation, post: PostOffice::new(mail)?, site, by: operator()? })
    }

    /// Sends what is due, at most `limit` mails.
    ///
    /// # Errors
    /// [`RemindError`]; what was sent before stays written down.
    pub async fn send_due(&self, limit: usize) -> Result<Sent, RemindError> {
        let due = self.curation.reminders_due(&self.by, limit).await?;
        let mut sent = Sent::default();
        if due.is_empty() {
            return Ok(sent);
        }
        self.post.check().await?;
        let mut in_a_row = 0;
        for reminder in due {
            let Some(letter) = self.curation.note_reminder(&self.by, reminder.due.actor).await? else { continue };
            let delivery = self.post.send(&letter, &self.site).await.unwrap_or_else(|error| {
                tracing::error!(error = %domain::ErrorChain(&error), "a reminder could not be written");
                Delivery::Refused
            });
            self.curation.settle_reminder(&self.by, letter.id, delivery).await?;
            sent.count(delivery);
            in_a_row = if delivery == Delivery::Taken { 0 } else { in_a_row + 1 };
            if in_a_row == REFUSALS {
                return Err(RemindError::Refused);
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(sent)
    }

    /// Sends what is due now and each hour, for as long as the service runs.
    pub async fn keep_sending(self, per_hour: usize) {
        let mut hours = tokio::time::interval(EVERY);
        loop {
            hours.tick().await;
            match self.send_due(per_hour).await {
                Ok(sent) if sent == Sent::default() => {}
                Ok(sent) => tracing::info!(
                    reminders.taken = sent.taken,
                    reminders.refused = sent.refused,
                    reminders.later = sent.later,
                    reminders.unknown = sent.unknown,
                    "reminders were sent"
                ),
                Err(error) => {
                    tracing::error!(error = %domain::ErrorChain(&error), "reminders could not be sent");
                }
            }
        }
    }
}

impl Sent {
    fn count(&mut self, delivery: Delivery) {
        match delivery {
            Delivery::Taken => self.taken += 1,
            Delivery::Refused => self.refused += 1,
            Delivery::NotTaken => self.later += 1,
            Delivery::Unknown => self.unknown += 1,
        }
    }
}

/// Who would be asked about what.
///
/// # Errors
/// [`RemindError::Curation`].
pub async fn due(curation: &Curation, limit: usize) -> Result<Vec<DueReminder>, RemindError> {
    Ok(curation.reminders_due(&operator()?, limit).await?)
}

/// The service itself, and whoever holds its command line.
fn operator() -> Result<Editor, CurationError> {
    Ok(Requester::operator().editor()?)
}
