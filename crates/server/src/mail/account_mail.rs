//! Mail about accounts: the text comes from the catalogues, in the language it was asked for.

use std::{future::Future, pin::Pin};

use chrono_tz::Tz;
use curation::{
    accounts::{AccountMail, AccountMailer, MailTrial, invitation_path},
    commands::Delivery,
};
use domain::{EmailAddress, ErrorChain, Language};
use lettre::Message;
use secrecy::ExposeSecret;
use uuid::Uuid;
use web::{
    Locale,
    account::mail::{MailLink, invitation, mail_test, password_link},
};

use super::{
    error::MailError,
    letter::{MailSite, plain_message},
    post_office::PostOffice,
};
use crate::paths;

/// Sends mail about accounts.
#[derive(Debug)]
pub struct AccountPost {
    post: PostOffice,
    site: MailSite,
    zone: Tz,
}

impl AccountPost {
    /// Sends through a mail server, with links to this site.
    pub const fn new(post: PostOffice, site: MailSite, zone: Tz) -> Self {
        Self { post, site, zone }
    }

    fn message(&self, mail: &AccountMail) -> Result<Message, MailError> {
        let (AccountMail::PasswordLink { id, to, language, secret, until }
        | AccountMail::Invitation { id, to, language, secret, until, .. }) = mail;
        let path = match mail {
            AccountMail::PasswordLink { .. } => paths::password_link(secret.expose_secret()),
            AccountMail::Invitation { .. } => invitation_path(secret.expose_secret()),
        };
        let locale = Locale::from_tag(language.as_str()).unwrap_or(Locale::De);
        let link = format!("{}{path}?language={}", self.site.origin, locale.tag());
        let link =
            MailLink { locale, title: self.site.title(language.as_str()), link: &link, until: *until, zone: self.zone };
        let text = match mail {
            AccountMail::PasswordLink { .. } => password_link(&link),
            AccountMail::Invitation { by, role, actors, .. } => invitation(&link, by.as_deref(), *role, actors),
        };
        plain_message(*id, to.as_str(), text.subject, text.body, &self.site, self.post.from())
    }
}

impl AccountMailer for AccountPost {
    fn send<'a>(&'a self, mail: &'a AccountMail) -> Pin<Box<dyn Future<Output = Delivery> + Send + 'a>> {
        Box::pin(async move {
            match self.message(mail) {
                Ok(message) => self.post.hand_over(message).await,
                Err(error) => {
                    tracing::error!(error = %domain::ErrorChain(&error), "a mail could not be written");
                    Delivery::Refused
                }
            }
        })
    }

    fn try_mail<'a>(&'a self, id: Uuid, to: &'a EmailAddress, language: &'a Language) -> MailTrial<'a> {
        Box::pin(async move {
            let locale = Locale::from_tag(language.as_str()).unwrap_or(Locale::De);
            let text = mail_test(locale, self.site.title(language.as_str()));
            let message = plain_message(id, to.as_str(), text.subject, text.body, &self.site, self.post.from());
            match message {
                Ok(message) => self.post.try_message(message).await,
                Err(error) => (Delivery::Refused, ErrorChain(&error).to_string()),
            }
        })
    }
}
