//! Wanting no more mail of a purpose, by the link that every mail has.

use domain::{Actor, Language, LifeStatus};
use store::{MailPurpose, OutboxMail};

use super::signing::{KEY, STOP};
use crate::{
    Curation, CurationError, Requester,
    command_span::command,
    signed::{Seal, SignedToken},
};

/// Who would get no more mail of which purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailStop {
    /// The purpose.
    pub purpose: MailPurpose,
    /// What the entry is called that is written to; `None` where a person is.
    pub name: Option<String>,
    /// The language of the mail.
    pub language: Language,
}

/// What a link for wanting no more mail can still do, or has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailStopState {
    /// It may be used.
    Open(MailStop),
    /// No more mail of this purpose is sent.
    Stopped(MailStop),
    /// It is no link of ours, or was changed on its way.
    NotOurs,
}

impl Curation {
    /// What a link for wanting no more mail can still do. Changes nothing.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn look_at_mail_stop(&self, token: &str) -> Result<MailStopState, CurationError> {
        let Some(mail) = self.signed_stop(token).await? else { return Ok(MailStopState::NotOurs) };
        let stop = self.mail_stop(&mail).await?;
        Ok(if self.store.is_mail_stopped(mail.purpose, mail.recipient).await? {
            MailStopState::Stopped(stop)
        } else {
            MailStopState::Open(stop)
        })
    }

    /// Sends no more mail of a purpose to whoever got this one.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn stop_mail(&self, token: &str) -> Result<MailStopState, CurationError> {
        command("stop_mail", async {
            let Some(mail) = self.signed_stop(token).await? else { return Ok(MailStopState::NotOurs) };
            let stop = self.mail_stop(&mail).await?;
            let mut work = self.begin(&Requester::public(), None).await?;
            work.writer.stop_mail(mail.purpose, mail.recipient).await?;
            work.finish(()).await?;
            Ok(MailStopState::Stopped(stop))
        })
        .await
    }

    async fn mail_stop(&self, mail: &OutboxMail) -> Result<MailStop, CurationError> {
        let actor = match mail.actor {
            Some(actor) => self.store.get::<Actor>(actor).await?,
            None => None,
        };
        Ok(MailStop {
            purpose: mail.purpose,
            name: actor.filter(|actor| actor.data.status == LifeStatus::Published).map(|actor| actor.data.name),
            language: mail.language.clone().unwrap_or_else(Language::german),
        })
    }

    /// The mail of a token, if the token is ours and for stopping.
    async fn signed_stop(&self, token: &str) -> Result<Option<OutboxMail>, CurationError> {
        let Some(token) = SignedToken::read(token) else { return Ok(None) };
        let Some(key) = self.store.signing_key(KEY).await? else { return Ok(None) };
        let seal = Seal::of(&key).ok_or(CurationError::UnusableKey)?;
        let mail = self.store.outbox_mail(token.id).await?;
        Ok(mail.filter(|mail| seal.holds(&token, &[STOP, mail.purpose.word().as_bytes()])))
    }
}
