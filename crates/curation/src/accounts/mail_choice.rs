//! Which mail somebody with an account gets, and in which language.

use domain::Language;
use store::{
    MailPurpose,
    accounts::{AccountEvent, EventKind},
};

use super::{Accounts, SignedIn};
use crate::{CurationError, command_span::command};

/// What somebody wants to be told by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailChoice {
    /// The language to be written to in.
    pub language: Language,
    /// Whether to be told once a day what is due.
    pub digest: bool,
}

impl Accounts {
    /// What the holder of a session has chosen to be told.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn mail_choice(&self, who: &SignedIn) -> Result<MailChoice, CurationError> {
        let is_stopped = self.store.is_mail_stopped(MailPurpose::Digest, who.account.id.uuid()).await?;
        let language = who.account.language.clone().unwrap_or_else(Language::german);
        Ok(MailChoice { language, digest: !is_stopped })
    }

    /// Has the holder of a session told what they want to be told from now on.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn choose_mail(&self, who: &SignedIn, choice: &MailChoice) -> Result<(), CurationError> {
        command("choose_mail", async {
            let id = who.account.id;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_language(id, &choice.language).await?;
            writer.set_mail_wanted(id, MailPurpose::Digest, choice.digest, self.now()).await?;
            let event = self.event(EventKind::MailChoiceChanged, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }
}
