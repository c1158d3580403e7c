//! Trying whether mail is sent: one mail to whoever asks, and what the mail server says to it.

use messages::Message;
use std::{future::Future, pin::Pin, time::Duration};

use domain::{EmailAddress, Language};

use super::Accounts;
use crate::{
    Admin, CurationError, Refusal,
    command_span::command,
    commands::{Delivery, wrong_state},
};

/// So long the mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// What became of a mail that was sent to try whether mail is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailTest {
    /// Where it went to.
    pub to: EmailAddress,
    /// What became of it; `None` when the mail server did not answer in time.
    pub delivery: Option<Delivery>,
    /// What the mail server, or the way to it, has said, in its own words.
    pub answer: String,
}

/// What is tried: a mail on its way, what became of it, and the words of the mail server.
pub type MailTrial<'a> = Pin<Box<dyn Future<Output = (Delivery, String)> + Send + 'a>>;

impl Accounts {
    /// Sends a mail to the administrator who asks, and tells what the mail server said.
    ///
    /// # Errors
    /// [`CurationError::Refused`] where nothing says how mail is sent, or who asks has no account;
    /// [`CurationError::Store`].
    pub async fn send_test_mail(&self, by: &Admin, language: &Language) -> Result<MailTest, CurationError> {
        command("send_test_mail", async {
            let Some(mailer) = &self.mailer else {
                return Err(wrong_state("NO_MAIL_SERVER", Message::new("account-no-mail-server")));
            };
            let account = match by.account() {
                Some(account) => self.store.account(account).await?,
                None => None,
            };
            let to = account.ok_or_else(|| Refusal::NotFound { field: "email".to_owned() })?.email;
            let id = self.sources.new_id();
            let trial = tokio::time::timeout(PATIENCE, mailer.try_mail(id, &to, language)).await;
            let (delivery, answer) = match trial {
                Ok((delivery, answer)) => (Some(delivery), answer),
                Err(_) => (None, String::new()),
            };
            Ok(MailTest { to, delivery, answer })
        })
        .await
    }
}
