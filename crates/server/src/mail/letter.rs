//! The mail of a reminder: the text comes from the catalogues, in the language of whoever gets it.

use curation::commands::{Letter, ReminderAnswer};
use domain::LocalisedText;
use lettre::{
    Address, Message,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;
use web::{
    Locale,
    mail::{ReminderFacts, reminder},
};

use super::error::MailError;
use crate::paths;

/// The directory as letters name it.
#[derive(Clone, Debug)]
pub struct MailSite {
    /// Where browsers reach it, without a slash at the end.
    pub origin: String,
    /// Its title.
    pub title: LocalisedText,
}

impl MailSite {
    pub(super) fn title(&self, reader: &str) -> &str {
        self.title.get(reader).or_else(|| self.title.get("de")).unwrap_or_default()
    }
}

/// The mail of a letter: plain text, which every program shows and no scanner has to take apart.
pub(super) fn message(letter: &Letter, site: &MailSite, from: &Mailbox) -> Result<Message, MailError> {
    let locale = Locale::from_tag(letter.language.primary()).unwrap_or(Locale::De);
    let link = |purpose: ReminderAnswer, token: &SecretString| {
        let path = paths::reminder(purpose.word(), token.expose_secret());
        format!("{}{path}?language={}", site.origin, locale.tag())
    };
    let (still_right, archive) =
        (link(ReminderAnswer::StillRight, &letter.still_right), link(ReminderAnswer::Archive, &letter.archive));
    let entry = ReminderFacts {
        name: &letter.name,
        slug: letter.slug.as_str(),
        kind: letter.kind,
        verified_on: letter.verified_on,
        contacts: [
            letter.website.as_ref().map(domain::WebAddress::as_str),
            letter.email.as_ref().map(domain::EmailAddress::as_str),
            letter.phone.as_ref().map(domain::PhoneNumber::as_str),
        ],
        still_right: &still_right,
        archive: &archive,
        until: letter.until,
        origin: &site.origin,
    };
    let text = reminder(locale, site.title(locale.tag()), &entry);
    plain_message(letter.id, letter.to.as_str(), text.subject, text.body, site, from)
}

/// A mail of plain text to one address. `id` names it.
pub(super) fn plain_message(
    id: Uuid,
    to: &str,
    subject: String,
    body: String,
    site: &MailSite,
    from: &Mailbox,
) -> Result<Message, MailError> {
    let to: Address = domain::EmailAddress::with_ascii_host(to).parse().map_err(MailError::Address)?;
    // One name for good: who gets the same mail twice from a mail server sees it once.
    let host = site.origin.split("://").nth(1).unwrap_or("localhost").split(':').next().unwrap_or("localhost");
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(subject)
        .message_id(Some(format!("<{id}@{host}>")))
        // RFC 3834: no absence notes in answer to a machine.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(MailError::Unwritable)
}
