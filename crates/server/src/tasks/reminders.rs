//! Sending reminders: those that are due, by the running service each hour or by the command.

use std::{sync::Arc, time::Duration};

use curation::{
    Curation, CurationError, Editor, Requester,
    commands::{Delivery, DueReminder},
};
use store::Store;
use thiserror::Error;
use tracing::Instrument;

use super::{
    hourly::{allowance, hour_ago, pause_after},
    span::task_span,
};
use crate::{
    mail::{MailError, MailSite, PostOffice},
    settings::File,
};

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
    store: Store,
    curation: Curation,
    post: PostOffice,
    site: MailSite,
    by: Editor,
}

impl Reminders {
    /// Sends by these settings.
    ///
    /// # Errors
    /// [`RemindError`] with what is missing in them.
    pub fn new(store: Store, curation: Curation, file: &File) -> Result<Self, RemindError> {
        let mail = file.mail.as_ref().ok_or(RemindError::NoMail)?;
        let origin = file.http.origin.as_ref().and_then(|origin| origin.to_str().ok()).ok_or(RemindError::NoOrigin)?;
        let site = MailSite { origin: origin.to_owned(), title: file.directory.title_or_default() };
        Ok(Self { store, curation, post: PostOffice::new(mail)?, site, by: operator()? })
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

    /// Sends what is due now and each hour, for as long as the service runs: of all nodes together at most `per_hour`.
    pub async fn run(self: Arc<Self>, per_hour: usize) {
        loop {
            let pause = self.send_hourly(per_hour).instrument(task_span("reminders")).await;
            tokio::time::sleep(pause).await;
        }
    }

    /// Sends what is due and may be sent in this hour, and says when to look again.
    async fn send_hourly(&self, per_hour: usize) -> Duration {
        let sending = async {
            let done = self.store.count_reminders_since(hour_ago()).await.map_err(CurationError::from)?;
            let allowed = allowance(per_hour, done);
            Ok::<_, RemindError>((allowed, self.send_due(allowed).await?))
        };
        match sending.await {
            Ok((allowed, sent)) => {
                if sent != Sent::default() {
                    tracing::info!(
                        reminders.taken = sent.taken,
                        reminders.refused = sent.refused,
                        reminders.later = sent.later,
                        reminders.unknown = sent.unknown,
                        "reminders were sent"
                    );
                }
                // What is tried again later is not looked for at once.
                pause_after(sent.taken + sent.refused + sent.unknown, allowed)
            }
            Err(error) => {
                tracing::error!(error = %domain::ErrorChain(&error), "reminders could not be sent");
                pause_after(0, per_hour)
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
